"""Lists of an act that give nobody work: what a paper holds, what may be done or must be so, how a session goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role, Task
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

HEAD = """BỘ TÀI CHÍNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/2025/TT-BTC
Hà Nội, ngày 10 tháng 3 năm 2025

THÔNG TƯ
Quy định về quản lý chợ và kho hàng

Điều 1. Phạm vi điều chỉnh
1. Thông tư này quy định về quản lý chợ.
{body}
Điều 9. Trách nhiệm của Cục Thuế
1. Kiểm tra việc nộp thuế của các chợ hằng năm.
Nơi nhận:
- Lưu: VT.

BỘ TRƯỞNG
Phạm Văn A
"""
LAST = "Kiểm tra việc nộp thuế của các chợ hằng năm."


def tasks(read: Read, body: str) -> list[Task]:
    return [task for task in read(HEAD.format(body=body))[1].tasks if task.text != LAST]


@pytest.mark.parametrize(
    "body",
    [
        "2. Báo cáo giám định bao gồm các nội dung sau:\na) Đánh giá chất lượng kho hàng;\nb) Kiến nghị biện pháp khắc phục.",
        "2. Hợp đồng thuê gian hàng phải có những nội dung sau đây:\na) Bảo đảm quyền của bên thuê;\nb) Xử lý tài sản khi hết hạn.",
        "2. Ban quản lý chợ phải sẵn sàng cung cấp các thông tin sau đây:\na) Thời hạn sử dụng hàng;\nb) Kế hoạch thu phí.",
        "2. Cơ sở dữ liệu về chợ bao gồm các thông tin sau:\na) Tên cơ sở kinh doanh;\nb) Quản lý, khai thác kho hàng;",
        "2. Đoàn kiểm tra có thể thực hiện các hoạt động sau đây:\na) Mời chuyên gia;\nb) Đề nghị Sở Công Thương phối hợp.",
        "2. Giấy phép bị thu hồi khi thuộc một trong các trường hợp sau đây:\na) Thu hồi theo yêu cầu của cơ quan điều tra;",
        "2. Ban quản lý chợ được vay vốn khi đáp ứng các điều kiện sau:\na) Chủ trì ít nhất một dự án chợ đã hoàn thành;",
        "2. Hồ sơ được gửi bằng một trong các hình thức sau:\na) Gửi qua dịch vụ bưu chính;\nb) Nộp trực tiếp.",
        "2. Căn cứ xác định kho phải di dời bao gồm:\na) Không đạt quy chuẩn an toàn;\nb) Không phù hợp tình hình của địa phương.",
        "2. Hệ thống quản lý chợ là hệ thống do Cục Thuế vận hành, gồm có:\na) Ứng dụng tổng hợp, phân tích dữ liệu về giá.",
        "2. Ban quản lý chợ được hưởng ưu đãi về thuế và các chính sách sau:\na) Chủ động lựa chọn, ký hợp đồng với hộ kinh doanh.",
    ],
    ids=[
        "a report",
        "a contract",
        "informations",
        "data",
        "may do",
        "cases",
        "conditions",
        "one of several ways",
        "grounds",
        "parts of a system",
        "what one enjoys",
    ],
)
def test_what_is_listed_is_no_work(read: Read, body: str) -> None:
    listed = [task for task in tasks(read, f"Điều 2. Quản lý chợ\n{body}") if len(task.path) > len(("Điều 2", "2"))]
    assert listed == []


def test_the_sentence_that_orders_the_paper_stays_with_its_term(read: Read) -> None:
    body = (
        "Điều 2. Báo cáo\n1. Hằng năm, các ban quản lý chợ lập báo cáo thu chi và gửi Sở Tài chính trước ngày 15 tháng 01."
        " Nội dung báo cáo gồm:\na) Tên, địa chỉ chợ;\nb) Kế hoạch sửa chữa, thay thế thiết bị;"
    )
    (task,) = tasks(read, body)
    assert [deadline.rrule for deadline in task.deadlines] == ["FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15"]


@pytest.mark.parametrize(
    "body",
    [
        "2. Sở Tài chính thực hiện các nội dung sau:\na) Đánh giá kết quả thu phí;\nb) Kiến nghị biện pháp khắc phục.",
        "2. Sở Công Thương có trách nhiệm tổ chức hội nghị, gồm các nội dung sau:\na) Lập danh sách đại biểu;\nb) Ghi biên bản.",
        "2. Đoàn kiểm tra có trách nhiệm thực hiện các việc sau:\na) Tổ chức làm việc với chợ;\nb) Lập biên bản kiểm tra.",
        "2. Cục Thuế áp dụng các biện pháp sau:\na) Cưỡng chế nợ thuế theo quy định;\nb) Công khai người nợ thuế.",
    ],
    ids=["does", "is bound to", "must", "applies"],
)
def test_what_somebody_shall_do_stays_work(read: Read, body: str) -> None:
    assert len(tasks(read, f"Điều 2. Quản lý chợ\n{body}")) == 2


@pytest.mark.parametrize(
    "article",
    [
        "Điều 2. Điều kiện mở kho\n1. Đảm bảo tỷ lệ an toàn vốn theo quy định.\n2. Không bị xử phạt trong 12 tháng.",
        "Điều 2. Tiêu chuẩn kho hàng\n1. Bảo đảm khoảng cách với khu dân cư.\n2. Có cửa thoát nạn.",
        "Điều 2. Kho hàng\n1. Điều kiện về nhân lực:\na) Người quản lý kho phải có bằng cử nhân;\nb) Bố trí ít nhất 02 bảo vệ.",
        "Điều 2. Hình thức đầu tư\n1. Sửa chữa, cải tạo chợ cũ.\n2. Tiếp nhận chợ từ doanh nghiệp nhà nước.",
        "Điều 2. Mức độ xếp loại\n1. Hoàn thành tốt nhiệm vụ.\n2. Hoàn thành nhiệm vụ.",
    ],
    ids=["conditions", "standards", "staff", "forms", "marks"],
)
def test_what_must_be_so_is_no_work(read: Read, article: str) -> None:
    assert tasks(read, article) == []


@pytest.mark.parametrize(
    ("article", "lead"),
    [
        ("Điều 2. Điều kiện mở kho\n1. Sở Công Thương tiếp nhận, thẩm định hồ sơ.", "Sở Công Thương"),
        ("Điều 2. Tiêu chuẩn kho\n1. Hằng năm, Sở Công Thương phải đánh giá lại các kho hàng.", "Sở Công Thương"),
    ],
    ids=["takes in", "must"],
)
def test_what_somebody_does_about_it_is_work(read: Read, article: str, lead: str) -> None:
    (task,) = tasks(read, article)
    assert lead in [agency.name for agency in task.agencies if agency.role is Role.LEAD]


@pytest.mark.parametrize(
    "point",
    [
        "b) Trường hợp giấy phép sai sót, trong thời hạn 03 ngày làm việc, Sở Công Thương có trách nhiệm cấp lại.",
        "b) Khi giấy phép hết hạn, Sở Công Thương có trách nhiệm cấp mới.",
    ],
)
def test_a_duty_among_cases_is_work(read: Read, point: str) -> None:
    cases = "Điều 2. Cấp lại\n1. Giấy phép được cấp lại khi thuộc một trong các trường hợp sau:\na) Giấy phép bị mất;\n"
    (task,) = tasks(read, cases + point)
    assert [agency.name for agency in task.agencies if agency.role is Role.LEAD] == ["Sở Công Thương"]


def test_duties_behind_what_a_report_must_be_stay_work(read: Read) -> None:
    above = "1. Thủ trưởng các đơn vị chịu trách nhiệm lập báo cáo, bảo đảm đúng các thông tin trong báo cáo, cụ thể như sau:\n"
    assert len(tasks(read, f"Điều 2. Báo cáo\n{above}a) Lập và gửi đầy đủ báo cáo;\nb) Bảo quản, lưu trữ báo cáo.")) >= 2


SESSION = "Điều 2. Phiên họp\n1. Hội đồng thẩm định xem xét báo cáo theo trình tự sau đây:\n"


@pytest.mark.parametrize(
    "step",
    [
        "a) Đại diện Sở Công Thương trình bày báo cáo;",
        "a) Các thành viên Hội đồng phát biểu ý kiến, nêu rõ nội dung đồng ý;",
        "a) Cơ quan, tổ chức liên quan báo cáo, giải trình bổ sung (nếu có);",
        "a) Chủ tọa phiên họp kết luận;",
    ],
)
def test_who_speaks_in_a_session_has_no_work(read: Read, step: str) -> None:
    assert tasks(read, SESSION + step) == []


@pytest.mark.parametrize(
    "step",
    [
        "a) Trong thời hạn 05 ngày làm việc, Sở Công Thương thẩm định hồ sơ;",
        "a) Văn phòng Bộ có trách nhiệm thông báo kết luận của phiên họp trong 03 ngày;",
        "a) Sở Công Thương hoàn thiện dự thảo, trình bày lại tại phiên họp sau;",
    ],
)
def test_what_an_office_does_on_the_way_stays_work(read: Read, step: str) -> None:
    (task,) = tasks(read, SESSION + step)
    assert [agency.name for agency in task.agencies if agency.role is Role.LEAD]


CALL = """TRƯỜNG CAO ĐẲNG SAO MAI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/TB-CĐ
Yên Mô, ngày 12 tháng 5 năm 2021

