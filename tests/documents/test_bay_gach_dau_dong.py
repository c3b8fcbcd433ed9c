"""A dash line that names an agency heads the dash lines after it, though the paper shows no level."""

import pytest
from sample_reading import Reading


@pytest.fixture
def letter(read) -> Reading:
    return read("bay-gach-dau-dong.pdf")


def test_the_reading_agrees_with_the_gold(letter: Reading) -> None:
    assert letter.wrong() == {}, letter.score.notes


def test_each_dash_heading_hands_down_its_agency(letter: Reading) -> None:
    assert letter.leads("tổ chức các đoàn thăm, tặng quà") == ["Sở Nội vụ"]
    assert letter.leads("Bố trí trực cấp cứu") == ["Sở Y tế"]
    assert letter.leads("Trao quà đến tận tay") == ["UBND các xã, phường"]


def test_the_headings_are_no_tasks(letter: Reading) -> None:
    assert len(letter.directive.tasks) == 6
