"""A paragraph behind the last labelled line of a list stands for itself, also where the label has no full stop."""

from __future__ import annotations

from tests.reading import flat, outline_of

HEAD = "SỞ DU LỊCH\nSố: 13/SDL-VP\nSơn Khê, ngày 24 tháng 7 năm 2023\nKính gửi: Các phòng thuộc Sở\n"
HEAD += "Giám đốc Sở giao nhiệm vụ như sau:\n"


def test_a_paragraph_behind_a_time_that_is_told_to_its_end_is_one_of_its_own() -> None:
    items = "1. Rà soát danh mục cơ sở lưu trú\nĐơn vị chủ trì: Thanh tra Sở\nThời gian hoàn thành: tháng 8/2023\n"
    closing = "Văn phòng Sở theo dõi, đôn đốc, báo cáo kết quả tại giao ban tuần sau./.\n"
    outline = outline_of(f"{HEAD}{items}{closing}\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC\nLò Thị Mai\n")
    assert [item.passage.text for item in flat(outline.body)][-1] == "Thời gian hoàn thành: tháng 8/2023"
    assert [item.passage.text for item in outline.closing] == [closing.strip()]


def test_a_time_that_goes_on_in_the_next_line_stays_whole() -> None:
    items = "1. Rà soát danh mục cơ sở lưu trú\nThời gian hoàn thành: từ ngày 01/8/2023\nđến ngày 15/8/2023\n"
    outline = outline_of(f"{HEAD}{items}\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC\nLò Thị Mai\n")
    texts = [item.passage.text for item in flat(outline.body)]
    assert texts[-1] == "Thời gian hoàn thành: từ ngày 01/8/2023 đến ngày 15/8/2023"
