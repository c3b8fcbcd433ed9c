"""What a signing program fills in on a page: the number, the day, a short answer in a form, each in the gap left for it.

In: the words of a page before and after its annotations are drawn into it, and the rectangles of the annotations.
Out: the words of the page as it is read on the screen, and which of them were filled in.
Promise: only what one annotation draws on a line of the page, beside words of that line, joins it; the block of a signature
("Người ký: ...", several lines) and a picture stay out; no word of the page is lost but dots that were left to be filled in.

Offices number and date a letter after it is printed to PDF, by signature fields that show "453" and "29" (NĐ 30/2020/NĐ-CP,
Article 15: the system gives an electronic document its number and time): the page's own text then says "Số: /TB-UBND".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from models.text import Box
from pipeline.extract.layout import Split
from pipeline.extract.pdf_words import PlacedWord

# Widest gap, in line heights, between a filled-in word and its neighbour: "ngày ...... tháng" leaves about three.
_NEAR = 6.0
_DOTS = frozenset(".…_· ")


class Filled(NamedTuple):
    """The words of a page with those that its annotations filled in, and these alone; none where they filled in nothing."""

    words: tuple[PlacedWord, ...] = ()
    fresh: tuple[PlacedWord, ...] = ()

    def joined(self, a: int, b: int) -> bool:
        """Whether one of two characters was filled in: the gap beside it is what the gap was too wide for, no column."""
        return any(word.first <= index <= word.last for word in self.fresh for index in (a, b))


def filled_in(before: Sequence[PlacedWord], after: Sequence[PlacedWord], places: Sequence[Box], split: Split) -> Filled:
    """The words `after`, less those that an annotation shows for itself; nothing where none fills in a line of the page."""
    drawn = _drawn(before, after)
    runs = [run for place in places if (run := _within(drawn, place)) and _is_line(run)]
    own = [word for word in after if word not in drawn]
    fills = [run for run in runs if any(_beside(run, word) for word in own)]
    if not fills:
        return Filled()
    fresh = tuple(word for run in fills for word in run)
    return Filled((*_without_dots(own, fresh, split), *fresh), fresh)


def _drawn(before: Iterable[PlacedWord], after: Iterable[PlacedWord]) -> list[PlacedWord]:
    """The words that the page has only since its annotations were drawn."""
    known = Counter(_key(word) for word in before)
    new = []
    for word in after:
        key = _key(word)
        if known[key]:
            known[key] -= 1
        else:
            new.append(word)
    return new


def _key(word: PlacedWord) -> tuple[str, int, int]:
    return word.text, round(word.box[0]), round(word.box[1])


def _within(words: Iterable[PlacedWord], place: Box) -> list[PlacedWord]:
    x0, top, x1, bottom = place
    return [w for w in words if x0 <= (w.box[0] + w.box[2]) / 2 <= x1 and top <= (w.box[1] + w.box[3]) / 2 <= bottom]


def _is_line(run: Sequence[PlacedWord]) -> bool:
    return all(_level(run[0].box, word.box) for word in run)


def _level(a: Box, b: Box) -> bool:
    """Whether two boxes stand on one line: the lower of them covers half of the other's height, or more."""
    return min(a[3], b[3]) - max(a[1], b[1]) >= 0.5 * min(a[3] - a[1], b[3] - b[1])


def _beside(run: Sequence[PlacedWord], word: PlacedWord) -> bool:
    left, right = min(w.box[0] for w in run), max(w.box[2] for w in run)
    height = max(word.box[3] - word.box[1], 1.0)
    return _level(run[0].box, word.box) and left - word.box[2] <= _NEAR * height and word.box[0] - right <= _NEAR * height


def _without_dots(words: Iterable[PlacedWord], fresh: Sequence[PlacedWord], split: Split) -> Iterable[PlacedWord]:
    """The words of the page, less the dots under what was filled in ("Số: ....../TB-UBND")."""
    for word in words:
        over = next((f for f in fresh if _level(f.box, word.box) and f.box[0] < word.box[2] and word.box[0] < f.box[2]), None)
        parts = [word] if over is None or word.text[0] not in _DOTS else _at_last_dot(word, split)
        yield from (part for part in parts if over is None or not _DOTS.issuperset(part.text))


def _at_last_dot(word: PlacedWord, split: Split) -> list[PlacedWord]:
    """A word cut behind the dots it begins with, whole where it holds nothing else; where they end is tried along the word."""
    x0, _, x1, _ = word.box
    steps = 4 * len(word.text)
    for step in range(1, steps):
        parts = split(word, x0 + (x1 - x0) * step / steps)
        if len(parts) == 2 and _DOTS.issuperset(parts[0].text) and parts[1].text[0] not in _DOTS:
            return parts
    return [word]
