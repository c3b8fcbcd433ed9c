"""Enumerators at the start of a line."""

from __future__ import annotations

import pytest

from pipeline.outline.markers import LETTERS, Kind, misread_roman, read_marker, roman_value, to_roman


@pytest.mark.parametrize(
    ("line", "kind", "label", "rest"),
    [
        pytest.param("Phần thứ nhất. Quy định chung", Kind.PART, "Phần nhất", "Quy định chung", id="phan"),
        pytest.param("Chương II", Kind.CHAPTER, "Chương II", "", id="chuong"),
        pytest.param("Mục 1. Kinh phí", Kind.SECTION, "Mục 1", "Kinh phí", id="muc"),
        pytest.param("Điều 12. Giao Sở Y tế", Kind.ARTICLE, "Điều 12", "Giao Sở Y tế", id="dieu"),
        pytest.param("III. NHIỆM VỤ", Kind.ROMAN, "III", "NHIỆM VỤ", id="roman"),
        pytest.param("IV- TỔ CHỨC", Kind.ROMAN, "IV", "TỔ CHỨC", id="roman-dash"),
        pytest.param("A. Đánh giá", Kind.UPPER, "A", "Đánh giá", id="upper"),
        pytest.param("2. Sở Nội vụ:", Kind.NUMBER, "2", "Sở Nội vụ:", id="number"),
        pytest.param("1.1. 100% thôn họp dân", Kind.DECIMAL, "1.1", "100% thôn họp dân", id="decimal-before-a-figure"),
        pytest.param("03. Sở Y tế", Kind.NUMBER, "3", "Sở Y tế", id="number-leading-zero"),
        pytest.param("2) Rà soát", Kind.NUMBER, "2", "Rà soát", id="number-bracket"),
        pytest.param("1- Tiếp tục quán triệt", Kind.NUMBER, "1", "Tiếp tục quán triệt", id="number-dash-of-the-party"),
        pytest.param("2.1- Tổ chức học tập", Kind.DECIMAL, "2.1", "Tổ chức học tập", id="decimal-dash-of-the-party"),
        pytest.param("4/. Khu dân cư", Kind.NUMBER, "4", "Khu dân cư", id="number-slash-stop"),
        pytest.param("4/- Khu dân cư", Kind.NUMBER, "4", "Khu dân cư", id="number-slash-dash"),
        pytest.param("1-Sở Y tế rà soát", Kind.NUMBER, "1", "Sở Y tế rà soát", id="number-dash-without-space"),
        pytest.param("3/Rà soát", Kind.NUMBER, "3", "Rà soát", id="number-slash-without-space"),
        pytest.param("II/- Nhiệm vụ", Kind.ROMAN, "II", "Nhiệm vụ", id="roman-slash-dash"),
        pytest.param("II.NHIỆM VỤ", Kind.ROMAN, "II", "NHIỆM VỤ", id="roman-without-space"),
        pytest.param("a)- Rà soát", Kind.LETTER, "a", "Rà soát", id="letter-bracket-dash"),
        pytest.param("a/- Rà soát", Kind.LETTER, "a", "Rà soát", id="letter-slash-dash"),
        pytest.param("b)Rà soát", Kind.LETTER, "b", "Rà soát", id="letter-without-space"),
        pytest.param("a- Rà soát", Kind.LETTER, "a", "Rà soát", id="letter-dash"),
        pytest.param("B- Công việc cụ thể", Kind.UPPER, "B", "Công việc cụ thể", id="upper-dash"),
        pytest.param("Nhiệm vụ 1: Hoàn thiện", Kind.TASK, "Nhiệm vụ 1", "Hoàn thiện", id="numbered-task"),
        pytest.param("NỘI DUNG 2. Xây dựng", Kind.TASK, "Nhiệm vụ 2", "Xây dựng", id="numbered-content"),
        pytest.param("a/ Rà soát", Kind.LETTER, "a", "Rà soát", id="letter-slash"),
        pytest.param("a, Rà soát", Kind.LETTER, "a", "Rà soát", id="letter-comma"),
        pytest.param("➢ Rà soát", Kind.DASH, "-", "Rà soát", id="arrow"),
        pytest.param("\uf0b7 Rà soát", Kind.DASH, "-", "Rà soát", id="glyph-of-a-symbol-font"),
        pytest.param("Bảy là, rà soát", Kind.ORDINAL, "Bảy", "rà soát", id="ordinal"),
        pytest.param("2.Rà soát", Kind.NUMBER, "2", "Rà soát", id="number-without-space"),
        pytest.param("1.1. Mục tiêu", Kind.DECIMAL, "1.1", "Mục tiêu", id="decimal"),
        pytest.param("2.3.1. Đối với xã", Kind.DECIMAL3, "2.3.1", "Đối với xã", id="decimal3"),
        pytest.param("đ) Lĩnh vực tài chính", Kind.LETTER, "đ", "Lĩnh vực tài chính", id="letter"),
        pytest.param("a1) Rà soát", Kind.LETTER_NUMBER, "a1", "Rà soát", id="letter-number"),
        pytest.param("(1) Tổ chức", Kind.PAREN_NUMBER, "(1)", "Tổ chức", id="paren"),
        pytest.param("ii) lập danh sách", Kind.LOWER_ROMAN, "ii", "lập danh sách", id="lower-roman"),
        pytest.param("- Tăng cường", Kind.DASH, "-", "Tăng cường", id="dash"),
        pytest.param("– Tăng cường", Kind.DASH, "-", "Tăng cường", id="en-dash"),
        pytest.param("-Tăng cường", Kind.DASH, "-", "Tăng cường", id="dash-without-space"),
        pytest.param("+ Nâng cấp", Kind.PLUS, "+", "Nâng cấp", id="plus"),
        pytest.param("* Công an xã", Kind.STAR, "*", "Công an xã", id="star"),
    ],
)
def test_enumerators(line: str, kind: Kind, label: str, rest: str) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert (marker.kind, marker.label, line[marker.end :]) == (kind, label, rest)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("a, b khoản 2 Điều 5", id="letters-of-points-in-a-row"),
        pytest.param("c, THPT Sơn Khê", id="the-end-of-a-word-before-an-abbreviation"),
        pytest.param("2025. Thường xuyên hướng dẫn", id="a-year-that-was-wrapped"),
        pytest.param("1.500 tỷ đồng", id="an-amount"),
        pytest.param("1/7/2025 của Chính phủ", id="a-date"),
        pytest.param("30 ngày kể từ ngày ký", id="a-number-of-days"),
        pytest.param("15-18 tuổi", id="a-span"),
        pytest.param("12 - Tân Lập", id="a-name-with-a-number"),
        pytest.param("Dự án 135 giai đoạn II", id="a-program-with-a-number"),
        pytest.param("Nhiệm vụ 2025: rà soát", id="a-year"),
        pytest.param("12-CT/TU của Tỉnh ủy", id="a-symbol"),
        pytest.param("36-Ctr/TU của Tỉnh ủy", id="a-symbol-in-small-letters"),
        pytest.param("V.I.Lênin", id="initials"),
        pytest.param("w) khác", id="a-letter-of-no-list"),
        pytest.param("IIII. Khác", id="no-roman-numeral"),
        pytest.param("Căn cứ Luật", id="a-word"),
        pytest.param("-5 độ C", id="a-negative-number"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_enumerators(line: str) -> None:
    assert read_marker(line) is None


def test_roman_numerals_come_back_unchanged() -> None:
    for number in range(1, 90):
        assert roman_value(to_roman(number)) == number


def test_every_letter_of_a_list_has_its_place() -> None:
    values = [marker.value for letter in LETTERS if (marker := read_marker(f"{letter}) Rà soát"))]
    # "i)", "v)", "x)" alone read as Roman numerals: the tree settles them by the series they stand in.
    assert [v for letter, v in zip(LETTERS, values, strict=True) if letter not in "ivx"] == [
        place for place, letter in enumerate(LETTERS, start=1) if letter not in "ivx"
    ]


@pytest.mark.parametrize(
    ("text", "value", "behind"),
    [
        ("1H. Chương trình công tác", 3, "Chương"),
        ("IIH. Kiến nghị", 3, None),
        ("H. Tồn tại", 2, "Tồn"),
        ("lV. Kiến nghị", 4, "Kiến"),
    ],
)
def test_a_roman_number_is_known_by_its_strokes_where_it_is_expected(text: str, value: int, behind: str | None) -> None:
    marker = misread_roman(text, value)
    assert (marker and text[marker.end :].split()[0]) == behind
    assert marker is None or (marker.kind, marker.label, marker.value) == (Kind.ROMAN, to_roman(value), value)


@pytest.mark.parametrize("text", ["Họp giao ban", "11 xã", "Hà. Nội", "I. một"])
def test_what_has_no_strokes_of_a_number_is_none(text: str) -> None:
    assert all(misread_roman(text, value) is None for value in range(2, 12))
