"""The enumerators of official documents as a grammar: Phần, Chương, Mục, Điều, I. 1. 1.1. a) a1) (1) i) - + *.

In: the start of a line.  Out: a `Marker`: its kind, its value in the series, and where the text behind it begins.
Promise: "2025. Thường xuyên", "1.500 tỷ" and "1/7/2025" are no markers; what a marker means is not decided here.
Source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.7 (phần, chương, mục, điều, khoản, điểm) and the habits of offices.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

import regex

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Order of the letters in lists (điểm): the Vietnamese alphabet without ă, â, ê, ô, ơ, ư."""
FOREIGN = {"f": "e", "j": "i"}
"""Letters that a word processor counts with and the Vietnamese alphabet lacks, and the one behind which they stand, whose place
they share: "e) ... f) ... g)".
"""

HIGHEST_NUMBER = 99
"""A list longer than this is not met; "2025." at a line start is a year that was wrapped."""


class Kind(IntEnum):
    """Kinds of enumerators, from the outermost to the innermost as they usually nest."""

    PART = 1
    CHAPTER = 2
    SECTION = 3
    UPPER = 4
    ROMAN = 5
    ARTICLE = 6
    TASK = 7
    NUMBER = 8
    DECIMAL = 9
    DECIMAL3 = 10
    LETTER = 11
    LETTER_NUMBER = 12
    PAREN_NUMBER = 13
    ORDINAL = 14
    LOWER_ROMAN = 15
    DASH = 16
    PLUS = 17
    STAR = 18


BULLETS = frozenset({Kind.DASH, Kind.PLUS, Kind.STAR})


@dataclass(frozen=True, slots=True)
class Marker:
    """An enumerator. `label` is its name in a path ("III", "2", "a", "1.1", "-"), `value` its place in the series (1-based),
    `end` the offset of the text behind it, `sign` what is written behind its number or letter (".", ")", "/", "-"; "" for
    other kinds): "1." and "1)" are of two series.
    """

    kind: Kind
    label: str
    value: int
    end: int
    sign: str = ""

    @property
    def bullet(self) -> bool:
        """Whether it is a bullet, which has no place in a series."""
        return self.kind in BULLETS

    @property
    def foreign(self) -> bool:
        """Whether its letter is none of the Vietnamese alphabet."""
        return self.kind is Kind.LETTER and self.label in FOREIGN

    @property
    def inserted(self) -> bool:
        """Whether it is that of an article or a clause that was put in later ("Điều 5a", "6a")."""
        return self.kind in (Kind.ARTICLE, Kind.NUMBER) and self.label[-1:].isalpha()


