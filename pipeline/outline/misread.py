"""Enumerators with a misread or mistyped sign or letter, put right by their series: "7, Sở Y tế", "h) Tổ chức" behind "a)".

In: the lines of a document.  Out: the same lines, each enumerator as its series wants it; no line becomes longer.
Promise: only what begins an item behind the end of a sentence, a heading or a blank line is looked at; the items before and behind
it say what it must be. "Khoản 4, / 5, Điều 6" stays a citation, "7 Sở" inside a sentence a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import regex

from pipeline.outline.lines import Line
from pipeline.outline.markers import LETTERS, Kind, Marker, read_marker
from pipeline.outline.patterns import OutlineRules
from pipeline.outline.sentences import ends_sentence, goes_on

__all__ = ["mend_markers"]

_NUMBER = regex.compile(
    r"(?P<dust>[\'`‘’„_.,;|]{0,4}[ ]?)(?P<no>\d{1,2}|(?<!\S)[zZSsB§&£](?=[.,]))(?P<sign>[.,:;]|(?=[ ]))"
    r"(?=[ ]+[\"“(]?(?P<word>\p{L}+))"
)
"""A number with what may stand behind it; its point may be a comma, a colon or lost, specks stand before it."""
_DECIMAL = regex.compile(r"(?P<head>\d{1,2})[.,](?P<no>\d{1,2})(?P<sign>[.,:;]?)(?=[ ]+[\"“(]?(?P<word>\p{L}+))")
_LETTER = regex.compile(
    r"(?P<dust>(?:[_\'`‘’„.,;|#~-]{1,4}[ ]?(?=[^ ]{1,2}[)}\]]))?)(?P<no>[a-zđởớðø¡]|(?:g8|c?©|[468(])(?=[)}\]]))"
    r"(?P<sign>[)}\]>ỳ.,:;]|(?=[ ]))(?=[ ]+[\"“(]?(?P<word>\p{L}+))"
)
"""A letter with the bracket behind it, or what that was read as; specks may stand before it where the bracket is there (".b)")."""
_POINTERS = frozenset({"Điều", "Khoản", "Điểm", "Mục", "Chương", "Phần", "Tháng", "Quý", "Năm"})
"""Words behind a number that belongs to the citation or the date of the line above."""
_ALIKE = {"a": "a8", "b": "bh6", "c": "ceo©(", "đ": "đdởớð4", "e": "ec©", "d": "dđ4", "h": "hb", "g": "gqø8", "i": "il¡"}
"""What the letters of lists are read as."""
_FIGURES = frozenset("48")
"""Of these, what numbers a list of its own more often than it stands for a letter: only its neighbours make it one."""


_SPECK = regex.compile(r"(?P<dust>[^\s\"“(]|[^\w\s\"“(]{2})[ ]*(?=(?:Điều|ĐIỀU)[ ]+(?P<no>\d{1,3})[ ]?[.:][ ]+\p{Lu})")
"""What OCR reads of a speck or the edge of the paper in front of an article ("x Điều 6. Thỏa thuận", "| Điều 7. ...")."""


class _Item(NamedTuple):
    """A line that may begin an item of a series: its value (0: not readable), whether it is written as it should be, and whether
    a sign stands behind its number or letter.
    """

    at: int
    value: int
    exact: bool
    signed: bool


def mend_markers(lines: Sequence[Line], rules: OutlineRules) -> list[Line]:
    """The lines with the enumerators that their series want."""
    out = _articles(lines)
    for at, value in _numbers(out, rules):
        out[at] = _numbered(out[at], value)
    for at, text in _decimals(out):
        out[at] = replace(out[at], text=text)
    for at, label in _letters(out):
        out[at] = _lettered(out[at], label)
    return out


def _articles(lines: Sequence[Line]) -> list[Line]:
    """The lines without the speck in front of an article that follows the one before; a bullet is one only before its next one."""
    markers = [(at, marker.value) for at, line in enumerate(lines) if (marker := _article(line))]
    out, last = list(lines), 0
    for at, line in enumerate(lines):
        if (here := _article(line)) is not None:
            last = here.value
        elif (match := _SPECK.match(line.text)) and int(match["no"]) == last + 1 and _free(lines, at):
            bullet = read_marker(line.text) is not None
            if not bullet or next((value for after, value in markers if after > at), 0) == last + 2:
                out[at] = replace(line, text=line.text[match.end() :], start=line.start + match.end())
                last += 1
    return out


def _article(line: Line) -> Marker | None:
    marker = read_marker(line.text)
    return marker if marker is not None and marker.kind is Kind.ARTICLE else None


def _free(lines: Sequence[Line], at: int) -> bool:
    """Whether an item may begin at a line: behind an ended sentence, or a blank line where no sentence goes on."""
    if at == 0:
        return True
    before = lines[at - 1].text
    return ends_sentence(before) or (lines[at].gap > 0 and not goes_on(before)) or before.isupper()


def _below_a_title(lines: Sequence[Line], at: int) -> bool:
    """Whether the line before is an enumerated title that no line breaks ("1. Bộ Công Thương"): the first letter stands there."""
    return at > 0 and read_marker(lines[at - 1].text) is not None and not goes_on(lines[at - 1].text)


def _numbers(lines: Sequence[Line], rules: OutlineRules) -> Iterator[tuple[int, int]]:
    found = [item for at in range(len(lines)) if (item := _number_at(lines, at))]
    for k, item in enumerate(found):
        before, after = found[k - 1] if k else None, found[k + 1] if k + 1 < len(found) else None
        value = item.value or (before.value + 1 if before else 1)
        follows = before is not None and before.signed and before.value == value - 1
        leads = after is not None and after.signed and after.value == value + 1
        if item.exact or not (follows or leads) or (value == 1 and not leads):
            continue
        sure = follows and leads if value > 1 else leads
        if sure or (item.value and (item.signed or _names_body(lines[item.at], rules))):
            yield item.at, value
            found[k] = item._replace(value=value)


def _number_at(lines: Sequence[Line], at: int) -> _Item | None:
    marker = read_marker(lines[at].text)
    if marker is not None and marker.kind is Kind.NUMBER and marker.sign in (".", ""):
        return _Item(at, marker.value, exact=True, signed=True)
    match = _NUMBER.match(lines[at].text) if marker is None or marker.kind in (Kind.UPPER, Kind.LETTER) else None
    if match is None or not match["word"][0].isupper() or match["word"] in _POINTERS or not _free(lines, at):
        return None
    return _Item(at, int(match["no"]) if match["no"].isdigit() else 0, exact=False, signed=bool(match["sign"]))


def _names_body(line: Line, rules: OutlineRules) -> bool:
    return rules.match("body_heading", line.text.partition(" ")[2]) is not None


def _numbered(line: Line, value: int) -> Line:
    """The line with the number and a point; a blank becomes the point where it was lost."""
    match = _NUMBER.match(line.text)
    if match is None or len(str(value)) != len(match["no"]):
        return line
    text = f"{value}.{line.text[match.end('no') + 1 :]}"
    start = match.start("no")
    return replace(line, text=text, start=line.start + start) if read_marker(text) else line


def _decimals(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    last: tuple[int, int] = (0, 0)
    for at, line in enumerate(lines):
        marker = read_marker(line.text)
        if marker is not None and marker.kind is Kind.NUMBER:
            last = (marker.value, 0)
        elif marker is not None and marker.kind is Kind.DECIMAL:
            last = (int(marker.label.split(".")[0]), marker.value)
        elif marker is None and (match := _DECIMAL.match(line.text)) and match["word"][0].isupper() and _free(lines, at):
            here = (int(match["head"]), int(match["no"]))
            if here == (last[0], last[1] + 1) or (here[1] == 1 and here[0] == last[0] + 1):
                last = here
                yield at, f"{match['head']}.{match['no']}{'.' if match['sign'] else ''}{line.text[match.end() :]}"


def _letters(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """The letters of each list; a list ends where an enumerator above letters stands."""
    items: list[_Item] = []
    for at, line in enumerate(lines):
        marker = read_marker(line.text)
        if marker is not None and marker.foreign:
            continue  # it shares the place of the letter before it
        if marker is not None and marker.kind is Kind.LETTER:
            items.append(_Item(at, marker.value, exact=True, signed=True))
        elif marker is not None and marker.kind < Kind.LETTER and not _LETTER.match(line.text):
            yield from _list_mended(lines, items)
            items = []
        elif (match := _LETTER.match(line.text)) and match["word"][0].isupper() and (_free(lines, at) or _below_a_title(lines, at)):
            signed = bool(match["sign"]) and match["no"] not in _FIGURES
            items.append(_Item(at, LETTERS.find(match["no"]) + 1, exact=False, signed=signed))
    yield from _list_mended(lines, items)


def _list_mended(lines: Sequence[Line], items: Sequence[_Item]) -> Iterator[tuple[int, str]]:
    last = 0
    for k, item in enumerate(items):
        after = items[k + 1] if k + 1 < len(items) else None
        leads = after is not None and after.exact and after.value in (last + 2, last + 3) and after.value != item.value + 1
        wanted = LETTERS[last : last + 1]
        if item.exact and (item.value <= last + 3 and not (leads and item.value > last + 1)):
            last = item.value
            continue
        match = _LETTER.match(lines[item.at].text)
        alike = match is not None and match["no"][-1] in _ALIKE.get(wanted, wanted)
        follows = after is not None and after.exact and after.value == last + 2
        free = _free(lines, item.at) or not last
        if wanted and free and (follows or (alike and last and item.signed)) and (last or follows):
            yield item.at, wanted
            last += 1
        elif item.exact:
            last = item.value


def _lettered(line: Line, label: str) -> Line:
    match = _LETTER.match(line.text)
    if match is None:
        return line
    rest = line.text[match.end("no") + 1 :]
    text, start = f"{label}){rest}", match.end("no") - 1
    return replace(line, text=text, start=line.start + start) if read_marker(text) else line
