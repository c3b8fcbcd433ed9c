"""Whom a letter means by "Quý Sở": the addressees of its head.

In: the analysis of a paragraph, the addressees of the outline.  Out: the bodies it calls on by that word.
Promise: a polite ending ("rất mong nhận được sự phối hợp của Quý Sở") calls on nobody; of several addressees those of the kind
that is named are meant.
"""

from __future__ import annotations

from functools import reduce

import regex

from models.directive import Capacity, Role
from models.outline import Outline, Passage
from pipeline.detect.analysis import Analysis
from pipeline.detect.draft import Analyser, Inherited
from pipeline.detect.mention_rules import unlisted_body
from pipeline.detect.mentions import Mention
from pipeline.detect.roles import RoleFinding

__all__ = ["addressees_called", "calls_on_addressees"]

_CALLED = regex.compile(
    r"\b(?:đề nghị|yêu cầu|mong|nhờ)\s+(?:lãnh đạo )?quý\s+"
    r"(?P<kind>sở|cơ quan|đơn vị|ban|bộ|ủy ban|công ty|trường|tỉnh|địa phương|phòng|cục|hội|tổ chức|doanh nghiệp|viện|ngân hàng|"
    r"tòa|vị|ông|bà|đồng chí|nhà trường)\b"
)
_ANY_KIND = ("cơ quan", "đơn vị", "địa phương", "tổ chức", "vị", "ông", "bà", "đồng chí")
"""Words that are said to every addressee."""
_SIGNS = " -–+*;.:,"
_SURE = 0.85


def calls_on_addressees(analysis: Analysis) -> bool:
    """Whether a paragraph asks the addressees to do something."""
    return _CALLED.search(analysis.folded) is not None


def addressees_called(analysis: Analysis, outline: Outline, analyser: Analyser) -> Inherited | None:
    """The addressees that a paragraph calls on by "Quý ...", None where it calls on none of them."""
    match = _CALLED.search(analysis.folded)
    if match is None:
        return None
    named = [passage.stripped(_SIGNS) for passage in outline.letterhead.addressees if passage.stripped(_SIGNS).text]
    kind = match.group("kind")
    of_kind = [passage for passage in named if kind in _ANY_KIND or analyser(passage).folded.startswith((kind, f"các {kind}"))]
    chosen = of_kind or named
    return _bodies(reduce(lambda one, other: one.plus(other, "; "), chosen), analyser) if chosen else None


def _bodies(passage: Passage, analyser: Analyser) -> Inherited:
    mentions = analyser(passage).mentions
    whole = unlisted_body(passage.text, 0, len(passage.text))
    chosen = mentions if mentions and mentions[0].full_start == 0 else (whole,)
    return Inherited(passage, tuple(_finding(mention) for mention in chosen))


def _finding(mention: Mention) -> RoleFinding:
    return RoleFinding(mention, Role.LEAD, Capacity.THUC_HIEN, "role.lead.addressed", _SURE)
