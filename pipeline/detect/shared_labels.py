"""Labelled lines at the end of a list or above it tell about all its items: "a) ...; b) ... / Đơn vị chủ trì: Vụ Pháp chế (hoạt
động a)", "3. Đăng ký đất đai / - Cơ quan chủ trì: Sở A / - Nhiệm vụ: + ..."; "Thời gian treo cờ: ..." about those that treo cờ.

In: the drafts of a list, of which the last alone has labels, or the lines above them.  Out: the same drafts, each with the labels.
Promise: an item with labels of its own keeps them; labels inside an item ("a) Chủ trì: ...") are its own, and so are those behind
the last of items that name their leads themselves, unless they only say when; a time in the words of an item goes before it.
Source: ANNOTATION rules, "A task", 7: a lead named at the end of a list leads all its items.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from models.outline import Item
from pipeline.detect.analysis import Analysis
from pipeline.detect.draft import Analyser, Context, Draft
from pipeline.detect.labels import Label, has_date, led_in_brackets, read_labels

__all__ = ["hand_down", "labels_above", "share_labels", "spoken_of", "tells_of_all", "time_of_work", "time_works"]

_ONLY_FOR = regex.compile(
    r"[^;()]*\((?:các )?(?:hoạt động|nội dung|nhiệm vụ|mục|điểm|ý)\s+"
    r"(?P<marks>[\p{L}\d.]{1,4}(?:\s*(?:,|và)\s*[\p{L}\d.]{1,4})*)\s*\)",
    regex.IGNORECASE,
)
"""Behind a name or a time: the items of the list that it is about."""
_WHO = frozenset({"lead", "coordinate"})
_MARK = regex.compile(r"[\p{L}\d.]+")


def share_labels(
    items: Sequence[Item], drafts: Sequence[Draft], parent: Draft | None, context: Context, analyser: Analyser
) -> None:
    """Give the labels below the last item of a list to all of its tasks, and to the task above it; the labels of that task to the
    tasks of the list, where they stand above these.
    """
    if parent is not None and parent.labels and _labels_first(items, drafts, analyser):
        hand_down(parent.labels, drafts, context)
    group = [draft for draft in drafts if any(draft.item is item for item in items) and draft.item.marker]
    if len(group) < 2 or not group[-1].labels or not group[-1].ends_list:
        return
    marked = [item for item in items if item.marker and not read_labels(analyser(item.passage))]
    if marked[-1] is not group[-1].item:
        return
    labels = group[-1].labels
    if any(draft.labels or draft.analysis.leads for draft in group[:-1]):
        _share_times(labels, group, items)
        return
    for draft in group[:-1]:
        _take(draft, labels)
    _keep_own_time(group[-1])
    if parent and not parent.labels:
        parent.labels = list(labels)


def _share_times(labels: Sequence[Label], group: Sequence[Draft], items: Sequence[Item]) -> None:
    """Give the time below a list of bullets or letters to all of its items, where some name who does them ("- Sở A ... / - Sở B ...
    / Thời gian thực hiện: ..."); where they have labels of their own it must stand beside them, as an item of the list.
    """
    times = [label for label in labels if label.attribute == "time"]
    if any(draft.labels for draft in group[:-1]):
        beside = [item.passage for item in items if item.marker]
        times = [label for label in times if label.analysis.passage in beside]
    elif len(times) < len(labels):  # "Chủ trì: ... / Thời gian: ..." of the last item, which names nobody
        return
    told = any(label.attribute == "time" for draft in group[:-1] for label in draft.labels)
    if not told and not any(draft.item.marker[:1].isdigit() for draft in group):
        for draft in group[:-1]:
            _take(draft, times)
        if times:
            _keep_own_time(group[-1])


def _keep_own_time(last: Draft) -> None:
    """Let the last item of a list, below which its labels stand, keep a time of its own as the others do."""
    labels, last.labels = last.labels, []
    _take(last, labels)


def _take(draft: Draft, labels: Sequence[Label]) -> None:
    """Give the labels of a list to one of its items, which keeps a time of its own."""
    dated = has_date(draft.analysis.folded, draft.analysis.rules)
    times = [label for label in labels if label.attribute == "time" and dated]
    draft.labels = [*draft.labels, *(label for label in labels if label not in times)]
    draft.limit = times[-1] if times else draft.limit


def labels_above(item: Item, analysis: Analysis, *, more: bool) -> tuple[Label, ...]:
    """The labels of a line above a list that says who does its items, in brackets or not ("(Đơn vị thực hiện: Vụ Tổ chức cán bộ)");
    with `more` such a line stands before it, and it may say only when.
    """
    if item.children or (item.marker and item.marker[0] not in "-+*"):
        return ()
    labels = read_labels(analysis)
    if not labels and not item.marker and ":" in analysis.text:
        labels = led_in_brackets(analysis)
    who = any(label.attribute in _WHO for label in labels)
    return labels if who or (more and any(label.attribute == "time" for label in labels)) else ()


def _labels_first(items: Sequence[Item], drafts: Sequence[Draft], analyser: Analyser) -> bool:
    """Whether the labelled lines of a list stand above all of its tasks."""
    ordered = [item for item in items if any(_holds(item, draft.item) for draft in drafts)]
    if not ordered:
        return False
    above = items[: next(at for at, item in enumerate(items) if item is ordered[0])]
    labelled = [item for item in items if read_labels(analyser(item.passage))]
    return bool(labelled) and all(any(item is other for other in above) for item in labelled)


def _holds(item: Item, other: Item) -> bool:
    return item is other or any(_holds(child, other) for child in item.children)


def hand_down(labels: Sequence[Label], drafts: Sequence[Draft], context: Context) -> None:
    """Give the labels above a list to those of its tasks that name nobody and have no nearer heading; a time only to those that
    set none.
    """
    for draft in drafts if labels else ():
        if draft.labels or draft.analysis.leads or draft.context.leads is not context.leads:
            continue
        dated = has_date(draft.analysis.folded, draft.analysis.rules)
        draft.labels = [label for label in labels if label.attribute in _WHO or (label.attribute == "time" and not dated)]


def tells_of_all(label: Label) -> bool:
    """Whether a line behind the lists of a paper tells by when they are done, not when one of them takes place."""
    return label.attribute == "time" and label.analysis.rules.at("labels.time_of_all", label.analysis.folded) is not None


def time_of_work(analysis: Analysis) -> str | None:
    """The work whose time a labelled line tells by its own words ("Thời gian treo cờ: ..."); None of any other line."""
    labels = read_labels(analysis)
    work = analysis.rules.at("labels.time_of_work", analysis.folded) if labels else None
    return str(work["work"]) if work is not None and all(label.attribute == "time" for label in labels) else None


def time_works(above: Sequence[Analysis], drafts: Sequence[Draft]) -> None:
    """Give a line that tells the time of one kind of work, above a list or behind its last item, to the tasks that tell of
    that work and of no time of their own.
    """
    for analysis in above:
        _hand_time(read_labels(analysis), drafts, time_of_work(analysis))
    last = drafts[-1] if drafts else None
    if last is None or not last.ends_list or last.item.children:
        return
    works = {time_of_work(label.analysis) for label in last.labels}
    work = works.pop() if len(works) == 1 else None
    if work and _hand_time(last.labels, drafts[:-1], work) and work not in last.analysis.folded:
        last.labels = []


def _hand_time(labels: Sequence[Label], drafts: Sequence[Draft], work: str | None) -> bool:
    """Whether tasks that tell of a work took the labels that tell its time."""
    taken = False
    for draft in drafts if work else ():
        timed = any(label.attribute == "time" for label in draft.labels) or has_date(draft.analysis.folded, draft.analysis.rules)
        if work and work in draft.analysis.folded and not timed:
            draft.labels = [*draft.labels, *labels]
            taken = True
    return taken


def spoken_of(item: Item, analysis: Analysis, end: int) -> bool:
    """Whether what a label names up to `end` is about the item: no parenthesis behind it names only others of the list."""
    match = _ONLY_FOR.match(analysis.text, end)
    if match is None or not item.marker:
        return True
    marks = {mark.group().lower() for mark in _MARK.finditer(match.group("marks"))} - {"và"}
    return item.marker.strip("().").lower() in marks
