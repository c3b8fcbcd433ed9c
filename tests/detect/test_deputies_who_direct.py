"""Deputies of those who order, told apart by their field: whom they direct does the work. Sentences written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Roles = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("order", "leads"),
    [
        ("Phó Chủ tịch UBND tỉnh phụ trách lĩnh vực chỉ đạo Sở Xây dựng hoàn thiện hồ sơ quy hoạch.", ["Sở Xây dựng"]),
        ("Phó Chủ tịch theo lĩnh vực phụ trách chỉ đạo các phòng, ban rà soát thủ tục.", ["các phòng, ban"]),
        ("Các Phó Chủ tịch UBND tỉnh theo lĩnh vực được phân công chỉ đạo các sở, ngành giải ngân vốn.", ["các sở, ngành"]),
        ("Giao Phó Chủ tịch UBND tỉnh phụ trách nông nghiệp chỉ đạo Sở Y tế kiểm tra các bếp ăn.", ["Sở Y tế"]),
        ("Giao đồng chí Lò Văn An, Phó Chủ tịch UBND tỉnh, trực tiếp chỉ đạo Sở Y tế kiểm tra các bếp ăn.", ["Sở Y tế"]),
        ("Các Phó Chủ tịch UBND tỉnh phụ trách lĩnh vực trực tiếp chỉ đạo, đôn đốc các dự án chậm tiến độ.", []),
        ("Phó Giám đốc Sở Y tế phụ trách dự phòng chỉ đạo Trung tâm Y tế giám sát ổ dịch.", ["Sở Y tế"]),
        ("Phó Chủ tịch UBND tỉnh phụ trách lĩnh vực chủ trì họp với các sở để chỉ đạo xử lý vướng mắc.", ["UBND tỉnh"]),
        ("Giao Phó Chủ tịch UBND huyện phụ trách văn xã chỉ đạo Phòng Nội vụ tổ chức kỳ thi.", ["UBND huyện"]),
        ("Giao Sở Tài chính tham mưu Phó Chủ tịch UBND tỉnh chỉ đạo các sở quyết toán.", ["Sở Tài chính"]),
    ],
)
def test_whom_a_deputy_of_the_issuer_directs_leads(roles_in_plan: Roles, order: str, leads: list[str]) -> None:
    assert roles_in_plan(order) == leads


@pytest.mark.parametrize(
    "order",
    [
        "Các Phó Chủ tịch UBND tỉnh theo lĩnh vực phụ trách chỉ đạo, đôn đốc các dự án chậm tiến độ.",
        "Phó Chủ tịch UBND tỉnh Lê Văn Sáu chỉ đạo công tác giải phóng mặt bằng.",
        "Giao Phó Chủ tịch UBND tỉnh Lê Văn Sáu chỉ đạo Sở Y tế kiểm tra các bếp ăn.",
    ],
)
def test_the_deputy_supervises(roles_in_plan: Roles, order: str) -> None:
    assert roles_in_plan(order, "supervise") == ["UBND tỉnh"]
