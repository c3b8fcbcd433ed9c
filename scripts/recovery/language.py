"""The language model: counts of runs of syllables, turned into smoothed probabilities.

In: paragraphs.  Out: a vocabulary, and for each order the kept runs with their probability and back-off weight.
Promise: interpolated Kneser-Ney; what is pruned goes to the back-off weight, so that each context still sums to one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.recover.lexicon import BEGIN, NUMBER, SPECIALS, UNKNOWN
from pipeline.recover.units import Kind, units
from pipeline.rules.syllables import syllables

Keys = NDArray[np.uint64]
GAP = np.uint64(0xFFFF)
"""Between names and words of lists, which say nothing of what stands before or behind them: no run holds it."""
_WITHIN = re.compile(r"(?<=\w[ ])[^\W\d_]+|(?<=\w,[ ])[^\W\d_]+")
_ENGINE_CASE_ERRORS = 0.02
"""Engines read "o" as "O" and the like: no case is taken for less likely than this."""


class Order(NamedTuple):
    """Runs of one length: packed keys in rising order, natural logarithms of probability and of back-off weight."""

    keys: Keys
    logp: NDArray[np.float64]
    back: NDArray[np.float64]


def words_of(text: str) -> list[str]:
    """The units of a paragraph as the model counts them: lower case, numbers as one."""
    found = []
    for unit in units(text):
        word = text[unit.start : unit.end].lower()
        plain = unit.kind is Kind.WORD and not any(letter.isdigit() for letter in word)
        found.append(word if plain else SPECIALS[NUMBER])
    return found


def vocabulary(texts: Iterable[Sequence[str]], *, least_syllable: int, least_other: int, size: int) -> list[str]:
    """The words the model knows: the special ones, then by falling count."""
    counts = Counter(word for text in texts for word in text)
    known = syllables()
    kept = [
        word
        for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if word not in SPECIALS
        and word.isalpha()
        and len(word) <= 12
        and count >= (least_syllable if word in known else least_other)
    ]
    return [*SPECIALS, *kept[: size - len(SPECIALS)]]


def number_words(texts: Iterable[Sequence[str]], words: Sequence[str]) -> NDArray[np.uint64]:
    """All texts as one row of word numbers, each after a mark of beginning."""
    index = {word: i for i, word in enumerate(words)}
    row: list[int] = []
    for text in texts:
        row.append(BEGIN)
        row += [index.get(word, UNKNOWN) for word in text]
    row.append(BEGIN)
    return np.array(row, dtype=np.uint64)


def number_lists(entries: Iterable[Sequence[str]], words: Sequence[str]) -> NDArray[np.uint64]:
    """Names and words of lists as one row of word numbers, gaps between them; those with unknown words are left out."""
    index = {word: i for i, word in enumerate(words)}
    row = [int(GAP)]
    for entry in entries:
        numbers = [index.get(word, UNKNOWN) for word in entry]
        if len(numbers) > 1 and UNKNOWN not in numbers:
            row += [*numbers, int(GAP)]
    return np.array(row, dtype=np.uint64)


def count_runs(row: Keys, length: int) -> tuple[Keys, NDArray[np.int64]]:
    """Distinct runs of `length` words and how often each is met; a beginning may stand at either end (there it means: the end)."""
    size = len(row) - length + 1
    keys = np.zeros(size, dtype=np.uint64)
    good = np.ones(size, dtype=bool)
    for i in range(length):
        part = row[i : i + size]
        keys = (keys << np.uint64(16)) | part
        good &= part != GAP
        if 0 < i < length - 1:
            good &= part != BEGIN
    return np.unique(keys[good], return_counts=True)  # type: ignore[return-value]


def train(row: Keys, *, least: Sequence[int], size: int) -> list[Order]:
    """Orders 1 to n; `least[i]` is the count under which a run of i + 1 words is dropped."""
    n = len(least)
    counted = [count_runs(row, length) for length in range(1, n + 1)]
    counts = [_continuations(counted[i + 1][0], counted[i][0], row) if i + 1 < n else counted[i][1] for i in range(n)]
    orders: list[Order] = []
    for i in range(n):
        keep = counted[i][1] >= least[i]
        orders.append(_order(counted[i][0], counts[i], keep, orders[i - 1] if i else None, size))
        if i:
            orders[i - 1] = orders[i - 1]._replace(back=_back_weights(orders[i - 1].keys, counted[i][0], counts[i], keep))
    return orders


def _continuations(longer: Keys, keys: Keys, row: Keys) -> NDArray[np.int64]:
    """How many different words stand before each run (Kneser-Ney); runs at a beginning keep their plain count of one."""
    bits = np.uint64(16 * _words_in(keys))
    tails = longer & ((np.uint64(1) << bits) - np.uint64(1))
    found, counts = np.unique(tails, return_counts=True)
    result = np.ones(len(keys), dtype=np.int64)
    at = np.searchsorted(found, keys)
    hit = (at < len(found)) & (found[np.minimum(at, len(found) - 1)] == keys)
    result[hit] = counts[at[hit]]
    return result


def _words_in(keys: Keys) -> int:
    return max(1, (int(keys.max()).bit_length() + 15) // 16)


def _discount(counts: NDArray[np.int64]) -> float:
    ones, twos = int((counts == 1).sum()), int((counts == 2).sum())
    return ones / (ones + 2 * twos) if ones and twos else 0.5


def _totals(keys: Keys, counts: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64], Keys]:
    """For each run its context's total, the index of its context, and the distinct contexts."""
    contexts, index = np.unique(keys >> np.uint64(16), return_inverse=True)
    return np.bincount(index, weights=counts).astype(np.int64), index, contexts


