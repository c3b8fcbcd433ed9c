"""A small pool of long-lived workers that survives every file.

In: sources, one to each free worker.  Out: (source, directive or refusal) pairs, as they become ready.
Promise: a worker that dies, hangs or grows is killed with its whole process group and replaced; its file ends as a refusal of
kind "worker", the others never notice. Nothing of a worker is executed here: answers are plain data.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from math import inf
from multiprocessing.connection import Pipe, wait
from pathlib import Path
from types import TracebackType
from typing import Any

import pipeline
from models.directive import Directive
from models.errors import GiaoviecError, RejectedFile, WorkerFailed
from pipeline.extract import OcrMode
from pipeline.intake.limits import Limits
from pipeline.intake.messages import Answer, error_of, from_bytes
from pipeline.intake.scratch import Scratch
from pipeline.intake.sources import Source, label
from pipeline.intake.worker import Duty

__all__ = ["WORKER", "Pool", "Reading", "Scanning"]

ONE_THREAD = {"OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""One core each: Tesseract on four threads is seven times slower than on one (8.6 s against 1.3 s a page at 300 dpi)."""
STARTS = 3
"""So many workers in a row may die before they are ready (another program took the memory): then it is not chance."""
WORKER = "pipeline.intake.worker"
HasFileno = Any
"""What multiprocessing's wait() takes: an object with `fileno()`."""
Progress = Callable[[Source, int, int], None]
"""Told of a source that is being read: pages seen so far, pages that OCR must read."""
_START = "import sys, importlib; sys.path.append(sys.argv[1]); importlib.import_module(sys.argv[2]).main(sys.argv[3])"
"""The worker imports the `pipeline` that its parent runs, wherever that lies; -P keeps the folder of the user out of it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a source in a worker: a directive, or the refusal with its traceback where it was unforeseen."""

    source: Source
    result: Directive | RejectedFile
    trace: str = ""


@dataclass(frozen=True, slots=True)
class Scanning:
    """How scans are read: the mode, on how many cores by all workers together, and where OCR keeps what it read (None: nowhere)."""

    mode: OcrMode = OcrMode.DEFAULT
    cores: int = 1
    cache: Path | None = None


class Pool:
    """Use as a context manager: leaving it, also by Ctrl-C, kills what still runs, and deletes what that left behind."""

    def __init__(
        self,
        *,
        jobs: int,
        limits: Limits,
        environ: Mapping[str, str],
        scanning: Scanning | None = None,
        debug: bool = False,
        worker: str = WORKER,
        on_progress: Progress | None = None,
    ) -> None:
        self._jobs = max(1, jobs)
        self._limits = limits
        self._scanning = scanning or Scanning()
        # Pictures on their way to the engine lie here, not in the system's folder: a worker that is killed leaves none.
        self._scratch = Scratch(environ.get("TMPDIR"))
        self._environ = {**environ, **ONE_THREAD, "TMPDIR": self._scratch.name}
        self._on_progress = on_progress
        self._debug = debug
        self._module = worker
        self._workers: list[_Worker] = []
        self._stillborn = 0

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for worker in self._workers:
            worker.kill()
        self._workers.clear()
        self._scratch.close()

    def warm_up(self, count: int) -> None:
        """Start up to `count` workers, so that they load while the caller does other things."""
        while len(self._workers) < min(count, self._jobs):
            self._workers.append(_Worker(self._module, self._limits, self._environ, self._scanning, debug=self._debug))

    @property
    def has_room(self) -> bool:
        """Whether a source can be handed over at once."""
        return len(self._workers) < self._jobs or any(worker.source is None for worker in self._workers)

    @property
    def is_busy(self) -> bool:
        """Whether a source is still being read."""
        return any(worker.source for worker in self._workers)

    @property
    def sources(self) -> tuple[Source, ...]:
        """What is being read."""
        return tuple(worker.source for worker in self._workers if worker.source)

    def submit(self, source: Source) -> None:
        """Hand a source to a free worker, starting one where all are busy; only where `has_room`."""
        for worker in [worker for worker in self._workers if worker.source is None and worker.process.poll() is not None]:
            self._discard(worker)  # it was killed while it had nothing to do: no file is to blame
        free = next((worker for worker in self._workers if worker.source is None), None)
        if free is None:
            self.warm_up(len(self._workers) + 1)
            free = self._workers[-1]
        free.submit(source)

    def cancel(self, source: Source) -> None:
        """Stop reading a source: its worker is killed, with all it started."""
        for worker in [worker for worker in self._workers if worker.source is source]:
            self._discard(worker)

    def wait(self, *, seconds: float | None = None, bell: HasFileno | None = None) -> list[Reading]:
        """Wait until something happens and return the sources that are done with (perhaps none).

        It also returns after `seconds`, and as soon as `bell` can be read.
        """
        busy = [worker for worker in self._workers if worker.source]
        nearest = min((worker.deadline for worker in busy), default=inf if bell else 0.0) - time.monotonic()
        timeout = max(0.0, nearest if seconds is None else min(nearest, seconds))
        bells = [bell] if bell else []
        ready = set(wait([*(worker.answers for worker in busy), *bells], timeout=None if timeout == inf else timeout))
        done = []
        for worker in busy:
            reading = worker.hear() if worker.answers in ready else worker.overdue()
            if self._on_progress and worker.source and worker.scans:
                self._on_progress(worker.source, worker.seen, worker.scans)
            if reading:
                done.append(reading)
            if worker.ready:
                self._stillborn = 0
            if worker.spent:
                self._discard(worker)
                if worker.source:
                    self._start_again(worker.source, worker.end)
        return done

    def _discard(self, worker: _Worker) -> None:
        worker.kill()
        self._workers.remove(worker)

    def _start_again(self, source: Source, end: str) -> None:
        # The worker died before it could look at the file.
        self._stillborn += 1
        if self._stillborn >= STARTS:
            raise GiaoviecError(detail=f"tiến trình đọc không khởi động được ({end})")
        self.submit(source)


