"""What the directory answers: a body, or candidates, with a status, a confidence and a sentence for the reviewer.

In: the status and the facts of an answer.  Out: `Resolution` values.
Promise: an answer that chooses no body holds candidates, and says why in Vietnamese and in English.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """What became of a name. Only the first five choose a body."""

    FOUND = "found"
    NEAR = "near"
    GENERIC = "generic"
    PATTERN = "pattern"
    GROUP = "group"
    UNDATED = "undated"
    AMBIGUOUS = "ambiguous"
    ENDED = "ended"
    NOT_YET = "not_yet"


CONFIDENCE = {
    Status.FOUND: 0.98,
    Status.NEAR: 0.85,
    Status.GENERIC: 0.9,
    Status.PATTERN: 0.75,
    Status.GROUP: 0.95,
    Status.UNDATED: 0.8,
    Status.AMBIGUOUS: 0.4,
    Status.ENDED: 0.3,
    Status.NOT_YET: 0.3,
}
"""A ranking for the reviewer's list, not measured frequencies: certain name and day first, open questions last."""

REASONS = {
    Status.FOUND: ("tên có trong danh bạ, còn hiệu lực ngày {on}", "the name is in the directory and valid on {on}"),
    Status.NEAR: (
        "gần ngày sắp xếp bộ máy ({limit}), ngày mỗi tỉnh có khác nhau",
        "near the reorganisation ({limit}); the day differed by province",
    ),
    Status.GENERIC: ("tên chung, chưa rõ thuộc nơi nào", "a general name; the place is not known"),
    Status.PATTERN: ("nhận theo dạng tên", "recognised by the form of the name"),
    Status.GROUP: ("tên chung của một nhóm cơ quan", "a name for a group of bodies"),
    Status.UNDATED: (
        "không rõ ngày văn bản nên chưa kiểm được thời hạn của tên",
        "the date is not known, so the lifetime was not checked",
    ),
    Status.AMBIGUOUS: ("tên có thể chỉ nhiều cơ quan: {names}", "the name may mean several bodies: {names}"),
    Status.ENDED: (
        "{name} đã kết thúc ngày {limit}, trước ngày văn bản; nơi tiếp nhận: {names}",
        "{name} ended on {limit}, before the document; successors: {names}",
    ),
    Status.NOT_YET: (
        "{name} chỉ có từ ngày {limit}, sau ngày văn bản; trước đó: {names}",
        "{name} exists only from {limit}, after the document; before it: {names}",
    ),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body that a name may mean."""

    agency_id: str
    canonical: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name means: the body, or None and its candidates; `reason` is Vietnamese, `reason_en` English."""

    agency_id: str | None
    canonical: str | None
    confidence: float
    candidates: tuple[Candidate, ...]
    status: Status
    reason: str
    reason_en: str


def resolution(
    status: Status,
    candidates: tuple[Candidate, ...],
    *,
    agency_id: str | None = None,
    canonical: str | None = None,
    **facts: object,
) -> Resolution:
    """Put the facts into the sentences of the status; a choice is made only where an id is given."""
    vi, en = (text.format(**{key: _said(fact) for key, fact in facts.items()}) for text in REASONS[status])
    return Resolution(agency_id, canonical, CONFIDENCE[status], candidates, status, vi, en)


def _said(fact: object) -> str:
    return f"{fact:%d/%m/%Y}" if isinstance(fact, date) else str(fact)
