"""Orders that stand near wordings which are none: letters about what others asked, bans, states of things with an order behind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

LETTER = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 45/UBND-KT
Lai Châu, ngày 12 tháng 3 năm 2024

Kính gửi:
- Các sở, ban, ngành;
- Ủy ban nhân dân các huyện.

{opening}
{items}

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Nam
"""


def starts(directive: Directive) -> list[str]:
    return [task.text.split()[0] for task in directive.tasks]


@pytest.mark.parametrize(
    "opening",
    [
        "Ủy ban nhân dân tỉnh nhận được Văn bản số 12/CV-CT của Công ty Minh Long đề nghị hướng dẫn thủ tục thuê đất. Chủ tịch Ủy "
        "ban nhân dân tỉnh có ý kiến như sau:",
        "Ủy ban nhân dân tỉnh nhận được văn bản chuyển kiến nghị của cử tri; Chủ tịch Ủy ban nhân dân tỉnh chỉ đạo như sau:",
        "Tiếp nhận văn bản của huyện Tam Đường báo cáo khó khăn, vướng mắc, Ủy ban nhân dân tỉnh giao:",
    ],
)
def test_what_a_province_was_asked_it_has_others_do(opening: str, read: Read) -> None:
    items = "1. Sở Xây dựng kiểm tra quy hoạch khu đất.\n2. UBND huyện Tam Đường rà soát hồ sơ, cấp phép theo quy định."
    assert starts(read(LETTER.format(opening=opening, items=items))[1]) == ["Sở", "UBND"]


@pytest.mark.parametrize(
    "item",
    [
        "Tỷ lệ giải ngân còn thấp, các chủ đầu tư đẩy nhanh tiến độ.",
        "Thời tiết diễn biến phức tạp, các huyện trực ban 24/24 giờ.",
        "Thị trường: bình ổn giá, duy trì ổn định nguồn cung xăng dầu.",
        "Đây là nhiệm vụ trọng tâm, các huyện tập trung nguồn lực thực hiện.",
        "Không chấp thuận các dự án sử dụng công nghệ lạc hậu.",
        "Chủ đầu tư lập hồ sơ quyết toán gửi Sở Tài chính.",
    ],
)
def test_an_order_behind_a_state_of_things_and_a_ban_are_orders(item: str, read: Read) -> None:
    opening = "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành, Ủy ban nhân dân các huyện thực hiện các nhiệm vụ sau:"
    items = f"1. {item}\n2. Công khai kết quả trên trang thông tin."
    assert starts(read(LETTER.format(opening=opening, items=items))[1]) == [item.split()[0], "Công"]


def test_a_star_with_an_order_is_no_title(read: Read) -> None:
    opening = "Ủy ban nhân dân tỉnh yêu cầu các bệnh viện thực hiện các nhiệm vụ sau:"
    items = "* Tổ chức trực cấp cứu 24/24 giờ\n- Bố trí xe cứu thương.\n- Chuẩn bị thuốc."
    assert starts(read(LETTER.format(opening=opening, items=items))[1]) == ["Tổ", "Bố", "Chuẩn"]


def test_a_limit_from_above_leaves_a_term_and_a_rhythm_alone(read: Read) -> None:
    opening = "Ủy ban nhân dân tỉnh yêu cầu các sở thực hiện các nhiệm vụ sau, hoàn thành trước ngày 30/4/2024:"
    items = "1. Ký hợp đồng trong 10 ngày làm việc.\n2. Duy trì giao ban thường xuyên.\n3. Công khai kết quả."
    due = [
        [str(deadline.due) for deadline in task.deadlines if deadline.due]
        for task in read(LETTER.format(opening=opening, items=items))[1].tasks
    ]
    assert due == [[], [], ["2024-04-30"]]
