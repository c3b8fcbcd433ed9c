"""What stands inside boxes on a printed page, asked of pdfplumber, which the program does not use for its own boxes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pdfplumber

from corpus.generator.model import Letter
from models.directive import Directive, Evidence
from models.spans import Span
from models.text import Box, Document


class Case(NamedTuple):
    """A PDF as generated, as read, and as another reader sees its words."""

    letter: Letter
    document: Document
    directive: Directive
    words: PageWords


class PageWords:
    """The words of each page of a PDF with their centres."""

    def __init__(self, path: Path) -> None:
        with pdfplumber.open(path) as pdf:
            self.pages = [[(word["text"], *_centre(word)) for word in page.extract_words()] for page in pdf.pages]
            self.sizes = [(page.width, page.height) for page in pdf.pages]

    def inside(self, page: int, boxes: Iterable[Box]) -> Counter[str]:
        """The tokens of the words of a page (1-based) whose centre lies in one of the boxes."""
        boxes = list(boxes)
        words = [text for text, x, y in self.pages[page - 1] if any(_holds(box, x, y) for box in boxes)]
        return tokens(" ".join(words))


def tokens(text: str) -> Counter[str]:
    """Runs of letters and digits with their counts; how words are cut at marks differs between readers."""
    return Counter(re.findall(r"\w+", text))


def squeezed(text: str) -> str:
    """The text without white space: line ends differ between a page and a running text."""
    return re.sub(r"\s+", "", text)


def pieces(evidence: Evidence) -> tuple[Span, ...]:
    """The parts of the document's text that an evidence points at."""
    return evidence.pieces or (evidence.span,)


def on_page(evidence: Evidence, document: Document) -> dict[int, list[Box]]:
    """The boxes of an evidence by page: its own on its page, those of its further pieces where it runs over the page's end."""
    found: dict[int, list[Box]] = {evidence.page: list(evidence.boxes)}
    for piece in pieces(evidence):
        number = document.page_at(piece[0]).number
        if number != evidence.page:
            found.setdefault(number, []).extend(document.boxes(piece))
    return found


def all_evidence(directive: Directive) -> Iterator[tuple[str, Evidence]]:
    """Every evidence of a directive with a name for messages."""
    yield from ((f"field {name}", evidence) for name, evidence in directive.fields.evidence.items())
    for task in directive.tasks:
        yield f"task {task.text[:50]}", task.evidence
        yield from ((f"{agency.role} {agency.name} of {task.text[:40]}", agency.evidence) for agency in task.agencies)
        yield from ((f"deadline {deadline.text} of {task.text[:40]}", deadline.evidence) for deadline in task.deadlines)
    yield from ((f"citation {citation.number}", citation.evidence) for citation in directive.citations)


def _centre(word: dict[str, float]) -> tuple[float, float]:
    return (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
