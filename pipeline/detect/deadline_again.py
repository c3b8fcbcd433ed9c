"""Days without a year that come again though no rhythm word stands beside them: that of a yearly report told beside one of each
month ("báo cáo tháng trước ngày 20, báo cáo năm trước ngày 15/12"), one behind "định kỳ", or one of a year told from another
("trước ngày 31/7 của năm trước năm kế hoạch").

In: a scene and the atoms of such days.  Out: where the words that say so end, or None.
Promise: reports of the half year and the year alone ("báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12") are those
of the document's year.
"""

from __future__ import annotations

from pipeline.detect.deadline_atoms import deadline_rules
from pipeline.detect.deadline_scene import Scene


def comes_again(scene: Scene, chain: list[int]) -> int | None:
    """Where the words end that say that the days of a chain come again each year."""
    first, last = scene.atoms[chain[0]], scene.atoms[chain[-1]]
    if len(chain) == 1 and (end := _of_another_year(scene, first.start, last.end)) is not None:
        return end
    start, end = scene.sentence(first.start)
    before, behind = scene.text[start : first.start], scene.text[last.end : end]
    rules = deadline_rules()
    regular = rules.has("context.regular_before", before)
    told = rules.has("context.report_of_year", before) or rules.has("context.report_behind", behind)
    return last.end if regular or (told and _is_one_of_several(scene, before)) else None


def _of_another_year(scene: Scene, start: int, end: int) -> int | None:
    """Where "năm sau" ends behind a day of a report made time and again ("định kỳ (trước ngày 30 tháng 01 năm sau)"), or the
    year from which that of the day is told.
    """
    rules = deadline_rules()
    if (other := rules.at("context.other_year", scene.text, end)) is not None:
        return other.end()
    told = rules.at("context.next_year", scene.text, end)
    regular = rules.has("context.regular", scene.text, *scene.sentence(start)) or _opens_yearly(scene, start)
    return told.end() if told and regular else None


def _opens_yearly(scene: Scene, at: int) -> bool:
    """Whether the whole sentence opens with "Hằng năm", also where a semicolon stands between ("Hằng năm, thống kê ...; gửi báo cáo
    trước ngày 01 tháng 3 năm tiếp theo").
    """
    begin = scene.text.rfind(". ", 0, at) + 1
    opening = (atom for atom in scene.atoms if atom.kind == "rhythm" and not scene.text[begin : atom.start].strip(" ,"))
    return any(begin <= atom.start < at and atom.get("unit") == "năm" and not atom.get("n") for atom in opening)


def _is_one_of_several(scene: Scene, before: str) -> bool:
    """Whether a report of each week, month or quarter, or a rhythm, stands beside the one of a day, or it is told as a kind ("Báo
    cáo năm: gửi trước ngày 15/12").
    """
    rules = deadline_rules()
    if any(atom.kind == "rhythm" for atom in scene.atoms) or rules.has("context.report_often", scene.text):
        return True
    return rules.has("context.report_kind", before)