def _order(keys: Keys, counts: NDArray[np.int64], keep: NDArray[np.bool_], lower: Order | None, size: int) -> Order:
    discount = _discount(counts)
    if lower is None:
        share = np.maximum(counts - discount, 0) / counts.sum()
        rest = 1 - share.sum()
        logp = np.full(size, np.log(rest / size))
        logp[keys.astype(np.int64)] = np.log(share + rest / size)
        everything = np.arange(size, dtype=np.uint64)
        return Order(everything, logp, np.zeros(size))
    totals, index, _ = _totals(keys, counts)
    share = np.maximum(counts - discount, 0) / totals[index]
    kept_mass = np.bincount(index, weights=np.where(keep, share, 0.0))
    gamma = np.maximum(1 - kept_mass, 1e-6)[index]
    tail = keys & ((np.uint64(1) << np.uint64(16 * (_words_in(keys) - 1))) - np.uint64(1))
    below = np.exp(_lookup(lower, tail))
    logp = np.log(share + gamma * below)
    return Order(keys[keep], logp[keep], np.zeros(int(keep.sum())))


def _lookup(order: Order, keys: Keys) -> NDArray[np.float64]:
    """Probability of runs in a lower order; a pruned one gets the least that order holds."""
    at = np.minimum(np.searchsorted(order.keys, keys), len(order.keys) - 1)
    return np.where(order.keys[at] == keys, order.logp[at], order.logp.min())


def _back_weights(contexts: Keys, keys: Keys, counts: NDArray[np.int64], keep: NDArray[np.bool_]) -> NDArray[np.float64]:
    totals, index, found = _totals(keys, counts)
    share = np.maximum(counts - _discount(counts), 0) / totals[index]
    left = np.maximum(1 - np.bincount(index, weights=np.where(keep, share, 0.0)), 1e-6)
    at = np.minimum(np.searchsorted(found, contexts), len(found) - 1)
    return np.where(found[at] == contexts, np.log(left[at]), 0.0)


def case_costs(paragraphs: Iterable[str], words: Sequence[str]) -> NDArray[np.float32]:
    """For each word, within sentences: the cost of a small first letter, and of a capital."""
    index = {word: i for i, word in enumerate(words)}
    counts = np.zeros((2, len(words)))
    for text in paragraphs:
        if not text.isupper():
            for match in _WITHIN.finditer(text):
                word = match.group()
                number = index.get(word.lower())
                if number is not None:
                    counts[int(word[0].isupper()), number] += 1
    shares = (counts + np.array([[0.9], [0.1]])) / (counts.sum(axis=0) + 1.0)
    shares = np.maximum(shares, _ENGINE_CASE_ERRORS)
    return (-np.log(shares)).astype(np.float32)
