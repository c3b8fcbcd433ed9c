"""Repairs of the text: each step on real damage, and what holds for any text at all."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.spans import apply_edits
from models.text import Document, FileFacts, Page, PageSource
from pipeline.recover import STEPS, recover, recover_text

_FACTS = FileFacts("van-ban.txt", "0" * 64, 1, "text/plain")


def _document(raw: str, source: PageSource = PageSource.PLAIN) -> Document:
    return Document(_FACTS, (Page(1, raw, raw, source, "văn bản thuần", 1.0),))


@pytest.mark.parametrize(
    ("damaged", "repaired"),
    [
        ("tiếp câṇ", "tiếp cận"),
        ("nghiêp\u0323", "nghiệp"),
        ("vi \u0323sự", "vị sự"),
        ("đơn vi \u0323sựnghiêp\u0323 công lập", "đơn vị sự nghiệp công lập"),
        ("trình đô \u0323dân trí", "trình độ dân trí"),
        ("câp\u0323 nhâṭ", "cập nhật"),
        ("Kế hoạch, \u0323nhu cầu", "Kế hoạch, nhu cầu"),
        ("ĐƠN VI \u0323SỰ NGHIÊP\u0323", "ĐƠN VỊ SỰ NGHIỆP"),
        ("España, Milošević", "España, Milošević"),
        ("sựnghieq\u0323", "sựnghieq\u0323"),
    ],
)
def test_stray_marks_go_to_their_vowel(damaged: str, repaired: str) -> None:
    assert recover_text(damaged)[0] == repaired


@pytest.mark.parametrize(
    ("damaged", "repaired"),
    [
        (unicodedata.normalize("NFD", "Ủy ban nhân dân"), "Ủy ban nhân dân"),
        ("Thu\u031b\u0309 tu\u031bo\u031b\u0301ng", "Thử tướng"),
        ("kê\u0301 hoa\u0323ch; e\u0301\u0302", "kế hoạch; ế"),
    ],
)
def test_letters_and_marks_are_composed(damaged: str, repaired: str) -> None:
    assert recover_text(damaged)[0] == repaired


@pytest.mark.parametrize(
    ("damaged", "repaired"),
    [
        ("ÐIỀU 1. QÐ-UBND, NÐ-CP", "ĐIỀU 1. QĐ-UBND, NĐ-CP"),
        ("ƢU TIÊN, thƣờng xuyên", "ƯU TIÊN, thường xuyên"),
        ("b\u0430o c\u0430o \u0421hính phủ", "bao cao Chính phủ"),
        ("Правительство ΑΒΓ", "Правительство ΑΒΓ"),
    ],
)
def test_look_alike_letters_become_what_they_stand_for(damaged: str, repaired: str) -> None:
    assert recover_text(damaged)[0] == repaired


@pytest.mark.parametrize(
    ("written", "parted"),
    [
        ("UBND TP.Thủ Đức, Công an TP.HCM", "UBND TP. Thủ Đức, Công an TP. HCM"),
        ("UBND TP. Thủ Đức", "UBND TP. Thủ Đức"),
        ("sở, ngành của TP.", "sở, ngành của TP."),
        ("hộp thư tp.thuduc, mã TP.01, TP.a", "hộp thư tp.thuduc, mã TP.01, TP.a"),
    ],
)
def test_a_city_is_parted_from_its_word(written: str, parted: str) -> None:
    assert recover_text(written)[0] == parted


def test_unseen_characters_go() -> None:
    assert recover_text("Kính\u00a0gửi:\u202fSở\u200b Nội\u00ad vụ 06/QĐ\u2011TTg\ufeff")[0] == "Kính gửi: Sở Nội vụ 06/QĐ-TTg"


MARKDOWN = """# THÔNG BÁO

**ỦY BAN NHÂN DÂN\u0020\u0020
TỈNH PHÚ LÂM**

Số: 12/TB\\-UBND &nbsp;(*Kế hoạch số 164/KH-UBND ngày 22/3/2023*)

