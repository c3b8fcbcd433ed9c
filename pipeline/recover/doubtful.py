"""Single words that OCR was unsure of, put right by their context: "phòng, chồng dịch" to "phòng, chống dịch".

In: the text of a page read from its picture, its words with their confidences, the trained model.  Out: edits.  Where nobody kept
the confidences (a text that another engine read), every word may be doubted, and a change must be twice as sure.
Promise: only a word that the engine doubted is ever changed, and only its marks: its letters from a to z stay, and so do its
length, all figures, dates, symbols, names, and words with a capital, but for lines that are all capitals and no name of a person
and for the word that opens a line or sentence before small letters; what the language model is not sure of stays.

Measured on every document of the scans whose text is known, with the documents that got worse (docs/ocr.md): none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from models.spans import Edit
from models.text import Word
from pipeline.recover.decoder import decode
from pipeline.recover.garbled import WEIGHT
from pipeline.recover.lexicon import NUMBER, UNKNOWN, Lexicon
from pipeline.recover.reading import Candidates, without_marks
from pipeline.recover.units import Kind, Unit, units
from pipeline.rules.folding import fold
from pipeline.rules.people import is_known_person

__all__ = ["doubtful_edits", "unsure_edits"]

_DOUBTED = 0.97
"""Confidence of the engine under which a word is looked at: it is never surer than this (words of wrong marks have 0.3 to 0.96)."""
_CHANGE_COST, _SURE = 4.0, 0.90
"""What other marks than those seen cost, in nats (the context must make them 55 times as likely), and the share of the weight of
all readings of the line that the new word must have.
"""
_CHANGE_UNTOLD, _SURE_UNTOLD = 8.0, 0.98
"""The same, and the share below, for words of which nobody told how sure the engine was."""
_UNKNOWN_COST = 12.0
"""What it costs to keep what is no word of the vocabulary."""
_FIRST = re.compile(
    r"(?:^[^\S\n]*(?:[-+*•][ ]|\(?\w{1,3}[.)][ ])?|(?<=[.;:][ ]))(?P<word>[^\W\d_a-zà-ỹđ][^\W\d_A-ZĐ]{1,6})(?=[ ][^\W\d_A-ZĐÀ-Ỹ])",
    re.MULTILINE,
)
"""The first word of a line or sentence before one in small letters: "- Nắm chắc tình hình"; a name goes on with a capital."""
_RUN = re.compile(r"\S+")
_COLUMN = re.compile(r"[^\t\n]+")
_PARTS = re.compile(r"[.;:!?\t]|\n[ ]*(?:\n|[-+~*])")
"""Between two units: a sentence, item or cell ends there, and the context with it."""


class _Place(NamedTuple):
    """A unit and what it may be; the first candidate is what was seen."""

    unit: Unit
    candidates: Candidates


def doubtful_edits(text: str, words: Sequence[Word], lexicon: Callable[[], Lexicon]) -> Iterator[Edit]:
    """Other marks for doubted words of `text`, whose offsets those of `words` are; the model is asked for only where needed."""
    doubted = {word.start: word.end for word in words if word.confidence is not None and word.confidence < _DOUBTED}
    return _other_words(text, _edits(text, doubted, lexicon, _CHANGE_COST, _SURE))


def unsure_edits(text: str, lexicon: Callable[[], Lexicon]) -> Iterator[Edit]:
    """Other marks for any word of a text that an engine read, not known how surely."""
    doubted = {match.start(): match.end() for match in _RUN.finditer(text)}
    return _other_words(text, _edits(text, doubted, lexicon, _CHANGE_UNTOLD, _SURE_UNTOLD))


def _other_words(text: str, edits: Iterator[Edit]) -> Iterator[Edit]:
    """The edits that make another word: "uỷ" is "ủy", "hoá" is "hóa", and stays as the paper has it."""
    return (edit for edit in edits if fold(edit.text) != fold(text[edit.start : edit.end]))


def _edits(text: str, doubted: dict[int, int], lexicon: Callable[[], Lexicon], cost: float, sure: float) -> Iterator[Edit]:
    loud = _loud_lines(text)
    first = {match.start("word") for match in _FIRST.finditer(text)}
    seen = {at: text[at:end].strip(".,;:") for at, end in doubted.items()}
    doubted = {at: end for at, end in doubted.items() if seen[at].islower() or at in first or any(lo <= at < hi for lo, hi in loud)}
    if not doubted:
        return
    model = lexicon()
    rows = list(_rows(text, doubted, model, cost))
    for row, picks in zip(
        rows, decode([[at.candidates for at in row] for row in rows], model.language, weight=WEIGHT), strict=True
    ):
        for (unit, candidates), pick in zip(row, picks, strict=True):
            if pick.chosen and pick.confidence >= sure:
                word = model.words[int(candidates.words[pick.chosen])]
                yield Edit(unit.start, unit.end, _cased(word, text[unit.start : unit.end]))


def _cased(word: str, seen: str) -> str:
    """A word of the vocabulary with the capitals of what was seen."""
    if seen.isupper() and len(seen) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if seen[0].isupper() else word


def _loud_lines(text: str) -> list[tuple[int, int]]:
    """Lines, or what stands in one column of them, that are set in capitals and are no name of a person."""
    parts = (part for part in _COLUMN.finditer(text) if part.group().isupper() and " " in part.group().strip())
    return [part.span() for part in parts if not is_known_person(part.group().strip())]


def _rows(text: str, doubted: Mapping[int, int], model: Lexicon, cost: float) -> Iterator[list[_Place]]:
    """The units of a text, sentence by sentence."""
    numbers, alike = _vocabulary(model)
    inside = {at for start, end in doubted.items() for at in range(start, end)}
    row: list[_Place] = []
    last = 0
    for unit in units(text):
        if row and _PARTS.search(text, last, unit.start):
            yield row
            row = []
        last = unit.end
        row.append(_Place(unit, _candidates(text[unit.start : unit.end], unit, unit.start in inside, numbers, alike, cost)))
    if row:
        yield row


def _candidates(
    seen: str, unit: Unit, doubted: bool, numbers: Mapping[str, int], alike: Mapping[str, Sequence[int]], cost: float
) -> Candidates:
    if unit.kind is not Kind.WORD or any(letter.isdigit() for letter in seen):
        return _only(NUMBER)
    own = numbers.get(seen.lower(), UNKNOWN)
    if not (doubted and seen.isalpha()):
        return _only(own)
    others = [number for number in alike.get(without_marks(seen), ()) if number != own]
    costs = [_UNKNOWN_COST if own == UNKNOWN else 0.0, *[cost] * len(others)]
    return Candidates(np.array([own, *others], dtype=np.uint64), np.array(costs, dtype=np.float32))


def _only(number: int) -> Candidates:
    return Candidates(np.array([number], dtype=np.uint64), np.zeros(1, dtype=np.float32))


@lru_cache(maxsize=2)
def _vocabulary(model: Lexicon) -> tuple[Mapping[str, int], Mapping[str, Sequence[int]]]:
    """The number of each word, and the words that are the same but for their marks."""
    numbers = {word: number for number, word in enumerate(model.words)}
    alike: dict[str, list[int]] = defaultdict(list)
    for word, number in numbers.items():
        if word.isalpha():
            alike[without_marks(word)].append(number)
    return numbers, alike
