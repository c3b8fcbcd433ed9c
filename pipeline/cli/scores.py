"""Scores on the screen: a table, the rules, gains and losses, JSON.

In: an `Evaluation`.  Out: text in the user's language.
Promise: errors of held-out documents are shown only to who opens them on purpose.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from pipeline.cli.session import Say

if TYPE_CHECKING:
    from pipeline.evaluate import Measure, Score
    from pipeline.evaluate.history import Change
    from pipeline.evaluate.report import Evaluation

__all__ = ["as_changes", "as_json", "as_rules", "as_table"]


def as_table(evaluation: Evaluation, say: Say, *, show: bool, open_held: bool) -> str:
    """A line for each document, one for each set, one for all; below a document its errors."""
    from pipeline.evaluate import HELD, Part

    width = max(map(len, [*evaluation.scores, say("văn bản", "document")]))
    names = _part_names(say)
    lines = [" ".join([say("văn bản", "document").ljust(width), *(names[part].rjust(18) for part in Part)])]
    for split in evaluation.present:
        own = evaluation.of(split)
        for name, score in own.items():
            lines.append(_line(name, score, width))
            if show and (split not in HELD or open_held):
                lines += [f"    {note}" for note in score.notes]
        lines.append(_line(f"= {split}: {len(own)}", _total(own.values()), width))
    if len(evaluation.present) != 1:
        lines.append(_line(say("= chung", "= all"), _total(evaluation.scores.values()), width))
    if show and not open_held and any(split in HELD for split in evaluation.present):
        lines.append(say(*_CLOSED))
    return "\n".join([*lines, say(*_LEGEND)])


_CLOSED = (
    "Không in chỗ sai của văn bản để riêng (held…): người viết luật không được xem. Chỉ mở khi cần bằng --open-held-out.",
    "Errors of held-out documents are not printed: who writes rules must not see them. Open them with --open-held-out.",
)
_LEGEND = (
    "Mỗi ô: F1 (đúng/thừa/thiếu); thể thức: tỷ lệ đúng (đúng/tổng).",
    "Cells: F1 (right/invented/missed); fields: share right.",
)


def as_rules(evaluation: Evaluation, say: Say) -> str:
    """Right and wrong values by rule, held-out documents left out."""
    from pipeline.evaluate import HELD, Part

    total = _total(score for split in evaluation.present if split not in HELD for score in evaluation.of(split).values())
    names = _part_names(say)
    lines = [say("luật: đúng/sai (văn bản để riêng không tính)", "rule: right/wrong (held-out documents not counted)")]
    for part in Part:
        for rule, own in total.by_rule(part).items():
            missed = say("(không luật nào tìm thấy)", "(found by no rule)")
            lines.append(f"  {names[part]:<10} {rule or missed}: {own.right}/{own.invented + own.missed}")
    return "\n".join(lines)


def as_changes(found: Iterable[Change], say: Say) -> str:
    """Gains and losses against the last recorded run, losses last: they are what one must see."""
    names = _part_names(say)
    lines = []
    for change in sorted(found, key=lambda change: (not change.gain, change.document)):
        sign = say("tốt lên", "gain") if change.gain else say("kém đi", "loss")
        old, new = (f"{own.right}/{own.invented}/{own.missed}" for own in (change.before, change.after))
        lines.append(f"  {sign:<8} {change.document} · {names[change.part]}: {old} -> {new}")
    heading = say("So với lần ghi trước (đúng/thừa/thiếu):", "Against the last recorded run (right/invented/missed):")
    return "\n".join([heading, *(lines or [say("  không đổi", "  no change")])])


def as_json(scores: Mapping[str, Score]) -> str:
    """Counts and rates by document and for all."""
    data = {"documents": {name: _data(score) for name, score in scores.items()}, "all": _data(_total(scores.values()))}
    return json.dumps(data, ensure_ascii=False, indent=2)


def _line(name: str, score: Score, width: int) -> str:
    from pipeline.evaluate import Part, measure

    cells = [_cell(measure(score.findings, part), fields=part is Part.FIELDS) for part in Part]
    return " ".join([name.ljust(width), *(cell.rjust(18) for cell in cells)])


def _cell(own: Measure, *, fields: bool) -> str:
    if fields:
        return f"{own.recall:.3f} ({own.right}/{own.wanted})"
    return f"{own.f1:.3f} ({own.right}/{own.invented}/{own.missed})"


def _data(score: Score) -> dict[str, object]:
    from pipeline.evaluate import Part, measure

    data: dict[str, object] = {}
    for part in Part:
        own = measure(score.findings, part)
        counts = {"right": own.right, "invented": own.invented, "missed": own.missed}
        rates = {"precision": own.precision, "recall": own.recall, "f1": own.f1}
        data[part.value] = {**{key: round(value, 4) for key, value in rates.items()}, **counts}
    return data


def _total(scores: Iterable[Score]) -> Score:
    from pipeline.evaluate import Score

    return Score(tuple(finding for score in scores for finding in score.findings))


def _part_names(say: Say) -> dict[str, str]:
    return {
        "tasks": say("nhiệm vụ", "tasks"),
        "leads": say("chủ trì", "leads"),
        "coordinators": say("phối hợp", "helpers"),
        "deadlines": say("thời hạn", "deadlines"),
        "fields": say("thể thức", "fields"),
    }
