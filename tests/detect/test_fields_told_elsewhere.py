"""Fields that the letterhead leaves open: the block of a portal, the title, the paper's own words; and what must stay empty."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from models.directive import Directive, Fields
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

BLOCK = """Bản dịch này thuộc quyền sở hữu của trang
#
Số hiệu:
|
306/VPCP-NN
|
|
Loại văn bản:
|
Công văn
|
Nơi ban hành:
|
Văn phòng Chính phủ
|
Người ký:
|
Trần Hữu Bách
|
Ngày ban hành:
|
18/11/2025
|
Tình trạng:
|
Đã biết
|
"""
BODY = "Hiện nay công tác này còn chậm.\n\n1. Bộ Y tế báo cáo kết quả.\n\n2. Bộ Xây dựng rà soát dự án.\n"
MARKDOWN = """layout: vanban
title: "Nghị quyết 159/NQ-CP về việc bổ sung dự án Luật"
date: 2026-06-20
tags:
- luật
- chính phủ

NGHỊ QUYẾT

THÔNG TIN VĂN BẢN

| Trường | Giá trị |
|---|---|
| Số hiệu | 159/NQ-CP |
| Ngày ban hành | 20/6/2026 |
| Cơ quan ban hành | Chính phủ |
| Người ký | Trần Hữu Bách (Phó Thủ tướng, ký thay Thủ tướng) |
| Loại văn bản | Nghị quyết |
| Phạm vi | Toàn quốc |

VĂN BẢN

