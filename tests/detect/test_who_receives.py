"""Who receives a report where a time, a paper or the matter stands between the verb and the body."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]


@pytest.mark.parametrize(
    ("order", "receivers"),
    [
        ("Báo cáo kết quả rà soát trước ngày 25 của tháng cuối quý về Sở Tài chính.", ["Sở Tài chính"]),
        ("Báo cáo sơ kết trước ngày 10/6, tổng kết trước ngày 10/12/2025 về Sở Y tế.", ["Sở Y tế"]),
        ("Báo cáo trước ngày 15/12 về UBND tỉnh.", ["UBND tỉnh"]),
        ("Gửi danh sách trong tháng, chậm nhất ngày 25/3 cho Sở Nội vụ.", ["Sở Nội vụ"]),
        ("Báo cáo tình hình hằng tuần về Văn phòng UBND tỉnh.", ["Văn phòng UBND tỉnh"]),
        ("Gửi lịch trực về Văn phòng UBND tỉnh.", ["Văn phòng UBND tỉnh"]),
        ("Xây dựng và gửi kế hoạch cho Sở Tư pháp.", ["Sở Tư pháp"]),
        ("Kịp thời báo cáo cấp có thẩm quyền những việc vượt thẩm quyền.", ["cấp có thẩm quyền"]),
        ("Báo cáo UBND tỉnh để báo cáo Chính phủ, Bộ Tài chính.", ["UBND tỉnh"]),
        ("Báo cáo trước ngày 15/12. Tuyên truyền về Sở Y tế.", []),
        ("Gửi quà cho Công an xã.", []),
    ],
)
def test_the_receiver_of_a_report(order: str, receivers: list[str], read: Read) -> None:
    _, directive = read(f"KẾ HOẠCH\n1. Các xã, phường:\na) {order}\nb) Kiểm tra các chợ.")
    assert [a.name for a in directive.tasks[0].agencies if a.role is Role.REPORT_TO] == receivers


WANTED = [
    "Để có cơ sở tổng hợp, báo cáo Bộ Nội vụ, Sở Nội vụ",
    "Để có số liệu báo cáo UBND tỉnh, Sở Nội vụ",
    "Để kịp thời tổng hợp, báo cáo Bộ Nội vụ trước ngày 25/10/2025, Sở Nội vụ kính",
    "Nhằm tổng hợp, báo cáo Bộ Nội vụ theo quy định, Sở Nội vụ",
    "Để phục vụ công tác tổng hợp, báo cáo Chính phủ, Bộ Nội vụ, Sở Nội vụ",
    "Làm cơ sở báo cáo Bộ Nội vụ, Sở Nội vụ",
    "Sau khi báo cáo UBND tỉnh, Sở Nội vụ",
    "Thực hiện Công văn số 12/BNV-CCHC của Bộ Nội vụ, để có số liệu báo cáo Bộ Nội vụ, Sở Nội vụ",
    "Căn cứ kết quả rà soát và để bảo đảm thời gian báo cáo Bộ Nội vụ, Sở Nội vụ",
    "Để tham mưu UBND tỉnh, Sở Nội vụ",
    "Để Sở Nội vụ có cơ sở tổng hợp, báo cáo UBND tỉnh,",
]


@pytest.mark.parametrize("wanted", WANTED)
def test_what_the_body_that_asks_reports_itself_is_no_report_of_those_it_asks(wanted: str, read: Read) -> None:
    order = f"{wanted} đề nghị các sở, ban, ngành gửi báo cáo về Phòng Cải cách hành chính trước ngày 20/10/2025."
    (task,) = read(f"Kính gửi: Các sở, ban, ngành\n\n{order}\n\nNơi nhận:\n- Như trên.")[1].tasks
    named = [(a.role, a.name) for a in task.agencies]
    assert named == [(Role.LEAD, "các sở, ban, ngành"), (Role.REPORT_TO, "Phòng Cải cách hành chính")]
    assert [str(deadline.due) for deadline in task.deadlines] == ["2025-10-20"]


@pytest.mark.parametrize(
    "behind",
    [
        "để tổng hợp, báo cáo UBND tỉnh trước ngày 15/10/2025.",
        "để tổng hợp, trình UBND tỉnh trước ngày 15/10/2025.",
        "để Sở Xây dựng tổng hợp, báo cáo UBND tỉnh trước ngày 15/10/2025.",
        "(để tổng hợp, báo cáo UBND tỉnh trước ngày 15/10/2025).",
        "để kịp báo cáo UBND tỉnh trước ngày 15/10/2025.",
        "để UBND tỉnh báo cáo Bộ Xây dựng trước ngày 15/10/2025.",
        "làm cơ sở tổng hợp, báo cáo UBND tỉnh trong tháng 11/2025.",
        "phục vụ việc tổng hợp, báo cáo UBND tỉnh trước ngày 15/10/2025.",
        "để tổng hợp, tham mưu UBND tỉnh báo cáo Bộ Xây dựng trước ngày 15/10/2025.",
    ],
)
def test_by_when_the_receiver_reports_in_turn_is_its_own_deadline(behind: str, read: Read) -> None:
    order = f"Gửi kết quả về Sở Xây dựng trước ngày 10/10/2025 {behind}"
    task = read(f"KẾ HOẠCH\n1. Các xã, phường:\na) {order}\nb) Kiểm tra các chợ.")[1].tasks[0]
    assert [a.name for a in task.agencies if a.role is Role.REPORT_TO] == ["Sở Xây dựng"]
    assert [str(deadline.due) for deadline in task.deadlines] == ["2025-10-10"]


@pytest.mark.parametrize(
    "order",
    [
        "Hoàn thành rà soát trước ngày 05/10/2025 để báo cáo UBND tỉnh trước ngày 10/10/2025.",
        "Gửi kết quả về Sở Xây dựng trước ngày 05/10/2025; báo cáo UBND tỉnh trước ngày 10/10/2025.",
        "Gửi kết quả trước ngày 05/10/2025 để Sở tổng hợp, báo cáo UBND tỉnh (riêng xã Hà Lâu trước ngày 10/10/2025).",
        "Gửi kết quả về Sở Xây dựng trước ngày 05/10/2025 để tổng hợp và hoàn thành việc khắc phục trước ngày 10/10/2025.",
    ],
)
def test_two_limits_of_ones_own_work_stay_two(order: str, read: Read) -> None:
    task = read(f"KẾ HOẠCH\n1. Các xã, phường:\na) {order}\nb) Kiểm tra các chợ.")[1].tasks[0]
    assert [str(deadline.due) for deadline in task.deadlines] == ["2025-10-05", "2025-10-10"]


def test_the_only_day_of_a_rhythm_stays_though_the_receiver_reports_by_it(read: Read) -> None:
    order = "Báo cáo kết quả định kỳ hằng năm về Sở Xây dựng để tổng hợp, báo cáo UBND tỉnh trước ngày 31 tháng 12 hằng năm."
    task = read(f"KẾ HOẠCH\n1. Các xã, phường:\na) {order}\nb) Kiểm tra các chợ.")[1].tasks[0]
    assert task.deadlines[-1].rrule == "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"
