"""What the network learns from: for each word some ruined forms of it, and what each of them may be.

In: the lexicon without a network, pairs of single words as an engine misread them.
Out: `Variants`, arrays for scripts.recovery.network.
Promise: fixed seed; the first form of each word is the one without marks, the others are as engines misread it, met so or drawn
from the channel.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.recover.channel import Finder
from pipeline.recover.lexicon import SPECIALS, Channel, Lexicon
from scripts.recovery.channels import Pair, bare

FORMS, MOST = 40, 18
"""Forms kept of each word, the bare one first; candidates kept of each form."""
_TRUST = 6
"""A word met so often is as often drawn from what was met as from the channel."""
_FAR, _RAREST = 30.0, 7.0


class Variants(NamedTuple):
    """`form[word, k]` is a row of `words` and `costs` (30: no candidate); the rows of special words hold these alone."""

    form: NDArray[np.int32]
    words: NDArray[np.int16]
    costs: NDArray[np.float16]

    def arrays(self) -> dict[str, NDArray[Any]]:
        """For a file."""
        return self._asdict()


def variants(lexicon: Lexicon, pairs: Iterable[Pair], *, seed: int) -> Variants:
    """The forms of all words of a lexicon."""
    rng = random.Random(seed)
    finders = {name: Finder(lexicon, lexicon.channels[name]) for name in ("bare", "ocr")}
    met: dict[str, Counter[str]] = defaultdict(Counter)
    for true, ruined in pairs:
        met[true][ruined] += 1
    ruin = _Ruin(lexicon.channels["ocr"], rng)
    rows: dict[tuple[str, str], int] = {}
    form = np.zeros((len(lexicon.words), FORMS), dtype=np.int32)
    for i, word in enumerate(lexicon.words[len(SPECIALS) :], len(SPECIALS)):
        forms = [("bare", bare(word)), *(("ocr", text) for text in _forms(word, met[word], ruin, rng))]
        form[i] = [rows.setdefault(one, len(rows)) for one in forms]
    form[: len(SPECIALS)] = len(rows) + np.arange(len(SPECIALS))[:, None]
    words = np.zeros((len(rows) + len(SPECIALS), MOST), dtype=np.int16)
    costs = np.full(words.shape, _FAR, dtype=np.float16)
    for (kind, text), row in rows.items():
        found = finders[kind].find(text)
        count = min(MOST, len(found.words))
        words[row, :count], costs[row, :count] = found.words[:count], np.minimum(found.costs[:count], _FAR)
    words[len(rows) :, 0], costs[len(rows) :, 0] = np.arange(len(SPECIALS)), 0
    return Variants(form, words, costs)


def _forms(word: str, met: Counter[str], ruin: _Ruin, rng: random.Random) -> list[str]:
    total = sum(met.values())
    texts, weights = list(met), list(met.values())
    forms = []
    for _ in range(FORMS - 1):
        real = total and rng.random() < total / (total + _TRUST)
        forms.append(rng.choices(texts, weights)[0] if real else ruin.word(word))
    return forms


class _Ruin:
    """Draws what an engine might make of a word, letter by letter."""

    def __init__(self, channel: Channel, rng: random.Random) -> None:
        self._rng = rng
        self._ways = {letter: _ways(channel, i) for i, letter in enumerate(channel.letters)}

    def word(self, word: str) -> str:
        """A ruined form of `word`; the word itself where nothing would be left of it."""
        drawn = "".join(self._rng.choices(*self._ways[letter])[0] if letter in self._ways else letter for letter in word)
        return drawn or word


def _ways(channel: Channel, i: int) -> tuple[list[str], list[float]]:
    texts = ["", *channel.signs, *channel.pairs]
    costs = np.concatenate([[channel.drop[i]], channel.one[i], channel.two[:, i]])
    return texts, [math.exp(-cost) if cost < _RAREST else 0.0 for cost in costs.tolist()]
