"""What the learned judgement of roles says of a passage: roles that no rule gives, and how sure those are that a rule gives.

In: a passage's text, its lists of bodies, what rules say of them.  Out: a `Judgement`.
Promise: what a rule says stands; it is only called less sure. A role that nobody but the judgement gives is never sure.
Source: learned (docs/role-model.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from models.directive import Role
from pipeline.detect.finding import RoleFinding
from pipeline.detect.mentions import Mention
from pipeline.detect.role_model import NOBODY, RoleModel
from pipeline.detect.role_rules import RoleRules
from pipeline.detect.role_signs import signs
from pipeline.detect.roles import CONTEXT, Bodies, capacity_of
from pipeline.detect.unlisted import LEARNED

__all__ = ["Judgement", "judge"]

LIKELY = {Role.LEAD.value: 0.7, Role.COORDINATE.value: 0.75}
"""Least probability with which a list gets a role of which no rule says anything: rules miss few of those who coordinate, and of
documents left out of the training 15 of 55 lists judged to lead with 0.5 to 0.7 did so (docs/role-model.md).
"""
JUDGED = 0.85
"""No role that only the judgement gives is surer."""
ALONG = 0.7
"""Confidence of a body of unknown name in a list of bodies that a rule gives a role."""
OPEN = 0.25
"""From this probability on it is doubtful whether a list without a role has none."""
WORTH = ((0.3, 0.6), (0.5, 0.7), (0.8, 0.9))
"""How often a lead that a rule gives was right, by the probability below which the judgement gives it: 10 of 18, 18 of 26, 41 of
45; above, 209 of 213 (32 documents that neither rules nor judgement had seen)."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """`added` are roles that no rule gives; `chances` says for each body that begins at an offset, and leads or has no role by a
    rule, what its list may be; `doubtful` are bodies that got no role and may have one.
    """

    added: tuple[RoleFinding, ...]
    chances: Mapping[int, Mapping[str, float]]
    doubtful: tuple[Mention, ...]

    def tempered(self, finding: RoleFinding) -> RoleFinding:
        """A lead that a rule gives, with the sureness that the judgement leaves it."""
        if finding.role is not Role.LEAD or finding.mention.start not in self.chances:
            return finding
        chance = self.chances[finding.mention.start][Role.LEAD.value]
        most = next((worth for limit, worth in WORTH if chance < limit), 1.0)
        return replace(finding, confidence=most) if finding.confidence > most else finding


def judge(
    text: str,
    folded: str,
    lists: Sequence[Bodies],
    ruled: Sequence[RoleFinding],
    model: RoleModel,
    rules: RoleRules,
    *,
    refused: frozenset[int] = frozenset(),
) -> Judgement:
    """The judgement of a passage; `ruled` is what rules say of it, `refused` where bodies begin that have no role by a rule."""
    told = refused.union(finding.mention.start for finding in ruled)
    given = {finding.mention.start: finding for finding in ruled}
    leads = {finding.mention.start for finding in ruled if finding.role is Role.LEAD}
    added: list[RoleFinding] = []
    chances: dict[int, Mapping[str, float]] = {}
    doubtful: list[Mention] = []
    for number, group in enumerate(lists):
        known = any(mention.start in told for mention in group)
        if known:
            added += _along(group, given)
        if known and not any(mention.start in leads for mention in group):
            continue  # a rule says that they coordinate, receive or have no role: nothing is asked
        own = model.chances(signs(text, folded, group, number))
        chances.update((mention.start, own) for mention in group)
        if known:
            continue
        if _names_follow(lists[number : number + 2], folded):
            continue  # "Giao các đơn vị: Phòng Đào tạo, Phòng Quản trị": those named act
        found = list(_given(group, own, folded, rules))
        added += found
        doubtful += group if not found and 1 - own[NOBODY] >= OPEN else ()
    return Judgement(tuple(added), chances, tuple(doubtful))


def _names_follow(groups: Sequence[Bodies], folded: str) -> bool:
    """Whether a collective is only the word above those that are named behind its colon."""
    if len(groups) < 2 or groups[0][-1].kind != "collective":
        return False
    return folded[groups[0][-1].end : groups[1][0].full_start].strip() == ":"


def _along(group: Bodies, given: Mapping[int, RoleFinding]) -> Iterator[RoleFinding]:
    """Bodies of no list of names that stand in a list with others of one role: they have it too."""
    roles = {(given[mention.start].role, given[mention.start].capacity) for mention in group if mention.start in given}
    if len(roles) == 1:
        role, capacity = roles.pop()
        for mention in group:
            if mention.rule == LEARNED:
                yield RoleFinding(mention, role, capacity, f"judged.{role.value}", ALONG)


def _given(group: Bodies, chances: Mapping[str, float], folded: str, rules: RoleRules) -> Iterator[RoleFinding]:
    """The bodies of a list in the role that is likely."""
    role = max(chances, key=lambda name: chances[name])
    if role == NOBODY or chances[role] < LIKELY[role]:
        return
    end = group[-1].end
    capacity = capacity_of(folded[end : end + CONTEXT], rules) if role == Role.LEAD.value else None
    for mention in group:
        yield RoleFinding(mention, Role(role), capacity, f"judged.{role}", min(JUDGED, round(chances[role], 2)))
