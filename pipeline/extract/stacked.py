"""Tables of plain text with a cell a line, as a page copied from the web leaves them: the headings of the columns, then the rows.

In: the text of a page.  Out: its tables, whose cells are offsets in that text.
Promise: only a run of lines that begins with a column of numbers and known headings is a table, and it ends where the rows end;
a row that lacks a cell keeps its task and its time where they belong.
Source: rules/annex.json says what the columns of an annex are called.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

import regex

from models.text import Cell, Table
from pipeline.rules import Rule, load_rules

__all__ = ["stacked_tables"]

FEWEST_COLUMNS, MOST_COLUMNS = 4, 9
"""Columns with that of the numbers: fewer cannot be told from a list."""

FEWEST_ROWS = 2

LONGEST_HEADING = 8
"""Words in the heading of a column."""

_LINE = regex.compile(r"[^\S\n]*(?P<text>\S[^\n]*?)[^\S\n]*(?:\n|$)")
_NUMBER = regex.compile(r"(?:\d{1,3}(?:\.\d{1,2}){0,2}|[IVX]{1,5}|[A-ZĐ])[.)]?")
_OUTSIDE = regex.compile(r"(?:[IVX]{1,5}|\d{1,2})\.\s+\p{Lu}|Nơi nhận|(?:TM|KT|TL|TUQ)\.|Điều \d")
"""How what stands behind a table begins: the next heading, the recipients, the signature."""
_GROUP = regex.compile(r"(?:[IVX]{1,5}|[A-ZĐ])[.)]?")
_TIME = regex.compile(
    r"(?i)^(?:\W*(?:trước|trong|chậm nhất|đến|hằng|hàng|định kỳ|thường xuyên|quý|tháng|ngày|năm|cuối|đầu|từ|sau|khi|\d+ tháng)\b"
    r"|\W*\d{1,2}[/.-]\d{1,4})"
)


def stacked_tables(text: str) -> tuple[Table, ...]:
    """The tables of a text in the order in which they stand."""
    lines = [Cell(*match.span("text")) for match in _LINE.finditer(text)]
    found: list[Table] = []
    at = 0
    while at < len(lines):
        columns = _columns(lines, at, text)
        rows, end = _rows(lines, at, columns, text) if columns else ([], at)
        if len(rows) > FEWEST_ROWS:
            found.append(Table(tuple(rows)))
        at = max(end, at + 1)
    return tuple(found)


@cache
def _headings() -> tuple[Rule, ...]:
    return load_rules("annex")


def _column(text: str) -> str | None:
    """What a heading says its column holds."""
    bare = " ".join(text.split()).strip(" :.").lower()
    return next((rule.data["column"] for rule in _headings() if rule.pattern.search(bare)), None)


def _columns(lines: Sequence[Cell], at: int, text: str) -> tuple[str | None, ...]:
    """What the columns hold whose headings begin at a line; empty where no table begins."""
    first = text[slice(*lines[at])]
    if len(first) > MOST_COLUMNS or _column(first) != "number":
        return ()
    found: list[str | None] = []
    for line in islice(lines, at, at + MOST_COLUMNS + 1):
        heading = text[slice(*line)]
        if found and (_NUMBER.fullmatch(heading) or len(heading.split()) > LONGEST_HEADING):
            break
        found.append(_column(heading))
    known = {"task"} <= set(found) and bool({"lead", "time"} & set(found))
    return tuple(found) if known and FEWEST_COLUMNS <= len(found) <= MOST_COLUMNS else ()


def _rows(lines: Sequence[Cell], at: int, columns: Sequence[str | None], text: str) -> tuple[list[tuple[Cell, ...]], int]:
    """The rows from the headings on, and the line behind the last."""
    rows = [tuple(lines[at : at + len(columns)])]
    at += len(columns)
    while at < len(lines) and _NUMBER.fullmatch(text[slice(*lines[at])]):
        end = _row_end(lines, at, len(columns), text)
        if end - at == len(columns):
            rows.append(tuple(lines[at:end]))
        elif end - at == 2:
            rows.append((*lines[at:end], *_empty(lines[end - 1], len(columns) - 2)))
        elif end - at > 2 and end < len(lines):
            rows.append(tuple(_placed(lines[at:end], columns, text)))
        else:
            break
        at = end
    return rows, at


def _row_end(lines: Sequence[Cell], at: int, width: int, text: str) -> int:
    """Where the row that begins at a line ends: at the next number, or after all columns."""
    group = _GROUP.fullmatch(text[slice(*lines[at])]) is not None
    for end in range(at + 2, min(at + width, len(lines))):
        line = text[slice(*lines[end])]
        if _OUTSIDE.match(line) or (_NUMBER.fullmatch(line) and (end == at + 2 or not group)):
            return end
    return min(at + width, len(lines))


def _placed(row: Sequence[Cell], columns: Sequence[str | None], text: str) -> Iterator[Cell]:
    """The cells of a row that lacks some: what tells a time in its column, the others on the side of it where they stand."""
    column = columns.index("time") if "time" in columns else len(columns)
    told = (at for at, cell in enumerate(row) if at > 1 and _TIME.search(text[slice(*cell)]))
    time = next(told, len(row)) if "time" in columns else len(row)
    before, after = row[: min(time, column)], row[time + 1 :]
    yield from (*before, *_empty(row[time - 1], column - len(before)))
    if column < len(columns):
        yield from row[time : time + 1] or _empty(row[-1], 1)
        yield from (*after[: len(columns) - column - 1], *_empty(row[-1], len(columns) - column - 1 - len(after)))


def _empty(behind: Cell, count: int) -> Iterator[Cell]:
    return (Cell(behind.end, behind.end) for _ in range(count))
