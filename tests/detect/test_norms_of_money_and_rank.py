"""Items of regulations that say what money is spent on, what nobody needs to do, which rank something has: no work; and a field
of work in the title of an article that is also the name of a body.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

ACT = """BỘ DÂN VẬN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/2025/TT-BDV
Hà Nội, ngày 5 tháng 3 năm 2025

THÔNG TƯ
Quy định về bưu gửi trong cơ quan nhà nước

{body}
Điều 9. Trách nhiệm của Tổng cục Văn thư
1. Kiểm tra việc thực hiện Thông tư này.
{last}
TM. BỘ TRƯỞNG
Trần Hữu Bách
"""


def read_items(read: Read, body: str, last: str = "") -> dict[str, list[str]]:
    tasks = read(ACT.format(body=body, last=last))[1].tasks
    return {task.text: [agency.name for agency in task.agencies if agency.role.value == "lead"] for task in tasks}


@pytest.mark.parametrize(
    "item",
    [
        "Chi khảo sát, đo đạc địa bàn phục vụ việc lập bản đồ các tuyến thư.",
        "Chi cho công tác tuyên truyền, tập huấn nghiệp vụ.",
        "Cơ quan, đơn vị không phải trả tiền khi gửi bưu gửi cho các tổ chức, cá nhân.",
        "Được ngân sách trung ương cấp kinh phí bảo đảm hoạt động của mạng bưu chính.",
        "Nhà thầu được phép cung cấp vật liệu cho nhà thầu khác; công trình khẩn cấp về quốc phòng.",
        "Các thành phố Hải Phòng, Huế tiếp tục được xác định là đô thị loại I.",
        "Đơn vị hành chính cấp xã được công nhận trình độ phát triển theo mức đạt được.",
    ],
)
def test_a_norm_gives_no_work(read: Read, item: str) -> None:
    assert list(read_items(read, f"Điều 8. Kinh phí và phân loại\n1. {item}")) == ["Kiểm tra việc thực hiện Thông tư này."]


@pytest.mark.parametrize(
    "item",
    [
        "Chi trả kịp thời tiền bưu gửi cho các đơn vị.",
        "Rà soát, công nhận các đơn vị đạt chuẩn.",
        "Chi cục Văn thư các tỉnh rà soát mạng bưu chính.",
        "Các xã được công nhận phải báo cáo kết quả trước ngày 15/12/2025.",
        "UBND các huyện duy trì, nâng cao chất lượng các xã được công nhận đạt chuẩn.",
        "Các sở, ban, ngành thực hiện nghiêm các nhiệm vụ được xác định là trọng tâm.",
        "Sở Tài chính thông báo cho các hộ không phải nộp thuế.",
        "Chi chương trình mục tiêu: Rà soát, lồng ghép các nguồn vốn.",
    ],
)
def test_what_is_ordered_stays_work(read: Read, item: str) -> None:
    assert item in read_items(read, "Điều 8. Kinh phí\n1. Chi công tác phí.", f"2. {item}")


def test_a_field_of_work_in_the_title_of_an_article_is_no_body(read: Read) -> None:
    field = "Điều 8. Bảo hiểm xã hội\n1. Mức đóng bảo hiểm xã hội thực hiện theo quy định của pháp luật."
    assert list(read_items(read, field)) == ["Kiểm tra việc thực hiện Thông tư này."]
    body = "Điều 8. Bảo hiểm xã hội Việt Nam\n1. Hướng dẫn cơ quan bảo hiểm xã hội địa phương thực hiện."
    assert read_items(read, body)["Hướng dẫn cơ quan bảo hiểm xã hội địa phương thực hiện."] == ["Bảo hiểm xã hội Việt Nam"]


def test_brackets_behind_a_body_do_not_take_its_place(read: Read) -> None:
    items = "2. Giao Cục Bưu chính (Văn phòng Ban Chỉ đạo 515, Phòng Nghiệp vụ):\na) Lập dự toán hằng năm.\nb) Kiểm tra các đơn vị."
    assert read_items(read, "", items)["Lập dự toán hằng năm."] == ["Cục Bưu chính"]
    items = (
        "2. Chỉ đạo Cục Bưu chính (Văn phòng Ban Chỉ đạo 515, Phòng Nghiệp vụ):\na) Lập dự toán hằng năm.\nb) Kiểm tra các đơn vị."
    )
    assert read_items(read, "", items)["Lập dự toán hằng năm."] == ["Tổng cục Văn thư"]
    items = "2. Công tác bưu gửi (Cục Bưu chính):\na) Lập dự toán hằng năm.\nb) Kiểm tra các đơn vị."
    assert read_items(read, "", items)["Lập dự toán hằng năm."] == ["Cục Bưu chính"]
    items = "2. Cục Bưu chính (Phòng Nghiệp vụ)\na) Lập dự toán hằng năm.\nb) Kiểm tra các đơn vị."
    assert read_items(read, "", items)["Lập dự toán hằng năm."] == ["Cục Bưu chính"]


def test_words_that_are_explained_and_who_is_competent_where_are_no_work(read: Read) -> None:
    body = (
        "Điều 7. Giải thích thuật ngữ\nTrong Thông tư này, các từ ngữ sau đây được hiểu như sau:\n"
        "1. Công ty bưu chính là công ty cổ phần đáp ứng đủ điều kiện theo quy định tại Điều 25.\n"
        "Điều 8. Cơ quan có thẩm quyền\nCơ quan có thẩm quyền quản lý bao gồm:\n"
        "1. Bộ Tài chính: trong trường hợp tổ chức bưu chính là doanh nghiệp bảo hiểm;\n"
        "2. Sở Kế hoạch và Đầu tư: trong trường hợp công ty không thuộc khoản 1 Điều này."
    )
    assert list(read_items(read, body)) == ["Kiểm tra việc thực hiện Thông tư này."]


def test_the_name_in_a_title_ends_before_when_the_duties_hold(read: Read) -> None:
    body = (
        "Điều 8. Nghĩa vụ của tổ chức phát hành sau khi phát hành tem\n"
        "1. Gửi báo cáo kết quả cho cơ quan quản lý.\n2. Công khai giá tem."
    )
    assert read_items(read, body)["Công khai giá tem."] == ["tổ chức phát hành"]
