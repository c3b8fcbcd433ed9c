"""Who is empowered to do something ("Ủy quyền ..."), and who acts for whom. Sentences written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.detect.small_plan import Read, small_plan

Roles = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        ("UBND tỉnh ủy quyền cho Giám đốc Sở Tư pháp ký văn bản thông báo kết quả.", ["Sở Tư pháp"]),
        ("UBND tỉnh phân cấp, ủy quyền cho UBND các huyện quản lý các tuyến kênh.", ["UBND các huyện"]),
        ("Chủ tịch UBND tỉnh ủy quyền Giám đốc Sở Y tế công bố hết dịch.", ["Sở Y tế"]),
        ("Ủy quyền Sở Xây dựng phê duyệt nhiệm vụ thiết kế công trình cấp III.", ["Sở Xây dựng"]),
        ("Ủy quyền cho ông Lò Văn An, Phó Giám đốc Sở Y tế, ký các văn bản của hội chợ.", ["Sở Y tế"]),
        ("Thừa ủy quyền Chủ tịch UBND tỉnh, Sở Ngoại vụ làm việc với đoàn chuyên gia.", ["Sở Ngoại vụ"]),
        ("Được sự đồng ý của UBND tỉnh, Sở Y tế tổ chức hội nghị tổng kết.", ["Sở Y tế"]),
        ("Sở Xây dựng thực hiện các nhiệm vụ được UBND tỉnh ủy quyền theo quy định.", ["Sở Xây dựng"]),
        ("Giao Sở Y tế được ủy quyền của UBND tỉnh ký hợp đồng.", ["Sở Y tế"]),
        ("Các sở, ngành tham mưu UBND tỉnh ủy quyền cho UBND cấp huyện giải quyết thủ tục.", ["Các sở, ngành"]),
        ("Đẩy mạnh phân cấp, ủy quyền cho UBND cấp huyện gắn với kiểm tra, giám sát.", []),
    ],
)
def test_who_is_empowered_leads_and_not_who_empowers(roles_in_plan: Roles, order: str, bodies: list[str]) -> None:
    assert roles_in_plan(order) == bodies


@pytest.mark.parametrize(
    ("heading", "tasks"),
    [
        ("Ủy quyền Giám đốc Sở Y tế thực hiện nhiệm vụ trong lĩnh vực dược, cụ thể:", 2),
        ("Giao Sở Y tế thực hiện các nội dung về chuyển đổi số, cụ thể như sau:", 2),
        ("Giao Sở Y tế kiểm tra các nhà thuốc trên địa bàn huyện Vân Sơn, cụ thể:", 3),
    ],
)
def test_a_heading_that_only_says_duties_follow_is_no_task(read: Read, heading: str, tasks: int) -> None:
    below = "\na) Cấp chứng chỉ hành nghề dược.\nb) Tham mưu kế hoạch kiểm tra."
    assert len(read(small_plan(heading + below))[1].tasks) == tasks
