"""Who has what to do: the roles of the bodies named in a sentence.

In: a text with its mentions and cues.  Out: `RoleFinding` values: lead, coordinate, report to.
Promise: a body gets a role only from words around it (rules/tasks.json, rules/roles.json); a body that orders or is led gets none.
Source: ANNOTATION rules, "Agencies of a task".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import NamedTuple

import regex

from models.directive import Capacity, Role
from models.spans import Span
from pipeline.detect.extension import Cues, before_order, extended, to_colon
from pipeline.detect.finding import ASSIGNED, RoleFinding
from pipeline.detect.indirect import indirect_leads, is_made
from pipeline.detect.mention_rules import UNKNOWN
from pipeline.detect.mentions import Mention, groups
from pipeline.detect.placed import CALLED, with_unknown
from pipeline.detect.role_rules import RoleRules
from pipeline.detect.settling import settled
from pipeline.detect.subjects import Place, another_acts, at_fault, is_subject, only_warns
from pipeline.rules import Rule
from pipeline.rules.folding import fold_same_length
from pipeline.rules.people import behind_person

__all__ = [
    "Bodies", "RoleFinding", "Told", "asker_scenes", "bodies_of",
    "capacity_of", "find_roles", "known_bodies", "own_capacity", "sureness",
]  # fmt: skip

Bodies = Sequence[Mention]
"""Bodies that stand in one list."""

CONTEXT = 160
"""Characters looked at on each side of a list of bodies: a clause of official prose rarely holds more before its subject."""

SURE_OF_KIND = {
    "field": 0.98,
    "council": 0.97,
    "office": 0.97,
    "body": 0.96,
    "collective": 0.94,
    "members": 0.92,
    "proper": 0.92,
    CALLED: 0.8,
}
NAMED = frozenset({"field", "council", "office", "body", "proper"})
"""Kinds of bodies that are called by their own name."""
GROWN, UNSURE = 0.86, 0.72
"""Confidence by what is known of the name: a department of a listed field is surer than a body named freely, that surer than
one whose name was grown to the word of order behind it, and a body that only its place shows is least sure."""

SCENE_LENGTH = 240
"""Characters of a clause that sets the scene."""
PAIR = 2
"""Bodies beside each other, of which a comma makes no list ("Theo hướng dẫn của Sở A, | các xã lập danh sách")."""
_SAYS_WHO = regex.compile(r"(?:\s\p{Ll}+){0,3}\s*:\s*")
_ALONGSIDE = regex.compile(r",?\s+cùng(?: với)?\s+")
_TOLD_TO_ACT = ("role.lead.subject", ASSIGNED)
_SAID_BY_WHO_ORDERS = ("subject.says", "subject.appoints")
_SUMMED_UP = {"role.report.report": ("roles.sum_up", "roles.sum_up_for"), "role.report.submit": ("roles.sum_up_submit",)}
"""What stands before those to whom the receiver of a report reports in turn: they are no receivers."""
ALONGSIDE = "role.coordinate.alongside"
"""The rule of "A cùng B" before an order."""


class Told(NamedTuple):
    """What rules say of a text: its roles, and where bodies begin that have none (who asks, who orders, who is praised)."""

    roles: tuple[RoleFinding, ...]
    refused: frozenset[int]


def find_roles(text: str, lists: Sequence[Bodies], cues: Cues, *, rules: RoleRules) -> Told:
    """The roles of the lists of bodies in `text`."""
    folded = fold_same_length(text)
    lists = _with_members(lists, folded, rules)
    found: list[RoleFinding] = []
    before: Bodies = ()
    for group, following in zip_longest(lists, lists[1:]):
        between = text[group[-1].end : following[0].full_start] if following else ""
        if following and _SAYS_WHO.fullmatch(between) and (between.strip() == ":" or group[-1].kind == "collective"):
            before = group[:-1]  # "Các đơn vị: Công an tỉnh; Sở Y tế": the list says who they are
            continue
        whole = (*before, *group)
        found += _alongside(whole, text, folded, cues, rules) or _list_roles(whole, text, folded, cues, rules)
        before = ()
    answered = rules.at("roles.answered", folded)
    asks = answered.end() if answered else 0
    seated = _seated(lists, found, folded, rules)
    wanted = asker_scenes(folded, rules)
    heard = [
        finding
        for finding in found
        if finding.mention.start >= asks and finding.mention.start not in seated and not _of_asker(finding, wanted)
    ]
    kept = settled(heard, text, folded, rules)
    roles = (*kept, *indirect_leads(lists, kept, text, folded, cues, rules))
    kept_starts = {finding.mention.start for finding in roles}
    named = {mention.start for group in lists for mention in group if any(lo <= mention.start < hi for lo, hi in wanted)}
    return Told(roles, _without_role(lists, found, roles, text, folded, asks, rules) | seated | (named - kept_starts))


def _told_of_case(folded: str, start: int, end: int, rules: RoleRules) -> bool:
    """Whether a body behind a comma is one more of those who are told or sent something in a case."""
    receives = rules.has("subject.receives", folded[max(0, start - SCENE_LENGTH) : start])
    return receives and rules.at("subject.in_case", folded, end) is not None


def _with_members(lists: Sequence[Bodies], folded: str, rules: RoleRules) -> list[Bodies]:
    """The lists, each collective in one with the bodies that are told to be among it ("phối hợp với các cơ quan liên quan gồm Sở A;
    Sở B"): what is said of it is said of them.
    """
    out: list[Bodies] = []
    for group in lists:
        last = out[-1][-1] if out else None
        among = last is not None and last.kind == "collective"
        if among and last is not None and rules.whole("roles.members", folded, last.end, group[0].full_start):
            out[-1] = (*out[-1], *group)
        else:
            out.append(group)
    return out


def asker_scenes(folded: str, rules: RoleRules) -> list[Span]:
    """The clauses that say what the body that asks wants it for ("Để báo cáo Bộ A, | Sở B đề nghị các sở ...")."""
    return [(match.start("scene"), match.end()) for match in rules.all("roles.asker_scene", folded)]


def _of_asker(finding: RoleFinding, scenes: Sequence[Span]) -> bool:
    """Whether a body receives what the body that asks reports itself."""
    return finding.role is Role.REPORT_TO and any(lo <= finding.mention.start < hi for lo, hi in scenes)


def _seated(lists: Sequence[Bodies], found: Sequence[RoleFinding], folded: str, rules: RoleRules) -> frozenset[int]:
    """Where bodies begin that only say who heads the board that leads ("Tổ công tác do lãnh đạo Sở A làm Tổ trưởng")."""
    said = [rules.at("subject.headed", folded, finding.mention.end) for finding in found if finding.role is Role.LEAD]
    starts = (mention.start for group in lists for mention in group)
    return frozenset(at for at in starts if any(seats and seats.start() <= at < seats.end() for seats in said))


def _without_role(
    lists: Sequence[Bodies],
    found: Sequence[RoleFinding],
    roles: Sequence[RoleFinding],
    text: str,
    folded: str,
    asks: int,
    rules: RoleRules,
) -> frozenset[int]:
    """Where bodies begin that a rule says have no role: a role was taken from them, or they ask others."""
    refused = {finding.mention.start for finding in found} - {finding.mention.start for finding in roles}
    assigned = {finding.mention.full_start for finding in roles if finding.rule == ASSIGNED}
    for group, following in zip_longest(lists, lists[1:]):
        start, end = group[0].full_start, behind_person(text, group[-1].end)
        called = end > group[-1].end or rules.at("subject.orders", folded, start)
        if rules.at("subject.press", folded, start) and rules.at("subject.published", folded, group[-1].end):
            refused.update(mention.start for mention in group)  # "Báo A ngày 5/11 có bài ..."
        if following and following[0].full_start in assigned:
            between = (end, following[0].full_start)
            # "Bộ A giao Cục B kiểm tra" tells what A shall do; "UBND tỉnh giao Sở B kiểm tra" speaks for the paper, and so does
            # a head called by name ("Bộ trưởng Bộ A Lò Văn An giao ...").
            if called and rules.whole("roles.assigns", folded, *between):
                refused.update(mention.start for mention in group)
        told_of = folded.endswith("đối với ", 0, start) and group[-1].kind != "collective"
        if following and told_of and folded[group[-1].end : following[0].full_start].strip() == ":":
            refused.update(mention.start for mention in group)  # "Đối với Phòng A: Sở B rà soát": B is told what to do with A
        if folded.endswith("đối với ", 0, start) and another_acts(text, group[-1].end):
            refused.update(mention.start for mention in group)  # "Đối với các trường bán trú, Phòng A kiểm tra": A acts
        scene = (max(0, start - SCENE_LENGTH), start)
        led_behind = any(finding.role is Role.LEAD and finding.mention.start > group[-1].end for finding in roles)
        helped = led_behind and rules.whole("roles.purpose", folded, 0, start)
        others_work = helped or any(
            rules.find(rule, folded, *scene) for rule in ("roles.work_of_others", "roles.for_use", "roles.asked_to")
        )
        says = only_warns(folded, start, end, rules) or (
            called and any(rules.at(rule, folded, end) for rule in _SAID_BY_WHO_ORDERS)
        )
        made = rules.has("roles.by", folded[:start]) and rules.at("roles.made", folded, group[-1].end)
        # "Báo tin cho Trạm Y tế trên địa bàn, Công an xã khi phát hiện ca bệnh": the second is told, too.
        told = _told_of_case(folded, start, end, rules)
        used = is_made(folded[max(0, start - SCENE_LENGTH) : start], folded[group[-1].end :], rules)
        wrong = group[-1].kind == "collective" and at_fault(folded, group[-1].end, rules)
        told = told or wrong or _sits(folded, start, rules)
        if made or used or told or group[-1].end <= asks or others_work or says or rules.at("roles.asks", folded, end):
            refused.update(mention.start for mention in group)
    return frozenset(refused)


def _sits(folded: str, start: int, rules: RoleRules) -> bool:
    """Whether a body only tells, in its sentence, who sits in a board ("Thành phần đoàn gồm lãnh đạo Sở A; Chủ tịch UBND xã")."""
    begins = max((at + len(sign) for sign in (". ", "\n") if (at := folded.rfind(sign, 0, start)) >= 0), default=0)
    return rules.at("roles.composition", folded, begins) is not None


def known_bodies(text: str, mentions: Sequence[Mention], cues: Cues, rules: RoleRules) -> list[Mention]:
    """The bodies in a text that patterns know or that their place shows, without the labels of lists and without what a letter
    calls its addressees by ("Quý Bộ, ngành", "Quý cơ quan, đơn vị").
    """
    folded = fold_same_length(text)
    found = with_unknown(text, folded, mentions, cues, rules)
    return [
        mention
        for mention in found
        if rules.at("roles.label", folded, mention.start) is None
        and not (mention.kind == "collective" and folded.endswith("quý ", 0, mention.full_start))
    ]


def bodies_of(text: str, mentions: Sequence[Mention], cues: Cues, rules: RoleRules) -> list[Bodies]:
    """These bodies by the lists they stand in."""
    return list(groups(known_bodies(text, mentions, cues, rules), text, rules))


def _alongside(group: Sequence[Mention], text: str, folded: str, cues: Cues, rules: RoleRules) -> list[RoleFinding]:
    """The roles in "(Giao) Thanh tra Bộ cùng các đơn vị liên quan tăng cường ...": the first leads, the second works along."""
    gaps = (i for i, (a, b) in enumerate(pairwise(group), 1) if _ALONGSIDE.fullmatch(text, a.end, b.full_start))
    first = next(gaps, None)
    roles = _group_roles(group, text, folded, cues, rules) if first else []
    if first is None or len(roles) != len(group) or any(finding.rule not in _TOLD_TO_ACT for finding in roles):
        return []
    return [*roles[:first], *(replace(f, role=Role.COORDINATE, capacity=None, rule=ALONGSIDE) for f in roles[first:])]


def sureness(mention: Mention) -> float:
    """How sure the name of a body is (0 to 1)."""
    if mention.kind == UNKNOWN:
        return UNSURE
    return GROWN if mention.rule.endswith("+") else SURE_OF_KIND.get(mention.kind, 0.9)


def own_capacity(text: str, rules: RoleRules) -> Capacity:
    """The capacity of a lead that stands in the heading, by the first words of the item."""
    folded = fold_same_length(text.lstrip())
    if rules.at("roles.coordinated_start", folded):
        return Capacity.PHOI_HOP
    return Capacity.CHU_TRI if rules.at("roles.chaired_start", folded) else Capacity.THUC_HIEN


def _list_roles(group: Sequence[Mention], text: str, folded: str, cues: Cues, rules: RoleRules) -> list[RoleFinding]:
    """The roles of a list; what looks like one may be two: "... của các xã có nguy cơ; Sở Y tế hỗ trợ ..."."""
    if _asked_behind(group, folded, cues, rules):
        return [RoleFinding(m, Role.LEAD, Capacity.THUC_HIEN, "role.lead.subject", sureness(m)) for m in group[:-1]]
    roles = _group_roles(group, text, folded, cues, rules)
    if roles and roles[0].role is Role.COORDINATE and _asks_last(group, folded, rules):
        return roles[:-1]
    heads = text[group[-1].end :].lstrip().startswith(":")
    if roles and roles[0].role is Role.COORDINATE and not heads and (later := _next_order(group, text, folded, cues, rules)):
        return [*roles[: len(group) - len(later)], *later]
    if roles and roles[0].rule == "role.lead.subject" and (i := _seam_behind_receivers(group, text, folded, rules)):
        return _list_roles(group[i:], text, folded, cues, rules)
    if heads or (roles and roles[0].role is not Role.REPORT_TO):
        return roles
    for i, (before, mention) in enumerate(pairwise(group), 1):
        sign = text[before.end : mention.full_start].strip()
        told = sign == "," and (rules.first("agrees", folded[: group[0].full_start]) or _is_told_before(group, i, folded, rules))
        if told and (_list_closed(group, i, text) or _all_asked(group, text, cues)):
            continue  # "Sau khi có ý kiến của Sở A, Sở B và Sở C, | Sở D trình ..."
        if sign == ";" and _pressed_together(group, i, folded, rules):
            continue
        if sign == ";" or told:
            rest = group[i:]
            later = _alongside(rest, text, folded, cues, rules) or _group_roles(rest, text, folded, cues, rules)
            if later and all(finding.rule in ("role.lead.subject", ALONGSIDE) for finding in later):
                return [*roles[:i], *later]
    return roles


def _asked_behind(group: Sequence[Mention], folded: str, cues: Cues, rules: RoleRules) -> bool:
    """Whether the last body of a list asks those before it to act ("Về phía các địa phương, | UBND tỉnh yêu cầu bố trí ...")."""
    start = group[0].full_start
    clause = folded[max(folded.rfind(sign, 0, start) for sign in ".;:") + 1 : start]
    spoken_to = rules.has("opens.for", clause) or rules.has("opens.apart", clause)
    if len(group) < PAIR or not spoken_to or folded[group[-2].end : group[-1].full_start].strip() != ",":
        return False
    asks = rules.at("roles.asks", folded, group[-1].end)
    if asks is None or not asks.group().rstrip(" :,").endswith(("yêu cầu", "đề nghị")):
        return False
    return any(begin in cues.predicates or begin in cues.acts for begin in (asks.end(), asks.end() + 1))


def _asks_last(group: Sequence[Mention], folded: str, rules: RoleRules) -> bool:
    """Whether the last body of a list asks, and works along with nobody ("Để phối hợp với Trường A, | Sở B đề nghị ...")."""
    start = group[-1].full_start
    scene = len(group) >= PAIR and rules.has("roles.scene_of_asker", folded[max(0, start - SCENE_LENGTH) : start])
    return scene and rules.at("roles.asks", folded, group[-1].end) is not None


def _seam_behind_receivers(group: Sequence[Mention], text: str, folded: str, rules: RoleRules) -> int:
    """Where behind ";" those begin who act, in what looks like one list with those to whom something goes ("... cấp sổ cho các
    thôn; | Sở A chủ trì ..."); 0 where it is one list.
    """
    left = folded[max(0, group[0].full_start - CONTEXT) : group[0].full_start]
    if not rules.has("acting.no_actor", left):
        return 0
    signs = (text[before.end : mention.full_start].strip() for before, mention in pairwise(group))
    return next((i for i, sign in enumerate(signs, 1) if sign == ";"), 0)


def _pressed_together(group: Sequence[Mention], i: int, folded: str, rules: RoleRules) -> bool:
    """Whether ";" parts those whom one word directs, presses or guides ("đôn đốc các sở, ngành; | UBND các huyện báo cáo"): what
    they shall do stands behind the last of them, who is none of those before it.
    """
    left = folded[max(0, group[0].full_start - CONTEXT) : group[0].full_start]
    if (group[i].head and not group[0].head) or rules.at("roles.directs", folded, group[-1].end):
        return False  # "Sở A chỉ đạo các trạm; Chủ tịch UBND các huyện chỉ đạo ..."
    told_before = {mention.name for mention in group[:i]}
    if any(mention.kind not in ("collective", "council") or mention.name in told_before for mention in group[i:]):
        return False
    guided = rules.has("roles.guides", left) and rules.at("settled.carries_out", folded, group[-1].end) is not None
    return guided or rules.has("roles.presses", left)


def _list_closed(group: Sequence[Mention], i: int, text: str) -> bool:
    """Whether "và" in front of a body behind `i` closes a list, and behind a comma one more body follows it."""
    gaps = [text[a.end : b.full_start].strip() for a, b in pairwise(group)]
    return any(gap == "và" and after == "," for gap, after in pairwise(gaps[i - 1 :]))


def _all_asked(group: Sequence[Mention], text: str, cues: Cues) -> bool:
    """Whether a comma and an order behind the last body end the clause ("Sau khi trao đổi với Sở A, Sở B, | gửi hồ sơ ...")."""
    return text.startswith(", ", group[-1].end) and cues.opens(group[-1].end + 2)


def _next_order(group: Sequence[Mention], text: str, folded: str, cues: Cues, rules: RoleRules) -> list[RoleFinding]:
    """The bodies behind ";" that are told something themselves, though the list before them works along with somebody: the same
    body again, or a list at the end of a whole order ("chỉ đạo điều tra vụ việc, phối hợp chặt chẽ với Bộ A; Bộ B thanh tra").
    """
    left = folded[max(0, group[0].full_start - CONTEXT) : group[0].full_start]
    trailing = rules.has("roles.trailing", left)
    for i, (before, mention) in enumerate(pairwise(group), 1):
        again = any(other.name == mention.name for other in group[:i])
        if text[before.end : mention.full_start].strip() == ";" and (again or (trailing and mention.kind != "collective")):
            later = _group_roles(group[i:], text, folded, cues, rules)
            if later and all(finding.rule == "role.lead.subject" for finding in later):
                return later
    return []


def _is_told_before(group: Sequence[Mention], i: int, folded: str, rules: RoleRules) -> bool:
    """Whether the clause that sets the scene ends before the body `i` of a list ("Theo hướng dẫn của Bộ A, | Sở B ...")."""
    start = group[0].full_start
    clause = folded[max(folded.rfind(sign, 0, start) for sign in ".;:") + 1 : start]
    if rules.has("opens.for", clause) and group[i].kind != "collective" and _all_joined(group[i:], folded):
        return True  # "Đối với các xã miền núi, | Sở A bố trí ..."
    scene = rules.find("roles.scene", folded, max(0, start - SCENE_LENGTH), start)
    must = rules.at("roles.must", folded, group[-1].end) is not None
    pair = len(group) == PAIR and group[0].kind != "collective"  # a list of two would have "và"
    first = i == 1 and ((scene is not None and scene.group("under") is not None) or must or pair)
    return scene is not None and (group[i].kind != "collective" or first)


def _all_joined(group: Sequence[Mention], folded: str) -> bool:
    """Whether nothing but "và" stands between the bodies of a list."""
    return all(folded[a.end : b.full_start].strip() == "và" for a, b in pairwise(group))


def _group_roles(group: Sequence[Mention], text: str, folded: str, cues: Cues, rules: RoleRules) -> list[RoleFinding]:
    left = folded[max(0, group[0].full_start - CONTEXT) : group[0].full_start]
    rule = rules.first("left", left)
    if rule is not None:
        last = extended(group[-1], text, folded, cues, rules, to_predicate=False)
        if rule.id == ASSIGNED:
            last = before_order(group[-1], last, text, folded, cues, rules)
        right = folded[last.end : last.end + CONTEXT]
        return _by_left(rule, (*group[:-1], last), left, right, rules)
    if group[-1].kind == "collective" and at_fault(folded, group[-1].end, rules):
        return []
    last = extended(group[-1], text, folded, cues, rules, to_predicate=True)
    if len(group) == 1 and not text[: last.full_start].strip():
        last = to_colon(last, text, folded, cues, rules)
    named = all(mention.kind != "collective" for mention in group)
    end = behind_person(text, last.end)
    if end > last.end and (rules.at("roles.asks", folded, end) or rules.at("roles.assigns", folded, end)):
        return []  # "Phó Thủ tướng Thường trực Lò Văn An giao Bộ A kiểm tra"
    if rules.at("subject.press", folded, group[0].full_start) and rules.at("subject.published", folded, last.end):
        return []
    if not last.head or rules.at("subject.orders", folded, last.full_start):
        end = last.end  # only the head of a body is one who acts by name ("Giám đốc Sở A Lò Văn An rà soát")
    if not is_subject(Place(text, folded, group[0].full_start, end, named), cues, rules):
        return []
    right = folded[end : end + CONTEXT]
    capacity = capacity_of(right, rules)
    subjects = (*group[:-1], last)
    return [RoleFinding(m, Role.LEAD, capacity, "role.lead.subject", UNSURE if m.kind == UNKNOWN else 0.93) for m in subjects]


def _by_left(rule: Rule, group: Sequence[Mention], left: str, right: str, rules: RoleRules) -> list[RoleFinding]:
    role = Role(rule.data["role"])
    if role is Role.REPORT_TO and any(rules.has(summed, left) for summed in _SUMMED_UP.get(rule.id, ())):
        return []
    needs = rule.data.get("needs")
    if needs and not rules.has(f"right.{needs}", right):
        return []
    if role is not Role.COORDINATE:
        group = [mention for mention in group if mention.kind != UNKNOWN]
    capacity = capacity_of(right, rules) if role is Role.LEAD else None
    behind_work = rule.id == ASSIGNED and rules.has("roles.behind_work", left)
    if behind_work and rules.at("roles.only_watches", right):
        return [RoleFinding(m, Role.MONITOR, None, "role.monitor.assign", sureness(m)) for m in group]
    return [RoleFinding(m, role, capacity, rule.id, sureness(m)) for m in group]


def capacity_of(right: str, rules: RoleRules) -> Capacity:
    """In what capacity a body acts, by the words behind it."""
    if rules.has("right.chair", right):
        return Capacity.CHU_TRI
    return Capacity.PHOI_HOP if rules.has("right.coordinate", right) else Capacity.THUC_HIEN
