"""White space and characters that nobody sees: no-break blanks, zero-width characters, soft hyphens; a blank left out behind "TP.".

In: a text.  Out: edits.  Promise: line ends and tabs stay, and no two words are joined that a blank parted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.spans import Edit

_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069"
_HYPHENS = "\u2010\u2011"
_FIND = re.compile(f"(?P<blank>[{_BLANKS}]+)|(?P<unseen>[{_UNSEEN}]+)|(?P<hyphen>[{_HYPHENS}])")


def space_edits(text: str) -> Iterator[Edit]:
    """No-break and wide blanks become blanks, one for one; what has no width goes; typographic hyphens become "-"."""
    if text.isascii():
        return
    for match in _FIND.finditer(text):
        if match["blank"]:
            yield Edit(match.start(), match.end(), " " * len(match["blank"]))
        else:
            yield Edit(match.start(), match.end(), "-" if match["hyphen"] else "")


_GLUED_CITY = re.compile(r"(?<![^\W_])TP\.(?=[^\W\d_]{2})")


def city_edits(text: str) -> Iterator[Edit]:
    """A blank between "TP." and the name of the city: "UBND TP.Thủ Đức"."""
    if "TP." in text:
        yield from (Edit(match.end(), match.end(), " ") for match in _GLUED_CITY.finditer(text) if text[match.end()].isupper())
