"""Terms counted from the day on which a paper takes effect: a paper written for these tests."""

from __future__ import annotations

import pytest

from tests.detect.small_plan import Read

_DECISION = """ỦY BAN NHÂN DÂN
TỈNH SƠN KHÊ

Số: 15/QĐ-UBND

Sơn Khê, ngày 12 tháng 3 năm 2024

QUYẾT ĐỊNH
Về quản lý bến bãi

QUYẾT ĐỊNH:

Điều 1. Các bến bãi trên địa bàn tỉnh được quản lý theo quy hoạch.

Điều 2. {effect}

Điều 3. Trách nhiệm thực hiện

1. {order}

Nơi nhận:
- Như Điều 3;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Văn Hải
"""
ORDER = "Trong thời hạn 60 ngày kể từ ngày Quyết định này có hiệu lực, UBND các huyện rà soát các bến bãi."


@pytest.mark.parametrize(
    ("effect", "order", "due"),
    [
        ("Quyết định này có hiệu lực thi hành kể từ ngày 25 tháng 3 năm 2024.", ORDER, "2024-05-24"),
        ("Quyết định này có hiệu lực từ ngày 25/3/2024 và thay thế Quyết định số 12/QĐ-UBND.", ORDER, "2024-05-24"),
        ("Quyết định này có hiệu lực kể từ ngày ký.", ORDER, "2024-05-13"),
        ("Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.", ORDER, None),
        ("Quyết định này có hiệu lực kể từ ngày 25/3/2024; Điều 1 Quyết định này có hiệu lực từ ngày 01/7/2024.", ORDER, None),
        (
            "Quyết định này có hiệu lực kể từ ngày 25/3/2024.",
            "Trong thời hạn 60 ngày kể từ ngày hợp đồng có hiệu lực, UBND các huyện rà soát các bến bãi.",
            None,
        ),
    ],
    ids=["a-day", "and-replaces", "as-signed", "days-after", "two-days", "of-a-contract"],
)
def test_a_term_from_the_day_of_effect(read: Read, effect: str, order: str, due: str | None) -> None:
    _, directive = read(_DECISION.format(effect=effect, order=order))
    days = [deadline.due for task in directive.tasks for deadline in task.deadlines if "hiệu lực" in deadline.text]
    assert [day.isoformat() if day else None for day in days] == [due]
