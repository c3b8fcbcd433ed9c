"""Words of a record that the recovery or a reading was not sure of, told among its reasons with what else they may be.

In: tasks, and the document whose pages name their doubtful words.  Out: the tasks, those with such words with one reason more.
Promise: nothing but reasons and confidence changes; a document without doubtful words gives its tasks back as they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from models.directive import Task
from models.text import Document, Doubt
from pipeline.detect.doubts import LEAST_SURE, OTHER_DOUBT

_MOST = 5
"""Words that are named; of more the number is told."""


def tell_unsure_words(tasks: Sequence[Task], document: Document) -> list[Task]:
    """The tasks, with a reason for those that hold doubtful words."""
    doubts = document.doubts
    return [_told(task, doubts, document.text) if doubts else task for task in tasks]


def _told(task: Task, doubts: Sequence[Doubt], text: str) -> Task:
    pieces = task.evidence.pieces or (task.evidence.span,)
    mine = [doubt for doubt in doubts if any(doubt.start < end and start < doubt.end for start, end in pieces)]
    if not mine:
        return task
    named = list(dict.fromkeys(_words(doubt, text) for doubt in mine))
    more = f" và {len(named) - _MOST} tiếng khác" if len(named) > _MOST else ""
    reason = f"Tiếng phục hồi chưa chắc: {', '.join(named[:_MOST])}{more}"
    confidence = round(max(LEAST_SURE, task.confidence - OTHER_DOUBT), 2)
    return task.model_copy(update={"reasons": (*task.reasons, reason), "confidence": confidence})


def _words(doubt: Doubt, text: str) -> str:
    word = text[doubt.start : doubt.end]
    others = [candidate for candidate in doubt.candidates if candidate != word]
    return f"“{word}” (hoặc {', '.join(others)})" if others else f"“{word}”"
