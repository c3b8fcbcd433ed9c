"""Invitations: the subject ends before the text of the invitation, and attending is an event, no task."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]
HEAD = "ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n\nSố: 123/GM-UBND\n\nLạng Sơn, ngày 05 tháng 9 năm 2025\n\nGIẤY MỜI\n"
TAIL = "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"


@pytest.mark.parametrize(
    ("body", "subject"),
    [
        ("UBND tỉnh trân trọng kính mời: Lãnh đạo các sở\nĐến dự: Hội nghị tổng kết\nThời gian: 8 giờ 00 ngày 10/9/2025", None),
        (
            "Chủ tịch UBND tỉnh kính mời Giám đốc các sở dự họp về giải phóng mặt bằng.\n- Thời gian: 14 giờ 00 ngày 10/9/2025.",
            None,
        ),
        ("Kính mời: Ông Nguyễn Văn B, Giám đốc Sở Y tế\nTới dự: Lễ khai giảng\nThời gian: 7 giờ 30 ngày 05/9/2025", None),
        ("Thực hiện Kế hoạch số 12/KH-UBND, UBND tỉnh tổ chức Hội nghị sơ kết.\nTrân trọng kính mời: Lãnh đạo các sở.", None),
        ("UBND tỉnh xin trân trọng kính mời đại biểu dự họp.\nĐịa điểm: Phòng họp số 1.", None),
        (
            "Họp Ban Chỉ đạo chuyển đổi số\n\nỦy ban nhân dân tỉnh trân trọng kính mời các đồng chí dự họp.",
            "Họp Ban Chỉ đạo chuyển đổi số",
        ),
        (
            "Họp Ban Chỉ đạo chuyển đổi số\nThời gian: 8 giờ 00 ngày 10/9/2025.\nĐịa điểm: Phòng họp số 1.",
            "Họp Ban Chỉ đạo chuyển đổi số",
        ),
        ("Dự họp về phòng, chống thiên tai\n- Thời gian: 8 giờ 00 ngày 10/9/2025.", "Dự họp về phòng, chống thiên tai"),
        ("V/v dự Hội nghị sơ kết\n\nKính gửi: Các sở\n\nThời gian: 8 giờ 00 ngày 10/9/2025.", "dự Hội nghị sơ kết"),
    ],
)
def test_the_subject_ends_before_the_invitation(body: str, subject: str | None, read: Read) -> None:
    directive = read(HEAD + body + TAIL)[1]
    assert directive.fields.subject == subject
    assert directive.tasks == ()


def test_what_those_invited_prepare_is_a_task(read: Read) -> None:
    body = "Họp Ban Chỉ đạo chuyển đổi số\n\nKính gửi: Các sở\n\nUBND tỉnh kính mời đại diện lãnh đạo các sở dự họp.\n\n"
    order = "Đề nghị Sở Nội vụ chuẩn bị báo cáo, gửi Văn phòng UBND tỉnh trước ngày 08/9/2025."
    directive = read(HEAD + body + order + TAIL)[1]
    assert [task.text for task in directive.tasks] == [order]
