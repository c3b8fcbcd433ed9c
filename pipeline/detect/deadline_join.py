"""Dates joined to their rhythm: "trước ngày 20 hàng tháng", "Hằng năm ... trước ngày 15/12", "thứ Sáu hằng tuần".

In: a scene and the atoms of a date without a year.  Out: drafts with a recurrence rule.
Promise: a rhythm beside a date, or one that opens its sentence, beats the document's year; a far one is told as a reason.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import regex

from models.directive import Bound
from pipeline.detect.deadline_again import comes_again
from pipeline.detect.deadline_atoms import DATED, Atom
from pipeline.detect.deadline_context import (
    bound_of,
    clause_before,
    hour_of,
    is_firm,
    month_told,
    of_half_year,
    report_unit,
    rhythm_stands,
)
from pipeline.detect.deadline_rhythms import (
    Rhythm,
    day_rule,
    last_working_day,
    months_rule,
    plain_rule,
    rhythm_of,
    week_rule,
    year_rule,
)
from pipeline.detect.deadline_scene import Draft, Scene
from pipeline.detect.deadline_values import Moment, number, read_moment

_RIGHT_GAP = regex.compile(r"(?:\s*\([^()]{1,20}\))?[\s,(]*(?:của\s+|trong\s+)?", regex.IGNORECASE)
LEFT_GAP = regex.compile(
    r"[\s,(:-]*(?:(?:vào|là|báo\s+cáo|gửi\s+báo\s+cáo|gửi|(?:hoàn\s+thành\s+)?xong|hoàn\s+thành)\s+)?", regex.IGNORECASE
)
_SENT = regex.compile(r"\s+(?:để\s+)?(?:trình|gửi|nộp|báo\s+cáo)\b[^.,;:()]{0,80}", regex.IGNORECASE)
_NEAR_MONTH = regex.compile(r"\s+(?:của\s+)?(tháng\s+(?:này|tới))\b", regex.IGNORECASE)
PART = regex.compile(r"^(?:đầu|giữa|cuối|hết)\b", regex.IGNORECASE)


def words_of(atom: Atom) -> str:
    """The words of the moment an atom names."""
    return atom.get("at") or ""


def draft_of(atom: Atom, *, end: int, rrule: str | None) -> Draft:
    """The draft of an atom with its bound and hour; where several hours of a day are told the others are a reason."""
    bound, hour = bound_of(atom.get("cue")), hour_of(atom.get("time"))
    several = atom.groups.get("more", ())
    reasons = (f"Trong ngày còn giờ khác: {', '.join(map(str, map(hour_of, several)))}",) if several else ()
    return Draft(atom.start, end, atom.rule, atom.confidence, rrule=rrule, time=hour, bound=bound, reasons=reasons)


def yearly(scene: Scene, chain: list[int], moments: list[Moment]) -> list[Draft] | None:
    """The rhythm of dates without a year beside a rhythm word, or None."""
    precise = all(moment.precise for moment in moments)

    def fits(rhythm: Rhythm, near: bool) -> bool:
        if rhythm == ("năm", 1):
            return True
        whole = len(moments) > 1 and rhythm.n * len(moments) == 12  # "định kỳ 6 tháng … trước ngày 15/6 và trước ngày 15/12"
        return precise and rhythm.unit == "tháng" and ((near and rhythm.n in (3, 6, 9)) or whole)

    j = rhythm_for(scene, chain[0], chain[-1], fits, later=False)
    if j is None and precise:
        j = _year_behind(scene, chain)
        j = _year_before(scene, chain) if j is None else j
    behind = comes_again(scene, chain) if j is None and precise else None
    if j is None and behind is None:
        return None
    first = scene.atoms[chain[0]]
    bound = bound_of(first.get("cue"))
    parts = any(PART.match(words_of(scene.atoms[i])) for i in chain)
    rrule, reasons = year_rule(moments, before=bound == Bound.BEFORE and not parts)
    base = draft_of(first, end=behind or scene.atoms[chain[-1]].end, rrule=rrule)
    if j is None:
        return [replace(base, reasons=reasons)]
    if rrule or reasons or len(chain) == 1:
        return [_spread(scene, replace(base, reasons=reasons), j)]
    each = []
    for i, moment in zip(chain, moments, strict=True):
        rrule, reasons = year_rule([moment], before=False)
        atom = scene.atoms[i]
        each.append(replace(base, start=atom.start, end=atom.end, rrule=rrule, reasons=reasons))
    k = -1 if scene.atoms[j].start > first.start else 0
    each[k] = _spread(scene, each[k], j)
    return each


def _year_behind(scene: Scene, chain: list[int]) -> int | None:
    """The "hằng năm" behind the last day, for the half year too: "6 tháng gửi trước 20/6, năm gửi trước 20/12 hằng năm"."""
    start = scene.atoms[chain[0]].start
    if not of_half_year(clause_before(scene.text, start)):
        return None
    _, end = scene.sentence(start)
    later = (j for j in range(chain[-1] + 1, len(scene.atoms)) if scene.atoms[j].start < end)
    return next((j for j in later if scene.atoms[j].kind == "rhythm" and _beside_a_day(scene, j)), None)


def _year_before(scene: Scene, chain: list[int]) -> int | None:
    """The "hằng năm" of a paper that the same clause sends by a day: "lập kế hoạch hằng năm trình Bộ trước ngày 30 tháng 11"."""
    j = chain[0] - 1
    if j < 0 or j in scene.used or scene.atoms[j].kind != "rhythm" or rhythm_in(scene.atoms[j]) != ("năm", 1):
        return None
    return j if _SENT.fullmatch(scene.gap(j, chain[0])) else None


def _beside_a_day(scene: Scene, j: int) -> bool:
    """Whether a rhythm of years stands right behind a day without a year."""
    before = scene.atoms[j - 1]
    return rhythm_in(scene.atoms[j]) == ("năm", 1) and before.kind in DATED and not scene.gap(j - 1, j).strip(" ,(")


def rhythm_for(scene: Scene, first: int, last: int, fits: Callable[[Rhythm, bool], bool], *, later: bool) -> int | None:
    """The rhythm that the atoms `first` to `last` belong to: beside them, else one that opens the sentence.

    `later`: words that mean nothing without a rhythm ("ngày 20") also take one that follows in the sentence.
    """
    atoms = scene.atoms
    right, left = last + 1, first - 1
    follows = right < len(atoms) and _is_rhythm(scene, right, fits, near=True) and _RIGHT_GAP.fullmatch(scene.gap(last, right))
    leads = (
        left >= 0
        and left not in scene.used
        and _is_rhythm(scene, left, fits, near=True)
        and LEFT_GAP.fullmatch(scene.gap(left, first))
    )
    if leads and not (follows and "," not in scene.gap(last, right)):
        return left
    if follows:
        return right
    a, b = scene.sentence(atoms[first].start)
    far: list[int] = [*range(first - 1, -1, -1), *(range(last + 1, len(atoms)) if later else ())]
    for j in far:
        inside = a <= atoms[j].start < b
        if inside and _is_rhythm(scene, j, fits, near=False) and rhythm_stands(scene.text, atoms[j], alone=later):
            return j
    return None


def _is_rhythm(scene: Scene, j: int, fits: Callable[[Rhythm, bool], bool], *, near: bool) -> bool:
    atom = scene.atoms[j]
    return atom.kind == "rhythm" and fits(rhythm_in(atom), near)


def rhythm_in(atom: Atom) -> Rhythm:
    """The rhythm of an atom of kind "rhythm"."""
    return rhythm_of(atom.get("unit") or "năm", number(atom.get("n")))


def _spread(scene: Scene, draft: Draft, j: int) -> Draft:
    """The draft with its rhythm: the span grows over a rhythm that stands beside it; a far one is told as a reason."""
    scene.used.add(j)
    atom = scene.atoms[j]
    start, end = min(draft.start, atom.start), max(draft.end, atom.end)
    between = scene.text[min(draft.end, atom.end) : max(draft.start, atom.start)]
    if len(between) <= 20 and (_RIGHT_GAP.fullmatch(between) or LEFT_GAP.fullmatch(between)):
        return replace(draft, start=start, end=closed(scene.text, start, end))
    word = scene.text[atom.start : atom.end]
    return replace(draft, reasons=(*draft.reasons, f"Nhịp “{word}” đứng ở chỗ khác trong câu"), confidence=draft.confidence - 0.1)


def closed(text: str, start: int, end: int) -> int:
    """The end, one further where a bracket opened inside is closed right behind."""
    inside = text[start:end]
    return end + 1 if inside.count("(") > inside.count(")") and text[end : end + 1] == ")" else end


def recurring(scene: Scene, i: int) -> list[Draft]:
    """Read "ngày 20", "thứ Sáu", "trước 19h00" with the rhythm they need; without one, a limit without a day."""
    atom = scene.atoms[i]
    scene.used.add(i)
    if (told := _in_near_month(scene, atom)) is not None:
        return [told]
    of = " ".join((atom.get("of") or "").lower().split())
    units = {"day": ("tháng",), "weekday": ("tuần",), "time": ("ngày", "tuần")}[atom.kind]
    units = ("năm",) if _of_months(of) else units

    def fits(rhythm: Rhythm, near: bool) -> bool:
        return rhythm.unit in units and ("quý" not in of or rhythm.n == 3)

    j = None if "nth" in atom.groups else rhythm_for(scene, i, i, fits, later=True)
    rhythm = rhythm_in(scene.atoms[j]) if j is not None else _own_rhythm(of, atom) or _of_report(scene, atom, units)
    if rhythm is None:
        return _without_rhythm(scene, i)
    rrule, reasons = _recurring_rule(atom, rhythm, of)
    draft = draft_of(atom, end=atom.end, rrule=rrule)
    draft = replace(draft, reasons=(*draft.reasons, *reasons))
    return [with_hour(scene, _spread(scene, draft, j) if j is not None else draft, i, j)]


def _of_months(of: str) -> bool:
    """Whether a day is of named months ("các tháng 3, 6"), or of the first or last month of a year ("tháng đầu năm sau")."""
    return of.startswith("các tháng") or (of.startswith("tháng") and " năm" in of)


def _in_near_month(scene: Scene, atom: Atom) -> Draft | None:
    """The day of "trước ngày 25 tháng này" and "ngày 05 tháng tới": in the month of the issue or the next one, if they have it."""
    told = _NEAR_MONTH.match(scene.text, atom.end) if len(atom.groups.get("day", ())) == 1 else None
    month = scene.moment(told[1]).last if told else None
    day = number(atom.get("day"))
    if told is None or month is None or day is None:
        return None
    draft = draft_of(atom, end=told.end(), rrule=None)
    if not 1 <= day <= month.day:
        return replace(draft, confidence=0.4, reasons=(f"Ngày {day}/{month.month} không có trong lịch",))
    return replace(draft, due=month.replace(day=day), confidence=0.8)


def _of_report(scene: Scene, atom: Atom, units: tuple[str, ...]) -> Rhythm | None:
    """The rhythm of the report that a day is for: "báo cáo tháng gửi trước ngày 22"."""
    unit = report_unit(clause_before(scene.text, atom.start))
    rhythm = rhythm_of(unit, None) if unit else None
    return rhythm if rhythm is not None and rhythm.unit in units else None


def _own_rhythm(of: str, atom: Atom) -> Rhythm | None:
    """The rhythm that "ngày 15 của tháng cuối quý" and "ngày cuối cùng của tháng" hold themselves."""
    if _of_months(of):
        return Rhythm("năm", 1)
    if "quý" in of:
        return Rhythm("tháng", 3)
    if "tuần" in of or (not of and "every" in atom.groups and "nth" not in atom.groups):
        return Rhythm("tuần", 1)
    return Rhythm("tháng", 1) if of.startswith("tháng") or "nth" in atom.groups or (of and atom.get("working")) else None


def _recurring_rule(atom: Atom, rhythm: Rhythm, of: str) -> tuple[str | None, tuple[str, ...]]:
    if atom.kind == "weekday":
        return week_rule(atom.groups["weekday"], rhythm.n, nth=atom.get("nth")), ()
    if atom.kind == "time":
        return plain_rule(rhythm), ()
    days = [-1 if (day := number(words)) is None else day for words in atom.groups["day"]]
    if atom.get("working"):
        rule = last_working_day(rhythm) if days == [-1] else None
        return rule, () if rule else ("Ngày làm việc thứ mấy trong tháng chưa ghi được thành nhịp",)
    if _of_months(of):
        named = of if any(letter.isdigit() for letter in of) else "12" if "cuối" in of else "1"
        return months_rule(named, days), ()
    return day_rule(rhythm, days, of=of)


def with_hour(scene: Scene, draft: Draft, i: int, j: int | None) -> Draft:
    """Take the hour of an atom that stands right behind ("thứ Sáu hằng tuần, trước 16h00")."""
    k = max(i, j if j is not None else i) + 1
    if k >= len(scene.atoms) or scene.atoms[k].kind != "time" or k in scene.used or draft.time:
        return draft
    atom = scene.atoms[k]
    if not LEFT_GAP.fullmatch(scene.text[draft.end : atom.start]):
        return draft
    scene.used.add(k)
    end = closed(scene.text, draft.start, atom.end)
    return replace(draft, end=end, time=hour_of(atom.get("time")), bound=draft.bound or bound_of(atom.get("cue")))


def _without_rhythm(scene: Scene, i: int) -> list[Draft]:
    """A day of the month alone: its next one after the issue is only a candidate."""
    atom = scene.atoms[i]
    if atom.kind != "day" or not is_firm(atom.get("cue")):
        return []
    day = number(atom.groups["day"][0])
    if (told := _in_month_told(scene, atom, day)) is not None:
        return [told]
    candidates: tuple[str, ...] = ()
    if scene.issued is not None and day is not None:
        moment = next((m for m in _next_months(scene.issued, day) if m > scene.issued), None)
        candidates = (moment.isoformat(),) if moment else ()
    if candidates and is_firm(None, scene.text[max(0, atom.start - 60) : atom.start]):
        reasons = ("Chỉ ghi ngày; lấy ngày ấy lần tới sau khi ban hành",)
        draft = draft_of(atom, end=atom.end, rrule=None)
        return [replace(draft, due=date.fromisoformat(candidates[0]), confidence=0.6, reasons=reasons)]
    reasons = ("Chỉ ghi ngày, không rõ tháng nào hay hằng tháng",)
    return [Draft(atom.start, atom.end, atom.rule, 0.4, bound=bound_of(atom.get("cue")), candidates=candidates, reasons=reasons)]


def _in_month_told(scene: Scene, atom: Atom, day: int | None) -> Draft | None:
    """The day in the month that its clause is about ("chi trả trợ cấp tháng 11 xong trước ngày 15"), or of all other days."""
    month, reported = month_told(clause_before(scene.text, atom.start))
    month = month or _month_of_other_days(scene)
    if month is None or day is None or scene.year is None or (reported and day < HALF_MONTH):
        return None
    due = read_moment(f"ngày {day}/{month}", year=scene.year).last
    if due is None or (scene.issued is not None and due < scene.issued):
        return None
    reasons = ("Chỉ ghi ngày; lấy tháng nêu trước đó trong câu",)
    return replace(draft_of(atom, end=atom.end, rrule=None), due=due, confidence=0.7, reasons=reasons)


def _month_of_other_days(scene: Scene) -> int | None:
    """The one month of the whole dates beside it: "họp trước ngày 10; tổng hợp trước ngày 12; trình ngày 15/8"."""
    whole = [scene.moment(words_of(atom)) for atom in scene.atoms if atom.kind in DATED]
    months = {moment.last.month for moment in whole if moment.precise and moment.last}
    return months.pop() if len(months) == 1 else None


HALF_MONTH = 15
"""The report of a month that is due on an earlier day than this is due in the next month."""


def _next_months(issued: date, day: int) -> list[date]:
    found = []
    for ahead in range(3):
        year, month = divmod(issued.year * 12 + issued.month - 1 + ahead, 12)
        try:
            found.append(date(year, month + 1, day))
        except ValueError:
            continue
    return found
