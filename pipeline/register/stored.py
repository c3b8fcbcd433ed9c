"""Which stored documents a person means, and by which version of the program they were read.

In: words (an id, a number, a file name), a version.  Out: the main files of those documents.
Promise: a word that names nothing is an error, never passed over; a document read before versions were kept is older than any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from models.errors import UnknownDocument, UsageError
from models.register import FileRole
from pipeline.register.database import Register
from pipeline.register.fold import fold

__all__ = ["StoredFile", "stored_files", "stored_versions", "version_key"]

_VERSION = re.compile(r"\d{1,6}(\.\d{1,6}){0,3}")
_FILES = """SELECT d.id, d.number, d.read_by, f.sha256, f.name, f.size, f.role FROM documents d
JOIN files f ON f.document_id = d.id AND f.role = ? ORDER BY d.registered, d.id, f.added, f.sha256"""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of a stored document, as a rule the main one; `read_by` is the version that read the document last, None where that
    was not kept.
    """

    document_id: str
    number: str | None
    name: str
    sha256: str
    size: int
    read_by: str | None
    version: bool = False
    """Another file of its document, not the one that it is read from."""


def stored_files(register: Register, *, named: Iterable[str] = (), older_than: str | None = None) -> list[StoredFile]:
    """The main files of the documents that are `named` (all where nothing is) and were read by a version before `older_than`.

    Raises UnknownDocument for a name that nothing bears.
    """
    files = _files(register, FileRole.MAIN)
    names = list(named)
    if names:
        wanted = {file.document_id for name in names for file in _named(files, name)}
        files = [file for file in files if file.document_id in wanted]
    if older_than is None:
        return files
    bound = version_key(older_than)
    return [file for file in files if file.read_by is None or version_key(file.read_by) < bound]


def stored_versions(register: Register, files: Iterable[StoredFile]) -> list[StoredFile]:
    """The other files of the documents whose main files are given, in the order they came in."""
    wanted = {file.document_id for file in files}
    return [file for file in _files(register, FileRole.VERSION) if file.document_id in wanted]


def _files(register: Register, role: FileRole) -> list[StoredFile]:
    return [
        StoredFile(row["id"], row["number"], row["name"], row["sha256"], row["size"], row["read_by"], role is FileRole.VERSION)
        for row in register.rows(_FILES, (role.value,))
    ]


def version_key(version: str) -> tuple[int, ...]:
    """A version as numbers that compare; raises UsageError where it is none."""
    if not _VERSION.fullmatch(version):
        raise UsageError(detail=f"“{version}” không phải số phiên bản; viết như 0.2.0")
    parts = [int(part) for part in version.split(".")]
    return tuple(parts + [0] * (4 - len(parts)))


def _named(files: Iterable[StoredFile], name: str) -> list[StoredFile]:
    folded = fold(name)
    found = [file for file in files if name == file.document_id or folded in (fold(file.name), fold(file.number or ""))]
    if not found:
        raise UnknownDocument(document=name)
    return found
