"""Bodies called by their kind or their head below the heading that names them, and headings that name them as a topic: notices
written for these tests.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import AgencyRole, Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]
HEAD = "BỘ TƯ PHÁP\n\nSố: 16/TB-BTP\nHà Nội, ngày 12 tháng 3 năm 2010\n\n"
HEAD += "THÔNG BÁO\nÝ kiến kết luận của Bộ trưởng tại buổi làm việc với các đơn vị\n\n"


def leads(read: Read, body: str) -> list[list[AgencyRole]]:
    _, directive = read(HEAD + body)
    return [[agency for agency in task.agencies if agency.role is Role.LEAD] for task in directive.tasks]


def names(read: Read, body: str) -> list[list[str]]:
    return [[agency.name for agency in task] for task in leads(read, body)]


@pytest.mark.parametrize(
    "heading",
    [
        "Đối với công tác của Cục Con nuôi",
        "Về hoạt động của Cục Con nuôi:",
        "Về Cục Con nuôi",
        "Nhiệm vụ năm 2010 của Cục Con nuôi",
        "Các hoạt động của Cục Con nuôi:",
    ],
)
def test_a_heading_on_the_work_of_a_body_hands_it_down(read: Read, heading: str) -> None:
    body = f"1. {heading}\n- Chủ động nghiên cứu, đề xuất sửa đổi Nghị định.\n2. Về thuế, phí\n- Rà soát các khoản thu.\n"
    assert names(read, body) == [["Cục Con nuôi"], []]


@pytest.mark.parametrize("heading", ["Về Thuế, phí, tiền thuê đất", "VỀ THUẾ, PHÍ, LỆ PHÍ", "Về thanh tra, tiếp công dân"])
def test_a_heading_on_a_field_of_work_names_nobody(read: Read, heading: str) -> None:
    assert names(read, f"1. {heading}\n- Rà soát các khoản thu.\n2. Về kinh phí\n- Lập dự toán.\n") == [[], []]


@pytest.mark.parametrize(
    ("order", "called"),
    [
        ("Giao Cục xây dựng kế hoạch năm 2011.", "Cục"),
        ("Cục phối hợp với Vụ Hợp tác quốc tế rà soát các hiệp định.", "Cục"),
        ("Yêu cầu Cục báo cáo Bộ trưởng trước ngày 30/4/2010.", "Cục"),
        ("Cục trưởng chỉ đạo kiểm tra tiến độ.", "Cục Con nuôi"),
        ("Đồng chí Cục trưởng báo cáo Bộ trưởng trong tháng 5.", "Cục Con nuôi"),
        ("Vụ Hợp tác quốc tế rà soát các hiệp định.", "Vụ Hợp tác quốc tế"),
        ("Cục Trợ giúp pháp lý phối hợp rà soát.", "Cục Trợ giúp pháp lý"),
    ],
)
def test_a_body_called_by_its_kind_is_the_one_of_its_heading(read: Read, order: str, called: str) -> None:
    assert names(read, f"1. Cục Con nuôi\n- {order}\n2. Văn phòng Bộ\n- Chuẩn bị hội nghị.\n")[0] == [called]


@pytest.mark.parametrize(
    ("heading", "order", "called"),
    [
        ("Trung tâm Lý lịch tư pháp quốc gia", "Trung tâm tổ chức tiếp nhận hồ sơ trực tuyến.", "Trung tâm"),
        ("Trung tâm Lý lịch tư pháp quốc gia", "Giám đốc Trung tâm chịu trách nhiệm về tiến độ.", "Trung tâm"),
        ("Công ty Điện lực Hà Giang", "Công ty đầu tư nâng cấp lưới điện.", "Công ty"),
        ("Công ty Điện lực Hà Giang", "Yêu cầu Công ty giải quyết dứt điểm kiến nghị của cử tri.", "Công ty"),
        ("Trường Đại học Luật Hà Nội", "Nhà trường khẩn trương hoàn thiện quy chế tuyển sinh.", "Nhà trường"),
        ("Trường Đại học Luật Hà Nội", "Hiệu trưởng báo cáo Bộ trưởng trong tháng 4.", "Trường Đại học Luật Hà Nội"),
    ],
)
def test_the_verb_behind_a_kind_is_no_part_of_the_name(read: Read, heading: str, order: str, called: str) -> None:
    assert names(read, f"1. {heading}\n- {order}\n2. Văn phòng Bộ\n- Chuẩn bị hội nghị.\n")[0] == [called]


def test_the_kind_stands_for_the_body_of_the_directory(read: Read) -> None:
    found = leads(read, "1. Văn phòng Bộ\n- Chuẩn bị hội nghị.\n2. Sở Nội vụ\n- Giao Sở rà soát biên chế.\n")
    named, meant = found[1][0], leads(read, "1. Sở Nội vụ\n- Rà soát biên chế.\n2. Văn phòng Bộ\n- Chuẩn bị hội nghị.\n")[0][0]
    assert (named.name, named.canonical, named.agency_id) == ("Sở", meant.canonical, meant.agency_id)


def test_where_two_bodies_of_the_kind_stand_above_the_word_stays(read: Read) -> None:
    body = (
        "1. Cục Con nuôi và Cục Trợ giúp pháp lý:\n- Cục trưởng chỉ đạo kiểm tra tiến độ.\n2. Văn phòng Bộ\n- Chuẩn bị hội nghị.\n"
    )
    assert names(read, body)[0] != ["Cục Con nuôi"]


def test_a_sentence_below_the_heading_that_calls_it_by_its_kind_hands_down_the_heading(read: Read) -> None:
    body = (
        "1. Cục Con nuôi\nCục khẩn trương thực hiện các công việc sau:\n- Hoàn thiện dự án Luật.\n- Xây dựng kế hoạch năm 2011.\n"
    )
    assert names(read, body + "2. Văn phòng Bộ\n- Chuẩn bị hội nghị.\n")[:2] == [["Cục Con nuôi"], ["Cục Con nuôi"]]


def test_a_team_set_up_for_a_time_must_do_what_its_article_says(read: Read) -> None:
    text = "SỞ Y TẾ\n\nSố: 93/QĐ-SYT\nKiên Giang, ngày 7 tháng 11 năm 2017\n\nQUYẾT ĐỊNH\nVề việc thành lập Đoàn kiểm tra\n\n"
    text += "Căn cứ Luật Khám bệnh, chữa bệnh;\n\nQUYẾT ĐỊNH:\nĐiều 1. Thành lập Đoàn kiểm tra hoạt động chuyên môn.\n"
    text += "Điều 2. Chức năng, nhiệm vụ của Đoàn kiểm tra:\n- Tổ chức đánh giá chất lượng các hoạt động chuyên môn.\n"
    text += "- Tổng hợp và gửi báo cáo kết quả về Sở Y tế.\nĐiều 3. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này.\n"
    _, directive = read(text)
    assert [[agency.name for agency in task.agencies if agency.role is Role.LEAD] for task in directive.tasks] == [
        ["Đoàn kiểm tra"]
    ] * 2


@pytest.mark.parametrize("topic", ["Quỹ khen thưởng", "Hội đồng trường", "các đơn vị sự nghiệp"])
def test_a_topic_in_a_list_that_calls_on_others_leads_nothing(read: Read, topic: str) -> None:
    body = "Bộ trưởng yêu cầu các đơn vị thực hiện các nhiệm vụ sau:\n1. Về kinh phí\n- Lập dự toán.\n"
    body += f"2. Về {topic}\n- Kiện toàn trước ngày 15/4.\n"
    assert names(read, body) == [["các đơn vị"], ["các đơn vị"]]


def test_a_name_in_small_letters_is_whole_where_its_verb_follows(read: Read) -> None:
    body = "1. Sở Nội vụ\n- Sở xây dựng thẩm định giá.\n2. Văn phòng Bộ\n- Chuẩn bị hội nghị.\n"
    assert names(read, body)[0] == ["Sở xây dựng"]
