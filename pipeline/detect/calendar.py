"""Working days of Vietnamese state offices, and the terms of the Civil Code counted on them.

In: a day and a number of days, weeks or months.  Out: the day on which the term ends.
Promise: the first day is not counted (Civil Code 2015, Article 147) and a term that ends on a day off ends on the next
working day (Article 148); no clock is read, and a year is looked up only when a term touches it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.rules import load_json

MAX_TERM_DAYS = 3700
"""Terms over ten years are refused: no document gives one, and a hostile number must not count for ever."""


class YearOff(NamedTuple):
    """What is special in a year: holidays and days swapped off, and the Saturdays or Sundays worked instead."""

    days_off: frozenset[date]
    work_days: frozenset[date]


@dataclass(frozen=True)
class WorkCalendar:
    """Working days: Monday to Friday without holidays, plus make-up days. `load` gives a year; its years are kept."""

    load: Callable[[int], YearOff]
    _years: dict[int, YearOff] = field(default_factory=dict, repr=False, compare=False)

    def is_working_day(self, day: date) -> bool:
        """Whether offices work on `day`."""
        year = self._years.get(day.year)
        if year is None:
            year = self._years[day.year] = self.load(day.year)
        if day in year.work_days:
            return True
        return day.weekday() < 5 and day not in year.days_off

    def next_working_day(self, day: date) -> date:
        """`day` itself where it is a working day, else the first working day after it (Article 148)."""
        while not self.is_working_day(day):
            day += timedelta(days=1)
        return day

    def add_days(self, start: date, n: int) -> date:
        """The end of a term of `n` calendar days that begins on `start`."""
        return self.next_working_day(start + timedelta(days=_checked(n)))

    def add_working_days(self, start: date, n: int) -> date:
        """The end of a term of `n` working days that begins on `start`."""
        day = start
        for _ in range(_checked(n)):
            day = self.next_working_day(day + timedelta(days=1))
        return day

    def working_days_before(self, end: date, n: int) -> date:
        """The last day on which `n` working days are still left before `end`."""
        day = end
        for _ in range(_checked(n)):
            day -= timedelta(days=1)
            while not self.is_working_day(day):
                day -= timedelta(days=1)
        return day

    def add_months(self, start: date, n: int) -> date:
        """The end of a term of `n` months: the same day of the month, or its last day where there is none."""
        if not 0 <= n * 28 <= MAX_TERM_DAYS:
            raise ValueError(f"a term of {n} months is not counted")
        year, month = divmod(start.year * 12 + start.month - 1 + n, 12)
        return self.next_working_day(date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])))


def vietnam_calendar(*, swaps: Iterable[tuple[date, date]] | None = None) -> WorkCalendar:
    """The calendar of Vietnam: statutory holidays, and each (day off, day worked instead) of the yearly notices.

    `swaps` replaces those of rules/deadlines.json, which hold what the holidays package does not know yet.
    """
    pairs = tuple(_recorded_swaps() if swaps is None else swaps)

    def load(year: int) -> YearOff:
        known = vietnam_year(year)
        off = {a for a, _ in pairs if a.year == year}
        worked = {b for _, b in pairs if b.year == year}
        return YearOff((known.days_off - worked) | off, (known.work_days - off) | worked)

    return WorkCalendar(load)


def vietnam_year(year: int) -> YearOff:
    """Holidays and make-up days of one year as the holidays package knows them (with Tết and the swap days)."""
    from holidays.countries.vietnam import Vietnam  # slow to import (0.3 s): only who counts a term pays for it

    table = Vietnam(years=year)
    made_up = {day for day in table.weekend_workdays if day.year == year}
    return YearOff(frozenset(day for day in table if day.year == year) - made_up, frozenset(made_up))


def _recorded_swaps() -> list[tuple[date, date]]:
    records = load_json("deadlines")["swaps"]
    return [(date.fromisoformat(record["off"]), date.fromisoformat(record["work"])) for record in records]


def _checked(n: int) -> int:
    if not 0 <= n <= MAX_TERM_DAYS:
        raise ValueError(f"a term of {n} days is not counted")
    return n
