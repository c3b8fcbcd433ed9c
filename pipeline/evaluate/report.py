"""corpus/RESULTS.md: what the program reaches, on which documents, and how sure that is.

In: the scores of a run with the set each document belongs to, the run before, the agreement of annotators.  Out: Markdown.
Promise: figures only: no word of a document stands here; of the held-out set nothing finer than a document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.evaluate.calibration import RECORDS, judged, rows, threshold, worth
from pipeline.evaluate.history import Run
from pipeline.evaluate.interval import interval
from pipeline.evaluate.measure import Measure, Part, Score, measure
from pipeline.evaluate.sets import DEVELOPED, HELD, SPLITS

__all__ = ["Evaluation", "markdown"]

_CALIBRATED = (RECORDS, Part.TASKS, Part.LEADS, Part.DEADLINES)
_BY_RULE = (Part.TASKS, Part.LEADS, Part.COORDINATORS, Part.DEADLINES)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A run: the score and the set of each document, and the counts two annotators made of the same documents."""

    scores: Mapping[str, Score]
    splits: Mapping[str, str]
    agreement: Mapping[str, Mapping[Part, tuple[int, int, int]]]

    def of(self, split: str) -> dict[str, Score]:
        """The scores of one set."""
        return {name: score for name, score in self.scores.items() if self.splits[name] == split}

    @property
    def present(self) -> list[str]:
        """The sets of which there is any document."""
        return [split for split in SPLITS if self.of(split)]


def markdown(evaluation: Evaluation, run: Run) -> str:
    """The whole file."""
    parts = [
        _HEAD.format(date=run.date, version=run.version, commit=run.commit),
        *_overview(evaluation),
        *_agreed(evaluation),
        *_documents(evaluation),
        *_calibration(evaluation),
        *_rules(evaluation),
    ]
    return "\n".join(parts) + "\n"


_HEAD = """# Results

Written by `make evaluate` on {date}, version {version}, commit {commit}. How to read it: docs/evaluation.md."""

_SETS = """
## Sets

Micro averages over the documents of a set, and the interval in which 95 of 100 figures lie when documents are drawn anew. n: how
many there are in gold. Fields: share right.
"""

_AGREEMENT = """
## Agreement of annotators

The second annotation of held-out documents scored against the first, before differences were settled: the most a program can be
measured to reach. Both followed the same rules and are likely to share habits; between strangers it would be lower.
"""

_DOCUMENTS = """
## Documents

F1 with right/invented/missed; fields: share right with right/all.
"""

_CONFIDENCE = """
## Confidence

Of the values found with a confidence in a range, the share that is right beside the mean confidence. A record is a task with all
its leads, coordinators and deadlines. Annex tables are left out.
"""

_THRESHOLDS = """
Thresholds: the lowest confidence from which on 99 % of the values of all documents developed on are right, and its worth.
"""


def _overview(evaluation: Evaluation) -> Iterable[str]:
    yield _SETS
    yield from _table("set | part | precision | recall | F1 | interval | n")
    for split in evaluation.present:
        own = [score.findings for score in evaluation.of(split).values()]
        for part in Part:
            measures = [measure(findings, part) for findings in own]
            total = sum(measures, Measure())
            rates = ("", "") if part is Part.FIELDS else (_rate(total.precision), _rate(total.recall))
            low, high = interval(measures, _share if part is Part.FIELDS else _f1)
            yield _row(split, part, *rates, _rate(_figure(total, part)), f"{low:.3f} to {high:.3f}", total.wanted)


def _agreed(evaluation: Evaluation) -> Iterable[str]:
    if not evaluation.agreement:
        return
    yield _AGREEMENT
    yield from _table(" | ".join(("document", *Part)))
    for name, counts in evaluation.agreement.items():
        yield _row(name, *(_cell(Measure(*counts[part]), part) for part in Part))
    totals = {part: sum((Measure(*counts[part]) for counts in evaluation.agreement.values()), Measure()) for part in Part}
    yield _row("all", *(_cell(totals[part], part) for part in Part))


def _documents(evaluation: Evaluation) -> Iterable[str]:
    yield _DOCUMENTS
    yield from _table(" | ".join(("set", "document", *Part)))
    for split in evaluation.present:
        for name, score in evaluation.of(split).items():
            yield _row(split, name, *(_cell(measure(score.findings, part), part) for part in Part))


def _calibration(evaluation: Evaluation) -> Iterable[str]:
    yield _CONFIDENCE
    yield from _table("what | set | confidence from | values | mean confidence | right")
    for what in _CALIBRATED:
        for split in evaluation.present:
            for row in rows(judged(evaluation.of(split).values(), what)):
                yield _row(what, split, f"{row.low:.2f}", row.number, _rate(row.promised), _rate(row.right / row.number))
    yield from _thresholds(evaluation)


def _thresholds(evaluation: Evaluation) -> Iterable[str]:
    chosen_on = [score for split in evaluation.present if split in DEVELOPED for score in evaluation.of(split).values()]
    if not chosen_on:
        return
    yield _THRESHOLDS
    yield from _table("what | threshold | set | above it | right among them | wrong in all | of these below it")
    for what in _CALIBRATED:
        limit = threshold(judged(chosen_on, what))
        if limit is None:
            yield _row(what, "none", "", "", "", "", "")
            continue
        for split in evaluation.present:
            found = worth(judged(evaluation.of(split).values(), what), limit)
            right = _rate(found.right_above / found.above) if found.above else "–"
            below = _rate(found.wrong_below / found.wrong) if found.wrong else "–"
            yield _row(what, f"{limit:.3f}", split, found.above, right, found.wrong, below)


def _rules(evaluation: Evaluation) -> Iterable[str]:
    """Which rule gave how many right and wrong values, on documents that rule writers may look into."""
    open_ones = [split for split in evaluation.present if split not in HELD]
    total = sum((score for split in open_ones for score in evaluation.of(split).values()), Score())
    yield f"\n## Rules\n\nValues by the rule that gave them ({', '.join(open_ones)}); what no rule found is counted as missed.\n"
    yield from _table("part | rule | right | wrong")
    for part in _BY_RULE:
        for rule, own in total.by_rule(part).items():
            if rule:
                yield _row(part, f"`{rule}`", own.right, own.invented)
        yield _row(part, "missed", "", measure(total.findings, part).missed)


def _figure(own: Measure, part: Part) -> float:
    return _share(own) if part is Part.FIELDS else _f1(own)


def _f1(own: Measure) -> float:
    return own.f1


def _share(own: Measure) -> float:
    return own.recall


def _cell(own: Measure, part: Part) -> str:
    counts = f"{own.right}/{own.wanted}" if part is Part.FIELDS else f"{own.right}/{own.invented}/{own.missed}"
    return f"{_rate(_figure(own, part))} ({counts})"


def _rate(value: float) -> str:
    return f"{value:.3f}"


def _table(columns: str) -> Sequence[str]:
    return (f"| {columns} |", "|" + "---|" * (columns.count("|") + 1))


def _row(*cells: object) -> str:
    return "| " + " | ".join(map(str, cells)) + " |"
