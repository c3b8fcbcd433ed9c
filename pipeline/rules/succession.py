"""Who holds the work of a body today: from the body a document named, through each succession, to the present holder.

In: a body (id or name), the day of the document, the day it is asked, the place, the words of the task.  Out: a `Holding`.
Promise: a holder is given only where exactly one body remains; else all candidates, the general successor first, and why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

import regex

from pipeline.rules import load_json
from pipeline.rules import succession_words as words
from pipeline.rules.agencies import Life, Scope
from pipeline.rules.directory import Directory
from pipeline.rules.places import Province
from pipeline.rules.resolution import Candidate
from pipeline.rules.succession_bodies import State, body_of, first_states
from pipeline.rules.succession_words import Said
from pipeline.rules.successors import Choice, Field, Succession, Successions, load_successions, names_pattern

__all__ = ["Holding", "Said", "Step", "names_in", "who_holds"]

_WORKS = frozenset({"public_service", "enterprise", "press"})
"""Kinds whose names say what is worked on rather than who works: "nâng cấp cổng thông tin điện tử"."""


@dataclass(frozen=True, slots=True)
class Step:
    """One succession: since the day `on`, the work of `before` is that of `after`; `source` may be empty."""

    on: date
    before: Candidate
    after: Candidate
    reason: Said
    source: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Holding:
    """Who held the work then, what happened since, and who holds it now.

    `holder` is None where not exactly one body remains: then `candidates` has all of them (the likelier first) and `reasons`
    says why. `remarks` say what does not change the answer. A body that the directory does not know leaves all but `reasons` empty.
    """

    body: Candidate | None
    chain: tuple[Step, ...]
    holder: Candidate | None
    candidates: tuple[Candidate, ...]
    reasons: tuple[Said, ...]
    remarks: tuple[Said, ...]

    @property
    def reason(self) -> str:
        """The reasons as one Vietnamese text."""
        return " ".join(said.vi for said in self.reasons)

    @property
    def certainty(self) -> str:
        """Of the weakest step: sure or likely."""
        return "likely" if any(step.certainty == "likely" for step in self.chain) else "sure"


def who_holds(agency: str, *, task_text: str | None, on: date, today: date, place: str | None, directory: Directory) -> Holding:
    """The body that `agency` (a name, or an id of the directory) was on the day `on`, and who holds its work on the day `today`.

    1. The field of work is told by the words of `task_text`; where they do not tell, the general successor comes first.
    2. Provinces of one name are told apart; communes are not followed one by one; a district has no single successor.
    """
    starts, told = first_states(agency, on, place, directory)
    if not starts:
        return Holding(None, (), None, (), told, ())
    table = load_successions()
    shown = table.shown(task_text, names_in(directory))
    walk = _Walk(directory, table, today, shown, bool(task_text))
    ends = [end for start in starts for end in walk.ends(start, ())]
    no_place = starts[0].agency.scope is Scope.PROVINCE and starts[0].province is None
    told += (words.NO_PLACE,) if no_place and not starts[0].written else ()
    return _holding(tuple(body_of(start, directory) for start in starts), ends, told)


@lru_cache(maxsize=2)
def names_in(directory: Directory) -> regex.Pattern[str]:
    """A pattern for the names of offices, which show no field of work; a portal or a health station may well show one."""
    return names_pattern(name for name, body in directory.names() if directory.agencies[body].kind not in _WORKS)


@lru_cache(maxsize=1)
def _sources() -> Mapping[str, str]:
    return {record["id"]: record["source"] for record in load_json("provinces")["provinces"]}


class _End(NamedTuple):
    """Where one way ends (None: nobody knows), the steps to it, what is open about it, and remarks."""

    body: Candidate | None
    steps: tuple[Step, ...]
    open: tuple[Said, ...] = ()
    remarks: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class _Walk:
    """Follows a body from its day to today; each method yields the ends of all ways that remain."""

    directory: Directory
    table: Successions
    today: date
    shown: tuple[Field, ...]
    has_text: bool

    def ends(self, state: State, steps: tuple[Step, ...]) -> Iterator[_End]:
        """All ways from a state, the earliest change first; of changes on one day the body's own, then its place's."""
        records = self._due(state)
        merged = self._merged(state)
        if records and (merged is None or records[0].on <= merged):
            yield from self._succeed(state, records, steps)
        elif self._rearranged(state) and (merged is None or self.table.communes_changed <= merged):
            yield from self._rearrange(state, steps)
        elif merged:
            yield from self._merge(state, merged, steps)
        elif state.agency.valid_to and state.agency.valid_to < self.today:
            yield _End(None, steps, (words.gap(self._name(state).canonical, state.agency.valid_to),))
        else:
            unnamed = state.agency.scope is Scope.REGION and state.written is None
            yield _End(self._name(state), steps, remarks=(words.REGION,) if unnamed else ())

    def _name(self, state: State) -> Candidate:
        return body_of(state, self.directory)

    def _due(self, state: State) -> tuple[Succession, ...]:
        """The records that hold by today: of a body that ended, or that lost a field of work after the day of the state."""
        records = [record for record in self.table.of(state.agency.id, state.place) if record.on <= self.today]
        if state.agency.valid_to is None:
            records = [record for record in records if record.on > state.day]
        return tuple(sorted(records, key=lambda record: record.on))

    def _succeed(self, state: State, records: tuple[Succession, ...], steps: tuple[Step, ...]) -> Iterator[_End]:
        if state.agency.valid_to is None:
            yield from self._part(state, records, steps)
            return
        choice = self.table.choose(records, self.shown)
        doubts = self._doubts(state, choice)
        if state.agency.life(self.today) is Life.NEAR:
            doubts = (words.near(self._name(state).canonical, choice.records[0].on), *doubts)
            yield _End(self._name(state), steps, doubts)
        for record in choice.records:
            yield from _with(doubts, self._follow(state, record, len(records) == 1 and not doubts, steps))
        if words.DISTRICT in doubts:
            yield from self._departments(state, choice.records[0], steps)

    def _doubts(self, state: State, choice: Choice) -> tuple[Said, ...]:
        """Why the records that remain do not name one body."""
        to_communes = any(self.directory.agencies[record.new].scope is Scope.COMMUNE for record in choice.records)
        if state.agency.scope is Scope.DISTRICT and to_communes:
            return (words.DISTRICT if state.agency.kind in self.table.district_kinds else words.DIVIDED,)
        doubts = () if choice.decided else (self._undecided(choice),)
        doubted = any(record.doubted_in(state.place) for record in choice.records)
        return (*doubts, words.PLACES_DIFFER) if doubted else doubts

    def _undecided(self, choice: Choice) -> Said:
        if choice.fields:
            return words.several_fields(choice.fields)
        if all(record.field is None for record in choice.records):
            return words.PLACES_DIFFER if any(record.note[0] for record in choice.records) else words.SEVERAL
        return words.NO_FIELD if self.has_text else words.NO_TEXT

    def _part(self, state: State, records: tuple[Succession, ...], steps: tuple[Step, ...]) -> Iterator[_End]:
        """A body that goes on but lost a field of work: what moved is told apart by the words, else it is a remark."""
        moved = [record for record in records if record.field is None or record.field in self.shown]
        doubted = any(record.doubted_in(state.place) for record in moved)
        doubts = (words.PLACES_DIFFER,) if doubted else ()
        for record in moved:
            yield from _with(doubts, self._follow(state, record, False, steps))
        if doubted or not moved:
            stays = state._replace(day=max(record.on for record in records))
            remarks = tuple(
                words.moved_field(r.field, r.on, self._name(_after(state, r, self.directory)).canonical, r.doubted_in(state.place))
                for r in records
                if r.field and r not in moved
            )
            yield from _with(doubts, self.ends(stays, steps), remarks)

    def _follow(self, state: State, record: Succession, alone: bool, steps: tuple[Step, ...]) -> Iterator[_End]:
        after = _after(state, record, self.directory)
        reason = words.what_moved(record, alone, bool(state.agency.tolerance))
        step = Step(record.on, self._name(state), self._name(after), reason, record.source, record.certainty)
        # A region had several provinces: which one is meant, only the place tells.
        lost = state.agency.scope is Scope.REGION and after.agency.scope is Scope.PROVINCE and after.province is None
        yield from _with((words.NO_PLACE,) if lost else (), self.ends(after, (*steps, step)))

    def _departments(self, state: State, record: Succession, steps: tuple[Step, ...]) -> Iterator[_End]:
        """The bodies of the province that may have taken over a district's task: those of the fields that its words show."""
        for field in self.shown:
            if field.department:
                after = State(self.directory.agencies[field.department], state.province, record.on)
                step = Step(record.on, self._name(state), self._name(after), words.of_field(field), "", "likely")
                yield from _with((words.DISTRICT,), self.ends(after, (*steps, step)))
        if not self.shown:
            living = self._living(state.province) if state.province else ()
            where = f" {living[0].full}" if len(living) == 1 else ""
            yield _End(Candidate("so-ban-nganh", f"sở, ngành{where} quản lý lĩnh vực của nhiệm vụ"), steps, (words.DISTRICT,))

    def _living(self, province: Province) -> tuple[Province, ...]:
        return (province,) if province.alive(self.today) else self.directory.places.successors(province, self.today)

    def _merged(self, state: State) -> date | None:
        """The first day after the state's province, if it has ended; bodies of regions are named by the old territory."""
        end = state.province.valid_to if state.province else None
        if end is None or end >= self.today or state.agency.scope in (Scope.REGION, Scope.NATION):
            return None
        return end + timedelta(days=1)

    def _merge(self, state: State, day: date, steps: tuple[Step, ...]) -> Iterator[_End]:
        assert state.province is not None  # only a province that is known can have ended
        if state.written:  # "Bệnh viện Đa khoa tỉnh Yên Bái": nobody said what it is called in the new province
            yield _End(state.written, steps, (words.NAMED,))
            return
        for heir in (p for p in self.directory.places.provinces if state.province.id in p.predecessors):
            after = state._replace(province=heir)
            olds = [next(p for p in self.directory.places.provinces if p.id == old) for old in heir.predecessors]
            source = _sources()[heir.id]
            step = Step(day, self._name(state), self._name(after), words.merger(olds, heir), source, heir.certainty)
            # The town that gave the new city its name (Huế) was divided when the city was founded.
            doubts = (words.DIVIDED,) if state.agency.scope is Scope.DISTRICT and state.local == heir.full else ()
            yield from _with(doubts, self.ends(after, steps if state.former else (*steps, step)))

    def _rearranged(self, state: State) -> bool:
        return state.agency.scope is Scope.COMMUNE and not state.former and state.day < self.table.communes_changed <= self.today

    def _rearrange(self, state: State, steps: tuple[Step, ...]) -> Iterator[_End]:
        day = self.table.communes_changed
        after = state._replace(day=day, former=True)
        step = Step(day, self._name(state), self._name(after), words.REARRANGED, "", "sure")
        yield from _with((words.COMMUNE,), self.ends(after, (*steps, step)))


