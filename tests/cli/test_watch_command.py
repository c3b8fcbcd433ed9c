"""`giaoviec watch` and `giaoviec status` as an office uses them: the real engine, real signals."""

import json
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models.errors import ExitCode
from models.register import Arrival, InboxRow, IntakeRow, IntakeState
from pipeline.register import Register, note_inbox, record_intake
from tests.cli.conftest import ENVIRON, ROOT, SAMPLES, Call, program

NOW = datetime(2025, 6, 30, tzinfo=UTC)
GOOD = SAMPLES / "cd-mua-lu.pdf"


def test_what_lies_there_is_read_once_and_status_tells_of_it(tmp_path: Path, call: Call) -> None:
    inbox = tmp_path / "den"
    (inbox / "phòng A").mkdir(parents=True)
    (inbox / "phòng A" / "công văn.pdf").write_bytes(GOOD.read_bytes())
    (inbox / "cụt.pdf").write_bytes(GOOD.read_bytes()[:5000])
    (inbox / "link").symlink_to("/etc/hostname")
    result = program(
        "watch", inbox, "--once", "--settle", 1, "--beside", tmp_path / "xong", "--log", tmp_path / "log.jsonl", "--register",
        tmp_path / "so.db",
    )  # fmt: skip
    assert result.code == ExitCode.SOME_REJECTED, result.err
    assert "✓ công văn.pdf  09/CĐ-UBND" in result.out
    assert "2 tệp: 1 vào sổ, 1 bị từ chối." in result.out
    assert {path.name for path in inbox.rglob("*")} == {"link", "phòng A"}
    note = (tmp_path / "xong" / "loi" / "cụt.pdf.txt").read_text(encoding="utf-8-sig")
    assert "“cụt.pdf” bị hỏng hoặc thiếu phần cuối" in note
    events = [json.loads(line)["event"] for line in (tmp_path / "log.jsonl").read_text().splitlines()]
    assert (events[0], sorted(events[1:-1]), events[-1]) == ("started", ["passed_over", "registered", "rejected"], "stopped")
    told = json.loads(call("status", "--json", "--register", tmp_path / "so.db").out)
    assert (told["counts"]["registered"], told["counts"]["rejected"], told["waiting"]) == (1, 1, [])
    assert [(row["name"], row["kind"], row["place"]) for row in told["rejected"]] == [
        ("cụt.pdf", "broken", str(tmp_path / "xong" / "loi" / "cụt.pdf"))
    ]
    assert told["inboxes"][0]["passed_over"] == [{"name": "link", "reason": "là liên kết, không phải tệp"}]
    assert told["ended"]["day"] == 2
    shown = call("status", "--register", tmp_path / "so.db").out
    assert "đã dừng lúc" in shown
    assert "2 tệp: 1 vào sổ, 1 bị từ chối." in shown
    english = call("status", "--register", tmp_path / "so.db", environ={"GIAOVIEC_LANG": "en"}).out
    assert "2 files: 1 registered, 1 rejected." in english
    assert "link  is a link, no file" in english


