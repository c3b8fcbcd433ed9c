"""Other words than a verb at the start of an item below the heading of a body, and bodies told apart from others of their kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]
HEAD = "UBND TỈNH SƠN KHÊ\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nPhòng, chống thiên tai năm 2025\n\nII. TỔ CHỨC THỰC HIỆN\n"


def leads(read: Read, heading: str, item: str) -> list[str]:
    _, directive = read(f"{HEAD}1. {heading}\n- {item}\n- Rà soát nhân lực.\n2. Văn phòng tỉnh\n- Đôn đốc các xã.\n")
    return [agency.name for agency in directive.tasks[0].agencies if agency.role is Role.LEAD]


@pytest.mark.parametrize(
    ("heading", "item", "whose"),
    [
        ("Sở Xây dựng", "Cơ quan thường trực Ban Chỉ đạo tỉnh, tham mưu UBND tỉnh ban hành kế hoạch.", ["Sở Xây dựng"]),
        ("Sở Xây dựng", "Cơ quan đầu mối theo dõi, tổng hợp kết quả.", ["Sở Xây dựng"]),
        ("Sở Xây dựng", "Thường trực Ban Chỉ đạo, chuẩn bị nội dung cuộc họp.", ["Sở Xây dựng"]),
        ("Ban Chỉ đạo tỉnh", "Cơ quan thường trực Ban Chỉ đạo chuẩn bị cuộc họp.", ["Cơ quan thường trực Ban Chỉ đạo"]),
        ("Các sở, ban, ngành", "Cơ quan thường trực Ban Chỉ đạo chuẩn bị cuộc họp.", ["Cơ quan thường trực Ban Chỉ đạo"]),
        ("Đảng ủy Ủy ban nhân dân tỉnh", "Lãnh đạo Ủy ban nhân dân tỉnh cụ thể hóa Nghị quyết.", ["Đảng ủy Ủy ban nhân dân tỉnh"]),
        ("Ban cán sự đảng UBND tỉnh", "Lãnh đạo Sở Y tế, Sở Nội vụ hoàn thiện đề án.", ["Ban cán sự đảng UBND tỉnh"]),
        ("Sở Y tế", "Lãnh đạo Sở Nội vụ rà soát hồ sơ.", ["Sở Nội vụ"]),
        ("UBND các huyện", "Yêu cầu UBND xã, phường thống kê thiệt hại.", ["UBND các huyện"]),
        ("UBND các huyện", "Yêu cầu Sở Công Thương rà soát hồ đập.", ["Sở Công Thương"]),
        ("UBND các tỉnh", "UBND các tỉnh chỉ đạo, giao trách nhiệm cho Sở Tài chính làm đầu mối.", ["UBND các tỉnh"]),
        ("Về công tác y tế", "Chủ tịch UBND tỉnh chỉ đạo, giao Sở Y tế dự trữ thuốc.", ["UBND tỉnh", "Sở Y tế"]),
        ("Trách nhiệm của doanh nghiệp", "Đổi mới công nghệ, tham gia các hội chợ do Sở Công Thương tổ chức.", ["doanh nghiệp"]),
    ],
)
def test_whose_item_it_is(read: Read, heading: str, item: str, whose: list[str]) -> None:
    assert leads(read, heading, item) == whose


OPENING = "UBND TỈNH SƠN KHÊ\nSố: 12/CT-UBND\n\nCHỈ THỊ\nVề giải ngân\n\nYêu cầu các sở, các xã thực hiện các nội dung sau:\n"


@pytest.mark.parametrize(
    ("item", "whose"),
    [
        (
            "Đối với 05 sở, ban, ngành và 12 xã chưa phân bổ hết vốn: khẩn trương phân bổ xong trước ngày 15/4.",
            ["05 sở, ban, ngành", "12 xã chưa phân bổ hết vốn"],
        ),
        ("Đối với các đơn vị, địa phương chưa có báo cáo: gửi báo cáo trước 30/6.", ["các đơn vị, địa phương chưa có báo cáo"]),
        ("Đối với các địa phương còn tồn hồ sơ, yêu cầu khẩn trương giải quyết.", ["các địa phương còn tồn hồ sơ"]),
        ("Đối với các đơn vị, cá nhân vi phạm: xử lý nghiêm.", ["các sở", "các xã"]),
        ("Đối với các dự án chậm tiến độ: rà soát, báo cáo.", ["các sở", "các xã"]),
    ],
    ids=["counted", "a-clause-tells-which", "demanded", "dealt-with", "things"],
)
def test_some_of_many_are_spoken_to(read: Read, item: str, whose: list[str]) -> None:
    _, directive = read(f"{OPENING}1. {item}\n2. Rà soát nhân lực.\n")
    assert [agency.name for agency in directive.tasks[0].agencies if agency.role is Role.LEAD] == whose


def test_below_a_body_those_told_apart_are_whom_its_work_is_about(read: Read) -> None:
    assert leads(read, "Sở Y tế", "Đối với các xã còn ổ dịch: khẩn trương phun hóa chất.") == ["Sở Y tế"]
