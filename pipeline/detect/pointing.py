"""Evidence: from a stretch of a passage to page, boxes and spans.

In: a passage of the outline and a stretch of its text.  Out: `Evidence`.
Promise: the quote of an evidence is what stands at its pieces, and each piece lies on one page.
"""

from __future__ import annotations

from models.directive import Evidence, PageBoxes
from models.outline import Passage
from models.spans import Span
from models.text import Document


def point(
    document: Document,
    passage: Passage,
    span: Span,
    *,
    rule: str,
    confidence: float,
    candidates: tuple[str, ...] = (),
) -> Evidence:
    """The evidence for `passage.text[span]`; the stretch must hold characters of the document."""
    pieces = _trimmed(document.text, passage.source(span))
    if not pieces:
        raise ValueError("nothing of the document stands in this span")
    pages: dict[int, list[tuple[float, float, float, float]]] = {}
    for piece in pieces:
        pages.setdefault(document.page_at(piece[0]).number, []).extend(document.boxes(piece))
    first, *later = pages.items()
    raw = [document.to_raw(piece) for piece in pieces]
    return Evidence(
        page=first[0],
        boxes=tuple(first[1]),
        continued=tuple(PageBoxes(page=page, boxes=tuple(boxes)) for page, boxes in later),
        span=(pieces[0][0], pieces[-1][1]),
        pieces=pieces if len(pieces) > 1 else (),
        span_source=(min(start for start, _ in raw), max(end for _, end in raw)),
        quote=" ".join(document.text[start:end] for start, end in pieces),
        rule=rule,
        confidence=confidence,
        candidates=candidates,
    )


def _trimmed(text: str, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    """The pieces without white space at their ends."""
    out = []
    for start, end in pieces:
        words = text[start:end]
        lo, hi = start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
        if lo < hi:
            out.append((lo, hi))
    return tuple(out)
