"""Decision as a Word file whose numbers are made by Word: the paths are those that are printed."""

import pytest
from sample_reading import Reading


@pytest.fixture
def decision(read) -> Reading:
    return read("qd-phan-cong-hai-cap.docx")


def test_the_reading_agrees_with_the_gold(decision: Reading) -> None:
    assert decision.wrong() == {}, decision.score.notes


def test_automatic_numbers_make_the_path(decision: Reading) -> None:
    assert decision.task("Cử cán bộ kỹ thuật").path == ("Điều 1", "3", "b")
    assert decision.task("Sở Nội vụ tổng hợp, báo cáo UBND tỉnh").path == ("Điều 2", "2")


def test_a_term_from_an_unknown_day_has_words_but_no_value(decision: Reading) -> None:
    (deadline,) = decision.task("Làm đầu mối tiếp nhận").deadlines
    assert (deadline.due, deadline.rrule) == (None, None)
    assert "03 ngày làm việc" in deadline.text


def test_the_hour_of_a_weekly_report_is_kept(decision: Reading) -> None:
    (deadline,) = decision.task("báo cáo khó khăn, vướng mắc").deadlines
    assert (deadline.rrule, deadline.time) == ("FREQ=WEEKLY;BYDAY=TH", "16:00")


def test_articles_of_effect_and_execution_assign_nothing(decision: Reading) -> None:
    assert not any("hiệu lực" in task.text or "chịu trách nhiệm thi hành" in task.text for task in decision.directive.tasks)
