"""Which items of the outline are tasks: a walk over the tree with what headings hand down.

In: the outline and an analysis of each passage.  Out: `Draft` values: a task's item, what it inherits, its labelled lines.
Promise: a heading is no task, a purpose or an assessment is none; each item is looked at once, in order.
Source: ANNOTATION rules, "A task".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from models.directive import Kind, Role
from models.outline import Item, Outline, Section
from pipeline.detect.acting import body_at_start
from pipeline.detect.activities import lists_agenda, says_of_activity, says_of_meeting, titles_an_activity
from pipeline.detect.analysis import Analysis
from pipeline.detect.bidding import directed, is_issuer
from pipeline.detect.draft import Analyser, Context, Draft, Inherited
from pipeline.detect.finding import ASSIGNED
from pipeline.detect.headings import led_at_start
from pipeline.detect.labels import OTHER, Label, bodies_alone, has_date, led_in_brackets, names_doers, read_labels
from pipeline.detect.listing import (
    begins,
    below,
    headings_are_titles,
    headings_name_bodies,
    introduces,
    is_heading,
    lists_parts,
    mostly_orders,
    names_its_own,
    offers,
)
from pipeline.detect.narrowing import asks, kept, more_than_formulas, name_leads, paper_of
from pipeline.detect.openings import activity_above, from_opening, opening_itself, ordered_above, specified_above
from pipeline.detect.ordering import draft_of, excluded, goes_on
from pipeline.detect.parts import enter
from pipeline.detect.posts import is_of_commune, lists_posts, post_of
from pipeline.detect.self_told import without_issuer
from pipeline.detect.shared_labels import hand_down, labels_above, share_labels, tells_of_all, time_of_work, time_works
from pipeline.detect.shared_times import limit_of_list, limit_of_opening, set_limit

LONGEST_HEADING = 12
"""Words of a line that only names who is meant."""
FEWEST_BLOCKS = 2
"""Lines that name who is meant, from which on a list without numbers stands in blocks below them."""


def find_drafts(outline: Outline, analyser: Analyser) -> list[Draft]:
    """Walk over opening, body and closing."""
    drafts: list[Draft] = []
    context = replace(from_opening(outline, analyser), commune=is_of_commune(outline))
    if not outline.body or not context.from_opening:
        before, listed = _paragraphs_listed(outline, context)
        _walk(before, replace(context, leads=None, ordered=False), analyser, drafts, paragraphs_need_request=True)
        _walk(listed, replace(context, paragraphs=True), analyser, drafts)
    if outline.body:  # a letter whose annex has items: what it asks for stands in its paragraphs
        drafts = [draft for draft in drafts if asks(draft.analysis)]
    specified = specified_above(outline, analyser)
    drafts += specified or ordered_above(outline, analyser)
    first = len(drafts)
    activity = activity_above(outline, analyser) if context.from_opening and not specified else []
    drafts += activity
    if not activity:
        _walk(outline.body, context, analyser, drafts)
        if drafts[first:] and all(tells_of_all(label) for label in drafts[-1].labels):
            share_labels(outline.body, drafts[first:], None, context, analyser)
    if specified:  # what stands below is who comes, or what is enclosed
        drafts[first:] = [draft for draft in drafts[first:] if asks(draft.analysis) or draft.analysis.test("due")]
    set_limit(limit_of_opening(outline, context, analyser), drafts[first:])
    time_works([analyser(item.passage) for item in outline.opening], drafts[first:])
    if not drafts and context.from_opening:
        drafts = opening_itself(outline, analyser)
    drafts = kept(drafts, paper_of(outline, context, analyser))
    _closing(outline.closing, context, analyser, drafts)
    if not drafts:  # the last paragraph of a letter may hold its only order ("Bộ A đề nghị Sở B kiểm tra, báo cáo Bộ./.")
        _walk(outline.closing, replace(context, leads=None, ordered=False), analyser, drafts, paragraphs_need_request=True)
        drafts = [draft for draft in drafts if asks(draft.analysis)]
    first_item = _first_item((*outline.opening, *outline.body, *outline.closing))
    for draft in drafts:
        pieces = draft.item.passage.pieces
        draft.behind_items = first_item is not None and bool(pieces) and first_item < pieces[0].start
    name_leads(drafts, outline, analyser)
    return more_than_formulas(drafts)


def _first_item(items: Sequence[Item]) -> int | None:
    """Where the first item with a number or a bullet stands in the document."""
    starts = (item.passage.pieces[0].start for item in items if item.marker and item.passage.pieces)
    below = (_first_item(item.children) for item in items)
    return min((start for start in (*starts, *below) if start is not None), default=None)


def _paragraphs_listed(outline: Outline, context: Context) -> tuple[Sequence[Item], Sequence[Item]]:
    """The opening of a letter, parted behind "... đề nghị các đơn vị làm các việc sau:" where paragraphs without numbers follow."""
    for at, item in enumerate(outline.opening):
        if not outline.body and context.leads is not None and context.leads.passage == item.passage:
            return outline.opening[:at], (*item.children, *outline.opening[at + 1 :])
    return outline.opening, ()


@dataclass(slots=True)
class _Series:
    """A list that is walked over: what all of its items share, and what those so far tell of the next.

    `named`, `titled`: its headings name bodies, or are titles; `orders`: most of its items are; `blocks`: it stands in blocks below
    lines that name who is meant; `posts`: its items begin with posts; `first`: where its drafts begin. `last`: the draft before an
    item; `above`: the labels above the first; `beside`: what a heading without a number, `heading`, hands to the items behind it;
    `spoken`: whom the paragraph before was about.
    """

    items: Sequence[Item]
    context: Context
    analyser: Analyser
    drafts: list[Draft]
    request: bool
    last: Draft | None
    named: bool
    titled: bool
    orders: bool
    blocks: bool
    posts: bool
    first: int
    above: list[Label] = field(default_factory=list)
    beside: Context | None = None
    heading: Item | None = None
    spoken: Inherited | None = None


def _walk(
    items: Sequence[Item],
    context: Context,
    analyser: Analyser,
    drafts: list[Draft],
    *,
    paragraphs_need_request: bool = False,
    last: Draft | None = None,
) -> None:
    """Add the drafts of a list and of all that stands below its items."""
    series = _Series(
        items,
        context,
        analyser,
        drafts,
        paragraphs_need_request,
        last,
        named=headings_name_bodies(items, analyser),
        titled=headings_are_titles(items, analyser),
        orders=mostly_orders(items, analyser),
        blocks=_in_blocks(items, analyser),
        posts=context.commune and lists_posts(items, analyser),
        first=len(drafts),
    )
    for before, item in zip((None, *items), items, strict=False):
        analysis = analyser(item.passage)
        here = _item_context(item, before, analysis, series)
        if _takes_label(item, analysis, series):
            continue
        activity = titles_an_activity(item, analyser)
        draft = _item_draft(item, analysis, here, series, activity=activity)
        if analysis.test("amends") or (analysis.test("encloses") and not _order_something(item.children, analyser)):
            continue  # what is quoted below is a norm, what is listed an enclosure
        if activity and draft is not None:
            rest = [child for child in item.children if not _label(child, analyser(child.passage), draft, item.children, analyser)]
            _walk([child for child in rest if not says_of_activity(analyser(child.passage))], here, analyser, drafts)
        else:
            _descend(item, analysis, here, draft, series)
    hand_down(series.above, drafts[series.first :], context)
    time_works((), [draft for draft in drafts[series.first :] if any(draft.item is item for item in items)])


def _item_context(item: Item, before: Item | None, analysis: Analysis, series: _Series) -> Context:
    """What an item gets from above: from the heading of its list, or from a line without a number between its items."""
    behind_heading = before is series.heading
    if behind_heading and item.marker and not begins(item):
        series.beside = None  # the series of the items above goes on: the heading stood for itself
    series.beside = _begins_anew(before, item, series.context, series.analyser) or series.beside
    led = series.beside if item.marker or behind_heading or series.blocks else None
    here = enter(item, series.items, led or series.context, series.analyser)
    here = replace(here, amid_orders=series.orders, asked=series.request and series.last is not None)
    post = post_of(item, analysis) if series.posts else None
    return replace(here, leads=post, from_opening=False, ordered=True) if post else here


def _takes_label(item: Item, analysis: Analysis, series: _Series) -> bool:
    """Whether an item is a labelled line, which now belongs to the draft before it, or to the list that it stands above."""
    if series.last is not None:
        return _label(item, analysis, series.last, series.items, series.analyser)
    labels = labels_above(item, analysis, more=bool(series.above)) if len(series.drafts) == series.first else ()
    series.above += labels
    return bool(labels)


def _item_draft(item: Item, analysis: Analysis, here: Context, series: _Series, *, activity: bool) -> Draft | None:
    """The task that an item is, which is now the last of its list; None where it is a heading or no task."""
    if not activity and (
        is_heading(item, analysis, titled=series.titled) or says_of_meeting(analysis, series.items, series.analyser)
    ):
        return None
    told, within = _behind_effect(item, analysis), replace(here, ordered=here.ordered or activity)
    draft = draft_of(told, series.analyser(told.passage), within, series.request)
    if draft is not None:
        draft.directed = directed(draft.analysis, here.issuer) if series.request and not item.marker else ()
        series.spoken = _speaks_of(draft, series.spoken)
        series.drafts.append(draft)
        series.last = draft
    return draft


def _descend(item: Item, analysis: Analysis, here: Context, draft: Draft | None, series: _Series) -> None:
    """Walk over what stands below an item, and see what the item tells of it and of the items behind."""
    drafts, count = series.drafts, len(series.drafts)
    behind = draft is not None and item is series.items[-1] and _stands_behind(item, here)
    under = here if behind else below(item, analysis, here, series.named)
    if here.meeting and item.children and lists_agenda(analysis, series.items, series.analyser):
        under = replace(under, contents=True)
    _walk(item.children, under, series.analyser, drafts, last=draft)
    share_labels(item.children, drafts[count:], draft, under, series.analyser)
    set_limit(None if draft else limit_of_list(analysis), drafts[count:])
    alone = item.children and draft is None and not series.request
    if alone and (draft := _of_its_list(item, analysis, here, under, drafts[count:])):
        drafts.insert(count, draft)
        series.last = draft
    if not item.marker and not item.children and draft is None and under.leads is not here.leads:
        series.beside, series.heading = replace(under, section=series.context.section), item  # a heading without a number
    elif series.blocks and draft is None and item.passage.text.rstrip().endswith(":"):
        series.beside = None  # "Đối với công tác báo cáo:" names nobody


def _begins_anew(before: Item | None, item: Item, context: Context, analyser: Analyser) -> Context | None:
    """The context of a list that begins behind the last item of another and a line that says whom it is for ("2. Rà soát hồ sơ. /
    Đối với UBND các huyện: / 1. Bố trí kinh phí."); None where no such line stands between.
    """
    if before is None or not before.marker or not item.marker or not begins(item):
        return None
    last = before
    while last.children:
        last = last.children[-1]
    analysis = analyser(last.passage)
    if last.marker or not introduces(analysis):
        return None
    under = below(last, analysis, context, named=False)
    return replace(under, section=context.section) if under.leads is not context.leads else None


def _of_its_list(item: Item, analysis: Analysis, here: Context, under: Context, below_it: Sequence[Draft]) -> Draft | None:
    """The task that a sentence above a list is itself, where the items of the list are none ("Báo cáo số người làm việc: ...")."""
    if any(child.item.marker for child in below_it):
        return None
    parts = not below_it and lists_parts(item, analysis, here)
    cases = under.section is Section.NORMS and here.section is not Section.NORMS
    told = cases and here.leads is not None and not here.from_opening and analysis.orders_at_start()
    if under.contents and offers(analysis) and not told:
        return None
    dated = cases and analysis.test("due") and bool(body_at_start(analysis))  # "Thủ trưởng đơn vị gửi hồ sơ trước ..., gồm:"
    acts = parts or dated or told or (analysis.leads and (cases or names_its_own(analysis)))
    return draft_of(item, analysis, here, request=False) if acts else None


def _stands_behind(item: Item, context: Context) -> bool:
    """Whether the paragraphs below the last item of a list are about the whole list, which the opening hands to somebody: "2. Sở
    Tài chính bố trí kinh phí." is no heading, and "Báo cáo kết quả về UBND tỉnh trước ngày 30/9." behind it asks all.
    """
    whole = item.passage.text.rstrip().endswith((".", ";")) and bool(item.children)
    return whole and context.from_opening and context.leads is not None and not any(child.marker for child in item.children)


def _order_something(items: Sequence[Item], analyser: Analyser) -> bool:
    return any(analyser(item.passage).orders_at_start() for item in items)


def _speaks_of(draft: Draft, before: Inherited | None) -> Inherited | None:
    """Whom a paragraph without a number is about: the bodies at its start, else those of the paragraph before it."""
    if draft.item.marker:
        return None
    said = without_issuer(
        draft.analysis.leads, draft.analysis, partial(is_issuer, issuer=draft.context.issuer, rules=draft.analysis.rules)
    )
    leads = draft.directed or led_at_start(said, draft.analysis)
    if leads:
        return Inherited(draft.item.passage, leads)
    acts = goes_on(draft.analysis) or draft.analysis.orders_at_start() or draft.analysis.test("sends")
    receivers = {finding.name for finding in draft.analysis.roles if finding.role is Role.REPORT_TO}
    if before is not None and draft.context.leads is None and acts and not receivers.issuperset(f.name for f in before.findings):
        draft.context = replace(draft.context, leads=before, from_opening=True)
    return before


def _label(item: Item, analysis: Analysis, draft: Draft, items: Sequence[Item], analyser: Analyser) -> bool:
    """Take a labelled line ("Cơ quan chủ trì: …") of a list into the draft before it, which stands in the list or above it."""
    beside = any(other is draft.item for other in items)
    labels = read_labels(analysis)
    if not labels and not item.marker and not introduces(analysis):
        labels = led_in_brackets(analysis)
        if not labels and (names_doers(analysis) or (not beside and _only_names_bodies(items, draft, analyser))):
            labels = bodies_alone(analysis)
    numbered = beside and item.marker and item.marker[0] not in "-+*"
    first = len(items) > 1 and items[0] is draft.item and items[1] is item
    undated = first and not has_date(draft.analysis.folded, draft.analysis.rules)
    times = _times_it(analysis, draft) or (undated and _spans(labels))
    if all(label.attribute == OTHER for label in labels) or (numbered and not times):
        return False  # "3. Thời gian thực hiện: ..." is about all the paper
    draft.labels += labels
    guessed = any(label.guessed for label in labels)
    draft.ends_list = not guessed and (beside or not item.marker or item.marker[0] == "*")
    return True


def _times_it(analysis: Analysis, draft: Draft) -> bool:
    """Whether a numbered line tells by its words when the task before it is to be done: "1. Các thôn treo cờ Tổ quốc ...",
    "2. Thời gian treo cờ: ...".
    """
    work = time_of_work(analysis)
    return work is not None and work in draft.analysis.folded


def _spans(labels: Sequence[Label]) -> bool:
    """Whether a line that only says "Thời gian:" names the days, so that it tells of the one task above it: "1. Các thôn treo cờ
    Tổ quốc.", "2. Thời gian: Từ ngày 29/4 đến hết ngày 03/5."
    """
    rules = labels[0].analysis.rules if labels else None
    return rules is not None and all(
        label.attribute == "time" and rules.at("labels.span", label.analysis.folded) for label in labels
    )


def _only_names_bodies(items: Sequence[Item], draft: Draft, analyser: Analyser) -> bool:
    """Whether a task that names nobody has below it one line more than labels: a column of a table, read as text."""
    told = draft.analysis.leads or draft.item.passage.text.rstrip().endswith(":")
    unlabelled = [item for item in items if not read_labels(analyser(item.passage))]
    return not told and len(unlabelled) == 1 and not unlabelled[0].marker and not unlabelled[0].children


def _in_blocks(items: Sequence[Item], analyser: Analyser) -> bool:
    """Whether a list without numbers stands in blocks below lines that name who is meant ("Văn phòng Bộ:", then paragraphs)."""
    if any(item.marker for item in items):
        return False
    short = (
        item for item in items if item.passage.text.rstrip().endswith(":") and len(item.passage.text.split()) <= LONGEST_HEADING
    )
    return sum(bool(bodies_alone(analyser(item.passage))) for item in short) >= FEWEST_BLOCKS


def _behind_effect(item: Item, analysis: Analysis) -> Item:
    """An item without the sentences that say from when on the paper holds, where an order stands behind them ("Kế hoạch này có
    hiệu lực kể từ ngày ký. Giao Sở Nội vụ theo dõi, báo cáo hằng quý.").
    """
    effect = None if item.children else analysis.rules.at("closing.effect", analysis.folded)
    return replace(item, passage=item.passage.slice(effect.end(), len(item.passage.text))) if effect else item


def _closing(items: Sequence[Item], context: Context, analyser: Analyser, drafts: list[Draft]) -> None:
    """A closing sentence is a task when it orders a report or gives somebody a piece of work of its own."""
    alone = not drafts
    for paragraph in items:
        item = _behind_effect(paragraph, analyser(paragraph.passage))
        analysis = analyser(item.passage)
        # "…; nếu có vướng mắc, báo cáo …" stands behind what is ordered.
        trouble = analysis.rules.find("opening.trouble", analysis.folded)
        told = analysis.folded[: trouble.start()] if trouble else analysis.folded
        ordered = any(lead.mention.start < len(told) for lead in analysis.leads) or analysis.first in analysis.orders
        ordered = ordered or analysis.test("sends")
        reports = ordered and has_date(told, analysis.rules) and analysis.rules.first("report", told) is not None
        if excluded(analysis, Context()) and not alone and not (trouble and reports):
            continue
        follows = any(f.rule == ASSIGNED for f in analysis.leads) and analysis.rules.has("opening.follows", analysis.folded)
        looks_after = any(
            lead.mention.full_start <= analysis.first
            and analysis.rules.at("opening.looks_after", analysis.folded, lead.mention.end)
            for lead in analysis.leads
        )
        works = any(
            lead.rule == ASSIGNED
            and lead.mention.end <= len(told)
            and analysis.rules.at("opening.works", analysis.folded, lead.mention.end)
            for lead in analysis.leads
        )
        if reports or follows or looks_after or works:
            drafts.append(Draft(item, analysis, context, Kind.ASSIGNMENT))


def context_of(outline: Outline, trail: Sequence[tuple[Sequence[Item], Item]], item: Item, analyser: Analyser) -> Context:
    """The context of an item, by the items above it: `trail` names each of them with its sisters, the outermost first."""
    context = from_opening(outline, analyser)
    for sisters, above in trail:
        here = enter(above, sisters, context, analyser)
        context = below(above, analyser(above.passage), here, headings_name_bodies(sisters, analyser))
    return enter(item, (), context, analyser)
