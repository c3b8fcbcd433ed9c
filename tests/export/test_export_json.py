"""The JSON export is a contract: exactly its keys, its order, the same bytes each time."""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from models.errors import UsageError
from models.register import TaskFilter, TaskStatus
from pipeline.export import FORMATS, export
from pipeline.register import Register, query_documents, set_status
from tests.factories import NOW, TODAY, make_deadline, make_directive, make_evidence, make_fields, make_task
from tests.register.conftest import Put

ROOT = Path(__file__).parents[2]
EVIDENCE = ["page", "boxes", "span", "span_source", "rule", "confidence", "candidates", "quote", "pieces", "continued"]
CONTRACT = {
    "": ["documents"],
    "documents": [
        "id", "file", "sha256", "files", "number", "type", "issuer", "place", "issued", "subject", "signer", "directed_by",
        "urgency", "addressees", "recipients", "pages", "citations", "evidence", "tasks",
    ],
    "files": ["name", "sha256", "role"],
    "signer": ["name", "title", "authority"],
    "pages": ["page", "source", "reason", "quality"],
    "citations": ["number", "type", "issued", "issuer", "relation"],
    "tasks": [
        "id", "version", "path", "kind", "origin", "text", "product", "note", "page", "boxes", "agencies", "deadlines",
        "confidence", "status", "reasons", "evidence",
    ],
    "agencies": ["role", "capacity", "name", "canonical", "agency_id", "evidence"],
    "deadlines": ["text", "due", "rrule", "time", "start", "until", "bound", "reasons", "evidence"],
}  # fmt: skip


@pytest.fixture
def filled(register: Register, put: Put) -> Register:
    over_the_page = make_evidence(continued=({"page": 2, "boxes": ((85.0, 60.0, 300.0, 74.0),)},))
    task = make_task(
        evidence=over_the_page,
        leads=["Sở Nội vụ"],
        deadlines=[make_deadline(due=date(2025, 6, 30)), make_deadline("hàng năm", rrule="FREQ=YEARLY")],
    )
    put(make_directive(task, make_task("hai", path=("III", "2", "-1"))))
    put(make_directive(name="trống.pdf", fields=make_fields(number=None, issued=None, signer=None)))
    return register


def content(register: Register, filters: TaskFilter | None = None) -> list[dict[str, object]]:
    documents: list[dict[str, object]] = json.loads(export(register, filters or TaskFilter(), "json", today=TODAY))["documents"]
    return documents


def walk(value: object, name: str) -> list[tuple[str, list[str]]]:
    """All objects in a JSON value, with the key they stand under."""
    if isinstance(value, list):
        return [found for part in value for found in walk(part, name)]
    if not isinstance(value, dict):
        return []
    below = [
        found for key, part in value.items() for found in walk(part, "number" if name == "evidence" and key == "number" else key)
    ]
    return [(name, list(value)), *below]


def test_the_keys_are_those_of_the_contract_in_its_order(filled: Register) -> None:
    found = walk({"documents": content(filled)}, "")
    assert {name for name, _ in found} == {*CONTRACT, "evidence", "number", "continued"}
    for name, keys in found:
        if name == "evidence" and keys == ["number"]:
            continue  # the document's, keyed by field
        if name == "continued":
            assert keys == ["page", "boxes"]
            continue
        if name in ("evidence", "number"):
            assert keys in (EVIDENCE, []), name
        else:
            assert keys == CONTRACT[name], name


@pytest.mark.shared
def test_the_contract_here_is_the_one_of_the_design() -> None:
    design = ROOT.parent / "shared" / "DESIGN.md"
    if not design.exists():
        pytest.skip("../shared is absent: the contract is compared with docs/register.md only")
    text = design.read_text(encoding="utf-8")
    block = text[text.index('{"documents"') : text.index("A deadline has `due`")]
    keys = set(re.findall(r'"(\w+)":', block))
    assert keys == {key for keys in CONTRACT.values() for key in keys}
    said = re.search(r"An evidence is \{([^}]*)\}", text)
    assert said is not None
    assert re.findall(r'"(\w+)"', said[1]) == EVIDENCE[:7]


