"""Enumerators and openers that OCR misread are put right where their place says what they must be, and nowhere else."""

from __future__ import annotations

import pytest

from models.text import Document, FileFacts, Page, PageSource
from pipeline.recover import recover, recover_text


def seen(text: str) -> str:
    return recover_text(text, plain=False, seen=True)[0]


@pytest.mark.parametrize(
    ("misread", "printed"),
    [
        pytest.param("để tổng hợp.\n~ Trao quà đến tận tay", "để tổng hợp.\n- Trao quà đến tận tay", id="a dash seen as a tilde"),
        pytest.param("- Như trên;\n= UBND tỉnh;", "- Như trên;\n- UBND tỉnh;", id="a dash seen twice"),
        pytest.param("để tổng hợp.\n____~ Trao quà", "để tổng hợp.\n- Trao quà", id="specks before a dash"),
        pytest.param("để tổng hợp.\n_ - Trao quà", "để tổng hợp.\n- Trao quà", id="a speck apart from a dash"),
        pytest.param("để tổng hợp.\n'Trao quà", "để tổng hợp.\n'Trao quà", id="a speck alone is no dash"),
        pytest.param("4. Cử cán bộ.\n5, Định kỳ báo cáo", "4. Cử cán bộ.\n5. Định kỳ báo cáo", id="a comma behind the number"),
        pytest.param(
            "11. Xây dựng\nkế hoạch.\n12: Thực hiện", "11. Xây dựng\nkế hoạch.\n12. Thực hiện", id="a colon behind the number"
        ),
        pytest.param(
            "như sau:\nl. Sở Y tế\n2. Sở Nội vụ", "như sau:\nl. Sở Y tế\n2. Sở Nội vụ", id="no end before the second item"
        ),
        pytest.param("như sau:\nl. Sở Y tế:\n2. Sở Nội vụ", "như sau:\n1. Sở Y tế:\n2. Sở Nội vụ", id="the letter l for one"),
        pytest.param("1. Các sở, ban, ngành\n~ Rà soát", "1. Các sở, ban, ngành\n- Rà soát", id="a tilde below a heading"),
        pytest.param("I. MỤC ĐÍCH\nMột.\nII MỤC TIÊU", "I. MỤC ĐÍCH\nMột.\nII. MỤC TIÊU", id="a point lost"),
        pytest.param("II. MỤC TIÊU\nII. NHIỆM VỤ", "II. MỤC TIÊU\nIII. NHIỆM VỤ", id="a stroke lost, the first one a page before"),
        pytest.param(
            "I. MỤC ĐÍCH\nII. MỤC TIÊU\nII. NHIỆM VỤ\nIV. KINH PHÍ",
            "I. MỤC ĐÍCH\nII. MỤC TIÊU\nIII. NHIỆM VỤ\nIV. KINH PHÍ",
            id="a stroke lost",
        ),
        pytest.param("II. MỤC TIÊU\nHọp.\n111. NHIỆM VỤ", "II. MỤC TIÊU\nHọp.\nIII. NHIỆM VỤ", id="ones for strokes"),
        pytest.param("I. MỤC ĐÍCH\nHọp.\nH. MỤC TIÊU", "I. MỤC ĐÍCH\nHọp.\nII. MỤC TIÊU", id="two strokes seen as H"),
        pytest.param(
            "Quyết định này./.\n\nSet nai\tTM. ỦY BAN\n- Như Điều 4;\tCHỦ TỊCH\n- Lưu: VT.",
            "Quyết định này./.\n\nNơi nhận:\tTM. ỦY BAN\n- Như Điều 4;\tCHỦ TỊCH\n- Lưu: VT.",
            id="the opener of the recipients",
        ),
    ],
)
def test_what_the_place_tells(misread: str, printed: str) -> None:
    assert seen(misread) == printed
    assert seen(printed) == printed


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("theo quy định tại Khoản 4,\n5, Điều 6 Nghị định", id="a citation that was wrapped"),
        pytest.param("4. Nêu tại điểm a;\n5, Khoản 2", id="a citation behind a semicolon"),
        pytest.param("cơ sở của\n~ Hà Nội", id="a speck before a line that goes on"),
        pytest.param("như sau:\nl. Sở Y tế\n2. Sở Nội vụ", id="the second one may be a wrapped line"),
        pytest.param("5, Một mục lẻ loi", id="a number without neighbours"),
        pytest.param("I. A B\nII. MỤC TIÊU\nII. NHIỆM VỤ\nIII. KINH PHÍ", id="a slip of the typist: the third is there"),
        pytest.param("II BỘ PHẬN MỘT CỬA", id="a numeral without a series"),
        pytest.param("Nơi nhận:\n- Như trên;\n- Lưu: VT.", id="an opener that was read"),
        pytest.param("Kính gửi các đồng chí:\n- Như kế hoạch đã nêu, các sở thực hiện.", id="no list of recipients"),
        pytest.param("Kết quả\n- Như trên;\nvà các việc khác", id="a list that does not end as recipients do"),
    ],
)
def test_what_the_place_does_not_tell_stays(text: str) -> None:
    assert seen(text) == text


def test_only_pages_read_from_pictures_are_touched() -> None:
    raw = "4. Cử cán bộ.\n5, Định kỳ báo cáo"
    facts = FileFacts("quet.pdf", "0" * 64, 1, "application/pdf")
    pages = tuple(Page(1, raw, raw, source, "", 1.0) for source in (PageSource.OCR, PageSource.TEXT_LAYER, PageSource.PLAIN))
    read = [page.text for page in recover(Document(facts, pages)).pages]
    assert read == [raw.replace("5,", "5."), raw, raw]


def test_the_way_back_stays() -> None:
    raw = "I. MỤC ĐÍCH\nII. MỤC TIÊU\nII. NHIỆM VỤ"
    text, back = recover_text(raw, plain=False, seen=True)
    start = text.index("NHIỆM VỤ")
    assert raw[slice(*back.back((start, start + 8)))] == "NHIỆM VỤ"


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("1. Đơn vị chủ trì, thực hiện đề án là Sở A.", "1. Đơn vị chủ trì, thực hiện đề án là Sở A."),
        ("Cơ quan phối hợp, theo dõi gồm có Sở Nội vụ.", "Cơ quan phối hợp, theo dõi gồm có Sở Nội vụ."),
        ("- Đơn vị chủ trì; Sở Nội vụ", "- Đơn vị chủ trì: Sở Nội vụ"),
        ("- Đơn vi chủ trì, Sở Nội vụ", "- Đơn vị chủ trì: Sở Nội vụ"),
    ],
)
def test_a_sentence_that_opens_like_a_label_keeps_its_comma(line: str, right: str) -> None:
    assert recover_text(line, plain=False)[0] == right
