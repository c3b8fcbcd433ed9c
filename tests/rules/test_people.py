"""Family names that OCR misread are put right where only one can be meant."""

import pytest

from pipeline.rules.people import behind_person, person, with_known_surname, without_strays


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Trân Hữu Bách", "Trần Hữu Bách"),
        ("Đỉnh Quang Thiệu", "Đinh Quang Thiệu"),
        ("NGUYÊN THỊ LAN", "NGUYỄN THỊ LAN"),
        ("Nguyê\u0303n Văn An", "Nguyê\u0303n Văn An"),
    ],
)
def test_a_name_with_wrong_marks(read: str, meant: str) -> None:
    assert with_known_surname(read) == meant
    assert with_known_surname(meant) == meant


@pytest.mark.parametrize(
    "name", ["Hạ Thị Lan", "Ha Văn Minh", "Lò Văn Pản", "Y Thanh Hà Niê Kđăm", "H’Yim Kđoh", "Zơrâm Văn Bốn", "Trân"]
)
def test_what_is_a_name_or_no_known_one_stays(name: str) -> None:
    assert with_known_surname(name) == name


@pytest.mark.parametrize("line", ["Trần Hữu Bách", "TRẦN HỮU BÁCH", "Y Thanh Hà Niê Kđăm", "ThS. Lò Thị Mai"])
def test_a_line_that_is_a_name(line: str) -> None:
    assert person(line) is not None


@pytest.mark.parametrize("line", ["DƯ Gv HS", "TÊN ĐƠN VỊ", "DANH SÁCH", "trần hữu bách", "Trần"])
def test_a_line_that_is_none(line: str) -> None:
    assert person(line) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("BS CKII Lò Văn Pản", "Lò Văn Pản"),
        ("BS.CKI. Lò Văn Pản", "Lò Văn Pản"),
        ("BSCKII. Lò Văn Pản", "Lò Văn Pản"),
        ("Thạc sĩ, Bác sĩ Lò Văn Pản", "Lò Văn Pản"),
        ("NGƯT. TS Lò Văn Pản", "Lò Văn Pản"),
        ("K' Tửu", "K' Tửu"),
        ("K’Tửu", "K’Tửu"),
        ("Kỷ Văn Pản", "Kỷ Văn Pản"),
    ],
)
def test_rank_and_degrees_are_no_part_of_a_name(line: str, name: str) -> None:
    match = person(line)
    assert match is not None
    assert match.group("name") == name


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("Thủ tướng Chính phủ", " Lò Văn An"),
        ("Phó Thủ tướng", " Thường trực Chính phủ Lò Văn An"),
        ("Giám đốc Sở Y tế", " đồng chí Trần Thị Thanh Mai"),
        ("Bộ", " "),
        ("Bộ", " Quốc phòng"),
        ("Sở Y tế", " Hà Nội"),
    ],
)
def test_who_holds_an_office(office: str, name: str) -> None:
    end = behind_person(f"{office}{name} giao Phòng A", len(office))
    assert end == len(office) + (len(name) if len(name.split()) > 2 else 0)


@pytest.mark.parametrize(
    ("seen", "meant"), [("Lò Văn E Bách", "Lò Văn Bách"), ("Vàng T Thị S Pà", "Vàng Thị Pà"), ("LÒ VĂN N BÁCH", "LÒ VĂN BÁCH")]
)
def test_a_lone_letter_of_a_seal_is_no_part_of_a_name(seen: str, meant: str) -> None:
    assert without_strays(seen) == meant == without_strays(meant)


@pytest.mark.parametrize("name", ["Hồ Y Vân", "Y Thanh Hà Niê Kđăm", "Lò Văn A", "Lò B Bách", "H’Yim Kđoh", "K' Brèo"])
def test_letters_that_are_words_of_a_name_stay(name: str) -> None:
    assert without_strays(name) == name
