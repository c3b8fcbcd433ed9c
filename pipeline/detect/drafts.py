"""Which items of the outline are tasks: a walk over the tree with what headings hand down.

In: the outline and an analysis of each passage.  Out: `Draft` values: a task's item, what it inherits, its labelled lines.
Promise: a heading is no task, a purpose or an assessment is none; each item is looked at once, in order.
Source: ANNOTATION rules, "A task".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import regex

from models.directive import Kind, Role
from models.outline import Item, Outline, Passage, Section
from pipeline.detect.analysis import Analysis
from pipeline.detect.headings import coordination, heading_leads, led_at_start, only_modifies, whole_heading
from pipeline.detect.roles import RoleFinding
from pipeline.detect.shared_labels import share_labels

SHORTEST = 3
"""Words: shorter items are headings or crumbs."""

LONG_ORDER = 14
"""Words: an order that ends with a colon and is longer says what is to be done; a shorter one names a field of work."""

_INTRODUCES = regex.compile(
    r"(?::|\b(?:như sau|sau đây|dưới đây)\s*[.;]?|\b(?:nhiệm vụ|nội dung|công việc|giải pháp|biện pháp) sau\s*[.;]?)\s*$"
)
"""The end of a sentence above a list; typists leave the colon out."""

_MUST = regex.compile(r"\s*,?\s+(?:trong thời gian tới\s*,?\s+)?(?:cần|phải|có trách nhiệm|khẩn trương|nghiêm túc)\b")

SCOPE = ("phạm vi điều chỉnh", "phạm vi và đối tượng", "phạm vi áp dụng", "đối tượng và phạm vi")
"""How the first article of a document of norms is called."""

LONG_NAME = 40
"""Words: an item that only names something is shorter."""

FEWEST_TITLES = 3
"""Headings without a colon from which on the headings of a list are taken for titles."""

NO_ORDER = "câu không mở đầu bằng một động từ giao việc"

_NOT_ASSIGNING = frozenset({Section.PURPOSE, Section.ASSESSMENT, Section.PREAMBLE})


@dataclass(frozen=True, slots=True)
class Inherited:
    """Bodies that a heading or the opening sentence names, with the passage they stand in."""

    passage: Passage
    findings: tuple[RoleFinding, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What an item gets from above: the section, the leads of the nearest heading, whether the list was ordered.

    `beside` are those who coordinate by a heading of their own; `waiting` tells that it left them to its items
    ("Chủ trì, phối hợp: - Sở Tài chính rà soát ..."); `listed` that its verb governs what it lists ("Trình các dự án luật sau:");
    `duties` that it is about somebody's duties ("Trách nhiệm của Ủy viên thường trực").
    """

    section: Section | None = None
    leads: Inherited | None = None
    beside: Inherited | None = None
    waiting: bool = False
    listed: bool = False
    duties: bool = False
    from_opening: bool = False
    ordered: bool = False
    in_article: bool = False


@dataclass(slots=True)
class Draft:
    """A task in the making: `labels` are (attribute, analysis of the line, offset of its value); `ends_list` tells that they stand
    in lines without an enumerator, as behind a list.
    """

    item: Item
    analysis: Analysis
    context: Context
    kind: Kind
    reasons: tuple[str, ...] = ()
    labels: list[tuple[str, Analysis, int]] = field(default_factory=list)
    ends_list: bool = False


Analyser = Callable[[Passage], Analysis]


def find_drafts(outline: Outline, analyser: Analyser) -> list[Draft]:
    """Walk over opening, body and closing."""
    drafts: list[Draft] = []
    context = _from_opening(outline, analyser)
    introduced = any(_INTRODUCES.search(item.passage.text) for item in outline.opening)
    if not outline.body or not introduced:
        _walk(outline.opening, replace(context, leads=None, ordered=False), analyser, drafts, paragraphs_need_request=True)
    if outline.body:  # a letter whose annex has items: what it asks for stands in its paragraphs
        drafts = [draft for draft in drafts if _asks(draft.analysis)]
    _walk(outline.body, context, analyser, drafts)
    if _sets_norms(outline):
        drafts = [draft for draft in drafts if _assigns(draft)]
    _closing(outline.closing, context, analyser, drafts)
    told = [draft for draft in drafts if not draft.analysis.test("carry_out")]
    return told or drafts


