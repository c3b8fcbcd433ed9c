"""Lists of bodies in tasks with gold, each with the role that gold gives it: what the judgement of roles learns from.

In: gold that may be developed on, and its documents.  Out: `Example` values.
Promise: a list whose role gold leaves open (a body named twice, a list of which half leads) is left out; no held-out document
is opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.directive import Role
from models.outline import Passage
from pipeline.detect import Detector
from pipeline.detect.analysis import Analysis, analyse
from pipeline.detect.role_model import NOBODY
from pipeline.detect.role_signs import signs
from pipeline.detect.roles import Bodies, bodies_of
from pipeline.evaluate import HELD, Case, load_cases
from pipeline.evaluate.gold import GoldTask
from pipeline.evaluate.names import Names

__all__ = ["Example", "examples"]


@dataclass(frozen=True, slots=True)
class Example:
    """A list of bodies: its document, its signs, its role in gold and by rule (or `NOBODY`), whether a marked sentence has it."""

    document: str
    signs: tuple[str, ...]
    role: str
    ruled: str
    sentence: bool = False


def examples(gold: Sequence[Path], documents: Sequence[Path], detector: Detector) -> list[Example]:
    """All examples of some folders of gold, in the order of their documents."""
    cases = [case for folder in gold for case in load_cases(folder, documents) if case.split not in HELD]
    return [example for case in cases if case.gold for example in _of_case(case, detector)]


def _of_case(case: Case, detector: Detector) -> Iterator[Example]:
    assert case.gold is not None
    names = Names(detector.directory, case.gold.issued, case.gold.place)
    for task in case.gold.tasks:
        if not task.optional:
            analysis = analyse(Passage(task.text, ()), nlp=detector.nlp, rules=detector.roles)
            yield from _of_task(case.name, task, analysis, names)


def _of_task(document: str, task: GoldTask, analysis: Analysis, names: Names) -> Iterator[Example]:
    lists = bodies_of(analysis.text, analysis.mentions, analysis.cues, analysis.rules)
    ruled = {finding.mention.start: finding.role.value for finding in analysis.roles}
    for number, group in enumerate(lists):
        by_rule = next((ruled[mention.start] for mention in group if mention.start in ruled), NOBODY)
        role = _role(task, lists, number, by_rule, names)
        if role is not None:
            yield Example(document, tuple(signs(analysis.text, analysis.folded, group, number)), role, by_rule)


def _role(task: GoldTask, lists: Sequence[Bodies], number: int, by_rule: str, names: Names) -> str | None:
    """The role of most bodies of a list, None where it is open."""
    wanted = {Role.LEAD.value: task.leads or (), Role.COORDINATE.value: task.coordinators or ()}
    group = lists[number]
    for role, called in wanted.items():
        meant = [mention for mention in group if any(names.same(mention.name, name) for name in called)]
        if not meant:
            continue
        again = any(names.same(other.name, meant[0].name) for i, rest in enumerate(lists) if i != number for other in rest)
        if 2 * len(meant) <= len(group) and len(meant) < len(group):
            return None
        return role if not again or by_rule == role else None
    return NOBODY
