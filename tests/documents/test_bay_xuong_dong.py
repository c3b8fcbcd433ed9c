"""Wrapped lines that begin like items stay in their sentence, with coordinates (PDF) and without (TXT)."""

import pytest
from sample_reading import Reading


@pytest.fixture(params=["bay-xuong-dong.pdf", "bay-xuong-dong.txt"])
def letter(request: pytest.FixtureRequest, read) -> Reading:
    return read(request.param)


def test_the_reading_agrees_with_the_gold(letter: Reading) -> None:
    assert letter.wrong() == {}, letter.score.notes


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        pytest.param("Hoàn thiện phương án phân bổ", "phê duyệt trước ngày 15/4/2025.", id="head-of-a-board"),
        pytest.param("Rà soát, tổng hợp các dự án", "lập hồ sơ quyết toán.", id="year-and-full-stop"),
        pytest.param("Hướng dẫn thực hiện tiêu chí", "trước ngày 10/7/2025.", id="quarter-and-full-stop"),
        pytest.param("Giao chỉ tiêu giảm nghèo", "phụ trách từng hộ nghèo.", id="month-and-year"),
        pytest.param("Công khai danh mục công trình", "hướng dẫn của Sở Tài chính.", id="number-of-a-form"),
    ],
)
def test_the_sentence_goes_on_after_the_turn(letter: Reading, begin: str, end: str) -> None:
    task = letter.task(begin)
    assert task.text.startswith(begin)
    assert task.text.endswith(end)


def test_there_are_five_tasks_not_more(letter: Reading) -> None:
    assert len(letter.directive.tasks) == 5


def test_a_symbol_broken_at_its_hyphen_is_one_symbol(letter: Reading) -> None:
    assert "2071/QĐ-UBND" in {citation.number for citation in letter.directive.citations}
