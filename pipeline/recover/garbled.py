"""Ruined words made whole: the channel proposes, the language model chooses, line for line.

In: the text of a page that is judged ruined or unmarked.  Out: edits, each one word, with how sure each is.
Promise: lines and the order of words stay; numbers, e-mail, web addresses are never touched; what nothing explains stays.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

import numpy as np

from models.spans import Edit, SpanMap, apply_edits
from models.text import PAGE_BREAK
from pipeline.recover.casing import capital_runs, in_capitals, odd_ones, with_case
from pipeline.recover.channel import Finder
from pipeline.recover.damage import damage_of
from pipeline.recover.decoder import Pick, decode
from pipeline.recover.echoes import echoes
from pipeline.recover.formulas import ruined_opener_edits
from pipeline.recover.letters import list_letters
from pipeline.recover.lexicon import BEGIN, NUMBER, SPECIALS, UNKNOWN, Lexicon, Scores
from pipeline.recover.numerals import numeral_edits
from pipeline.recover.parting import parting_edits
from pipeline.recover.reading import DOUBTFUL, Candidates, Reading, bare_syllables, without_marks
from pipeline.recover.setting import settings_of
from pipeline.recover.settle import settle
from pipeline.recover.units import Kind, Unit, units

WEIGHT = 0.9
"""Of the language model against the channel; chosen on the dev pairs."""
KEEP = 10.0
"""Cost of a word that is no word we know, kept as it is."""
KEEP_CAPITALS = 6.0
"""The same for short words in capitals: abbreviations and symbols."""
KEEP_MIXED = 8.0
"""The same for letters and digits together: "A4", "m2", but also "s6"."""
CONTEXT_WEIGHT = np.float32(0.4)
"""Of the network that sees the words on both sides; all weights were chosen on dev pages."""
LEAST_SHARE = np.float32(-15.0)
"""No share counts for less: what the network holds for impossible may be a word it seldom met."""
KEEP_SHARE = np.float32(1.0)
"""What it costs, beside the network's candidates, to keep a word that is none."""
LIKELY = 20
"""Candidates of a place that go on to the language model where there is a network."""
BARE_CAPITALS = 0.7
"""Cost of a capital word having lost its marks and nothing else."""
_PART_END = re.compile(r"[.;:!?]\s*$|^\s*$")
_PART_START = re.compile(r"\s*(?:[-+*•=~—–]\s|\(?\d{1,3}[.)]|\(?\w{1,2}[.)]\s|[IVXl1]{1,5}\.\s|\w+\s+\d+\s*[.:])")


_NAME_LINE = re.compile(r"[ \t]*(?:[^\W\d_a-zà-ỹđ][^\W\d_A-ZĐ]+[ \t]+){1,5}[^\W\d_a-zà-ỹđ][^\W\d_]+[ \t]*")
_BEHIND_WORD = re.compile(r"(?:[^\W\d_]|\d),?[ ]\Z")


class Recovered(NamedTuple):
    """A recovered text, its map back, and the reading of each word (offsets in the text as it was)."""

    text: str
    back: SpanMap
    readings: tuple[Reading, ...]

    @property
    def sure_share(self) -> float:
        """Share of the words that are not in doubt; 1 where there are none."""
        sure = sum(reading.confidence >= DOUBTFUL for reading in self.readings)
        return round(sure / len(self.readings), 4) if self.readings else 1.0

    @property
    def summary(self) -> str:
        """A Vietnamese clause: how many words were read, how many of them are in doubt."""
        doubtful = sum(reading.confidence < DOUBTFUL for reading in self.readings)
        return f"{len(self.readings)} tiếng, {doubtful} tiếng chưa chắc" if doubtful else f"{len(self.readings)} tiếng"


def recover_words(text: str, lexicon: Callable[[], Lexicon]) -> Recovered:
    """`text` with words put for ruined words, its pages (parted by form feeds) judged one by one; no reading of healthy ones."""
    edits: list[Edit] = []
    readings: list[Reading] = []
    at = 0
    for page in text.split(PAGE_BREAK):
        damage = damage_of(page)
        if damage is not None:
            found, changed = _read_page(page, repair_for(lexicon(), damage), numerals=damage != "bare")
            readings += [reading._replace(start=at + reading.start, end=at + reading.end) for reading in found]
            edits += [Edit(at + edit.start, at + edit.end, edit.text) for edit in changed]
        at += len(page) + len(PAGE_BREAK)
    recovered, back = apply_edits(text, edits)
    if readings:
        recovered, opened = apply_edits(recovered, ruined_opener_edits(recovered))
        back = back.then(opened)
    return Recovered(recovered, back, tuple(readings))


