"""Rebuild the recovery model: texts to language model, typeset and misread pages to channel, both to one file.

In: the shared folder (texts of lm/, line pairs of corpus/pairs/), a folder for what is kept between runs.  Out: recovery.npz.
Promise: fixed seeds; the same texts, fonts and engine give the same model.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.recover.context import Context
from pipeline.recover.lexicon import Channel, Language, Lexicon, Runs, load_lexicon, pack
from pipeline.recover.setting import settings_of
from pipeline.recover.units import units
from scripts.recovery.channels import KNOWN, Pair, learn, single_words, stripped
from scripts.recovery.language import case_costs, number_lists, number_words, train, vocabulary, words_of
from scripts.recovery.noise import look, rough_look, write_pairs
from scripts.recovery.texts import GENERAL, OFFICIAL, Part, split
from scripts.recovery.variants import variants

PAGES, SEED = 300, 1
ROUGH_PAGES, ROUGH_SEED = 400, 2
LATIN_PAGES, LATIN_SEEDS = 40, {"fra": 31, "deu": 32}
TYPESET_FROM = 120_000
"""Pages are typeset from the first paragraphs of the training part: letters and decrees, not the codified law behind them."""
WORDS, VARIANT_SEED = 60_000, 5
PAIR_FILES = ("clean200", "clean300", "noisy200", "noisy300")
TRAIN_PAGES, DEV_PAGES, TEST_PAGES = range(2, 7), range(7, 10), range(10, 21)
"""The three documents of the shared pairs: one trains the channel, one chose the weights, one is only measured."""


class Recipe(NamedTuple):
    """What goes into a model: least count of a syllable and of another word, of runs by length; what else is learned from."""

    syllable: int
    other: int
    runs: tuple[int, ...]
    rough: bool = False
    word_list: bool = False


RECIPES = {
    "small": Recipe(syllable=3, other=12, runs=(1, 1, 2, 2)),
    "wide": Recipe(syllable=1, other=6, runs=(1, 1, 1, 1), rough=True, word_list=True),
    "context": Recipe(syllable=1, other=8, runs=(1, 1, 1, 2), word_list=True),
}
"""The committed model is "context", with the network of the wider context; the others were tried (docs/recover-model.md)."""


class Learned(NamedTuple):
    """A model without a network, and what a network would learn from."""

    lexicon: Lexicon
    official: NDArray[np.uint64]
    general: NDArray[np.uint64]
    settings: tuple[NDArray[np.uint8], NDArray[np.uint8]]
    pairs: tuple[Pair, ...]


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


def build(shared: Path, work: Path, recipe: Recipe, shipped: Mapping[str, Channel]) -> Learned:
    """The whole training, but for the network; pages are typeset only for channels that are not among the `shipped` ones."""
    official, general = load_split(shared, work)
    typeset = _page_files(official["train"].paragraphs, work, recipe) if "ocr" not in shipped else []
    pairs = tuple(single_words([*_lines(typeset), *_shared_lines(shared)]))
    parts = (official, general)
    texts = [[words_of(text) for text in part["train"].paragraphs] for part in parts]
    words = vocabulary((*texts[0], *texts[1]), least_syllable=recipe.syllable, least_other=recipe.other, size=WORDS)
    rows = [number_words(part, words) for part in texts]
    everything = [*(row[:-1] for row in rows[:-1]), rows[-1]]
    if recipe.word_list:
        everything.append(number_lists((words_of(line) for line in _word_list()), words))
    orders = train(np.concatenate(everything), least=recipe.runs, size=len(words))
    runs = tuple(Runs(order.keys, order.logp.astype(np.float32), order.back.astype(np.float32)) for order in orders)
    channels = {
        "ocr": shipped.get("ocr") or learn(pairs, known=KNOWN),
        "latin": shipped.get("latin") or learn(single_words(_lines(_latin_files(official["train"].paragraphs, work))), known=KNOWN),
        "bare": stripped(words),
    }
    case = case_costs((*official["train"].paragraphs, *general["train"].paragraphs), words)
    lexicon = Lexicon(tuple(words), Language(runs), channels, case)
    settings = [np.array([0, *chain.from_iterable(map(_setting_row, part["train"].paragraphs))], np.uint8) for part in parts]
    return Learned(lexicon, rows[0], rows[1], (settings[0], settings[1]), pairs)


def _setting_row(text: str) -> list[int]:
    """As `number_words` numbers a paragraph: its units, and the beginning of the next."""
    return [*settings_of(text, units(text)), 0]


def _word_list() -> list[str]:
    """Vietnamese words of one to several syllables, from a package that the program uses anyway."""
    return (files("underthesea") / "corpus" / "data" / "Viet74K.txt").read_text(encoding="utf-8").splitlines()


def _page_files(paragraphs: Sequence[str], work: Path, recipe: Recipe) -> list[Path]:
    """The pairs of typeset and misread lines; each set is made once."""
    sets = [("pairs-train.jsonl", PAGES, SEED, look), ("pairs-rough.jsonl", ROUGH_PAGES, ROUGH_SEED, rough_look)]
    made = []
    for name, count, seed, looks in sets if recipe.rough else sets[:1]:
        pages = work / name
        if not pages.exists():
            partial = pages.with_suffix(".partial")
            write_pairs(paragraphs[:TYPESET_FROM], partial, count=count, seed=seed, looks=looks)
            partial.rename(pages)
        made.append(pages)
    return made


def _latin_files(paragraphs: Sequence[str], work: Path) -> list[Path]:
    """The same as engines of other Latin languages read them."""
    made = []
    for language, seed in LATIN_SEEDS.items():
        pages = work / f"pairs-{language}.jsonl"
        if not pages.exists():
            partial = pages.with_suffix(".partial")
            write_pairs(paragraphs[:TYPESET_FROM], partial, count=LATIN_PAGES, seed=seed, language=language)
            partial.rename(pages)
        made.append(pages)
    return made


def _lines(pages: Iterable[Path]) -> Iterator[tuple[str, str]]:
    for path in pages:
        with path.open(encoding="utf-8") as file:
            for line in file:
                pair = json.loads(line)
                yield pair["truth"], pair["garbled"]


def _shared_lines(shared: Path) -> Iterator[tuple[str, str]]:
    for kind in PAIR_FILES:
        for _, truth, garbled in shared_pairs(shared / "corpus" / "pairs", kind, TRAIN_PAGES):
            yield truth, garbled


def prepare(learned: Learned, target: Path) -> None:
    """Write what `scripts.recovery.network` learns from."""
    forms = variants(learned.lexicon, learned.pairs, seed=VARIANT_SEED)
    prior = learned.lexicon.language.orders[0].logp
    names = ("official_settings", "general_settings")
    settings = dict(zip(names, learned.settings, strict=True))
    np.savez(target, official=learned.official, general=learned.general, prior=prior, **settings, **forms.arrays())


def network(path: Path) -> Context:
    """The trained network from the file that `scripts.recovery.network` wrote."""
    with np.load(path) as file:
        data = dict(file)
    count = len(data["steps"])
    return Context(
        **{name: data[name] for name in ("into", "out", "bias", "prior", "gains", "shifts", "settings")},
        scales={"bare": float(data["scales"][0]), "ocr": float(data["scales"][1])},
        steps=tuple(int(step) for step in data["steps"]),
        mixers=tuple(data[f"mixer{i}"] for i in range(count)),
        offsets=tuple(data[f"offset{i}"] for i in range(count)),
    )


def save(lexicon: Lexicon, target: Path) -> None:
    """Write a model and say how large it is."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        np.savez_compressed(file, **pack(lexicon))
    sizes = [len(runs.keys) for runs in lexicon.language.orders]
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB, {len(lexicon.words)} words, runs {sizes}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--recipe", choices=sorted(RECIPES), default="small")
    parser.add_argument(
        "--shipped-channels", action="store_true", help="take the channels of the model that ships, typeset no pages for them"
    )
    parser.add_argument("--prepare", type=Path, help="write what the network learns from")
    parser.add_argument("--network", type=Path, help="the trained network to put in")
    chosen = parser.parse_args(arguments)
    channels = load_lexicon().channels if chosen.shipped_channels else {}
    learned = build(chosen.shared, chosen.work, RECIPES[chosen.recipe], channels)
    if chosen.prepare:
        prepare(learned, chosen.prepare)
    save(replace(learned.lexicon, context=network(chosen.network) if chosen.network else None), chosen.output)


if __name__ == "__main__":
    main()
