"""The pages of a document as they are laid beside its records.

In: the id of a document.  Out: its main file and its pages: size, source of the text, where the text begins; the text of a page.
Promise: the offset of a page is that of its first letter in the document's text, where pages are joined by form feeds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.packet import Part
from pipeline.register.database import Register
from pipeline.register.packets import packet_of

__all__ = ["Sheet", "Sheets", "page_text", "sheets_of"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: size in points (None where the file has no pages), how its text was read, the offset of its first letter.

    `media` is the kind of the file it stands in; of a packet `part` is the digest of that file and `part_page` the page in it.
    """

    page: int
    width: float | None
    height: float | None
    source: str
    reason: str
    quality: float
    healthy: bool
    offset: int
    media: str = ""
    part: str = ""
    part_page: int = 0


@dataclass(frozen=True, slots=True)
class Sheets:
    """The main file of a document and its pages."""

    document_id: str
    file: str
    sha256: str
    media: str
    pages: tuple[Sheet, ...]

    def page(self, number: int) -> Sheet | None:
        """The page of this number."""
        return next((sheet for sheet in self.pages if sheet.page == number), None)


def sheets_of(register: Register, document_id: str) -> Sheets | None:
    """The pages of a document; None where there is no such document."""
    file = register.row("SELECT name, sha256, media FROM files WHERE document_id = ? AND role = 'main'", (document_id,))
    if file is None:
        return None
    packet = packet_of(register, file["sha256"])
    parts = packet.parts if packet else ()
    sheets, offset = [], 0
    for row in register.rows("SELECT *, length(text) AS letters FROM pages WHERE sha256 = ? ORDER BY page", (file["sha256"],)):
        sheet = Sheet(
            row["page"], row["width"], row["height"], row["source"], row["reason"], row["quality"], bool(row["healthy"]), offset,
            file["media"],
        )  # fmt: skip
        sheets.append(_in_part(sheet, parts))
        offset += row["letters"] + 1
    return Sheets(document_id, file["name"], file["sha256"], file["media"], tuple(sheets))


def _in_part(sheet: Sheet, parts: Sequence[Part]) -> Sheet:
    for part in parts:
        if part.first and part.first <= sheet.page < part.first + part.pages:
            return replace(sheet, media=part.media, part=part.sha256, part_page=sheet.page - part.first + 1)
    return sheet


def page_text(register: Register, sha256: str, page: int) -> str:
    """The text of a page; "" where there is none."""
    row = register.row("SELECT text FROM pages WHERE sha256 = ? AND page = ?", (sha256, page))
    return str(row["text"]) if row else ""
