"""Sentences in which each body is marked with its role ("{L|Phòng Kinh tế} rà soát ... gửi {R|UBND xã}"), as examples.

In: text files, one passage a line.  Out: `Example` values.
Promise: a list of bodies that the marks do not agree on is left out; a line whose marks are not well formed is an error that
names it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import regex

from models.directive import Role
from models.outline import Passage
from pipeline.detect import Detector
from pipeline.detect.analysis import analyse
from pipeline.detect.mention_rules import unlisted_body
from pipeline.detect.mentions import Mention
from pipeline.detect.role_model import NOBODY
from pipeline.detect.role_signs import signs
from pipeline.detect.roles import Bodies, bodies_of
from pipeline.detect.unlisted import LEARNED
from scripts.roles.material import Example

__all__ = ["Marked", "marked", "of_sentences"]

ROLE = {"L": Role.LEAD.value, "C": Role.COORDINATE.value, "R": NOBODY, "O": NOBODY}
"""What the letters of marks mean to the judgement: who gets a report, and who is only spoken of, is nobody."""
TOGETHER = 25
"""Lines of a file that count as one document: they are left out of the training together."""

_MARK = regex.compile(r"\{(?P<role>[LCRO])\|(?P<name>[^{}|]+)\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage without its marks, and where these stood: (start, end, letter)."""

    text: str
    marks: tuple[tuple[int, int, str], ...]


def marked(line: str) -> Marked:
    """Take the marks out of a line; ValueError where one is not well formed."""
    text, marks, at = "", [], 0
    for match in _MARK.finditer(line):
        text += line[at : match.start()]
        marks.append((len(text), len(text) + len(match["name"]), match["role"]))
        text += match["name"]
        at = match.end()
    text += line[at:]
    if "{" in text or "}" in text:
        raise ValueError(f"not a mark of a body: {line}")
    return Marked(text, tuple(marks))


def of_sentences(folders: Sequence[Path], detector: Detector) -> list[Example]:
    """The examples of all files of some folders, in their order."""
    files = sorted(file for folder in folders for file in folder.glob("*.txt"))
    return [example for file in files for example in _of_file(file, detector)]


def _of_file(file: Path, detector: Detector) -> Iterator[Example]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
        if line.strip():
            yield from _of_line(f"{file.stem} {number // TOGETHER}", marked(line.strip()), detector)


def _of_line(document: str, line: Marked, detector: Detector) -> Iterator[Example]:
    analysis = analyse(Passage(line.text, ()), nlp=detector.nlp, rules=detector.roles)
    ruled = {finding.mention.start: finding.role.value for finding in analysis.roles}
    mentions = _with_unknown(line, analysis.mentions)
    for number, group in enumerate(bodies_of(analysis.text, mentions, analysis.cues, analysis.rules)):
        role = _role(group, line.marks)
        if role is not None:
            by_rule = next((ruled[mention.start] for mention in group if mention.start in ruled), NOBODY)
            yield Example(document, tuple(signs(analysis.text, analysis.folded, group, number)), role, by_rule, sentence=True)


def _with_unknown(line: Marked, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, and the marked bodies that no pattern knows, as the model of names would find them."""
    found = list(mentions)
    for start, end, _ in line.marks:
        if not any(mention.full_start < end and start < mention.end for mention in mentions):
            found.append(unlisted_body(line.text, start, end, LEARNED))
    return sorted(found, key=lambda mention: mention.start)


def _role(group: Bodies, marks: Sequence[tuple[int, int, str]]) -> str | None:
    """The role of the marks over a list, None where they differ; a body that nobody marked is nobody."""
    roles = set()
    for mention in group:
        over = [ROLE[letter] for start, end, letter in marks if start < mention.end and mention.start < end]
        roles.update(over or [NOBODY])
    return roles.pop() if len(roles) == 1 else None
