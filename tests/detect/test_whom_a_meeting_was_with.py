"""The body with whom a meeting was leads what the notice concludes and gives to nobody else: notices written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import AgencyRole, Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]
HEAD = "{issuer}\n\nSố: 16/TB-VP\nHà Nội, ngày 12 tháng 3 năm 2010\n\nTHÔNG BÁO\n{title}\n\n"
PLAIN = "Kết luận của Bộ trưởng"
BODY = """
I. Về kết quả
Năm qua Viện đã có nhiều cố gắng.
II. Về nhiệm vụ thời gian tới
1. Tập trung hoàn thiện chiến lược phát triển.
2. Về đào tạo: chú trọng bồi dưỡng cán bộ trẻ.
3. Vụ Pháp chế rà soát quy chế.
III. Về kiến nghị của Viện
1. Bổ sung kinh phí năm 2010.
2. Giao Vụ Tài chính thẩm định dự toán.
"""


def leads(read: Read, opening: str, body: str = BODY, *, title: str = PLAIN, issuer: str = "BỘ TƯ PHÁP") -> list[list[AgencyRole]]:
    _, directive = read(HEAD.format(issuer=issuer, title=title) + opening + "\n" + body)
    return [[agency for agency in task.agencies if agency.role is Role.LEAD] for task in directive.tasks]


def names(found: list[list[AgencyRole]]) -> list[list[str]]:
    return [[agency.name for agency in task] for task in found]


WITH = "Viện Khoa học pháp lý"


@pytest.mark.parametrize(
    "opening",
    [
        f"Ngày 5/3/2010, Bộ trưởng đã có buổi làm việc với {WITH}. Bộ trưởng kết luận như sau:",
        f"Ngày 5/3/2010, Thứ trưởng đã làm việc với tập thể lãnh đạo, cán bộ, viên chức {WITH} về kế hoạch. Thứ trưởng kết luận:",
        f"Ngày 5/3/2010, Bộ trưởng chủ trì buổi làm việc với {WITH} và các đơn vị liên quan. Bộ trưởng có ý kiến như sau:",
        f"Ngày 5/3/2010, Bộ trưởng đã đến thăm và làm việc tại {WITH}.\nNghe Viện trưởng báo cáo, Bộ trưởng kết luận như sau:",
        f"Ngày 5/3/2010, Bộ trưởng chủ trì cuộc họp với {WITH}. Cùng dự có Vụ Pháp chế, Văn phòng Bộ. Bộ trưởng kết luận như sau:",
        f"Ngày 5/3/2010, Bộ trưởng làm việc với lãnh đạo chủ chốt {WITH}. Sau khi nghe báo cáo, Bộ trưởng kết luận:",
    ],
    ids=["meeting-with", "its-staff", "and-others", "at-its-seat", "session-with-guests", "its-leaders"],
)
def test_the_body_met_leads_what_names_nobody_but_not_what_answers_its_wishes(read: Read, opening: str) -> None:
    assert names(leads(read, opening)) == [[WITH], [WITH], ["Vụ Pháp chế"], [], ["Vụ Tài chính"]]


@pytest.mark.parametrize("title", [f"{PLAIN} tại buổi làm việc với {WITH}", f"{PLAIN} TẠI BUỔI LÀM VIỆC VỚI {WITH}".upper()])
@pytest.mark.parametrize(
    "opening",
    ["Sau khi nghe các ý kiến, Bộ trưởng kết luận như sau:", "Ngày 5/3/2010, Bộ trưởng đã nghe các đơn vị báo cáo và có kết luận."],
)
def test_the_title_alone_tells_whom_the_meeting_was_with(read: Read, title: str, opening: str) -> None:
    assert names(leads(read, opening, title=title))[:3] == [[WITH], [WITH], ["Vụ Pháp chế"]]


@pytest.mark.parametrize(
    "others",
    [
        "các đơn vị thuộc Bộ",
        "Viện Khoa học pháp lý, Cục Con nuôi",
        "lãnh đạo tỉnh Quảng Bình",
        "Công ty TNHH Hải Vân",
        "Đại sứ Nhật Bản",
        "Bộ Y tế",
    ],
)
def test_a_meeting_with_many_a_region_a_firm_or_an_equal_leads_nothing(read: Read, others: str) -> None:
    opening = f"Ngày 5/3/2010, Bộ trưởng đã có buổi làm việc với {others}. Bộ trưởng kết luận như sau:"
    assert names(leads(read, opening)) == [[], [], ["Vụ Pháp chế"], [], ["Vụ Tài chính"]]


def test_a_ministry_is_below_the_government_and_no_house_of_the_centre_below_a_province(read: Read) -> None:
    opening = "Ngày 5/3/2010, {who} đã làm việc với {met}. Kết luận như sau:"
    government = opening.format(who="Phó Thủ tướng", met="Bộ Y tế")
    assert names(leads(read, government, issuer="VĂN PHÒNG CHÍNH PHỦ"))[0] == ["Bộ Y tế"]
    province = opening.format(who="Chủ tịch UBND tỉnh", met="Tổng cục Đường bộ Việt Nam")
    assert names(leads(read, province, issuer="ỦY BAN NHÂN DÂN\nTỈNH HÒA BÌNH"))[0] == []


def test_a_paper_of_another_type_speaks_of_a_meeting_by_the_way(read: Read) -> None:
    text = f"BỘ TƯ PHÁP\n\nSố: 16/KH-BTP\nHà Nội, ngày 12 tháng 3 năm 2010\n\nKẾ HOẠCH\nTriển khai buổi làm việc với {WITH}\n\n"
    _, directive = read(
        f"{text}Bộ Tư pháp ban hành kế hoạch với các nội dung sau:\n1. Hoàn thiện báo cáo.\n2. Chuẩn bị hội trường.\n"
    )
    assert [task.agencies for task in directive.tasks] == [(), ()]


@pytest.mark.parametrize(
    "item",
    [
        "Cục cần rà soát lại biên chế.",
        "Lãnh đạo Cục phải quan tâm đến cán bộ trẻ.",
        "Về trụ sở: giao Cục lập dự án đầu tư.",
        "Đồng ý. Cục xây dựng đề án trong quý II/2010.",
    ],
)
def test_the_kind_stands_for_the_body_met(read: Read, item: str) -> None:
    opening = "Ngày 5/3/2010, Bộ trưởng đã làm việc với Cục Con nuôi. Bộ trưởng kết luận như sau:"
    (named,) = leads(read, opening, f"1. {item}\n2. Vụ Pháp chế rà soát quy chế.\n")[0]
    assert (named.name, named.canonical) == ("Cục", "Cục Con nuôi")


def test_the_head_without_a_name_is_that_of_the_body_met(read: Read) -> None:
    opening = f"Ngày 5/3/2010, Bộ trưởng đã làm việc với {WITH}. Bộ trưởng kết luận như sau:"
    body = "1. Về quy chế: giao Viện trưởng chỉ đạo các phòng hoàn thiện.\n2. Vụ Pháp chế rà soát quy chế.\n"
    assert names(leads(read, opening, body)) == [[WITH], ["Vụ Pháp chế"]]


@pytest.mark.parametrize(
    "opener",
    [
        "Năm 2010, Viện tập trung:",
        "Trong thời gian tới, Viện cần tập trung vào các vấn đề sau:",
        "Để khắc phục tồn tại, lãnh đạo Viện phải:",
        "Nhiệm vụ của Viện trong thời gian tới:",
        "Một số nhiệm vụ Viện cần tập trung thực hiện:",
        "Viện trưởng chỉ đạo thực hiện các việc sau:",
        "Yêu cầu Viện:",
    ],
)
def test_a_sentence_above_a_list_that_calls_on_the_kind_hands_down_the_body_met(read: Read, opener: str) -> None:
    opening = f"Ngày 5/3/2010, Bộ trưởng đã làm việc với {WITH}. Bộ trưởng kết luận như sau:"
    body = f"1. {opener}\n- Xây dựng chiến lược.\n- Rà soát hồ sơ.\n2. Vụ Pháp chế rà soát quy chế.\n"
    assert names(leads(read, opening, body)) == [[WITH], [WITH], ["Vụ Pháp chế"]]


def test_the_opening_that_calls_on_the_kind_means_the_body_met(read: Read) -> None:
    opening = f"Ngày 5/3/2010, Bộ trưởng làm việc với lãnh đạo {WITH}; yêu cầu Viện thực hiện các nhiệm vụ sau:"
    assert names(leads(read, opening, "1. Lập dự toán.\n2. Vụ Pháp chế rà soát quy chế.\n")) == [[WITH], ["Vụ Pháp chế"]]


@pytest.mark.parametrize(
    ("opener", "called"),
    [
        ("Về thủy lợi, đề nghị tỉnh:", ["tỉnh"]),
        ("Về lâm nghiệp, địa phương cần:", ["địa phương"]),
        ("Tuy nhiên còn nhiều khó khăn, yêu cầu huyện:", ["huyện"]),
        ("Đề nghị lãnh đạo tỉnh Quảng Bình:", ["tỉnh Quảng Bình"]),
        ("Về thủy lợi của tỉnh:", []),
    ],
)
def test_a_sentence_above_a_list_speaks_to_a_region_in_small_letters(read: Read, opener: str, called: list[str]) -> None:
    opening = "Ngày 5/3/2010, Bộ trưởng đã làm việc với lãnh đạo tỉnh Quảng Bình. Bộ trưởng kết luận như sau:"
    body = f"1. {opener}\n- Xây dựng chiến lược.\n- Rà soát hồ sơ.\n2. Vụ Pháp chế rà soát quy chế.\n"
    assert names(leads(read, opening, body)) == [called, called, ["Vụ Pháp chế"]]
