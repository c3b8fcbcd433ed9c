"""The trained model in memory: words, language model, channel.

In: pipeline/recover/data/recovery.npz.  Out: `Lexicon`, read-only, shared by all pages.
Promise: loading executes nothing from the file (no pickles), takes no network, and the same file gives the same answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.recover.context import Context, pack_context, unpack_context

BEGIN, UNKNOWN, NUMBER = 0, 1, 2
SPECIALS = ("<s>", "<unk>", "<n>")
LOGP_STEP, BACK_STEP = 1 / 16, 1 / 24
"""Probabilities are kept in a byte: natural logarithms in these steps."""

Ids = NDArray[np.uint64]
Scores = NDArray[np.float32]


class Runs(NamedTuple):
    """Runs of words of one length: packed keys (16 bits a word) in rising order, log probability, log back-off weight."""

    keys: Ids
    logp: Scores
    back: Scores

    def find(self, keys: Ids) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
        """Where each key stands, and whether it is there."""
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return at, self.keys[at] == keys


@dataclass(frozen=True)
class Language:
    """A back-off model of runs of words; `orders[0]` is indexed by the word itself."""

    orders: tuple[Runs, ...]

    @property
    def reach(self) -> int:
        """How many words before a word count."""
        return len(self.orders) - 1

    def score(self, history: Ids, words: Ids) -> Scores:
        """Log probability of each of `words` [..., k] after `history` [..., reach] (oldest first)."""
        past = history[..., None, :]
        result: Scores = self.orders[0].logp[words.astype(np.intp)]
        for length in range(1, self.reach + 1):
            context = np.zeros(history.shape[:-1], dtype=np.uint64)
            for i in range(self.reach - length, self.reach):
                context = (context << np.uint64(16)) | past[..., 0, i]
            at, known = self.orders[length - 1].find(context)
            weight = self.orders[length - 1].back[at[known]]
            longer = self.orders[length]
            place, hit = longer.find((context[known][:, None] << np.uint64(16)) | words[known])
            # An unknown context has no longer runs.
            result[known] = np.where(hit, longer.logp[place], result[known] + weight[:, None])
        return result


class Channel(NamedTuple):
    """What becomes of letters: costs (negative log probabilities) of reading one letter as none, one or two signs, two as one."""

    letters: str
    signs: str
    pairs: tuple[str, ...]
    drop: Scores  # [letter]
    one: Scores  # [letter, sign]
    two: Scores  # [pair, letter]
    merge: Scores  # [sign, letter, letter]
    insert: Scores  # [sign]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Words by falling frequency, their language model, and the channels of damage by name.

    `case_costs[1]` says what a capital at a word within a sentence costs (names: little), `case_costs[0]` a small letter.
    """

    words: tuple[str, ...]
    language: Language
    channels: Mapping[str, Channel]
    case_costs: Scores  # [small or capital, word]
    context: Context | None = None


@cache
def load_lexicon() -> Lexicon:
    """The model that ships with the program; kept after the first call."""
    data = (files("pipeline.recover") / "data" / "recovery.npz").read_bytes()
    with np.load(BytesIO(data), allow_pickle=False) as arrays:
        return unpack(arrays)


def unpack(arrays: Mapping[str, NDArray[Any]]) -> Lexicon:
    """The model from its arrays."""
    words = tuple(_text(arrays["words"]).split("\n"))
    orders = [Runs(np.arange(len(words), dtype=np.uint64), _logp(arrays["logp1"]), _back(arrays["back1"]))]
    length = 2
    while f"last{length}" in arrays:
        contexts = np.repeat(orders[-1].keys, arrays[f"count{length}"])
        keys = (contexts << np.uint64(16)) | arrays[f"last{length}"].astype(np.uint64)
        back = arrays.get(f"back{length}")
        orders.append(Runs(keys, _logp(arrays[f"logp{length}"]), _back(back) if back is not None else np.zeros(1, np.float32)))
        length += 1
    channels = {name: _channel(arrays, name) for name in _text(arrays["channels"]).split("\n")}
    case = arrays["case"].astype(np.float32) * np.float32(LOGP_STEP)
    return Lexicon(words, Language(tuple(orders)), channels, case, unpack_context(arrays))


def pack(lexicon: Lexicon) -> dict[str, NDArray[Any]]:
    """The arrays of a model, as `unpack` reads them."""
    arrays: dict[str, NDArray[Any]] = {"words": _bytes(lexicon.words), "case": _byte(lexicon.case_costs, LOGP_STEP)}
    for length, runs in enumerate(lexicon.language.orders, 1):
        arrays[f"logp{length}"] = _byte(-runs.logp, LOGP_STEP)
        if length <= lexicon.language.reach:
            arrays[f"back{length}"] = _byte(-runs.back, BACK_STEP)
        if length > 1:
            lower = lexicon.language.orders[length - 2].keys
            at = np.searchsorted(lower, runs.keys >> np.uint64(16))
            arrays[f"count{length}"] = np.bincount(at, minlength=len(lower)).astype(np.uint16)
            arrays[f"last{length}"] = (runs.keys & np.uint64(0xFFFF)).astype(np.uint16)
    arrays["channels"] = _bytes(list(lexicon.channels))
    for name, channel in lexicon.channels.items():
        arrays[f"{name}_letters"], arrays[f"{name}_signs"] = _bytes([channel.letters]), _bytes([channel.signs])
        arrays[f"{name}_pairs"] = _bytes(channel.pairs)
        for part in ("drop", "one", "two", "merge", "insert"):
            arrays[f"{name}_{part}"] = getattr(channel, part).astype(np.float16)
    return arrays if lexicon.context is None else {**arrays, **pack_context(lexicon.context)}


def _channel(arrays: Mapping[str, NDArray[Any]], name: str) -> Channel:
    texts = (_text(arrays[f"{name}_letters"]), _text(arrays[f"{name}_signs"]), tuple(_text(arrays[f"{name}_pairs"]).split("\n")))
    costs = (arrays[f"{name}_{part}"].astype(np.float32) for part in ("drop", "one", "two", "merge", "insert"))
    return Channel(*texts, *costs)


def _text(array: NDArray[Any]) -> str:
    return bytes(array).decode("utf-8")


def _bytes(lines: Sequence[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)


def _byte(values: Any, step: float) -> NDArray[np.uint8]:
    packed: NDArray[np.uint8] = np.clip(np.round(values / step), 0, 255).astype(np.uint8)
    return packed


def _logp(array: NDArray[Any]) -> Scores:
    return array.astype(np.float32) * np.float32(-LOGP_STEP)


def _back(array: NDArray[Any]) -> Scores:
    return array.astype(np.float32) * np.float32(-BACK_STEP)
