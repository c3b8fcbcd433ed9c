"""`ingest --dry-run` foretells and writes nothing; `ingest --lists` hands out one list for each lead."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.errors import ExitCode
from models.office import Office
from pipeline.extract import reader
from pipeline.register import Register, set_office, store
from tests.cli.conftest import SAMPLES, Call
from tests.factories import NOW, make_bytes, make_directive, make_fields, make_task

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "WordDocument".encode("utf-16-le") + b"\x00" * 600


def test_a_dry_run_says_what_would_happen_and_writes_nothing(call: Call, tmp_path: Path) -> None:
    inbox = tmp_path / "den"
    inbox.mkdir()
    (inbox / "a.pdf").write_bytes((SAMPLES / "cd-mua-lu.pdf").read_bytes())
    (inbox / "b.pdf").write_bytes((SAMPLES / "cd-mua-lu.pdf").read_bytes())
    (inbox / "rong.pdf").touch()
    result = call("ingest", inbox, "--dry-run", "--register", tmp_path / "so.db", "--lists", tmp_path / "ds")
    assert result.code == 1
    assert "+ a.pdf  sẽ đọc (93 KB)" in result.out
    assert "= b.pdf  trùng với a.pdf" in result.out
    assert "✗ rong.pdf  TỪ CHỐI: “rong.pdf” là tệp rỗng" in result.out
    assert "3 tệp: 1 sẽ được đọc, 1 trùng, 1 sẽ bị từ chối." in result.out
    assert [path.name for path in tmp_path.iterdir()] == ["den"]


def test_a_dry_run_opens_the_files(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An old Word file without LibreOffice and a PDF that was cut off were "would be read", and rejected a minute later."""
    monkeypatch.setattr(reader, "find_office", lambda: None)
    (tmp_path / "hong.pdf").write_bytes((SAMPLES / "cd-mua-lu.pdf").read_bytes()[:5000])
    (tmp_path / "cu.doc").write_bytes(OLD_WORD)
    result = call("ingest", tmp_path / "hong.pdf", tmp_path / "cu.doc", "--dry-run", "--register", tmp_path / "so.db")
    assert result.code == ExitCode.SOME_REJECTED
    assert "✗ hong.pdf  TỪ CHỐI: “hong.pdf” bị hỏng hoặc thiếu phần cuối" in result.out
    (old,) = [line for line in result.out.splitlines() if "cu.doc" in line]
    assert "Hãy cài LibreOffice (lệnh cài: xem giaoviec doctor)" in old
    assert "2 tệp: 2 sẽ bị từ chối." in result.out
    assert "Hãy cài LibreOffice" in call("text", tmp_path / "cu.doc").err
    monkeypatch.setattr(reader, "find_office", lambda: "/usr/bin/soffice")
    assert "+ cu.doc  sẽ đọc" in call("ingest", tmp_path / "cu.doc", "--dry-run", "--register", tmp_path / "so.db").out


