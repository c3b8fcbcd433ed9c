"""Which province the local bodies of a paper belong to, where the centre issues it."""

from __future__ import annotations

from collections.abc import Callable

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

NOTICE = """{issuer}
Số: 12/TB-{symbol}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 5 tháng 3 năm 2013

THÔNG BÁO
{subject}

1. Sở Y tế rà soát danh mục thuốc trước ngày 20/11/2013, báo cáo Bộ trưởng.
2. Đề nghị UBND tỉnh bố trí kinh phí.

Nơi nhận: Lưu VT.
"""


def bodies(directive: Directive) -> list[str | None]:
    return [agency.canonical for task in directive.tasks for agency in task.agencies]


def test_a_notice_of_a_ministry_means_no_bodies_of_ha_noi(read: Read) -> None:
    _, directive = read(NOTICE.format(issuer="BỘ Y TẾ", symbol="BYT", subject="Kết luận tại hội nghị giao ban quý I"))
    assert bodies(directive) == ["Sở Y tế", None, "Ủy ban nhân dân tỉnh"]


def test_the_province_of_the_title_is_meant(read: Read) -> None:
    _, directive = read(NOTICE.format(issuer="BỘ Y TẾ", symbol="BYT", subject="Kết luận tại buổi làm việc với tỉnh Lào Cai"))
    assert bodies(directive) == ["Sở Y tế tỉnh Lào Cai", None, "Ủy ban nhân dân tỉnh Lào Cai"]


def test_a_paper_of_the_city_means_its_own(read: Read) -> None:
    _, directive = read(NOTICE.format(issuer="UBND THÀNH PHỐ HÀ NỘI", symbol="UBND", subject="Kết luận giao ban quý I"))
    assert bodies(directive)[0] == "Sở Y tế thành phố Hà Nội"
