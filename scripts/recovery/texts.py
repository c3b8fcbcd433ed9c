"""The official texts the model learns from, split by document once and for all.

In: the folder of texts (xz, one paragraph a line).  Out: the paragraphs of train, dev and test.
Promise: the split depends on the text alone; a held-out document lies wholly on one side, and paragraphs of the training part that
repeat a held-out one are left out.

The files hold no names of documents.  A new document is taken to begin where a preamble begins ("Căn cứ ..." after a paragraph that
is none); documents of the codified law begin with a new number of its subject ("Điều 1.1." against "Điều 1.2.").
"""

from __future__ import annotations

import hashlib
import lzma
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.extract.health import count_words

OFFICIAL = ("tnt305_official_docs_2025", "vbpl_trunguong_2025_2026", "luatvietnam_docs_2010_2014", "phapdien_diepxuan")
GENERAL = ("general_wiki_vi_nomvn", "general_tatoeba_vi")
HELD_OUT = ("tnt305_official_docs_2025", "vbpl_trunguong_2025_2026", *GENERAL)
"""Only these give dev and test documents: the codified law repeats the others, and old retyped texts are no fair truth."""
PART_OF_100 = {"dev": 2, "test": 4}
_SUBJECT = re.compile(r"Điều (\d+\.\d+)\.")
_MARKUP = re.compile(r"[*#|\\]+|<[^>]{1,40}>|-{4,}|_{3,}")
_SHINGLE = 8


class Part(NamedTuple):
    """Paragraphs of one part of the split, and how many documents they come from."""

    paragraphs: tuple[str, ...]
    documents: int


def clean(line: str) -> str:
    """A paragraph without the markup of the collection it came from."""
    return " ".join(_MARKUP.sub(" ", unicodedata.normalize("NFC", line)).split())


def documents(folder: Path, name: str) -> Iterator[list[str]]:
    """The documents of one file: lists of healthy paragraphs."""
    current: list[str] = []
    preamble, subject = False, ""
    with lzma.open(folder / f"{name}.txt.xz", "rt", encoding="utf-8") as file:
        for line in file:
            text = clean(line)
            begins = text.startswith("Căn cứ ")
            found = _SUBJECT.match(text)
            new = (
                (begins and not preamble) or (found is not None and found[1] != subject) or (name in GENERAL and len(current) >= 40)
            )
            if new and current:
                yield current
                current = []
            preamble, subject = begins, found[1] if found else subject
            if healthy(text):
                current.append(text)
    if current:
        yield current


def healthy(text: str) -> bool:
    """Whether a paragraph is Vietnamese in full marks (some are kept in old encodings or other languages)."""
    words = count_words(text)
    return words.letters >= 3 and words.share >= 0.8 and words.marked_share >= 0.4


def part_of(document: list[str]) -> str:
    """The part a document belongs to, decided by the hash of its first paragraphs."""
    digest = hashlib.sha256("\n".join(document[:3]).encode()).digest()
    place = int.from_bytes(digest[:4], "big") % 100
    for part, share in PART_OF_100.items():
        if place < share:
            return part
        place -= share
    return "train"


def split(folder: Path, names: Iterable[str]) -> dict[str, Part]:
    """Train, dev and test of the named files; `train` holds no paragraph that repeats a held-out one."""
    parts: dict[str, list[str]] = {"train": [], "dev": [], "test": []}
    counts = dict.fromkeys(parts, 0)
    for name in names:
        for document in documents(folder, name):
            part = part_of(document) if name in HELD_OUT else "train"
            parts[part] += document
            counts[part] += 1
    held = set().union(*(_shingles(text) for part in PART_OF_100 for text in parts[part]))
    train = tuple(text for text in parts["train"] if not _repeats(text, held))
    return {part: Part(train if part == "train" else tuple(parts[part]), counts[part]) for part in parts}


def _shingles(text: str) -> set[int]:
    words = text.lower().split()
    return {hash(tuple(words[i : i + _SHINGLE])) for i in range(max(1, len(words) - _SHINGLE + 1))}


def _repeats(text: str, held: set[int]) -> bool:
    shingles = _shingles(text)
    return 2 * len(shingles & held) >= len(shingles)
