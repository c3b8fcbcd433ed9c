"""Whether a directive is a document that the register has already, in another file: a scan beside the Word file, a copy sent again.

In: a connection and a directive.  Out: the id of the document, or None.
Promise: two documents are never made one by their text alone where number, day or issuer contradict, nor by these alone where the
texts differ; issuers are bodies on that day: the same name before and after a merger is two bodies. Figures: docs/register.md.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache

from models.directive import Directive, PageFacts
from pipeline.register.fold import fold
from pipeline.register.likeness import Wording, alike, numbers_alike, sketch, wording
from pipeline.rules.directory import Directory, load_directory

__all__ = ["better_text", "find_same", "wording_of", "write_sketch"]

SAME_NUMBERED = 0.8
"""Least likeness where number, day and issuer are known on both sides and equal: 12 letters and their scans have 0.90 to 0.96, the
most alike of 3,486 pairs of different real documents 0.79.
"""
SAME_TEXT = 0.85
"""Least likeness where one of the three is blank on one side: letters of one template are nearly alike."""
SAME_FIGURES = 0.96
"""Then their numbers must agree too: the letters of May and June differ in nothing else (12 such pairs: 0.82 to 0.95, letters and
their scans 0.90 to 0.99: a scan whose figures were misread is registered by itself, which is seen, rather than lost in another).
"""
LEAST_WINDOWS = 60
"""Shorter texts are never taken for the same without number, day and issuer."""
_CLEARER = 0.02
"""By so much the quality of a text must be better to take the place of the one that tasks were read from."""
_MOST = 40
_SEEN = ("ocr", "recovered")
"""Sources of text that a machine has guessed from a picture or from ruins."""


def wording_of(pages: Sequence[PageFacts]) -> Wording:
    """The wording of a directive; three steps of registering ask for it, one after the other."""
    return _wording_of(tuple(page.text for page in pages))


@lru_cache(maxsize=1)
def _wording_of(texts: tuple[str, ...]) -> Wording:
    return wording(texts)


def find_same(connection: sqlite3.Connection, directive: Directive) -> str | None:
    """The document that this is another file of: the most alike of those that nothing contradicts."""
    new = wording_of(directive.pages)
    found = []
    for row in _candidates(connection, directive, new):
        old = wording(_texts(connection, row["id"]))
        if _same(directive, row, new, old):
            found.append((alike(new, old), row["id"]))
    return max(found)[1] if found else None


def write_sketch(connection: sqlite3.Connection, document_id: str, pages: Sequence[PageFacts]) -> None:
    """Keep by what a text like this one is found."""
    connection.execute("DELETE FROM sketches WHERE document_id = ?", (document_id,))
    values = sketch(wording_of(pages))
    connection.executemany("INSERT INTO sketches (value, document_id) VALUES (?, ?)", [(value, document_id) for value in values])


def better_text(connection: sqlite3.Connection, document_id: str, pages: Sequence[PageFacts]) -> bool:
    """Whether these pages are better to work with than those that the document was read from, whichever came first."""
    rows = connection.execute("SELECT source, quality, healthy, text, width FROM pages WHERE document_id = ?", (document_id,))
    old = _worth([(row["source"], row["quality"], bool(row["healthy"]), len(row["text"]), row["width"]) for row in rows])
    new = _worth([(page.source, page.quality, page.healthy, len(page.text), page.width) for page in pages])
    return new[:3] > old[:3] or (new[:3] == old[:3] and new[3] > old[3] + _CLEARER)


def _worth(pages: Sequence[tuple[str, float, bool, int, float | None]]) -> tuple[bool, bool, bool, float]:
    """Whether all pages are healthy, none is guessed, words have their places on a page; the quality of a letter on average."""
    total = sum(length for _, _, _, length, _ in pages) or 1
    quality = sum(share * length for _, share, _, length, _ in pages) / total
    healthy = all(healthy for _, _, healthy, _, _ in pages)
    return healthy, not any(page[0] in _SEEN for page in pages), any(page[4] for page in pages), quality


def _candidates(connection: sqlite3.Connection, directive: Directive, new: Wording) -> list[sqlite3.Row]:
    """Documents of the same number and day, and those whose text may be alike; few, however large the register is."""
    fields = directive.fields
    issued = fields.issued.isoformat() if fields.issued else None
    values = json.dumps(sketch(new))
    return connection.execute(
        """SELECT id, number, issuer, issued FROM documents WHERE id IN (
          SELECT id FROM documents WHERE number = ? AND issued = ?
          UNION SELECT * FROM (SELECT document_id FROM sketches WHERE value IN (SELECT value FROM json_each(?))
            GROUP BY document_id ORDER BY count(*) DESC, document_id LIMIT ?))""",
        (fields.number, issued, values, _MOST),
    ).fetchall()


def _texts(connection: sqlite3.Connection, document_id: str) -> list[str]:
    return [row[0] for row in connection.execute("SELECT text FROM pages WHERE document_id = ? ORDER BY page", (document_id,))]


def _same(directive: Directive, row: sqlite3.Row, new: Wording, old: Wording) -> bool:
    fields = directive.fields
    then = date.fromisoformat(row["issued"]) if row["issued"] else None
    number, known = _whole(fields.number), _whole(row["number"])
    if _differ(number, known) or _differ(fields.issued, then):
        return False
    on = fields.issued or then
    if _differ(_body(fields.issuer, on), _body(row["issuer"], on)):
        return False
    if all((number, known, fields.issued, then, fields.issuer, row["issuer"])):
        return alike(new, old) >= SAME_NUMBERED
    long_enough = min(len(new.windows), len(old.windows)) >= LEAST_WINDOWS
    return long_enough and alike(new, old) >= SAME_TEXT and numbers_alike(new, old) >= SAME_FIGURES


def _whole(number: str | None) -> str:
    # "/UBND-KSTT": the symbol is printed, the number itself was to be written by hand.
    return "" if not number or number.startswith("/") else fold(number)


def _differ(one: object, other: object) -> bool:
    return bool(one) and bool(other) and one != other


def _body(name: str | None, on: date | None) -> str:
    """The body of this name on that day; its name where the directory does not know one."""
    if not name:
        return ""
    found = _directory().resolve(name, on=on)
    return (found.agency_id if found else None) or fold(name)


@cache
def _directory() -> Directory:
    # Loaded when the first document has a candidate: a register that is only read never asks.
    return load_directory()
