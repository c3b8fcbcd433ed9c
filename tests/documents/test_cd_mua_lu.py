"""Urgent telegram: the list after "điện:" is who it goes to, hours are kept, the mark is read."""

import pytest
from sample_reading import Reading


@pytest.fixture
def telegram(read) -> Reading:
    return read("cd-mua-lu.pdf")


def test_the_reading_agrees_with_the_gold(telegram: Reading) -> None:
    assert telegram.wrong() == {}, telegram.score.notes


def test_urgency_and_leading_zero_of_the_number_are_kept(telegram: Reading) -> None:
    assert telegram.directive.fields.urgency == "HỎA TỐC"
    assert telegram.directive.fields.number == "09/CĐ-UBND"


def test_hours_of_day_and_of_rhythm(telegram: Reading) -> None:
    once, daily = telegram.task("Rà soát, di dời").deadlines[0], telegram.task("Báo cáo nhanh").deadlines[0]
    assert (str(once.due), once.time) == ("2025-09-28", "18:00")
    assert (daily.rrule, daily.time) == ("FREQ=DAILY", "16:00")


def test_addressees_of_the_telegram_are_no_tasks(telegram: Reading) -> None:
    assert not any(task.text.startswith(("Giám đốc các sở:", "Giám đốc Công an tỉnh;")) for task in telegram.directive.tasks)


def test_the_dates_of_the_rain_are_no_deadlines(telegram: Reading) -> None:
    assert all(str(deadline.due) != "2025-09-29" for task in telegram.directive.tasks for deadline in task.deadlines)
