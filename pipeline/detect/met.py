"""Whom a meeting was with: the body that a notice of conclusions is about, named by its opening or its title.

In: the outline and an analysis of its passages.  Out: the bodies met, for items that call one of them by its kind or name nobody.
Promise: a meeting with several, with the leaders of a region or with a firm leads no item; neither does what the paper answers.
Source: ANNOTATION rules, "Agencies of a task" (nothing nearer names anybody); rules/headings.json, records "met.*".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models.directive import Capacity, Role
from models.outline import Outline, Passage
from pipeline.detect.acting import body_at_start
from pipeline.detect.analysis import Analysis
from pipeline.detect.draft import Analyser, Draft, Inherited
from pipeline.detect.issuer_case import sentence_case
from pipeline.detect.mentions import Mention, groups
from pipeline.detect.roles import RoleFinding
from pipeline.rules.folding import fold_same_length

__all__ = ["MET", "bodies_met", "met_leads"]

MET = "role.lead.met"
"""The rule of a body that leads because the meeting was with it."""
_SURE = 0.75
_NOTICES = ("thông báo", "kết luận", "biên bản")
_SEARCHED = 3
"""Paragraphs at the head of a paper of which one says whom the meeting was with."""


def bodies_met(outline: Outline, analyser: Analyser) -> Inherited | None:
    """The bodies with which the meeting of a notice was ("Bộ trưởng đã có buổi làm việc với tập thể lãnh đạo Vụ A")."""
    kind = fold_same_length(outline.letterhead.type_name.text).strip()
    if kind and not kind.startswith(_NOTICES):
        return None
    for passage in _told_by(outline):
        analysis = analyser(passage)
        match = analysis.rules.find("met.with", analysis.folded)
        met = _listed_from(match.end(), analysis) if match else ()
        if met:
            return Inherited(passage, tuple(RoleFinding(m, Role.LEAD, Capacity.THUC_HIEN, MET, _SURE) for m in met))
    return None


def met_leads(draft: Draft, issuer: str) -> Inherited | None:
    """The one body met, where it is of a kind that takes orders from the issuer of the paper and an item tells what to do and
    names nobody.
    """
    met, analysis = draft.context.met, draft.analysis
    if met is None or len(met.findings) != 1 or draft.context.answers or draft.context.leads is not None:
        return None
    name = fold_same_length(met.findings[0].name)
    rule = "met.below_government" if analysis.rules.at("met.government", fold_same_length(issuer)) else "met.below"
    local = analysis.rules.at("met.local", fold_same_length(issuer)) and analysis.rules.at("met.central", name)
    if local or not analysis.rules.at(rule, name) or _names_somebody(draft):
        return None
    return met if _tells_to_do(analysis) else None


def _told_by(outline: Outline) -> Iterator[Passage]:
    """The passages that say whom a meeting was with; a title in capitals does not show where a name ends, it comes last."""
    yield from (item.passage for item in outline.opening)
    yield from (item.passage for item in outline.body[:_SEARCHED] if not item.marker)
    yield outline.letterhead.subject


def _listed_from(at: int, analysis: Analysis) -> tuple[Mention, ...]:
    """The bodies of the list that begins at an offset, none where it begins with something else or with a kind of bodies."""
    for group in groups(analysis.mentions, analysis.text, analysis.rules):
        named = [mention for mention in group if mention.end > at]
        if named and named[0].full_start <= at:
            first = named[0]
            if first.start < at:  # "Ban Giám hiệu | Trường Đại học A"
                first = replace(first, start=at, name=analysis.text[at : first.end], head="", head_start=-1)
            rest = (mention for mention in named[1:] if mention.kind != "collective")
            return () if first.kind == "collective" else tuple(_in_small_letters(m, analysis) for m in (first, *rest))
    return ()


def _in_small_letters(mention: Mention, analysis: Analysis) -> Mention:
    """The mention; of a title in capitals with its name as a sentence writes it."""
    return replace(mention, name=sentence_case(mention.name, None)) if analysis.text.isupper() else mention


def _names_somebody(draft: Draft) -> bool:
    """Whether an item, or a labelled line of it, says who does it."""
    labelled = any(label.attribute == "lead" for label in draft.labels)
    return bool(labelled or draft.analysis.leads or draft.analysis.judgement.added or body_at_start(draft.analysis))


def _tells_to_do(analysis: Analysis) -> bool:
    """Whether an item opens with what is to be done, also behind its title, and does not tell what the issuer agrees to."""
    for start in (analysis.first, analysis.run_in):
        if start is not None and analysis.rules.at("met.grants", analysis.folded, start):
            return False
    return analysis.verb_at_start() or analysis.test("oblige") or analysis.run_in in analysis.cues.predicates
