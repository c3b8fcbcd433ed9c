"""Deadlines told to people in Vietnamese and English."""

from __future__ import annotations

from datetime import date

import pytest

from models.directive import Bound
from pipeline.review.deadline_reading import meaning
from pipeline.rules.deadline_words import describe_deadline

RULES = [
    ("FREQ=DAILY", "mỗi ngày", "every day"),
    ("FREQ=WEEKLY;BYDAY=MO,FR", "mỗi tuần, thứ Hai và thứ Sáu", "every week, Monday and Friday"),
    ("FREQ=WEEKLY;INTERVAL=2", "2 tuần một lần", "every 2 weeks"),
    ("FREQ=MONTHLY", "mỗi tháng", "every month"),
    ("FREQ=MONTHLY;BYMONTHDAY=20", "mỗi tháng, ngày 20", "every month, day 20"),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", "mỗi tháng, ngày cuối tháng", "every month, last day of the month"),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "mỗi tháng, ngày làm việc cuối cùng", "every month, last working day"),
    ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "mỗi quý", "every quarter"),
    ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15", "mỗi quý, ngày 15 tháng cuối quý", "every quarter, day 15 of its last month"),
    ("FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1", "6 tháng một lần", "every half year"),
    ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", "mỗi năm, ngày 15/12", "every year, 15/12"),
    ("FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=10", "mỗi năm, ngày 10/6 và 10/12", "every year, 10/6 and 10/12"),
    ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=-1", "mỗi năm, hết tháng 11", "every year, end of month 11"),
    ("FREQ=YEARLY", "mỗi năm", "every year"),
]


@pytest.mark.parametrize(("rrule", "vi", "en"), RULES)
def test_a_rhythm_in_both_languages(rrule: str, vi: str, en: str) -> None:
    assert describe_deadline(None, rrule, None, None, "vi") == vi
    assert describe_deadline(None, rrule, None, None, "en") == en


@pytest.mark.parametrize(
    ("due", "time", "bound", "words"),
    [
        (date(2025, 6, 30), None, None, "30/6/2025"),
        (date(2025, 6, 30), None, Bound.WITHIN, "30/6/2025"),
        (date(2024, 3, 15), "17:00", Bound.BEFORE, "trước 17:00 15/3/2024"),
        (date(2024, 3, 15), None, Bound.BY, "chậm nhất 15/3/2024"),
    ],
)
def test_a_day_with_its_hour_and_bound(due: date, time: str | None, bound: Bound | None, words: str) -> None:
    assert describe_deadline(due, None, time, bound, "vi") == words


def test_hour_and_end_of_a_rhythm() -> None:
    assert describe_deadline(None, "FREQ=DAILY", "19:00", Bound.BEFORE, "vi") == "mỗi ngày, trước 19:00"
    assert describe_deadline(None, "FREQ=MONTHLY", None, None, "vi", until=date(2026, 12, 31)) == "mỗi tháng, đến 31/12/2026"


@pytest.mark.parametrize(
    ("rrule", "time", "bound", "words"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=20", None, Bound.BEFORE, "mỗi tháng, trước ngày 20"),
        ("FREQ=MONTHLY;BYMONTHDAY=20", "16:30", Bound.BY, "mỗi tháng, chậm nhất 16:30 ngày 20"),
        ("FREQ=WEEKLY;BYDAY=FR", "16:30", None, "mỗi tuần, 16:30 thứ Sáu"),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20", None, Bound.BEFORE, "mỗi quý, trước ngày 20 tháng cuối quý"),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", None, Bound.ON, "mỗi năm, ngày 15/12"),
        ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=-1", None, Bound.BEFORE, "mỗi năm, hết tháng 11"),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", None, Bound.BY, "mỗi quý"),
    ],
)
def test_a_rhythm_keeps_its_bound_and_is_read_back_as_it_is_told(
    rrule: str, time: str | None, bound: Bound | None, words: str
) -> None:
    """ "trước ngày 20 hằng tháng" was told as "mỗi tháng, ngày 20", and "ngày 20, 16:30" was read as the 16th and the 20th."""
    assert describe_deadline(None, rrule, time, bound, "vi") == words
    read = meaning(words, date(2025, 5, 1))
    assert (read.rrule, read.time) == (rrule, time)


def test_a_rule_without_words_is_given_as_it_is() -> None:
    assert describe_deadline(None, "FREQ=HOURLY", None, None, "vi") == "FREQ=HOURLY"
    assert describe_deadline(None, "FREQ=YEARLY;BYWEEKNO=3", None, None, "vi") == "FREQ=YEARLY;BYWEEKNO=3"


def test_no_value_no_words() -> None:
    assert describe_deadline(None, None, None, Bound.ON, "vi") == ""