def test_values_come_as_the_contract_says(filled: Register) -> None:
    first, empty = content(filled)
    assert (first["file"], first["number"], first["issued"]) == ("ke-hoach.pdf", "2039/KH-UBND", "2025-05-12")
    assert (empty["file"], empty["number"], empty["issued"], empty["signer"], empty["tasks"]) == ("trống.pdf", None, None, None, [])
    task, second = first["tasks"]  # type: ignore[misc]
    assert (task["kind"], task["origin"], task["status"], task["version"], task["page"]) == ("assignment", "body", "new", 1, 1)  # type: ignore[index]
    assert task["boxes"] == [[85.0, 100.0, 500.0, 114.5]]  # type: ignore[index]
    assert [(d["due"], d["rrule"], d["bound"]) for d in task["deadlines"]] == [  # type: ignore[index]
        ("2025-06-30", None, "before"),
        (None, "FREQ=YEARLY", "before"),
    ]
    assert second["path"] == ["III", "2", "-1"]  # type: ignore[index]


def test_the_same_register_gives_the_same_bytes_in_nfc(register: Register, put: Put) -> None:
    put(make_directive(make_task("Ba\u0301o ca\u0301o"), name="ke\u0302\u0301.pdf"))
    for name in FORMATS:
        assert export(register, TaskFilter(), name, today=TODAY) == export(register, TaskFilter(), name, today=TODAY)
    text = export(register, TaskFilter(), "json", today=TODAY).decode()
    assert "Báo cáo" in text
    assert "kế.pdf" in text


def test_without_conditions_everything_is_there_with_conditions_what_meets_them(filled: Register) -> None:
    task = query_documents(filled, today=TODAY)[0].tasks[0]
    set_status(filled, task.id, 1, TaskStatus.REJECTED, who="lan", when=NOW)
    assert [[t["status"] for t in d["tasks"]] for d in content(filled)] == [["rejected", "new"], []]  # type: ignore[attr-defined]
    assert [[t["text"] for t in d["tasks"]] for d in content(filled, TaskFilter(search="hai"))] == [["hai"]]  # type: ignore[attr-defined]


def test_a_file_name_that_is_no_text_does_not_stop_the_export(register: Register, put: Put) -> None:
    from pipeline.export import render_json

    put(make_directive())
    [document] = query_documents(register, today=TODAY)
    from dataclasses import replace

    assert json.loads(render_json([replace(document, file="a\udce1.pdf")]))["documents"][0]["file"] == "a\udce1.pdf"


def test_an_unknown_format_is_wrong_usage(register: Register) -> None:
    with pytest.raises(UsageError, match=r"xlsx \| csv \| json"):
        export(register, TaskFilter(), "docx", today=TODAY)


@pytest.mark.shared
def test_the_referee_reads_the_export(register: Register, put: Put, tmp_path: Path) -> None:
    """A register filled from gold scores 1.0 on that gold."""
    shared = ROOT.parent / "shared"
    gold_file = shared / "gold" / "000.json"
    if not gold_file.exists():
        pytest.skip("../shared is absent: the referee cannot be asked")
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    tasks = [
        make_task(
            task["text"], path=tuple(task.get("path") or ()), leads=task.get("leads") or [],
            coordinators=task.get("coordinators") or [],
            deadlines=[make_deadline(d["text"] or "x", date.fromisoformat(d["due"]) if d.get("due") else None, d.get("rrule"))
                       for d in task["deadlines"]],
        )
        for task in gold["tasks"] if not task["optional"] and task.get("origin", "body") != "table"
    ]  # fmt: skip
    put(make_directive(*tasks, name="000.txt"))
    (tmp_path / "out.json").write_bytes(export(register, TaskFilter(), "json", today=TODAY))
    done = subprocess.run(
        [sys.executable, str(shared / "tools" / "score_tasks.py"), str(tmp_path / "out.json"), str(gold_file)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    scores = json.loads(done.stdout.splitlines()[-1])
    assert scores["tasks"] == scores["leads"] == scores["coordinators"] == scores["deadlines"] == [1.0, 1.0, 1.0]
