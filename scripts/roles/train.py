"""Learn who leads from the documents developed on: weights for the signs around lists of bodies.

In: gold and documents, marked sentences.  Out: data/roles.json and data/unlisted.json; on the screen, how often they are right on
documents left out of the training.
Promise: a fixed seed and order; the same gold gives the same weights. No held-out document is read.

The judgement is a multinomial logistic regression, trained by adaptive steepest descent (Duchi, Hazan and Singer 2011), with
a pull towards zero so that a sign that was seen few times says little.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.detect import load_detector
from pipeline.detect.role_model import NOBODY, ROLES, RoleModel
from scripts.roles import names
from scripts.roles.material import Example, examples
from scripts.roles.sentences import of_sentences

EPOCHS, RATE, PULL, SEED = 8, 0.05, 0.01, 1
SEEN = 2
"""Examples in which a sign must stand."""
LEAST = 0.02
"""Weights below it are left out of the file."""
FOLDS = 6
LEAST_SHOWN = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)

Judged = tuple[Example, dict[str, float]]
"""An example with the chances of its roles."""


def train(material: Sequence[Example]) -> RoleModel:
    """Weights for the examples."""
    seen = Counter(sign for example in material for sign in set(example.signs))
    kept = [([sign for sign in example.signs if seen[sign] >= SEEN], example.role) for example in material]
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(ROLES))
    steps: dict[str, list[float]] = defaultdict(lambda: [1e-6] * len(ROLES))
    order = list(range(len(kept)))
    chance = random.Random(SEED)
    for _ in range(EPOCHS):
        chance.shuffle(order)
        for number in order:
            signs, role = kept[number]
            chances = RoleModel(weights).chances(signs)  # type: ignore[arg-type]
            for i, own in enumerate(ROLES):
                slope = chances[own] - (role == own)
                for sign in signs:
                    pulled = slope + PULL * weights[sign][i]
                    steps[sign][i] += pulled * pulled
                    weights[sign][i] -= RATE * pulled / math.sqrt(steps[sign][i])
    rounded = {sign: tuple(round(value, 2) for value in values) for sign, values in sorted(weights.items())}
    return RoleModel({sign: values for sign, values in rounded.items() if max(map(abs, values)) >= LEAST})


def left_out(material: Sequence[Example]) -> Iterable[Judged]:
    """Each example with what a model says of it that has not seen its document."""
    names = sorted({example.document for example in material})
    random.Random(SEED).shuffle(names)
    for fold in range(FOLDS):
        out = set(names[fold::FOLDS])
        model = train([example for example in material if example.document not in out])
        yield from ((example, model.chances(example.signs)) for example in material if example.document in out)


def tables(judged: Sequence[Judged]) -> Iterable[str]:
    """How often a role is right and found, by the least probability, on documents the model had not seen."""
    yield from _table("documents", [one for one in judged if not one[0].sentence])
    yield from _table("documents, no rule", [one for one in judged if not one[0].sentence and one[0].ruled == NOBODY])
    yield from _table("sentences", [one for one in judged if one[0].sentence])


def _table(what: str, judged: Sequence[Judged]) -> Iterable[str]:
    for role in ROLES:
        for least in LEAST_SHOWN:
            given = [example for example, chances in judged if chances[role] >= least]
            right = sum(example.role == role for example in given)
            there = sum(example.role == role for example, _ in judged)
            shares = f"P {right / max(1, len(given)):.3f} R {right / max(1, there):.3f}"
            yield f"{what}: {role:10} from {least}: {right} of {len(given)} right, of {there}  {shares}"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, action="append", required=True)
    parser.add_argument("--documents", type=Path, action="append", required=True)
    parser.add_argument("--sentences", type=Path, action="append", default=[], help="folder of sentences with marks")
    parser.add_argument("--output", type=Path, help="folder for roles.json and unlisted.json")
    parser.add_argument("--check", action="store_true", help="leave documents out and tell how often it is right on them")
    options = parser.parse_args(arguments)
    detector = load_detector()
    material = [*examples(options.gold, options.documents, detector), *of_sentences(options.sentences, detector)]
    found = [*names.places(options.sentences, detector), *names.places_in_tasks(options.gold, options.documents, detector)]
    counts = Counter(example.role for example in material)
    print(f"{len(material)} lists of bodies of {len({e.document for e in material})} documents: {dict(sorted(counts.items()))}")
    if options.check:
        print(*tables(list(left_out(material))), *names.table(found), sep="\n")
    if options.output:
        roles, called = train(material), names.train(found)
        _write(options.output / "roles.json", {"roles": ROLES, "against": NOBODY, "weights": dict(roles.weights)})
        _write(options.output / "unlisted.json", {"weights": dict(called.weights)})
        print(f"{len(roles.weights)} and {len(called.weights)} signs")
    return 0


def _write(path: Path, content: dict[str, object]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
