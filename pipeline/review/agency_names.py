"""Names of agencies for whoever types one: those this register met, and those the directory knows.

In: some letters, with or without accents.  Out: names, best first; or the body that a whole name means.
Promise: a name is offered, never put in; what nobody knows may be typed all the same.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from pipeline.register import Register, fold
from pipeline.rules.directory import load_directory

__all__ = ["MOST_LETTERS", "resolve_name", "suggest_names"]

MOST_LETTERS = 300
_OFFERED = 10


def suggest_names(register: Register, typed: str) -> list[str]:
    """Names that hold all the typed words: those of this register by how often they occur, then those of the directory."""
    words = fold(typed[:MOST_LETTERS]).split()
    if not words:
        return []
    rows = register.rows(
        """SELECT name, folded, count(*) AS n FROM task_agencies WHERE instr(folded, ?) GROUP BY name ORDER BY n DESC LIMIT 200""",
        (words[0],),
    )
    met = [row["name"] for row in rows if all(word in row["folded"] for word in words)]
    known = [name for name, folded in _directory() if all(word in folded for word in words)]
    start = " ".join(words)
    known.sort(key=lambda name: (not fold(name).startswith(start), len(name)))
    return list(dict.fromkeys((*met[:_OFFERED], *known)))[: _OFFERED + 2]


def resolve_name(name: str, *, on: date | None, place: str | None) -> tuple[str | None, str | None]:
    """The full name and the id of the body that a name means on that day, where exactly one is meant."""
    found = load_directory().resolve(name, on=on, place=place)
    return (found.canonical, found.agency_id) if found else (None, None)


@cache
def _directory() -> tuple[tuple[str, str], ...]:
    return tuple((agency.canonical, fold(agency.canonical)) for agency in load_directory().agencies.values())
