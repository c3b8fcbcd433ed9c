"""`make evaluate-ocr`: scans with a known text, read by plain `tesseract -l vie` and by this program, in one run.

In: a folder of pictures and PDFs, each with its truth beside it (NAME.gt.txt; variants of a picture share the truth of their first
three letters).  Out: a table in Markdown: error rate, words found and processor seconds of each way, for each document.
Promise: every document is scored once in each way, nothing is cached; both ways see the same pages; where the folder is absent that
is said and nothing is written.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import pypdfium2

from benchmarks.ocr_score import Score, body_of, end_of_best_match, normalised, score, stretch_like
from pipeline.extract import Ocr, ReadSettings, read_pages
from pipeline.extract.settings import OcrMode
from pipeline.recover import recover

PLAIN_DPI = 200
PICTURES = (".png", ".jpg", ".tif")
WAYS = ("raw", "default", "careful")


class Paper(NamedTuple):
    """A document, its truth, and whether the truth drops letterhead and recipients."""

    path: Path
    truth: str
    body_only: bool


class Reading(NamedTuple):
    """What one way made of a document, and the processor seconds it took."""

    score: Score
    seconds: float


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="the table (the screen where it is not given)")
    parser.add_argument("--pages", type=int, default=0, help="only the first pages of longer documents, their truth cut alike")
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=list(WAYS))
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="documents at once (all cores)")
    arguments = parser.parse_args()
    if not arguments.folder.is_dir():
        print(f"skipped: {arguments.folder} is not here; nothing was measured or written", file=sys.stderr)
        return
    os.environ["OMP_THREAD_LIMIT"] = "1"
    readings: dict[str, dict[str, Reading]] = {}
    everything = list(papers(arguments.folder))
    with ProcessPoolExecutor(arguments.jobs) as workers:
        measure = partial(_measured_part, ways=arguments.ways, pages=arguments.pages)
        for paper, found in zip(everything, workers.map(measure, everything), strict=True):
            name = f"{paper.path.parent.name}/{paper.path.name}"
            readings[name] = found
            print(name, {way: f"{100 * reading.score.cer:.2f}" for way, reading in found.items()}, file=sys.stderr, flush=True)
    table = as_table(readings, arguments.ways, arguments.pages)
    if arguments.output:
        arguments.output.write_text(table, encoding="utf-8")
    else:
        print(table)


def papers(folder: Path) -> Iterator[Paper]:
    """The documents of a folder with their truths, by name."""
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (*PICTURES, ".pdf"):
            continue
        own, shared = path.with_name(f"{path.stem}.gt.txt"), path.with_name(f"{path.stem[:3]}.gt.txt")
        truth = next((each for each in (own, shared) if each.is_file()), None)
        if truth is not None:
            retyped = path.suffix == ".pdf"
            text = truth.read_text(encoding="utf-8")
            yield Paper(path, body_of(text) if retyped else text, retyped)


def _measured_part(paper: Paper, *, ways: Sequence[str], pages: int) -> dict[str, Reading]:
    with tempfile.TemporaryDirectory() as folder:
        part = _first_pages(paper.path, pages, Path(folder))
        return measured(paper._replace(path=part), ways, whole=part == paper.path)


def measured(paper: Paper, ways: Sequence[str], *, whole: bool) -> dict[str, Reading]:
    """One document read in each way, plain Tesseract first: it also says where the truth of a part ends."""
    readers: dict[str, Callable[[Path], str]] = {
        "raw": plain_tesseract,
        "default": lambda path: _own(path, OcrMode.DEFAULT),
        "careful": lambda path: _own(path, OcrMode.CAREFUL),
    }
    found = {}
    truth = paper.truth
    for way in ways:
        before = _processor_seconds()
        text = readers[way](paper.path)
        seconds = _processor_seconds() - before
        if way == ways[0] and not whole:
            known, read = normalised(truth), normalised(text)
            truth = known[: end_of_best_match(read[-1000:-300], known[: len(read) + 3000])]
        found[way] = Reading(score(truth, stretch_like(truth, text) if paper.body_only else text), seconds)
    return found


def plain_tesseract(path: Path) -> str:
    """What `tesseract -l vie` makes of a picture as it is, or of the pages of a PDF at 200 dots per inch."""
    if path.suffix != ".pdf":
        return _tesseract(path)
    texts = []
    document = pypdfium2.PdfDocument(path)
    with tempfile.TemporaryDirectory() as folder:
        for index in range(len(document)):
            picture = Path(folder) / "page.ppm"
            document[index].render(scale=PLAIN_DPI / 72).to_pil().convert("RGB").save(picture)
            texts.append(_tesseract(picture))
    document.close()
    return "\n".join(texts)


def _tesseract(picture: Path) -> str:
    return subprocess.run(["tesseract", str(picture), "-", "-l", "vie"], capture_output=True, check=True, text=True).stdout


def _own(path: Path, mode: OcrMode) -> str:
    # Always from the picture: what a layer or an overlay says is not what is measured here.
    document = recover(read_pages(path, settings=dataclasses.replace(ReadSettings(), ocr=mode), ocr=_ocr()))
    return "\n".join(page.text for page in document.pages)


@cache
def _ocr() -> Ocr:
    """The engine, looked for once in a process as workers do; nothing that it reads is kept."""
    return Ocr()


def _first_pages(path: Path, pages: int, folder: Path) -> Path:
    if path.suffix != ".pdf" or not pages:
        return path
    document = pypdfium2.PdfDocument(path)
    if len(document) <= pages:
        return path
    part = pypdfium2.PdfDocument.new()
    part.import_pages(document, list(range(pages)))
    part.save(folder / path.name)
    return folder / path.name


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def as_table(readings: dict[str, dict[str, Reading]], ways: Sequence[str], pages: int) -> str:
    """The figures as Markdown, and what the issue asks of them."""
    lines = [
        "# Scans read: plain Tesseract beside this program",
        "",
        "Written by `make evaluate-ocr` in one run with all cores busy, nothing cached; one process reads a document in each way",
        "in turn. CER: wrong characters by characters of the truth, in percent; words: share of the words of the truth read",
        "exactly; s: processor seconds. Of retyped truths (PDF) the body alone is compared.",
        *([f"Of longer PDFs the first {pages} pages were read."] if pages else []),
        "",
        "| document | " + " | ".join(f"{way} CER | words | s" for way in ways) + " |",
        "|---|" + "---:|" * (3 * len(ways)),
    ]
    groups = sorted({name.split("/")[0] for name in readings})
    lines += [_row(name, [found[way] for way in ways]) for name, found in readings.items()]
    for group in [*groups, ""]:
        inside = [found for name, found in readings.items() if name.startswith(group)]
        lines.append(_row(f"**mean {group or 'of all'}**", [_mean([found[way] for found in inside]) for way in ways]))
    lines += ["", *(_verdict(readings, ways[0], way) for way in ways[1:])]
    return "\n".join(lines) + "\n"


def _mean(found: Sequence[Reading]) -> Reading:
    averaged = Score(mean(one.score.cer for one in found), mean(one.score.recall for one in found), 0)
    return Reading(averaged, mean(one.seconds for one in found))


def _row(name: str, found: Sequence[Reading]) -> str:
    cells = [f"{100 * one.score.cer:.2f} | {100 * one.score.recall:.1f} | {one.seconds:.1f}" for one in found]
    return f"| {name} | " + " | ".join(cells) + " |"


def _verdict(readings: dict[str, dict[str, Reading]], base: str, way: str) -> str:
    ratio = mean(found[way].score.cer for found in readings.values()) / mean(found[base].score.cer for found in readings.values())
    pace = sum(found[base].seconds for found in readings.values()) / sum(found[way].seconds for found in readings.values())
    worse = {name: 100 * (found[way].score.cer - found[base].score.cer) for name, found in readings.items()}
    listed = ", ".join(f"{name} (+{more:.2f})" for name, more in worse.items() if more > 0.5) or "none"
    return f"- {way}: mean CER {ratio:.2f} of {base}; pages a second {pace:.2f} of {base}; worse by more than 0.5 points: {listed}."


if __name__ == "__main__":
    started = time.monotonic()
    main()
    print(f"{time.monotonic() - started:.0f} s", file=sys.stderr)
