"""Gold of a scan: its passages are looked for in what OCR read of the paper, which is never quite what stands there.

In: located gold whose words are those of the paper, and the text that was read.  Out: the `Gold` with the words that were read,
and the passages that nothing of the text comes near to.
Promise: gold says what the paper says: agencies, deadlines and fields are compared by value, a passage that OCR lost is a task
missed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from pipeline.evaluate.gold import Gold, GoldTask
from pipeline.evaluate.located import EDGE, LocatedGold, LocatedTask, Passage, Source, values_of, words_of

__all__ = ["Found", "passage_of", "resolve_near"]

ALIKE = 0.62
"""How alike the letters of an edge and of what was read must be: OCR that gets one letter in five wrong reaches 0.75."""
COMMON = 1 / 3
"""Share of the words of an edge that must have been read but for their marks, before the letters are compared."""
SLACK, STRETCH = 4, 0.2
"""Words by which a passage may be longer or shorter than on the paper, and the share of its length besides: words run together."""
SAME = 0.05
"""Difference of two likenesses from which on one place is better than another."""


@dataclass(frozen=True, slots=True)
class Found:
    """The gold in the words that were read; `lost` are the first words of passages that were not found."""

    gold: Gold
    lost: tuple[str, ...]


def passage_of(text: str, nth: int | None = None) -> Passage:
    """A passage by the words of the paper: its first, its last, and how many there are."""
    source = Source(unicodedata.normalize("NFC", text))
    words = [source.text[start:end] for start, end in source.spans]
    return Passage(first=" ".join(words[:EDGE]), last=" ".join(words[-EDGE:]), words=len(words), nth=nth)


def resolve_near(located: LocatedGold, source: Source) -> Found:
    """Put the words that were read into located gold; where a passage is not there, its edges stand for it."""
    bare, lost = tuple(map(_bare, source.words)), []

    def spoken(passages: Sequence[Passage]) -> str:
        parts = []
        for passage in passages:
            place = _place(passage, bare)
            if place is None:
                lost.append(passage.first)
            parts.append(source.quote(place[0], place[1] - place[0]) if place else f"{passage.first} … {passage.last}")
        return " ".join(parts)

    tasks = tuple(_task(task, spoken(task.at), spoken(task.second) if task.second else None) for task in located.tasks)
    meta = dict(located.meta)
    if located.subject_at:
        meta["subject"] = spoken((located.subject_at,))
    return Found(Gold(document=located.document, split=located.split, meta=meta, tasks=tasks), tuple(lost))


def _task(task: LocatedTask, text: str, second: str | None) -> GoldTask:
    return GoldTask(text=text, text_full=second, **values_of(task))


def _bare(word: str) -> str:
    """A word without the marks that OCR confuses first."""
    plain = "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
    return plain.replace("đ", "d").replace("Đ", "D")


def _place(passage: Passage, words: Sequence[str]) -> tuple[int, int] | None:
    """Begin and end of the passage in the words that were read; None where nothing is near it."""
    first, last = ([_bare(word) for word in words_of(edge)] for edge in (passage.first, passage.last))
    starts, ends = _near(first, words), {at + len(last): share for at, share in _near(last, words).items()}
    slack = SLACK + STRETCH * passage.words
    pairs = [
        (share + ends[end] - abs(end - start - passage.words) / (2 * slack), start, end)
        for start, share in starts.items()
        for end in ends
        if end > start and abs(end - start - passage.words) <= slack
    ]
    if not pairs:
        return None
    best = max(score for score, _, _ in pairs)
    good = _apart([(start, end) for score, start, end in sorted(pairs, reverse=True) if score >= best - SAME])
    return sorted(good)[min(passage.nth or 1, len(good)) - 1] if passage.nth else good[0]


def _apart(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places that do not overlap a better one."""
    kept: list[tuple[int, int]] = []
    for start, end in places:
        if not any(start < hi and lo < end for lo, hi in kept):
            kept.append((start, end))
    return kept


def _near(edge: Sequence[str], words: Sequence[str]) -> dict[int, float]:
    """Where words like those of an edge begin, with how alike they are."""
    wanted, written = set(edge), " ".join(edge)
    found = {}
    for at in range(len(words) - len(edge) + 1):
        window = words[at : at + len(edge)]
        if sum(word in wanted for word in window) < COMMON * len(edge):
            continue
        share = SequenceMatcher(None, written, " ".join(window), autojunk=False).ratio()
        if share >= ALIKE:
            found[at] = share
    return found
