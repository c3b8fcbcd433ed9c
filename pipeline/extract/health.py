"""Can the text of a page be relied on? The one place that decides, and says why.

In: the text of a page and what else is on it (pictures, drawings).  Out: `Health`: verdict, figure and reason.
Promise: it takes the share of valid Vietnamese syllables and of marked words, never the length or the code points alone;
a page with few words is refused only where the signs are plain.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from pipeline.extract.settings import ReadSettings
from pipeline.rules.syllables import has_mark, syllables

# Below this share of marked words the marks are simply gone, and valid syllables say little.
_BARE_SHARE = 0.05
# Runs of letters that are words: nothing with digits, no symbols (766/QĐ-TTg), no e-mail, no URL, no file name.
_LETTERS = re.compile(r"(?<![\w@/:.\-])[^\W\d_]{2,}(?![\w@]|[/:.]\w|://|-[^\W\d_]*[A-ZĐ\d])")
_STAMP = re.compile(
    r"(?:người ký|ký bởi|thời gian ký|ngày ký|cơ quan|e-?mail|digitally signed|signed by|signature|date)\s*:", re.IGNORECASE
)
_LOST = re.compile(r"\(cid:\d+\)|[\ue000-\uf8ff\ufffd\x00]")
# Blocks that no Vietnamese document writes in; broken letter maps shift the text into them.
_ALIEN = re.compile(
    "[\u0100-\u0101\u0104-\u010f\u0180-\u019f\u01b1-\u024f\u0250-\u02af\u0370-\u03ff\u0400-\u058f\u0600-\u1dff\u2c00-\u2dff\ua000-\uabff]"
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is on a page beside its text: the share of it under its largest picture, and whether it is drawn on."""

    picture: float = 0.0
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Health:
    """The verdict on a page: `quality` is the share of valid syllables, `reason` a Vietnamese clause, `kind` its class."""

    healthy: bool
    quality: float
    reason: str
    kind: str
    """One of good, short, blank, scan, stamp, unmarked, garbled; of a picture that OCR could not read: unread, slow."""


PLAIN_TEXT = Surroundings()


def judge(text: str, settings: ReadSettings, around: Surroundings = PLAIN_TEXT) -> Health:
    """Whether the text of a page can be relied on.

    1. The same text and surroundings always give the same verdict.
    2. No text: a blank page is healthy, a page with a picture or drawing is a scan.
    3. Some text over a page-wide picture that is only a stamp or a watermark: a scan too.
    4. Else the shares of valid and of marked words decide, against `settings`.
    """
    if not text.strip():
        return _without_text(around)
    words = count_words(text)
    lost = len(_LOST.findall(text)) + len(_ALIEN.findall(text))
    if around.picture >= 0.5 and words.letters < settings.few_words:
        return Health(False, 0.0, "lớp chữ chỉ là dấu chữ ký số hoặc dòng chèn trên ảnh quét", "stamp")
    if words.letters < settings.few_words and lost < 3:
        return _few(text, words, settings)
    if lost > 0.05 * len(text):
        return Health(False, min(words.share, 1 - lost / len(text)), "bảng mã chữ bị hỏng (ký tự lạ, không ra chữ Việt)", "garbled")
    bare = words.marked_share < _BARE_SHARE
    if words.share < settings.healthy_share and not bare:
        percent = round(100 * words.share)
        return Health(False, words.share, f"chữ bị hỏng: chỉ {percent}% tiếng đúng chính tả tiếng Việt", "garbled")
    if bare or words.marked_share < settings.marked_share:
        percent = round(100 * words.marked_share)
        return Health(False, words.share * words.marked_share, f"chữ mất dấu: chỉ {percent}% tiếng có dấu", "unmarked")
    return Health(True, words.share, f"{round(100 * words.share)}% tiếng đúng chính tả tiếng Việt", "good")


def judge_seen(text: str, confidences: Sequence[float], settings: ReadSettings) -> Health:
    """Whether what OCR saw on a picture (`confidences` of its words, 0 to 1) can be relied on.

    1. A picture on which nothing was seen is not read: it is not blank, or it would not be here.
    2. Else it is judged as any text; a text of few words must also be one that the engine was sure of.
    """
    if not text.strip():
        return Health(False, 0.0, "không nhận ra chữ nào trên ảnh", "unread")
    health = judge(text, settings)
    sure = median(confidences) if confidences else 0.0
    if health.kind == "short" and sure < settings.sure_enough:
        return Health(False, min(health.quality, sure), f"chữ trên ảnh quá mờ: độ tin cậy {round(100 * sure)}%", "garbled")
    return health


@dataclass(frozen=True, slots=True)
class WordCount:
    """How many words of letters a text has, how many of them are valid syllables, how many bear a mark."""

    letters: int
    valid: int
    marked: int

    @property
    def share(self) -> float:
        """Share of valid syllables; 1 where there are no words."""
        return round(self.valid / self.letters, 4) if self.letters else 1.0

    @property
    def marked_share(self) -> float:
        """Share of words with a mark; 1 where there are no words."""
        return self.marked / self.letters if self.letters else 1.0


def count_words(text: str) -> WordCount:
    """Count the words of letters of a text; abbreviations in capitals, symbols, e-mail and URLs stay out of it."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    known = syllables()
    letters = valid = marked = 0
    for word, times in Counter(_LETTERS.findall(text)).items():  # a page repeats its words
        low = word.lower()
        good = low in known
        if not good and word.isupper() and (len(word) <= 6 or word.isascii()):
            continue  # UBND, HĐND, XIII
        letters += times
        valid += times * good
        marked += times * has_mark(low)
    return WordCount(letters, valid, marked)


def _without_text(around: Surroundings) -> Health:
    if around.picture > 0.0:
        return Health(False, 0.0, "không có lớp chữ: trang là ảnh quét", "scan")
    if around.drawn:
        return Health(False, 0.0, "không có lớp chữ: chữ được vẽ thành nét", "scan")
    return Health(True, 1.0, "trang trắng", "blank")


def _few(text: str, words: WordCount, settings: ReadSettings) -> Health:
    if words.letters >= 4 and len(_STAMP.findall(text)) >= 2:
        return Health(False, 0.0, "lớp chữ chỉ là dấu chữ ký số", "stamp")
    if words.letters >= 8 and words.share < 0.5:
        return Health(False, words.share, f"chữ bị hỏng: chỉ {round(100 * words.share)}% tiếng đúng chính tả", "garbled")
    return Health(True, words.share, "trang ít chữ", "short")