def _after(state: State, record: Succession, directory: Directory) -> State:
    agency = directory.agencies[record.new]
    elsewhere = state.agency.scope is Scope.DISTRICT and agency.scope in (Scope.COMMUNE, Scope.REGION)
    return state._replace(agency=agency, day=record.on, written=None, former=state.former or elsewhere)


def _with(doubts: tuple[Said, ...], ends: Iterator[_End], remarks: tuple[Said, ...] = ()) -> Iterator[_End]:
    for end in ends:
        yield end._replace(open=(*doubts, *end.open), remarks=(*remarks, *end.remarks))


def _holding(starts: tuple[Candidate, ...], ends: list[_End], told: tuple[Said, ...]) -> Holding:
    """Put the ways together: one body without an open question is the holder."""
    bodies = tuple(dict.fromkeys(end.body for end in ends if end.body))
    doubts = tuple(dict.fromkeys(said for end in ends for said in end.open))
    steps = dict.fromkeys(step for end in ends for step in end.steps)
    remarks = tuple(dict.fromkeys(said for end in ends for said in end.remarks))
    chain = tuple(sorted(steps, key=lambda step: step.on))
    body = starts[0] if len(starts) == 1 else None
    if len(bodies) == 1 and not doubts and body:
        return Holding(body, chain, bodies[0], bodies, (), (*told, *remarks))
    return Holding(body, chain, None, bodies, (*told, *doubts), remarks)
