"""Whom items inherit from: headings that name bodies in their own ways, calls above a list, brackets and labels behind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

PLAN = "UBND TỈNH SƠN KHÊ\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nGiữ gìn trật tự đô thị năm 2025\n\nIV. TỔ CHỨC THỰC HIỆN\n"
WORK = "- Lập danh sách các hộ lấn chiếm.\n- Báo cáo kết quả trước ngày 20/5/2025.\n"
OTHER = "2. Sở Xây dựng\n- Rà soát quy hoạch vỉa hè.\n- Cấp phép sửa chữa.\n"


def leads(directive: Directive, at: int = 0, role: Role = Role.LEAD) -> list[str]:
    return [agency.name for agency in directive.tasks[at].agencies if agency.role is role]


def words(directive: Directive) -> list[str]:
    return [" ".join(task.text.split()[:3]) for task in directive.tasks]


@pytest.mark.parametrize(
    ("heading", "bodies"),
    [
        ("PC08", ["PC08"]),
        ("Đội trật tự đô thị phường", ["Đội trật tự đô thị phường"]),
        ("Đoàn kiểm tra liên ngành:", ["Đoàn kiểm tra liên ngành"]),
        ("Tư vấn giám sát (Công ty CP Tư vấn Hoàng Gia)", ["Tư vấn giám sát"]),
        ("Các phòng: Tham mưu, Hậu cần", ["Phòng Tham mưu", "Phòng Hậu cần"]),
        ("Các đội: Quản lý đất đai, Cây xanh và Chiếu sáng", ["Đội Quản lý đất đai", "Đội Cây xanh", "Đội Chiếu sáng"]),
        ("Công đoàn, Câu lạc bộ Xe đạp", ["Công đoàn", "Câu lạc bộ Xe đạp"]),
        ("Gói thầu số 3 (Liên danh Hòa Bình - Sông Lô)", ["Liên danh Hòa Bình - Sông Lô"]),
        ("Phòng, chống lấn chiếm vỉa hè", []),
        ("Đội ngũ cộng tác viên", []),
    ],
)
def test_a_heading_among_those_of_bodies(read: Read, heading: str, bodies: list[str]) -> None:
    _, directive = read(f"{PLAN}1. {heading}\n{WORK}{OTHER}3. Sở Y tế\n- Kiểm tra vệ sinh chợ.\n")
    assert leads(directive) == bodies


def test_names_parted_by_semicolons_all_lead_the_paragraph_below(read: Read) -> None:
    _, directive = read(f"{PLAN}1. Sở Y tế; Sở Nội vụ\nTuyên truyền về trật tự đô thị.\n{OTHER}")
    assert leads(directive) == ["Sở Y tế", "Sở Nội vụ"]


@pytest.mark.parametrize(
    ("opening", "bodies"),
    [
        ("Sở Y tế hướng dẫn các phòng y tế, các trạm y tế thực hiện tiêm chủng như sau:", ["các phòng y tế", "các trạm y tế"]),
        ("Giám đốc Sở kết luận, lưu ý tổ dân phòng tập trung làm tốt các việc sau:", ["tổ dân phòng"]),
        ("Trước tình hình mưa rất to, Giám đốc Sở lệnh cho các đơn vị như sau:", ["các đơn vị"]),
        ("Chính phủ thống nhất:", []),
        ("Sau giờ giao ban, Giám đốc Sở kết luận như sau:", []),
    ],
)
def test_whom_a_sentence_above_a_list_reminds_or_guides(read: Read, opening: str, bodies: list[str]) -> None:
    head = "SỞ Y TẾ\nSố: 5/HD-SYT\n\nHƯỚNG DẪN\nTiêm chủng mở rộng\n\n"
    assert leads(read(f"{head}{opening}\n1. Lập danh sách trẻ em.\n2. Báo cáo kết quả hằng tháng.\n")[1]) == bodies


def test_a_body_that_guides_others_below_its_own_heading_leads(read: Read) -> None:
    items = "- Chỉ đạo lực lượng thanh tra trực thuộc tập trung các việc sau:\n+ Kiểm tra các tuyến phố.\n+ Xử phạt vi phạm.\n"
    _, directive = read(f"{PLAN}1. Sở Giao thông vận tải\n{items}{OTHER}")
    assert leads(directive) == ["Sở Giao thông vận tải"]


@pytest.mark.parametrize(
    ("item", "bodies"),
    [
        ("Ký cam kết với các hộ kinh doanh. (Ban Quản lý chợ, Cảnh sát khu vực)", ["Ban Quản lý chợ", "Cảnh sát khu vực"]),
        ("Xe loa lưu động phát bài tuyên truyền. (Trung tâm Dịch vụ tổng hợp phường)", ["Trung tâm Dịch vụ tổng hợp phường"]),
        ("Lắp đặt camera tại các điểm rác. (Theo mẫu của Sở)", ["Sở Xây dựng"]),
        ("Gửi hồ sơ về cơ quan thường trực (Sở Nội vụ).", ["Sở Xây dựng"]),
    ],
)
def test_names_alone_in_brackets_behind_a_sentence(read: Read, item: str, bodies: list[str]) -> None:
    assert leads(read(f"{PLAN}1. Sở Xây dựng\n- {item}\n- Rà soát quy hoạch.\n")[1]) == bodies


TITLE = "II. NHIỆM VỤ\n1. Xây dựng Đề án kho lưu trữ\n- {}\n- {}\n2. Khảo sát hồ sơ cũ.\n"


@pytest.mark.parametrize(
    ("label", "lead", "beside"),
    [
        ("Đơn vị thực hiện: Sở Nội vụ chủ trì, phối hợp với Sở Y tế", ["Sở Nội vụ"], ["Sở Y tế"]),
        ("Đơn vị thực hiện: Sở Nội vụ tham mưu UBND tỉnh", ["Sở Nội vụ"], []),
        ("Đơn vị thực hiện: Sở Nội vụ, Sở Y tế", ["Sở Nội vụ", "Sở Y tế"], []),
        ("Cơ quan chủ trì: Sở Nội vụ", ["Sở Nội vụ"], []),
    ],
)
@pytest.mark.parametrize("time", ["Thời hạn trình Chính phủ: tháng 5 năm 2025", "Thời hạn ban hành: 31/5/2025"])
def test_what_labels_say_of_each_body(read: Read, label: str, lead: list[str], beside: list[str], time: str) -> None:
    head = "BỘ NỘI VỤ\nSố: 7/KH-BNV\n\nKẾ HOẠCH\nLưu trữ năm 2025\n\n"
    _, directive = read(head + TITLE.format(label, time))
    assert words(directive) == ["Xây dựng Đề", "Khảo sát hồ"]
    assert (leads(directive), leads(directive, 0, Role.COORDINATE)) == (lead, beside)
    assert str(directive.tasks[0].deadlines[0].due) == "2025-05-31"


def test_who_checks_the_work_is_said_by_a_label_and_no_task(read: Read) -> None:
    head = "BỘ NỘI VỤ\nSố: 7/KH-BNV\n\nKẾ HOẠCH\nLưu trữ năm 2025\n\n"
    _, directive = read(head + TITLE.format("Đơn vị thực hiện: Sở Nội vụ", "Đơn vị kiểm tra, nghiệm thu: Sở Y tế"))
    assert words(directive) == ["Xây dựng Đề", "Khảo sát hồ"]
    assert (leads(directive), leads(directive, 0, Role.MONITOR)) == (["Sở Nội vụ"], ["Sở Y tế"])


@pytest.mark.parametrize(
    ("item", "bodies"),
    [
        ("Tổ dân phòng, chủ nhà trọ kiểm tra hộ khẩu hằng tuần.", ["Tổ dân phòng", "chủ nhà trọ"]),
        ("Riêng dân quân cơ động kiểm tra các tuyến đê.", ["dân quân cơ động"]),
        ("Báo, Đài đưa tin về vỉa hè mỗi ngày hai lần.", ["Báo", "Đài"]),
        ("Báo ngay cho công an phường khi có vi phạm.", ["Sở Xây dựng"]),
        ("Tổ chức kiểm tra các tuyến đê.", ["Sở Xây dựng"]),
        ("Cấp phát vật tư kiểm tra đê.", ["Sở Xây dựng"]),
    ],
)
def test_a_body_that_no_list_knows_leads_the_item_it_opens(read: Read, item: str, bodies: list[str]) -> None:
    assert leads(read(f"{PLAN}1. Sở Xây dựng\n- {item}\n- Rà soát quy hoạch.\n")[1]) == bodies


def test_who_works_along_by_brackets_behind(read: Read) -> None:
    item = "- Rà soát các điểm rác tự phát (Sở Y tế, Sở Tài chính cùng thực hiện).\n"
    _, directive = read(f"{PLAN}1. Sở Xây dựng\n{item}- Rà soát quy hoạch.\n")
    assert (leads(directive), leads(directive, 0, Role.COORDINATE)) == (["Sở Xây dựng"], ["Sở Y tế", "Sở Tài chính"])


SESSION = """UBND TỈNH SƠN KHÊ
Số: 12/TB-UBND

