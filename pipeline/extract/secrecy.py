"""Does a paper that was read from its picture bear a secrecy mark? Asked before anything of it is kept. And how urgent is it?

In: a `Document`.  Out: the mark, or None.
Promise: a stamp that was recognised as a secrecy mark counts, and so does a line at the head of a page that says MẬT, TỐI MẬT or
TUYỆT MẬT and nothing else, also where OCR has lost an accent: here a wrong alarm costs less than a leak.
"""

from __future__ import annotations

import re
import unicodedata

from models.text import SECRECY, URGENCY, Document, Page, PageSource

_MARKS = {"mat": "MẬT", "toi mat": "TỐI MẬT", "tuyet mat": "TUYỆT MẬT"}
_HEAD = 30
"""Lines from the top of a page in which the mark may stand: below the number, at the left (NĐ 26/2020, NĐ 30/2020). Lines, not
points: on a page that was scanned on its side the top is not where the letterhead begins."""
_OPENER = re.compile(r"(tuyet|toi)\s*$")


def secrecy_of(document: Document) -> str | None:
    """The secrecy mark on the pictures of a document; text that was never a picture is judged by its letterhead, later."""
    for page in document.pages:
        stamped = next((mark for mark in page.marks if mark.kind == SECRECY), None)
        if stamped is not None:
            return _MARKS.get(_plain(stamped.text), "MẬT")
        if page.source is PageSource.OCR and (written := _written(page)):
            return written
    return None


def secrecy_of_part(document: Document) -> str | None:
    """The secrecy mark on a paper of a packet: nobody reads the letterheads of all of them later, so its first page counts too
    where it was never a picture.
    """
    return secrecy_of(document) or next((mark for page in document.pages[:1] if (mark := _written(page))), None)


def urgency_of(document: Document) -> str | None:
    """The degree of urgency that was stamped on a picture in coloured ink; what was printed stands in the letterhead."""
    return next((mark.text for page in document.pages for mark in page.marks if mark.kind == URGENCY), None)


def _written(page: Page) -> str | None:
    above = ""
    for line in page.raw.split("\n")[:_HEAD]:
        for cell in line.split("\t"):
            plain = _plain(cell)
            if plain in _MARKS and _in_capitals(cell):
                opener = _OPENER.fullmatch(above) if plain == "mat" else None
                return _MARKS[f"{opener.group(1)} mat" if opener else plain]
            above = plain or above
    return None


def _in_capitals(cell: str) -> bool:
    letters = [char for char in cell if char.isalpha()]
    return sum(char.isupper() for char in letters) >= 0.7 * len(letters)


def _plain(text: str) -> str:
    """Lower case without accents, signs and single letters: the frame around a mark is read as "|" or "l"."""
    marked = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    bare = "".join(char for char in marked if not unicodedata.combining(char))
    return " ".join(re.findall(r"[a-z]{2,}", bare))
