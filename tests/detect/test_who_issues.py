"""The issuer where the letterhead names several bodies, and the letter case of its name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document
from pipeline.detect.issuer_case import own_spelling, sentence_case

Read = Callable[..., tuple[Document, Directive]]

LETTER = """{top}
Số: 12/{symbol}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Khê, ngày 5 tháng 3 năm 2023

Kính gửi: Sở Y tế.

{body}

1. Sở Y tế báo cáo trước ngày 20/11/2023.
2. Sở Nội vụ tổng hợp.
"""


@pytest.mark.parametrize(
    ("top", "issuer"),
    [
        ("HỘI NÔNG DÂN VIỆT NAM\nBAN CHẤP HÀNH TRUNG ƯƠNG", "Ban Chấp hành Trung ương Hội Nông dân Việt Nam"),
        ("ĐOÀN TNCS HỒ CHÍ MINH\nBAN CHẤP HÀNH TRUNG ƯƠNG", "Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh"),
        ("ĐỘI TNTP HỒ CHÍ MINH\nHỘI ĐỒNG TRUNG ƯƠNG", "Hội đồng Trung ương Đội TNTP Hồ Chí Minh"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM\nBAN CHẤP HÀNH TRUNG ƯƠNG", "Ban Chấp hành Trung ương Đảng"),
        ("TỔNG CÔNG TY CẤP NƯỚC MIỀN TRUNG\nCÔNG TY CẤP NƯỚC SƠN KHÊ", "Công ty Cấp nước Sơn Khê"),
        ("TẬP ĐOÀN BƯU CHÍNH VIỄN THÔNG VIỆT NAM\nVIỄN THÔNG SƠN KHÊ", "Viễn thông Sơn Khê"),
        ("TẬP ĐOÀN BƯU CHÍNH\nVIỄN THÔNG VIỆT NAM", "Tập đoàn Bưu chính Viễn thông Việt Nam"),
        ("BẢO HIỂM XÃ\nHỘI TỈNH SƠN KHÊ", "Bảo hiểm xã hội tỉnh Sơn Khê"),
        ("HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM\nBTV HỘI LHPN TỈNH SƠN KHÊ", "Ban Thường vụ Hội Liên hiệp phụ nữ tỉnh Sơn Khê"),
        ("TỈNH ĐOÀN SƠN KHÊ\nBAN CHẤP HÀNH", "Ban Chấp hành Tỉnh đoàn Sơn Khê"),
        ("ĐOÀN TNCS HỒ CHÍ MINH\nBAN CHẤP HÀNH TỈNH SƠN KHÊ", "Ban Chấp hành Đoàn TNCS Hồ Chí Minh tỉnh Sơn Khê"),
        ("BAN CHẤP HÀNH ĐẢNG BỘ TỈNH SƠN KHÊ\nBAN DÂN VẬN", "Ban Dân vận Tỉnh ủy Sơn Khê"),
        ("TRƯỜNG ĐẠI HỌC SƠN KHÊ\nPHÒNG ĐÀO TẠO", "Phòng Đào tạo Trường Đại học Sơn Khê"),
        ("TRƯỜNG ĐẠI HỌC SƠN KHÊ\nKHOA LUẬT", "Khoa Luật Trường Đại học Sơn Khê"),
        ("TRƯỜNG ĐẠI HỌC\nKHOA HỌC SƠN KHÊ", "Trường Đại học khoa học Sơn Khê"),
        ("BỆNH VIỆN ĐA\nKHOA TỈNH SƠN KHÊ", "Bệnh viện Đa khoa tỉnh Sơn Khê"),
        ("CÔNG AN TỈNH SƠN KHÊ\nPHÒNG CẢNH SÁT GIAO THÔNG", "Phòng Cảnh sát giao thông Công an tỉnh Sơn Khê"),
        (
            "ỦY BAN MTTQ VIỆT NAM\nTỈNH SƠN KHÊ\nBAN THƯỜNG TRỰC",
            "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Khê",
        ),
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN KHÊ\nCÔNG ĐOÀN VIÊN CHỨC TỈNH", "Công đoàn viên chức tỉnh"),
        ("UBND TỈNH SƠN KHÊ\nSỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Sở Lao động - Thương binh và Xã hội tỉnh Sơn Khê"),
        ("SỞ Y TẾ - CÔNG AN TỈNH SƠN KHÊ", "Sở Y tế - Công an tỉnh Sơn Khê"),
        ("BỘ NỘI VỤ - BỘ TÀI CHÍNH", "Bộ Nội vụ - Bộ Tài chính"),
        ("BỘ NỘI VỤ- BỘ TÀI CHÍNH", "Bộ Nội vụ - Bộ Tài chính"),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO SƠN KHÊ\nTRƯỜNG THPT LÊ VĂN SĨ", "Trường THPT Lê Văn Sĩ"),
        ("CỤC HẢI QUAN\nCHI CỤC HẢI QUAN KHU VỰC XVII", "Chi cục Hải quan khu vực XVII"),
    ],
)
def test_the_last_body_issues_with_the_house_it_needs(read: Read, top: str, issuer: str) -> None:
    assert read(LETTER.format(top=top, symbol="KH", body="Đề nghị thực hiện:"))[1].fields.issuer == issuer


@pytest.mark.parametrize(
    ("top", "issuer"),
    [
        ("UBND QUẬN 3\nPHƯỜNG 5", "Ủy ban nhân dân phường 5 quận 3"),
        ("UBND THÀNH PHỐ NAM SƠN\nPHƯỜNG HẢI LÝ", "Ủy ban nhân dân phường Hải Lý"),
        ("ỦY BAN NHÂN DÂN\nPHƯỜNG 5", "Ủy ban nhân dân phường 5"),
        ("ỦY BAN NHÂN DÂN\nXÃ ĐOÀN KẾT", "Ủy ban nhân dân xã Đoàn Kết"),
    ],
)
def test_a_commune_below_the_council_of_its_district(read: Read, top: str, issuer: str) -> None:
    assert read(LETTER.format(top=top, symbol="KH-UBND", body="Đề nghị thực hiện:"))[1].fields.issuer == issuer


def test_the_paper_spells_the_name_of_its_issuer(read: Read) -> None:
    body = "Ban Quản lý vịnh Hải Lý đề nghị thực hiện:"
    top = "UBND TỈNH SƠN KHÊ\nBAN QUẢN LÝ VỊNH HẢI LÝ"
    assert read(LETTER.format(top=top, symbol="BQL", body=body))[1].fields.issuer == "Ban Quản lý vịnh Hải Lý tỉnh Sơn Khê"


def test_letter_case() -> None:
    assert sentence_case("HỘI ĐỒNG THÀNH VIÊN", None) == "Hội đồng thành viên"
    assert sentence_case("TRƯỜNG MẦM NON HOA BAN", None) == "Trường Mầm non Hoa Ban"
    assert sentence_case("TRƯỜNG ĐẠI HỌC KINH TẾ QUỐC DÂN", None) == "Trường Đại học kinh tế quốc dân"
    assert own_spelling("Trường Đại học kinh tế quốc dân", "TRƯỜNG ĐẠI HỌC KINH TẾ QUỐC DÂN") == "Trường Đại học kinh tế quốc dân"
    assert own_spelling("Trường Đại học lam sơn", "tại Đại học Lam Sơn") == "Trường Đại học Lam Sơn"
    assert own_spelling("Sở Nội vụ", "sở nội vụ") == "Sở Nội vụ"


def test_what_the_youth_union_prints_beside_its_number_is_no_subject(read: Read) -> None:
    text = LETTER.format(top="TỈNH ĐOÀN SƠN KHÊ", symbol="CV", body="Đề nghị thực hiện:").replace(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", "V/v tổ chức Tháng Thanh niên\nĐOÀN TNCS HỒ CHÍ MINH"
    )
    found = read(text)[1].fields
    assert (found.issuer, found.subject) == ("Tỉnh đoàn Sơn Khê", "tổ chức Tháng Thanh niên")


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("Ý kiến kết luận của Phó Chủ tịch UBND thành phố tại buổi họp", None),
        ("Kết luận của Phó Chủ tịch UBND tỉnh Lò Thị Mai tại cuộc họp", "Phó Chủ tịch UBND tỉnh Lò Thị Mai"),
    ],
)
def test_a_title_without_a_name_is_no_person(read: Read, words: str, person: str | None) -> None:
    text = LETTER.format(top="UBND TỈNH SƠN KHÊ", symbol="TB-UBND", body="Kết luận:").replace(
        "Kính gửi: Sở Y tế.", f"THÔNG BÁO\n{words}"
    )
    assert read(text)[1].fields.directed_by == person


@pytest.mark.parametrize(
    ("below", "addressees"),
    [
        ("Ủy ban nhân dân các tỉnh: Sơn Khê, Nam Sơn.", ("Ủy ban nhân dân các tỉnh: Sơn Khê, Nam Sơn",)),
        ("Sở Y tế;\nUBND các huyện, thành phố.", ("Sở Y tế", "UBND các huyện, thành phố")),
        ("- Sở Y tế.\nỦy ban nhân dân tỉnh yêu cầu các sở:", ("Sở Y tế",)),
    ],
)
def test_receivers_without_bullets(read: Read, below: str, addressees: tuple[str, ...]) -> None:
    text = LETTER.format(top="BỘ Y TẾ", symbol="CĐ-BYT", body="Để phòng bão, đề nghị:").replace(
        "Kính gửi: Sở Y tế.", f"CÔNG ĐIỆN\nVề việc ứng phó bão\n\nBỘ TRƯỞNG BỘ Y TẾ điện:\n{below}"
    )
    assert read(text)[1].fields.addressees == addressees
