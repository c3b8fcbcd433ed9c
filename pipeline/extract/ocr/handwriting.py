"""Number and date of a letterhead are often written in by hand; what OCR makes of that is left out unless it is sure.

In: the words seen on a page, and its height.  Out: the words, with unsure figures of the number and the date left out, and clauses
that say so.
Promise: nothing is read into a figure: it stays as the engine saw it, or it is left blank; only the line of the number and that of
place and date, at the head of a page, are looked at. The word "Số:" before a symbol is written right, however it was seen.

Measured on the first pages of 30 scans of one office (numbers known from the names of the files): most numbers were written by
hand, few of them read right. Printed figures had confidences of 85 and more; figures that were read wrong had up to 62 beside
their symbol, and up to 87 where they stood apart from it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.extract.ocr.engine import SeenWord

_HEAD = 0.4
_SURE, _SURE_APART, _SURE_DATE = 80.0, 90.0, 75.0
LABEL = re.compile(r"S[oôốóồòỏ0][:;.,z]*|s[oôốóồòỏ0][:;.]+")
"""“Số:” as the engine sees it; a line that begins with it and goes on with a symbol is the line of the number."""
_SYMBOL = re.compile(r"[/⁄](?:\d{4}/)?[A-ZĐ].*|[A-ZĐ]{2,}-[A-ZĐ]{2,}.*")
"""What follows the figure ("/QĐ-UBND", "/2026/TT-BCA"), also where the slash went down with the figure."""
_NUMBER = re.compile(r"\d{1,5}[a-zđ]?")
_REACH = 4
"""The symbol stands among so many words behind the label."""
_DAY, _MONTH, _YEAR = "ngày", "tháng", "năm"
NUMBER_BLANK = "số viết tay đọc không chắc nên để trống"
DATE_BLANK = "ngày tháng viết tay đọc không chắc nên để trống"

Kept = dict[int, list[SeenWord]]
"""What stays of the words that are cut: by index, the pieces in their place."""


def leave_unsure_blank(words: Sequence[SeenWord], height: float) -> tuple[tuple[SeenWord, ...], tuple[str, ...]]:
    """The words without figures of number and date that the engine was not sure of, and what was left blank."""
    lines: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for index, word in enumerate(words):
        if word.box[3] < _HEAD * height:
            lines[word.line].append(index)
    number = next((cut for line in lines.values() if (cut := _number_cut(words, line))), _Cut(False, {}))
    date = next((cut for line in lines.values() if (cut := _date_cut(words, line))), _Cut(False, {}))
    pieces = {**number.pieces, **date.pieces}
    kept = tuple(piece for index, word in enumerate(words) for piece in pieces.get(index, [word]))
    said = ((number, NUMBER_BLANK), (date, DATE_BLANK))
    return kept, tuple(clause for cut, clause in said if cut.blank)


class _Cut(NamedTuple):
    """What becomes of a line, and whether a figure of it is left blank."""

    blank: bool
    pieces: Kept


def _number_cut(words: Sequence[SeenWord], line: Sequence[int]) -> _Cut | None:
    """The cut of a line of the number; None for any other line."""
    if not (label := LABEL.match(words[line[0]].text)):
        return None
    found = ((at, _SYMBOL.search(words[i].text, 0 if at else label.end())) for at, i in enumerate(line[: _REACH + 1]))
    last, symbol_at = next(((at, symbol.start()) for at, symbol in found if symbol), (-1, 0))
    if last < 0:
        return None
    texts = [words[i].text for i in line[: last + 1]]
    figure = "".join([*texts[:last], texts[last][:symbol_at]])[label.end() :].strip("._…")
    parts = [words[i] for at, i in enumerate(line[: last + 1]) if at > 0 or len(texts[0]) > label.end()]
    apart = symbol_at == 0
    sure = min((word.confidence for word in (parts[:-1] if apart else parts)), default=100.0)
    if not figure or (_NUMBER.fullmatch(figure) and sure >= (_SURE_APART if apart else _SURE)):
        return _Cut(blank=False, pieces={line[0]: [_labelled(words[line[0]], label.end())]})
    pieces: Kept = {i: [] for i in line[: last + 1]}
    pieces[line[0]].append(_labelled(_piece(words[line[0]], 0, label.end()), label.end()))
    pieces[line[last]].append(_piece(words[line[last]], symbol_at, len(texts[last])))
    return _Cut(blank=True, pieces=pieces)


def _labelled(word: SeenWord, label_end: int) -> SeenWord:
    return word._replace(text="Số:" + word.text[label_end:])


def _date_cut(words: Sequence[SeenWord], line: Sequence[int]) -> _Cut | None:
    """The cut of a line of place and date; None for any other line."""
    at = {
        name: next((k for k, i in enumerate(line) if words[i].text.lower().startswith(name)), -1) for name in (_DAY, _MONTH, _YEAR)
    }
    if not 0 < at[_DAY] < at[_MONTH] < at[_YEAR] or not words[line[at[_DAY] - 1]].text.endswith((",", ".")):
        return None
    pieces: Kept = {}
    blank = False
    for name, until, most in ((_DAY, at[_MONTH], 31), (_MONTH, at[_YEAR], 12)):
        first = line[at[name]]
        parts = [words[first], *(words[i] for i in line[at[name] + 1 : until])]
        figure = "".join(part.text for part in parts)[len(name) :].strip(".,_")
        sure = min((part.confidence for part in (parts if len(parts[0].text) > len(name) else parts[1:])), default=100.0)
        if not (figure.isdecimal() and 0 < int(figure) <= most and sure >= _SURE_DATE):
            pieces |= {i: [] for i in line[at[name] + 1 : until]}
            pieces[first] = [_piece(words[first], 0, len(name))]
            blank = blank or figure != ""
    return _Cut(blank, pieces)


def _piece(word: SeenWord, start: int, end: int) -> SeenWord:
    """A part of a word, with its share of the box."""
    x0, top, x1, bottom = word.box
    step = (x1 - x0) / len(word.text)
    return word._replace(text=word.text[start:end], box=(x0 + start * step, top, x0 + end * step, bottom))
