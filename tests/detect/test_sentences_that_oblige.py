"""Sentences above a list that oblige somebody whom no list of names knows, and headings that name whose part the items are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document
from tests.reading import role_rules

Read = Callable[..., tuple[Document, Directive]]

NOTICE = """BỘ TƯ PHÁP
Số: 45/TB-BTP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 12 tháng 3 năm 2012

THÔNG BÁO
Kết luận của Bộ trưởng tại Hội nghị sơ kết công tác

Ngày 10 tháng 3 năm 2012, Bộ trưởng đã chủ trì Hội nghị và kết luận như sau:
I. Về kết quả
Bộ trưởng đánh giá cao những kết quả đã đạt được.
II. Về phương hướng thời gian tới
{above}
1. Nâng cao chất lượng thẩm định văn bản.
2. Tiếp tục cải cách thủ tục hành chính, cụ thể:
- Rà soát các thủ tục đang thực hiện.
- Công khai các thủ tục trên trang thông tin.

TL. BỘ TRƯỞNG
CHÁNH VĂN PHÒNG
Trần Văn Nam
"""

RULES = """ỦY BAN NHÂN DÂN
TỈNH YÊN BÁI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 45/2022/QĐ-UBND
Yên Bái, ngày 12 tháng 3 năm 2022

QUYẾT ĐỊNH
Ban hành Quy chế phối hợp quản lý lễ hội trên địa bàn tỉnh

Điều 1. Ban hành kèm theo Quyết định này Quy chế phối hợp quản lý lễ hội.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Nam

QUY CHẾ
Phối hợp quản lý lễ hội
Điều 4. {above}
1. Hướng dẫn ban tổ chức lễ hội lập hồ sơ theo quy định.
2. Tổng hợp, báo cáo kết quả thực hiện hằng năm.
"""


def leads(directive: Directive) -> set[str]:
    return {a.name for task in directive.tasks for a in task.agencies if a.role is Role.LEAD}


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("Để hoàn thành nhiệm vụ năm nay, toàn ngành Tư pháp cần tập trung làm tốt các nhiệm vụ sau:", "toàn ngành Tư pháp"),
        ("Khối lượng việc còn nhiều, do vậy toàn ngành phải làm tốt các công việc sau đây:", "toàn ngành"),
        ("Trong thời gian tới, đoàn viên, thanh niên cần chú trọng một số việc sau:", "đoàn viên, thanh niên"),
        ("Thời gian tới, tập thể lãnh đạo và cán bộ của Vụ tập trung vào các việc sau:", "tập thể lãnh đạo và cán bộ của Vụ"),
        ("Hệ thống trợ giúp pháp lý cần quan tâm, chú trọng các nhiệm vụ sau:", "Hệ thống trợ giúp pháp lý"),
        ("Bộ trưởng yêu cầu toàn ngành trong năm 2012 tập trung thực hiện tốt các nhiệm vụ sau:", "toàn ngành"),
    ],
)
def test_a_list_is_for_whom_the_sentence_above_it_obliges(above: str, expected: str, read: Read) -> None:
    assert leads(read(NOTICE.format(above=above))[1]) == {expected}


@pytest.mark.parametrize(
    "above",
    [
        "Trong thời gian tới, công tác thi hành án cần tập trung vào các nội dung sau:",
        "Việc xây dựng thể chế phải chú trọng các yêu cầu sau đây:",
        "Về địa bàn thành phố Cần Thơ, một số nội dung cụ thể như sau:",
    ],
)
def test_work_and_places_are_obliged_to_nothing(above: str, read: Read) -> None:
    assert leads(read(NOTICE.format(above=above))[1]) == set()


@pytest.mark.parametrize(
    "above",
    [
        "Nội dung Sở Nội vụ phối hợp thực hiện",
        "Những nội dung mà Sở Nội vụ có trách nhiệm cung cấp",
        "Nội dung và trách nhiệm phối hợp của Sở Nội vụ",
        "Nội dung quản lý lễ hội thuộc trách nhiệm của Sở Nội vụ",
        "Phân công nhiệm vụ đối với Sở Nội vụ",
        "Vai trò, trách nhiệm của Sở Nội vụ trong quản lý lễ hội",
        "Quyền và nghĩa vụ của Sở Nội vụ",
        "Căn cứ chức năng, nhiệm vụ được giao, Sở Nội vụ",
    ],
)
def test_a_heading_names_whose_part_its_items_are(above: str, read: Read) -> None:
    assert leads(read(RULES.format(above=above))[1]) == {"Sở Nội vụ"}


@pytest.mark.parametrize(
    "above", ["Nội dung phối hợp với Sở Nội vụ", "Nội dung báo cáo Sở Nội vụ", "Quyền và nghĩa vụ của công dân"]
)
def test_with_whom_or_to_whom_is_not_whose(above: str, read: Read) -> None:
    assert leads(read(RULES.format(above=above))[1]) == set()


@pytest.mark.parametrize("opening", ["ngoài ra", "đồng thời", "bên cạnh đó"])
def test_what_links_a_sentence_to_the_one_before_is_nobody(opening: str) -> None:
    assert role_rules().at("placed.responsible", "hộ nuôi cá lồng có trách nhiệm khai báo") is not None
    assert role_rules().at("placed.responsible", f"{opening}, hộ nuôi cá lồng có trách nhiệm khai báo") is None
