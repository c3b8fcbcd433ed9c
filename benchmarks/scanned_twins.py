"""`make evaluate-twins`: each sample letter as the office typeset it and as it comes out of a scanner, both against its gold.

In: the letters of corpus/documents and the gold of corpus/gold.  Out: a table in Markdown: tasks, leads, deadlines (F1) and fields
(share right) of the born-digital PDF and of its scanned twin, and the letters whose twin loses more than ALLOWED.
Promise: both are read by the whole pipeline in one run, nothing is cached; the scans are seeded, so that a second run sees the same
pixels; a letter that comes as Word or text is typeset as PDF first, so that the twins differ by the scanner alone.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from corpus.documents import letters
from corpus.generator import Letter, write_pdf
from corpus.generator.scanner import print_and_scan
from models.directive import Directive
from models.errors import RejectedFile
from pipeline.evaluate import Gold, Measure, Part, Score, score_directive
from pipeline.evaluate.gold import load_gold
from pipeline.evaluate.measure import measure
from pipeline.flow import Engine, load_engine, read_directive

ALLOWED = 0.02
"""By how much the tasks of a twin may fall below those of its original (F1)."""
PARTS = (Part.TASKS, Part.LEADS, Part.DEADLINES, Part.FIELDS)
GOLD = Path(__file__).parents[1] / "corpus" / "gold"


class Twins(NamedTuple):
    """The score of a letter as it was typeset, and of its scan."""

    digital: Score
    scanned: Score


def main() -> None:
    """Measure and print or write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stems", nargs="*", help="letters to read (all where none is named)")
    parser.add_argument("-o", "--output", type=Path, help="the table (the screen where it is not given)")
    parser.add_argument("--seed", default="", help="other scans of the same letters: what is right only for one noise is not right")
    parser.add_argument("--show", action="store_true", help="what each scan lost and invented")
    parser.add_argument("--keep", type=Path, help="a folder in which PDFs and scans stay")
    arguments = parser.parse_args()
    os.environ["OMP_THREAD_LIMIT"] = "1"
    engine = load_engine()
    with tempfile.TemporaryDirectory() as folder:
        place = arguments.keep or Path(folder)
        found = read_all(
            arguments.stems, lambda letter, gold: read_twins(letter, gold, place, engine, seed=arguments.seed), show=arguments.show
        )
    hand_over(as_table(found), arguments.output)


def read_all(stems: Sequence[str], read: Callable[[Letter, Gold], Twins], *, show: bool) -> dict[str, Twins]:
    """The twins of the letters wanted; each row is told on standard error as soon as it is known, with what it lost if `show`."""
    found: dict[str, Twins] = {}
    for letter, gold in cases(stems):
        found[letter.stem] = twins = read(letter, gold)
        print(row_of(letter.stem, twins), file=sys.stderr, flush=True)
        if show:
            print("\n".join(twins.scanned.notes), file=sys.stderr, flush=True)
    return found


def hand_over(table: str, output: Path | None) -> None:
    """Write the table to a file, or print it where none is named."""
    if output:
        output.write_text(table, encoding="utf-8")
    else:
        print(table)


def cases(stems: Sequence[str]) -> Iterator[tuple[Letter, Gold]]:
    """The letters wanted, each with its gold."""
    wanted = letters()
    golds = {gold.document: gold for gold in load_gold(GOLD)}
    for stem in stems or wanted:
        yield wanted[stem], golds[stem]


def read_twins(letter: Letter, gold: Gold, folder: Path, engine: Engine, *, seed: str = "") -> Twins:
    """Typeset a letter, scan it, read both."""
    folder.mkdir(parents=True, exist_ok=True)
    digital = write_pdf(letter, folder / f"{letter.stem}.pdf")
    scan = print_and_scan(digital, folder / f"{letter.stem}-scan.pdf", letter.stem + seed, owner=letter.agency[-1])
    return Twins(*(score_directive(_read(path, engine), gold) for path in (digital, scan)))


def _read(path: Path, engine: Engine) -> Directive | None:
    try:
        return read_directive(path, engine=engine)
    except RejectedFile as error:
        print(f"{path.name}: {error}", file=sys.stderr)
        return None


def as_table(found: dict[str, Twins]) -> str:
    """The figures as Markdown, and what the issue asks of them."""
    total = Twins(*(sum(side, Score()) for side in zip(*found.values(), strict=True)))
    below = [f"{stem} (-{loss:.3f})" for stem, twins in found.items() if (loss := _loss(twins)) > ALLOWED]
    lines = [
        "# Sample letters and their scanned twins",
        "",
        "Written by `make evaluate-twins` in one run, nothing cached. Of each part the born-digital PDF, then its scan (200 dpi,",
        "grey, noise, skew, a red seal over the signature). F1; of fields the share right.",
        "",
        "| letter | " + " | ".join(f"{part} | scanned" for part in PARTS) + " |",
        "|---|" + "---:|" * (2 * len(PARTS)),
        *(row_of(stem, twins) for stem, twins in found.items()),
        row_of("**all**", total),
        "",
        f"- Tasks of the twins {_loss(total):.3f} below the originals; below by more than {ALLOWED}: {', '.join(below) or 'none'}.",
    ]
    return "\n".join(lines) + "\n"


def _loss(twins: Twins) -> float:
    return twins.digital.tasks.f1 - twins.scanned.tasks.f1


def row_of(name: str, twins: Twins) -> str:
    """A row of the table: each part of one side beside the other."""
    cells = [f"{_figure(side, part):.3f}" for part in PARTS for side in twins]
    return f"| {name} | " + " | ".join(cells) + " |"


def _figure(score: Score, part: Part) -> float:
    counted: Measure = measure(score.findings, part)
    return counted.recall if part is Part.FIELDS else counted.f1


if __name__ == "__main__":
    main()
