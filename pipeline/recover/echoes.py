"""What a page says more than once: a word that stands for sure in one place is likely in the doubtful ones.

In: the candidates of all places of a page, and what was chosen for each.  Out: the candidates of doubtful places, weighed anew.
Promise: sure places keep their candidates; only how much oftener than usual a word is met counts, not how frequent it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from pipeline.recover.decoder import Pick
from pipeline.recover.lexicon import SPECIALS, Scores
from pipeline.recover.reading import Candidates

DOUBTED = 0.97
"""Confidence under which a place is looked at again."""
ECHO_WEIGHT = 0.5
"""Of what the page says elsewhere."""
_CALM = 0.5
"""Words more that each word counts as met, and as expected: few words say little."""


def echoes(
    rows: Sequence[Sequence[Candidates]], chosen: Sequence[Sequence[Pick]], prior: Scores
) -> Iterator[tuple[int, list[Candidates]]]:
    """The rows that hold a doubtful place, by number, with what the rest of the page adds to its candidates' costs."""
    votes: dict[int, float] = defaultdict(float)
    places = 0
    for row, picks in zip(rows, chosen, strict=True):
        for place, pick in zip(row, picks, strict=True):
            word = int(place.words[pick.chosen])
            if word >= len(SPECIALS):
                votes[word] += pick.confidence
                places += 1
    for i, (row, picks) in enumerate(zip(rows, chosen, strict=True)):
        if any(_doubted(place, pick) for place, pick in zip(row, picks, strict=True)):
            yield i, [_again(place, pick, votes, places, prior) for place, pick in zip(row, picks, strict=True)]


def _doubted(place: Candidates, pick: Pick) -> bool:
    return len(place.words) > 1 and pick.confidence < DOUBTED


def _again(place: Candidates, pick: Pick, votes: dict[int, float], places: int, prior: Scores) -> Candidates:
    if not _doubted(place, pick):
        return place
    words = place.words.astype(np.intp)
    met = np.array([votes.get(word, 0.0) for word in words.tolist()])
    met[pick.chosen] -= pick.confidence
    gained = ECHO_WEIGHT * (np.log(np.maximum(met, 0.0) + _CALM) - np.log(places * np.exp(prior[words]) + _CALM))
    return Candidates(place.words, place.costs - np.where(words < len(SPECIALS), 0.0, gained).astype(np.float32))
