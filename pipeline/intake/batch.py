"""A run over many files: each is read by a worker and stored by this process.

In: sources and an open register.  Out: an `Outcome` for each, told as soon as it is known, and a `Summary`.
Promise: each file ends in exactly one state, recorded in the register; one bad file never stops the rest; a run that was cut off
anywhere can be repeated and changes nothing twice.
"""

from __future__ import annotations

import hashlib
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from models.directive import Directive
from models.errors import RejectedFile, UnreadableFile
from models.register import Arrival, IntakeRow, IntakeState
from models.system import reason_of
from pipeline.extract import OcrMode
from pipeline.intake.limits import MIB, Limits
from pipeline.intake.outcome import Outcome, duplicate, registered, rejected
from pipeline.intake.pool import WORKER, Pool, Reading, Scanning
from pipeline.intake.sources import Source, label, printable
from pipeline.register import Register, entered_before, keep_original, known_as, known_file, record_intake, store, sweep_originals

__all__ = ["Run", "Summary", "ingest"]

_CHUNK = 1 << 20
DIGEST_AT_MOST = 512 * MIB
"""More than twice the largest file that is read at all (ReadSettings.max_bytes)."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How many files ended in each state."""

    counts: Mapping[IntakeState, int]

    @property
    def total(self) -> int:
        """All files of the run."""
        return sum(self.counts.values())


def ingest(
    sources: Iterable[Source],
    register: Register,
    *,
    jobs: int,
    environ: Mapping[str, str],
    clock: Callable[[], datetime],
    on_outcome: Callable[[Outcome], None],
    limits: Limits | None = None,
    ocr: OcrMode = OcrMode.DEFAULT,
    cores: int | None = None,
    debug: bool = False,
    worker: str = WORKER,
) -> Summary:
    """Read and store files; `on_outcome` is told of each as soon as its state is recorded, in the order in which they end.

    `jobs` files are read at once; their scanned pages are read on `cores` cores (default: as many as `jobs`), and what OCR read is
    kept beside the register.

    1. A file whose bytes the register knows is a duplicate and is not read.
    2. A file that cannot be read is rejected with the reason; the run goes on.
    3. A `RegisterError` ends the run: what was stored stays, the rest is taken in by the next run.
    """
    sweep_originals(register.files)
    scanning = Scanning(ocr, cores or jobs, register.files / "ocr")
    with Pool(jobs=jobs, limits=limits or Limits(), environ=environ, scanning=scanning, debug=debug, worker=worker) as pool:
        run = Run(register, pool, clock, on_outcome, waiting=deque(sources))
        pool.warm_up(sum(source.trouble is None for source in run.waiting))
        run.to_the_end()
    return Summary(run.ended)


class Run:
    """The files of one run on their way: waiting, being read, or ended. A watched folder adds where they come from and go."""

    def __init__(
        self,
        register: Register,
        pool: Pool,
        clock: Callable[[], datetime],
        on_outcome: Callable[[Outcome], None],
        *,
        waiting: deque[Source],
    ) -> None:
        self.register = register
        self.pool = pool
        self.clock = clock
        self.on_outcome = on_outcome
        self.waiting = waiting
        self.ended: Counter[IntakeState] = Counter()
        self._reading: dict[str, tuple[str | None, datetime]] = {}
        self._twins: dict[str, list[Source]] = {}

    def to_the_end(self) -> None:
        """Read all that waits."""
        while self.waiting or self.pool.is_busy:
            while self.waiting and self.pool.has_room:
                self._begin(self.waiting.popleft())
            if self.pool.is_busy:
                for reading in self.pool.wait():
                    self._finish(reading)

    def _begin(self, source: Source) -> None:
        started = self.clock()
        if source.trouble:
            return self._reject(source, source.trouble, None, started)
        try:
            sha256 = _digest(source)
        except OSError as error:
            trouble = UnreadableFile(name=label(source.path.name), detail=reason_of(error))
            return self._reject(source, trouble, None, started)
        return self._enter(source, sha256, started)

    def _enter(self, source: Source, sha256: str | None, started: datetime) -> None:
        if sha256 and (known := known_file(self.register, sha256)):
            twin = known_as(self.register, sha256)
            with suppress(UnreadableFile):  # it has changed since it was hashed: then it stays outside
                keep_original(self.register.files, source.path, sha256=sha256, name=label(source.path.name))
            again = entered_before(self.register, printable(str(source.path.absolute())), sha256)
            row = self._row(source, IntakeState.DUPLICATE, f"trùng với văn bản đã có trong sổ ({twin})", sha256, started)
            record_intake(self.register, replace(row, document_id=known))
            return self._end(duplicate(source.path, twin, again=again))
        if sha256 and any(sha256 == other for other, _ in self._reading.values()):
            self._twins.setdefault(sha256, []).append(source)  # the same bytes are being read: look again after that
            return None
        self._reading[str(source.path)] = sha256, started
        return self._submit(source)

    def _submit(self, source: Source) -> None:
        self.pool.submit(source)

    def _finish(self, reading: Reading) -> None:
        source, result = reading.source, reading.result
        sha256, started = self._reading.pop(str(source.path))
        if isinstance(result, Directive):
            self._store(source, result, started)
        else:
            self._reject(source, result, sha256, started, reading.trace)
        self.waiting.extendleft(reversed(self._twins.pop(sha256 or "", [])))

    def _store(self, source: Source, directive: Directive, started: datetime) -> None:
        place = printable(str(source.path.absolute()))
        try:
            receipt = store(
                self.register, directive, now=self.clock(), original=source.path, path=place, started=started,
                arrival=self._arrival(source, IntakeState.REGISTERED),
            )  # fmt: skip
        except RejectedFile as error:
            return self._reject(source, error, directive.file.sha256, started)
        return self._end(registered(source.path, directive, receipt))

    def _reject(self, source: Source, error: RejectedFile, sha256: str | None, started: datetime, trace: str = "") -> None:
        row = self._row(source, IntakeState.REJECTED, error.message("vi"), sha256, started)
        record_intake(self.register, replace(row, kind=error.kind))
        self._end(rejected(source.path, error, trace))

    def _end(self, outcome: Outcome) -> None:
        self.ended[outcome.state] += 1
        self.on_outcome(outcome)

    def _row(self, source: Source, state: IntakeState, reason: str, sha256: str | None, started: datetime) -> IntakeRow:
        return IntakeRow(
            path=printable(str(source.path.absolute())),
            name=label(source.path.name),
            state=state,
            reason=reason,
            finished=self.clock(),
            sha256=sha256,
            started=started,
            arrival=self._arrival(source, state),
        )

    def _arrival(self, source: Source, state: IntakeState) -> Arrival | None:
        """The landing of a source in a watched folder, with the place it goes to from this state."""
        return None


def _digest(source: Source) -> str | None:
    # None for a file that is too large to be read anyway: the worker refuses it without looking inside.
    if source.size > DIGEST_AT_MOST:
        return None
    digest = hashlib.sha256()
    with source.path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