def _asks(analysis: Analysis) -> bool:
    """Whether a paragraph calls on somebody, and does not tell that it was done ("Bộ Chính trị đã yêu cầu ...")."""
    asks = analysis.test("sends") or any(lead.rule == "role.lead.assign" for lead in analysis.leads)
    return asks and not analysis.test("tells")


def _sets_norms(outline: Outline) -> bool:
    """Whether a document is one of norms: it has an article on its scope (NĐ 78/2025/NĐ-CP on the drafting of legal documents)."""
    articles = (item for top in outline.body for item in (top, *top.children) if item.marker.startswith("Điều"))
    return any(item.passage.text.lower().startswith(SCOPE) for item in articles)


def _assigns(draft: Draft) -> bool:
    """Whether an item of a document of norms gives somebody work: a norm that names nobody is none."""
    told = draft.context.duties or draft.context.section in (Section.TASKS, Section.ORGANISATION)
    told = told or "có trách nhiệm" in draft.analysis.folded
    return told or bool(draft.analysis.leads) or draft.context.leads is not None


def _from_opening(outline: Outline, analyser: Analyser) -> Context:
    """The bodies that the sentence before the list calls on ("yêu cầu các sở, ban, ngành … như sau:")."""
    for item in reversed(outline.opening):
        if _INTRODUCES.search(item.passage.text):
            analysis = analyser(item.passage)
            called = tuple(finding for finding in analysis.leads if finding.rule == "role.lead.assign")
            if not called and not _opens_part(outline):
                called = _obliged(analysis)
            leads = Inherited(item.passage, called) if called else None
            return Context(leads=leads, from_opening=True, ordered=True)
    return Context()


def _opens_part(outline: Outline) -> bool:
    """Whether the body begins with a part ("I. MỤC ĐÍCH, YÊU CẦU"): the sentence above it announces a paper, no list of orders."""
    return bool(outline.body) and (outline.body[0].section is not None or outline.body[0].passage.text.isupper())


def _obliged(analysis: Analysis) -> tuple[RoleFinding, ...]:
    """The bodies that must do what follows ("thành phố Lào Cai cần thực hiện các nhiệm vụ sau:"); an issuer that acts is none."""
    subjects = tuple(finding for finding in analysis.leads if finding.rule == "role.lead.subject")
    return subjects if subjects and _MUST.match(analysis.folded, subjects[-1].mention.end) else ()


def _walk(
    items: Sequence[Item],
    context: Context,
    analyser: Analyser,
    drafts: list[Draft],
    *,
    paragraphs_need_request: bool = False,
    last: Draft | None = None,
) -> None:
    named, titled = _headings_name_bodies(items, analyser), _headings_are_titles(items, analyser)
    beside: Context | None = None
    heading: Item | None = None
    spoken: Inherited | None = None
    for before, item in zip((None, *items), items, strict=False):
        analysis = analyser(item.passage)
        if before is heading and item.marker and not _begins(item):
            beside = None  # the series of the items above goes on: the heading stood for itself
        here = _enter(item, beside if beside and (item.marker or before is heading) else context)
        if last is not None and _label(item, analysis, last):
            continue
        draft = None
        labelled = bool(item.children) and all(_is_label(analyser(child.passage)) for child in item.children)
        if labelled or not _is_heading(item, analysis, titled=titled):
            draft = _draft(item, analysis, here, paragraphs_need_request)
            if draft is not None:
                spoken = _speaks_of(draft, spoken)
                drafts.append(draft)
                last = draft
        count = len(drafts)
        if analysis.test("amends"):
            continue  # what is quoted below is a norm
        if labelled and draft is not None:
            for child in item.children:
                _label(child, analyser(child.passage), draft)
        else:
            below = _below(item, analysis, here, named)
            _walk(item.children, below, analyser, drafts, last=draft)
            share_labels(item.children, drafts[count:], draft)
            listed = any(child.item.marker for child in drafts[count:])
            alone = item.children and draft is None and not listed and not paragraphs_need_request
            parts = len(drafts) == count and _lists_parts(item, analysis, here)
            acts = parts or (analysis.leads and _names_its_own(analysis))
            if alone and acts and (draft := _draft(item, analysis, here, request=False)):
                drafts.insert(count, draft)
                last = draft
            if not item.marker and not item.children and draft is None and below.leads is not here.leads:
                beside, heading = replace(below, section=context.section), item  # a heading without a number


