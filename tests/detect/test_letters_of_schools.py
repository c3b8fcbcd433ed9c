"""Letters, notices and plans of schools and hospitals: whom "Yêu cầu: Đối với ..." speaks to, their small bodies.
Sentences written for these tests.
"""

from __future__ import annotations

import pytest

from models.directive import Role
from tests.detect.small_plan import Read, leads_of, plan

DEMANDS = """I. ĐỐI TƯỢNG
Sinh viên năm cuối.
II. {heading}
1. Đối với Khoa Cơ khí
- Triển khai thông báo đến cố vấn học tập.
2. Đối với Phòng Đào tạo
- Tiếp nhận đơn từ các khoa."""


@pytest.mark.parametrize(
    ("heading", "leads"),
    [
        ("YÊU CẦU", [["Khoa Cơ khí"], ["Phòng Đào tạo"]]),
        ("Yêu cầu cụ thể:", [["Khoa Cơ khí"], ["Phòng Đào tạo"]]),
        ("MỤC ĐÍCH, YÊU CẦU", []),
    ],
)
def test_demands_above_those_spoken_to_are_work(heading: str, leads: list[list[str]], read: Read) -> None:
    tasks = read(plan(DEMANDS.format(heading=heading)))[1].tasks
    assert [[agency.name for agency in task.agencies if agency.role is Role.LEAD] for task in tasks] == leads


def test_qualities_asked_of_the_work_are_none(read: Read) -> None:
    body = "I. YÊU CẦU\n1. Đối với công tác tuyên truyền\n- Bảo đảm thiết thực, tiết kiệm.\n2. Đối với hồ sơ\n- Lập đúng mẫu."
    assert read(plan(body))[1].tasks == ()


@pytest.mark.parametrize(
    ("order", "lead"),
    [
        ("Tiểu ban chuyên môn: Tổ chức tập huấn cho bác sĩ.", "Tiểu ban chuyên môn"),
        ("Giao Tiểu ban nội dung chuẩn bị tài liệu.", "Tiểu ban nội dung"),
        ("Các bộ môn: Chuẩn bị đề thi, in sao đủ số lượng.", "Các bộ môn"),
        ("Giáo vụ khoa: Tổng hợp điểm.", "Giáo vụ khoa"),
        ("Cố vấn học tập: Nhắc sinh viên đăng ký môn học.", "Cố vấn học tập"),
        ("Song song đó, các doanh nghiệp phải tăng cường phổ biến pháp luật.", "các doanh nghiệp"),
    ],
)
def test_small_bodies_of_a_school_lead(order: str, lead: str, read: Read) -> None:
    assert leads_of(read, order) == [lead]
