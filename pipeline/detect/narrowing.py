"""Which drafts are work by the kind of their paper, and whom those mean that name nobody.

In: the drafts of the walk, the outline.  Out: those that stay, with the bodies that the head or the title of the paper gives them.
Promise: a paper that is of no such kind keeps all its drafts; what names its own leads keeps them.
Source: ANNOTATION rules, "A task", 5.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.directive import Capacity, Role
from models.outline import Outline, Section
from pipeline.detect.acting import body_at_start
from pipeline.detect.addressed import addressees_called
from pipeline.detect.analysis import Analysis
from pipeline.detect.draft import Analyser, Context, Draft
from pipeline.detect.finding import ASSIGNED
from pipeline.detect.met import met_leads
from pipeline.detect.role_rules import RoleRules
from pipeline.detect.titled import body_of_title, tells_its_duties
from pipeline.rules.directory import load_directory
from pipeline.rules.folding import fold_same_length

__all__ = ["Paper", "asks", "kept", "more_than_formulas", "name_leads", "paper_of"]

LAST_WORDS = 2
"""Paragraphs at the end of a letter in which it says that it answers."""


FIRST_ARTICLE = "Điều 1"


@dataclass(frozen=True, slots=True)
class Paper:
    """Of what kind a paper is, where that tells which of its items are work: `grants` a decision on who may decide, `publishes` one
    that makes procedures public, `norms` one of norms, `answers` a letter that only answers a question, `asked` one that opens with
    what it was asked and calls on nobody; `written_to` are its addressees (`_spellings`); `decided` is what a decision does
    itself, by its title ("Về việc đặt tên đường ...").
    """

    grants: bool
    publishes: bool
    norms: bool
    answers: bool
    asked: bool
    written_to: frozenset[str]
    decided: str = ""


def paper_of(outline: Outline, context: Context, analyser: Analyser) -> Paper:
    """The kind of a paper by its head, its articles and its sentences; `context` is what its opening tells."""
    rules, decides = analyser(outline.letterhead.subject).rules, _decides(outline)
    subject = fold_same_length(outline.letterhead.subject.text)
    asked = context.leads is None and _was_asked(outline, analyser)
    return Paper(
        grants=decides and rules.has("paper.grants", subject),
        publishes=decides and rules.has("paper.publishes", subject),
        norms=(decides and rules.has("paper.regulates", subject)) or _is_of_norms(outline, rules) or _has_scope(outline, rules),
        answers=_answers(outline, analyser),
        asked=asked,
        written_to=_addressed(outline, analyser) if asked else frozenset(),
        decided=_decided(outline, rules),
    )


def kept(drafts: Iterable[Draft], paper: Paper) -> list[Draft]:
    """The drafts that are work in a paper of its kind."""
    return [draft for draft in drafts if _is_work(draft, paper)]


def _is_work(draft: Draft, paper: Paper) -> bool:
    """Whether no kind that the paper is of tells that an item is none."""
    if (paper.grants and _only_grants(draft.analysis)) or _is_what_is_decided(draft, paper):
        return False
    if paper.publishes and not _is_of_decision(draft):
        return False
    if paper.norms and not _assigns(draft):
        return False
    if paper.answers:
        return asks(draft.analysis) or _sets_time(draft.analysis)
    return not paper.asked or asks(draft.analysis) or draft.analysis.test("due") or _told_to(draft, paper)


def asks(analysis: Analysis) -> bool:
    """Whether a paragraph calls on somebody, and does not tell that it was done ("Bộ Chính trị đã yêu cầu ...")."""
    calls = analysis.test("sends") or any(lead.rule == ASSIGNED for lead in analysis.leads)
    return calls and not analysis.test("tells")


def name_leads(drafts: Iterable[Draft], outline: Outline, analyser: Analyser) -> None:
    """Give drafts the bodies that they mean by "Quý Sở", that a meeting was with, or that the title of the paper is about."""
    whose = body_of_title(outline, analyser)
    for draft in drafts:
        called = None if draft.analysis.leads else addressees_called(draft.analysis, outline, analyser)
        draft.context = replace(draft.context, leads=called) if called else draft.context
        met = met_leads(draft, outline.letterhead.issuer.text)
        draft.context = replace(draft.context, leads=met, from_opening=True) if met else draft.context
        if whose is not None and tells_its_duties(draft):
            draft.context = replace(draft.context, leads=whose)


def more_than_formulas(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that only have the paper carried out; where there are no others, these."""
    told = [draft for draft in drafts if not draft.analysis.test("carry_out")]
    return told or drafts


def _only_grants(analysis: Analysis) -> bool:
    """Whether an item says who may decide what, and nothing that is due."""
    return analysis.test("grants") and not analysis.test("due")


