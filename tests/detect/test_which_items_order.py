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
        ("Trên cơ sở đề nghị của các sở, ban, ngành và UBND các xã, Sở Nội vụ tổng hợp, trình UBND tỉnh.", True),
        ("Trên cơ sở đề nghị của Giám đốc Sở Nội vụ.", False),
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


PLAN = "UBND TỈNH SƠN KHÊ\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nThi đua năm 2025\n\n{body}\nIV. NHIỆM VỤ\n1. Rà soát quy hoạch chợ.\n"
"""A plan with one task below a part or an item that assigns nothing."""


@pytest.mark.parametrize(
    "body",
    [
        "I. QUAN ĐIỂM CHIẾN LƯỢC\n- Phát triển nhanh, bền vững.\n- Lấy người dân làm trung tâm.",
        "I. QUAN ĐIỂM, TẦM NHÌN\n- Phát triển nhanh, bền vững.",
        "I. TIÊU CHUẨN KHEN THƯỞNG\n1. Tập thể: Hoàn thành xuất sắc nhiệm vụ được giao.\n2. Cá nhân: Thực hiện tốt nội quy.",
        "I. ĐỐI TƯỢNG, TIÊU CHUẨN XÉT KHEN THƯỞNG\n1. Hoàn thành xuất sắc nhiệm vụ được giao.",
        "I. ĐÁNH GIÁ VIỆC THỰC HIỆN NHIỆM VỤ NĂM 2024\n1. Bên cạnh đó, còn hạn chế: thực hiện thủ tục chậm; tổ chức rời rạc.",
        "I. NHIỆM VỤ NĂM QUA\n1. Năm 2024, thương mại phát triển. Tuy nhiên, việc thực hiện quy hoạch còn chậm; xử lý vi phạm ít.",
        "I. NỘI DUNG\n1. Dự án được chia thành 02 nhóm, gồm 05 dự án thành phần:\na) Nhóm dự án thực hiện giải phóng mặt bằng.\n"
        "b) Nhóm dự án thực hiện xây dựng chợ đầu mối.",
    ],
    ids=["views", "views-and-visions", "standards-of-rewards", "whom-and-by-what", "what-fell-short", "a-year-told", "parts"],
)
def test_views_standards_shortcomings_and_parts_are_no_work(body: str, read: Read) -> None:
    assert [task.text for task in read(PLAN.format(body=body))[1].tasks] == ["Rà soát quy hoạch chợ."]


@pytest.mark.parametrize(
    "body",
    [
        "I. TIÊU CHUẨN KỸ THUẬT\n1. Rà soát tiêu chuẩn chợ hạng hai.",
        "I. NỘI DUNG\n1. Bên cạnh đó, tiếp tục vận động các hộ còn nợ phí chợ.",
        "I. NỘI DUNG\n1. Bên cạnh đó, các xã chưa có chợ phải báo cáo nhu cầu.",
        "I. NỘI DUNG\n1. Chương trình gồm các nhiệm vụ sau:\na) Đào tạo cán bộ quản lý chợ.",
        "I. NỘI DUNG\n1. Dự án gồm các hạng mục sau:\na) Giao Sở Xây dựng lập thiết kế chợ đầu mối.",
    ],
    ids=["technical-standards", "an-order-besides", "a-duty-besides", "tasks-of-a-programme", "who-builds-a-part"],
)
def test_what_sounds_alike_but_orders_is_work(body: str, read: Read) -> None:
    assert len(read(PLAN.format(body=body))[1].tasks) == 2


def test_recipients_in_one_line_in_front_of_further_papers_are_no_work(read: Read) -> None:
    recipients = (
        "Nơi nhận: - *Như điều 3;* - Văn phòng Chính phủ; - Các đơn vị thuộc Bộ; - Công báo, Website Chính phủ; "
        "- UBND các tỉnh, thành phố trực thuộc TW; - Sở Công Thương các tỉnh, thành phố; - Lưu: VT.\n"
    )
    behind = "BỘ TRƯỞNG *(Ký tên, đóng dấu)*\n2. Kiểm tra văn bản\n- Sở Tư pháp kiểm tra văn bản.\n- Sở Nội vụ rà soát nhân sự.\n"
    text = NOTICE.format(item="Sở Nội vụ rà soát.") + recipients + behind + recipients
    assert [task.text[:8] for task in read(text)[1].tasks] == ["Sở Xây d", "Sở Nội v", "Sở Y tế ", "Sở Tư ph", "Sở Nội v"]
