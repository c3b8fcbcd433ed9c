"""The whole story: from a file to a directive, one line per stage.

In: the path of a file, and an engine loaded once.  Out: a `Directive` (and, where wanted, the `Document` it was read from).
Promise: no rule of the domain stands here; the same file and engine give the same directive, whatever the clock says.

    file -> read_pages -> recover -> outline -> detect -> (register, by the parent process)

`text` needs only the first two stages: what the later ones load is imported when an engine is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from models.directive import Directive
from models.errors import SecretDocument
from models.text import Document
from pipeline.extract import Ocr, ReadSettings, read_pages, secrecy_of, urgency_of
from pipeline.outline import outline
from pipeline.recover import recover

if TYPE_CHECKING:
    from pipeline.detect import Detector

__all__ = ["Engine", "load_engine", "read_directive", "read_document", "read_text"]


Told = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Engine:
    """Everything that is loaded once and used for each file: settings of the reading, OCR, the detector with its rules."""

    settings: ReadSettings
    detector: Detector
    ocr: Ocr


def load_engine(*, settings: ReadSettings | None = None, ocr: Ocr | None = None) -> Engine:
    """Load rules and models (seconds); reading a file afterwards loads nothing more."""
    from pipeline.detect import load_detector

    return Engine(settings or ReadSettings(), load_detector(), ocr or Ocr())


def read_text(path: Path, *, settings: ReadSettings, ocr: Ocr | None = None, on_scans: Told | None = None) -> Document:
    """The pages of a file in clean Vietnamese, with the way back to the text as the file gives it."""
    document = read_pages(path, settings=settings, ocr=ocr, on_scans=on_scans)
    return recover(document)


def read_directive(path: Path, *, engine: Engine, on_pages: Told | None = None, on_scans: Told | None = None) -> Directive:
    """Read a file and understand it; `on_pages` is told how many pages it has, `on_scans` before that how many OCR must read.

    Raises the `RejectedFile` that says why a file cannot enter; `SecretDocument` for a paper with a secrecy mark.
    """
    return read_document(path, engine=engine, on_pages=on_pages, on_scans=on_scans)[1]


def read_document(
    path: Path, *, engine: Engine, on_pages: Told | None = None, on_scans: Told | None = None
) -> tuple[Document, Directive]:
    """As `read_directive`, with the document that the spans of the directive point into."""
    from pipeline.detect import detect
    from pipeline.detect.packet import beside_header

    with engine.ocr.admission():
        document = _open(read_text(path, settings=engine.settings, ocr=engine.ocr, on_scans=on_scans))
        if on_pages:
            on_pages(len(document.pages))
        skeleton = outline(document, rules=engine.detector.outline_rules)
        directive = _with_stamps(detect(skeleton, detector=engine.detector), document)
        if document.packet:
            directive = beside_header(directive, document.packet)
        return document, _admit(directive)


def _open(document: Document) -> Document:
    # Promise 7 of the design: a secrecy mark on the picture ends it before the text goes on.
    if mark := secrecy_of(document):
        raise SecretDocument(name=document.file.name, detail=mark)
    return document


def _with_stamps(directive: Directive, document: Document) -> Directive:
    # A stamp in coloured ink is no part of the text that the stages before this one understand.
    if directive.fields.urgency or not (urgency := urgency_of(document)):
        return directive
    return directive.model_copy(update={"fields": directive.fields.model_copy(update={"urgency": urgency})})


def _admit(directive: Directive) -> Directive:
    # Promise 7 again: of a secret paper nothing goes on to the register.
    if directive.fields.secrecy:
        raise SecretDocument(name=directive.file.name, detail=directive.fields.secrecy)
    return directive
