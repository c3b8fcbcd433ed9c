"""Labelled lines at the end of a list tell about all its items: "a) ...; b) ... / Đơn vị chủ trì: Vụ Pháp chế (hoạt động a)".

In: the drafts of a list, of which the last alone has labels.  Out: the same drafts, the labels with each of them.
Promise: an item with labels of its own keeps them; labels inside an item ("a) Chủ trì: ...") are its own, and so are those behind
the last of items that name their leads themselves.
Source: ANNOTATION rules, "A task", 7: a lead named at the end of a list leads all its items.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from models.outline import Item
from pipeline.detect.analysis import Analysis
from pipeline.detect.draft import Analyser, Draft
from pipeline.detect.labels import read_labels

__all__ = ["share_labels", "spoken_of"]

_ONLY_FOR = regex.compile(
    r"[^;()]*\((?:các )?(?:hoạt động|nội dung|nhiệm vụ|mục|điểm|ý)\s+"
    r"(?P<marks>[\p{L}\d.]{1,4}(?:\s*(?:,|và)\s*[\p{L}\d.]{1,4})*)\s*\)",
    regex.IGNORECASE,
)
"""Behind a name or a time: the items of the list that it is about."""
_MARK = regex.compile(r"[\p{L}\d.]+")


def share_labels(items: Sequence[Item], drafts: Sequence[Draft], parent: Draft | None, analyser: Analyser) -> None:
    """Give the labels below the last item of a list to all of its tasks, and to the task above it."""
    group = [draft for draft in drafts if any(draft.item is item for item in items) and draft.item.marker]
    if len(group) < 2 or not group[-1].labels or not group[-1].ends_list:
        return
    marked = [item for item in items if item.marker and not read_labels(analyser(item.passage))]
    if any(draft.labels or draft.analysis.leads for draft in group[:-1]) or marked[-1] is not group[-1].item:
        return
    for draft in [*group[:-1], *([parent] if parent and not parent.labels else [])]:
        draft.labels = list(group[-1].labels)


def spoken_of(item: Item, analysis: Analysis, end: int) -> bool:
    """Whether what a label names up to `end` is about the item: no parenthesis behind it names only others of the list."""
    match = _ONLY_FOR.match(analysis.text, end)
    if match is None or not item.marker:
        return True
    marks = {mark.group().lower() for mark in _MARK.finditer(match.group("marks"))} - {"và"}
    return item.marker.strip("().").lower() in marks
