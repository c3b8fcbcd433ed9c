"""The records of agencies.json: bodies with their names and lifetimes, as frozen values.

In: agencies.json.  Out: `Agency` records and an index from the key of each name to the records that bear it.
Promise: a record says since when and until when it holds, who came after it, and how certain that is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import product
from typing import Any

import regex

from pipeline.rules import load_json
from pipeline.rules.folding import fold
from pipeline.rules.naming import Naming


class Level(StrEnum):
    """The level of administration a body belongs to; `REGION` lies between province and commune or over provinces (khu vực)."""

    CENTRAL = "central"
    PROVINCE = "province"
    REGION = "region"
    DISTRICT = "district"
    COMMUNE = "commune"


class Scope(StrEnum):
    """Of what there is one body of a record: of the nation, of each province, district, commune, region, or of each name."""

    NATION = "nation"
    PROVINCE = "province"
    REGION = "region"
    DISTRICT = "district"
    COMMUNE = "commune"
    NAMED = "named"


class Life(StrEnum):
    """Where a day lies in the lifetime of a body; `NEAR` is within the days by which places differed."""

    ALIVE = "alive"
    NEAR = "near"
    ENDED = "ended"
    NOT_YET = "not_yet"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Agency:
    """A body, or a template of the bodies of that name in each place (see `Scope`).

    `bare` names are common words too ("Bưu điện"): they are understood when asked for, not looked for in running text.
    """

    id: str
    canonical: str
    kind: str
    level: Level
    scope: Scope
    variants: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    tolerance: timedelta
    successors: tuple[str, ...]
    pattern: regex.Pattern[str] | None
    priority: int
    with_place: str | None
    within_province: bool
    bare: frozenset[str]
    note: str | None
    source: str
    certainty: str

    def life(self, on: date | None) -> Life:
        """Where a day lies in the lifetime of this body."""
        if on is None:
            return Life.UNDATED
        if self.valid_from and on < self.valid_from:
            return Life.NEAR if on >= self.valid_from - self.tolerance else Life.NOT_YET
        if self.valid_to and on > self.valid_to:
            return Life.NEAR if on <= self.valid_to + self.tolerance else Life.ENDED
        return Life.ALIVE


def load_agencies() -> tuple[Agency, ...]:
    """All records of agencies.json, in the order of their ids."""
    return tuple(_agency(record) for record in load_json("agencies")["agencies"])


def index_names(agencies: Iterable[Agency], naming: Naming) -> Mapping[str, tuple[Agency, ...]]:
    """From the key of each canonical name and variant to the records that bear it."""
    found: dict[str, tuple[Agency, ...]] = {}
    for agency in agencies:
        if agency.scope == Scope.NAMED:  # "Bệnh viện", "Công ty" alone name nobody: only the pattern does
            continue
        for key in sorted({naming.key(name) for name in (agency.canonical, *agency.variants)}):
            found[key] = (*found.get(key, ()), agency)
    return found


_WRITTEN = (
    ("ủy ban nhân dân", "ubnd"),
    ("hội đồng nhân dân", "hđnd"),
    ("mặt trận tổ quốc", "mttq"),
    ("và", "&"),
)
"""Words of names that papers write in two ways; `surfaces` gives every combination."""

_WORD = regex.compile(r"[a-zà-ỹđ]*[aăâeêioôơuưyà-ỹ][a-zà-ỹđ]*")


def surfaces(agency: Agency) -> Iterator[str]:
    """The folded spellings under which running text may name a body; spellings that are common words are left out ("tu", "cp")."""
    if agency.scope == Scope.NAMED:
        return
    seen = set()
    for name in (agency.canonical, *agency.variants):
        folded = fold(name)
        if name in agency.bare or len(folded) <= 2 or (len(folded) <= 4 and _WORD.fullmatch(folded)):
            continue
        for text in _spellings(folded):
            if text not in seen:
                seen.add(text)
                yield text


def _spellings(folded: str) -> Iterator[str]:
    swaps = [pair for pair in (*_WRITTEN, *((short, long) for long, short in _WRITTEN)) if _has(folded, pair[0])]
    for picks in product((False, True), repeat=len(swaps)):
        text = folded
        for (here, other), pick in zip(swaps, picks, strict=True):
            text = _swap(text, here, other) if pick else text
        yield text


def _has(text: str, words: str) -> bool:
    return f" {words} " in f" {text} "


def _swap(text: str, here: str, other: str) -> str:
    return f" {text} ".replace(f" {here} ", f" {other} ").strip()


def _agency(record: Mapping[str, Any]) -> Agency:
    pattern = record.get("pattern")
    return Agency(
        record["id"],
        record["canonical"],
        record["kind"],
        Level(record["level"]),
        Scope(record["scope"]),
        tuple(record["variants"]),
        _day(record["valid_from"]),
        _day(record["valid_to"]),
        timedelta(days=record.get("tolerance_days", 0)),
        tuple(record["successors"]),
        regex.compile(pattern, regex.VERSION1) if pattern else None,
        record.get("priority", 0),
        record.get("with_place"),
        record.get("within_province", False),
        frozenset(record.get("bare", ())),
        record.get("note"),
        record["source"],
        record["certainty"],
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