_WORDS = {"nhất": 1, "một": 1, "bốn": 4, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_GRAMMAR = regex.compile(
    r"""
      (?P<part>(?:Phần|PHẦN)\s+(?:thứ\s+|THỨ\s+)?(?P<part_no>[IVXL]+|\d+|nhất|hai|ba|tư|năm|sáu|NHẤT|HAI|BA|TƯ|NĂM)\b\s*[.:]?)
    | (?P<chapter>(?:Chương|CHƯƠNG)\s+(?P<chapter_no>[IVXL]+|\d+)\b\s*[.:]?)
    | (?P<section>(?:Mục|MỤC)\s+(?P<section_no>[IVXL]+|\d+)\b\s*[.:]?)
    | (?P<article>(?:Điều|ĐIỀU)\s+(?P<article_no>\d{1,3}[a-zđ]?)\s*[.:])
    | (?P<task>
        (?P<task_word>(?i:nhiệm\s+vụ|giải\s+pháp|nội\s+dung|hoạt\s+động|đề\s+án|dự\s+án|tiểu\s+dự\s+án|bước|việc))
        \s+(?:số\s+)?(?P<task_no>\d{1,2})\s*[.:](?=\s+["“(]?\p{Lu}))
    | (?P<roman>(?P<roman_no>[IVXL]{1,6}|[IVX][ivx]{1,4}(?=\.))\s?[./)-][-–.]?(?=\s|$|(?<=[-–./])\p{Lu}{3}|(?<=[-–./])\p{Lu}\p{Ll}))
    | (?P<upper>(?P<upper_no>[A-HĐ])(?:\s?[./)][-–.]?(?=\s|$)|[-–](?=\s+\p{Lu})))
    | (?P<decimal>(?P<decimal_no>\d{1,2}(?:\.\d{1,2}){1,3})(?:(?:\.?\)?|\.?[-–/])(?=\s+["“(]?\p{Lu})|\.(?=\s*$|\s+\d{1,3}(?!\d))))
    | (?P<clause>Khoản\s+(?P<clause_no>\d{1,2})\s*[.:](?=\s))
    | (?P<inserted>(?P<inserted_no>\d{1,2}[a-dđ])\.(?=\s+["“(]?\p{Lu}))
    | (?P<number>(?P<number_no>\d{1,4})\s?[.)/][-–.]?(?=\s|$))
    | (?P<dashed>(?P<dashed_no>\d{1,2})\.?[-–](?=\s+["“(]?\p{Lu}|\p{Lu}\p{Ll}*\s))
    | (?P<glued>(?P<glued_no>\d{1,2})[./)][-–.]?(?=\p{Lu}\p{Ll}|\p{Lu}{2,}\d{0,2}\s))
    | (?P<paren>\((?P<paren_no>\d{1,2})\)(?=\s|$))
    | (?P<ordinal>
        (?:Thứ\s+(?P<ordinal_no>nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|(?P<ordinal_is_no>Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười)\s+là)
        \s*[,:](?=\s))
    | (?P<lower_roman>\(?(?P<lower_roman_no>i{1,3}|iv|vi{0,3}|ix)\)(?=\s))
    | (?P<letter_number>(?P<letter_number_no>[a-zđ]\d{1,2})[.)](?=\s))
    | (?P<letter>
        \(?(?P<letter_no>[a-zđ])
        (?:\s?[.)][-–.]?(?=\s|$)|[.)/](?=\p{Lu}\p{Ll})|/?[-–.](?=\s+\p{Lu})|/(?=\s+\p{Lu})|,(?=\s+\p{Lu}\p{Ll})))
    | (?P<dash>(?:[-–—−•●▪■□◦‣⁃►➢➤❖✓✔·○◆◇▶★]|(?!\uf02b)[\uf021-\uf0ff])(?=\s|$|\p{Lu})|[§Ø](?=\s+\p{Lu}))
    | (?P<plus>[+\uf02b](?=\s|\p{Lu}))
    | (?P<star>[*o](?=\s+\p{Lu}))
    """,
    regex.VERBOSE | regex.VERSION1,
)


_MISREAD = regex.compile(r"(?P<no>[IVXLHTJYNiltjìíịÌÍỊ1|!]{1,6})\s?(?P<sign>[.,:/-])(?=\s+[\"“(]?\p{Lu})")
_STROKES = {"H": "II", "N": "II", "Y": "V", "V": "V", "X": "X"}
"""What OCR makes of the strokes of a Roman number: "1H" and "HI" are III; any other sign is a stroke."""

_SIGNED = frozenset({Kind.UPPER, Kind.ROMAN, Kind.NUMBER, Kind.LETTER, Kind.LOWER_ROMAN})
_SIGN = regex.compile(r"\w\s?(?P<sign>[.),/]|[-–])")
_DOUBLED = regex.compile(r"[-*+]\s+(?=(?:\d{1,2}|[a-zđ])[.)]\s+\p{Lu})")


def misread_roman(text: str, value: int) -> Marker | None:
    """The Roman number `value` at the start of a text in which OCR took its strokes for other signs; None where it is not that."""
    match = _MISREAD.match(text)
    label = to_roman(value)
    if match is None or "".join(_STROKES.get(sign, "I") for sign in match.group("no")) != label:
        return None
    return Marker(Kind.ROMAN, label, value, len(text) - len(text[match.end() :].lstrip()), ".")


@lru_cache(maxsize=2048)  # many steps of the outline ask what a line begins with
def read_marker(text: str) -> Marker | None:
    """The enumerator at the start of `text`, or None."""
    doubled = _DOUBLED.match(text)
    if doubled:  # "- 1. Bộ Công an ...": the number tells more than the dash before it
        inner = read_marker(text[doubled.end() :])
        return replace(inner, end=inner.end + doubled.end()) if inner else None
    match = _GRAMMAR.match(text)
    if match is None or match.lastgroup is None:
        return None
    parts = match.groupdict()
    name = next(key for key, value in parts.items() if value is not None and not key.endswith(("_no", "_word")))
    number = parts.get(f"{name}_no") or parts.get(f"{name}_is_no") or ""
    marker = _build(name, number, match.end())
    if marker is None:
        return None
    rest = text[marker.end :]
    sign = _SIGN.search(match.group()) if marker.kind in _SIGNED else None
    return replace(marker, end=len(text) - len(rest.lstrip()), sign=sign.group("sign") if sign else "")


def roman_value(text: str) -> int:
    """The value of a Roman numeral of I, V, X, L; 0 where it is not one in its usual form."""
    total = 0
    for here, after in zip(text, [*text[1:], ""], strict=True):
        value = _ROMAN[here]
        total += -value if after and _ROMAN[after] > value else value
    return total if to_roman(total) == text else 0


def to_roman(number: int) -> str:
    """`number` (1 to 89) as a Roman numeral."""
    steps = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    out = ""
    for value, sign in steps:
        while number >= value:
            out, number = out + sign, number - value
    return out


def _build(name: str, number: str, end: int) -> Marker | None:
    if name in ("part", "chapter", "section"):
        word = {"part": "Phần", "chapter": "Chương", "section": "Mục"}[name]
        return Marker(Kind[name.upper()], f"{word} {number}", _ordinal(number), end)
    if name == "task":
        return Marker(Kind.TASK, f"Nhiệm vụ {number}", int(number), end)
    if name == "article":
        return Marker(Kind.ARTICLE, f"Điều {number}", _counted(number), end)
    if name == "roman":
        number = number.upper()  # "Iii." where a text lost its capitals
        value = roman_value(number)
        return Marker(Kind.ROMAN, number, value, end) if value else None
    if name == "upper":
        return Marker(Kind.UPPER, number, "ABCDĐEGH".find(number) + 1, end)
    if name == "decimal":
        parts = number.split(".")
        if any(part.startswith("0") for part in parts):
            return None
        return Marker(Kind.DECIMAL if len(parts) == 2 else Kind.DECIMAL3, number, int(parts[-1]), end)
    if name in ("number", "dashed", "glued", "clause"):
        return Marker(Kind.NUMBER, str(int(number)), int(number), end) if int(number) <= HIGHEST_NUMBER else None
    if name == "inserted":
        return Marker(Kind.NUMBER, number, _counted(number), end)
    if name == "paren":
        return Marker(Kind.PAREN_NUMBER, f"({number})", int(number), end)
    if name == "ordinal":
        return Marker(Kind.ORDINAL, number, _ordinal(number), end)
    if name == "lower_roman":
        return Marker(Kind.LOWER_ROMAN, number, roman_value(number.upper()), end)
    if name == "letter_number":
        return Marker(Kind.LETTER_NUMBER, number, int(number[1:]), end)
    if name == "letter":
        place = LETTERS.find(FOREIGN.get(number, number)) + 1
        return Marker(Kind.LETTER, number, place, end) if place else None
    return {
        "dash": Marker(Kind.DASH, "-", 0, end),
        "plus": Marker(Kind.PLUS, "+", 0, end),
        "star": Marker(Kind.STAR, "*", 0, end),
    }[name]


def _counted(number: str) -> int:
    """The place of an article or clause in its series; one put in later stands at that of the one before it ("Điều 5a")."""
    return int(number.rstrip(LETTERS))


def _ordinal(number: str) -> int:
    if number.isdigit():
        return int(number)
    return _WORDS.get(number.lower()) or roman_value(number)
