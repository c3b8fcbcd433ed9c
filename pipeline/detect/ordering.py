"""Which items tell somebody to do something: a task in the making, or nothing.

In: an item, its analysis, what it gets from above.  Out: a `Draft`, or None.
Promise: a purpose, an assessment, a name or a formula is no task; what is unsure says why.
Source: ANNOTATION rules, "A task".
"""

from __future__ import annotations

from itertools import pairwise

import regex

from models.directive import Kind
from models.outline import Item, Section
from pipeline.detect.acting import acts_within, body_at_start, led_later, office_at_start, orders_later
from pipeline.detect.addressed import calls_on_addressees
from pipeline.detect.analysis import Analysis
from pipeline.detect.bidding import bids, is_issuer
from pipeline.detect.draft import Context, Draft
from pipeline.detect.finding import ASSIGNED
from pipeline.detect.members import only_names
from pipeline.detect.words import acts, opens_with_verb
from pipeline.rules import Rule

SHORTEST = 3
"""Words: shorter items are headings or crumbs."""

LONG_NAME = 40
"""Words: an item that only names something is shorter."""

NO_ORDER = "câu không mở đầu bằng một động từ giao việc"

_ASSIGNING = (Section.TASKS, Section.ORGANISATION)
_NOT_ASSIGNING = frozenset({Section.PURPOSE, Section.ASSESSMENT, Section.PREAMBLE})


def draft_of(item: Item, analysis: Analysis, context: Context, request: bool) -> Draft | None:
    """The task that an item gives, None where it gives none; with `request` a paragraph must call on somebody."""
    if _is_no_task(item, analysis, context):
        return None
    kind = Kind.TARGET if context.section is Section.TARGET or analysis.test("target") else Kind.ASSIGNMENT
    if request:
        asks = _requests(analysis) or bids(analysis, context.issuer) or (context.asked and goes_on(analysis))
        return Draft(item, analysis, context, kind) if asks else None
    reasons = _doubts_of_order(item, analysis, context)
    return Draft(item, analysis, context, kind, reasons) if reasons is not None else None


def goes_on(analysis: Analysis) -> bool:
    """Whether a paragraph tells those of the one before what else to do: it opens with an order, also behind a case ("Sau mùa lũ
    phải kiểm tra đập") or a word that goes on ("Ngoài ra, ...", "Hằng tháng ..."), a later sentence does and sets a day ("Nếu có
    sai phạm thì xử lý ngay. Báo cáo trước ngày 10/6."), or it only sets one ("Việc rà soát hoàn thành trước ngày 30/5.").
    """
    behind = (analysis.rules.at(rule, analysis.folded, analysis.first) for rule in ("item.case_must", "item.goes_on"))
    if analysis.first in analysis.orders or any(match is not None and match.end() in analysis.orders for match in behind):
        return True
    if analysis.test("due") and analysis.rules.at("item.done_by", analysis.folded, analysis.first):
        return True
    return analysis.test("due") and orders_later(analysis, sentences=True)


def _is_no_task(item: Item, analysis: Analysis, context: Context) -> bool:
    """Whether an item is no task whatever it opens with: by its words, its section, or the list it stands in."""
    if len(analysis.text.split()) < SHORTEST or excluded(analysis, context):
        return True
    if not item.children and only_names(analysis):
        return True
    if _shut_out(analysis, context):
        return True
    if (
        context.cases
        and not analysis.test("due")
        and (_is_paper(analysis) or (not item.marker and _only_a_case(analysis, context)))
    ):
        return True
    return (analysis.test("amends") and not analysis.leads) or _only_told(item, analysis, context)


def _is_paper(analysis: Analysis) -> bool:
    """Whether an item names a paper of a dossier."""
    return analysis.rules.at("item.paper", analysis.folded, analysis.first) is not None


def _only_a_case(analysis: Analysis, context: Context) -> bool:
    """Whether a paragraph below "... trong các trường hợp sau:" only tells one of them ("Làm việc tại nhiều tỉnh;")."""
    return context.section is Section.NORMS and not analysis.leads and not _bound(analysis) and not body_at_start(analysis)


