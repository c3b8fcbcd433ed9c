"""Letters and reports whose orders have no numbers of their own: what is listed, who is meant, what is only told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

HEAD = """UBND HUYỆN SƠN KHÊ
PHÒNG Y TẾ
Số: 41/YT
V/v phòng bệnh theo mùa
Sơn Khê, ngày 4 tháng 10 năm 2025
Kính gửi: {to}

"""
END = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTRƯỞNG PHÒNG\nTrần Hữu Bách\n"
WEATHER = "Tính đến ngày 30/9/2025, toàn huyện đã ghi nhận 21 ca mắc, tăng so với cùng kỳ năm trước.\n\n"


def words(directive: Directive) -> list[str]:
    return [" ".join(task.text.split()[:3]) for task in directive.tasks]


def leads(directive: Directive) -> list[list[str]]:
    return [[agency.name for agency in task.agencies if agency.role is Role.LEAD] for task in directive.tasks]


def test_paragraphs_behind_a_sentence_that_opens_a_list_are_its_items(read: Read) -> None:
    body = WEATHER + "Phòng Y tế đề nghị các đơn vị thực hiện tốt một số công việc như sau:\n\n"
    body += "Tổ chức vệ sinh khuôn viên, lau rửa dụng cụ hằng ngày bằng dung dịch sát khuẩn.\n\n"
    body += "Lớp có từ hai ca mắc trở lên thì tạm nghỉ, báo ngay về Phòng để xử lý ổ dịch.\n\n"
    body += "Bồn rửa tay còn thiếu, Phòng đã đề nghị UBND huyện cấp kinh phí lắp đặt.\n\n"
    _, directive = read(HEAD.format(to="Các đơn vị trực thuộc.") + body + END)
    assert words(directive) == ["Tổ chức vệ", "Lớp có từ"]
    assert leads(directive) == [["các đơn vị"], ["các đơn vị"]]


@pytest.mark.parametrize(
    ("to", "called", "who"),
    [
        ("Sở Y tế các tỉnh", "đề nghị Quý Sở", ["Sở Y tế các tỉnh"]),
        ("Công ty Cấp nước Sơn Khê", "đề nghị Quý Công ty", ["Công ty Cấp nước Sơn Khê"]),
        ("\n- Sở Y tế tỉnh Hòa An;\n- Công ty Cấp nước Sơn Khê.", "đề nghị Quý Công ty", ["Công ty Cấp nước Sơn Khê"]),
    ],
)
def test_a_letter_that_asks_its_addressees_by_a_polite_word(read: Read, to: str, called: str, who: list[str]) -> None:
    asks = f"Để có cơ sở tổng hợp, Phòng Y tế {called} rà soát, thống kê số lượng vật tư, báo cáo trước ngày 10/11/2025.\n\n"
    thanks = "Rất mong nhận được sự phối hợp của Quý cơ quan./.\n\n"
    _, directive = read(HEAD.format(to=to) + WEATHER + asks + thanks + END)
    assert words(directive) == ["Để có cơ"]
    assert leads(directive) == [who]


REPORT = (
    "UBND TỈNH SƠN KHÊ\nSố: 9/TB-UBND\n\nTHÔNG BÁO\nKết luận giao ban\n\n"
    "I. TÌNH HÌNH\n{}\nII. NHIỆM VỤ\n1. Sở Y tế báo cáo kết quả.\n"
)


@pytest.mark.parametrize(
    ("told", "ordered"),
    [
        ("1. Kho số 2 ẩm, mái dột. Yêu cầu Văn phòng Sở đưa hồ sơ đi khử ẩm.", True),
        ("1. Kho số 2 ẩm, mái dột, tại phiên họp trước đã yêu cầu Văn phòng Sở đưa hồ sơ đi khử ẩm.", False),
        ("1. Kho số 2 ẩm, mái dột, Văn phòng chưa có phương án.", False),
    ],
)
def test_a_call_amid_an_assessment(read: Read, told: str, ordered: bool) -> None:
    assert len(read(REPORT.format(told))[1].tasks) == 1 + ordered


def test_a_sentence_whose_last_body_ends_it_is_no_heading(read: Read) -> None:
    item = "1. Sở Xây dựng điều chỉnh lịch đóng mở cống theo số đo mặn thực tế, bơm bổ sung nước ngọt vào kênh nội đồng. "
    item += "Công ty Thủy lợi Sơn Khê vận hành trạm bơm. Khoản kinh phí này giao Sở Tài chính\n"
    head = "UBND TỈNH SƠN KHÊ\nSố: 9/UBND-NN\n\nUBND tỉnh yêu cầu như sau:\n\n"
    assert words(read(head + item + "2. Sở Y tế kiểm tra nguồn nước.\n")[1]) == ["Sở Xây dựng", "Sở Y tế"]


@pytest.mark.parametrize(
    ("paragraph", "acts"),
    [
        ("Theo dự báo của Đài, bệnh sẽ gây hại trên các giống nhiễm từ giữa tháng 4.", False),
        ("Theo dõi chặt chẽ diễn biến của bệnh trên các giống nhiễm.", True),
        ("Đời sống của phần lớn các hộ tái định cư ổn định. Hiện không có hộ nào thiếu nước.", False),
        ("Hợp nhất hai phần mềm hiện có, tính toán đủ dung lượng cho 5 năm.", True),
        ("Tổ dân phòng tuần tra hằng ngày từ 16 giờ đến 21 giờ.", True),
    ],
)
def test_a_paragraph_below_the_heading_of_a_body(read: Read, paragraph: str, acts: bool) -> None:
    plan = "UBND TỈNH SƠN KHÊ\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nChuyển đổi số\n\nIV. TỔ CHỨC THỰC HIỆN\n\n"
    rest = "2. Sở Y tế\n\n- Kiểm tra vệ sinh chợ.\n"
    tasks = words(read(f"{plan}1. Sở Xây dựng\n\n{paragraph}\n\n{rest}")[1])
    assert tasks == [*([" ".join(paragraph.split()[:3])] if acts else []), "Kiểm tra vệ"]


@pytest.mark.parametrize(
    ("paragraph", "led"),
    [
        pytest.param(
            "Nếu phản ánh là đúng thì xử lý ngay. Báo cáo kết quả cho Phòng trước ngày 20/10/2025.",
            [["Trung tâm Y tế"], ["Trung tâm Y tế"]],
            id="a-later-sentence-orders-and-sets-a-day",
        ),
        pytest.param("Nếu phản ánh là đúng thì xử lý ngay. Báo cáo kết quả có mẫu riêng.", [["Trung tâm Y tế"]], id="no-day"),
        pytest.param(
            "Hôm qua báo chí đã nêu việc này. Kiểm tra ngày 02/10/2025 cho thấy đúng như vậy.", [["Trung tâm Y tế"]], id="only-told"
        ),
        pytest.param(
            "Sau đợt mưa phải kiểm tra lại nguồn nước; kết quả báo cáo về Phòng trước ngày 20/10/2025.",
            [["Trung tâm Y tế"], ["Trung tâm Y tế"]],
            id="what-must-be-done-at-a-later-time",
        ),
        pytest.param(
            "Riêng các trường hợp vượt thẩm quyền thì báo cáo, đề xuất UBND huyện xem xét.",
            [["Trung tâm Y tế"], ["Trung tâm Y tế"]],
            id="what-must-be-done-in-a-case",
        ),
        pytest.param("Trong thời gian qua nhiều bếp ăn phải sửa chữa.", [["Trung tâm Y tế"]], id="what-had-to-be-done"),
        pytest.param(
            "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc thì báo cáo về Phòng.", [["Trung tâm Y tế"]], id="only-trouble"
        ),
    ],
)
def test_a_paragraph_that_goes_on_behind_one_that_asks(paragraph: str, led: list[list[str]], read: Read) -> None:
    asked = "Phòng Y tế đề nghị Trung tâm Y tế kiểm tra bếp ăn của các trường.\n\n"
    _, directive = read(f"{HEAD.format(to='Trung tâm Y tế huyện.')}{asked}{paragraph}\n\n{END}")
    assert leads(directive) == led
