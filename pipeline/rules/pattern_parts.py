"""The parts of a pattern as far as they tell which letters stand where: letters, gaps, edges of words, groups.

In: a pattern as the `regex` module reads it (version 1, no verbose mode).  Out: its branches, each a sequence of parts.
Promise: what is not known for sure is `Mark.ANYTHING` or `Mark.NOTHING`; conditions, calls of groups and fuzzy matches are refused
with `NotUnderstoodError`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeAlias

__all__ = ["Choice", "Mark", "NotUnderstoodError", "Part", "parse"]

_TIMES: Final = re.compile(r"\{(?P<least>\d*)(?P<more>,?)(?P<most>\d*)\}")
_FLAGS: Final = re.compile(r"\?(?P<flags>[aimsuV01]*(?:-[aims]+)?)(?P<end>[:)])")
_NAMED: Final = re.compile(r"\?(?:P?<\w+>|>)")
_LOOK: Final = re.compile(r"\?(?P<behind><?)(?P<sign>[=!])")
_SOLID: Final = re.compile(r"\\[wS]|\\p\{L\}|\[\^\\W(?:\\d|_)*\]|\[(?!\^)[^\[\]]*(?:\\w|\\p\{L\})[^\[\]]*\]")
"""What takes every letter: where it must not stand, a word ends."""


class Mark(Enum):
    """What stands between the letters of a pattern."""

    GAP = "one sign or more, no letter among them"
    EDGE = "no sign; at most one side is a letter"
    NOTHING = "no sign; nothing is known of its sides"
    ANYTHING = "any signs, or none"


@dataclass(frozen=True, slots=True)
class Choice:
    """A group: `optional` may be absent, `repeated` may stand several times, `look` takes no room, `behind` looks back."""

    branches: tuple[tuple[Part, ...], ...]
    optional: bool = False
    repeated: bool = False
    look: bool = False
    behind: bool = False


Part: TypeAlias = "str | Mark | Choice"
"""A letter in lower case or a space, or what stands between them."""

_SIGNS: Final = {"^": Mark.EDGE, "$": Mark.EDGE, ".": Mark.ANYTHING}
_ESCAPES: Final = {
    **dict.fromkeys("bAZz", Mark.EDGE),
    **dict.fromkeys("BGK", Mark.NOTHING),
    **dict.fromkeys("sWdntrfv", Mark.GAP),
    **dict.fromkeys("SDwpP123456789", Mark.ANYTHING),
}


class NotUnderstoodError(ValueError):
    """A construct that this reader does not know."""


def parse(pattern: str) -> tuple[tuple[Part, ...], ...]:
    """The branches of a pattern."""
    reader = _Reader(pattern)
    branches = reader.branches()
    if reader.at < len(pattern):
        raise NotUnderstoodError(pattern)
    return branches


class _Reader:
    """Reads a pattern from left to right; `at` is the place of the next sign."""

    def __init__(self, pattern: str) -> None:
        self.pattern, self.at = pattern, 0

    def branches(self) -> tuple[tuple[Part, ...], ...]:
        """What stands up to the end of the group, or of the pattern."""
        found: list[list[Part]] = [[]]
        while self.at < len(self.pattern) and self.pattern[self.at] != ")":
            if self.pattern[self.at] == "|":
                self.at += 1
                found.append([])
            else:
                found[-1].append(self._times(self._part()))
        return tuple(tuple(branch) for branch in found)

    def _part(self) -> Part:
        sign = self.pattern[self.at]
        self.at += 1
        if sign == "(":
            return self._group()
        if sign == "[":
            return self._letters()
        if sign == "\\":
            return self._escaped()
        return sign.lower() if sign.isalpha() or sign == " " else _SIGNS.get(sign, Mark.GAP)

    def _group(self) -> Part:
        start = self.at
        look = _LOOK.match(self.pattern, start)
        flags = _FLAGS.match(self.pattern, start)
        opened = look or flags or _NAMED.match(self.pattern, start)
        if opened is None and self.pattern.startswith("?", start):
            raise NotUnderstoodError(self.pattern)
        self.at = opened.end() if opened else start
        if flags and flags["end"] == ")":
            return Mark.NOTHING
        inside = self.at
        branches = self.branches()
        if not self.pattern.startswith(")", self.at):
            raise NotUnderstoodError(self.pattern)
        self.at += 1
        if look and look["sign"] == "!":
            return Mark.EDGE if _SOLID.fullmatch(self.pattern[inside : self.at - 1]) else Mark.NOTHING
        return Choice(branches, look=look is not None, behind=look is not None and look["behind"] != "")

    def _letters(self) -> Part:
        """A class of signs: a gap where none of them is a letter."""
        start, depth = self.at, 1
        while depth and self.at < len(self.pattern):
            sign = self.pattern[self.at]
            literal = sign == "]" and self.pattern[start : self.at] in ("", "^")
            depth += (sign == "[") - (sign == "]" and not literal)
            self.at += 2 if sign == "\\" else 1
        inside = self.pattern[start : self.at - 1]
        plain = re.sub(r"\\[sdntr\W]", "", inside)
        return Mark.ANYTHING if inside.startswith("^") or any(sign.isalpha() or sign == "\\" for sign in plain) else Mark.GAP

    def _escaped(self) -> Part:
        sign = self.pattern[self.at]
        self.at += 1
        if sign in "pP":
            if not self.pattern.startswith("{", self.at):
                raise NotUnderstoodError(self.pattern)
            self.at = self.pattern.index("}", self.at) + 1
        if sign.isalnum() and sign not in _ESCAPES:
            raise NotUnderstoodError(self.pattern)
        return _ESCAPES.get(sign, Mark.GAP)

    def _times(self, part: Part) -> Part:
        """A part with what is said of how often it stands."""
        sign = self.pattern[self.at : self.at + 1]
        if sign == "{":
            times = _TIMES.match(self.pattern, self.at)
            if times is None:
                raise NotUnderstoodError(self.pattern)
            least, most = int(times["least"] or 0), int(times["most"] or 0) if not times["more"] else None
            optional, repeated = least == 0, (most or 0) > 1 or most is None
            self.at = times.end()
        elif sign and sign in "*+?":
            optional, repeated = sign != "+", sign != "?"
            self.at += 1
        else:
            return part
        if self.pattern[self.at : self.at + 1] in ("?", "+"):
            self.at += 1
        if isinstance(part, Choice):
            return Choice(part.branches, optional or part.optional, repeated, part.look, part.behind)
        return Choice(((part,),), optional, repeated)
