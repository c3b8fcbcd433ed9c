"""Terms that end with a law in force, numbers told in words, a rhythm behind who acts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

PLAN = "ỦY BAN NHÂN DÂN TỈNH BÌNH SƠN\nSố: 12/KH-UBND\nBình Sơn, ngày 12 tháng 3 năm 2025\n"
PLAN += "KẾ HOẠCH\nQuản lý đất đai\n\nI. NHIỆM VỤ\n\n"


def deadlines(directive: Directive) -> list[tuple[str, str | None]]:
    return [(d.text, d.rrule or (str(d.due) if d.due else None)) for task in directive.tasks for d in task.deadlines]


@pytest.mark.parametrize(
    ("line", "words", "value"),
    [
        (
            "Sở Tư pháp rà soát văn bản trước ngày Luật có hiệu lực 01/7/2025.",
            "trước ngày Luật có hiệu lực 01/7/2025",
            "2025-07-01",
        ),
        (
            "Sở Nội vụ bàn giao hồ sơ trước thời điểm Nghị định có hiệu lực thi hành (ngày 15/8/2025).",
            "trước thời điểm Nghị định có hiệu lực thi hành (ngày 15/8/2025)",
            "2025-08-15",
        ),
        (
            "Sở Tài chính thẩm định trong thời hạn hai mươi bốn (24) giờ kể từ khi nhận hồ sơ.",
            "trong thời hạn hai mươi bốn (24) giờ kể từ khi nhận hồ sơ",
            None,
        ),
        ("Sở Y tế kiểm tra, báo cáo trong vòng hai mươi bốn ngày kể từ ngày ký.", None, "2025-04-08"),
        ("Thanh tra tỉnh trả lời trong hạn 15 ngày kể từ ngày nhận đơn.", "trong hạn 15 ngày kể từ ngày nhận đơn", None),
        (
            "Sở Y tế hằng năm tổng hợp kết quả, gửi trước 31/10 về Sở Tài chính.",
            "trước 31/10",
            "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=31",
        ),
    ],
)
def test_terms_are_read_whole(read: Read, line: str, words: str | None, value: str | None) -> None:
    found = deadlines(read(PLAN + "1. " + line + "\n2. Kiểm tra hồ sơ.\n")[1])
    assert len(found) == 1
    assert words in (None, found[0][0])
    assert found[0][1] == value


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("Sở Tài chính rà soát các hợp đồng ký trước ngày Luật Đất đai có hiệu lực (01/8/2025).", []),
        ("Sở Y tế hằng năm xây dựng kế hoạch; hoàn thành trụ sở trước 31/10.", ["FREQ=YEARLY", "2025-10-31"]),
        ("Sở Y tế thực hiện Kế hoạch hằng năm của Bộ Y tế, gửi báo cáo trước 31/10.", ["2025-10-31"]),
        ("Sở Y tế kiểm tra trong hạn mức được giao.", []),
    ],
)
def test_what_stands_beside_stays(read: Read, line: str, values: list[str]) -> None:
    assert [value for _, value in deadlines(read(PLAN + "1. " + line + "\n2. Kiểm tra hồ sơ.\n")[1])] == values
