"""What the columns of an annex table hold, by their headings.

In: rules/annex.json and the heading of a column.  Out: "number", "task", "lead", "coordinate", "time", "product", ... or None.
Promise: case, line breaks and the sign behind a heading make no difference; a heading no record knows says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.rules import Rule

__all__ = ["column_of", "names_tasks", "parted_headings", "settled_columns"]

_SPECKS = regex.compile(r"^(?:(?:\p{L} )?[`´‘’'|_~^°<>„:.,]+ )+|(?: [`´‘’'|_~^°<>„]+)+(?: \p{L}{1,2})?$")
"""What OCR sees of a seal over the heading row ("Tên nhiệm vụ ` sa")."""


def column_of(heading: str, rules: Sequence[Rule]) -> str | None:
    """What the column with this heading holds; `rules` are the records of rules/annex.json."""
    bare = _SPECKS.sub("", " ".join(heading.split())).strip(" :.").lower()
    return next((rule.data["column"] for rule in rules if rule.pattern.search(bare)), None)


def parted_headings(upper: Sequence[str], lower: Sequence[str], rules: Sequence[Rule]) -> list[str | None]:
    """The columns under headings of which some are parted below ("Phân công" into "Chủ trì | Phối hợp", "Thời gian" into "Bắt đầu |
    Hoàn thành"): the words below tell what a column holds, alone or behind those above. Empty where the second row is no such row.
    """
    columns: list[str | None] = []
    above, known = "", 0
    for place in range(max(len(upper), len(lower))):
        over = upper[place].strip() if place < len(upper) else ""
        under = lower[place].strip() if place < len(lower) else ""
        above = over or (above if under else "")
        own = column_of(over, rules) if over else None
        if under and own in ("number", "task"):
            return []
        told = (column_of(f"{above} {under}", rules) or column_of(under, rules)) if under else own
        known += bool(under and told)
        columns.append(told)
    return columns if known else []


def settled_columns(columns: Sequence[str | None]) -> tuple[str | None, ...]:
    """The columns of a table; "Hoàn thành" tells a time only where another column says who leads and none says when, "Người
    phụ trách" who leads where no other column does, else who watches over it, and "Tên dự án" tasks only beside those who lead or
    examine them: elsewhere it is the name of a building.
    """
    told = "time" if {"lead", "in_charge"} & set(columns) and "time" not in columns else None
    project = "task" if {"lead", "examine"} & set(columns) and "task" not in columns else None
    meant = {"done": told, "in_charge": "supervise" if "lead" in columns else "lead", "project": project}
    return tuple(meant.get(column, column) if column else None for column in columns)


def names_tasks(columns: Sequence[str | None]) -> bool:
    """Whether a row of headings is that of a table that assigns work: it has tasks, and who leads them or by when."""
    known = {column for column in columns if column is not None}
    return len(known) >= 3 and "task" in known and bool({"lead", "time"} & known)
