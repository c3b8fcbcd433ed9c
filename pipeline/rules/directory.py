"""The directory of agencies: from a name in a document to the body it meant on that day, or the bodies it may have meant.

In: a name, the day of the document, the province it is about.  Out: a `Resolution`: one body, or candidates with the reason.
Promise: a body is chosen only where exactly one remains on that day; after a merger the successors are offered, never put in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

import regex

from pipeline.rules import in_time
from pipeline.rules.agencies import Agency, Level, Life, Scope, index_names, load_agencies, surfaces
from pipeline.rules.collectives import JOIN, Collective, Collectives, load_collectives
from pipeline.rules.folding import fold
from pipeline.rules.instances import LOCAL_WORDS, Hit, Instances, Local
from pipeline.rules.naming import MAX_NAME, Naming, load_naming, strip_head, without_parentheses
from pipeline.rules.places import Places, load_places, province
from pipeline.rules.resolution import Candidate, Resolution, Status, resolution

__all__ = ["Agency", "Candidate", "Directory", "Level", "Resolution", "Status", "load_directory", "province", "strip_head"]


@dataclass(frozen=True, eq=False)
class Directory:
    """All bodies, groups and provinces; ask it with `resolve`, `collective_of` and `belongs`.

    Documents repeat their names: answers are remembered (a bounded number of them), a directory never changes.
    """

    agencies: Mapping[str, Agency]
    index: Mapping[str, tuple[Agency, ...]]
    collectives: Collectives
    places: Places
    naming: Naming

    def resolve(self, name: str, *, on: date | None, place: str | None = None, level: Level | None = None) -> Resolution | None:
        """The body that `name` meant on the day `on`, in the province `place`; None where the directory knows no such name.

        1. The name as written is tried first, then without its head ("Giám đốc Sở Y tế").
        2. A place inside the name wins over `place`; provinces of one name are told apart by the day.
        3. Of several bodies those alive on that day remain; more than one, or none: no choice, the candidates and the reason.
        """
        return _resolve(self, name, on, place, level)

    def names(self) -> Iterator[tuple[str, str]]:
        """Every folded spelling (punctuation kept) with the id of a body that bears it; a spelling may come more than once."""
        for agency in self.agencies.values():
            for surface in surfaces(agency):
                yield surface, agency.id

    def collective_of(self, name: str) -> str | None:
        """The id of the group that a collective name means ("các sở, ban, ngành"), else None."""
        return self.collectives.of(name)

    def group(self, group_id: str) -> tuple[Collective, ...]:
        """The groups of an id; it names several where a document joins them."""
        return tuple(self.collectives.groups[part] for part in group_id.split(JOIN) if part in self.collectives.groups)

    def belongs(self, agency_name: str, group_id: str) -> bool:
        """Whether a body of that name, at any time, belongs to one of the groups of `group_id`."""
        text = without_parentheses(agency_name)
        for form in dict.fromkeys((self.naming.strip_head(text), text)):
            hits = [hit.agency for reading in self.readings(form) for hit in reading]
            if hits:
                return any(group.holds(agency) for group in self.group(group_id) for agency in hits)
        return False

    def readings(self, text: str) -> list[list[Hit]]:
        """The ways to read a name, best first: whole; else with a province or a local place taken off; else by its form."""
        key = self.naming.key(text)
        whole = self._whole(key)
        if whole:
            return [whole]
        placed = [reading for reading in (self._with_province(key), self._local(text)) if reading]
        return placed or [reading for reading in (self._by_pattern(key, text),) if reading]

    def _whole(self, key: str) -> list[Hit]:
        word = next((word for word in _PLACE_WORDS if key.endswith(f" {word}")), "")
        word = "thành phố" if "thành ủy" in key else word
        hits = [Hit(agency, word=word) for agency in self.index.get(key, ())]
        return hits or self._of_word(key)

    def _of_word(self, key: str) -> list[Hit]:
        # "Sở Nội vụ tỉnh", "Hội Nông dân thành phố": the kind of the place without its name.
        for word in ("tỉnh", "thành phố"):
            base = key.removesuffix(f" {word}")
            if base != key:
                found = dict.fromkeys((*self.index.get(f"{base} tỉnh", ()), *self.index.get(base, ())))
                return [Hit(agency, word=word) for agency in found if agency.scope == Scope.PROVINCE]
        return []

    def _with_province(self, key: str) -> list[Hit]:
        words = key.split()
        for first in range(1, len(words)):
            entities = self.places.of_key(" ".join(words[first:]))
            if not entities:
                continue
            base = " ".join(words[:first])
            if base.endswith("thành phố") or "thành ủy" in base:  # a city in a province bears the province's name at times
                entities = tuple(entity for entity in entities if entity.kind == "thành phố")
            found = dict.fromkeys((*self.index.get(base, ()), *self.index.get(f"{base} tỉnh", ())))
            hits = [Hit(agency, provinces=entities) for agency in found if agency.scope == Scope.PROVINCE]
            if entities and hits:
                return hits
        return []

    def _local(self, text: str) -> list[Hit]:
        """Bodies of a district or commune by name: "UBND xã Tân Lập, tỉnh Lào Cai", "Phòng Nội vụ huyện Bảo Thắng"."""
        party = _LOCAL_PARTY.match(text)
        if party:
            local = Local(_PARTY_PLACE[fold(party["word"])], party["name"])
            return [Hit(self.agencies["huyen-uy"], local=local)]
        match = in_time.match(_LOCAL, text)
        if match is None:
            return []
        base, local = self.naming.key(match["base"]), _local_of(match)
        found = dict.fromkeys((*self.index.get(f"{base} {local.word}", ()), *self.index.get(base, ())))
        provinces = self.places.inside(match["rest"]) if match["rest"] else ()
        return [Hit(a, provinces=provinces, local=local) for a in found if local.word in LOCAL_WORDS.get(a.scope, ())]

    def _by_pattern(self, key: str, text: str) -> list[Hit]:
        found = [a for a in self.agencies.values() if a.pattern and in_time.fullmatch(a.pattern, key)]
        first = min(((a.scope == Scope.NAMED, a.priority) for a in found), default=None)
        return [Hit(a, written=text, key=key) for a in found if (a.scope == Scope.NAMED, a.priority) == first]


_PLACE_WORDS = ("tỉnh", *(word for words in LOCAL_WORDS.values() for word in words))
_GAP = r"(?:\s+|(?<=\.))"
"""Between a unit and its name: a space, or nothing behind the stop of "TP.Thủ Đức", "Q.4"."""
_TAIL = rf"(?P<name>[\p{{Lu}}\d][^,;]*?)(?:\s*[,-]?\s+(?P<rest>(?i:tỉnh|thành phố|tp\.?|huyện|quận|thị xã){_GAP}[\p{{Lu}}\d].*))?$"
_WORD = r"(?P<word>(?i:huyện|quận|thị xã|thành phố|tp\.?|tx\.?|(?:tt|[hqpx])\.|xã|phường|thị trấn|đặc khu))"
_LOCAL = regex.compile(rf"^(?P<base>.+?)\s+{_WORD}{_GAP}{_TAIL}", regex.VERSION1)
_LOCAL_PLACE = regex.compile(rf"\b{_WORD}{_GAP}{_TAIL}", regex.VERSION1)
_LOCAL_PARTY = regex.compile(
    r"^(?P<word>(?i:huyện ủy|huyện uỷ|thị ủy|thị uỷ|quận ủy|quận uỷ|thành ủy|thành uỷ))\s+(?P<name>\p{Lu}[^,;]*)$"
)
_PARTY_PLACE = {"huyện ủy": "huyện", "thị ủy": "thị xã", "quận ủy": "quận", "thành ủy": "thành phố"}
_SHORT_WORD = {"tp": "thành phố", "tx": "thị xã", "h": "huyện", "q": "quận", "p": "phường", "x": "xã", "tt": "thị trấn"}


def _local_in(place: str, places: Places) -> Local | None:
    """The district or commune that a document's place names: "xã Tân Lập, tỉnh Lào Cai"; a centrally run city is none."""
    match = in_time.search(_LOCAL_PLACE, place)
    if match is None:
        return None
    local = _local_of(match)
    city = local.word == "thành phố" and any(entity.kind == local.word for entity in places.named(local.name))
    return None if city else local


