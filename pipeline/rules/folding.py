"""One spelling for Vietnamese words that are written in several ways, so that names can be compared and found.

In: text as people type it (NFC or NFD, hoà or hòa, Ð for Đ).  Out: folded text: lower case, NFC, tone marks in one place.
Promise: `fold_same_length` of NFC text has its length and its positions one to one; all three are idempotent.

The canonical place of the tone mark is the older one that laws and decrees use: hòa, khỏe, ủy, thúy (and quý, già, khuỷu,
hoàn, thuở, where both habits agree).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

import regex

_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
"""Combining grave, acute, tilde, hook above, dot below: the five written tones."""

_VIETNAMESE_MARKS: Final = _TONES + "\u0302\u0306\u031b"
"""The tones, and what shapes a vowel: circumflex, breve, horn."""

_SHAPED: Final = frozenset("ăâêôơư")
"""Vowels with a shape of their own: they take the tone wherever they stand."""

_LOOKALIKES: Final = str.maketrans({"Ð": "đ", "ð": "đ", "Ɖ": "đ", "ɖ": "đ"})
"""Eth and African D are typed for Đ by old keyboards and fonts."""

_VOWELS: Final = "".join(unicodedata.normalize("NFC", base + tone) for base in "aăâeêioôơuưy" for tone in ("", *_TONES))

_SYLLABLE: Final = regex.compile(rf"(?<![^\W\d_])([bcdđghklmnpqrstvx]{{0,3}})([{_VOWELS}]{{2,4}})([cghmnpt]{{0,2}})(?![^\W\d_])")
"""A written syllable with two vowel letters or more: only there can the tone mark stand in two places."""

_TO_Y: Final = str.maketrans("iìíĩỉị", "yỳýỹỷỵ")

_I_OR_Y: Final = ("qui", "quì", "quí", "quĩ", "quỉ", "quị", "kì", "kí", "kĩ", "kỉ", "kị", "lí", "mĩ", "công ti", "tỉ ")

_I_FOR_Y: Final = regex.compile(
    r"(?<![^\W\d_])(qu(?=[iìíĩỉị])|k(?=[ìíĩỉị])|l(?=í)|m(?=ĩ)|(?<=công )t(?=i)|t(?=ỉ (?:lệ|đồng|trọng|số|suất)\b))"
    r"([iìíĩỉị])(?![^\W\d_])"
)
"""Words that schools (and some offices) write with i where decrees write y: qui định, kĩ năng, học kì, quản lí, tỉ lệ."""

_SENT: Final = ("gởi", "gửi")
"""To send, as offices of the South write it; the syllable stands in no other word."""

_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))

_PLAIN: Final = _LOOKALIKES | _DASHES

_INVISIBLE: Final = regex.compile(r"\p{Cf}+")
"""Soft hyphens, zero-width spaces and byte-order marks split words without being seen."""

_SIGNS: Final = regex.compile(r"[[^\p{L}\p{N}]&&\p{ccc=0}]+", regex.V1)

_MARKS: Final = regex.compile(r"\p{Mn}+")


def fold(text: str, *, punctuation: bool = True) -> str:
    """`text` in lower case, NFC, with canonical tone placement and single spaces.

    1. hoà == hòa, uỷ == ủy, thuý == thúy, Ð == đ, NFD == NFC; all dashes are "-"; invisible characters are gone.
    2. Without `punctuation` each stretch of other signs is one space: "KH&ĐT" -> "kh đt".
    The length may change; use `fold_same_length` where offsets matter.
    """
    folded = fold_same_length(_visible(unicodedata.normalize("NFC", text))).translate(_DASHES)
    if not punctuation:
        folded = _SIGNS.sub(" ", folded)
    return " ".join(folded.split())


def fold_search(text: str) -> str:
    """`text` as one types it without a Vietnamese keyboard: no diacritics, đ -> d, lower case, single spaces."""
    # Without marks there is no tone to move, so the costly half of `fold` is left out: whole documents are folded for search.
    bare = unicodedata.normalize("NFD", text)
    for mark in _VIETNAMESE_MARKS:
        bare = bare.replace(mark, "")
    bare = bare.replace("đ", "d").replace("Đ", "d")
    if not bare.isascii():  # dashes, quotation marks, other scripts: the general way
        plain = _visible(bare).lower().translate(_PLAIN)
        bare = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", plain))).replace("đ", "d")
    return " ".join(bare.lower().split())


@lru_cache(maxsize=512)  # mentions, roles, deadlines fold each paragraph, some only when all are analysed
def fold_same_length(text: str) -> str:
    """`text` in lower case with canonical tone placement, character for character.

    For NFC text, `fold_same_length(text)[i:j]` stands for `text[i:j]` for all i, j: a tone mark that moves from one vowel to
    the next changes two characters and no position. A letter whose lower case is longer (İ) stays as it is.
    """
    return _one_spelling(_tones_placed(text))


def fold_marks(text: str) -> str:
    """As `fold`, with i and y as they are written: what registers keep beside the words without marks since their first version."""
    return " ".join(_tones_placed(_visible(unicodedata.normalize("NFC", text))).translate(_DASHES).split())


def _tones_placed(text: str) -> str:
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    return _SYLLABLE.sub(_replace, lower.translate(_LOOKALIKES))


def _one_spelling(folded: str) -> str:
    folded = folded.replace(*_SENT)
    # Texts that hold none of these runs of letters are the most; the pattern would be tried at each of their words.
    if any(run in folded for run in _I_OR_Y):
        return _I_FOR_Y.sub(lambda match: match[1] + match[2].translate(_TO_Y), folded)
    return folded


def _visible(text: str) -> str:
    return text if text.isascii() else _INVISIBLE.sub("", text)


def _replace(match: regex.Match[str]) -> str:
    return match[1] + _place_tone(match[1], match[2], match[3]) + match[3]


@lru_cache(maxsize=4096)
def _place_tone(onset: str, vowels: str, coda: str) -> str:
    """Move the tone mark of a syllable where it belongs; vowels with no mark or several stay as they are."""
    bare, tones = [], []
    for vowel in vowels:
        base, tone = _split(vowel)
        bare.append(base)
        tones += tone
    if len(tones) != 1:
        return vowels
    at = _tone_index(onset, bare, coda)
    bare[at] = unicodedata.normalize("NFC", bare[at] + tones[0])
    return "".join(bare)


def _split(vowel: str) -> tuple[str, list[str]]:
    parts = unicodedata.normalize("NFD", vowel)
    base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
    return base, [c for c in parts if c in _TONES]


def _tone_index(onset: str, vowels: list[str], coda: str) -> int:
    # "qu" and "gi" before a vowel are consonants: quý, quả, già, giỏi; in "gìn" and "gì" the i is the vowel itself.
    glide = (onset == "q" and vowels[0] == "u") or (onset == "g" and vowels[0] == "i")
    first = 1 if glide else 0
    shaped = [i for i in range(first, len(vowels)) if vowels[i] in _SHAPED]
    if shaped:
        return shaped[-1]
    # oai, oay, uyu: the middle one. With a final consonant oan, oet, uynh: the second. Else the first: oa, oe, uy, ai, ao, ia, ua.
    core = len(vowels) - first
    return first + (1 if core >= 3 or (core == 2 and coda) else 0)
