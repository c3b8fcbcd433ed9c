"""`giaoviec doctor`: what is there, what is missing, how to get it."""

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli.probes import check_package, name_owners
from pipeline.cli.session import speaker
from tests.cli.conftest import ENVIRON, ROOT, Call

SAY = speaker("vi")


def test_all_that_is_required_is_there(call: Call, tmp_path: Path) -> None:
    result = call("doctor", "--register", tmp_path / "so.db")
    assert result.code == 0
    assert "✗" not in result.out
    assert "ingest sẽ tạo" in result.out
    assert "Máy đã sẵn sàng" in result.out


def test_a_missing_program_that_is_not_required_says_how_to_get_it(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = call("doctor", "--register", tmp_path / "so.db")
    assert result.code == 0
    assert "– Tesseract" in result.out
    assert "→ cài: apt-get install tesseract-ocr" in result.out


def test_a_register_that_cannot_be_used_is_exit_4(call: Call, tmp_path: Path) -> None:
    (tmp_path / "so.db").write_bytes(b"not a database")
    result = call("doctor", "--register", tmp_path / "so.db")
    assert result.code == 4
    assert "✗ sổ" in result.out


@pytest.mark.parametrize(
    ("requirement", "ok", "detail"),
    [
        ("click>=8.4", True, ""),
        ("click>=99", False, "< 99"),
        ("khong-co-goi-nay>=1", False, "chưa có"),
        ("khong-co-goi-nay", False, "chưa có"),
    ],
)
def test_a_package_is_there_and_new_enough(requirement: str, ok: bool, detail: str) -> None:
    check = check_package(requirement, SAY)
    assert (check.ok, check.required, detail in check.detail) == (ok, True, True)
    assert check.install == f"pip install '{requirement}'"


def test_a_foreign_package_named_models_is_refused_before_it_is_imported(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "__init__.py").write_text("raise RuntimeError('imported')", encoding="utf-8")
    command = [sys.executable, "-P", "-m", "pipeline.cli.start", "--version"]
    environ = {**ENVIRON, "PYTHONPATH": f"{tmp_path}:{ROOT}"}
    done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (3, "")
    assert f"Gói “models” ở {tmp_path / 'models'} không phải của giaoviec" in done.stderr
    ours = subprocess.run(
        command, cwd=tmp_path, env={**ENVIRON, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert ours.stdout.startswith("giaoviec ")


def test_another_distribution_that_owns_our_import_name_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert name_owners("models") == []
    other = tmp_path / "machine_models-1.0.dist-info"
    other.mkdir()
    (other / "METADATA").write_text("Metadata-Version: 2.1\nName: machine-models\nVersion: 1.0\n", encoding="utf-8")
    (other / "RECORD").write_text("models/__init__.py,,\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert name_owners("models") == ["machine-models"]
    assert name_owners("pipeline") == []
