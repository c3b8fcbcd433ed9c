"""Rebuild the recovery model: texts to language model, typeset and misread pages to channel, both to one file.

In: the shared folder (texts of lm/, line pairs of corpus/pairs/), a folder for what is kept between runs.  Out: recovery.npz.
Promise: fixed seeds; the same texts, fonts and engine give the same model.
"""

from __future__ import annotations

import argparse
import json
import pickle
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from pipeline.recover.lexicon import Language, Lexicon, Runs, pack
from scripts.recovery.channels import KNOWN, learn, single_words, stripped
from scripts.recovery.language import case_costs, number_words, train, vocabulary, words_of
from scripts.recovery.noise import write_pairs
from scripts.recovery.texts import GENERAL, OFFICIAL, Part, split

PAGES, SEED = 300, 1
TYPESET_FROM = 120_000
"""Pages are typeset from the first paragraphs of the training part: letters and decrees, not the codified law behind them."""
LEAST = (1, 1, 2, 2)
LEAST_SYLLABLE, LEAST_OTHER, WORDS = 3, 12, 60_000
PAIR_FILES = ("clean200", "clean300", "noisy200", "noisy300")
TRAIN_PAGES, DEV_PAGES, TEST_PAGES = range(2, 7), range(7, 10), range(10, 21)
"""The three documents of the shared pairs: one trains the channel, one chose the weights, one is only measured."""


def shared_pairs(folder: Path, kind: str, pages: range) -> Iterator[tuple[int, str, str]]:
    """Page, truth and ruin of the lines of some pages."""
    with (folder / f"{kind}_lines.jsonl").open(encoding="utf-8") as file:
        for line in file:
            pair = json.loads(line)
            if pair["page"] in pages:
                yield pair["page"], pair["truth"], pair["garbled"]


def load_split(shared: Path, work: Path) -> tuple[dict[str, Part], dict[str, Part]]:
    """The official and the general texts by part; worked out once."""
    kept = work / "split.pkl"
    if not kept.exists():
        work.mkdir(parents=True, exist_ok=True)
        with kept.open("wb") as file:
            pickle.dump((split(shared / "lm", OFFICIAL), split(shared / "lm", GENERAL)), file)
    with kept.open("rb") as file:
        official, general = pickle.load(file)
    return official, general


def build(shared: Path, work: Path) -> Lexicon:
    """The whole training."""
    official, general = load_split(shared, work)
    pages = work / "pairs-train.jsonl"
    if not pages.exists():
        partial = pages.with_suffix(".partial")
        write_pairs(official["train"].paragraphs[:TYPESET_FROM], partial, count=PAGES, seed=SEED)
        partial.rename(pages)
    paragraphs = (*official["train"].paragraphs, *general["train"].paragraphs)
    texts = [words_of(text) for text in paragraphs]
    words = vocabulary(texts, least_syllable=LEAST_SYLLABLE, least_other=LEAST_OTHER, size=WORDS)
    orders = train(number_words(texts, words), least=LEAST, size=len(words))
    runs = tuple(Runs(order.keys, order.logp.astype(np.float32), order.back.astype(np.float32)) for order in orders)
    channels = {"ocr": learn(single_words(_lines(pages, shared)), known=KNOWN), "bare": stripped(words)}
    return Lexicon(tuple(words), Language(runs), channels, case_costs(paragraphs, words))


def _lines(pages: Path, shared: Path) -> Iterator[tuple[str, str]]:
    with pages.open(encoding="utf-8") as file:
        for line in file:
            pair = json.loads(line)
            yield pair["truth"], pair["garbled"]
    for kind in PAIR_FILES:
        for _, truth, garbled in shared_pairs(shared / "corpus" / "pairs", kind, TRAIN_PAGES):
            yield truth, garbled


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    began = time.monotonic()
    lexicon = build(chosen.shared, chosen.work)
    chosen.output.parent.mkdir(parents=True, exist_ok=True)
    with chosen.output.open("wb") as file:
        np.savez_compressed(file, **pack(lexicon))
    sizes = [len(runs.keys) for runs in lexicon.language.orders]
    print(f"{chosen.output}: {chosen.output.stat().st_size / 1e6:.1f} MB, runs {sizes}, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
