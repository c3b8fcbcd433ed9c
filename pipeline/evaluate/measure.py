"""What can be said of a reading: findings, each right, invented or missed, and the rates over any selection of them.

In: findings.  Out: `Measure` and `Score`.
Promise: a score is nothing but its findings: whatever is counted (by document, by rule, by confidence) is counted from that list.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Finding", "Measure", "Outcome", "Part", "Score", "measure"]


class Part(StrEnum):
    """What is judged."""

    TASKS = "tasks"
    LEADS = "leads"
    COORDINATORS = "coordinators"
    DEADLINES = "deadlines"
    FIELDS = "fields"


class Outcome(StrEnum):
    """Found and so in gold; found and not so in gold; in gold and not found."""

    RIGHT = "right"
    INVENTED = "invented"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Finding:
    """One judged value. `record` numbers the found task it belongs to; `rule` and `confidence` are those of its evidence."""

    part: Part
    outcome: Outcome
    rule: str = ""
    confidence: float | None = None
    record: int | None = None
    note: str = ""


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
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def wanted(self) -> int:
        """How many there are in gold."""
        return self.right + self.missed

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        wrong = self.invented + self.missed
        return 2 * self.right / (2 * self.right + wrong) if self.right + wrong else 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """The findings of one document, or of several added up."""

    findings: tuple[Finding, ...] = ()

    def __add__(self, other: Score) -> Score:
        return Score(self.findings + other.findings)

    @property
    def tasks(self) -> Measure:
        """Tasks."""
        return measure(self.findings, Part.TASKS)

    @property
    def leads(self) -> Measure:
        """Leading agencies."""
        return measure(self.findings, Part.LEADS)

    @property
    def coordinators(self) -> Measure:
        """Coordinating agencies."""
        return measure(self.findings, Part.COORDINATORS)

    @property
    def deadlines(self) -> Measure:
        """Deadlines with a value."""
        return measure(self.findings, Part.DEADLINES)

    @property
    def fields(self) -> Measure:
        """Fields of the document: right or missed (a wrong value counts once)."""
        return measure(self.findings, Part.FIELDS)

    @property
    def notes(self) -> tuple[str, ...]:
        """What went wrong, a line each."""
        return tuple(finding.note for finding in self.findings if finding.outcome is not Outcome.RIGHT)

    def by_rule(self, part: Part) -> dict[str, Measure]:
        """The measure of a part for each rule that gave values of it; what was missed stands under the empty rule."""
        own = [finding for finding in self.findings if finding.part is part]
        rules = sorted({finding.rule for finding in own})
        return {rule: measure([finding for finding in own if finding.rule == rule], part) for rule in rules}


def measure(findings: Iterable[Finding], part: Part) -> Measure:
    """Count the findings of a part."""
    outcomes = [finding.outcome for finding in findings if finding.part is part]
    return Measure(*(outcomes.count(outcome) for outcome in (Outcome.RIGHT, Outcome.INVENTED, Outcome.MISSED)))
