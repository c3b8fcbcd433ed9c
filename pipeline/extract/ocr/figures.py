"""Figures in the picture of a gap, read by a small network (docs/handwriting-model.md).

In: the grey levels of a gap, scaled so that its print is `EM` points high and stands on row `BASE`.
Out: for each two columns of it, how likely each sign or none is seen there; the signs; how likely a text is.
Promise: the same picture gives the same answer; the weights are numbers only, loaded once and without pickles.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

HEIGHT, EM, BASE = 40, 22, 28
"""Rows of a picture; its size of type; the row on which its print stands."""
SIGNS = "0123456789/x"
"""What the network tells apart: figures, the stroke before a symbol, any letter or scribble."""
STEP = 2
"""Columns of a picture for each moment."""
_LEAST_CONTRAST = 60.0
"""Grey levels between paper and ink: a paler gap is not stretched until its dirt looks like ink."""

Levels = npt.NDArray[np.float32]
"""A gap: 0 is paper, 1 is ink; or what is likely at each moment (none first, then `SIGNS`)."""


class Seen(NamedTuple):
    """A sign and the moments from `first` to `last` in which it is likeliest."""

    sign: str
    first: int
    last: int


def evened(levels: Levels) -> Levels:
    """Grey levels as the network knows them: paper is 0, the darkest ink 1."""
    paper, ink = float(np.percentile(levels, 85)), float(np.percentile(levels, 1))
    even: Levels = np.clip((paper - levels) / max(paper - ink, _LEAST_CONTRAST), 0, 1).astype(np.float32)
    return even


def look(picture: Levels) -> Levels:
    """How likely none or each sign is at each moment of a picture."""
    w = _weights()
    wide = picture.shape[1] + 2 * STEP + picture.shape[1] % STEP
    x: Levels = np.zeros((1, HEIGHT, wide), np.float32)
    x[0, :, STEP : STEP + picture.shape[1]] = picture
    x = _halved(_plane(x, w, "c1"), across=True)
    x = _halved(_plane(x, w, "c2"))
    x = _halved(_plane(x, w, "c3"))
    row = _plane(x, w, "c4", rows=False)[:, 0]
    row = row + np.maximum(_row(row, w, "d1", 1), 0)
    row = row + np.maximum(_row(row, w, "d2", 2), 0)
    logits = _row(row, w, "out", 1)
    likely = np.exp(logits - logits.max(axis=0))
    shares: Levels = (likely / likely.sum(axis=0)).T.astype(np.float32)
    return shares


def signs_of(likely: Levels) -> list[Seen]:
    """The signs that are likeliest, each once."""
    found: list[Seen] = []
    best, before = likely.argmax(axis=1), 0
    for moment, sign in enumerate(best):
        if sign and sign == before:
            found[-1] = found[-1]._replace(last=moment)
        elif sign:
            found.append(Seen(SIGNS[sign - 1], moment, moment))
        before = int(sign)
    return found


def likelihood(likely: Levels, text: str) -> float:
    """How likely it is that exactly this text is seen, over all ways to lay it on the moments.

    >>> likelihood(np.eye(13, dtype=np.float32)[[0, 2, 2, 0]], "1")
    1.0
    >>> likelihood(np.eye(13, dtype=np.float32)[[0, 2, 2, 0]], "11")
    0.0
    """
    labels = [0, *(part for sign in text for part in (SIGNS.index(sign) + 1, 0))]
    state = np.zeros(len(labels))
    state[0] = 1.0
    fresh = np.array([k > 1 and label != 0 and label != labels[k - 2] for k, label in enumerate(labels)])
    for row in likely.astype(np.float64):
        moved = state.copy()
        moved[1:] += state[:-1]
        moved[2:] += np.where(fresh[2:], state[:-2], 0)
        state = moved * row[labels]
    return float(state[-2:].sum())


@cache
def _weights() -> Mapping[str, Levels]:
    with (files("pipeline.extract.ocr") / "data" / "figures.npz").open("rb") as file, np.load(file, allow_pickle=False) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}


def _plane(x: Levels, w: Mapping[str, Levels], name: str, *, rows: bool = True) -> Levels:
    """A layer over rows and columns, what is below 0 made 0; `rows` keeps as many rows as there were."""
    kernel = w[f"{name}.weight"]
    down, across = kernel.shape[2] // 2 * rows, kernel.shape[3] // 2
    padded = np.pad(x, ((0, 0), (down, down), (across, across)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape[2:], axis=(1, 2))
    summed = np.tensordot(kernel, windows, axes=([1, 2, 3], [0, 3, 4])) + w[f"{name}.bias"][:, None, None]
    seen: Levels = np.maximum(summed, 0).astype(np.float32)
    return seen


def _row(x: Levels, w: Mapping[str, Levels], name: str, spread: int) -> Levels:
    """A layer over moments, each seeing its neighbours `spread` apart."""
    kernel = w[f"{name}.weight"]
    reach = kernel.shape[2] // 2 * spread
    padded = np.pad(x, ((0, 0), (reach, reach)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1, axis=1)[:, :, ::spread]
    summed: Levels = (np.tensordot(kernel, windows, axes=([1, 2], [0, 2])) + w[f"{name}.bias"][:, None]).astype(np.float32)
    return summed


def _halved(x: Levels, *, across: bool = False) -> Levels:
    """The stronger of two rows, and of two columns."""
    x = np.maximum(x[:, ::2], x[:, 1::2])
    return np.maximum(x[:, :, ::2], x[:, :, 1::2]) if across else x
