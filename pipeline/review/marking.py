"""What the lines say that a person marked as a task: the same reading as of a document, for a place where it found none.

In: the texts of a document's pages, the stretch that was marked, day and place of the document.  Out: a `Task` as it is read.
Promise: the words are those of the lines, without the enumerators before them; bodies, deadlines and product are read as everywhere
else, with the leads of the headings above; any stretch that holds words gives a task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from models.directive import Kind, Task
from models.outline import EMPTY, Item, Outline, Passage, Piece, Section
from models.spans import Span
from models.text import Document, FileFacts, Page, PageSource

if TYPE_CHECKING:
    from pipeline.detect import Detector
    from pipeline.detect.analysis import Analysis

__all__ = ["read_marked"]

_ROW = re.compile(r"\d{1,3}\.?\t\s*")
"""The number of a table's row; a tab parts columns."""
Trail = tuple[tuple[Sequence[Item], Item], ...]
"""The items above an item, each with its sisters, the outermost first."""


def read_marked(texts: Sequence[str], span: Span, *, issued: date | None, place: str | None) -> Task | None:
    """The task of a stretch of the document's text (pages joined by form feeds); None where no words stand there.

    Loads the detector when first asked (about a second).
    """
    from pipeline.detect.analysis import analyse
    from pipeline.detect.draft import Context, Draft
    from pipeline.detect.drafts import context_of
    from pipeline.detect.tasks import Setting, build_task
    from pipeline.outline import outline

    detector = _detector()
    document = _document(texts)

    def analyser(passage: Passage) -> Analysis:
        return analyse(passage, nlp=detector.nlp, rules=detector.roles)

    skeleton = outline(document, rules=detector.outline_rules)
    in_table = _ROW.match(document.text, span[0], max(span))
    found = [] if in_table else list(_inside(skeleton, span))
    first, trail = found[0] if found else (Item("", (), EMPTY), ())
    passage = _words([item for item, _ in found], document, span).stripped()
    if not passage.text:
        return None
    item = Item(first.marker, first.path, passage, section=first.section)
    context = context_of(skeleton, trail, item, analyser) if found else Context()
    kind = Kind.TARGET if context.section is Section.TARGET else Kind.ASSIGNMENT
    year = issued.year if issued else None
    setting = Setting(document, issued, year, place, detector.calendar, detector.directory)
    return build_task(Draft(item, analyser(passage), context, kind), setting)


@cache
def _detector() -> Detector:
    from pipeline.detect import load_detector

    return load_detector()


def _document(texts: Sequence[str]) -> Document:
    pages = tuple(Page(number, text, text, PageSource.PLAIN, "", 1.0) for number, text in enumerate(texts, 1))
    return Document(FileFacts("", "", 0, "text/plain"), pages)


def _inside(skeleton: Outline, span: Span) -> Iterator[tuple[Item, Trail]]:
    """The items of which words were marked, in the order of the document."""

    def walk(items: Sequence[Item], trail: Trail) -> Iterator[tuple[Item, Trail]]:
        for item in items:
            if any(piece.start < span[1] and piece.end > span[0] for piece in item.passage.pieces):
                yield item, trail
            yield from walk(item.children, (*trail, (items, item)))

    for items in (skeleton.opening, skeleton.body, skeleton.closing):
        yield from walk(items, ())


def _words(items: Sequence[Item], document: Document, span: Span) -> Passage:
    """The marked words of the items, joined; where no item holds them (a table, a line set aside) the lines as they stand."""
    passage = EMPTY
    for item in items:
        part = _within(item.passage, span)
        passage = passage.plus(part) if part.text else passage
    if passage.text:
        return passage
    return _lines(document, span)


def _within(passage: Passage, span: Span) -> Passage:
    kept = [
        (piece.at + max(0, span[0] - piece.start), piece.at + min(piece.end, span[1]) - piece.start)
        for piece in passage.pieces
        if piece.start < span[1] and piece.end > span[0]
    ]
    return passage.slice(kept[0][0], kept[-1][1]) if kept else EMPTY


def _lines(document: Document, span: Span) -> Passage:
    from pipeline.outline.markers import read_marker

    passage, at = EMPTY, span[0]
    for line in document.text[span[0] : span[1]].splitlines(keepends=True):
        words = line.rstrip()
        marker, row = (read_marker(words), _ROW.match(words)) if not passage.text else (None, None)
        begin = row.end() if row else marker.end if marker else len(words) - len(words.lstrip())
        if words[begin:]:
            passage = passage.plus(Passage(words[begin:], (Piece(0, at + begin, at + len(words)),)))
        at += len(line)
    return passage
