"""Fixed words of official documents that OCR misread: lines of the letterhead, titles of signers, the opener of the recipients.

In: the text of a page that was read from its picture.  Out: edits.
Promise: only a phrase whose place says what it must be is put right; no number, name or symbol is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from models.spans import Edit
from pipeline.rules.directory import load_directory
from pipeline.rules.formal_lines import FormalLines, load_formal_lines

__all__ = ["formal_letter_edits", "formal_line_edits", "opener_edits", "ruined_opener_edits"]

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
_SYMBOL = r"[ ]?\d{0,5}[ ]?[a-zA-Z]?/(?:\d{4}/)?[A-ZĐ][^\W\d_]*-[A-ZĐ]"
_NUMBERED = re.compile(rf"^[ ]*Số[ ]?:?{_SYMBOL}", re.MULTILINE)
_NUMBER_WORD = re.compile(rf"^[ ]*(?P<said>[S$§5s][^\s\w]?\S{{1,2}}?)(?=[ ]?:{_SYMBOL})", re.MULTILINE)
"""The word before the number of a paper, which begins its line: an S, or what engines put for it, and what is left of "ố"."""
_THREE_PAIRS = re.compile(r"[^\W\d_]+[ ][^\W\d_]+(?:[ ]?[-–~][ ]?[^\W\d_]+[ ][^\W\d_]+){2}(?=[ ]*$)", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+")
_MOTTO, _MOST_WRONG = ("Độc", "lập", "Tự", "do", "Hạnh", "phúc"), 2
"""The motto under the name of the state, known by four of its six words."""
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
                (part.start() + at, given)
                for part in _PART.finditer(text, *line.span())
                if len(part.group()) <= _LONGEST_FORMAL
                for at, given in _formal_parts(part.group(), known)
            ]
        )
        yield from (Edit(at + given[0], at + given[1], given[2]) for at, given in spans)


def formal_letter_edits(text: str) -> Iterator[Edit]:
    """The same in a text that nobody took from a picture, as far as we know: letters are put right, no mark before them goes."""
    return (edit for edit in formal_line_edits(text) if text[edit.start].isalpha())


def _formal_parts(text: str, known: FormalLines) -> Iterator[tuple[int, tuple[int, int, str]]]:
    """What is to be written otherwise in a column: all of it, or the right one of two that were read as one line, and the left."""
    if whole := known.given(text):
        yield 0, whole
    elif right := known.behind(text):
        if left := known.given(text[: right[0]]):
            yield 0, left
        if text[right[0] : right[1]] != right[2]:
            yield 0, right


def opener_edits(text: str) -> Iterator[Edit]:
    """Write "Nơi nhận:" for the unreadable word above the first recipient, where the page has none and its list ends as one."""
    if _KNOWN.search(text):
        return
    found = [match for match in _OPENER.finditer(text) if _LAST.search(text, match.end(), match.end() + _REACH)]
    if len(found) == 1:
        yield Edit(found[0].start("said"), found[0].end("said"), _OPENED)


def ruined_opener_edits(text: str) -> Iterator[Edit]:
    """What recovery left of fixed words: "Nơi nhận" above the first recipient, "Số" before the paper's number, the motto."""
    yield from sorted([*_number_words(text), *_openers(text), *_mottos(text), *_departments(text)])


def _departments(text: str) -> Iterator[Edit]:
    """The word "Sở" before the field of a department, and in "các sở, ban, ngành", of which one letter and dirt are left."""
    for match in _department().finditer(text):
        yield Edit(*match.span(), "Sở" if match.group()[0] == "S" else "sở")


@lru_cache(maxsize=1)
def _department() -> re.Pattern[str]:
    names = (agency.canonical for agency in load_directory().agencies.values())
    fields = "|".join(sorted({re.escape(name.removeprefix("Sở ")) for name in names if name.startswith("Sở ")}))
    dirt = r"(?:[6o0aàáéèốồộơớờợ]?[^\w\s]{0,2})"
    return re.compile(rf"(?<!\w)(?:S{dirt}(?= (?:{fields})\b)|(?<=[Cc]ác )s{dirt}(?=, ban, ngành))")


def _mottos(text: str) -> Iterator[Edit]:
    for match in _THREE_PAIRS.finditer(text):
        words = list(_WORD.finditer(text, match.start(), match.end()))
        wrong = [(found, right) for found, right in zip(words, _MOTTO, strict=True) if found.group().lower() != right.lower()]
        if 0 < len(wrong) <= _MOST_WRONG:
            yield from (Edit(found.start(), found.end(), right) for found, right in wrong)


def _number_words(text: str) -> Iterator[Edit]:
    if not _NUMBERED.search(text):
        for match in islice(_NUMBER_WORD.finditer(text), 1):
            yield Edit(*match.span("said"), "Số")


def _openers(text: str) -> Iterator[Edit]:
    if _EXACT not in text:
        yield from (Edit(*match.span("said"), _EXACT) for match in _RUINED.finditer(text))
