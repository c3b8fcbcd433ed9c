"""Letters that OCR took for others of the same shape: "Sở Ÿ tế", "trước ngàY", "12⁄QĐ-SYT", "Quyêt định".

In: the text of a page that was read from its picture.  Out: edits.
Promise: no word becomes another one: only letters and syllables that Vietnamese does not have, capitals inside a word in small
letters, and signs that stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.spans import Edit
from pipeline.rules.syllables import syllables

_CRUMBS = re.compile(
    r"(?:(?<=\n)|\A)(?:[._]{1,3}|[-_=]{2,4})[ \t]+(?=[^\W\d_])|(?<=\S)[ \t]+[`ˆ´¬¨¸¯¦‹›~#|<>]{1,3}(?=[ \t]*\n|[ \t]+\S|\Z)"
)
"""Specks before the first word of a paragraph, and signs that stand alone and that no office types."""
_DUST = re.compile(r"^(?=[^\n]*[Ƒ£§¬°ˆ`´”“‘~|<>{}\\])(?![^\n]*[^\W\d_]{3})(?![^\n]*\d{2})[^\n\t]{1,40}$", re.MULTILINE)
"""A line of a signature or a seal: no word, no number, and signs that no office types."""
_WITHOUT_ACUTE = re.compile(r"(?<![^\W_])(?:quyê|kê|nhâ|châ|xuâ|suâ|đâ|tâ)t(?![^\W_])", re.IGNORECASE)
"""Words whose acute above the circumflex was lost: a syllable that ends in t bears a tone always, and of the two that it may bear
only one makes a word of offices ("xuât khẩu"; not "viêt", which may be viết or Việt)."""
_ACUTE = str.maketrans("êâÊÂ", "ếấẾẤ")
_FOREIGN = re.compile(r"[Ÿÿ⁄]")
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{2,7}(?![^\W_])")


def seen_letter_edits(text: str) -> Iterator[Edit]:
    """Write y for ÿ, / for the fraction slash, and the acute of a syllable that is none without it ("Quyêt định")."""
    yield from sorted((*_foreign_edits(text), *_acute_edits(text)))


def _acute_edits(text: str) -> Iterator[Edit]:
    for match in _WITHOUT_ACUTE.finditer(text):
        yield Edit(*match.span(), match.group().translate(_ACUTE))


def _foreign_edits(text: str) -> Iterator[Edit]:
    for match in _FOREIGN.finditer(text):
        sign = "/" if match.group() == "⁄" else "Y" if match.group() == "Ÿ" and not _after_small(text, match.start()) else "y"
        yield Edit(match.start(), match.end(), sign)


def crumb_edits(text: str) -> Iterator[Edit]:
    """Take away what is dust on the glass: "._ Văn bản báo cáo", "nội dung ˆ này"."""
    dust = [Edit(*match.span(), "") for match in _DUST.finditer(text)]
    lines = {at for edit in dust for at in range(edit.start, edit.end)}  # ".. ` h": a sign alone in a line that is dust itself
    crumbs = (Edit(*match.span(), "") for match in _CRUMBS.finditer(text) if match.start() not in lines)
    yield from sorted((*crumbs, *dust))


def mixed_case_edits(text: str) -> Iterator[Edit]:
    """Write in small letters a syllable that begins in one: "ngàY", "gIỚI"; "kWh" and "mRNA" are none."""
    known = syllables().all
    for match in _WORD.finditer(text):
        word = match.group()
        if word[0].islower() and not word.islower() and word.lower() in known:
            yield Edit(match.start(), match.end(), word.lower())


def _after_small(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].islower()
