"""Whether words of time are a deadline where they stand, and how they bind: before, by, within, on; at which hour.

In: the sentence around an atom.  Out: yes or no, the bound, the hour.
Promise: a rhythm that only names a thing ("ngân sách hằng năm") and a bare date that nothing is to be done by are refused.
"""

from __future__ import annotations

import regex

from models.directive import Bound
from pipeline.detect.deadline_atoms import Atom, deadline_rules

_CLAUSE_END = regex.compile(r"[.;:()\n](?=\s|$)|[()]")
_FULL_STOP = regex.compile(r"[.!?](?=\s)|\n")
_ENDS = regex.compile(r"\s*\)?\s*[.;]?\s*(?:$|\n)")
_PLACED = regex.compile(r"\s+(?:tại|ở|trên\s+địa\s+bàn)\s+[^.;:]{2,60}[.;]?\s*$", regex.IGNORECASE)
_OPENS = regex.compile(r"(?:^|[.;:,(•+\-]|\b(?:và|hoặc|rồi))\s*$", regex.IGNORECASE)
_BEFORE = regex.compile(r"^(?:cho\s+)?(?:đến\s+)?trước", regex.IGNORECASE)
_BY = regex.compile(r"^(?:chậm|muộn|trễ|không|hạn|đến|tới|hết|xong|cho|từ\s+nay|hoàn|kết|thời\s+hạn|tiến)", regex.IGNORECASE)
_WITHIN = regex.compile(r"^(?:ngay\s+)?(?:trong|từ|thời\s+gian)", regex.IGNORECASE)
_HOUR = regex.compile(r"(\d{1,2})\s*(?:giờ|h|g|:)\s*(\d{2})?", regex.IGNORECASE)
_FIRM = regex.compile(r"^(?:(?:cho\s+)?(?:đến\s+)?trước|chậm|muộn|trễ|không|hạn|hoàn|kết|thời|tiến|xong)", regex.IGNORECASE)

_DONE = regex.compile(
    r"(?:hoàn\s+thành|hoàn\s+thiện|kết\s+thúc|xong|(?:thời\s+(?:gian|hạn)|tiến\s+độ)[\s\w]{0,30}:?)\s*$", regex.IGNORECASE
)


def bound_of(cue: str | None) -> Bound | None:
    """How the word before a moment binds it; None where there is no word."""
    words = (cue or "").strip()
    for pattern, bound in ((_BEFORE, Bound.BEFORE), (_BY, Bound.BY), (_WITHIN, Bound.WITHIN)):
        if pattern.match(words):
            return bound
    return Bound.ON if words else None


def is_firm(cue: str | None, before: str = "") -> bool:
    """Whether the words can only set a limit ("trước", "hoàn thành trong"), not tell of a time past ("trong", "đến", "vào")."""
    return _FIRM.match((cue or "").strip()) is not None or _DONE.search(before) is not None


def hour_of(words: str | None) -> str | None:
    """Read "16 giờ 30" and "5 giờ chiều" as HH:MM; the 24th hour is the last minute of the day."""
    found = _HOUR.search(words or "")
    if found is None or words is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if hour < 12 and regex.search(r"chiều|tối", words, regex.IGNORECASE):
        hour += 12
    return "23:59" if hour >= 24 else f"{hour:02d}:{minute:02d}"


def sentence_before(text: str, at: int) -> str:
    """The words of the sentence that lead up to a place: semicolons part clauses only."""
    start = max(0, at - 600)
    for found in _FULL_STOP.finditer(text, start, at):
        start = found.end()
    return text[start:at].lstrip(" -+*•")


def clause_before(text: str, at: int) -> str:
    """The words of the clause that lead up to a place, at most 300 characters."""
    at = _past_bracket(text, at)
    start = max(0, at - 300)
    for found in _CLAUSE_END.finditer(text, start, at):
        start = found.end()
    return text[start:at]


def _past_bracket(text: str, at: int) -> int:
    """The place before a bracket that closes right before `at`: "gửi Sở (qua Văn phòng) 15/12/2025"."""
    end = len(text[:at].rstrip())
    opened = text.rfind("(", max(0, end - 100), end) if text[end - 1 : end] == ")" else -1
    return at if opened < 0 else opened


def acts(words: str) -> bool:
    """Whether a verb of reporting, meeting, holding, checking stands in the words."""
    return deadline_rules().has("context.act", words)


def opens_clause(text: str, at: int) -> bool:
    """Whether a place is the beginning of a clause: after a mark, a bracket, "và", or at the start."""
    return _OPENS.search(text[max(0, at - 12) : at]) is not None


