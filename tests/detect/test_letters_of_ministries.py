"""Letters and guides of ministries: whom they are for, what of them is work, and what only is beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

LETTER = """BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH
Số: 812/BVHTTDL-TV
V/v phát triển văn hóa đọc
Hà Nội, ngày 12 tháng 3 năm 2024
Kính gửi: {addressees}

{body}
KT. BỘ TRƯỞNG
THỨ TRƯỞNG

Lê Thị Hoa
"""
ALL = "Các Sở Văn hóa, Thể thao và Du lịch"


def told(read: Read, body: str, addressees: str = ALL) -> list[tuple[str, list[str]]]:
    """The first words of each task with the names of those who lead it."""
    _, directive = read(LETTER.format(addressees=addressees, body=body))
    leads = ([agency.name for agency in task.agencies if agency.role.value == "lead"] for task in directive.tasks)
    return [(" ".join(task.text.split()[:3]), names) for task, names in zip(directive.tasks, leads, strict=True)]


@pytest.mark.parametrize(
    "opening",
    [
        "Bộ hướng dẫn triển khai tiêu chí đọc sách cho học sinh tiểu học và sinh viên thường xuyên như sau:",
        "Bộ hướng dẫn tổ chức thi kể chuyện cho hội viên các câu lạc bộ như sau:",
    ],
    ids=["who-is-served", "a-verb-that-is-also-a-body"],
)
def test_whom_a_guide_is_about_does_not_lead(opening: str, read: Read) -> None:
    assert told(read, f"{opening}\n1. Lập danh mục sách.\n2. Mở phòng đọc lưu động.") == [
        ("Lập danh mục", []),
        ("Mở phòng đọc", []),
    ]


def test_who_is_guided_leads(read: Read) -> None:
    opening = "Bộ hướng dẫn tổ chức công đoàn các cấp thực hiện các nội dung sau:"
    assert told(read, f"{opening}\n1. Lập danh mục sách.") == [("Lập danh mục", ["tổ chức công đoàn các cấp"])]


def test_a_report_on_how_work_goes_is_more_than_carrying_it_out(read: Read) -> None:
    order = "Yêu cầu các thư viện phản ánh về Sở những khó khăn trong quá trình triển khai."
    found = told(read, f"1. Sở Văn hóa và Thể thao\n- {order}\n- Mở lớp tập huấn.")
    assert [words for words, _ in found] == ["Yêu cầu các", "Mở lớp tập"]


def test_the_name_of_one_who_acts_ends_before_what_he_studies(read: Read) -> None:
    order = "Giáo viên nghiên cứu Chương trình đào tạo, đối chiếu nội dung để soạn bài giảng."
    assert told(read, f"II. NỘI DUNG\n1. Tổ chức dạy nghề\n{order}\n2. Tổ chức thi.")[0] == ("Giáo viên nghiên", ["Giáo viên"])


TWO = "Bộ Tài chính; Tập đoàn Điện lực Việt Nam"


@pytest.mark.parametrize("called", ["Quý Bộ, ngành", "Quý Bộ/Cơ quan", "quý cơ quan, đơn vị", "các Quý Bộ, đơn vị"])
def test_several_kinds_that_a_letter_politely_calls_on_are_its_addressees(called: str, read: Read) -> None:
    wanted = ["Bộ Tài chính", "Tập đoàn Điện lực Việt Nam"]
    assert [names for _, names in told(read, f"Đề nghị {called} rà soát danh mục sách.", TWO)] == [wanted]
    listed = told(read, f"Đề nghị {called} thực hiện các nội dung sau:\n1. Rà soát danh mục sách.", TWO)
    assert listed == [("Rà soát danh", wanted)]


def test_a_polite_ending_calls_on_nobody(read: Read) -> None:
    assert told(read, "1. Bộ Tài chính cấp kinh phí.\nRất mong Quý Bộ, ngành quan tâm, phối hợp.", TWO) == [
        ("Bộ Tài chính", ["Bộ Tài chính"])
    ]


@pytest.mark.parametrize(
    ("named", "wanted"),
    [
        ("Chánh án Tòa án nhân dân cấp cao tại Đà Nẵng", ["Tòa án nhân dân cấp cao tại Đà Nẵng"]),
        ("Tòa án quân sự trung ương, VKSQS quân khu", ["Tòa án quân sự trung ương", "VKSQS quân khu"]),
        ("Viện trưởng VKSND cấp tỉnh, VKSND cấp cao", ["VKSND cấp tỉnh", "VKSND cấp cao"]),
        ("Chánh án các TAND cấp huyện", ["TAND cấp huyện"]),
        ("Giám đốc các NHNN chi nhánh tỉnh, thành phố", ["NHNN chi nhánh tỉnh, thành phố"]),
        ("Các đại học, học viện, các trường cao đẳng sư phạm", ["Các đại học, học viện", "các trường cao đẳng sư phạm"]),
    ],
)
def test_courts_and_branches_are_named_whole(named: str, wanted: list[str], roles_in_plan: Callable[[str, str], list[str]]) -> None:
    assert roles_in_plan(f"{named} hưởng ứng tháng hành động, phân công cán bộ theo dõi.", "lead") == wanted


def test_bodies_of_the_place_are_named_whole_and_a_meeting_is_no_body(roles_in_plan: Callable[[str, str], list[str]]) -> None:
    assert roles_in_plan("Phối hợp với các cơ quan chức năng sở tại để kiểm tra.", "coordinate") == ["các cơ quan chức năng sở tại"]
    assert roles_in_plan("Văn phòng Bộ tổng hợp, phục vụ giao ban Bộ.", "lead") == ["Văn phòng Bộ"]


@pytest.mark.parametrize(
    "line",
    [
        "- Ngày 20/9/2024 (Thứ sáu): từ 8h00 đến 11h00 họp trưởng đoàn.",
        "- Điện thoại: 024.3943.0000; Email: vanthu@bvhttdl.gov.vn",
        "- Phòng Văn thư, Vụ Thư viện, 51 Ngô Quyền, Hà Nội.",
        "- Có thay đổi bất thường về số bạn đọc hay không?",
        "Rất mong Quý Sở, ban, ngành quan tâm, phối hợp.",
        "Thực hiện Nghị quyết số 8-NQ/TW, Bộ đã chủ trì, phối hợp với các bộ soạn thảo dự thảo Luật (xin gửi kèm theo).",
    ],
    ids=["a-day-of-an-event", "where-to-ask", "where-to-send", "a-question", "a-polite-ending", "what-was-done"],
)
def test_what_stands_beside_the_work_of_a_letter_is_none(line: str, read: Read) -> None:
    body = f"Bộ đề nghị các Sở thực hiện:\n- Lập danh mục sách.\n{line}\n"
    assert [words for words, _ in told(read, body)] == ["Lập danh mục"]


def test_what_others_are_to_be_told_of_is_work_though_they_shall_follow_it(read: Read) -> None:
    body = (
        "1. Thư viện được miễn phí mượn liên thông.\nBộ yêu cầu các Sở tuyên truyền để nhân dân trên địa bàn biết và thực hiện./."
    )
    assert ("Bộ yêu cầu", ["các Sở"]) in [(" ".join(words.split()[:3])[:10], names) for words, names in told(read, body)]


DUTIES = """CHÍNH PHỦ
Số: 70/2024/NĐ-CP
Hà Nội, ngày 18 tháng 9 năm 2024
NGHỊ ĐỊNH
Quy định về thư viện