def _shut_out(analysis: Analysis, context: Context) -> bool:
    """Whether an item stands in a section that gives no work, and does not say in its own words that it does."""
    section = context.section
    if section in _NOT_ASSIGNING:
        return not ((section is Section.ASSESSMENT and _amid_assessment(analysis, context)) or _given_amid(analysis, context))
    if section is Section.NORMS:  # who may have what, which papers a dossier holds: only what orders in its own words is work
        led = analysis.leads and not context.in_article and not context.cases
        return not (analysis.orders_at_start() or analysis.test("due") or led or _bound(analysis))
    if section is Section.FUNDING:
        return not (analysis.leads or analysis.test("fund") or analysis.test("due"))
    return False


def _given_amid(analysis: Analysis, context: Context) -> bool:
    """Whether an item of a section that gives no work opens by giving some to a body ("Giao Sở A ..."): by a day, or among the
    points of a meeting.
    """
    given = any(lead.rule == ASSIGNED for lead in analysis.leads) and analysis.rules.at("item.gives", analysis.folded)
    agenda = context.meeting and context.contents
    return bool(given) and (agenda or (context.section is Section.PURPOSE and analysis.test("due")))


def _doubts_of_order(item: Item, analysis: Analysis, context: Context) -> tuple[str, ...] | None:
    """Why it is unsure that an item of a list orders something, none where it does; None where it gives no task."""
    expected = context.ordered or context.section in _ASSIGNING
    ordered = _orders(analysis, context, expected=expected) or _obliges(analysis, context)
    told = context.leads is not None and not context.from_opening and analysis.first in analysis.cues.predicates
    opens = ordered or told or analysis.verb_at_start()
    if not (ordered or expected) or not (item.marker or opens):
        return None
    if opens:
        return ()
    if analysis.test("tells") or _only_sits(analysis) or _names_only(item, analysis, context):
        return None
    return (NO_ORDER,)


def _orders(analysis: Analysis, context: Context, *, expected: bool) -> bool:
    """Whether an item gives an order or names who acts; `expected` tells that its list or section holds orders."""
    if analysis.orders_at_start() or _called_now(analysis) or (expected and acts_within(analysis)):
        return True
    if context.in_article and context.section is not Section.NORMS and office_at_start(analysis):
        return True
    timed = context.section is Section.FUNDING or (context.in_article and _opens_with_time(analysis))
    return timed and analysis.test("due")


def _obliges(analysis: Analysis, context: Context) -> bool:
    """Whether an item lays a duty on somebody, or acts in a list of paragraphs and does not only tell."""
    acts = context.paragraphs and bool(analysis.cues.predicates)
    return analysis.test("oblige") or (acts and not analysis.test("tells"))


def _bound(analysis: Analysis) -> bool:
    """Whether an item says whose duty something is ("Nếu giấy phép sai, Sở A có trách nhiệm cấp lại"): work also among cases."""
    return any(analysis.folded.startswith(" có trách nhiệm", lead.mention.end) for lead in analysis.leads)


def _only_told(item: Item, analysis: Analysis, context: Context) -> bool:
    """Whether an item says what a paper holds, what may be done, what must be so or who speaks in a session ("b) Đánh giá kết quả"
    below "Kết luận gồm những nội dung sau:"): no work, unless it names who is bound to do something, or by when.
    """
    if context.session and analysis.rules.at("item.session_step", analysis.folded):
        return True
    bound = analysis.test("due") or (bool(analysis.leads) and analysis.test("oblige"))
    bound = bound or (context.meeting and any(lead.rule == ASSIGNED for lead in analysis.leads))
    named = bound or any(lead.mention.full_start == analysis.first for lead in analysis.leads)
    return bool(item.marker) and ((context.contents and not bound) or (context.conditions and not named))


def _only_sits(analysis: Analysis) -> bool:
    """Whether an item lists a person without saying what is hers to do ("Ông Lò Văn An, Chủ tịch UBND xã: Phụ trách chung")."""
    told = analysis.run_in is not None and opens_with_verb(analysis.folded[analysis.run_in :])
    return analysis.test("person") and not told


