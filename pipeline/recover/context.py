"""The wider context: a small network that weighs the candidates of each place by the words on both sides.

In: the candidates of a row of places, and how each stands in its line (setting.py).  Out: for each, the logarithm of its share.
Promise: nothing but products of fixed numbers: the same row gives the same shares, and no place sees beyond `reach` places.

Each place goes in as the mixture of what it may be; blocks of gated convolutions carry it to its neighbours, near ones first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.recover.reading import Candidates

Scores = NDArray[np.float32]
PRIOR = np.float32(0.7)
"""Weight of a word's own frequency in the mixture that goes in, as in training."""
SPECIAL = 3
"""Numbers below this stand for no word."""
_FAR = np.float32(1e4)
_TINY = np.float32(1e-5)
_STRETCH = 256
"""Places whose candidates are laid out at once: a long page must not take more memory than a short one."""


@dataclass(frozen=True, eq=False)
class Context:
    """The trained weights: `mixers[i]` [3 * width, 2 * width] looks `steps[i]` places to both sides."""

    into: Scores  # [word, width]
    out: Scores  # [word, width]
    bias: Scores  # [word]
    prior: Scores  # [word]
    settings: Scores  # [setting, width]
    scales: Mapping[str, float]
    steps: tuple[int, ...]
    mixers: tuple[Scores, ...]
    offsets: tuple[Scores, ...]
    gains: Scores  # [block + 1, width]
    shifts: Scores  # [block + 1, width]

    @property
    def reach(self) -> int:
        """How many places to each side count."""
        return sum(self.steps)

    def log_shares(self, places: Sequence[Candidates], settings: Sequence[int], damage: str) -> list[Scores]:
        """For each place, the logarithms of the shares of its candidates; for those that stand for no word, zero."""
        words, costs = _sheet(places)
        stretches = [slice(at, at + _STRETCH) for at in range(0, len(words), _STRETCH)]
        inputs = np.concatenate([self._inputs(words[part], costs[part]) for part in stretches])
        seen = self._mix(inputs + self.settings[np.asarray(settings, dtype=np.intp)])
        scale = np.float32(self.scales[damage])
        shares = np.concatenate([self._shares(words[part], costs[part], seen[part], scale) for part in stretches])
        return [row[: len(place.words)] for row, place in zip(shares, places, strict=True)]

    def _shares(self, words: NDArray[np.intp], costs: Scores, seen: Scores, scale: np.float32) -> Scores:
        worth = np.einsum("nkd,nd->nk", self.out[words], seen) + self.bias[words] - scale * costs
        worth = np.where((costs < _FAR) & (words >= SPECIAL), worth, -_FAR)
        worth -= worth.max(axis=1, keepdims=True)
        shares: Scores = worth - np.log(np.exp(worth).sum(axis=1, keepdims=True))
        shares[words < SPECIAL] = 0
        return shares

    def _inputs(self, words: NDArray[np.intp], costs: Scores) -> Scores:
        worth = np.where(words >= SPECIAL, PRIOR * self.prior[words] - costs, -costs - 2 * _FAR)
        worth = np.where(costs < _FAR, worth, -4 * _FAR)
        share = np.exp(worth - worth.max(axis=1, keepdims=True))
        share /= share.sum(axis=1, keepdims=True)
        result: Scores = np.einsum("nkd,nk->nd", self.into[words], share)
        return result

    def _mix(self, seen: Scores) -> Scores:
        width = seen.shape[1]
        for step, mixer, offset, gain, shift in zip(self.steps, self.mixers, self.offsets, self.gains, self.shifts, strict=False):
            calm = _normal(seen, gain, shift)
            wide = np.zeros((len(seen), 3 * width), dtype=np.float32)
            wide[step:, :width] = calm[:-step]
            wide[:, width : 2 * width] = calm
            wide[:-step, 2 * width :] = calm[step:]
            mixed = wide @ mixer + offset
            seen = seen + mixed[:, :width] / (1 + np.exp(-mixed[:, width:]))
        return _normal(seen, self.gains[-1], self.shifts[-1])


def _normal(values: Scores, gain: Scores, shift: Scores) -> Scores:
    middle = values - values.mean(axis=1, keepdims=True)
    result: Scores = middle / np.sqrt((middle * middle).mean(axis=1, keepdims=True) + _TINY) * gain + shift
    return result


def _sheet(places: Sequence[Candidates]) -> tuple[NDArray[np.intp], Scores]:
    most = max(len(place.words) for place in places)
    words = np.zeros((len(places), most), dtype=np.intp)
    costs = np.full((len(places), most), _FAR, dtype=np.float32)
    for i, place in enumerate(places):
        words[i, : len(place.words)] = place.words
        costs[i, : len(place.costs)] = place.costs
    return words, costs


def unpack_context(arrays: Mapping[str, NDArray[Any]]) -> Context | None:
    """The network from the arrays of a model; None where the model has none."""
    if "ctx_into" not in arrays:
        return None
    count = len(arrays["ctx_steps"])
    parts = {name: arrays[f"ctx_{name}"].astype(np.float32) for name in ("bias", "prior", "gains", "shifts", "settings")}
    return Context(
        into=_wide(arrays, "into"),
        out=_wide(arrays, "out"),
        scales={name: float(value) for name, value in zip(("bare", "ocr"), arrays["ctx_scales"], strict=True)},
        steps=tuple(int(step) for step in arrays["ctx_steps"]),
        mixers=tuple(_wide(arrays, f"mixer{i}") for i in range(count)),
        offsets=tuple(arrays[f"ctx_offset{i}"].astype(np.float32) for i in range(count)),
        **parts,
    )


def pack_context(context: Context) -> dict[str, NDArray[Any]]:
    """The arrays of a network, as `unpack_context` reads them: large ones in a byte a number, each row with its own step."""
    arrays: dict[str, NDArray[Any]] = {
        "ctx_steps": np.array(context.steps, dtype=np.uint8),
        "ctx_scales": np.array([context.scales["bare"], context.scales["ocr"]], dtype=np.float32),
    }
    for name in ("bias", "prior", "gains", "shifts", "settings"):
        arrays[f"ctx_{name}"] = getattr(context, name).astype(np.float32)
    large = {"into": context.into, "out": context.out, **{f"mixer{i}": mixer for i, mixer in enumerate(context.mixers)}}
    for name, values in large.items():
        step = np.abs(values).max(axis=1, keepdims=True) / 127 + np.float32(1e-12)
        arrays[f"ctx_{name}"] = np.round(values / step).astype(np.int8)
        arrays[f"ctx_{name}_step"] = step.astype(np.float32)
    for i, offset in enumerate(context.offsets):
        arrays[f"ctx_offset{i}"] = offset.astype(np.float32)
    return arrays


def _wide(arrays: Mapping[str, NDArray[Any]], name: str) -> Scores:
    values: Scores = arrays[f"ctx_{name}"].astype(np.float32) * arrays[f"ctx_{name}_step"]
    return values
