"""The end of a document: recipients (Nơi nhận), authority and title of the signer, name; then annexes.

In: the lines behind the letterhead.  Out: where the body ends, the recipients, the signature, where annexes begin.
Promise: both columns are read, side by side or one after the other; a body without these parts has no end but the last line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from models.outline import EMPTY, Passage, Piece, SignatureBlock
from pipeline.outline.lines import Line
from pipeline.outline.markers import read_marker
from pipeline.outline.patterns import OutlineRules
from pipeline.rules.people import PERSON

LOOK_BACK = 12
"""Lines before "Nơi nhận" in which the signature may stand, where the right column was read first."""


@dataclass(frozen=True, slots=True)
class Ending:
    """`body_end` and `annex` are indexes of lines: the body is lines[:body_end], annexes are lines[annex:]."""

    body_end: int
    annex: int
    recipients: tuple[Passage, ...] = ()
    signature: SignatureBlock = field(default_factory=SignatureBlock)


def find_ending(lines: Sequence[Line], rules: OutlineRules) -> Ending:
    """Find the end zone of the (first) document in `lines`."""
    at = next((i for i, line in enumerate(lines) if _has_recipients(line, rules)), None)
    if at is None:
        at = _signature_start(lines, rules)
        if at is None:
            return Ending(len(lines), len(lines))
    start = at
    for i in range(max(0, at - LOOK_BACK), at):
        if rules.match("authority", lines[i].text) and not any(line.text.endswith("./.") for line in lines[i:at]):
            start = i
            break
    annex = next((i for i in range(at + 1, len(lines)) if _opens_annex(lines[i], rules)), len(lines))
    recipients, signature = _read(lines[start:annex], rules)
    return Ending(start, annex, recipients, signature)


def _has_recipients(line: Line, rules: OutlineRules) -> bool:
    return any(rules.named("end.recipients", part.strip()) for part in line.text.split("\t")) and len(line.text) < 120


def _signature_start(lines: Sequence[Line], rules: OutlineRules) -> int | None:
    """Without recipients: an authority line in the last third, with a name below it."""
    for i in range(len(lines) - 1, max(-1, len(lines) * 2 // 3 - 1), -1):
        if rules.match("authority", lines[i].text) and any(PERSON.match(line.text) for line in lines[i + 1 : i + 6]):
            while i and rules.match("authority", lines[i - 1].text):
                i -= 1
            return i
    return None


def _opens_annex(line: Line, rules: OutlineRules) -> bool:
    text = line.text
    return (
        rules.match("annex", text) is not None
        or rules.named("head.attached", text) is not None
        or (text.rstrip(" :") in rules.type_names and text.isupper())
    )


def _read(lines: Sequence[Line], rules: OutlineRules) -> tuple[tuple[Passage, ...], SignatureBlock]:
    recipients: list[Passage] = []
    titles: list[Passage] = []
    name = EMPTY
    open_list = False
    for line in lines:
        for part in _parts(line):
            if rules.named("end.recipients", part.text):
                open_list = True
            elif rules.match("authority", part.text) or _more_title(part, titles, name):
                titles.append(part)
            elif open_list and (marker := read_marker(part.text)) and marker.bullet:
                recipients.append(part.slice(marker.end, len(part.text)))
            elif name is EMPTY and titles and PERSON.match(part.text):
                name = part
            elif open_list and recipients and not titles:
                recipients[-1] = recipients[-1].plus(part)
    return tuple(part.stripped(" ;.,") for part in recipients), SignatureBlock(tuple(titles), name)


def _more_title(part: Passage, titles: Sequence[Passage], name: Passage) -> bool:
    return bool(titles) and name is EMPTY and part.text.isupper() and not read_marker(part.text)


def _parts(line: Line) -> list[Passage]:
    parts, at = [], 0
    for piece in line.text.split("\t"):
        text = piece.strip()
        if text:
            start = line.start + at + piece.index(text)
            parts.append(Passage(text, (Piece(0, start, start + len(text)),)))
        at += len(piece) + 1
    return parts
