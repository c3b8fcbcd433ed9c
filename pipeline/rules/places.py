"""The provinces and centrally run cities with their lifetimes: 63 until 30/6/2025, 34 from 1/7/2025.

In: provinces.json, a name and a day.  Out: the entity that bore the name on that day, or None where that is not certain.
Promise: the old and the new province of one name are two entities; a name without a day is not guessed between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from pipeline.rules import load_json
from pipeline.rules.naming import load_naming

KINDS = ("tỉnh", "thành phố")


@dataclass(frozen=True, slots=True)
class Province:
    """A province or a centrally run city between two days (both included; None is open)."""

    id: str
    name: str
    kind: str
    valid_from: date | None
    valid_to: date | None
    predecessors: tuple[str, ...]
    variants: tuple[str, ...]
    certainty: str

    @property
    def full(self) -> str:
        """Kind and name: "tỉnh Lào Cai", "thành phố Hà Nội", and "Thành phố Hồ Chí Minh" as that city writes itself."""
        return f"{'Thành phố' if self.name == 'Hồ Chí Minh' else self.kind} {self.name}"

    def alive(self, on: date | None) -> bool:
        """Whether the entity exists on a day; without a day it may."""
        return on is None or ((self.valid_from or on) <= on <= (self.valid_to or on))


@dataclass(frozen=True, slots=True)
class Places:
    """All provinces, and the keys of their names."""

    provinces: tuple[Province, ...]
    by_key: Mapping[str, tuple[Province, ...]]

    def named(self, name: str) -> tuple[Province, ...]:
        """All entities that ever bore a name: "Lào Cai" -> the old one and the new one; "(cũ)" and "(mới)" choose."""
        return self.of_key(load_naming().key(name))

    def of_key(self, key: str) -> tuple[Province, ...]:
        """As `named`, for a key (see `Naming.key`)."""
        found = self.by_key.get(key)
        if found is not None:
            return found
        name, _, age = key.rpartition(" ")
        if age not in ("cũ", "mới"):
            return ()
        named = self.by_key.get(name, ())
        return tuple(p for p in named if (p.valid_to is not None) == (age == "cũ")) or named

    def inside(self, text: str) -> tuple[Province, ...]:
        """The entities named at the end of a longer place: "xã Tân Lập, tỉnh Lào Cai"."""
        words = load_naming().key(text).split()
        return next((found for first in range(len(words)) if (found := self.of_key(" ".join(words[first:])))), ())

    def split(self, key: str) -> tuple[str, tuple[Province, ...]]:
        """A key without the province at its end, and the entities of that name: "báo lào cai" -> "báo"."""
        words = key.split()
        for first in range(1, len(words)):
            found = self.by_key.get(" ".join(words[first:]), ())
            if found:
                return " ".join(words[:first]), found
        return key.removesuffix(" tỉnh"), ()

    def province(self, name: str, on: date | None = None) -> Province | None:
        """The one entity with that name on that day; None where there is none or, without a day, more than one."""
        alive = [p for p in self.inside(name) if p.alive(on)]
        return alive[0] if len(alive) == 1 else None

    def successors(self, province: Province, on: date) -> tuple[Province, ...]:
        """The entities alive on `on` that came out of one that has ended."""
        heirs = [p for p in self.provinces if province.id in p.predecessors]
        return tuple(q for p in heirs for q in ((p,) if p.alive(on) else self.successors(p, on)))


@cache
def load_places() -> Places:
    """The provinces of provinces.json."""
    provinces = tuple(_province(record) for record in load_json("provinces")["provinces"])
    return Places(provinces, _keys(provinces))


def province(name: str, on: date | None = None) -> Province | None:
    """The one province or centrally run city with that name on that day, else None."""
    return load_places().province(name, on)


def _province(record: Mapping[str, Any]) -> Province:
    return Province(
        record["id"],
        record["name"],
        record["kind"],
        _day(record["valid_from"]),
        _day(record["valid_to"]),
        tuple(record["predecessors"]),
        tuple(record["variants"]),
        record["certainty"],
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _keys(provinces: Iterable[Province]) -> dict[str, tuple[Province, ...]]:
    key = load_naming().key
    found: dict[str, tuple[Province, ...]] = {}
    for entity in provinces:
        names = {entity.name, f"{entity.kind} {entity.name}", *entity.variants}
        names |= {f"{entity.kind} {variant}" for variant in entity.variants}
        for name in {key(name) for name in names}:
            found[name] = (*found.get(name, ()), entity)
    return found
