"""The network of the wider context: what goes in and out, not how well it is trained (no committed model has one yet)."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.recover.context import Context, pack_context, unpack_context
from pipeline.recover.lexicon import BEGIN, NUMBER, UNKNOWN
from pipeline.recover.reading import Candidates
from pipeline.recover.setting import SETTINGS

WORDS, WIDTH, STEPS = 9, 4, (1, 2)


@pytest.fixture
def context() -> Context:
    rng = np.random.default_rng(3)

    def draw(*shape: int) -> np.ndarray:
        return rng.normal(size=shape).astype(np.float32)

    return Context(
        into=draw(WORDS, WIDTH),
        out=draw(WORDS, WIDTH),
        bias=draw(WORDS),
        prior=draw(WORDS),
        settings=draw(SETTINGS, WIDTH),
        scales={"bare": 1.0, "ocr": 1.5},
        steps=STEPS,
        mixers=tuple(draw(3 * WIDTH, 2 * WIDTH) for _ in STEPS),
        offsets=tuple(draw(2 * WIDTH) for _ in STEPS),
        gains=draw(len(STEPS) + 1, WIDTH),
        shifts=draw(len(STEPS) + 1, WIDTH),
    )


def _place(*words: int) -> Candidates:
    return Candidates(np.array(words, dtype=np.uint64), np.linspace(0.5, 2, len(words), dtype=np.float32))


def test_shares_of_words_sum_to_one_and_others_have_none(context: Context) -> None:
    places = [_place(BEGIN), _place(3, 4, UNKNOWN), _place(5), _place(NUMBER), _place(6, 7, 8, UNKNOWN)]
    shares = context.log_shares(places, [0] * len(places), "ocr")
    assert [len(share) for share in shares] == [1, 3, 1, 1, 4]
    assert np.exp(shares[1][:2]).sum() == pytest.approx(1, abs=1e-5)
    assert np.exp(shares[4][:3]).sum() == pytest.approx(1, abs=1e-5)
    assert [shares[0][0], shares[1][2], shares[3][0], shares[4][3]] == [0, 0, 0, 0]


def test_no_place_sees_beyond_the_reach(context: Context) -> None:
    row = [_place(3 + i % 5, 4 + i % 5) for i in range(12)]
    changed = [*row[:-1], _place(8, 3)]
    before, after = context.log_shares(row, [0] * len(row), "bare"), context.log_shares(changed, [0] * len(changed), "bare")
    near = len(row) - 1 - context.reach
    assert context.reach == 3
    for i in range(near):
        assert np.allclose(before[i], after[i], atol=1e-6)
    assert not np.allclose(before[near], after[near], atol=1e-6)


def test_one_place_alone_is_weighed(context: Context) -> None:
    (share,) = context.log_shares([_place(3, 4)], [1], "bare")
    assert np.exp(share).sum() == pytest.approx(1, abs=1e-5)


def test_packed_weights_come_back_nearly_the_same(context: Context) -> None:
    again = unpack_context(pack_context(context))
    assert again is not None
    row = [_place(3 + i % 5, 4 + i % 5) for i in range(6)]
    for ours, theirs in zip(
        context.log_shares(row, [0] * len(row), "ocr"), again.log_shares(row, [0] * len(row), "ocr"), strict=True
    ):
        assert np.allclose(ours, theirs, atol=0.15)


def test_a_model_without_a_network_has_none() -> None:
    assert unpack_context({}) is None
