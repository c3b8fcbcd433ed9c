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