"""

PROVINCE = "Chỉ thị về việc kiểm tra trên địa bàn tỉnh đồng nai"


def fields(read: Read, text: str) -> Fields:
    return read(text)[1].fields


def test_the_block_of_a_portal_fills_what_the_paper_leaves_open(read: Read) -> None:
    directive = read(BLOCK + BODY)[1]
    got = directive.fields
    assert (got.number, got.type, got.issuer, got.issued) == ("306/VPCP-NN", "CV", "Văn phòng Chính phủ", date(2025, 11, 18))
    assert got.signer is not None
    assert got.signer.name == "Trần Hữu Bách"
    assert {got.evidence[name].confidence for name in ("number", "issued", "signer")} == {0.85}
    assert [task.path for task in directive.tasks] == [("1",), ("2",)]


def test_the_paper_goes_before_the_block_of_the_portal(read: Read) -> None:
    letter = "VĂN PHÒNG CHÍNH PHỦ\n|\nSố: 307/VPCP-NN\n|\nHà Nội, ngày 19 tháng 11 năm 2025\n|\nKính gửi: Bộ Y tế.\n"
    got = fields(read, BLOCK + letter + BODY)
    assert (got.number, got.issued, got.place, got.addressees) == ("307/VPCP-NN", date(2025, 11, 19), "Hà Nội", ("Bộ Y tế",))


def test_the_head_and_table_of_a_markdown_page_are_read(read: Read) -> None:
    got = fields(read, MARKDOWN + BODY)
    assert (got.number, got.type, got.issuer, got.issued, got.subject) == (
        "159/NQ-CP",
        "NQ",
        "Chính phủ",
        date(2026, 6, 20),
        "bổ sung dự án Luật",
    )
    assert got.signer is not None
    assert (got.signer.name, got.signer.title, got.signer.authority) == ("Trần Hữu Bách", "Phó Thủ tướng", "KT.")


def test_the_tail_of_a_portal_page_is_set_aside(read: Read) -> None:
    tail = "Văn bản này chưa cập nhật nội dung Tiếng Anh\nTHÔNG BÁO\n1. Quý khách gửi phản hồi trước ngày 01/7/2026.\n"
    directive = read(BLOCK + BODY + tail)[1]
    assert len(directive.tasks) == 2


def test_one_label_in_a_letter_is_no_block(read: Read) -> None:
    got = fields(read, "Kính gửi: Sở Y tế.\n\nCung cấp số liệu như sau:\n\nSố hiệu: 306/VPCP-NN\n\n1. Sở Y tế báo cáo.\n")
    assert got.number is None


@pytest.mark.parametrize(
    ("title", "words", "issuer", "place"),
    [
        (PROVINCE, "Để bảo đảm an toàn, Uỷ ban nhân dân tỉnh yêu cầu:", "Ủy ban nhân dân tỉnh Đồng Nai", "Đồng Nai"),
        ("Chỉ thị về việc kiểm tra năm 2010", "Bộ trưởng Bộ Công Thương yêu cầu các đơn vị thực hiện:", "Bộ Công Thương", None),
        ("Thông báo kết luận tại cuộc họp", "Văn phòng Chính phủ xin thông báo để các cơ quan biết.", "Văn phòng Chính phủ", None),
        ("Chỉ thị về việc kiểm tra năm 2010", "Để bảo đảm an toàn, Uỷ ban nhân dân tỉnh yêu cầu:", None, None),
        (PROVINCE, "Các huyện báo cáo Uỷ ban nhân dân tỉnh:", None, "Đồng Nai"),
    ],
    ids=["province-of-the-title", "minister", "office", "no-province-named", "another-sentence"],
)
def test_a_paper_without_letterhead_names_its_issuer_only_in_its_own_orders(
    read: Read, title: str, words: str, issuer: str | None, place: str | None
) -> None:
    got = fields(read, f"{title}\n{words}\n1. Sở Y tế:\n- Báo cáo kết quả.\n")
    assert (got.issuer, got.place) == (issuer, place)
    assert (got.number, got.issued, got.signer) == (None, None, None)


def test_a_decision_without_letterhead_names_who_decides(read: Read) -> None:
    got = fields(
        read,
        "Quyết định về việc thành lập ban chỉ đạo\nThủ tướng chính phủ\nCăn cứ Luật Tổ chức Chính phủ;\nQuyết định:\n"
        "Điều 1. Thành lập Ban Chỉ đạo.\nĐiều 2. Bộ Ngoại giao báo cáo kết quả.\n",
    )
    assert (got.type, got.issuer) == ("QĐ", "Thủ tướng Chính phủ")


def test_a_resolution_is_of_the_day_it_was_passed(read: Read) -> None:
    got = fields(
        read,
        "QUỐC HỘI\nNghị quyết số: 94/2025/QH15\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
        "NGHỊ QUYẾT\nĐiều chỉnh Chương trình\n\nCăn cứ Hiến pháp;\n\n"
        "Điều 1. Giao Chính phủ trình dự án Luật.\n\nNghị quyết này được Quốc hội khóa XV thông qua ngày 14 tháng 8 năm 2025.\n",
    )
    assert got.issued == date(2025, 8, 14)


def test_a_letter_passes_on_the_words_of_a_deputy(read: Read) -> None:
    got = fields(
        read,
        "VĂN PHÒNG CHÍNH PHỦ\nSố: 12/VPCP-NN\n\nKính gửi: Bộ Y tế.\n\n"
        "Xét đề nghị của Bộ Y tế, Phó Thủ tướng Chính phủ Trần Hữu Bách có ý kiến như sau:\n\n"
        "Bộ Y tế báo cáo kết quả.\n",
    )
    assert got.directed_by == "Phó Thủ tướng Chính phủ Trần Hữu Bách"


@pytest.mark.parametrize(
    ("title", "director"),
    [
        ("Kết luận của Phó Chủ tịch UBND tỉnh Trần Hữu Bách tại cuộc họp về cầu Sông Bùng", "Phó Chủ tịch UBND tỉnh Trần Hữu Bách"),
        ("Kết luận của Lãnh đạo UBND Thành phố về trật tự hai đầu cầu Sông Bùng", None),
        ("Ý kiến của Chủ tịch UBND tỉnh tại buổi kiểm tra hồ Nà Tâu", None),
    ],
)
def test_a_place_in_the_title_of_a_notice_is_no_person(read: Read, title: str, director: str | None) -> None:
    notice = "ỦY BAN NHÂN DÂN\nTỈNH SƠN KHÊ\n\nSố: 12/TB-UBND\n\nTHÔNG BÁO\n{}\n\n1. Giao Sở Y tế rà soát hồ sơ.\n"
    assert fields(read, notice.format(title)).directed_by == director


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        ("ĐẢNG ỦY CHÍNH PHỦ\nVĂN PHÒNG", "Văn phòng Đảng ủy Chính phủ"),
        ("TỈNH ỦY ĐỒNG NAI\nBAN TỔ CHỨC", "Ban Tổ chức Tỉnh ủy Đồng Nai"),
        ("VĂN\nPHÒNG CHÍNH PHỦ", "Văn phòng Chính phủ"),
        ("BẢO HIỂM XÃ\nHỘI VIỆT NAM", "Bảo hiểm xã hội Việt Nam"),
        ("BAN CHỈ ĐẠO NHÀ\nNƯỚC VỀ DU LỊCH", "Ban Chỉ đạo Nhà nước về du lịch"),
        ("BỘ VĂN HÓA, THỂ\nTHAO VÀ DU LỊCH", "Bộ Văn hóa, Thể thao và Du lịch"),
    ],
)
def test_the_body_that_opens_the_last_line_is_the_issuer(read: Read, lines: str, issuer: str) -> None:
    assert fields(read, f"{lines}\n\nSố: 12-CV/VP\n\nKính gửi: Bộ Y tế.\n\nĐề nghị báo cáo.\n").issuer == issuer
