"""CATALOGUE.md as data: which files it lists, with which hash, and what each is there to show.

In: the catalogue and the files.  Out: its entries, or the same text with the hashes of today.
Promise: only the column of hashes is ever written; what a file is there to show is a person's sentence.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Entry(NamedTuple):
    """A row of the catalogue."""

    name: str
    sha256: str
    shows: str


def entries(catalogue: Path) -> tuple[Entry, ...]:
    """The rows of the table, in order."""
    rows = [_cells(line) for line in catalogue.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    return tuple(Entry(*row) for row in rows[1:])


def refresh(catalogue: Path, files: Iterable[Path]) -> None:
    """Write the hash of each file into its row."""
    digests = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    lines = catalogue.read_text(encoding="utf-8").splitlines()
    for i, line in enumerate(lines):
        name, *rest = _cells(line) if line.startswith("| ") else ("",)
        if name in digests:
            lines[i] = f"| {name} | {digests[name]} | {rest[1]} |"
    catalogue.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]
