"""Drafts of one text settled: what is told twice is one, a rhythm told again with its day gives way, an aim is no limit.

In: a scene and its drafts.  Out: drafts from left to right, none over another.
Promise: no two drafts have the same value; a draft without a value is never dropped but where another covers it.
"""

from __future__ import annotations

from itertools import pairwise

import regex

from models.directive import Bound
from pipeline.detect.deadline_atoms import deadline_rules
from pipeline.detect.deadline_context import for_purpose, handed_on, is_firm
from pipeline.detect.deadline_rhythms import HALF
from pipeline.detect.deadline_scene import Draft, Scene

_INTO = regex.compile(r"\b(?:trong\s+đó|cụ\s+thể|riêng)\b", regex.IGNORECASE)
_LISTED = regex.compile(r"\s*(?:,|;|và|/)\s*", regex.IGNORECASE)
_OPENED = regex.compile(r"\s*\(\s*(?:vào\s+|là\s+)?", regex.IGNORECASE)
_SENT = regex.compile(r"\s*,?\s*(?:gửi|nộp|báo\s+cáo)\s+", regex.IGNORECASE)
_NARROWED = regex.compile(r"[\s,(]*", regex.IGNORECASE)
_WHOLE_YEAR = regex.compile(r"(?:trong|vào)\s+năm\s+(\d{4})", regex.IGNORECASE)


