"""Words that open a line and end with a colon, of which a letter was misread: "Nơi nhân:", "Đơn vi phối hợp:", "Sô: 12/KH-UBND".

In: the text of a page.  Out: edits.
Promise: only a word in the place of such an opener is put right, before its colon or in the place of it; a sentence that opens
like one is left alone; what stands behind stays, and so does the capital or small letter that it begins with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.spans import Edit
from pipeline.rules.formal_lines import FormalLines, load_formal_lines

__all__ = ["label_edits", "number_word_edits"]

_BULLET = r"(?:[-–—+*•~=_«»¬.,'`‘’|]{1,3}[ ]?|(?:\d{1,2}|[a-zđ])[.)][ ])?"
_LABEL = re.compile(
    rf"(?:^[ ]*{_BULLET}|(?<=[.;\t][ ])|(?<=\t))(?P<said>[^\W\d_]+(?:,?[ ][^\W\d_]+){{0,5}})"
    r"(?P<sign>[ ]?[:;.,](?=[ \t\n]|\Z)|(?=\n|\t|\Z))",
    re.MULTILINE,
)
_LONG = 4
"""Words of a label that is known where its colon was read as another mark; shorter ones open sentences too."""
_LETTER_ENDS = frozenset({"Nơi nhận"})
"""Openers that stand alone, with what stands in the other column behind them."""
_BESIDE = re.compile(
    r"^[ ]*(?P<said>N[^\W\d_]{1,2}[ ][^\W\d_]{3,5})(?P<sign>[ ]?[:;.,]?)(?=[ ](?:[^\w\n]{0,3}[ ])?[A-ZĐ]{1,4}[./,][ ]?[A-ZĐ])",
    re.MULTILINE,
)
"""The opener of the recipients with the authority of the signer beside it: "Nơi nhân. KT. CHỦ TỊCH"."""
_NUMBER_WORD = re.compile(
    r"^(?P<specks>[ ]*[_'`‘’“”~.,:;¬«»°]{0,3}[ ]?)(?P<said>S[oôồốổỗộóòỏõọơớờởỡợỐÔO06])(?P<sign>[ ]?[:;.,]?)"
    r"(?P<behind>[ ]{0,40}[.…]{0,9}\S{0,6}[ ]?[/-](?:\d{4}/)?[A-ZĐ][^\W\d_]*(?:[-/&][^\W\d_]+|[ ]-[ ][A-ZĐ]{2,}))",
    re.MULTILINE,
)
"""The word before the number and the symbol of a paper, which begins its line."""


def label_edits(text: str) -> Iterator[Edit]:
    """Write a label as it must be ("Đơn vi phối hợp:", "Đơn vị chủ trì;"), and "Nơi nhận:" with what stands beside it."""
    known = load_formal_lines()
    found = [*_LABEL.finditer(text), *_BESIDE.finditer(text)]
    last = -1
    for match in sorted(found, key=lambda each: each.start("said")):
        if match.start("said") > last and (edit := _label_edit(match, known)):
            last = edit.end
            if edit.text != text[edit.start : edit.end]:
                yield edit


def _label_edit(match: re.Match[str], known: FormalLines) -> Edit | None:
    said, sign = match["said"], match["sign"]
    label = known.opener(said)
    if label is None or said.isupper():
        return None
    if sign.strip() != ":" and label not in _LETTER_ENDS and (len(label.split()) < _LONG or not sign):
        return None
    follows = match.string[match.end("sign") :].lstrip()[:1]
    if sign.strip() in (",", ";", ".") and follows.islower():
        return None  # a sentence that begins like a label goes on: "Đơn vị chủ trì, thực hiện đề án là ..."
    written = label if said[0].isupper() else label[0].lower() + label[1:]
    end = match.end("said") if sign.strip() == ":" else match.end("sign")
    return Edit(match.start("said"), end, written if sign.strip() == ":" else f"{written}:")


def number_word_edits(text: str) -> Iterator[Edit]:
    """Write "Số:" before a number with its symbol where a mark of it was misread ("Sô: 15/KH-UBND", "_ Số; 15/KH-UBND")."""
    for match in _NUMBER_WORD.finditer(text):
        right = match["said"] in ("Số", "SỐ") and match["sign"].strip() in (":", "")
        if not right or match["specks"].strip():
            start = match.start() if match["specks"].strip() else match.start("said")
            yield Edit(start, match.end("sign"), "Số:")
