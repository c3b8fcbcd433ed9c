"""Whom a letter means by "Quý Sở", "đơn vị", "các đồng chí", "các đơn vị trên" or "UBND các phường": the addressees of its head, or
those it named before.

In: the analysis of a paragraph, the outline.  Out: the bodies it calls on by such words.
Promise: a polite ending ("rất mong nhận được sự phối hợp của Quý Sở") calls on nobody; of several addressees those of the kind
that is named are meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import regex

from models.directive import Capacity, Role
from models.outline import Item, Outline, Passage
from pipeline.detect.analysis import Analysis
from pipeline.detect.draft import Analyser, Inherited
from pipeline.detect.finding import ASSIGNED
from pipeline.detect.mention_rules import unlisted_body
from pipeline.detect.mentions import Mention
from pipeline.detect.role_rules import RoleRules
from pipeline.detect.roles import RoleFinding
from pipeline.rules.folding import fold_same_length

__all__ = [
    "addressees_called",
    "calls_on_addressees",
    "is_any_comrade",
    "meant_by",
    "named_addressees",
    "named_before",
    "written_to",
]

_SIGNS = " -–+*;.:,"
_SURE = 0.85


def calls_on_addressees(analysis: Analysis) -> bool:
    """Whether a paragraph asks the addressees to do something."""
    return analysis.rules.has("addressed.called", analysis.folded)


def addressees_called(analysis: Analysis, outline: Outline, analyser: Analyser) -> Inherited | None:
    """The addressees that a paragraph calls on by "Quý ...", None where it calls on none of them."""
    match = analysis.rules.find("addressed.called", analysis.folded)
    return _addressees(outline, analyser, _kind(match)) if match else None


def named_before(
    item: Item, analysis: Analysis, called: Sequence[RoleFinding], outline: Outline, analyser: Analyser
) -> Inherited | None:
    """Who is meant where a sentence above a list points back ("Các đơn vị trên có trách nhiệm:") or calls an addressee by its kind
    alone ("Đề nghị đơn vị:"): those whom a sentence before it calls on, else the addressees; None where it names somebody itself.
    """
    if called and all(analysis.rules.whole("addressed.pointed", fold_same_length(finding.mention.name)) for finding in called):
        for before in reversed(outline.opening[: outline.opening.index(item)]):
            leads = tuple(lead for lead in analyser(before.passage).leads if lead.rule == ASSIGNED)
            if leads:
                return Inherited(before.passage, leads)
        return _addressees(outline, analyser, None)
    bare = None if called else analysis.rules.find("addressed.bare", analysis.folded)
    return _addressees(outline, analyser, _kind(bare)) if bare else None


def named_addressees(outline: Outline, analyser: Analyser) -> Inherited | None:
    """The councils that the head of a letter names one by one ("UBND các phường: A, B"); None for less than two of them."""
    heads = [passage.stripped(_SIGNS) for passage in outline.letterhead.addressees if passage.stripped(_SIGNS).text]
    if not heads:
        return None
    passage = reduce(lambda one, other: one.plus(other, "; "), heads)
    mentions, rules = analyser(passage).mentions, analyser(passage).rules
    if any(rules.at("addressed.all_of_kind", fold_same_length(mention.name)) for mention in mentions):
        return None  # "UBND các xã còn lại": not all are named
    named = tuple(_finding(mention) for mention in mentions if _whole("addressed.one_of_kind", mention.name, rules))
    return Inherited(passage, named) if len(named) > 1 else None


def written_to(outline: Outline, analyser: Analyser) -> Inherited | None:
    """All whom the head of a letter addresses; None for a paper without addressees."""
    return _addressees(outline, analyser, None)


def is_any_comrade(name: str, rules: RoleRules) -> bool:
    """Whether a name says no more than that those are meant to whom the letter is written ("các đồng chí Cục trưởng")."""
    return _whole("addressed.comrades", name, rules) is not None


def meant_by(name: str, named: Inherited | None, rules: RoleRules) -> tuple[RoleFinding, ...]:
    """Those named in the head whom a sentence means by "UBND các phường"; none where the name says something else."""
    all_of = _whole("addressed.all_of_kind", name, rules) if named else None
    if named is None or all_of is None:
        return ()
    units = regex.split(r", | và |; ", all_of["units"].replace("các ", ""))
    told = ((finding, _whole("addressed.one_of_kind", finding.name, rules)) for finding in named.findings)
    found = tuple(finding for finding, one in told if one and one["unit"] in units)
    return found if len(found) > 1 else ()


def _whole(rule_id: str, name: str, rules: RoleRules) -> regex.Match[str] | None:
    """What a record reads of a name, where it is the whole of it."""
    match = rules.at(rule_id, fold_same_length(name))
    return match if match and match.end() == len(name) else None


def _kind(match: regex.Match[str]) -> str | None:
    """The kind of addressees that is meant, None where the word is said to each of them."""
    return None if match["any"] else match["kind"]


def _addressees(outline: Outline, analyser: Analyser, kind: str | None) -> Inherited | None:
    """The addressees of the head, those of a kind where one is told and some are of it."""
    named = [passage.stripped(_SIGNS) for passage in outline.letterhead.addressees if passage.stripped(_SIGNS).text]
    of_kind = [passage for passage in named if kind and analyser(passage).folded.startswith((kind, f"các {kind}"))]
    chosen = of_kind or named
    return _bodies(reduce(lambda one, other: one.plus(other, "; "), chosen), analyser) if chosen else None


def _bodies(passage: Passage, analyser: Analyser) -> Inherited:
    mentions = analyser(passage).mentions
    whole = unlisted_body(passage.text, 0, len(passage.text))
    chosen = mentions if mentions and mentions[0].full_start == 0 else (whole,)
    return Inherited(passage, tuple(_finding(mention) for mention in chosen))


def _finding(mention: Mention) -> RoleFinding:
    return RoleFinding(mention, Role.LEAD, Capacity.THUC_HIEN, "role.lead.addressed", _SURE)
