"""Tone marks that slipped off are put back; the words read as they were written."""

import pytest
from sample_reading import Reading


@pytest.fixture
def letter(read) -> Reading:
    return read("bay-dau-roi.txt")


def test_the_reading_agrees_with_the_gold(letter: Reading) -> None:
    assert letter.wrong() == {}, letter.score.notes


def test_no_mark_stands_alone(letter: Reading) -> None:
    assert not any(mark in letter.document.text for mark in "\u0300\u0301\u0303\u0309\u0323")


def test_the_tasks_read_as_written(letter: Reading) -> None:
    assert letter.task("Thực hiện nghiêm việc kiểm nhập, bảo quản, cấp phát thuốc; cập nhật dữ liệu")
