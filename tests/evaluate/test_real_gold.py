"""The gold of real documents: split once, quoting little, and fitting its sources."""

import re
from collections import Counter
from pathlib import Path

import pytest

from pipeline.evaluate import load_cases
from pipeline.evaluate.located import EDGE, LocatedGold, Passage

HOME = Path(__file__).parents[2] / "corpus" / "gold"
FILES = sorted((HOME / "real").rglob("*.json"))
SHARED = Path(__file__).parents[3] / "shared" / "corpus" / "text"
LONGEST_NAME = 31
"""Words: agencies, titles and times are given by value; the longest collective of the documents has so many."""


def read(path: Path) -> LocatedGold:
    return LocatedGold.model_validate_json(path.read_text(encoding="utf-8"))


def test_so_many_to_develop_on_and_so_many_held_out() -> None:
    golds = [read(path) for path in FILES]
    assert Counter(gold.split for gold in golds) == {"dev": 46, "held": 10, "held2": 12}
    assert len({gold.sha256 for gold in golds}) == len(golds)
    assert all(re.fullmatch(r"[0-9a-f]{64}", gold.sha256) for gold in golds)


def test_the_table_of_the_split_is_true() -> None:
    lines = (HOME / "SPLIT.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip(" *+~") for cell in line.split("|")[1:-1]] for line in lines if re.match(r"\| (dev|held2?) \|", line)]
    listed = {(row[0], row[1]): int(row[5]) for row in rows}
    golds = [read(path) for path in FILES]
    wanted = {
        (gold.split, gold.document): sum(
            not task.optional and task.origin == "body" and task.kind == "assignment" for task in gold.tasks
        )
        for gold in golds
    }
    assert listed == wanted


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_lies_where_its_split_says_and_quotes_little(path: Path) -> None:
    gold = read(path)
    assert (path.parent.name, path.stem) == (gold.split, gold.document)
    passages = [passage for task in gold.tasks for passage in (*task.at, *task.second)]
    passages += [gold.subject_at] if gold.subject_at else []
    for passage in passages:
        edge = min(EDGE, passage.words)
        assert len(passage.first.split()) == len(passage.last.split()) == edge, passage
    names = [name for task in gold.tasks for name in (*(task.leads or ()), *(task.coordinators or ()), *(task.report_to or ()))]
    names += [deadline.text for task in gold.tasks for deadline in task.deadlines]
    names += [str(value) for value in gold.meta.values()]
    assert max((len(name.split()) for name in names), default=0) <= LONGEST_NAME


@pytest.mark.shared
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_passage_is_found_in_its_source(path: Path) -> None:
    if not SHARED.is_dir():
        pytest.skip("../shared is not here: the texts of real documents are not part of the repository")
    (case,) = load_cases(path, [SHARED])
    assert case.gold is not None
    gold = read(path)
    for task, found in zip(gold.tasks, case.gold.tasks, strict=True):
        assert len(re.findall(r"[^\W_]+", found.text)) == sum(passage.words for passage in task.at)
        assert found.leads == task.leads


def test_a_passage_holds_nothing_else() -> None:
    assert set(Passage.model_fields) == {"first", "last", "words", "nth"}