- Định kỳ **trước ngày 20 hàng tháng** gửi Sở Nội vụ; ***trước ngày 25***.
* Xem [Cổng thông tin](https://phulam.gov.vn/tin) (*) và 5 * 3 = 15

***
- Lưu: VT, KSTT<sub>2</sub>.
"""


def test_markdown_marks_go_and_the_words_stay() -> None:
    text, back = recover_text(MARKDOWN)
    assert text == (
        "THÔNG BÁO\n\nỦY BAN NHÂN DÂN\nTỈNH PHÚ LÂM\n\nSố: 12/TB-UBND  (Kế hoạch số 164/KH-UBND ngày 22/3/2023)\n\n"
        "- Định kỳ trước ngày 20 hàng tháng gửi Sở Nội vụ; trước ngày 25.\n"
        "* Xem Cổng thông tin (*) và 5 * 3 = 15\n\n***\n- Lưu: VT, KSTT2.\n"
    )
    at = text.index("trước ngày 20 hàng tháng")
    start, end = back.back((at, at + 24))
    assert MARKDOWN[start:end] == "trước ngày 20 hàng tháng"


def test_text_without_markdown_keeps_its_stars() -> None:
    text = "Ghi chú: (*) số liệu tạm tính; 5 * 3\n* Cấp bộ\n*****\nA. B  C  \n"
    assert recover_text(text)[0] == text


def test_laid_out_pages_hold_no_markup() -> None:
    raw = "**Điều 1** và # 2"
    assert recover(_document(raw, PageSource.TEXT_LAYER)).text == raw
    assert recover(_document(raw)).text == "Điều 1 và # 2"


def test_raw_stays_and_back_leads_to_it() -> None:
    raw = "**Giao** Sở Nội vu \u0323tổng hợp"
    page = recover(_document(raw)).pages[0]
    assert page.raw == raw
    assert page.text == "Giao Sở Nội vụ tổng hợp"
    at = page.text.index("vụ")
    start, end = page.back.back((at, at + 2))
    assert raw[start:end] == "vu"


def test_map_of_the_reading_comes_first() -> None:
    text, change = apply_edits("[1] **Giao** Sở", [])
    page = _document(text).pages[0]
    once = recover(Document(_FACTS, (page,)))
    again = recover(once)
    assert again == once
    assert change.back((0, 3)) == (0, 3)


def test_clean_page_is_the_same_object() -> None:
    document = _document("Sở Nội vụ chủ trì, phối hợp với Sở Tài chính.")
    assert recover(document).pages[0] is document.pages[0]


# The same texts in each run, however slow the machine.
ANY_TEXT = settings(deadline=None, derandomize=True, max_examples=300)

PIECES = st.sampled_from(
    [
        *("**", "*", "***", "# ", "<sub>", "</sub>", "<br>", "&nbsp;", "\\", "  ", " ", "\n", "\t", "[", "(", ")"),
        *("\u0323", "\u0301", "\u0302", "\u031b", "\u00a0", "\u200b", "\u00ad", "ṇ", "ṭ", "Ð", "ƣ", "а", "е", "α"),
        *("vi", "sự", "nghiêp", "câ", "Đô", "Sở", "06/4/2025", "15", "QÐ-TTg", "e", "o", "U", "-", "."),
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=80))


@ANY_TEXT
@given(TEXTS)
def test_any_text_is_repaired_once_and_for_all(text: str) -> None:
    repaired, _ = recover_text(text)
    assert recover_text(repaired)[0] == repaired


@ANY_TEXT
@given(TEXTS)
def test_any_text_keeps_its_lines_and_digits(text: str) -> None:
    repaired, _ = recover_text(text)
    assert repaired.count("\n") == text.count("\n")
    assert [c for c in repaired if c.isascii() and c.isdigit()] == [c for c in text if c.isascii() and c.isdigit()]


@ANY_TEXT
@given(TEXTS, st.data())
def test_any_span_leads_back_to_its_source(text: str, data: st.DataObject) -> None:
    repaired, back = recover_text(text)
    assert back.back((0, len(repaired)))[1] <= len(text)
    start = data.draw(st.integers(0, len(repaired)))
    end = data.draw(st.integers(start, len(repaired)))
    a, b = back.back((start, end))
    assert 0 <= a <= b <= len(text)
    # What the span of the source becomes holds the span of the repaired text: nothing is lost on the way.
    digits = [c for c in repaired[start:end] if c.isascii() and c.isdigit()]
    source = [c for c in text[a:b] if c.isascii() and c.isdigit()]
    assert all(source.count(d) >= digits.count(d) for d in set(digits))


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
@ANY_TEXT
@given(text=TEXTS)
def test_edits_of_each_step_are_in_order(step: object, text: str) -> None:
    edits = list(step.edits(text))  # type: ignore[attr-defined]
    new, change = apply_edits(text, edits)
    for block in change.steps[0] if change.steps else ():
        assert text[block.old_start : block.old_end] != new[block.new_start : block.new_end]
