"""Search words as FTS5 understands them, and the folded form that the search columns hold.

In: any text.  Out: its folded words, or a query.  Promise: "Đắk Lắk", "dak lak" and both tone placements ("hoà", "hòa") fold alike;
the tokenizers of SQLite do not fold đ (measured: "dau tu" misses "đầu tư" with remove_diacritics 2), so it is done before them.
"""

from __future__ import annotations

from pipeline.rules.folding import fold_search as fold

__all__ = ["fold", "match_query", "words"]


def words(text: str) -> list[str]:
    """The folded words of `text`, punctuation dropped."""
    return "".join(c if c.isalnum() else " " for c in fold(text)).split()


def match_query(search: str) -> str | None:
    """An FTS5 query that finds what a person typed: all words, a quoted phrase as a whole; None where nothing can be found.

    Whatever is typed, no part of it is read as query syntax.
    """
    phrases: list[str] = []
    for i, part in enumerate(fold(search.replace("\x00", " ")).split('"')):
        quoted = i % 2 == 1
        phrases += [part] if quoted else part.split()
    kept = [" ".join(words(phrase)) for phrase in phrases]
    return " ".join(f'"{phrase}"' for phrase in kept if phrase) or None
