"""A limit that the sentence above a list sets for all of its items: "... các nội dung sau, hoàn thành trước ngày 15/12/2024:",
"2. Các nhiệm vụ hoàn thành trong quý II/2024:", "Hằng quý, các xã có trách nhiệm:".

In: the analysis of the sentence, the drafts of its list.  Out: the same drafts, each with the limit that holds for it.
Promise: an item with a time of its own keeps it (tasks.py); a period that the sentence only names ("trong năm 2024 tập trung") and
the day of a report are no limit of the items.
"""

from __future__ import annotations

from collections.abc import Sequence

from models.outline import Outline
from pipeline.detect.analysis import Analysis
from pipeline.detect.draft import Analyser, Context, Draft
from pipeline.detect.labels import Label
from pipeline.detect.listing import introduces, last_introduction

__all__ = ["limit_of_list", "limit_of_opening", "set_limit"]


def limit_of_list(analysis: Analysis) -> Label | None:
    """The time by which a sentence above a list wants all of it done, or None."""
    if not introduces(analysis):
        return None
    found = analysis.rules.find("list.limit", analysis.folded)
    if found:
        return Label("time", analysis, *found.span("value"))
    opens = analysis.folded.rstrip().endswith(":") and analysis.rules.at("labels.time_above", analysis.folded)
    return Label("time", analysis, 0, len(analysis.text)) if opens else None


def limit_of_opening(outline: Outline, context: Context, analyser: Analyser) -> Label | None:
    """The same of the last sentence of the opening that introduces the list, where it calls on somebody."""
    if not context.from_opening or context.leads is None:
        return None
    above = last_introduction(outline, analyser)
    return limit_of_list(analyser(above.passage)) if above else None


def set_limit(limit: Label | None, drafts: Sequence[Draft]) -> None:
    """Give the limit to the drafts that have none from a nearer list, and do not say themselves how long or how often."""
    for draft in drafts if limit else ():
        if not draft.analysis.rules.has("list.own_time", draft.analysis.folded):
            draft.limit = draft.limit or limit
