"""Stage `outline`: from pages of text to the skeleton of a document.

In: a `Document`.  Out: an `Outline`: letterhead, opening, tree of items, closing, recipients, signature, tables, furniture.
Promise: each line of the text ends in exactly one place: a part of the skeleton, or set aside as furniture.
"""

from __future__ import annotations

from collections.abc import Sequence

from models.outline import EMPTY, Item, Outline, OutlineTable, Passage, Piece, TableRow
from models.text import Document, Table
from pipeline.outline.bullets import draw_bullets
from pipeline.outline.ending import CLOSED, find_ending
from pipeline.outline.furniture import set_aside
from pipeline.outline.inline import part_addressees, part_recipients
from pipeline.outline.letterhead import split_letterhead
from pipeline.outline.lines import Layout, Line, measure, read_lines
from pipeline.outline.misread import mend_markers
from pipeline.outline.paragraphs import Paragraph, join_lines
from pipeline.outline.patterns import OutlineRules, load_outline_rules
from pipeline.outline.titles import part_titles
from pipeline.outline.tree import grow

__all__ = ["OutlineRules", "load_outline_rules", "outline"]


def outline(document: Document, *, rules: OutlineRules) -> Outline:
    """Find the skeleton of a document.

    Guarantees: 1. passages hold the document's characters in order, with their way back; 2. tables of the body are kept as
    tables and their lines do not enter the tree; 3. pages whose text is not healthy give no items; 4. any text gives an outline.
    """
    layout_lines = [line for line in read_lines(document) if document.pages[line.page - 1].healthy]
    tables, layout_lines = _take_tables(document, layout_lines)
    kept, furniture = set_aside(layout_lines, rules)
    lines = part_recipients(part_addressees(part_titles(mend_markers(draw_bullets(kept), rules), rules), rules))
    layout = measure(lines)
    letterhead, start = split_letterhead(lines, layout, rules)
    ending = find_ending(lines[start:], rules, number=letterhead.number.text)
    body = lines[start : start + ending.body_end]
    opening, items, closing = _parts(join_lines(body, layout, rules), rules)
    annex, annex_closing = _annex(lines[start + ending.annex : start + ending.stop], layout, rules)
    return Outline(
        document=document,
        letterhead=letterhead,
        opening=opening,
        body=items + annex,
        closing=closing + annex_closing,
        recipients=ending.recipients,
        signature=ending.signature,
        tables=tables,
        furniture=tuple((line.start, line.end) for line in furniture),
        another=ending.another,
    )


def _parts(paragraphs: Sequence[Paragraph], rules: OutlineRules) -> tuple[tuple[Item, ...], tuple[Item, ...], tuple[Item, ...]]:
    """Opening (before the first enumerator), tree, closing (after the last one)."""
    marked = [i for i, paragraph in enumerate(paragraphs) if paragraph.marker is not None]
    first = marked[0] if marked else len(paragraphs)
    last = marked[-1] if marked else -1
    labelled = any(rules.match("label_line", paragraph.passage.text) for paragraph in paragraphs[last + 1 :])
    titled = bool(marked) and not labelled and _is_title(paragraphs[last])
    ends = (_end_at(i, paragraphs[i], rules, titled=titled) for i in range(max(first, last + 1), len(paragraphs)))
    end = next((end for end in ends if end is not None), len(paragraphs))
    if not marked:
        end = next((i for i in range(1, len(paragraphs)) if rules.match("closing", paragraphs[i].passage.text)), len(paragraphs))
        return grow(paragraphs[:end], rules), (), grow(paragraphs[end:], rules)
    return grow(paragraphs[:first], rules), grow(paragraphs[first:end], rules), grow(paragraphs[end:], rules)


def _end_at(i: int, paragraph: Paragraph, rules: OutlineRules, *, titled: bool) -> int | None:
    """Where the body ends by paragraph `i` behind the last enumerator, None where that does not close the paper. Below a title
    ("Điều 9. Tổ chức thực hiện") paragraphs are all there is: one with the sign "./." is the last of them.
    """
    if rules.match("closing", paragraph.passage.text) is not None:
        return i
    return i + titled if CLOSED.search(paragraph.passage.text) else None


def _is_title(paragraph: Paragraph) -> bool:
    """Whether a paragraph with an enumerator ends without a sign, as a title does."""
    return paragraph.passage.text.rstrip()[-1:].isalpha()


def _annex(lines: Sequence[Line], layout: Layout, rules: OutlineRules) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """What follows the signature: the items of annexes and of a plan that the document carries behind it, and their closings."""
    if not lines:
        return (), ()
    end = find_ending(lines, rules)
    _, items, closing = _parts(join_lines(lines[: end.body_end], layout, rules), rules)
    more, more_closing = _annex(lines[end.annex : end.stop], layout, rules) if end.annex else ((), ())
    return items + more, (closing if items else ()) + more_closing


def _take_tables(document: Document, lines: Sequence[Line]) -> tuple[tuple[OutlineTable, ...], list[Line]]:
    """Part the lines of ruled tables from the others; the borderless tables of letterhead and signature stay lines."""
    taken: list[tuple[int, int]] = []
    tables: list[OutlineTable] = []
    for page in document.pages:
        if not page.healthy or not page.tables:
            continue
        for table in page.tables:
            if _is_frame(document, page.number, table):
                continue
            rows = tuple(TableRow(tuple(_cell(document, page.number, cell) for cell in row)) for row in table.rows)
            spans = [(piece.start, piece.end) for row in rows for cell in row.cells for piece in cell.pieces]
            if not spans:
                continue
            taken.append((min(start for start, _ in spans), max(end for _, end in spans)))
            tables.append(OutlineTable(rows, _heading(lines, taken[-1][0])))
    kept = [line for line in lines if not any(start <= line.start and line.end <= end for start, end in taken)]
    return tuple(tables), kept


def _is_frame(document: Document, page: int, table: Table) -> bool:
    """A table that only sets columns side by side: the letterhead, or recipients beside the signature."""
    if len(table.rows) > 4 or max((len(row) for row in table.rows), default=0) != 2:
        return False
    text = " ".join(document.pages[page - 1].raw[cell.start : cell.end] for row in table.rows for cell in row)
    folded = " ".join(text.upper().split())
    return "VIỆT NAM" in folded or "NƠI NHẬN" in folded or "HẠNH PHÚC" in folded


def _cell(document: Document, page: int, cell: tuple[int, int]) -> Passage:
    offset = document.page_start(page)
    start, end = document.pages[page - 1].back.forward(cell)
    passage = EMPTY
    at = start
    text = document.pages[page - 1].text[start:end]
    for line in text.split("\n"):
        part = line.strip()
        if part:
            begin = at + line.index(part)
            passage = passage.plus(Passage(part, (Piece(0, offset + begin, offset + begin + len(part)),)))
        at += len(line) + 1
    return passage


def _heading(lines: Sequence[Line], start: int) -> Passage:
    """The line above a table, as its heading."""
    above = [line for line in lines if line.end <= start]
    if not above:
        return EMPTY
    line = above[-1]
    return Passage(line.text, (Piece(0, line.start, line.end),))
