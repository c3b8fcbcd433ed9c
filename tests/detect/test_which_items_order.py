"""Items that tell and order at once: which of them are tasks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

NOTICE = (
    "VĂN PHÒNG UBND TỈNH\nSố: 5/TB-VP\nTHÔNG BÁO\nKết luận của Chủ tịch\nChủ tịch UBND tỉnh kết luận như sau:\n"
    "I. Các dự án\n1. Sở Xây dựng trình phương án.\n2. {item}\n3. Sở Y tế báo cáo kết quả.\n"
)


@pytest.mark.parametrize(
    ("item", "task"),
    [
        ("Hồ sơ mời thầu đã được nhà tài trợ chấp thuận, triển khai ngay các bước tiếp theo.", True),
        ("Đồng ý gia hạn thời gian trình đề án sang năm 2026.", False),
        ("Đồng ý gia hạn thời gian trình đề án; Sở Nội vụ hoàn thiện hồ sơ.", True),
        ("Về kiến nghị bổ sung kinh phí: đồng ý về nguyên tắc, mức hỗ trợ theo quy định.", False),
        ("Hội nghị thống nhất đánh giá: Kinh tế tiếp tục chuyển biến, thu ngân sách vượt dự toán.", False),
        ("UBND tỉnh đã giao đủ biên chế cho các đơn vị; không có chỉ tiêu để bổ sung.", False),
        ("Về kinh phí dập dịch còn thiếu: Sở Tài chính cấp đủ trong tháng 5.", True),
        ("Quy hoạch đã được phê duyệt, khẩn trương công bố công khai.", True),
        ("Hồ sơ mời thầu đã được nhà tài trợ chấp thuận.", False),
        ("Thống nhất sự cần thiết sửa đổi Quy chế, thời gian thí điểm đến hết ngày 31/12/2028.", False),
        ("Thống nhất chủ trương mở rộng; Sở Nội vụ lập đề án.", True),
        ("Kiến nghị về mức thu học phí: thuộc thẩm quyền của Hội đồng nhân dân tỉnh, đã được quy định.", False),
        ("Kinh phí do ngân sách bảo đảm; hằng năm, các đơn vị lập dự toán kinh phí gửi Sở Tài chính thẩm định.", True),
        ("Kinh phí do ngân sách nhà nước bảo đảm theo phân cấp.", False),
    ],
)
def test_an_item_that_orders_is_a_task(item: str, task: bool, read: Read) -> None:
    found = [each.text for each in read(NOTICE.format(item=item))[1].tasks]
    assert (item in found) is task
    assert len(found) == 2 + task


def test_an_order_with_its_list_in_it_is_the_heading_of_the_list(read: Read) -> None:
    text = NOTICE.format(
        item="Yêu cầu các sở, ngành tiếp tục thực hiện các nghị quyết của tỉnh, trong đó tập trung các nhiệm vụ sau:\n"
        "a) Sở Tài chính cân đối nguồn vốn.\nb) Sở Nội vụ bố trí nhân lực."
    )
    assert [task.text[:13] for task in read(text)[1].tasks] == ["Sở Xây dựng t", "Sở Tài chính ", "Sở Nội vụ bố ", "Sở Y tế báo c"]


def test_a_signature_behind_the_last_recipient_without_brackets(read: Read) -> None:
    text = (
        NOTICE.format(item="Sở Nội vụ lập đề án.")
        + "Nơi nhận: - Như trên; - Lưu: VT. KT. CHỦ TỊCH PHÓ CHỦ TỊCH Đã ký Trần Hữu Bách"
    )
    signer = read(text)[1].fields.signer
    assert signer is not None
    assert signer.name == "Trần Hữu Bách"
