"""Words that OCR doubted are given the marks that their context wants; what it was sure of, names and figures are never touched."""

from __future__ import annotations

import pytest

from models.text import Document, FileFacts, Page, PageSource, Word
from pipeline.recover import recover
from pipeline.recover.lexicon import Lexicon
from pipeline.recover.traces import shows_traces

_FACTS = FileFacts("quet.pdf", "0" * 64, 1, "application/pdf")
BOX = (0.0, 0.0, 10.0, 10.0)


def page_of(text: str, confidence: float, source: PageSource = PageSource.OCR) -> Page:
    """A healthy page whose words all have one confidence."""
    words, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        words.append(Word(start, at, BOX, confidence))
    return Page(1, raw=text, text=text, source=source, reason="", quality=1.0, healthy=True, words=tuple(words))


def settled(page: Page) -> Page:
    return recover(Document(_FACTS, (page,))).pages[0]


@pytest.mark.parametrize(
    ("misread", "printed"),
    [
        ("tăng cường công tác phòng, chồng dịch bệnh", "tăng cường công tác phòng, chống dịch bệnh"),
        ("tiếp tục khân trương triên khai các biện pháp", "tiếp tục khẩn trương triển khai các biện pháp"),
        ("- Năm chắc tình hình an ninh trật tự trên địa bàn", "- Nắm chắc tình hình an ninh trật tự trên địa bàn"),
        ("VỀ CÔNG TÁC PHÒNG, CHỒNG DỊCH BỆNH", "VỀ CÔNG TÁC PHÒNG, CHỐNG DỊCH BỆNH"),
        ("chịu trách nhiệm tô chức thực hiện Quyết định này", "chịu trách nhiệm tổ chức thực hiện Quyết định này"),
        ("rà soát hồ sơ; Thông kê, báo cáo số liệu hằng tháng", "rà soát hồ sơ; Thống kê, báo cáo số liệu hằng tháng"),
        ("Đồng ý chủ trương chuyên giao chủ thể quản lý vườn", "Đồng ý chủ trương chuyển giao chủ thể quản lý vườn"),
    ],
)
def test_marks_of_doubted_words_come_from_their_context(misread: str, printed: str) -> None:
    page = settled(page_of(misread, 0.6))
    assert page.text == printed
    assert page.raw == misread
    assert "sửa dấu" in page.reason
    assert settled(page) == page, "repairing what is repaired changes nothing"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("tăng cường công tác phòng, chống dịch bệnh", id="read right"),
        pytest.param("ông Nguyễn Văn Phòng, bà Trần Thị Chồng dự họp", id="names"),
        pytest.param("họp về PHÒNG, CHỒNG DỊCH BỆNH", id="capitals in a line of small letters"),
        pytest.param("NGUYỄN VĂN BÀN", id="a name in capitals"),
        pytest.param("kiểm soát hàng hoá, văn hoá phẩm", id="the place of a tone"),
        pytest.param("gồm các bà: Đề Thị Hoa, Bàn Thị Mai; Chồng A Páo", id="names behind a sign"),
        pytest.param("Nguyễn Chồng dự họp", id="a name that opens a line"),
        pytest.param("ngày 15/6/2025, số 12a/QĐ-UBND, email tô@sonkhe.gov.vn", id="figures, symbols, addresses"),
    ],
)
def test_what_is_no_doubted_word_of_small_letters_stays(text: str) -> None:
    assert settled(page_of(text, 0.3)).text == text


def test_sure_words_and_other_sources_stay_and_load_no_model() -> None:
    def never() -> Lexicon:
        raise AssertionError("the model was asked for")

    text = "tăng cường công tác phòng, chồng dịch bệnh"
    for page in (page_of(text, 0.98), page_of(text, 0.3, PageSource.TEXT_LAYER)):
        document = Document(_FACTS, (page,))
        assert recover(document, lexicon=never).pages[0].text == text


@pytest.mark.parametrize("source", [PageSource.PLAIN, PageSource.TEXT_LAYER])
def test_words_of_an_engine_that_nobody_names_are_settled_too(source: PageSource) -> None:
    read = "Sở Xây dựng đề nghi các đơn vị kiêm tra, báo cáo kêt quả trước ngày 15/6."
    page = settled(Page(1, raw=read, text=read, source=source, reason="", quality=1.0))
    assert page.text == "Sở Xây dựng đề nghị các đơn vị kiểm tra, báo cáo kết quả trước ngày 15/6."
    assert page.raw == read
    assert settled(page) == page


def test_what_somebody_typed_is_no_engines() -> None:
    """ "tụ điểm" has the letters of "từ điểm", and no other word tells of an engine."""
    typed = "Công an phường kiểm tra các điểm, tụ điểm phức tạp; xử lý cơ sở không phép."
    page = Page(1, raw=typed, text=typed, source=PageSource.PLAIN, reason="", quality=1.0)
    assert settled(page) == page


def test_an_engine_leaves_several_traces_in_lines_of_print() -> None:
    line = "Sở Y tế đề nghi các đơn vị thưc hiện các việc sau"
    assert shows_traces(f"{line}\nvà báo cáo kết quả.")
    assert not shows_traces("Sở Y tế đề nghi các đơn vị thực hiện các việc sau\nvà báo cáo kết quả.")  # a slip of a typist
    assert not shows_traces(" ".join([line] * 6))  # no page is so wide
