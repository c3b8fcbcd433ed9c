"""Enumerators that OCR misread: "~ Trao quà", "5, Định kỳ", "II MỤC TIÊU", a second "II." in the place of "III.".

In: the text of a page that was read from its picture.  Out: edits.
Promise: an enumerator is changed only at the start of an item, where the series around it says what it must be; a line that was
wrapped inside a sentence ("Khoản 4, / 5, Điều 6") stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.spans import Edit

__all__ = ["bullet_edits", "number_edits", "roman_edits"]

_BULLET = re.compile(r"(?:[_'`‘.,:;|]{1,5}[ ]?)?[~=_«»¬-](?=[ ](?P<first>\S))")
"""What a printed dash is read as, specks of dust before it; a plus or a star is an enumerator of its own."""
_HEADING = re.compile(r"(?:\d{1,2}|[a-zđ])[.)][ ][^\W\d_]")
"""An item without a sign at its end may be a heading; what is written with a tilde below it is an item."""
_NUMBER = re.compile(r"(?P<no>\d{1,2}|[l|](?=\.))(?P<sign>[.,:;])(?=[ ](?P<word>\w+))")
_POINTERS = frozenset({"Điều", "Khoản", "Điểm", "Mục", "Chương", "Phần"})
"""Words behind a number that belongs to the citation of the line above."""
_ROMAN = re.compile(r"(?P<no>[IVXHl1|]{1,5})(?P<sign>[.,:]?)(?P<gap>[ ]*)(?=(?P<rest>[^\t\n]{4,}))")
_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_AS_ROMAN = str.maketrans({"H": "II", "l": "I", "1": "I", "|": "I"})
_ENDS = (".", ";", ":", "./", ")")
"""The end of the line above an item: anything else goes on."""


class _Line(NamedTuple):
    """A line's first cell with its offset, and whether an item may begin there."""

    start: int
    text: str
    free: bool


def bullet_edits(text: str) -> Iterator[Edit]:
    """A dash for what was printed as one."""
    above = ""
    for line in _lines(text):
        match = _BULLET.match(line.text)
        free = line.free or (_HEADING.match(above) is not None and line.text.startswith("~"))
        if match and free and match["first"].isupper() and match[0] != "-":
            yield Edit(line.start, line.start + match.end(), "-")
        above = line.text


def number_edits(text: str) -> Iterator[Edit]:
    """The point behind an Arabic numeral between its neighbours, and "1." for "l." before "2."."""
    found = [(line, match) for line in _lines(text) if (match := _NUMBER.match(line.text)) and _opens_item(line, match)]
    values = [1 if match["no"] in "l|" else int(match["no"]) for _, match in found]
    for at, (line, match) in enumerate(found):
        before = at > 0 and values[at - 1] == values[at] - 1
        after = at + 1 < len(found) and values[at + 1] == values[at] + 1
        if match["no"] in "l|":
            if after:
                yield Edit(line.start, line.start + 1, "1")
        elif match["sign"] != "." and (before or after):
            yield Edit(line.start + match.start("sign"), line.start + match.end("sign"), ".")


def _opens_item(line: _Line, match: re.Match[str]) -> bool:
    return line.free and match["word"][0].isupper() and match["word"] not in _POINTERS


class _Heading(NamedTuple):
    """A heading in capitals behind what may be a Roman numeral."""

    line: _Line
    match: re.Match[str]
    value: int
    sure: bool


def roman_edits(text: str) -> Iterator[Edit]:
    """Roman numerals before headings in capitals, as their series on the page wants them."""
    found = [heading for line in _lines(text) if (heading := _heading(line))]
    last = 0
    for at, heading in enumerate(found):
        value = _wanted(heading, last, found[at + 1 :])
        if value is None:
            last = heading.value if heading.sure else last
            continue
        last = value
        start, end = heading.line.start, heading.line.start + heading.match.end("gap")
        wanted = f"{_NUMERALS[value - 1]}. "
        if text[start:end] != wanted:
            yield Edit(start, end, wanted)


def _heading(line: _Line) -> _Heading | None:
    match = _ROMAN.match(line.text)
    if match is None or not line.free or not match["rest"].isupper() or not (match["sign"] or match["gap"]):
        return None
    numeral = match["no"].translate(_AS_ROMAN)
    if numeral not in _NUMERALS:
        return None
    sure = numeral == match["no"] and match["sign"] == "."
    return _Heading(line, match, _NUMERALS.index(numeral) + 1, sure)


def _wanted(heading: _Heading, last: int, later: Sequence[_Heading]) -> int | None:
    """The numeral that the series wants here; None where the series says nothing."""
    if last and heading.value == last + 1:
        return heading.value
    repeated = heading.value == last >= 2 and last < len(_NUMERALS)  # a list never begins with II: a stroke was lost
    if repeated and all(other.value != last + 1 for other in later):
        return last + 1
    return None


def _lines(text: str) -> Iterator[_Line]:
    start, free = 0, True
    for line in text.split("\n"):
        cell = line.split("\t", 1)[0]
        yield _Line(start, cell, free)
        start += len(line) + 1
        bare = cell.rstrip()
        ended = bare.endswith(_ENDS) or bare.isupper()  # a heading in capitals ends without a sign
        free = ended if bare else free or not line.strip()
