"""A directive against its gold: how many right, invented, missed.

In: a `Directive` (or none, where the document could not be read) and its `Gold`.  Out: a `Score`, which can be added up.
Promise: end to end: roles and deadlines of a missed task are missed, those of an invented one are invented.

A found task agrees with a gold task when they share at least 0.7 of the gold's words and 0.5 of its own; each is matched once,
best first. Optional gold counts neither way. Tasks of annex tables count only where asked for. Deadlines without a value are free.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields

from models.directive import Directive, Kind, Origin, Role, Task
from pipeline.evaluate.compare import fold, pair_names, rhythm, same_agency, shared_words, word_counts
from pipeline.evaluate.gold import Gold, GoldDeadline, GoldTask

__all__ = ["Measure", "Score", "score_directive"]

_OF_GOLD, _OF_FOUND = 0.7, 0.5
_SUBJECT = 0.9
"""A subject is right when nine tenths of the words of the longer reading are shared."""

Value = tuple[str | None, tuple[tuple[str, str], ...] | None]


@dataclass(frozen=True, slots=True)
class Measure:
    """How often right, invented and missed."""

    right: int = 0
    invented: int = 0
    missed: int = 0

    def __add__(self, other: Measure) -> Measure:
        return Measure(self.right + other.right, self.invented + other.invented, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        return self.right / (self.right + self.invented) if self.right + self.invented else 1.0

    @property
    def recall(self) -> float:
        """Share of what there is that was found; 1 where there is nothing."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """The measures of one document, or of several added up; `notes` says what went wrong."""

    tasks: Measure = Measure()
    leads: Measure = Measure()
    coordinators: Measure = Measure()
    deadlines: Measure = Measure()
    fields: Measure = Measure()
    notes: tuple[str, ...] = field(default=())

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, part.name) + getattr(other, part.name) for part in fields(Score)))


def score_directive(directive: Directive | None, gold: Gold, *, tables: bool = False) -> Score:
    """Score one document."""
    place = str(gold.meta.get("place") or "")
    found = [task for task in directive.tasks if _counts(task, tables)] if directive else []
    matched = _pair(found, gold.tasks)
    total = _score_invented([task for i, task in enumerate(found) if i not in matched.values()])
    for number, wanted in enumerate(gold.tasks):
        if wanted.optional or (wanted.origin == "table" and not tables):
            continue
        total += _score_task(found[matched[number]] if number in matched else None, wanted, place)
    return total + _score_fields(directive, gold, place)


def _counts(task: Task, tables: bool) -> bool:
    return task.kind is Kind.ASSIGNMENT and (tables or task.origin is not Origin.TABLE)


def _pair(found: Sequence[Task], wanted: Sequence[GoldTask]) -> dict[int, int]:
    """Best one-to-one matches, as {number in gold: number in found}; of equals the one at the more similar place."""
    candidates = []
    words = [word_counts(task.text) for task in found]
    for j, gold in enumerate(wanted):
        for reading in map(word_counts, gold.readings):
            for i, own in enumerate(words):
                of_gold, of_found, of_longer = shared_words(own, reading)
                if of_gold >= _OF_GOLD and of_found >= _OF_FOUND:
                    apart = abs(i / len(found) - j / len(wanted))
                    candidates.append((-of_longer, apart, i, j))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, _, i, j in sorted(candidates):
        if j not in pairs and i not in used:
            pairs[j] = i
            used.add(i)
    return pairs


def _score_invented(tasks: Iterable[Task]) -> Score:
    total = Score()
    for task in tasks:
        leads, helpers = len(_names(task, Role.LEAD)), len(_names(task, Role.COORDINATE))
        values = len(_values(task))
        note = (f"+ {task.text[:100]}",)
        total += Score(
            Measure(invented=1), Measure(invented=leads), Measure(invented=helpers), Measure(invented=values), notes=note
        )
    return total


def _score_task(task: Task | None, wanted: GoldTask, place: str) -> Score:
    notes = [] if task else [f"- {wanted.text[:100]}"]
    roles = []
    for role, names in ((Role.LEAD, wanted.leads), (Role.COORDINATE, wanted.coordinators)):
        own = _names(task, role) if task else []
        measure = Measure(*pair_names(own, names, place)) if names is not None else Measure()
        if task and (measure.invented or measure.missed):
            notes.append(f"  {role.value}: {own} != {list(names or ())} | {wanted.text[:60]}")
        roles.append(measure)
    own_values = _values(task) if task else []
    deadlines = _score_deadlines(own_values, wanted.deadlines)
    if task and (deadlines.invented or deadlines.missed):
        notes.append(f"  deadline: {own_values} | {wanted.text[:60]}")
    return Score(Measure(right=1) if task else Measure(missed=1), roles[0], roles[1], deadlines, notes=tuple(notes))


def _score_deadlines(found: list[Value], wanted: Sequence[GoldDeadline]) -> Measure:
    must = [_value(d.due, d.rrule) for d in wanted if not d.optional]
    may = [_value(d.due, d.rrule) for d in wanted if d.optional]
    must, may = [v for v in must if any(v)], [v for v in may if any(v)]
    right = sum((Counter(found) & Counter(must)).values())
    rest = Counter(found) - Counter(must)
    # An optional deadline that is not met excuses one other reading of it.
    return Measure(right, max(0, rest.total() - len(may)), len(must) - right)


def _score_fields(directive: Directive | None, gold: Gold, place: str) -> Score:
    own = _fields(directive)
    total = Score()
    for name, value in own.items():
        if name not in gold.meta:
            continue
        wanted = gold.meta[name]
        if _same_field(name, value, wanted, place):
            total += Score(fields=Measure(right=1))
        else:
            total += Score(fields=Measure(missed=1), notes=(f"  {name}: {value!r} != {wanted!r}",))
    return total


def _fields(directive: Directive | None) -> dict[str, str | None]:
    if directive is None:
        return dict.fromkeys(("number", "symbol", "type", "issuer", "date", "signer", "subject"))
    own = directive.fields
    number, _, symbol = (own.number or "").partition("/")
    return {
        "number": number or None,
        "symbol": symbol or None,
        "type": own.type,
        "issuer": own.issuer,
        "date": own.issued.isoformat() if own.issued else None,
        "signer": own.signer.name if own.signer else None,
        "subject": own.subject,
    }


def _same_field(name: str, own: str | None, wanted: str | int | None, place: str) -> bool:
    if wanted is None or not own:
        return wanted is None and not own
    want = str(wanted)
    if name == "issuer":
        return fold(own) == fold(want) or (same_agency(own, want) and fold(place) in fold(own))
    if name == "subject":
        return shared_words(_subject(own), _subject(want))[2] >= _SUBJECT
    return fold(own) == fold(want)


def _subject(text: str) -> Counter[str]:
    words = fold(text)
    for opening in ("v v", "về việc", "về"):
        words = words.removeprefix(fold(opening) + " ")
    return word_counts(words)


def _names(task: Task, role: Role) -> list[str]:
    return [agency.name for agency in task.agencies if agency.role is role]


def _values(task: Task) -> list[Value]:
    values = [_value(deadline.due, deadline.rrule) for deadline in task.deadlines]
    return [value for value in values if any(value)]


def _value(due: object, rrule: str | None) -> Value:
    return (str(due) if due else None), rhythm(rrule)
