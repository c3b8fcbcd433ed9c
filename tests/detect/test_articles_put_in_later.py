"""Articles and clauses with a letter behind their number ("Điều 5a", "6a."), which a later act put in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

DECREE = """CHÍNH PHỦ
Số: 15/VBHN-BYT
Hà Nội, ngày 18 tháng 9 năm 2024
NGHỊ ĐỊNH
Quy định về hành nghề

{body}
TM. CHÍNH PHỦ
THỦ TƯỚNG
"""
MERGED = """Điều 5. Trách nhiệm của Bộ Y tế
1. Kiểm tra các bệnh viện.
Điều 5a. Trách nhiệm của Bộ Công an
1. Điều tra các vụ việc.
Điều 6. Phân công thực hiện
1. Trách nhiệm của Sở Y tế:
a) Cấp phép hành nghề.
1a. Trách nhiệm của Sở Công Thương:
a) Kiểm tra các chợ thuốc.
2. Trách nhiệm của Sở Tài chính:
a) Bố trí kinh phí."""
AMENDING = """Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 12/2020/NĐ-CP
1. Bổ sung Điều 5a, Điều 5b vào sau Điều 5 như sau:
“Điều 5a. Trách nhiệm của Bộ Công an
1. Điều tra các vụ việc.
Điều 5b. Trách nhiệm của Bộ Xây dựng
1. Kiểm tra công trình.”.
2. Bổ sung khoản 6a, khoản 6b vào sau khoản 6 Điều 7 như sau:
“6a. Sở Y tế cấp phép hành nghề.
6b. Sở Công Thương kiểm tra chợ.”.
Điều 2. Trách nhiệm thi hành
1. Bộ Y tế hướng dẫn thực hiện Nghị định này."""


def leads(read: Read, body: str) -> list[tuple[str, list[str]]]:
    _, directive = read(DECREE.format(body=body))
    return [("/".join(task.path), [agency.name for agency in task.agencies]) for task in directive.tasks]


def test_what_stands_below_an_article_put_in_is_for_its_own_bodies(read: Read) -> None:
    assert leads(read, MERGED) == [
        ("Điều 5/1", ["Bộ Y tế"]),
        ("Điều 5a/1", ["Bộ Công an"]),
        ("Điều 6/1/a", ["Sở Y tế"]),
        ("Điều 6/1a/a", ["Sở Công Thương"]),
        ("Điều 6/2/a", ["Sở Tài chính"]),
    ]


@pytest.mark.parametrize("marks", ["“”", '""'], ids=["curly", "straight"])
def test_articles_that_an_act_puts_into_another_give_no_work_in_it(marks: str, read: Read) -> None:
    body = AMENDING.replace("“", marks[0]).replace("”", marks[1])
    assert leads(read, body) == [("Điều 2/1", ["Bộ Y tế"])]
