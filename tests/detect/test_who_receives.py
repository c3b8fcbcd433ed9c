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
