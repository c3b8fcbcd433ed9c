"""Links of an e-office between paragraphs are set aside; empty lines between all lines part nothing."""

import pytest
from sample_reading import Reading


@pytest.fixture
def letter(read) -> Reading:
    return read("bay-duong-dan.txt")


def test_the_reading_agrees_with_the_gold(letter: Reading) -> None:
    assert letter.wrong() == {}, letter.score.notes


def test_no_task_holds_a_link(letter: Reading) -> None:
    assert not any("http" in task.text or "aspx" in task.text for task in letter.directive.tasks)


def test_a_long_item_is_one_item(letter: Reading) -> None:
    text = letter.task("Xây dựng phương án dự trữ").text
    assert text.endswith("trình UBND tỉnh trước ngày 20/11/2024.")
