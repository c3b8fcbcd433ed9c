"""The watched folder and the two beside it: `da-xu-ly/` for what was read, `loi/` for what could not be.

In: the path of an inbox.  Out: an `Inbox`; what lies in it now; where a file goes when it is done with.
Promise: folders are only listed; links, pipes and devices are told, never followed or opened; no place is given twice.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from models.errors import InboxError, PathNotFound
from models.system import reason_of
from pipeline.intake.overlap import PROCESSED, QUARANTINE, refuse_overlap
from pipeline.intake.sources import SYSTEM_NAMES, is_temporary, label
from pipeline.intake.stillness import Facts

__all__ = ["NOTE", "PROCESSED", "QUARANTINE", "Found", "Inbox", "note_beside", "open_inbox"]

NOTE = ".txt"
LONGEST_NAME = 255
"""Bytes of a file name on the file systems of Linux."""
MOST_TOLD = 200
"""So many files that are left alone are told by name."""


@dataclass(slots=True)
class Found:
    """What lies in an inbox: files with what the disk says of them, names by folder, folders, and what is left alone and why."""

    files: dict[Path, Facts] = field(default_factory=dict)
    names: dict[Path, set[str]] = field(default_factory=dict)
    passed_over: dict[Path, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Inbox:
    """An inbox and its two neighbours, all absolute and without links."""

    path: Path
    processed: Path
    quarantine: Path

    def look(self) -> Found:
        """List the inbox with all folders in it."""
        found = Found()
        waiting = [self.path]
        while waiting:
            here = waiting.pop()
            try:
                with os.scandir(here) as entries:
                    listed = sorted(entries, key=lambda entry: os.fsencode(entry.name))
            except OSError as error:
                if here == self.path:
                    raise
                found.passed_over[here] = f"không mở được thư mục ({reason_of(error)})"
                continue
            found.names[here] = {entry.name for entry in listed}
            waiting += reversed([Path(entry.path) for entry in listed if _take(entry, found)])
        return found

    def place(self, file: Path, *, rejected: bool, day: date, taken: Collection[str] = ()) -> Path:
        """A free place for a file of the inbox, in the same sub-folder; a number is added where the name is taken.

        Names are written in full (NFC, no control characters); the place of a rejected file has room for its note.
        """
        root = self.quarantine if rejected else self.processed / day.isoformat()
        folders = [_fitted(label(part), "") for part in file.relative_to(self.path).parts[:-1]]
        if len(os.fsencode(str(root.joinpath(*folders)))) > os.pathconf(root.parents[1], "PC_PATH_MAX") - 2 * LONGEST_NAME:
            folders = []

        def free(candidate: Path) -> bool:
            paths = (candidate, note_beside(candidate)) if rejected else (candidate,)
            return not any(str(path) in taken or os.path.lexists(path) for path in paths)

        return _numbered(root.joinpath(*folders), label(file.name), free)


def open_inbox(path: Path, *, beside: Path | None = None, ours: Collection[Path] = ()) -> Inbox:
    """The inbox at `path`, its neighbours in the folder that holds it (or in `beside`), made where they are missing.

    Raises PathNotFound or InboxError: where it is no folder, a file of `ours` (register, log) or a neighbour would lie in it, or it
    and the folders of another watcher lie in one another.
    """
    if not path.exists():
        raise PathNotFound(path=label(str(path)))
    real = Path(os.path.realpath(path))
    if not real.is_dir():
        raise InboxError(path=label(str(path)), detail="không phải thư mục")
    if real.parent == real:
        raise InboxError(path=label(str(path)), detail="là gốc của đĩa")
    if real.name in (PROCESSED, QUARANTINE):
        raise InboxError(path=label(str(path)), detail="là nơi chương trình để tệp đã xong")
    home = Path(os.path.realpath(beside)) if beside else real.parent
    inbox = Inbox(real, home / PROCESSED, home / QUARANTINE)
    for one in (home, *(Path(os.path.realpath(one)) for one in ours)):
        if one == real or one.is_relative_to(real):
            raise InboxError(path=label(str(path)), detail=f"“{label(str(one))}” nằm trong chính nó")
    refuse_overlap(real, inbox.processed, inbox.quarantine)
    for folder in (inbox.processed, inbox.quarantine):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InboxError(path=label(str(path)), detail=f"không tạo được “{folder}”: {reason_of(error)}") from error
        if Path(os.path.realpath(folder)).is_relative_to(real) or real.is_relative_to(os.path.realpath(folder)):
            raise InboxError(path=label(str(path)), detail=f"“{folder}” nằm trong chính nó")
    return inbox


def note_beside(place: Path) -> Path:
    """The note that tells why the file at `place` was rejected."""
    return place.with_name(_fitted(place.name, NOTE) + NOTE)


def _take(entry: os.DirEntry[str], found: Found) -> bool:
    """Put an entry where it belongs; True for a folder to be entered."""
    path = Path(entry.path)
    try:
        facts = entry.stat(follow_symlinks=False)
    except OSError as error:
        if not isinstance(error, FileNotFoundError):  # it was taken away since it was listed
            found.passed_over[path] = f"không xem được ({reason_of(error)})"
        return False
    if stat.S_ISLNK(facts.st_mode):
        found.passed_over[path] = "là liên kết, không phải tệp"
    elif stat.S_ISDIR(facts.st_mode):
        return not entry.name.startswith(".")
    elif not stat.S_ISREG(facts.st_mode):
        found.passed_over[path] = "là ống dẫn, ổ cắm hoặc thiết bị, không phải tệp"
    elif not is_temporary(entry.name):
        found.files[path] = Facts.of(facts)
    elif not entry.name.startswith((".", "~")) and entry.name.lower() not in SYSTEM_NAMES:
        found.passed_over[path] = "tên của tệp tạm hoặc tệp đang tải"
    return False


def _numbered(folder: Path, name: str, free: Callable[[Path], bool]) -> Path:
    stem, suffix = _split(name)
    number = 1
    while True:
        mark = f" ({number})" if number > 1 else ""
        candidate = folder / (_fitted(stem, mark + suffix) + mark + suffix)
        if free(candidate):
            return candidate
        number += 1


def _split(name: str) -> tuple[str, str]:
    stem, dot, suffix = name.rpartition(".")
    if not stem or len(suffix.encode()) > 12:
        return name, ""
    return stem, dot + suffix


def _fitted(stem: str, rest: str) -> str:
    # Cut between characters, so that stem and rest fit into a name.
    room = LONGEST_NAME - len(rest.encode())
    return stem.encode()[:room].decode("utf-8", "ignore").rstrip(" ") or "_"
