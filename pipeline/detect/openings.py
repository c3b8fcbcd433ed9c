"""What the opening of a paper tells of all that stands below it, and the orders that it gives itself.

In: the outline and an analysis of its passages.  Out: the context of the whole paper, drafts of the opening's own orders.
Promise: an issuer that announces what it will do is no lead; a sentence that only introduces a list is no order.
Source: ANNOTATION rules, "Agencies of a task": else from the sentence that opens the list.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from models.outline import Item, Outline
from pipeline.detect.addressed import addressees_called, calls_on_addressees, named_before
from pipeline.detect.analysis import Analysis
from pipeline.detect.bidding import is_issuer, key_of_issuer
from pipeline.detect.draft import Analyser, Context, Draft, Inherited
from pipeline.detect.finding import ASSIGNED
from pipeline.detect.headings import called_on, heading_leads
from pipeline.detect.labels import read_labels
from pipeline.detect.listing import last_introduction
from pipeline.detect.met import bodies_met
from pipeline.detect.obliged import obliged_by_name
from pipeline.detect.ordering import draft_of, excluded
from pipeline.detect.parts import calls_to_a_meeting, concludes, is_about_a_body, resolves_in_session
from pipeline.detect.roles import RoleFinding
from pipeline.detect.short_names import called_short
from pipeline.rules.folding import fold_same_length

__all__ = ["activity_above", "from_opening", "opening_itself", "ordered_above", "specified_above"]

FEWEST_LINES = 2
"""Labelled lines from which on those below a sentence tell of the activity that it asks for."""
FEWEST_WORDS = 6
"""Words of an order that stands for itself in the sentence above a list."""
CLOSE = 20
"""Characters behind those who are called on within which they are told what to do."""
_SENTENCE_ENDS = regex.compile(r"[.:]\s")


def opening_itself(outline: Outline, analyser: Analyser) -> list[Draft]:
    """The order of a sentence above a list of things ("yêu cầu các sở báo cáo các nội dung sau trước ngày 30/9: - Số vụ việc")."""
    above = last_introduction(outline, analyser)
    if above is None:
        return []
    analysis = analyser(above.passage)
    draft = draft_of(above, analysis, Context(), request=True) if analysis.test("due") else None
    return [draft] if draft else []


def activity_above(outline: Outline, analyser: Analyser) -> list[Draft]:
    """The activity that a sentence above nothing but labelled lines asks for, with these lines ("đề nghị các trường tổ chức hội thi
    như sau: 1. Thời gian: ... 2. Đối tượng: ...").
    """
    above = last_introduction(outline, analyser)
    lines = [read_labels(analyser(item.passage)) for item in outline.body]
    ordered = any(not _only_tells(child, analyser) for item in outline.body for child in item.children)
    if above is None or len(lines) < FEWEST_LINES or not all(lines) or ordered:
        return []
    analysis = analyser(above.passage)
    called = [lead for lead in analysis.leads if lead.rule == ASSIGNED]
    if not called or analysis.rules.at("opening.only_list", analysis.folded, called[-1].mention.end):
        return []
    draft = draft_of(above, analysis, Context(), request=True)
    if draft is not None:
        draft.labels += [label for line in lines for label in line]
    return [draft] if draft else []


def _only_tells(item: Item, analyser: Analyser) -> bool:
    """Whether a paragraph behind a labelled line tells nobody what to do ("Thông tin chi tiết, liên hệ: ...")."""
    analysis = analyser(item.passage)
    ordered = analysis.leads or analysis.orders_at_start()
    return not (item.marker or item.children) and (not ordered or excluded(analysis, Context()))


def ordered_above(outline: Outline, analyser: Analyser) -> list[Draft]:
    """The order that the sentence above the list gives beside it ("yêu cầu các đơn vị chấn chỉnh giờ giấc làm việc; tập trung các
    việc sau:"): one that only has a paper carried out is none.
    """
    above = last_introduction(outline, analyser)
    if above is None or not outline.body:
        return []
    analysis = analyser(above.passage)
    called = [lead for lead in analysis.leads if lead.rule == ASSIGNED]
    end = analysis.folded.rfind(";")
    start = called[-1].mention.end if called else len(analysis.folded)
    told = analysis.folded[start:end] if start < end else ""
    acts = any(start <= at <= start + CLOSE for at in analysis.cues.predicates)
    short = not acts or len(told.split()) < FEWEST_WORDS
    if short or _SENTENCE_ENDS.search(told) or analysis.rules.at("opening.carries_out", told):
        return []
    draft = draft_of(above, analysis, Context(), request=True)
    return [draft] if draft else []


def specified_above(outline: Outline, analyser: Analyser) -> list[Draft]:
    """The order of an opening whose last sentence announces only what belongs to it: "đề nghị các sở cử cán bộ dự họp. Thành phần
    gồm: - Lãnh đạo phòng; - ...".
    """
    above = last_introduction(outline, analyser)
    if above is None or not outline.body:
        return []
    analysis = analyser(above.passage)
    ends = [found.end() for found in _SENTENCE_ENDS.finditer(analysis.folded.rstrip()) if found.group()[0] == "."]
    if not ends or analysis.rules.at("opening.specifies", analysis.folded[ends[-1] :]) is None:
        return []
    order = replace(above, passage=above.passage.slice(0, ends[-1]).stripped(" "))
    draft = draft_of(order, analyser(order.passage), Context(), request=True)
    return [draft] if draft and (draft.analysis.leads or calls_on_addressees(draft.analysis)) else []


def from_opening(outline: Outline, analyser: Analyser) -> Context:
    """What holds for a whole paper: of what kind it is, and the bodies that the sentence before the list calls on ("yêu cầu
    các sở, ban, ngành … như sau:").
    """
    met = bodies_met(outline, analyser)
    rules = analyser(outline.letterhead.subject).rules
    kind = Context(
        agenda=resolves_in_session(outline),
        concludes=concludes(outline),
        met=met,
        functions=is_about_a_body(outline, rules),
        meeting=calls_to_a_meeting(outline, rules),
        issuer=key_of_issuer(outline),
    )
    above = last_introduction(outline, analyser)
    if above is None:
        return kind
    analysis = analyser(above.passage)
    called = tuple(finding for finding in analysis.leads if finding.rule == ASSIGNED)
    called = called or _directs(analysis, key_of_issuer(outline))
    called = called or called_on(analysis) or _whose_duties(analysis)
    if not called and not (_opens_part(outline) and not _obliges_all(analysis, outline)):
        called = _obliged(analysis, key_of_issuer(outline))
    meant = addressees_called(analysis, outline, analyser) or named_before(above, analysis, called, outline, analyser)
    decides = analysis.rules.has("opening.decides", analysis.folded)
    leads = meant or (Inherited(above.passage, called) if called and not decides else None)
    if leads and met and all(called_short(lead, analysis, met.findings) for lead in leads.findings):
        leads = met  # "Bộ trưởng yêu cầu Viện tập trung vào các việc sau:"
    return replace(kind, leads=leads, from_opening=True, ordered=True)


def _opens_part(outline: Outline) -> bool:
    """Whether the body begins with a part ("I. MỤC ĐÍCH, YÊU CẦU"): the sentence above it announces a paper, no list of orders."""
    return bool(outline.body) and (outline.body[0].section is not None or outline.body[0].passage.text.isupper())


def _obliges_all(analysis: Analysis, outline: Outline) -> bool:
    """Whether a sentence above parts that are topics tells bodies to do what stands in them ("Các sở tập trung thực hiện các nhiệm
    vụ sau: I. VỀ THU NGÂN SÁCH").
    """
    subjects = [finding.mention for finding in analysis.leads if finding.rule == "role.lead.subject"]
    if not subjects or outline.body[0].section is not None or not analysis.rules.has("heading.all_tasks", analysis.folded):
        return False
    many = all(_is_many(mention.start, analysis) for mention in subjects)
    end = subjects[-1].end
    announces = analysis.rules.find("opening.announces", analysis.folded, end)
    return analysis.rules.at("opening.must", analysis.folded, end) is not None or (many and announces is None)


def _directs(analysis: Analysis, issuer: str) -> tuple[RoleFinding, ...]:
    """The bodies that are to see to it that others do what follows ("Các sở chỉ đạo các trường thực hiện những nội dung sau:"); an
    issuer that says so of itself calls on those others.
    """
    subjects = tuple(finding for finding in analysis.leads if finding.rule == "role.lead.subject")
    if not subjects or analysis.rules.at("opening.directs", analysis.folded, subjects[-1].mention.end) is None:
        return ()
    below_issuer = issuer and all(
        analysis.rules.at("met.below", fold_same_length(finding.mention.name))
        and analysis.rules.at("subject.orders", analysis.folded, finding.mention.full_start) is None
        and not is_issuer(finding.mention.name, issuer, analysis.rules)
        for finding in subjects
    )
    return subjects if below_issuer or all(_is_many(f.mention.start, analysis) for f in subjects) else ()


def _obliged(analysis: Analysis, issuer: str) -> tuple[RoleFinding, ...]:
    """The bodies that must do what follows ("thành phố Lào Cai cần thực hiện các nhiệm vụ sau:"); an issuer that acts is none, and
    where a paper has no letterhead, who acts may be it.
    """
    subjects = tuple(finding for finding in analysis.leads if finding.rule == "role.lead.subject")
    if not subjects:
        named = heading_leads(analysis)  # "Chủ tịch UBND các tỉnh ven biển chỉ đạo:"
        if named and all(_is_many(finding.mention.start, analysis) for finding in named):
            return named
        by_name = obliged_by_name(analysis)
        return tuple(finding for finding in by_name if not is_issuer(finding.mention.name, issuer, analysis.rules))
    many = all(_is_many(finding.mention.start, analysis) for finding in subjects)  # no issuer speaks in the plural
    end = subjects[-1].mention.end
    others = issuer and not any(is_issuer(finding.mention.name, issuer, analysis.rules) for finding in subjects)
    must = analysis.rules.at("opening.must", analysis.folded, end) is not None
    told = must or (others and analysis.rules.find("opening.announces", analysis.folded, end) is None)
    return subjects if many or told else ()


def _is_many(at: int, analysis: Analysis) -> bool:
    """Whether the body named at `at` is one of many ("Các Sở Y tế", "UBND các huyện")."""
    return analysis.rules.at("opening.many_councils", analysis.folded, at) is not None or any(
        at in found.span() for found in analysis.rules.all("opening.many", analysis.folded)
    )


def _whose_duties(analysis: Analysis) -> tuple[RoleFinding, ...]:
    """The bodies of a line without a number that says whose duties follow ("Trách nhiệm của Sở Y tế:")."""
    return heading_leads(analysis) if analysis.rules.at("opening.duties_of", analysis.folded, analysis.first) else ()
