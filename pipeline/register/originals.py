"""The originals: `NAME.files/originals/<sha256>`, a copy of every file that a row of the register speaks of.

In: a file or its bytes, and the sha256 it was read under.  Out: the path of the copy.
Promise: the copy is whole and on the disk (written aside, synced, renamed) before this returns; the source is only read.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from models.errors import RegisterError, RegisterReadOnly, UnreadableFile
from models.system import reason_of

_CHUNK = 1 << 20
_ASIDE = "."
"""What is not whole yet bears a name that begins so."""


def original_path(files: Path, sha256: str) -> Path:
    """Where the original with this sha256 lies."""
    return files / "originals" / sha256


def keep_original(files: Path, original: Path | bytes, *, sha256: str, name: str) -> Path:
    """Copy `original` to its place and return it; a whole copy that is there already is left alone.

    Raises UnreadableFile where the source cannot be read or is no longer what was read, RegisterReadOnly or RegisterError where
    the copy cannot be written.
    """
    target = original_path(files, sha256)
    try:
        if target.exists() and _digest(_chunks_of(target)) == sha256:
            return target
        target.parent.mkdir(parents=True, exist_ok=True)
        with _at_work(target.parent, fcntl.LOCK_SH):
            _copy(original, target, sha256=sha256, name=name)
    except PermissionError as error:
        raise RegisterReadOnly(path=files) from error
    except OSError as error:
        raise RegisterError(path=files, detail=reason_of(error)) from error
    return target


def sweep_originals(files: Path) -> int:
    """Delete what a killed program left half copied, and return how many; nothing while another program copies."""
    folder, swept = files / "originals", 0
    if not folder.is_dir():
        return 0
    with suppress(OSError), _at_work(folder, fcntl.LOCK_EX | fcntl.LOCK_NB):
        for aside in folder.glob(f"{_ASIDE}*"):
            aside.unlink(missing_ok=True)
            swept += 1
    return swept


def half_copied(files: Path) -> set[Path]:
    """What another program is copying just now, which has no row yet; empty where nobody copies."""
    folder = files / "originals"
    try:
        with _at_work(folder, fcntl.LOCK_EX | fcntl.LOCK_NB):
            return set()
    except BlockingIOError:
        return set(folder.glob(f"{_ASIDE}*"))
    except OSError:  # no folder, or a disk without locks
        return set()


@contextmanager
def _at_work(folder: Path, how: int) -> Iterator[None]:
    # Whoever copies shares the folder; who sweeps wants it alone, or knows that a copy on its way is nobody's.
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, how)
        yield
    finally:
        os.close(handle)


def _copy(original: Path | bytes, target: Path, *, sha256: str, name: str) -> None:
    handle, aside = tempfile.mkstemp(dir=target.parent, prefix=f"{_ASIDE}{sha256[:12]}-")
    try:
        digest = hashlib.sha256()
        with os.fdopen(handle, "wb") as file:
            for chunk in _source(original, name):
                digest.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        if digest.hexdigest() != sha256:
            raise UnreadableFile(name=name, detail="tệp đã bị thay đổi trong lúc đọc")
        Path(aside).replace(target)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _source(original: Path | bytes, name: str) -> Iterator[bytes]:
    if isinstance(original, bytes):
        yield original
        return
    try:
        yield from _chunks_of(original)
    except OSError as error:
        raise UnreadableFile(name=name, detail=reason_of(error)) from error


def _chunks_of(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _digest(chunks: Iterator[bytes]) -> str:
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
