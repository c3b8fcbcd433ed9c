"""The watched folder as a service: lock, workers, events and watcher put together.

In: an inbox, an open register, settings.  Out: what `ingest` tells of each file, for ever or once.
Promise: the same engine as a run over files reads here; two watchers never share an inbox; it ends only when asked to, or when the
register cannot be used.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipeline.extract import OcrMode
from pipeline.intake.inbox import Inbox
from pipeline.intake.journal import Journal
from pipeline.intake.landing import Landings
from pipeline.intake.limits import Limits
from pipeline.intake.outcome import Outcome
from pipeline.intake.pool import WORKER, Pool, Scanning
from pipeline.intake.sources import Source
from pipeline.intake.watch import Pace, Watcher
from pipeline.intake.watchers import Bell, Lock, tells_of_changes
from pipeline.register import Register, random_id, sweep_originals

__all__ = ["Told", "watch"]

POLL = 10.0
"""Seconds between two looks where the system tells of no changes."""


@dataclass(frozen=True, slots=True)
class Told:
    """Who is told what: each end, what hinders the work, how far a long scan has come, and that the watch has begun (natively?)."""

    outcome: Callable[[Outcome], None]
    trouble: Callable[[str], None] = lambda _: None
    progress: Callable[[Path, int, int], None] = lambda path, seen, scans: None
    begun: Callable[[Watcher, bool], None] = lambda watcher, native: None


def watch(
    inbox: Inbox,
    register: Register,
    *,
    jobs: int,
    environ: Mapping[str, str],
    clock: Callable[[], datetime],
    told: Told,
    once: bool = False,
    poll: float | None = None,
    pace: Pace | None = None,
    ocr: OcrMode = OcrMode.DEFAULT,
    limits: Limits | None = None,
    log: Path | None = None,
    keep_folders: bool = False,
    debug: bool = False,
    worker: str = WORKER,
    now: Callable[[], float] = time.monotonic,
) -> None:
    """Watch until `Watcher.stopping` is set and the bell rung (or, with `once`, until all is done).

    1. Changes are heard where the file system tells of them; else, or with `poll`, the folder is looked through every few seconds.
    2. `jobs` files are read at once, and one small one more where those are long.
    3. Raises InboxBusy where another watches; a RegisterError, other than a register that is held for a while, ends it.
    """
    journal = Journal(log, clock)
    pace = pace or Pace()
    with Lock(inbox):
        sweep_originals(register.files)
        bell = Bell()
        try:
            native = poll is None and not once and tells_of_changes(inbox.path) and bell.listen(inbox.path)
            if not native:
                pace = _polling(pace, poll)
            watcher: list[Watcher] = []  # the pool wants to tell one that does not exist yet

            def progress(source: Source, seen: int, scans: int) -> None:
                watcher[0].progress(source, seen, scans)

            scanning = Scanning(ocr, jobs, register.files / "ocr")
            with Pool(
                jobs=jobs + 1, limits=limits or Limits(), environ=environ, scanning=scanning, debug=debug, worker=worker,
                on_progress=progress,
            ) as pool:  # fmt: skip
                landings = Landings(register, pool, clock, told.outcome, inbox=inbox, new_id=random_id, journal=journal)
                watcher.append(
                    Watcher(
                        landings, pool, register, jobs=jobs, pace=pace, bell=bell, native=native, now=now, clock=clock,
                        journal=journal, keep_folders=keep_folders, on_trouble=told.trouble, on_progress=told.progress,
                    )
                )  # fmt: skip
                told.begun(watcher[0], native)
                pool.warm_up(1)
                watcher[0].run(once=once)
        finally:
            bell.close()


def _polling(pace: Pace, poll: float | None) -> Pace:
    from dataclasses import replace

    return replace(pace, every=poll or POLL)
