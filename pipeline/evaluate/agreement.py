"""How far two people agree who annotated the same documents: the ceiling of what a program can be measured to reach.

    python -m pipeline.evaluate.agreement FIRST_DIR SECOND_DIR -o corpus/gold/agreement.json

In: two folders of gold in full form.  Out: the second reading scored against the first, by document and together.
Promise: the same scorer as for the program; optional items of either count neither way.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from models.directive import AgencyRole, Deadline, Directive, Evidence, Fields, FileRecord, Kind, Origin, Role, Signer, Task
from pipeline.evaluate.gold import Gold, GoldTask, load_gold
from pipeline.evaluate.measure import Measure, Part, Score, measure
from pipeline.evaluate.score import score_directive

__all__ = ["agreement", "as_directive", "main"]


def agreement(first: Gold, second: Gold) -> Score:
    """The second person's reading against the first's, in the fields that both judged."""
    shared = first.meta.keys() & second.meta.keys()
    judge = first.model_copy(update={"meta": {name: first.meta[name] for name in first.meta if name in shared or name == "place"}})
    return score_directive(as_directive(second), judge)


def as_directive(gold: Gold) -> Directive:
    """What a person annotated, as if the program had read it; optional items are left out."""
    return Directive(
        file=FileRecord(name=gold.document, sha256="", size=0, media=""),
        fields=_fields(gold),
        pages=(),
        tasks=tuple(_task(task) for task in gold.tasks if not task.optional),
    )


def _fields(gold: Gold) -> Fields:
    own = {name: str(value) for name, value in gold.meta.items() if value is not None}
    number = f"{own.get('number', '')}/{own.get('symbol', '')}"
    return Fields(
        number=None if number == "/" else number,
        type=own.get("type"),
        issuer=own.get("issuer"),
        issued=gold.issued,
        subject=own.get("subject"),
        signer=Signer(name=own["signer"]) if "signer" in own else None,
    )


def _task(task: GoldTask) -> Task:
    named = ((Role.LEAD, task.leads or ()), (Role.COORDINATE, task.coordinators or ()))
    agencies = tuple(AgencyRole(role=role, name=name, evidence=_said(name)) for role, names in named for name in names)
    deadlines = tuple(
        Deadline(text=d.text, due=d.due, rrule=d.rrule, evidence=_said(d.text)) for d in task.deadlines if not d.optional
    )
    return Task(
        path=task.path, kind=Kind(task.kind), origin=Origin(task.origin), text=task.text, agencies=agencies, deadlines=deadlines,
        confidence=1.0, evidence=_said(task.text),
    )  # fmt: skip


def _said(quote: str) -> Evidence:
    return Evidence(page=0, span=(0, 0), span_source=(0, 0), quote=quote, rule="annotator", confidence=1.0)


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare two folders; write the counts, print the F1 values."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args(arguments)
    first = {gold.document: gold for gold in load_gold(options.first)}
    scores = {gold.document: agreement(first[gold.document], gold) for gold in load_gold(options.second)}
    counts = {name: {part.value: _counts(measure(score.findings, part)) for part in Part} for name, score in scores.items()}
    lines = ",\n".join(f" {json.dumps(name)}: {json.dumps(own)}" for name, own in counts.items())
    options.output.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
    total = sum(scores.values(), Score())
    print(", ".join(f"{part.value} {measure(total.findings, part).f1:.3f}" for part in Part))
    return 0


def _counts(own: Measure) -> list[int]:
    return [own.right, own.invented, own.missed]


if __name__ == "__main__":
    sys.exit(main())
