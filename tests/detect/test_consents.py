"""What a letter consents to is no work. Sentences written for these tests."""

from __future__ import annotations

import pytest

from tests.detect.small_plan import Read, small_plan


@pytest.mark.parametrize(
    ("order", "tasks"),
    [
        ("Đồng ý tổ chức Hội nghị xúc tiến đầu tư vào tháng 12 năm 2024.", 0),
        ("Đồng ý kéo dài thời gian thực hiện dự án đến hết năm 2025 như đề nghị của Sở Tài chính.", 0),
        ("Nhất trí bổ sung vốn theo đề xuất của Sở Xây dựng.", 0),
        ("Đồng ý tổ chức Hội nghị vào tháng 12, Sở Nội vụ chuẩn bị tài liệu.", 1),
        ("Đồng ý bổ sung vốn như đề nghị của Sở Xây dựng; giao Sở Tài chính bố trí.", 1),
    ],
)
def test_a_consent_alone_is_no_task(read: Read, order: str, tasks: int) -> None:
    assert len(read(small_plan(order))[1].tasks) == tasks
