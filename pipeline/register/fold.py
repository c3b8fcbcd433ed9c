"""Search words as FTS5 understands them, and the folded form that the search columns hold.

In: any text.  Out: its folded words, or a query.  Promise: "Đắk Lắk", "dak lak" and both tone placements ("hoà", "hòa") fold alike;
the tokenizers of SQLite do not fold đ (measured: "dau tu" misses "đầu tư" with remove_diacritics 2), so it is done before them.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from pipeline.rules.folding import fold_marks
from pipeline.rules.folding import fold_search as fold

__all__ = ["Search", "fold", "fold_marks", "search_of", "words"]

_WORD = regex.compile(r"[\p{L}\p{N}]+")


def words(text: str) -> list[str]:
    """The folded words of `text`, punctuation dropped."""
    return _WORD.findall(fold(text))


@dataclass(frozen=True, slots=True)
class Search:
    """What a person typed, as queries of FTS5: `folded` for words without marks, `marked` for those with; `phrase` and
    `marked_phrase` for all of it as one phrase, None for a single word or where no mark was typed.
    """

    folded: str | None
    marked: str | None
    phrase: str | None
    marked_phrase: str | None


def search_of(typed: str) -> Search | None:
    """All words are searched for, a quoted phrase as a whole; None where nothing can be found.

    A word typed without marks finds every spelling ("so": sở, số, so); one typed with marks finds itself.
    Whatever is typed, no part of it is read as query syntax.
    """
    phrases: list[str] = []
    for i, part in enumerate(fold_marks(typed.replace("\x00", " ")).split('"')):
        phrases += [part] if i % 2 == 1 else part.split()
    kept = [kept for phrase in phrases if (kept := _plain(phrase))]
    if not kept:
        return None
    bare = [fold(phrase) for phrase in kept if fold(phrase) == phrase]
    marked = [phrase for phrase in kept if fold(phrase) != phrase]
    whole = " ".join(kept)
    return Search(_all(bare), _all(marked), f'"{fold(whole)}"' if " " in whole else None, f'"{whole}"' if marked else None)


def _all(phrases: list[str]) -> str | None:
    return " ".join(f'"{phrase}"' for phrase in phrases) or None


def _plain(phrase: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in phrase).split())
