"""Standard streams that are closed, full, read by `head` or shown on a terminal: the work is done, the code tells, no traceback."""

import os
import pty
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from models.errors import ExitCode
from pipeline.register import Register, intake_counts
from tests.cli.conftest import ENVIRON, ROOT, SAMPLES

GOOD = SAMPLES / "cd-mua-lu.pdf"
LETTER = SAMPLES / "bay-xuong-dong.txt"


def shell(line: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run `giaoviec ARGUMENTS` in a shell line where {} stands for it."""
    program = shlex.join([sys.executable, "-m", "pipeline.cli.main", *map(str, arguments)])
    return subprocess.run(
        ["bash", "-c", line.format(program)], cwd=ROOT, env=ENVIRON, capture_output=True, text=True, check=False
    )  # fmt: skip


@pytest.mark.parametrize(
    "closed", ["{} <&-", "{} >&-", "{} 2>&-", "{} <&- >&- 2>&-"], ids=["input", "output", "errors", "all of them"]
)  # fmt: skip
def test_a_closed_stream_is_no_error(tmp_path: Path, closed: str) -> None:
    register = tmp_path / "so.db"
    done = shell(closed, "ingest", LETTER, "--register", register)
    assert (done.returncode, done.stderr) == (0, "")
    with Register.open(register, create=False, write=False) as opened:
        assert opened.row("SELECT count(*) FROM documents")[0] == 1  # type: ignore[index]
        assert opened.row("PRAGMA integrity_check")[0] == "ok"  # type: ignore[index]


def test_a_full_disk_behind_the_list_is_said(sample_register: Path) -> None:
    done = shell("{} >/dev/full", "tasks", "--register", sample_register)
    assert done.returncode == ExitCode.USAGE
    assert done.stderr.startswith("Không ghi được kết quả vào “đầu ra chuẩn” (đĩa đã đầy). Hãy ")
    assert len(done.stderr.splitlines()) == 1


def test_a_full_disk_behind_the_lines_does_not_stop_the_work(tmp_path: Path) -> None:
    (tmp_path / "rong.txt").touch()
    done = shell("{} >/dev/full", "ingest", tmp_path / "rong.txt", LETTER, GOOD, "--register", tmp_path / "so.db")
    assert (done.returncode, "đĩa đã đầy" in done.stderr) == (ExitCode.USAGE, True), done.stderr
    with Register.open(tmp_path / "so.db", create=False, write=False) as register:
        assert sum(intake_counts(register).values()) == 3


def test_errors_that_nobody_can_read_still_have_their_code(tmp_path: Path) -> None:
    assert shell("{} 2>/dev/full", "tasks", "--register", tmp_path / "so.db").returncode == ExitCode.REGISTER


@pytest.mark.parametrize("command", [["tasks"], ["export", "--format", "csv"], ["export", "--format", "json"]], ids=" ".join)
def test_head_has_seen_enough(sample_register: Path, command: list[str]) -> None:
    done = shell("{} | head -1; exit ${{PIPESTATUS[0]}}", *command, "--register", sample_register)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_goes_away_does_not_hide_a_rejected_file(tmp_path: Path) -> None:
    (tmp_path / "rong.txt").touch()
    command = [
        sys.executable,
        "-m",
        "pipeline.cli.main",
        "ingest",
        str(tmp_path / "rong.txt"),
        "--register",
        str(tmp_path / "so.db"),
    ]
    with subprocess.Popen(command, cwd=ROOT, env=ENVIRON, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == ExitCode.SOME_REJECTED


def on_a_terminal(*arguments: object, columns: int = 80) -> tuple[int, str]:
    """What the command writes to a terminal, and its exit code."""
    ours, theirs = pty.openpty()
    environ = {**ENVIRON, "TERM": "xterm", "COLUMNS": str(columns)}
    command = [sys.executable, "-m", "pipeline.cli.main", *map(str, arguments)]
    with subprocess.Popen(command, cwd=ROOT, env=environ, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        said = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            said += piece
    os.close(ours)
    return process.returncode, said.decode()


def test_lines_and_progress_bar_never_run_into_each_other(tmp_path: Path) -> None:
    code, said = on_a_terminal(
        "ingest", GOOD, LETTER, SAMPLES / "bay-anh-quet.pdf", "--ocr", "off", "--register", tmp_path / "so.db"
    )
    assert code == 0
    assert "Đang đọc" in said
    colour = r"(?:\x1b\[[0-9;]*m|\s)*"
    assert not re.search(rf"\d:\d\d:\d\d{colour}[✓!✗=]", said), said
    assert re.search(r"(?:\x1b\[2K|\r|\n|^)✓ cd-mua-lu\.pdf  09/CĐ-UBND  27/09/2025", said), said
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", said)
    indented = [line for line in plain.splitlines() if line.startswith("      ")]
    assert len(indented) == 2, "a long warning is wrapped between words and stays indented"
    assert all(len(line.rstrip()) <= 80 for line in indented)
    assert "3 tệp: 2 vào sổ, 1 vào sổ có cảnh báo." in plain


def test_an_excel_file_never_lands_on_a_terminal(sample_register: Path) -> None:
    code, said = on_a_terminal("export", "--format", "xlsx", "-o", "-", "--register", sample_register)
    assert (code, "ghi vào tệp bằng -o TÊN.xlsx" in said, "PK" in said) == (ExitCode.USAGE, True, False)


def test_an_excel_file_goes_into_a_pipe(sample_register: Path) -> None:
    assert shell("{} | head -c 2", "export", "--format", "xlsx", "-o", "-", "--register", sample_register).stdout == "PK"
