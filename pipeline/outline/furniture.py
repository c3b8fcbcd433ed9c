"""Page furniture: lines that belong to the paper, not to the text. Set aside, but kept.

In: the lines of a document.  Out: the lines of the text, and the lines set aside.
Promise: a number alone on a line is set aside only where a page begins or ends; the tail of a portal's page goes as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.outline.lines import Line
from pipeline.outline.patterns import OutlineRules

_SPECKED = regex.compile(r"[^\p{L}\d\s]{0,2}\s?(\d{1,3})(?!\.$)\s?[^\p{L}\d\s]{0,2}")
PAGE_GAP = 2
"""Blank lines above a number that stands alone inside a page of plain text: there a page of the original began."""


def set_aside(lines: Sequence[Line], rules: OutlineRules) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Part the lines into (text, furniture)."""
    text: list[Line] = []
    furniture: list[Line] = []
    tail = next((at for at, line in enumerate(lines) if rules.match("tail", line.text)), len(lines))
    for line in lines[:tail]:
        rule = rules.match("furniture", line.text)
        numbered = rule is not None and rule.id == "furniture.page_number"
        if (rule is None or (numbered and not _at_page_edge(line))) and not _is_misread_number(line):
            text.append(line)
        else:
            furniture.append(line)
    return tuple(text), (*furniture, *lines[tail:])


def _is_misread_number(line: Line) -> bool:
    """The number of its own page with a speck beside it ("2)", "'3"), which would else number what follows; "2." does."""
    found = _SPECKED.fullmatch(line.text.strip())
    return found is not None and int(found[1]) == line.page and (line.page_top or line.page_end)


def _at_page_edge(line: Line) -> bool:
    return line.page_top or line.page_end or line.gap >= PAGE_GAP
