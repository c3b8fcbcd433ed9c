"""Titles whose first words stand behind the type: "KẾ HOẠCH HÀNH ĐỘNG / Thực hiện Nghị quyết ..."."""

from __future__ import annotations

import pytest

from tests.reading import outline_of

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SƠN KHÊ
Số: 31/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Khê, ngày 03 tháng 4 năm 2023

"""
BODY = "\n\nI. NHIỆM VỤ\n1. Sở Y tế báo cáo kết quả trước ngày 20/11/2023.\n2. Sở Nội vụ tổng hợp.\n"


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("KẾ HOẠCH HÀNH ĐỘNG\nThực hiện Nghị quyết số 06/NQ-CP của Chính phủ", "Thực hiện Nghị quyết số 06/NQ-CP của Chính phủ"),
        ("KẾ HOẠCH LIÊN NGÀNH\nPhòng, chống đuối nước trẻ em", "Phòng, chống đuối nước trẻ em"),
        ("KẾ HOẠCH TRIỂN KHAI\nThực hiện Đề án chuyển đổi số\ncủa tỉnh", "TRIỂN KHAI Thực hiện Đề án chuyển đổi số của tỉnh"),
        ("KẾ HOẠCH TRUYỀN THÔNG\nPhòng, chống sốt xuất huyết năm 2023", "TRUYỀN THÔNG Phòng, chống sốt xuất huyết năm 2023"),
        ("CHƯƠNG TRÌNH CÔNG TÁC\nTháng 10 năm 2023 của Sở Y tế", "CÔNG TÁC Tháng 10 năm 2023 của Sở Y tế"),
        ("KẾ HOẠCH HÀNH ĐỘNG VÌ TRẺ EM\nGiai đoạn 2023 - 2025", "HÀNH ĐỘNG VÌ TRẺ EM"),
    ],
)
def test_the_title_goes_on_below_a_few_capitals(title: str, subject: str) -> None:
    head = outline_of(HEAD + title + BODY).letterhead
    assert head.subject.text == subject


@pytest.mark.parametrize(
    "opening",
    [
        "Thực hiện Kế hoạch số 12/KH-UBND của Ủy ban nhân dân tỉnh, Sở Y tế ban hành kế hoạch kiểm tra như sau:",
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2023 của Ủy ban nhân dân\ntỉnh, Sở Y tế ban hành kế hoạch như sau:",
        "Căn cứ Luật An toàn thực phẩm;\nCăn cứ Quyết định số 5/QĐ-UBND của Ủy ban nhân dân tỉnh.",
        "Năm 2023, công tác kiểm tra đạt kết quả tốt.",
    ],
)
@pytest.mark.parametrize("words", ["KIỂM TRA", "HÀNH ĐỘNG"])
def test_a_first_paragraph_is_no_line_of_the_title(opening: str, words: str) -> None:
    outline = outline_of(f"{HEAD}KẾ HOẠCH {words}\n{opening}{BODY}")
    assert outline.letterhead.subject.text == words
    assert outline.opening[0].passage.text.startswith(opening[:12])
