"""Deadlines without a partner: a day, a span, a term, a start, a rhythm of its own, words without a value.

In: a scene and one atom.  Out: its draft, or None where it is no deadline.
Promise: a period that is over and only told ("trong năm 2023") is refused; a limit that lies before the issue stays, with a reason.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import regex

from models.directive import Bound
from pipeline.detect.deadline_atoms import Atom, deadline_rules
from pipeline.detect.deadline_back import counted_back
from pipeline.detect.deadline_context import (
    acts,
    asked_before,
    bound_of,
    clause_before,
    hour_of,
    is_firm,
    of_figures,
    opens_clause,
    rhythm_stands,
    set_before,
)
from pipeline.detect.deadline_join import PART, closed, rhythm_in, with_hour, words_of
from pipeline.detect.deadline_rhythms import plain_rule
from pipeline.detect.deadline_scene import Draft, Scene
from pipeline.detect.deadline_terms import read_term
from pipeline.detect.deadline_values import Moment, read_moment
from pipeline.rules.deadline_words import YEAR_OF_PAPER

_SESSION = regex.compile(r"(?:tại|trong)\s+(?:kỳ|phiên)\s+họp\b", regex.IGNORECASE)
_MONTHS = regex.compile(r"(?:(?:đầu|giữa|cuối|hết)\s+)?(?:tháng|quý)\b", regex.IGNORECASE)
_NEXT_YEAR_TOLD = "Văn bản không ghi năm; lấy năm sau vì ngày này đã qua khi ban hành"
_THIS_YEAR = regex.compile(r"\s+(?:(?:của|trong)\s+)?năm\s+(?:nay|này)\b", regex.IGNORECASE)
_AFTER_COLON = regex.compile(r"[\p{L}\d)]\s*:\s*$", regex.IGNORECASE)
_ENDS = regex.compile(r"\s*[.;]?\s*$", regex.IGNORECASE)
_UNTIL_GAP = regex.compile(r"[\s,]*", regex.IGNORECASE)


def due(scene: Scene, i: int, moment: Moment) -> Draft | None:
    """The deadline of a moment, or None where it only tells of a time."""
    atom = scene.atoms[i]
    moment, end = _of_the_next_year(scene, atom, moment)
    moment = _coming(scene, atom, moment)
    cue = atom.get("cue")
    bound = bound_of(cue) or (Bound.ON if moment.precise else Bound.WITHIN)
    last, reasons = moment.last, moment.reasons
    if bound == Bound.BEFORE and not moment.precise and moment.first and not PART.match(words_of(atom)):
        last = moment.first - timedelta(days=1)
    if not scene.labelled and not _wanted(scene, atom, moment, last):
        return None
    draft = Draft(atom.start, end, atom.rule, atom.confidence, last, None, hour_of(atom.get("time")), bound=bound)
    draft = replace(draft, candidates=moment.candidates, reasons=reasons, start_day=_start(scene, atom, moment))
    draft = _doubted(scene, atom, moment, draft)
    draft = counted_back(scene, i, draft) if moment.precise and bound == Bound.BEFORE else draft
    return with_hour(scene, _until(scene, i, draft), i, None)


def _of_the_next_year(scene: Scene, atom: Atom, moment: Moment) -> tuple[Moment, int]:
    """The moment, of the year after the document's where the words behind it say so, and where they end ("10 tháng 01 năm sau")."""
    year = scene.issued.year if scene.issued else scene.year
    told = deadline_rules().at("context.next_year", scene.text, atom.end)
    if told is None or year is None or moment.yeared or not moment.precise:
        return moment, atom.end
    later = read_moment(words_of(atom), year=year + 1)
    return replace(later, yeared=True, reasons=(), candidates=()), told.end()


def _coming(scene: Scene, atom: Atom, moment: Moment) -> Moment:
    """The moment in the next year, where it names none and is over at the issue: in the paper's school year ("trước ngày 31/5" in
    a plan of August), or soon again ("trong tháng 01" and "đến 05/02" in a letter of December).
    """
    issued = scene.issued
    if issued is None or moment.yeared or moment.last is None or moment.last >= issued:
        return moment
    later = read_moment(words_of(atom), year=issued.year + 1)
    if later.first is None or later.last is None:
        return moment
    within = scene.school_end is not None and later.last <= scene.school_end
    limited = bound_of(atom.get("cue")) in (Bound.BY, Bound.BEFORE) if moment.precise else atom.get("cue") is not None
    named = moment.precise or _MONTHS.match(words_of(atom)) is not None
    if not within and not (limited and named and _soon(issued, moment.last, later.first)):
        return moment
    return replace(later, yeared=False, reasons=(*later.reasons, _NEXT_YEAR_TOLD))


