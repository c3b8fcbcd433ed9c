"""Markdown as offices paste it from chat tools and converters: the marks go, the words stay.

In: a plain text.  Out: edits.  Promise: only pages that look like Markdown are touched; lines, list markers and numbers stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.spans import Edit

_ENTITIES = {
    "nbsp": " ",
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "quot": '"',
    "apos": "'",
    "ndash": "–",
    "mdash": "—",
    "hellip": "…",
    "ldquo": "“",
    "rdquo": "”",
    "lsquo": "‘",
    "rsquo": "’",
}
_TAGS = "sub|sup|b|i|u|em|strong|br|span|p|div|center|font"
# What gives Markdown away: bold words, a heading, an inline tag, a link, lines that are quoted.
_SIGN = re.compile(
    rf"\*\*[^*\s]|[^*\s]\*\*|^\#{{1,6}} +\S|</?(?:{_TAGS})\s*/?>|(?<!!)\[[^\[\]\n]+\]\((?:https?://|mailto:|/|\#)[^()\s]*\)"
    r"|^>[^\n]*\n>",
    re.MULTILINE,
)
_MARKS = re.compile(
    rf"""
      (?P<heading>^(?:>[ ]?)*(?:\#{{1,6}}[ ]+)+(?=\S))
    | (?P<quote>^(?:>[ ]?)+)
    | (?P<tag></?(?:{_TAGS})(?:\s[^<>\d\n]{{0,200}})?/?>)
    | (?P<link>\[(?P<label>[^\[\]\n]+)\]\((?:https?://|mailto:|/|\#)[^()\s]*\))
    | &(?P<entity>{"|".join(_ENTITIES)});
    | \\(?P<escaped>[\\`*_{{}}\[\]()\#+\-.!|<>])
    | (?P<hollow>^\*[ ]+\*[ ]*$)
    | (?P<strong>\*{{2,}})
    | (?P<one>\*)
    | (?P<trailing>(?<![ ])[ ]{{2,}}$)
    """,
    re.VERBOSE | re.MULTILINE,
)


def looks_like_markdown(text: str) -> bool:
    """Whether a text holds marks of Markdown that no office types."""
    if "*" not in text and "#" not in text and "<" not in text and "[" not in text and ">" not in text:
        return False
    return _SIGN.search(text) is not None


def markup_edits(text: str) -> list[Edit]:
    """Bold, italics, headings, signs of quotation, inline tags, links, entities, escapes and the two blanks of a line break go.

    Stars in pairs are italics; a star that opens a line is a bullet, and one in brackets or alone a mark of the text.
    """
    if not looks_like_markdown(text):
        return []
    edits: list[Edit] = []
    stars: list[re.Match[str]] = []
    for match in _MARKS.finditer(text):
        if match["one"]:
            stars.append(match)
        else:
            edits.extend(_edits(text, match))
    edits.extend(_italics(text, stars))
    return sorted(edits)


def _edits(text: str, match: re.Match[str]) -> Iterator[Edit]:
    if match["link"]:
        yield Edit(match.start(), match.start("label"), "")
        yield Edit(match.end("label"), match.end(), "")
    elif match["entity"]:
        yield Edit(match.start(), match.end(), _ENTITIES[match["entity"]])
    elif match["escaped"]:
        yield Edit(match.start(), match.start("escaped"), "")
    elif match["tag"]:
        yield Edit(match.start(), match.end(), " " if match["tag"].startswith("<br") else "")
    elif not (match["strong"] and _is_ornament(text, match)):
        yield Edit(match.start(), match.end(), "")


def _is_ornament(text: str, stars: re.Match[str]) -> bool:
    """A line of three stars or more and nothing else is a rule or an ornament of the paper."""
    start, end = stars.span()
    return end - start > 2 and text[max(0, start - 1) : start] in ("", "\n") and text[end : end + 1] in ("", "\n")


def _italics(text: str, stars: list[re.Match[str]]) -> Iterator[Edit]:
    """Single stars taken in pairs within a paragraph."""
    opened: int | None = None
    for star in stars:
        at = star.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if opened is not None and "\n\n" in text[opened:at]:
            opened = None
        if before == "(" and after == ")":
            continue
        if opened is None:
            bullet = after in ("", " ", "\t", "\n")
            opened = None if bullet else at
        elif not (before in " \t\n" and after in " \t"):
            yield Edit(opened, opened + 1, "")
            yield Edit(at, at + 1, "")
            opened = None
