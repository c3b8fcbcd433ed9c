"""Our scorer counts as the scorer that accompanies the shared gold does."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from models.directive import Directive
from pipeline.evaluate import find_document, load_gold, score_directive
from pipeline.flow import load_engine, read_directive

SHARED = Path(__file__).parents[3] / "shared"
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


@pytest.mark.shared
@pytest.mark.parametrize("spoil", [False, True], ids=["as read", "with errors"])
def test_both_count_alike(tmp_path: Path, spoil: bool) -> None:
    if not SHARED.is_dir():
        pytest.skip("../shared is not here: its scorer and gold are not part of the repository")
    engine = load_engine()
    documents, own = [], {}
    for gold in load_gold(SHARED / "gold"):
        path = find_document(gold.document, [SHARED / "corpus" / "seeds"])
        assert path is not None
        directive = read_directive(path, engine=engine)
        directive = spoilt(directive) if spoil else directive
        own[gold.document] = score_directive(directive, gold)
        data = directive.model_dump(mode="json")
        documents.append({**data["fields"], "file": path.name, "tasks": data["tasks"]})
    (tmp_path / "export.json").write_text(json.dumps({"documents": documents}), encoding="utf-8")
    command = [sys.executable, SHARED / "tools" / "score_tasks.py", tmp_path / "export.json", SHARED / "gold"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    theirs = {name.strip(): json.loads(figures) for name, figures in zip(lines[:-1:2], lines[1:-1:2], strict=True)}
    assert set(theirs) == set(own)
    for name, score in own.items():
        for measure in MEASURES:
            ours = getattr(score, measure)
            assert [round(value, 4) for value in (ours.precision, ours.recall, ours.f1)] == theirs[name][measure], (name, measure)
        assert round(score.fields.recall, 4) == theirs[name]["fields"]
