"""A document that came as a packet: its pages are drawn from the files in it, and each file can be taken out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from models.directive import Directive, FileRecord, PageFacts
from pipeline.extract import OcrMode, ReadSettings, read_pages
from pipeline.register import Register, store
from pipeline.review.app import create_app
from pipeline.review.settings import ReviewSettings
from tests.extract.packets import packet
from tests.factories import NOW, ids, make_fields, make_task

PDF = (Path(__file__).parents[2] / "corpus" / "samples" / "cv-phong-chay-rung.pdf").read_bytes()
FILES = [("công văn.pdf", PDF), ("phụ lục.txt", "PHỤ LỤC\nDanh sách các xã trọng điểm cháy rừng năm 2025".encode())]


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    path, source = tmp_path / "register.db", tmp_path / "goi.edxml"
    source.write_bytes(packet([*FILES, ("hong.docx", b"PK\x03\x04")]))
    document = read_pages(source, settings=ReadSettings(ocr=OcrMode.OFF))
    facts = document.file
    pages = tuple(
        PageFacts(page=page.number, source=page.source.value, reason=page.reason, quality=1, text=page.text, width=page.width,
                  height=page.height)
        for page in document.pages
    )  # fmt: skip
    record = FileRecord(name=facts.name, sha256=facts.sha256, size=facts.size, media=facts.media)
    directive = Directive(file=record, fields=make_fields(), pages=pages, tasks=(make_task(),), packet=document.packet)
    numbers = ids("t")
    with Register.open(path, create=True) as register:
        store(register, directive, now=NOW, original=source, new_id=lambda: next(numbers))
    settings = ReviewSettings(register=path, who="Lan", clock=lambda: NOW, draw_seconds=30)
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8000") as opened:
        yield opened


def test_the_page_tells_the_header_and_the_files(client: TestClient) -> None:
    page = client.get("/documents/t1").text
    assert "15/SNV-CCHC · 10/06/2025 · Công văn · Trần Văn Bình" in page
    assert "Sở Nội vụ, 000.00.05.H40" in page
    assert 'href="/documents/t1/attachments/0">công văn.pdf</a>' in page
    assert "(tệp nén hoặc tệp Word bị cắt dở)" in page or "(tệp nén bị hỏng hoặc có mật khẩu)" in page


def test_a_page_of_a_file_in_the_packet_is_drawn_and_a_text_has_none(client: TestClient) -> None:
    drawn = client.get("/documents/t1/pages/1")
    assert (drawn.status_code, drawn.headers["content-type"]) == (200, "image/png")
    last = client.get("/documents/t1").text.count("/documents/t1/attachments/")
    assert last == 3
    assert client.get("/documents/t1/pages/99").status_code == 404
    text_page = client.get("/documents/t1?sheet=99").text
    assert "Danh sách các xã trọng điểm" in text_page


def test_a_file_of_the_packet_is_a_download_and_nothing_else_is(client: TestClient) -> None:
    first = client.get("/documents/t1/attachments/0")
    assert first.content == PDF
    assert first.headers["content-type"] == "application/octet-stream"
    assert first.headers["content-disposition"] == "attachment; filename*=UTF-8''c%C3%B4ng%20v%C4%83n.pdf"
    for position in ("9", "-1", "../../etc/passwd", "0x0"):
        assert client.get(f"/documents/t1/attachments/{position}").status_code == 404
