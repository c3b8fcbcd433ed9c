"""What somebody may do or need not do, and what a body has, is no work; duties that sound like leave or news are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role, Task
from models.text import Document
from tests.detect.test_lists_that_only_tell import tasks

Read = Callable[..., tuple[Document, Directive]]


def leads(task: Task) -> list[str]:
    return [agency.name for agency in task.agencies if agency.role is Role.LEAD]


@pytest.mark.parametrize(
    "item",
    [
        "Được quyết định vấn đề kỹ thuật thuộc phạm vi nhiệm vụ được giao;",
        "Được chủ động lựa chọn và đề xuất cơ quan có thẩm quyền điều động nhân lực;",
        "Được lựa chọn nhân sự giúp việc để Sở Nội vụ quyết định ký hợp đồng;",
        "Được sử dụng kho hàng do nhà nước đầu tư để thực hiện nhiệm vụ.",
    ],
)
def test_a_right_is_no_work(read: Read, item: str) -> None:
    assert tasks(read, f"Điều 2. Quyền và nghĩa vụ của chuyên gia\n1. {item}") == []


@pytest.mark.parametrize(
    "item",
    ["Được giao quản lý kho thì phải kiểm tra hằng tuần.", "Được giao làm đầu mối tổng hợp, báo cáo Bộ Tài chính hằng quý."],
)
def test_what_was_given_to_do_is_work(read: Read, item: str) -> None:
    assert len(tasks(read, f"Điều 2. Quyền và nghĩa vụ của chuyên gia\n1. {item}")) == 1


@pytest.mark.parametrize(
    "item",
    [
        "Thanh tra Bộ Tài chính có con dấu riêng.",
        "Thanh tra Bộ Tài chính có Chánh Thanh tra, Phó Chánh Thanh tra và thanh tra viên.",
        "Vụ Hành chính có 03 phòng.",
        "Trường hợp gia hạn giấy phép, chủ chợ không phải báo cáo giải trình nhu cầu.",
    ],
)
def test_what_a_body_has_or_need_not_do_is_no_work(read: Read, item: str) -> None:
    assert tasks(read, f"Điều 2. Thanh tra Bộ Tài chính\n1. {item}") == []


@pytest.mark.parametrize(
    ("item", "lead"),
    [
        ("Thanh tra Bộ Tài chính kiểm tra các chợ hằng quý.", "Thanh tra Bộ Tài chính"),
        ("Văn phòng Bộ có trách nhiệm đăng tải tài liệu được phép công khai trên Cổng thông tin.", "Văn phòng Bộ"),
        ("Ủy ban nhân dân cấp tỉnh ban hành kế hoạch quản lý chợ hằng năm.", "Ủy ban nhân dân cấp tỉnh"),
        ("Ban Quản lý khu kinh tế được phân cấp thực hiện nhiệm vụ kiểm tra chuyên ngành.", "Ban Quản lý khu kinh tế"),
    ],
    ids=["inspects", "publishes", "councils of a level", "by delegation"],
)
def test_duties_that_sound_like_news_keep_their_body(read: Read, item: str, lead: str) -> None:
    (task,) = tasks(read, f"Điều 2. Quản lý chợ\n1. {item}")
    assert leads(task) == [lead]


def test_leave_to_decide_gives_no_work(read: Read) -> None:
    body = "Điều 2. Phân cấp\n1. Đơn vị sự nghiệp được phân cấp quyết định:\na) Bổ sung máy móc, thiết bị;\nb) Điều chỉnh giá thuê."
    assert not any(leads(task) for task in tasks(read, body))


def test_the_post_of_a_heading_leads_not_whose_meetings_it_prepares(read: Read) -> None:
    title = "Điều 2. Trách nhiệm của Chánh Văn phòng trong việc tổ chức cuộc họp của Chủ tịch Ủy ban nhân dân cấp xã"
    (task,) = tasks(read, f"{title}\n1. Tổng hợp lịch họp hằng tuần.")
    assert leads(task) == ["Chánh Văn phòng"]
