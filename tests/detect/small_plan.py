"""A small plan of a province, for tests of what stands below a heading or a title; of one item `roles_in_plan` tells the roles."""

from __future__ import annotations

from collections.abc import Callable

from models.directive import Directive, Role
from models.text import Document

__all__ = ["Read", "leads_of", "plan", "small_plan"]

Read = Callable[..., tuple[Document, Directive]]

_PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN KHÊ

Số: 15/KH-UBND

Sơn Khê, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
{subject}

{body}

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Văn Hải
"""


def plan(body: str, *, subject: str = "Triển khai công tác năm 2024") -> str:
    """The text of a plan with this body."""
    return _PLAN.format(subject=subject, body=body)


def small_plan(order: str) -> str:
    """The text of a plan whose only item is this order; paragraphs behind it stand below it."""
    return plan(f"II. NHIỆM VỤ\n\n1. {order}")


def leads_of(read: Read, order: str) -> list[str]:
    """Who leads the tasks of such a plan, in order."""
    _, directive = read(small_plan(order))
    return [agency.name for task in directive.tasks for agency in task.agencies if agency.role is Role.LEAD]
