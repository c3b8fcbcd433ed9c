"""The chain of repairs: small named steps, one after the other, their maps composed.

In: a text, or a document.  Out: the repaired text and the map back.
Promise: a step gives edits and nothing else; a clean page costs some searches and no copy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from models.spans import IDENTITY, Edit, SpanMap, apply_edits
from models.text import Document, Page, PageSource
from pipeline.recover.formulas import opener_edits
from pipeline.recover.homoglyphs import homoglyph_edits
from pipeline.recover.lists import bullet_edits, number_edits, roman_edits
from pipeline.recover.marks import composition_edits, stray_mark_edits
from pipeline.recover.markup import looks_like_markdown, markup_edits
from pipeline.recover.slips import slipped_tone_edits
from pipeline.recover.spaces import space_edits


class Step(NamedTuple):
    """A repair by name: `edits` finds what it would change in a text; `plain_only` steps leave laid-out pages alone, `seen_only`
    steps all but pages that were read from their pictures.
    """

    name: str
    edits: Callable[[str], Iterable[Edit]]
    plain_only: bool = False
    seen_only: bool = False


STEPS: tuple[Step, ...] = (
    Step("spaces", space_edits),
    Step("markup", markup_edits, plain_only=True),
    Step("homoglyphs", homoglyph_edits),
    Step("nfc", composition_edits),
    Step("stray_marks", stray_mark_edits),
    Step("slipped_tones", slipped_tone_edits),
    Step("bullets", bullet_edits, seen_only=True),
    Step("numbers", number_edits, seen_only=True),
    Step("romans", roman_edits, seen_only=True),
    Step("recipients", opener_edits, seen_only=True),
)
"""In this order each step leaves nothing for an earlier one: letters are told apart before marks are composed."""

_MOST_ROUNDS = 8
"""Marks within marks come away round by round; deeper nesting than this is no text of an office."""


def recover(document: Document) -> Document:
    """Repair the text of each page.

    1. The number of lines and the order of words stay; no digit is changed ("l." before "2." becomes "1.").
    2. `page.back` leads from `page.text` to `page.raw`, which stays as it is, with its words and cells.
    3. Repairing what is repaired changes nothing.

    Refuses nothing: a page that no step knows is returned as it is.
    """
    return replace(document, pages=tuple(_recover_page(page) for page in document.pages))


def recover_text(text: str, *, plain: bool = True, seen: bool = False) -> tuple[str, SpanMap]:
    """The repaired text and its map back; `plain` is false for text laid out from boxes, which holds no markup; `seen` is true for
    text that OCR read, whose enumerators may be misread.
    """
    back = IDENTITY
    for step in STEPS:
        if (plain or not step.plain_only) and (seen or not step.seen_only):
            text, change = apply_edits(text, step.edits(text))
            back = back.then(change)
    for _ in range(_MOST_ROUNDS):
        if not (plain and looks_like_markdown(text)):
            break
        text, change = apply_edits(text, markup_edits(text))
        back = back.then(change)
    return text, back


def _recover_page(page: Page) -> Page:
    text, change = recover_text(page.text, plain=page.source is PageSource.PLAIN, seen=page.source is PageSource.OCR)
    return page if change == IDENTITY else replace(page, text=text, back=page.back.then(change))
