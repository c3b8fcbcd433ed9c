"""`make bench`: the whole path from file to register against `pdfplumber.extract_text` alone, on the same files in the same run.

In: born-digital PDFs (benchmarks/material.py).  Out: pages a second and core, warm; cold start; peak memory; share of each stage.
Promise: both sides take turns file by file and in going first; each figure is the median of the rounds; one core is used.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from benchmarks.material import Material, generated, real
from pipeline.detect import detect
from pipeline.extract import read_pages
from pipeline.flow import Engine, load_engine, read_directive
from pipeline.intake.messages import Answer, from_bytes, to_bytes
from pipeline.outline import outline
from pipeline.recover import recover
from pipeline.register import Register, store

NOW = datetime(2025, 6, 30, tzinfo=UTC)
REPEATS = 3
PAGES = 220


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--memory", nargs="+", type=Path, help="read these files alone and print the peak memory (used by itself)")
    parser.add_argument("--since", type=float, default=time.monotonic(), help="when that process was started (used by itself)")
    parser.add_argument("--pages", type=int, default=PAGES, help="pages of each kind of file at most (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args()
    if arguments.memory:
        print(json.dumps(_alone(arguments.memory, arguments.since)))
        return
    with tempfile.TemporaryDirectory() as folder:
        figures = _measure(Path(folder), arguments.pages)
    print(json.dumps(figures, indent=2) if arguments.json else _as_text(figures))


def _measure(folder: Path, most: int) -> dict[str, dict[str, float]]:
    groups = {"generated": generated(folder, pages=most), "real": real(most=most)}
    engine = load_engine()
    figures = {}
    for name, material in groups.items():
        if material:
            figures[name] = _compare(material, engine, folder / name) | _memory(material)
    return figures


def _compare(material: Sequence[Material], engine: Engine, folder: Path) -> dict[str, float]:
    folder.mkdir()
    pages = sum(one.pages for one in material)
    own, other = [], []
    for repeat in range(-1, REPEATS):  # the first round only warms up
        with Register.open(folder / f"{repeat}.db", create=True) as register:
            sides = (lambda path: _whole_path(path, engine, register), _pdfplumber)
            seconds = [0.0, 0.0]
            for i, one in enumerate(material):
                for side in ((0, 1), (1, 0))[(i + repeat) % 2]:
                    seconds[side] += _timed(sides[side], one.path)
        if repeat >= 0:
            own.append(seconds[0])
            other.append(seconds[1])
    ratio = median(theirs / ours for ours, theirs in zip(own, other, strict=True))
    rates = {"pages_per_second": pages / median(own), "pdfplumber_pages_per_second": pages / median(other), "ratio": ratio}
    return {"files": len(material), "pages": pages, **rates, **_stages(material, engine, folder)}


def _whole_path(path: Path, engine: Engine, register: Register) -> None:
    directive = read_directive(path, engine=engine)
    received = from_bytes(to_bytes(Answer("done", directive=directive))).directive  # as it travels from worker to parent
    if received is None:
        raise RuntimeError(f"{path} gave no directive")
    store(register, received, now=NOW, original=path, path=str(path))


def _pdfplumber(path: Path) -> None:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.close()


def _stages(material: Sequence[Material], engine: Engine, folder: Path) -> dict[str, float]:
    spent = dict.fromkeys(("extract", "recover", "outline", "detect", "register"), 0.0)
    with Register.open(folder / "stages.db", create=True) as register:
        for one in material:
            marks = [time.perf_counter()]
            document = read_pages(one.path, settings=engine.settings)
            marks.append(time.perf_counter())
            clean = recover(document)
            marks.append(time.perf_counter())
            skeleton = outline(clean, rules=engine.detector.outline_rules)
            marks.append(time.perf_counter())
            directive = detect(skeleton, detector=engine.detector)
            marks.append(time.perf_counter())
            store(register, directive, now=NOW, original=one.path)
            marks.append(time.perf_counter())
            for stage, begin, end in zip(spent, marks, marks[1:], strict=False):
                spent[stage] += end - begin
    pages = sum(one.pages for one in material)
    return {f"{stage}_ms_per_page": 1000 * seconds / pages for stage, seconds in spent.items()}


def _memory(material: Sequence[Material]) -> dict[str, float]:
    # A process of its own: here pdfplumber has left its traces.
    paths = [str(one.path) for one in material]
    command = [sys.executable, "-m", "benchmarks.bench", "--since", str(time.monotonic()), "--memory", *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _alone(paths: Sequence[Path], since: float) -> dict[str, float]:
    engine = load_engine()
    loaded = time.monotonic() - since  # interpreter, imports, rules: the clock is the same in both processes
    with tempfile.TemporaryDirectory() as folder, Register.open(Path(folder) / "register.db", create=True) as register:
        first = _timed(lambda path: _whole_path(path, engine, register), paths[0])
        for path in paths[1:]:
            _whole_path(path, engine, register)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"cold_start_seconds": loaded, "first_file_seconds": first, "peak_mib": peak}


def _timed(work: Callable[[Path], None], path: Path) -> float:
    start = time.perf_counter()
    work(path)
    return time.perf_counter() - start


def _as_text(figures: dict[str, dict[str, float]]) -> str:
    return "\n".join(line for name, values in figures.items() for line in _lines(name, values))


def _lines(name: str, values: dict[str, float]) -> list[str]:
    suffix = "_ms_per_page"
    stages = ", ".join(f"{key.removesuffix(suffix)} {value:.1f}" for key, value in values.items() if key.endswith(suffix))
    start = f"{values['cold_start_seconds']:8.1f} s to load, {values['first_file_seconds']:.2f} s for the first file"
    return [
        f"{name}: {values['files']:.0f} files, {values['pages']:.0f} pages, warm, one core, median of {REPEATS} rounds",
        f"  file to register       {values['pages_per_second']:8.1f} pages/s",
        f"  pdfplumber text alone  {values['pdfplumber_pages_per_second']:8.1f} pages/s",
        f"  ratio                  {values['ratio']:8.2f}",
        f"  stages, ms a page      {stages}",
        f"  peak memory            {values['peak_mib']:8.0f} MiB",
        f"  cold start             {start}",
    ]


if __name__ == "__main__":
    main()