def _is_what_is_decided(draft: Draft, paper: Paper) -> bool:
    """Whether the first article of a decision only does what its title says, and calls on nobody ("Điều 1. Đặt tên 15 tuyến đường
    ..." below "Về việc đặt tên đường").
    """
    analysis = draft.analysis
    if not paper.decided or draft.item.path != (FIRST_ARTICLE,) or analysis.leads or analysis.test("due"):
        return False
    return analysis.folded.startswith(paper.decided, analysis.first)


def _is_of_decision(draft: Draft) -> bool:
    """Whether an item is one of the decision itself, not a step of a procedure that it makes public."""
    return draft.context.in_article or bool(draft.analysis.leads)


def _assigns(draft: Draft) -> bool:
    """Whether an item of a document of norms gives somebody work: a norm that names nobody is none."""
    told = draft.context.duties or (draft.context.section in (Section.TASKS, Section.ORGANISATION) and not draft.reasons)
    told = told or "có trách nhiệm" in draft.analysis.folded or draft.analysis.test("due")
    named = bool(draft.analysis.leads) or draft.context.leads is not None or bool(body_at_start(draft.analysis))
    return told or named or any(finding.role is Role.LEAD for finding in draft.analysis.judgement.added)


def _sets_time(analysis: Analysis) -> bool:
    """Whether an item names somebody and a day by which something is to be there."""
    return bool(analysis.leads) and analysis.test("due")


def _told_to(draft: Draft, paper: Paper) -> bool:
    """Whether an item of a letter that answers gives work to somebody: to one to whom it is written, or to who shall chair."""
    leads = draft.analysis.leads
    names = [spelt for lead in leads for spelt in _spellings(lead.name)]
    return any(name in addressee for name in names for addressee in paper.written_to) or any(
        lead.capacity is Capacity.CHU_TRI for lead in leads
    )


def _addressed(outline: Outline, analyser: Analyser) -> frozenset[str]:
    """The addressees of a letter, each line and each body that is named in it."""
    lines = outline.letterhead.addressees
    names = (mention.name for line in lines for mention in analyser(line).mentions)
    return frozenset(spelt for name in (*(line.text for line in lines), *names) for spelt in _spellings(name))


def _spellings(name: str) -> tuple[str, str]:
    """The words of a name as the directory compares them, as it is written and in full ("Sở KH&ĐT": Sở Kế hoạch và Đầu tư), parted
    and closed by spaces: "Sở Nội vụ" is found in "Sở Nội vụ tỉnh Lào Cai", "Cục Thuế" not in "Cục Thuế quan".
    """
    directory = load_directory()
    known = directory.resolve(name, on=None)
    in_full = known.canonical if known and known.canonical else name
    return f" {directory.naming.key(name)} ", f" {directory.naming.key(in_full)} "


def _decides(outline: Outline) -> bool:
    """Whether a document is a decision or a resolution."""
    return outline.letterhead.type_name.text.upper().startswith(("QUYẾT ĐỊNH", "NGHỊ QUYẾT"))


def _decided(outline: Outline, rules: RoleRules) -> str:
    """What a decision does itself, in the words of its title ("đặt tên"); empty where it is of another kind."""
    subject = fold_same_length(outline.letterhead.subject.text)
    enacts = _decides(outline) and rules.at("paper.enacts", subject)
    return enacts["deed"] if enacts else ""


def _is_of_norms(outline: Outline, rules: RoleRules) -> bool:
    """Whether a document is of a type that holds norms only, also where its article on the scope was lost or has another title."""
    return rules.has("paper.of_norms", fold_same_length(outline.letterhead.type_name.text))


def _has_scope(outline: Outline, rules: RoleRules) -> bool:
    """Whether a document has an article on its scope, as those of norms have."""
    articles = (item for top in outline.body for item in (top, *top.children) if item.marker.startswith("Điều"))
    return any(rules.has("paper.scope", fold_same_length(item.passage.text)) for item in articles)


def _answers(outline: Outline, analyser: Analyser) -> bool:
    """Whether a letter only answers a question ("Cục Thuế trả lời để Công ty biết"): it says what the law is, and asks little."""
    last = (*outline.opening[-LAST_WORDS:], *outline.closing)
    return not outline.letterhead.type_name.text and any(analyser(item.passage).test("answers") for item in last)


def _was_asked(outline: Outline, analyser: Analyser) -> bool:
    """Whether a letter opens by telling that somebody asked ("Bộ Nội vụ nhận được công văn của Sở A đề nghị hướng dẫn ..."), and
    goes on to answer: what a council heard of, or what is passed on with an order, is work for others.
    """
    rules, issuer = analyser(outline.letterhead.subject).rules, fold_same_length(outline.letterhead.issuer.text)
    if outline.letterhead.type_name.text or rules.has("asked.issuer_orders", issuer):
        return False
    opening = [analyser(item.passage) for item in outline.opening]
    ordered = any(rules.has("asked.ordered", analysis.folded) for analysis in opening)
    return not ordered and any(analysis.test("asked") for analysis in opening)