def test_a_dry_run_opens_pictures_and_ends_with_every_file(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, head in (("a.png", b"\x89PNG\r\n\x1a\n"), ("b.tif", b"II*\x00")):
        (tmp_path / name).write_bytes(head + b"\x00" * 100)
    (tmp_path / "c.pdf").write_bytes((SAMPLES / "cd-mua-lu.pdf").read_bytes())
    monkeypatch.setattr(reader, "open_pdf", lambda *_: 1 / 0)  # a parser that meets something new
    files = (tmp_path / name for name in ("a.png", "b.tif", "c.pdf"))
    result = call("ingest", *files, "--dry-run", "--register", tmp_path / "so.db")
    assert result.code == ExitCode.SOME_REJECTED
    assert "3 tệp: 3 sẽ bị từ chối." in result.out
    assert result.out.count("không mở được như một tệp ảnh") == 2


def test_a_dry_run_knows_what_the_register_has(call: Call, tmp_path: Path) -> None:
    (tmp_path / "ke-hoach.pdf").write_bytes(make_bytes())
    with Register.open(tmp_path / "so.db", create=True) as register:
        store(register, make_directive(), now=NOW, original=make_bytes())
    result = call("ingest", tmp_path / "ke-hoach.pdf", "--dry-run", "--register", tmp_path / "so.db")
    assert (result.code, result.out.splitlines()[0]) == (0, "= ke-hoach.pdf  trùng với ke-hoach.pdf, 2039/KH-UBND")


def test_lists_are_written_for_each_lead(call: Call, tmp_path: Path) -> None:
    with Register.open(tmp_path / "so.db", create=True) as register:
        tasks = [make_task("Một", leads=("Sở Nội vụ", "Sở Y tế")), make_task("Hai", leads=("Sở Y tế",)), make_task("Ba")]
        store(register, make_directive(*tasks), now=NOW, original=make_bytes())
        more = make_directive(make_task("Bốn", leads=("SỞ Y TẾ",)), name="b.pdf", fields=make_fields(number="1/CV"))
        store(register, more, now=NOW, original=make_bytes("b.pdf"))
    (tmp_path / "rong").mkdir()
    result = call("ingest", tmp_path / "rong", "--register", tmp_path / "so.db", "--lists", tmp_path / "ds")
    assert "Đã ghi 3 danh sách theo cơ quan chủ trì" in result.out
    assert sorted(path.name for path in (tmp_path / "ds").iterdir()) == ["chua-ro-chu-tri.xlsx", "so-noi-vu.xlsx", "so-y-te.xlsx"]
    sheet = load_workbook(io.BytesIO((tmp_path / "ds" / "so-y-te.xlsx").read_bytes())).worksheets[0]
    cells = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert {"Một", "Hai", "Bốn"} <= cells
    assert "Ba" not in cells


def test_the_communes_of_another_province_have_a_list_of_their_own(call: Call, tmp_path: Path) -> None:
    with Register.open(tmp_path / "so.db", create=True) as register:
        set_office(register, Office(name="Sở Nội vụ tỉnh Phú Thọ"))
        for number, place in enumerate(("tỉnh Phú Thọ", "thành phố Hà Nội")):
            fields = make_fields(number=f"{number}/UBND", issuer=f"Ủy ban nhân dân {place}", place=place.split(" ", 1)[1])
            task = make_task(f"Việc của {place}", leads=("UBND các xã, phường",))
            store(
                register, make_directive(task, name=f"{number}.pdf", fields=fields), now=NOW, original=make_bytes(f"{number}.pdf")
            )
    (tmp_path / "rong").mkdir()
    call("ingest", tmp_path / "rong", "--register", tmp_path / "so.db", "--lists", tmp_path / "ds")
    names = sorted(path.name for path in (tmp_path / "ds").iterdir())
    assert names == ["ubnd-cac-xa-phuong-ha-noi.xlsx", "ubnd-cac-xa-phuong.xlsx"]


def test_a_folder_for_lists_that_cannot_be_made_is_said_before_reading(call: Call, tmp_path: Path) -> None:
    (tmp_path / "ds").write_text("x")
    result = call("ingest", SAMPLES / "cd-mua-lu.pdf", "--register", tmp_path / "so.db", "--lists", tmp_path / "ds")
    assert result.code == 2
    assert not (tmp_path / "so.db").exists()


def test_a_file_cannot_be_the_folder_of_the_lists(tmp_path: Path, call: Call) -> None:
    (tmp_path / "tep.xlsx").write_bytes(b"x")
    result = call("ingest", SAMPLES / "cd-mua-lu.pdf", "--lists", tmp_path / "tep.xlsx", "--register", tmp_path / "so.db")
    assert result.code == ExitCode.USAGE
    assert "không phải thư mục; --lists cần một thư mục" in result.err
    assert (tmp_path / "tep.xlsx").read_bytes() == b"x"
    assert not (tmp_path / "so.db").exists(), "said before anything is read"
