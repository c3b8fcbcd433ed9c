"""Boards told to act though their name is parted from it by who heads them, and deputies who direct the work of others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]


@pytest.mark.parametrize(
    ("order", "lead"),
    [
        ("Ban Chỉ đạo tỉnh do Chủ tịch UBND tỉnh làm Trưởng ban chỉ đạo toàn diện việc sắp xếp.", "Ban Chỉ đạo tỉnh"),
        ("Tổ công tác (do lãnh đạo Sở Nội vụ làm Tổ trưởng) kiểm tra các xã hằng quý.", "Tổ công tác"),
        (
            "Ban Chỉ đạo quốc gia về tăng trưởng xanh do Thủ tướng Chính phủ làm Trưởng ban; Bộ trưởng Bộ Tài chính làm "
            "Phó Trưởng ban thường trực, điều phối các bộ.",
            "Ban Chỉ đạo quốc gia về tăng trưởng xanh",
        ),
    ],
)
def test_who_sits_at_the_head_of_a_board_does_not_lead(order: str, lead: str, read: Read) -> None:
    _, directive = read(f"KẾ HOẠCH\nI. TỔ CHỨC THỰC HIỆN\n1. {order}\n2. Sở Y tế kiểm tra các chợ.")
    assert [[a.name for a in task.agencies if a.role is Role.LEAD] for task in directive.tasks] == [[lead], ["Sở Y tế"]]


def test_who_sits_in_a_board_is_no_task(read: Read) -> None:
    seats = "1. Ban Chỉ đạo tỉnh do Chủ tịch UBND tỉnh làm Trưởng ban, các Phó Chủ tịch làm Phó Trưởng ban."
    _, directive = read(f"KẾ HOẠCH\nI. TỔ CHỨC THỰC HIỆN\n{seats}\n2. Sở Y tế kiểm tra các chợ.")
    assert [task.text for task in directive.tasks] == ["Sở Y tế kiểm tra các chợ."]


@pytest.mark.parametrize(
    ("order", "roles"),
    [
        ("Giao Phó Thủ tướng Trần Văn Minh trực tiếp chỉ đạo các bộ ứng phó với bão.", [("Phó Thủ tướng", Role.SUPERVISE)]),
        ("Giao Phó Chủ tịch UBND tỉnh Lê Minh chỉ đạo công tác cứu trợ.", [("UBND tỉnh", Role.SUPERVISE)]),
        ("Giao Phó Chủ tịch UBND tỉnh Lê Minh chủ trì họp, chỉ đạo khắc phục.", [("UBND tỉnh", Role.LEAD)]),
        ("Giao Phó Giám đốc Sở Y tế chỉ đạo các bệnh viện trực cấp cứu.", [("Sở Y tế", Role.LEAD)]),
        ("Giao Phó Chủ tịch UBND tỉnh Hà Tây chủ trì phân lũ.", [("UBND tỉnh Hà Tây", Role.LEAD)]),
    ],
)
def test_a_deputy_who_directs_others_supervises(order: str, roles: list[tuple[str, Role]], read: Read) -> None:
    _, directive = read(f"CÔNG ĐIỆN\n1. {order}\n2. Sở Y tế kiểm tra các chợ.")
    assert [(a.name, a.role) for a in directive.tasks[0].agencies] == roles
