"""From a record of the directory to the body of one place on one day: "Sở Nội vụ" -> "Sở Nội vụ tỉnh Lào Cai".

In: a `Hit` (a record and the places named with it), the day, the province of the document.  Out: ids, names, lifetimes.
Promise: the id of a body is the same for every wording of its name: "so-noi-vu@lao-cai-2025".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from pipeline.rules.agencies import Agency, Level, Life, Scope
from pipeline.rules.naming import slug
from pipeline.rules.places import Places, Province

Body = tuple[str, str]
"""The id and the canonical name of a body."""


@dataclass(frozen=True, slots=True)
class Local:
    """A district or commune named with a body: "xã" and "Tân Lập"."""

    word: str
    name: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that a name may mean, with what the name says of the place.

    `word` is the kind of place that the name ends in without saying which ("UBND xã"); `written` is the whole name and
    `key` its key where the form of the name matched.
    """

    agency: Agency
    provinces: tuple[Province, ...] = ()
    local: Local | None = None
    word: str = ""
    written: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Instances:
    """Bodies of places, for one day and one province (`home`: all entities of its name)."""

    agencies: Mapping[str, Agency]
    places: Places
    on: date | None
    home: tuple[Province, ...]
    home_local: Local | None = None

    def fits(self, hit: Hit) -> bool:
        """Whether "thành phố" can mean this level: a city's own bodies in a city, bodies of a district in a province."""
        if hit.word != "thành phố" or not self.home or hit.local or hit.provinces:
            return True
        kinds = {province.kind for province in self._alive(self.home, self.on)}
        if hit.agency.scope == Scope.PROVINCE:
            return "thành phố" in kinds or not kinds
        return hit.agency.scope != Scope.DISTRICT or "tỉnh" in kinds

    def life(self, hit: Hit) -> Life:
        """The lifetime of the record, cut by the lifetime of the province that the name itself gives."""
        life = hit.agency.life(self.on)
        if life in (Life.ALIVE, Life.NEAR) and hit.provinces and not self._alive(hit.provinces, self.on):
            assert self.on is not None  # a day is known where a life is
            return Life.ENDED if any(p.valid_to and p.valid_to < self.on for p in hit.provinces) else Life.NOT_YET
        return life

    def limit(self, hit: Hit) -> date | None:
        """The end of the lifetime that the day lies beyond, or that is nearest to it."""
        ends = [end for end in (hit.agency.valid_from, hit.agency.valid_to) if end]
        if hit.provinces and hit.agency.life(self.on) in (Life.ALIVE, Life.NEAR) and not self._alive(hit.provinces, self.on):
            ends = [end for p in hit.provinces for end in (p.valid_from, p.valid_to) if end]
        if self.on is None or not ends:
            return ends[0] if ends else None
        day = self.on
        return min(ends, key=lambda end: abs(end - day))

    def is_generic(self, hit: Hit) -> bool:
        """Whether the place that would tell the body from its likes is missing."""
        scope = hit.agency.scope
        if scope == Scope.PROVINCE:
            return not (hit.provinces or self.home)
        return scope in (Scope.DISTRICT, Scope.COMMUNE, Scope.REGION) and self._local_of(hit) is None

    def bodies(self, hit: Hit) -> Iterator[Body]:
        """The bodies a hit may be: one, or one for each province it may lie in."""
        if hit.written:
            yield self._written_body(hit)
            return
        provinces = self._provinces(hit, self._day_of(hit.agency))
        for province in provinces or (None,):
            yield self._body(hit, province)

    def heirs(self, hit: Hit) -> Iterator[Body]:
        """The bodies alive on the day that came after one that ended: by its own successors, or by its province's."""
        for agency in self._living(hit.agency):
            for province in self._heir_provinces(hit) or (None,):
                yield self._body(Hit(agency), province)

    def forebears(self, hit: Hit) -> Iterator[Body]:
        """The bodies alive on the day out of which this one came."""
        for agency in self.agencies.values():
            if hit.agency.id in agency.successors and agency.life(self.on) == Life.ALIVE:
                for province in self._alive(hit.provinces or self.home, self.on) or (None,):
                    yield self._body(Hit(agency), province)

    def _living(self, agency: Agency, seen: frozenset[str] = frozenset()) -> Iterator[Agency]:
        if agency.life(self.on) in (Life.ALIVE, Life.NEAR):
            yield agency
            return
        for successor in agency.successors:
            if successor not in seen:
                yield from self._living(self.agencies[successor], seen | {agency.id})

    def _heir_provinces(self, hit: Hit) -> tuple[Province, ...]:
        named = hit.provinces or self.home
        alive = self._alive(named, self.on)
        if alive or self.on is None:
            return alive
        return tuple(dict.fromkeys(heir for p in named for heir in self.places.successors(p, self.on)))

    def _day_of(self, agency: Agency) -> date | None:
        # A body that has ended stood in the province of its own time.
        if self.on and agency.valid_to and self.on > agency.valid_to:
            return agency.valid_to
        return self.on

    def _provinces(self, hit: Hit, on: date | None) -> tuple[Province, ...]:
        named = hit.provinces or self.home
        return self._alive(named, on) or hit.provinces

    def _alive(self, provinces: tuple[Province, ...], on: date | None) -> tuple[Province, ...]:
        return tuple(province for province in provinces if province.alive(on))

    def _local_of(self, hit: Hit) -> Local | None:
        """The district or commune of a hit: the one in the name, else the document's own if it is of that kind."""
        home, words = self.home_local, LOCAL_WORDS.get(hit.agency.scope, ())
        if hit.local or home is None or home.word not in words:
            return hit.local
        return home if hit.word in ("", home.word) else None

    def _body(self, hit: Hit, province: Province | None) -> Body:
        agency, local = hit.agency, self._local_of(hit)
        if agency.scope == Scope.PROVINCE and province is not None:
            return f"{agency.id}@{province.id}", _of_province(agency, province)
        if local is not None and agency.scope in LOCAL_WORDS:
            place = f".{province.id}" if province else ""
            tail = f", {province.full}" if province else ""
            return f"{agency.id}@{slug(f'{local.word} {local.name}')}{place}", _of_local(agency, local) + tail
        if hit.word and agency.scope in LOCAL_WORDS:
            return agency.id, _PARTY[hit.word] if agency.with_place else f"{_without_word(agency)} {hit.word}"
        return agency.id, agency.canonical

    def _written_body(self, hit: Hit) -> Body:
        """A body known by the form of its name: the name itself, without its province, tells it from its likes there."""
        agency = hit.agency
        if (agency.scope == Scope.REGION and not agency.within_province) or agency.level == Level.CENTRAL:
            return f"{agency.id}@{slug(hit.key)}", hit.written
        stem, named = self.places.split(hit.key)
        provinces = self._alive(named, self.on) or named or self._alive(self.home, self.on)
        place = f".{provinces[0].id}" if len(provinces) == 1 else ""
        return f"{agency.id}@{slug(stem)}{place}", hit.written


def _of_province(agency: Agency, province: Province) -> str:
    if agency.with_place:
        party = "Thành ủy" if province.kind == "thành phố" else "Tỉnh ủy"
        return agency.with_place.format(full=province.full, name=province.name, uy=party)
    return f"{agency.canonical.removesuffix(' tỉnh')} {province.full}"


def _of_local(agency: Agency, local: Local) -> str:
    if agency.with_place:
        return agency.with_place.format(dang_uy=_PARTY.get(local.word, "Huyện ủy"), name=local.name)
    return f"{_without_word(agency)} {local.word} {local.name}"


def _without_word(agency: Agency) -> str:
    return agency.canonical.removesuffix(" huyện").removesuffix(" xã")


LOCAL_WORDS: Final[Mapping[Scope, tuple[str, ...]]] = {
    Scope.DISTRICT: ("huyện", "quận", "thị xã", "thành phố"),
    Scope.COMMUNE: ("xã", "phường", "thị trấn", "đặc khu"),
}
_PARTY: Final = {"huyện": "Huyện ủy", "quận": "Quận ủy", "thị xã": "Thị ủy", "thành phố": "Thành ủy"}
