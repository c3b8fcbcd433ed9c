"""The day on which a paper takes effect, as it says itself: "Quyết định này có hiệu lực kể từ ngày 25/3/2024".

In: the outline, the day of issue.  Out: the day, or None.
Promise: only what is said of this very paper counts; where it names two days (of some of its articles), there is none.
Source: ANNOTATION rules, "Deadlines of a task": a term has a day only when the day it begins with is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from models.outline import Item, Outline
from pipeline.detect.deadline_atoms import deadline_rules
from pipeline.detect.deadline_values import read_moment

__all__ = ["day_of_effect"]


def day_of_effect(outline: Outline, issued: date | None) -> date | None:
    """The day on which the paper of an outline takes effect."""
    days = set(_days(_texts((*outline.body, *outline.closing)), issued))
    return days.pop() if len(days) == 1 else None


def _texts(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        yield item.passage.text
        yield from _texts(item.children)


def _days(texts: Iterable[str], issued: date | None) -> Iterator[date | None]:
    for text in texts:
        for found in deadline_rules().all("effect.day", text) if "hiệu lực" in text else ():
            named = found["day"]
            yield read_moment(named, year=issued.year if issued else None).last if named else issued