def _speaks_of(draft: Draft, before: Inherited | None) -> Inherited | None:
    """Whom a paragraph without a number is about: the bodies at its start, else those of the paragraph before it."""
    if draft.item.marker:
        return None
    leads = led_at_start(draft.analysis.leads, draft.analysis)
    if leads:
        return Inherited(draft.item.passage, leads)
    acts = draft.analysis.first in draft.analysis.orders or draft.analysis.test("sends")
    if before is not None and draft.context.leads is None and acts:
        draft.context = replace(draft.context, leads=before, from_opening=True)
    return before


def _names_its_own(analysis: Analysis) -> bool:
    """Whether a sentence above a list that assigns nothing is an order itself ("Bộ Tài chính cấp gạo cho các tỉnh, cụ thể:")."""
    behind = analysis.folded[max(finding.mention.end for finding in analysis.roles) :]
    return len(behind.split()) >= LONG_ORDER and not behind.rstrip(" :.").endswith("như sau")


def _lists_parts(item: Item, analysis: Analysis, context: Context) -> bool:
    """Whether an order above sub-items that are none is the task itself ("Báo cáo số người làm việc: - Số được giao ...")."""
    ordered = bool(item.marker) and context.leads is not None and analysis.text.rstrip().endswith(":")
    return ordered and analysis.first in analysis.orders and not heading_leads(analysis)


def _begins(item: Item) -> bool:
    """Whether an item may be the first of its list."""
    return item.marker[0] in "-+*" or item.marker.rsplit(".")[-1].strip("()") in ("1", "a", "A", "I", "i")


def _enter(item: Item, context: Context) -> Context:
    section = item.section or context.section
    article = context.in_article or item.marker.startswith("Điều")
    return replace(context, section=section, in_article=article)


def _headings_name_bodies(items: Sequence[Item], analyser: Analyser) -> bool:
    """Whether the headings of a list name bodies, so that one which no pattern knows is a body too."""
    headings = [analyser(item.passage) for item in items if item.children]
    return len(headings) >= 2 and any(heading_leads(heading) for heading in headings)


def _below(item: Item, analysis: Analysis, context: Context, named: bool) -> Context:
    """The context of the sub-items of `item`; `named` tells that its sisters name bodies."""
    ordered = context.ordered or context.section in (Section.TASKS, Section.ORGANISATION)
    if item.children and analysis.folded.lstrip().startswith(("trách nhiệm", "nhiệm vụ")):
        context = replace(context, duties=True)
    along = coordination(analysis) if context.leads else None
    if along is not None and item.children:
        return replace(context, beside=Inherited(item.passage, along) if along else None, waiting=not along, ordered=True)
    leads = heading_leads(analysis) or (whole_heading(analysis) if named and item.children else ())
    if _governs(analysis) and item.children:
        context = replace(context, listed=True, ordered=True)
    if context.leads and not context.from_opening and only_modifies(leads, analysis):
        return replace(context, ordered=ordered)
    if item.children and not item.children[0].marker and not _INTRODUCES.search(analysis.text):
        leads = led_at_start(leads, analysis)
    if leads:
        beside = tuple(finding for finding in analysis.roles if finding.role is Role.COORDINATE)
        handed = Inherited(item.passage, leads + beside)
        return replace(context, leads=handed, beside=None, waiting=False, from_opening=False, ordered=True)
    return replace(context, ordered=ordered)


def _headings_are_titles(items: Sequence[Item], analyser: Analyser) -> bool:
    """Whether the headings of a list are titles ("2. Nâng cao chất lượng giáo dục"), so that one with a colon is a title too."""
    with_items = [item for item in items if item.children and item.marker and not _INTRODUCES.search(item.passage.text)]
    return sum(_is_heading(item, analyser(item.passage), titled=False) for item in with_items) >= FEWEST_TITLES


def _is_heading(item: Item, analysis: Analysis, *, titled: bool) -> bool:
    text = item.passage.text.rstrip()
    if not text or item.section is not None or text.isupper():
        return True
    if coordination(analysis) is not None:
        return True
    if _INTRODUCES.search(text):
        return titled or not _acts_before_colon(analysis)
    if not item.children:
        leads = heading_leads(analysis)
        return bool(leads) and (not analysis.leads or not analysis.text[leads[-1].mention.end :].strip(" .:;"))
    acts = analysis.orders_at_start() or bool(analysis.leads) or analysis.test("sends") or _due(analysis)
    closed = text.endswith((".", ";", "./.", "…"))
    return not (acts and closed)


