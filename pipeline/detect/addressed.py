"""Whom a letter means by "Quý Sở", "đơn vị", "các đơn vị trên" or "UBND các phường": the addressees of its head, or those it named
before.

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
from pipeline.detect.mention_rules import unlisted_body
from pipeline.detect.mentions import Mention
from pipeline.detect.roles import RoleFinding
from pipeline.rules.folding import fold_same_length

__all__ = ["addressees_called", "calls_on_addressees", "meant_by", "named_addressees", "named_before"]

_CALLED = regex.compile(
    r"\b(?:đề nghị|yêu cầu|mong|nhờ|lưu ý|(?:thông báo|thông tin|triển khai|phổ biến|gửi) (?:đến|tới|để))\s+"
    r"(?:các )?(?:lãnh đạo )?quý\s+"
    r"(?P<kind>sở|cơ quan|đơn vị|ban|bộ|ủy ban|công ty|trường|tỉnh|địa phương|phòng|cục|hội|tổ chức|doanh nghiệp|viện|ngân hàng|"
    r"tòa|vị|ông|bà|đồng chí|nhà trường)\b"
)
_BARE = regex.compile(
    r"\b(?:đề nghị|yêu cầu) (?P<kind>đơn vị|cơ quan|địa phương|công ty|doanh nghiệp|nhà trường)"
    r"(?:\s*:|\s+(?:cần |phải |tiếp tục |khẩn trương |nghiêm túc )*(?:thực hiện|triển khai|làm rõ|giải trình|bổ sung|báo cáo)\b)"
)
"""An addressee that is called by its kind alone, above a list."""
_POINTED = regex.compile(
    r"(?:(?:các|những) )?(?:cơ quan|đơn vị|địa phương|tổ chức|sở|ban|ngành|bộ|phòng|doanh nghiệp|trường)"
    r"(?:(?:,| và) (?:cơ quan|đơn vị|địa phương|tổ chức|ban|ngành|đoàn thể))* (?:(?:có tên|nêu|nói|kể) )?(?:ở )?trên(?: đây)?"
)
_ANY_KIND = ("cơ quan", "đơn vị", "địa phương", "tổ chức", "vị", "ông", "bà", "đồng chí")
"""Words that are said to every addressee."""
_UNIT = r"(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)"
_ALL_OF_KIND = regex.compile(
    rf"(?:(?:ubnd|[uủ][yỷ] ban nhân dân|hđnd|hội đồng nhân dân) )?các (?P<units>{_UNIT}(?:(?:, | và |; )(?:các )?{_UNIT})*)"
    r"(?: (?:(?:nêu|có tên|kể|nói|gửi) )?(?:ở )?trên| (?:có tên|nêu) (?:trong|tại) (?:phần )?kính gửi)?"
)
"""All councils of a kind, as a sentence calls them that are named one by one in the head."""
_ONE_OF_KIND = regex.compile(
    rf"(?:(?:ubnd|[uủ][yỷ] ban nhân dân|hđnd|hội đồng nhân dân) )?(?P<unit>{_UNIT}) (?!{_UNIT}\b|các |cấp )\p{{L}}.*"
)
_SIGNS = " -–+*;.:,"
_SURE = 0.85


def calls_on_addressees(analysis: Analysis) -> bool:
    """Whether a paragraph asks the addressees to do something."""
    return _CALLED.search(analysis.folded) is not None


def addressees_called(analysis: Analysis, outline: Outline, analyser: Analyser) -> Inherited | None:
    """The addressees that a paragraph calls on by "Quý ...", None where it calls on none of them."""
    match = _CALLED.search(analysis.folded)
    return _addressees(outline, analyser, match.group("kind")) if match else None


def named_before(
    item: Item, analysis: Analysis, called: Sequence[RoleFinding], outline: Outline, analyser: Analyser
) -> Inherited | None:
    """Who is meant where a sentence above a list points back ("Các đơn vị trên có trách nhiệm:") or calls an addressee by its kind
    alone ("Đề nghị đơn vị:"): those whom a sentence before it calls on, else the addressees; None where it names somebody itself.
    """
    if called and all(_POINTED.fullmatch(finding.mention.name.lower()) for finding in called):
        for before in reversed(outline.opening[: outline.opening.index(item)]):
            leads = tuple(lead for lead in analyser(before.passage).leads if lead.rule == "role.lead.assign")
            if leads:
                return Inherited(before.passage, leads)
        return _addressees(outline, analyser, "đơn vị")
    bare = None if called else _BARE.search(analysis.folded)
    return _addressees(outline, analyser, bare.group("kind")) if bare else None


def named_addressees(outline: Outline, analyser: Analyser) -> Inherited | None:
    """The councils that the head of a letter names one by one ("UBND các phường: A, B"); None for less than two of them."""
    heads = [passage.stripped(_SIGNS) for passage in outline.letterhead.addressees if passage.stripped(_SIGNS).text]
    if not heads:
        return None
    passage = reduce(lambda one, other: one.plus(other, "; "), heads)
    mentions = analyser(passage).mentions
    if any(_ALL_OF_KIND.match(fold_same_length(mention.name)) for mention in mentions):
        return None  # "UBND các xã còn lại": not all are named
    named = tuple(_finding(mention) for mention in mentions if _ONE_OF_KIND.fullmatch(fold_same_length(mention.name)))
    return Inherited(passage, named) if len(named) > 1 else None


def meant_by(name: str, named: Inherited | None) -> tuple[RoleFinding, ...]:
    """Those named in the head whom a sentence means by "UBND các phường"; none where the name says something else."""
    all_of = _ALL_OF_KIND.fullmatch(fold_same_length(name)) if named else None
    if named is None or all_of is None:
        return ()
    units = regex.split(r", | và |; ", all_of["units"].replace("các ", ""))
    found = []
    for finding in named.findings:
        one = _ONE_OF_KIND.fullmatch(fold_same_length(finding.name))
        if one and one["unit"] in units:
            found.append(finding)
    return tuple(found) if len(found) > 1 else ()


def _addressees(outline: Outline, analyser: Analyser, kind: str) -> Inherited | None:
    """The addressees of the head, those of a kind where some are of it."""
    named = [passage.stripped(_SIGNS) for passage in outline.letterhead.addressees if passage.stripped(_SIGNS).text]
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
