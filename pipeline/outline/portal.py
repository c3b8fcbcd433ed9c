"""What legal portals write above a paper: the head of a Markdown file, a table "Số hiệu | Loại văn bản | Người ký ...".

In: the first lines of a document.  Out: the facts of the block, and the line behind it, where the paper itself begins.
Promise: a single label is no block: the words "Tình trạng:" in a letter stay where they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from models.outline import Passage
from pipeline.outline.lines import Line
from pipeline.outline.patterns import OutlineRules, search
from pipeline.outline.segments import Segment, columns, is_border, plain_segments

SEARCHED = 150
"""Lines from the top in which the block may stand: notices of a portal take 23 lines before it, the block itself 45."""

FEWEST_LABELS = 3
"""Labels that make a block."""

WIDEST_GAP = 8
"""Lines between two labels of one block: label, value and the borders around them take 6."""


@dataclass(frozen=True, slots=True)
class Portal:
    """The facts of the block by field ("number", "type", "issuer", "signer", "issued", "subject") and the first line behind it."""

    facts: Mapping[str, Passage] = field(default_factory=dict)
    end: int = 0


def read_portal(lines: Sequence[Line], rules: OutlineRules) -> Portal:
    """Read the block of a portal at the top; without one, no facts and line 0."""
    front = _front_matter(lines, rules)
    facts: dict[str, Passage] = {}
    labels: list[int] = []
    parts = plain_segments(_above_motto(lines[:SEARCHED], rules))
    for at, part in enumerate(parts):
        found = _labelled(parts, at, rules)
        if found is None or (labels and part.index - max(labels[-1], front) > WIDEST_GAP):
            continue
        field_name, value, last = found
        labels.append(last)
        if field_name and value is not None:
            facts.setdefault(field_name, value)
    if (len(labels) < FEWEST_LABELS or not facts) and not front:
        return Portal()
    end = max([front, *(index + 1 for index in labels)]) if len(labels) >= FEWEST_LABELS else front
    return Portal(facts if len(labels) >= FEWEST_LABELS else {}, _behind(lines, end, rules))


def _above_motto(lines: Sequence[Line], rules: OutlineRules) -> Sequence[Line]:
    """The lines above the motto: a portal writes above a paper, and the paper itself has lines such as "Cơ quan chủ trì: ..."."""
    mottos = (i for i, line in enumerate(lines) if any(rules.named("head.motto", part.text) for part in columns(line)))
    return lines[: next(mottos, len(lines))]


def _front_matter(lines: Sequence[Line], rules: OutlineRules) -> int:
    """The line behind "layout: ...", "date: ..." at the very top of a Markdown file; 0 where there is none."""
    end = 0
    for index, line in enumerate(lines[:SEARCHED]):
        if rules.match("portal_key", line.text) is None and not (end and line.text.startswith("- ")):
            break
        end = index + 1
    return end if end >= FEWEST_LABELS else 0


def _labelled(parts: Sequence[Segment], at: int, rules: OutlineRules) -> tuple[str, Passage | None, int] | None:
    """(field, value, line of the value) where the segment is a label with a colon, or a label in the first column of a row."""
    part = parts[at]
    rule = rules.match("portal", part.text)
    match = search(rule, part.text) if rule else None
    if rule is None or match is None:
        return None
    if match.group("value"):
        return rule.data["field"], part.passage.slice(match.start("value"), len(part.text)), part.index
    beside = at + 1 < len(parts) and parts[at + 1].index == part.index
    if part.columns > 1 and not beside:
        return None
    if not (beside or part.text.rstrip().endswith(":")):
        return None
    follows = parts[at + 1] if at + 1 < len(parts) else None
    if follows is None or follows.index - part.index > WIDEST_GAP or (not beside and rules.match("portal", follows.text)):
        return rule.data["field"], None, part.index
    return rule.data["field"], follows.passage, follows.index


def _behind(lines: Sequence[Line], end: int, rules: OutlineRules) -> int:
    """The first line of the paper: rows of the block with other labels, borders and the heading "VĂN BẢN" are left behind."""
    at = end
    while at < len(lines):
        line = lines[at]
        in_table = line.text.startswith("|") and len(columns(line)) > 1 and at > 0 and lines[at - 1].text.startswith("|")
        row = in_table and end > 0 and not is_border(lines[at - 1])
        if not (row or is_border(line) or rules.match("portal_heading", line.text)):
            break
        at += 1
    return at
