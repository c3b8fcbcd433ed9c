"""Times told from the day of issue: "hôm nay", "chiều mai", "thứ Hai tuần tới", "tuần này", "tháng sau", "quý này", "năm sau".

In: the words of a moment (plain spelling), the document's year and issue date.  Out: its `Moment`, or None for other words.
Promise: `last` is the last day of the stretch (a week ends on its Sunday); without an issue date there is no day but a reason.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import regex

from pipeline.detect.deadline_rhythms import weekday_number
from pipeline.detect.deadline_values import Moment, last_of_month, number, part_of_month

_TODAY = regex.compile(r"(?:hôm|sáng|trưa|chiều|tối|đêm) nay$")
_TOMORROW = regex.compile(r"(?:ngày|sáng|trưa|chiều|tối|đêm) mai$")
_WEEKDAY = regex.compile(r"(?P<day>thứ \w+|chủ nhật)\s?,? tuần (?P<which>này|sau|tới|kế tiếp)$")
_NEXT = regex.compile(r"(?P<day>thứ \w+|chủ nhật)\s?,? (?:này|tới)$")
_AHEAD = regex.compile(r"(?P<n>\w+) (?P<unit>ngày|tuần) tới$")
_STRETCH = regex.compile(r"(?:(?P<part>đầu|giữa|cuối|hết) )?(?P<unit>tuần|quý) (?P<which>này|sau|tới|kế tiếp)$")
_YEAR = regex.compile(r"^năm (?:sau|tới)$")
_MONTH = regex.compile(r"tháng (?P<which>này|sau|tới)$")
_THIS = regex.compile(r"^(?:tháng|quý|năm)$")
"""What "xong trong tháng" names: the one of the issue."""


def near_moment(words: str, *, year: int | None, issued: date | None) -> Moment | None:
    """The days of words that count from the day of issue; None where the words name a time of their own."""
    words = " ".join(words.lower().split())
    if _YEAR.match(words):
        return None if year is None else Moment(date(year + 1, 1, 1), date(year + 1, 12, 31), (12,), yeared=True)
    if _THIS.match(words):
        words += " này"
    if words == "năm này":
        return None if year is None else Moment(date(year, 1, 1), date(year, 12, 31), (12,), yeared=True)
    patterns = (_TODAY, _TOMORROW, _WEEKDAY, _NEXT, _AHEAD, _STRETCH, _MONTH)
    found = next((match for pattern in patterns if (match := pattern.search(words))), None)
    if found is None:
        return None
    if issued is None:
        return Moment(yeared=True, reasons=("Không rõ ngày ban hành nên không tính được ngày",))
    if found.re in (_TODAY, _TOMORROW):
        return _one_day(issued + timedelta(days=found.re is _TOMORROW))
    if found.re is _NEXT:
        return _weekday(found["day"], issued, following=True)
    if found.re is _AHEAD and (n := number(found["n"])) is not None:
        reason = "Tính từ ngày ban hành"
        return replace(_one_day(issued + timedelta(days=n * (7 if found["unit"] == "tuần" else 1))), reasons=(reason,))
    return _in_stretch(words, found, issued)


def _in_stretch(words: str, found: regex.Match[str], issued: date) -> Moment:
    """Read a week, month or quarter: this one or the next."""
    ahead = "này" not in found[0].split()[-1]
    if found.re is _MONTH:
        return _month(words, issued, ahead)
    if found.re is _WEEKDAY:
        return _weekday(found["day"], _monday(issued, ahead))
    return _week(found["part"], _monday(issued, ahead)) if found["unit"] == "tuần" else _quarter(found["part"], issued, ahead)


def _one_day(day: date) -> Moment:
    return Moment(day, day, (day.month,), day.month, day.day, precise=True, yeared=True)


def _monday(issued: date, ahead: bool) -> date:
    return issued + timedelta(days=7 * ahead - issued.weekday())


def _weekday(words: str, start: date, *, following: bool = False) -> Moment:
    """The weekday of the week that begins on `start`, or the first one `following` it."""
    n = weekday_number(words)
    if n is None:
        return Moment(yeared=True, reasons=("Không đọc được thứ",))
    return _one_day(start + timedelta(days=(n - start.weekday() - 1) % 7 + 1 if following else n))


def _week(part: str | None, monday: date) -> Moment:
    if part in ("đầu", "giữa"):
        return Moment(monday, yeared=True, reasons=(f"“{part} tuần” không có ngày rõ ràng",))
    last = monday + timedelta(days=6)
    friday = monday + timedelta(days=4)
    reason = "Tính đến Chủ nhật của tuần; theo ngày làm việc là thứ Sáu"
    return Moment(
        monday, last, (last.month,), monday.month, yeared=True, reasons=(reason,), candidates=(last.isoformat(), friday.isoformat())
    )


def _quarter(part: str | None, issued: date, ahead: bool) -> Moment:
    year, quarter = divmod(issued.year * 4 + (issued.month - 1) // 3 + ahead, 4)
    ends = quarter * 3 + {"đầu": 1, "giữa": 2}.get(part or "", 3)
    return Moment(date(year, quarter * 3 + 1, 1), last_of_month(year, ends), (ends,), quarter * 3 + 1, yeared=True)


def _month(words: str, issued: date, ahead: bool) -> Moment:
    year, month = divmod(issued.year * 12 + issued.month - 1 + ahead, 12)
    moment = Moment(date(year, month + 1, 1), last_of_month(year, month + 1), (month + 1,), month + 1)
    return replace(part_of_month(words, moment), yeared=True)
