"""Items below the titles of measures and steps are work, also where the lexicon does not know their first word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

HEAD = "UBND XÃ KHE SEN\nSố: 9/KH-UBND\nKhe Sen, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nPhòng, chống dịch\n\n"


@pytest.mark.parametrize(
    "title",
    [
        "BIỆN PHÁP",
        "Biện pháp thực hiện",
        "CÔNG TÁC CHUẨN BỊ",
        "TRIỂN KHAI THỰC HIỆN",
        "PHƯƠNG ÁN ỨNG PHÓ",
        "CÁC BƯỚC TIẾN HÀNH",
        "KẾ HOẠCH CỤ THỂ",
    ],
)
def test_items_below_measures_are_tasks(title: str, read: Read) -> None:
    items = "- Tổng vệ sinh các thôn vào sáng thứ Bảy hàng tuần.\n- Diệt lăng quăng trước ngày 30/9/2024.\n"
    _, directive = read(f"{HEAD}I. MỤC ĐÍCH\n- Chủ động phòng dịch.\nII. {title}\n{items}")
    assert [(str(task.deadlines[0].due), task.deadlines[0].rrule) for task in directive.tasks] == [
        ("None", "FREQ=WEEKLY;BYDAY=SA"),
        ("2024-09-30", None),
    ]


def test_how_preparations_went_is_assessed_and_orders_nothing(read: Read) -> None:
    items = "1. Công tác chuẩn bị\n- Các thôn mua đủ hóa chất, máy phun.\n- Kho thuốc sạch sẽ.\n2. Kết quả\n- Dịch lùi.\n"
    _, directive = read(f"{HEAD}I. ĐÁNH GIÁ TÌNH HÌNH\n{items}II. NHIỆM VỤ\n- Rà soát các ổ dịch.\n")
    assert [task.text for task in directive.tasks] == ["Rà soát các ổ dịch."]


@pytest.mark.parametrize(
    ("item", "task"),
    [
        ("May 200 khẩu trang tặng người nghèo.", True),
        ("Viếng nghĩa trang liệt sĩ.", True),
        ("Giằng néo nhà cửa, biển quảng cáo.", True),
        ("Ôn thi cho đội tuyển.", True),
        ("Vớt bèo trên kênh.", True),
        ("Nhà văn hóa thôn 3.", False),
        ("Khu vực chợ trung tâm xã.", False),
        ("Công ty cổ phần Sông Hồng;", False),
    ],
)
def test_below_a_body_a_verb_that_no_list_knows_is_its_work(item: str, task: bool, read: Read) -> None:
    _, directive = read(f"{HEAD}II. PHÂN CÔNG\n1. Hội Phụ nữ xã\n- {item}\n")
    found = [(each.text, [a.name for a in each.agencies if a.role is Role.LEAD]) for each in directive.tasks]
    assert found == ([(item, ["Hội Phụ nữ xã"])] if task else [])
