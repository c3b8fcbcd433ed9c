"""Which of the roles read body by body stay when the whole passage is seen.

In: the findings of a passage, its text.  Out: findings without those who are led, praised or named twice.
Promise: nothing is added but a role of coordination in place of a lead.
Source: ANNOTATION rules, "Agencies of a task": "A chỉ đạo B": A leads, B has no role; a supervising leader leads nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from models.directive import Capacity, Role
from pipeline.detect.finding import ASSIGNED, RoleFinding
from pipeline.detect.role_rules import RoleRules
from pipeline.rules.people import behind_person

__all__ = ["settled"]

LOOKED_AT = 160
"""Characters looked at on each side of a body."""

BESIDE = "role.coordinate.beside"
"""The rule of "A chủ trì, B phối hợp"."""

SUPERVISED = "role.supervise.assign"
"""The rule of "Giao Phó Thủ tướng ... trực tiếp chỉ đạo các bộ"."""

NEAR = 40
"""Characters between "B phối hợp (chặt chẽ với)" and whom B works along with."""

AT_START = 5
"""Words of an item that opens with whom its heading directs ("Chỉ đạo, hướng dẫn các | Sở Y tế chủ trì ...")."""

_SENTENCE = regex.compile(r"[.!?…]\s+(?=\p{Lu})|\n")
_CLAUSE = regex.compile(r"[.;:!?…]\s")
_LISTED = regex.compile(r"\s*(?:,|;|và|, và)\s*")


def settled(found: Sequence[RoleFinding], text: str, folded: str, rules: RoleRules) -> list[RoleFinding]:
    """The findings that stay, in their order."""
    praised = _praised(text, folded, rules)
    kept = [f for f in found if not any(lo <= f.mention.start < hi for lo, hi in praised)]
    kept = [f for i, f in enumerate(kept) if not (f.role is Role.LEAD and _is_led(f, kept[:i], text, folded, rules))]
    kept = [f for i, f in enumerate(kept) if not _watches(f, kept[i + 1 :], folded, rules)]
    others = [f for f in kept if f.role is Role.LEAD and not _supervises(f, folded, rules)]
    kept = [f for f in kept if not others or f.role is not Role.LEAD or f in others]
    kept = [_directing(finding, text, folded, rules) for finding in kept]
    return [_beside_a_lead(finding, kept, folded, rules) for finding in kept]


def _praised(text: str, folded: str, rules: RoleRules) -> list[tuple[int, int]]:
    """The sentences that only thank or praise ("Chính phủ đánh giá cao Bộ Y tế đã chủ trì ...")."""
    ends = [match.end() for match in _SENTENCE.finditer(text)]
    sentences = zip([0, *ends], [*ends, len(text)], strict=True)
    return [(lo, hi) for lo, hi in sentences if rules.first("praise", folded[lo:hi]) is not None]


def _is_led(finding: RoleFinding, before: Sequence[RoleFinding], text: str, folded: str, rules: RoleRules) -> bool:
    """Whether another body directs this one, or is this one under another name."""
    start = finding.mention.full_start
    leads = [f for f in before if f.role is Role.LEAD]
    last = leads[-1].mention.end if leads else 0
    if leads and rules.at("settled.same", text, last) and not text[last:start].strip(" -–(,"):
        return True
    if leads and not text[last:start].strip() and finding.name.lower().startswith("lãnh đạo "):
        return True  # "Đảng ủy | lãnh đạo UBND tỉnh chỉ đạo ...": the word is the verb
    if finding.mention.kind == "collective" and any(f.name.lower().startswith(f"{finding.name.lower()} ") for f in leads):
        return True  # "các xã có dự án đi qua ...; các xã ...": the same are meant
    left = folded[max(0, start - LOOKED_AT) : start]
    if finding.rule == "role.lead.subject":  # below "Thứ trưởng ... chỉ đạo Vụ A chủ trì" nobody else leads
        directed = (bool(leads) or len(left.split()) <= AT_START) and rules.has("led.directed", left)
        chain = start <= LOOKED_AT and any(rules.has(rule, left) for rule in ("led.chain", "led.listed"))
        return directed or chain
    if finding.rule == ASSIGNED and finding.mention.kind == "collective" and rules.has("led.also_appointed", left):
        return True
    if finding.rule == ASSIGNED and _is_no_charge(finding, folded, rules):
        return True
    if leads and leads[-1].rule == "role.lead.subject" and rules.whole("settled.asked", folded, last, start):
        return True
    if finding.rule == "role.lead.passed" and rules.at("passive.nobody", folded, finding.mention.start):
        return True  # "chuyển đơn đến cơ quan có thẩm quyền giải quyết"
    if finding.rule == "role.lead.passed" and leads and leads[-1].rule == "role.lead.subject":
        return not _CLAUSE.search(text, last, start)  # "Sở A chuyển hồ sơ sang Công an tỉnh để điều tra": it is Sở A who passes it
    if finding.rule == ASSIGNED and _is_asked_in_writing(finding, leads, folded, rules):
        return True
    if finding.rule != ASSIGNED or not leads or _SENTENCE.search(text, last, start):
        return False
    if rules.at("passive.nobody", folded, finding.mention.start):
        return True  # "Sở A rà soát biên chế, đề nghị cấp có thẩm quyền bổ sung": nobody in particular
    pressed = rules.has("led.pressed", left) and ";" not in text[last:start]
    return pressed or rules.has("led.appointed", left)


def _is_asked_in_writing(finding: RoleFinding, leads: Sequence[RoleFinding], folded: str, rules: RoleRules) -> bool:
    """Whether a letter that another body is to write asks this one ("Sở A có văn bản đề nghị Sở B thẩm định"); above a list the
    paper itself asks ("Sở A có văn bản đề nghị các sở thực hiện các việc sau: ...").
    """
    start = finding.mention.full_start
    if ":" in folded[start:] or (leads and leads[-1].rule != "role.lead.subject"):
        return False
    return rules.whole("settled.writes", folded, leads[-1].mention.end if leads else 0, start)


def _is_no_charge(finding: RoleFinding, folded: str, rules: RoleRules) -> bool:
    """Whether "giao" hands a body things ("mua 10 máy tính giao cho các xã"), tells what was given to it ("các chợ đã giao cho xã A
    quản lý") or names a topic ("Về việc giao Viện A ...: ...").
    """
    start, end = finding.mention.full_start, finding.mention.end
    before = folded[max(0, start - LOOKED_AT) : start]
    if any(rules.has(f"settled.{told}", before) for told in ("goods", "given", "cited")):
        return True
    return rules.whole("settled.topic", folded, 0, start) and rules.at("settled.topic_of", folded, end) is not None


def _watches(finding: RoleFinding, after: Sequence[RoleFinding], folded: str, rules: RoleRules) -> bool:
    """Whether a body only watches over what the next one carries out ("Cục A theo dõi, đôn đốc, các Trung tâm B thực hiện")."""
    doers = [f.mention for f in after if f.role is Role.LEAD]
    if finding.role is not Role.LEAD or not doers:
        return False
    only = rules.whole("settled.watching", folded, finding.mention.end, doers[0].full_start)
    listed = (a.end for a, b in pairwise(doers) if not _LISTED.fullmatch(folded, a.end, b.full_start))
    end = next(listed, doers[-1].end)
    return only and rules.at("settled.carries_out", folded, end, end + LOOKED_AT) is not None


def _supervises(finding: RoleFinding, folded: str, rules: RoleRules) -> bool:
    """Whether a leader only watches over what others do ("Giao Phó Thủ tướng ... trực tiếp chỉ đạo")."""
    mention = finding.mention
    deputy = rules.has("settled.deputy", (mention.head or mention.name).lower())
    return deputy and rules.has("right.supervises", folded[mention.end : mention.end + LOOKED_AT])


def _directing(finding: RoleFinding, text: str, folded: str, rules: RoleRules) -> RoleFinding:
    """The finding; a deputy of those who order who directs the work of others, told to or not, supervises ("Giao Phó Thủ tướng ...
    trực tiếp chỉ đạo các bộ", "Các Phó Chủ tịch UBND tỉnh theo lĩnh vực phụ trách chỉ đạo ...").
    """
    mention = finding.mention
    above = rules.has("settled.above_others", f"{mention.head} {mention.name}".lower().strip())
    at = behind_person(text, mention.end)
    says = finding.rule == "role.lead.subject" and rules.at("self.deputy_directs", folded, at) is not None
    does = folded[at : at + LOOKED_AT].removeprefix(",")
    if not above or not (says or finding.rule == ASSIGNED) or not rules.has("settled.deputy_directs", does):
        return finding
    return replace(finding, role=Role.SUPERVISE, capacity=None, rule=SUPERVISED)


def _beside_a_lead(finding: RoleFinding, found: Sequence[RoleFinding], folded: str, rules: RoleRules) -> RoleFinding:
    """The finding; who only works along where another leads is no second lead: "Sở Y tế chủ trì, các xã phối hợp; ..."."""
    if finding.role is Role.LEAD and len(found) > 1 and _along_in_brackets(finding, found, folded, rules):
        return replace(finding, role=Role.COORDINATE, capacity=None, rule=BESIDE)
    if finding.role is not Role.LEAD or finding.capacity is not Capacity.PHOI_HOP:
        return finding
    start, at = finding.mention.start, finding.mention.end
    along = rules.at("settled.only_along", folded, at, at + LOOKED_AT) is not None
    if along and rules.find("settled.chaired", folded, max(0, start - LOOKED_AT), start):
        return replace(finding, role=Role.COORDINATE, capacity=None, rule=BESIDE)
    first = next((f.mention for f in reversed(found) if _does(f) and f.mention.end <= start), None)
    beside = any(f.role is Role.COORDINATE and 0 <= f.mention.start - at <= NEAR for f in found)
    if first is None or beside or not along or ". " in folded[first.end : at]:
        return finding
    return replace(finding, role=Role.COORDINATE, capacity=None, rule=BESIDE)


def _along_in_brackets(finding: RoleFinding, found: Sequence[RoleFinding], folded: str, rules: RoleRules) -> bool:
    """Whether a bracket behind a body, or behind the list it stands in, says that it works along: "Sở A (chủ trì), Sở B, Hội C
    (phối hợp)".
    """
    at = finding.mention.end
    if rules.at("settled.in_brackets", folded, at):
        return True
    chaired = any(f.mention.end < at and rules.at("settled.chairs_in_brackets", folded, f.mention.end) for f in found)
    return chaired and rules.at("settled.shares_bracket", folded, at) is not None


def _does(finding: RoleFinding) -> bool:
    """Whether a body leads, and does not only work along."""
    return finding.role is Role.LEAD and finding.capacity is not Capacity.PHOI_HOP
