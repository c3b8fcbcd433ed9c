"""Letters and notices of departments, districts, communes and their offices, in sentences written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

LETTER = """ỦY BAN NHÂN DÂN
HUYỆN MỘC CHÂU
Số: 214/UBND-VP
V/v triển khai công tác năm 2024
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mộc Châu, ngày 12 tháng 3 năm 2024

Kính gửi: Các cơ quan, đơn vị trên địa bàn huyện.

{body}
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lò Văn An
"""


def led(read: Read, body: str, role: Role = Role.LEAD) -> list[list[str]]:
    """Who is in a role in each task of a letter."""
    tasks = read(LETTER.format(body=body))[1].tasks
    return [[agency.name for agency in task.agencies if agency.role is role] for task in tasks]


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        ("Đề nghị các trường đăng ký số lượng học sinh.", ["các trường"]),
        ("Đề nghị các cơ quan, đơn vị quản lý chặt chẽ cán bộ.", ["các cơ quan, đơn vị"]),
        ("Phòng Nội vụ đề nghị các phòng, ban nghiên cứu và tham gia ý kiến vào dự thảo.", ["các phòng, ban"]),
        ("Đề nghị các đơn vị tuyên truyền, vận động đoàn viên hiến máu.", ["các đơn vị"]),
        ("Đề nghị các trường thu, nộp kinh phí trước ngày 5/4/2024.", ["các trường"]),
        ("Giao các khu phố tuyên truyền quy định về nuôi chó.", ["các khu phố"]),
        # what they do for a living goes on the name
        ("Đề nghị các tổ chức nghiên cứu khoa học đăng ký đề tài.", ["các tổ chức nghiên cứu khoa học"]),
        ("Giao các cơ quan nghiên cứu khoa học báo cáo kết quả.", ["các cơ quan nghiên cứu khoa học"]),
    ],
)
def test_what_a_plain_collective_does_is_no_part_of_its_name(body: str, leads: list[str], read: Read) -> None:
    assert led(read, body) == [leads]


def test_a_hamlet_that_works_along_is_named_without_what_it_does(read: Read) -> None:
    body = "Giao Hội Nông dân huyện phối hợp với các xóm tuyên truyền, nhắc nhở người dân."
    assert led(read, body, Role.COORDINATE) == [["các xóm"]]


def test_a_heading_with_the_trade_of_a_body_is_no_task(read: Read) -> None:
    body = "1. Yêu cầu các doanh nghiệp kinh doanh vận tải:\n- Kiểm tra xe.\n- Lắp thiết bị mới.\n2. Giao Công an huyện tuần tra."
    assert led(read, body)[:2] == [["các doanh nghiệp kinh doanh vận tải"]] * 2


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        ("Đề nghị UB.MTTQVN và các đoàn thể huyện vận động hội viên.", ["UB.MTTQVN", "các đoàn thể huyện"]),
        ("Giao Ủy ban kiểm tra Huyện ủy theo dõi việc thực hiện.", ["Ủy ban kiểm tra Huyện ủy"]),
        ("Đề nghị Tổ trưởng 12 tổ dân phố thông báo cho các hộ.", ["12 tổ dân phố"]),
        ("Giao BĐH các thôn rà soát lực lượng xung kích.", ["BĐH các thôn"]),
        ("Giao trách nhiệm cho bộ phận địa chính phường kiểm tra các điểm lấn chiếm.", ["bộ phận địa chính phường"]),
        # a board of control of something else, a task of nobody
        ("Giao Ủy ban kiểm tra Đảng ủy xã Hua Păng theo dõi việc thực hiện.", ["Ủy ban kiểm tra Đảng ủy xã Hua Păng"]),
    ],
)
def test_bodies_of_districts_and_communes_have_their_names(body: str, leads: list[str], read: Read) -> None:
    assert led(read, body) == [leads]


@pytest.mark.parametrize(
    ("closing", "leads"),
    [
        (
            "Đề nghị Đài truyền thanh xã thông báo liên tục trên loa của thôn để toàn thể nhân dân biết, thực hiện./.",
            [["Các xã"], ["Đài truyền thanh xã"]],
        ),
        (
            "Đề nghị Trung tâm Văn hóa huyện đăng tải công văn này trên Cổng thông tin điện tử huyện.",
            [["Các xã"], ["Trung tâm Văn hóa huyện"]],
        ),
        ("Yêu cầu các đơn vị phổ biến và nghiêm túc thực hiện./.", [["Các xã"]]),
        ("UBND huyện thông báo để các đơn vị biết, thực hiện./.", [["Các xã"]]),
    ],
)
def test_who_shall_tell_people_at_the_end_has_work(closing: str, leads: list[list[str]], read: Read) -> None:
    assert led(read, f"UBND huyện yêu cầu:\n1. Các xã nạo vét kênh.\n{closing}") == leads


def test_what_members_do_in_their_area_is_a_task(read: Read) -> None:
    body = "1. Các xã nạo vét kênh.\n2. Đề nghị các thành viên Ban Chỉ đạo tham gia chỉ đạo thực hiện theo địa bàn được phân công."
    assert led(read, body) == [["Các xã"], ["các thành viên Ban Chỉ đạo"]]


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        ("Đồng chí Phó Chủ tịch UBND huyện cũng giao Phòng Nội vụ rà soát biên chế.", ["Phòng Nội vụ"]),
        (
            "Đồng chí Phó Bí thư Thường trực Huyện ủy giao nhiệm vụ cho Ban Tuyên giáo Huyện ủy tuyên truyền.",
            ["Ban Tuyên giáo Huyện ủy"],
        ),
        ("Đề nghị mỗi trường giới thiệu 01 học sinh tiêu biểu.", ["mỗi trường"]),
        ("Đề nghị mỗi trường giới thiệu 01 học sinh để Phòng gửi danh sách đề nghị Sở khen thưởng.", ["mỗi trường"]),
        ("UBND huyện đề nghị Công an huyện tuần tra; yêu cầu các đơn vị lập danh sách.", ["Công an huyện", "các đơn vị"]),
        ("Yêu cầu sau khi kết thúc hội nghị các trường gửi báo cáo.", ["các trường"]),
        ("Yêu cầu trong quá trình thực hiện, UBND các xã báo cáo kịp thời.", ["UBND các xã"]),
        ("Đề nghị sau khi có ý kiến của Sở Y tế, các trường hoàn thiện hồ sơ.", []),
        # those whom a body told before presses
        ("Phòng Nội vụ kiểm tra việc chấm công; yêu cầu các đơn vị chấn chỉnh giờ làm việc.", ["Phòng Nội vụ"]),
        ("Đề nghị mỗi cá nhân nêu cao trách nhiệm.", []),
    ],
)
def test_who_calls_leads_nothing_and_who_is_called_on_leads(body: str, leads: list[str], read: Read) -> None:
    found = led(read, f"1. {body}\n2. Các xã nạo vét kênh.")
    assert [name for names in found for name in names] == [*leads, "Các xã"]


@pytest.mark.parametrize(
    ("body", "leads", "due"),
    [
        (
            "Đề nghị các trường thực hiện tổ chức hội thi vẽ tranh như sau:\n1. Thời gian dự thi: Từ ngày 05/4/2024 đến ngày"
            " 30/4/2024.\n2. Đối tượng dự thi: Học sinh lớp 4.\n3. Cách thức gửi bài dự thi: (phụ lục 3 đính kèm).",
            [["các trường"]],
            ["2024-04-30"],
        ),
        (
            "Đề nghị các thôn treo cờ tại nhà văn hóa.\nThời gian treo cờ Tổ quốc: Từ ngày 30/4/2024 đến hết ngày 01/5/2024.",
            [["các thôn"]],
            ["2024-05-01"],
        ),
        (
            "Đề nghị các chi bộ quán triệt Nghị quyết số 5.\nThời gian hoàn thành việc quán triệt, chậm nhất ngày 14/5/2024.",
            [["các chi bộ"]],
            ["2024-05-14"],
        ),
        (
            "Đề nghị các trường tổ chức hội thi vẽ tranh như sau:\n1. Thời gian: đến ngày 30/4/2024.\n2. Thể lệ: (phụ lục 1)."
            "\nThông tin chi tiết về hội thi, liên hệ: bà Lò Thị Lan, điện thoại: 0912.000.000.",
            [["các trường"]],
            ["2024-04-30"],
        ),
        # the sentence above only introduces its list
        ("Đề nghị các trường thực hiện các nội dung sau:\n1. Thời gian: tháng 4/2024.\n2. Địa điểm: Hội trường.", [], []),
    ],
)
def test_an_activity_that_a_letter_asks_for_has_its_labelled_lines(
    body: str, leads: list[list[str]], due: list[str], read: Read
) -> None:
    tasks = read(LETTER.format(body=body))[1].tasks
    assert led(read, body) == leads
    assert [str(deadline.due) for task in tasks for deadline in task.deadlines] == due


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        ("Đề nghị Hiệu trưởng các trường MN, TH, THCS rà soát học sinh.", ["các trường MN, TH, THCS"]),
        ("Đề nghị các trường TH, TH&THCS trên địa bàn huyện rà soát học sinh.", ["các trường TH, TH&THCS trên địa bàn huyện"]),
        (
            "Phòng Giáo dục yêu cầu các trường mầm non, các nhóm lớp mầm non độc lập, Trung tâm Y tế huyện rà soát số trẻ.",
            ["các trường mầm non", "các nhóm lớp mầm non độc lập", "Trung tâm Y tế huyện"],
        ),
        ("Giao các nhóm rà soát số liệu.", ["các nhóm"]),
    ],
)
def test_kinds_of_schools_stay_together(body: str, leads: list[str], read: Read) -> None:
    assert led(read, body) == [leads]


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        (
            "Thực hiện Quyết định số 12/QĐ-UBND, UBND huyện xây dựng dự thảo Kế hoạch tuyên truyền (có dự thảo kèm theo).\n"
            "UBND huyện đề nghị các phòng tham gia ý kiến.",
            [["các phòng"]],
        ),
        (
            "UBND huyện dự thảo Hướng dẫn chấm điểm:\n- Đối với các phòng: Hướng dẫn tại Phụ lục I;\n- Đối với các xã: Hướng dẫn"
            " tại Phụ lục II.\nĐề nghị các trường tải dự thảo và gửi ý kiến trước ngày 5/4/2024.",
            [["các trường"]],
        ),
        (
            "UBND huyện thông báo việc tạm dừng tuyển dụng, hạn đến ngày 4/4/2024.\nĐề nghị các phòng gửi báo cáo.",
            [["các phòng"]],
        ),
        (
            "Ngày 13/2/2024, UBND huyện đã ban hành Công văn số 28/UBND. Trong đó, UBND huyện có đề nghị các xã lập kế hoạch.\n"
            "Đề nghị các xã khẩn trương gửi kế hoạch.",
            [["các xã"]],
        ),
        (
            "UBND huyện đề nghị:\n- Thành lập 02 chốt kiểm soát.\n+ Chốt 1 tại cầu gồm 18 người.\n+ Chốt 2 gồm 12 người.\n"
            "- Công an huyện tuần tra.",
            [[], ["Công an huyện"]],
        ),
        # what is still to be done
        (
            "UBND huyện yêu cầu các xã tăng cường phòng cháy.\n\nNgoài ra, cần kiểm tra hệ thống điện.",
            [["các xã"], ["các xã"]],
        ),
        (
            "UBND huyện yêu cầu các xã tăng cường phòng cháy.\n\nĐặc biệt, cần tăng cường trực gác tại các kho.",
            [["các xã"], ["các xã"]],
        ),
    ],
)
def test_what_an_issuer_did_is_no_task_and_what_else_is_to_be_done_is(body: str, leads: list[list[str]], read: Read) -> None:
    assert led(read, body) == leads


@pytest.mark.parametrize(
    ("closing", "leads"),
    [
        ("UBND huyện đề nghị Công an huyện tăng cường tuần tra, phối hợp với các xã./.", [["Công an huyện"]]),
        ("Giao Phòng Nội vụ lập danh sách người tham gia, kịp thời báo cáo UBND huyện./.", [["Phòng Nội vụ"]]),
        ("Đề nghị Ban CHQS huyện bố trí lực lượng phối hợp với các xã triển khai thực hiện./.", [["Ban CHQS huyện"]]),
        # formulas of an end
        ("Đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.", []),
        ("Yêu cầu các phòng, UBND các xã quan tâm chỉ đạo, phối hợp thực hiện tốt các nội dung trên./.", []),
        ("Đề nghị Sở Nội vụ xem xét, giải quyết để huyện triển khai thực hiện./.", []),
    ],
)
def test_the_last_sentence_may_give_somebody_work(closing: str, leads: list[list[str]], read: Read) -> None:
    assert led(read, f"UBND huyện yêu cầu các xã rà soát số hộ nghèo trên địa bàn.\n\n{closing}") == [["các xã"], *leads]


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        ("Các cơ quan, trường học và hộ dân treo cờ Tổ quốc trong ngày 2/9/2024.", ["Các cơ quan, trường học và hộ dân"]),
        (
            "Đối với nơi thải rác trái quy định về bảo vệ môi trường, giao bộ phận địa chính phường kiểm tra, xử lý.",
            ["bộ phận địa chính phường"],
        ),
    ],
)
def test_households_and_bodies_behind_a_case_are_called_on(body: str, leads: list[str], read: Read) -> None:
    assert led(read, f"1. {body}\n2. Giao Công an huyện tuần tra.") == [leads, ["Công an huyện"]]
