"""A notice assesses and orders in one list: what is told, granted or refused is no work, the order beside it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

NOTICE = """ỦY BAN NHÂN DÂN
TỈNH SƠN KHÊ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 45/TB-UBND
Sơn Khê, ngày 12 tháng 3 năm 2019

THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại phiên họp tháng 3 năm 2019

Chủ tịch UBND tỉnh kết luận như sau:
1. Sở Công Thương đẩy nhanh tiến độ các cụm công nghiệp.
2. {item}
3. Khẩn trương bàn giao mặt bằng dự án cầu Sơn Khê.

Nơi nhận:
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Hữu Bách
"""


@pytest.mark.parametrize(
    "item",
    [
        "Công tác tiếp công dân có nhiều chuyển biến; chỉ số hài lòng tăng 3 bậc.",
        "Kinh tế - xã hội tháng 2 tiếp tục phục hồi, xuất khẩu tăng 16%.",
        "Tỷ lệ hộ nghèo giảm dần nhưng chưa vững chắc.",
        "Chủ tịch UBND tỉnh cơ bản nhất trí với báo cáo của Sở Tài chính.",
        "Đồng ý cho Công ty Hải Sơn gia hạn thời gian nộp hồ sơ.",
        "Chấp thuận chủ trương lập quy hoạch khu dân cư phường Yên Sơn.",
        "Không đồng ý đề nghị điều chỉnh quy mô dự án của Công ty Thành Công.",
        "Đây là nhiệm vụ quan trọng, quyết định việc hoàn thành kế hoạch năm.",
        "Cuộc họp kết thúc vào hồi 11 giờ 30 phút cùng ngày.",
        "Số hộ đã di dời khỏi vùng sạt lở: 320 hộ.",
        "Theo quy định tại Điều 64 Luật Đất đai, đất bỏ hoang trong 12 tháng bị thu hồi.",
        "Trường hợp chậm đưa đất vào sử dụng thì được gia hạn 24 tháng.",
        "Các nội dung khác thực hiện theo Công văn số 120/UBND-TN ngày 10/1/2019.",
    ],
)
def test_what_is_told_granted_or_refused_is_no_work(read: Read, item: str) -> None:
    assert len(read(NOTICE.format(item=item))[1].tasks) == 2


@pytest.mark.parametrize(
    "item",
    [
        "Công tác tiếp công dân có chuyển biến; Thanh tra tỉnh tiếp tục đối thoại với các hộ dân.",
        "Về thu hút đầu tư: Thời gian qua còn chậm; Sở Kế hoạch và Đầu tư rà soát lại danh mục dự án.",
        "Nhất trí với báo cáo; Sở Tài chính hoàn thiện trước ngày 20/3.",
        "Chấp thuận chủ trương lập quy hoạch; giao Sở Xây dựng thẩm định.",
        "Không đồng ý đề nghị của Công ty Thành Công; Sở Xây dựng trả lời Công ty.",
        "Đây là việc khó, các địa phương phải tập trung giải quyết.",
        "Theo quy định tại Điều 64 Luật Đất đai, UBND các huyện lập hồ sơ thu hồi đất bị bỏ hoang.",
        "Trường hợp chậm đưa đất vào sử dụng thì phải lập biên bản, báo cáo UBND tỉnh.",
        "100% xã tổ chức lễ mít tinh hưởng ứng Ngày Dân số Thế giới.",
    ],
)
def test_the_order_beside_it_is_work(read: Read, item: str) -> None:
    assert len(read(NOTICE.format(item=item))[1].tasks) == 3
