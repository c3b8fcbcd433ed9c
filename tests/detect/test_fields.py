"""The fields of the letterhead and the ending."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from models.directive import Directive, Fields
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

LETTER = """{issuer}

Số: {number}

V/v báo cáo kết quả

{place}, ngày {day} tháng {month} năm {year}

Kính gửi: Sở Y tế.

Đề nghị Sở Y tế báo cáo kết quả.

Nơi nhận:
- Như trên;
- Bộ Nội vụ (để b/c);
- Lưu: VT.

{title}

Trần Hữu Bách
"""


PARTS = {
    "issuer": "ỦY BAN NHÂN DÂN\nTỈNH SƠN KHÊ",
    "number": "12/UBND-NC",
    "place": "Sơn Khê",
    "day": "5",
    "month": "3",
    "year": "2025",
    "title": "CHỦ TỊCH",
}


def fields(read: Read, form_values: tuple[str, ...] = (), **parts: str) -> Fields:
    return read(LETTER.format(**{**PARTS, **parts}), form_values=form_values)[1].fields


@pytest.mark.parametrize(
    ("printed", "place", "issued"),
    [
        ("Sơn Khê, ngày 5 tháng 3 năm 2025", "Sơn Khê", date(2025, 3, 5)),
        ("Ngày 5 tháng 3 năm 2025", None, date(2025, 3, 5)),
        ("Sơn Khê,\nngày 5 tháng 3 năm 2025", "Sơn Khê", date(2025, 3, 5)),
        ("Ngày 5 tháng 3", None, None),
        ("Sơn Khê, hồi 16 giờ 30 ngày 5 tháng 3 năm 2025", "Sơn Khê", date(2025, 3, 5)),
        ("Sơn Khê, 7h00', ngày 5 tháng 3 năm 2025", "Sơn Khê", date(2025, 3, 5)),
        ("Lúc 9 giờ 05 phút, ngày 5/3/2025", None, date(2025, 3, 5)),
        ("Sơn Khê, ngày 5 tháng 3 năm 2025 (16 giờ 00)", "Sơn Khê", date(2025, 3, 5)),
        ("Sơn Khê, hồi 16 giờ\nngày 5 tháng 3 năm 2025", "Sơn Khê", date(2025, 3, 5)),
    ],
)
def test_the_place_and_the_day(printed: str, place: str | None, issued: date | None, read: Read) -> None:
    head = LETTER.format(**PARTS).replace("Sơn Khê, ngày 5 tháng 3 năm 2025", printed)
    found = read(head)[1].fields
    assert (found.place, found.issued) == (place, issued)


@pytest.mark.parametrize(
    ("printed", "number", "kind"),
    [
        ("12/UBND-NC", "12/UBND-NC", "CV"),
        ("012 /KH-UBND", "012/KH-UBND", "KH"),
        ("           /UBND-NC", "/UBND-NC", "CV"),
        ("…../UBND-NC", "/UBND-NC", "CV"),
        ("402-CV/VPĐU", "402-CV/VPĐU", "CV"),
        ("15 / TB – VP", "15/TB-VP", "TB"),
    ],
)
def test_numbers_keep_leading_zeros_and_blanks_stay_blank(read: Read, printed: str, number: str, kind: str) -> None:
    read_fields = fields(read, number=printed)
    assert (read_fields.number, read_fields.type) == (number, kind)


def test_a_blank_number_is_taken_from_the_form_field_of_the_signed_file(read: Read) -> None:
    assert fields(read, ("1865",), number="      /SXD-QLN").number == "1865/SXD-QLN"
    assert fields(read, ("1865", "77"), number="      /SXD-QLN").number == "/SXD-QLN", "two candidates: no guess"


def test_the_date_is_empty_when_day_or_month_is_blank(read: Read) -> None:
    whole, blank, wrong = fields(read), fields(read, day="    ", month="  "), fields(read, day="31", month="2")
    assert (whole.issued, whole.place) == (date(2025, 3, 5), "Sơn Khê")
    assert (blank.issued, blank.year) == (None, 2025)
    assert wrong.issued is None


def test_a_symbol_that_begins_with_the_issuer_is_no_type(read: Read) -> None:
    letter = fields(read, issuer="BỘ TÀI CHÍNH\nCỤC THUẾ", number="5467/CT-CS")
    assert (letter.type, letter.issuer) == ("CV", "Cục Thuế")
    assert fields(read, number="12/CT-UBND").type == "CT"


@pytest.mark.parametrize(
    ("printed", "issuer"),
    [
        ("ỦY BAN NHÂN DÂN\nTỈNH SƠN KHÊ", "Ủy ban nhân dân tỉnh Sơn Khê"),
        ("UBND TỈNH SƠN KHÊ\nSỞ NỘI VỤ", "Sở Nội vụ tỉnh Sơn Khê"),
        ("UBND TỈNH LÀO CAI\nVĂN PHÒNG", "Văn phòng Ủy ban nhân dân tỉnh Lào Cai"),
        ("VĂN PHÒNG CHÍNH PHỦ", "Văn phòng Chính phủ"),
        ("BỘ NỘI VỤ", "Bộ Nội vụ"),
        ("BỘ NÔNG NGHIỆP\nĐÀI THÚ Y KHU VỰC NAM SƠN", "Đài Thú y khu vực Nam Sơn"),
        # Places whose names hold the word for a body.
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG", "Ủy ban nhân dân thành phố Hải Phòng"),
        ("HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", "Hội đồng nhân dân thành phố Hải Phòng"),
        ("UBND THÀNH PHỐ HẢI PHÒNG\nSỞ Y TẾ", "Sở Y tế thành phố Hải Phòng"),
        ("UBND THÀNH PHỐ HẢI PHÒNG VĂN PHÒNG", "Văn phòng Ủy ban nhân dân thành phố Hải Phòng"),
        ("ỦY BAN NHÂN DÂN\nPHƯỜNG HỘI AN TÂY", "Ủy ban nhân dân phường Hội An Tây"),
        ("ỦY BAN NHÂN DÂN\nHUYỆN XUÂN TRƯỜNG", "Ủy ban nhân dân huyện Xuân Trường"),
        ("ỦY BAN NHÂN DÂN\nXÃ TÂN HỘI", "Ủy ban nhân dân xã Tân Hội"),
        ("UBND XÃ TÂN HỘI\nTRẠM Y TẾ", "Trạm Y tế xã Tân Hội"),
    ],
)
def test_the_issuer_is_written_as_in_a_sentence(read: Read, printed: str, issuer: str) -> None:
    assert fields(read, issuer=printed).issuer == issuer


@pytest.mark.parametrize(
    ("printed", "title", "authority"),
    [
        ("CHỦ TỊCH", "Chủ tịch", None),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "Chủ tịch", "TM."),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "Phó giám đốc", "KT."),
        ("T/L CHỦ TỊCH\nCHÁNH VĂN PHÒNG", "Chánh văn phòng", "TL."),
    ],
)
def test_signer(read: Read, printed: str, title: str, authority: str | None) -> None:
    signer = fields(read, title=printed).signer
    assert signer is not None
    assert (signer.name, signer.title, signer.authority) == ("Trần Hữu Bách", title, authority)


@pytest.mark.parametrize("speck", ["N", "ÚC", "_ N"])
def test_what_a_seal_leaves_below_a_title_is_none(read: Read, speck: str) -> None:
    signer = fields(read, title=f"KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n{speck}").signer
    assert signer is not None
    assert (signer.name, signer.title, signer.authority) == ("Trần Hữu Bách", "Thứ trưởng", "KT.")


@pytest.mark.parametrize("degree", ["BS CKII", "BS.CKI.", "Thạc sĩ", "NGƯT."])
def test_a_degree_is_no_title(read: Read, degree: str) -> None:
    signer = read(LETTER.format(**PARTS).replace("Trần Hữu Bách", f"{degree} Trần Hữu Bách"))[1].fields.signer
    plain = fields(read).signer
    assert signer is not None
    assert plain is not None
    assert (signer.name, signer.title) == ("Trần Hữu Bách", plain.title)


@pytest.mark.parametrize("name", ["NGUYỄN VĂN AN", "Y Thanh Hà Niê Kđăm", "H’Yim Kđoh", "Lò A Páo"])
def test_names_of_all_peoples_sign(read: Read, name: str) -> None:
    signer = read(LETTER.format(**PARTS).replace("Trần Hữu Bách", f"TS. {name}"))[1].fields.signer
    assert signer is not None
    assert signer.name == name


def test_pointers_are_no_recipients(read: Read) -> None:
    read_fields = fields(read)
    assert read_fields.addressees == ("Sở Y tế",)
    assert read_fields.recipients == ("Bộ Nội vụ (để b/c)", "Lưu: VT")
    assert read_fields.subject == "báo cáo kết quả"


def test_each_field_points_to_its_words(read: Read) -> None:
    evidence = fields(read).evidence
    assert set(evidence) == {"number", "place", "issued", "issuer", "subject", "signer"}
    assert evidence["issued"].quote == "Sơn Khê, ngày 5 tháng 3 năm 2025"


@pytest.mark.parametrize(
    ("title", "read_title", "authority"),
    [
        ("TRẠM TRƯỞNG", "Trạm trưởng", None),
        ("TRƯỞNG CÔNG AN XÃ", "Trưởng công an xã", None),
        ("THỦ TRƯỞNG ĐƠN VỊ", "Thủ trưởng đơn vị", None),
        ("TỔNG BIÊN TẬP", "Tổng biên tập", None),
        ("TỔNG GIÁM ĐỐC", "Tổng giám đốc", None),
        ("KT. TỔNG GIÁM ĐỐC\nPHÓ TỔNG GIÁM ĐỐC", "Phó tổng giám đốc", "KT."),
        ("KT.CHỦ TỊCH\nPHÓ CHỦ TỊCH", "Phó chủ tịch", "KT."),
    ],
)
def test_titles_of_smaller_offices_sign_too(read: Read, title: str, read_title: str, authority: str | None) -> None:
    signer = fields(read, title=title).signer
    assert signer is not None
    assert (signer.name, signer.title, signer.authority) == ("Trần Hữu Bách", read_title, authority)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Quận 1, ngày 5 tháng 3 năm 2025", "Quận 1"),
        ("Sơn Khê ngày 5 tháng 3 năm 2025", "Sơn Khê"),
        ("SƠN KHÊ, NGÀY 5 THÁNG 3 NĂM 2025", "SƠN KHÊ"),
    ],
)
def test_place_and_date_in_other_dress(read: Read, line: str, place: str) -> None:
    text = LETTER.format(**PARTS).replace("Sơn Khê, ngày 5 tháng 3 năm 2025", line)
    found = read(text)[1].fields
    assert (found.place, found.issued) == (place, date(2025, 3, 5))


@pytest.mark.parametrize("line", ["Số. 12/KH-UBND", "12/KH-UBND", "Số: 12/KH-UBND."])
def test_a_number_whose_word_was_lost_or_misprinted(read: Read, line: str) -> None:
    assert read(LETTER.format(**PARTS).replace("Số: 12/UBND-NC", line))[1].fields.number == "12/KH-UBND"


@pytest.mark.parametrize(
    ("title", "kind", "subject"),
    [
        ("KẾ HOẠCH\n(Phòng chống lụt bão năm 2025)", "KH", "Phòng chống lụt bão năm 2025"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Nghị quyết Đại hội", "CTr", "thực hiện Nghị quyết Đại hội"),
    ],
)
def test_titles_in_brackets_and_of_more_words(read: Read, title: str, kind: str, subject: str) -> None:
    text = LETTER.format(**PARTS).replace("V/v báo cáo kết quả\n\n", "").replace("Kính gửi: Sở Y tế.", title)
    found = read(text)[1].fields
    assert (found.type, found.subject) == (kind, subject)


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("CHỈ THỊ\ncủa Ban Thường vụ Huyện ủy\nvề công tác phòng, chống cháy rừng", "công tác phòng, chống cháy rừng"),
        ("KẾ HOẠCH\ncủa Đảng ủy xã Sơn Khê khóa II về việc sinh hoạt chi bộ", "sinh hoạt chi bộ"),
        ("KẾ HOẠCH\ncủa cố vấn chương trình", "của cố vấn chương trình"),
    ],
)
def test_whose_paper_it_is_stands_outside_the_subject(read: Read, title: str, subject: str) -> None:
    text = LETTER.format(**PARTS).replace("V/v báo cáo kết quả\n\n", "").replace("Kính gửi: Sở Y tế.", title)
    assert read(text)[1].fields.subject == subject


def test_a_first_paragraph_that_runs_the_whole_width_is_no_line_of_the_title(read: Read) -> None:
    first = "     Mấy tháng nay, số vụ đuối nước ở trẻ em trên các sông, suối của huyện tăng nhanh hơn\n"
    second = "cùng thời điểm các năm; nhiều nơi người lớn còn để trẻ tắm một mình ở những bến sông\n"
    third = "sâu, nước xiết, chưa có biển cấm và dây phao, nhất là tại các xã dọc theo sông Khê.\n"
    title = f"CHỈ THỊ\nVề tăng cường phòng, chống đuối nước cho trẻ em\n\n{first}{second}{third}"
    text = LETTER.format(**PARTS).replace("V/v báo cáo kết quả\n\n", "").replace("Kính gửi: Sở Y tế.", title)
    assert read(text)[1].fields.subject == "tăng cường phòng, chống đuối nước cho trẻ em"


def test_the_subject_tells_the_place_of_an_issuer_without_one(read: Read) -> None:
    text = LETTER.format(**PARTS | {"issuer": "SỞ Y TẾ TỈNH SƠN KHÊ\nBỆNH VIỆN ĐA KHOA"})
    text = text.replace("báo cáo kết quả", "phân công trực tại Bệnh viện Đa khoa tỉnh Sơn Khê")
    assert read(text)[1].fields.issuer == "Bệnh viện Đa khoa tỉnh Sơn Khê"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("l05/UBND-NC", "105/UBND-NC"),
        ("10l/UBND-NC", "101/UBND-NC"),
        (".105/UBND-NC", "105/UBND-NC"),
        ("1§5/UBND-NC", "/UBND-NC"),
        ("`/UBND-NC", "/UBND-NC"),
        ("12a/UBND-NC", "12a/UBND-NC"),
        ("105/UBND - NC", "105/UBND-NC"),
        ("012/UBND-NC", "012/UBND-NC"),
    ],
)
def test_a_number_is_digits_or_blank(read: Read, line: str, number: str) -> None:
    assert fields(read, number=line).number == number


@pytest.mark.parametrize("line", ["!I/UBND-NC", "1\t/UBND-NC", "/UBND-NC"])
def test_a_symbol_whose_label_was_lost_stays(read: Read, line: str) -> None:
    top = "ỦY BAN NHÂN DÂN\nTỈNH SƠN KHÊ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    text = LETTER.format(**{**PARTS, "issuer": top}).replace("Số: 12/UBND-NC", line)
    assert read(text)[1].fields.number == "/UBND-NC"


@pytest.mark.parametrize(
    ("line", "number", "issued"),
    [
        ("Số: 12/UBND-NC Sơn Khê, ngày 5 tháng 3 năm 2025", "12/UBND-NC", date(2025, 3, 5)),
        ("Số: l2/UBND-NC Sơn Khê, ngày 5 tháng 3 năm 2025", "12/UBND-NC", date(2025, 3, 5)),
        ("Số: 1§/UBND - NC Sơn Khê, ngày 5 tháng 3 năm 2025", "/UBND-NC", date(2025, 3, 5)),
        ("Số: 12/UBND-NC Sơn Khê, ngày 1Ö tháng 3 năm 2025", "12/UBND-NC", None),
        ("Số: 12/UBND-NC Sơn Khê, ngày 1Q tháng 3 năm 2025", "12/UBND-NC", None),
    ],
)
def test_number_and_date_on_one_line_with_a_misread_digit(read: Read, line: str, number: str, issued: date | None) -> None:
    text = LETTER.format(**PARTS).replace("Số: 12/UBND-NC", line).replace("Sơn Khê, ngày 5 tháng 3 năm 2025\n\nKính", "Kính")
    found = read(text)[1].fields
    assert (found.number, found.place, found.issued) == (number, "Sơn Khê", issued)
