"""Activities of a plan: a title with lines below it that say when, where and who ("1. Hội thi ... - Thời gian: ...").

In: an item and the analyses of the lines below it.  Out: yes or no.
Promise: the heading of a body titles no activity, and neither does one below which several items give orders.
Source: ANNOTATION rules, "A task", 7.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from models.outline import Item
from pipeline.detect.analysis import Analysis
from pipeline.detect.draft import Analyser
from pipeline.detect.finding import ASSIGNED
from pipeline.detect.headings import heading_leads
from pipeline.detect.labels import OTHER, TELLING, read_labels

__all__ = ["lists_agenda", "says_of_activity", "says_of_meeting", "titles_an_activity"]

FEWEST_LABELS = 2
"""Labelled lines from which on a line of another kind does not unmake the title of an activity."""

FARTHEST_CALL = 20
"""Characters of the words that call ("Giao đồng chí ")."""

_LOOKS_LABELLED = regex.compile(r"^\p{Lu}\p{L}*(?: \p{L}+){0,4}\s*:\s+\S")
"""A line that opens as a label does, of a word that no rule knows ("Cơ cấu giải: ...")."""


def titles_an_activity(item: Item, analyser: Analyser) -> bool:
    """Whether an item is the title of an activity: what stands below it are labelled lines, some of which say who or when; beside
    several of them one may look like a label only, or call on somebody ("- Giao Đoàn Thanh niên xã chuẩn bị chương trình.").
    """
    below = [analyser(child.passage) for child in item.children]
    labelled = [labels for analysis in below if (labels := read_labels(analysis))]
    if not any(label.attribute in TELLING for labels in labelled for label in labels):
        return False
    others = [analysis for analysis in below if not read_labels(analysis)]
    if not others:
        return True
    calls = sum(not says_of_activity(analysis) for analysis in others)
    few = len(labelled) >= max(FEWEST_LABELS, len(others)) and calls <= 1
    return few and all(says_of_activity(each) or _calls(each) for each in others) and not heading_leads(analyser(item.passage))


def says_of_meeting(analysis: Analysis, items: Sequence[Item], analyser: Analyser) -> bool:
    """Whether an item tells what a meeting is about ("3. Nội dung: Tổng kết ..."): its sisters say when and where."""
    labels = read_labels(analysis)
    if not labels or any(label.attribute != OTHER for label in labels):
        return False
    opening = [analyser(item.passage).folded.lstrip() for item in items]
    return any(each.startswith("thời gian") for each in opening) and any(each.startswith("địa điểm") for each in opening)


def lists_agenda(analysis: Analysis, items: Sequence[Item], analyser: Analyser) -> bool:
    """Whether the points of a meeting stand below an item ("4. Nội dung:"): its sisters say when, and where or who comes."""
    if not analysis.rules.has("heading.of_agenda", analysis.folded):
        return False
    sisters = [analyser(item.passage).folded.lstrip() for item in items]
    where = any("địa điểm" in each or "thành phần" in each for each in sisters)
    return where and any(each.startswith("thời gian") for each in sisters)


def says_of_activity(analysis: Analysis) -> bool:
    """Whether a line is labelled, or looks so and tells nobody to do anything."""
    if read_labels(analysis):
        return True
    bodies = any(mention.full_start <= analysis.first for mention in analysis.mentions)
    return _LOOKS_LABELLED.match(analysis.text) is not None and not bodies and not analysis.orders_at_start() and not analysis.leads


def _calls(analysis: Analysis) -> bool:
    """Whether a line opens by calling on somebody."""
    called = (lead.mention.full_start for lead in analysis.leads if lead.rule == ASSIGNED)
    return any(at - analysis.first < FARTHEST_CALL for at in called)
