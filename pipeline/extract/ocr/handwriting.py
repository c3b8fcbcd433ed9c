"""Number and date of a letterhead are often written in by hand; what OCR makes of that is left out unless it is sure.

In: the words seen on a page, its height, and what reads figures written by hand.  Out: the words, with unsure figures of number
and date read anew from their gaps or left out, and clauses that say so.
Promise: a figure stays as the engine saw it, or is what the reader of figures is sure of, which is said, or is left blank; only
the line of the number and that of place and date, at the head of a page, are looked at. The word "Số:" before a symbol is written
right, however it was seen.

Measured on the first pages of 30 scans of one office (numbers known from the names of the files): most numbers were written by
hand, few of them read right. Printed figures had confidences of 85 and more; figures that were read wrong had up to 62 beside
their symbol, and up to 87 where they stood apart from it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from models.text import Mark
from pipeline.extract.ocr.engine import SeenWord
from pipeline.extract.ocr.gaps import base_of, day_gap, number_gap, type_size
from pipeline.extract.ocr.written import Hand

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
_READ = 80.0
"""How sure a figure is said to be that was read from its gap: less than the engine is of print."""
_YEAR_FIRST = re.compile(r"[/⁄]\d{4}/")
NUMBER_READ = "số viết tay đọc là {} cần kiểm tra lại"
DATE_READ = "ngày tháng viết tay đọc là {}/{} cần kiểm tra lại"
NUMBER_BLANK = "số viết tay đọc không chắc nên để trống"
DATE_BLANK = "ngày tháng viết tay đọc không chắc nên để trống"

NUMBER, DATE = "written_number", "written_date"
"""Kinds of marks: figures that were read from handwriting, which a person has to look at."""

Kept = dict[int, list[SeenWord]]
"""What stays of the words that are cut: by index, the pieces in their place."""


class Left(NamedTuple):
    """The words that stay; what was left blank or read by hand, in clauses; the marks of what was read, in pixels."""

    words: tuple[SeenWord, ...]
    clauses: tuple[str, ...]
    read: tuple[Mark, ...] = ()


def leave_unsure_blank(words: Sequence[SeenWord], height: float, hand: Hand | None = None) -> Left:
    """The words without figures of number and date that nobody was sure of, but with those that `hand` is sure of."""
    lines: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for index, word in enumerate(words):
        if word.box[3] < _HEAD * height:
            lines[word.line].append(index)
    dates = ((line, at) for line in lines.values() if (at := _date_words(words, line)))
    dated = next(dates, None)
    printed = [words[dated[0][at]] for name, at in dated[1].items() if words[dated[0][at]].text.lower() == name] if dated else []
    gaps = _Gaps(hand, printed, type_size(printed, hand.dpi) if hand else 0.0)
    number = next((cut for line in lines.values() if (cut := _number_cut(words, line, gaps))), _NOTHING)
    date = _date_cut(words, *dated, gaps) if dated else _NOTHING
    pieces = {**number.pieces, **date.pieces}
    kept = tuple(piece for index, word in enumerate(words) for piece in pieces.get(index, [word]))
    cuts = (number, date)
    return Left(kept, tuple(cut.clause for cut in cuts if cut.clause), tuple(cut.read for cut in cuts if cut.read))


class _Cut(NamedTuple):
    """What becomes of a line, and what is said of it."""

    clause: str
    pieces: Kept
    read: Mark | None = None


_NOTHING = _Cut("", {})


class _Gaps(NamedTuple):
    """Reads what is written by hand between printed words; `printed` are those around the date, `em` is their size of type."""

    hand: Hand | None
    printed: Sequence[SeenWord]
    em: float

    def number(self, label: SeenWord, label_end: int, symbol: SeenWord, symbol_at: int, engine: str) -> SeenWord | None:
        """The number, where it is sure; the engine saw `engine`."""
        if self.hand is None:
            return None
        gap = number_gap(label, symbol, symbol_at, self.em, labelled=label_end == len(label.text))
        told = self.hand.number(gap, engine, year=_YEAR_FIRST.match(symbol.text, symbol_at) is not None)
        return SeenWord(told, gap.box, _READ, label.line) if told else None

    def day(self, before: SeenWord, name: str, after: SeenWord, engine: str, most: int) -> SeenWord | None:
        """The day or the month, where it is sure; the engine saw `engine`."""
        if self.hand is None or not self.printed:
            return None
        gap = day_gap(before, name, after, base_of(self.printed, self.em), self.em)
        told = self.hand.day(gap, engine, most)
        return SeenWord(told, gap.box, _READ, before.line) if told else None


def _number_cut(words: Sequence[SeenWord], line: Sequence[int], gaps: _Gaps) -> _Cut | None:
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
    if _NUMBER.fullmatch(figure) and sure >= (_SURE_APART if apart else _SURE):
        return _Cut("", {line[0]: [_labelled(words[line[0]], label.end())]})
    read = gaps.number(words[line[0]], label.end(), words[line[last]], symbol_at, figure)
    if not (figure or read):
        return _Cut("", {line[0]: [_labelled(words[line[0]], label.end())]})
    pieces: Kept = {i: [] for i in line[: last + 1]}
    pieces[line[0]].append(_labelled(_piece(words[line[0]], 0, label.end()), label.end()))
    pieces[line[last]].append(_piece(words[line[last]], symbol_at, len(texts[last])))
    if read:
        pieces[line[0]].insert(1, read)
        return _Cut(NUMBER_READ.format(read.text), pieces, Mark(NUMBER, read.text, read.box))
    return _Cut(NUMBER_BLANK, pieces)


def _labelled(word: SeenWord, label_end: int) -> SeenWord:
    return word._replace(text="Số:" + word.text[label_end:])


def _date_words(words: Sequence[SeenWord], line: Sequence[int]) -> dict[str, int]:
    """Where "ngày", "tháng" and "năm" stand in a line of place and date; nothing for any other line."""
    at = {
        name: next((k for k, i in enumerate(line) if words[i].text.lower().startswith(name)), -1) for name in (_DAY, _MONTH, _YEAR)
    }
    dated = 0 < at[_DAY] < at[_MONTH] < at[_YEAR] and words[line[at[_DAY] - 1]].text.endswith((",", "."))
    return at if dated else {}


def _date_cut(words: Sequence[SeenWord], line: Sequence[int], at: dict[str, int], gaps: _Gaps) -> _Cut:
    """The cut of a line of place and date: what is not sure is read anew, all of it or nothing."""
    pieces: Kept = {}
    figures: list[str] = []
    unsure: list[tuple[str, SeenWord | None]] = []
    for name, until, most in ((_DAY, at[_MONTH], 31), (_MONTH, at[_YEAR], 12)):
        first = line[at[name]]
        parts = [words[first], *(words[i] for i in line[at[name] + 1 : until])]
        figure = "".join(part.text for part in parts)[len(name) :].strip(".,_")
        sure = min((part.confidence for part in (parts if len(parts[0].text) > len(name) else parts[1:])), default=100.0)
        if figure.isdecimal() and 0 < int(figure) <= most and sure >= _SURE_DATE:
            figures.append(figure)
            continue
        read = gaps.day(words[first], name, words[line[until]], figure, most)
        pieces |= {i: [] for i in line[at[name] + 1 : until]}
        pieces[first] = [_piece(words[first], 0, len(name)), *([read] if read else [])]
        unsure.append((figure, read))
        figures.append(read.text if read else "")
    boxes = [read.box for _, read in unsure if read]
    if unsure and len(boxes) == len(unsure):
        (left, top, _, _), (_, _, right, bottom) = boxes[0], boxes[-1]
        return _Cut(DATE_READ.format(*figures), pieces, Mark(DATE, "/".join(figures), (left, top, right, bottom)))
    blank = {i: [piece for piece in kept if all(piece is not read for _, read in unsure)] for i, kept in pieces.items()}
    return _Cut(DATE_BLANK if any(figure for figure, _ in unsure) else "", blank)


def _piece(word: SeenWord, start: int, end: int) -> SeenWord:
    """A part of a word, with its share of the box."""
    x0, top, x1, bottom = word.box
    step = (x1 - x0) / len(word.text)
    return word._replace(text=word.text[start:end], box=(x0 + start * step, top, x0 + end * step, bottom))
