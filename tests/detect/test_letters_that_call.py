"""Letters that call on bodies of no list, in clauses of all kinds, and letters whose list is of things: written for these tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]
HEAD = "BAN DÂN TỘC\nTỈNH ĐẮK LẮK\n\nSố: 190/BDT-TTr\nV/v khắc phục tồn tại\n\nĐắk Lắk, ngày 2 tháng 2 năm 2023\n\n"


def tasks(read: Read, body: str, to: str = "Công ty TNHH Hoàng Gia") -> list[tuple[list[str], list[date | None]]]:
    _, directive = read(f"{HEAD}Kính gửi: {to}\n\n{body}\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTRƯỞNG BAN\n\nLê Văn Hải\n")
    return [
        ([agency.name for agency in task.agencies if agency.role is Role.LEAD], [deadline.due for deadline in task.deadlines])
        for task in directive.tasks
    ]


@pytest.mark.parametrize(
    ("order", "called"),
    [
        ("Ban Dân tộc yêu cầu Công ty khẩn trương khắc phục", "Công ty"),
        ("Công ty yêu cầu các Điện lực trực thuộc lập phương án", "các Điện lực trực thuộc"),
        ("Liên đoàn Lao động tỉnh đề nghị các công đoàn cơ sở lập danh sách", "các công đoàn cơ sở"),
        ("Do đó, đề nghị UBND các huyện, thị xã rà soát", "UBND các huyện, thị xã"),
        ("Do vậy, đề nghị UBND các huyện, thị xã rà soát", "UBND các huyện, thị xã"),
        ("Tuy nhiên, để bảo đảm tiến độ chung, đề nghị UBND huyện Lắk rà soát", "UBND huyện Lắk"),
    ],
)
def test_whoever_is_called_on_leads(read: Read, order: str, called: str) -> None:
    assert tasks(read, f"Qua kiểm tra, còn một số tồn tại.\n\n{order} các tồn tại, xong trước ngày 28/02/2023.") == [
        ([called], [date(2023, 2, 28)])
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Tuy nhiên, còn 16 hồ sơ quá hạn, các phòng chưa đáp ứng yêu cầu của người dân trong ngày 07/11.",
        "Theo yêu cầu công việc, các đơn vị đã họp giao ban, rút kinh nghiệm.",
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc đề nghị phản ánh về Ban Dân tộc.",
    ],
)
def test_what_is_told_by_the_way_calls_on_nobody(read: Read, told: str) -> None:
    order = "Ban Dân tộc yêu cầu Công ty khắc phục các tồn tại nêu trên."
    assert tasks(read, f"{told}\n\n{order}") == [(["Công ty"], [])]


def test_hardship_of_people_is_no_trouble_to_report(read: Read) -> None:
    body = "UBND tỉnh yêu cầu UBND các huyện thực hiện:\n\n"
    body += "1. Rà soát học sinh có hoàn cảnh khó khăn, lập danh sách gửi Sở Tài chính.\n\n2. Thống kê trường lớp hư hỏng sau bão."
    assert len(tasks(read, body, "UBND các huyện")) == 2


@pytest.mark.parametrize(
    "closing",
    [
        "Kết quả thực hiện báo cáo UBND tỉnh (qua Sở Công Thương) trước ngày 30/9/2023./.",
        "Ý kiến góp ý gửi về Sở Công Thương trước ngày 30/9/2023./.",
    ],
)
def test_a_closing_paragraph_that_says_where_the_result_goes_is_a_task(read: Read, closing: str) -> None:
    body = "UBND tỉnh có ý kiến như sau:\n\n1. Giao Sở Công Thương rà soát quy hoạch chợ.\n\n2. Giao Công an tỉnh kiểm tra các chợ."
    assert [due for _, due in tasks(read, f"{body}\n\n{closing}", "Các sở, ban, ngành")] == [[], [], [date(2023, 9, 30)]]


def test_a_paragraph_that_only_reports_goes_to_those_called_on_before(read: Read) -> None:
    body = "UBND tỉnh yêu cầu các sở, ban, ngành rà soát nhà ở công vụ.\n\nBáo cáo kết quả về Sở Xây dựng trước ngày 30/9/2023."
    assert tasks(read, body, "Các sở, ban, ngành")[1] == (["các sở, ban, ngành"], [date(2023, 9, 30)])


def test_the_addressees_lead_a_list_that_quy_phong_opens(read: Read) -> None:
    body = (
        "Ban Dân tộc đề nghị Quý phòng thực hiện:\n\n- Rà soát danh sách người có uy tín.\n\n- Gửi báo cáo trước ngày 28/02/2023."
    )
    assert [lead for lead, _ in tasks(read, body, "Phòng Dân tộc các huyện, thị xã")] == [["Phòng Dân tộc các huyện, thị xã"]] * 2


def test_the_order_above_a_list_of_things_is_the_task(read: Read) -> None:
    body = "UBND tỉnh yêu cầu các sở, ban, ngành báo cáo các nội dung sau trước ngày 30/9/2023:\n\n"
    body += "- Số lượng vụ việc đã giải quyết;\n\n- Số lượng vụ việc còn tồn đọng;\n\n- Kiến nghị, đề xuất."
    assert tasks(read, body, "Các sở, ban, ngành") == [(["các sở, ban, ngành"], [date(2023, 9, 30)])]


def test_to_whom_a_petition_is_passed_leads(read: Read) -> None:
    body = "Chuyển đơn của ông Lê Văn Tình đến Chủ tịch UBND huyện Lắk để kiểm tra, giải quyết; báo cáo trước ngày 15/10/2023."
    assert tasks(read, body, "Chủ tịch UBND huyện Lắk") == [(["UBND huyện Lắk"], [date(2023, 10, 15)])]


@pytest.mark.parametrize("paragraph", ["{}", "Về việc này, Chủ tịch UBND tỉnh có bút phê chỉ đạo: {}"])
def test_a_quoted_instruction_keeps_its_lead_and_its_day(read: Read, paragraph: str) -> None:
    quoted = "“Giao Sở Tài chính chủ trì kiểm tra, báo cáo UBND tỉnh trước ngày 25/9/2023”."
    body = f"Ban Dân tộc nhận được phản ánh của báo chí.\n\n{paragraph.format(quoted)}"
    assert tasks(read, body, "Sở Tài chính") == [(["Sở Tài chính"], [date(2023, 9, 25)])]


def test_a_slogan_in_quotes_is_still_none(read: Read) -> None:
    body = "Ban Dân tộc yêu cầu Công ty treo khẩu hiệu:\n\n“Cả tỉnh chung tay vì người nghèo”."
    assert all("chung tay" not in str(found) for found in tasks(read, body))


ANSWER = "Trả lời Công văn số 21/CV-MHN ngày 15/6/2020 của Công ty, Cục Thuế tỉnh có ý kiến như sau:\n\n"
ANSWER += "- Căn cứ Điều 4 Thông tư số 96/2015/TT-BTC về thuế thu nhập doanh nghiệp.\n\n"
ANSWER += "Căn cứ các quy định trên, trường hợp Công ty cho thuê nhà xưởng thì phải lập hóa đơn vào ngày thu tiền.\n\n"


def test_a_letter_that_answers_a_question_says_what_the_law_is(read: Read) -> None:
    assert tasks(read, ANSWER + "Cục Thuế tỉnh trả lời để Công ty biết và thực hiện./.") == []


def test_what_such_a_letter_asks_for_is_a_task(read: Read) -> None:
    asked = "Đề nghị Chi cục Thuế khu vực Tam Đảo kiểm tra hồ sơ của Công ty trước ngày 30/9/2023.\n\n"
    assert tasks(read, ANSWER + asked + "Cục Thuế tỉnh trả lời để Công ty biết và thực hiện./.") == [
        (["Chi cục Thuế khu vực Tam Đảo"], [date(2023, 9, 30)])
    ]


def test_slogans_are_no_tasks_but_the_order_to_write_them_is(read: Read) -> None:
    body = "Ban Dân tộc đề nghị Phòng Dân tộc các huyện thực hiện:\n\n1. Trang trí băng rôn với các khẩu hiệu:\n\n"
    body += "- Nhiệt liệt chào mừng kỷ niệm 78 năm Quốc khánh!\n\n2. Tháo gỡ các pa nô đã cũ trước ngày 25/8/2023."
    assert [due for _, due in tasks(read, body, "Phòng Dân tộc các huyện")] == [[], [date(2023, 8, 25)]]


@pytest.mark.parametrize(
    "order",
    [
        "Kiểm tra, nhắc nhở, yêu cầu doanh nghiệp nộp đủ tiền bảo hiểm.",
        "Thẩm định hồ sơ, đề nghị ngân hàng giải ngân vốn.",
    ],
)
def test_whoever_is_pressed_by_the_one_who_acts_does_not_lead(read: Read, order: str) -> None:
    body = f"Sở yêu cầu các cơ quan thực hiện:\n\n1. {order}\n\n2. Báo cáo trước ngày 15/3/2023."
    assert [lead for lead, _ in tasks(read, body, "Các cơ quan")] == [["các cơ quan"]] * 2


def test_bodies_of_no_list_and_known_ones_are_called_one_by_one(read: Read) -> None:
    body = "Sở có ý kiến như sau:\n\n1. Giao cán bộ địa chính, Công an xã kiểm tra hiện trường.\n\n2. Báo cáo trước ngày 15/3/2023."
    assert tasks(read, body, "UBND xã")[0][0] == ["cán bộ địa chính", "Công an xã"]


@pytest.mark.parametrize(
    "closing",
    [
        "Nếu còn vướng mắc, Ban Dân tộc sẽ trả lời cụ thể để các đơn vị biết./.",
        "Đề nghị UBND huyện giải quyết dứt điểm, trả lời cho công dân biết./.",
    ],
)
def test_a_letter_of_orders_stays_one_whatever_its_end_says_of_answers(read: Read, closing: str) -> None:
    body = "Ban Dân tộc đề nghị các cơ quan:\n\n1. UBND huyện Lắk đối thoại với công dân.\n\n2. Thanh tra huyện kiểm tra hồ sơ."
    found = [lead for lead, _ in tasks(read, f"{body}\n\n{closing}", "Các cơ quan")]
    assert found[:2] == [["UBND huyện Lắk"], ["Thanh tra huyện"]]


def test_an_order_with_a_loud_sign_is_no_slogan(read: Read) -> None:
    body = "Ban Dân tộc đề nghị các đơn vị thực hiện:\n\n1. Gửi danh sách trước ngày 15/3/2023!\n\n2. Rà soát hồ sơ."
    assert len(tasks(read, body, "Các đơn vị")) == 2


def test_a_paragraph_that_opens_with_an_order_behind_one_that_calls_is_a_task(read: Read) -> None:
    body = "Giám đốc Sở Y tế yêu cầu các đơn vị triển khai hệ thống thông tin.\n\n"
    body += "Rà soát lại phần mềm tại các Trạm Y tế, nội dung nào chưa thực hiện được báo cáo về Sở Y tế."
    assert [lead for lead, _ in tasks(read, body, "Các đơn vị")] == [["các đơn vị"]] * 2


def test_a_paragraph_that_opens_so_before_anybody_is_called_on_tells_why(read: Read) -> None:
    body = "Thực hiện Công văn số 12/UBND-VX ngày 5/1/2023 của UBND tỉnh về an toàn thực phẩm.\n\n"
    body += "Ban Dân tộc yêu cầu Công ty báo cáo."
    assert [lead for lead, _ in tasks(read, body)] == [["Công ty"]]
