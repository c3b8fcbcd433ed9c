"""Rhythms as RFC 5545 rules: "ngày 20 hàng tháng", "15/12 hằng năm", "thứ Sáu hằng tuần", "6 tháng một lần".

In: a rhythm (unit and count) and the dated words bound to it.  Out: the recurrence rule, or a reason why there is none.
Promise: rules are in the forms of the register (quarters as last days of months 3, 6, 9, 12) and always valid RFC 5545.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from pipeline.detect.deadline_values import Moment, has_day, number

WEEKDAYS = {"hai": "MO", "ba": "TU", "tư": "WE", "năm": "TH", "sáu": "FR", "bảy": "SA", "chủ nhật": "SU"}
_ORDER = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
HALF = "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"
"""Each half year."""
QUARTER_ENDS = (3, 6, 9, 12)
QUARTER_STARTS = (1, 4, 7, 10)
QUARTER_MIDDLES = (2, 5, 8, 11)
_MONTHS = regex.compile(r"\d{1,2}")


class Rhythm(NamedTuple):
    """Every `n` days, weeks, months or years: unit is "ngày", "tuần", "tháng" or "năm" (a quarter is 3 months)."""

    unit: str
    n: int


def rhythm_of(unit: str, n: int | None) -> Rhythm:
    """The rhythm of the words, quarters told in months, twelve months as a year."""
    count = n or 1
    unit = unit.lower()
    if unit == "quý":
        unit, count = "tháng", 3 * count
    if unit == "tháng" and count == 12:
        unit, count = "năm", 1
    return Rhythm(unit, count)


def plain_rule(rhythm: Rhythm) -> str:
    """The rule of a rhythm without a day of its own."""
    if rhythm == ("tháng", 3):
        return _yearly(QUARTER_ENDS, -1)
    if rhythm == ("tháng", 6):
        return _yearly((6, 12), -1)
    frequency = {"ngày": "DAILY", "tuần": "WEEKLY", "tháng": "MONTHLY", "năm": "YEARLY"}[rhythm.unit]
    return f"FREQ={frequency}" + (f";INTERVAL={rhythm.n}" if rhythm.n > 1 else "")


def day_rule(rhythm: Rhythm, days: Sequence[int], *, of: str = "") -> tuple[str | None, tuple[str, ...]]:
    """The rule of a day of the month ("ngày 20"; `of` is "tháng cuối quý" or the like), with its reasons."""
    days = tuple(sorted(set(days), key=lambda day: (day < 0, day)))
    if not all(day == -1 or 1 <= day <= 31 for day in days):
        return None, ("Tháng nào cũng không có ngày này",)
    notes = tuple(f"Tháng không có ngày {day} thì không tính" for day in days if day > 28)
    if "quý" in of or rhythm == ("tháng", 3):
        note = () if of else ("Không nói rõ tháng nào, tính tháng cuối quý",)
        return _yearly(_months_of_quarter(of), *days), notes + note
    if rhythm == ("tháng", 1):
        return f"FREQ=MONTHLY;BYMONTHDAY={_join(days)}", notes
    if rhythm == ("tháng", 6):
        return _yearly((6, 12), *days), (*notes, "Không nói rõ tháng nào, tính tháng 6 và tháng 12")
    return None, ("Nhịp và ngày không khớp nhau",)


def _months_of_quarter(of: str) -> tuple[int, ...]:
    """Which month of each quarter is meant: "tháng đầu quý sau", "tháng thứ hai của quý"; else its last."""
    if "quý" in of and any(word in of for word in ("đầu", "nhất", "sau")):
        return QUARTER_STARTS
    return QUARTER_MIDDLES if "quý" in of and any(word in of for word in ("hai", "giữa")) else QUARTER_ENDS


def months_rule(of: str, days: Sequence[int]) -> str | None:
    """The rule of a day of named months ("ngày 15 các tháng 3, 6, 9 và 12"), or None where one of them lacks it."""
    months = sorted({int(found) for found in _MONTHS.findall(of)})
    return _yearly(months, *days) if all(day == -1 or has_day(month, day) for month in months for day in days) else None


def last_working_day(rhythm: Rhythm) -> str | None:
    """The rule of "ngày làm việc cuối cùng của tháng" (or of the quarter)."""
    days = "BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
    return f"FREQ=MONTHLY;INTERVAL={rhythm.n};{days}".replace("INTERVAL=1;", "") if rhythm in (("tháng", 1),) else None


def year_rule(moments: Sequence[Moment], *, before: bool) -> tuple[str | None, tuple[str, ...]]:
    """The rule of dates of each year that share their day: "15/6 và 15/12 hằng năm"; None where they do not."""
    if any(not moment.ends for moment in moments):
        return None, tuple(reason for moment in moments for reason in moment.reasons)
    days = {moment.day or -1 for moment in moments}
    if before and not any(moment.precise for moment in moments):
        months = [(moment.begins - 2) % 12 + 1 for moment in moments]
        days = {-1}
    else:
        months = [month for moment in moments for month in moment.ends]
    if len(days) != 1:
        return None, ()
    day = days.pop()
    if day > 0 and not all(has_day(month, day) for month in months):
        return None, (f"Ngày {day} không có trong tháng",)
    return _yearly(tuple(sorted(set(months))), day), ()


def week_rule(words: Sequence[str], n: int, *, nth: str | None = None) -> str | None:
    """The rule of weekdays: "thứ Sáu", "Chủ nhật", "thứ 2"; `nth` tells which of the month: "đầu tiên", "cuối cùng"."""
    found = {_weekday(word) for word in words} - {None}
    if not found:
        return None
    if nth is not None:
        return "FREQ=MONTHLY;BYDAY=" + ",".join(f"{_nth(nth)}{day}" for day in _ORDER if day in found)
    interval = f"INTERVAL={n};" if n > 1 else ""
    return f"FREQ=WEEKLY;{interval}BYDAY=" + ",".join(day for day in _ORDER if day in found)


def _nth(words: str) -> int:
    words = " ".join(words.lower().split())
    if words.startswith(("đầu", "thứ nhất")):
        return 1
    return -1 if words.startswith("cuối") else number(words.removeprefix("thứ ")) or 1


def weekday_number(words: str) -> int | None:
    """The place of a weekday in the week, Monday 0: "thứ Hai", "thứ 2", "Chủ nhật"; None for other words."""
    words = " ".join(words.lower().split()).removeprefix("thứ ")
    if words.isdecimal():
        return int(words) - 2 if 2 <= int(words) <= 7 else None
    day = WEEKDAYS.get(words)
    return None if day is None else _ORDER.index(day)


def _weekday(words: str) -> str | None:
    n = weekday_number(words)
    return None if n is None else _ORDER[n]


def _yearly(months: Sequence[int], *days: int) -> str:
    return f"FREQ=YEARLY;BYMONTH={_join(months)};BYMONTHDAY={_join(days)}"


def _join(numbers: Sequence[int]) -> str:
    return ",".join(str(n) for n in numbers)