def _names_only(item: Item, analysis: Analysis, context: Context) -> bool:
    """Whether an item only names something ("Công ty cổ phần Sông Hồng;"): no order in it, no verb above that governs it."""
    handed = context.leads is not None and not context.from_opening
    known = context.listed or (context.amid_orders and context.leads is not None) or _acts_first(analysis, handed)
    return not known and not item.children and not analysis.cues.predicates and len(analysis.text.split()) <= LONG_NAME


def _acts_first(analysis: Analysis, handed: bool) -> bool:
    """Whether an item opens with what a subject does ("Viếng nghĩa trang"); below the heading of a body (`handed`) the tagger
    may know a verb that the lexicon does not.
    """
    named = any(mention.full_start <= analysis.first < mention.end for mention in analysis.mentions)
    if named or analysis.test("heading_body") or analysis.rules.at("item.thing_first", analysis.folded, analysis.first):
        return False
    return analysis.first in analysis.cues.acts or (handed and acts(analysis.text[analysis.first :]))


def excluded(analysis: Analysis, context: Context) -> bool:
    """Whether a record of rules/tasks.json says that the item is no task."""
    return any(_holds(rule, analysis, context) for rule in analysis.rules.matching("not", analysis.folded))


def _holds(rule: Rule, analysis: Analysis, context: Context) -> bool:
    """Whether a record that matches holds for an item: none of the cases is there that the record excepts."""
    if context.listed and rule.data.get("unless_listed"):
        return False
    if rule.data.get("unless_led") and analysis.leads:
        return False
    if _acts_beside(rule, analysis) or _ordered_before(rule, analysis):
        return False
    if rule.data.get("unless_called") and _called_behind(analysis):
        return False
    if rule.data.get("by_issuer") and _said_of_another(rule, analysis, context):
        return False
    if rule.data.get("unless_ordered") and (analysis.orders_at_start() or orders_later(analysis) or _led_behind_title(analysis)):
        return False
    if rule.data.get("unless_next") and (orders_later(analysis, sentences=True) or led_later(analysis, sentences=True)):
        return False
    if rule.data.get("unless_later") and (orders_later(analysis) or led_later(analysis)):
        return False
    ordered = context.leads is not None and not context.from_opening  # "UBND cấp huyện: - Thành lập đoàn ..." is told to them
    ordered = ordered or (context.section in _ASSIGNING and not _decided_here(analysis))
    return not rule.data.get("articles_only") or (context.in_article and not ordered)


def _decided_here(analysis: Analysis) -> bool:
    """Whether a paper itself does what an item says ("Ban hành kèm theo Quyết định này ..."), also among the tasks of a scheme."""
    return analysis.rules.has("item.in_this_paper", analysis.folded)


def _acts_beside(rule: Rule, analysis: Analysis) -> bool:
    """Whether somebody does something before the words of a formula ("Sở Tài chính xuất cấp gạo và chịu trách nhiệm thi hành")
    or behind the sign of a seat ("Thư ký: ông Hải lập biên bản"), where the record asks for that.
    """
    tail = regex.search(rule.data["acts_before"], analysis.folded) if "acts_before" in rule.data else None
    sign = regex.search(rule.data["acts_behind"], analysis.folded) if "acts_behind" in rule.data else None
    start, end = (sign.end() if sign else 0), (tail.start() if tail else len(analysis.text) if sign else 0)
    return any(
        start <= at < end and analysis.cues.strong(at) and not any(m.full_start <= at < m.end for m in analysis.mentions)
        for at in analysis.cues.predicates
        if analysis.rules.at("item.organisations", analysis.folded, at) is None
    )


def _said_of_another(rule: Rule, analysis: Analysis, context: Context) -> bool:
    """Whether a formula of the issuer ("UBND tỉnh thông báo đến các sở biết") is said of another body: that one is told to do so.
    An office passes on what those above it said, whoever's letterhead it writes on.
    """
    match = rule.pattern.search(analysis.folded)
    who = (match["who"] or "") if match else ""
    if not who or not context.issuer:
        return False
    return not who.startswith("văn phòng") and not is_issuer(who, context.issuer, analysis.rules)


