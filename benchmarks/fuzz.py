"""`make fuzz`: thousands of damaged files through the real workers into a real register, and how they ended.

In: whole files (the samples), a seed, how many.  Out: counts by outcome; exit code 1 where a promise broke, with the files kept.
Promise: file number N of a seed is always the same; nothing but the temporary folder and --keep is written.

A promise is broken by a file without exactly one end, an error that nobody foresaw, a file over its limits, a register that is not
whole, or a parent that stops.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.mutations import mutated
from models.register import IntakeState
from pipeline.extract import OcrMode
from pipeline.intake import Limits, Outcome, expand, ingest
from pipeline.intake.pool import WORKER
from pipeline.register import Register, intake_rows

__all__ = ["Found", "damaged", "fuzz", "main"]

KINDS = (".pdf", ".docx", ".html", ".txt", ".md")
SHARES = (10, 6, 1, 1, 1)
"""How often a file of each kind is taken: binary formats are where libraries break."""
BATCH = 250


@dataclass
class Found:
    """What came of a run: how many ended how, and the numbers of the files that broke a promise, with the reason."""

    ends: Counter[str] = field(default_factory=Counter)
    broken: dict[int, str] = field(default_factory=dict)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000, help="how many damaged files")
    parser.add_argument("--first", type=int, default=0, help="number of the first one, to go on or to see one again")
    parser.add_argument("--seed", default="giaoviec")
    parser.add_argument("--jobs", type=int, default=min(4, len(os.sched_getaffinity(0))))
    parser.add_argument("--ocr", choices=list(OcrMode), default=OcrMode.OFF, help="default: off, damaged scans take a second each")
    parser.add_argument("--samples", type=Path, default=Path("corpus/samples"))
    parser.add_argument("--keep", type=Path, help="a folder for the files that broke a promise")
    given = parser.parse_args(arguments)
    started, found = time.monotonic(), Found()
    whole = whole_files(given.samples)
    for first in range(given.first, given.first + given.files, BATCH):
        count = min(BATCH, given.first + given.files - first)
        files = {number: damaged(whole, given.seed, number) for number in range(first, first + count)}
        fuzz(files, found, jobs=given.jobs, ocr=OcrMode(given.ocr), keep=given.keep)
        print(f"{first + count - given.first} of {given.files}: {told(found)}", file=sys.stderr)
    print(f"{given.files} damaged files, seed {given.seed!r}, from number {given.first}, OCR {given.ocr}")
    for end, number in found.ends.most_common():
        print(f"{number:8} {end}")
    seconds, peak = time.monotonic() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{len(found.broken):8} broke a promise; {seconds:.0f} s on {given.jobs} workers, parent at most {peak} MiB")
    for number, why in found.broken.items():
        print(f"  number {number}: {why}")
    return 1 if found.broken else 0


def whole_files(folder: Path) -> list[tuple[str, list[bytes]]]:
    """The whole files by kind, in the order of their names."""
    return [(kind, [path.read_bytes() for path in sorted(folder.glob(f"*{kind}"))]) for kind in KINDS]


def damaged(whole: list[tuple[str, list[bytes]]], seed: str, number: int) -> tuple[str, bytes]:
    """The kind and the bytes of damaged file `number`."""
    chance = random.Random(f"{seed}/{number}")
    kind, files = chance.choices(whole, SHARES)[0]
    return kind, mutated(chance.choice(files), [data for _, group in whole for data in group], chance)


def fuzz(
    files: dict[int, tuple[str, bytes]],
    found: Found,
    *,
    jobs: int,
    ocr: OcrMode = OcrMode.OFF,
    keep: Path | None = None,
    worker: str = WORKER,
) -> None:
    """Read damaged files in one run and add to `found` how they ended."""
    with tempfile.TemporaryDirectory(prefix="giaoviec-fuzz-") as folder:
        inbox, scratch = Path(folder, "inbox"), Path(folder, "scratch")
        inbox.mkdir()
        scratch.mkdir()
        for number, (kind, data) in files.items():
            (inbox / f"{number}{kind}").write_bytes(data)
        outcomes: list[Outcome] = []
        with Register.open(Path(folder, "so", "register.db"), create=True) as register:
            ingest(
                expand([inbox]).sources,
                register,
                jobs=jobs,
                environ={**os.environ, "TMPDIR": str(scratch)},
                clock=lambda: datetime(2025, 6, 30, tzinfo=UTC),
                on_outcome=outcomes.append,
                limits=Limits(),
                ocr=ocr,
                worker=worker,
            )
            broken = _judge(files, outcomes, register, Path(folder))
    found.ends.update(_end(outcome) for outcome in outcomes)
    found.broken.update(broken)
    if keep and broken:
        keep.mkdir(parents=True, exist_ok=True)
        for number in set(broken) & set(files):
            (keep / f"{number}{files[number][0]}").write_bytes(files[number][1])


def _judge(files: dict[int, tuple[str, bytes]], outcomes: list[Outcome], register: Register, folder: Path) -> dict[int, str]:
    """Which files broke a promise; -1 stands for the whole batch."""
    broken = {int(outcome.path.stem): _trouble(outcome) for outcome in outcomes if _trouble(outcome)}
    ended = Counter(int(outcome.path.stem) for outcome in outcomes)
    broken |= {number: f"{ended[number]} ends" for number in files if ended[number] != 1}
    if len(intake_rows(register)) != len(files):
        broken[-1] = "the ledger has not each file once"
    check = register.row("PRAGMA integrity_check")
    if check is None or check[0] != "ok" or register.rows("PRAGMA foreign_key_check"):
        broken[-1] = "the register is not whole"
    if any(int(path.stem) not in files or files[int(path.stem)][1] != path.read_bytes() for path in (folder / "inbox").iterdir()):
        broken[-1] = "a source was changed"
    if any((folder / "scratch").iterdir()) or len(list(folder.iterdir())) != 3:
        broken[-1] = "something was left behind"
    return broken


def _trouble(outcome: Outcome) -> str:
    if outcome.trace:
        return outcome.trace.strip().splitlines()[-1]
    if outcome.error and outcome.error.kind == "worker":
        return str(outcome.error.facts.get("detail"))
    return ""


def _end(outcome: Outcome) -> str:
    return f"{outcome.state} ({outcome.error.kind})" if outcome.error else str(IntakeState(outcome.state))


def told(found: Found) -> str:
    """The counts on one line."""
    return ", ".join(f"{number} {end}" for end, number in found.ends.most_common()) + f"; {len(found.broken)} broke a promise"


if __name__ == "__main__":
    sys.exit(main())
