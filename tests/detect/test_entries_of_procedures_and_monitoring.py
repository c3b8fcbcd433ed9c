"""Labelled lines of monitoring plans and of lists of procedures are no work, unless somebody is told to act behind the colon."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

HEAD = "KẾ HOẠCH\nQuản lý môi trường\n\nI. NHIỆM VỤ\n\n1. "
NEXT = "\n2. Kiểm tra các cơ sở xả thải.\n"


def texts(directive: Directive) -> list[str]:
    return [task.text for task in directive.tasks]


@pytest.mark.parametrize(
    "line",
    [
        "Địa điểm quan trắc: cầu Sông Vệ, cửa biển Mỹ Á.",
        "Thông số quan trắc: nhiệt độ, độ ẩm.",
        "Vị trí lấy mẫu: khu vực hạ lưu đập.",
        "Phương pháp lấy mẫu và phân tích: theo TCVN 6663.",
        "Căn cứ pháp lý: Luật Đất đai năm 2024.",
        "Phí, lệ phí: Không.",
        "Thời hạn giải quyết: 03 ngày làm việc.",
        "Cách thức thực hiện: Nộp trực tiếp hoặc qua bưu chính.",
        "Thành phần hồ sơ: Đơn đề nghị; bản vẽ.",
    ],
)
def test_an_entry_is_no_work(read: Read, line: str) -> None:
    assert texts(read(HEAD + line + NEXT)[1]) == ["Kiểm tra các cơ sở xả thải."]


@pytest.mark.parametrize(
    "line",
    [
        "Vị trí quan trắc: Sở Tài nguyên và Môi trường lựa chọn, trình UBND tỉnh phê duyệt.",
        "Thông số quan trắc: rà soát, bổ sung thông số kim loại nặng.",
        "Tần suất quan trắc nước mặt phải tăng lên 06 lần/năm.",
        "Thiết bị quan trắc: giao Trung tâm Quan trắc mua sắm trong quý II/2025.",
        "Phương pháp lấy mẫu: Trung tâm Kiểm nghiệm hướng dẫn các đơn vị thực hiện.",
        "Mạng lưới quan trắc: hoàn thiện 12 trạm tự động.",
        "Thiết bị đo đạc: lắp đặt thêm 03 máy.",
        "Phí, lệ phí: rà soát, giảm 50% mức thu với dịch vụ trực tuyến.",
        "Thời hạn giải quyết: các sở rút ngắn 30% so với quy định.",
        "Thành phần hồ sơ: cắt giảm giấy tờ trùng lặp.",
        "Cách thức thực hiện: Sở Y tế tổ chức 03 đợt khám.",
        "Cơ sở pháp lý: Sở Tư pháp hoàn thiện trước ngày 30/6/2025.",
    ],
)
def test_an_order_behind_such_a_word_stays(read: Read, line: str) -> None:
    assert texts(read(HEAD + line + NEXT)[1])[0] == line
