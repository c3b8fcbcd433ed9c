"""Days without a year that come again though no rhythm word stands beside them: that of a yearly report told beside one of each
month ("báo cáo tháng trước ngày 20, báo cáo năm trước ngày 15/12"), one behind "định kỳ", or one of a year told from another
("trước ngày 31/7 của năm trước năm kế hoạch").

In: a scene and the atoms of such days.  Out: where the words that say so end, or None.
Promise: reports of the half year and the year alone ("báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12") are those
of the document's year.
"""

from __future__ import annotations

import regex

from pipeline.detect.deadline_atoms import deadline_rules
from pipeline.detect.deadline_scene import Scene
from pipeline.rules import MATCH_SECONDS

NEXT_YEAR = regex.compile(r"\s+(?:của\s+)?năm\s+(?:sau|kế\s+tiếp|liền\s+kề|tiếp\s+theo)\b", regex.IGNORECASE)
_AGAIN = regex.compile(
    r"\bđịnh\s+kỳ\b|\bbáo\s+cáo\s+(?:(?:tài\s+chính|quyết\s+toán|tổng\s+kết|thống\s+kê)\s+)?năm\b(?!\s+(?:\d|nay|này|trước(?!\s+ngày)))",
    regex.IGNORECASE,
)


def comes_again(scene: Scene, chain: list[int]) -> int | None:
    """Where the words end that say that the days of a chain come again each year."""
    first, last = scene.atoms[chain[0]], scene.atoms[chain[-1]]
    if len(chain) == 1 and (end := _of_another_year(scene, first.start, last.end)) is not None:
        return end
    start, end = scene.sentence(first.start)
    before, behind = scene.text[start : first.start], scene.text[last.end : end]
    regular = _has("context.regular_before", before)
    told = _has("context.report_of_year", before) or _has("context.report_behind", behind)
    return last.end if regular or (told and _is_one_of_several(scene, before)) else None


def _of_another_year(scene: Scene, start: int, end: int) -> int | None:
    """Where "năm sau" ends behind a day of a report made time and again ("định kỳ (trước ngày 30 tháng 01 năm sau)"), or the
    year from which that of the day is told.
    """
    try:
        other = deadline_rules().by_id["context.other_year"].pattern.match(scene.text, end, timeout=MATCH_SECONDS)
    except TimeoutError:
        return None
    if other is not None:
        return other.end()
    a, b = scene.sentence(start)
    told = NEXT_YEAR.match(scene.text, end)
    return told.end() if told and _AGAIN.search(scene.text, a, b) else None


def _is_one_of_several(scene: Scene, before: str) -> bool:
    """Whether a report of each week, month or quarter, or a rhythm, stands beside the one of a day, or it is told as a kind ("Báo
    cáo năm: gửi trước ngày 15/12").
    """
    if any(atom.kind == "rhythm" for atom in scene.atoms) or _has("context.report_often", scene.text):
        return True
    return _has("context.report_kind", before)


def _has(rule: str, words: str) -> bool:
    try:
        return deadline_rules().by_id[rule].pattern.search(words, timeout=MATCH_SECONDS) is not None
    except TimeoutError:
        return False
