"""Numbers and titles of pages that a copied text carries in its middle."""

from __future__ import annotations

import pytest

from tests.reading import outline_of, tree

HEAD = "UBND XÃ SƠN KHÊ\nSố: 15/KH-UBND\nKẾ HOẠCH\nRa quân làm sạch đường làng\nNăm 2025\n\nIII. TỔ CHỨC THỰC HIỆN\n"
WORK = "- Tổng hợp kết quả thực hiện của các thôn, báo cáo UBND xã trước ngày 15/12/2025.\n"


def texts(body: str) -> list[str]:
    return [text for _, text in tree(outline_of(HEAD + body + "\nNơi nhận:\n- Như trên;\n").body)]


@pytest.mark.parametrize(("second", "third"), [("2", "3"), ("- 2 -", "- 3 -"), ("Trang 2", "Trang 3"), ("2/4", "3/4")])
def test_numbers_of_pages_stand_in_no_heading_and_break_no_sentence(second: str, third: str) -> None:
    found = texts(
        f"1. Văn phòng HĐND và UBND xã\n{WORK}2. Phòng Kinh tế\n{second}\n{WORK}3. Trạm Y tế xã\n"
        f"- Chuẩn bị thuốc, vật tư y tế phục vụ các hoạt động của phong trào tại\n{third}\ncác thôn.\n4. Công an xã\n{WORK}"
    )
    assert "Phòng Kinh tế" in found
    assert any(text.endswith("phong trào tại các thôn.") for text in found)


def test_the_title_that_each_page_repeats_goes_with_its_number() -> None:
    title = "Kế hoạch ra quân làm sạch đường làng năm 2025"
    outline = outline_of(f"{HEAD}1. Phòng Kinh tế\n{WORK}2\n{title}\n{WORK}3\n{title}\n2. Trạm Y tế xã\n{WORK}")
    assert [text for _, text in tree(outline.body)].count(WORK[2:-1]) == 3
    assert title not in " ".join(text for _, text in tree(outline.body))


@pytest.mark.parametrize(
    "cells",
    [
        "Biên chế công chức của Văn phòng được giao như sau:\n2\nLao động hợp đồng của Văn phòng được giao như sau:\n3\n",
        "Xã Sơn Đông\n2\nXã Sơn Tây\n3\n",
        "- Số lượng công chức của Văn phòng HĐND và UBND.\n1\n- Số lượng công chức của Phòng Kinh tế.\n2\n- Khác.\n",
        "- Số lượng công chức của Văn phòng HĐND và UBND.\n2\n- Số lượng công chức của Phòng Kinh tế.\n5\n- Khác.\n",
    ],
)
def test_figures_of_a_table_stay(cells: str) -> None:
    assert not outline_of(f"{HEAD}1. Phòng Kinh tế\n{WORK}{WORK}{cells}2. Trạm Y tế xã\n{WORK}").furniture