def _called_behind(analysis: Analysis) -> bool:
    """Whether a clause behind the first calls on a body, whatever the first tells ("Thời gian qua, xe quá tải gia tăng. UBND tỉnh
    yêu cầu Sở A kiểm tra ...").
    """
    called = (lead.mention.full_start for lead in analysis.leads if lead.rule == ASSIGNED)
    return any(analysis.rules.find("item.call_behind", analysis.folded, 0, at) for at in called)


def _ordered_before(rule: Rule, analysis: Analysis) -> bool:
    """Whether an order stands in front of the words of a formula, where the record asks for that ("Sở Y tế rà soát hồ sơ; nếu có
    vướng mắc, báo cáo UBND tỉnh"): one that only has a paper carried out is none.
    """
    formula = regex.search(rule.data["unless_before"], analysis.folded) if "unless_before" in rule.data else None
    if formula is None:
        return False
    ends = [lead.mention.end for lead in analysis.leads if lead.mention.end < formula.start()]
    starts = ends or ([analysis.first] if analysis.orders_at_start() else [])
    acts = [
        at
        for at in analysis.cues.predicates | analysis.cues.acts
        if not any(mention.full_start <= at < mention.end for mention in analysis.mentions)
    ]
    return any(
        any(start <= at < stop for at in acts) and not analysis.rules.has("item.only_carries_out", analysis.folded[start:stop])
        for start, stop in pairwise((*starts, formula.start()))
    )


def _led_behind_title(analysis: Analysis) -> bool:
    """Whether a body opens what stands behind a run-in heading and leads it ("Về kinh phí dập dịch: Bộ Tài chính cấp đủ ...")."""
    return any(lead.mention.full_start == analysis.run_in for lead in analysis.leads)


def _amid_assessment(analysis: Analysis, context: Context) -> bool:
    """Whether a sentence of the assessment or behind it calls on somebody ("Kho ẩm, mái dột. Yêu cầu Văn phòng đưa hồ sơ đi khử
    ẩm."); where it is one only by its name, also whether somebody is told to act there ("Vụ Pháp chế tổng hợp, báo cáo Bộ").
    """
    called = (lead.mention.full_start for lead in analysis.leads if lead.rule == ASSIGNED)
    if any(analysis.rules.find("item.call_opens", analysis.folded, 0, at) for at in called):
        return True
    return context.topic and not analysis.test("tells") and (_acts_at_start(analysis) or _urges(analysis))


def _acts_at_start(analysis: Analysis) -> bool:
    """Whether an item opens with a body that leads, also behind a run-in heading, and is not praised."""
    opens = any(lead.mention.full_start in (analysis.first, analysis.run_in) for lead in analysis.leads)
    return opens and not analysis.rules.has("part.praises", analysis.folded)


def _urges(analysis: Analysis) -> bool:
    """Whether an item opens with an order, also behind a run-in heading, and tells no figure that was reached."""
    opens = analysis.opens_with_order() or analysis.run_in in analysis.orders
    return opens and not analysis.rules.has("part.measures", analysis.folded)


def _opens_with_time(analysis: Analysis) -> bool:
    """Whether an article opens with when somebody sends something ("Hằng tháng, Cảng vụ gửi báo cáo trước ngày 20")."""
    return analysis.rules.at("item.opens_with_time", analysis.folded) is not None


def _called_now(analysis: Analysis) -> bool:
    """Whether a body leads by what the item says, not by what it tells ("Phòng đã đề nghị UBND huyện cấp kinh phí")."""
    starts = (lead.mention.full_start for lead in analysis.leads)
    return any(analysis.rules.find("item.called_before", analysis.folded, 0, start) is None for start in starts)


def _requests(analysis: Analysis) -> bool:
    """Whether a paragraph of a letter without numbered items calls on somebody to do something."""
    asks = bool(analysis.leads) or calls_on_addressees(analysis)
    return asks or analysis.test("sends") or (analysis.orders_at_start() and analysis.test("order"))
