"""Lines of a document whose words are given: motto, types, titles of signers, names of offices; found by their letters alone.

In: rules/formal_lines.json, document_types.json, agencies.json, provinces.json.  Out: `FormalLines`.
Promise: a line is known only as a whole; a skeleton that two known lines share names none of them.
Source: NĐ 30/2020/NĐ-CP, Phụ lục I, mục II (thể thức).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

import regex

from pipeline.rules import load_json
from pipeline.rules.directory import load_directory
from pipeline.rules.folding import fold
from pipeline.rules.places import load_places

_Line = TypeVar("_Line")
_MOST_SPECKS = 3
"""Signs before a line that are dust, not words."""
_SHORTEST = 5
"""Letters of a skeleton: shorter ones are borne by other words too."""
_DASHES = regex.compile(r"\s*[-–—.]\s*")
_PREFIX = regex.compile(r"\S{1,4}[.,:]\s*(?=\p{Lu})")
"""What stands before a title or a section: "KT.", "TM.", "II.", also misread."""
_WORDS = regex.compile(r"\p{L}+")
_CAPITALS = regex.compile(r"(?:(?<=^|[\s.])\p{Lu}+[\s,]*)+\W*$")
_NO_LETTERS = bytes(sign for sign in range(128) if not chr(sign).isalpha())
_SHORTEST_OPENER = 7
"""Letters of an opener of which one may be another: "Nơi nhện" is long enough."""
_SHORTEST_TITLE = 7
"""Letters of a title that is known behind other words ("BÍ THƯ" is shorter)."""


@dataclass(frozen=True, slots=True)
class FormalLines:
    """Known lines by skeleton, `titles` and `sections` among them, those that may be a few letters off, and openers of lines."""

    by_skeleton: Mapping[str, str]
    titles: frozenset[str]
    sections: frozenset[str]
    loose: tuple[tuple[str, str, int], ...]
    openers: Mapping[str, str]
    loose_of: Mapping[int, tuple[tuple[str, str, int], ...]]
    """Those of `loose` that a skeleton of so many letters may be."""
    openers_of: Mapping[int, tuple[tuple[str, str], ...]]
    """Skeletons of so many letters or one more or less, and their openers."""

    def given(self, text: str) -> tuple[int, int, str] | None:
        """Where in `text` (a line, or what stands in one column of it) a known line stands otherwise than it is written, and how
        it is written; specks before it belong to it.

        >>> load_formal_lines().given("SỞ Y TÉ")
        (0, 7, 'SỞ Y TẾ')
        """
        start, end = _core(text)
        core, specks = text[start:end], start if start <= _MOST_SPECKS and not any(sign.isdigit() for sign in text[:start]) else 0
        if any(letter.isdigit() for letter in core):
            return None
        if not core[:1].isupper():
            return None
        bones, capitals = skeleton(core), core.isupper()
        for written, wanted, off in self.loose_of.get(len(bones), ()):
            if capitals == written.isupper() and _near(bones, wanted, off):
                return None if _same(core, written) and not specks else (start - specks, end, written)
        if not capitals:
            return None
        prefix = None if self._known(bones) else _PREFIX.match(core)
        at = prefix.end() if prefix else 0
        known = self._known(skeleton(core[at:]))
        if known is None or (at and known not in self.titles | self.sections):
            return None
        if at:
            return None if _same(core[at:], known) else (start + at, end, known)
        return None if _same(core, known) and not specks else (start - specks, end, known)

    def behind(self, text: str) -> tuple[int, int, str] | None:
        """Where at the end of `text` the motto, the slogan or a title of a signer stands, and how it is written: columns that
        were read as one line ("SỞ Y TẾ Độc lập - Tư do - Hạnh phúc", "- Lưu: VT. PHÓ GIÁM ĐÓC").
        """
        words = list(_WORDS.finditer(text))
        for written, wanted, off in self.loose:
            count = _count(written)
            for start in (words[-many].start() for many in (count, count - 1, count + 1) if 0 < many < len(words)):
                tail = text[start : words[-1].end()]
                if tail[0].isupper() and tail.isupper() == written.isupper() and _near(skeleton(tail), wanted, off):
                    same = fold(tail, punctuation=False) == fold(written, punctuation=False)
                    return start, words[-1].end(), tail if same else written
        capitals = _CAPITALS.search(text) if words and text[words[-1].end() - 1].isupper() else None
        for word in words if capitals else ():
            if capitals and word.start() >= capitals.start():
                tail = text[word.start() : words[-1].end()]
                title = self._title(skeleton(tail))
                if title is not None:
                    return word.start(), words[-1].end(), tail if _same(tail, title) else title
        return None

    def opener(self, text: str) -> str | None:
        """The opener that `text` must be, with other marks or, where it is long, another letter; itself where it is one."""
        bones = skeleton(text)
        if bones in self.openers or len(bones) < _SHORTEST_OPENER:
            return self.openers.get(bones)
        likely, words = self.openers_of.get(len(bones), ()), len(text.split())
        near = [label for known, label in likely if _near(bones, known, 1) and len(label.split()) == words]
        return near[0] if len(near) == 1 else None

    def _title(self, bones: str) -> str | None:
        known = self.by_skeleton.get(bones) if len(bones) >= _SHORTEST_TITLE else None
        return known if known in self.titles else None

    def _known(self, bones: str) -> str | None:
        """The line with these letters: known as it is, or a title and the office behind it ("GIÁM ĐỐC SỞ Y TẾ")."""
        if bones in self.by_skeleton:
            return self.by_skeleton[bones]
        for title in _longest_first(self.titles):
            letters = skeleton(title)
            office = self.by_skeleton.get(bones.removeprefix(letters)) if bones.startswith(letters) else None
            if office is not None:
                return f"{title} {office}"
        return None


def skeleton(text: str) -> str:
    """The letters of a text as a to z, without marks, blanks and signs."""
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("ð", "d"))
    return apart.encode("ascii", "ignore").translate(None, _NO_LETTERS).decode("ascii")


@lru_cache(maxsize=1)
def load_formal_lines() -> FormalLines:
    """Read the known lines."""
    content = load_json("formal_lines")
    loose = tuple((line["text"], skeleton(line["text"]), line.get("letters_off", 0)) for line in content["lines"])
    titles, sections = frozenset(content["titles"]), frozenset(content["sections"])
    found: dict[str, set[str]] = {}
    for text in (*titles, *sections, *_types(), *_offices()):
        found.setdefault(skeleton(text), set()).add(text)
    known = {bones: next(iter(texts)) for bones, texts in found.items() if len(texts) == 1 and len(bones) >= _SHORTEST}
    openers = {skeleton(text): text for text in content["openers"]}
    loose_of = _by_length((len(line[1]), line[2], line) for line in loose)
    openers_of = _by_length((len(bones), 1, (bones, text)) for bones, text in openers.items())
    return FormalLines(known, titles, sections, loose, openers, loose_of, openers_of)


def _by_length(lines: Iterable[tuple[int, int, _Line]]) -> dict[int, tuple[_Line, ...]]:
    """Lines by each number of letters that is their own, or off by no more than they may be."""
    found: dict[int, list[_Line]] = {}
    for length, off, line in lines:
        for each in range(length - off, length + off + 1):
            found.setdefault(each, []).append(line)
    return {length: tuple(each) for length, each in found.items()}


def _types() -> Iterator[str]:
    for record in load_json("document_types")["types"]:
        yield from (name.upper() for name in record["names"])


def _offices() -> Iterator[str]:
    """Names as they stand in a letterhead: of bodies, and of the councils of provinces."""
    for agency in load_directory().agencies.values():
        yield agency.canonical.upper()
    for place in load_places().provinces:
        area = place.full.upper()
        yield from (area, f"UBND {area}", f"ỦY BAN NHÂN DÂN {area}", f"HỘI ĐỒNG NHÂN DÂN {area}")


@cache
def _longest_first(titles: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(titles, key=lambda title: (-len(title), title)))


@cache
def _count(written: str) -> int:
    """The words of a known line."""
    return len(_WORDS.findall(written))


def _same(read: str, written: str) -> bool:
    """Whether a line is as it should be, but for the place of a tone and the kind of a dash ("HOÀ", "–")."""
    return fold(_DASHES.sub("-", read)) == fold(_DASHES.sub("-", written))


def _core(text: str) -> tuple[int, int]:
    """The stretch from the first to the last letter."""
    letters = [at for at, sign in enumerate(text) if sign.isalpha()]
    return (letters[0], letters[-1] + 1) if letters else (0, 0)


def _near(bones: str, wanted: str, off: int) -> bool:
    """Whether two skeletons differ by at most `off` letters: changed, too many or too few."""
    if abs(len(bones) - len(wanted)) > off:
        return False
    differs = next((at for at, (one, other) in enumerate(zip(bones, wanted, strict=False)) if one != other), None)
    if differs is None:  # one is the beginning of the other
        return True
    # Nearly all lines differ from a known one in their first letters: what follows is seldom looked at.
    here, there = bones[differs:], wanted[differs:]
    ways = ((here[1:], there[1:]), (here[1:], there), (here, there[1:]))
    if off <= 1:
        return off > 0 and any(one == other for one, other in ways)
    return any(_near(one, other, off - 1) for one, other in ways)
