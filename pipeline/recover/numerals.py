"""Roman numerals that an engine read as ones and small letters ("111." for "III.", "Il." for "II."), and "S6:" for "Số:".

In: the text of a ruined page.  Out: edits at the beginnings of lines, and of quarters of a year.
Promise: what is all digits is altered only where it cannot be a number of the list it stands in.
"""

from __future__ import annotations

import re

from models.spans import Edit
from pipeline.recover.casing import in_capitals

_HEAD = re.compile(r"^[ \t]*(?P<mark>[1lI|!]{1,3}[Vv]?|[1lI|]?[VXvx][1lI|!]{0,3})(?P<dot>[.,])[ \t]+(?P<rest>\S.*)$", re.MULTILINE)
_NUMBERED = re.compile(r"^[ \t]*(\d{1,3})[.)]", re.MULTILINE)
# "Quý III/2024": the quarter before a slash and a year.
_QUARTER = re.compile(r"\b[Qq][Uu][^\W\d_][ ](?P<mark>[IlT1|!]{1,3}V?)(?=/(?:19|20)\d\d\b)")
# "S6: 14/CT-UBND": the word before the number of a document.
_NUMBER_WORD = re.compile(r"^[ \t]*(?P<mark>S[60])(?=\s?[:;.]\s?\S*/[A-ZĐ])", re.MULTILINE)
_ONES = str.maketrans("1l|!T", "IIIII")


def numeral_edits(text: str) -> list[Edit]:
    """What to put for list marks and quarters that are Roman numerals, in the order of the text."""
    numbers = [int(number) for number in _NUMBERED.findall(text)]
    found = [match for match in _HEAD.finditer(text) if _is_roman(match["mark"], match["rest"], numbers)]
    found += [match for match in _QUARTER.finditer(text) if not match["mark"].isdigit()]
    edits = [Edit(*match.span("mark"), match["mark"].translate(_ONES).upper()) for match in found]
    edits += [Edit(*match.span("mark"), "Số") for match in _NUMBER_WORD.finditer(text)]
    return sorted(edit for edit in edits if edit.text != text[edit.start : edit.end])


def _is_roman(mark: str, rest: str, numbers: list[int]) -> bool:
    if mark.isdigit():
        # "111." is a number only behind 110; "1." and "11." are, unless a line in capitals follows and no list goes that far.
        follows = int(mark) - 1 in numbers
        return not follows and (mark == "111" or (mark == "11" and in_capitals(rest)))
    if mark[0] in "vx" or mark[-1] in "vx":
        return in_capitals(rest)  # "v. TỔ CHỨC THỰC HIỆN"; before small letters it is a letter of a list
    return len(mark) > 1 or (mark in "l|!" and in_capitals(rest))
