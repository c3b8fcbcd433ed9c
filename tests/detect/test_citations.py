"""Cited documents in running text: numbers in all forms of symbols, their dates, issuers, titles and relations."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.detect.citations import CitationFinding, find_citations


def _one(text: str) -> CitationFinding:
    found = find_citations(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        pytest.param("Quyết định số 41/QĐ-TTg", "41/QĐ-TTg", "QĐ", id="administrative"),
        pytest.param("Luật Lưu trữ số 33/2024/QH15", "33/2024/QH15", "Luật", id="law"),
        pytest.param("Nghị định số 144/2025/NĐ-CP", "144/2025/NĐ-CP", "NĐ", id="decree"),
        pytest.param("Thông tư số 08/2026/TT-BNNMT", "08/2026/TT-BNNMT", "TT", id="circular"),
        pytest.param("Nghị quyết số 1655/NQ-UBTVQH15", "1655/NQ-UBTVQH15", "NQ", id="standing committee"),
        pytest.param("Công văn số 118-CV/VPTU", "118-CV/VPTU", "CV", id="Party letter"),
        pytest.param("Nghị quyết số 18-NQ/TW", "18-NQ/TW", "NQ", id="Party resolution"),
        pytest.param("Kế hoạch số 77-KH/ĐĐQH15", "77-KH/ĐĐQH15", "KH", id="delegation"),
        pytest.param("Công văn số 903/SXD-QLN", "903/SXD-QLN", "CV", id="letter: unit in place of the type"),
        pytest.param("văn bản số 65/UBND-NC1.h", "65/UBND-NC1.h", "CV", id="typist's initial"),
        pytest.param("Chương trình phối hợp số 02/CTPH-SNV-HNDT- HLHPN", "02/CTPH-SNV-HNDT-HLHPN", "CTPH", id="several bodies"),
        pytest.param("Quyết định số 09/QĐ- TTg", "09/QĐ-TTg", "QĐ", id="hyphen broken at a line end"),
        pytest.param("Quyết định số 09/QĐ\u0002\nTTg", "09/QĐ-TTg", "QĐ", id="U+0002 hyphen of pypdfium2"),
        pytest.param("Số: 31 /KH-UBND", "31/KH-UBND", "KH", id="stray space"),
        pytest.param("Quyết định số 5/QÐ-SYT", "5/QĐ-SYT", "QĐ", id="Eth typed for Đ"),
        pytest.param("Thông báo số 12a/TB-HĐND", "12a/TB-HĐND", "TB", id="letter in the number"),
        pytest.param("văn bản hợp nhất số 03/VBHN-BNV", "03/VBHN-BNV", "VBHN", id="consolidated text"),
        pytest.param("Giấy mời số 0207/GM-STC", "0207/GM-STC", "GM", id="leading zero kept"),
    ],
)
def test_the_number_is_read_without_spaces_and_typed(text: str, number: str, kind: str) -> None:
    found = _one(text)
    assert (found.number, found.type) == (number, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Số:       /UBND-KSTT",
        "trực ban 24/24 giờ",
        "ngày 30/6/2026",
        "đạt 15/20 tiêu chí",
        "tỷ lệ 3/4",
        "xe số 29/A",
        "km 12/QL",
        "và/hoặc",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    assert find_citations(text) == ()


@pytest.mark.parametrize(
    ("words", "issued"),
    [
        (" ngày 09/02/2026", date(2026, 2, 9)),
        (" ngày 9-2-2026", date(2026, 2, 9)),
        (" ngày 09 tháng 02 năm 2026", date(2026, 2, 9)),
        (", ngày 09.02.2026", date(2026, 2, 9)),
        (" ban hành ngày 09/02/2026", date(2026, 2, 9)),
        (" ngày 30/02/2026", None),
        ("", None),
    ],
)
def test_the_date_belongs_to_the_citation(words: str, issued: date | None) -> None:
    text = f"Kế hoạch số 20/KH-UBND{words}; các sở thực hiện"
    found = _one(text)
    assert found.issued == issued
    assert text[found.start : found.end] == f"20/KH-UBND{words}"


@pytest.mark.parametrize(
    ("tail", "issuer"),
    [
        (" của Thủ tướng Chính phủ về cải cách", "Thủ tướng Chính phủ"),
        (" của Bộ Văn hóa, Thể thao và Du lịch về lễ hội", "Bộ Văn hóa, Thể thao và Du lịch"),
        (" của Ủy ban nhân dân tỉnh Bình Lâm phê duyệt Đề án", "Ủy ban nhân dân tỉnh Bình Lâm"),
        (" do Sở Tư pháp ban hành", "Sở Tư pháp"),
        (" của các đơn vị", None),
        (" về chuyển đổi số", None),
    ],
)
def test_the_issuer_ends_where_the_title_begins(tail: str, issuer: str | None) -> None:
    assert _one(f"Quyết định số 3/QĐ-ABC ngày 01/4/2026{tail}").issuer == issuer


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Thực hiện Kế hoạch số 20/KH-UBND", "implements"),
        ("Căn cứ Nghị định số 144/2025/NĐ-CP", "implements"),
        ("sửa đổi, bổ sung một số điều của Quyết định số 7/QĐ-UBND", "amends"),
        ("gia hạn thời gian thực hiện Kế hoạch số 20/KH-UBND", "extends"),
        ("Quyết định này thay thế Quyết định số 7/QĐ-UBND", "replaces"),
        ("đính chính Quyết định số 7/QĐ-UBND", "corrects"),
        ("đôn đốc thực hiện Công văn số 65/UBND-NC", "urges"),
        ("Phúc đáp Công văn số 65/UBND-NC", "answers"),
        ("Sở Y tế có Tờ trình số 9/TTr-SYT", None),
    ],
)
def test_how_this_document_stands_to_the_cited_one(text: str, relation: str | None) -> None:
    assert _one(text).relation == relation


def test_a_list_of_grounds_shares_its_relation() -> None:
    text = (
        "Căn cứ Luật Lưu trữ số 33/2024/QH15; Nghị định số 144/2025/NĐ-CP ngày 12/6/2025 của Chính phủ và Quyết định số 7/QĐ-UBND"
    )
    assert [c.relation for c in find_citations(text)] == ["implements"] * 3


def test_a_verb_in_the_title_of_one_document_is_no_relation_to_the_next() -> None:
    text = "Tờ trình số 9/TTr-SNV của Sở Nội vụ về sửa đổi, bổ sung Quyết định số 7/QĐ-UBND"
    assert [c.relation for c in find_citations(text)] == [None, None]


def test_the_title_is_bounded_so_that_its_years_can_be_passed_over() -> None:
    text = "Quyết định số 7/QĐ-UBND của UBND tỉnh phê duyệt Chiến lược dữ liệu đến năm 2030, hoàn thành trước ngày 15/6/2026."
    found = _one(text)
    assert found.title_start is not None
    assert found.title_end is not None
    assert text[found.title_start : found.title_end] == " của UBND tỉnh phê duyệt Chiến lược dữ liệu đến năm 2030"


def test_the_title_ends_before_a_deadline() -> None:
    text = "Thực hiện Kế hoạch số 20/KH-UBND về an toàn thực phẩm và báo cáo kết quả định kỳ hằng tháng."
    found = _one(text)
    assert found.title_end is not None
    assert text[: found.title_end].endswith("an toàn thực phẩm")


def test_a_quoted_title_is_taken_whole() -> None:
    text = "Kế hoạch số 20/KH-UBND về “Năm dữ liệu số 2026, trước hết là đất đai” được triển khai"
    found = _one(text)
    assert found.title_end is not None
    assert text[: found.title_end].endswith("đất đai”")


def test_decomposed_text_gives_offsets_of_the_text_as_written() -> None:
    text = unicodedata.normalize("NFD", "Thực hiện Quyết định số 41/QĐ-TTg ngày 06/01/2026 của Thủ tướng Chính phủ")
    found = _one(text)
    assert unicodedata.normalize("NFC", text[found.start : found.end]) == "41/QĐ-TTg ngày 06/01/2026"
    assert found.issuer == "Thủ tướng Chính phủ"


PIECES = st.sampled_from(
    ["số ", "12/KH-UBND", " ngày ", "03/4/2026", " của Sở Y tế", "; ", "-", "/", "Đ", "\u0301", "“", "”", "1", "QH15", "\n"]
)


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map("".join)))
def test_any_text_gives_findings_in_order_that_slice_back(text: str) -> None:
    found = find_citations(text)
    at = 0
    for citation in found:
        assert at <= citation.start < citation.end <= len(text)
        at = citation.end
        assert citation.number[0] in text[citation.start : citation.end]
        assert (citation.title_end or citation.end) <= len(text)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Chỉ thị số 32-CT/TW của Bộ Chính trị và Chỉ thị số 06/CT-UBND", "Bộ Chính trị"),
        ("Quyết định số 54/QĐ-TTg của Thủ tướng Chính phủ và quy định của pháp luật", "Thủ tướng Chính phủ"),
        ("Kế hoạch số 02-KH/BCĐTW của Ban Chỉ đạo Trung ương, gửi Bộ Tài chính", "Ban Chỉ đạo Trung ương"),
        ("Quyết định số 07/QĐ-BGTVT của Bộ Giao thông vận tải xem xét cụ thể", "Bộ Giao thông vận tải"),
        ("Quyết định số 55/QĐ-BKH của Bộ Kế hoạch và Đầu tư và mục tiêu chung", "Bộ Kế hoạch và Đầu tư"),
        ("Quyết định số 12/QĐ-BNN của Bộ Nông nghiệp và phát triển nông thôn về giống", "Bộ Nông nghiệp và phát triển nông thôn"),
        ("Quyết định số 10/QĐ-UBND của UBND thành phố Quy định về thi đua", "UBND thành phố"),
        ("Kết luận số 41-KL/TW của Ban Bí thư tiếp tục thực hiện Chỉ thị", "Ban Bí thư"),
    ],
)
def test_an_issuer_ends_where_its_name_ends(text: str, issuer: str) -> None:
    assert find_citations(text)[0].issuer == issuer


def test_a_date_behind_the_issuer_is_the_citations() -> None:
    found = _one("Nghị quyết số 46/NQ-CP của Chính phủ ngày 08 tháng 3 năm 2025 và chỉ đạo mới")
    assert (found.issued, found.issuer) == (date(2025, 3, 8), "Chính phủ")


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Quyết định số 17/QĐ-TTg phê duyệt Quy hoạch tỉnh Hà Nam (cũ) tầm nhìn đến năm 2050", "đến năm 2050"),
        ("Kế hoạch số 64/KH-UBND về xây dựng “xã, phường an toàn” đến năm 2030, phấn đấu đạt 20% trong năm 2026", "đến năm 2030"),
        (
            "Quyết định số 249/QĐ-TTg về việc phê duyệt “Đề án phát triển dịch vụ đến năm 2020” và văn bản khác",
            "năm 2020”",
        ),
        ("Chỉ thị số 6/CT-BTP về thi hành Luật Bồi thường và có trách nhiệm báo cáo", "Luật Bồi thường"),
    ],
)
def test_a_title_is_masked_to_its_end(text: str, end: str) -> None:
    found = _one(text)
    assert found.title_end is not None
    assert text[: found.title_end].endswith(end)
