"""`giaoviec gold export`: reviewed documents become gold that `evaluate` scores; a correction changes it."""

import json
from pathlib import Path

import pytest

from models.directive import Role
from models.register import AgencyChange, TaskChanges, TaskStatus
from pipeline.register import Register, correct, query_documents, set_status
from tests.cli.conftest import TODAY, Call
from tests.factories import NOW

NUMBER = "14/CT-UBND"


@pytest.fixture
def so(sample_register: Path, tmp_path: Path) -> Path:
    """A copy of the register whose originals are those of the samples."""
    copy = tmp_path / "so.db"
    copy.write_bytes(sample_register.read_bytes())
    (tmp_path / "so.files").symlink_to(sample_register.with_name("register.files"))
    return copy


def judge(path: Path, *, leave: int = 0) -> list[str]:
    """Confirm the tasks of one sample but the last few; the ids of them all."""
    with Register.open(path, create=False) as register:
        [document] = [one for one in query_documents(register, None, today=TODAY) if one.number == NUMBER]
        for task in document.tasks[: len(document.tasks) - leave]:
            set_status(register, task.id, task.version, TaskStatus.CONFIRMED, who="lan", when=NOW)
        return [task.id for task in document.tasks]


def scores(call: Call, folder: Path) -> dict[str, dict[str, float]]:
    result = call("evaluate", folder, "--json")
    assert result.code == 0, result.err
    found: dict[str, dict[str, float]] = json.loads(result.out)["all"]
    return found


def test_confirmed_documents_score_full_and_a_correction_changes_that(call: Call, so: Path, tmp_path: Path) -> None:
    ids = judge(so)
    assert call("gold", "export", "--reviewed", "--register", so, "-o", tmp_path / "a").code == 0
    [gold] = (tmp_path / "a").glob("*.json")
    assert {file.stem for file in (tmp_path / "a").iterdir()} == {gold.stem}, "the original lies beside its gold"
    assert len(list((tmp_path / "a").iterdir())) == 2
    assert len(json.loads(gold.read_text(encoding="utf-8"))["tasks"]) == len(ids)
    before = scores(call, tmp_path / "a")
    assert before["tasks"]["f1"] == before["leads"]["f1"] == 1.0
    with Register.open(so, create=False) as register:
        agency = AgencyChange(role=Role.LEAD, name="Sở Khoa học và Công nghệ")
        correct(register, ids[0], 2, TaskChanges(agencies=(agency,)), who="lan", when=NOW)
        set_status(register, ids[1], 2, TaskStatus.REJECTED, who="lan", when=NOW)
    assert call("gold", "export", "--reviewed", "--register", so, "-o", tmp_path / "b").code == 0
    after = scores(call, tmp_path / "b")
    assert after["leads"]["f1"] < 1.0
    assert after["tasks"]["f1"] < 1.0, "what a person rejected is an error where it is found"


def test_a_document_with_open_tasks_is_named_and_left(call: Call, so: Path, tmp_path: Path) -> None:
    judge(so, leave=2)
    result = call("gold", "export", "--reviewed", "--register", so, "-o", tmp_path / "a")
    assert "còn 2 nhiệm vụ chưa xem" in result.out
    assert list((tmp_path / "a").iterdir()) == []
    result = call("gold", "export", "--register", so, "-o", tmp_path / "a")
    [gold] = (tmp_path / "a").glob("*.json")
    tasks = json.loads(gold.read_text(encoding="utf-8"))["tasks"]
    assert sum(task["optional"] for task in tasks) == 2, "what nobody judged counts neither way"


def test_an_original_that_is_gone_is_said(call: Call, so: Path, tmp_path: Path) -> None:
    judge(so)
    (tmp_path / "so.files").unlink()
    result = call("gold", "export", "--register", so, "-o", tmp_path / "a")
    assert "bản gốc không còn" in result.out
    assert "giaoviec review" in result.err
    assert call("gold", "export", "--register", so).code == 2
