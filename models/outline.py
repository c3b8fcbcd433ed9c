"""The skeleton of a document: letterhead, tree of numbered items, recipients, signature, and what was set aside.

In: what `outline` found.  Out: `Outline`, whose passages are joined lines with their way back to the document's text.
Promise: each character of a passage comes from one place of `Document.text`; lines set aside as furniture are kept.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from models.spans import Span
from models.text import Document


class Piece(NamedTuple):
    """`passage.text[at : at + end - start]` is `document.text[start:end]`."""

    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines joined to running text, with the way back to the document's text."""

    text: str
    pieces: tuple[Piece, ...]

    def source(self, span: Span) -> tuple[Span, ...]:
        """The stretches of the document's text that `span` of this passage came from, in order; joints fall out."""
        start, end = span
        found: list[Span] = []
        first = max(0, bisect_right(self.pieces, start, key=lambda piece: piece.at) - 1)
        for piece in self.pieces[first:]:
            if piece.at >= end:
                break
            lo = max(start, piece.at) - piece.at + piece.start
            hi = min(end, piece.at + piece.end - piece.start) - piece.at + piece.start
            if lo < hi:
                found.append((lo, hi))
        return tuple(found)

    def slice(self, start: int, end: int) -> Passage:
        """The passage of `text[start:end]`."""
        pieces = []
        for piece in self.pieces:
            lo, hi = max(start, piece.at), min(end, piece.at + piece.end - piece.start)
            if lo < hi:
                offset = piece.start - piece.at
                pieces.append(Piece(lo - start, lo + offset, hi + offset))
        return Passage(self.text[start:end], tuple(pieces))

    def plus(self, other: Passage, glue: str = " ") -> Passage:
        """This passage followed by another; the glue between them comes from nowhere."""
        if not self.text:
            return other
        shift = len(self.text) + len(glue)
        moved = tuple(Piece(piece.at + shift, piece.start, piece.end) for piece in other.pieces)
        return Passage(self.text + glue + other.text, self.pieces + moved)

    def stripped(self, signs: str = " ") -> Passage:
        """The passage without `signs` at its ends."""
        start = len(self.text) - len(self.text.lstrip(signs))
        return self.slice(start, max(start, len(self.text.rstrip(signs))))


EMPTY = Passage("", ())


class Section(StrEnum):
    """What part of the document an item belongs to; only some parts assign work (ANNOTATION rules 5)."""

    PREAMBLE = "preamble"
    ASSESSMENT = "assessment"
    PURPOSE = "purpose"
    NORMS = "norms"
    TARGET = "target"
    TASKS = "tasks"
    FUNDING = "funding"
    ORGANISATION = "organisation"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered item, a bullet or a paragraph: its marker as written ("" for none), its text without it, its sub-items.

    `path` is the markers from the outermost item to this one; a bullet adds its order ("-1", "-2", "+1"), a paragraph "¶1".
    `section` is set on a heading that opens a part of the document; what stands below it belongs to that part.
    """

    marker: str
    path: tuple[str, ...]
    passage: Passage
    children: tuple[Item, ...] = ()
    section: Section | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table in the body or an annex, cell by cell."""

    cells: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class OutlineTable:
    """A table of the document, with the heading it stands under."""

    rows: tuple[TableRow, ...]
    heading: Passage = EMPTY


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The top of page 1. Each part is the passage as written, EMPTY where the paper has none (NĐ 30/2020/NĐ-CP, Điều 8).

    `portal` is what the page of a legal portal says above the paper, by field: "number", "type", "issuer", "signer" ...
    """

    issuer: Passage = EMPTY
    number: Passage = EMPTY
    place_date: Passage = EMPTY
    type_name: Passage = EMPTY
    subject: Passage = EMPTY
    addressees: tuple[Passage, ...] = ()
    marks: tuple[Passage, ...] = ()
    portal: tuple[tuple[str, Passage], ...] = ()


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """The end of the document: authority and title lines, and the name of the signer."""

    title: tuple[Passage, ...] = ()
    name: Passage = EMPTY


@dataclass(frozen=True, slots=True)
class Outline:
    """The skeleton of `document`. `furniture` is the spans set aside (page numbers, URL lines, e-signature lines ...); `another` is
    the number of another paper that follows in the same file, and that is not taken apart.
    """

    document: Document
    letterhead: Letterhead
    opening: tuple[Item, ...]
    body: tuple[Item, ...]
    closing: tuple[Item, ...] = ()
    recipients: tuple[Passage, ...] = ()
    signature: SignatureBlock = SignatureBlock()
    tables: tuple[OutlineTable, ...] = ()
    furniture: tuple[Span, ...] = ()
    another: Passage = EMPTY
