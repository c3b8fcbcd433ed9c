"""The key by which names of bodies are compared, and the heads of bodies reduced to the body.

In: a name as an office writes it.  Out: its key ("sở khđt" for "Sở KH&ĐT", "Sở KH-ĐT"), or the name without its head.
Promise: wording is all that is folded away here; which body is meant, and when, is the directory's business.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import regex

from pipeline.rules import in_time, load_json
from pipeline.rules.folding import fold, fold_same_length, fold_search

MAX_NAME = 300
"""Longer texts are no names: the longest official name in the data has 75 letters, a collective with its tail about 200."""

_PARENTHESES = regex.compile(r"\s*\([^()]*\)")
_OLD_OR_NEW = regex.compile(r"\s*\((cũ|mới)\)", regex.IGNORECASE)
"""In 2025 offices wrote "tỉnh Lào Cai (cũ)": that tells entities apart and stays."""
_CONSONANTS = frozenset("bcdđghklmnpqrstvwx")
_DROPPED = frozenset(("và", "của"))


@dataclass(frozen=True, slots=True)
class Head:
    """A word for the head of a body; what it `becomes` stands before the rest ("Tổng Thanh tra" -> "Thanh tra")."""

    id: str
    pattern: regex.Pattern[str]
    becomes: str


@dataclass(frozen=True, slots=True)
class Naming:
    """The tables behind names: abbreviations used inside names, head words, and the words a body's name begins with."""

    short: Mapping[str, str]
    heads: tuple[Head, ...]
    openings: frozenset[str]

    def key(self, name: str) -> str:
        """The key of a name: folded, no punctuation, no "và", abbreviations of words written out, of names joined."""
        words: list[str] = []
        for word in fold(name, punctuation=False).split():
            if word not in _DROPPED:
                words += self.short.get(word, word).split()
        return " ".join(_joined(words))

    def strip_head(self, name: str) -> str:
        """The body for the head of it: "Giám đốc Sở Y tế" -> "Sở Y tế"; a name without a head comes back as it is.

        A head before something that is no body ("Giám đốc Nguyễn Văn An", "Chủ tịch nước") stays.
        """
        text = unicodedata.normalize("NFC", name).strip()
        if len(text) > MAX_NAME:
            return text
        text = _plural_heads(text)
        at = 0
        while 0 <= at < len(text):
            text = self._strip_at(text, at)
            at = _next_part(text, at)
        return text

    def _strip_at(self, text: str, at: int) -> str:
        """Take heads off the part of `text` that begins at `at`, outermost first."""
        again = True
        while again:
            again = False
            folded = fold_same_length(text)
            for head in self.heads:
                match = in_time.match(head.pattern, folded, at)
                if match and (head.becomes or self._opens(folded[match.end() :])):
                    gap = " " if head.becomes else ""
                    text, again = text[:at] + head.becomes + gap + text[match.end() :], not head.becomes
                    break
        return text

    def _opens(self, rest: str) -> bool:
        # What follows the head must begin like a body, a collective, or another head ("Giám đốc, Thủ trưởng các sở").
        first = regex.match(r"[\w-]+", rest)
        if first is None:
            return False
        if first[0] in self.openings:
            return True
        return any((match := head.pattern.match(rest)) and self._opens(rest[match.end() :]) for head in self.heads)


def without_parentheses(name: str) -> str:
    """A name without what stands in parentheses and without marks at its ends."""
    text = _OLD_OR_NEW.sub(r" \1", unicodedata.normalize("NFC", name))
    return " ".join(_PARENTHESES.sub("", text).split()).strip(" .,;:-*–")


def slug(text: str) -> str:
    """The text as a part of an id: "Lào Cai" -> "lao-cai"."""
    return regex.sub(r"[^a-z0-9]+", "-", fold_search(text)).strip("-")


@cache
def load_naming() -> Naming:
    """The tables of names from agencies.json and abbreviations.json."""
    content, abbreviations = load_json("agencies"), load_json("abbreviations")["abbreviations"]
    short = {fold(r["short"]): fold(r["expansions"][0]) for r in abbreviations if r.get("in_names")}
    heads = tuple(Head(r["id"], _head_pattern(r["pattern"]), r.get("becomes", "")) for r in content["heads"])
    names = [name for r in content["agencies"] for name in (r["canonical"], *r["variants"])]
    return Naming(short, heads, frozenset(_openings(names)) | {"các", "cơ", "đơn", "tất", "toàn", "từng", "những"})


def strip_head(name: str) -> str:
    """The body for the head of it, with the tables of the package (see `Naming.strip_head`)."""
    return load_naming().strip_head(name)


def load_abbreviations() -> Mapping[str, tuple[str, ...]]:
    """Abbreviations met in official papers, as written, with the readings they can have."""
    return {r["short"]: tuple(r["expansions"]) for r in load_json("abbreviations")["abbreviations"]}


def _openings(names: Iterable[str]) -> Iterable[str]:
    # A name that is one abbreviation opens itself; persons ("Chủ tịch nước", "Thủ tướng") open no body.
    for name in names:
        first = fold(name).split()[0].rstrip(".,")
        if first not in {"chủ", "phó", "thủ", "ct", "pct", "ttg", "pttg"}:
            yield first


def _head_pattern(pattern: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?:{pattern})(?:\s*[,/]\s*|\s+)", regex.VERSION1)


_PLURAL = (
    (regex.compile(r"^(?:các (?:đồng chí )?bộ trưởng$|(?:các )?(?:đồng chí )?bộ trưởng(?=\s*[,;]))", regex.IGNORECASE), "các bộ"),
    (
        regex.compile(
            r"^các (?=(?:chủ tịch|giám đốc|thủ trưởng|đồng chí|trưởng|bí thư|bộ trưởng|chi cục trưởng|cục trưởng)\b)",
            regex.IGNORECASE,
        ),
        "",
    ),
)
"""Ministers as a row stand for the ministries, one "Bộ trưởng" does not; "các" before a head belongs to it ("các Giám đốc Sở")."""

_BREAK = regex.compile(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+", regex.IGNORECASE)


def _plural_heads(text: str) -> str:
    if regex.match(r"(?i)bộ trưởng,? (?:chủ nhiệm|kiêm)", fold(text)):
        return text
    for pattern, instead in _PLURAL:
        text = pattern.sub(instead, text)
    return text


def _next_part(text: str, at: int) -> int:
    match = _BREAK.search(text, at + 1)
    return match.end() if match else -1


def _joined(words: Iterable[str]) -> Iterable[str]:
    # A Vietnamese word has a vowel: neighbours without one are pieces of one abbreviation (KH&ĐT, LĐ-TB&XH).
    for bare, run in groupby(words, key=lambda word: all(c in _CONSONANTS for c in word)):
        pieces = list(run)
        yield from ["".join(pieces)] if bare else pieces
