"""Articles on duties in decrees, circulars and regulations: whose they are, and where that name ends. Sentences written for these
tests.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[[str], tuple[Document, Directive]]
ACT = "BỘ CÔNG THƯƠNG\nSố: 12/2024/TT-BCT\nHà Nội, ngày 12 tháng 3 năm 2024\n\nTHÔNG TƯ\nQuy định quản lý chợ đầu mối\n\n"
WORK = "\n1. Kiểm tra thiết bị đo lường tại các quầy hàng.\n2. Hướng dẫn các hộ kinh doanh niêm yết giá.\n"


def leads(read: Read, body: str) -> list[list[str]]:
    """Who leads each task of an act with this body."""
    return [[agency.name for agency in task.agencies if agency.role is Role.LEAD] for task in read(ACT + body)[1].tasks]


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Trách nhiệm của Ban quản lý chợ quy định tại Điều 20 của Nghị định số 60/2024/NĐ-CP", "Ban quản lý chợ"),
        ("Nhiệm vụ và quyền hạn của chủ chợ được quy định trong Quy chế này", "chủ chợ"),
        ("Trách nhiệm của tổ chức quy định tại khoản 1 Điều 3", "tổ chức quy định tại khoản 1 Điều 3"),
        ("Trách nhiệm của bộ, cơ quan ngang bộ đối với chợ thuộc lĩnh vực quản lý", "bộ, cơ quan ngang bộ"),
        ("Trách nhiệm của các cơ quan thanh tra đối với chợ đầu mối", "các cơ quan thanh tra"),
        ("Trách nhiệm của các cơ quan đối ngoại", "các cơ quan đối ngoại"),
    ],
)
def test_where_the_name_in_the_title_of_an_article_ends(title: str, lead: str, read: Read) -> None:
    assert leads(read, f"Điều 11. {title}{WORK}") == [[lead], [lead]]


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        ("Tổ chức, cá nhân có quầy hàng tại chợ có trách nhiệm sau đây:", ["Tổ chức, cá nhân có quầy hàng tại chợ"]),
        ("Hộ gia đình, cá nhân thuê kho có trách nhiệm:", ["Hộ gia đình, cá nhân thuê kho"]),
        ("Chủ nhiệm đề tài, kỹ thuật viên chính có trách nhiệm:", ["Chủ nhiệm đề tài", "kỹ thuật viên chính"]),
        ("Nhân viên đo lường của Ban quản lý chợ có trách nhiệm sau đây:", ["Nhân viên đo lường của Ban quản lý chợ"]),
        ("Chỉ huy chữa cháy tại hiện trường có trách nhiệm:", ["Chỉ huy chữa cháy tại hiện trường"]),
        (
            "Giám định viên tại chợ ngoài các trách nhiệm quy định tại khoản 1 Điều này còn có các trách nhiệm sau đây:",
            ["Giám định viên tại chợ"],
        ),
    ],
)
def test_who_is_bound_by_the_sentence_above_a_list(heading: str, lead: list[str], read: Read) -> None:
    points = "\na) Kiểm tra thiết bị đo lường tại các quầy hàng.\nb) Báo cáo kết quả với chủ chợ.\n"
    assert leads(read, f"Điều 12. Trách nhiệm của người làm việc tại chợ\n1. {heading}{points}") == [lead, lead]


@pytest.mark.parametrize(
    ("item", "lead"),
    [
        (
            "Chịu hoàn toàn trách nhiệm về số liệu, tài liệu cung cấp và có trách nhiệm giải trình khi có yêu cầu.",
            ["Ban quản lý chợ"],
        ),
        ("Chủ kho, tiểu thương có trách nhiệm giải trình khi có yêu cầu.", ["Chủ kho", "tiểu thương"]),
    ],
)
def test_a_duty_that_opens_an_item_is_nobodys_name(item: str, lead: list[str], read: Read) -> None:
    assert leads(read, f"Điều 12. Trách nhiệm của Ban quản lý chợ\n1. {item}") == [lead]


@pytest.mark.parametrize(
    ("heading", "points", "count"),
    [
        (
            "Từ chối cho thuê quầy đối với các trường hợp sau đây:",
            "a) Khi chợ không còn quầy trống;\nb) Có nguy cơ gây cháy nổ;",
            1,
        ),
        ("Tăng cường kiểm tra đối với các trường hợp sau:", "a) Kiểm tra kho lạnh vào ban đêm;\nb) Kiểm tra xe chở hàng;", 2),
        ("Có văn bản gửi Sở Công Thương thông tin về các nội dung sau:", "a) Việc khai trương quầy;\nb) Việc đổi tên quầy;", 1),
        ("Không chịu trách nhiệm về hàng hóa do người thuê quầy làm mất.", "", 0),
        ("Ban quản lý chợ không phải chịu trách nhiệm do việc các bên không nộp hồ sơ.", "", 0),
        ("Không chịu trách nhiệm về hàng gửi nhưng phải kiểm tra kho hằng ngày.", "", 1),
    ],
)
def test_cases_contents_and_what_nobody_answers_for_are_no_tasks(heading: str, points: str, count: int, read: Read) -> None:
    first = f"Điều 12. Trách nhiệm của Ban quản lý chợ\n1. {heading}\n{points}\n2. Lập sổ theo dõi các quầy hàng.\n"
    assert leads(read, first) == [["Ban quản lý chợ"]] * (count + 1)


@pytest.mark.parametrize(
    ("item", "lead"),
    [
        ("1. Chỉ đạo Quân chủng Phòng không, Bộ đội Biên phòng chủ trì, phối hợp với các xã kiểm tra kho.", ["Bộ Quốc phòng"]),
        ("1. Về cơ quan hành chính:\na) Hoàn thiện hồ sơ gửi các xã.", ["Bộ Quốc phòng"]),
        ("1. Về phía các trường:\na) Hoàn thiện hồ sơ gửi các xã.", ["các trường"]),
    ],
)
def test_who_is_led_and_fields_that_sound_like_bodies(item: str, lead: list[str], read: Read) -> None:
    assert leads(read, f"Điều 12. Trách nhiệm của Bộ Quốc phòng\n{item}\n") == [lead]