def _wanted(scene: Scene, atom: Atom, moment: Moment, last: date | None) -> bool:
    """Whether a moment of running text is something to be done by, not a date that is told."""
    cue = atom.get("cue")
    before = scene.text[max(0, atom.start - 60) : atom.start]
    told = not is_firm(cue, before) or set_before(before) or asked_before(scene.text, atom.start)
    if last is not None and _is_past(scene, last) and told:
        return False
    if atom.get("from") and of_figures(before):
        return False
    if cue or _sets(atom) or (atom.kind == "bare" and moment.precise and moment.yeared and _is_ahead(scene, last)):
        return True
    if atom.rule == "moment.told" and _told_last(scene.text, atom):
        return True
    opening = opens_clause(scene.text, atom.start) and acts(scene.text[atom.end : atom.end + 80])
    return opening or (atom.rule != "moment.opening" and acts(clause_before(scene.text, atom.start)))


def _sets(atom: Atom) -> bool:
    """Whether the record of an atom holds what makes a moment a limit: a bracket, a colon, a goal, a label, a verb of finishing,
    an hour of a day told before.
    """
    return bool(deadline_rules().by_id[atom.rule].data.get("sets", False))


def _told_last(text: str, atom: Atom) -> bool:
    """Whether a day with its weekday is all that stands behind a colon ("Họp phụ huynh: chiều thứ Bảy, 18/01/2026.")."""
    return bool(_AFTER_COLON.search(text[max(0, atom.start - 20) : atom.start]) and _ENDS.match(text, atom.end))


LONG_PAST, SOON = 180, 150
"""Days: a deadline that lies so far before the issue, and comes again so soon behind it, means the next year."""


def _is_past(scene: Scene, last: date) -> bool:
    if scene.issued is not None:
        return last < scene.issued
    return scene.year is not None and last.year < scene.year


def _is_ahead(scene: Scene, last: date | None) -> bool:
    """Whether a day is not over when the document is issued: such a day with its year is told for what is done on it."""
    return last is not None and scene.issued is not None and last >= scene.issued


def _start(scene: Scene, atom: Atom, moment: Moment) -> date | None:
    """The first day of a span: "từ ngày 20/11 đến ngày 15/12/2025", "từ 03 đến 21/8"."""
    words = atom.get("from")
    if words is None or moment.last is None:
        return None
    year = moment.first.year if moment.first else moment.last.year
    found = regex.fullmatch(r"(?:các\s+)?(?:ngày\s+)?(\d{1,2})(?:\s*,.*)?", words, regex.IGNORECASE)
    begins = read_moment(f"{found[1]}/{moment.last.month}" if found else words, year=year)
    if begins.first and begins.first > moment.last and not (found or begins.yeared):
        begins = read_moment(words, year=year - 1)  # "từ ngày 15/9 đến ngày 20/5" of a school year
    first = begins.first
    return first if first is not None and first <= moment.last else None


def _doubted(scene: Scene, atom: Atom, moment: Moment, draft: Draft) -> Draft:
    """Lower confidence and reasons where the year is left out, the day lies before the issue, or a title may end here."""
    confidence, reasons, candidates = draft.confidence, draft.reasons, draft.candidates
    value = draft.due
    if atom.doubt and value is not None:
        candidates, reasons = (value.isoformat(),), (*reasons, "Có thể là năm trong tên văn bản, chưa chắc là thời hạn")
        return replace(draft, due=None, confidence=0.3, candidates=candidates, reasons=reasons)
    if value is not None and _SESSION.match(scene.text, atom.start, atom.end):
        reasons = (*reasons, "Phiên họp của tháng không rõ ngày, có khi họp đầu tháng sau")
        return replace(draft, due=None, confidence=0.4, candidates=(value.isoformat(),), reasons=reasons)
    if value is None:
        return replace(draft, confidence=min(confidence, 0.4))
    if not moment.yeared:
        confidence -= 0.05
    later = _next_year(value)
    if scene.issued is not None and later is not None and _soon_again(scene.issued, value, later, moment):
        reasons = (*reasons, _NEXT_YEAR_TOLD)
        candidates = (later.isoformat(), value.isoformat())
        return replace(draft, due=later, confidence=confidence * 0.8, candidates=candidates, reasons=reasons)
    if scene.issued is not None and value < scene.issued:
        confidence *= 0.6
        reasons = (*reasons, "Thời hạn đứng trước ngày ban hành")
        if not moment.yeared and moment.precise and (later := _next_year(value)):
            candidates = (value.isoformat(), later.isoformat())
            reasons = (*reasons, "Văn bản không ghi năm, có thể là năm sau")
    elif not moment.yeared and _NEXT_YEAR_TOLD not in reasons and not _THIS_YEAR.match(scene.text, atom.end):
        reasons = (*reasons, YEAR_OF_PAPER)
    return replace(draft, confidence=confidence, candidates=candidates, reasons=reasons)


