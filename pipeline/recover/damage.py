"""What has befallen a text: nothing, marks stripped, or read by an engine of another language.

In: the text of a page.  Out: the name of the channel that repairs it, or None.
Promise: text that can be relied on gets None; the thresholds are those by which pages are judged when they are read.
"""

from __future__ import annotations

import re

from pipeline.extract import ReadSettings, judge

_REPAIRABLE = frozenset({"garbled", "unmarked"})
# Letters with marks that an engine of another language puts, and digits within small words (codes are in capitals):
# not there where marks were stripped.
_TRACES = re.compile(r"[a-z][\d&@¢§$¥][a-z]|(?<=[a-z])[\d&@¢§$¥]+(?![\w-])|[à-ÿÀ-Ý]")
# Letters of French and German that Vietnamese lacks, and English engines do not put.
_LATIN = re.compile(r"[äëïöüÿûîçßÄËÏÖÜŸÛÎÇ]")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_FEW_TRACES = 0.02
"""Traces a word: pages read by an English engine have 0.15 to 0.5, pages typed without marks next to none."""
_LOST = re.compile(r"\(cid:\d+\)|[\ue000-\uf8ff\ufffd\x00]")
_LEAST_WORDS = 4


def damage_of(text: str) -> str | None:
    """The channel by which `text` is to be repaired: "ocr" (an English engine), "latin" (a French or German one), "bare", or None
    where it is healthy or beyond repair.
    """
    words = _LETTERS.findall(text)
    health = judge(text, ReadSettings(few_words=_LEAST_WORDS))
    if len(words) < _LEAST_WORDS or health.healthy or health.kind not in _REPAIRABLE:
        return None
    if len(_LOST.findall(text)) > 0.02 * len(text):
        return None
    if len(_LATIN.findall(text)) > _FEW_TRACES * len(words):
        return "latin"
    return "ocr" if len(_TRACES.findall(text)) > _FEW_TRACES * len(words) else "bare"
