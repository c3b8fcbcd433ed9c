"""Names of bodies get the marks and blanks they have, by the names of the directory; what is no such name stays as it is."""

from __future__ import annotations

import pytest

from models.spans import apply_edits
from pipeline.recover.bodies import body_edits, glued_body_edits


def mended(text: str) -> str:
    parted, _ = apply_edits(text, glued_body_edits(text))
    return apply_edits(parted, body_edits(parted))[0]


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("2. Sơ Nội vụ", "2. Sở Nội vụ"),
        ("Sở Giáo duc và Đảo tạo và các đơn vị", "Sở Giáo dục và Đào tạo và các đơn vị"),
        ("phối hợp với Sở Khoa học\nva Công nghệ", "phối hợp với Sở Khoa học\nvà Công nghệ"),
        ("3. Chỉ cục Thủy lợi:", "3. Chi cục Thủy lợi:"),
        ("1. Uÿ ban nhân dân các xã", "1. Ủy ban nhân dân các xã"),
        ("4. Cong an tỉnh", "4. Công an tỉnh"),
        ("2. Cuc Trồng trọt, Cưc Thú y; Bô Công thương", "2. Cục Trồng trọt, Cục Thú y; Bộ Công thương"),
        ("ƯBND các huyện; HĐNĐ xã", "UBND các huyện; HĐND xã"),
        ("Văn phong UBND tỉnh tổng hợp", "Văn phòng UBND tỉnh tổng hợp"),
        ("GiaoSở Tài chính thẩm định; SởXây dựng kiểm tra", "Giao Sở Tài chính thẩm định; Sở Xây dựng kiểm tra"),
    ],
)
def test_names_get_their_marks(read: str, printed: str) -> None:
    assert mended(read) == printed


@pytest.mark.parametrize(
    "text",
    [
        "Uỷ ban nhân dân tỉnh, Sở Văn hoá, Thể thao và Du lịch",
        "ỦY BAN NHÂN DÂN TỈNH, SỞ CÔNG THƯƠNG",
        "các số tài chính của năm trước",
        "Chi cục Thuế quản lý người nộp thuế",
        "cán bộ công an viết văn phong sáng sủa",
        "Bộ công cụ, Ban công nhà dân",
        "HDND xã",
        "1. Cúc Phương là vườn quốc gia; chị Cúc phụ trách",
    ],
)
def test_what_is_written_so_stays(text: str) -> None:
    assert mended(text) == text
