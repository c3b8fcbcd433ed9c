"""Pages whose text layer lies or is missing: what is taken, why, and that the words stand where they are shown."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from corpus.generator.traps import foreign_ocr
from models.errors import EngineMissing, TooLarge
from models.text import Document, PageSource
from pipeline.extract import Ocr, OcrMode, ReadSettings, read_pages
from pipeline.extract.legacy import legacy_tables
from pipeline.extract.ocr import EngineTrouble, SeenWord, find_tesseract
from pipeline.extract.ocr.engine import TooSlow
from tests.extract import scan_builders as make
from tests.extract.builders import BODY, Paper

WORDS = set(" ".join(make.LINES).split())
RECALL = 0.9
"""Share of the words that must be read letter by letter: clean print of 13 points gives 0.95 and more, lightly noised 0.9."""


def read(tmp_path: Path, data: bytes, name: str = "quet.pdf", engine: Ocr | None = None, **limits: object) -> Document:
    path = tmp_path / name
    path.write_bytes(data)
    return read_pages(path, settings=ReadSettings(**limits), ocr=engine)


def recall(text: str) -> float:
    return len(WORDS & set(text.split())) / len(WORDS)


@pytest.fixture(scope="module")
def picture() -> Image.Image:
    return make.pictures_of(make.paper())[0]


@pytest.fixture(autouse=True)
def _one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_THREAD_LIMIT", "1")


class Counting:
    """The engine of this machine, counting what it is asked; or one that fails on the pages it is told to."""

    version = "count"

    def __init__(self, fails: dict[int, Exception] | None = None) -> None:
        self.engine = find_tesseract()
        self.asked = 0
        self.fails = fails or {}

    def read(self, image: Image.Image, *, dpi: int, psm: int, seconds: float) -> tuple[SeenWord, ...]:
        self.asked += 1
        if self.asked in self.fails:
            raise self.fails[self.asked]
        return self.engine.read(image, dpi=dpi, psm=psm, seconds=seconds)


def test_a_healthy_layer_is_taken_without_asking_for_the_engine(tmp_path: Path) -> None:
    def never() -> Counting:
        raise AssertionError("the engine was asked for")

    page = read(tmp_path, make.paper(), engine=Ocr(find=never)).pages[0]
    assert page.source is PageSource.TEXT_LAYER


def test_a_scan_is_read_from_its_picture(tmp_path: Path, picture: Image.Image) -> None:
    document = read(tmp_path, make.scan_pdf(make.noisy(picture)))
    (page,) = document.pages
    assert (page.source, page.healthy) == (PageSource.OCR, True)
    assert recall(page.text) >= RECALL
    assert page.reason.endswith("không có lớp chữ: trang là ảnh quét")
    assert document.warnings == ()


def test_words_of_a_scan_stand_where_they_stand_in_the_born_digital_page(tmp_path: Path, picture: Image.Image) -> None:
    born = read(tmp_path, make.paper(), "goc.pdf").pages[0]
    seen = read(tmp_path, make.scan_pdf(picture)).pages[0]
    places = {born.raw[word.start : word.end]: word.box for word in born.words}
    found = [
        (word.box, places[text]) for word in seen.words if (text := seen.raw[word.start : word.end]) in ("chính", "Nội", "tháng")
    ]
    assert len(found) == 3
    for (x0, top, x1, bottom), (a0, b0, a1, b1) in found:
        assert abs(x0 - a0) < 3
        assert abs(x1 - a1) < 3
        assert min(bottom, b1) - max(top, b0) > 0.5 * (b1 - b0)
    assert all(word.confidence is not None and 0 <= word.confidence <= 1 for word in seen.words)
    assert "".join(seen.raw[word.start : word.end] for word in seen.words) == "".join(seen.raw.split())


def test_a_signature_stamp_over_a_scan_is_not_the_text(tmp_path: Path, picture: Image.Image) -> None:
    page = read(tmp_path, make.scan_pdf(picture, over=make.signature_stamp)).pages[0]
    assert (page.source, page.healthy) == (PageSource.OCR, True)
    assert recall(page.text) >= RECALL
    assert "chữ ký số" in page.reason


def test_the_layer_of_a_foreign_ocr_engine_is_read_again(tmp_path: Path, picture: Image.Image) -> None:
    lie = tuple(foreign_ocr("\n".join(make.LINES), "seed").split("\n"))
    data = make.scan_pdf(picture, over=make.hidden_text(lie))
    layer = read(tmp_path, data, ocr=OcrMode.OFF).pages[0]
    assert not layer.healthy
    assert recall(layer.text) < 0.5
    page = read(tmp_path, data).pages[0]
    assert (page.source, page.healthy) == (PageSource.OCR, True)
    assert recall(page.text) >= RECALL


def test_a_vietnamese_layer_under_a_scan_is_kept(tmp_path: Path, picture: Image.Image) -> None:
    page = read(tmp_path, make.scan_pdf(picture, over=make.hidden_text(make.LINES))).pages[0]
    assert page.source is PageSource.TEXT_LAYER
    assert recall(page.text) == 1


def _shifted(letter: str) -> str:
    return letter if letter.isspace() else chr(ord(letter) % 0x100 + 0x460)


def _old_letters(table: dict[str, str]) -> dict[str, str]:
    return {letter: code for code, letter in table.items() if len(letter) == 1}


@pytest.mark.parametrize("encoding", ["broken letter map", "TCVN3", "VNI"])
def test_letters_that_are_shown_right_and_said_wrong_are_read_from_the_page(tmp_path: Path, encoding: str) -> None:
    tables = legacy_tables()
    letters = {
        "broken letter map": _shifted,
        "TCVN3": _old_letters({chr(code): letter for code, letter in tables.tcvn3.items()}),
        "VNI": _old_letters(dict(tables.vni)),
    }[encoding]
    with make.lying_map(letters):
        data = make.paper()
    layer = read(tmp_path, data, ocr=OcrMode.OFF).pages[0]
    assert not layer.healthy, layer.text
    page = read(tmp_path, data).pages[0]
    assert (page.source, page.healthy) == (PageSource.OCR, True)
    assert recall(page.text) >= RECALL


def test_a_page_that_takes_too_long_is_marked_and_the_others_stay(tmp_path: Path, picture: Image.Image) -> None:
    engine = Counting({2: TooSlow("quá 60 giây cho một trang")})
    document = read(tmp_path, make.scan_pdf(picture, picture, picture), engine=Ocr(find=lambda: engine))
    assert [page.healthy for page in document.pages] == [True, False, True]
    assert document.pages[1].reason.endswith("đọc từ ảnh (OCR) không được: quá 60 giây cho một trang")
    assert document.warnings[0].startswith("1/3 trang không đọc được từ ảnh (quá 60 giây cho một trang)")


def test_the_engine_is_killed_when_the_time_of_a_page_is_over(tmp_path: Path, picture: Image.Image) -> None:
    started = time.monotonic()
    document = read(tmp_path, make.scan_pdf(picture), ocr_page_seconds=0.01)
    assert time.monotonic() - started < 5
    assert not document.pages[0].healthy
    assert "giây cho một trang" in document.pages[0].reason
    running = subprocess.run(["ps", "-o", "comm=", "--ppid", str(os.getpid())], capture_output=True, text=True, check=False).stdout
    assert "tesseract" not in running


def test_after_several_slow_pages_the_rest_of_a_file_is_not_tried(tmp_path: Path, picture: Image.Image) -> None:
    engine = Counting({number: TooSlow("quá 60 giây cho một trang") for number in range(1, 9)})
    document = read(tmp_path, make.scan_pdf(*[picture] * 8), engine=Ocr(find=lambda: engine), ocr_patience=2)
    assert engine.asked < 6
    assert "bỏ qua" in document.pages[-1].reason


def test_an_engine_that_fails_on_a_page_leaves_the_others(tmp_path: Path, picture: Image.Image) -> None:
    engine = Counting({1: EngineTrouble("Tesseract báo lỗi mã 1"), 2: ZeroDivisionError()})
    document = read(tmp_path, make.scan_pdf(picture, picture, picture), engine=Ocr(find=lambda: engine))
    assert [page.healthy for page in document.pages] == [False, False, True]
    assert "mã 1" in document.pages[0].reason
    assert "ZeroDivisionError" in document.pages[1].reason


def test_pages_read_at_once_come_in_order(tmp_path: Path) -> None:
    pages = [make.pictures_of(make.paper((f"Trang số {number} của văn bản", *make.LINES)))[0] for number in range(1, 5)]
    document = read(tmp_path, make.scan_pdf(*pages), ocr_jobs=2)
    assert [f"Trang số {page.number} " in page.text for page in document.pages] == [True] * 4


@pytest.mark.parametrize("hidden", ["PATH", "TESSDATA_PREFIX"])
def test_a_scan_without_engine_or_without_its_data_says_what_to_install(
    tmp_path: Path, picture: Image.Image, monkeypatch: pytest.MonkeyPatch, hidden: str
) -> None:
    monkeypatch.setenv(hidden, str(tmp_path))
    with pytest.raises(EngineMissing, match=r"apt-get install tesseract-ocr tesseract-ocr-vie$") as caught:
        read(tmp_path, make.scan_pdf(picture))
    assert caught.value.exit_code == 3
    assert "quet.pdf" in str(caught.value)
    assert read(tmp_path, make.paper()).pages[0].healthy, "what needs no engine is read"


@pytest.mark.parametrize(
    ("kind", "mode", "options"),
    [
        pytest.param("TIFF", "1", {"compression": "group4"}, id="fax TIFF"),
        pytest.param("JPEG", "CMYK", {"quality": 85}, id="CMYK JPEG"),
        pytest.param("PNG", "LA", {}, id="PNG with transparency"),
    ],
)
def test_image_files_are_read(tmp_path: Path, picture: Image.Image, kind: str, mode: str, options: dict[str, object]) -> None:
    page = read(tmp_path, make.image_file(kind, picture.convert(mode), **options), "anh.bin").pages[0]
    assert (page.source, page.healthy) == (PageSource.OCR, True)
    assert recall(page.text) >= RECALL
    assert (page.width, page.height) == pytest.approx(make.SMALL, abs=1)


def test_a_tiff_of_several_pages(tmp_path: Path, picture: Image.Image) -> None:
    pages = [picture, make.pictures_of(make.paper(make.LINES[::-1]))[0]]
    document = read(tmp_path, make.image_file("TIFF", *pages), "nhieu-trang.tif")
    assert [recall(page.text) >= RECALL for page in document.pages] == [True, True]
    assert document.pages[0].text.split() != document.pages[1].text.split()
    assert document.file.media == "image/tiff"


def test_a_photograph_turned_by_its_camera_is_read_upright(tmp_path: Path, picture: Image.Image) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held on its side
    page = read(tmp_path, make.image_file("JPEG", picture.rotate(90, expand=True), exif=exif), "anh.jpg").pages[0]
    assert recall(page.text) >= RECALL
    assert (page.width or 0) > (page.height or 0)


def test_an_image_bomb_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    with pytest.raises(TooLarge, match=r"ảnh 120 megapixel, nhiều nhất 80"):
        read(tmp_path, make.png_that_claims(12_000, 10_000), "bom.png")
    with pytest.raises(TooLarge, match="megapixel"):
        read(tmp_path, make.png_that_claims(100_000, 100_000), "bom.png")


def test_a_bomb_inside_a_pdf_costs_its_page_alone(tmp_path: Path, picture: Image.Image) -> None:
    document = read(tmp_path, make.pdf_that_claims(30_000, 30_000, picture))
    assert [page.healthy for page in document.pages] == [True, False]
    assert "ảnh 900 megapixel, nhiều nhất 80" in document.pages[1].reason


def test_a_giant_sheet_is_drawn_coarser_or_refused(tmp_path: Path) -> None:
    with make.lying_map(_shifted):
        poster = make.paper(make.LINES * 2, size=(10_000, 10_000))
    document = read(tmp_path, poster)
    assert "trang khổ lớn" in document.pages[0].reason
    assert "megapixel, nhiều nhất 80" in document.pages[0].reason


def _paper_with(picture: Image.Image) -> bytes:
    """Text, a picture of half the page, text."""
    above, below = ("Phần chữ đứng trước ảnh của trang", *BODY), ("Phần chữ đứng sau ảnh của trang",)
    sheet = Paper().lines(above, y=60)
    sheet.canvas.drawImage(ImageReader(picture), 80, 842 - 500, 420, 300)
    return sheet.lines(below, y=560).done()


def test_a_scan_pasted_between_paragraphs_is_read_in_its_place(tmp_path: Path, picture: Image.Image) -> None:
    (page,) = read(tmp_path, _paper_with(picture)).pages
    assert page.source is PageSource.TEXT_LAYER
    assert page.reason.endswith("; ảnh trong trang đọc bằng OCR")
    assert recall(page.text) >= RECALL
    before, inside, after = (page.text.index(words) for words in ("đứng trước", "Sở Y tế hướng dẫn", "đứng sau"))
    assert before < inside < after
    assert "".join(page.raw[word.start : word.end] for word in page.words) == "".join(page.raw.split())
    places = {page.raw[word.start : word.end]: word.box for word in page.words}
    assert all(200 <= places[word][1] <= 500 and 80 <= places[word][0] <= 500 for word in ("hướng", "bệnh", "viện"))


def test_a_photograph_between_paragraphs_changes_nothing(tmp_path: Path) -> None:
    plain = Image.radial_gradient("L").resize((600, 430))
    (page,) = read(tmp_path, _paper_with(plain)).pages
    assert page.reason == "lớp chữ của PDF: 100% tiếng đúng chính tả tiếng Việt"


def test_a_page_with_a_picture_needs_no_engine(tmp_path: Path, picture: Image.Image, monkeypatch: pytest.MonkeyPatch) -> None:
    data = _paper_with(picture)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "đứng sau" in read(tmp_path, data).pages[0].text
