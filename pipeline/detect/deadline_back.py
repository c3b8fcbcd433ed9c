"""Days counted back from another day: "chậm nhất 03 ngày trước ngày 15/4/2026", "trước ngày họp (15/4/2026) ít nhất 03 ngày".

In: a scene, the place of an atom in it and the draft of its day.  Out: the draft of the day meant, with the words that count.
Promise: working days are counted as the calendar has them; a stretch before a day ("trong 03 ngày trước ngày 15/4") is no limit.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from models.directive import Bound
from pipeline.detect.calendar import WorkCalendar
from pipeline.detect.deadline_atoms import deadline_rules
from pipeline.detect.deadline_join import closed
from pipeline.detect.deadline_scene import Draft, Scene
from pipeline.detect.deadline_values import number

_REASONS = {
    "ngày": "Tính lùi {n} ngày từ ngày nêu trong câu",
    "ngày làm việc": "Tính lùi {n} ngày làm việc từ ngày nêu trong câu",
    "tuần": "Tính lùi {n} tuần từ ngày nêu trong câu",
}
_WINDOW = 60
"""Characters before a day that "chậm nhất là mười lăm (15) ngày làm việc" fits into."""


def counted_back(scene: Scene, i: int, draft: Draft) -> Draft:
    """The day that the words beside a day count back to; the draft as it is where none do."""
    rules = deadline_rules()
    before = rules.find("context.days_before", scene.text, max(0, draft.start - _WINDOW), draft.start)
    told = before or rules.at("context.days_behind", scene.text, draft.end)
    n = number(told["n"]) if told else None
    if told is None or n is None or draft.due is None:
        return draft
    unit = " ".join(told["unit"].lower().split())
    start, end = min(draft.start, told.start()), max(draft.end, told.end())
    for k in (i - 1, i + 1):  # "chậm nhất 03 ngày" is no term of its own here
        atom = scene.atoms[k] if 0 <= k < len(scene.atoms) else None
        if atom is not None and atom.kind == "term" and atom.start < end and start < atom.end:
            scene.used.add(k)
            start = min(start, atom.start)
    due, reasons = _day(draft.due, n, unit, scene.calendar), (*draft.reasons, _REASONS[unit].format(n=n))
    end = closed(scene.text, start, end)
    return replace(draft, start=start, end=end, due=due, bound=Bound.BY, candidates=(), reasons=reasons)


def _day(day: date, n: int, unit: str, calendar: WorkCalendar) -> date:
    if unit == "ngày làm việc":
        return calendar.working_days_before(day, n)
    return day - timedelta(days=n * (7 if unit == "tuần" else 1))
