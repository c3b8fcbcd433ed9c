"""Letters and notices of schools, Party committees, unions and agencies with branches in every province."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]
Roles = Callable[..., list[str]]

LETTER = """BỘ TƯ PHÁP
TỔNG CỤC THI HÀNH ÁN DÂN SỰ
Số: 812/TCTHADS-VP
V/v tăng cường công tác kiểm tra
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 10 tháng 3 năm 2022

Kính gửi: {addressees}

{body}
TỔNG CỤC TRƯỞNG
Phạm Văn An
"""


@pytest.fixture
def in_role(read: Read) -> Roles:
    """Who has a role in the task that the second item of a letter is, none where it is no task."""

    def names(item: str, role: Role = Role.LEAD) -> list[str]:
        body = f"1. Văn phòng bố trí kinh phí.\n2. {item}\n3. Vụ Nghiệp vụ 1 tổng hợp kết quả."
        tasks = read(LETTER.format(addressees="Các đơn vị thuộc Tổng cục.", body=body))[1].tasks
        return [a.name for task in tasks if task.path == ("2",) for a in task.agencies if a.role is role]

    return names


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Cục Thuế hai tỉnh Lai Châu và Điện Biên rà soát hồ sơ.", ["Cục Thuế tỉnh Lai Châu", "Cục Thuế tỉnh Điện Biên"]),
        ("Giao Cục Thuế 02 tỉnh Lai Châu, Điện Biên rà soát hồ sơ.", ["Cục Thuế tỉnh Lai Châu", "Cục Thuế tỉnh Điện Biên"]),
        ("Giao UBND hai huyện Tam Đường và Phong Thổ bàn giao đất.", ["UBND huyện Tam Đường", "UBND huyện Phong Thổ"]),
        ("Giao UBND hai huyện bàn giao đất.", ["UBND hai huyện"]),
    ],
    ids=["two-provinces", "in-figures", "two-districts", "not-named"],
)
def test_bodies_of_two_places_are_two(item: str, leads: list[str], in_role: Roles) -> None:
    assert in_role(item) == leads


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("BHXH các tỉnh và BHXH Bộ Quốc phòng rà soát danh sách.", ["BHXH các tỉnh", "BHXH Bộ Quốc phòng"]),
        ("Yêu cầu Bảo hiểm xã hội Công an nhân dân báo cáo số thu.", ["Bảo hiểm xã hội Công an nhân dân"]),
        ("Giao BHXH tỉnh, Bộ Quốc phòng rà soát danh sách.", ["BHXH tỉnh", "Bộ Quốc phòng"]),
        ("Viện kiểm sát cấp dưới chuyển hồ sơ vụ việc.", ["Viện kiểm sát cấp dưới"]),
        ("Giao Ban Tuyên giáo cấp ủy huyện biên soạn tài liệu.", ["Ban Tuyên giáo cấp ủy huyện"]),
        ("Các đảng bộ bộ phận, chi bộ tổ chức sơ kết.", ["Các đảng bộ bộ phận, chi bộ"]),
        ("Đề nghị Ban Chấp hành các liên chi đoàn, chi đoàn lập danh sách.", ["Ban Chấp hành các liên chi đoàn, chi đoàn"]),
    ],
    ids=["army", "police", "two-bodies", "level-of-a-court", "organ-of-committees", "parts-of-a-party", "youth"],
)
def test_such_bodies_keep_the_whole_of_their_names(item: str, leads: list[str], in_role: Roles) -> None:
    assert in_role(item) == leads


def test_a_regular_meeting_is_no_board(in_role: Roles) -> None:
    assert in_role("Tổ chức hội nghị giao ban BHYT định kỳ với các bệnh viện.") == []
    assert in_role("Giao ban Quản lý dự án lập hồ sơ.") == ["ban Quản lý dự án"]


@pytest.fixture
def told(read: Read) -> Callable[[str], list[tuple[str, list[str]]]]:
    """The first three words of each task of a letter to the branches of provinces, and who leads it."""

    def tasks(body: str) -> list[tuple[str, list[str]]]:
        addressees = "Cục trưởng Cục Thi hành án dân sự các tỉnh, thành phố."
        found = read(LETTER.format(addressees=addressees, body=body))[1].tasks
        return [(" ".join(task.text.split()[:3]), [a.name for a in task.agencies if a.role is Role.LEAD]) for task in found]

    return tasks


TO_BRANCHES = ["Cục Thi hành án dân sự các tỉnh, thành phố"]


@pytest.mark.parametrize(
    ("body", "tasks"),
    [
        ("Đề nghị các đồng chí Cục trưởng vận động cán bộ ủng hộ.", [("Đề nghị các", TO_BRANCHES)]),
        ("Để chuẩn bị họp, đề nghị các Đồng chí rà soát số việc tồn.", [("Để chuẩn bị", TO_BRANCHES)]),
        (
            "Đề nghị các đồng chí tập trung làm các việc sau:\n- Rà soát hồ sơ.\n- Lập danh sách người nộp.",
            [("Rà soát hồ", TO_BRANCHES), ("Lập danh sách", TO_BRANCHES)],
        ),
        ("Đề nghị các đồng chí kế toán báo cáo số việc.", [("Đề nghị các", ["các đồng chí kế toán"])]),
        ("Đề nghị đồng chí Giám đốc Sở Tư pháp bố trí phòng họp.", [("Đề nghị đồng", ["Sở Tư pháp"])]),
    ],
    ids=["with-their-post", "behind-a-purpose", "above-a-list", "others", "head-of-a-body"],
)
def test_comrades_of_a_letter_are_those_it_is_written_to(
    body: str, tasks: list[tuple[str, list[str]]], told: Callable[[str], list[tuple[str, list[str]]]]
) -> None:
    assert told(body) == tasks


@pytest.mark.parametrize(
    ("body", "tasks"),
    [
        ("Văn bản góp ý của Quý Cơ quan gửi về Vụ Pháp chế trước ngày 20/4/2022.", [("Văn bản góp", TO_BRANCHES)]),
        ("Mọi sự đóng góp xin gửi đến Văn phòng, chậm nhất ngày 25/4/2022.", [("Mọi sự đóng", [])]),
        ("Tin, bài gửi về Ban Biên tập trước ngày 20/4/2022.", [("Tin, bài gửi", [])]),
    ],
    ids=["opinions", "gifts", "news"],
)
def test_where_and_by_when_things_go_is_a_task(
    body: str, tasks: list[tuple[str, list[str]]], told: Callable[[str], list[tuple[str, list[str]]]]
) -> None:
    assert told(body) == tasks


@pytest.mark.parametrize(
    ("body", "tasks"),
    [
        ("Yêu cầu Vụ 1 cử cán bộ dự họp. Thành phần gồm:\n- Lãnh đạo phòng;\n- Thư ký nghiệp vụ.", ["Yêu cầu Vụ"]),
        ("Đề nghị Quý Cục góp ý dự thảo. Hồ sơ gồm:\n(1) Tờ trình;\n(2) Dự thảo Quy chế.", ["Đề nghị Quý"]),
        (
            "Giao Vụ 1 lấy ý kiến. Cách thức như sau:\n1. Góp ý bằng văn bản.\n2. Ý kiến gửi về Vụ 1 trước ngày 20/4/2022.",
            ["Giao Vụ 1", "Ý kiến gửi"],
        ),
        ("Đề nghị Vụ 1 làm nghiêm. Nội dung cụ thể như sau:\n- Rà soát hồ sơ;\n- Kiểm tra kho.", ["Rà soát hồ", "Kiểm tra kho."]),
    ],
    ids=["who-comes", "what-is-enclosed", "how-it-is-done", "work-itself"],
)
def test_an_order_whose_list_only_says_what_belongs_to_it_is_the_task(
    body: str, tasks: list[str], told: Callable[[str], list[tuple[str, list[str]]]]
) -> None:
    assert [words for words, _ in told(body)] == tasks


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Đề nghị mỗi trường giới thiệu 01 giáo viên.", ["mỗi trường"]),
        ("Mỗi chi đoàn cử 02 đoàn viên dự tập huấn.", ["Mỗi chi đoàn"]),
        ("Đề nghị mỗi năm tổ chức một lần.", []),
        ("Các đơn vị trong trường lập danh sách trực.", ["Các đơn vị trong trường"]),
        ("Trưởng các đơn vị trong toàn Học viện lập danh sách trực.", ["các đơn vị trong toàn Học viện"]),
        ("Các Tòa án nhân dân cấp huyện thống kê số vụ án.", ["Các Tòa án nhân dân cấp huyện"]),
        (
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, đoàn thể chính trị - xã hội các cấp lập kế hoạch tuyên truyền.",
            ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "đoàn thể chính trị - xã hội các cấp"],
        ),
    ],
    ids=["each-school", "each-cell", "each-year", "in-the-school", "in-the-academy", "courts", "mass-organisations"],
)
def test_bodies_of_schools_and_unions_lead_as_others_do(item: str, leads: list[str], in_role: Roles) -> None:
    assert in_role(item) == leads


def test_the_word_above_those_who_are_named_leads_nothing(in_role: Roles) -> None:
    item = "Giao các đơn vị: Phòng Đào tạo, Phòng Quản trị theo dõi việc thực hiện."
    assert in_role(item) == ["Phòng Đào tạo", "Phòng Quản trị"]


def test_whom_the_title_of_a_cited_paper_charges_leads_nothing(in_role: Roles) -> None:
    cited = "Theo Công văn số 645/TCT-VP, ngày 21/6/2019 về việc phân công nhiệm vụ cho các tiểu ban chuẩn bị lễ kỷ niệm"
    assert in_role(f"{cited}, đề nghị Vụ Tổ chức cán bộ rà soát danh sách.") == ["Vụ Tổ chức cán bộ"]


def test_an_issuer_that_decides_tells_nobody_whom_it_named_before(told: Callable[[str], list[tuple[str, list[str]]]]) -> None:
    before = "Bộ Y tế đề nghị các cơ sở lưu trú phải dừng hoạt động. Để bảo đảm an toàn, Tổng cục quyết định:"
    assert told(f"{before}\n1. Hoãn hội nghị tập huấn.\n2. Bố trí trực cơ quan.") == [("Hoãn hội nghị", []), ("Bố trí trực", [])]


def test_targets_and_work_are_given_to_those_who_lead_what_stands_below(
    told: Callable[[str], list[tuple[str, list[str]]]],
) -> None:
    found = told("Giao chỉ tiêu, nhiệm vụ cho các Tòa án nhân dân địa phương như sau:\n1. Lập danh sách án.\n2. Rà soát hồ sơ.")
    assert [leads for _, leads in found] == [["các Tòa án nhân dân địa phương"]] * 2


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Vụ Tổng hợp Tòa án nhân dân tối cao rà soát số liệu.", ["Vụ Tổng hợp Tòa án nhân dân tối cao"]),
        (
            "Các tổ chức tín dụng, chi nhánh ngân hàng nước ngoài rà soát dư nợ.",
            ["Các tổ chức tín dụng, chi nhánh ngân hàng nước ngoài"],
        ),
        ("Kho bạc Nhà nước các tỉnh khóa sổ kế toán.", ["Kho bạc Nhà nước các tỉnh"]),
        ("Đoàn các xã, phường tổ chức ra quân.", ["Đoàn các xã, phường"]),
        ("Ban Tuyên giáo Hội LHPN tỉnh tổng hợp kết quả.", ["Ban Tuyên giáo Hội LHPN tỉnh"]),
        ("Giao Ban Tuyên giáo, Hội Nông dân tỉnh tổng hợp kết quả.", ["Ban Tuyên giáo", "Hội Nông dân tỉnh"]),
        ("LĐLĐ các huyện, CĐCS trực thuộc lập danh sách.", ["LĐLĐ các huyện", "CĐCS trực thuộc"]),
    ],
    ids=["supreme-court", "lenders", "treasury", "youth", "women", "two-bodies", "unions"],
)
def test_bodies_as_their_own_papers_call_them(item: str, leads: list[str], in_role: Roles) -> None:
    assert in_role(item) == leads


def test_an_issuer_is_the_same_with_another_dash(read: Read) -> None:
    paper = LETTER.replace("BỘ TƯ PHÁP\nTỔNG CỤC THI HÀNH ÁN DÂN SỰ", "SỞ Y TẾ\nTRƯỜNG CAO ĐẲNG Y – DƯỢC SÔNG MÃ").replace(
        "TCTHADS", "CĐYD"
    )
    body = "Trường Cao đẳng Y-Dược Sông Mã chủ động triển khai các biện pháp như sau:\n1. Trang bị khẩu trang."
    tasks = read(paper.format(addressees="Toàn thể viên chức.", body=body))[1].tasks
    assert [[a.name for a in task.agencies if a.role is Role.LEAD] for task in tasks] == [[]]


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Hiệu trưởng các trường MN, TH, THCS và TH&THCS lập danh sách.", ["các trường MN, TH, THCS và TH&THCS"]),
        ("Trường TH Kim Đồng lập danh sách.", ["Trường TH Kim Đồng"]),
        ("Ban Giám hiệu các trường tiểu học phân công giáo viên trực.", ["Ban Giám hiệu các trường tiểu học"]),
        ("Liên chi đoàn các khoa nộp danh sách.", ["Liên chi đoàn các khoa"]),
        ("Ban Phong trào, Ban Tuyên giáo Tỉnh đoàn lập kế hoạch.", ["Ban Phong trào", "Ban Tuyên giáo Tỉnh đoàn"]),
    ],
    ids=["kinds-of-schools", "one-school", "their-heads", "cells", "organs-of-the-youth-union"],
)
def test_schools_and_their_youth_are_called_by_their_kinds(item: str, leads: list[str], in_role: Roles) -> None:
    assert in_role(item) == leads


def test_organs_that_build_the_party_work_along(in_role: Roles) -> None:
    item = "Văn phòng Huyện ủy phối hợp với các ban xây dựng Đảng theo dõi kết quả."
    assert in_role(item, Role.COORDINATE) == ["các ban xây dựng Đảng"]


@pytest.mark.parametrize(
    ("closing", "is_task"),
    [
        ("Thông báo để các đơn vị triển khai thực hiện.", False),
        ("Đề nghị Cục trưởng các địa phương chấp hành nghiêm.", False),
        ("Thông báo để các đơn vị lập danh sách gửi Vụ 1 trước ngày 20/4/2022.", True),
    ],
    ids=["told", "obeys", "work"],
)
def test_a_closing_that_only_has_the_paper_carried_out_is_no_task(
    closing: str, is_task: bool, told: Callable[[str], list[tuple[str, list[str]]]]
) -> None:
    body = f"Yêu cầu các đơn vị làm các việc sau:\n1. Lập danh sách.\n2. Rà soát hồ sơ.\n{closing}"
    assert len(told(body)) == 2 + is_task


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Giao nhiệm vụ cho các đơn vị năm 2022 rà soát hồ sơ.", ["các đơn vị"]),
        ("Yêu cầu các xã đạt chuẩn nông thôn mới năm 2021 giữ vững tiêu chí.", ["các xã đạt chuẩn nông thôn mới năm 2021"]),
    ],
    ids=["when-it-is-done", "which-are-meant"],
)
def test_the_year_of_the_work_is_no_part_of_a_name(item: str, leads: list[str], in_role: Roles) -> None:
    assert in_role(item) == leads


def test_departments_of_the_police_of_a_province_are_not_those_of_districts(in_role: Roles) -> None:
    item = "Phòng Cảnh sát giao thông, Công an các huyện xử lý vi phạm."
    assert in_role(item) == ["Phòng Cảnh sát giao thông", "Công an các huyện"]