def _local_of(match: regex.Match[str]) -> Local:
    word = fold(match["word"]).rstrip(".")
    name = " ".join(match["name"].split())
    return Local(_SHORT_WORD.get(word, word), name.title() if name.isupper() else name)


@cache
def load_directory() -> Directory:
    """The directory of the package; loading is asked for, never done at import."""
    naming = load_naming()
    agencies = load_agencies()
    by_id = {agency.id: agency for agency in agencies}
    return Directory(by_id, index_names(agencies, naming), load_collectives(naming), load_places(), naming)


@lru_cache(maxsize=8192)
def _resolve(directory: Directory, name: str, on: date | None, place: str | None, level: Level | None) -> Resolution | None:
    text = without_parentheses(name)
    if not text or len(text) > MAX_NAME:
        return None
    home = directory.places.inside(place) if place else ()
    instances = Instances(directory.agencies, directory.places, on, home, _local_in(place or "", directory.places))
    for form in _forms(text, directory.naming):
        readings = [_fitting(reading, level, instances) for reading in directory.readings(form)]
        readings = [reading for reading in readings if reading]
        if readings:
            living = (r for r in readings if any(instances.life(hit) not in (Life.ENDED, Life.NOT_YET) for hit in r))
            return _choose(next(living, readings[0]), instances)
    return _group(text, directory.collectives)


