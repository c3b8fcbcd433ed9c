"""Titles of parts below which nothing is assigned, however much the items sound like orders, and titles of parts with orders."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Kind
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

PLAN = """ỦY BAN NHÂN DÂN
TỈNH ĐỒNG THÁP
Số: 45/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đồng Tháp, ngày 12 tháng 3 năm 2025

KẾ HOẠCH
Phát triển giáo dục nghề nghiệp năm 2025

Ủy ban nhân dân tỉnh ban hành Kế hoạch với nội dung như sau:
I. {title}
- Tăng cường gắn kết giữa nhà trường và doanh nghiệp.
- Bảo đảm thiết thực, hiệu quả, tránh hình thức.
II. NHIỆM VỤ
- Tổ chức tuyển sinh, đào tạo 2.000 lao động nông thôn.
III. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
- Theo dõi, đôn đốc việc thực hiện Kế hoạch.
Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Nam
"""

TITLED = """BỘ CÔNG THƯƠNG
Số: 12/CT-BCT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 12 tháng 3 năm 2012

CHỈ THỊ
Về tiết kiệm điện

Bộ trưởng yêu cầu Tập đoàn Điện lực Việt Nam thực hiện các nhiệm vụ sau:
{mark} Tăng cường kiểm tra, giám sát việc sử dụng điện.
1. Kiểm tra các hộ dùng điện lớn.
2. Công khai kết quả kiểm tra.
{next} Đẩy mạnh tuyên truyền về tiết kiệm điện.
1. Mở chuyên mục trên cổng thông tin.
2. In tờ gấp hướng dẫn khách hàng.

BỘ TRƯỞNG
Trần Văn Nam
"""


def orders(directive: Directive) -> list[str]:
    return [task.text.split()[0] for task in directive.tasks if task.kind is Kind.ASSIGNMENT]


@pytest.mark.parametrize(
    "title",
    [
        "QUAN ĐIỂM, MỤC TIÊU",
        "QUAN ĐIỂM VÀ MỤC TIÊU PHÁT TRIỂN",
        "PHƯƠNG CHÂM, NGUYÊN TẮC",
        "MỤC ĐÍCH, Ý NGHĨA, YÊU CẦU",
        "PHẠM VI, ĐỐI TƯỢNG, THỜI GIAN THỰC HIỆN",
        "Yêu cầu triển khai",
        "Ý NGHĨA CỦA KẾ HOẠCH",
        "TẦM NHÌN ĐẾN NĂM 2045",
        "HIỆU QUẢ KINH TẾ - XÃ HỘI",
        "MỘT SỐ CHỈ TIÊU",
        "KHÓ KHĂN, VƯỚNG MẮC",
        "NHẬN XÉT, ĐÁNH GIÁ CHUNG",
        "BÀI HỌC KINH NGHIỆM",
    ],
)
def test_a_part_with_such_a_title_holds_no_work(title: str, read: Read) -> None:
    assert orders(read(PLAN.format(title=title))[1]) == ["Tổ", "Theo"]


@pytest.mark.parametrize(
    "title",
    [
        "NỘI DUNG",
        "MỤC TIÊU VÀ NHIỆM VỤ",
        "YÊU CẦU VÀ GIẢI PHÁP",
        "PHẠM VI VÀ NHIỆM VỤ CỤ THỂ",
        "PHẠM VI VÀ NỘI DUNG",
        "QUAN ĐIỂM CHỈ ĐẠO VÀ ĐIỀU HÀNH",
        "PHƯƠNG CHÂM VÀ KẾ HOẠCH ỨNG PHÓ",
        "ĐỐI TƯỢNG BẢO TRỢ XÃ HỘI",
        "HIỆU QUẢ SỬ DỤNG NGÂN SÁCH",
        "YÊU CẦU ĐỐI VỚI CÔNG TÁC BÁO CÁO",
        "KHÓ KHĂN, VƯỚNG MẮC CẦN THÁO GỠ",
        "HÌNH THỨC PHỐI HỢP",
    ],
)
def test_a_title_that_speaks_of_work_too_is_one_of_work(title: str, read: Read) -> None:
    assert orders(read(PLAN.format(title=title))[1]) == ["Tăng", "Bảo", "Tổ", "Theo"]


@pytest.mark.parametrize(("mark", "after"), [("I.", "II."), ("A.", "B.")])
def test_the_title_of_a_part_may_end_with_a_full_stop(mark: str, after: str, read: Read) -> None:
    assert orders(read(TITLED.format(mark=mark, next=after))[1]) == ["Kiểm", "Công", "Mở", "In"]


def test_an_order_with_points_below_it_is_one_itself(read: Read) -> None:
    assert orders(read(TITLED.format(mark="a)", next="b)"))[1])[0] == "Tăng"
