"""The watcher: looks at the inbox, hands out what is whole, and goes on until it is asked to stop.

In: an inbox, an open register, workers, a clock.  Out: every file of the inbox at its end, one after the other, for ever or once.
Promise: small files never wait for a long scan; asked to stop, it finishes what is nearly done and puts the rest back; what
hinders it (a register that is held, a full disk, a share that is gone) is told and waited out.
"""

from __future__ import annotations

import os
import socket
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from models.errors import RegisterLocked
from models.register import InboxRow
from models.system import reason_of
from pipeline.intake.inbox import MOST_TOLD, Found, Inbox
from pipeline.intake.journal import Journal
from pipeline.intake.landing import Landings
from pipeline.intake.limits import MIB
from pipeline.intake.pool import Pool
from pipeline.intake.sources import Source, label
from pipeline.intake.stillness import Facts, Stillness, being_written, hindrance
from pipeline.intake.watchers import Bell
from pipeline.register import Register, note_inbox

__all__ = ["Pace", "Watcher"]

HEAVY_BYTES = 4 * MIB
HEAVY_SCANS = 20
"""From so many bytes, or pages that OCR must read, on a file is heavy: it never takes the last worker."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds: how long a file must keep still, between two looks with and without native events, and other patience.

    Five seconds: a copy over an office network pauses for less. `gap` is the least time between two looks.
    """

    settle: float = 5.0
    every: float = 60.0
    gap: float = 0.5
    grace: float = 10.0
    """How long it may take to finish what is being read when asked to stop."""
    folder_rest: float = 60.0
    """An emptied sub-folder is taken away after so long."""
    progress: float = 10.0
    """Between two lines about a long scan in the ledger."""
    pulse: float = 60.0
    """Between two signs of life in the register."""
    patience: float = 60.0
    """With `once`: how long a file may go on changing when all others are done."""


