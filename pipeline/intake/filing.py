"""A file moves from the inbox to its place: whole, once, and never over another file.

In: a file with what the disk said of it when it was read, and a free place.  Out: the file at that place, and no more in the inbox.
Promise: killed anywhere, the file is whole in one of the two places (or in both: `finish` and
`restore` then end the move); another file that took the name meanwhile is left, or put back, where it was.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from pipeline.intake.stillness import Facts

__all__ = ["Changed", "Taken", "finish", "move", "rescue", "restore", "sweep", "write_whole"]

ASIDE = ".giaoviec-"
"""What is under way bears a name that begins so: it is no document, and is swept away after a crash."""
_COPY, _LEAVING = ".part", ".gone"
_NOREPLACE = 1
_AT_FDCWD = -100
_NOT_KNOWN = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)
_MIB = 1 << 20


class Changed(Exception):
    """The file is no longer the one that was read, or is gone."""


class Taken(Exception):
    """Another file lies at the place."""


def move(source: Path, place: Path, expected: Facts, *, mark: str, private: bool = False, copying: bool = True) -> None:
    """Move `source` to `place`; `mark` names what is written aside (an id of its own for each file).

    1. The names change by renaming; between file systems the bytes are copied aside, synced, renamed, and then the source goes.
    2. `private` takes the rights of others away; without `copying` a move between file systems is refused (OSError EXDEV).
    3. Raises Changed where the source is not `expected` (it stays), Taken where the place is not free, OSError for the rest.
    """
    _check(source, expected)
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        _rename(source, place)
    except OSError as error:
        if error.errno != errno.EXDEV or not copying:
            raise
        return _move_across(source, place, expected, mark=mark)
    if _facts(place) != expected:  # in the last moment another file took the name: back with it
        _put_back(place, source)
        raise Changed(source)
    if private:
        with suppress(OSError):  # not ours to change, or a file system without rights
            place.chmod(0o600)
    _sync(place.parent)
    _sync(source.parent)
    return None


def finish(source: Path, place: Path, expected: Facts, *, mark: str) -> bool:
    """Finish a move that was cut off when the file lay, whole, at its `place` already; False where it did not."""
    there = _facts(place)
    if there is None or there.size != expected.size:
        return False
    _check(source, expected)
    if not source.samefile(place) and not _same_bytes(source, place):
        return False
    _leave(source, expected, mark=mark)
    return True


def rescue(folder: Path) -> list[tuple[Path, str]]:
    """Files of an inbox that were about to go when the program was killed, with their marks."""
    found = []
    for here, _, names in os.walk(folder):
        for name in names:
            if name.startswith(ASIDE) and name.endswith(_LEAVING):
                found.append((Path(here) / name, name[len(ASIDE) : -len(_LEAVING)]))
    return found


def restore(left: Path, home: Path, place: Path | None) -> None:
    """Undo the last step of a move that was cut off there: the file goes where it lies whole at its `place`, else back `home`."""
    if place and place.is_file() and _same_bytes(left, place):
        left.unlink()
    else:
        _put_back(left, home)


def sweep(folders: Iterable[Path]) -> None:
    """Delete what a killed program left half written in these folders: its sources are still there."""
    for folder in folders:
        for aside in folder.glob(f"{ASIDE}*{_COPY}"):
            aside.unlink(missing_ok=True)


def write_whole(path: Path, text: str, *, mark: str) -> None:
    """Write a text file that is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{ASIDE}{mark}{_COPY}")
    with aside.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    _sync(path.parent)


def _move_across(source: Path, place: Path, expected: Facts, *, mark: str) -> None:
    aside = place.with_name(f"{ASIDE}{mark}{_COPY}")
    try:
        with source.open("rb") as origin, aside.open("wb") as copy:
            if Facts.of(os.fstat(origin.fileno())) != expected:
                raise Changed(source)
            shutil.copyfileobj(origin, copy, _MIB)
            copy.flush()
            os.fsync(copy.fileno())
            if Facts.of(os.fstat(origin.fileno())) != expected or copy.tell() != expected.size:
                raise Changed(source)
        os.utime(aside, ns=(expected.changed, expected.changed))
        _rename(aside, place)
    finally:
        aside.unlink(missing_ok=True)
    _sync(place.parent)
    _leave(source, expected, mark=mark)


def _leave(source: Path, expected: Facts, *, mark: str) -> None:
    # Not unlinked by its name, which another file may have taken: first to a name of its own, then looked at.
    leaving = source.with_name(f"{ASIDE}{mark}{_LEAVING}")
    source.rename(leaving)
    if _facts(leaving) != expected:
        return _put_back(leaving, source)
    leaving.unlink()
    return _sync(source.parent)


def _rename(source: Path, target: Path) -> None:
    """Rename without replacing."""
    status = _renameat2(os.fsencode(source), os.fsencode(target))
    if status in _NOT_KNOWN:
        _rename_over_own(source, target)
    elif status == errno.EEXIST:
        _replace_own(source, target)
    elif status:
        raise OSError(status, os.strerror(status), str(source))


def _renameat2(source: bytes, target: bytes) -> int:
    call = getattr(_LIBC, "renameat2", None)
    if call is None:
        return errno.ENOSYS
    if call(_AT_FDCWD, source, _AT_FDCWD, target, _NOREPLACE) == 0:
        return 0
    return ctypes.get_errno()


def _rename_over_own(source: Path, target: Path) -> None:
    # Network file systems do not know how to rename without replacing: an empty file of ours holds the place.
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return _replace_own(source, target)
    try:
        return os.rename(source, target)  # noqa: PTH104 -- replaces the empty file that was made here
    except OSError:
        target.unlink()
        raise


def _replace_own(source: Path, target: Path) -> None:
    # An empty file at a place that the ledger keeps for this one is what a killed move left.
    held = _facts(target)
    if held is None or held.size or _facts(source) == held:
        raise Taken(target)
    os.rename(source, target)  # noqa: PTH104


def _put_back(where: Path, home: Path) -> None:
    number = 1
    back = home
    while True:
        try:
            return _rename(where, back)
        except Taken:
            number += 1
            back = home.with_name(f"{home.stem} ({number}){home.suffix}")


def _check(source: Path, expected: Facts) -> None:
    if _facts(source) != expected:
        raise Changed(source)


def _facts(path: Path) -> Facts | None:
    try:
        return Facts.of(path.lstat())
    except OSError:
        return None


def _same_bytes(one: Path, other: Path) -> bool:
    with one.open("rb") as a, other.open("rb") as b:
        while chunk := a.read(_MIB):
            if b.read(_MIB) != chunk:
                return False
        return not b.read(1)


def _sync(folder: Path) -> None:
    with suppress(OSError):  # some network file systems cannot sync a folder
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


_LIBC = ctypes.CDLL(None, use_errno=True)
