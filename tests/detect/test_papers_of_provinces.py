"""Plans, letters and notices of provinces, in sentences written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]
Roles = Callable[..., list[str]]

LETTER = """ỦY BAN NHÂN DÂN
TỈNH NAM ĐỊNH
Số: 812/UBND-VX
V/v tăng cường công tác y tế
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Nam Định, ngày 10 tháng 3 năm 2022

Kính gửi: Các sở, ban, ngành tỉnh.

{body}
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Phạm Văn An
"""


@pytest.fixture
def roles_in_letter(read: Read) -> Roles:
    """Who leads the task that the second item of a letter is, none where it is no task."""

    def leads(item: str) -> list[str]:
        body = f"1. Sở Tài chính bố trí kinh phí.\n2. {item}\n3. Sở Xây dựng tổng hợp kết quả."
        tasks = read(LETTER.format(body=body))[1].tasks
        return [a.name for task in tasks if task.path == ("2",) for a in task.agencies if a.role is Role.LEAD]

    return leads


def tasks_of_letter(read: Read, body: str) -> list[tuple[str, list[str]]]:
    """The first words of the tasks of a letter, each with who leads it."""
    tasks = read(LETTER.format(body=body))[1].tasks
    return [(" ".join(task.text.split()[:3]), [a.name for a in task.agencies if a.role is Role.LEAD]) for task in tasks]


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        (
            "Sở Nội vụ theo dõi, đôn đốc các sở, ban, ngành tỉnh; UBND các xã, phường khẩn trương gửi hồ sơ; báo cáo UBND tỉnh.",
            ["Sở Nội vụ"],
        ),
        ("Sở Xây dựng đôn đốc các chủ đầu tư; UBND cấp huyện bàn giao mặt bằng trước ngày 15/6.", ["Sở Xây dựng"]),
        ("Sở Công Thương hướng dẫn các sở, ngành; UBND cấp huyện; UBND cấp xã triển khai thực hiện.", ["Sở Công Thương"]),
        ("UBND cấp huyện chỉ đạo UBND cấp xã; các chủ rừng; các trường học tuần tra rừng.", ["UBND cấp huyện"]),
        # what was said before ";" is whole, or the one behind it is told something of its own
        ("Sở Xây dựng đôn đốc các chủ đầu tư gửi hồ sơ; UBND cấp huyện bàn giao mặt bằng.", ["Sở Xây dựng", "UBND cấp huyện"]),
        ("Sở Xây dựng kiểm tra các chủ đầu tư; UBND cấp huyện bàn giao mặt bằng.", ["Sở Xây dựng", "UBND cấp huyện"]),
        ("Sở Y tế hướng dẫn các đơn vị; UBND cấp huyện lập dự toán gửi Sở Tài chính.", ["Sở Y tế", "UBND cấp huyện"]),
        ("Sở Y tế chỉ đạo các bệnh viện; Sở Tài chính bố trí kinh phí.", ["Sở Y tế", "Sở Tài chính"]),
        ("Sở Y tế hướng dẫn UBND cấp xã; UBND cấp xã thực hiện tiêm phòng.", ["Sở Y tế", "UBND cấp xã"]),
        ("Sở Y tế chỉ đạo các bệnh viện; Chủ tịch UBND các xã tuyên truyền.", ["Sở Y tế", "UBND các xã"]),
        ("Sở Y tế chỉ đạo các bệnh viện; UBND các xã chỉ đạo trạm y tế trực.", ["Sở Y tế", "UBND các xã"]),
    ],
)
def test_those_pressed_together_lead_nothing(item: str, leads: list[str], roles_in_plan: Roles) -> None:
    assert roles_in_plan(item) == leads


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("UBND thành phố và các huyện rà soát các chợ.", ["UBND thành phố", "UBND các huyện"]),
        ("Ủy ban nhân dân thị xã, các huyện rà soát các chợ.", ["Ủy ban nhân dân thị xã", "Ủy ban nhân dân các huyện"]),
        ("UBND huyện Châu Thành, TP Ngã Bảy rà soát các chợ.", ["UBND huyện Châu Thành", "UBND TP Ngã Bảy"]),
        ("UBND huyện Châu Thành và TP. Ngã Bảy rà soát các chợ.", ["UBND huyện Châu Thành", "UBND TP. Ngã Bảy"]),
        ("UBND các huyện, TP Cam Ranh, Nha Trang rà soát các chợ.", ["UBND các huyện, TP Cam Ranh, Nha Trang"]),
        ("UBND các huyện, thị xã Cai Lậy, Gò Công rà soát các chợ.", ["UBND các huyện, thị xã Cai Lậy, Gò Công"]),
        ("UBND các huyện, thị xã Cai Lậy, Sở Y tế rà soát các chợ.", ["UBND các huyện, thị xã Cai Lậy", "Sở Y tế"]),
        ("UBND các huyện, thị xã Cai Lậy, Hội Nông dân tỉnh vận động.", ["UBND các huyện, thị xã Cai Lậy", "Hội Nông dân tỉnh"]),
        ("UBND tỉnh và các huyện rà soát các chợ.", ["UBND tỉnh", "các huyện"]),
        ("UBND phường Buôn Hồ và phường Buôn Ma Thuột rà soát hộ nghèo.", ["UBND phường Buôn Hồ", "UBND phường Buôn Ma Thuột"]),
        ("UBND huyện đảo Phú Quý, UBND xã đảo Thạnh An rà soát tàu cá.", ["UBND huyện đảo Phú Quý", "UBND xã đảo Thạnh An"]),
        ("Ban Quản lý Khu kinh tế mở Chu Lai rà soát các dự án.", ["Ban Quản lý Khu kinh tế mở Chu Lai"]),
        ("Ban Chỉ huy Phòng thủ dân sự các ngành, các cấp trực ban.", ["Ban Chỉ huy Phòng thủ dân sự các ngành, các cấp"]),
        ("Mỗi xã, phường, thị trấn chọn 01 điểm bán hàng.", ["Mỗi xã, phường, thị trấn"]),
        ("Sở Công Thương mở điểm bán hàng; mỗi huyện, thành phố có ít nhất 02 điểm lắp đặt máy.", ["Sở Công Thương"]),
    ],
)
def test_councils_and_boards_of_a_province_are_read_whole(item: str, leads: list[str], roles_in_plan: Roles) -> None:
    assert roles_in_plan(item) == leads


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Công an tỉnh tuần tra; ở các điểm nóng, giao Công an chủ trì lập chốt.", ["Công an tỉnh"]),
        ("UBND huyện Cát Hải rà soát tàu cá; UBND huyện bố trí kinh phí.", ["UBND huyện Cát Hải"]),
        ("Công an tỉnh, Công an cấp xã tuần tra.", ["Công an tỉnh", "Công an cấp xã"]),
        ("Công an tuần tra; Công an tỉnh tổng hợp.", ["Công an", "Công an tỉnh"]),
        ("Bộ Chỉ huy Bộ đội Biên phòng trực tàu; khi có bão, Bộ đội Biên phòng bắn pháo hiệu.", ["Bộ Chỉ huy Bộ đội Biên phòng"]),
        ("Bộ Chỉ huy Quân sự tỉnh trực chốt; Bộ đội Biên phòng bắn pháo hiệu.", ["Bộ Chỉ huy Quân sự tỉnh", "Bộ đội Biên phòng"]),
    ],
)
def test_a_body_called_short_later_is_the_same(item: str, leads: list[str], roles_in_plan: Roles) -> None:
    assert roles_in_plan(item) == leads


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Các cơ quan, đơn vị, cán bộ, viên chức có liên quan thực hiện nghiêm giờ làm việc.", ["Các cơ quan, đơn vị"]),
        ("Các trường học, giáo viên và toàn thể học sinh thực hiện nghiêm nội quy.", ["Các trường học"]),
        ("Để triển khai kế hoạch của UBND tỉnh, các trạm y tế khẩn trương rà soát danh sách trẻ em.", ["các trạm y tế"]),
        ("Nhằm thực hiện chỉ đạo của Bộ Y tế, Sở Y tế, Sở Nội vụ rà soát hồ sơ.", ["Sở Y tế", "Sở Nội vụ"]),
        ("Các Hạt Kiểm lâm ở địa phương phối hợp với UBND các xã tuần tra rừng.", ["Các Hạt Kiểm lâm"]),
        ("Chi cục Kiểm lâm, Công an giao thông kiểm soát xe chở gỗ.", ["Chi cục Kiểm lâm", "Công an giao thông"]),
        ("Sở Y tế tuyên truyền đến các cơ quan, đơn vị, cán bộ, viên chức thực hiện nghiêm quy định.", ["Sở Y tế"]),
    ],
)
def test_who_acts_behind_a_purpose_or_with_its_people(item: str, leads: list[str], roles_in_letter: Roles) -> None:
    assert roles_in_letter(item) == leads


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Chủ tịch UBND tỉnh lưu ý các sở, ngành khi lập dự án phải lấy ý kiến nhân dân.", ["các sở, ngành"]),
        ("UBND tỉnh lưu ý Sở Xây dựng rà soát kỹ hồ sơ trước khi trình.", ["Sở Xây dựng"]),
        ("Phó Chủ tịch UBND thành phố lưu ý, Kế hoạch phải được lập trên cơ sở Chương trình đã duyệt.", []),
        ("Chủ tịch UBND tỉnh nhấn mạnh, các dự án phải hoàn thành trước ngày 30/6.", []),
        ("Sở Y tế nắm hướng dẫn từ Bộ Y tế để chủ trì, tham mưu UBND tỉnh.", ["Sở Y tế"]),
        ("UBND cấp xã khuyến cáo người dân không đốt rác.", ["UBND cấp xã"]),
        ("Thông tin từ Sở Y tế; Sở Nội vụ chủ trì tổng hợp.", ["Sở Nội vụ"]),
    ],
)
def test_who_heads_the_province_only_warns(item: str, leads: list[str], roles_in_plan: Roles) -> None:
    assert roles_in_plan(item) == leads


ORDER = "Giao Sở Y tế kiểm tra các cơ sở khám bệnh, chữa bệnh trên địa bàn toàn tỉnh, xử lý nghiêm các vi phạm theo quy định."


@pytest.mark.parametrize(
    ("behind", "tasks"),
    [
        ("Ngoài ra, rà soát nhu cầu thuốc, gửi Sở Tài chính.", [("Ngoài ra, rà", ["Sở Y tế"])]),
        ("Hằng tháng tổng hợp kết quả, báo cáo UBND tỉnh.", [("Hằng tháng tổng", ["Sở Y tế"])]),
        ("Trước ngày 20/12 hằng năm, tổng hợp kết quả, báo cáo UBND tỉnh.", [("Trước ngày 20/12", ["Sở Y tế"])]),
        ("Ngoài ra, nhiều xã còn thiếu thuốc.", []),
        ("Bên cạnh đó, các trạm y tế chưa đủ bác sĩ.", []),
        ("Trong đó, tập trung kiểm tra các phòng khám tư nhân.", []),
    ],
)
def test_what_the_body_of_the_paragraph_before_shall_do_besides(
    behind: str, tasks: list[tuple[str, list[str]]], read: Read
) -> None:
    assert tasks_of_letter(read, f"{ORDER}\n{behind}") == [("Giao Sở Y", ["Sở Y tế"]), *tasks]


def test_a_verb_behind_a_word_of_call_is_no_name_above_a_list(read: Read) -> None:
    opening = 'Thực hiện Công văn số 298/BVPTW của Bệnh viện Phổi về việc hướng dẫn tổ chức chiến dịch "Chống lao" tại địa phương,'
    found = tasks_of_letter(read, f"{opening} UBND tỉnh yêu cầu:\n1. Treo băng rôn tại cơ quan.\n2. Tuyên truyền trên loa.")
    assert [leads for _, leads in found] == [[], []]


@pytest.mark.parametrize(
    ("heading", "below", "tasks"),
    [
        ("Sở Y tế treo băng rôn với các khẩu hiệu sau:", "Bảo vệ rừng là bảo vệ cuộc sống.", [("Sở Y tế", ["Sở Y tế"])]),
        ("Sở Y tế tuyên truyền các thông điệp:", "Thực hiện tốt 5K vì sức khỏe.", [("Sở Y tế", ["Sở Y tế"])]),
        ("Khẩu hiệu tuyên truyền:", "Thi đua lập thành tích chào mừng Đại hội.", []),
        ("Sở Y tế tuyên truyền với các nội dung sau:", "Phổ biến Luật Dược.", [("Phổ biến Luật", ["Sở Y tế"])]),
    ],
)
def test_slogans_below_a_heading_are_no_work(heading: str, below: str, tasks: list[tuple[str, list[str]]], read: Read) -> None:
    body = f"1. Sở Nội vụ rà soát hồ sơ.\n2. {heading}\n- {below}\n3. Sở Xây dựng tổng hợp kết quả."
    assert tasks_of_letter(read, body)[1:-1] == tasks


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Sở Y tế xử lý nghiêm các vi phạm; các cơ quan, đơn vị buông lỏng quản lý.", ["Sở Y tế"]),
        (
            "Công an tỉnh xử lý các đối tượng phá rừng; các chủ rừng mà trong phạm vi được giao không có biện pháp phòng cháy.",
            ["Công an tỉnh"],
        ),
        ("Các chủ rừng không có phương án chữa cháy khẩn trương xây dựng phương án.", ["Các chủ rừng"]),
        ("Các cơ quan, đơn vị không để xảy ra cháy, nổ trong dịp Tết.", ["Các cơ quan, đơn vị"]),
        (
            "Thành phần đoàn gồm Sở Y tế; Chủ tịch UBND xã (hoặc Phó Chủ tịch phụ trách) là thành viên. Sở Y tế lập danh sách.",
            ["Sở Y tế"],
        ),
        ("UBND cấp huyện chỉ đạo UBND cấp xã có rừng, các cơ quan chức năng phối hợp với chủ rừng tuần tra.", ["UBND cấp huyện"]),
    ],
)
def test_who_did_wrong_or_only_sits_in_a_board_leads_nothing(item: str, leads: list[str], roles_in_plan: Roles) -> None:
    assert roles_in_plan(item) == leads


@pytest.mark.parametrize(
    "article",
    [
        "Chánh Văn phòng UBND tỉnh; Giám đốc các Sở: Y tế, Nội vụ; UBND các huyện căn cứ Quyết định thi hành kể từ ngày ký./.",
        "Giám đốc các Sở: Y tế, Nội vụ và Chủ tịch UBND các huyện chịu trách nhiệm triển khai, thực hiện Quyết định này.",
        "Giao Giám đốc Sở Y tế; Chủ tịch UBND huyện Cát Hải chịu trách nhiệm thi hành Quyết định này kể từ ngày ký.",
    ],
)
def test_who_has_a_decision_carried_out_has_no_work(article: str, read: Read) -> None:
    head = LETTER.split("V/v")[0] + "Nam Định, ngày 10 tháng 3 năm 2022\nQUYẾT ĐỊNH\nPhê duyệt đề án\n\n"
    _, directive = read(
        f"{head}Điều 1. Giao Sở Nội vụ lập danh sách cán bộ.\nĐiều 2. {article}\nTM. ỦY BAN NHÂN DÂN\nPhạm Văn An\n"
    )
    assert [task.path for task in directive.tasks] == [("Điều 1",)]


def test_a_colon_may_stand_before_who_chairs_and_behind_cooperatives(roles_in_plan: Roles) -> None:
    assert roles_in_plan("Các doanh nghiệp, HTX: thực hiện bao tiêu sản phẩm.") == ["Các doanh nghiệp, HTX"]
    assert roles_in_plan("Sở Công Thương: chủ trì, phối hợp với Sở Y tế rà soát.") == ["Sở Công Thương"]


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Về phía các địa phương, UBND tỉnh yêu cầu bố trí kinh phí, nhân lực.", ["các địa phương"]),
        ("Đối với UBND các huyện, thành phố, UBND tỉnh đề nghị rà soát hộ nghèo.", ["UBND các huyện, thành phố"]),
        ("Đối với các xã vùng cao, UBND tỉnh đề nghị Bộ Tài chính bổ sung kinh phí.", ["Bộ Tài chính"]),
    ],
)
def test_those_spoken_to_lead_what_the_council_asks(item: str, leads: list[str], roles_in_plan: Roles) -> None:
    assert roles_in_plan(item) == leads


def test_to_find_the_money_is_more_than_to_carry_out(roles_in_plan: Roles) -> None:
    assert roles_in_plan("Đề nghị các xã cân đối ngân sách, bố trí kinh phí thực hiện.") == ["các xã"]
    assert roles_in_plan("Yêu cầu các xã nghiêm túc triển khai thực hiện.") == []
