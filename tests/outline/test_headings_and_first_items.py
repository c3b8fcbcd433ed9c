"""Headings that share a line with their first item, or stand in capitals below a title in capitals."""

from __future__ import annotations

import pytest

from tests.reading import outline_of, tree

HEAD = "UBND XÃ SƠN KHÊ\nSố: 15/KH-UBND\nKẾ HOẠCH\nRa quân làm sạch đường làng\n\nIII. TỔ CHỨC THỰC HIỆN\n"


def items(text: str) -> list[tuple[str, str]]:
    return tree(outline_of(HEAD + text + "\nNơi nhận:\n- Như trên;\n").body)[1:]


@pytest.mark.parametrize("heading", ["Phòng Kinh tế:", "CÔNG AN XÃ:", "Các thôn, ấp:", "Về công tác tuyên truyền:"])
@pytest.mark.parametrize("bullet", ["-", "–", "+"])
def test_the_first_item_behind_the_colon_of_its_heading_is_an_item(heading: str, bullet: str) -> None:
    first, second = "Bố trí kinh phí thực hiện.", "Hướng dẫn thanh quyết toán."
    found = items(f"1. {heading} {bullet} {first}\n{bullet} {second}\n")
    assert [text for _, text in found] == [heading, first, second]
    assert [path.count("/") for path, _ in found] == [1, 2, 2]


def test_a_first_item_that_fills_its_line_goes_on_in_the_next() -> None:
    found = items(
        "1. Công chức Văn phòng - Thống kê: - Tham mưu, đôn đốc thực hiện Kế hoạch; báo cáo\n"
        "UBND huyện trước ngày 20 tháng cuối quý.\n"
        "- Quản lý, vận hành trang thông tin điện tử của xã và các tài khoản của xã trên\n"
        "mạng, báo cáo số liệu truy cập hằng tháng.\n"
    )
    assert found[1][1] == "Tham mưu, đôn đốc thực hiện Kế hoạch; báo cáo UBND huyện trước ngày 20 tháng cuối quý."


@pytest.mark.parametrize(
    "line", ["a) Đơn vị phối hợp: - Sở Tài chính; Sở Nội vụ.", "1. Phòng Kế hoạch - Tài chính: bố trí kinh phí."]
)
def test_what_stands_behind_a_label_or_in_a_name_is_no_item(line: str) -> None:
    assert [text for _, text in items(line)] == [line[3:]]


@pytest.mark.parametrize("heading", ["SỞ NỘI VỤ", "UBND CÁC HUYỆN, THỊ XÃ", "PHÒNG KINH TẾ XÃ"])
def test_a_body_in_capitals_below_the_title_of_a_section_is_no_part_of_it(heading: str) -> None:
    outline = outline_of(f"{HEAD}{heading}\n- Hướng dẫn các thôn thực hiện.\n\nNơi nhận:\n- Như trên;\n")
    assert [text for _, text in tree(outline.body)][:2] == ["TỔ CHỨC THỰC HIỆN", heading]


def test_a_title_in_capitals_that_is_cut_in_two_is_whole() -> None:
    text = HEAD.replace("III. TỔ CHỨC THỰC HIỆN", "II. NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM\nCỦA SỞ NỘI VỤ TRONG NĂM 2025")
    outline = outline_of(text + "1. Rà soát thủ tục.\n\nNơi nhận:\n- Như trên;\n")
    assert tree(outline.body)[0][1] == "NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM CỦA SỞ NỘI VỤ TRONG NĂM 2025"
