"""Recurrence rules in one form, so that two ways to write a rhythm compare as equal.

In: an RRULE (RFC 5545).  Out: a `Rhythm`.
Promise: "each quarter" is one rhythm whether written by interval or by its last months; an inferred end makes no difference.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Rhythm", "rhythm"]

_MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Every so many units; on which months, days of the month and days of the week; how many times."""

    unit: str
    every: int = 1
    months: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()
    weekdays: frozenset[str] = frozenset()
    times: int | None = None


def rhythm(rrule: str | None) -> Rhythm | None:
    """The rhythm of a rule; None where there is no rule. Rules that RFC 5545 does not know compare by their letters."""
    if not rrule:
        return None
    parts = dict(part.split("=", 1) for part in rrule.upper().removeprefix("RRULE:").split(";") if "=" in part)
    try:
        read = Rhythm(
            unit=parts["FREQ"],
            every=int(parts.get("INTERVAL", 1)),
            months=_numbers(parts.get("BYMONTH")),
            days=_numbers(parts.get("BYMONTHDAY")),
            weekdays=frozenset(filter(None, parts.get("BYDAY", "").split(","))),
            times=int(parts["COUNT"]) if "COUNT" in parts else None,
        )
    except (KeyError, ValueError):
        return Rhythm(unit=rrule)
    return _periodic(read)


def _numbers(text: str | None) -> frozenset[int]:
    return frozenset(int(number) for number in text.split(",")) if text else frozenset()


def _periodic(read: Rhythm) -> Rhythm:
    """Quarters and half years as months by interval, without the last day that goes without saying."""
    ends = read.days <= {-1}
    if read.unit == "YEARLY" and ends and len(read.months) > 1:
        step = _MONTHS_OF_A_YEAR // len(read.months)
        if read.months == frozenset(range(step, _MONTHS_OF_A_YEAR + 1, step)):
            return Rhythm("MONTHLY", step, weekdays=read.weekdays, times=read.times)
    if read.unit == "MONTHLY" and ends and read.every > 1:
        return Rhythm("MONTHLY", read.every, read.months, weekdays=read.weekdays, times=read.times)
    return read
