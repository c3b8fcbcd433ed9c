"""Whether an item of a list of orders tells somebody to act, although it does not open with a word of order.

In: the analysis of an item.  Out: yes or no.
Promise: what was done, what a body is, and what the name of a plan or of its author says ("do Bộ Y tế ban hành") is no order.
Source: ANNOTATION rules, "A task", 1.
"""

from __future__ import annotations

import regex

from models.directive import Capacity, Role
from pipeline.detect.analysis import Analysis
from pipeline.detect.finding import RoleFinding
from pipeline.detect.mention_rules import unlisted_body
from pipeline.detect.mentions import Mention

__all__ = ["OPENING", "acts_within", "body_at_start", "led_later", "orders_later"]

OPENING = "role.lead.opening"
"""The rule of a body of unknown name that an item opens with."""

FAR, NEAR = 12, 3
"""Words that may stand between a body and what it does: behind the first words of an item, where the name may go on ("Các xã
ven sông Hồng, sông Đuống tranh thủ ..."), and inside a sentence."""

_CLAUSE = regex.compile(r"(?:\.\s+(?=\p{Lu})|;\s+)")
_LEAD_IN = regex.compile(r"(?:riêng|trong đó|đồng thời|các đồng chí|đồng chí|lãnh đạo|thủ trưởng)\s+$")
_NO_DUTY = regex.compile(r"[.;:()]|\b(?:đã|đang|được|bị|là|của|chưa|sẽ|mà|để|do|theo|khi|nếu|vẫn|còn)\b")
_NO_ACTOR = regex.compile(
    r"\b(?:do|được|của|bởi|cho|với|theo|đến|về|gửi|cáo|trình|tại|qua|như|trong|thuộc|từ|giữa|giúp|đề nghị)"
    r"(?: (?:phần lớn|đa số|hầu hết|một số|nhiều))?\s*$"
)


_BESIDES = regex.compile(r"(?:riêng|đồng thời|trong đó|trước mắt),? ")
_VERB_TOO = regex.compile(r"(?:đối với|giao|đề nghị|yêu cầu|tổ chức|cấp|báo(?!(?:,| và) đài))\b")
"""Words that open the names of bodies in headings, and orders or explanations in items."""
_SEAM = regex.compile(r",\s+|\s+và\s+")
UNSURE = 0.65
"""How sure a body is of which only its first word tells that it is one."""

_LACKS = regex.compile(r"không (?:có|còn|đủ|thuộc|đạt)\b")
"""What is not there, no prohibition."""


def acts_within(analysis: Analysis) -> bool:
    """Whether a body acts in it, a later clause is an order, or it says by when something is to be sent."""
    due = orders_later(analysis) or analysis.test("due")
    return due or any(_acts(mention, analysis) for mention in analysis.mentions) or bool(body_at_start(analysis))


def body_at_start(analysis: Analysis) -> tuple[RoleFinding, ...]:
    """The bodies that an item opens with, of which no list of names knows ("Tổ dân phòng, chủ nhà trọ kiểm tra hằng tuần ...")."""
    start = analysis.first + (beside.end() if (beside := _BESIDES.match(analysis.folded[analysis.first :])) else 0)
    if analysis.rules.first("heading_body", analysis.folded[start:]) is None:
        return ()
    if any(mention.full_start == start for mention in analysis.mentions) or _VERB_TOO.match(analysis.folded, start):
        return ()
    behind = [at for at in analysis.cues.predicates if at > start and analysis.cues.strong(at)]
    end = len(analysis.text[: min(behind, default=start)].rstrip(" ,"))
    name = analysis.folded[start:end]
    if not 2 <= len(name.split()) <= FAR or _NO_DUTY.search(name) is not None:
        return ()
    spans = _bodies_between(analysis, start, end)
    named = (unlisted_body(analysis.text, lo, hi) for lo, hi in spans)
    return tuple(RoleFinding(mention, Role.LEAD, Capacity.THUC_HIEN, OPENING, UNSURE) for mention in named)


def _bodies_between(analysis: Analysis, start: int, end: int) -> list[tuple[int, int]]:
    """The bodies between two offsets, parted where a new one opens ("Trường mầm non, nhóm trẻ và chủ nhà trọ")."""
    spans = []
    for seam in _SEAM.finditer(analysis.folded, start, end):
        if analysis.rules.first("heading_body", analysis.folded[seam.end() : end]) is not None:
            spans.append((start, seam.start()))
            start = seam.end()
    return [*spans, (start, end)]


def orders_later(analysis: Analysis) -> bool:
    """Whether a clause behind the first opens with a word of order."""
    begins = (match.end() for match in _CLAUSE.finditer(analysis.text))
    return any(at in analysis.orders and _LACKS.match(analysis.folded, at) is None for at in begins)


_ABOVE = regex.compile(
    r"(?:quốc hội|chính phủ|bộ chính trị|ban bí thư|trung ương|đảng|nhà nước|nhân dân)\b|thủ tướng|ủy ban thường vụ"
)
"""Those who order: what they do in the middle of an item tells why it is ordered."""


def led_later(analysis: Analysis) -> bool:
    """Whether a clause behind the first names who acts ("Thống nhất với đề xuất của xã; Sở Y tế thẩm định hồ sơ")."""
    first = _CLAUSE.search(analysis.text)
    return first is not None and any(lead.mention.start >= first.end() for lead in analysis.leads)


def _acts(mention: Mention, analysis: Analysis) -> bool:
    if _ABOVE.match(analysis.folded, mention.start):
        return False
    before = analysis.folded[: mention.full_start]
    opens = mention.full_start == analysis.first or _LEAD_IN.fullmatch(before.lstrip()) is not None
    if not opens and _NO_ACTOR.search(before):
        return False
    whole = opens and mention.kind != "collective"  # its name is over: "Hội Nông dân xã nhận quản lý ..."
    behind = [at for at in analysis.cues.predicates if at >= mention.end and (whole or analysis.cues.strong(at))]
    if not behind:
        return False
    between = analysis.folded[mention.end : min(behind)]
    return len(between.split()) <= (FAR if opens else NEAR) and _NO_DUTY.search(between) is None