{title}

{body}
Nơi nhận:
- Lưu: VT.

HIỆU TRƯỞNG
Phạm Văn A
"""
WHEN = "1. Thời gian, địa điểm: 7 giờ 30, ngày 15/5/2021 tại hội trường lớn.\n"
POINTS = "- Báo cáo kết quả năm học.\n- Thông qua quy chế chi tiêu nội bộ.\n- Công bố quyết định khen thưởng.\n"


@pytest.mark.parametrize("heading", ["Nội dung:", "Nội dung họp:", "Nội dung Hội nghị:"])
@pytest.mark.parametrize(
    "title",
    [
        "THÔNG BÁO\nVề việc tổ chức Hội nghị viên chức năm 2021",
        "THÔNG TRI\nTriệu tập dự Lễ khai giảng năm học mới",
        "GIẤY TRIỆU TẬP\nHọp giao ban tháng 5",
    ],
)
def test_the_points_of_a_meeting_are_no_work_but_what_is_to_be_prepared_is(read: Read, title: str, heading: str) -> None:
    order = "Giao Phòng Hành chính chuẩn bị tài liệu."
    prepared = "Phòng Đào tạo chuẩn bị báo cáo tuyển sinh."
    body = f"{WHEN}2. {heading}\n{POINTS}- {order}\n3. Phân công chuẩn bị:\n- {prepared}\n"
    assert [task.text for task in read(CALL.format(title=title, body=body))[1].tasks] == [order, prepared]


def test_the_contents_of_a_plan_are_work(read: Read) -> None:
    body = f"{WHEN}2. Nội dung:\n- Rà soát hồ sơ sinh viên.\n- Dọn vệ sinh các phòng học.\n"
    _, directive = read(CALL.format(title="KẾ HOẠCH\nTổng vệ sinh trường lớp đầu năm học", body=body))
    assert [task.text for task in directive.tasks] == ["Rà soát hồ sơ sinh viên.", "Dọn vệ sinh các phòng học."]


@pytest.mark.parametrize(
    "events",
    ["khi xảy ra một trong các sự kiện sau đây:", "khi phát sinh các sự cố sau đây;", "khi có những dấu hiệu sau:"],
)
def test_events_that_set_a_duty_off_are_no_work_but_the_duty_is(read: Read, events: str) -> None:
    below = "a) Tạm ngừng kinh doanh;\nb) Thay đổi giám đốc chợ;\nc) Quyết định vay vốn để sửa chợ."
    (task,) = tasks(read, f"Điều 2. Công bố thông tin\n1. Ban Quản lý chợ phải báo cáo Sở Công Thương ngay {events}\n{below}")
    assert [agency.name for agency in task.agencies if agency.role is Role.LEAD] == ["Ban Quản lý chợ"]
    assert task.text.startswith("Ban Quản lý chợ phải báo cáo")


@pytest.mark.parametrize(
    "body",
    [
        "1. Khoản 2 Điều 7: “Không công khai giá thuê quầy”, là việc:\na) Ban Quản lý chợ không niêm yết giá;\n"
        "b) Ban Quản lý chợ thực hiện niêm yết sai giá.",
        "1. Khuyến khích các hộ kinh doanh phát triển theo hướng:\n+ Tham gia vào hệ thống bán hàng của doanh nghiệp;\n"
        "+ Triển khai bán hàng qua mạng.",
    ],
    ids=["violations", "encouraged"],
)
def test_what_a_violation_is_and_what_is_encouraged_is_no_work(read: Read, body: str) -> None:
    assert tasks(read, f"Điều 2. Quản lý chợ\n{body}") == []


def test_events_that_an_office_holds_stay_work(read: Read) -> None:
    body = "1. Sở Công Thương tổ chức các sự kiện sau:\na) Tổ chức hội chợ hàng Việt;\nb) Tổ chức tuần lễ khuyến mại."
    assert len(tasks(read, f"Điều 2. Xúc tiến thương mại\n{body}")) == 2
