"""Documents of the register read again by the program of today, from their stored originals.

In: an open register and the documents that are to be read.  Out: a `Renewed` for each, told as soon as it is stored.
Promise: machine values are renewed, a person's stand; a document whose original is gone or refused stays as it was, with the
reason; a run that was cut off can be repeated: what was read by today's program is not older than it any more.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.directive import Directive
from models.errors import OriginalMissing, RejectedFile
from models.register import Receipt
from pipeline.extract import OcrMode
from pipeline.intake.limits import Limits
from pipeline.intake.pool import WORKER, Pool, Scanning
from pipeline.intake.sources import Source
from pipeline.register import Register, StoredFile, original_path, store

__all__ = ["Renewed", "reread"]

_CHUNK = 1 << 20
_LONGEST_NAME = 200
"""Bytes of a name that any file system takes; of a longer one only the ending is kept while it is read."""


@dataclass(frozen=True, slots=True)
class Renewed:
    """What became of one document: a receipt that tells the difference, or the reason why it stays as it was."""

    file: StoredFile
    receipt: Receipt | None = None
    error: RejectedFile | None = None


def reread(
    files: Sequence[StoredFile],
    register: Register,
    *,
    jobs: int,
    environ: Mapping[str, str],
    clock: Callable[[], datetime],
    on_renewed: Callable[[Renewed], None],
    limits: Limits | None = None,
    ocr: OcrMode = OcrMode.DEFAULT,
    cores: int | None = None,
    worker: str = WORKER,
) -> None:
    """Read stored originals again and renew what the machine said of their documents; other files of a document come after all
    main ones, so that they are compared with what is read today.
    """
    scanning = Scanning(ocr, cores or jobs, register.files / "ocr")
    with tempfile.TemporaryDirectory(prefix="giaoviec-", dir=environ.get("TMPDIR")) as folder:
        wanted = list(_sources(files, register, Path(folder), on_renewed))
        with Pool(jobs=jobs, limits=limits or Limits(), environ=environ, scanning=scanning, worker=worker) as pool:
            pool.warm_up(len(wanted))
            for version in (False, True):
                sources = [(file, source) for file, source in wanted if file.version is version]
                _read(sources, pool, lambda file, result: on_renewed(_renew(register, file, result, clock())))


def _sources(
    files: Iterable[StoredFile], register: Register, folder: Path, on_renewed: Callable[[Renewed], None]
) -> Iterable[tuple[StoredFile, Source]]:
    """The originals that are there and whole, each under its own name: the ending parts Markdown from plain text."""
    for number, file in enumerate(files):
        original = original_path(register.files, file.sha256)
        if not original.is_file() or _digest(original) != file.sha256:
            on_renewed(Renewed(file, error=OriginalMissing(name=file.name, path=original)))
            continue
        link = folder / str(number) / _safe(file.name)
        link.parent.mkdir()
        link.symlink_to(original.absolute())
        yield file, Source(link, file.size)


def _safe(name: str) -> str:
    plain = name.replace("/", "_").replace("\x00", "_")
    return plain if len(plain.encode()) <= _LONGEST_NAME and plain not in (".", "..") else f"goc{Path(plain).suffix[:20]}"


def _read(
    wanted: Iterable[tuple[StoredFile, Source]], pool: Pool, done: Callable[[StoredFile, Directive | RejectedFile], None]
) -> None:
    waiting, reading = list(reversed(list(wanted))), {}
    while waiting or pool.is_busy:
        while waiting and pool.has_room:
            file, source = waiting.pop()
            reading[source.path] = file
            pool.submit(source)
        for ended in pool.wait() if pool.is_busy else ():
            done(reading.pop(ended.source.path), ended.result)


def _renew(register: Register, file: StoredFile, result: Directive | RejectedFile, now: datetime) -> Renewed:
    if isinstance(result, RejectedFile):
        return Renewed(file, error=result)
    directive = result.model_copy(update={"file": result.file.model_copy(update={"name": file.name})})
    original = original_path(register.files, file.sha256)
    try:
        return Renewed(file, store(register, directive, now=now, original=original, reread=True))
    except RejectedFile as error:
        return Renewed(file, error=error)


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