def _soon_again(issued: date, value: date, later: date, moment: Moment) -> bool:
    """Whether a day without a year that has long passed comes again soon: "trước ngày 05/01" in a letter of December."""
    return not moment.yeared and moment.precise and _soon(issued, value, later)


def _soon(issued: date, passed: date, again: date) -> bool:
    return (issued - passed).days > LONG_PAST and (again - issued).days < SOON


def _next_year(day: date) -> date | None:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return None


def _until(scene: Scene, i: int, draft: Draft) -> Draft:
    """A moment with a year right behind a rhythm ends it: "hằng quý đến hết năm 2026"."""
    if i == 0 or draft.due is None or scene.atoms[i - 1].kind != "rhythm" or i - 1 in scene.used:
        return draft
    if not _UNTIL_GAP.fullmatch(scene.gap(i - 1, i)) or not scene.moment(words_of(scene.atoms[i])).yeared:
        return draft
    scene.used.add(i - 1)
    rhythm = scene.atoms[i - 1]
    reasons = (*draft.reasons, "Nhịp kết thúc theo thời gian ghi ngay sau")
    rule = plain_rule(rhythm_in(rhythm))
    return replace(draft, start=rhythm.start, rule=rhythm.rule, due=None, rrule=rule, until=draft.due, reasons=reasons, bound=None)


def single(scene: Scene, i: int) -> list[Draft]:
    """The draft of an atom that joined no other."""
    atom = scene.atoms[i]
    if atom.kind == "rhythm":
        return _rhythm_alone(scene, atom)
    if atom.kind == "term":
        term = read_term(atom, issued=scene.issued, calendar=scene.calendar, in_force=scene.in_force)
        confidence = atom.confidence if term.due else 0.5
        draft = Draft(atom.start, atom.end, atom.rule, confidence, term.due, bound=bound_of(atom.get("cue")) or Bound.WITHIN)
        return [replace(draft, candidates=term.candidates, reasons=term.reasons)]
    if atom.kind == "open":
        return _open(scene, atom)
    if atom.kind == "times":
        return [Draft(atom.start, atom.end, atom.rule, atom.confidence, reasons=("Chỉ ghi số lần, không rõ ngày",))]
    if atom.kind in ("words", "words_running"):
        return [Draft(atom.start, atom.end, atom.rule, atom.confidence, reasons=("Không có ngày hay nhịp cụ thể",))]
    return []


def _rhythm_alone(scene: Scene, atom: Atom) -> list[Draft]:
    if not scene.labelled and not rhythm_stands(scene.text, atom):
        return []
    rhythm = rhythm_in(atom)
    end = closed(scene.text, atom.start, atom.end)
    confidence = atom.confidence if scene.labelled or "lead" in atom.groups else atom.confidence - 0.15
    if rhythm == ("tháng", 9):
        return [Draft(atom.start, end, atom.rule, 0.4, reasons=("Kỳ 9 tháng không rõ ngày nộp",))]
    return [Draft(atom.start, end, atom.rule, confidence, rrule=plain_rule(rhythm))]


def _open(scene: Scene, atom: Atom) -> list[Draft]:
    """A start without an end has no value; one that is past only tells of a time."""
    moment = scene.moment(words_of(atom))
    if not scene.labelled and (moment.first is None or _is_past(scene, moment.first)):
        return []
    reasons = ("Chỉ có thời điểm bắt đầu, không có thời hạn kết thúc",)
    return [Draft(atom.start, atom.end, atom.rule, atom.confidence, start_day=moment.first, reasons=reasons)]
