"""Bodies that headings and items call on by their kind, in small letters or of no list of names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role, Task
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

HEAD = "UBND XÃ KHE SEN\nSố: 9/KH-UBND\nKhe Sen, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nPhòng, chống dịch\n\n"


def leads(task: Task) -> list[str]:
    return [agency.name for agency in task.agencies if agency.role is Role.LEAD]


@pytest.mark.parametrize(
    "body",
    [
        "VKSND các huyện, thành phố",
        "TAND các huyện",
        "Các cơ quan, đơn vị được kiểm tra",
        "Viễn thông Sơn Khê",
        "Khối Dân vận xã",
        "Cụm thi đua số 3",
        "Tiểu ban Tuyên truyền",
        "Phân xưởng Cơ điện",
        "Nhà văn hóa huyện",
        "Ban Quản lý ký túc xá",
        "Công đoàn trường",
    ],
)
def test_a_heading_of_a_body_of_no_list_leads_what_stands_below(body: str, read: Read) -> None:
    _, directive = read(f"{HEAD}II. TỔ CHỨC THỰC HIỆN\n1. {body}\n- Rà soát danh sách trước ngày 31/3/2024.\n")
    assert [leads(task) for task in directive.tasks] == [[body]]


@pytest.mark.parametrize(
    ("item", "wanted"),
    [
        ("Đối với hội nông dân xã: vận động hội viên tiêm phòng cho gia súc.", ["hội nông dân xã"]),
        ("Đối với trường mầm non: khử khuẩn lớp học trước ngày 15/3/2024.", ["trường mầm non"]),
        ("Giao phòng kinh tế tham mưu kế hoạch tiêu độc.", ["phòng kinh tế"]),
        ("Đề nghị tổ bảo vệ đo thân nhiệt người ra vào.", ["tổ bảo vệ"]),
        ("Đối với hộ nghèo: hỗ trợ tiền điện.", []),
        ("Đối với công ty vi phạm: xử phạt nghiêm.", []),
        ("Đối với cơ sở vật chất: rà soát, sửa chữa.", []),
        ("Phân công cơ quan trình, cơ quan thẩm tra các dự án luật.", []),
    ],
)
def test_who_is_called_on_by_its_kind(item: str, wanted: list[str], read: Read) -> None:
    _, directive = read(f"{HEAD}II. NHIỆM VỤ\n1. {item}\n2. Báo cáo kết quả.\n")
    assert leads(directive.tasks[0]) == wanted


def test_headings_spoken_to_by_kind_lead_their_items(read: Read) -> None:
    items = "1. Đối với tổ chuyên môn:\n- Xây dựng kế hoạch dạy học.\n2. Đối với Liên đội:\n- Rà soát đội viên.\n"
    _, directive = read(f"{HEAD}II. NHIỆM VỤ\n{items}")
    assert [leads(task) for task in directive.tasks] == [["tổ chuyên môn"], ["Liên đội"]]


def test_a_list_of_pupils_in_need_is_no_word_of_trouble(read: Read) -> None:
    _, directive = read(
        f"{HEAD}II. NHIỆM VỤ\n- Rà soát học sinh có hoàn cảnh khó khăn, lập danh sách gửi Sở Giáo dục và Đào tạo.\n"
    )
    assert len(directive.tasks) == 1