def _acts_before_colon(analysis: Analysis) -> bool:
    """Whether a sentence above sub-items is an order of its own ("Nâng cấp nền tảng …, phục vụ 5.000 người:"), no mere title."""
    words = analysis.folded.rstrip(" :").split()
    long = len(words) >= LONG_ORDER and words[-1] != "sau"
    return long and analysis.first in analysis.orders and not heading_leads(analysis)


def _is_label(analysis: Analysis) -> bool:
    return analysis.rules.first("label", analysis.text) is not None


def _label(item: Item, analysis: Analysis, draft: Draft) -> bool:
    """Take a labelled line ("Cơ quan chủ trì: …") into the draft before it."""
    rule = analysis.rules.first("label", analysis.text)
    match = rule.pattern.search(analysis.text) if rule else None
    if rule is None or match is None:
        return False
    draft.labels.append((rule.data["attribute"], analysis, match.start("value")))
    draft.ends_list = not item.marker
    return True


def _draft(item: Item, analysis: Analysis, context: Context, request: bool) -> Draft | None:
    if len(analysis.text.split()) < SHORTEST or context.section in _NOT_ASSIGNING or _excluded(analysis, context):
        return None
    if analysis.test("amends") and not analysis.leads:
        return None
    kind = Kind.TARGET if context.section is Section.TARGET else Kind.ASSIGNMENT
    acts = analysis.orders_at_start() or bool(analysis.leads)
    if context.section is Section.FUNDING and not (analysis.leads or analysis.test("fund")):
        return None
    if request:
        return Draft(item, analysis, context, kind) if _requests(analysis) else None
    obliged = analysis.test("oblige")
    if not item.marker and not acts and not obliged and not analysis.verb_at_start():
        return None
    if acts or obliged or context.ordered or context.section in (Section.TASKS, Section.ORGANISATION):
        reasons = () if acts or obliged or analysis.verb_at_start() else (NO_ORDER,)
        if reasons and (analysis.test("tells") or analysis.test("person") or _names_only(item, analysis, context)):
            return None
        return Draft(item, analysis, context, kind, reasons)
    return None


def _names_only(item: Item, analysis: Analysis, context: Context) -> bool:
    """Whether an item only names something ("Công ty cổ phần Sông Hồng;"): no order in it, no verb above that governs it."""
    return not context.listed and not item.children and not analysis.cues.predicates and len(analysis.text.split()) <= LONG_NAME


def _excluded(analysis: Analysis, context: Context) -> bool:
    rule = analysis.rules.first("not", analysis.folded)
    if rule is None or (context.listed and rule.data.get("unless_listed")):
        return False
    return context.in_article or not rule.data.get("articles_only")


def _governs(analysis: Analysis) -> bool:
    """Whether a sentence above a list delivers what is listed ("Trình Quốc hội các dự án luật sau đây:")."""
    return _INTRODUCES.search(analysis.text) is not None and analysis.test("governs")


def _requests(analysis: Analysis) -> bool:
    """Whether a paragraph of a letter without numbered items calls on somebody to do something."""
    return bool(analysis.leads) or analysis.test("sends") or (analysis.orders_at_start() and analysis.test("order"))


def _closing(items: Sequence[Item], context: Context, analyser: Analyser, drafts: list[Draft]) -> None:
    """A closing sentence is a task when it orders a report or gives somebody a piece of work of its own."""
    alone = not drafts
    for item in items:
        analysis = analyser(item.passage)
        if _excluded(analysis, Context()) and not alone:
            continue
        ordered = bool(analysis.leads) or analysis.first in analysis.orders
        reports = analysis.test("report") and ordered and _has_date(analysis.folded)
        follows = any(f.rule == "role.lead.assign" for f in analysis.leads) and regex.search(
            r"\bgiao\b[^.;]{0,120}(?:theo dõi|đôn đốc|kiểm tra|chủ trì|tổng hợp)", analysis.folded
        )
        if reports or follows:
            drafts.append(Draft(item, analysis, context, Kind.ASSIGNMENT))


def _due(analysis: Analysis) -> bool:
    """Whether a sentence sets a day by which something is to be there; a heading only names its year or quarter."""
    return regex.search(r"\b(?:trước|chậm nhất|muộn nhất|hạn chót)[^.;:]{0,12} ngày \d", analysis.folded) is not None


def _has_date(folded: str) -> bool:
    return regex.search(r"\bngày \d|\btháng \d|hằng (?:tháng|quý|năm)|hàng (?:tháng|quý|năm)|định kỳ|\d+ ngày", folded) is not None
