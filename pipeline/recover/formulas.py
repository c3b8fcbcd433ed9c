"""Fixed words of official documents that OCR misread: lines of the letterhead, titles of signers, the opener of the recipients.

In: the text of a page that was read from its picture.  Out: edits.
Promise: only a phrase whose place says what it must be is put right; no number, name or symbol is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.spans import Edit
from pipeline.rules.formal_lines import load_formal_lines

__all__ = ["formal_line_edits", "opener_edits", "ruined_opener_edits"]

_OPENER = re.compile(
    r"^(?P<said>(?![-~+])\S{1,8}(?:[ ]\S{1,8}){0,2})[ ]*"
    r"(?=[\t\n][^\w\n]{0,6}Như[ ]|\t[^\n]*\n[^\w\n]{0,6}Như[ ])",
    re.M,
)
"""The line above "- Như trên;", "- Như Điều 4;": three short words at most, perhaps beside the authority of the signer."""
_RUINED = re.compile(
    r"^[ ]*(?P<said>Nơi[ ]\S{3,7}?|\S{2,4}[ ]nhận)(?=[ ]?[:.;][^\n]*\n(?:[^\n]*\n){0,2}?\s*(?:[-~=_*•][ ]?)?Như[ ])", re.MULTILINE
)
"""The same on a page whose words were recovered one by one: one of the two words is right, a colon follows."""
_EXACT = "Nơi nhận"
_KNOWN = re.compile(r"N[ơo]i\s*nh[ậâa]n", re.IGNORECASE)
_LAST = re.compile(r"^\W{0,4}L[ưu]u[ ]?(?:[:.]|VT|VP|HC|[A-ZĐ]{2,})", re.M)
"""The last line of the list: "- Lưu: VT"."""
_REACH = 1_500
"""Characters in which that line must follow."""
_OPENED = "Nơi nhận:"


_PART = re.compile(r"[^\t\n]+")
_LINE = re.compile(r"[^\n]+")
_LONGEST_FORMAL = 90
"""Characters of a line whose words are given."""


def formal_line_edits(text: str) -> Iterator[Edit]:
    """Write a line of the letterhead or a title as it must be ("SỞ Y TÉ", "Độc lập — Tư do"), whole lines or columns of them."""
    known = load_formal_lines()
    for line in _LINE.finditer(text):
        if len(line.group()) > 2 * _LONGEST_FORMAL:
            continue
        found = known.given(line.group()) if "\t" in line.group() else None
        spans = (
            [(line.start(), found)]
            if found
            else [
                (part.start(), known.given(part.group()))
                for part in _PART.finditer(text, *line.span())
                if len(part.group()) <= _LONGEST_FORMAL
            ]
        )
        yield from (Edit(at + given[0], at + given[1], given[2]) for at, given in spans if given)


def opener_edits(text: str) -> Iterator[Edit]:
    """Write "Nơi nhận:" for the unreadable word above the first recipient, where the page has none and its list ends as one."""
    if _KNOWN.search(text):
        return
    found = [match for match in _OPENER.finditer(text) if _LAST.search(text, match.end(), match.end() + _REACH)]
    if len(found) == 1:
        yield Edit(found[0].start("said"), found[0].end("said"), _OPENED)


def ruined_opener_edits(text: str) -> Iterator[Edit]:
    """Write "Nơi nhận" where recovery found one of the two words, above the first recipient."""
    if _EXACT not in text:
        yield from (Edit(*match.span("said"), _EXACT) for match in _RUINED.finditer(text))
