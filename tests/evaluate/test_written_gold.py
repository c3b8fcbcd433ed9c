"""The documents written for this project: parted once, fitting their gold, and read no worse than before."""

from collections import Counter
from pathlib import Path

import pytest

from pipeline.evaluate import load_cases
from pipeline.evaluate.located import LocatedGold

CORPUS = Path(__file__).parents[2] / "corpus"
TEXTS = CORPUS / "written"
FILES = sorted((CORPUS / "gold").glob("written*/*.json"))


def read(path: Path) -> LocatedGold:
    return LocatedGold.model_validate_json(path.read_text(encoding="utf-8"))


def test_some_to_develop_on_and_some_held_out() -> None:
    golds = [read(path) for path in FILES]
    held = {"written_held": 30, "written_held2": 24, "written_held3": 24, "written_held4": 15}
    assert Counter(gold.split for gold in golds) == {"written": 127, **held}
    assert {f"{gold.document}.txt" for gold in golds} | {"README.md"} == {path.name for path in TEXTS.iterdir()}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_gold_lies_in_its_set_and_fits_its_text(path: Path) -> None:
    gold = read(path)
    assert (path.parent.name, path.stem) == (gold.split, gold.document)
    (case,) = load_cases(path, [TEXTS])
    assert case.gold is not None
    assert len(case.gold.tasks) == len(gold.tasks)


def test_the_table_of_the_split_names_them_all() -> None:
    lines = (CORPUS / "gold" / "SPLIT.md").read_text(encoding="utf-8").splitlines()
    listed = {
        tuple(cell.strip() for cell in line.split("|")[1:3]) for line in lines if line.startswith("| written") and "`" not in line
    }
    wanted = {(gold.split, gold.document) for gold in map(read, FILES)}
    assert wanted <= listed