class Watcher:
    """One inbox. `tick` does what is due and never waits; `run` waits in between."""

    def __init__(
        self,
        landings: Landings,
        pool: Pool,
        register: Register,
        *,
        jobs: int,
        pace: Pace,
        bell: Bell,
        native: bool,
        now: Callable[[], float],
        clock: Callable[[], datetime],
        journal: Journal,
        keep_folders: bool = False,
        on_trouble: Callable[[str], None] = lambda _: None,
        on_progress: Callable[[Path, int, int], None] = lambda path, seen, scans: None,
    ) -> None:
        self.landings = landings
        self.inbox: Inbox = landings.inbox
        self.stopping = False
        self._pool = pool
        self._register = register
        self._jobs = jobs
        self._pace = pace
        self._bell = bell
        self._now = now
        self._clock = clock
        self._journal = journal
        self._keep_folders = keep_folders
        self._on_trouble = on_trouble
        self._on_progress = on_progress
        self._still = Stillness(pace.settle)
        self._quick: deque[tuple[Path, Facts]] = deque()
        self._heavy: deque[tuple[Path, Facts]] = deque()
        self._reading: dict[Path, tuple[Source, Facts]] = {}
        self._long: set[Path] = set()
        self._told: dict[Path, float] = {}
        self._resting: dict[Path, float] = {}
        self._look_at = self._now()
        self._looked = -1e9
        self._unsettled = False
        self._quiet_since = self._now()
        self._written_at = -1e9
        started = clock()
        self._row = InboxRow(str(self.inbox.path), os.getpid(), socket.gethostname(), started, started, native=native)

    def run(self, *, once: bool = False) -> None:
        """Go on until asked to stop; with `once` until all that lies there is done."""
        self._journal.write("started", inbox=self._row.path, native=self._row.native)
        try:
            while not self.stopping and not (once and self.is_done):
                self.wait(self.tick())
            self.stop()
        finally:
            self._journal.write("stopped", inbox=self._row.path)

    def tick(self) -> float:
        """Do what is due; the seconds until something will be."""
        try:
            if self._bell.answer():
                self._look_at = min(self._look_at, max(self._now(), self._looked + self._pace.gap))
            if self._now() >= self._look_at:
                self._look()
            self._feed()
            self.landings.flush()
            self._pulse()
        except RegisterLocked as error:  # somebody else writes for long: what was not written is written later
            self._trouble(error.message("vi"))
            return self._pace.gap
        return max(0.0, self._look_at - self._now())

    def wait(self, seconds: float) -> None:
        """Wait for workers, the bell, or so long; and take what was read."""
        for reading in self._pool.wait(seconds=seconds, bell=self._bell):
            self._reading.pop(reading.source.path, None)
            self._told.pop(reading.source.path, None)
            self._quick.extendleft(reversed(self.landings.take(reading)))
        self._notice()

    def ask_to_stop(self) -> None:
        """From a signal: stop at the next occasion, which is now."""
        self.stopping = True
        self._bell.ring()

    @property
    def every(self) -> float:
        """Seconds between two looks."""
        return self._pace.every

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to read (files that never keep still are given up after a while)."""
        if self._looked < 0 or self._quick or self._heavy or self._reading or self.landings.back:
            return False
        return not self._unsettled or self._now() - self._quiet_since > self._pace.patience

    def progress(self, source: Source, seen: int, scans: int) -> None:
        """What the pool tells of a scan that is being read."""
        path = source.path
        if scans > HEAVY_SCANS:
            self._long.add(path)
        if self._now() - self._told.setdefault(path, self._now()) >= self._pace.progress:
            self._told[path] = self._now()
            self.landings.tell(path, seen, scans)
            self._on_progress(path, seen, scans)

    def stop(self) -> None:
        """Finish what is nearly done, put the rest back, say so in the register."""
        until = self._now() + self._pace.grace
        while self._reading and self._now() < until:
            self.wait(until - self._now())
        for path, (source, _) in list(self._reading.items()):
            self._pool.cancel(source)
            self.landings.abandon(path)
        self._reading.clear()
        self.landings.flush()
        note_inbox(self._register, replace(self._row, seen=self._clock(), stopped=self._clock(), trouble=""))

    # Looking

    def _look(self) -> None:
        now = self._looked = self._now()
        self._look_at = now + self._pace.every
        try:
            found = self.inbox.look()
        except OSError as error:  # a share that is gone comes back; what lay there is not lost
            return self._trouble(f"không xem được thư mục nhận ({reason_of(error)})")
        self.landings.trouble = ""
        self.landings.back.clear()
        queued = {path for path, _ in (*self._quick, *self._heavy)}
        self.landings.refile()
        self._unsettled = False
        for path, facts in found.files.items():
            if path not in queued and not self.landings.is_busy_with(path) and self.landings.staying.get(path) != facts:
                self._judge(path, facts, found.names[path.parent], now)
        self.landings.missing(set(found.files) | queued)
        self._still.keep_only(found.files)
        self._tidy(found, now)
        self._tell_passed_over(found)
        return self._notice()

    def _judge(self, path: Path, facts: Facts, names: set[str], now: float) -> None:
        left = self._still.left(path, facts, now)
        why = hindrance(path, names) or ("đợi tệp chép xong" if left else "")
        if not why and being_written(path):
            why = "đang được chương trình khác ghi"
        if why:
            self._unsettled = True
            self._look_at = min(self._look_at, now + max(left, self._pace.gap if left else self._pace.settle))
            return self.landings.see(path, why)
        self.landings.queue(path)
        heavy = facts.size > HEAVY_BYTES or path in self._long
        return (self._heavy if heavy else self._quick).append((path, facts))

    def _tidy(self, found: Found, now: float) -> None:
        """Take away sub-folders that were emptied here and have been left alone since."""
        self.landings.emptied.discard(self.inbox.path)
        for folder in sorted(self.landings.emptied):
            if self._keep_folders or folder not in found.names or found.names[folder]:
                self._resting.pop(folder, None)
                continue
            since = self._resting.setdefault(folder, now)
            if now - since < self._pace.folder_rest:
                self._look_at = min(self._look_at, since + self._pace.folder_rest)
                continue
            self._resting.pop(folder, None)
            with suppress(OSError):  # something landed there
                folder.rmdir()
                self.landings.emptied.add(folder.parent)
                self._look_at = min(self._look_at, now + self._pace.folder_rest)
        self.landings.emptied = {folder for folder in self.landings.emptied if folder.exists()}

    def _tell_passed_over(self, found: Found) -> None:
        told = tuple(
            (label(str(path.relative_to(self.inbox.path))), why) for path, why in list(found.passed_over.items())[:MOST_TOLD]
        )
        if told != self._row.passed_over:
            for name, why in sorted(set(told) - set(self._row.passed_over)):
                self._journal.write("passed_over", file=name, detail=why)
            self._row = replace(self._row, passed_over=told)
            self._written_at = -1e9

    # Handing out

    def _feed(self) -> None:
        while not self.stopping and (next_one := self._next()):
            path, facts = next_one
            self._quiet_since = self._now()
            try:
                self.landings.begin(path, facts)
            except RegisterLocked:
                self.landings.abandon(path, "sổ đang bị chương trình khác giữ")
                raise
            source = next((worker for worker in self._pool.sources if worker.path == path), None)
            if source:
                self._reading[path] = source, facts
        self._give_way()
        if self.landings.back:
            self._look_at = min(self._look_at, self._looked + self._pace.settle)

    def _next(self) -> tuple[Path, Facts] | None:
        """Small files first; either kind may use one worker more where the other has all, so that neither waits for the other."""
        heavy = sum(self._is_heavy(path) for path in self._reading)
        for waiting, own in ((self._quick, len(self._reading) - heavy), (self._heavy, heavy)):
            if waiting and len(self._reading) < self._jobs + (own == 0):
                return waiting.popleft()
        return None

    def _give_way(self) -> None:
        """A file in the lane for small ones that turned out to be long goes back to the others of its kind."""
        heavy = [path for path in self._reading if self._is_heavy(path)]
        if len(heavy) <= self._jobs:
            return
        path = heavy[-1]
        source, facts = self._reading.pop(path)
        self._pool.cancel(source)
        self.landings.abandon(path, "đợi đến lượt")
        self.landings.back.discard(path)
        self._heavy.appendleft((path, facts))

    def _is_heavy(self, path: Path) -> bool:
        return path in self._long or self._reading[path][1].size > HEAVY_BYTES

    # Telling

    def _notice(self) -> None:
        if self.landings.trouble != self._row.trouble:
            self._trouble(self.landings.trouble)

    def _trouble(self, trouble: str) -> None:
        self.landings.trouble = trouble
        if trouble and trouble != self._row.trouble:
            self._journal.write("trouble", detail=trouble)
            self._on_trouble(trouble)
        self._row = replace(self._row, trouble=trouble)
        self._written_at = -1e9

    def _pulse(self) -> None:
        if self._now() - self._written_at >= self._pace.pulse:
            self._row = replace(self._row, seen=self._clock())
            note_inbox(self._register, self._row)
            self._written_at = self._now()
