"""Gold: what a person says a document assigns.

In: the JSON files of a gold folder.  Out: `Gold` values, and the document each belongs to.
Promise: a key that is absent means "not judged", null or [] means "the document names none"; the two are never mixed up.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from models.errors import GoldError

__all__ = ["Gold", "GoldDeadline", "GoldTask", "find_document", "load_gold"]


class _Gold(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldDeadline(_Gold):
    """A deadline of a gold task; an optional one counts neither way."""

    text: str = ""
    due: date | None = None
    rrule: str | None = None
    optional: bool = False


class GoldTask(_Gold):
    """A task as a person wrote it down. `text_full` is a second reading that is as good."""

    path: tuple[str, ...] = ()
    text: str
    text_full: str | None = None
    leads: tuple[str, ...] | None = None
    coordinators: tuple[str, ...] | None = None
    deadlines: tuple[GoldDeadline, ...] = ()
    optional: bool = False
    origin: str = "body"
    kind: str = "assignment"

    @property
    def readings(self) -> tuple[str, ...]:
        """The texts that a found task may agree with."""
        return tuple(text for text in (self.text, self.text_full) if text)


class Gold(_Gold):
    """The gold of one document; `meta` holds the judged fields, and the place that names of agencies may leave out."""

    document: str
    split: str = "samples"
    meta: dict[str, str | int | None] = {}
    tasks: tuple[GoldTask, ...] = ()

    @property
    def place(self) -> str:
        """The province or city that names of agencies may leave out."""
        return str(self.meta.get("place") or "")

    @property
    def issued(self) -> date | None:
        """The day of the document, where gold knows it."""
        day = self.meta.get("date")
        return date.fromisoformat(str(day)) if day else None


def load_gold(folder: Path) -> list[Gold]:
    """The gold files of a folder (or the one file), sorted by name; GoldError where one cannot be read or none is there."""
    files = sorted(folder.glob("*.json")) if folder.is_dir() else [folder]
    if not files:
        raise GoldError(detail=f"“{folder}” không có tệp đáp án *.json")
    return [_load(file) for file in files]


def _load(file: Path) -> Gold:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        return Gold.model_validate({"document": file.stem, **content})
    except (OSError, ValueError, ValidationError) as error:
        raise GoldError(detail=f"không đọc được đáp án “{file}” ({type(error).__name__})") from error


def find_document(stem: str, folders: Sequence[Path]) -> Path | None:
    """The document of a gold file: `<stem>.*`, else `<stem>_*.*`, in the first folder that has one."""
    for folder in folders:
        files = sorted(file for file in folder.iterdir() if file.is_file() and file.suffix != ".json") if folder.is_dir() else []
        for fits in (lambda file: file.stem == stem, lambda file: file.stem.startswith(f"{stem}_")):
            if found := next(filter(fits, files), None):
                return found
    return None
