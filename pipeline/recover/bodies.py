"""Names of bodies whose marks an engine misread: "Sơ Y tê" for "Sở Y tế", "Chỉ cục Thủy lợi" for "Chi cục", "SởNội vụ".

In: a text.  Out: edits.
Promise: only marks are changed and blanks put in; only where the letters are those of a name of the directory, or of a word that
opens names, and no other known name has the same letters. The place of a tone ("Uỷ ban") and capitals stay as they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import regex

from models.spans import Edit
from pipeline.recover.reading import without_marks
from pipeline.rules.directory import load_directory
from pipeline.rules.folding import fold

__all__ = ["body_edits", "glued_body_edits"]

_SHORTEST = 3
"""Words of a name known by its letters alone: "Bộ Y tế", "Sở Nội vụ"; shorter ones are the letters of other words too."""
_HEADS = (
    *("Ủy ban nhân dân", "Hội đồng nhân dân", "Ban Quản lý", "Ban Chỉ đạo", "Ban Chỉ huy", "Mặt trận Tổ quốc", "Kho bạc Nhà nước"),
    *("Chi cục", "Tổng cục", "Văn phòng", "Công an", "Trung tâm", "Bệnh viện", "Ủy ban", "Hội đồng", "Tập đoàn"),
)
"""What opens names of bodies; behind two words stands another with a capital, or the level of the body ("Công an tỉnh")."""
_PLACES = frozenset("tỉnh huyện quận xã phường".split())
"""Words at the end of a name that have the letters of common ones: "Chi cục Thuế quận", "Chi cục Thuế quản lý"."""
_CAPITAL = regex.compile(r"(?<![^\W_])\p{Lu}[^\W\d_]*(?![^\W_])")
_FOLLOWS = regex.compile(r" (?:\p{Lu}|(?:các|tỉnh|thành phố|huyện|quận|thị xã|xã|phường)\b)")
_NEXT = re.compile(r"[ \t]*(?:\n[ \t]*)?(?P<word>[^\W\d_]+)(?![^\W_])")
_GLUED = regex.compile(
    r"(?<![^\W_])(?:(?:Giao|Gửi)(?=(?:Sở|Bộ|Ban|Cục|Công|Chi|Văn|Phòng|Ủy|Uỷ|UBND)(?:\p{Lu}|[ ]))"
    r"|(?:Sở|Bộ|Phòng|Cục|Chi[ ]cục|Ban|Vụ|Văn[ ]phòng)(?=\p{Lu}\p{Ll}*[ ]\p{L}))"
)
"""What stands before a name, or opens it, without a blank behind it."""
_ALONE = regex.compile(
    r"(?:^[ ]*(?:(?:\d{1,2}\.?){1,3}[.)]?|[a-zđ]\)|[-–+])[ ]+|\bcác |[,;][ ])(?P<head>C[uưù]c|B[ôố])(?=[ ]\p{Lu}\p{Ll}+[ ]\p{Ll})",
    regex.MULTILINE,
)
"""A word that opens a name where names begin: behind an enumerator, or the sign between two of them. No person is called so."""
_LETTERS = re.compile(r"(?<![^\W_])(?:[UƯÙÚỦŨỤ]BN[DĐ]|H[DĐ]NĐ)(?![^\W_])")
"""The letters for the committee and the council of the people, with marks they do not have."""


@lru_cache(maxsize=1)  # asked twice of each page: whether an engine read it (traces.py), and to mend it
def body_edits(text: str) -> tuple[Edit, ...]:
    """The marks that names of bodies have."""
    found = sorted((*_abbreviated(text), *_named(text)), key=lambda edit: edit.start)
    taken = {edit.start for edit in found}
    alone = (Edit(*match.span("head"), "Cục" if match["head"][0] == "C" else "Bộ") for match in _ALONE.finditer(text))
    return tuple(sorted((*found, *(edit for edit in alone if edit.start not in taken)), key=lambda edit: edit.start))


def glued_body_edits(text: str) -> Iterator[Edit]:
    """A blank behind a word that opens a name and the name's next word that was glued to it."""
    yield from (Edit(match.end(), match.end(), " ") for match in _GLUED.finditer(text))


def _abbreviated(text: str) -> Iterator[Edit]:
    for match in _LETTERS.finditer(text):
        right = "UBND" if match.group()[1] == "B" else "HĐND"
        if match.group() != right:
            yield Edit(*match.span(), right)


def _named(text: str) -> Iterator[Edit]:
    known, behind = _names(), 0
    for first in _CAPITAL.finditer(text):
        second = _NEXT.match(text, first.end()) if first.start() >= behind else None
        names = known.get((_bare(first.group()), _bare(second["word"])), ()) if second else ()
        words = next((words for name in names if (words := _standing(text, first, name))), None)
        for span, word in words or ():
            seen = text[slice(*span)]
            if seen.lower() != word and fold(seen) != word:
                yield Edit(*span, _cased(word, seen))
            behind = span[1]


def _standing(text: str, first: regex.Match[str], name: Sequence[str]) -> list[tuple[tuple[int, int], str]] | None:
    """Where each word of a name stands by its letters; one that only opens names has a capital behind it."""
    spans = [first.span()]
    for word in name[1:]:
        following = _NEXT.match(text, spans[-1][1])
        if following is None or _bare(following["word"]) != _bare(word):
            return None
        spans.append(following.span("word"))
    opens = len(name) < _SHORTEST
    if opens and (first.group().isupper() or _FOLLOWS.match(text, spans[-1][1]) is None):
        return None
    return list(zip(spans, name, strict=True))


def _cased(word: str, seen: str) -> str:
    if seen.isupper() and len(seen) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if seen[0].isupper() else word


@lru_cache(maxsize=20_000)
def _bare(word: str) -> str:
    return without_marks(word)


@lru_cache(maxsize=1)
def _names() -> Mapping[tuple[str, str], tuple[tuple[str, ...], ...]]:
    """The names by the letters of their first two words, longest first."""
    spelled: dict[str, set[str]] = {}
    for agency in load_directory().agencies.values():
        for name in (agency.canonical, *agency.variants):
            words = fold(name).split()
            if len(words) >= _SHORTEST and words[-1] not in _PLACES and all(word.isalpha() for word in words):
                spelled.setdefault(without_marks(name), set()).add(" ".join(words))
    sure = [next(iter(names)) for names in spelled.values() if len(names) == 1]
    found: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for name in sorted((*sure, *map(fold, _HEADS)), key=lambda name: -len(name.split())):
        words = name.split()
        found.setdefault((_bare(words[0]), _bare(words[1])), []).append(tuple(words))
    return {first: tuple(names) for first, names in found.items()}
