"""Page furniture: lines that belong to the paper, not to the text. Set aside, but kept.

In: the lines of a document.  Out: the lines of the text, and the lines set aside.
Promise: a number alone on a line is set aside only where a page begins or ends, or where such numbers count the pages; the tail of
a portal's page goes as a whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

import regex

from pipeline.outline.lines import Line
from pipeline.outline.markers import read_marker
from pipeline.outline.patterns import OutlineRules

_SPECKED = regex.compile(r"[^\p{L}\d\s]{0,2}\s?(\d{1,3})(?!\.$)\s?[^\p{L}\d\s]{0,2}")
PAGE_GAP = 2
"""Blank lines above a number that stands alone inside a page of plain text: there a page of the original began."""

SHORTEST_PAGE = 8
"""Lines between two numbers of pages; the numbers of a table's rows stand closer."""

PAGE_DIGITS = 4
"""Digits that are too many for the number of a page: a year."""

PAGE_SPREAD = 2
"""Pages hold alike many lines: none more than so many times as many as the middle one, or as few."""

LEAST_BROKEN = 1 / 3
"""Share of the numbers of pages that stand in the middle of a sentence; a column of figures breaks none."""

HIGHEST_FIRST = 3
"""A text that was pasted without its page breaks may begin with the number of the second page."""


WIDE = 40
"""Characters: a line so long is text; cells of a column of names are shorter."""

_MARKED = regex.compile(r"-\s*\d{1,3}\s*-|–\s*\d{1,3}\s*–|(?i:trang)\s+\d{1,3}(?:\s*/\s*\d{1,3})?")
_BARE = regex.compile(r"(?P<page>\d{1,3})(?:\s*/\s*(?P<pages>\d{1,3}))?")


def set_aside(lines: Sequence[Line], rules: OutlineRules) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Part the lines into (text, furniture)."""
    text: list[Line] = []
    furniture: list[Line] = []
    tail = next((at for at, line in enumerate(lines) if rules.match("tail", line.text)), len(lines))
    counted = _counted(lines[:tail]) | _regular(lines[:tail]) | _through(lines[:tail])
    running = _running(lines[:tail], counted)
    for at, line in enumerate(lines[:tail]):
        rule = rules.match("furniture", line.text)
        numbered = rule is not None and rule.id == "furniture.page_number"
        stands = (rule is None and at not in running) or (numbered and at not in counted and not _at_page_edge(line))
        if stands and not _is_misread_number(line):
            # Behind the number of a page the sentence goes on: the blank line below it parts no paragraphs.
            behind = at - 1 in counted or at - 1 in running
            text.append(replace(line, gap=0, page_top=True) if behind else line)
        else:
            furniture.append(line)
    return tuple(text), (*furniture, *lines[tail:])


def _is_misread_number(line: Line) -> bool:
    """The number of its own page with a speck beside it ("2)", "'3"), which would else number what follows; "2." does."""
    found = _SPECKED.fullmatch(line.text.strip())
    return found is not None and int(found[1]) == line.page and (line.page_top or line.page_end)


def _at_page_edge(line: Line) -> bool:
    return line.page_top or line.page_end or line.centred or line.gap >= PAGE_GAP


def _counted(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of pages that stand alone between blank lines inside a text: each one more than the one before."""
    parted = (at for at, (line, after) in enumerate(zip_longest(lines, lines[1:])) if line.gap and after and after.gap)
    found = _series(lines, parted)
    alone = len(found) == 1 and not lines[found[0] + 1].text[0].islower()
    return frozenset(() if alone else found)


def _regular(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of pages in a text without blank lines: as many lines apart, and they break sentences or end the text."""
    found = _series(lines, range(SHORTEST_PAGE, len(lines)))
    ends = bool(found) and found[-1] == len(lines) - 1
    inside = found[:-1] if ends else found
    sizes = sorted(later - earlier for earlier, later in pairwise(inside))
    middle = sizes[len(sizes) // 2] if sizes else 0
    if sizes and (middle > PAGE_SPREAD * sizes[0] or sizes[-1] > PAGE_SPREAD * middle):
        return frozenset()
    broken = sum(lines[at + 1].text[0].islower() and not lines[at - 1].text.endswith((".", ";", ":")) for at in inside)
    return frozenset(found) if len(found) > 1 and (ends or broken >= LEAST_BROKEN * len(found)) else frozenset()


def _through(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of pages in a pasted text of any length: "- 2 -" and "Trang 2"; bare ones where no other number stands alone,
    they count on from the second page and stand between lines of text (a column of figures begins with 1, or stands between cells).
    """
    marked = {at for at, line in enumerate(lines) if _MARKED.fullmatch(line.text)}
    found = [(at, match) for at, line in enumerate(lines) if (match := _BARE.fullmatch(line.text))]
    counts = [int(match["page"]) for _, match in found] == list(range(2, len(found) + 2))
    far = all(at >= SHORTEST_PAGE for at, _ in found)
    alike = len({match["pages"] for _, match in found}) == 1
    between = all(0 < at < len(lines) - 1 and _is_text(lines[at - 1], lines[at + 1]) for at, _ in found)
    return frozenset(marked | {at for at, _ in found} if counts and far and alike and between else marked)


def _is_text(above: Line, below: Line) -> bool:
    """Whether the lines above and below a number are text, and not the cells beside it."""
    if above.text.endswith(":") or above.table >= 0 or below.table >= 0:
        return False  # "Số biên chế:" + "2"
    last = len(above.text) >= WIDE or read_marker(above.text) is not None or above.text.endswith((".", ";"))
    first = len(below.text) >= WIDE or read_marker(below.text) is not None or below.text[0].islower()
    return last and first


def _running(lines: Sequence[Line], numbers: frozenset[int]) -> frozenset[int]:
    """The title that each page repeats beside its number."""
    beside = [at for number in numbers for at in (number - 1, number + 1) if 0 <= at < len(lines) and at not in numbers]
    often = Counter(lines[at].text for at in beside if read_marker(lines[at].text) is None)
    return frozenset(at for at in beside if often[lines[at].text] > 1)


def _series(lines: Sequence[Line], places: Iterable[int]) -> list[int]:
    """Of some lines those that count pages: a number alone, one more than the one before, as far from it as a page is long."""
    found: list[int] = []
    for at in places:
        text = lines[at].text
        if not (text.isdecimal() and len(text) < PAGE_DIGITS):
            continue
        far = not found or at - found[-1] >= SHORTEST_PAGE or at == len(lines) - 1
        if far and (int(text) == int(lines[found[-1]].text) + 1 if found else int(text) <= HIGHEST_FIRST):
            found.append(at)
    return found
