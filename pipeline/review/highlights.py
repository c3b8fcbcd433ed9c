"""Where a record stands: boxes on the picture of a page, marked stretches in its lines.

In: a task with its evidence, the pages of its document.  Out: `Mark`s by page, and lines cut into `Stretch`es.
Promise: only what the register says is drawn; a value without evidence has no mark; every letter is in one stretch.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.directive import Evidence
from models.register import TaskView
from models.spans import Span
from models.text import Box

__all__ = ["Line", "Mark", "Stretch", "lines_of", "marks_of", "marks_of_fields"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A place: what stands there ("task", "deadline", a role, "field"), its words, boxes by page, spans of the document's text."""

    kind: str
    words: str
    boxes: dict[int, tuple[Box, ...]]
    spans: tuple[Span, ...]
    page: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters of a line that share the same marks."""

    text: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its span in the document's text, cut where marks begin and end."""

    start: int
    end: int
    stretches: tuple[Stretch, ...]

    @property
    def cells(self) -> tuple[tuple[Stretch, ...], ...]:
        """The cells of a row of a table, whose text has bars between them; () for any other line."""
        if sum(part.text.count("|") for part in self.stretches) < 2:
            return ()
        cells: list[list[Stretch]] = [[]]
        for part in self.stretches:
            first, *others = part.text.split("|")
            cells[-1].append(Stretch(first, part.kinds))
            cells += [[Stretch(text, part.kinds)] for text in others]
        # A bar at the edge of a row parts it from nothing.
        edges = [i for i in (0, len(cells) - 1) if not "".join(part.text for part in cells[i]).strip()]
        return tuple(tuple(part for part in cell if part.text) for i, cell in enumerate(cells) if i not in edges)


def marks_of(task: TaskView) -> list[Mark]:
    """The marks of a record: the task first, so that what stands inside it is drawn above it."""
    found = [_mark("task", task.evidence)]
    found += [_mark(agency.role.value, agency.evidence) for agency in task.agencies]
    found += [_mark("deadline", deadline.evidence) for deadline in task.deadlines]
    return [mark for mark in found if mark]


def marks_of_fields(evidence: dict[str, Evidence]) -> list[Mark]:
    """The marks of a letterhead."""
    return [mark for each in evidence.values() if (mark := _mark("field", each))]


def _mark(kind: str, evidence: Evidence | None) -> Mark | None:
    if evidence is None:
        return None
    boxes = {evidence.page: evidence.boxes}
    for later in evidence.continued:
        boxes[later.page] = boxes.get(later.page, ()) + later.boxes
    return Mark(kind, evidence.quote, boxes, evidence.pieces or (evidence.span,), evidence.page)


def lines_of(text: str, offset: int, marks: Sequence[Mark]) -> list[Line]:
    """The lines of a page whose first letter is letter `offset` of the document."""
    spans = [(start, end, mark.kind) for mark in marks for start, end in mark.spans]
    lines, at = [], offset
    for words in text.split("\n"):
        end = at + len(words)
        near = [(max(a, at), min(b, end), kind) for a, b, kind in spans if a < end and b > at]
        lines.append(Line(at, end, tuple(_stretches(words, at, near))))
        at = end + 1
    return lines


def _stretches(words: str, at: int, near: Iterable[tuple[int, int, str]]) -> Iterable[Stretch]:
    near = list(near)
    cuts = sorted({at, at + len(words), *(a for a, _, _ in near), *(b for _, b, _ in near)})
    for start, end in pairwise(cuts):
        kinds = dict.fromkeys(kind for a, b, kind in near if a <= start and b >= end)
        yield Stretch(words[start - at : end - at], tuple(kinds))
