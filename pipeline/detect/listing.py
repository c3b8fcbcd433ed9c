"""Which items of a list are headings, and what they hand down to the items below them.

In: items and their analyses.  Out: yes or no, or the context of the sub-items.
Promise: a heading that orders something itself is no heading; what it hands down is what it says, not what it might mean.
Source: ANNOTATION rules, "A task", 2.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

import regex

from models.directive import Role
from models.outline import Item, Outline, Section
from pipeline.detect.acting import acts_within
from pipeline.detect.analysis import Analysis, once
from pipeline.detect.bidding import is_issuer
from pipeline.detect.draft import Analyser, Context, Inherited
from pipeline.detect.finding import ASSIGNED, RoleFinding
from pipeline.detect.headings import (
    along_in_brackets,
    behind_topic,
    body_before,
    bracketed_heading,
    called_on,
    coordination,
    heading_leads,
    led_at_start,
    only_modifies,
    post_heading,
    speaks_to_all,
    told_last,
    whole_heading,
)
from pipeline.detect.obliged import obliged_by_name
from pipeline.detect.self_told import without_issuer
from pipeline.detect.short_names import called_short

_SPOKEN_TO = ("đối với ", "giao ", "đề nghị ", "yêu cầu ")
"""So begins a heading that speaks to a body, whatever its sisters are."""

LONG_ORDER = 14
"""Words: an order that ends with a colon and is longer says what is to be done; a shorter one names a field of work."""
LONGEST_GAP = 60
"""Characters between two bodies of a heading ("Giao Sở Y tế (cơ quan thường trực), Sở Tài chính"): more of them are an order."""
LONGEST_TAIL = 8
"""Words behind the body of a heading ("có trách nhiệm"): more of them are an order."""
LONGEST_TITLE = 25
"""Words of the title of a part."""
SHORT_ORDER = 4
"""Words behind a body from which on they are an order, where another clause introduces the list."""

_ROMAN = regex.compile(r"(?:[IVX]+|[A-H])\W*")

TAIL = 200
"""Characters at the end of a heading that tell what its list is of."""
MOST = 0.5
"""Share of the items of a list from which on it is one of orders."""
FEWEST_TITLES = 3
"""Headings without a colon from which on the headings of a list are taken for titles."""


def headings_name_bodies(items: Sequence[Item], analyser: Analyser) -> bool:
    """Whether the headings of a list name bodies, so that one which no pattern knows is a body too."""
    headings = [analyser(item.passage) for item in items if item.children]
    return len(headings) >= 2 and any(heading_leads(heading) for heading in headings)


def below(item: Item, analysis: Analysis, context: Context, named: bool) -> Context:
    """The context of the sub-items of `item`; `named` tells that its sisters name bodies."""
    context = _section_below(item, analysis, context)
    ordered = context.ordered or context.section in (Section.TASKS, Section.ORGANISATION)
    if item.children and analysis.folded.lstrip().startswith(("trách nhiệm", "nhiệm vụ")):
        context = replace(context, duties=True)
    along = coordination(analysis) if context.leads else None
    if along is not None and item.children:
        return replace(context, beside=Inherited(item.passage, along) if along else None, waiting=not along, ordered=True)
    leads = _named_by(item, analysis, context, named)
    if _governs(analysis) and item.children:
        context = replace(context, listed=True, ordered=True)
    if context.leads and not context.from_opening and only_modifies(leads, analysis):
        return replace(context, ordered=ordered)
    leads = _leads_below(leads, item, analysis, context)
    return _handed_down(leads, item, analysis, context) if leads else replace(context, ordered=ordered)


def _section_below(item: Item, analysis: Analysis, context: Context) -> Context:
    """The context with what an item tells of the kind of what stands below it: orders, norms, or answers to wishes."""
    if context.section is Section.ASSESSMENT and (calls_for_what_follows(analysis) or (context.topic and _hands_on(analysis))):
        context = replace(context, section=None, ordered=True)
    founds = item.marker.startswith("Điều") and analysis.rules.at("heading.sets_up", analysis.folded) is not None
    if (_qualifies(analysis) or founds) and item.children:
        context = replace(context, section=Section.NORMS, cases=True)
    of_events = analysis.rules.has("heading.of_events", analysis.folded[-TAIL:])
    if item.children and (of_events or analysis.rules.has("heading.of_slogans", analysis.folded)):
        context = replace(context, section=Section.NORMS, cases=True, contents=True)
    if context.in_article and item.children:
        context = _told_below(analysis, context)
    if item.children and analysis.rules.at("heading.dossier_title", analysis.folded):
        context = replace(context, cases=True)
    if context.met and analysis.rules.at("met.answers", analysis.folded, analysis.first):
        context = replace(context, answers=True)
    return context


def _told_below(analysis: Analysis, context: Context) -> Context:
    """The context with what an article only tells below an item: what a paper holds, what may be done, how a session goes on."""
    if analysis.rules.has("heading.of_session", analysis.folded):
        return replace(context, session=True)
    if analysis.rules.has("heading.of_contents", analysis.folded) or offers(analysis):
        return replace(context, section=Section.NORMS, cases=True, contents=True)
    if analysis.rules.has("heading.of_conditions", analysis.folded):
        return replace(context, conditions=True)
    return context


def offers(analysis: Analysis) -> bool:
    """Whether a sentence above a list says what may be done or which cases are meant: it orders nothing itself either."""
    return analysis.rules.has("heading.of_options", analysis.folded)


def _named_by(item: Item, analysis: Analysis, context: Context, named: bool) -> tuple[RoleFinding, ...]:
    """The bodies that a heading names, or that a sentence above a list calls on."""
    if analysis.rules.has("not.petition_company", analysis.folded):
        leads: tuple[RoleFinding, ...] = ()  # "3. Công ty A: kiến nghị giãn nợ" stands above what others are told to do about it
    else:
        leads = _bodies_of_heading(item, analysis, context, named)
    if not leads and introduces(analysis) and (context.leads is None or context.from_opening):
        leads = called_on(analysis) or obliged_by_name(analysis)
    return leads


def _leads_below(leads: tuple[RoleFinding, ...], item: Item, analysis: Analysis, context: Context) -> tuple[RoleFinding, ...]:
    """Those of the bodies named that lead what stands below; whom the issuer of the paper directs leads in its place."""
    leads = tuple(without_issuer(leads, analysis, partial(is_issuer, issuer=context.issuer, rules=analysis.rules)))
    if item.children and not item.children[0].marker and not introduces(analysis):
        leads = led_at_start(leads, analysis)
    if leads and item.children and not introduces(analysis) and _acts_later(leads, analysis):
        return ()
    if analysis.rules.has("heading.is_served", analysis.folded):
        leads = tuple(lead for lead in leads if lead.rule != "role.lead.subject")
    if item.marker.startswith("Điều") and analysis.rules.has("not.approval", analysis.folded):
        leads = tuple(lead for lead in leads if lead.rule == ASSIGNED)  # "Thành lập Tập đoàn A trên cơ sở ..., như sau:"
    prefix = analysis.rules.at("heading.prefix", analysis.folded) if context.leads and context.from_opening else None
    if prefix and prefix["about"] and leads and leads[0].mention.full_start == prefix.end():
        return ()  # "2. Về Quỹ khen thưởng" in a list that calls on others is what they shall do something about
    return leads


def _handed_down(leads: tuple[RoleFinding, ...], item: Item, analysis: Analysis, context: Context) -> Context:
    """The context with the bodies of a heading as leads; one that is called by its kind alone is the one of the heading above, or
    the one met.
    """
    above = context.leads.findings if context.leads else ()
    if all(called_short(lead, analysis, above) for lead in leads):
        return replace(context, ordered=True)  # "Cục làm tốt các việc sau:" below "2. Cục Con nuôi"
    shorts = [called_short(lead, analysis, context.met.findings) for lead in leads] if context.met else []
    meant = tuple(short.meant for short in shorts if short)
    if context.met and len(meant) == len(leads):
        return replace(context, leads=Inherited(context.met.passage, meant), from_opening=False, ordered=True)
    beside = along_in_brackets(analysis) or tuple(f for f in analysis.roles if f.role is Role.COORDINATE)
    if beside and _does_more(analysis, beside[-1].mention.end):
        beside = ()
    handed = Inherited(item.passage, leads + beside)
    general = speaks_to_all(leads, analysis)
    return replace(context, leads=handed, beside=None, waiting=False, from_opening=general, ordered=True)


def _bodies_of_heading(item: Item, analysis: Analysis, context: Context, named: bool) -> tuple[RoleFinding, ...]:
    """The bodies that a heading names; `named` tells that its sisters name bodies."""
    if item.marker.startswith("Điều") and analysis.rules.has("heading.field", analysis.folded):
        return ()  # "Điều 10. Bảo hiểm xã hội" is about what people are insured for
    presented = analysis.rules.find("heading.presented", analysis.folded)
    behind = bracketed_heading(analysis) if item.children and not presented else ()
    inside = behind[0].mention.start if behind else presented.start() if presented else len(analysis.text)
    leads = tuple(lead for lead in heading_leads(analysis) if lead.mention.start < inside)
    if leads or not item.children:
        return leads
    own = analysis.folded.startswith(_SPOKEN_TO) or context.section is Section.ORGANISATION
    named = named or (own and analysis.rules.at("heading.own_body", analysis.folded, analysis.first) is not None)
    leads = (whole_heading(analysis) if named else ()) or (post_heading(analysis) if named or own else ())
    before = body_before(behind, analysis)
    return leads or (behind if before is None else before) or behind_topic(analysis)


@once
def introduces(analysis: Analysis) -> bool:
    """Whether a passage ends as a sentence above a list does."""
    return analysis.rules.has("list.introduces", analysis.text)


def last_introduction(outline: Outline, analyser: Analyser) -> Item | None:
    """The sentence of the opening that introduces the list, None without one; of several the last."""
    return next((item for item in reversed(outline.opening) if introduces(analyser(item.passage))), None)


def calls_for_what_follows(analysis: Analysis) -> bool:
    """Whether a paragraph of an assessment ends with an order to do what stands below ("...; yêu cầu các bộ thực hiện:")."""
    return introduces(analysis) and analysis.rules.has("list.calls", analysis.folded)


def _hands_on(analysis: Analysis) -> bool:
    """Whether a paragraph of a topic ends with whose work stands below it ("Dịch gia tăng. Cục Y tế dự phòng:")."""
    last = analysis.text.rfind(". ") + 1
    told = any(lead.mention.start >= last for lead in heading_leads(analysis))
    return told and introduces(analysis) and analysis.rules.first("tells", analysis.folded[last:].strip()) is None


def _qualifies(analysis: Analysis) -> bool:
    """Whether what stands below says when, for whom, with which papers or in which parts, not what is to be done."""
    end = analysis.folded[-TAIL:]
    of_things = analysis.rules.has("heading.of_cases", end) or analysis.rules.has("heading.of_dossier", end)
    return of_things or analysis.rules.has("heading.of_parts", analysis.folded)


def headings_are_titles(items: Sequence[Item], analyser: Analyser) -> bool:
    """Whether the headings of a list are titles ("2. Nâng cao chất lượng giáo dục"), so that one with a colon is a title too."""
    with_items = [(item, analyser(item.passage)) for item in items if item.children and item.marker]
    untold = ((item, analysis) for item, analysis in with_items if not introduces(analysis))
    return sum(is_heading(item, analysis, titled=False) for item, analysis in untold) >= FEWEST_TITLES


def mostly_orders(items: Sequence[Item], analyser: Analyser) -> bool:
    """Whether so many items of a list open with a word of order that one whose first word no lexicon knows is an order too."""
    marked = [analyser(item.passage) for item in items if item.marker]
    return len(marked) >= FEWEST_TITLES and sum(item.orders_at_start() for item in marked) >= MOST * len(marked)


def is_heading(item: Item, analysis: Analysis, *, titled: bool) -> bool:
    """Whether an item only introduces what stands below it; `titled` tells that the headings of its list are titles."""
    text = item.passage.text.rstrip()
    if not text or item.section is not None or text.isupper():
        return True
    if coordination(analysis) is not None:
        return True
    if analysis.rules.has("list.introduces", text):
        return titled or not _acts_before_colon(analysis)
    if not item.children:
        leads = heading_leads(analysis)
        if told_last(leads, analysis):
            return False
        behind = analysis.text[leads[-1].mention.end :].strip(" .:;") if leads else ""
        before = len(analysis.text[: leads[0].mention.full_start].split()) if leads else 0
        told = sum(lead.mention.start - start > LONGEST_GAP for start, lead in _gaps(leads))  # "A kiểm tra …, báo cáo. B"
        if before > LONGEST_TAIL or told:
            return False
        return bool(leads) and (not behind or (not analysis.leads and len(behind.split()) <= LONGEST_TAIL))
    acts = analysis.orders_at_start() or bool(analysis.leads) or analysis.test("sends") or _due(analysis)
    if not any(child.marker for child in item.children):
        acts = acts or analysis.test("oblige") or acts_within(analysis)  # a paragraph below it makes no heading of a sentence
    if _heads_part(item, analysis):
        return True
    closed = text.endswith((".", ";", "./.", "…"))
    return not (acts and closed)


def _heads_part(item: Item, analysis: Analysis) -> bool:
    """Whether an item is the title of a part ("II. Tăng cường quản lý đất đai." above "1. ..."): parts have Roman numerals (NĐ
    30/2020/NĐ-CP, Phụ lục I), and some typists put a full stop behind their titles.
    """
    roman = _ROMAN.fullmatch(item.marker) is not None and any(child.marker for child in item.children)
    told = analysis.leads or _due(analysis) or ". " in item.passage.text
    return roman and not told and len(item.passage.text.split()) <= LONGEST_TITLE


def _gaps(leads: Sequence[RoleFinding]) -> Sequence[tuple[int, RoleFinding]]:
    """Each body of a heading but the first, with the end of the one before it."""
    return [(before.mention.end, lead) for before, lead in pairwise(leads)]


def _orders_besides(analysis: Analysis) -> bool:
    """Whether a body of the sentence has an order of its own beside the list ("Bộ Y tế điều hành giá thuốc; đồng thời:")."""
    if analysis.rules.has("list.part_of_it", analysis.folded) and not _due(analysis):
        return False
    besides = analysis.rules.find("list.besides", analysis.folded)
    return besides is not None and bool(analysis.leads) and len(_work(analysis, besides.start()).split()) >= SHORT_ORDER


def _work(analysis: Analysis, end: int | None = None) -> str:
    """What stands behind the bodies that shall do it."""
    doers = [finding for finding in analysis.roles if finding.role in (Role.LEAD, Role.COORDINATE)]
    return analysis.folded[max(finding.mention.end for finding in doers) : end]


def _acts_before_colon(analysis: Analysis) -> bool:
    """Whether a sentence above sub-items is an order of its own ("Nâng cấp nền tảng …, phục vụ 5.000 người:"), no mere title."""
    if _orders_besides(analysis):
        return True
    words = analysis.folded.rstrip(" :").split()
    long = len(words) >= LONG_ORDER and words[-1] != "sau"
    return long and analysis.first in analysis.orders and not (heading_leads(analysis) or called_on(analysis))


def names_its_own(analysis: Analysis) -> bool:
    """Whether a sentence above a list that assigns nothing is an order itself ("Bộ Tài chính cấp gạo cho các tỉnh, cụ thể:")."""
    work = _work(analysis)
    announced = analysis.rules.find("list.announced", work)  # "..., lịch kiểm tra cụ thể như sau:"
    told = work[: announced.start()] if announced else work
    return len(told.split()) >= LONG_ORDER and not told.rstrip(" :.").endswith("như sau")


def _acts_later(leads: Sequence[RoleFinding], analysis: Analysis) -> bool:
    """Whether a task above others names who carries it out behind what was agreed ("Đồng ý thành lập A, Sở B lập đề án.")."""
    agreed = analysis.rules.first("agrees", analysis.folded[: leads[0].mention.full_start])
    return agreed is not None and all(lead.rule == "role.lead.subject" for lead in leads)


def _does_more(analysis: Analysis, end: int) -> bool:
    """Whether those beside a lead work along at an order of the heading itself ("A phối hợp với B điều hành giá; đồng thời:")."""
    behind = analysis.folded[end:].strip()
    return not behind.startswith(":") and analysis.rules.has("list.more", behind)


def lists_parts(item: Item, analysis: Analysis, context: Context) -> bool:
    """Whether an order above sub-items that are none is the task itself ("Báo cáo số người làm việc: - Số được giao ...")."""
    ordered = bool(item.marker) and context.leads is not None and analysis.text.rstrip().endswith(":")
    return ordered and analysis.verb_at_start() and not heading_leads(analysis)


def begins(item: Item) -> bool:
    """Whether an item may be the first of its list."""
    return item.marker[0] in "-+*" or item.marker.rsplit(".")[-1].strip("()") in ("1", "a", "A", "I", "i")


def _governs(analysis: Analysis) -> bool:
    """Whether a sentence above a list delivers what is listed ("Trình Quốc hội các dự án luật sau đây:")."""
    return introduces(analysis) and analysis.test("governs")


def _due(analysis: Analysis) -> bool:
    """Whether a sentence sets a day by which something is to be there; a heading only names its year or quarter."""
    return analysis.rules.has("list.due", analysis.folded)
