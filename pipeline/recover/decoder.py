"""The most likely words behind rows of ruined ones: beam search with the language model, all rows side by side.

In: for each row, the candidates of each place.  Out: for each place the choice, how sure it is, and what else it might be.
Promise: rows do not touch each other; the same rows give the same choice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.recover.lexicon import BEGIN, Language, Scores
from pipeline.recover.reading import Candidates

BEAM = 12
"""Hypotheses kept; with the network beside the language model 16 gain nothing on the dev pages."""
MOST_CELLS = 40_000
"""Places times rows of one table: a page of one endless paragraph and many short ones must not take all memory."""
LAG = 3
"""Words behind a place that are seen before it is said how sure it is."""
MOST_CANDIDATES = 3
_FAR = np.float32(1e9)

_END = Candidates(np.array([BEGIN], dtype=np.uint64), np.zeros(1, dtype=np.float32))
"""Behind the last word of a row: the model knows how paragraphs end by what begins anew."""

Picks = NDArray[np.intp]


class Pick(NamedTuple):
    """The chosen candidate of a place, its share of the weight of all hypotheses, and the best few, the chosen among them."""

    chosen: int
    confidence: float
    candidates: tuple[int, ...]


class _Trellis(NamedTuple):
    """For each step, row and hypothesis: the hypothesis it came from, the candidate it took, its share of the weight."""

    parents: Picks
    picks: Picks
    weights: Scores


def decode(rows: Sequence[Sequence[Candidates]], language: Language, *, weight: float) -> list[list[Pick]]:
    """The choices of each row; `weight` is how much the language counts against the channel."""
    result: list[list[Pick]] = [[] for _ in rows]
    for group in _groups([len(row) for row in rows]):
        trellis = _search([[*rows[i], _END] for i in group], language, weight)
        paths, shares = _best_paths(trellis), _delayed(trellis, [len(rows[i]) + 1 for i in group])
        for place, i in enumerate(group):
            result[i] = [
                _pick(int(paths[step, place]), shares[0][step, place], shares[1][step, place]) for step in range(len(rows[i]))
            ]
    return result


def _groups(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The rows that are searched side by side, longest first: a table of them, as wide as the longest, stays below a size."""
    group: list[int] = []
    for i in sorted(range(len(lengths)), key=lambda i: -lengths[i]):
        if group and (len(group) + 1) * lengths[group[0]] > MOST_CELLS:
            yield group
            group = []
        if lengths[i]:
            group.append(i)
    if group:
        yield group


def _pick(chosen: int, picks: Picks, weights: Scores) -> Pick:
    summed: dict[int, float] = {}
    for pick, weight in zip(picks.tolist(), weights.tolist(), strict=True):
        summed[pick] = summed.get(pick, 0.0) + weight
    others = sorted((pick for pick in summed if pick != chosen), key=lambda pick: -summed[pick])
    return Pick(chosen, summed.get(chosen, 0.0), (chosen, *others[: MOST_CANDIDATES - 1]))


def _search(rows: Sequence[Sequence[Candidates]], language: Language, weight: float) -> _Trellis:
    words, costs = _table(rows)
    lengths = np.array([len(row) for row in rows])
    count, steps, width = words.shape
    history = np.full((count, BEAM, language.reach), BEGIN, dtype=np.uint64)
    score = np.full((count, BEAM), -_FAR, dtype=np.float32)
    score[:, 0] = 0
    parents = np.broadcast_to(np.arange(BEAM), (steps, count, BEAM)).copy()
    picks, weights = np.zeros((steps, count, BEAM), np.intp), np.zeros((steps, count, BEAM), np.float32)
    for step in range(steps):
        live = int((lengths > step).sum())  # rows are sorted: the longest first
        table = np.broadcast_to(words[:live, step][:, None, :], (live, BEAM, width))
        gained = np.float32(weight) * language.score(history[:live], table) - costs[:live, step][:, None, :]
        total = (score[:live, :, None] + gained).reshape(live, BEAM * width)
        best = _distinct_best(total, history[:live], words[:live, step], width)
        parent, pick = best // width, best % width
        parents[step, :live], picks[step, :live] = parent, pick
        at = np.arange(live)[:, None]
        history[:live, :, :-1] = history[at, parent][:, :, 1:]
        history[:live, :, -1] = words[at, step, pick]
        score[:live] = np.take_along_axis(total, best, axis=1)
        score[:live] -= score[:live, :1]
        share = np.exp(np.maximum(score, np.float32(-60)))
        weights[step] = share / share.sum(axis=1, keepdims=True)
    return _Trellis(parents, picks, weights)


def _table(rows: Sequence[Sequence[Candidates]]) -> tuple[NDArray[np.uint64], Scores]:
    steps, width = len(rows[0]), max(len(place.costs) for row in rows for place in row)
    words = np.zeros((len(rows), steps, width), dtype=np.uint64)
    costs = np.full((len(rows), steps, width), _FAR, dtype=np.float32)
    for i, row in enumerate(rows):
        for j, place in enumerate(row):
            words[i, j, : len(place.words)] = place.words
            costs[i, j, : len(place.costs)] = place.costs
    return words, costs


def _distinct_best(total: Scores, history: NDArray[np.uint64], words: NDArray[np.uint64], width: int) -> Picks:
    """The best continuations, best first; of those with the same last words only the first counts."""
    few = min(3 * BEAM, total.shape[1])
    top = np.argpartition(-total, few - 1, axis=1)[:, :few]
    top = np.take_along_axis(top, np.argsort(-np.take_along_axis(total, top, axis=1), axis=1, kind="stable"), axis=1)
    at = np.arange(len(total))[:, None]
    key = words[at, top % width]
    for back in range(1, history.shape[2]):
        key = (key << np.uint64(16)) | history[at, top // width, -back]
    earlier = np.tril(np.ones((few, few), dtype=bool), -1)
    repeated = ((key[:, :, None] == key[:, None, :]) & earlier).any(axis=2)
    rank = np.argsort(repeated, axis=1, kind="stable")[:, :BEAM]
    return np.take_along_axis(top, rank, axis=1)


def _best_paths(trellis: _Trellis) -> Picks:
    """[step, row]: the candidates of the best hypothesis; rows that end earlier carry theirs on unchanged."""
    steps, count, _ = trellis.picks.shape
    result = np.zeros((steps, count), dtype=np.intp)
    at, rows = np.zeros(count, dtype=np.intp), np.arange(count)
    for step in range(steps - 1, -1, -1):
        result[step] = trellis.picks[step, rows, at]
        at = trellis.parents[step, rows, at]
    return result


def _delayed(trellis: _Trellis, lengths: Sequence[int]) -> tuple[Picks, Scores]:
    """For each step and row: what the hypotheses of `LAG` words later took there, and their shares of the weight."""
    steps, count, beam = trellis.picks.shape
    ahead = np.minimum(np.arange(steps)[:, None] + LAG, np.array(lengths)[None, :] - 1)
    ahead = np.maximum(ahead, np.minimum(np.arange(steps), steps - 1)[:, None])
    rows = np.arange(count)
    weights = trellis.weights[ahead, rows]
    at = np.broadcast_to(np.arange(beam), (steps, count, beam))
    for back in range(LAG, 0, -1):
        step = np.minimum(np.arange(steps) + back, steps - 1)[:, None]
        later = step <= ahead
        moved = np.take_along_axis(trellis.parents[step, rows], at, axis=2)
        at = np.where((later & (step > np.arange(steps)[:, None]))[:, :, None], moved, at)
    return np.take_along_axis(trellis.picks, at, axis=2), weights
