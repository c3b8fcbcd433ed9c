"""When a rhythm next falls due.

In: a recurrence rule (RFC 5545) and today.  Out: its next day, or None where it has ended or cannot be read.
Promise: a rhythm without a day falls due on the last day of each period, as "hằng quý" means the last days of the quarters.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from dateutil.rrule import rrulestr

_HORIZON = timedelta(days=3 * 366)
"""A rule whose next day lies further away than this counts as ended: longer rhythms than yearly are not given to offices."""


def next_day(rrule: str, *, today: date, start: date | None = None, until: date | None = None) -> date | None:
    """The first day of the rhythm that is not before `today` (nor before `start`, nor after `until`)."""
    parts = dict(part.partition("=")[::2] for part in rrule.upper().removeprefix("RRULE:").split(";"))
    # Ends are ours to keep: UNTIL inside the rule may come with or without an hour, which dateutil does not mix.
    ends = _day(parts.pop("UNTIL", None))
    first = max(today, start or today)
    last = min(day for day in (until, ends, first + _HORIZON) if day)
    try:
        rule = rrulestr(";".join(f"{key}={value}" for key, value in _with_day(parts).items()), dtstart=_anchor(parts, first))
        found = rule.after(datetime.combine(first, datetime.min.time()), inc=True)
    except (ValueError, KeyError, TypeError, OverflowError):
        return None
    return found.date() if found and found.date() <= last else None


def _with_day(parts: dict[str, str]) -> dict[str, str]:
    if any(key.startswith("BY") and key != "BYMONTH" for key in parts):
        return parts
    last = {"WEEKLY": {"BYDAY": "SU"}, "MONTHLY": {"BYMONTHDAY": "-1"}}
    yearly = {"BYMONTH": parts.get("BYMONTH", "12"), "BYMONTHDAY": "-1"}
    return parts | last.get(parts.get("FREQ", ""), yearly if parts.get("FREQ") == "YEARLY" else {})


def _anchor(parts: dict[str, str], first: date) -> datetime:
    # Every third month means March, June, ...: the first period of a year ends with its last month.
    step = parts.get("INTERVAL", "1")
    month = min(int(step), 12) if parts.get("FREQ") == "MONTHLY" and step.isdigit() and int(step) else 1
    return datetime(first.year - 1, month, 1)


def _day(until: str | None) -> date | None:
    try:
        return datetime.strptime(until[:8], "%Y%m%d").date() if until else None
    except ValueError:
        return None
