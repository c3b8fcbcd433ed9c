"""Page furniture: lines that belong to the paper, not to the text. Set aside, but kept.

In: the lines of a document.  Out: the lines of the text, and the lines set aside.
Promise: a number alone on a line is set aside only where a page begins or ends; the tail of a portal's page goes as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.outline.lines import Line
from pipeline.outline.patterns import OutlineRules

PAGE_GAP = 2
"""Blank lines above a number that stands alone inside a page of plain text: there a page of the original began."""


def set_aside(lines: Sequence[Line], rules: OutlineRules) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Part the lines into (text, furniture)."""
    text: list[Line] = []
    furniture: list[Line] = []
    tail = next((at for at, line in enumerate(lines) if rules.match("tail", line.text)), len(lines))
    for line in lines[:tail]:
        rule = rules.match("furniture", line.text)
        if rule is None or (rule.id == "furniture.page_number" and not _at_page_edge(line)):
            text.append(line)
        else:
            furniture.append(line)
    return tuple(text), (*furniture, *lines[tail:])


def _at_page_edge(line: Line) -> bool:
    return line.page_top or line.page_end or line.gap >= PAGE_GAP
