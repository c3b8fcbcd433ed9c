"""The notes column, which holds several fields one below the other, taken apart again.

In: the lines of an edited cell and the task it came from.  Out: note, product, receivers of reports, kind.
Promise: what the list itself wrote into the cell (kind, origin, labels, reasons of doubt) never becomes a person's note.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.directive import Kind
from models.register import TaskView
from pipeline.exchange.values import text_lines
from pipeline.export.words import KIND, NOTE_LABELS, ORIGIN

__all__ = ["Notes", "read_notes"]


@dataclass(frozen=True, slots=True)
class Notes:
    """What a cell of notes says."""

    note: str | None
    product: str | None
    receivers: str
    kind: Kind


_KINDS = {name: Kind(value) for value, pair in KIND.items() for name in pair if name}
_ORIGINS = {name for pair in ORIGIN.values() for name in pair if name} | {"Theo phụ lục", "From an annex"}
"""With the words of lists that were exported when all tables were called annexes."""


def read_notes(cell: object, task: TaskView | None) -> Notes:
    """The fields of a cell; a line without a label is a note, unless it goes on with the product or the doubts of the task."""
    fields: dict[str, list[str]] = {"note": [], "product": [], "receivers": [], "reasons": []}
    more = {"product": text_lines(task.product)[1:] if task else [], "reasons": _later(task.reasons if task else ())}
    kind, current = Kind.ASSIGNMENT, "note"
    for line in text_lines(cell):
        label = next((name for name, pair in NOTE_LABELS.items() if line.startswith(tuple(f"{word}:" for word in pair))), None)
        if label:
            current = label
            fields[label].append(line.split(":", 1)[1].strip())
        elif line in _KINDS:
            kind = _KINDS[line]
        elif line not in _ORIGINS:
            fields[current if line in more.get(current, ()) else "note"].append(line)
    joined = {name: "\n".join(part for part in parts if part) for name, parts in fields.items()}
    return Notes(joined["note"] or None, joined["product"] or None, joined["receivers"], kind)


def _later(reasons: Sequence[str]) -> list[str]:
    return text_lines("; ".join(reasons))[1:]
