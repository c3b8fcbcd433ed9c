"""Markdown emphasis inside dates is no part of the text, and blank numbers stay blank."""

import pytest
from sample_reading import Reading


@pytest.fixture
def letter(read) -> Reading:
    return read("bay-ngay-in-dam.md")


def test_the_reading_agrees_with_the_gold(letter: Reading) -> None:
    assert letter.wrong() == {}, letter.score.notes


def test_no_asterisk_is_left(letter: Reading) -> None:
    assert not any("*" in task.text for task in letter.directive.tasks)


def test_dates_cut_by_emphasis_are_dates(letter: Reading) -> None:
    assert letter.values("32 điểm thi") == ["2024-06-15"]
    assert letter.values("in sao đề thi") == ["2024-06-29"]
    assert letter.values("máy phát dự phòng") == ["2024-06-24"]


def test_number_and_date_are_blank(letter: Reading) -> None:
    fields = letter.directive.fields
    assert (fields.number, fields.issued, fields.year) == ("/UBND-KGVX", None, 2024)
