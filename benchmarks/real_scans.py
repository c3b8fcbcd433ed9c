"""`make evaluate-scans`: real scanned papers through the whole pipeline, against gold that was taken from the paper.

In: a folder of PDFs that are not part of the repository, and the gold of corpus/scans (dev: developed on; held: held out).
Out: a table in Markdown: tasks, leads, coordinators, deadlines (F1) and fields (share right) by paper and by set; of papers held
out nothing finer than counts.
Promise: the papers are read as an office drops them, nothing of them is touched; gold says what the paper says, whatever OCR reads.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.scanned_twins import hand_over
from models.errors import GoldError, RejectedFile
from pipeline.evaluate import Measure, Part, Score, score_directive
from pipeline.evaluate.interval import interval
from pipeline.evaluate.located import LocatedGold, Source
from pipeline.evaluate.measure import measure
from pipeline.evaluate.near import resolve_near
from pipeline.extract import Ocr
from pipeline.extract.ocr.cache import OcrCache
from pipeline.flow import Engine, load_engine, read_document

GOLD = Path(__file__).parents[1] / "corpus" / "scans"
SETS = ("dev", "held")
SHOWN = "dev"
"""The set whose errors may be looked at."""


class Judged(NamedTuple):
    """A paper with its score, and how many passages of its gold OCR left nothing of."""

    name: str
    split: str
    score: Score
    lost: int


def main() -> None:
    """Measure and print or write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the PDFs lie")
    parser.add_argument("names", nargs="*", help="papers to read (all where none is named)")
    parser.add_argument("-o", "--output", type=Path, help="the table (the screen where it is not given)")
    parser.add_argument("--show", action="store_true", help="what went wrong on the papers developed on")
    parser.add_argument("--cache", type=Path, help="a folder in which what OCR reads stays for the next time")
    parser.add_argument("--only", choices=SETS, help="one set")
    arguments = parser.parse_args()
    os.environ["OMP_THREAD_LIMIT"] = "1"
    engine = load_engine(ocr=Ocr(cache=OcrCache(arguments.cache)) if arguments.cache else None)
    found = []
    for gold in load_scans(GOLD, arguments.names):
        if arguments.only in (None, gold.split):
            found.append(judge(gold, arguments.folder, engine))
            _tell(found[-1], show=arguments.show)
    hand_over(as_table(found), arguments.output)


def load_scans(folder: Path, names: Sequence[str] = ()) -> Iterator[LocatedGold]:
    """The gold of the papers wanted, set by set."""
    for split in SETS:
        for file in sorted((folder / split).glob("*.json")):
            if not names or file.stem in names:
                yield LocatedGold.model_validate_json(file.read_text(encoding="utf-8"))


def judge(located: LocatedGold, folder: Path, engine: Engine) -> Judged:
    """Read a paper and score it; GoldError where the file is not the one that was annotated."""
    path = folder / f"{located.document}.pdf"
    if hashlib.sha256(path.read_bytes()).hexdigest() != located.sha256:
        raise GoldError(detail=f"“{path}” không phải bản mà đáp án “{located.document}” nói tới (sha256 khác)")
    try:
        document, directive = read_document(path, engine=engine)
    except RejectedFile as error:
        print(f"{path.name}: {error}", file=sys.stderr)
        gold = resolve_near(located, Source(""))
        return Judged(located.document, located.split, score_directive(None, gold.gold), len(gold.lost))
    gold = resolve_near(located, Source("\n".join(page.text for page in document.pages)))
    return Judged(located.document, located.split, score_directive(directive, gold.gold), len(gold.lost))


def _tell(judged: Judged, *, show: bool) -> None:
    print(_row(judged.name, [judged.score], judged.lost), file=sys.stderr, flush=True)
    if show and judged.split == SHOWN:
        print("\n".join(judged.score.notes), file=sys.stderr, flush=True)


def as_table(found: Sequence[Judged]) -> str:
    """The figures as Markdown."""
    lines = [
        "# Real scans",
        "",
        "Written by `make evaluate-scans`: letters, decisions, directives and plans as a scanner left them, read whole; gold was",
        "taken from the paper by people who saw its pages and not what the program reads. F1 with right/invented/missed; of fields",
        "the share right. Lost: passages of gold of which OCR left nothing that could be found. Parted: corpus/gold/SPLIT.md.",
        "",
        "| paper | " + " | ".join(Part) + " | lost |",
        "|---|" + "---|" * (len(Part) + 1),
    ]
    for split in SETS:
        own = [judged for judged in found if judged.split == split]
        lines += [_row(judged.name, [judged.score], judged.lost) for judged in own]
        if own:
            lines.append(_row(f"**{split} ({len(own)})**", [judged.score for judged in own], sum(judged.lost for judged in own)))
            lines.append(_intervals(split, own))
    return "\n".join(lines) + "\n"


def _row(name: str, scores: Sequence[Score], lost: int) -> str:
    total = sum(scores, Score())
    cells = [_cell(measure(total.findings, part), part) for part in Part]
    return f"| {name} | " + " | ".join(cells) + f" | {lost} |"


def _cell(own: Measure, part: Part) -> str:
    if part is Part.FIELDS:
        return f"{own.recall:.3f} ({own.right}/{own.wanted})"
    return f"{own.f1:.3f} ({own.right}/{own.invented}/{own.missed})"


def _intervals(split: str, own: Sequence[Judged]) -> str:
    """The interval of each figure when papers are drawn anew."""
    cells = []
    for part in Part:
        measures = [measure(judged.score.findings, part) for judged in own]
        low, high = interval(measures, lambda m: m.recall) if part is Part.FIELDS else interval(measures, lambda m: m.f1)
        cells.append(f"{low:.3f} to {high:.3f}")
    return f"| {split}, interval | " + " | ".join(cells) + " | |"


if __name__ == "__main__":
    main()
