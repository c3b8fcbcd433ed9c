"""Terms counted from a day: "trong 10 ngày làm việc kể từ ngày ký", "chậm nhất 03 ngày sau khi kết thúc".

In: an atom of kind "term", the issue date, the calendar.  Out: the last day of the term, or the reason why it is unknown.
Promise: a day is given only where the term begins with the issue of this document or with its effect, the day known, or with a day
that is named.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import regex

from pipeline.detect.calendar import WorkCalendar
from pipeline.detect.deadline_atoms import Atom, deadline_rules
from pipeline.detect.deadline_values import number, read_moment

_DATE = regex.compile(
    r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d{2}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+(?:19|20)\d{2}", regex.IGNORECASE
)


class Term(NamedTuple):
    """The end of a term, with what it might be and why it is not known."""

    due: date | None
    candidates: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


def read_term(atom: Atom, *, issued: date | None, calendar: WorkCalendar, in_force: date | None = None) -> Term:
    """The end of the term of an atom, counted from the issue date or the day of effect where the words say so."""
    anchor = (atom.get("anchor") or "").strip()
    if not anchor:
        return Term(None, (), ("Không nói rõ tính từ ngày nào",))
    if atom.get("back"):
        return Term(None, (), ("Tính lùi từ một việc chưa biết ngày",))
    if (start := _day_named(anchor)) is not None and _is_limit(atom):
        due, reasons = _end(atom, start, calendar)
        return Term(due, (), tuple(reason.replace("ngày ban hành", "ngày nêu ra") for reason in reasons))
    from_issue = bool(atom.get("issue"))
    takes_effect = "hiệu lực" in anchor
    if takes_effect and in_force is not None and deadline_rules().has("effect.of_this", anchor):
        due, reasons = _end(atom, in_force, calendar)
        return Term(due, (), tuple(reason.replace("ngày ban hành", "ngày có hiệu lực") for reason in reasons))
    if not from_issue and not takes_effect:
        return Term(None, (), ("Tính từ một việc chưa biết ngày",))
    if issued is None:
        return Term(None, (), ("Không rõ ngày ban hành nên không tính được hạn",))
    due, reasons = _end(atom, issued, calendar)
    if due is not None and takes_effect and not from_issue:
        return Term(None, (due.isoformat(),), ("Tính từ ngày có hiệu lực; nếu là ngày ký thì có hạn dự kiến",))
    return Term(due, (), reasons)


def _day_named(anchor: str) -> date | None:
    """The day of an anchor that is a whole date: "15/3/2024", "15 tháng 3 năm 2024"."""
    return read_moment(anchor, year=None).last if _DATE.fullmatch(anchor) else None


def _is_limit(atom: Atom) -> bool:
    """Whether a term is one of days to act in: "thời hạn 05 năm kể từ ngày 15/3/2024" tells how long a post or a permit lasts."""
    unit, cue = (atom.get("unit") or "").lower(), (atom.get("cue") or "").lower()
    return unit.startswith("ngày") and bool(cue) and not cue.startswith("thời")


def _end(atom: Atom, issued: date, calendar: WorkCalendar) -> tuple[date | None, tuple[str, ...]]:
    n, unit = number(atom.get("n")), " ".join((atom.get("unit") or "").lower().split())
    if n is None or unit.startswith(("giờ", "phút")):
        return None, ("Hạn tính bằng giờ từ lúc ban hành, không rõ giờ ban hành",)
    try:
        if unit == "ngày làm việc":
            return calendar.add_working_days(issued, n), ("Tính theo ngày làm việc từ ngày ban hành (Bộ luật Dân sự, Điều 147)",)
        counted = "Tính từ ngày ban hành (Bộ luật Dân sự, Điều 147, 148)"
        if unit in ("ngày", "tuần"):
            return calendar.add_days(issued, n * (7 if unit == "tuần" else 1)), (counted,)
        return calendar.add_months(issued, n * {"tháng": 1, "quý": 3, "năm": 12}[unit]), (counted,)
    except (ValueError, OverflowError):
        return None, ("Thời hạn quá dài, không tính được",)
