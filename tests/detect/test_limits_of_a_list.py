"""The time that a sentence above a list sets is that of all its items, unless they have their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

HEAD = """UBND TỈNH BÌNH ĐỊNH
SỞ NỘI VỤ
Số: 101/SNV-TCCC
V/v rà soát hồ sơ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình Định, ngày 05 tháng 3 năm 2024

Kính gửi: Các sở, ban, ngành; UBND các huyện, thành phố.

"""
ITEMS = (
    "1. Tổ chức kê khai theo Nghị định số 130/2020/NĐ-CP ngày 30/10/2020 của Chính phủ.\n"
    "2. Công khai kết quả tại trụ sở.\n"
    "3. Gửi báo cáo về Sở Nội vụ trước ngày 20/7/2024.\n"
)
END = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC\nTrần Văn Nam\n"


def dues(directive: Directive) -> list[list[str]]:
    return [[str(deadline.due) for deadline in task.deadlines if deadline.due] for task in directive.tasks]


@pytest.mark.parametrize(
    "opening",
    [
        "Sở Nội vụ đề nghị các cơ quan thực hiện các nội dung sau, hoàn thành trước ngày 30/6/2024:",
        "Sở Nội vụ đề nghị các cơ quan thực hiện một số nội dung sau (hoàn thành chậm nhất ngày 30/6):",
        "Trước ngày 30/6/2024, đề nghị các cơ quan hoàn thành các nội dung sau:",
        "Sở Nội vụ đề nghị các cơ quan thực hiện các việc sau trước ngày 30/6/2024:",
    ],
)
def test_a_limit_of_the_opening_is_that_of_all_items(read: Read, opening: str) -> None:
    _, directive = read(HEAD + opening + "\n" + ITEMS + END)
    assert dues(directive) == [["2024-06-30"], ["2024-06-30"], ["2024-07-20"]]


@pytest.mark.parametrize(
    "opening",
    [
        "Sở Nội vụ đề nghị các cơ quan thực hiện các nội dung sau và báo cáo kết quả trước ngày 30/6/2024:",
        "Trong năm 2024, đề nghị các cơ quan tập trung thực hiện các nhiệm vụ sau:",
    ],
)
def test_the_day_of_a_report_and_a_year_are_no_limit_of_the_items(read: Read, opening: str) -> None:
    _, directive = read(HEAD + opening + "\n" + ITEMS + END)
    assert dues(directive)[-3:-1] == [[], []]


@pytest.mark.parametrize(
    ("item", "limited"),
    [
        pytest.param("Trả lời công dân trong vòng mười ngày.", False, id="term-in-words"),
        pytest.param("Tổng hợp ý kiến của cử tri mỗi quý.", False, id="each-quarter"),
        pytest.param("Định kỳ kiểm tra kho lưu trữ.", False, id="regularly"),
        pytest.param("Thực hiện chế độ báo cáo định kỳ theo quy định.", True, id="reports-by-name"),
        pytest.param("Lập dự toán chi thường xuyên của đơn vị.", True, id="expenses-by-name"),
    ],
)
def test_an_item_that_says_how_long_or_how_often_takes_no_limit(read: Read, item: str, limited: bool) -> None:
    """So that "mỗi quý" is not done once by the day above; what only bears such a name is."""
    opening = "Trước ngày 30/6/2024, đề nghị các cơ quan hoàn thành các nội dung sau:"
    _, directive = read(f"{HEAD}{opening}\n1. {item}\n{ITEMS.partition(chr(10))[2]}{END}")
    assert ("2024-06-30" in dues(directive)[0]) is limited


def test_a_limit_of_a_heading_is_that_of_its_own_list(read: Read) -> None:
    text = (
        "Sở Nội vụ đề nghị các cơ quan thực hiện:\n"
        "1. Các nhiệm vụ hoàn thành trong quý II/2024:\n"
        "- Rà soát hồ sơ công chức.\n"
        "- Lập danh sách viên chức.\n"
        "2. Các nhiệm vụ khác:\n"
        "- Kiểm tra việc chấp hành kỷ luật.\n"
    )
    _, directive = read(HEAD + text + END)
    assert dues(directive) == [["2024-06-30"], ["2024-06-30"], []]
