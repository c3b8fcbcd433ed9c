"""Who leads where nobody is called on: "do Sở X thực hiện", "được Bộ Y xây dựng", "báo cáo của các huyện phải gửi ...".

In: the lists of bodies of a passage that names no other lead.  Out: `RoleFinding` values.
Promise: asked only where no body is the subject or told to act, so that an order always wins over a passive.
Source: ANNOTATION rules, "Agencies of a task": who has the duty.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from models.directive import Capacity, Role
from pipeline.detect.extension import Cues, extended
from pipeline.detect.finding import RoleFinding
from pipeline.detect.mentions import Mention
from pipeline.detect.role_rules import RoleRules
from pipeline.detect.subjects import Place, acts

__all__ = ["indirect_leads", "is_made"]

_LAST_BRACKET = regex.compile(r"\((?P<in>[^()]{3,160})\)\s*[.;]?\s*$")

LOOKED_AT = 160
"""Characters looked at on each side of a list of bodies."""

SURENESS = 0.85
"""Confidence of a lead that is told by the way only."""


def indirect_leads(
    lists: Sequence[Sequence[Mention]], found: Sequence[RoleFinding], text: str, folded: str, cues: Cues, rules: RoleRules
) -> list[RoleFinding]:
    """The bodies whose work a passage tells of, beside those `found`.

    Behind one of them that leads, or where the passage opens with an order (its heading leads then), only those who must
    ("phải được Sở X di dời").
    """
    first = len(text) - len(text.lstrip(' "“(*-'))
    ordered = first in cues.orders and not rules.at("passive.noun", folded, first)
    first_lead = min((finding.mention.start for finding in found if finding.role is Role.LEAD), default=len(text))
    led = ordered or (first_lead < len(text) and rules.at("passive.setting", folded, first) is not None)
    starts = {finding.mention.start for finding in found if finding.role is Role.LEAD}
    leads = (
        finding
        for group in lists
        if not any(mention.start in starts for mention in group)  # "... ý kiến của Sở A, | Sở B và Sở C gửi ..."
        for finding in _leads(group, text, folded, cues, rules, only_musts=led or group[0].start > first_lead)
    )
    told = [lead for lead in leads if not any(lead.mention.start == finding.mention.start for finding in found)]
    if told or any(finding.role is Role.LEAD for finding in found):
        return told
    return _in_brackets([mention for group in lists for mention in group], text, folded, rules)


def _in_brackets(mentions: Sequence[Mention], text: str, folded: str, rules: RoleRules) -> list[RoleFinding]:
    """The bodies in a bracket at the end that names nothing else ("Hoàn thiện đề án (Sở Nội vụ, Sở Tài chính)."); behind the name
    of a body or of those who receive a bracket explains that.
    """
    bracket = _LAST_BRACKET.search(text)
    if bracket is None or rules.find("passive.receives", folded, max(0, bracket.start() - LOOKED_AT), bracket.start()):
        return []
    inside = [mention for mention in mentions if bracket.start() < mention.start and mention.end < bracket.end()]
    rest = text[bracket.start("in") : bracket.end("in")]
    for mention in inside:
        rest = rest.replace(text[mention.full_start : mention.end], "", 1)
    explains = any(0 <= bracket.start() - mention.end <= 1 for mention in mentions)
    if not inside or explains or (rest and not rules.whole("passive.rest", rest)):
        return []
    return [RoleFinding(mention, Role.LEAD, Capacity.THUC_HIEN, "indirect.bracket", SURENESS) for mention in inside]


def is_made(left: str, right: str, rules: RoleRules) -> bool:
    """Whether a body only made or runs what others use ("phải kết nối qua cổng do Cục A | thiết lập"): it is told nothing."""
    return rules.has("passive.made_thing", left) and rules.at("passive.makes", right) is not None


def _leads(
    group: Sequence[Mention], text: str, folded: str, cues: Cues, rules: RoleRules, *, only_musts: bool
) -> list[RoleFinding]:
    last = extended(group[-1], text, folded, cues, rules, to_predicate=False)
    start, end = group[0].full_start, last.end
    rule = rules.first("indirect", folded[max(0, start - LOOKED_AT) : start])
    if rule is None or rules.at("passive.nobody", folded, group[0].start) or (only_musts and not rule.data.get("always")):
        return []
    agreed = rules.has("passive.agreed", folded[max(0, start - LOOKED_AT) : start])
    if agreed and rules.at("passive.put_forward", folded, end):
        return []  # "Nhất trí với các giải pháp do UBND tỉnh trình; nhấn mạnh các việc sau:"
    needs, right = rule.data["needs"], folded[end : end + LOOKED_AT]
    if is_made(folded[max(0, start - LOOKED_AT) : start], right, rules):
        return []
    if needs and not rules.has(f"right.{needs}", right):
        return []
    presents = needs == "done" and rules.at("passive.presents", right) is not None
    if presents and rules.has("passive.agreed", folded[max(0, start - LOOKED_AT) : start]):
        return []  # "Thống nhất với báo cáo do Sở A trình bày": who brought the paper does none of what follows
    if needs == "done" and not acts(Place(text, folded, start, end), cues, rules):
        return []
    return [RoleFinding(mention, Role.LEAD, Capacity.THUC_HIEN, rule.id, SURENESS) for mention in (*group[:-1], last)]
