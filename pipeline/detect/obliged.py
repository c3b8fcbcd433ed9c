"""Who must do what a sentence above a list announces, where no list of bodies knows the name.

In: the analysis of the sentence.  Out: `RoleFinding` values, none where it obliges nobody by a name.
Promise: work obliges nobody ("Công tác thống kê cần tập trung vào các việc sau:"), and what a dossier must hold is no duty.
Source: ANNOTATION rules, "Agencies of a task": else from the sentence that opens the list.
"""

from __future__ import annotations

from itertools import pairwise

import regex

from models.directive import Capacity, Role
from pipeline.detect.analysis import Analysis
from pipeline.detect.mention_rules import unlisted_body
from pipeline.detect.roles import RoleFinding, sureness

__all__ = ["is_called_a_body", "obliged_by_name"]

LONGEST = 25
"""Words of a subject with all its parts."""
LONGEST_PART = 6
"""Words of a last part that opens like no body and still belongs to those before it ("đoàn viên, thanh niên")."""

_SENTENCE = regex.compile(r"[.;:]\s+")


def obliged_by_name(analysis: Analysis) -> tuple[RoleFinding, ...]:
    """The subject of a sentence above a list that must do what stands below ("Năm tới, toàn ngành cần làm tốt các việc sau:")."""
    for must in analysis.rules.all("opening.obliges", analysis.folded):
        if analysis.text[must.start("must")].isupper():
            continue  # "thành phố Cần Thơ"
        start = max((end.end() for end in _SENTENCE.finditer(analysis.folded, 0, must.start())), default=0)
        span = _subject(analysis, start, must.start())
        if span is not None:
            body = unlisted_body(analysis.text, *span)
            return (RoleFinding(body, Role.LEAD, Capacity.THUC_HIEN, "role.lead.heading", sureness(body)),)
    return ()


def is_called_a_body(folded: str, analysis: Analysis) -> bool:
    """Whether a stretch opens like the name of a body or of a group of people."""
    rules = analysis.rules
    return rules.first("heading_body", folded) is not None or rules.at("opening.who", folded) is not None


def _subject(analysis: Analysis, start: int, end: int) -> tuple[int, int] | None:
    """Where the subject stands that a stretch ends with: from the last seam behind which a body opens, with the parts before it
    that open like one too.
    """
    folded = analysis.folded
    end -= len(folded[start:end]) - len(folded[start:end].rstrip(" ,"))
    seams = [start, *(start + match.end() for match in analysis.rules.all("opening.seam", folded[start:end]))]
    parts = list(pairwise([*dict.fromkeys(seams), end]))
    while parts and not is_called_a_body(folded[slice(*parts[-1])], analysis):
        last = parts.pop()
        if len(folded[slice(*last)].split()) > LONGEST_PART or any(last[0] <= at < last[1] for at in analysis.cues.predicates):
            return None
    if not parts:
        return None
    begins = parts[-1][0]
    for part in reversed(parts[:-1]):
        if folded[:begins].rstrip()[-1:] != "," or not is_called_a_body(folded[slice(*part)], analysis):
            break
        begins = part[0]
    return (begins, end) if len(folded[begins:end].split()) <= LONGEST else None
