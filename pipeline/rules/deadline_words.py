"""Deadlines told to people: "mỗi tháng, trước ngày 20", "30/6/2025", "mỗi năm, ngày 15/12", "chậm nhất 17:00 ngày 15/3/2024".

In: the value of a deadline.  Out: a short phrase in Vietnamese or English; "" where there is no value.
Promise: every rule that this program makes has words; an unknown rule is given as it is, never wrongly.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from models.directive import Bound

YEAR_OF_PAPER = "Không ghi năm; lấy năm của văn bản"
"""The note of a day that takes its year from the paper."""
NOTES = frozenset({YEAR_OF_PAPER})
"""What is told with the value of a deadline and leaves no doubt: such a record need not be looked at for it."""

_VI = {
    "DAILY": "mỗi ngày",
    "WEEKLY": "mỗi tuần",
    "MONTHLY": "mỗi tháng",
    "YEARLY": "mỗi năm",
    "QUARTERLY": "mỗi quý",
    "HALF": "6 tháng một lần",
    "DAILY+": "{n} ngày một lần",
    "WEEKLY+": "{n} tuần một lần",
    "MONTHLY+": "{n} tháng một lần",
    "YEARLY+": "{n} năm một lần",
    "day": "ngày {0}",
    "date": "ngày {0}",
    "last": "ngày cuối tháng",
    "last_of": "hết tháng {0}",
    "working": "ngày làm việc cuối cùng",
    "and": " và ",
    "day_of_ends": "ngày {0} tháng cuối quý",
    "day_of_starts": "ngày {0} tháng đầu quý",
    "MO": "thứ Hai",
    "TU": "thứ Ba",
    "WE": "thứ Tư",
    "TH": "thứ Năm",
    "FR": "thứ Sáu",
    "SA": "thứ Bảy",
    "SU": "Chủ nhật",
    "before": "trước",
    "by": "chậm nhất",
    "until": "{0}, đến {1}",
    "+1": "{0} đầu tiên",
    "+2": "{0} thứ hai",
    "+3": "{0} thứ ba",
    "+4": "{0} thứ tư",
    "+-1": "{0} cuối cùng",
}
_EN = {
    "DAILY": "every day",
    "WEEKLY": "every week",
    "MONTHLY": "every month",
    "YEARLY": "every year",
    "QUARTERLY": "every quarter",
    "HALF": "every half year",
    "DAILY+": "every {n} days",
    "WEEKLY+": "every {n} weeks",
    "MONTHLY+": "every {n} months",
    "YEARLY+": "every {n} years",
    "day": "day {0}",
    "date": "{0}",
    "last": "last day of the month",
    "last_of": "end of month {0}",
    "working": "last working day",
    "and": " and ",
    "day_of_ends": "day {0} of its last month",
    "day_of_starts": "day {0} of its first month",
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
    "before": "before",
    "by": "by",
    "until": "{0}, until {1}",
    "+1": "first {0}",
    "+2": "second {0}",
    "+3": "third {0}",
    "+4": "fourth {0}",
    "+-1": "last {0}",
}
_QUARTERS = {"3,6,9,12": "day_of_ends", "1,4,7,10": "day_of_starts"}


def describe_deadline(
    due: date | None, rrule: str | None, time: str | None, bound: Bound | None, language: str = "vi", *, until: date | None = None
) -> str:
    """Tell the value of a deadline in words ("vi" or "en"): a day as d/m/yyyy, a rhythm with its days, the hour, the bound."""
    words = _EN if language == "en" else _VI
    limit = words[bound.value] if bound in (Bound.BEFORE, Bound.BY) and bound is not None else ""
    if due is not None:
        return " ".join(part for part in (limit, time, _day(due)) if part)
    if rrule is None:
        return ""
    text = _rhythm(rrule, words, limit, time or "")
    return words["until"].format(text, _day(until)) if until else text


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def _rhythm(rrule: str, words: Mapping[str, str], limit: str, hour: str) -> str:
    """A rhythm with its days; bound and hour stand before them, an hour also where there are none."""
    parts = dict(part.partition("=")[::2] for part in rrule.removeprefix("RRULE:").split(";"))
    frequency = parts.pop("FREQ", "")
    interval = parts.pop("INTERVAL", "1")
    if frequency not in words:
        return rrule
    head = words[frequency] if interval == "1" else words[f"{frequency}+"].format(n=interval)
    if not parts:
        return _joined(head, limit, hour, "")
    tail = _tail(frequency, parts, words)
    if tail is None:
        return rrule
    months = parts.get("BYMONTH", "")
    if months in _QUARTERS:
        head = words["QUARTERLY"]
    elif months == "6,12" and parts.get("BYMONTHDAY") == "-1":
        head, tail = words["HALF"], ""
    if months and tail == words["last_of"].format(words["and"].join(months.split(","))):
        limit = ""  # "hết tháng 11" says by itself that it is a bound
    return _joined(head, limit, hour, tail)


def _joined(head: str, limit: str, hour: str, tail: str) -> str:
    told = " ".join(part for part in (limit, hour, tail) if part) if hour or tail else ""
    return f"{head}, {told}" if told else head


def _tail(frequency: str, parts: Mapping[str, str], words: Mapping[str, str]) -> str | None:
    """The days of a rhythm; "" for the quarters themselves, None for a rule that has no words."""
    keys = set(parts)
    if keys == {"BYDAY"}:
        names = [_weekday(day, words) for day in parts["BYDAY"].split(",")]
        return None if None in names else words["and"].join(name for name in names if name)
    if keys == {"BYDAY", "BYSETPOS"} and parts["BYSETPOS"] == "-1":
        return words["working"]
    if keys == {"BYMONTHDAY"} and frequency == "MONTHLY":
        days = parts["BYMONTHDAY"].split(",")
        return words["last"] if days == ["-1"] else words["day"].format(words["and"].join(days))
    if keys == {"BYMONTH", "BYMONTHDAY"} and frequency == "YEARLY":
        return _year_days(parts["BYMONTH"], parts["BYMONTHDAY"].split(","), words)
    return None


def _weekday(day: str, words: Mapping[str, str]) -> str | None:
    """A weekday, or one of the month ("-1FR": the last Friday); None for other letters."""
    name, nth = words.get(day[-2:]), day[:-2]
    if not nth or name is None:
        return name
    return words[f"+{nth}"].format(name) if f"+{nth}" in words else None


def _year_days(months: str, days: list[str], words: Mapping[str, str]) -> str:
    if months in _QUARTERS:
        return "" if days == ["-1"] and months == "3,6,9,12" else words[_QUARTERS[months]].format(words["and"].join(days))
    if days == ["-1"]:
        return words["last_of"].format(words["and"].join(months.split(",")))
    return words["date"].format(words["and"].join(f"{day}/{month}" for month in months.split(",") for day in days))
