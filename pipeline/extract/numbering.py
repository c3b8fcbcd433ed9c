"""Automatic numbering of Word paragraphs: the markers that Word shows and the file does not spell.

In: numbering.xml and styles.xml of a DOCX.  Out: `Numbering.marker(paragraph)`: "1.", "a)", "II.", "-" or "".
Promise: counters run as Word's do: by list, restarted under a new item of a higher level, from the start that the list names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_LOW = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_SPELT_BULLETS = frozenset("-+*•")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    style: str
    template: str
    legal: bool


@dataclass(slots=True)
class Numbering:
    """The lists of one document and how far they have counted."""

    levels: Mapping[str, Mapping[int, _Level]] = field(default_factory=dict)
    """By numId: its levels."""
    abstract: Mapping[str, str] = field(default_factory=dict)
    """By numId: the list definition it counts in."""
    restarts: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """By numId: levels that it starts anew."""
    styles: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """By style: numId and level."""
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)

    def marker(self, paragraph: Any) -> str:
        """The marker Word shows before this paragraph; "" for none. Counts on: ask once for each paragraph, in order."""
        num_id, level = self._place(paragraph)
        rules = self.levels.get(num_id)
        if not rules or level not in rules:
            return ""
        counts = self._counts.setdefault(self.abstract[num_id], {})
        if num_id not in self._seen:
            self._seen.add(num_id)
            for restarted in self.restarts.get(num_id, ()):
                counts.pop(restarted, None)
        rule = rules[level]
        counts[level] = counts[level] + 1 if level in counts else rule.start
        for deeper in [k for k in counts if k > level]:
            del counts[deeper]
        return _show(rules, counts, level)

    def _place(self, paragraph: Any) -> tuple[str, int]:
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return self.styles.get("", ("", 0))
        style = properties.find(qn("w:pStyle"))
        from_style = self.styles.get(style.get(qn("w:val"), "") if style is not None else "", ("", 0))
        number = properties.find(qn("w:numPr"))
        if number is None:
            return from_style
        return _value(number, "w:numId", from_style[0]), int(_value(number, "w:ilvl", str(from_style[1])) or 0)


def read_numbering(numbering: Any, styles: Any) -> Numbering:
    """The numbering of a document from the root elements of its two parts (either may be None)."""
    if numbering is None:
        return Numbering()
    drafts = {item.get(qn("w:abstractNumId")): item for item in numbering.findall(qn("w:abstractNum"))}
    by_style_link = {_value(item, "w:styleLink"): key for key, item in drafts.items() if _value(item, "w:styleLink")}
    levels: dict[str, dict[int, _Level]] = {}
    abstract: dict[str, str] = {}
    restarts: dict[str, frozenset[int]] = {}
    for item in numbering.findall(qn("w:num")):
        num_id, draft_id = item.get(qn("w:numId"), ""), _value(item, "w:abstractNumId")
        draft_id = by_style_link.get(_value(drafts.get(draft_id), "w:numStyleLink"), draft_id)
        abstract[num_id] = draft_id
        levels[num_id] = _levels(drafts.get(draft_id))
        restarts[num_id] = _override(item, levels[num_id])
    return Numbering(levels, abstract, restarts, _style_places(styles))


def _levels(draft: Any) -> dict[int, _Level]:
    return {} if draft is None else {int(item.get(qn("w:ilvl"), "0")): _level(item) for item in draft.findall(qn("w:lvl"))}


def _level(item: Any) -> _Level:
    start = _value(item, "w:start", "1")
    return _Level(
        start=int(start) if start.lstrip("-").isdigit() else 1,
        style=_value(item, "w:numFmt", "decimal"),
        template=_value(item, "w:lvlText"),
        legal=item.find(qn("w:isLgl")) is not None,
    )


def _override(item: Any, levels: dict[int, _Level]) -> frozenset[int]:
    """Apply the changes that a numId makes to its list; returns the levels that start anew."""
    restarted: set[int] = set()
    for change in item.findall(qn("w:lvlOverride")):
        level = int(change.get(qn("w:ilvl"), "0"))
        own = change.find(qn("w:lvl"))
        if own is not None:
            levels[level] = _level(own)
        start = _value(change, "w:startOverride")
        if start.isdigit() and level in levels:
            old = levels[level]
            levels[level] = _Level(int(start), old.style, old.template, old.legal)
            restarted.add(level)
    return frozenset(restarted)


def _style_places(styles: Any) -> dict[str, tuple[str, int]]:
    """The list of each paragraph style, through the styles it is based on."""
    if styles is None:
        return {}
    parents: dict[str, str] = {}
    own: dict[str, tuple[str, int]] = {}
    for style in styles.findall(qn("w:style")):
        name = style.get(qn("w:styleId"), "")
        parents[name] = _value(style, "w:basedOn")
        number = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if number is not None:
            own[name] = _value(number, "w:numId"), int(_value(number, "w:ilvl", "0") or 0)
    found: dict[str, tuple[str, int]] = {}
    for name in parents:
        at, steps = name, 0
        while at and at not in own and steps < 20:  # styles may name each other in a circle
            at, steps = parents.get(at, ""), steps + 1
        if at in own:
            found[name] = own[at]
    return found


def _value(parent: Any, tag: str, default: str = "") -> str:
    child = parent.find(qn(tag)) if parent is not None else None
    return default if child is None else str(child.get(qn("w:val"), default))


def _show(rules: Mapping[int, _Level], counts: Mapping[int, int], level: int) -> str:
    rule = rules[level]
    if rule.style == "bullet":
        # Bullets of symbol fonts are private code points; offices mean "-" by them.
        return rule.template if rule.template in _SPELT_BULLETS and rule.template != "•" else "-"
    if rule.style == "none" and "%" not in rule.template:
        return rule.template.strip()

    def shown(match: re.Match[str]) -> str:
        at = int(match.group(1)) - 1
        other = rules.get(at, rule)
        return spell(counts.get(at, other.start), "decimal" if rule.legal else other.style)

    return re.sub(r"%([1-9])", shown, rule.template).strip()


def spell(number: int, style: str) -> str:
    """A count as Word writes it in a number format: decimal, decimalZero, roman, letter."""
    match style:
        case "upperRoman":
            return _roman(number).upper()
        case "lowerRoman":
            return _roman(number)
        case "upperLetter":
            return _letters(number).upper()
        case "lowerLetter":
            return _letters(number)
        case "decimalZero":
            return f"{number:02d}"
        case "none":
            return ""
        case _:
            return str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    out = []
    for value, letters in (*_ROMAN, *_ROMAN_LOW):
        count, number = divmod(number, value)
        out.append(letters * count)
    return "".join(out)


def _letters(number: int) -> str:
    # After z Word goes on with aa, bb.
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 780 else str(number)
