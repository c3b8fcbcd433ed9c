"""When two readings are the same: texts, names of agencies, rhythms.

In: words of a person and words of the program.  Out: yes or no, and how much they share.
Promise: spelling variants (hoà/hóa, "Ủy ban nhân dân"/UBND, place names left out) make no difference; different bodies stay apart.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.resources import files

__all__ = ["fold", "pair_names", "reduced_agency", "rhythm", "same_agency", "shared_words", "word_counts"]

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_NEAR = 0.75
"""Two reduced names are near when they share three quarters of their words ("Sở Nông nghiệp Môi trường" without "và")."""
_QUARTERS, _HALVES = "3,6,9,12", "6,12"


@cache
def _vocabulary() -> tuple[tuple[tuple[str, str], ...], frozenset[str]]:
    data = json.loads(files("pipeline.evaluate").joinpath("agency_words.json").read_text(encoding="utf-8"))
    pairs = [(fold(name), short) for short, names in data["short_forms"].items() for name in names]
    longest_first = tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))
    phrases = (
        phrase for group in ("heads_of_bodies", "words_of_orders", "words_of_extent", "words_of_place") for phrase in data[group]
    )
    return longest_first, frozenset(word for phrase in phrases for word in fold(phrase).split())


@cache
def fold(text: str) -> str:
    """Lower case, punctuation as spaces, the tone of a syllable moved to its end: both tone placements fold alike."""
    syllables = re.sub(r"[^\w]+", " ", unicodedata.normalize("NFC", text).lower()).split()
    return " ".join(map(_tone_last, syllables))


def _tone_last(syllable: str) -> str:
    letters = unicodedata.normalize("NFD", syllable)
    tone = "".join(letter for letter in letters if letter in _TONES)
    return unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES)) + tone


def word_counts(text: str) -> Counter[str]:
    """How often each folded word stands in a text."""
    return Counter(fold(text).split())


def shared_words(found: Counter[str], wanted: Counter[str]) -> tuple[float, float, float]:
    """Shared words as a share of the wanted, of the found, and of the longer of the two."""
    both, n_found, n_wanted = (found & wanted).total(), max(1, found.total()), max(1, wanted.total())
    return both / n_wanted, both / n_found, both / max(n_found, n_wanted)


@cache
def reduced_agency(name: str, place: str = "") -> str:
    """A name reduced to what tells bodies apart: abbreviations joined; heads, place and filler words dropped.

    "UBND các tỉnh" (many bodies) stays apart from "UBND tỉnh" (one).
    """
    abbreviations, fillers = _vocabulary()
    text = f" {fold(re.sub(r'[(][^)]*[)]', ' ', name))} "
    for long, short in abbreviations:
        text = text.replace(f" {long} ", f" {short} ")
    for council in ("ubnd", "hđnd"):
        text = text.replace(f" {council} {fold('các')} ", f" {council}s ")
    if place:
        text = text.replace(f" {fold(place)} ", " ")
    kept = [word for word in text.split() if word not in fillers]
    return " ".join(kept or text.split())


def same_agency(one: str, other: str, place: str = "") -> bool:
    """Whether two names mean one body: reduced alike, or near."""
    a, b = reduced_agency(one, place), reduced_agency(other, place)
    words_a, words_b = set(a.split()), set(b.split())
    return a == b or bool(words_a and words_b and len(words_a & words_b) / len(words_a | words_b) >= _NEAR)


def pair_names(found: Iterable[str], wanted: Iterable[str], place: str) -> tuple[int, int, int]:
    """(right, invented, missed) of two lists of names, each matched once: exact reductions first, then near ones."""
    left, open_ = list(found), list(wanted)

    def alike(a: str, b: str) -> bool:
        return reduced_agency(a, place) == reduced_agency(b, place)

    right = _strike_out(left, open_, alike) + _strike_out(left, open_, lambda a, b: same_agency(a, b, place))
    return right, len(left), len(open_)


def _strike_out(left: list[str], open_: list[str], same: Callable[[str, str], bool]) -> int:
    right = 0
    for name in tuple(left):
        hit = next((want for want in open_ if same(name, want)), None)
        if hit is not None:
            left.remove(name)
            open_.remove(hit)
            right += 1
    return right


def rhythm(rrule: str | None) -> tuple[tuple[str, str], ...] | None:
    """A recurrence rule in one form: UNTIL and INTERVAL=1 dropped, quarters and half years alike by interval or by months."""
    if not rrule:
        return None
    parts = dict(part.partition("=")[::2] for part in rrule.upper().removeprefix("RRULE:").split(";"))
    kept = {
        key: _sorted_list(parts[key]) for key in ("FREQ", "BYMONTHDAY", "BYMONTH", "BYDAY", "INTERVAL", "COUNT") if key in parts
    }
    last_day = kept.get("BYMONTHDAY", "-1") == "-1"
    if kept.get("FREQ") == "YEARLY" and last_day and kept.get("BYMONTH") in (_QUARTERS, _HALVES):
        kept = {"FREQ": "MONTHLY", "INTERVAL": "3" if kept["BYMONTH"] == _QUARTERS else "6"}
    if kept.get("FREQ") == "MONTHLY" and kept.get("INTERVAL") in ("3", "6") and last_day:
        kept.pop("BYMONTHDAY", None)
    if kept.get("INTERVAL") == "1":
        del kept["INTERVAL"]
    return tuple(sorted(kept.items())) or None


def _sorted_list(values: str) -> str:
    ordered: Sequence[str] = sorted(values.split(","), key=lambda value: (len(value), value))
    return ",".join(ordered)