THÔNG BÁO
Kết luận phiên họp thường kỳ tháng 5

I. Về kinh tế - xã hội (Văn phòng UBND tỉnh trình bày)
{opening}
1. {item}
2. Rà soát hộ nghèo.
"""
TO_ALL = "Trong tháng 6, các sở, ngành tập trung thực hiện tốt các nhiệm vụ sau:"


@pytest.mark.parametrize(
    ("item", "bodies", "along"),
    [
        ("Kiểm tra đê điều. Chuẩn bị vật tư. (Sở Xây dựng chủ trì)", ["Sở Xây dựng"], []),
        ("Kiểm tra đê điều. (Sở Xây dựng chịu trách nhiệm chính).", ["Sở Xây dựng"], []),
        ("Kiểm tra đê điều. (Giao Sở Xây dựng)", ["Sở Xây dựng"], []),
        ("Kiểm tra đê điều. (Đơn vị thực hiện: Sở Xây dựng)", ["Sở Xây dựng"], []),
        ("Kiểm tra đê điều. (Tổ Thủy nông chủ trì, Sở Y tế phối hợp)", ["Tổ Thủy nông"], ["Sở Y tế"]),
        ("Kiểm tra đê điều. (Sở Xây dựng chủ trì, các huyện, thành phố thực hiện)", ["Sở Xây dựng", "các huyện, thành phố"], []),
        ("Kiểm tra đê điều (Sở Xây dựng, UBND các huyện).", ["Sở Xây dựng", "UBND các huyện"], []),
        ("Kiểm tra đê điều (Công đoàn chủ trì).", ["Công đoàn"], []),
        ("Đê điều: Sở Xây dựng tập trung kiểm tra các cống.", ["Sở Xây dựng"], []),
        ("Đê điều: Sở Xây dựng (Sở Y tế phối hợp).", ["Sở Xây dựng"], ["Sở Y tế"]),
        ("Kiểm tra đê điều, gửi kết quả về cơ quan thường trực (Sở Xây dựng).", ["các sở, ngành"], []),
    ],
)
def test_an_item_that_names_its_own_below_a_call_to_all(read: Read, item: str, bodies: list[str], along: list[str]) -> None:
    _, directive = read(SESSION.format(opening=TO_ALL, item=item))
    assert leads(directive) == bodies
    assert leads(directive, role=Role.COORDINATE) == along
    assert leads(directive, 1) == ["các sở, ngành"]


@pytest.mark.parametrize(
    "opening",
    [
        f"Thống nhất với báo cáo do Sở Nội vụ trình bày. {TO_ALL}",
        f"Cơ bản nhất trí nội dung tờ trình do Sở Nội vụ chuẩn bị. {TO_ALL}",
        f"Sau khi nghe báo cáo do Sở Nội vụ trình. {TO_ALL}",
    ],
)
def test_who_brought_a_paper_does_not_lead_what_follows(read: Read, opening: str) -> None:
    assert leads(read(SESSION.format(opening=opening, item="Kiểm tra đê điều."))[1]) == ["các sở, ngành"]


@pytest.mark.parametrize(
    ("brackets", "bodies"),
    [
        ("Sở Nội vụ trình", []),
        ("Sở Nội vụ báo cáo", []),
        ("do Sở Nội vụ chuẩn bị", []),
        ("Sở Nội vụ", ["Sở Nội vụ"]),
    ],
)
def test_who_brought_the_matter_of_a_heading_to_the_meeting(read: Read, brackets: str, bodies: list[str]) -> None:
    head = SESSION.partition("I.")[0]
    _, directive = read(f"{head}I. Về đề án trồng rừng ({brackets})\n1. Rà soát quỹ đất.\n2. Lấy ý kiến các huyện.\n")
    assert leads(directive) == bodies
