"""What the assembly of deadlines works on: the text, its atoms, the document's dates, and drafts of findings.

In: the atoms of a text.  Out: `Scene`, shared by the steps of one assembly, and `Draft`.
Promise: a draft is a finding in the offsets of the plain text; the scene lives for one text only.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date

from models.directive import Bound
from models.spans import Span
from pipeline.detect.calendar import WorkCalendar
from pipeline.detect.deadline_atoms import Atom, deadline_rules, sentences
from pipeline.detect.deadline_near import near_moment
from pipeline.detect.deadline_values import Moment, read_moment

_LAST_MONTH = 7
"""The last month of a school year, with its examinations; in August the next one is prepared."""


def end_of_school_year(subject: str, issued: date | None) -> date | None:
    """The last day of the school year that a paper is about, where it begins in the year of the issue.

    >>> end_of_school_year("Kế hoạch giáo dục năm học 2026-2027", date(2026, 8, 25))
    datetime.date(2027, 7, 31)
    """
    told = deadline_rules().all("context.school_year", subject)
    named = {(int(found["first"]), int(found["last"])) for found in told}
    if issued is None or named != {(issued.year, issued.year + 1)}:
        return None
    return date(issued.year + 1, _LAST_MONTH, 31)


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding in the offsets of the plain text."""

    start: int
    end: int
    rule: str
    confidence: float
    due: date | None = None
    rrule: str | None = None
    time: str | None = None
    start_day: date | None = None
    until: date | None = None
    bound: Bound | None = None
    candidates: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass
class Scene:
    """What the parts of the assembly share; `used` are the atoms already spoken for."""

    text: str
    atoms: list[Atom]
    issued: date | None
    year: int | None
    calendar: WorkCalendar
    labelled: bool
    school_end: date | None = None
    in_force: date | None = None
    used: set[int] = field(default_factory=set)
    _sentences: tuple[Span, ...] = ()

    def gap(self, left: int, right: int) -> str:
        """The text between two atoms."""
        return self.text[self.atoms[left].end : self.atoms[right].start]

    def moment(self, words: str, year: int | None = None) -> Moment:
        """The days of words in this document (or in another year)."""
        near = near_moment(words, year=self.year, issued=self.issued)
        return near or read_moment(words, year=year or self.year)

    def sentence(self, at: int) -> Span:
        """The sentence around a place."""
        if not self._sentences:
            self._sentences = sentences(self.text)
        i = bisect_right(self._sentences, (at, len(self.text))) - 1
        a, b = self._sentences[i] if i >= 0 else (0, 0)
        return (a, b) if a <= at < b else (0, len(self.text))
