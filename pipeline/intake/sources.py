"""Files and folders as the user names them, expanded to the files that are to be read.

In: paths, and the register whose own files are not documents.  Out: an `Expansion`: sources in order, and what was passed over.
Promise: folders are only listed, never written to; a loop of links ends; each file is named once.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from models.errors import RejectedFile, UnreadableFile
from models.system import reason_of

__all__ = ["Expansion", "Source", "expand", "is_temporary", "label", "printable"]

DOWNLOAD_SUFFIXES = frozenset({".part", ".partial", ".crdownload", ".download", ".opdownload", ".filepart", ".aria2"})
"""Downloads and copies under way, by browsers (Firefox, Chrome, Safari, Opera) and transfer programs (WinSCP, aria2)."""
PARTIAL_SUFFIXES = DOWNLOAD_SUFFIXES | {".tmp", ".temp", ".swp", ".bak"}
"""Downloads under way and editors' copies: not yet, or no longer, documents."""
SYSTEM_NAMES = frozenset({"thumbs.db", "desktop.ini"})
EXPORT_SUFFIXES = frozenset({".xlsx", ".csv", ".json", ".ics"})
"""What `giaoviec export` writes: beside a register these are lists made of it, not documents."""


_TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read. `trouble` is set where listing already showed that it cannot be."""

    path: Path
    size: int = 0
    trouble: RejectedFile | None = None


@dataclass(frozen=True, slots=True)
class Expansion:
    """The files of the named paths in order; `missing` does not exist; `passed_over` are hidden, temporary or our own."""

    sources: tuple[Source, ...]
    missing: tuple[Path, ...]
    passed_over: tuple[Path, ...]


def expand(paths: Iterable[Path], *, register: Path | None = None) -> Expansion:
    """Expand files and folders (recursive, sorted by name).

    1. A file named by itself is taken even when it is hidden or has an odd name.
    2. In folders, hidden and temporary files, lock files of office programs and the register's own files are passed over.
    3. A file that is reached twice is read once; a folder that is reached twice (a loop of links) is entered once.
    """
    walk = _Walk(_real(register) if register else None)
    missing = []
    for path in paths:
        try:
            path.lstat()
        except (FileNotFoundError, NotADirectoryError):
            missing.append(path)
        except OSError as error:  # it lies where we may not look
            walk.sources.append(Source(path, trouble=_unreadable(path, error)))
        else:
            walk.folder(path) if _is_folder(path) else walk.file(path)
    return Expansion(tuple(walk.sources), tuple(missing), tuple(walk.passed_over))


class _Walk:
    def __init__(self, register: Path | None) -> None:
        self.register = register
        self.sources: list[Source] = []
        self.passed_over: list[Path] = []
        self._files: set[Path] = set()
        self._folders: set[Path] = set()

    def folder(self, folder: Path) -> None:
        waiting = [folder]
        while waiting:
            here = waiting.pop()
            real = _real(here)
            if real in self._folders:
                continue
            self._folders.add(real)
            try:
                entries = sorted(here.iterdir())
            except OSError as error:
                self.sources.append(Source(here, trouble=_unreadable(here, error)))
                continue
            inner = list(self._take(entries))
            waiting += reversed(inner)

    def _take(self, entries: Iterable[Path]) -> Iterator[Path]:
        # Files of a folder come before the files of its sub-folders.
        for entry in entries:
            if is_temporary(entry.name) or self._is_ours(entry):
                self.passed_over.append(entry)
            elif _is_folder(entry):
                yield entry
            else:
                self.file(entry)

    def file(self, path: Path) -> None:
        real = _real(path)
        if real in self._files:
            return
        self._files.add(real)
        try:
            facts = path.stat()
        except OSError as error:
            self.sources.append(Source(path, trouble=_unreadable(path, error)))
            return
        if stat.S_ISREG(facts.st_mode):
            self.sources.append(Source(path, facts.st_size))
        else:  # a pipe or a device would be waited on for ever
            self.sources.append(Source(path, trouble=UnreadableFile(name=label(path.name), detail="không phải tệp thường")))

    def _is_ours(self, entry: Path) -> bool:
        real = _real(entry)
        if entry.suffix == ".db" and _is_folder(entry.with_suffix(".files")):
            return True  # another register
        if entry.suffix == ".files" and _is_folder(entry):
            own = self.register is not None and real == self.register.with_suffix(".files")
            return own or _is_folder(entry / "originals")
        if self.register is None or real.parent != self.register.parent:
            return entry.name.endswith((".db-wal", ".db-shm", ".db-journal"))
        own = real.name == self.register.name or real.name.startswith(self.register.name + "-")
        return own or entry.suffix.lower() in EXPORT_SUFFIXES


def _real(path: Path) -> Path:
    # Not Path.resolve(): a link that points to itself is an error to it, and here only one more file that cannot be read.
    return Path(os.path.realpath(path))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # its folder may be listed but not entered
        return False


def is_temporary(name: str) -> bool:
    """Whether a file of this name is no document: hidden, a lock file, a download or copy under way, a file of the system."""
    # "~$plan.docx" is Word's lock file, ".~lock.plan.odt#" LibreOffice's, ".plan.pdf.a1B2c3" rsync's copy.
    lower = name.lower()
    return name.startswith((".", "~$")) or name.endswith("~") or Path(lower).suffix in PARTIAL_SUFFIXES or lower in SYSTEM_NAMES


def _unreadable(path: Path, error: OSError) -> UnreadableFile:
    return UnreadableFile(name=label(path.name or str(path)), detail=reason_of(error))


def printable(name: str) -> str:
    """A name whose bytes are not UTF-8 (old archives) with those bytes written out: SQLite and JSON take nothing else."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def label(name: str) -> str:
    """A name as it is shown and searched: printable, NFC, on one line; signs that steer a terminal are written out."""
    text = unicodedata.normalize("NFC", printable(name))
    return "".join(_written_out(char) if _steers(char) else char for char in text)


def _steers(char: str) -> bool:
    # Line breaks, escapes, and the marks that turn the direction of writing: "gpj.exe" must not read as "exe.jpg".
    return unicodedata.category(char) in ("Cc", "Zl", "Zp") or unicodedata.bidirectional(char) in _TURNS


def _written_out(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
