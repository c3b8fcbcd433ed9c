"""Names of agencies for whoever types one: those this register met, and those the directory knows.

In: some letters, with or without accents.  Out: names, best first; or the body that a whole name means.
Promise: a name is offered, never put in; what nobody knows may be typed all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    met = [name for name, folded in register.remembered("names met", lambda: _met(register)) if _meant(words, folded)]
    known = [name for name, folded in _directory() if _meant(words, folded)]
    start = " ".join(words)
    known.sort(key=lambda name: (not fold(name).startswith(start), len(name)))
    offered: dict[str, str] = {}
    for name in (*met[:_OFFERED], *known):
        # One body in two spellings ("Bộ Công An") is offered once, as the directory writes it where it knows the name.
        offered.setdefault(fold(name), _spelling().get(fold(name), name))
    return list(offered.values())[: _OFFERED + 2]


def resolve_name(name: str, *, on: date | None, place: str | None) -> tuple[str | None, str | None]:
    """The full name and the id of the body that a name means on that day, where exactly one is meant."""
    found = load_directory().resolve(name, on=on, place=place)
    return (found.canonical, found.agency_id) if found else (None, None)


def _met(register: Register) -> list[tuple[str, str]]:
    """The names of this register with their folded form, the most frequent first: few are distinct, an index counts them."""
    rows = register.rows("SELECT name, count(*) AS n FROM task_agencies GROUP BY name ORDER BY n DESC, name LIMIT 5000")
    return [(row["name"], fold(row["name"])) for row in rows]


def _meant(typed: Sequence[str], folded: str) -> bool:
    """Whether a name holds all that was typed, or is what its short words stand for, in their order.

    "so nv" and "snv" mean "so noi vu", "skhcn" means "so khoa hoc va cong nghe", "vp ubnd" means "van phong uy ban nhan dan ...".
    """
    if all(word in folded for word in typed):
        return True
    words = [word for word in folded.replace(",", " ").replace("-", " ").split() if word != "va"]
    at = 0
    for short in typed:
        if short == "va":
            continue
        place = next((i for i in range(at, len(words)) if _taken(short, words[i:])), None)
        if place is None:
            return False
        at = place + _taken(short, words[place:])
    return True


def _taken(short: str, words: Sequence[str]) -> int:
    """How many words a typed word stands for: one that it begins, or as many as it has letters; 0 for none."""
    if words and words[0].startswith(short):
        return 1
    initials = "".join(word[0] for word in words[: len(short)])
    return len(short) if len(short) > 1 and initials == short else 0


@cache
def _spelling() -> dict[str, str]:
    return {folded: name for name, folded in reversed(_directory())}


@cache
def _directory() -> tuple[tuple[str, str], ...]:
    return tuple((agency.canonical, fold(agency.canonical)) for agency in load_directory().agencies.values())
