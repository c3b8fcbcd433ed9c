"""Letters as an office gets them: what they ask for stands in paragraphs, with lists, forms and other papers behind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

HEAD = """UBND TỈNH SƠN KHÊ
SỞ Y TẾ

Số: 15/SYT-NVY

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Sơn Khê, ngày 5 tháng 3 năm 2025

Kính gửi: Các đơn vị trực thuộc.

"""
ASKS = "Giám đốc Sở Y tế yêu cầu các đơn vị rà soát trang thiết bị.\n\n"
END = "\nNơi nhận:\n- Như trên;\n- Lưu: VT, NVY.\n\nGIÁM ĐỐC\nTrần Hữu Bách\n"


def texts(directive: Directive) -> list[str]:
    return [" ".join(task.text.split()[:4]) for task in directive.tasks]


def leads(directive: Directive, at: int) -> list[str]:
    return [agency.name for agency in directive.tasks[at].agencies if agency.role is Role.LEAD]


def test_where_a_report_goes_by_a_day_is_a_task_of_those_who_were_asked(read: Read) -> None:
    sends = "Văn bản báo cáo của các đơn vị gửi về Sở Y tế qua địa chỉ so@sonkhe.gov.vn chậm nhất ngày 20/3/2025.\n"
    _, directive = read(HEAD + ASKS + sends + END)
    assert texts(directive) == ["Giám đốc Sở Y", "Văn bản báo cáo"]
    assert leads(directive, 1) == ["các đơn vị"]
    assert str(directive.tasks[1].deadlines[0].due) == "2025-03-20"


def test_a_sentence_that_only_says_to_carry_the_letter_out_is_a_task_alone(read: Read) -> None:
    carry_out = "Sở Y tế đề nghị các đơn vị quan tâm thực hiện./.\n"
    assert texts(read(HEAD + ASKS + carry_out + END)[1]) == ["Giám đốc Sở Y"]
    assert texts(read(HEAD + carry_out + END)[1]) == ["Sở Y tế đề"]


def test_the_members_of_a_team_are_no_tasks(read: Read) -> None:
    head = HEAD.replace("Kính gửi: Các đơn vị trực thuộc.", "QUYẾT ĐỊNH\nVề việc thành lập Đoàn kiểm tra\n\nGIÁM ĐỐC SỞ Y TẾ")
    team = "Điều 1. Thành lập Đoàn kiểm tra, gồm các ông, bà sau:\n1. Ông Trần Hữu Bách, Phó Giám đốc Sở Y tế, Trưởng đoàn;\n"
    team += (
        "2. Bà Lò Thị Mai, Trưởng phòng, Thành viên.\nĐiều 2. Nhiệm vụ của Đoàn kiểm tra:\n- Tổng hợp và gửi báo cáo về Sở Y tế.\n"
    )
    assert texts(read(head + "QUYẾT ĐỊNH:\n" + team + END)[1]) == ["Tổng hợp và gửi"]


@pytest.mark.parametrize("lost", ["Mới nhần", "T đếc qđẻ", ""])
def test_recipients_are_no_tasks_even_where_their_heading_is_lost(read: Read, lost: str) -> None:
    end = f"Trên đây là yêu cầu của Sở Y tế./.\n\n{lost}\n- Các Phòng chức năng;\n- Các đơn vị trực thuộc;\n- Lưu: VT, NVY.\n"
    _, directive = read(HEAD + "Sở Y tế yêu cầu các đơn vị:\n1. Rà soát trang thiết bị.\n2. Báo cáo kết quả.\n" + end)
    assert texts(directive) == ["Rà soát trang thiết", "Báo cáo kết quả."]
    assert len(directive.fields.recipients) == 3


def test_recipients_in_one_line(read: Read) -> None:
    end = "Nơi nhận: - Như trên; - Bộ Y tế (để b/c); - Ủy ban nhân dân tỉnh; - Sở Tài chính; - Các phòng chức năng thuộc Sở; "
    end += "- Lưu: VT, NVY.\n"
    _, directive = read(HEAD + "Sở Y tế yêu cầu các đơn vị:\n1. Rà soát trang thiết bị.\n2. Báo cáo kết quả.\n" + end)
    assert texts(directive) == ["Rà soát trang thiết", "Báo cáo kết quả."]


def test_a_letter_that_goes_on_behind_its_addressees(read: Read) -> None:
    glued = "Kính gửi: Các đơn vị trực thuộc. Thực hiện Công văn số 12/BYT-KCB ngày 01/3/2025 của Bộ Y tế về trang thiết bị, "
    glued += "Giám đốc Sở Y tế yêu cầu các đơn vị rà soát trang thiết bị trước ngày 15/3/2025.\n"
    _, directive = read(HEAD.replace("Kính gửi: Các đơn vị trực thuộc.\n", glued) + END)
    assert leads(directive, 0) == ["các đơn vị"]
    assert directive.fields.addressees == ("Các đơn vị trực thuộc",)


ANOTHER = """
BỘ Y TẾ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 77/QĐ-BYT
QUYẾT ĐỊNH
Về việc ban hành Hướng dẫn
Điều 1. Giao Cục Quản lý khám chữa bệnh tổ chức tập huấn.
Điều 2. Giao Vụ Kế hoạch bố trí kinh phí.
Điều 3. Giao Thanh tra Bộ kiểm tra.
"""


def test_another_paper_in_the_file_is_told_and_not_taken_for_this_one(read: Read) -> None:
    _, directive = read(HEAD + ASKS + END + ANOTHER)
    assert texts(directive) == ["Giám đốc Sở Y"]
    assert any("77/QĐ-BYT" in warning and "tách" in warning for warning in directive.warnings)
    plan = ANOTHER.replace("Số: 77/QĐ-BYT", "KẾ HOẠCH\n(Kèm theo Công văn số 15/SYT-NVY ngày 05/3/2025)")
    assert len(read(HEAD + ASKS + END + plan)[1].tasks) > 1, "a plan that the letter carries is its own"


def test_a_form_behind_the_letter_holds_no_tasks(read: Read) -> None:
    form = "\nMẪU BÁO CÁO\n\n1. Báo cáo số lượng thiết bị\n2. Thống kê nhu cầu mua sắm\n3. Đề xuất giải pháp\n"
    assert texts(read(HEAD + ASKS + END + form)[1]) == ["Giám đốc Sở Y"]


def test_what_others_asked_for_is_not_who_must_act(read: Read) -> None:
    answer = "1. Về đề nghị Bộ Y tế phối hợp với Bộ Tài chính bố trí kinh phí: Sở Tài chính rà soát, báo cáo.\n"
    answer += "2. Giao Sở Y tế theo dõi.\n"
    _, directive = read(HEAD + "Phó Chủ tịch kết luận như sau:\n" + answer + END)
    assert leads(directive, 0) == ["Sở Tài chính"]
    assert not [agency for agency in directive.tasks[0].agencies if agency.role is Role.COORDINATE]


def test_the_order_to_the_bodies_before_a_list_is_handed_down(read: Read) -> None:
    _, directive = read(
        HEAD
        + "Để hoàn thành kế hoạch, thành phố Lào Cai cần thực hiện các nhiệm vụ sau:\n1. Rà soát đất đai.\n2. Giải ngân vốn.\n"
        + END
    )
    assert leads(directive, 0) == ["thành phố Lào Cai"]
    _, directive = read(HEAD + "Sở Y tế ban hành kế hoạch với các nội dung sau:\n1. Rà soát đất đai.\n2. Giải ngân vốn.\n" + END)
    assert leads(directive, 0) == []


def test_the_sentence_that_announces_a_plan_hands_nothing_down(read: Read) -> None:
    plan = "Các sở, ban, ngành phải thực hiện các nội dung sau:\n\nI. MỤC ĐÍCH, YÊU CẦU\n1. Nâng cao nhận thức.\n"
    plan += "II. NHIỆM VỤ\n1. Rà soát đất đai.\n2. Giải ngân vốn.\n"
    assert leads(read(HEAD + plan + END)[1], 0) == []


def test_the_name_of_a_body_that_is_told_something_ends_at_the_order(read: Read) -> None:
    asks = "Sở Y tế đề nghị các đơn vị đăng ký nhu cầu xét tuyển ở một số vị trí việc làm (theo mẫu) trước ngày 15/3/2025.\n"
    assert leads(read(HEAD + asks + END)[1], 0) == ["các đơn vị"]
    heading = "1. Đề nghị các doanh nghiệp cung cấp dịch vụ viễn thông:\n- Bảo đảm an toàn mạng.\n- Báo cáo kết quả.\n"
    assert leads(read(HEAD + "Sở Y tế yêu cầu:\n" + heading + END)[1], 0) == ["các doanh nghiệp cung cấp dịch vụ viễn thông"]


def test_a_report_by_a_day_in_the_closing_is_a_task_though_trouble_is_spoken_of_behind_it(read: Read) -> None:
    closing = "Trên cơ sở kế hoạch này, các phòng chức năng tổ chức thực hiện, báo cáo kết quả về Sở Y tế trước ngày 15/12/2025. "
    closing += "Quá trình thực hiện nếu phát sinh vướng mắc đề nghị báo cáo Sở Y tế xem xét, giải quyết./.\n"
    _, directive = read(HEAD + "Sở Y tế yêu cầu các đơn vị:\n1. Rà soát trang thiết bị.\n2. Tổ chức tập huấn.\n\n" + closing + END)
    assert str(directive.tasks[-1].deadlines[0].due) == "2025-12-15"
    assert leads(directive, -1) == ["các phòng chức năng"]


def test_the_symbol_tells_the_council_of_an_area(read: Read) -> None:
    head = "TỈNH LAI CHÂU\n\nSố: 39/KH-UBND\nLai Châu, ngày 12 tháng 5 năm 2025\n\nKẾ HOẠCH\nCải cách hành chính\n\n"
    assert read(head + "1. Rà soát.\n2. Báo cáo.\n")[1].fields.issuer == "Ủy ban nhân dân tỉnh Lai Châu"


@pytest.mark.parametrize(
    ("issued", "words", "due"),
    [
        ("16 tháng 12 năm 2025", "05/01", "2026-01-05"),
        ("16 tháng 12 năm 2025", "ngày 20 tháng 2", "2026-02-20"),
        ("16 tháng 12 năm 2025", "ngày 10/12", "2025-12-10"),
        ("16 tháng 12 năm 2025", "ngày 05/01/2025", "2025-01-05"),
        ("16 tháng 6 năm 2025", "ngày 05/6", "2025-06-05"),
    ],
)
def test_a_day_without_a_year_that_has_long_passed_is_that_of_the_next_year(read: Read, issued: str, words: str, due: str) -> None:
    head = HEAD.replace("5 tháng 3 năm 2025", issued)
    _, directive = read(head + f"Sở Y tế yêu cầu các đơn vị báo cáo kết quả trước {words}.\n" + END)
    found = directive.tasks[0].deadlines[0]
    assert str(found.due) == due
    assert (due[:4] == "2026") == any("lấy năm sau" in reason for reason in found.reasons)


def test_whom_a_quick_report_goes_to(read: Read) -> None:
    asks = "Sở Y tế yêu cầu các đơn vị báo cáo nhanh tình hình thiệt hại về Sở Nông nghiệp và Môi trường.\n"
    agencies = read(HEAD + asks + END)[1].tasks[0].agencies
    assert [agency.name for agency in agencies if agency.role is Role.REPORT_TO] == ["Sở Nông nghiệp và Môi trường"]