def _forms(text: str, naming: Naming) -> Iterator[str]:
    yield text
    stripped = naming.strip_head(text)
    if stripped != text:
        yield stripped


def _fitting(reading: Iterable[Hit], level: Level | None, instances: Instances) -> list[Hit]:
    return [hit for hit in reading if level in (None, hit.agency.level) and instances.fits(hit)]


def _group(text: str, collectives: Collectives) -> Resolution | None:
    group = collectives.of(text)
    if group is None:
        return None
    canonical = collectives.canonical(group)
    return resolution(Status.GROUP, (Candidate(group, canonical),), agency_id=group, canonical=canonical)


def _choose(hits: Sequence[Hit], instances: Instances) -> Resolution:
    """One body where exactly one remains, preferring days inside lifetimes, then days near their ends."""
    for life in (Life.ALIVE, Life.NEAR, Life.UNDATED):
        living = [hit for hit in hits if instances.life(hit) == life]
        if living:
            return _living(living, life, instances)
    return _dead(hits, instances)


def _living(hits: Sequence[Hit], life: Life, instances: Instances) -> Resolution:
    bodies = _candidates(hits, instances)
    names = _names(bodies)
    if len(bodies) > 1:
        canonicals = {body.canonical for body in bodies}
        return resolution(Status.AMBIGUOUS, bodies, canonical=canonicals.pop() if len(canonicals) == 1 else None, names=names)
    hit = hits[0]
    status = {Life.NEAR: Status.NEAR, Life.UNDATED: Status.UNDATED}.get(life, Status.FOUND)
    if status is Status.FOUND:
        status = Status.PATTERN if hit.written else Status.GENERIC if instances.is_generic(hit) else Status.FOUND
    limit = instances.limit(hit)
    return resolution(status, bodies, agency_id=bodies[0].agency_id, canonical=bodies[0].canonical, on=instances.on, limit=limit)


def _dead(hits: Sequence[Hit], instances: Instances) -> Resolution:
    """No body of that name lived on the day: it and those that came after (or before) it are offered."""
    ended = [hit for hit in hits if instances.life(hit) == Life.ENDED]
    shown = ended or hits
    others = _unique(body for hit in shown for body in (instances.heirs(hit) if ended else instances.forebears(hit)))
    own = _candidates(shown, instances)
    rest = tuple(Candidate(*body) for body in others if Candidate(*body) not in own)
    status = Status.ENDED if ended else Status.NOT_YET
    return resolution(status, (*own, *rest), name=own[0].canonical, limit=instances.limit(shown[0]), names=_names(rest) or "-")


def _candidates(hits: Iterable[Hit], instances: Instances) -> tuple[Candidate, ...]:
    return tuple(Candidate(*body) for body in _unique(body for hit in hits for body in instances.bodies(hit)))


def _unique(bodies: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys(bodies))


def _names(bodies: Iterable[Candidate]) -> str:
    return "; ".join(dict.fromkeys(body.canonical for body in bodies))
