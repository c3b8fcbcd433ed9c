"""Gold that quotes little: a passage is given by its first words, its last words and how many words it has.

In: located gold and the text of the source it speaks of.  Out: the `Gold` with the words of the source put in.
Promise: a passage resolves to exactly one place of the source, or the file is refused with a list of what is absent or ambiguous.

A word is a run of letters and digits: white space, punctuation, Markdown and the borders of tables do not count. Where the same
words stand in several places, `nth` says which. A passage parted by other cells of a table is a list of pieces in order.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import regex
from pydantic import BaseModel, ConfigDict

from models.errors import GoldError
from pipeline.evaluate.gold import Gold, GoldDeadline, GoldTask

__all__ = ["EDGE", "LocatedGold", "LocatedTask", "Passage", "Source", "read_source", "resolve", "values_of", "words_of"]

EDGE = 6
"""Words quoted at each end of a passage (what issue B allows); a shorter passage is given whole."""

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_MARKS = regex.compile(r"[*|#`\\]+")


class _Located(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Passage(_Located):
    """A stretch of words. `nth` counts from 1 and is given only where the same words stand in several places."""

    first: str
    last: str
    words: int
    nth: int | None = None


class LocatedTask(_Located):
    """A task: where its words stand, and by value what they say. `second` is another reading of the item that is as good."""

    path: tuple[str, ...]
    at: tuple[Passage, ...]
    second: tuple[Passage, ...] = ()
    kind: str = "assignment"
    origin: str = "body"
    optional: bool = False
    leads: tuple[str, ...] | None = None
    coordinators: tuple[str, ...] | None = None
    report_to: tuple[str, ...] | None = None
    capacity: str | None = None
    deadlines: tuple[GoldDeadline, ...] = ()


class LocatedGold(_Located):
    """The gold of one real document. `split` is one of sets.SPLITS; a subject of more than two edges is a passage like others."""

    document: str
    sha256: str
    split: str
    meta: dict[str, str | int | None] = {}
    subject_at: Passage | None = None
    tasks: tuple[LocatedTask, ...] = ()


@dataclass(frozen=True)
class Source:
    """The text of a source with its words."""

    text: str

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Begin and end of each word."""
        return tuple(match.span() for match in _WORD.finditer(self.text))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(self.text[start:end].lower() for start, end in self.spans)

    def places(self, passage: Passage) -> list[int]:
        """The numbers of the words at which the passage may begin, each reading of the same words counted."""
        first, last, n = _split(passage.first), _split(passage.last), passage.words
        ends = range(len(self.words) - n + 1)
        return [i for i in ends if self.words[i : i + len(first)] == first and self.words[i + n - len(last) : i + n] == last]

    def quote(self, at: int, words: int) -> str:
        """`words` words from word number `at` on, with the punctuation that hangs on the last one."""
        start, end = self.spans[at][0], self.spans[at + words - 1][1]
        following = self.spans[at + words][0] if at + words < len(self.spans) else len(self.text)
        while end < following and not self.text[end].isspace() and self.text[end] != "|":
            end += 1
        return " ".join(_MARKS.sub("", self.text[start:end]).split())


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return Source(unicodedata.normalize("NFC", text)).words


def _split(quoted: str) -> tuple[str, ...]:
    return words_of(quoted)


def read_source(path: Path) -> tuple[Source, str]:
    """The text of a source file and the sha256 of its bytes."""
    content = path.read_bytes()
    return Source(unicodedata.normalize("NFC", content.decode("utf-8"))), hashlib.sha256(content).hexdigest()


def resolve(located: LocatedGold, source: Source) -> Gold:
    """Put the words of the source into located gold; GoldError lists every passage that is absent or ambiguous."""
    problems: list[str] = []
    tasks = []
    for number, task in enumerate(located.tasks, 1):
        text = _words_at(task.at, source, problems, f"nhiệm vụ {number}")
        second = _words_at(task.second, source, problems, f"nhiệm vụ {number} (cách đọc thứ hai)") if task.second else None
        tasks.append(GoldTask(text=text, text_full=second, **values_of(task)))
    meta = dict(located.meta)
    if located.subject_at:
        meta["subject"] = _words_at((located.subject_at,), source, problems, "trích yếu", repeated=True)
    if problems:
        raise GoldError(detail=f"đáp án “{located.document}” không khớp nguồn: {'; '.join(problems)}")
    return Gold(document=located.document, split=located.split, meta=meta, tasks=tuple(tasks))


def values_of(task: LocatedTask) -> dict[str, object]:
    """What a located task says by value, as a gold task says it."""
    names = ("path", "leads", "coordinators", "deadlines", "optional", "origin", "kind")
    return {name: getattr(task, name) for name in names}


def _words_at(passages: Sequence[Passage], source: Source, problems: list[str], what: str, *, repeated: bool = False) -> str:
    parts, after = [], 0
    for number, passage in enumerate(passages):
        at = _place(passage, source, after if number else None, repeated=repeated)
        if isinstance(at, str):
            problems.append(f"{what}: {at}")
            return ""
        parts.append(source.quote(at, passage.words))
        after = at + passage.words
    return " ".join(parts)


def _place(passage: Passage, source: Source, after: int | None, *, repeated: bool) -> int | str:
    """The one place of the passage, or why there is none; the later pieces of a passage stand at the next place that fits."""
    places = source.places(passage)
    if after is not None:
        places = [place for place in places if place >= after][:1]
    if not places:
        return "không có trong nguồn"
    if passage.nth is not None:
        return places[passage.nth - 1] if passage.nth <= len(places) else f"nguồn chỉ có {len(places)} chỗ"
    same = {source.words[place : place + passage.words] for place in places}
    if len(places) > 1 and not (repeated and len(same) == 1):
        return f"có ở {len(places)} chỗ trong nguồn"
    return places[0]
