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


def test_a_bracket_tells_who_chairs_and_who_works_along(read: Read) -> None:
    _, directive = read(
        f"{HEAD}II. NHIỆM VỤ\n1. Sở Y tế (chủ trì), Sở Tài chính (phối hợp) xây dựng định mức.\n2. Báo cáo kết quả.\n"
    )
    roles = [(agency.role, agency.name) for agency in directive.tasks[0].agencies]
    assert roles == [(Role.LEAD, "Sở Y tế"), (Role.COORDINATE, "Sở Tài chính")]


def test_what_a_meeting_is_about_is_no_task(read: Read) -> None:
    letter = (
        "SỞ Y TẾ\nSố: 12/SYT-NVD\nSơn Khê, ngày 05 tháng 3 năm 2024\nKính gửi: Các đơn vị trực thuộc\n"
        "Sở Y tế kính mời đại diện lãnh đạo các đơn vị dự Hội nghị:\n1. Thời gian: 08h00 ngày 20/3/2024.\n"
        "2. Địa điểm: Hội trường Bệnh viện tỉnh.\n3. Nội dung: Tổng kết công tác dược năm 2023.\n"
        "Đề nghị các đơn vị gửi tham luận trước ngày 15/3/2024./.\n"
    )
    assert [task.text for task in read(letter)[1].tasks] == ["Đề nghị các đơn vị gửi tham luận trước ngày 15/3/2024./."]


def test_a_closing_sentence_that_gives_the_following_up_is_a_task(read: Read) -> None:
    closing = "Văn phòng Sở theo dõi, đôn đốc, báo cáo kết quả tại giao ban tuần sau./.\n"
    text = (
        f"{HEAD}II. NHIỆM VỤ\n1. Rà soát cơ sở lưu trú\nĐơn vị chủ trì: Thanh tra Sở\nThời gian hoàn thành: tháng 8/2024\n{closing}"
    )
    assert [leads(task) for task in read(text)[1].tasks] == [["Thanh tra Sở"], ["Văn phòng Sở"]]


def test_wards_with_capital_and_number_are_bodies_of_their_own(read: Read) -> None:
    item = "Xử lý tình trạng lấn chiếm vỉa hè (UBND Phường 1, Phường 2 thực hiện; Đội Quản lý trật tự đô thị phối hợp)."
    (task, _) = read(f"{HEAD}II. NHIỆM VỤ\n1. {item}\n2. Báo cáo kết quả.\n")[1].tasks
    assert leads(task) == ["UBND Phường 1", "UBND Phường 2"]
    assert [a.name for a in task.agencies if a.role is Role.COORDINATE] == ["Đội Quản lý trật tự đô thị"]


BRIEFING = "BỘ TƯ PHÁP\nSố: 61/TB-BTP\nHà Nội, ngày 05 tháng 5 năm 2010\nTHÔNG BÁO\nKết luận của Bộ trưởng tại giao ban\n\n"
BRIEFING += "Ngày 03/5/2010, Bộ trưởng kết luận:\n"


@pytest.mark.parametrize("kind", ["Vụ", "Viện", "Trường", "Tổng cục", "Cục", "Chi cục", "Học viện", "Trung tâm", "Sở", "Phòng"])
@pytest.mark.parametrize("before", ["", "Về trụ sở: ", "Đồng ý. ", "Nhất trí chủ trương thành lập chi nhánh. "])
@pytest.mark.parametrize(
    "work",
    [
        "cần chủ động hơn trong công việc.",
        "lập dự toán gửi Bộ trước ngày 20/5/2010.",
        "có văn bản trả lời trong tháng 5.",
        "tổ chức kiểm điểm các cá nhân liên quan.",
        "xây dựng kế hoạch đào tạo cán bộ trẻ.",
    ],
)
def test_a_body_called_by_its_kind_alone_leads_what_it_does(kind: str, before: str, work: str, read: Read) -> None:
    _, directive = read(f"{BRIEFING}1. {before}{kind} {work}\n2. Chuẩn bị hội nghị.\n")
    assert leads(directive.tasks[0]) == [kind]


@pytest.mark.parametrize(
    ("item", "wanted"),
    [
        ("Trong thời gian tới, Viện cần sắp xếp lại các phòng.", ["Viện"]),
        ("Lãnh đạo Viện phải quan tâm đến đời sống cán bộ.", ["Viện"]),
        ("Vụ trước mắt tập trung tổng kết.", ["Vụ"]),
        ("Về xe ô tô: nhất trí; Chi cục lập dự toán trình Sở.", ["Chi cục"]),
        ("Về việc mua sắm: Cục làm thủ tục theo quy định, Vụ Tài chính thẩm định.", ["Cục", "Vụ Tài chính"]),
        ("Vụ tổ chức cán bộ lập danh sách.", ["Vụ tổ chức cán bộ"]),
        ("Sở xây dựng thẩm định đơn giá.", ["Sở xây dựng"]),
        ("Trung tâm dự báo khí tượng cập nhật bản tin.", ["Trung tâm dự báo khí tượng"]),
        ("Ban quản lý các khu công nghiệp rà soát quỹ đất.", ["Ban quản lý các khu công nghiệp"]),
        ("Ban hành quy chế làm việc mới.", []),
        ("Phòng họp cần sửa chữa ngay.", []),
        ("Vụ Đông cần gieo trồng sớm.", []),
    ],
)
def test_a_kind_is_a_body_where_a_verb_follows_and_a_name_stays_whole(item: str, wanted: list[str], read: Read) -> None:
    _, directive = read(f"{BRIEFING}1. {item}\n2. Chuẩn bị hội nghị.\n")
    assert leads(directive.tasks[0]) == wanted


def test_a_body_named_just_before_and_called_by_its_first_word_keeps_its_name(read: Read) -> None:
    item = "Các Chi cục gửi biểu về Phòng Quản lý vận tải trước ngày 10/5, Phòng hoàn thành báo cáo chung."
    _, directive = read(f"{BRIEFING}1. {item}\n2. Chuẩn bị hội nghị.\n")
    assert leads(directive.tasks[0]) == ["Các Chi cục", "Phòng Quản lý vận tải"]
