"""Headings that say whose work stands below them, and headings that only look so. Sentences written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[[str], tuple[Document, Directive]]
PLAN = "UBND TỈNH SƠN KHÊ\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nQuản lý lễ hội năm 2025\n\nII. TỔ CHỨC THỰC HIỆN\n"
RULES = "UBND TỈNH SƠN KHÊ\nSố: 12/2025/QĐ-UBND\n\nQUYẾT ĐỊNH\nBan hành Quy chế phối hợp quản lý lễ hội\n\nChương II\nPHỐI HỢP\n"
SCHOOL = "PHÒNG GDĐT SƠN KHÊ\nTRƯỜNG THCS LA SƠN\nSố: 12/KH-THCS\n\nKẾ HOẠCH\nTổ chức hội trại năm 2025\n\nII. PHÂN CÔNG NHIỆM VỤ\n"
WORK = "\n1. Hướng dẫn các cơ sở lập hồ sơ.\n2. Kiểm tra việc bán vé.\n"
DASHES = "\n- Hướng dẫn các cơ sở lập hồ sơ.\n- Kiểm tra việc bán vé.\n"


def leads(read: Read, text: str) -> list[str]:
    return ["; ".join(agency.name for agency in task.agencies if agency.role is Role.LEAD) for task in read(text)[1].tasks]


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Sở Nội vụ trong việc quản lý lễ hội", "Sở Nội vụ"),
        ("Công an tỉnh trong công tác kiểm tra, xử lý vi phạm", "Công an tỉnh"),
        ("Nội dung phối hợp của Sở Nội vụ với Công an tỉnh", "Sở Nội vụ"),
        ("Về trách nhiệm của Sở Nội vụ", "Sở Nội vụ"),
        ("Các nhiệm vụ thuộc trách nhiệm của Công an tỉnh", "Công an tỉnh"),
        ("Nhiệm vụ của Sở Nội vụ và Phòng Nội vụ các huyện", "Sở Nội vụ; Phòng Nội vụ các huyện"),
        ("Trách nhiệm của các cơ quan chủ trì", "các cơ quan chủ trì"),
        ("Nhiệm vụ của Quỹ", "Quỹ"),
        ("Nhiệm vụ chính của đơn vị vận hành", "đơn vị vận hành"),
        ("Nhiệm vụ của Trạm Y tế và Công an các xã", "Trạm Y tế các xã; Công an các xã"),
    ],
)
def test_whose_part_an_article_tells(title: str, lead: str, read: Read) -> None:
    assert leads(read, f"{RULES}Điều 4. {title}{WORK}") == [lead, lead]


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        ("III. CÁC ĐỊA PHƯƠNG", "CÁC ĐỊA PHƯƠNG"),
        ("III. TRÁCH NHIỆM CỦA CÁC ĐỊA PHƯƠNG", ""),
        ("1. Bộ phận hậu cần", "Bộ phận hậu cần"),
        ("* Sở Y tế", "Sở Y tế"),
        ("1. Sở Nội vụ thẩm định:", "Sở Nội vụ"),
        ("1. Công an tỉnh là cơ quan phối hợp:", "Công an tỉnh"),
        ("1. Nhóm nhiệm vụ của UBND cấp xã", "UBND cấp xã"),
        ("1. Với các sở, ngành:", "các sở, ngành"),
        ("1. Sở Nội vụ - Thường trực Ban Chỉ đạo:", "Sở Nội vụ"),
        ("1. Sở Nội vụ – đơn vị chủ trì", "Sở Nội vụ"),
        ("1. Công tác bán vé: Sở Tài chính, Công an tỉnh", "Sở Tài chính; Công an tỉnh"),
        ("1. Giám sát dịch bệnh - Sở Y tế", "Sở Y tế"),
        ("1. Công tác kiểm tra tại Sở Y tế", ""),
        ("1. Nâng cấp - Bệnh viện đa khoa tỉnh", ""),
        ("1. Về Sở Nội vụ, lễ hội lớn", ""),
        ("1. Hồ sơ của Sở Nội vụ trong việc quản lý lễ hội", ""),
    ],
)
def test_whose_work_a_heading_of_a_plan_tells(heading: str, lead: str, read: Read) -> None:
    work = WORK if heading[0] == "I" else DASHES
    assert leads(read, PLAN + heading + work) == [lead, lead]


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        ("1. Đối với giáo viên chủ nhiệm lớp", "giáo viên chủ nhiệm lớp"),
        ("1. Tổng phụ trách Đội:", "Tổng phụ trách Đội"),
        ("1. Nhân viên y tế (cô Hoa)", "Nhân viên y tế"),
        ("1. Trưởng các thôn", "các thôn"),
        ("1. GVCN các lớp", "GVCN các lớp"),
        ("1. Cán bộ phụ trách thư viện", "Cán bộ phụ trách thư viện"),
        ("1. Đối với học sinh khuyết tật", ""),
        ("1. Bảo vệ môi trường", ""),
    ],
)
def test_whose_work_a_post_of_the_house_is(heading: str, lead: str, read: Read) -> None:
    assert leads(read, SCHOOL + heading + DASHES) == [lead, lead]


def test_whom_a_bracket_of_a_heading_says_works_along(read: Read) -> None:
    heading = "1. Sở Nội vụ (cơ quan chủ trì); Sở Tài chính, Công an tỉnh (cơ quan phối hợp)"
    tasks = read(PLAN + heading + DASHES)[1].tasks
    names = {role: [a.name for a in tasks[0].agencies if a.role is role] for role in (Role.LEAD, Role.COORDINATE)}
    assert names == {Role.LEAD: ["Sở Nội vụ"], Role.COORDINATE: ["Sở Tài chính", "Công an tỉnh"]}
    assert leads(read, f"{PLAN}1. Sở Nội vụ (phối hợp){DASHES}") == 2 * ["Sở Nội vụ"]


def test_a_clause_that_only_goes_on_names_nobody(read: Read) -> None:
    body = "1. Sở Nội vụ\n- Kiểm tra việc bán vé.\nNgoài ra, có trách nhiệm:\n+ Hướng dẫn các cơ sở lập hồ sơ."
    assert leads(read, PLAN + body) == 2 * ["Sở Nội vụ"]


def test_a_post_of_a_commune_is_one_also_without_a_colon(read: Read) -> None:
    commune = PLAN.replace("UBND TỈNH SƠN KHÊ", "UBND XÃ LA SƠN")
    body = "1. Công an xã:\n- Kiểm tra việc bán vé.\n2. Địa chính - xây dựng\n- Chuẩn bị rạp.\n3. Văn hóa cơ sở\n- Trang trí rạp."
    assert leads(read, commune + body) == ["Công an xã", "Địa chính - xây dựng", ""]
