"""Who does the work of an item, where only names in brackets behind it say so: "Lắp camera tại 07 điểm. (Ban Quản lý chợ)".

In: the analysis of an item.  Out: `RoleFinding` values; none where the brackets say anything but names.
Promise: brackets that explain the words before them ("gửi cơ quan thường trực (Sở Nội vụ)") name nobody who acts.
Source: ANNOTATION rules, "A task", 7: a lead named at the end of a list leads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from models.directive import Capacity, Role
from pipeline.detect.finding import RoleFinding
from pipeline.detect.mention_rules import unlisted_body
from pipeline.detect.mentions import Mention
from pipeline.detect.role_rules import RoleRules

__all__ = ["BEHIND", "helping_behind", "named_behind", "told_inside"]

BEHIND = "role.lead.brackets"
"""The rule of a body that brackets behind an item name."""

_AT_END = regex.compile(r"(?<before>\S+)\s*\((?<names>(?:\p{Lu}|giao |chủ trì|do )[^()]{2,200})\)\s*[.;:]?\s*$")
_PART = regex.compile(r"(?!\s)[^,;]+(?<!\s)")
_AND = regex.compile(r"\s+và\s+(?=\p{Lu})")
_LONGEST = 16
"""Words of a name in brackets; a longer part is a remark."""
LONGEST_CALL = 40
"""Characters before a name in which the brackets say what it does ("(Đơn vị thực hiện: Sở A)")."""
_SURE = 0.8
_UNSURE = 0.7
"""Confidence where the directory of mentions knows the body, and where only its first word tells one."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A name in the brackets, without "giao" before and "chủ trì" behind it."""

    start: int
    end: int
    capacity: Capacity

    @classmethod
    def of(cls, folded: str, start: int, end: int, rules: RoleRules) -> _Part:
        call = rules.at("brackets.call", folded, start, end)
        start = call.end() if call else start
        verb = rules.find("brackets.verb", folded, start, end)
        if verb is None:
            return cls(start, end, Capacity.THUC_HIEN)
        says = {"chủ trì": Capacity.CHU_TRI, "phối hợp": Capacity.PHOI_HOP}
        return cls(start, verb.start(), says.get(verb.group("verb"), Capacity.THUC_HIEN))


def named_behind(
    text: str, folded: str, mentions: tuple[Mention, ...], rules: RoleRules, *, ends_sentence: bool = True
) -> tuple[RoleFinding, ...]:
    """The bodies in the brackets that close a text, behind the end of its sentence (of a heading: behind its words); anywhere where
    the brackets say who chairs ("Tổ chức hội thao (VP chủ trì)").
    """
    match = _AT_END.search(text)
    if match is None:
        return ()
    remark = ends_sentence and match.group("before")[-1] not in '.;!?”"'
    if remark and not rules.find("brackets.chairs", folded, match.start("names")):
        return ()
    parts = [_Part.of(folded, start, end, rules) for start, end in _parts(text, *match.span("names"))]
    if not all(_is_body(folded[part.start : part.end], rules) for part in parts):
        return ()
    return tuple(_finding(text, part, mentions) for part in parts)


def told_inside(folded: str, found: Iterable[RoleFinding], behind: Sequence[RoleFinding], rules: RoleRules) -> bool:
    """Whether the words in the brackets say themselves who leads ("(Sở A chủ trì, các huyện, thành phố thực hiện)")."""
    start = behind[0].mention.start if behind else len(folded)
    verbs = rules.find("brackets.verb", folded, start) or rules.find("brackets.call", folded, max(0, start - LONGEST_CALL), start)
    return verbs is not None and any(f.role is Role.LEAD and f.mention.start >= start for f in found)


def helping_behind(folded: str, found: Iterable[RoleFinding], rules: RoleRules) -> tuple[RoleFinding, ...]:
    """The roles of a text; whom brackets behind it call along ("(Bưu điện, Ngân hàng cùng làm)") coordinates."""
    match = rules.find("brackets.helping", folded)
    start = match.start() if match else len(folded)
    return tuple(
        replace(f, role=Role.COORDINATE, capacity=None) if f.mention.start > start and f.role is Role.LEAD else f for f in found
    )


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for part in _PART.finditer(text, start, end):
        at = part.start()
        for seam in _AND.finditer(text, part.start(), part.end()):
            yield at, seam.start()
            at = seam.end()
        yield at, part.end()


def _is_body(folded: str, rules: RoleRules) -> bool:
    short = len(folded.split()) <= _LONGEST and ":" not in folded  # "(Cơ quan chủ trì: Sở A)" is a label
    return short and not rules.has("brackets.remark", folded) and rules.first("heading_body", folded) is not None


def _finding(text: str, part: _Part, mentions: tuple[Mention, ...]) -> RoleFinding:
    known = next((mention for mention in mentions if mention.full_start == part.start and mention.end == part.end), None)
    mention = known or unlisted_body(text, part.start, part.end)
    helps = part.capacity is Capacity.PHOI_HOP
    role, capacity = (Role.COORDINATE, None) if helps else (Role.LEAD, part.capacity)
    return RoleFinding(mention, role, capacity, BEHIND, _SURE if known else _UNSURE)
