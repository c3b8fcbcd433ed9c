"""The documents as a list: state, quality of their text, how much of their work was judged.

In: search words, a condition, which page of the list.  Out: `Shelf`: one page of lines and how many there are.
Promise: newest first; the counts are of what is shown, rejected records among them.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date

from models.register import is_numbered
from pipeline.register.about import ABOUT
from pipeline.register.database import Register, Value
from pipeline.register.fold import fold
from pipeline.register.views import day

__all__ = ["Shelf", "ShelfLine", "shelf"]

# Text below this share of valid syllables is worth a look (extract: pages count as healthy from 0.9 on).
_GOOD_TEXT = 0.9
# As shown: no day, or no number but the symbol behind it ("/SYT-NVY"), which `is_numbered` says of one.
_UNNAMED = """EXISTS (SELECT 1 FROM documents_shown n
  WHERE n.id = d.id AND (n.issued IS NULL OR ifnull(n.number, '') NOT GLOB '[0-9A-Za-zĐđ]*'))"""


@dataclass(frozen=True, slots=True)
class ShelfLine:
    """A document: what names it, its state, the quality of its worst page, and its records by how far they were judged."""

    id: str
    file: str
    number: str | None
    type: str | None
    issued: date | None
    issuer: str | None
    subject: str | None
    about: bool
    state: str
    warnings: str
    pages: int
    sources: str
    quality: float
    tasks: int
    waiting: int

    @property
    def unnamed(self) -> bool:
        """Whether the number or the day is missing."""
        return not (is_numbered(self.number) and self.issued)


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page of the list."""

    lines: tuple[ShelfLine, ...]
    total: int


def shelf(register: Register, *, search: str = "", doubtful: bool = False, first: int = 0, size: int = 50) -> Shelf:
    """Documents whose number, subject, issuer or file name hold all the words; `doubtful`: only those with warnings, with bad text
    or without their number or day.
    """
    parts: list[tuple[str, tuple[Value, ...]]] = [("instr(d.folded, ?)", (word,)) for word in fold(search).split()]
    if doubtful:
        poor = "EXISTS (SELECT 1 FROM pages p WHERE p.document_id = d.id AND p.quality < ?)"
        parts.append((f"(d.warnings <> '[]' OR {_UNNAMED} OR {poor})", (_GOOD_TEXT,)))
    where = " AND ".join(part for part, _ in parts) or "1"
    values = tuple(value for _, given in parts for value in given)
    with register.snapshot():
        total = register.row(f"SELECT count(*) FROM documents d WHERE {where}", values)
        rows = register.rows(
            f"""SELECT d.*, f.name AS file, f.sha256, {ABOUT}
            FROM (SELECT d.id, d.registered AS entered FROM documents d WHERE {where}
            ORDER BY d.registered DESC, d.id LIMIT ? OFFSET ?) o JOIN documents_shown d ON d.id = o.id
            JOIN files f ON f.document_id = d.id AND f.role = 'main' ORDER BY o.entered DESC, d.id""",
            (*values, size, first),
        )
        lines = [_line(register, row) for row in rows]
    return Shelf(tuple(lines), total[0] if total else 0)


def _line(register: Register, row: sqlite3.Row) -> ShelfLine:
    pages = register.row(
        """SELECT count(*) AS n, ifnull(min(quality), 0) AS worst, group_concat(DISTINCT source) AS sources
        FROM pages WHERE sha256 = ?""",
        (row["sha256"],),
    )
    tasks = register.row(
        """SELECT count(*) AS n, ifnull(sum(status = 'new' AND NOT orphaned), 0) AS waiting FROM tasks
        WHERE document_id = ? AND status <> 'rejected'""",
        (row["id"],),
    )
    assert pages is not None
    assert tasks is not None
    return ShelfLine(
        id=str(row["id"]), file=str(row["file"]), number=row["number"], type=row["type"], issued=day(row["issued"]),
        issuer=row["issuer"], subject=row["subject"], about=bool(row["about"]), state=str(row["state"]),
        warnings=str(row["warnings"]), pages=pages["n"], sources=pages["sources"] or "", quality=pages["worst"],
        tasks=tasks["n"], waiting=tasks["waiting"],
    )  # fmt: skip