def settle(scene: Scene, drafts: list[Draft]) -> tuple[Draft, ...]:
    """The drafts that stay."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.start, -draft.end)):
        if draft.start < draft.end <= len(scene.text) and (not kept or draft.start >= kept[-1].end):
            kept.append(draft)
    dropped = (
        _told_again(scene.text, kept)
        | _named_below(scene.text, kept)
        | _aims(scene, kept)
        | _of_receivers(scene, kept)
        | _narrowed(scene.text, kept)
        | _of_the_report(scene, kept)
    )
    return _once([draft for i, draft in enumerate(kept) if i not in dropped])


def _told_again(text: str, drafts: list[Draft]) -> set[int]:
    """Rhythms whose bracket tells them with their day: "định kỳ hàng tháng (trước ngày 16 hàng tháng)"."""
    found: set[int] = set()
    for i, (a, b) in enumerate(pairwise(drafts)):
        if not (a.rrule and b.rrule) or _dated(a):
            continue
        both = b.rrule.count("BYMONTH=6,12") > 0
        if _OPENED.fullmatch(text, a.end, b.start) or (both and _dated(b) and _SENT.fullmatch(text, a.end, b.start)):
            found |= _run(text, drafts, i) if both else {i}
        elif a.rrule == HALF and b.rrule.count("BYMONTH=6,12") and deadline_rules().at("settle.shared", text, b.start, b.end):
            found |= {i} if _LISTED.fullmatch(text, a.end, b.start) else set()
        elif a.rule == "list.unit" and _dated(b) and not text[a.end : b.start].strip():
            found.add(i)  # "báo cáo năm trước ngày 20/12 hằng năm"
    return found


def _named_below(text: str, drafts: list[Draft]) -> set[int]:
    """Rhythms whose day is told behind "trong đó": "định kỳ (quý, năm); trong đó báo cáo quý trước ngày 07 tháng cuối quý"."""
    found = set()
    for i, a in enumerate(drafts):
        if a.rrule and not _dated(a):
            later = (b for b in drafts[i + 1 :] if b.rrule and _dated(b) and _INTO.search(text, a.end, b.start))
            found |= {i for b in later if _period(a.rrule) == _period(b.rrule or "")}
    return found


def _period(rrule: str) -> str:
    """What a rhythm repeats by, its days left out."""
    return rrule.partition("BYMONTHDAY")[0].rstrip(";")


def _narrowed(text: str, drafts: list[Draft]) -> set[int]:
    """Years, quarters and months that a day right behind them narrows: "trong năm 2026, trước ngày 25/12/2026"."""
    found = set()
    for i, (a, b) in enumerate(pairwise(drafts)):
        beside = a.due and b.due and b.bound in (Bound.BEFORE, Bound.BY) and _NARROWED.fullmatch(text, a.end, b.start)
        if beside and a.due and b.due and b.due <= a.due and b.due.year == a.due.year:
            found |= {i} if deadline_rules().whole("settle.within", text, a.start, a.end) else set()
    return found


def _dated(draft: Draft) -> bool:
    """Whether a rhythm is that of a date, not of a rhythm word."""
    return not deadline_rules().by_id[draft.rule].data.get("undated", False)


def _run(text: str, drafts: list[Draft], last: int) -> set[int]:
    """The half year and the year before a bracket with both their days: "định kỳ 6 tháng, năm (trước ngày 15/6 và 15/12)"."""
    first = last
    while first and not _dated(drafts[first - 1]) and _LISTED.fullmatch(text, drafts[first - 1].end, drafts[first].start):
        first -= 1
    run = range(first, last + 1)
    return {i for i in run if drafts[i].rrule in (HALF, "FREQ=YEARLY")} | {last}


def _aims(scene: Scene, drafts: list[Draft]) -> set[int]:
    """Whole years and sessions that only say what an earlier limit is for: "trong quý I/2026 …, để xuất khẩu trong năm 2026"."""
    found = set()
    for i, draft in enumerate(drafts[1:], 1):
        whole = _WHOLE_YEAR.fullmatch(scene.text, draft.start, draft.end)
        if draft.rule != "moment.occasion" and (whole is None or is_firm(None, scene.text[max(0, draft.start - 60) : draft.start])):
            continue
        begin, _ = scene.sentence(draft.start)
        earlier = [d for d in drafts[:i] if d.start >= begin and d.due and (whole is None or d.due.year == int(whole[1]))]
        if earlier and for_purpose(scene.text[earlier[-1].end : draft.start]):
            found.add(i)
    return found


def _of_receivers(scene: Scene, drafts: list[Draft]) -> set[int]:
    """Limits of those who receive a report ("gửi về Sở A trước ngày 05/01 để tổng hợp, báo cáo UBND tỉnh trước ngày 10/01")."""
    found = set()
    for i, draft in enumerate(drafts[1:], 1):
        begin, _ = scene.sentence(draft.start)
        sent = [d.end - begin for d in drafts[:i] if d.start >= begin and (d.due or "BY" in (d.rrule or ""))]
        behind = handed_on(scene.text[begin : draft.start]) if sent else None
        if behind is not None and sent[-1] <= behind:
            found.add(i)
    return found


def _of_the_report(scene: Scene, drafts: list[Draft]) -> set[int]:
    """Days on which the figures of a report are closed, and the month by which it is called, where it is due by another day ("báo
    cáo tháng 12 hằng năm, chốt số liệu ngày 31, gửi trước ngày 05/01 năm sau").
    """
    rules, found = deadline_rules(), set()
    for i, draft in enumerate(drafts):
        begin, end = scene.sentence(draft.start)
        limits = [d.start for d in drafts if d is not draft and d.bound in (Bound.BEFORE, Bound.BY)]
        closed = draft.bound is not Bound.BEFORE and rules.has("context.closed_figures", scene.text, begin, draft.start)
        named = rules.whole("settle.report_name", scene.text, draft.start, draft.end)
        if (closed and limits) or (named and any(begin <= at < end for at in limits)):
            found.add(i)
    return found


def _once(drafts: list[Draft]) -> tuple[Draft, ...]:
    """Each value once: the draft that has its hour, else the first."""
    best: dict[tuple[object, object], Draft] = {}
    for draft in drafts:
        key = (draft.due, draft.rrule)
        if draft.due or draft.rrule:
            best[key] = best[key] if key in best and (best[key].time or not draft.time) else draft
    return tuple(d for d in drafts if not (d.due or d.rrule) or best[(d.due, d.rrule)] is d)
