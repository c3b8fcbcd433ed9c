"""Who does the work of an item, where only names in brackets behind it say so: "Lắp camera tại 07 điểm. (Ban Quản lý chợ)".

In: the analysis of an item.  Out: `RoleFinding` values; none where the brackets say anything but names.
Promise: brackets that explain the words before them ("gửi cơ quan thường trực (Sở Nội vụ)") name nobody who acts.
Source: ANNOTATION rules, "A task", 7: a lead named at the end of a list leads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import regex

from models.directive import Capacity, Role
from pipeline.detect.finding import RoleFinding
from pipeline.detect.mention_rules import unlisted_body
from pipeline.detect.mentions import Mention
from pipeline.detect.role_rules import RoleRules

__all__ = ["BEHIND", "helping_behind", "named_behind"]

BEHIND = "role.lead.brackets"
"""The rule of a body that brackets behind an item name."""

_AT_END = regex.compile(r"(?<before>\S+)\s*\((?<names>\p{Lu}[^()]{2,200})\)\s*[.;:]?\s*$")
_PART = regex.compile(r"(?!\s)[^,;]+(?<!\s)")
_AND = regex.compile(r"\s+và\s+(?=\p{Lu})")
_LONGEST = 16
"""Words of a name in brackets; a longer part is a remark."""
_SURE = 0.8
_UNSURE = 0.7
"""Confidence where the directory of mentions knows the body, and where only its first word tells one."""


def named_behind(
    text: str, folded: str, mentions: tuple[Mention, ...], rules: RoleRules, *, ends_sentence: bool = True
) -> tuple[RoleFinding, ...]:
    """The bodies in the brackets that close a text, behind the end of its sentence (of a heading: behind its words)."""
    match = _AT_END.search(text)
    if match is None or (ends_sentence and match.group("before")[-1] not in '.;!?”"'):
        return ()
    parts = list(_parts(text, *match.span("names")))
    if not all(_is_body(folded[start:end], rules) for start, end in parts):
        return ()
    return tuple(_finding(text, start, end, mentions) for start, end in parts)


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
    short = len(folded.split()) <= _LONGEST
    return short and not rules.has("brackets.remark", folded) and rules.first("heading_body", folded) is not None


def _finding(text: str, start: int, end: int, mentions: tuple[Mention, ...]) -> RoleFinding:
    known = next((mention for mention in mentions if mention.full_start == start and mention.end == end), None)
    mention = known or unlisted_body(text, start, end)
    return RoleFinding(mention, Role.LEAD, Capacity.THUC_HIEN, BEHIND, _SURE if known else _UNSURE)
