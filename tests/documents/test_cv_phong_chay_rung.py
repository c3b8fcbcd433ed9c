"""Official letter with number and date blank: nothing is guessed; agencies come from the headings."""

import pytest
from sample_reading import Reading

from models.directive import Capacity, Role


@pytest.fixture
def letter(read) -> Reading:
    return read("cv-phong-chay-rung.pdf")


def test_the_reading_agrees_with_the_gold(letter: Reading) -> None:
    assert letter.wrong() == {}, letter.score.notes


def test_blank_number_and_date_stay_blank(letter: Reading) -> None:
    fields = letter.directive.fields
    assert (fields.number, fields.type, fields.issued, fields.year) == ("/UBND-NLN", "CV", None, 2024)
    assert fields.signer is not None
    assert (fields.signer.name, fields.signer.authority) == ("Đinh Quang Thiệu", "KT.")


def test_addressees_are_those_of_kinh_gui(letter: Reading) -> None:
    names = " | ".join(letter.directive.fields.addressees)
    assert "Ban Quản lý rừng phòng hộ Hạ Lãm" in names
    assert "Báo Sơn Khê" in names


def test_who_works_along_under_its_own_heading_still_leads(letter: Reading) -> None:
    assert letter.lead("Phối hợp với lực lượng Kiểm lâm").capacity is Capacity.PHOI_HOP
    assert letter.lead("Phối hợp với lực lượng Kiểm lâm").name == "Công an tỉnh"


def test_the_year_left_out_is_the_years_of_the_document(letter: Reading) -> None:
    assert letter.values("Tu sửa 18 km") == ["2024-03-20"]


def test_two_bodies_of_one_heading_both_lead(letter: Reading) -> None:
    assert letter.leads("Tăng thời lượng tuyên truyền") == ["Đài Phát thanh - Truyền hình tỉnh", "Báo Sơn Khê"]


def test_the_result_goes_to_the_committee(letter: Reading) -> None:
    assert letter.agencies("Tổng hợp tình hình, kết quả", Role.REPORT_TO) == ["UBND tỉnh"]
    assert letter.values("Tổng hợp tình hình, kết quả") == ["FREQ=MONTHLY;BYMONTHDAY=25"]


def test_the_closing_sentence_assigns_nothing(letter: Reading) -> None:
    assert not any("nghiêm túc triển khai thực hiện" in task.text for task in letter.directive.tasks)
