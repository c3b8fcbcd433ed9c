"""Provinces and cities that act: "Các tỉnh Nghệ An, Quảng Ngãi khẩn trương hoàn thiện …", "Thành phố tiếp tục …".

In: a text with its mentions and words of order.  Out: mentions of the areas before the predicate.
Promise: an area is a body only where the text begins with it and a word of order follows; anywhere else it is a place.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from pipeline.detect.extension import Cues
from pipeline.detect.mentions import Mention
from pipeline.rules import load_json
from pipeline.rules.folding import fold_same_length

_BY_KIND = regex.compile(
    r"(?P<who>Thành phố|Tỉnh|Tổng công ty|Tập đoàn|Bộ|Sở|Cục|Ngành|Công ty|Nhà trường|Bệnh viện)(?: \p{Lu}[\p{L}]+){0,3}\s+"
)
_SEPARATOR = r"(?:\s*[,;]\s*(?:và\s+)?|\s+và\s+)"
_PLURAL = "các "


def acting_areas(text: str, folded: str, mentions: Sequence[Mention], cues: Cues) -> list[Mention]:
    """The provinces or cities, or the body called by its kind alone, with which the text begins and that then act.

    A list of provinces takes the place of the mentions it covers ("các tỉnh Nghệ An" is no kind of body).
    """
    areas = _named(text, folded)
    if areas and _predicate_at(text, areas[-1].end) in cues.predicates:
        return areas
    match = _BY_KIND.match(text)
    if match is None or match.end() not in cues.predicates or any(mention.start < match.end() for mention in mentions):
        return []
    return [Mention(0, match.end("who"), match.group("who"), "council", "agency.place")]


def _named(text: str, folded: str) -> list[Mention]:
    first, further = _patterns()
    found: list[Mention] = []
    unit = ""
    area = first.match(folded)
    while area is not None:
        start, end = area.span("area")
        unit = text[slice(*area.span("unit"))] if area.group("unit") else unit
        name = text[start:end] if area.group("unit") else f"{unit} {text[start:end]}"
        found.append(
            Mention(start, end, name[len(_PLURAL) :] if name.lower().startswith(_PLURAL) else name, "council", "agency.area")
        )
        area = further.match(folded, end)
    return found


def _predicate_at(text: str, end: int) -> int:
    """Where the next word begins, -1 behind a sign."""
    return end + 1 if text[end : end + 1] == " " else -1


@cache
def _patterns() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    names = {fold_same_length(str(record["name"])) for record in load_json("provinces")["provinces"]}
    name = "|".join(regex.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    unit = rf"(?:{_PLURAL})?(?P<unit>tỉnh|thành phố|tp\.?) "
    return (
        regex.compile(rf"(?P<area>{unit}(?:{name}))\b"),
        regex.compile(rf"{_SEPARATOR}(?P<area>(?:{unit})?(?:{name}))\b"),
    )
