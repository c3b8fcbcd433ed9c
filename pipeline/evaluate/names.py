"""When two names mean one body, in a document of a given day and place.

In: names as a person and as the program wrote them.  Out: which of them belong together.
Promise: what the directory tells apart stays apart, however alike the wording; what it does not know is compared word by word.

1. Names that read alike once heads, abbreviations and the document's own place are folded away are one.
2. Two names that the directory holds are one where they mean the same body. A body and a group are never one.
3. Else (groups, bodies known by their form only, or not at all) the words decide: see NEAR.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import regex

from pipeline.evaluate.words import plain
from pipeline.rules.directory import Directory, Resolution, Status, strip_head
from pipeline.rules.naming import without_parentheses

__all__ = ["NEAR", "Names"]

NEAR = 0.75
"""Share of words in common from which two names are one. Of the names that program and gold give in one role of one task in the
development documents and the samples, those a reader takes for one body share 0.75 or more, those he tells apart 0.71 or less."""

_IDLE = frozenset(plain("các, tất cả, toàn; của, và; có liên quan; thuộc, trực thuộc, trên địa bàn, tại Việt Nam").split())
"""Words that say how many and of which circle: they tell no two groups apart."""

_BELONGING = regex.compile(r" (?:trực )?thuộc (?:ủy ban nhân dân )?(?:tỉnh|thành phố|huyện|quận|xã|phường|trung ương)$")
"""A tail that only says of which office bodies are: "các sở, ban, ngành thuộc UBND tỉnh"."""


@dataclass(frozen=True)
class Names:
    """The names of one document: `on` is its day, `place` its province or city."""

    directory: Directory
    on: date | None = None
    place: str = ""

    def pair(self, found: Sequence[str], wanted: Sequence[str]) -> list[tuple[int, int]]:
        """Who belongs to whom, each once: (number in found, number in wanted), closest first."""
        close = [(self.closeness(a, b), i, j) for i, a in enumerate(found) for j, b in enumerate(wanted)]
        pairs: list[tuple[int, int]] = []
        for value, i, j in sorted(close, key=lambda entry: (-entry[0], entry[1], entry[2])):
            if value >= NEAR and all(i != a and j != b for a, b in pairs):
                pairs.append((i, j))
        return pairs

    def same(self, one: str, other: str) -> bool:
        """Whether two names mean one body, or one group."""
        return self.closeness(one, other) >= NEAR

    def closeness(self, one: str, other: str) -> float:
        """2 where the names read alike, 1 where they mean one body, 0 where two; else the share of words in common."""
        a, b = self._key(one), self._key(other)
        if a == b:
            return 2.0
        first, second = self._body(one), self._body(other)
        if first and second and not (first.status is second.status is Status.GROUP):
            return float(first.agency_id == second.agency_id)
        return _common(a.split(), b.split())

    def _key(self, name: str) -> str:
        key = f" {self.directory.naming.key(strip_head(without_parentheses(name)))} "
        for place in self._places:
            key = key.replace(f" {place} ", " ")
        return _BELONGING.sub("", " ".join(key.split()))

    @cached_property
    def _places(self) -> tuple[str, ...]:
        return tuple(filter(None, {self.directory.naming.key(part) for part in (self.place, *self.place.split(","))}))

    def _body(self, name: str) -> Resolution | None:
        found = self.directory.resolve(strip_head(name), on=self.on, place=self.place or None)
        return found if found and found.agency_id and found.status is not Status.PATTERN else None


def _common(one: Iterable[str], other: Iterable[str]) -> float:
    """Words in common as a share of all words of the two names, idle ones left out unless there are no others."""
    a, b = (frozenset(words) - _IDLE or frozenset(words) for words in (list(one), list(other)))
    return len(a & b) / len(a | b) if a | b else 0.0
