"""The chain of repairs: small named steps, one after the other, their maps composed.

In: a text, or a document.  Out: the repaired text and the map back.
Promise: a step gives edits and nothing else; a clean page costs some searches and no copy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from models.spans import IDENTITY, Edit, SpanMap, apply_edits
from models.text import Document, Doubt, Page, PageSource
from pipeline.extract import ReadSettings, judge
from pipeline.recover.bodies import body_edits, glued_body_edits
from pipeline.recover.damage import damage_of
from pipeline.recover.dates import date_blank_edits, date_sign_edits, date_word_edits
from pipeline.recover.doubtful import doubtful_edits, unsure_edits
from pipeline.recover.formulas import formal_letter_edits, formal_line_edits, opener_edits
from pipeline.recover.garbled import Recovered, recover_words
from pipeline.recover.homoglyphs import homoglyph_edits
from pipeline.recover.lexicon import Lexicon, load_lexicon
from pipeline.recover.lists import bullet_edits, number_edits, roman_edits
from pipeline.recover.marks import composition_edits, stray_mark_edits
from pipeline.recover.markup import looks_like_markdown, markup_edits
from pipeline.recover.old_codes import old_code_edits
from pipeline.recover.openers import label_edits, number_word_edits
from pipeline.recover.reading import DOUBTFUL
from pipeline.recover.seen_letters import crumb_edits, mixed_case_edits, seen_letter_edits
from pipeline.recover.slips import slipped_tone_edits
from pipeline.recover.spaces import city_edits, space_edits
from pipeline.recover.traces import shows_traces


class Step(NamedTuple):
    """A repair by name: `edits` finds what it would change in a text; `plain_only` steps leave laid-out pages alone, `seen_only`
    steps all but pages that were read from their pictures, `sound_only` steps those whose words are yet to be recovered.
    """

    name: str
    edits: Callable[[str], Iterable[Edit]]
    plain_only: bool = False
    seen_only: bool = False
    sound_only: bool = False


STEPS: tuple[Step, ...] = (
    Step("old_codes", old_code_edits),
    Step("spaces", space_edits),
    Step("markup", markup_edits, plain_only=True),
    Step("homoglyphs", homoglyph_edits),
    Step("nfc", composition_edits),
    Step("stray_marks", stray_mark_edits),
    Step("cities", city_edits),
    Step("slipped_tones", slipped_tone_edits),
    Step("seen_letters", seen_letter_edits, seen_only=True),
    Step("mixed_case", mixed_case_edits, seen_only=True),
    Step("crumbs", crumb_edits, seen_only=True),
    Step("bullets", bullet_edits, seen_only=True),
    Step("numbers", number_edits, seen_only=True),
    Step("romans", roman_edits, seen_only=True),
    Step("recipients", opener_edits, seen_only=True),
    Step("formal_lines", formal_line_edits, seen_only=True),
    Step("formal_letters", formal_letter_edits, sound_only=True),
    Step("number_word", number_word_edits, sound_only=True),
    Step("labels", label_edits, sound_only=True),
    Step("date_words", date_word_edits, sound_only=True),
    Step("date_signs", date_sign_edits, sound_only=True),
    Step("date_blanks", date_blank_edits, sound_only=True),
)
"""In this order each step leaves nothing for an earlier one: old encodings go first, as what looks like a no-break blank or a
look-alike may be a letter there; letters are told apart before marks are composed.
"""

_MOST_ROUNDS = 8
"""Marks within marks come away round by round; deeper nesting than this is no text of an office."""


_NOT_RUINED = (PageSource.RECOVERED, PageSource.OCR)
"""Pages that were recovered, and those that our own engine read badly: its slips are not those of an English one."""
_UNTOLD = (PageSource.PLAIN, PageSource.TEXT_LAYER)
"""Pages of which nobody says whether an engine read them."""
_LEAST_SURE = 0.75
"""Share of words that must be sure for a recovered page to count as healthy; held-out pages have 0.9 and more."""


def recover(document: Document, *, lexicon: Callable[[], Lexicon] = load_lexicon) -> Document:
    """Repair the text of each page.

    1. The number of lines and the order of words stay; digits are never changed, but those an engine put for letters.
    2. `page.back` leads from `page.text` to `page.raw`, which stays as it is, with its words and cells.
    3. Repairing what is repaired changes nothing.
    4. Marks of single words are changed on healthy pages that OCR read, where it doubted them (doubtful.py), and on those
       that another engine must have read (traces.py); names of bodies get theirs everywhere (bodies.py).
    5. A letter or a mark is put in given words (titles, labels, dates) on any page whose words are no ruins.
    6. Words are put for words only on pages that were judged ruined or without marks when they were read (a page that has a
       better source does not come here so); such a page says so in `source` and `reason`; it is healthy
       where its new text is, and enough of its words are sure.

    Refuses nothing: a page that no step knows is returned as it is.  `lexicon` is asked for only where a page needs it.
    """
    # A page of few words is not judged by itself when it is read; beside ruined pages it is looked at.
    ruined = any(not page.healthy and page.source not in _NOT_RUINED and damage_of(page.text) for page in document.pages)
    return replace(document, pages=tuple(_recover_page(page, lexicon, beside_ruined=ruined) for page in document.pages))


def recover_text(text: str, *, plain: bool = True, seen: bool = False, sound: bool = True) -> tuple[str, SpanMap]:
    """The repaired text and its map back; `plain` is false for text laid out from boxes, which holds no markup; `seen` is true for
    text that OCR read, whose enumerators may be misread; `sound` is false for text whose damage is still to be judged by its words.
    """
    back = IDENTITY
    for step in STEPS:
        if (plain or not step.plain_only) and (seen or not step.seen_only) and (sound or not step.sound_only):
            text, change = apply_edits(text, step.edits(text))
            back = back.then(change)
    for _ in range(_MOST_ROUNDS):
        if not (plain and looks_like_markdown(text)):
            break
        text, change = apply_edits(text, markup_edits(text))
        back = back.then(change)
    return text, back


def recover_lines(text: str, *, lexicon: Callable[[], Lexicon] = load_lexicon) -> Recovered:
    """`text` as `recover` repairs pages of it, form feeds between them; as many lines come out as went in.

    Offsets of readings are those of the text after the steps that only move marks and blanks; `back` leads to `text` itself.
    """
    moved, first = recover_text(text, plain=False, sound=False)
    words = recover_words(moved, lexicon)
    return words._replace(back=first.then(words.back))


def _recover_page(page: Page, lexicon: Callable[[], Lexicon], *, beside_ruined: bool) -> Page:
    seen = page.source is PageSource.OCR or (page.healthy and page.source in _UNTOLD and shows_traces(page.text))
    if seen and page.text == page.raw:
        page = _settle_doubtful(page, lexicon)
    page = _settle_old_codes(page)
    sound = (page.healthy and not beside_ruined) or page.source in _NOT_RUINED
    marked = sound and (seen or damage_of(page.text) is None)
    text, change = recover_text(page.text, plain=page.source is PageSource.PLAIN, seen=seen, sound=marked)
    if change != IDENTITY:
        page = replace(page, text=text, back=page.back.then(change))
    page = _settle_bodies(page)
    if sound:
        return page
    words = recover_words(page.text, lexicon)
    if not words.readings:
        return page
    text, change = recover_text(words.text, plain=False, seen=True)  # an engine misread the enumerators of this page too
    after = judge(text, ReadSettings())
    return replace(
        page,
        text=text,
        back=page.back.then(words.back).then(change),
        source=PageSource.RECOVERED,
        doubts=tuple(_doubts(words, change)),
        reason=f"{page.reason}; đã phục hồi: {words.summary}",
        quality=min(after.quality, words.sure_share),
        healthy=after.healthy and words.sure_share >= _LEAST_SURE,
    )


def _doubts(words: Recovered, change: SpanMap) -> Iterator[Doubt]:
    """The words in doubt, where they stand after all steps; `change` is the last of them."""
    for reading in words.readings:
        if reading.confidence < DOUBTFUL:
            span = change.forward(words.back.forward((reading.start, reading.end)))
            yield Doubt(*span, reading.candidates)


def _settle_old_codes(page: Page) -> Page:
    """A page that spells an old encoding, in Unicode; healthy where its new text is."""
    edits = [] if page.healthy else list(old_code_edits(page.text))
    if not edits:
        return page
    text, change = apply_edits(page.text, edits)
    after = judge(text, ReadSettings())
    return replace(
        page,
        text=text,
        back=page.back.then(change),
        reason=f"{page.reason}; đã chuyển {len(edits)} tiếng từ bảng mã cũ sang Unicode",
        quality=after.quality,
        healthy=after.healthy,
    )


def _settle_bodies(page: Page) -> Page:
    """A page with the marks and blanks that names of bodies have; one whose words are ruined waits for its words."""
    for step in (glued_body_edits, body_edits) if page.healthy else ():
        text, change = apply_edits(page.text, step(page.text))
        if change != IDENTITY:
            page = replace(page, text=text, back=page.back.then(change))
    return page


def _settle_doubtful(page: Page, lexicon: Callable[[], Lexicon]) -> Page:
    """A page read from its picture, with other marks on words that the engine doubted; nowhere where its text is no Vietnamese."""
    told = page.source is PageSource.OCR
    found = doubtful_edits(page.text, page.words, lexicon) if told else unsure_edits(page.text, lexicon)
    edits = list(found) if page.healthy else []
    if not edits:
        return page
    text, change = apply_edits(page.text, edits)
    reason = f"{page.reason}; sửa dấu {len(edits)} tiếng đọc chưa chắc theo ngữ cảnh"
    return replace(page, text=text, back=page.back.then(change), reason=reason)
