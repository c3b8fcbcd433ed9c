"""Orders in a paragraph that tells something else too: what happened before, where the money comes from, what to do in trouble."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]
LETTER = """ỦY BAN NHÂN DÂN
TỈNH SƠN KHÊ

Số: 512/UBND-KT
V/v chấn chỉnh một số việc

Sơn Khê, ngày 10 tháng 6 năm 2022

Kính gửi:
- Các sở, ban, ngành;
- UBND các huyện, thành phố.

{}

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH

Trần Hữu Bách
"""
FIRST = "Giao Sở Nội vụ rà soát biên chế các hạt giao thông.\n\n"


def leads(read: Read, body: str) -> list[list[str]]:
    _, directive = read(LETTER.format(body))
    return [[agency.name for agency in task.agencies if agency.role is Role.LEAD] for task in directive.tasks]


@pytest.mark.parametrize(
    ("order", "called"),
    [
        ("UBND tỉnh yêu cầu Sở Y tế kiểm tra các bếp ăn tập thể; nếu có vấn đề phức tạp, kịp thời báo cáo UBND tỉnh.", "Sở Y tế"),
        ("Giao Sở Xây dựng thẩm định hồ sơ, trường hợp có vướng mắc thì báo cáo UBND tỉnh xem xét.", "Sở Xây dựng"),
        ("Các đơn vị bố trí cán bộ trực; khi có vấn đề đột xuất phải báo cáo ngay UBND tỉnh.", "Các đơn vị"),
        (
            "Giao Sở Nội vụ thẩm định đề án. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị phản ánh về Sở Nội vụ.",
            "Sở Nội vụ",
        ),
    ],
)
def test_an_order_stays_one_though_it_says_what_to_do_in_trouble(read: Read, order: str, called: str) -> None:
    assert leads(read, order) == [[called]]
    assert leads(read, f"{FIRST}{order}") == [["Sở Nội vụ"], [called]]


def test_items_of_a_list_stay_orders_though_they_say_what_to_do_in_trouble(read: Read) -> None:
    body = "UBND tỉnh yêu cầu:\n\n1. Sở Y tế trực cấp cứu; nếu phát sinh vấn đề phức tạp thì báo cáo UBND tỉnh.\n\n"
    body += "2. Rà soát văn bản, trường hợp có vướng mắc thì đề xuất sửa đổi, báo cáo Sở Tư pháp.\n\n"
    body += "3. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Sở Nội vụ."
    assert len(leads(read, body)) == 2


@pytest.mark.parametrize(
    "formula",
    [
        "Đề nghị các đơn vị nghiêm túc triển khai thực hiện, nếu có khó khăn, vướng mắc thì phản ánh về Sở Nội vụ.",
        "Các sở căn cứ Kế hoạch này tổ chức thực hiện. Trong quá trình triển khai, nếu có vướng mắc, phản ánh về Sở Nội vụ.",
        "Yêu cầu các sở chủ động thực hiện theo Công văn này. Quá trình thực hiện có vấn đề phát sinh, kịp thời báo cáo UBND tỉnh.",
        "Đây là việc cần sự phối hợp của nhiều ngành. Trong quá trình thực hiện nếu có vướng mắc đề nghị các đơn vị báo cáo về Sở.",
        "Quá trình thực hiện, nếu có khó khăn, vướng mắc, liên hệ Phòng Tổ chức để được hướng dẫn.",
    ],
)
def test_to_carry_a_paper_out_and_tell_of_trouble_is_still_no_task(read: Read, formula: str) -> None:
    assert leads(read, f"{FIRST}{formula}") == [["Sở Nội vụ"]]


@pytest.mark.parametrize(
    ("told", "order"),
    [
        (
            "Thời gian qua, xe chở đất rơi vãi trên nhiều tuyến đường.",
            "UBND tỉnh yêu cầu Sở Y tế lắp trạm cân, xong trước ngày 30/6.",
        ),
        ("Những năm qua, hành lang đường bị lấn chiếm;", "UBND tỉnh giao Sở Y tế lập hồ sơ xử lý."),
        ("Trong thời gian qua, bệnh dại diễn biến phức tạp,", "Chủ tịch UBND tỉnh yêu cầu Sở Y tế giám sát các ổ dịch cũ."),
        ("Tuy nhiên, việc bàn giao còn chậm.", "Để bảo đảm tiến độ, Chủ tịch UBND tỉnh yêu cầu Sở Y tế bàn giao mặt bằng."),
        ("Năm 2021 tỷ lệ giải ngân đạt 60%.", "UBND tỉnh yêu cầu Sở Y tế đẩy nhanh tiến độ."),
        ("Kinh phí thực hiện từ nguồn ngân sách tỉnh;", "giao Sở Y tế thẩm định dự toán."),
        ("Kinh phí thực hiện do ngân sách huyện bảo đảm.", "Giao Sở Y tế tham mưu bố trí."),
        ("Cho phép UBND huyện chỉ định thầu;", "yêu cầu Sở Y tế giám sát việc thi công."),
    ],
)
def test_whom_a_paragraph_calls_on_behind_what_it_tells_leads(read: Read, told: str, order: str) -> None:
    assert leads(read, f"{FIRST}{told} {order}") == [["Sở Nội vụ"], ["Sở Y tế"]]


@pytest.mark.parametrize(
    "told",
    [
        "Thời gian qua, UBND tỉnh đã chỉ đạo, yêu cầu các sở, ngành tập trung tháo gỡ khó khăn.",
        "Trong thời gian qua, UBND tỉnh đã ban hành nhiều văn bản; yêu cầu các sở tập trung giải ngân nhưng kết quả còn thấp.",
        "Thời gian qua, UBND tỉnh giao Sở Y tế chủ trì công tác phòng dịch, kết quả đạt tốt.",
        "Nguyên nhân do các chủ đầu tư chưa quyết liệt. UBND tỉnh đã có văn bản yêu cầu các chủ đầu tư cam kết tiến độ.",
    ],
)
def test_what_was_ordered_before_is_no_task(read: Read, told: str) -> None:
    assert leads(read, f"{FIRST}{told}") == [["Sở Nội vụ"]]


@pytest.mark.parametrize(
    "told",
    [
        "Ngày 12/3/2022, UBND tỉnh đã có văn bản số 215 giao Sở Y tế chủ trì cùng các sở, ngành kiểm tra toàn bộ kho thuốc.",
        "UBND tỉnh đã có Công văn số 215/UBND-KT ngày 12/3/2022 giao Sở Y tế rà soát các trạm.",
        "Ngày 12/3/2022, Văn phòng UBND tỉnh có văn bản số 215/VP-TH đề nghị các sở gửi số liệu trước ngày 20/3/2022.",
        "Trước đó, tại Công văn số 215/UBND-KT ngày 12/3/2022, Chủ tịch UBND tỉnh đã giao Sở Y tế lập phương án.",
        "UBND tỉnh đã giao Sở Y tế làm chủ đầu tư từ năm 2019.",
    ],
)
def test_a_letter_that_urges_tells_by_its_number_what_was_ordered_before(read: Read, told: str) -> None:
    assert leads(read, f"{FIRST}{told}") == [["Sở Nội vụ"]]


@pytest.mark.parametrize(
    "order",
    [
        "Ngày 12/3/2022, UBND tỉnh đã có văn bản số 215 giao Sở Y tế kiểm tra kho; yêu cầu Sở Y tế báo cáo trước ngày 20/6.",
        "Giao Sở Y tế rà soát các trạm mà UBND huyện đã có văn bản yêu cầu sửa chữa.",
        "Yêu cầu Sở Y tế làm rõ nội dung UBND tỉnh đã giao tại Công văn số 215/UBND-KT, báo cáo trước ngày 20/6/2022.",
        "Tiếp tục thực hiện Công văn số 215/UBND-KT ngày 12/3/2022, UBND tỉnh giao Sở Y tế rà soát các trạm.",
    ],
)
def test_an_order_stays_one_though_it_names_an_older_one(read: Read, order: str) -> None:
    assert leads(read, f"{FIRST}{order}") == [["Sở Nội vụ"], ["Sở Y tế"]]


def along(read: Read, body: str) -> list[str]:
    _, directive = read(LETTER.format(body))
    return [agency.name for task in directive.tasks for agency in task.agencies if agency.role is Role.COORDINATE]


def test_who_asks_behind_a_purpose_works_along_with_nobody(read: Read) -> None:
    purpose = (
        "Để xây dựng kế hoạch phối hợp với Trường Cao đẳng Y tế tỉnh, Sở Nội vụ đề nghị các đơn vị lập danh sách trước ngày 20/6."
    )
    assert along(read, purpose) == ["Trường Cao đẳng Y tế tỉnh"]
    order = "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính, Sở Tư pháp đề nghị khen thưởng các tập thể."
    assert along(read, order) == ["Sở Tài chính", "Sở Tư pháp"]


def test_what_comes_of_being_late_is_told_not_ordered(read: Read) -> None:
    late = "Các đơn vị gửi hồ sơ trước ngày 20/6/2022.\n\nNhững đơn vị gửi sau ngày 20/6/2022 sẽ không được Hội đồng thẩm định."
    assert leads(read, late) == [["Các đơn vị"]]


def test_who_sums_up_behind_a_mail_address_does_not_lead(read: Read) -> None:
    order = "Các đơn vị gửi báo cáo về Sở Y tế qua thư vp@sonkhe.gov.vn trước ngày 20/6/2022 để Sở Y tế tổng hợp."
    assert leads(read, order) == [["Các đơn vị"]]


def test_what_a_company_does_by_its_charter_is_no_work(read: Read) -> None:
    told = "1. Ngành nghề kinh doanh chính: quản lý bưu cục; tổ chức vận chuyển, đào tạo nghề.\n\n"
    orders = "2. Sở Tài chính rà soát vốn điều lệ.\n\n3. Rà soát ngành nghề kinh doanh có điều kiện."
    assert leads(read, f"UBND tỉnh yêu cầu Sở Nội vụ thực hiện:\n\n{told}{orders}") == [["Sở Tài chính"], ["Sở Nội vụ"]]
