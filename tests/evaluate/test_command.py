"""`giaoviec evaluate` over sets: skipped sources, closed documents, recorded runs."""

import hashlib
import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from models.errors import ExitCode
from pipeline.cli.main import main

CORPUS = Path(__file__).parents[2] / "corpus"
STEM = "bay-xuong-dong"
SECRET = "Câu chỉ có ở đây thôi"


def call(*arguments: object) -> int:
    return int(main([str(argument) for argument in arguments], environ={}, today=date(2025, 10, 15)))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A gold folder with a sample, and a held-out document of which gold expects one more task than is found."""
    (tmp_path / "gold" / "real" / "held").mkdir(parents=True)
    (tmp_path / "texts").mkdir()
    shutil.copy(CORPUS / "gold" / f"{STEM}.json", tmp_path / "gold")
    source = tmp_path / "texts" / "kin.txt"
    text = (CORPUS / "samples" / f"{STEM}.txt").read_text(encoding="utf-8")
    source.write_text(f"{text}\n{SECRET}\n", encoding="utf-8")
    located = {
        "document": "kin", "sha256": hashlib.sha256(source.read_bytes()).hexdigest(), "split": "held",
        "tasks": [{"path": ["9"], "at": [{"first": SECRET, "last": SECRET, "words": 6}], "leads": []}],
    }  # fmt: skip
    (tmp_path / "gold" / "real" / "held" / "kin.json").write_text(json.dumps(located), encoding="utf-8")
    return tmp_path


def test_errors_of_held_out_documents_stay_closed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("evaluate", home / "gold", "--documents", CORPUS / "samples", "--documents", home / "texts", "--show", "--rules")
    assert call(*arguments) == ExitCode.OK
    out = capsys.readouterr().out
    assert "= held: 1" in out
    assert SECRET not in out
    assert "--open-held-out" in out
    assert call(*arguments, "--open-held-out") == ExitCode.OK
    assert f"- {SECRET}" in capsys.readouterr().out


def test_a_source_that_is_not_here_is_skipped_and_said(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("evaluate", home / "gold", "--documents", CORPUS / "samples") == ExitCode.OK
    captured = capsys.readouterr()
    assert "kin: bỏ qua, không có văn bản nguồn." in captured.err
    assert "= samples: 1" in captured.out
    assert "= held" not in captured.out


def test_nothing_is_recorded_of_a_run_with_gaps(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("evaluate", home / "gold", "--documents", CORPUS / "samples", "--record", home) == ExitCode.USAGE
    assert "không ghi kết quả" in capsys.readouterr().err
    assert not (home / "results.json").exists()


def test_a_recorded_run_is_what_the_next_is_compared_with(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("evaluate", home / "gold", "--documents", CORPUS / "samples", "--documents", home / "texts")
    assert call(*arguments, "--record", home, "--commit", "abc123") == ExitCode.OK
    report = (home / "RESULTS.md").read_text(encoding="utf-8")
    assert "on 2025-10-15, version" in report
    assert "commit abc123" in report
    capsys.readouterr()
    assert call(*arguments) == ExitCode.OK
    assert "không đổi" in capsys.readouterr().out
    run = json.loads((home / "results.json").read_text(encoding="utf-8"))
    run["documents"][STEM]["tasks"][0] += 5
    run["documents"]["kin"]["tasks"][2] += 5
    (home / "results.json").write_text(json.dumps(run), encoding="utf-8")
    assert call(*arguments) == ExitCode.OK
    out = capsys.readouterr().out
    assert f"  kém đi   {STEM} · nhiệm vụ: " in out
    assert "  tốt lên  kin · nhiệm vụ: " in out


def test_another_version_of_a_source_is_refused(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = home / "texts" / "kin.txt"
    source.write_text(source.read_text(encoding="utf-8") + " ", encoding="utf-8")
    arguments = ("evaluate", home / "gold", "--documents", CORPUS / "samples", "--documents", home / "texts")
    assert call(*arguments) == ExitCode.USAGE
    assert "sha256 khác" in capsys.readouterr().err
