"""Sentences that open a list: whom they hand it to, when the items name nobody themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

LETTER = """ỦY BAN NHÂN DÂN
TỈNH HÒA BÌNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 456/UBND-NNTN
Hòa Bình, ngày 5 tháng 6 năm 2023
V/v tăng cường quản lý rừng

Kính gửi:
- Sở Nội vụ;
- Ủy ban nhân dân các huyện, thành phố.

Thời gian qua, tình hình diễn biến phức tạp.
{above}
1. Rà soát hồ sơ còn tồn đọng.
2. Tăng cường tuyên truyền tới người dân.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Nam
"""


def leads(directive: Directive) -> set[str]:
    return {a.name for task in directive.tasks for a in task.agencies if a.role is Role.LEAD}


def leads_of_each(directive: Directive) -> list[set[str]]:
    return [{a.name for a in task.agencies if a.role is Role.LEAD} for task in directive.tasks]


def test_whom_a_bracket_excepts_parts_no_list(read: Read) -> None:
    above = "UBND tỉnh yêu cầu các sở, ban, ngành (trừ Sở Ngoại vụ) và UBND các huyện thực hiện các nội dung sau:"
    assert leads(read(LETTER.format(above=above))[1]) == {"các sở, ban, ngành", "UBND các huyện"}


@pytest.mark.parametrize(
    "name",
    [
        "UBND các tỉnh ven biển từ Hà Tĩnh đến Phú Yên",
        "UBND các tỉnh, thành phố từ Nghệ An đến Khánh Hòa",
        "UBND các tỉnh, thành phố trong vùng ảnh hưởng của bão số 5",
        "UBND các tỉnh trong khu vực chịu ảnh hưởng của mưa lũ",
        "UBND các tỉnh vùng Đồng bằng sông Cửu Long",
    ],
)
def test_the_stretch_of_country_belongs_to_the_name_of_its_councils(name: str, read: Read) -> None:
    assert leads(read(LETTER.format(above=f"Yêu cầu Chủ tịch {name} khẩn trương thực hiện:"))[1]) == {name}


AGAIN = """Yêu cầu Sở Nội vụ:
1. Rà soát hồ sơ.
2. Tuyên truyền tới người dân.
{line}
1. Bố trí kinh phí.
2. Xử lý vi phạm."""


@pytest.mark.parametrize("line", ["Đối với UBND các huyện:", "UBND các huyện có trách nhiệm:", "UBND các huyện:"])
def test_a_line_between_two_numbered_lists_says_whom_the_second_is_for(line: str, read: Read) -> None:
    above = AGAIN.format(line=line)
    text = LETTER.format(above=above).replace("1. Rà soát hồ sơ còn tồn đọng.\n2. Tăng cường tuyên truyền tới người dân.\n", "")
    assert leads_of_each(read(text)[1]) == [{"Sở Nội vụ"}] * 2 + [{"UBND các huyện"}] * 2


def test_a_list_that_goes_on_behind_such_a_line_stays_with_its_own(read: Read) -> None:
    above = "Yêu cầu Sở Nội vụ:\n1. Rà soát hồ sơ.\n2. Tuyên truyền tới người dân.\nUBND các huyện phối hợp.\n3. Bố trí kinh phí."
    text = LETTER.format(above=above).replace("1. Rà soát hồ sơ còn tồn đọng.\n2. Tăng cường tuyên truyền tới người dân.\n", "")
    assert leads_of_each(read(text)[1])[-1] == {"Sở Nội vụ"}


@pytest.mark.parametrize(
    "above",
    [
        "Các đơn vị trên có trách nhiệm:",
        "UBND tỉnh yêu cầu các cơ quan, đơn vị có tên trên triển khai thực hiện:",
        "UBND tỉnh thông báo đến Quý đơn vị một số nội dung như sau:",
        "UBND tỉnh đề nghị đơn vị:",
        "UBND tỉnh đề nghị các Quý cơ quan thực hiện các nội dung sau:",
    ],
)
def test_a_letter_that_points_back_means_its_addressees(above: str, read: Read) -> None:
    assert leads(read(LETTER.format(above=above))[1]) == {"Sở Nội vụ", "Ủy ban nhân dân các huyện, thành phố"}


def test_a_sentence_that_points_back_means_those_called_on_before_it(read: Read) -> None:
    above = "UBND tỉnh yêu cầu Sở Xây dựng, Công an tỉnh vào cuộc.\nCác cơ quan nêu trên có trách nhiệm:"
    assert leads(read(LETTER.format(above=above))[1]) == {"Sở Xây dựng", "Công an tỉnh"}


def test_a_unit_that_says_which_one_is_no_addressee(read: Read) -> None:
    above = "UBND tỉnh đề nghị đơn vị thi công thực hiện các việc sau:"
    assert leads(read(LETTER.format(above=above))[1]) == {"đơn vị thi công"}


def test_councils_of_many_regions_are_no_issuer(read: Read) -> None:
    assert leads(read(LETTER.format(above="Chủ tịch UBND các huyện, thành phố chỉ đạo:"))[1]) == {"UBND các huyện, thành phố"}


TOPICS = """Công an tỉnh, Sở Xây dựng và UBND các huyện, thành phố tập trung thực hiện các nhiệm vụ sau:
I. CÔNG TÁC PHÒNG NGỪA
1. Rà soát hồ sơ.
2. Tuyên truyền tới người dân.
II. CÔNG TÁC KIỂM TRA"""


def test_bodies_above_parts_that_are_topics_lead_what_stands_in_them(read: Read) -> None:
    expected = {"Công an tỉnh", "Sở Xây dựng", "UBND các huyện, thành phố"}
    assert leads_of_each(read(LETTER.format(above=TOPICS))[1]) == [expected] * 4


def test_an_issuer_above_its_plan_leads_nothing(read: Read) -> None:
    above = "UBND tỉnh tập trung chỉ đạo với các nội dung sau:\nI. MỤC ĐÍCH, YÊU CẦU\nNâng cao đời sống.\nII. NHIỆM VỤ"
    assert leads(read(LETTER.format(above=above))[1]) == set()


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("Các sở chỉ đạo các phòng thực hiện những nội dung sau:", {"Các sở"}),
        ("Giám đốc Sở Xây dựng chỉ đạo Chi cục Giám định thực hiện:", {"Sở Xây dựng"}),
        ("UBND tỉnh chỉ đạo các sở thực hiện các nội dung sau:", {"các sở"}),
    ],
)
def test_who_is_to_direct_others_leads_unless_it_is_the_issuer(above: str, expected: set[str], read: Read) -> None:
    assert leads(read(LETTER.format(above=above))[1]) == expected


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("UBND tỉnh giao nhiệm vụ cho các sở, ngành như sau:", {"các sở, ngành"}),
        ("Giao nhiệm vụ cụ thể cho các sở, ngành như sau:", {"các sở, ngành"}),
        ("Chủ tịch UBND tỉnh giao trách nhiệm Thủ trưởng các sở, ngành:", {"các sở, ngành"}),
        ("UBND tỉnh yêu cầu từng sở, ngành, địa phương:", {"từng sở, ngành, địa phương"}),
        ("UBND tỉnh thông báo để các sở, ngành biết, thực hiện như sau:", {"các sở, ngành"}),
        ("UBND tỉnh triển khai đến các đơn vị thực hiện một số nội dung sau:", {"các đơn vị"}),
        ("UBND tỉnh chuyển nội dung trên đến các đơn vị để thực hiện, cụ thể như sau:", {"các đơn vị"}),
        ("UBND tỉnh yêu cầu các sở, ngành nhấn mạnh thêm một số nội dung:", {"các sở, ngành"}),
        ("Thường trực HĐND tỉnh kiến nghị UBND tỉnh:", {"UBND tỉnh"}),
        (
            "Chủ tịch UBND tỉnh chỉ thị Thủ trưởng các sở, ngành; Chủ tịch UBND các huyện thực hiện các nội dung sau:",
            {"các sở, ngành", "UBND các huyện"},
        ),
        ("Kiến nghị UBND huyện Đà Bắc chỉ đạo các phòng, ban chuyên môn tập trung thực hiện:", {"UBND huyện Đà Bắc"}),
        ("UBND tỉnh đề nghị các ông (bà) Giám đốc các sở thực hiện các nội dung sau:", {"các sở"}),
    ],
)
def test_a_list_is_for_whom_the_sentence_above_it_calls_on(above: str, expected: set[str], read: Read) -> None:
    assert leads(read(LETTER.format(above=above))[1]) == expected


def test_what_a_sentence_announces_is_no_task_of_its_own(read: Read) -> None:
    above = "UBND tỉnh có ý kiến:\nI. NHIỆM VỤ\nYêu cầu các sở, ngành triển khai ngay một số nhiệm vụ cấp bách, trong đó:"
    assert leads_of_each(read(LETTER.format(above=above))[1]) == [{"các sở, ngành"}] * 2


NUMBERED = """UBND tỉnh có ý kiến:
I. {above}
- Rà soát hồ sơ.
II. Về kinh phí"""


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("Sở Y tế là cơ quan đầu mối:", [{"Sở Y tế"}]),
        ("Sở Y tế và Sở Nội vụ ngoài nhiệm vụ nêu trên còn có trách nhiệm:", [{"Sở Y tế", "Sở Nội vụ"}]),
        (
            "Hội đồng nhân dân tỉnh nhất trí thông qua các nhiệm vụ, giải pháp chủ yếu của năm và nhấn mạnh các nội dung sau:",
            [set()],
        ),
    ],
)
def test_a_heading_hands_down_the_body_and_nothing_more(above: str, expected: list[set[str]], read: Read) -> None:
    assert leads_of_each(read(LETTER.format(above=NUMBERED.format(above=above)))[1])[:1] == expected
