"""Deadlines of one task: by when, or at which rhythm, the work must be done.

In: the text of one task (or a cell "Thời gian thực hiện"), the document's year and issue date, a calendar.
Out: `DeadlineFinding`s from left to right.  Promise: each finding slices the text exactly and has `due` or `rrule` or
neither, never both; dates of titles, cited documents, data and past events are not among them; no clock is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.directive import Bound
from models.spans import Span
from pipeline.detect.calendar import WorkCalendar
from pipeline.detect.deadline_atoms import find_atoms, is_hot
from pipeline.detect.deadline_build import build
from pipeline.detect.deadline_scene import Draft
from pipeline.detect.deadline_text import Plain, plain

_YEARS = range(1945, 2100)
"""Years a document can be of; a misread one counts as unknown."""


@dataclass(frozen=True, slots=True)
class DeadlineFinding:
    """A deadline: `text[start:end]` is its words. `due` is the last day named, `rrule` the rhythm (RFC 5545).

    `start_day` is the first day of a span, `until` the inferred end of a rhythm. `rule` names the record of
    rules/deadlines.json; `candidates` are other values (ISO days or rules) and `reasons` Vietnamese sentences why there is doubt.
    """

    start: int
    end: int
    text: str
    due: date | None
    rrule: str | None
    time: str | None
    start_day: date | None
    until: date | None
    bound: Bound | None
    rule: str
    confidence: float
    candidates: tuple[str, ...]
    reasons: tuple[str, ...]


def find_deadlines(
    text: str,
    *,
    issued: date | None,
    year: int | None,
    calendar: WorkCalendar,
    masked: Sequence[Span] = (),
    labelled: bool = False,
    school_end: date | None = None,
    in_force: date | None = None,
) -> tuple[DeadlineFinding, ...]:
    """Find the deadlines of one task.

    1. Each finding has exact offsets in `text`; findings do not overlap and come in order.
    2. A year left out is the year of `issued`, else `year`; with neither there is no day but a reason.
    3. `masked` spans (citations, titles) hold no deadline. In a `labelled` cell a bare "Quý III/2024" or "Thường xuyên" counts.
    4. In a paper of a school year, which ends on `school_end`, a day without a year lies in it.
    5. A term counted from the day on which the paper takes effect begins `in_force`.
    Refuses to guess: impossible days, "đầu năm", unknown start days give words and reasons without a value.
    """
    page = plain(text)
    if not is_hot(page.text, labelled=labelled):
        return ()
    closed = [page.forth(span) for span in masked]
    atoms = find_atoms(page.text, masked=closed, labelled=labelled)
    if not atoms:
        return ()
    known = issued if issued is not None and issued.year in _YEARS else None
    own = known.year if known else year if year in _YEARS else None
    drafts = build(
        page.text, atoms, issued=known, year=own, calendar=calendar, labelled=labelled, school_end=school_end, in_force=in_force
    )
    return tuple(_finding(text, page, draft) for draft in drafts)


def _finding(text: str, page: Plain, draft: Draft) -> DeadlineFinding:
    start, end = page.back((draft.start, draft.end))
    return DeadlineFinding(
        start=start,
        end=end,
        text=text[start:end],
        due=draft.due,
        rrule=None if draft.due else draft.rrule,
        time=draft.time,
        start_day=draft.start_day,
        until=draft.until,
        bound=draft.bound,
        rule=draft.rule,
        confidence=round(draft.confidence, 3),
        candidates=draft.candidates,
        reasons=draft.reasons,
    )


__all__ = ["DeadlineFinding", "find_deadlines"]
