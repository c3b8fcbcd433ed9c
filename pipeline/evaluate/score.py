"""A directive against its gold.

In: a `Directive` (or none, where the document could not be read) and its `Gold`.  Out: a `Score`: its findings one by one.
Promise: end to end: roles and deadlines of a missed task are missed, those of an invented one are invented.

Found and gold tasks belong together when they have most words in common (ALIKE); each is taken once, the closest first. Optional
gold counts neither way. Tasks of annex tables count only where asked for. Deadlines without a value are free.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from models.directive import AgencyRole, Deadline, Directive, Kind, Origin, Role, Task
from pipeline.evaluate.gold import Gold, GoldDeadline, GoldTask
from pipeline.evaluate.header import judge_fields
from pipeline.evaluate.measure import Finding, Outcome, Part, Score
from pipeline.evaluate.names import Names
from pipeline.evaluate.rhythm import Rhythm, rhythm
from pipeline.evaluate.words import bag, overlap
from pipeline.rules.directory import load_directory

__all__ = ["pair_tasks", "score_directive"]

_OF_GOLD, _OF_FOUND = 0.7, 0.5
"""Shares of the words that must agree: the definition of a matched task that acceptance is measured by."""

_SHOWN = 100
"""Letters of an item that a note repeats: enough to find it."""

Value = tuple[date | None, Rhythm | None]
NOTHING: Value = (None, None)


def score_directive(directive: Directive | None, gold: Gold, *, tables: bool = False) -> Score:
    """Judge one document."""
    found = [task for task in directive.tasks if _counts(task, tables)] if directive else []
    names = Names(load_directory(), gold.issued, gold.place)
    partner = {gold_number: number for number, gold_number in pair_tasks(found, gold.tasks)}
    findings: list[Finding] = []
    for number in sorted(set(range(len(found))) - set(partner.values())):
        findings += _invented(found[number], number)
    for gold_number, wanted in enumerate(gold.tasks):
        if wanted.optional or (wanted.origin == "table" and not tables):
            continue
        match = partner.get(gold_number)
        findings += _missed(wanted) if match is None else _judged(found[match], match, wanted, names)
    return Score((*findings, *judge_fields(directive, gold, names)))


def _counts(task: Task, tables: bool) -> bool:
    return task.kind is Kind.ASSIGNMENT and (tables or task.origin is not Origin.TABLE)


def pair_tasks(found: Sequence[Task], wanted: Sequence[GoldTask]) -> list[tuple[int, int]]:
    """Which found task is which gold task: (number in found, number in gold). Of items alike, those at like places of the lists."""
    own = [bag(task.text) for task in found]
    close = []
    for j, gold in enumerate(wanted):
        for reading in map(bag, gold.readings):
            for i, words in enumerate(own):
                share = overlap(words, reading)
                if share.of_other >= _OF_GOLD and share.of_one >= _OF_FOUND:
                    close.append((-share.of_both, abs(i * len(wanted) - j * len(found)), i, j))
    left_found, left_wanted = set(range(len(found))), set(range(len(wanted)))
    pairs = []
    for _, _, i, j in sorted(close):
        if i in left_found and j in left_wanted:
            pairs.append((i, j))
            left_found.discard(i)
            left_wanted.discard(j)
    return pairs


def _invented(task: Task, record: int) -> list[Finding]:
    """A task that gold does not have, and all it says."""
    said = [Finding(Part.TASKS, Outcome.INVENTED, task.evidence.rule, task.confidence, record, f"+ {task.text[:_SHOWN]}")]
    for part, role in _ROLES:
        said += [_of_agency(part, Outcome.INVENTED, agency, record) for agency in _agencies(task, role)]
    return said + [_of_deadline(Outcome.INVENTED, deadline, record) for deadline in _valued(task)]


def _missed(wanted: GoldTask) -> list[Finding]:
    """A task that was not found, and all it should have said."""
    said = [Finding(Part.TASKS, Outcome.MISSED, note=f"- {wanted.text[:_SHOWN]}")]
    for part, _ in _ROLES:
        said += [Finding(part, Outcome.MISSED, note=f"  - {part}: {name}") for name in _wanted_names(wanted, part) or ()]
    must, _ = _gold_values(wanted.deadlines)
    return said + [Finding(Part.DEADLINES, Outcome.MISSED, note=f"  - {Part.DEADLINES}: {_shown(value)}") for value in must]


def _judged(task: Task, record: int, wanted: GoldTask, names: Names) -> list[Finding]:
    """A task that was found, and each thing it says."""
    said = [Finding(Part.TASKS, Outcome.RIGHT, task.evidence.rule, task.confidence, record)]
    for part, role in _ROLES:
        expected = _wanted_names(wanted, part)
        if expected is not None:
            said += _judged_names(part, _agencies(task, role), expected, names, record, wanted)
    return [*said, *_judged_deadlines(_valued(task), wanted, record)]


_ROLES = ((Part.LEADS, Role.LEAD), (Part.COORDINATORS, Role.COORDINATE))


def _wanted_names(wanted: GoldTask, part: Part) -> tuple[str, ...] | None:
    return wanted.leads if part is Part.LEADS else wanted.coordinators


def _agencies(task: Task, role: Role) -> list[AgencyRole]:
    return [agency for agency in task.agencies if agency.role is role]


def _judged_names(
    part: Part, found: Sequence[AgencyRole], expected: Sequence[str], names: Names, record: int, wanted: GoldTask
) -> Iterable[Finding]:
    pairs = names.pair([agency.name for agency in found], expected)
    right, met = {i for i, _ in pairs}, {j for _, j in pairs}
    where = f" | {wanted.text[: _SHOWN // 2]}"
    for i, agency in enumerate(found):
        yield _of_agency(part, Outcome.RIGHT if i in right else Outcome.INVENTED, agency, record, where)
    for j, name in enumerate(expected):
        if j not in met:
            yield Finding(part, Outcome.MISSED, record=record, note=f"  - {part}: {name}{where}")


def _judged_deadlines(found: Sequence[Deadline], wanted: GoldTask, record: int) -> Iterable[Finding]:
    """An optional deadline excuses one found value: its own, or where that was not found another reading of it."""
    must, may = _gold_values(wanted.deadlines)
    where = f" | {wanted.text[: _SHOWN // 2]}"
    rest = []
    for deadline in found:
        value = _value(deadline)
        if value in must:
            must.remove(value)
            yield _of_deadline(Outcome.RIGHT, deadline, record)
        else:
            rest.append(deadline)
    rest.sort(key=lambda deadline: _value(deadline) in may, reverse=True)
    yield from (_of_deadline(Outcome.INVENTED, deadline, record, where) for deadline in rest[len(may) :])
    for value in must:
        yield Finding(Part.DEADLINES, Outcome.MISSED, record=record, note=f"  - {Part.DEADLINES}: {_shown(value)}{where}")


def _valued(task: Task) -> list[Deadline]:
    return [deadline for deadline in task.deadlines if _value(deadline) != NOTHING]


def _gold_values(deadlines: Iterable[GoldDeadline]) -> tuple[list[Value], list[Value]]:
    """The values that must be found and those that may."""
    valued = [(_value(deadline), deadline.optional) for deadline in deadlines if _value(deadline) != NOTHING]
    return [value for value, optional in valued if not optional], [value for value, optional in valued if optional]


def _value(deadline: Deadline | GoldDeadline) -> Value:
    return deadline.due, rhythm(deadline.rrule)


def _shown(value: Value) -> str:
    return str(value[0] or value[1])


def _of_agency(part: Part, outcome: Outcome, agency: AgencyRole, record: int, where: str = "") -> Finding:
    note = "" if outcome is Outcome.RIGHT else f"  + {part}: {agency.name}{where}"
    return Finding(part, outcome, agency.evidence.rule, agency.evidence.confidence, record, note)


def _of_deadline(outcome: Outcome, deadline: Deadline, record: int, where: str = "") -> Finding:
    note = "" if outcome is Outcome.RIGHT else f"  + {Part.DEADLINES}: {deadline.text} = {deadline.due or deadline.rrule}{where}"
    return Finding(Part.DEADLINES, outcome, deadline.evidence.rule, deadline.evidence.confidence, record, note)
