"""Articles of decrees and circulars that tell who is meant, what may be done and what is forbidden: no work. Sentences written for
these tests; beside each kind one that does give work.
"""

from __future__ import annotations

import pytest

from tests.detect.small_plan import Read, plan

_DECREE = """CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 15/2012/NĐ-CP
Hà Nội, ngày 12 tháng 3 năm 2012

NGHỊ ĐỊNH
Quy định về quản lý chợ

Điều 1. Phạm vi điều chỉnh
Nghị định này quy định về quản lý chợ.
{article}
Điều 9. Trách nhiệm của Bộ Nội vụ
1. Hướng dẫn việc thực hiện Nghị định này.

Nơi nhận:
- Lưu: VT.

TM. CHÍNH PHỦ
THỦ TƯỚNG
Lê Văn Hải
"""
LAST = "Hướng dẫn việc thực hiện Nghị định này."


def works(read: Read, article: str) -> list[str]:
    return [task.text for task in read(_DECREE.format(article=article))[1].tasks]


@pytest.mark.parametrize(
    "article",
    [
        "Điều 2. Công chức quản lý chợ\n1. Ở cấp tỉnh:\na) Chánh văn phòng và người làm việc trong Văn phòng Sở Công Thương;",
        "Điều 2. Công chức quản lý chợ\n1. Công chức nêu tại Điều này không bao gồm người đang hưởng lương hưu.",
        "Điều 3. Người nộp đơn\n1. Những người sau đây có quyền nộp đơn xin mở chợ:\na) Người lao động làm việc trong hợp tác xã;",
        "Điều 3. Việc bị cấm\n1. Nghiêm cấm hợp tác xã thực hiện các hoạt động sau đây:\na) Thanh toán nợ không có bảo đảm;",
        "Điều 3. Tòa án\n1. Tòa án nhân dân cấp huyện nơi có chợ có thẩm quyền giải quyết tranh chấp về ki-ốt.",
        "Điều 3. Nghĩa vụ\n1. Người nộp đơn có các nghĩa vụ, trách nhiệm theo quy định của Luật Thương mại.",
        "Điều 3. Bồi thường\n1. Người làm hỏng tài sản của chợ phải bồi thường theo quy định.",
        "Điều 4. Hỗ trợ\n1. Khách hàng vay được hỗ trợ lãi suất, bao gồm:\na) Hộ gia đình, cá nhân vay vốn để mua máy móc;",
        "Điều 4. Kê khai\nVí dụ 1: Doanh nghiệp A phải kê khai thu nhập vào Tờ khai của năm 2011.",
        "Điều 5. Ban Chỉ đạo\nBan Chỉ đạo chợ do Bộ trưởng Bộ Công Thương thành lập, là cơ quan giúp Bộ trưởng phát triển chợ.",
        "Điều 5. Ban Chỉ đạo\nBan Chỉ đạo chợ chịu sự hướng dẫn nghiệp vụ của Bộ Công Thương.",
        "Điều 5. Nghĩa vụ\n1. Hoạt động của hợp tác xã khi giải thể thực hiện theo quy định tại Điều 8 Luật Hợp tác xã.",
        "Điều 6. Lãnh đạo Tống cục\n1. Tổng cục trưởng Tổng cục Chợ quy định nhiệm vụ của các đơn vị trực thuộc Tổng cục.",
        "Điều 6. Tiêu chuẩn\n1. Có kiến thức về quản lý chợ, xây dựng kế hoạch công tác.",
        "Điều 7. Nội dung Quyết định đóng cửa chợ\n1. Quyết định đóng cửa chợ phải có các nội dung theo quy định tại Điều 8.",
    ],
    ids=[
        "holders",
        "excepted",
        "rights",
        "forbidden",
        "court",
        "elsewhere",
        "damage",
        "kinds",
        "example",
        "set up",
        "under",
        "as told",
        "heads",
        "skills",
        "contents",
    ],
)
def test_what_a_decree_only_tells_is_no_work(article: str, read: Read) -> None:
    assert works(read, article) == [LAST]


@pytest.mark.parametrize(
    "article",
    [
        "Điều 2. Chợ hạng 1\n1. Văn phòng Sở Công Thương lập danh sách chợ không bao gồm chợ tạm, gửi Bộ Công Thương.",
        "Điều 3. Kiểm tra\n1. Công an cấp huyện ngăn chặn việc cấm và thực hiện các việc sau:\na) Kiểm tra chợ hằng tháng;",
        "Điều 3. Báo cáo\n1. Sở Công Thương trình cấp có thẩm quyền quyết định việc xếp hạng chợ và báo cáo Bộ Công Thương.",
        "Điều 5. Ban Chỉ đạo\n1. Tổ công tác do Ủy ban nhân dân cấp huyện thành lập kiểm tra các chợ trước ngày 15/12 hằng năm.",
    ],
    ids=["list", "police", "submits", "team"],
)
def test_what_a_decree_orders_is_work(article: str, read: Read) -> None:
    assert len(works(read, article)) > 1


ORDERS = (
    "Có phương án bố trí cán bộ có trình độ, kinh nghiệm.",
    "Kiểm kê ki-ốt của các chợ, không bao gồm ki-ốt tạm.",
    "Sở Xây dựng rà soát các khu chợ, không bao gồm chợ đầu mối.",
    "Rà soát danh sách người bán hàng (không gồm người mới đăng ký).",
    "Các đội xung kích chịu sự điều hành của Ban Quản lý chợ; thường trực 24/24 giờ.",
    "Các trường chịu sự quản lý của xã, tổ chức dạy bù cho học sinh.",
    "Ủy ban nhân dân cấp xã chịu sự kiểm tra của Sở Công Thương; tổ chức ký cam kết với các hộ.",
    "Các bộ, ngành thực hiện nhiệm vụ theo quy định tại Điều 6 Quy chế này.",
    "Sở Tư pháp thực hiện các nhiệm vụ, quyền hạn theo quy định của pháp luật.",
    "Rà soát cán bộ do Ban Thường vụ Tỉnh ủy bổ nhiệm.",
    "Kiểm tra các hội do Chủ tịch Ủy ban nhân dân tỉnh quyết định thành lập.",
    "Tổ chức tập huấn cho Trưởng thôn và người làm việc tại các chợ.",
    "Bố trí kế toán và người làm việc trong các hợp tác xã.",
    "Cá nhân, tổ chức gây ô nhiễm phải bồi thường cho dân trước ngày 30/6/2024.",
)


@pytest.mark.parametrize("order", ORDERS)
def test_words_of_such_norms_within_an_order_leave_it_an_order(order: str, read: Read) -> None:
    found = read(plan(f"II. NHIỆM VỤ\n\n1. {order}\n2. Báo cáo Ủy ban nhân dân tỉnh trước ngày 15 tháng 12."))[1].tasks
    assert [task.text for task in found] == [order, "Báo cáo Ủy ban nhân dân tỉnh trước ngày 15 tháng 12."]
