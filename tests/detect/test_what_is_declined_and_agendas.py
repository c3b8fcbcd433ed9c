"""What who decides declines is no work; work given among the points of a meeting is. Sentences written for these tests."""

from __future__ import annotations

import pytest

from tests.detect.small_plan import Read, plan, small_plan

MEETING = """I. NỘI DUNG
1. Thời gian, địa điểm: 8h00 ngày 20/3/2024 tại hội trường.
2. Thành phần: lãnh đạo các sở, ngành.
3. Chương trình Hội nghị:
- Đón tiếp đại biểu.
- Thảo luận, phát biểu tham luận.
- {order}
II. TỔ CHỨC THỰC HIỆN
1. Giao Sở Nội vụ tổ chức hội nghị."""


def texts(read: Read, paper: str) -> list[str]:
    return [task.text for task in read(paper)[1].tasks]


@pytest.mark.parametrize(
    ("item", "is_work"),
    [
        ("Không ban hành Nghị định quy định chi tiết nội dung này.", False),
        ("Chưa xem xét chủ trương đầu tư dự án chợ.", False),
        ("Thống nhất không trình Nghị quyết về phí tham quan.", False),
        ("Không tổ chức liên hoan, chúc Tết.", True),
        ("Không để xảy ra cháy rừng trên địa bàn.", True),
        ("Không ban hành nghị quyết trái thẩm quyền.", True),
        ("Không ban hành Nghị định; giao Sở Tư pháp hướng dẫn các xã.", True),
    ],
)
def test_what_is_declined_is_no_work(read: Read, item: str, is_work: bool) -> None:
    assert (item in texts(read, small_plan(f"Rà soát các chợ trên địa bàn.\n2. {item}"))) == is_work


@pytest.mark.parametrize(
    ("order", "is_work"),
    [
        ("Giao Sở Y tế chuẩn bị báo cáo tổng kết, gửi trước ngày 15/3/2024.", True),
        ("Phân công Sở Y tế in tài liệu phát cho đại biểu.", True),
        ("Phát biểu chỉ đạo của lãnh đạo UBND tỉnh.", False),
        ("Yêu cầu đại biểu tắt điện thoại.", False),
    ],
)
def test_work_given_among_the_points_of_a_meeting(read: Read, order: str, is_work: bool) -> None:
    found = texts(read, plan(MEETING.format(order=order), subject="Tổ chức Hội nghị tổng kết công tác dân số"))
    assert (order in found) == is_work
