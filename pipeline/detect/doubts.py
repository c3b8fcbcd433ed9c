"""How sure a record is, and why not surer, in sentences for the person who looks at it.

In: a draft, its agencies and deadlines.  Out: reasons and a confidence.
Promise: each doubt is one Vietnamese sentence; no record is surer than the least sure of its agencies and deadlines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import regex

from models.directive import AgencyRole, Deadline, Role
from pipeline.detect.analysis import Analysis
from pipeline.detect.draft import Draft
from pipeline.rules.deadline_words import NOTES

__all__ = ["LEAST_SURE", "NO_LEAD", "OTHER_DOUBT", "doubts_of"]

NO_LEAD = "không nêu cơ quan chủ trì"
FROM_OPENING = "cơ quan chủ trì suy ra từ câu mở đầu"
UNKNOWN_NAME = "tên cơ quan đọc theo vị trí trong câu, chưa có trong danh mục"
UNNUMBERED = "đoạn không đánh số: có thể thuộc mục ngay trên"
MAYBE_MORE = "có thể câu này còn giao việc cho “{}”"
UNSURE_LEAD = "chưa chắc việc này giao cho “{}”"
UNSURE_ALONG = "chưa chắc việc này có phần của “{}”"
UNSURE_TIME = "chưa chắc “{}” là thời hạn"
WHO_ACTS = "có vế câu chưa rõ ai thực hiện"
SEVERAL = "mục này giao mỗi cơ quan một việc: cần xem phối hợp và thời hạn là của việc nào"
SURE = 0.97
"""Confidence of a numbered task that opens with an order; each doubt below takes its share. The shares are judgements, checked by
the calibration table of corpus/RESULTS.md."""
DOUBTS = {NO_LEAD: 0.08, FROM_OPENING: 0.04, UNNUMBERED: 0.06, WHO_ACTS: 0.05, SEVERAL: 0.0}
OTHER_DOUBT = 0.12
UNKNOWN_BELOW = 0.8
LEAST_SURE = 0.3
_TOLD_BY_PART = (UNKNOWN_NAME, *(doubt.partition("{")[0] for doubt in (UNSURE_LEAD, UNSURE_ALONG, UNSURE_TIME)))
"""Doubts that take no share: the confidence of the agency or the deadline is low already."""
_CLAUSE_BETWEEN = regex.compile(r"(?:\s*\([^()]*\))?(?:,?\s+[^\s.;]+){2}[^.;]*[.;]\s")
"""Words of its own behind a body, and the end of its clause; in a list only a bracket stands there ("Sở A (chủ trì); các xã")."""
_BEHIND_STOP = regex.compile(r"[.;]\s+(?=\p{L})")
_SETS_SCENE = regex.compile(
    r"(?:trong đó|đồng thời|riêng|đối với|trường hợp|nếu|khi|sau khi|trước khi|căn cứ|theo|thời gian|thời hạn|hạn cuối|định kỳ|hằng"
    r"|hàng|không|tuyệt đối|nghiêm cấm|kịp thời|kiên quyết|đặc biệt|trước mắt|nhất là|ngoài ra|thường xuyên|chú trọng|ưu tiên"
    r"|kinh phí|mọi)\b"
)
"""Openings of clauses behind which the same body goes on."""


def doubts_of(draft: Draft, agencies: Sequence[AgencyRole], deadlines: Sequence[Deadline]) -> tuple[tuple[str, ...], float]:
    """The reasons for doubt, each once, and the confidence that they leave."""
    reasons = tuple(dict.fromkeys((*draft.reasons, *_about_agencies(draft, agencies), *_about_text(draft), *_about(deadlines))))
    if (deadlines or any(agency.role is Role.COORDINATE for agency in agencies)) and _each_its_own(draft.analysis, agencies):
        reasons = (*reasons, SEVERAL)
    sureness = [a.evidence.confidence for a in agencies if a.role in (Role.LEAD, Role.COORDINATE)]
    sureness += [d.evidence.confidence for d in deadlines if d.due or d.rrule]
    own = SURE - sum(DOUBTS.get(reason, OTHER_DOUBT) for reason in reasons if not reason.startswith(_TOLD_BY_PART))
    if not draft.item.marker and UNNUMBERED not in reasons:
        own -= DOUBTS[UNNUMBERED]  # where its task begins and ends is as unsure with no item above, though there is nothing to say
    return reasons, round(max(LEAST_SURE, min([own, *sureness])), 2)


def _about_agencies(draft: Draft, agencies: Sequence[AgencyRole]) -> Iterable[str]:
    leads = [agency for agency in agencies if agency.role is Role.LEAD]
    if not leads:
        yield NO_LEAD
    elif draft.context.from_opening and leads[0].inherited:
        yield FROM_OPENING
    judgement = draft.analysis.judgement
    ruled = (finding for finding in draft.analysis.settled if judgement.tempered(finding) is not finding)
    unsure = frozenset(finding.name for finding in (*judgement.added, *ruled))
    yield from (UNSURE_LEAD.format(lead.name) for lead in leads[:1] if lead.name in unsure)
    yield from _about_others(leads, agencies, unsure)
    yield from (MAYBE_MORE.format(mention.name) for mention in judgement.doubtful[:1])
    if any(agency.evidence.confidence < UNKNOWN_BELOW and agency.name not in unsure for agency in agencies):
        yield UNKNOWN_NAME


def _about_others(leads: Sequence[AgencyRole], agencies: Sequence[AgencyRole], unsure: frozenset[str]) -> Iterable[str]:
    """The least sure of the other bodies by the judgement, where it makes the record doubtful."""
    rest = (*leads[1:], *(agency for agency in agencies if agency.role is Role.COORDINATE))
    low = [agency for agency in rest if agency.name in unsure and agency.evidence.confidence < UNKNOWN_BELOW]
    if low:
        least = min(low, key=lambda agency: agency.evidence.confidence)
        yield (UNSURE_LEAD if least.role is Role.LEAD else UNSURE_ALONG).format(least.name)


def _about_text(draft: Draft) -> Iterable[str]:
    if not draft.item.marker and draft.behind_items:
        yield UNNUMBERED
    if draft.analysis.leads and _unexplained(draft.analysis):
        yield WHO_ACTS


def _each_its_own(analysis: Analysis, agencies: Sequence[AgencyRole]) -> bool:
    """Whether two bodies lead in clauses of their own: the record is one (ANNOTATION rule 3) and leaves open whose the rest is."""
    own = {agency.name for agency in agencies if agency.role is Role.LEAD and not agency.inherited}
    spans = [(lead.mention.end, lead.mention.full_start) for lead in analysis.leads if lead.name in own]
    between = (analysis.text[end:start] for (end, _), (_, start) in pairwise(spans))
    return any(_CLAUSE_BETWEEN.match(words) for words in between)


def _unexplained(analysis: Analysis) -> bool:
    """Whether a clause opens with neither a body nor a word of order: somebody may act in it whom no rule knows."""
    return any(
        not analysis.cues.opens(match.end())
        and not any(mention.full_start <= match.end() < mention.end for mention in analysis.mentions)
        and _SETS_SCENE.match(analysis.folded, match.end()) is None
        for match in _BEHIND_STOP.finditer(analysis.text)
    )


def _about(deadlines: Sequence[Deadline]) -> Iterable[str]:
    for deadline in deadlines:
        doubts = [reason for reason in deadline.reasons if reason not in NOTES]
        yield from doubts
        if not doubts and (deadline.due or deadline.rrule) and deadline.evidence.confidence < UNKNOWN_BELOW:
            yield UNSURE_TIME.format(deadline.text)
