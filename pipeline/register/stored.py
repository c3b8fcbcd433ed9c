"""Which stored documents a person means, and by which version of the program they were read.

In: words (an id, a number, a file name), a version.  Out: the main files of those documents.
Promise: a word that names nothing is an error, never passed over; a document read before versions were kept is older than any; a
number names the document that shows it, and only where none does the one the machine read it from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.errors import UnknownDocument, UsageError
from models.register import FileRole
from pipeline.register.database import Register
from pipeline.register.fold import fold
from pipeline.register.schema import shown_column

__all__ = ["StoredFile", "stored_files", "stored_versions", "version_key"]

_VERSION = re.compile(r"\d{1,6}(\.\d{1,6}){0,3}")
_FILES = f"""SELECT d.id, {shown_column("d", "number")}, d.number AS read_number, d.read_by, f.sha256, f.name, f.size, f.role
FROM documents d JOIN files f ON f.document_id = d.id AND f.role = ? ORDER BY d.registered, d.id, f.added, f.sha256"""


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
    read_number: str | None = None
    """The number as the machine read it; `number` is the corrected one where a person corrected it."""


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
        StoredFile(
            document_id=row["id"],
            number=row["number"],
            name=row["name"],
            sha256=row["sha256"],
            size=row["size"],
            read_by=row["read_by"],
            version=role is FileRole.VERSION,
            read_number=row["read_number"],
        )
        for row in register.rows(_FILES, (role.value,))
    ]


def version_key(version: str) -> tuple[int, ...]:
    """A version as numbers that compare; raises UsageError where it is none."""
    if not _VERSION.fullmatch(version):
        raise UsageError(detail=f"“{version}” không phải số phiên bản; viết như 0.2.0")
    parts = [int(part) for part in version.split(".")]
    return tuple(parts + [0] * (4 - len(parts)))


def _named(files: Sequence[StoredFile], name: str) -> list[StoredFile]:
    folded = fold(name)
    shown = [file for file in files if name == file.document_id or folded in (fold(file.name), fold(file.number or ""))]
    # A number that was misread may be another document's: whoever bears it comes first, lest `forget` takes both.
    found = shown or [file for file in files if file.read_number and folded == fold(file.read_number)]
    if not found:
        raise UnknownDocument(document=name)
    return found
