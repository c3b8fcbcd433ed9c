"""The name below a signature: beside a seal the engine passes it over, although it is printed as clearly as the rest.

In: a prepared picture, the words seen on it, and how a part of it is read.  Out: the words, with the name of the signer, and the
title above it, where only a look at that corner of the page shows them.
Promise: nothing is added where a name is seen there already; what is added is a name that begins with a family name, or a title.

Measured on the signed pages of 33 real scans: the names of 8 were read with the page, of 21 more in their corner.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from PIL import Image

from pipeline.extract.ocr.engine import EngineTrouble, SeenWord
from pipeline.rules.folding import fold_search
from pipeline.rules.people import is_known_person

__all__ = ["with_signer"]

_TITLE = re.compile(
    r"(?:(?:KT|TM|TL|TUQ|Q)\s?\.?\s?)*(?:QUYỀN )?(?:PHÓ )?(?:TỔNG )?(?:GIÁM ĐỐC|CHỦ TỊCH|THỦ TƯỚNG(?: CHÍNH PHỦ)?|BỘ TRƯỞNG|"
    r"THỨ TRƯỞNG|CHÁNH VĂN PHÒNG|CHỦ NHIỆM|CỤC TRƯỞNG|VỤ TRƯỞNG|VIỆN TRƯỞNG|HIỆU TRƯỞNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|BÍ THƯ|"
    r"TỔNG CỤC TRƯỞNG|CHI CỤC TRƯỞNG|CHÁNH THANH TRA|THỐNG ĐỐC|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|CHÍNH PHỦ)"
)
_LEFT, _RIGHT = 0.5, 0.4
"""Recipients begin in the left half of a page; what is signed stands right of this share of its width."""
_MOST_BELOW = 120
"""Words below the title of who signs: recipients and a remark; below the one of who decides stands the decision."""
_LOOKS = ((_RIGHT, 1.0), (0.5, 1.5))
"""Where the corner begins, and how much larger it is read: a stroke may part from the name, a recipient stay outside."""
_ABOVE, _BELOW = 0.04, 0.30
"""Shares of the height of a page around the line of the recipients, or of the title, in which the name stands."""
_LOW, _ASIDE = 0.15, 0.45
"""A title above this share of the height belongs to the letterhead, one that begins left of this share of the width to a decision
("THỦ TƯỚNG CHÍNH PHỦ" in the middle of the page)."""
_GAP = 0.04
"""Share of the width that parts what stands side by side in one line: a title beside recipients whose heading was misread."""
_SURE, _LIKELY = 85.0, 50.0
"""How sure the engine is of the least sure word of a name from which on no further look is taken, and it is believed at all."""
_SPECKS = " .,:;-–—_\"'“”‘’{}[]()|°˘`"

Read = Callable[[Image.Image, int], tuple[SeenWord, ...]]
"""Reads a part of the page that has so many dots per inch."""


def with_signer(image: Image.Image, dpi: int, seen: tuple[SeenWord, ...], read: Read) -> tuple[SeenWord, ...]:
    """The words of a page with the name of who signed it, and the title above the name where that was passed over too.

    A corner that cannot be read leaves the words as they are.
    """
    top = _top(seen, *image.size)
    if top is None:
        return seen
    corner = _corner(image, top, _RIGHT)
    inside = [line for line in _lines(seen) if all(_is_in(word, corner) for word in line)]
    if any(_named(line) for line in inside):
        return seen
    titled = any(_TITLE.match(_text(line)) for line in inside)
    best: list[list[SeenWord]] = []
    for right, scale in _LOOKS:
        try:
            lines = _read_corner(image, _corner(image, top, right), scale, dpi, read)
        except EngineTrouble:
            break
        name = max((line for line in lines if _named(line)), key=_sureness, default=None)
        if name is None or _sureness(name) < max(_LIKELY, _sureness(best[-1]) if best else 0.0):
            continue
        best = [*(line for line in lines if not titled and line is not name and _TITLE.match(_text(line))), name]
        if _sureness(name) >= _SURE:
            break
    return _added(seen, best) if best else seen


def _sureness(line: Sequence[SeenWord]) -> float:
    return min(word.confidence for word in line)


def _corner(image: Image.Image, top: float, right: float) -> tuple[int, int, int, int]:
    """The part of a page around a line, from a share of the width on."""
    width, height = image.size
    return int(right * width), max(0, int(top - _ABOVE * height)), width, min(height, int(top + _BELOW * height))


def _top(seen: Sequence[SeenWord], width: int, height: int) -> float | None:
    """Where the signature begins: beside the word "nhận" of "Nơi nhận", else at the last line in capitals that is a title."""
    recipients = [
        word.box[1]
        for before, word in pairwise(seen)
        if word.box[0] < _LEFT * width
        and fold_search(before.text).strip(_SPECKS) == "noi"
        and fold_search(word.text).strip(_SPECKS) == "nhan"
    ]
    if recipients:
        return recipients[-1]
    parts = (part for line in _lines(seen) for part in _parts(line, _GAP * width))
    titles = (part for part in parts if _TITLE.match(_text(part)) and part[0].box[0] > _ASIDE * width)
    top = max((line[0].box[1] for line in titles if line[0].box[1] > _LOW * height), default=None)
    return None if top is None or sum(word.box[1] > top for word in seen) > _MOST_BELOW else top


def _parts(line: Sequence[SeenWord], gap: float) -> list[list[SeenWord]]:
    """What stands in a line with wide gaps between ("Nơi nhận:      KT. BỘ TRƯỞNG")."""
    parts = [[line[0]]]
    for before, word in pairwise(line):
        if word.box[0] - before.box[2] > gap:
            parts.append([])
        parts[-1].append(word)
    return parts


def _read_corner(image: Image.Image, corner: tuple[int, int, int, int], scale: float, dpi: int, read: Read) -> list[list[SeenWord]]:
    """The lines of a corner, with their boxes on the page."""
    x, y = corner[:2]
    crop = image.crop(corner)
    size = (round(crop.width * scale), round(crop.height * scale))
    words = read(crop if scale == 1 else crop.resize(size, Image.Resampling.BICUBIC), round(dpi * scale))
    boxes = (tuple(edge / scale for edge in word.box) for word in words)
    return _lines(word._replace(box=(x + x0, y + y0, x + x1, y + y1)) for word, (x0, y0, x1, y1) in zip(words, boxes, strict=True))


def _added(seen: Sequence[SeenWord], lines: Sequence[Sequence[SeenWord]]) -> tuple[SeenWord, ...]:
    """The words with these lines, each a line of its own, in the place of what was made of their print."""
    block = 1 + max(word.line[0] for word in seen)
    new = [
        word._replace(text=word.text.strip(_SPECKS), line=(block, at, 0))
        for at, line in enumerate(lines)
        for word in line
        if word.text.strip(_SPECKS)
    ]
    kept = [word for word in seen if not any(_overlap(word, other) for other in new)]
    return (*kept, *new)


def _lines(words: Iterable[SeenWord]) -> list[list[SeenWord]]:
    lines: dict[tuple[int, int, int], list[SeenWord]] = defaultdict(list)
    for word in words:
        lines[word.line].append(word)
    return list(lines.values())


def _text(line: Sequence[SeenWord]) -> str:
    return " ".join(text for word in line if (text := word.text.strip(_SPECKS)))


def _named(line: Sequence[SeenWord]) -> bool:
    """Whether a line is the name of a person, not a title."""
    text = _text(line)
    return not text.isupper() and len(text) > 1 and is_known_person(text)


def _is_in(word: SeenWord, corner: tuple[int, int, int, int]) -> bool:
    x0, top, x1, bottom = corner
    return x0 <= word.box[0] and word.box[2] <= x1 and top <= word.box[1] and word.box[3] <= bottom


def _overlap(one: SeenWord, other: SeenWord) -> bool:
    (a0, b0, a1, b1), (c0, d0, c1, d1) = one.box, other.box
    return min(a1, c1) > max(a0, c0) and min(b1, d1) > max(b0, d0)
