"""`giaoviec ingest` on good and bad files: one clear message each, its exit code, the register whole, the others go on."""

import json
import signal
import sqlite3
import subprocess
import sys
import time
import unicodedata
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from corpus.documents import letters
from corpus.generator import write_pdf
from corpus.generator.traps import scanned
from models.errors import ExitCode
from tests.cli.conftest import ENVIRON, ROOT, SAMPLES, Call, program

GOOD = SAMPLES / "cd-mua-lu.pdf"
LETTER = (SAMPLES / "bay-xuong-dong.txt").read_text(encoding="utf-8")


def letter(number: int) -> str:
    """Another letter of the office: two with the number of the first would be one document in two files."""
    return LETTER.replace("733/UBND-TH", f"{number}/UBND-TH")


def bad_files(folder: Path) -> dict[str, str]:
    """Write one file of each bad kind; the kind of error each must end with."""
    whole = GOOD.read_bytes()
    (folder / "rong.pdf").write_bytes(b"")
    (folder / "cut.pdf").write_bytes(whole[: len(whole) // 3])
    secret = Canvas(str(folder / "khoa.pdf"), encrypt=StandardEncryption("mat khau", canPrint=0))
    secret.drawString(72, 720, "x")
    secret.save()
    (folder / "khong-trang.pdf").write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\nxref\n0 3\n"
        b"0000000000 65535 f \n0000000009 00000 n \n0000000053 00000 n \ntrailer<</Size 3/Root 1 0 R>>\nstartxref\n99\n%%EOF\n"
    )
    (folder / "anh.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    with zipfile.ZipFile(folder / "nen.pdf", "w") as archive:
        archive.writestr("cv.txt", "x")
    with zipfile.ZipFile(folder / "hong.docx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types")
        archive.writestr("word/document.xml", "<w:document")
    return {
        "rong.pdf": "empty",
        "cut.pdf": "broken",
        "khoa.pdf": "encrypted",
        "khong-trang.pdf": "no_pages",
        "anh.png": "broken",
        "nen.pdf": "format",
        "hong.docx": "broken",
    }


def ledger(register: Path) -> dict[str, tuple[str, str | None]]:
    with closing(sqlite3.connect(register)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {name: (state, kind) for name, state, kind in connection.execute("SELECT name, state, kind FROM intake")}


def test_each_bad_file_gets_its_reason_and_the_good_ones_go_on(tmp_path: Path) -> None:
    inbox = tmp_path / "den"
    inbox.mkdir()
    kinds = bad_files(inbox)
    (inbox / "tot.pdf").write_bytes(GOOD.read_bytes())
    (inbox / "utf16.txt").write_text(LETTER, encoding="utf-16")
    before = {path.name: path.read_bytes() for path in inbox.iterdir()}
    result = program("ingest", inbox, "--register", tmp_path / "so.db")
    assert result.code == ExitCode.SOME_REJECTED, result.out + result.err
    rows = ledger(tmp_path / "so.db")
    assert {name: kind for name, (state, kind) in rows.items() if state == "rejected"} == kinds
    assert rows["tot.pdf"][0] == "registered"
    assert rows["utf16.txt"][0].startswith("registered")
    for name in kinds:
        (line,) = [line for line in result.out.splitlines() if f" {name}  " in line]
        assert "TỪ CHỐI: " in line
        assert "Hãy " in line, "the message ends with the next step"
    assert "9 tệp: 2 vào sổ, 7 bị từ chối." in result.out
    assert "Traceback" not in result.out + result.err
    assert {path.name: path.read_bytes() for path in inbox.iterdir()} == before


def test_papers_without_a_number_or_a_day_are_counted_with_the_place_to_write_them(call: Call, tmp_path: Path) -> None:
    inbox = tmp_path / "den"
    inbox.mkdir()
    blank = LETTER.replace("733/UBND-TH", "      /UBND-TH")
    (inbox / "du.pdf").write_bytes(GOOD.read_bytes())
    (inbox / "trong.txt").write_text(blank, encoding="utf-8")
    result = call("ingest", inbox, "--register", tmp_path / "so.db")
    (line,) = [line for line in result.out.splitlines() if " trong.txt  " in line]
    assert line.startswith("! "), "a tick would say that nobody need look at it"
    assert "chưa rõ số (/UBND-TH)" in line
    (whole,) = [line for line in result.out.splitlines() if " du.pdf  " in line]
    assert whole.startswith("✓ ")
    assert "1 văn bản chưa rõ số hoặc ngày" in result.out
    assert "“Soát thể thức văn bản”" in result.out
    listed = call("export", "--format", "csv", "--register", tmp_path / "so.db").out
    assert "/UBND-TH (trong.txt)" in listed
    assert "733" not in listed
    (inbox / "trong.txt").unlink()
    assert "chưa rõ số" not in call("ingest", inbox, "--register", tmp_path / "khac.db").out


def test_a_name_typed_composed_finds_the_file_that_is_stored_decomposed(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that came from a Mac holds its names in NFD; what is typed at a Vietnamese keyboard is NFC."""
    stored = tmp_path / unicodedata.normalize("NFD", "văn bản đến") / unicodedata.normalize("NFD", "Giấy mời.txt")
    stored.parent.mkdir()
    stored.write_text(LETTER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    typed = unicodedata.normalize("NFC", "văn bản đến/Giấy mời.txt")
    assert not Path(typed).exists(), "the disk keeps them apart"
    assert call("ingest", typed, "--register", "so.db").code == 0
    assert "733/UBND-TH" in call("text", tmp_path / typed).out
    missing = unicodedata.normalize("NFC", "văn bản đến/Giấy mời 2.txt")
    assert f"Không tìm thấy “{missing}”" in call("ingest", missing, "--register", "so.db").err


def test_the_same_folder_twice_changes_nothing(tmp_path: Path) -> None:
    inbox = tmp_path / "den"
    inbox.mkdir()
    (inbox / "a.pdf").write_bytes(GOOD.read_bytes())
    (inbox / "b.pdf").write_bytes(GOOD.read_bytes())
    first = program("ingest", inbox, "--register", tmp_path / "so.db")
    assert (first.code, "2 tệp: 1 vào sổ, 1 trùng." in first.out) == (0, True), first.out
    exported = program("export", "--format", "json", "--register", tmp_path / "so.db").out
    second = program("ingest", inbox, "--register", tmp_path / "so.db")
    assert (second.code, "2 tệp: 2 trùng." in second.out) == (0, True), second.out
    assert "= b.pdf  trùng với văn bản đã có trong sổ (a.pdf, 09/CĐ-UBND), không ghi lại" in second.out
    assert json.loads(program("export", "--format", "json", "--register", tmp_path / "so.db").out) == json.loads(exported)


def test_a_path_that_is_not_there_is_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    result = program("ingest", tmp_path / "khong-co", GOOD, "--register", tmp_path / "so.db")
    assert result.code == ExitCode.USAGE
    assert "Không tìm thấy" in result.err
    assert ledger(tmp_path / "so.db")["cd-mua-lu.pdf"][0] == "registered"


def test_nothing_is_made_where_no_path_is_there(tmp_path: Path) -> None:
    assert program("ingest", tmp_path / "khong-co", "--register", tmp_path / "so.db").code == ExitCode.USAGE
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    closed = tmp_path / "kin.txt"
    closed.write_text(LETTER, encoding="utf-8")
    closed.chmod(0)
    result = program("ingest", closed, GOOD, "--register", tmp_path / "so.db", humble=True)
    assert result.code == ExitCode.SOME_REJECTED
    assert ledger(tmp_path / "so.db")["kin.txt"] == ("rejected", "unreadable")


def test_folders_that_may_not_be_entered_do_not_stop_the_rest(tmp_path: Path) -> None:
    inbox = tmp_path / "den"
    for number, name in enumerate(("dong", "chi-liet-ke", "mo"), 1):
        (inbox / name).mkdir(parents=True)
        (inbox / name / "cv.txt").write_text(letter(number), encoding="utf-8")
    (inbox / "dong").chmod(0)
    (inbox / "chi-liet-ke").chmod(0o444)
    try:
        result = program("ingest", inbox, "--register", tmp_path / "so.db", humble=True)
        alone = program("ingest", inbox / "dong" / "cv.txt", "--register", tmp_path / "so.db", humble=True)
        read = program("text", inbox / "dong" / "cv.txt", humble=True)
    finally:
        (inbox / "dong").chmod(0o755)
        (inbox / "chi-liet-ke").chmod(0o755)
    assert result.code == alone.code == read.code == ExitCode.SOME_REJECTED, result.out + result.err
    assert "3 tệp: 1 vào sổ, 2 bị từ chối." in result.out
    for said in (result.out, alone.out, read.err):
        assert "cv.txt” (không có quyền). Hãy kiểm tra quyền đọc tệp" in said
    assert ledger(tmp_path / "so.db")["dong"] == ("rejected", "unreadable")


def test_a_name_keeps_to_its_line(tmp_path: Path) -> None:
    inbox = tmp_path / "den"
    inbox.mkdir()
    (inbox / "hai\ndòng\x1b[31m.txt").write_text(LETTER, encoding="utf-8")
    (inbox / "ro\nng.txt").touch()
    result = program("ingest", inbox, "--register", tmp_path / "so.db")
    assert len(result.out.splitlines()) == 4
    assert "✓ hai\\ndòng\\x1b[31m.txt  " in result.out
    assert "“ro\\nng.txt” là tệp rỗng" in result.out
    assert set(ledger(tmp_path / "so.db")) == {"hai\\ndòng\\x1b[31m.txt", "ro\\nng.txt"}


def test_a_secret_paper_leaves_nothing_but_its_name(tmp_path: Path) -> None:
    (tmp_path / "mat.txt").write_text(LETTER.replace("\n", "\nTỐI MẬT\n", 1), encoding="utf-8")
    result = program("ingest", tmp_path / "mat.txt", "--register", tmp_path / "so.db")
    assert result.code == ExitCode.SOME_REJECTED, result.out
    assert ledger(tmp_path / "so.db")["mat.txt"] == ("rejected", "secrecy_mark")
    words = LETTER.split("1. ")[1].split()[:4]
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "mat.txt"]
    assert all(" ".join(words).encode() not in path.read_bytes() for path in kept)
    assert not list(tmp_path.glob("so.files/originals/*"))


def test_verbose_says_for_each_page_where_its_text_came_from(tmp_path: Path) -> None:
    result = program("ingest", GOOD, "-v", "--register", tmp_path / "so.db")
    assert "trang 1: text_layer, chất lượng" in result.out


def test_ctrl_c_ends_with_130_and_a_whole_register(tmp_path: Path) -> None:
    inbox = tmp_path / "den"
    inbox.mkdir()
    for i in range(300):
        (inbox / f"{i:03}.txt").write_text(letter(i + 1), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pipeline.cli.main",
        "ingest",
        str(inbox),
        "--register",
        str(tmp_path / "so.db"),
        "--jobs",
        "1",
    ]
    before = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a suite that runs in the background ignores it, and so would the child
    process = subprocess.Popen(
        command, cwd=ROOT, env={**ENVIRON, "PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    signal.signal(signal.SIGINT, before)
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == ExitCode.INTERRUPTED
    assert "Đã dừng theo yêu cầu" in err
    assert "Traceback" not in err
    done = len(ledger(tmp_path / "so.db"))
    assert 1 <= done < 300
    again = program("ingest", inbox, "--register", tmp_path / "so.db", "--jobs", "2")
    assert f"{done} trùng" in again.out
    assert len(ledger(tmp_path / "so.db")) == 300


def test_a_killed_run_leaves_a_whole_register_and_no_worker(tmp_path: Path) -> None:
    inbox = tmp_path / "den"
    inbox.mkdir()
    for i in range(300):
        (inbox / f"{i:03}.txt").write_text(letter(i + 1), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pipeline.cli.main",
        "ingest",
        str(inbox),
        "--register",
        str(tmp_path / "so.db"),
        "--jobs",
        "1",
    ]
    process = subprocess.Popen(command, cwd=ROOT, env={**ENVIRON, "PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    workers = children_of(process.pid)
    assert workers
    process.kill()
    process.communicate()
    for pid in workers:
        assert is_gone(pid)
    assert 1 <= len(ledger(tmp_path / "so.db")) < 300


def children_of(pid: int) -> list[int]:
    return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def is_gone(pid: int) -> bool:
    for _ in range(200):
        stat = Path(f"/proc/{pid}/stat")
        if not stat.exists() or stat.read_text().rsplit(")", 1)[1].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False


@pytest.mark.shared
def test_every_real_file_ends_in_one_state(tmp_path: Path) -> None:
    shared = ROOT.parent / "shared" / "corpus"
    if not shared.is_dir():
        pytest.skip("../shared is not here: its documents are not part of the repository")
    folders = [shared / name for name in ("seeds", "text")]
    result = program("ingest", *folders, "--register", tmp_path / "so.db")
    files = [path for folder in folders for path in folder.iterdir()]
    assert result.code == ExitCode.OK, result.out
    rows = ledger(tmp_path / "so.db")
    assert set(rows) == {path.name for path in files}
    assert all(state.startswith("registered") or state == "duplicate" for state, _ in rows.values())


def test_scans_without_engine_are_rejected_with_the_command_that_installs_it_and_the_rest_goes_on(tmp_path: Path) -> None:
    nothing = {"PATH": str(tmp_path)}
    scan = SAMPLES / "bay-anh-quet.pdf"
    result = program("ingest", scan, GOOD, "--register", tmp_path / "so.db", environ=nothing)
    assert result.code == ExitCode.MISSING
    (line,) = [line for line in result.out.splitlines() if "bay-anh-quet.pdf" in line]
    assert line.endswith("sudo apt-get install tesseract-ocr tesseract-ocr-vie")
    assert ledger(tmp_path / "so.db")["bay-anh-quet.pdf"] == ("rejected", "engine_missing")
    assert ledger(tmp_path / "so.db")["cd-mua-lu.pdf"][0] == "registered"
    assert program("ingest", scan, GOOD, "--register", tmp_path / "so.db").code == 0, "once it is installed, the run is repeated"
    assert ledger(tmp_path / "so.db")["bay-anh-quet.pdf"][0] == "registered"
    assert len(list((tmp_path / "so.files" / "ocr").iterdir())) == 1


def test_ocr_can_be_switched_off(tmp_path: Path) -> None:
    scan = SAMPLES / "bay-anh-quet.pdf"
    result = program("ingest", scan, "--ocr", "off", "--register", tmp_path / "so.db", environ={"PATH": str(tmp_path)})
    assert result.code == 0
    assert "chưa đọc được nội dung các trang đó" in result.out
    assert not (tmp_path / "so.files" / "ocr").exists()


def test_text_of_a_scan_without_engine_is_exit_3(tmp_path: Path) -> None:
    result = program("text", SAMPLES / "bay-anh-quet.pdf", environ={"PATH": str(tmp_path)})
    assert (result.code, result.out) == (ExitCode.MISSING, "")
    assert result.err.rstrip().endswith("sudo apt-get install tesseract-ocr tesseract-ocr-vie")
    assert "Traceback" not in result.err


def test_a_scanned_secret_paper_leaves_its_name_alone(tmp_path: Path) -> None:
    letter = replace(letters()["bay-gach-dau-dong"], urgency="TỐI MẬT")
    write_pdf(letter, tmp_path / "goc.pdf")
    scanned(tmp_path / "goc.pdf", tmp_path / "quet.pdf", "seed")
    result = program("ingest", tmp_path / "quet.pdf", "--register", tmp_path / "so.db")
    assert result.code == ExitCode.SOME_REJECTED
    assert ledger(tmp_path / "so.db") == {"quet.pdf": ("rejected", "secrecy_mark")}
    assert [path for path in (tmp_path / "so.files").rglob("*") if path.is_file()] == []
    stored = b"".join(path.read_bytes() for path in tmp_path.glob("so.db*"))
    assert "chăm lo đời sống".encode() not in stored
