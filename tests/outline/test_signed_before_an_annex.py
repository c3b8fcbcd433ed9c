"""A paper that a bare title signs, without recipients, before what it carries."""

from __future__ import annotations

import pytest

from tests.reading import outline_of

DECISION = """SỞ Y TẾ SƠN KHÊ
Số: 21/QĐ-SYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Khê, ngày 03 tháng 4 năm 2023

QUYẾT ĐỊNH
Ban hành Quy chế trực đường dây nóng

Điều 1. Ban hành kèm theo Quyết định này Quy chế trực đường dây nóng.
Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này{closed}

"""
RULES = "Điều {n}. Trực ban\n1. Văn phòng Sở phân công người trực.\n2. Người trực ghi sổ.\n3. Phòng Nghiệp vụ xử lý phản ánh.\n"
REGULATION = "".join(RULES.format(n=n) for n in range(1, 6))


@pytest.mark.parametrize(
    ("closed", "signed", "title"),
    [
        ("./.", "GIÁM ĐỐC\nLò Thị Mai", "QUY CHẾ\nTrực đường dây nóng"),
        (".", "GIÁM ĐỐC\n(Đã ký)\n\nLò Thị Mai", "QUY CHẾ\nTrực đường dây nóng"),
        ("./.", "TRƯỞNG BAN\nLò Thị Mai", "QUY CHẾ TRỰC ĐƯỜNG DÂY NÓNG"),
        (".", "QUYỀN GIÁM ĐỐC\nLò Thị Mai", "PHỤ LỤC\nQUY CHẾ TRỰC"),
    ],
)
def test_a_bare_title_signs_before_an_annex(closed: str, signed: str, title: str) -> None:
    outline = outline_of(f"{DECISION.format(closed=closed)}{signed}\n\n{title}\n\n{REGULATION}")
    assert outline.signature.name.text == "Lò Thị Mai"
    assert [part.text for part in outline.signature.title] == [signed.split("\n")[0]]
    assert "Lò Thị Mai" not in [item.passage.text for item in (*outline.opening, *outline.body)]


@pytest.mark.parametrize(
    "middle",
    [
        "1. Thành phần\nTRƯỞNG BAN\nLò Thị Mai\nPHÓ TRƯỞNG BAN\nVàng A Páo\n",
        "GIÁM ĐỐC\nchủ trì cuộc họp\nLò Thị Mai\n",
    ],
)
def test_a_title_in_the_middle_of_a_text_signs_nothing(middle: str) -> None:
    outline = outline_of(f"{DECISION.format(closed='.')}{middle}{REGULATION}")
    assert outline.signature.name.text == ""
