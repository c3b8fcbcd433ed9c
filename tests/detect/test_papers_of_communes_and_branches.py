"""Notices and letters of communes, districts and branches of ministries, in sentences written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Role
from tests.detect.small_plan import Read

Roles = Callable[..., list[str]]

NOTICE = """ỦY BAN NHÂN DÂN
XÃ SƠN KHÊ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 41/TB-UBND
Sơn Khê, ngày 25 tháng 4 năm 2024

THÔNG BÁO
Về việc tổ chức ngày lễ

{body}

Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lò Văn An
"""


def told(read: Read, body: str) -> list[tuple[list[str], list[str]]]:
    """Who leads each task of a notice of a commune, and by when."""
    tasks = read(NOTICE.format(body=body))[1].tasks
    return [
        (
            [agency.name for agency in task.agencies if agency.role is Role.LEAD],
            [str(deadline.due or deadline.rrule) for deadline in task.deadlines if deadline.due or deadline.rrule],
        )
        for task in tasks
    ]


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        (
            "Yêu cầu Hạt Kiểm lâm các huyện, Đội Kiểm lâm cơ động và phòng cháy, chữa cháy rừng số 1 trực 24/24 giờ.",
            ["Hạt Kiểm lâm các huyện", "Đội Kiểm lâm cơ động và phòng cháy, chữa cháy rừng số 1"],
        ),
        ("Giao Đội Kiểm lâm cơ động và PCCCR kiểm tra các cơ sở chế biến gỗ.", ["Đội Kiểm lâm cơ động và PCCCR"]),
        ("Đội Kiểm lâm cơ động tuần tra các khu rừng giáp ranh.", ["Đội Kiểm lâm cơ động"]),
        ("Yêu cầu cục thuế các tỉnh, thành phố đối chiếu số thu.", ["cục thuế các tỉnh, thành phố"]),
        ("Đề nghị cục thi hành án dân sự các tỉnh báo cáo kết quả.", ["cục thi hành án dân sự các tỉnh"]),
        ("Yêu cầu chi cục kiểm lâm các tỉnh rà soát phương án.", ["chi cục kiểm lâm các tỉnh"]),
        ("Yêu cầu Hạt Kiểm lâm rà soát phương án, cơ động lực lượng đến các khu rừng giáp ranh.", ["Hạt Kiểm lâm"]),
    ],
)
def test_branches_of_ministries_and_their_crews(roles_in_plan: Roles, order: str, bodies: list[str]) -> None:
    assert roles_in_plan(order) == bodies


DAYS = "Từ ngày 29/4/2024 đến hết ngày 03/5/2024."


@pytest.mark.parametrize(
    ("body", "tasks"),
    [
        (  # the line behind the first item tells when that is done
            f"1. Các thôn dựng cổng chào.\n2. Thời gian: {DAYS}\n3. Công an xã kiểm tra cư trú.",
            [(["Các thôn"], ["2024-05-03"]), (["Công an xã"], [])],
        ),
        (  # an item that has its own day keeps it
            f"1. Các thôn dựng cổng chào trước ngày 28/4/2024.\n2. Thời gian: {DAYS}\n3. Công an xã kiểm tra cư trú.",
            [(["Các thôn"], ["2024-04-28"]), (["Công an xã"], [])],
        ),
        (  # behind two items nobody knows whose time it is
            f"1. Các thôn dựng cổng chào.\n2. Công an xã kiểm tra cư trú.\n3. Thời gian: {DAYS}",
            [(["Các thôn"], []), (["Công an xã"], [])],
        ),
        (  # told above the list
            f"UBND xã yêu cầu:\nThời gian treo cờ: {DAYS}\n1. Công an xã kiểm tra cư trú.\n2. Các đơn vị treo cờ tại trụ sở.",
            [(["Công an xã"], []), (["Các đơn vị"], ["2024-05-03"])],
        ),
        (  # told behind the list, of two of its items
            f"UBND xã yêu cầu:\n- Các đơn vị treo cờ tại trụ sở.\n- Các thôn nhắc hộ dân treo cờ.\nThời gian treo: {DAYS}",
            [(["Các đơn vị"], ["2024-05-03"]), (["Các thôn"], ["2024-05-03"])],
        ),
        (  # ... of the first alone
            f"UBND xã yêu cầu:\n- Các đơn vị treo cờ tại trụ sở.\n- Các thôn dọn nhà văn hóa.\nThời gian treo cờ: {DAYS}",
            [(["Các đơn vị"], ["2024-05-03"]), (["Các thôn"], [])],
        ),
        (  # ... of all of them
            "UBND xã yêu cầu các thôn:\n- Nạo vét kênh.\n- Dọn đường làng.\nThời gian hoàn thành: trước ngày 15/5/2024.",
            [(["các thôn"], ["2024-05-15"]), (["các thôn"], ["2024-05-15"])],
        ),
        (
            f"UBND xã đề nghị Trạm Y tế xã tiêm phòng cho trẻ.\nThời gian tiến hành: {DAYS}",
            [(["Trạm Y tế xã"], ["2024-05-03"])],
        ),
    ],
)
def test_the_time_that_a_line_of_a_notice_tells(read: Read, body: str, tasks: list[tuple[list[str], list[str]]]) -> None:
    assert told(read, body) == tasks


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        (
            "Đề nghị các đơn vị của tỉnh, TW đóng trên địa bàn huyện dọn trụ sở.",
            ["các đơn vị của tỉnh, TW đóng trên địa bàn huyện"],
        ),
        ("Giao UBND các phường xã rà soát hộ nghèo.", ["UBND các phường xã"]),
        ("Yêu cầu Chủ tịch UBND các xã thị trấn báo cáo bằng điện thoại.", ["UBND các xã thị trấn"]),
        ("Đề nghị các đơn vị chủ rừng tuần tra.", ["các đơn vị chủ rừng"]),
        ("Đề nghị các đơn vị, chủ rừng tuần tra.", ["các đơn vị", "chủ rừng"]),
        ("Yêu cầu các xã, phường tùy điều kiện cụ thể tổ chức lễ phát động.", ["các xã, phường"]),
        ("Đề nghị các đơn vị tùy theo khả năng bố trí cán bộ trực.", ["các đơn vị"]),
    ],
)
def test_where_the_names_of_several_bodies_end(roles_in_plan: Roles, order: str, bodies: list[str]) -> None:
    assert roles_in_plan(order) == bodies


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        ("Giao UBND các xã huyện Mộc Châu rà soát hộ nghèo.", ["UBND các xã"]),
        ("Giao UBND các phường thành phố Huế kiểm tra vỉa hè.", ["UBND các phường"]),
        (
            "Giao UBND các xã Lóng Sập, Tân Lập, thị trấn Mộc Châu rà soát.",
            ["UBND xã Lóng Sập", "UBND xã Tân Lập", "UBND thị trấn Mộc Châu"],
        ),
        ("Giao UBND các huyện Mai Sơn, thị xã Mộc Châu rà soát.", ["UBND huyện Mai Sơn", "UBND thị xã Mộc Châu"]),
    ],
)
def test_where_communes_lie_is_no_body_beside_them(roles_in_plan: Roles, order: str, bodies: list[str]) -> None:
    assert roles_in_plan(order) == bodies


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        ("Đặc biệt, các trường phải quản lý chặt học sinh trong dịp nghỉ hè.", ["các trường"]),
        ("Trước hết, các cơ quan, đơn vị rà soát lại biên chế.", ["các cơ quan, đơn vị"]),
        ("Đặc biệt, cần chú trọng công tác kiểm tra nội bộ.", []),
        ("Kiểm tra các cơ sở giáo dục, đặc biệt, các trường bán trú.", []),
    ],
)
def test_who_acts_behind_a_word_that_sets_the_sentence_apart(roles_in_plan: Roles, order: str, bodies: list[str]) -> None:
    assert roles_in_plan(order) == bodies


@pytest.mark.parametrize(
    ("first", "bodies"),
    [
        ("UBND xã yêu cầu Công an xã; Trạm Y tế xã; các trường kiểm tra bếp ăn.", ["Công an xã", "Trạm Y tế xã", "các trường"]),
        ("UBND xã yêu cầu Công an xã kiểm tra bếp ăn; giao Trạm Y tế xã lấy mẫu.", ["Công an xã"]),
    ],
)
def test_a_list_with_semicolons_is_handed_on_as_a_whole(read: Read, first: str, bodies: list[str]) -> None:
    assert told(read, f"{first}\nBáo cáo kết quả về UBND xã trước ngày 15/5/2024.")[1] == (bodies, ["2024-05-15"])


@pytest.mark.parametrize(
    ("body", "days"),
    [
        ("1. Trạm Y tế xã tiêm phòng dại đợt 1 từ 15/5-15/6, đợt 2 từ 15/9-15/10.", ["2024-06-15", "2024-10-15"]),
        ("1. Các thôn dọn đường làng từ ngày 20 đến 28 tháng Chạp (tức ngày 18 - 26/5/2024).", ["2024-05-26"]),
        ("1. Các thôn dọn đường làng, giảm từ 3/4-4/5% số hộ.", []),
    ],
)
def test_spans_told_in_few_signs(read: Read, body: str, days: list[str]) -> None:
    assert [day for _, found in told(read, body) for day in found] == days


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        ("Các phòng, ban và đề nghị Mặt trận Tổ quốc huyện tuyên truyền Luật.", ["Các phòng, ban", "Mặt trận Tổ quốc huyện"]),
        (
            "Thủ trưởng các sở, ngành; đồng thời đề nghị Ủy ban Mặt trận Tổ quốc tỉnh thực hiện Chỉ thị.",
            ["các sở, ngành", "Ủy ban Mặt trận Tổ quốc tỉnh"],
        ),
        ("Sở Y tế tổng hợp ý kiến của các sở và đề nghị các xã góp ý.", ["Sở Y tế", "các xã"]),
        # whom an order without a body names is not sent by who hands it on
        ("UBND xã giao cho cán bộ thú y đến các hộ tiêm phòng.", []),
        ("UBND xã giao cho tổ công tác rà soát các hộ nghèo.", []),
        ("UBND huyện giao cho Phòng Nội vụ rà soát biên chế.", ["Phòng Nội vụ"]),
        ("UBND các xã giao cho cán bộ thú y đến các hộ tiêm phòng.", ["UBND các xã"]),
        # several bodies that are called by their letters
        ("Các BHXH huyện rà soát người tham gia.", ["BHXH huyện"]),
        ("Các NHNN chi nhánh tỉnh báo cáo trước ngày 20/9/2024.", ["NHNN chi nhánh tỉnh"]),
        ("Các Chi cục Thuế rà soát hộ kinh doanh.", ["Các Chi cục Thuế"]),
        ("Giao các thôn, TDP rà soát hộ nghèo.", ["các thôn, TDP"]),
        ("Các tổ trưởng TDP thông báo đến các hộ dân.", ["Các TDP"]),
    ],
)
def test_who_acts_in_letters_of_districts(roles_in_plan: Roles, order: str, bodies: list[str]) -> None:
    assert roles_in_plan(order) == bodies


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        ("Ban Quản lý dự án đầu tư xây dựng khu vực số 2 đẩy nhanh tiến độ.", ["Ban Quản lý dự án đầu tư xây dựng khu vực số 2"]),
        ("Yêu cầu các Hải quan cửa khẩu tăng cường kiểm soát.", ["các Hải quan cửa khẩu"]),
        (
            "Giao Hải quan cửa khẩu quốc tế Lào Cai, Công an phường kiểm tra hàng hóa.",
            ["Hải quan cửa khẩu quốc tế Lào Cai", "Công an phường"],
        ),
        ("Ban Chỉ huy Phòng thủ khu vực 3 - Ba Vì huấn luyện dân quân.", ["Ban Chỉ huy Phòng thủ khu vực 3 - Ba Vì"]),
        ("Ban Chỉ huy Phòng thủ dân sự xã trực 24/24 giờ.", ["Ban Chỉ huy Phòng thủ dân sự xã"]),
        ("Phòng Cảnh sát QLHC về TTXH tổng hợp kết quả.", ["Phòng Cảnh sát QLHC về TTXH"]),
    ],
)
def test_posts_and_commands_of_areas(roles_in_plan: Roles, order: str, bodies: list[str]) -> None:
    assert roles_in_plan(order) == bodies
