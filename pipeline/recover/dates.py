"""Dates and words of time of which one sign was misread: "ngảy 14 thang 11", "3l/8/2018", "31/8/201 8", "quý HI", "hăng tháng".

In: the text of a page.  Out: edits.
Promise: a digit is put only for a letter of its shape, within a date; a sign that may be one of several digits stays ("31/§/2018").
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from models.spans import Edit
from pipeline.rules.formal_lines import skeleton

__all__ = ["date_blank_edits", "date_sign_edits", "date_word_edits"]

_AS_DIGITS = str.maketrans("lIO", "110")
_AS_ROMAN = {"H": "II", "l": "I", "1": "I", "|": "I", "T": "I"}
_QUARTERS = frozenset({"I", "II", "III", "IV"})
_L = r"[^\W\d_]"
_RIGHT = frozenset({"ngày", "tháng", "năm", "trước", "chậm", "nhất", "hằng", "tuần", "hàng"})
_MARKED = {skeleton(word): word for word in sorted(_RIGHT - {"hàng"})}
"""Words of time by their letters."""

_WORDS = (
    regex.compile(rf"\b(?P<word>[Nn]g{_L}y)(?=[ ]?[\dlI][ ]?[\dlI]?[ ]?(?:[/.]\d|-\d\d?-\d|th{_L}ng[ ]?[\dlI]))"),
    regex.compile(rf"\b(?P<word>[Tt]h[aáàảãạăắâ]ng)(?=[ ]?(?:[\dlI]{{1,2}}[ ]?n{_L}m|\d{{1,2}}/(?:19|20)\d\d)\b)"),
    regex.compile(rf"(?<=\bth{_L}ng[ ]?[\dlI]{{1,2}}[ ]?)(?P<word>n{_L}m)(?=[ ]?(?:19|20)\d\d\b)"),
    regex.compile(rf"\b(?P<word>[Tt]r{_L}{{2}}c)(?=[ ]?ng{_L}y[ ]?\d)"),
    regex.compile(rf"\b(?P<word>[Cc]h[aâậăấầàáạ]m)(?=[ ]nh{_L}t[ ](?:là[ ])?(?:ng{_L}y|trước|trong|vào|đến)\b)"),
    regex.compile(rf"(?<=\b[Cc]h{_L}m[ ])(?P<word>nh{_L}t)(?=[ ](?:là[ ])?(?:ng{_L}y|trước|trong|vào|đến)\b)"),
    regex.compile(r"\b(?P<word>[Hh][ăảáâắẳặẵầẩ]ng)(?=[ ]?(?:th[aáàảăạ]ng|qu[ýíỳỷ]|năm|tu[âầấ]n|ngày)\b)"),
    regex.compile(r"(?<=\b[Hh][àằăảáâắẳ]ng[ ])(?P<word>th[aàảăạ]ng|tu[âấ]n)\b(?![ ][a-zđ]*\d)"),
)
"""Where a word of time stands: its letters say which it is, its neighbours that it is one."""
_NUMERALS = (
    regex.compile(r"(?<![\w/.-])(?P<sign>(?=[^\s/]*/[^\s/]*/\d)[\dlIO]{1,2}/[\dlIO]{1,2}/[\dlIO]{4})(?![\w/-])"),
    regex.compile(rf"(?<=\b[Nn]g{_L}y[ ])(?P<sign>\d[lI]|[lI]\d)(?=[ ]th{_L}ng\b|[/.]\d)"),
    regex.compile(rf"(?<=\b[Tt]h{_L}ng[ ])(?P<sign>1[lI]|[lI][0-2])(?=[ ]n{_L}m\b|/(?:19|20)\d)"),
    regex.compile(rf"(?<=\bn{_L}m[ ])(?P<sign>20[\dlI][\dlI])\b"),
)
_GLUED = regex.compile(
    r"(?<=\b[Nn]gày|\b[Tt]háng)(?=\d)|(?<=\b[Hh][àằ]ng)(?=(?:tháng|quý|năm|tuần|ngày)\b)|(?<=[Tt]rước)(?=ngày[ ]?\d)"
)
_PARTED = regex.compile(
    r"(?<=\b[Nn]gày[ ]?[0-3])[ ](?=\d/(?:0?\d|1[0-2])/(?:19|20)\d\d)|(?<=\d/20\d)[ ](?=\d(?![\w/]))|(?<=\d/20)[ ](?=\d\d(?![\w/]))"
)
_NO_SLASH = regex.compile(r"(?<=\b[Nn]gày[ ][0-3]?\d/(?:0?\d|1[0-2]))(?=20\d\d(?![\w/-]))")
_QUARTER = regex.compile(r"(?<=\b[Qq]u[ýí][ ])(?P<sign>[IVHlT1|]{2,4})(?=[/ ,;.:)\n]|\Z)")


def date_word_edits(text: str) -> Iterator[Edit]:
    """Write words of time with their marks: "ngảy 14 thang 11", "hăng quý"."""
    yield from sorted({edit for pattern in _WORDS for match in pattern.finditer(text) if (edit := _marked(match))})


def _marked(match: regex.Match[str]) -> Edit | None:
    word, right = match["word"], _MARKED.get(skeleton(match["word"]))
    if right is None or word.lower() in _RIGHT:
        return None
    return Edit(*match.span("word"), right.capitalize() if word[0].isupper() else right)


def date_sign_edits(text: str) -> Iterator[Edit]:
    """Write the digits of a date, and the numeral of a quarter, for letters of their shape: "3l/8/20l8", "quý HI"."""
    found = [(match.span("sign"), match["sign"].translate(_AS_DIGITS)) for pattern in _NUMERALS for match in pattern.finditer(text)]
    for match in _QUARTER.finditer(text):
        numeral = "".join(_AS_ROMAN.get(sign, sign) for sign in match["sign"])
        if numeral in _QUARTERS and not match["sign"].isdigit():
            found.append((match.span("sign"), numeral))
    last = 0
    for (start, end), right in sorted(found, key=lambda each: (each[0][0], -each[0][1])):
        if start >= last and text[start:end] != right:
            yield Edit(start, end, right)
            last = end


def date_blank_edits(text: str) -> Iterator[Edit]:
    """Part what was glued in a date or a rhythm, and join what was parted: "ngày14", "31/8/201 8", "31/82018"."""
    signs = ((_GLUED, " "), (_PARTED, ""), (_NO_SLASH, "/"))
    yield from sorted(Edit(*match.span(), sign) for pattern, sign in signs for match in pattern.finditer(text))
