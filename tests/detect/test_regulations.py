"""Regulations that a decision carries: where they begin, which articles they have, and whose duties an article tells."""

from __future__ import annotations

import pytest

from models.directive import Directive, Role
from pipeline.detect import Detector, detect
from tests.reading import outline_of

LETTERHEAD = """ỦY BAN NHÂN DÂN
TỈNH BẮC NINH
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 45/2025/QĐ-UBND
Bắc Ninh, ngày 18 tháng 11 năm 2025

QUYẾT ĐỊNH
BAN HÀNH QUY CHẾ PHỐI HỢP QUẢN LÝ CHỢ TRÊN ĐỊA BÀN TỈNH BẮC NINH

Điều 1. Ban hành kèm theo Quyết định này Quy chế phối hợp quản lý chợ.

Điều 2. Chánh Văn phòng Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:
- Như Điều 2;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An

"""
TITLE = "QUY CHẾ\nPHỐI HỢP QUẢN LÝ CHỢ\n(Ban hành kèm theo Quyết định số 45/2025/QĐ-UBND)\n\n"
GLUED = "QUY CHẾ PHỐI HỢP QUẢN LÝ CHỢ (Ban hành kèm theo Quyết định số 45/2025/QĐ-UBND ngày 18 tháng 11 năm 2025)\n\n"
GENERAL = (
    "Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi điều chỉnh\n\nQuy chế này quy định việc quản lý chợ.\n\nChương II\nTRÁCH NHIỆM\n\n"
)
WORK = "\n\n1. Kiểm tra việc niêm yết giá tại các chợ.\n\n2. Theo dõi, tổng hợp số liệu về các chợ.\n\n"
ARTICLES = f"Điều 5. Trách nhiệm của Sở Công Thương{WORK}Điều 9. Ủy ban nhân dân xã, phường{WORK}"


def leads(directive: Directive) -> list[tuple[str, ...]]:
    return [tuple(agency.name for agency in task.agencies if agency.role is Role.LEAD) for task in directive.tasks]


@pytest.mark.parametrize("title", [TITLE, GLUED, "PHỐI HỢP QUẢN LÝ CÁC CHỢ\n\n", ""], ids=["full", "glued", "no type", "none"])
@pytest.mark.parametrize("general", [GENERAL, ""], ids=["chapters", "articles left out"])
def test_what_a_decision_carries_behind_its_signature_is_read(title: str, general: str, detector: Detector) -> None:
    directive = detect(outline_of(LETTERHEAD + title + general + ARTICLES), detector=detector)
    assert leads(directive) == 2 * [("Sở Công Thương",)] + 2 * [("Ủy ban nhân dân xã, phường",)]


def test_a_table_of_criteria_behind_the_signature_is_no_list_of_orders(detector: Detector) -> None:
    table = (
        "BẢNG TIÊU CHÍ CHẤM ĐIỂM CHỢ VĂN MINH\n\n1. Có nội quy chợ, niêm yết giá công khai.\n\n2. Có phương án chữa cháy.\n\n" * 3
    )
    assert detect(outline_of(LETTERHEAD + table), detector=detector).tasks == ()


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Trách nhiệm của văn thư cơ quan", ("văn thư cơ quan",)),
        ("Trách nhiệm của bên mua điện", ("bên mua điện",)),
        ("Trách nhiệm, quyền hạn của đơn vị vận hành lưới điện", ("đơn vị vận hành lưới điện",)),
        ("Trách nhiệm các sở, ngành và Ủy ban nhân dân xã, phường", ("các sở, ngành", "Ủy ban nhân dân xã, phường")),
        ("Thẩm quyền và trách nhiệm của Chủ tịch Ủy ban nhân dân cấp xã", ("Ủy ban nhân dân cấp xã",)),
        ("Trách nhiệm của Công an tỉnh trong công tác quản lý chợ", ("Công an tỉnh",)),
        ("Trách nhiệm của các cơ quan, đơn vị trong việc phối hợp", ("các cơ quan, đơn vị",)),
        ("Trách nhiệm quản lý nhà nước về chợ của Sở Công Thương", ("Sở Công Thương",)),
        ("Nội dung phối hợp của Sở Tài chính", ("Sở Tài chính",)),
        ("Trách nhiệm của từng cơ quan", ()),
        ("Mối quan hệ giữa Sở Công Thương với Công an tỉnh", ()),
    ],
)
def test_whose_duties_an_article_tells(heading: str, expected: tuple[str, ...], detector: Detector) -> None:
    directive = detect(outline_of(f"{LETTERHEAD}{TITLE}{GENERAL}Điều 5. {heading}{WORK}"), detector=detector)
    assert [found for found in leads(directive) if found != expected] == []
    assert len(directive.tasks) == 2 or not expected


def test_the_issuer_is_no_part_of_the_subject_without_its_place(detector: Detector) -> None:
    text = LETTERHEAD.replace(
        "Điều 1. Ban hành", "ỦY BAN NHÂN DÂN TỈNH\n\nCăn cứ Luật Tổ chức chính quyền địa phương;\n\nĐiều 1. Ban hành"
    )
    directive = detect(outline_of(text), detector=detector)
    assert directive.fields.subject == "BAN HÀNH QUY CHẾ PHỐI HỢP QUẢN LÝ CHỢ TRÊN ĐỊA BÀN TỈNH BẮC NINH"
