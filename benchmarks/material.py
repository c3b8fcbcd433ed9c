"""The documents that are measured: born-digital PDFs, generated ones and, where they are there, real ones.

In: a folder to write to, a number of pages.  Out: paths with their pages, sorted.
Promise: the generated documents are the same on each machine (seeded); a scan or a page without healthy text is not among them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.generator import random_document, write_pdf
from pipeline.extract import ReadSettings, read_pages
from pipeline.extract.settings import OcrMode

__all__ = ["Material", "generated", "real"]

PAGES_EACH = (2, 4, 6, 9, 14)
"""Letters and plans of common lengths, and a long one."""
REAL = Path(__file__).parents[2] / "shared" / "corpus" / "pdf"


@dataclass(frozen=True, slots=True)
class Material:
    """A PDF and the number of its pages."""

    path: Path
    pages: int


def generated(folder: Path, *, pages: int) -> list[Material]:
    """Letters drawn at random from fixed seeds until there are `pages` pages."""
    found: list[Material] = []
    seed = 0
    while sum(one.pages for one in found) < pages:
        path = write_pdf(random_document(seed, pages=PAGES_EACH[seed % len(PAGES_EACH)]), folder / f"{seed:03}.pdf")
        found.append(_material(path))
        seed += 1
    return found


def real(*, most: int) -> list[Material]:
    """Real born-digital PDFs whose pages all have a healthy text layer, at most `most` pages; none where they are not there."""
    found: list[Material] = []
    for path in sorted(REAL.glob("*.pdf")) if REAL.is_dir() else []:
        try:
            document = read_pages(path, settings=ReadSettings(ocr=OcrMode.OFF))
        except Exception:
            continue
        if all(page.healthy and page.source == "text_layer" for page in document.pages) and len(document.pages) <= most:
            found.append(Material(path, len(document.pages)))
            most -= len(document.pages)
    return found


def _material(path: Path) -> Material:
    return Material(path, len(read_pages(path, settings=ReadSettings()).pages))