def rhythm_stands(text: str, atom: Atom, *, alone: bool = True) -> bool:
    """Whether a rhythm tells when to act, not which thing is meant ("báo cáo hằng quý" against "kế hoạch hằng năm").

    `alone` is false where the rhythm is to lend its unit to a date elsewhere in the sentence: only a firm one may.
    """
    if "lead" in atom.groups:
        return True
    rules = deadline_rules()
    at = int(atom.get("origin") or atom.start)
    each = text[at : at + 3].lower() == "mỗi"
    opens = opens_clause(text, at)
    clause = clause_before(text, at)
    duty = rules.has("context.duty", text[atom.end : atom.end + 30])
    if not alone:  # also behind who acts: "Sở Y tế hằng năm tổng hợp số liệu, gửi trước 31/10"
        return not each and (opens or (duty and not acts(clause) and rules.has("context.subject", clause)))
    if not each and _ends_deed(text, atom, at):
        return True
    if opens and not each:
        return duty or not rules.has("context.coordinated", clause)
    if opens and rules.has("context.who_acts", text[atom.end : atom.end + 40]):  # "Mỗi năm tổ chức ...", but not "mỗi năm một xã"
        return True
    if atom.rule in ("rhythm.once", "rhythm.pieces", "rhythm.daily"):
        return True
    if each:
        return False
    if atom.get("unit") == "ngày" and clause.strip() and not rules.has("context.daily", clause):
        return not rules.has("context.attribute", clause)  # days name things seldom: "nắm số tàu xuất bến hàng ngày"
    if duty and not acts(clause) and rules.has("context.subject", clause):
        return True
    return _governed(text, atom, at, clause) and not rules.has("context.attribute", clause) and not _planned(clause)


def _governed(text: str, atom: Atom, at: int, clause: str) -> bool:
    """Whether a verb governs a rhythm: one of its clause, or the one that opens the sentence which the rhythm ends."""
    if acts(clause):
        return True
    return _ENDS.match(text, atom.end) is not None and deadline_rules().has("context.duty", sentence_before(text, at))


def _ends_deed(text: str, atom: Atom, at: int) -> bool:
    """Whether a rhythm ends a sentence that opens with a deed ("Sao lưu dữ liệu hằng tuần."), but for the place of it."""
    ends = _ENDS.match(text, atom.end) or _PLACED.match(text, atom.end)
    told = (sentence_before(text, at), clause_before(text, at))  # also behind a semicolon
    return ends is not None and not opens_clause(text, at) and any(deadline_rules().has("context.deed", words) for words in told)


def of_figures(words: str) -> bool:
    """Whether the words before a span tell which time figures cover ("chốt số liệu từ ngày ... đến ngày ...")."""
    return deadline_rules().has("context.data_span", words)


def _planned(clause: str) -> bool:
    """Whether the words before a rhythm name a plan whose object runs up to it ("Kế hoạch quan trắc, cảnh báo hằng năm")."""
    found = deadline_rules().find("context.plan", clause)
    return found is not None and not acts(found["object"])


def set_before(words: str) -> bool:
    """Whether the words before "trước ngày" tell what a thing was by then ("lượng hàng còn tồn"), not what is to be done."""
    return deadline_rules().has("context.state", words)


def asked_before(text: str, at: int) -> bool:
    """Whether the words before a day tell what an earlier letter asked for ("đã có công văn đề nghị gửi trước")."""
    return deadline_rules().has("context.asked_before", sentence_before(text, at))


def report_unit(words: str) -> str | None:
    """The unit of the report that the words of a clause order ("Báo cáo tháng của các đội gửi ..."), or None."""
    found = deadline_rules().find("context.report_of", words)
    return found["unit"].lower() if found else None


def month_told(words: str) -> tuple[int | None, bool]:
    """The one month that a clause is about, if any, and whether it is the month of a report or of figures."""
    found = list(deadline_rules().all("context.month_told", words))
    months = {int(match["month"]) for match in found}
    return (months.pop() if len(months) == 1 else None), any(match["report"] for match in found)


def of_half_year(words: str) -> bool:
    """Whether the words before a day speak of the half year ("báo cáo 6 tháng gửi")."""
    return deadline_rules().has("context.half", words)


def for_purpose(words: str) -> bool:
    """Whether the words lead on to what the work is for ("để", "nhằm", "phục vụ")."""
    return deadline_rules().has("context.purpose", words)


def handed_on(words: str) -> int | None:
    """Where the words of a sentence begin to say what a receiver does with what is sent ("... để tổng hợp, báo cáo UBND tỉnh")."""
    found = deadline_rules().find("context.handed_on", words)
    return found.start("for") if found else None
