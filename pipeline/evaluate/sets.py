"""Which documents are scored, and to which set each belongs: samples, development documents, held-out documents.

In: a folder of gold and the folders in which documents lie.  Out: `Case` values: a gold with the path of its document.
Promise: a real document is known by the sha256 of its bytes; where it is not at hand, it is skipped and named, not scored.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from models.errors import GoldError
from pipeline.evaluate.gold import Gold, find_document
from pipeline.evaluate.located import LocatedGold, read_source, resolve

__all__ = ["DEVELOPED", "HELD", "SPLITS", "Case", "load_cases"]

HELD = (
    "held",
    "held2",
    "restored_held",
    "restored_held2",
    "restored_held3",
    "restored_held4",
    "written_held",
    "written_held2",
    "written_held3",
    "written_held4",
)
"""Sets whose errors nobody sees who writes rules; the second was drawn when the first had been scored several times, the others
are parts of the documents that were written, by others, in the manner of many offices.
"""
DEVELOPED = ("dev", "restored", "written")
"""Sets that rules are mended on, and thresholds chosen."""
SPLITS = ("samples", *DEVELOPED, *HELD)


@dataclass(frozen=True, slots=True)
class Case:
    """A document with its gold; `path` is None where the document was not found, `gold` is None where its words were needed."""

    name: str
    split: str
    gold: Gold | None
    path: Path | None


def load_cases(gold: Path, documents: Sequence[Path]) -> list[Case]:
    """All gold below a folder (or one file), by set and name; GoldError where a file cannot be read or does not fit its source."""
    files = sorted(gold.rglob("*.json")) if gold.is_dir() else [gold]
    if not files:
        raise GoldError(detail=f"“{gold}” không có tệp đáp án *.json")
    cases = [_case(file, documents) for file in files]
    return sorted(cases, key=lambda case: (SPLITS.index(case.split), case.name))


def _case(file: Path, documents: Sequence[Path]) -> Case:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        if "sha256" in content:
            return _located(LocatedGold.model_validate(content), documents)
        whole = Gold.model_validate({"document": file.stem, **content})
    except (OSError, ValueError, ValidationError) as error:
        raise GoldError(detail=f"không đọc được đáp án “{file}” ({type(error).__name__})") from error
    return Case(whole.document, whole.split, whole, find_document(whole.document, documents))


def _located(located: LocatedGold, documents: Sequence[Path]) -> Case:
    path = find_document(located.document, documents)
    if path is None:
        return Case(located.document, located.split, None, None)
    source, sha256 = read_source(path)
    if sha256 != located.sha256:
        raise GoldError(detail=f"“{path}” không phải bản mà đáp án “{located.document}” nói tới (sha256 khác)")
    return Case(located.document, located.split, resolve(located, source), path)
