"""The bodies on the way from then to now: what a name or an id meant, and what each is called on the way.

In: a name or an id, the day, the place, the directory.  Out: `State` values, and the body (id, name) of a state.
Promise: a body whose place is not followed one by one (a commune, a region) is named by the territory it has, never by a guess.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import regex

from pipeline.rules import succession_words as words
from pipeline.rules.agencies import Agency, Scope
from pipeline.rules.directory import Directory
from pipeline.rules.instances import LOCAL_WORDS, Hit, Instances
from pipeline.rules.naming import slug
from pipeline.rules.places import Province
from pipeline.rules.resolution import Candidate, Resolution, Status
from pipeline.rules.succession_words import Said


class State(NamedTuple):
    """A body at a point of its way, since `day`: its record, its province, the commune or district it is about.

    `former`: the commune or district is no more, it only tells the territory. `written`: known by the form of its name.
    """

    agency: Agency
    province: Province | None
    day: date
    local: str = ""
    former: bool = False
    written: Candidate | None = None

    @property
    def place(self) -> str | None:
        """The name of the province, where it is known."""
        return self.province.name if self.province else None


def first_states(agency: str, on: date, place: str | None, directory: Directory) -> tuple[tuple[State, ...], tuple[Said, ...]]:
    """The bodies that an id or a name meant on a day (more than one where that is open), and what is to be said of the name."""
    by_id = _state(Candidate(agency, ""), on, place, directory)
    if by_id:
        return (by_id,), ()
    found = directory.resolve(agency, on=on, place=place)
    if found is None:
        return (), (words.UNKNOWN,)
    if found.status is Status.GROUP:
        return (), (words.GROUP,)
    states = [state for candidate in _meant(found) if (state := _state(candidate, on, place, directory))]
    told = found.status in (Status.AMBIGUOUS, Status.ENDED, Status.NOT_YET, Status.NEAR)
    return tuple(states), (_sentence(found),) if told else ()


def body_of(state: State, directory: Directory) -> Candidate:
    """The id and the name of the body of a state."""
    agency, province, local = state.agency, state.province, state.local
    if state.written:
        return state.written
    if agency.scope is Scope.PROVINCE and province:
        instances = Instances(directory.agencies, directory.places, None, ())
        return Candidate(*next(instances.bodies(Hit(agency, provinces=(province,)))))
    where = f", {province.full}" if province and local else ""
    if state.former or agency.scope is Scope.REGION:
        return Candidate(agency.id, _of_territory(state, where))
    if not local:
        return Candidate(agency.id, agency.canonical)
    tail = f".{province.id}" if province else ""
    return Candidate(f"{agency.id}@{slug(local)}{tail}", _of_local(agency, local) + where)


def _meant(found: Resolution) -> tuple[Candidate, ...]:
    if found.agency_id and found.canonical:
        return (Candidate(found.agency_id, found.canonical),)
    # A name that had ended, or did not exist yet: the first candidate is the body of that name.
    return found.candidates if found.status is Status.AMBIGUOUS else found.candidates[:1]


def _sentence(found: Resolution) -> Said:
    return Said(*(f"{text[:1].upper()}{text[1:]}." for text in (found.reason, found.reason_en)))


def _state(candidate: Candidate, on: date, place: str | None, directory: Directory) -> State | None:
    """The state for an id of the directory: "so-noi-vu@lao-cai", "ubnd-huyen@huyen-bao-thang.lao-cai"."""
    base, _, rest = candidate.agency_id.partition("@")
    agency = directory.agencies.get(base)
    if agency is None:
        return None
    province = next((p for p in directory.places.provinces if p.id == rest.rpartition(".")[2]), None)
    if province is None and agency.scope is not Scope.NATION and place:
        province = directory.places.province(place, on)
    local = _local(candidate.canonical) if agency.scope in LOCAL_WORDS else ""
    by_form = bool(rest) and not local and not (province and rest == province.id)
    return State(agency, province, on, local, written=candidate if by_form and candidate.canonical else None)


def _local(canonical: str) -> str:
    party = _PARTY_NAME.match(canonical)
    if party:
        return f"{_PARTY_WORD[party[1]]} {party[2]}"
    match = _LOCAL_NAME.search(canonical)
    return match[0] if match else ""


_LOCAL_NAME = regex.compile(rf"\b(?:{'|'.join(word for kinds in LOCAL_WORDS.values() for word in kinds)}) \p{{Lu}}[^,]*")
_PARTY_NAME = regex.compile(r"^(Huyện|Quận|Thị|Thành) ủy (\p{Lu}[^,]*)")
_PARTY_WORD = {"Huyện": "huyện", "Quận": "quận", "Thị": "thị xã", "Thành": "thành phố"}


def _of_local(agency: Agency, local: str) -> str:
    if agency.with_place:
        word = next(party for party, kind in _PARTY_WORD.items() if local.startswith(kind))
        return f"{word} ủy {local.removeprefix(_PARTY_WORD[word]).strip()}"
    return f"{agency.canonical.removesuffix(' huyện').removesuffix(' xã')} {local}"


def _of_territory(state: State, where: str) -> str:
    """A body known by its territory: "Chi cục Hải quan khu vực phụ trách địa bàn tỉnh Lào Cai"."""
    canonical = state.agency.canonical
    territory = state.province.full if state.province else ""
    if state.local:
        territory = f"{state.local}{' trước đây' if state.former else ''}{where}"
    if state.agency.scope is Scope.COMMUNE:
        return f"{canonical.removesuffix(' xã')} các xã, phường nay quản lý địa bàn {territory if state.local else 'cũ'}"
    return f"{canonical} phụ trách địa bàn {territory}" if territory else canonical
