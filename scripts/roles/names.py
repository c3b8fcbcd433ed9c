"""Learn where the name of a body ends that stands at the start of a clause, from marked sentences.

In: sentences with marks.  Out: a `NameModel`; how often it is right on lines left out.
Promise: a fixed seed and order; the same sentences give the same weights.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.outline import Passage
from pipeline.detect import Detector
from pipeline.detect.analysis import analyse
from pipeline.detect.unlisted import Candidate, NameModel, candidates
from pipeline.evaluate import HELD, load_cases
from pipeline.evaluate.gold import GoldTask
from pipeline.rules.folding import fold_same_length
from scripts.roles.sentences import TOGETHER, marked

__all__ = ["Place", "places", "places_in_tasks", "table", "train"]

EPOCHS, RATE, PULL, SEED, SEEN, LEAST = 6, 0.05, 0.01, 1, 3, 0.05
FOLDS = 5
NONE = -1


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a name may begin: which of its ends is right (`NONE` where no name stands), and whether patterns know it."""

    group: str
    candidate: Candidate
    right: int
    known: bool


def places(folders: Sequence[Path], detector: Detector) -> list[Place]:
    """All places of all sentences; those that patterns know are learned from too."""
    files = sorted(file for folder in folders for file in folder.glob("*.txt"))
    return [place for file in files for place in _of_file(file, detector)]


def places_in_tasks(gold: Sequence[Path], documents: Sequence[Path], detector: Detector) -> list[Place]:
    """The places in tasks of documents that no pattern knows: names are those that gold gives a role, all else is none."""
    cases = [case for folder in gold for case in load_cases(folder, documents) if case.split not in HELD]
    found = []
    for case in cases:
        for task in case.gold.tasks if case.gold else ():
            analysis = analyse(Passage(task.text, ()), nlp=detector.nlp, rules=detector.roles)
            for candidate in candidates(task.text, analysis.folded, analysis.mentions, analysis.cues):
                found.append(Place(case.name, candidate, _named(candidate, analysis.folded, task), known=False))
    return found


def _named(candidate: Candidate, folded: str, task: GoldTask) -> int:
    """The end of the name of gold that begins at a place."""
    names = {fold_same_length(name) for name in (*(task.leads or ()), *(task.coordinators or ()))}
    whole = [i for i, end in enumerate(candidate.ends) if folded[candidate.start : end] in names]
    return whole[-1] if whole else NONE


def _of_file(file: Path, detector: Detector) -> Iterator[Place]:
    for number, raw in enumerate(file.read_text(encoding="utf-8").splitlines()):
        line = marked(raw.strip())
        analysis = analyse(Passage(line.text, ()), nlp=detector.nlp, rules=detector.roles)
        ends = {start: end for start, end, _ in line.marks}
        for candidate in candidates(line.text, analysis.folded, (), analysis.cues):
            right = ends.get(candidate.start)
            if right is None or right in candidate.ends:
                known = any(mention.full_start <= candidate.start < mention.end for mention in analysis.mentions)
                place = candidate.ends.index(right) if right is not None else NONE
                yield Place(f"{file.stem} {number // TOGETHER}", candidate, place, known)


def train(material: Sequence[Place]) -> NameModel:
    """Weights by softmax over the ends of each place and none."""
    seen = Counter(sign for place in material for sign in {sign for signs in place.candidate.signs for sign in signs})
    weights: dict[str, float] = defaultdict(float)
    steps: dict[str, float] = defaultdict(lambda: 1e-6)
    order = list(range(len(material)))
    chance = random.Random(SEED)
    for _ in range(EPOCHS):
        chance.shuffle(order)
        for number in order:
            place = material[number]
            slopes: dict[str, float] = defaultdict(float)
            for i, own in enumerate(NameModel(weights).chances(place.candidate)):
                for sign in place.candidate.signs[i]:
                    slopes[sign] += own - (i == place.right)
            for sign, slope in slopes.items():
                if seen[sign] >= SEEN:
                    pulled = slope + PULL * weights[sign]
                    steps[sign] += pulled * pulled
                    weights[sign] -= RATE * pulled / math.sqrt(steps[sign])
    return NameModel({sign: round(value, 2) for sign, value in sorted(weights.items()) if abs(value) >= LEAST})


def table(material: Sequence[Place]) -> Iterable[str]:
    """How often a name is found and right at places that no pattern knows, by a model that has not seen their lines."""
    names = sorted({place.group for place in material})
    random.Random(SEED).shuffle(names)
    judged = []
    for fold in range(FOLDS):
        out = set(names[fold::FOLDS])
        model = train([place for place in material if place.group not in out])
        judged += [(place, model.chances(place.candidate)) for place in material if place.group in out and not place.known]
    there = sum(place.right != NONE for place, _ in judged)
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        given = [(place, chances) for place, chances in judged if max(chances) >= least]
        right = sum(chances.index(max(chances)) == place.right for place, chances in given)
        yield f"name from {least}: {right} of {len(given)} right, of {there}"
