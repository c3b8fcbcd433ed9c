"""Letters of lists that lost their bar: after "c)" comes "d)", after "d)" comes "đ)", before "e)" stands "đ)".

In: the text of a page that is ruined or unmarked.  Out: for the place of each such letter, what it must be.
Promise: only the letter d at the beginning of an item is decided, and only where the letters before or behind it leave one reading.
"""

from __future__ import annotations

import re

_ITEM = re.compile(r"^[ \t]*(?P<letter>[a-zđA-ZĐ])[).][ \t]+\S", re.MULTILINE)
_D = frozenset("dđ")


def list_letters(text: str) -> dict[int, str]:
    """Offset of each "d" or "đ" that begins an item, and the letter it stands for."""
    found = [(match.start("letter"), match["letter"]) for match in _ITEM.finditer(text)]
    decided: dict[int, str] = {}
    before = ""
    for i, (at, letter) in enumerate(found):
        small = letter.lower()
        if small in _D:
            small = _read(before, found[i + 1][1].lower() if i + 1 < len(found) else "")
            if small:
                decided[at] = small.upper() if letter.isupper() else small
        before = small
    return decided


def _read(before: str, after: str) -> str:
    """The letter between two neighbours; empty where both readings remain."""
    if before == "c":
        return "d"
    if before == "d":
        return "đ"
    if after in _D:
        return "d"
    return "đ" if after == "e" else ""
