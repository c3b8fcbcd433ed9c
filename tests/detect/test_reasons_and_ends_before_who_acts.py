"""Who acts behind a reason, or behind what ends first, with or without a comma between."""

from __future__ import annotations

import pytest

from tests.detect.small_plan import Read, leads_of

UNITS = ["các đơn vị"]


@pytest.mark.parametrize(
    "order",
    [
        "Kết thúc Tháng hành động các đơn vị báo cáo kết quả về Sở Y tế trước ngày 18/12/2024.",
        "Sau khi kết thúc đợt kiểm tra các đơn vị gửi báo cáo về Sở Y tế.",
        "Nhận được kế hoạch này các đơn vị khẩn trương triển khai thực hiện.",
        "Hết thời hạn trên các đơn vị gửi danh sách về Sở Y tế.",
        "Do đây là đợt kiểm tra cuối cùng của dự án nên các đơn vị cần kiểm tra một cách toàn diện, chặt chẽ.",
        "Vì thời gian gấp nên các đơn vị phải khẩn trương triển khai.",
        "Do tính chất quan trọng của công việc, các đơn vị cần tập trung chỉ đạo.",
    ],
)
def test_who_acts_behind_it_leads(read: Read, order: str) -> None:
    assert leads_of(read, order) == UNITS


@pytest.mark.parametrize(
    "order",
    [
        "Do thời tiết diễn biến phức tạp, các đơn vị triển khai còn chậm.",
        "Vì thiếu kinh phí nên các đơn vị chưa thực hiện.",
        "Tổng hợp hồ sơ sau khi kết thúc đợt kiểm tra tại các đơn vị.",
    ],
)
def test_what_is_told_of_bodies_is_no_duty(read: Read, order: str) -> None:
    assert leads_of(read, order) == []


def test_the_leaders_of_bodies_stand_for_them(read: Read) -> None:
    assert leads_of(read, "Đề nghị Ban Lãnh đạo các Trung tâm Y tế chỉ đạo rà soát danh sách.") == ["các Trung tâm Y tế"]
    assert leads_of(read, "Đề nghị Ban Lãnh đạo Nhà máy rà soát danh sách.") == ["Ban Lãnh đạo Nhà máy"]
