"""A worker: loads the engine once, then reads file after file for its parent.

In: paths, one message each, through a pipe.  Out: answers of messages.py through another.
Promise: it stays within its limits of memory and output, writes nothing to a register, and never outlives its parent.

Started by pool.py in a session and process group of its own.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from models.directive import Directive
from models.errors import GiaoviecError, MissingDependency, RejectedFile, WorkerFailed
from pipeline.extract import OcrMode
from pipeline.intake.messages import Answer, Verb, to_bytes
from pipeline.intake.sources import label

__all__ = ["Duty", "Read", "load", "main", "serve"]

Tell = Callable[[Verb, int], None]
Read = Callable[[Path, Tell], Directive]
"""Reads one file; tells how many pages OCR must read, and how many there are, as soon as that is known."""

LARGEST_FILE = 1024 * 1024 * 1024
"""Largest file a worker or a program it calls may write (temporary pictures of a page: 100 MiB at 600 dpi)."""

FIRST_TO_GO = "500"
"""Added to the badness of a worker when the kernel must end a process for want of memory (-1000 to 1000)."""


@dataclass(frozen=True, slots=True)
class Duty:
    """What the parent tells a worker when it starts it."""

    commands: int
    answers: int
    parent: int
    memory: int
    ocr: str = OcrMode.DEFAULT
    cores: int = 1
    slots: str = ""
    """The folder in which the workers of a run share the cores for OCR; empty where there is nothing to share."""
    cache: str = ""
    """The folder of what OCR read before; empty for none."""


def main(duty_text: str, loader: Callable[[Duty], Read] | None = None) -> None:
    """Load, then serve until the parent closes the pipe."""
    duty = Duty(**json.loads(duty_text))
    _restrain(duty)
    commands = Connection(duty.commands, writable=False)
    answers = Connection(duty.answers, readable=False)
    try:
        read = (loader or load)(duty)
    except GiaoviecError as error:
        answers.send_bytes(to_bytes(_refusal(error, verb="failed")))
        return
    gc.freeze()  # what is loaded once need not be looked at by each collection
    answers.send_bytes(to_bytes(Answer("ready", memory=_peak())))
    serve(commands, answers, read)


def serve(commands: Connection, answers: Connection, read: Read) -> None:
    """Answer each path with a directive or with the reason why there is none."""
    while True:
        try:
            path = Path(json.loads(commands.recv_bytes()))
        except EOFError:
            return
        answer = _answer(path, answers, read)
        try:
            answers.send_bytes(to_bytes(answer))
        except BrokenPipeError:
            return
        if answer.kind == WorkerFailed.kind and not answer.trace:
            return  # short of memory: nothing of this process is relied on


def _answer(path: Path, answers: Connection, read: Read) -> Answer:
    one_at_a_time = threading.Lock()  # pictures are read by several threads

    def tell(verb: Verb, pages: int) -> None:
        with one_at_a_time:
            answers.send_bytes(to_bytes(Answer(verb, pages=pages)))

    try:
        directive = read(path, tell)
    except RejectedFile as error:
        return _refusal(error)
    except MemoryError:
        return _refusal(WorkerFailed(name=path.name, detail="vượt giới hạn bộ nhớ"))
    except Exception as error:  # whatever a file does to a library ends here
        return _refusal(WorkerFailed(name=path.name, detail=f"lỗi {type(error).__name__}"), trace=traceback.format_exc())
    file = directive.file.model_copy(update={"name": label(directive.file.name)})
    return Answer("done", pages=len(directive.pages), memory=_peak(), directive=directive.model_copy(update={"file": file}))


def load(duty: Duty) -> Read:
    """The flow with its engine loaded."""
    try:
        from pipeline.extract import Ocr, OcrCache, ReadSettings, Slots
        from pipeline.flow import load_engine, read_directive

        settings = ReadSettings(ocr=OcrMode(duty.ocr), ocr_jobs=duty.cores)
        cache = OcrCache(Path(duty.cache)) if duty.cache else None
        slots = Slots(Path(duty.slots), duty.cores) if duty.slots else None
        ocr = Ocr(cache=cache, slots=slots)
        engine = load_engine(settings=settings, ocr=ocr)

        def read(path: Path, tell: Tell) -> Directive:
            seen = count(1)
            ocr.on_picture = lambda: tell("seen", next(seen))
            return read_directive(path, engine=engine, on_pages=partial(tell, "pages"), on_scans=partial(tell, "scans"))

        return read
    except ModuleNotFoundError as error:
        name = str(error.name)
        if name.startswith(("pipeline", "models")):
            raise GiaoviecError(detail=f"thiếu {name}") from error
        raise MissingDependency(what=f"gói Python “{name}”", install=f"pip install {name}") from error


def _refusal(error: GiaoviecError, *, verb: str = "refused", trace: str = "") -> Answer:
    facts = {name: label(str(value)) for name, value in error.facts.items()}
    return Answer("failed" if verb == "failed" else "refused", kind=error.kind, facts=facts, memory=_peak(), trace=trace)


def _restrain(duty: Duty) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    for fd in (duty.commands, duty.answers):
        os.set_inheritable(fd, False)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_AS, (duty.memory, duty.memory))
    with suppress(OSError):  # where memory runs out, the kernel shall end a worker, not the one who writes the register
        Path("/proc/self/oom_score_adj").write_text(FIRST_TO_GO, encoding="ascii")
    threading.Thread(target=_die_with, args=(duty.parent,), daemon=True).start()


def _die_with(parent: int) -> None:
    # A parent that was killed cannot tell us; the programs we called (OCR, conversion) go with us.
    while os.getppid() == parent:
        time.sleep(1.0)
    os.killpg(0, signal.SIGKILL)


def _peak() -> int:
    """The most memory this process had, in bytes. The system's own count goes on from the process that started it, so that workers
    of a large parent would seem as large; the count of the address space begins anew.
    """
    with suppress(OSError, ValueError, StopIteration):
        lines = Path("/proc/self/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM:")).split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
