"""What a typed deadline means, said back at once.

In: words as a person types them, the day of the document.  Out: a `DeadlineChange` with its value, told in words.
Promise: the same grammar reads what is typed and what stands in documents; the input is bounded; nothing is guessed: words
without a value stay words, a value that cannot be understood is said to be so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from models.register import DeadlineChange, DeadlineView
from pipeline.review.queue import read_day
from pipeline.rules.deadline_words import NOTES, describe_deadline

if TYPE_CHECKING:
    from pipeline.detect.calendar import WorkCalendar
    from pipeline.detect.deadlines import DeadlineFinding

__all__ = [
    "MOST_LETTERS", "Understood", "change_of", "day_said", "looks_like_a_day", "meaning", "understand", "warm_up", "words_of",
]  # fmt: skip

MOST_LETTERS = 300
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|,?\s*năm)\s*(\d{4})(?!\d)", re.IGNORECASE)
_BARE_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")


@dataclass(frozen=True, slots=True)
class Understood:
    """A reading: the deadline, or None where the value cannot be understood; `words` tells the value, `reasons` the doubts."""

    deadline: DeadlineChange | None
    words: str = ""
    reasons: tuple[str, ...] = ()


def understand(text: str, value: str, *, issued: date | None, language: str = "vi") -> Understood:
    """What `text` (as written) with `value` (as typed, perhaps empty) means.

    An empty value is read from the text; a typed value wins over the text, which stays as written. A text that is nothing but a
    day that no calendar has ("99/99/9999") is not understood.
    """
    text, value = " ".join(text.split()), " ".join(value.split())
    if max(len(text), len(value)) > MOST_LETTERS:
        return Understood(None)
    if not value and _BARE_DAY.fullmatch(text) and read_day(text) is None:
        return Understood(None)
    read = _find(text, issued)
    if value and (day := read_day(value)):
        change = _change(text or value, read).model_copy(update={"due": day, "rrule": None, "until": None})
        return Understood(change, words_of(change, language), _other_than(text, read, change, language))
    if value:
        typed = _find(value, issued)
        if read and value.casefold() in {words_of(_change(text, read), each).casefold() for each in ("vi", "en")}:
            typed = read
        if typed is None or not (typed.due or typed.rrule):
            return Understood(None)
        change = _change(text or value, typed)
        return Understood(change, words_of(change, language), (*_doubts(typed), *_other_than(text, read, change, language)))
    change = _change(text, read)
    return Understood(change, words_of(change, language), _doubts(read) if read else ())


def _doubts(read: DeadlineFinding) -> tuple[str, ...]:
    """Why a value may be another one: that its year is the paper's is seen in the value that is told."""
    return tuple(reason for reason in read.reasons if reason not in NOTES)


def _other_than(text: str, read: DeadlineFinding | None, change: DeadlineChange, language: str) -> tuple[str, ...]:
    """That a typed value is another than its words say: meant, or a slip."""
    told = words_of(_change(text, read), language)
    if not told or told == words_of(change, language):
        return ()
    return (f"the words say {told}" if language == "en" else f"Câu chữ ghi {told}",)


def words_of(deadline: DeadlineChange | DeadlineView, language: str = "vi") -> str:
    """The value in words, as the value field shows it; "" where there is none."""
    if deadline.due and not deadline.time:
        return f"{deadline.due:%d/%m/%Y}"
    return describe_deadline(deadline.due, deadline.rrule, deadline.time, deadline.bound, language, until=deadline.until)


def meaning(text: str, issued: date | None) -> DeadlineChange:
    """What the words of a deadline mean in a document of this day; words without a value stay words."""
    return _change(text, _find(text[:MOST_LETTERS], issued))


def change_of(view: DeadlineView) -> DeadlineChange:
    """A deadline as it is shown, unchanged."""
    return DeadlineChange(
        text=view.text, due=view.due, rrule=view.rrule, time=view.time, start=view.start, until=view.until, bound=view.bound
    )


def day_said(text: str) -> date | None:
    """The one day that a person means: 12/5/2025, or in words as letterheads write it; None for anything else."""
    found = _FIGURES.search(text[:MOST_LETTERS])
    return read_day(f"{found[1]}/{found[2]}/{found[3]}") if found else read_day(text)


def looks_like_a_day(text: str) -> bool:
    """Whether day, month and year stand there, be they of the calendar or not (31/02/2025)."""
    return bool(_FIGURES.search(text[:MOST_LETTERS]))


def warm_up() -> None:
    """Load the grammar (a second or two), so that the first typed letter need not wait for it."""
    _find("trước ngày 20 hàng tháng", None)


def _change(text: str, read: DeadlineFinding | None) -> DeadlineChange:
    if read is None:
        return DeadlineChange(text=text)
    return DeadlineChange(
        text=text, due=read.due, rrule=read.rrule, time=read.time, start=read.start_day, until=read.until, bound=read.bound
    )


def _find(text: str, issued: date | None) -> DeadlineFinding | None:
    from pipeline.detect.deadlines import find_deadlines

    if not text:
        return None
    year = issued.year if issued else None
    # As a cell of a column "Thời hạn": bare forms count. Of several the first with a value is meant.
    found = find_deadlines(text, issued=issued, year=year, calendar=_calendar(), labelled=True)
    return next((each for each in found if each.due or each.rrule), next(iter(found), None))


@cache
def _calendar() -> WorkCalendar:
    from pipeline.detect.calendar import vietnam_calendar

    return vietnam_calendar()
