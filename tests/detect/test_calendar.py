"""Working days and terms: Civil Code 2015, Articles 147 and 148, on the calendar of Vietnamese state offices."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.detect.calendar import WorkCalendar, YearOff, vietnam_calendar

VIETNAM = vietnam_calendar()
PLAIN = WorkCalendar(lambda year: YearOff(frozenset(), frozenset()))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        pytest.param(date(2025, 1, 29), False, id="first day of Tết"),
        pytest.param(date(2025, 2, 3), True, id="Monday after Tết"),
        pytest.param(date(2025, 5, 2), False, id="day swapped off"),
        pytest.param(date(2025, 4, 26), True, id="Saturday worked instead"),
        pytest.param(date(2026, 1, 2), False, id="swapped off by the notice of 25/12/2025"),
        pytest.param(date(2026, 1, 10), True, id="its Saturday"),
        pytest.param(date(2026, 4, 27), False, id="Monday in place of a Sunday holiday"),
        pytest.param(date(2025, 9, 1), False, id="the day beside 2/9"),
        pytest.param(date(2025, 6, 14), False, id="an ordinary Saturday"),
        pytest.param(date(2025, 6, 16), True, id="an ordinary Monday"),
    ],
)
def test_days_worked_and_days_off(day: date, works: bool) -> None:
    assert VIETNAM.is_working_day(day) is works


def test_the_first_day_is_not_counted() -> None:
    assert VIETNAM.add_days(date(2026, 5, 11), 3) == date(2026, 5, 14)


def test_working_days_before_a_day_leave_out_days_off() -> None:
    assert VIETNAM.working_days_before(date(2026, 5, 5), 2) == date(2026, 4, 29), "30/4 and 1/5 are feasts, 2/5 a Saturday"
    assert PLAIN.working_days_before(date(2026, 5, 11), 1) == date(2026, 5, 8)
    assert PLAIN.working_days_before(date(2026, 5, 10), 0) == date(2026, 5, 10)


def test_a_term_that_ends_on_a_day_off_ends_on_the_next_working_day() -> None:
    assert VIETNAM.add_days(date(2026, 5, 12), 4) == date(2026, 5, 18)


def test_working_days_leave_out_weekend_and_holidays() -> None:
    assert VIETNAM.add_working_days(date(2026, 4, 24), 3) == date(2026, 5, 4)


def test_a_term_of_months_ends_on_the_last_day_of_a_shorter_month() -> None:
    assert PLAIN.add_months(date(2025, 12, 31), 2) == date(2026, 3, 2), "28/2/2026 is a Saturday"
    assert PLAIN.add_months(date(2026, 1, 31), 3) == date(2026, 4, 30)


def test_no_working_day_counts_from_a_day_off() -> None:
    assert PLAIN.add_working_days(date(2026, 5, 9), 1) == date(2026, 5, 11)


@pytest.mark.parametrize("n", [-1, 4000])
def test_terms_nobody_gives_are_refused(n: int) -> None:
    with pytest.raises(ValueError, match="not counted"):
        VIETNAM.add_working_days(date(2026, 1, 1), n)
    with pytest.raises(ValueError, match="not counted"):
        VIETNAM.add_months(date(2026, 1, 1), n)


def test_swaps_can_be_given_instead_of_the_recorded_ones() -> None:
    calendar = vietnam_calendar(swaps=[(date(2027, 3, 1), date(2027, 3, 6))])
    assert not calendar.is_working_day(date(2027, 3, 1))
    assert calendar.is_working_day(date(2027, 3, 6))
    assert calendar.is_working_day(date(2026, 1, 2))


def test_a_year_is_loaded_once_and_only_when_touched() -> None:
    loaded: list[int] = []

    def load(year: int) -> YearOff:
        loaded.append(year)
        return YearOff(frozenset(), frozenset())

    calendar = WorkCalendar(load)
    assert loaded == []
    calendar.add_working_days(date(2025, 12, 29), 5)
    assert loaded == [2025, 2026]


@given(st.dates(date(2000, 1, 1), date(2035, 12, 31)), st.integers(1, 60))
def test_terms_end_on_working_days_after_their_start(start: date, n: int) -> None:
    for end in (VIETNAM.add_days(start, n), VIETNAM.add_working_days(start, n)):
        assert VIETNAM.is_working_day(end)
        assert end > start
    assert VIETNAM.add_days(start, n) >= start + timedelta(days=n)