class _Worker:
    """One process. `spent` means: to be killed and, where there is more to do, replaced."""

    def __init__(self, module: str, limits: Limits, environ: Mapping[str, str], scanning: Scanning, *, debug: bool) -> None:
        self.limits = limits
        self.source: Source | None = None
        self.ready = False
        self.spent = False
        self.end = ""
        self.files = 0
        self.scans = self.seen = 0
        self.deadline = time.monotonic() + limits.start_seconds
        commands, self.commands = Pipe(duplex=False)
        self.answers, answers = Pipe(duplex=False)
        duty = Duty(
            commands.fileno(),
            answers.fileno(),
            os.getpid(),
            limits.memory,
            ocr=scanning.mode,
            cores=scanning.cores,
            slots=environ["TMPDIR"],
            cache=str(scanning.cache.absolute()) if scanning.cache else "",
        )
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, str(Path(pipeline.__file__).parent.parent), module, json.dumps(asdict(duty))],
            env=dict(environ),
            pass_fds=(duty.commands, duty.answers),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # standard output belongs to the data of the command
            stderr=None if debug else subprocess.DEVNULL,
            start_new_session=True,  # a group of its own: Ctrl-C does not reach it, a kill reaches all it started
        )
        commands.close()
        answers.close()

    def submit(self, source: Source) -> None:
        self.source = source
        self.scans = self.seen = 0
        if self.ready:
            self.deadline = time.monotonic() + self.limits.to_read(source.size)
        with suppress(BrokenPipeError):  # it is dead: hear() sees the end of its answers and says so
            self.commands.send_bytes(json.dumps(str(source.path.absolute())).encode())

    def hear(self) -> Reading | None:
        try:
            answer = from_bytes(self.answers.recv_bytes(self.limits.answer))
        except EOFError:
            return self._dead()
        except (OSError, ValueError):  # longer than allowed, or not an answer
            return self._refuse("câu trả lời không hợp lệ hoặc quá lớn")
        return self._heed(answer)

    def overdue(self) -> Reading | None:
        if time.monotonic() < self.deadline:
            return None
        if not self.ready:
            raise GiaoviecError(detail=f"tiến trình đọc không sẵn sàng sau {self.limits.start_seconds:.0f} giây")
        return self._refuse("quá thời gian cho phép")

    def kill(self) -> None:
        self.commands.close()
        self.answers.close()
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)  # before it is waited for: until then the number is its own
        self.process.wait()

    def _heed(self, answer: Answer) -> Reading | None:
        source = self.source
        if source is None:
            return None
        if answer.verb == "failed":
            raise error_of(answer)
        if answer.verb == "ready":
            self.ready = True
            self.deadline = time.monotonic() + self.limits.to_read(source.size)
            return None
        if answer.verb == "scans":
            self.scans = answer.pages
            self.deadline = time.monotonic() + self.limits.to_see(answer.pages)
            return None
        if answer.verb == "seen":
            self.seen = answer.pages
            return None
        if answer.verb == "pages":
            self.deadline = time.monotonic() + self.limits.to_understand(answer.pages)
            return None
        return self._finish(source, answer)

    def _finish(self, source: Source, answer: Answer) -> Reading:
        self.source = None
        self.files += 1
        worn = self.files >= self.limits.recycle_files or answer.memory > self.limits.recycle_memory
        self.spent = worn or (answer.kind == WorkerFailed.kind and not answer.trace)
        if answer.directive:
            return Reading(source, answer.directive)
        error = error_of(answer)
        if not isinstance(error, RejectedFile):
            error = WorkerFailed(name=label(source.path.name), detail=answer.kind)
        return Reading(source, error, answer.trace)

    def _dead(self) -> Reading | None:
        code = self.process.wait()
        self.end = signal.Signals(-code).name if code < 0 else f"mã {code}"
        if not self.ready:
            self.spent = True
            return None
        return self._refuse(f"dừng vì {self.end}")

    def _refuse(self, detail: str) -> Reading | None:
        self.spent = True
        source, self.source = self.source, None
        return Reading(source, WorkerFailed(name=label(source.path.name), detail=detail)) if source else None
