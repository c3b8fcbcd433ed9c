"""How a person's name is written at the end of a document.

In: a line.  Out: a match with the group `name`, rank and degrees left out.
Promise: a line in capitals is a name only where no word of it names a body.
Source: ANNOTATION rules, fields: "name without rank or degree".
"""

from __future__ import annotations

import regex

_RANK = (
    r"(?:(?:GS|PGS|TSKH|TS|ThS|Ths|BS|BSCKI{1,2}|KS|CN|LS|NSND|NSƯT)\.?\s*)*"
    r"(?:(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy)\s+|Đồng chí\s+)?"
)
_BODIES = r"(?!.*\b(?:UBND|HĐND|ỦY BAN|UỶ BAN|TỈNH|THÀNH PHỐ|HUYỆN|XÃ|PHƯỜNG|SỞ|VĂN PHÒNG|BỘ|CỤC|CHỦ TỊCH|GIÁM ĐỐC)\b)"
_WORD = r"\p{Lu}\p{L}*(?:['’]\p{L}+)?"
PERSON = regex.compile(rf"^{_BODIES}{_RANK}(?P<name>{_WORD}(?:\s+{_WORD}){{1,5}})$")
"""Two to six words with capitals ("Y Thanh Hà Niê Kđăm", "H’Yim Kđoh")."""

NAME_WORDS = r"\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+){1,3}"
"""A name inside a sentence: two to four words."""
