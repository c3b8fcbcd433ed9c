"""One name, one spelling: a doubtful word takes the reading that the same two words have elsewhere on the page.

In: the readings of a page.  Out: the same readings, some doubtful ones replaced by one of their own candidates.
Promise: only a candidate the decoder itself kept is taken, and only from a place where it was surer.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.recover.reading import DOUBTFUL, Reading, without_marks

_Pair = tuple[str, str]


def settle(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """The readings of `text` with doubtful words settled by surer places ("SƠN KHE" by "Sơn Khê")."""
    pairs = [_pair(text, readings, i) for i in range(len(readings))]
    surest: dict[_Pair, Reading] = {}
    for pair, reading in zip(pairs, readings, strict=True):
        if pair not in surest or reading.confidence > surest[pair].confidence:
            surest[pair] = reading
    return [_settled(reading, surest[pair]) for pair, reading in zip(pairs, readings, strict=True)]


def _pair(text: str, readings: Sequence[Reading], i: int) -> _Pair:
    """A word and the one before it, without marks; the one before is empty where it does not stand close."""
    reading = readings[i]
    close = i > 0 and text[readings[i - 1].end : reading.start] in (" ", "\n")
    return (without_marks(readings[i - 1].word) if close else "", without_marks(reading.word))


def _settled(reading: Reading, surest: Reading) -> Reading:
    if reading.confidence >= DOUBTFUL or surest.confidence < DOUBTFUL:
        return reading
    for candidate in reading.candidates[1:]:
        if candidate.lower() == surest.word.lower():
            others = tuple(word for word in reading.candidates if word != candidate)
            return reading._replace(word=candidate, candidates=(candidate, *others))
    return reading
