"""HTML pasted from Word reads like the letter: the letterhead out of its table, entities and hard spaces resolved."""

import pytest
from sample_reading import Reading


@pytest.fixture
def letter(read) -> Reading:
    return read("bay-dan-tu-web.html")


def test_the_reading_agrees_with_the_gold(letter: Reading) -> None:
    assert letter.wrong() == {}, letter.score.notes


def test_letterhead_and_signer_come_out_of_their_tables(letter: Reading) -> None:
    fields = letter.directive.fields
    assert fields.issuer == "Ủy ban nhân dân phường Khê Châu"
    assert fields.number == "96/UBND-KTHTĐT"
    assert fields.signer is not None
    assert fields.signer.name == "Phùng Khánh Ly"


def test_an_ampersand_is_an_ampersand(letter: Reading) -> None:
    assert letter.task("kiểu mẫu & gửi danh sách")


def test_the_hour_and_the_weekday(letter: Reading) -> None:
    (deadline,) = letter.task("Bố trí phương tiện thu gom").deadlines
    assert (deadline.rrule, deadline.time) == ("FREQ=WEEKLY;BYDAY=MO", "10:00")
