"""Our scorer counts as the scorer that accompanies the shared gold does."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from models.directive import Directive
from pipeline.evaluate import find_document, load_cases, load_gold, score_directive
from pipeline.flow import Engine, load_engine, read_directive

SHARED = Path(__file__).parents[3] / "shared"
GOLD = Path(__file__).parents[2] / "corpus" / "gold"
MEASURES = ("tasks", "leads", "coordinators", "deadlines")


def spoilt(directive: Directive) -> Directive:
    """Every third task lost, every fifth led by another: a reading with errors of each kind."""
    tasks = []
    for i, task in enumerate(directive.tasks):
        if i % 3 == 0:
            continue
        agencies = task.agencies[1:] if i % 5 == 0 else task.agencies
        deadlines = task.deadlines * 2 if i % 4 == 0 else task.deadlines
        tasks.append(task.model_copy(update={"agencies": agencies, "deadlines": deadlines}))
    return directive.model_copy(update={"tasks": tuple(tasks), "fields": directive.fields.model_copy(update={"signer": None})})


def their_counts(directives: dict[str, Directive], gold: Path, folder: Path) -> dict[str, dict[str, Any]]:
    """What the shared scorer says of an export of these directives, by document."""
    documents = []
    for stem, directive in directives.items():
        data = directive.model_dump(mode="json")
        documents.append({**data["fields"], "file": f"{stem}.txt", "tasks": data["tasks"]})
    (folder / "export.json").write_text(json.dumps({"documents": documents}), encoding="utf-8")
    command = [sys.executable, SHARED / "tools" / "score_tasks.py", folder / "export.json", gold]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return {name.strip(): json.loads(figures) for name, figures in zip(lines[:-1:2], lines[1:-1:2], strict=True)}


@pytest.fixture(scope="module")
def engine() -> Engine:
    if not SHARED.is_dir():
        pytest.skip("../shared is not here: its scorer, gold and texts are not part of the repository")
    return load_engine()


@pytest.mark.shared
@pytest.mark.parametrize("spoil", [False, True], ids=["as read", "with errors"])
def test_both_count_alike(engine: Engine, tmp_path: Path, spoil: bool) -> None:
    directives, own = {}, {}
    for gold in load_gold(SHARED / "gold"):
        path = find_document(gold.document, [SHARED / "corpus" / "seeds"])
        assert path is not None
        directive = read_directive(path, engine=engine)
        directives[gold.document] = spoilt(directive) if spoil else directive
        own[gold.document] = score_directive(directives[gold.document], gold)
    theirs = their_counts(directives, SHARED / "gold", tmp_path)
    assert set(theirs) == set(own)
    for name, score in own.items():
        for part in MEASURES:
            ours = getattr(score, part)
            assert [round(value, 4) for value in (ours.precision, ours.recall, ours.f1)] == theirs[name][part], (name, part)
        assert round(score.fields.recall, 4) == theirs[name]["fields"]


@pytest.mark.shared
def test_both_count_alike_on_the_development_documents(engine: Engine, tmp_path: Path) -> None:
    """Names may be judged apart by words and by the directory: of a hundred leads or coordinators at most two."""
    (tmp_path / "gold").mkdir()
    directives, own = {}, {}
    for case in load_cases(GOLD / "real" / "dev", [SHARED / "corpus" / "text"]):
        assert case.gold is not None
        assert case.path is not None
        (tmp_path / "gold" / f"{case.name}.json").write_text(case.gold.model_dump_json(), encoding="utf-8")
        directives[case.name] = spoilt(read_directive(case.path, engine=engine))
        own[case.name] = score_directive(directives[case.name], case.gold)
    theirs = their_counts(directives, tmp_path / "gold", tmp_path)
    for name, score in own.items():
        assert [round(score.tasks.f1, 4), round(score.deadlines.f1, 4)] == [
            theirs[name][part][2] for part in ("tasks", "deadlines")
        ]
        assert round(score.fields.recall, 4) == theirs[name]["fields"]
    for part in ("leads", "coordinators"):
        ours = [getattr(score, part) for score in own.values()]
        right = sum(round(theirs[name][part][1] * theirs[name]["n"][part]) for name in own)
        assert abs(right - sum(own.right for own in ours)) <= 0.02 * sum(own.wanted for own in ours)