def _read_page(page: str, repair: Repair, *, numerals: bool) -> tuple[list[Reading], list[Edit]]:
    # A numeral has as many letters as what it is put for: offsets stay, and both kinds of edit are one step.
    marks = numeral_edits(page) if numerals else []
    marked, _ = apply_edits(page, marks)
    taken, letters = {mark.start for mark in marks}, list_letters(page)
    readings = [
        _lettered(reading, letters) for reading in settle(page, list(repair.readings(marked))) if reading.start not in taken
    ]
    words = [Edit(at.start, at.end, at.word) for at in readings if at.word != page[at.start : at.end]]
    return readings, sorted([*marks, *words, *(parting_edits(page, readings) if numerals else [])])


def _lettered(reading: Reading, letters: dict[int, str]) -> Reading:
    letter = letters.get(reading.start)
    if letter is None or reading.end != reading.start + 1 or letter == reading.word:
        return reading
    return reading._replace(word=letter, confidence=1.0, candidates=(letter, reading.word))


@lru_cache(maxsize=4)
def repair_for(lexicon: Lexicon, damage: str) -> Repair:
    """The repair of one kind of damage, made ready once."""
    return Repair(lexicon, damage)


class Repair:
    """Repairs one kind of damage; holds what it learned about words it has met."""

    def __init__(self, lexicon: Lexicon, damage: str) -> None:
        self._lexicon = lexicon
        self._damage = "bare" if damage == "bare" else "ocr"
        self._finder = Finder(lexicon, lexicon.channels.get(damage, lexicon.channels[self._damage]))
        self._bare = Finder(lexicon, lexicon.channels["bare"])

    def readings(self, text: str) -> Iterator[Reading]:
        """The words of `text` from left to right, each as it should stand; numbers and what is fixed are left out."""
        parts = list(_parts(text))
        rows = self._weighed(text, parts, [[self._candidates(text, unit) for unit in part] for part in parts])
        loud, runs, odd = _capital_lines(text), capital_runs(text), odd_ones(text)
        chosen = self._chosen(rows)
        for part, row, picks in zip(parts, rows, chosen, strict=True):
            for unit, place, pick in zip(part, row, picks, strict=True):
                if unit.kind is Kind.WORD:
                    ruined = text[unit.start : unit.end]
                    capitals = loud(unit.start) or unit.start in runs
                    shown = ruined.upper() if unit.start in odd else ruined
                    words = tuple(self._spell(int(place.words[i]), shown, capitals) for i in pick.candidates)
                    yield Reading(unit.start, unit.end, words[0], round(pick.confidence, 3), words)

    def _chosen(self, rows: Sequence[Sequence[Candidates]]) -> list[list[Pick]]:
        """The choice for each place; rows in doubt are looked at again with what the rest of the page says."""
        language = self._lexicon.language
        chosen = decode(rows, language, weight=WEIGHT)
        again = dict(echoes(rows, chosen, language.orders[0].logp))
        for i, picks in zip(again, decode(list(again.values()), language, weight=WEIGHT), strict=True):
            chosen[i] = picks
        return chosen

    def edits(self, text: str) -> Iterator[Edit]:
        """What to put for each ruined word of `text`."""
        for reading in self.readings(text):
            if reading.word != text[reading.start : reading.end]:
                yield Edit(reading.start, reading.end, reading.word)

    def _spell(self, number: int, ruined: str, capitals: bool) -> str:
        if number in (UNKNOWN, NUMBER):
            return ruined
        return with_case(self._lexicon.words[number], ruined, capitals=capitals)

    def _candidates(self, text: str, unit: Unit) -> Candidates:
        if unit.kind is not Kind.WORD:
            return _ONLY_NUMBER
        ruined = text[unit.start : unit.end]
        if _in_symbol(text, unit):
            return self._marked(ruined)
        found = self._finder.find(ruined.lower())
        if ruined.isupper():  # engines drop the marks of capitals, and put other letters for those of small ones
            bare = self._bare.find(ruined.lower())
            words = np.concatenate([found.words, bare.words])
            found = Candidates(words, np.concatenate([found.costs, bare.costs + np.float32(BARE_CAPITALS)]))
        mixed = any(letter.isdigit() for letter in ruined)
        kept = NUMBER if mixed else UNKNOWN
        return Candidates(np.append(found.words, np.uint64(kept)), np.append(found.costs, np.float32(_keep_cost(ruined))))

    def _marked(self, ruined: str) -> Candidates:
        """A word of a symbol ("QD" in "12/QD-UBND"): its letters stay, marks may come back."""
        found = self._bare.find(ruined.lower())
        same = [without_marks(self._lexicon.words[int(word)]) == without_marks(ruined) for word in found.words]
        return Candidates(np.append(found.words[same], np.uint64(UNKNOWN)), np.append(found.costs[same], np.float32(KEEP_CAPITALS)))

    def _weighed(self, text: str, parts: Sequence[Sequence[Unit]], rows: list[list[Candidates]]) -> list[list[Candidates]]:
        """The candidates of each place with what the case of the word and the words on both sides add to their costs."""
        context = self._lexicon.context
        places = [place for row in rows for place in (_BOUNDARY, *row)]
        settings = [setting for part in parts for setting in (0, *settings_of(text, part))]
        shares = iter(context.log_shares(places, settings, self._damage) if context is not None else repeat(None))
        weighed = []
        for part, row in zip(parts, rows, strict=True):
            next(shares)
            weighed.append([self._weigh(text, unit, place, next(shares)) for unit, place in zip(part, row, strict=True)])
        return weighed

    def _weigh(self, text: str, unit: Unit, place: Candidates, share: Scores | None) -> Candidates:
        if unit.kind is not Kind.WORD:
            return place
        costs, special = place.costs, place.words < len(SPECIALS)
        if _within_sentence(text, unit.start):
            case = self._lexicon.case_costs[int(text[unit.start].isupper())][place.words.astype(np.intp)]
            costs = costs + np.where(special, 0, case).astype(np.float32)
        if share is not None:
            context = CONTEXT_WEIGHT * np.maximum(share, LEAST_SHARE) - KEEP_SHARE * special
            costs = costs - context.astype(np.float32)
            return self._likely(Candidates(place.words, costs))
        return Candidates(place.words, costs)

    def _likely(self, place: Candidates) -> Candidates:
        """The candidates that stand a chance, now that the words on both sides were weighed; the language model asks for time."""
        if len(place.words) <= LIKELY:
            return place
        worth = WEIGHT * self._lexicon.language.orders[0].logp[place.words.astype(np.intp)] - place.costs
        worth[place.words < len(SPECIALS)] = np.inf  # to keep the word is always a choice
        best = np.sort(np.argpartition(-worth, LIKELY)[:LIKELY])
        return Candidates(place.words[best], place.costs[best])


