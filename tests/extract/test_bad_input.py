"""Each bad file ends in its own error, with the message a clerk can act on; nothing else ever leaves."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from models.errors import (
    BrokenFile,
    EmptyFile,
    EncryptedFile,
    NoPages,
    PathNotFound,
    RejectedFile,
    TooLarge,
    UnknownFormat,
    UnreadableFile,
)
from pipeline.extract import OcrMode, ReadSettings, read_pages
from tests.extract.builders import BODY, Paper, damaged_docx, docx_bytes, empty_pdf, locked_pdf, replace_part


def _picture(kind: str, size: int = 20) -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise((size, size), 80).save(buffer, kind)
    return buffer.getvalue()


def _zip(**files: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


PDF = Paper().lines(BODY).done()
CASES = [
    pytest.param("rong.pdf", b"", EmptyFile, id="empty file"),
    pytest.param("trang.txt", b" \n\n\t ", EmptyFile, id="text of blanks"),
    pytest.param("cut.pdf", PDF[: len(PDF) // 3], BrokenFile, id="truncated PDF"),
    pytest.param("khoa.pdf", locked_pdf("mo", "chu"), EncryptedFile, id="PDF with a password"),
    pytest.param("0trang.pdf", empty_pdf(), NoPages, id="PDF without pages"),
    pytest.param("nen.pdf", _zip(a="b"), UnknownFormat, id="ZIP named .pdf"),
    pytest.param("chu.pdf", "Kính gửi: Sở Tài chính".encode(), BrokenFile, id="text named .pdf"),
    pytest.param("bang.xlsx", _zip(**{"xl/workbook.xml": "<x/>"}), UnknownFormat, id="spreadsheet"),
    pytest.param("cut.docx", damaged_docx()[:300], BrokenFile, id="truncated DOCX"),
    pytest.param("xml.docx", damaged_docx(), BrokenFile, id="DOCX with broken XML"),
    pytest.param("anh.gif", _picture("GIF"), UnknownFormat, id="GIF"),
    pytest.param("anh.png", _picture("PNG"), RejectedFile, id="PNG too small to be read"),
    pytest.param("anh.pdf", _picture("JPEG", 900)[:-9000], BrokenFile, id="truncated JPEG named .pdf"),
    pytest.param("anh.tif", _picture("TIFF")[:40], BrokenFile, id="truncated TIFF"),
    pytest.param("may.txt", bytes(range(256)) * 40, UnknownFormat, id="bytes of a program named .txt"),
    pytest.param("nga.txt", "Правительство Российской Федерации".encode("cp1251") * 30, UnknownFormat, id="Russian in CP1251"),
]


@pytest.mark.parametrize(("name", "data", "error"), CASES)
def test_bad_file_is_rejected_with_its_reason(tmp_path: Path, name: str, data: bytes, error: type[RejectedFile]) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(error) as caught:
        read_pages(path)
    assert type(caught.value) is error
    assert name in str(caught.value)
    assert str(caught.value).rstrip().endswith(".")
    assert path.read_bytes() == data


def test_picture_says_that_ocr_is_switched_off(tmp_path: Path) -> None:
    path = tmp_path / "scan.png"
    path.write_bytes(_picture("PNG", 900))
    with pytest.raises(UnknownFormat, match="--ocr off"):
        read_pages(path, settings=ReadSettings(ocr=OcrMode.OFF))


def test_vanished_path(tmp_path: Path) -> None:
    with pytest.raises(PathNotFound):
        read_pages(tmp_path / "khong-co.pdf")


def test_dangling_link(tmp_path: Path) -> None:
    link = tmp_path / "lien-ket.pdf"
    link.symlink_to(tmp_path / "da-xoa.pdf")
    with pytest.raises(PathNotFound):
        read_pages(link)


def test_link_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "goc.pdf").write_bytes(PDF)
    link = tmp_path / "lien-ket.pdf"
    link.symlink_to(tmp_path / "goc.pdf")
    assert "Sở Tài chính" in read_pages(link).text


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read_pages(tmp_path)


def test_pipe_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "ong.pdf"
    os.mkfifo(pipe)
    with pytest.raises(UnreadableFile):
        read_pages(pipe)


def test_device_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        read_pages(Path("/dev/zero"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_forbidden_file(tmp_path: Path) -> None:
    path = tmp_path / "cam.pdf"
    path.write_bytes(PDF)
    path.chmod(0)
    with pytest.raises(UnreadableFile, match="không có quyền"):
        read_pages(path)


def test_file_over_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "lon.pdf"
    path.write_bytes(PDF)
    with pytest.raises(TooLarge):
        read_pages(path, settings=ReadSettings(max_bytes=1_000))


def test_pdf_of_too_many_pages(tmp_path: Path) -> None:
    path = tmp_path / "day.pdf"
    path.write_bytes(Paper().lines(BODY).next().lines(BODY).done())
    with pytest.raises(TooLarge, match="2 trang"):
        read_pages(path, settings=ReadSettings(max_pages=1))


def test_word_file_that_unpacks_to_too_much(tmp_path: Path) -> None:
    import docx

    path = tmp_path / "bom.docx"
    bomb = replace_part(docx_bytes(docx.Document()), "word/styles.xml", b" " * 3_000_000)
    path.write_bytes(bomb)
    with pytest.raises(TooLarge):
        read_pages(path, settings=ReadSettings(max_unpacked=2_000_000))


def test_owner_password_alone_reads_fine(tmp_path: Path) -> None:
    path = tmp_path / "chi-doc.pdf"
    path.write_bytes(locked_pdf("", "chu"))
    assert "Sở Tài chính chủ trì" in read_pages(path).text


def test_pdf_cut_at_every_tenth_never_leaves_a_raw_exception(tmp_path: Path) -> None:
    for tenth in range(1, 10):
        path = tmp_path / f"{tenth}.pdf"
        path.write_bytes(PDF[: len(PDF) * tenth // 10])
        try:
            read_pages(path)
        except RejectedFile:
            continue


def test_every_rejection_says_it_in_english_too(tmp_path: Path) -> None:
    path = tmp_path / "rong.pdf"
    path.write_bytes(b"")
    with pytest.raises(EmptyFile) as caught:
        read_pages(path)
    assert "is empty" in caught.value.message("en")
