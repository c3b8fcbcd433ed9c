"""The issuer that speaks of itself in an item: it sends something and asks others, or it or a deputy of its head directs a body.

In: the bodies in roles of an item, its analysis, whether a name is the issuer's.  Out: the roles of those it speaks to.
Promise: nothing changes unless the item opens with the very body that issues the paper, or a deputy of its house; who is asked or
directed then leads.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models.directive import Role
from pipeline.detect.analysis import Analysis
from pipeline.detect.bidding import DIRECTED
from pipeline.detect.finding import RoleFinding
from pipeline.detect.mentions import Mention, groups
from pipeline.detect.roles import capacity_of, sureness
from pipeline.detect.subjects import Place, acts
from pipeline.rules.folding import fold_same_length
from pipeline.rules.people import behind_person

__all__ = ["without_issuer"]

SAID_OF = ("role.lead.subject", "judged.lead")
"""Rules of bodies that an item says something of."""


def without_issuer(findings: Sequence[RoleFinding], analysis: Analysis, is_issuer: Callable[[str], bool]) -> list[RoleFinding]:
    """The findings; an issuer that sends a paper and asks, or directs others, has no duty of its own."""
    first = next((f for f in findings if f.role is Role.LEAD), None)
    opens = next((mention for mention in analysis.mentions if _opens(mention, analysis)), None)
    if opens is None or any(f.role is Role.SUPERVISE for f in findings):
        return _told_by_a_deputy(findings, analysis)
    if first is not None and first.mention.start == opens.start and first.rule not in SAID_OF:
        return list(findings)
    asks = analysis.rules.at("self.sends_and_asks", analysis.folded, opens.end)
    deputy = analysis.rules.at("self.deputy", fold_same_length(opens.head)) is not None
    directs = analysis.rules.at("self.deputy_directs" if deputy else "self.directs", analysis.folded, opens.end)
    if (asks is None and directs is None) or not is_issuer(opens.name):
        return list(findings)
    if asks is not None:
        asked = any(f.role is Role.LEAD and f.mention.start >= asks.end() for f in findings)
        return [f for f in findings if f.mention.start >= asks.end()] if asked else list(findings)
    told = _directed(analysis, directs.end()) if directs else ()
    starts = {finding.mention.start for finding in told} | {opens.start}
    rest = (f for f in findings if f.mention.start not in starts)
    return [*told, *rest] if told else list(findings)


def _told_by_a_deputy(findings: Sequence[RoleFinding], analysis: Analysis) -> list[RoleFinding]:
    """The findings; whom a deputy directs leads, where nobody else does: one of the house, called without its name ("Phó Chủ tịch
    theo lĩnh vực phụ trách chỉ đạo các phòng rà soát ..."), or one who supervises ("Giao Phó Chủ tịch ... chỉ đạo Sở A rà soát");
    where that is his task ("Giao ... chỉ đạo các bộ"), a collective has none of its own.
    """
    alone = analysis.rules.at("self.deputy_alone", analysis.folded, analysis.first)
    watches = next((f.mention for f in findings if f.role is Role.SUPERVISE), None)
    deputy = watches.end if watches else alone.end() if alone else None
    if deputy is None or any(f.role is Role.LEAD for f in findings):
        return list(findings)
    directs = analysis.rules.at("self.deputy_directs", analysis.folded, behind_person(analysis.text, deputy))
    told = _directed(analysis, directs.end()) if directs else ()
    his_task = watches is not None and watches.full_start != analysis.first
    return list(findings) if his_task and told and told[0].mention.kind == "collective" else [*told, *findings]


def _opens(body: Mention, analysis: Analysis) -> bool:
    """Whether an item opens with a body, or with what it acts upon ("Để kịp tiến độ, Sở Y tế gửi kèm ...")."""
    before = analysis.folded[: body.full_start]
    return body.full_start == analysis.first or analysis.rules.at("self.upon", before) is not None


def _directed(analysis: Analysis, at: int) -> tuple[RoleFinding, ...]:
    """The list of bodies at an offset, where what they shall do stands behind it, or in the list that it opens."""
    lists = groups(analysis.mentions, analysis.text, analysis.rules)
    bodies: Sequence[Mention] = next((group for group in lists if group[0].full_start == at), ())
    if not bodies:
        return ()
    opens = not analysis.text[bodies[-1].end :].strip(" :")
    if not opens and not acts(Place(analysis.text, analysis.folded, at, bodies[-1].end), analysis.cues, analysis.rules):
        return ()
    capacity = capacity_of(analysis.folded[bodies[-1].end :], analysis.rules)
    return tuple(RoleFinding(body, Role.LEAD, capacity, DIRECTED, sureness(body)) for body in bodies)