Điều 30. Trách nhiệm thi hành
1. Trách nhiệm của Bộ Xây dựng:
a) Thực hiện cấp giấy phép đối với nhà thầu thuộc một trong các trường hợp sau:
Làm việc cho chủ đầu tư do Chính phủ cho phép thành lập;
Nhận thầu tại nhiều tỉnh.
b) Chủ đầu tư có trụ sở tại nhiều tỉnh có thể lựa chọn nơi nộp hồ sơ tại Bộ Xây dựng;
c) Thanh tra hằng năm.
TM. CHÍNH PHỦ
THỦ TƯỚNG
"""


def test_the_cases_of_a_duty_are_none_and_the_duty_stays(read: Read) -> None:
    _, directive = read(DUTIES)
    assert [(task.path[-1], [agency.name for agency in task.agencies]) for task in directive.tasks] == [
        ("a", ["Bộ Xây dựng"]),
        ("c", ["Bộ Xây dựng"]),
    ]


def test_who_works_along_in_one_order_does_not_in_the_paragraphs_behind_it(read: Read) -> None:
    body = "1. Vụ Thư viện {}\nĐồng thời, kiểm tra các phòng đọc.\nTuy nhiên phải giữ trật tự trong phòng đọc.\n2. Tổ chức thi."
    along = {}
    for order in ("phối hợp với Cục Xuất bản rà soát sách.", "chủ trì, phối hợp với Cục Xuất bản: Rà soát sách."):
        _, directive = read(LETTER.format(addressees=ALL, body=body.format(order)))
        roles = ([(a.name, a.role.value) for a in task.agencies] for task in directive.tasks[:3])
        along[order.split()[0]] = [("Cục Xuất bản", "coordinate") in role for role in roles]
        assert [a.name for a in directive.tasks[2].agencies if a.role.value == "lead"] == ["Vụ Thư viện"]
    assert along == {"phối": [True, False, False], "chủ": [True, True, True]}


def test_what_was_given_to_a_body_before_is_no_order_to_it(read: Read) -> None:
    body = "Bộ yêu cầu các Sở thực hiện:\n1. Rà soát các thư viện đã giao cho Trung tâm Văn hóa quản lý.\n2. Mở phòng đọc."
    assert told(read, body) == [("Rà soát các", ["các Sở"]), ("Mở phòng đọc.", ["các Sở"])]


def test_a_day_from_which_on_and_a_pace_are_no_limits(read: Read) -> None:
    body = (
        "Bộ yêu cầu các Sở:\n1. Trực điện thoại từ ngày 28/8/2024 đến khi hết dịch.\n2. Rà soát cho phù hợp với tiến độ hằng năm.\n"
        "3. Tổ chức ngày hội đọc sách.\nKhoảng thời gian tổ chức: Từ ngày 15 đến ngày 27/9/2024.\n"
    )
    _, directive = read(LETTER.format(addressees=ALL, body=body))
    assert [[str(found.due or found.rrule) for found in task.deadlines] for task in directive.tasks] == [
        ["None"],
        [],
        ["2024-09-27"],
    ]


@pytest.mark.parametrize(
    ("item", "role", "wanted"),
    [
        ("Phối hợp với các lực lượng chức năng quản lý, kiểm tra người bán.", "coordinate", ["các lực lượng chức năng"]),
        ("Phối hợp với các cơ quan chức năng cấp huyện tuyên truyền.", "coordinate", ["các cơ quan chức năng cấp huyện"]),
        ("Đề nghị công an các đơn vị, địa phương nắm tình hình.", "lead", ["công an các đơn vị, địa phương"]),
        ("Ban Bí thư Trung ương Đoàn giao Ban Thanh niên nông thôn theo dõi.", "lead", ["Ban Thanh niên nông thôn"]),
    ],
)
def test_bodies_of_a_function_end_before_what_they_do(
    item: str, role: str, wanted: list[str], roles_in_plan: Callable[[str, str], list[str]]
) -> None:
    assert roles_in_plan(item, role) == wanted


def test_a_sentence_on_what_the_government_governs_is_no_name(read: Read) -> None:
    body = (
        "Điều 3. Quản lý\nChính phủ thống nhất quản lý nhà nước về thư viện, bao gồm các nội dung sau:\n1. Ban hành chính sách đọc."
    )
    _, directive = read(DUTIES.replace("Điều 30. Trách nhiệm thi hành", f"{body}\nĐiều 30. Trách nhiệm thi hành"))
    assert all(len(agency.name.split()) < 12 for task in directive.tasks for agency in task.agencies)
