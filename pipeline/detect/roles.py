"""Who has what to do: the roles of the bodies named in a sentence.

In: a text with its mentions and cues.  Out: `RoleFinding` values: lead, coordinate, report to.
Promise: a body gets a role only from words around it (rules/tasks.json); a body that orders or is led gets none.
Source: ANNOTATION rules, "Agencies of a task".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

import regex

from models.directive import Capacity, Role
from pipeline.detect.extension import Cues, before_order, extended, grown_in_list, to_colon, unknown_bodies
from pipeline.detect.mentions import Mention, groups
from pipeline.detect.words import acts
from pipeline.rules import MATCH_SECONDS, Rule, load_rules
from pipeline.rules.folding import fold_same_length

CONTEXT = 160
"""Characters looked at on each side of a list of bodies: a clause of official prose rarely holds more before its subject."""

SURE_OF_KIND = {"field": 0.98, "council": 0.97, "office": 0.97, "body": 0.96, "collective": 0.94, "members": 0.92, "proper": 0.92}
NAMED = frozenset({"field", "council", "office", "body", "proper"})
"""Kinds of bodies that are called by their own name."""
GROWN, UNSURE = 0.86, 0.72
"""Confidence by what is known of the name: a department of a listed field is surer than a body named freely, that surer than
one whose name was grown to the word of order behind it, and a body that only its place shows is least sure."""

SENTENCE = 600
"""Characters before a list of bodies in which its clause begins: "Để tiếp tục tháo gỡ ..., tỉnh Lào Cai cần ..."."""

_CLAUSE = regex.compile(r"[.;:!?…]\s+|\s[-–+]\s(?=\p{Lu})|\n")
_SENT_TO_SUM_UP = regex.compile(r"\bg[ửở]i\b[^.;]{0,160}(?:để|,)\s*(?:theo dõi, )?tổng hợp[^.;]{0,60}$")
_COORDINATED_START = regex.compile(r"^(?:(?:chủ động|thường xuyên|tiếp tục|tích cực|tăng cường)[, ]*)*phối hợp\b")
_CHAIRED_START = regex.compile(r"^(?:(?:chủ động|thường xuyên|tiếp tục|tích cực)[, ]*)*chủ trì\b")
_CONNECTIVES = frozenset(["vì vậy", "do đó", "do vậy", "đồng thời", "bên cạnh đó", "ngoài ra", "riêng", "theo đó", "vì thế"])
_BESIDE = regex.compile(
    r"(?<!công tác |sự |cơ chế |quy chế |chương trình |kế hoạch |việc )\bphối hợp"
    r"(?: chặt chẽ| thường xuyên| tốt| hiệu quả|, (?:hỗ trợ|hướng dẫn|giúp đỡ))*(?P<with> (?:với|cùng với|cùng))?\s+"
)
_RESPONSIBLE = regex.compile(
    r"(?P<who>(?!(?:căn cứ|theo|để|nhằm|việc|khi|trong|đối với|trên|trường hợp|nếu|nghị quyết|quyết định|kế hoạch|chỉ thị)\b)"
    r"\p{L}[^.;:]{3,160}?)\s*,?\s+(?=(?:có|chịu) trách nhiệm\b|có nghĩa vụ\b)"
)
_KIND_ACTS = regex.compile(
    r"(?P<who>Cấp tỉnh|Cấp huyện|Cấp xã|Thành phố|Tỉnh|Tổng công ty|Tập đoàn|Bộ|Sở|Cục|Ngành|Công ty|Nhà trường|Bệnh viện)"
    r"(?: \p{Lu}[\p{L}]+){0,3}\s+"
)
_ANSWERED = regex.compile(r"về (?:các )?(?:đề nghị|kiến nghị|đề xuất)\b[^:]{10,800}:\s")
"""What others asked for, in front of the answer ("Về đề nghị Bộ Y tế ban hành quy định: Bộ Y tế nghiên cứu, ...")."""
_AT_START = regex.compile(r"\s*,?\s*(?:khi|nếu|trước khi|sau khi|theo|trong|căn cứ|trên cơ sở|định kỳ|hằng|hàng|ngoài|tùy theo)\b")
_SAYS_WHO = regex.compile(r"(?:\s\p{Ll}+){0,3}\s*:\s*")
_ALONGSIDE = regex.compile(r",?\s+cùng(?: với)?\s+")
ALONGSIDE = "role.coordinate.alongside"
"""The rule of "A cùng B" before an order."""
_RUN_IN = regex.compile(r"[^.;:]{2,120}:\s+")
_PARTS = regex.compile(r"(?!\s)[^,]+(?<![\s,])")
_OWNED = regex.compile(r"\b(?:của|thuộc)\s+$")
_STANDS_AS = regex.compile(
    r"\s*là (?:cơ quan |đơn vị )?(?:(?:thường trực|đầu mối|chủ trì)\b|[^.;:]{3,80}? (?=(?:có|chịu) trách nhiệm\b))"
)
"""A standing role, or one that says who has the duty ("là cơ quan quản lý Kế hoạch có trách nhiệm ...")."""
_WHEN = regex.compile(
    r"(?:chậm nhất )?(?:trước|đến|trong|vào|từ|cuối|đầu|định kỳ|hằng|hàng) (?:ngày|tháng|quý|năm|tuần)\b[\s\d/ivx.\-]*"
    r"(?:(?:tháng|năm|hằng|hàng)\s*[\d/]*\s*)*"
    r"(?:(?:,|và)\s*(?:\d{1,2}\s+)?(?:ngày|tuần|tháng|quý|năm)\b\s*(?:đầu năm|cuối năm)?\s*)*"
)
_ORDERING_HEADS = ("chủ tịch", "phó chủ tịch", "thủ tướng")


@dataclass(frozen=True, slots=True)
class RoleFinding:
    """A body in a role. `capacity` is set for leads; `rule` is the record that gave the role."""

    mention: Mention
    role: Role
    capacity: Capacity | None
    rule: str
    confidence: float

    @property
    def name(self) -> str:
        """The name for the list: heads are taken off, but UBND and its chairman receive apart."""
        mention = self.mention
        if self.role is Role.REPORT_TO and mention.kind == "council" and mention.head.lower().startswith(_ORDERING_HEADS):
            return f"{mention.head} {mention.name}"
        return mention.name


@dataclass(frozen=True, slots=True)
class RoleRules:
    """The records of rules/tasks.json by group."""

    groups: Mapping[str, tuple[Rule, ...]]

    def first(self, group: str, folded: str) -> Rule | None:
        """The first record of `group` that matches."""
        for rule in self.groups.get(group, ()):
            if self.test(rule, folded):
                return rule
        return None

    def has(self, rule_id: str, folded: str) -> bool:
        """Whether one record matches."""
        return any(rule.id == rule_id and self.test(rule, folded) for rules in self.groups.values() for rule in rules)

    @staticmethod
    def test(rule: Rule, folded: str) -> bool:
        """Whether a record matches within its time."""
        try:
            return rule.pattern.search(folded, timeout=MATCH_SECONDS) is not None
        except TimeoutError:
            return False


def load_role_rules() -> RoleRules:
    """Read rules/tasks.json."""
    by_group: dict[str, tuple[Rule, ...]] = {}
    for rule in load_rules("tasks"):
        by_group[rule.data["group"]] = (*by_group.get(rule.data["group"], ()), rule)
    return RoleRules(by_group)


def find_roles(text: str, mentions: Sequence[Mention], cues: Cues, *, rules: RoleRules) -> tuple[RoleFinding, ...]:
    """The roles in `text`."""
    folded = fold_same_length(text)
    found: list[RoleFinding] = []
    mentions = _with_unknown(text, folded, mentions, cues)
    before: tuple[Mention, ...] = ()
    lists = groups(mentions, text)
    for group, following in zip_longest(lists, lists[1:]):
        between = text[group[-1].end : following[0].full_start] if following else ""
        if following and _SAYS_WHO.fullmatch(between) and (between.strip() == ":" or group[-1].kind == "collective"):
            before = group[:-1]  # "Các đơn vị: Công an tỉnh; Sở Y tế": the list says who they are
            continue
        whole = (*before, *group)
        found += _alongside(whole, text, folded, cues, rules) or _group_roles(whole, text, folded, cues, rules)
        before = ()
    answered = _ANSWERED.match(folded)
    return tuple(finding for finding in found if answered is None or finding.mention.start >= answered.end())


def _alongside(group: Sequence[Mention], text: str, folded: str, cues: Cues, rules: RoleRules) -> list[RoleFinding]:
    """The roles in "Thanh tra Bộ cùng các đơn vị liên quan tăng cường ...": the first leads, the second works along."""
    gaps = (i for i, (a, b) in enumerate(pairwise(group), 1) if _ALONGSIDE.fullmatch(text, a.end, b.full_start))
    first = next(gaps, None)
    roles = _group_roles(group, text, folded, cues, rules) if first else []
    if first is None or [finding.rule for finding in roles] != ["role.lead.subject"] * len(group):
        return []
    return [*roles[:first], *(replace(f, role=Role.COORDINATE, capacity=None, rule=ALONGSIDE) for f in roles[first:])]


def _with_unknown(text: str, folded: str, mentions: Sequence[Mention], cues: Cues) -> list[Mention]:
    """The mentions with the words of their kind, and bodies that only their place shows."""
    found = grown_in_list(mentions, text, folded, cues)
    for match in _BESIDE.finditer(folded):
        for unknown in unknown_bodies(match.end(), found, text, folded, cues, certain=match.group("with") is not None):
            if not any(mention.start < unknown.end and unknown.start < mention.end for mention in found):
                found.append(unknown)
    found.sort(key=lambda mention: mention.start)
    subject = _unknown_subject(text, folded, found, cues)
    found = [mention for mention in found if not any(s.start < mention.end and mention.start < s.end for s in subject)]
    return sorted([*subject, *_called_by_kind(text, found, cues), *found], key=lambda mention: mention.start)


def _called_by_kind(text: str, mentions: Sequence[Mention], cues: Cues) -> list[Mention]:
    """A body called by its kind alone ("Thành phố khẩn trương rà soát …") at the start of a text."""
    match = _KIND_ACTS.match(text)
    if match is None or match.end() not in cues.predicates or any(mention.start < match.end() for mention in mentions):
        return []
    return [Mention(0, match.end("who"), match.group("who"), "council", "agency.by_kind")]


def _unknown_subject(text: str, folded: str, mentions: Sequence[Mention], cues: Cues) -> list[Mention]:
    """The people or bodies before "có trách nhiệm" at the start of a text, where no pattern knows them all."""
    run_in = _RUN_IN.match(folded)
    match = _RESPONSIBLE.match(folded, run_in.end() if run_in else 0)
    if match is None:
        return []
    start, end = match.span("who")
    inside = [mention for mention in mentions if mention.full_start < end and mention.end > start]
    covered = bool(inside) and inside[-1].end >= end
    if covered or any(mention.kind != "collective" for mention in inside):
        return []
    if any(start <= at < end and cues.strong(at) for at in cues.predicates):
        return []
    parts = [(m.start(), m.end()) for m in _PARTS.finditer(text, start, end)]
    if inside or any(len(text[lo:hi].split()) < 2 for lo, hi in parts):
        parts = [(start, end)]
    return [Mention(lo, hi, text[lo:hi], "unknown", "agency.subject") for lo, hi in parts]


def sureness(mention: Mention) -> float:
    """How sure the name of a body is (0 to 1)."""
    if mention.kind == "unknown":
        return UNSURE
    return GROWN if mention.rule.endswith("+") else SURE_OF_KIND.get(mention.kind, 0.9)


def own_capacity(text: str) -> Capacity:
    """The capacity of a lead that stands in the heading, by the first words of the item."""
    folded = fold_same_length(text.lstrip())
    if _COORDINATED_START.match(folded):
        return Capacity.PHOI_HOP
    return Capacity.CHU_TRI if _CHAIRED_START.match(folded) else Capacity.THUC_HIEN


def _group_roles(group: Sequence[Mention], text: str, folded: str, cues: Cues, rules: RoleRules) -> list[RoleFinding]:
    left = folded[max(0, group[0].full_start - CONTEXT) : group[0].full_start]
    clause = _clause_before(group[0].full_start, text, folded)
    rule = rules.first("left", left)
    if rule is not None:
        last = extended(group[-1], text, folded, cues, to_predicate=False)
        if rule.id == "role.lead.assign":
            last = before_order(group[-1], last, text, folded, cues)
        right = folded[last.end : last.end + CONTEXT]
        return _by_left(rule, (*group[:-1], last), left, right, rules)
    last = extended(group[-1], text, folded, cues, to_predicate=True)
    if len(group) == 1 and not text[: last.full_start].strip():
        last = to_colon(last, text, cues)
    right = folded[last.end : last.end + CONTEXT]
    starts = not folded[: group[0].full_start].strip(' "“(-')
    subject = _is_subject(clause, right, last.end, folded, cues.predicates, rules, starts=starts)
    alone = last.kind in NAMED and not folded[: group[0].full_start].strip()
    if not subject and not (alone and _acts(right, rules)):
        return []
    capacity = _capacity(right, rules)
    subjects = (*group[:-1], last)
    return [RoleFinding(m, Role.LEAD, capacity, "role.lead.subject", UNSURE if m.kind == "unknown" else 0.93) for m in subjects]


def _acts(right: str, rules: RoleRules) -> bool:
    """Whether the words behind a named body that opens the text are its verb, where the lexicon does not know them."""
    if (
        rules.has("right.superior", right.split(",")[0][:80])
        or rules.has("right.not_duty", right)
        or rules.has("right.states", right)
    ):
        return False
    return acts(right)


def _clause_before(at: int, text: str, folded: str) -> str:
    start = max(0, at - SENTENCE)
    return folded[max((match.end() for match in _CLAUSE.finditer(text, start, at)), default=start) : at]


def _by_left(rule: Rule, group: Sequence[Mention], left: str, right: str, rules: RoleRules) -> list[RoleFinding]:
    role = Role(rule.data["role"])
    if role is Role.REPORT_TO and rule.id == "role.report.report" and _SENT_TO_SUM_UP.search(left):
        return []
    if rule.data.get("needs") == "chair" and not rules.has("right.chair", right):
        return []
    if role is not Role.COORDINATE:
        group = [mention for mention in group if mention.kind != "unknown"]
    capacity = _capacity(right, rules) if role is Role.LEAD else None
    return [RoleFinding(m, role, capacity, rule.id, sureness(m)) for m in group]


def _capacity(right: str, rules: RoleRules) -> Capacity:
    if rules.has("right.chair", right):
        return Capacity.CHU_TRI
    return Capacity.PHOI_HOP if rules.has("right.coordinate", right) else Capacity.THUC_HIEN


def _is_subject(
    clause: str, right: str, end: int, folded: str, predicates: frozenset[int], rules: RoleRules, *, starts: bool
) -> bool:
    """Whether a list of bodies is the subject of its clause: it opens the clause, and an order or duty follows.

    Behind a list that `starts` the text a clause may come between ("Sở Y tế căn cứ chức năng được giao, tham mưu …").
    """
    if rules.has("right.superior", right.split(",")[0][:80]) or rules.has("right.not_duty", right):
        return False
    if _OWNED.search(clause):
        return False  # "Thường trực Ủy ban ... của Quốc hội chủ trì": the owner of a name that was not read
    if rules.has("right.chair", right):
        return True
    last = clause.rsplit(",", 1)[-1].strip()
    opens = (
        not clause.strip()
        or last in _CONNECTIVES
        or clause.strip(" ,") in _CONNECTIVES
        or rules.first("intro", clause.lstrip()) is not None
        or _WHEN.fullmatch(clause.lstrip()) is not None
    )
    if starts and "," in right and _AT_START.match(right):
        return True
    return opens and (_duty_follows(folded, end, predicates) or right.lstrip().startswith((":", "có trách nhiệm")))


def _duty_follows(folded: str, end: int, predicates: frozenset[int]) -> bool:
    bracket = regex.match(r"\s*(?:\([^()]{1,120}\))?\s*,?\s*", folded[end : end + CONTEXT])
    if _STANDS_AS.match(folded, end):
        return True
    return end + (bracket.end() if bracket else 0) in predicates
