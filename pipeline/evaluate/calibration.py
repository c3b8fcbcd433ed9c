"""Whether confidence means something: how often values of a given confidence are right.

In: the scores of documents.  Out: a row for each range of confidence, and the threshold above which nearly all are right.
Promise: the threshold is chosen on the documents it is given and nowhere else; what it is worth elsewhere is a separate question.

A record is a found task with all it says: it is right when the task is one, with every lead, coordinator and deadline right and
none missed. What was never found has no confidence; it is counted by recall, not here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.evaluate.measure import Finding, Outcome, Part, Score

__all__ = ["EDGES", "RECORDS", "Row", "Worth", "judged", "rows", "threshold", "worth"]

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97)
"""Lower ends of the ranges; the last one ends at 1."""

RECORDS = "records"
WANTED = 0.99
"""Share of right ones above the threshold, on the documents it is chosen on: 98 of 100 are asked for on documents that nobody has
seen, and rules are always a little better on those they were mended on.
"""

Judged = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class Row:
    """A range of confidence: how many values lie in it, how many of them are right, and what their confidence promised."""

    low: float
    number: int
    right: int
    promised: float


@dataclass(frozen=True, slots=True)
class Worth:
    """What a threshold is worth: values above it, right ones among them; all wrong ones, and those below it."""

    above: int
    right_above: int
    wrong: int
    wrong_below: int


def judged(scores: Iterable[Score], what: str) -> list[Judged]:
    """(confidence, right) of each value of a part, or of each record."""
    found: list[Judged] = []
    for score in scores:
        if what == RECORDS:
            found += _records(score.findings)
        else:
            own = (finding for finding in score.findings if finding.part == what and finding.confidence is not None)
            found += [(finding.confidence or 0.0, finding.outcome is Outcome.RIGHT) for finding in own]
    return found


def _records(findings: Sequence[Finding]) -> Iterable[Judged]:
    own = sorted((finding for finding in findings if finding.record is not None), key=lambda finding: finding.record or 0)
    for _, group in groupby(own, key=lambda finding: finding.record):
        said = list(group)
        task = next(finding for finding in said if finding.part is Part.TASKS)
        yield task.confidence or 0.0, all(finding.outcome is Outcome.RIGHT for finding in said)


def rows(values: Sequence[Judged]) -> list[Row]:
    """The ranges that hold any value, lowest first."""
    found = []
    for low, high in zip(EDGES, (*EDGES[1:], float("inf")), strict=True):
        inside = [(confidence, right) for confidence, right in values if low <= confidence < high]
        if inside:
            promised = sum(confidence for confidence, _ in inside) / len(inside)
            found.append(Row(low, len(inside), sum(right for _, right in inside), promised))
    return found


def threshold(values: Sequence[Judged], *, wanted: float = WANTED) -> float | None:
    """The lowest confidence from which on at least the wanted share is right; None where there is none."""
    for limit in sorted({confidence for confidence, _ in values}):
        above = [right for confidence, right in values if confidence >= limit]
        if sum(above) >= wanted * len(above):
            return limit
    return None


def worth(values: Sequence[Judged], limit: float) -> Worth:
    """What a threshold chosen elsewhere is worth on these values."""
    above = [right for confidence, right in values if confidence >= limit]
    wrong = [confidence for confidence, right in values if not right]
    return Worth(len(above), sum(above), len(wrong), sum(confidence < limit for confidence in wrong))
