"""`make bench-intake`: how the intake bears many files, many documents and a second core.

In: files and registers made here.  Out: memory of the parent over 5,000 files; `tasks`, `status` and a new document in a register
of 100,000 documents beside one of 1,000; two cores beside one on scans and born-digital files.
Promise: each ratio comes from one run, its sides in turns; commands are measured in processor seconds, whatever else runs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median

from benchmarks.growth import SMALL_STEP, grow
from corpus.generator import random_document, write_pdf
from corpus.generator.traps import scanned
from models.directive import Directive, Fields, FileRecord, PageFacts
from pipeline.extract import OcrMode
from pipeline.intake import Outcome, Pace, Told, expand, ingest, open_inbox, watch
from pipeline.register import Register, store

ROOT = Path(__file__).parents[1]
NOW = datetime(2025, 6, 30, tzinfo=UTC)
ROUNDS = 5
MIX = (("scan", 9), ("born digital", 27))
"""Files of each kind for the second core, of four pages each: a morning of an office. Of fewer files the start
of the workers (2 s), which no core shortens, is a larger part."""


def main() -> None:
    """Measure what is asked for and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", choices=["memory", "growth", "cores", []], default=[])
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--documents", type=int, default=100_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments.what or ("memory", "growth", "cores"):
            here = Path(folder) / name
            here.mkdir()
            if name == "memory":
                print(json.dumps({"memory": _memory(here, arguments.files)}), flush=True)
            elif name == "growth":
                print(json.dumps({"growth": _growth(here, arguments.documents)}), flush=True)
            else:
                print(json.dumps({"cores": _cores(here)}), flush=True)


def _memory(folder: Path, count: int) -> dict[str, float]:
    """Resident memory of the process that writes the register, in MiB, after a tenth of the files and at the end.

    The workers are the real ones without the engine: what reaches the parent, and what it does with it, is the same.
    """
    inbox = folder / "den"
    inbox.mkdir()
    for number in range(count):
        (inbox / f"{number:05}.txt").write_text(f"fine\n{number}\n", encoding="utf-8")
    marks: list[float] = []

    def told(outcome: Outcome) -> None:
        marks.append(_resident())

    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    with Register.open(folder / "so.db", create=True) as register:
        watch(
            open_inbox(inbox), register, jobs=2, environ=environ, clock=lambda: NOW, told=Told(told), once=True,
            pace=Pace(settle=0.1), worker="tests.intake.chaos_worker",
        )  # fmt: skip
    early, late = median(marks[count // 10 : count // 5]), median(marks[-count // 10 :])
    return {"files": len(marks), "early_mib": round(early, 1), "late_mib": round(late, 1), "growth": round(late / early, 3)}


def _growth(folder: Path, documents: int) -> dict[str, dict[str, float]]:
    """Processor milliseconds in a small and a large register, and the ratio; sides in turns."""
    registers = {SMALL_STEP: folder / "nho.db", documents: folder / "lon.db"}
    for size, path in registers.items():
        grow(path, size)
    asked = {
        "tasks --search": ["tasks", "--search", "viec77x"],
        "tasks --due-before": ["tasks", "--due-before", "2020-01-20"],
        "tasks --agency": ["tasks", "--agency", "so dac biet"],
        "status": ["status"],
    }
    figures = {name: _compare({size: _command(words, path) for size, path in registers.items()}) for name, words in asked.items()}
    figures["a new document"] = _compare({size: _store_some(path, size) for size, path in registers.items()})
    return figures


def _command(words: Sequence[str], register: Path) -> Callable[[], float]:
    def run() -> float:
        before = _spent(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-m", "pipeline.cli.main", *words, "--register", str(register)]
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        return _spent(resource.RUSAGE_CHILDREN) - before

    return run


def _store_some(path: Path, size: int) -> Callable[[], float]:
    numbers = iter(range(10**9))

    def run() -> float:
        made = [_directive(f"{size} {next(numbers)}") for _ in range(20)]
        with Register.open(path, create=False) as register:
            before = _spent(resource.RUSAGE_SELF)
            for directive, content in made:
                store(register, directive, now=NOW, original=content, path=f"/den/{directive.file.sha256}")
            return (_spent(resource.RUSAGE_SELF) - before) / len(made)

    return run


def _compare(sides: dict[int, Callable[[], float]]) -> dict[str, float]:
    spent: dict[int, list[float]] = {size: [] for size in sides}
    for repeat in range(-1, ROUNDS):  # the first round only warms up
        for size, run in sides.items():
            seconds = run()
            if repeat >= 0:
                spent[size].append(seconds)
    small, large = (median(spent[size]) for size in sorted(sides))
    return {"small_ms": round(small * 1000, 1), "large_ms": round(large * 1000, 1), "ratio": round(large / small, 3)}


def _cores(folder: Path) -> dict[str, float]:
    """Wall seconds of the same files on one core and on two; needs a machine that does nothing else."""
    sources = folder / "den"
    sources.mkdir()
    for kind, count in MIX:
        for number in range(count):
            made = write_pdf(random_document(number + 100 * (kind == "scan"), pages=4), folder / f"{kind} {number}.pdf")
            if kind == "scan":
                scanned(made, sources / made.name, f"seed {number}")
            else:
                made.rename(sources / made.name)
    cores = sorted(os.sched_getaffinity(0))
    if len(cores) < 2:
        return {"cores": len(cores)}
    spent: dict[int, list[float]] = {1: [], 2: []}
    for repeat in range(2):
        for jobs in ((1, 2), (2, 1))[repeat % 2]:
            os.sched_setaffinity(0, cores[:jobs])
            spent[jobs].append(_ingest(folder / f"{repeat}-{jobs}.db", sources, jobs))
    os.sched_setaffinity(0, cores)
    one, two = min(spent[1]), min(spent[2])
    return {"one_core_s": round(one, 1), "two_cores_s": round(two, 1), "ratio": round(one / two, 2), "load": os.getloadavg()[0]}


def _ingest(register: Path, sources: Path, jobs: int) -> float:
    with Register.open(register, create=True) as opened:
        start = time.perf_counter()
        ingest(
            expand([sources]).sources, opened, jobs=jobs, environ=os.environ, clock=lambda: NOW, on_outcome=lambda outcome: None,
            ocr=OcrMode.DEFAULT,
        )  # fmt: skip
        return time.perf_counter() - start


def _directive(text: str) -> tuple[Directive, bytes]:
    content = text.encode()
    file = FileRecord(name="a.txt", sha256=hashlib.sha256(content).hexdigest(), size=len(content), media="text/plain")
    page = PageFacts(page=1, source="plain", reason="thử", quality=1.0, text=text)
    return Directive(file=file, fields=Fields(number=f"{text}/CV", issued=date(2025, 6, 1)), pages=(page,)), content


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def _spent(whose: int) -> float:
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