def test_a_watcher_reads_what_lands_refuses_a_second_and_stops_when_asked(tmp_path: Path, call: Call) -> None:
    inbox = tmp_path / "den"
    inbox.mkdir()
    command = [
        sys.executable,
        "-m",
        "pipeline.cli.main",
        "watch",
        str(inbox),
        "--settle",
        "1",
        "--register",
        str(tmp_path / "so.db"),
    ]
    process = subprocess.Popen(
        command, cwd=ROOT, env={**ENVIRON, "PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stderr.readline() == f"Đang trông: {inbox}\n"
        second = call("watch", inbox, "--register", tmp_path / "so.db")
        assert (second.code, f"tiến trình {process.pid} trên máy" in second.err) == (ExitCode.USAGE, True), second.err
        (inbox / "cv.pdf").write_bytes(GOOD.read_bytes())
        assert process.stdout.readline().startswith("✓ cv.pdf  09/CĐ-UBND")
        assert "đang trông (tiến trình" in call("status", "--register", tmp_path / "so.db").out
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate()
    finally:
        process.kill()
        process.wait()
    assert process.returncode == ExitCode.OK
    assert "1 tệp: 1 vào sổ." in out
    assert "Đã dừng; thư mục nhận không còn tệp nào đợi." in err
    assert "Traceback" not in err
    assert list(inbox.iterdir()) == []
    with closing(sqlite3.connect(tmp_path / "so.db")) as db:
        assert db.execute("SELECT state FROM intake").fetchall() == [("registered",)]


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["den", "--register", "den/so.db"], id="the register inside the inbox"),
        pytest.param(["den", "--log", "den/log.jsonl"], id="the log inside the inbox"),
        pytest.param(["den", "--beside", "den"], id="its neighbours inside the inbox"),
        pytest.param(["khong-co"], id="no such folder"),
        pytest.param(["den", "--poll", "0"], id="no time at all"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_made(
    tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "den").mkdir()
    result = call("watch", *arguments)
    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert "Hãy" in result.err or "Xem cách dùng" in result.err
    assert sorted(tmp_path.rglob("*")) == [tmp_path / "den"]


def test_status_without_a_register_says_where_it_looked(tmp_path: Path, call: Call) -> None:
    result = call("status", "--register", tmp_path / "so.db")
    assert result.code == ExitCode.REGISTER
    assert "so.db" in result.err


def test_a_watcher_that_died_is_told(tmp_path: Path, call: Call) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    now = datetime.now().astimezone()
    with Register.open(tmp_path / "so.db", create=True) as register:
        note_inbox(register, InboxRow("/den", dead.pid, socket.gethostname(), now, now))
    shown = call("status", "--register", tmp_path / "so.db").out
    assert "/den: KHÔNG ai trông" in shown
    assert json.loads(call("status", "--json", "--register", tmp_path / "so.db").out)["inboxes"][0]["watched"] is False


def test_status_tells_what_was_mended_and_what_could_not_be_moved(tmp_path: Path, call: Call) -> None:
    folder, where = tmp_path / "den", tmp_path / "so.db"
    folder.mkdir()
    (folder / "công văn.pdf").write_bytes(GOOD.read_bytes()[:5000])
    (folder / "hỏng.pdf").write_bytes(GOOD.read_bytes()[:4000])
    assert program("ingest", folder, "--register", where).code == ExitCode.SOME_REJECTED
    shown = call("status", "--register", where).out
    assert f"Nằm ở: {folder / 'công văn.pdf'}" in shown
    (folder / "công văn.pdf").write_bytes(GOOD.read_bytes())
    again = program("ingest", folder, "--register", where)
    assert "✓ công văn.pdf" in again.out
    with Register.open(where, create=False) as register:
        row = IntakeRow(
            path=str(folder / "kẹt.pdf"), name="kẹt.pdf", state=IntakeState.REGISTERED, reason="đã vào sổ", finished=NOW,
            sha256="7" * 64, arrival=Arrival("a1", str(folder), str(tmp_path / "da-xu-ly" / "kẹt.pdf")),
        )  # fmt: skip
        record_intake(register, row)
    shown = call("status", "--register", where).out
    rejected = shown[shown.index("Bị từ chối gần đây") :]
    assert "“hỏng.pdf” bị hỏng" in rejected
    assert "“công văn.pdf” bị hỏng" not in rejected
    assert "Đã có bản đọc được thay cho tệp từng bị từ chối: công văn.pdf" in rejected
    assert f"Đã xong nhưng còn nằm trong thư mục nhận:\n  kẹt.pdf  {folder / 'kẹt.pdf'}" in shown
    told = json.loads(call("status", "--json", "--register", where).out)
    assert {row["name"]: row["mended"] for row in told["rejected"]} == {"công văn.pdf": True, "hỏng.pdf": False}
    assert [row["name"] for row in told["unmoved"]] == ["kẹt.pdf"]


def test_a_run_that_is_repeated_says_that_the_file_was_registered_before(tmp_path: Path) -> None:
    (tmp_path / "một.pdf").write_bytes(GOOD.read_bytes())
    assert "✓ một.pdf" in program("ingest", tmp_path / "một.pdf", "--register", tmp_path / "so.db").out
    (tmp_path / "hai.pdf").write_bytes(GOOD.read_bytes())
    told = program("ingest", tmp_path / "một.pdf", tmp_path / "hai.pdf", "--register", tmp_path / "so.db").out
    assert "= một.pdf  đã vào sổ từ lần trước (một.pdf, 09/CĐ-UBND), không đọc lại" in told
    assert "= hai.pdf  trùng với văn bản đã có trong sổ (một.pdf, 09/CĐ-UBND), không ghi lại" in told
