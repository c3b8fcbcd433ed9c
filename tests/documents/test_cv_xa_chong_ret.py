"""Letter of a commune as a Word file: its offices and the heads of its villages lead."""

import pytest
from sample_reading import Reading


@pytest.fixture
def letter(read) -> Reading:
    return read("cv-xa-chong-ret.docx")


def test_the_reading_agrees_with_the_gold(letter: Reading) -> None:
    assert letter.wrong() == {}, letter.score.notes


def test_the_commune_is_the_issuer(letter: Reading) -> None:
    assert letter.directive.fields.issuer == "Ủy ban nhân dân xã Bình Lãm"


def test_offices_of_the_commune_lead(letter: Reading) -> None:
    assert letter.leads("Thống kê đàn trâu, bò") == ["Phòng Kinh tế"]
    assert letter.leads("Phát tin cảnh báo rét") == ["Phòng Văn hóa - Xã hội"]
    assert letter.leads("Nắm tình hình, ngăn chặn") == ["Công an xã"]


def test_the_season_in_the_subject_is_no_deadline(letter: Reading) -> None:
    assert all(str(deadline.due) != "2026-12-31" for task in letter.directive.tasks for deadline in task.deadlines)
