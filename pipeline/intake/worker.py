"""A worker: loads the engine once, then reads file after file for its parent.

In: paths, one message each, through a pipe.  Out: answers of messages.py through another.
Promise: it stays within its limits of memory and output, writes nothing to a register, and never outlives its parent.

Started by pool.py as `python -P -m pipeline.intake.worker`, in a session and process group of its own.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
import sys
import threading
import time
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import GiaoviecError, MissingDependency, RejectedFile, WorkerFailed
from pipeline.intake.messages import Answer, to_bytes

if TYPE_CHECKING:
    from pipeline.flow import Engine

__all__ = ["Duty", "main", "serve"]

LARGEST_FILE = 1024 * 1024 * 1024
"""Largest file a worker or a program it calls may write (temporary pictures of a page: 100 MiB at 600 dpi)."""


@dataclass(frozen=True, slots=True)
class Duty:
    """What the parent tells a worker when it starts it."""

    commands: int
    answers: int
    parent: int
    memory: int


def main(arguments: list[str]) -> None:
    """Serve until the parent closes the pipe."""
    duty = Duty(**json.loads(arguments[0]))
    _restrain(duty)
    commands = Connection(duty.commands, writable=False)
    answers = Connection(duty.answers, readable=False)
    try:
        engine = _load()
    except GiaoviecError as error:
        answers.send_bytes(to_bytes(_refusal(error, verb="failed")))
        return
    gc.freeze()  # what is loaded once need not be looked at by each collection
    answers.send_bytes(to_bytes(Answer("ready", memory=_peak())))
    serve(commands, answers, engine)


def serve(commands: Connection, answers: Connection, engine: Engine) -> None:
    """Answer each path with a directive or with the reason why there is none."""
    while True:
        try:
            path = Path(json.loads(commands.recv_bytes()))
        except EOFError:
            return
        answer = _read(path, answers, engine)
        try:
            answers.send_bytes(to_bytes(answer))
        except BrokenPipeError:
            return
        if answer.kind == WorkerFailed.kind:
            return  # after an unforeseen error nothing of this process is relied on


def _read(path: Path, answers: Connection, engine: Engine) -> Answer:
    from pipeline.flow import read_directive

    def on_pages(pages: int) -> None:
        answers.send_bytes(to_bytes(Answer("pages", pages=pages)))

    try:
        directive = read_directive(path, engine=engine, on_pages=on_pages)
    except RejectedFile as error:
        return _refusal(error)
    except MemoryError:
        return _refusal(WorkerFailed(name=path.name, detail="vượt giới hạn bộ nhớ"))
    except Exception as error:  # whatever a file does to a library ends here
        return _refusal(WorkerFailed(name=path.name, detail=f"lỗi {type(error).__name__}"), trace=traceback.format_exc())
    return Answer("done", pages=len(directive.pages), memory=_peak(), directive=directive)


def _load() -> Engine:
    try:
        from pipeline.flow import load_engine

        return load_engine()
    except ModuleNotFoundError as error:
        raise MissingDependency(what=f"gói Python “{error.name}”", install="giaoviec doctor") from error


def _refusal(error: GiaoviecError, *, verb: str = "refused", trace: str = "") -> Answer:
    facts = {name: str(value) for name, value in error.facts.items()}
    return Answer("failed" if verb == "failed" else "refused", kind=error.kind, facts=facts, memory=_peak(), trace=trace)


def _restrain(duty: Duty) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    for fd in (duty.commands, duty.answers):
        os.set_inheritable(fd, False)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_AS, (duty.memory, duty.memory))
    threading.Thread(target=_die_with, args=(duty.parent,), daemon=True).start()


def _die_with(parent: int) -> None:
    # A parent that was killed cannot tell us; the programs we called (OCR, conversion) go with us.
    while os.getppid() == parent:
        time.sleep(1.0)
    os.killpg(0, signal.SIGKILL)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main(sys.argv[1:])
