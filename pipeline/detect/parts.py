"""What part of a paper an item opens or stands in: its own title tells, and so do the titles beside it and the kind of the paper.

In: the outline, an item among its sisters, the context above it.  Out: the context of the item.
Promise: a title means the same wherever it stands, but in a paper that tells what was concluded: there "Yêu cầu" behind an
assessment heads orders, and "Về tình hình dịch bệnh" among other topics is one of them.
Source: ANNOTATION rules, "A task", 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from models.outline import Item, Outline, Section
from pipeline.detect.draft import Analyser, Context
from pipeline.detect.headings import heading_leads
from pipeline.detect.role_rules import RoleRules
from pipeline.rules.folding import fold_same_length

__all__ = ["calls_to_a_meeting", "concludes", "enter", "is_about_a_body", "resolves_in_session"]

AGENDA = regex.compile(r"^về\s", regex.IGNORECASE)
"""How a point of the agenda begins in what a session of the Government resolves."""
LONGEST_TITLE = 200
"""Characters of the title of an enclosed paper."""
_CONCLUDES = ("THÔNG BÁO", "KẾT LUẬN", "BIÊN BẢN")
"""Types of papers that tell what was concluded: first how things stand, then what is to be done."""
_WORK = (Section.TASKS, Section.ORGANISATION)


def resolves_in_session(outline: Outline) -> bool:
    """Whether a paper is a resolution of the Government: what it orders stands below the points of an agenda ("1. Về tình hình kinh
    tế - xã hội tháng 5"), of which some are named like an assessment.
    """
    resolves = outline.letterhead.type_name.text.upper().startswith("NGHỊ QUYẾT")
    return resolves and fold_same_length(outline.letterhead.issuer.text).strip() == "chính phủ"


def concludes(outline: Outline) -> bool:
    """Whether a paper tells what was concluded: in a meeting, on a visit, by an inspection."""
    return outline.letterhead.type_name.text.upper().startswith(_CONCLUDES)


def is_about_a_body(outline: Outline, rules: RoleRules) -> bool:
    """Whether a paper lays down what a body is for and how it is built: its duties and powers are functions, no work."""
    unnumbered = (item.passage.text for item in outline.body if not item.marker)
    titles = (outline.letterhead.subject.text, *(text for text in unnumbered if len(text) <= LONGEST_TITLE))
    return any(rules.has("part.paper_on_functions", fold_same_length(title)) for title in titles)


def calls_to_a_meeting(outline: Outline, rules: RoleRules) -> bool:
    """Whether a paper calls to a meeting, by its title: what it lists as contents is the agenda; the title of a paper of no known
    type stands at the head of its text ("THÔNG TRI / Triệu tập dự Lễ khai giảng").
    """
    title = outline.letterhead.type_name.text + " " + outline.letterhead.subject.text
    if not title.strip() and outline.opening:
        title = outline.opening[0].passage.text
    return rules.has("part.paper_on_meeting", fold_same_length(title))


def enter(item: Item, sisters: Sequence[Item], context: Context, analyser: Analyser) -> Context:
    """The context of an item: that from above, and the part of the paper that its title opens."""
    rules = analyser(item.passage).rules
    own, topic = item.section, context.topic
    if own is Section.PURPOSE and context.section is not Section.PURPOSE and _demands(item, sisters, context, analyser):
        own = Section.TASKS
    if own is Section.PURPOSE and not context.functions and rules.has("part.duties_of_body", fold_same_length(item.passage.text)):
        own = Section.TASKS
    if own is Section.ASSESSMENT:
        topic = context.concludes and _is_topic(item, sisters, rules)
    told = context.section is Section.ASSESSMENT and own is Section.TASKS  # "1. Công tác chuẩn bị" of what was done
    section = context.section if told else own or context.section
    if context.agenda and item.section is Section.ASSESSMENT and item.marker and AGENDA.match(item.passage.text):
        section = context.section
    article = context.in_article or item.marker.startswith("Điều")
    return replace(context, section=section, topic=topic, in_article=article)


def _demands(item: Item, sisters: Sequence[Item], context: Context, analyser: Analyser) -> bool:
    """Whether "III. Yêu cầu" heads what is demanded of somebody, not how a plan is to be carried out: it stands behind what was
    found ("II. Tồn tại"), or in a paper of conclusions above orders.
    """
    others = [sister.section for sister in sisters if sister is not item]
    alone = analyser(item.passage).rules.has("part.demands", fold_same_length(item.passage.text))
    if not alone or not item.children or Section.PURPOSE in others:
        return False
    found = Section.ASSESSMENT in others and not any(part in others for part in _WORK)
    return (found or context.concludes) and _order(item.children, analyser)


def _order(items: Sequence[Item], analyser: Analyser) -> bool:
    """Whether one of the items names who shall act, or most open with an order."""
    analyses = [analyser(item.passage) for item in items]
    named = any(analysis.leads or heading_leads(analysis) for analysis in analyses)
    return named or 2 * sum(analysis.orders_at_start() for analysis in analyses) > len(items)


def _is_topic(item: Item, sisters: Sequence[Item], rules: RoleRules) -> bool:
    """Whether a title that sounds like an assessment is one of the topics that were spoken of ("1. Về tình hình dịch bệnh" beside
    "2. Về công tác cán bộ"): the paper has no other part for what is to be done.
    """
    folded = fold_same_length(item.passage.text)
    others = [sister for sister in sisters if sister is not item]
    parts = any(sister.section in _WORK or rules.has("part.of_work", fold_same_length(sister.passage.text)) for sister in others)
    topics = bool(AGENDA.match(item.passage.text)) or any(sister.section is None and sister.marker for sister in others)
    return bool(item.marker) and topics and not parts and not rules.has("part.only_assesses", folded)
