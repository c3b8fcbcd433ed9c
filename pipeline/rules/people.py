"""How a person's name is written at the end of a document, and which family names there are.

In: a line.  Out: a match with the group `name`, rank and degrees left out.
Promise: a line in capitals is a name only where no word of it names a body; a family name is put right only where one is meant; no
word of a name is left out but a lone letter that is none.
Source: ANNOTATION rules, fields: "name without rank or degree".
"""

from __future__ import annotations

from functools import cache

import regex

from pipeline.rules import load_json
from pipeline.rules.folding import fold, fold_search

_RANK = (
    r"(?:(?:GS|PGS|TSKH|TS|ThS|Ths|BS|(?:BS|DS)?CK(?:I{1,2}|[12])|DS|KS|CN|LS|NSND|NSƯT|NG[NƯ][DT]|TT[NƯ][DT]|"
    r"(?:(?:Tiến|Thạc|Bác|Dược) [sS][ĩỹ]|(?:Giáo|Kỹ|Luật) sư|Cử nhân|(?:Nhà giáo|Thầy thuốc) Ưu tú)(?=[\s.,]))"
    r"[.,]?\s*)*"
    r"(?:(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy)\s+|Đồng chí\s+)?"
)
_BODIES = (
    r"(?!.*\b(?:UBND|HĐND|ỦY BAN|UỶ BAN|TỈNH|THÀNH PHỐ|HUYỆN|XÃ|PHƯỜNG|SỞ|VĂN PHÒNG|BỘ|CỤC|CHỦ TỊCH|GIÁM ĐỐC|ĐƠN VỊ|"
    r"DANH SÁCH|PHỤ LỤC|BIỂU|MẪU)\b)"
)
_WORD = r"\p{Lu}\p{L}*(?:['’]\p{L}+)?"
_ONE_WORD = r"K['’]\s?\p{Lu}\p{Ll}+"
PERSON = regex.compile(rf"^{_BODIES}{_RANK}(?P<name>{_ONE_WORD}|{_WORD}(?:\s+{_WORD}){{1,5}})$")
"""Two to six words with capitals ("Y Thanh Hà Niê Kđăm", "H’Yim Kđoh"), or one of the Kơho behind "K'" ("K' Brèo")."""

NAME_WORDS = r"\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+){1,3}"
"""A name inside a sentence: two to four words."""

_FEWEST = 2
"""Words of a name beside which a lone letter may be an initial."""
_STRAY = regex.compile(r"(?<=\p{L}\p{L})\s+[BCDĐEFGIJLMNPQRSTVWXZ](?=\s+\p{Lu}\p{L})")

_BEHIND_OFFICE = regex.compile(
    r"(?:\s+(?:[Tt]hường trực|Chính phủ))*\s+(?:(?:đồng chí|ông|bà)\s+)?(?P<name>\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}*){2,4})\b"
)
"""Who holds an office, behind its name: "Phó Thủ tướng | Thường trực Lò Văn An"; two words may be a place ("Sở Y tế Hà Nội")."""


def person(line: str) -> regex.Match[str] | None:
    """The match of a line that is a name: its words are all in capitals, or none is ("DƯ Gv HS" is what OCR makes of a seal)."""
    match = PERSON.match(line)
    words = [word for word in match.group("name").split() if len(word.rstrip("'’")) > 1] if match else []
    return match if len({word.isupper() for word in words}) <= 1 else None


def is_known_person(line: str) -> bool:
    """Whether a line is a name that begins with a family name, its marks aside."""
    return person(line) is not None and fold_search(line.split()[0]) in {fold_search(surname) for surname in _surnames()}


def behind_person(text: str, end: int) -> int:
    """Where the name of the person ends who holds the office that ends at `end`: "Thủ tướng Chính phủ| Lò Văn An| giao Bộ A ...".

    `end` itself where no family name follows: "Bộ A| Quốc phòng".
    """
    match = _BEHIND_OFFICE.match(text, end)
    first = match.group("name").split()[0] if match else ""
    return match.end() if match and fold(first) in _surnames().values() else end


def with_known_surname(name: str) -> str:
    """A name that OCR read, its family name put right where that is none and lacks or bears wrong marks: "Trân Hữu Bách" is Trần.

    What could be two names ("Ha": Hà, Hạ), or none, stays as it was read.
    """
    first, _, given = name.partition(" ")
    known = _surnames()
    if not given or fold(first) in known.values():
        return name
    meant = [surname for surname in known if fold_search(surname) == fold_search(first)]
    if len(meant) != 1:
        return name
    return f"{meant[0].upper() if first.isupper() and len(first) > 1 else meant[0]} {given}"


def without_strays(name: str) -> str:
    """A name that OCR read, without the lone letter that a seal or a stroke put between its words: "Lò Văn E Bách" is Lò Văn Bách.

    Names of three words and more only, and letters that are no word of a name by themselves ("Y", "Ô", "H'").
    """
    bare = _STRAY.sub("", name)
    return bare if len(bare.split()) > _FEWEST else name


@cache
def _surnames() -> dict[str, str]:
    """Each family name with its folded form."""
    return {surname: fold(surname) for surname in load_json("surnames")["surnames"]}