_BOUNDARY = Candidates(np.array([BEGIN], dtype=np.uint64), np.zeros(1, dtype=np.float32))
_ONLY_NUMBER = Candidates(np.array([NUMBER], dtype=np.uint64), np.zeros(1, dtype=np.float32))
_SYMBOL = re.compile(r"\(?\d{0,5}[A-Za-z]?/(?:\d{4}/)?[^\W\d_]+(?:-[^\W_]+)+")
_LONGEST_SYMBOL = 40


def _in_symbol(text: str, unit: Unit) -> bool:
    """Whether a word in capitals is part of the symbol of a document: behind a number and a slash, with a hyphen in it."""
    if not text[unit.start].isupper() or "/" not in text[max(0, unit.start - _LONGEST_SYMBOL) : unit.start]:
        return False
    start = max(text.rfind(blank, 0, unit.start) for blank in " \n\t") + 1
    end = min((at for blank in " \n\t,;.)" if (at := text.find(blank, unit.end)) >= 0), default=len(text))
    return _SYMBOL.fullmatch(text, start, end) is not None


def _keep_cost(ruined: str) -> float:
    if any(letter.isdigit() for letter in ruined):
        return KEEP_MIXED
    if ruined.isupper() and 2 <= len(ruined) <= 6 and not is_bare_syllable(ruined):
        return KEEP_CAPITALS
    return KEEP


def is_bare_syllable(word: str) -> bool:
    """Whether a word is a syllable that may have lost its marks."""
    return without_marks(word) in bare_syllables()


def _parts(text: str) -> Iterator[list[Unit]]:
    """The units of each paragraph: a new one begins after the end of a sentence at a line end, and with each list item."""
    found = units(text)
    starts = _part_starts(text)
    part: list[Unit] = []
    at = 0
    for unit in found:
        while at < len(starts) and starts[at] <= unit.start:
            at += 1
            if part:
                yield part
            part = []
        part.append(unit)
    if part:
        yield part


def _part_starts(text: str) -> list[int]:
    starts, at, ended = [], 0, True
    for line in text.split("\n"):
        if ended or _PART_START.match(line):
            starts.append(at)
        ended = _PART_END.search(line) is not None
        at += len(line) + 1
    return starts


def _capital_lines(text: str) -> Callable[[int], bool]:
    """A function that tells whether the line of a character is in capitals."""
    starts, loud, at = [], [], 0
    for line in text.split("\n"):
        starts.append(at)
        loud.append(in_capitals(line))
        at += len(line) + 1
    return lambda place: loud[bisect_right(starts, place) - 1]


def _within_sentence(text: str, at: int) -> bool:
    """Whether a capital would say something: behind another word of its line or a comma, and in a line that is all a name."""
    if _BEHIND_WORD.search(text, max(0, at - 4), at) is not None:
        return True
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return _NAME_LINE.fullmatch(text, start, end if end >= 0 else len(text)) is not None
