"""The last recorded run, and what has become better or worse since.

In: scores by document; the file of the last run.  Out: the file of this run; a line for each change.
Promise: the file holds counts only, never a word of a document; a part that did not change makes no line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from models.errors import GoldError
from pipeline.evaluate.measure import Measure, Part, Score, measure

__all__ = ["Change", "Run", "changes", "load_run", "save_run"]

Counts = tuple[int, int, int]


class Run(BaseModel):
    """A recorded run: when, by which version and commit, and the counts (right, invented, missed) by document and part."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    date: str
    version: str
    commit: str
    documents: dict[str, dict[Part, Counts]]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a part of a document since the last run."""

    document: str
    part: Part
    before: Measure
    after: Measure

    @property
    def gain(self) -> bool:
        """Whether it is for the better: a higher F1, or where that is the same, fewer wrong ones."""
        return _goodness(self.after) > _goodness(self.before)


def _goodness(own: Measure) -> tuple[float, int]:
    return own.f1, -own.invented - own.missed


def load_run(path: Path) -> Run | None:
    """The last recorded run; None where none was recorded."""
    if not path.exists():
        return None
    try:
        return Run.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as error:
        raise GoldError(detail=f"không đọc được kết quả lần trước “{path}” ({type(error).__name__})") from error


def save_run(path: Path, run: Run) -> None:
    """Write a run, a line a document: a later change is seen as a change of that line."""
    head = run.model_dump(mode="json", exclude={"documents"})
    own = run.model_dump(mode="json")["documents"]
    lines = ",\n  ".join(f"{json.dumps(name)}: {json.dumps(counts)}" for name, counts in own.items())
    text = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    path.write_text(f'{text},\n "documents": {{\n  {lines}\n }}\n}}\n', encoding="utf-8")


def counts_of(scores: Mapping[str, Score]) -> dict[str, dict[Part, Counts]]:
    """The counts of each document."""
    measures = {name: {part: measure(score.findings, part) for part in Part} for name, score in scores.items()}
    return {name: {part: (m.right, m.invented, m.missed) for part, m in own.items()} for name, own in measures.items()}


def changes(last: Run | None, scores: Mapping[str, Score]) -> Iterable[Change]:
    """Each part of each document whose counts differ from the last run; documents that are new make no line."""
    for name, counts in counts_of(scores).items():
        before = last.documents.get(name) if last else None
        for part, own in counts.items():
            if before is not None and tuple(before[part]) != own:
                yield Change(name, part, Measure(*before[part]), Measure(*own))
