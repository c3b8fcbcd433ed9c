"""Which words may stand behind a ruined one, by the learned costs of the channel.

In: a ruined word in lower case.  Out: candidate words with the cost of having been read so.
Promise: every word of the vocabulary is weighed, none is ruled out by a shortcut; each distinct ruined word is worked out once.

A word is cut before its first vowel, as Vietnamese syllables are: some thirty beginnings and a thousand ends are compared with the
ruined word, and each word is the cheapest way of joining its two parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.recover.lexicon import SPECIALS, Channel, Lexicon, Scores
from pipeline.recover.reading import Candidates

KEPT = 24
"""Candidates that go on to the language model."""
LONGEST = 14
"""Longer ruined words are no syllable: nothing is proposed for them."""
_PRIOR = 0.7
"""Weight of a word's own frequency in choosing the candidates that are kept."""
_UNSEEN = np.float32(9.0)
_NEVER = np.float32(12.0)
_MOST_REMEMBERED = 50_000
_BEGINNING = re.compile(r"(?:gi(?=[^i\W])|qu)?[bcdđfghjklmnpqrstvwxz]*")


class _Parts(NamedTuple):
    """Beginnings or ends of words as rows of letter numbers, and how many letters each has."""

    letters: NDArray[np.intp]
    lengths: NDArray[np.intp]


class Finder:
    """Finds candidates for one kind of damage; remembers what it found."""

    def __init__(self, lexicon: Lexicon, channel: Channel) -> None:
        at = {letter: i for i, letter in enumerate(channel.letters)}
        usable = [i for i, word in enumerate(lexicon.words) if word not in SPECIALS and all(letter in at for letter in word)]
        cuts = [_cut(lexicon.words[i]) for i in usable]
        heads, tails = _longest_first(head for head, _ in cuts), _longest_first(tail[::-1] for _, tail in cuts)
        head_at, tail_at = ({part: i for i, part in enumerate(parts)} for parts in (heads, tails))
        self._head = np.array([head_at[head] for head, _ in cuts], dtype=np.intp)
        self._tail = np.array([tail_at[tail[::-1]] for _, tail in cuts], dtype=np.intp)
        self._heads, self._tails = _parts(heads, at), _parts(tails, at)
        self._numbers = np.array(usable, dtype=np.uint64)
        self._prior = np.float32(_PRIOR) * lexicon.language.orders[0].logp[usable]
        self._channel = channel
        self._signs = {sign: i for i, sign in enumerate(channel.signs)}
        self._pairs = {pair: i for i, pair in enumerate(channel.pairs)}
        self._known: dict[str, Candidates] = {}

    def find(self, ruined: str) -> Candidates:
        """The words that may stand behind `ruined` (lower case)."""
        if ruined not in self._known:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            self._known[ruined] = self._search(ruined) if len(ruined) <= LONGEST else _NOTHING
        return self._known[ruined]

    def _search(self, ruined: str) -> Candidates:
        heads = self._costs(ruined, self._heads, backward=False)
        tails = self._costs(ruined, self._tails, backward=True)[:, ::-1]
        costs = (heads[self._head] + tails[self._tail]).min(axis=1)
        worth = costs - self._prior
        best = np.argpartition(worth, KEPT)[:KEPT] if len(worth) > KEPT else np.arange(len(worth))
        best = best[np.argsort(worth[best], kind="stable")]
        return Candidates(self._numbers[best], costs[best])

    def _costs(self, ruined: str, parts: _Parts, *, backward: bool) -> Scores:
        """[part, k]: the cost of each part having been read as the first k signs (of the reversed word, if backward)."""
        read = ruined[::-1] if backward else ruined
        one, two, merge, insert = self._sheets(read, backward)
        last = np.broadcast_to(insert, (len(parts.lengths), len(read) + 1)).copy()
        before, result = last, last.copy()
        for i in range(int(parts.lengths[0])):
            live = int((parts.lengths > i).sum())  # the longest come first: those that have ended drop out
            here, last, before = parts.letters[:live, i], last[:live], before[:live]
            row = last + self._channel.drop[here][:, None]
            row[:, 1:] = np.minimum(row[:, 1:], last[:, :-1] + one[here])
            row[:, 2:] = np.minimum(row[:, 2:], last[:, :-2] + two[here][:, 1:])
            if i:
                pair = (here, parts.letters[:live, i - 1]) if backward else (parts.letters[:live, i - 1], here)
                row[:, 1:] = np.minimum(row[:, 1:], before[:, :-1] + merge[pair])
            row = np.minimum.accumulate(row - insert, axis=1) + insert
            result[:live] = row
            before, last = last, row
        return result

    def _sheets(self, read: str, backward: bool) -> tuple[Scores, Scores, Scores, Scores]:
        """Costs for the signs of this word: [letter, sign], [letter, pair ending here], [letter, letter, sign], sums of inserts."""
        channel, letters = self._channel, len(self._channel.letters)
        signs = [self._signs.get(sign, -1) for sign in read]
        joined = [read[j] + read[j - 1] if backward else read[j - 1] + read[j] for j in range(1, len(read))]
        pairs = [-1, *(self._pairs.get(pair, -1) for pair in joined)]
        one = np.stack([channel.one[:, s] if s >= 0 else np.full(letters, _UNSEEN) for s in signs], axis=1)
        two = np.stack([channel.two[p] if p >= 0 else np.full(letters, _NEVER) for p in pairs], axis=1)
        merge = np.stack([channel.merge[s] if s >= 0 else np.full((letters, letters), _NEVER) for s in signs], axis=2)
        insert = np.cumsum([0.0, *(channel.insert[s] if s >= 0 else _UNSEEN for s in signs)])
        return one, two, merge, insert.astype(np.float32)


_NOTHING = Candidates(np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.float32))


def _cut(word: str) -> tuple[str, str]:
    """A word cut before its first vowel ("qu" and "gi" begin syllables too)."""
    match = _BEGINNING.match(word)
    end = match.end() if match else 0
    return word[:end], word[end:]


def _longest_first(parts: Iterable[str]) -> list[str]:
    return sorted(set(parts), key=lambda part: (-len(part), part))


def _parts(parts: Sequence[str], at: dict[str, int]) -> _Parts:
    lengths = np.array([len(part) for part in parts], dtype=np.intp)
    letters = np.zeros((len(parts), max(1, int(lengths.max()))), dtype=np.intp)
    for i, part in enumerate(parts):
        letters[i, : len(part)] = [at[letter] for letter in part]
    return _Parts(letters, lengths)
