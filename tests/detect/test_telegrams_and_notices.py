"""Telegrams, notices of conclusions and decisions of provinces and of the centre, in sentences written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Roles = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Sở Y tế trong thời gian tới tăng cường kiểm tra.", ["Sở Y tế"]),
        ("Sở Y tế trong thời gian tới, tăng cường kiểm tra.", ["Sở Y tế"]),
        ("UBND các xã ven biển trong những ngày tới kêu gọi tàu thuyền vào bờ.", ["UBND các xã ven biển"]),
        ("UBND các xã trong hai ngày 15 và 16/9 rà soát hộ nghèo.", ["UBND các xã"]),
        ("Sở Xây dựng trong giai đoạn 2025 - 2030 rà soát quy hoạch.", ["Sở Xây dựng"]),
        ("Tăng cường phối hợp giữa các sở trong thời gian tới.", []),
        ("Kết quả của các sở trong thời gian tới phải được nâng cao.", []),
        ("Rà soát kinh phí của các đơn vị trong năm nay để phân bổ.", []),
    ],
)
def test_a_time_to_come_parts_a_body_from_what_it_does(item: str, leads: list[str], roles_in_plan: Roles) -> None:
    assert roles_in_plan(item) == leads


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Riêng Sở Y tế, UBND tỉnh yêu cầu báo cáo kết quả trước ngày 15/5.", ["Sở Y tế"]),
        (
            "Riêng các sở Nội vụ, Tài chính; UBND thị xã Đức Phổ, Chủ tịch UBND tỉnh yêu cầu có báo cáo nhanh.",
            ["Sở Nội vụ", "Sở Tài chính", "UBND thị xã Đức Phổ"],
        ),
        ("Còn các xã miền núi, UBND tỉnh đề nghị rà soát hộ nghèo.", ["các xã miền núi"]),
        ("Riêng các xã miền núi, UBND tỉnh yêu cầu Sở Y tế bố trí thuốc.", ["Sở Y tế"]),
        ("Riêng Sở Y tế, Sở Nội vụ báo cáo kết quả trước ngày 15/5.", ["Sở Y tế", "Sở Nội vụ"]),
        ("Riêng Sở Y tế, Sở Nội vụ đề nghị UBND tỉnh bổ sung kinh phí.", ["UBND tỉnh"]),
    ],
)
def test_those_set_apart_lead_what_the_council_asks(item: str, leads: list[str], roles_in_plan: Roles) -> None:
    assert roles_in_plan(item) == leads


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("UBND các tỉnh Bắc Trung bộ và Bắc bộ rà soát hộ nghèo.", ["UBND các tỉnh Bắc Trung bộ và Bắc bộ"]),
        ("UBND các tỉnh Nam Bộ rà soát hộ nghèo.", ["UBND các tỉnh Nam Bộ"]),
        ("UBND các tỉnh Trung du và miền núi phía Bắc rà soát rừng.", ["UBND các tỉnh Trung du và miền núi phía Bắc"]),
        ("UBND các tỉnh, thành phố Đồng bằng sông Cửu Long rà soát rừng.", ["UBND các tỉnh, thành phố Đồng bằng sông Cửu Long"]),
        ("Sở Y tế các tỉnh miền Trung và Tây Nguyên rà soát thuốc.", ["Sở Y tế các tỉnh miền Trung và Tây Nguyên"]),
        ("UBND các tỉnh, thành phố từ Quảng Ngãi trở ra di dời dân.", ["UBND các tỉnh, thành phố từ Quảng Ngãi trở ra"]),
        ("UBND các xã từ Bình Sơn trở vào rà soát hộ nghèo.", ["UBND các xã từ Bình Sơn trở vào"]),
        ("UBND các tỉnh Bắc Giang và Tây Ninh rà soát hộ nghèo.", ["UBND tỉnh Bắc Giang", "UBND tỉnh Tây Ninh"]),
        ("UBND các xã Trung Bộ, Tây Nguyên rà soát hộ nghèo.", ["UBND xã Trung Bộ", "UBND xã Tây Nguyên"]),
        ("UBND các huyện, thành phố Long Khánh rà soát hộ nghèo.", ["UBND các huyện, thành phố Long Khánh"]),
    ],
)
def test_a_part_of_the_country_is_no_province(item: str, leads: list[str], roles_in_plan: Roles) -> None:
    assert roles_in_plan(item) == leads


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("UBND các huyện, nhất là các xã ven biển tập trung di dời dân.", ["UBND các huyện"]),
        ("UBND các huyện, nhất là các huyện miền núi, tập trung di dời dân.", ["UBND các huyện"]),
        ("Các sở, ngành, đặc biệt là người đứng đầu, nêu cao trách nhiệm, rà soát hồ sơ.", ["Các sở, ngành"]),
        ("Các trường học, nhất là ở vùng cao, bố trí cán bộ trực.", ["Các trường học"]),
        ("Các sở, ngành, nhất là Sở Y tế, khẩn trương rà soát hồ sơ.", ["Các sở, ngành", "Sở Y tế"]),
        ("Tăng cường kiểm tra các cơ sở, nhất là các chợ, tập trung xử lý vi phạm.", []),
        ("Rà soát các dự án, nhất là các dự án chậm tiến độ, đề xuất xử lý.", []),
    ],
)
def test_which_of_them_above_all_may_stand_before_what_they_do(item: str, leads: list[str], roles_in_plan: Roles) -> None:
    assert roles_in_plan(item) == leads


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        (
            "Các đơn vị quản lý hồ chứa thủy lợi, thủy điện và Sở Y tế trực ban.",
            ["Các đơn vị quản lý hồ chứa thủy lợi, thủy điện", "Sở Y tế"],
        ),
        (
            "Yêu cầu các xã, các đơn vị quản lý hồ chứa thủy lợi, thủy điện và các đơn vị có liên quan trực ban.",
            ["các xã", "các đơn vị quản lý hồ chứa thủy lợi, thủy điện", "các đơn vị có liên quan"],
        ),
        ("Các đơn vị quản lý đường bộ, đường sắt rà soát cầu yếu.", ["Các đơn vị quản lý đường bộ, đường sắt"]),
        ("Các cơ sở kinh doanh xăng dầu, khí đốt niêm yết giá.", ["Các cơ sở kinh doanh xăng dầu, khí đốt"]),
        (
            "Các tổ chức, cá nhân hoạt động khai thác khoáng sản cát, sỏi phải theo dõi sạt lở.",
            ["Các tổ chức, cá nhân hoạt động khai thác khoáng sản cát, sỏi"],
        ),
        ("Các đơn vị quản lý hồ chứa, Sở Công Thương kiểm tra đập.", ["Các đơn vị quản lý hồ chứa", "Sở Công Thương"]),
        ("Các doanh nghiệp kinh doanh vận tải, tổ chức lại luồng tuyến.", ["Các doanh nghiệp kinh doanh vận tải"]),
        ("Các cơ sở kinh doanh xăng dầu, người dân chấp hành quy định.", ["Các cơ sở kinh doanh xăng dầu"]),
    ],
)
def test_an_activity_may_have_several_things(item: str, leads: list[str], roles_in_plan: Roles) -> None:
    assert roles_in_plan(item) == leads


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Ban Vì sự tiến bộ của phụ nữ các sở, ngành lập kế hoạch.", ["Ban Vì sự tiến bộ của phụ nữ các sở, ngành"]),
        ("Ban vì sự tiến bộ phụ nữ các sở, ban, ngành họp.", ["Ban vì sự tiến bộ phụ nữ các sở, ban, ngành"]),
        ("Ban Chỉ đạo tỉnh, các sở, ban, ngành lập kế hoạch.", ["Ban Chỉ đạo tỉnh", "các sở, ban, ngành"]),
        ("Ban Chỉ đạo đề nghị các sở, ban, ngành lập kế hoạch.", ["các sở, ban, ngành"]),
        ("Hội Nông dân tỉnh và các cấp Hội LHPN vận động hội viên.", ["Hội Nông dân tỉnh", "các cấp Hội LHPN"]),
        ("Các cấp Hội Liên hiệp Phụ nữ cử đại diện tham gia.", ["Các cấp Hội Liên hiệp Phụ nữ"]),
    ],
)
def test_boards_of_departments_and_levels_of_a_union_have_one_name(item: str, leads: list[str], roles_in_plan: Roles) -> None:
    assert roles_in_plan(item) == leads


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        (
            "Văn phòng Ban Chỉ đạo Ứng phó với biến đổi khí hậu - Phòng, chống thiên tai và Tìm kiếm cứu nạn tỉnh trực ban.",
            ["Văn phòng Ban Chỉ đạo Ứng phó với biến đổi khí hậu - Phòng, chống thiên tai và Tìm kiếm cứu nạn tỉnh"],
        ),
        (
            "Các thành viên Ban Chỉ đạo chống buôn lậu, gian lận thương mại và hàng giả tỉnh kiểm tra chợ.",
            ["Các thành viên Ban Chỉ đạo chống buôn lậu, gian lận thương mại và hàng giả tỉnh"],
        ),
        (
            "Ban Tổ chức Đại hội đại biểu các dân tộc thiểu số tỉnh in tài liệu.",
            ["Ban Tổ chức Đại hội đại biểu các dân tộc thiểu số tỉnh"],
        ),
        (
            "Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh rà soát.",
            ["Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh"],
        ),
        ("Ban Chỉ đạo ứng phó kịp thời với thiên tai.", ["Ban Chỉ đạo"]),
    ],
)
def test_what_a_board_is_there_for_belongs_to_its_name(item: str, leads: list[str], roles_in_plan: Roles) -> None:
    assert roles_in_plan(item) == leads


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Các sở, ngành nghiên cứu thêm vị trí xây dựng chợ.", ["Các sở, ngành"]),
        ("Các đơn vị nghiên cứu phương án xây dựng chợ.", ["Các đơn vị"]),
        ("Giao các sở, ngành nghiên cứu xây dựng cơ chế hỗ trợ.", ["các sở, ngành"]),
        ("Các sở, ban, ngành tuyên truyền vận động nhân dân tham gia xây dựng nông thôn mới.", ["Các sở, ban, ngành"]),
        ("Các bộ, ngành hỗ trợ địa phương triển khai dự án.", ["Các bộ, ngành"]),
        ("Các sở quản lý chuyên ngành rà soát dự án.", ["Các sở quản lý chuyên ngành"]),
        ("Các ngành sản xuất tập trung tháo gỡ khó khăn.", ["Các ngành sản xuất"]),
        ("Các đơn vị nghiên cứu khoa học báo cáo kết quả.", ["Các đơn vị nghiên cứu khoa học"]),
    ],
)
def test_what_departments_look_into_is_no_part_of_their_name(item: str, leads: list[str], roles_in_plan: Roles) -> None:
    assert roles_in_plan(item) == leads


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Các đơn vị tuyên truyền vận động hội viên tham gia.", ["Các đơn vị"]),
        ("Các đơn vị hỗ trợ người dân kê khai hồ sơ.", ["Các đơn vị"]),
        ("Các doanh nghiệp vận tải đầu tư phương tiện vận chuyển hành khách.", ["Các doanh nghiệp vận tải"]),
        ("Các cơ quan, đơn vị đăng ký nhu cầu đào tạo gửi Sở Nội vụ.", ["Các cơ quan, đơn vị"]),
        ("Các đơn vị phối hợp triển khai thực hiện.", ["Các đơn vị"]),
        ("Các đơn vị kiểm tra xử lý vi phạm.", ["Các đơn vị"]),
        ("Các đơn vị tham mưu đề xuất giải pháp.", ["Các đơn vị"]),
        ("Các tổ kiểm tra xử lý vi phạm báo cáo kết quả.", ["Các tổ kiểm tra"]),
        ("Các cơ quan phối hợp gửi ý kiến đúng hạn.", ["Các cơ quan phối hợp"]),
        ("Các cơ quan tuyên truyền mở chuyên mục.", ["Các cơ quan tuyên truyền"]),
        ("Các đơn vị đào tạo rà soát chương trình.", ["Các đơn vị đào tạo"]),
    ],
)
def test_two_verbs_or_a_verb_with_its_object_are_no_part_of_a_name(item: str, leads: list[str], roles_in_plan: Roles) -> None:
    assert roles_in_plan(item) == leads


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Các chủ hồ chứa thủy lợi, thủy điện rà soát quy trình.", ["Các chủ hồ chứa thủy lợi, thủy điện"]),
        ("Các nhà máy thủy điện vận hành hồ theo quy trình.", ["Các nhà máy thủy điện"]),
        ("Các chủ đập thủy lợi rà soát phương án.", ["Các chủ đập thủy lợi"]),
    ],
)
def test_owners_of_reservoirs_have_their_kind(item: str, leads: list[str], roles_in_plan: Roles) -> None:
    assert roles_in_plan(item) == leads


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Các đơn vị sử dụng đúng mục đích kinh phí hỗ trợ, báo cáo kết quả.", ["Các đơn vị"]),
        ("Các cơ quan khai thác có hiệu quả cơ sở dữ liệu phục vụ cải cách hành chính.", ["Các cơ quan"]),
        ("Các doanh nghiệp cung cấp thông tin phục vụ xây dựng kế hoạch.", ["Các doanh nghiệp"]),
        ("Các trường học phát hành tài liệu tuyên truyền phòng, chống dịch.", ["Các trường học"]),
        ("Các chủ đầu tư nghiệm thu khối lượng hoàn thành, thanh toán vốn.", ["Các chủ đầu tư"]),
        ("Các cơ quan, đơn vị tư vấn cho người dân lựa chọn giống, đầu tư sản xuất.", ["Các cơ quan, đơn vị"]),
        ("Các địa phương tiết kiệm chi thường xuyên, cắt giảm hội họp.", ["Các địa phương"]),
        ("Các cơ sở đào tạo, bồi dưỡng cán bộ rà soát chương trình.", ["Các cơ sở đào tạo, bồi dưỡng cán bộ"]),
        ("Các đơn vị cung cấp nước sạch rà soát mạng lưới.", ["Các đơn vị cung cấp nước sạch"]),
        ("Các tổ chức sử dụng lao động nước ngoài báo cáo kết quả.", ["Các tổ chức sử dụng lao động nước ngoài"]),
    ],
)
def test_what_is_done_well_or_in_time_is_no_part_of_a_name(item: str, leads: list[str], roles_in_plan: Roles) -> None:
    assert roles_in_plan(item) == leads


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Yêu cầu các đơn vị tiếp nhận hồ sơ, giải quyết theo quy định.", ["các đơn vị"]),
        ("Yêu cầu các cơ sở y tế phân loại rác thải, thu gom về nơi xử lý.", ["các cơ sở y tế"]),
        ("Giao các trường học bồi dưỡng nghiệp vụ cho cán bộ thư viện.", ["các trường học"]),
        ("Đề nghị các tổ chức bảo vệ rừng, phòng cháy rừng.", ["các tổ chức"]),
        ("Giao các đơn vị thẩm định dự toán trước khi trình phê duyệt.", ["các đơn vị"]),
        ("Yêu cầu các cơ sở đào tạo nghề rà soát hồ sơ, báo cáo kết quả.", ["các cơ sở đào tạo nghề"]),
        ("Yêu cầu các đơn vị cung cấp nước sạch tăng cường kiểm tra, xử lý sự cố.", ["các đơn vị cung cấp nước sạch"]),
        ("Đề nghị các tổ chức sử dụng lao động báo cáo Sở Xây dựng.", ["các tổ chức sử dụng lao động"]),
    ],
)
def test_whom_an_order_names_ends_before_the_first_of_two_verbs(item: str, leads: list[str], roles_in_plan: Roles) -> None:
    assert roles_in_plan(item) == leads


@pytest.mark.parametrize(
    ("item", "along"),
    [
        ("Sở Y tế phối hợp với các đơn vị tiếp nhận hồ sơ, giải quyết theo quy định.", ["các đơn vị"]),
        ("Sở Y tế phối hợp với các cơ sở y tế phân loại rác thải, thu gom về nơi xử lý.", ["các cơ sở y tế"]),
        ("Sở Y tế phối hợp với các trường học bồi dưỡng nghiệp vụ cho cán bộ.", ["các trường học"]),
        ("Sở Y tế phối hợp với các đơn vị cung cấp nước sạch rà soát mạng lưới.", ["các đơn vị cung cấp nước sạch"]),
    ],
)
def test_who_works_along_ends_before_what_is_done(item: str, along: list[str], roles_in_plan: Roles) -> None:
    assert roles_in_plan(item, "coordinate") == along
