"""Which items tell somebody to do something: a task in the making, or nothing.

In: an item, its analysis, what it gets from above.  Out: a `Draft`, or None.
Promise: a purpose, an assessment, a name or a formula is no task; what is unsure says why.
Source: ANNOTATION rules, "A task".
"""

from __future__ import annotations

from models.directive import Kind
from models.outline import Item, Section
from pipeline.detect.acting import acts_within, led_later, orders_later
from pipeline.detect.addressed import calls_on_addressees
from pipeline.detect.analysis import Analysis
from pipeline.detect.draft import Context, Draft

SHORTEST = 3
"""Words: shorter items are headings or crumbs."""

LONG_NAME = 40
"""Words: an item that only names something is shorter."""

NO_ORDER = "câu không mở đầu bằng một động từ giao việc"

_NOT_ASSIGNING = frozenset({Section.PURPOSE, Section.ASSESSMENT, Section.PREAMBLE})


def draft_of(item: Item, analysis: Analysis, context: Context, request: bool) -> Draft | None:
    """The task that an item gives, None where it gives none; with `request` a paragraph must call on somebody."""
    if len(analysis.text.split()) < SHORTEST or context.section in _NOT_ASSIGNING or excluded(analysis, context):
        return None
    if analysis.test("amends") and not analysis.leads:
        return None
    kind = Kind.TARGET if context.section is Section.TARGET or analysis.test("target") else Kind.ASSIGNMENT
    expected = context.ordered or context.section in (Section.TASKS, Section.ORGANISATION)
    acts = analysis.orders_at_start() or bool(analysis.leads) or (expected and acts_within(analysis))
    acts = acts or (context.section is Section.FUNDING and analysis.test("due"))
    if context.section is Section.FUNDING and not (analysis.leads or analysis.test("fund") or analysis.test("due")):
        return None
    if request:
        return Draft(item, analysis, context, kind) if _requests(analysis) else None
    obliged = analysis.test("oblige") or (context.paragraphs and bool(analysis.cues.predicates) and not analysis.test("tells"))
    if not item.marker and not acts and not obliged and not analysis.verb_at_start():
        return None
    if acts or obliged or expected:
        reasons = () if acts or obliged or analysis.verb_at_start() else (NO_ORDER,)
        if reasons and (analysis.test("tells") or analysis.test("person") or _names_only(item, analysis, context)):
            return None
        return Draft(item, analysis, context, kind, reasons)
    return None


def _names_only(item: Item, analysis: Analysis, context: Context) -> bool:
    """Whether an item only names something ("Công ty cổ phần Sông Hồng;"): no order in it, no verb above that governs it."""
    known = context.listed or (context.amid_orders and context.leads is not None)
    return not known and not item.children and not analysis.cues.predicates and len(analysis.text.split()) <= LONG_NAME


def excluded(analysis: Analysis, context: Context) -> bool:
    """Whether a record of rules/tasks.json says that the item is no task."""
    rule = analysis.rules.first("not", analysis.folded)
    if rule is None or (context.listed and rule.data.get("unless_listed")):
        return False
    if rule.data.get("unless_ordered") and (analysis.orders_at_start() or orders_later(analysis)):
        return False
    if rule.data.get("unless_later") and (orders_later(analysis) or led_later(analysis)):
        return False
    return context.in_article or not rule.data.get("articles_only")


def _requests(analysis: Analysis) -> bool:
    """Whether a paragraph of a letter without numbered items calls on somebody to do something."""
    asks = bool(analysis.leads) or calls_on_addressees(analysis)
    return asks or analysis.test("sends") or (analysis.orders_at_start() and analysis.test("order"))
