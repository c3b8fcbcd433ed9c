"""The tree of items, grown from paragraphs with enumerators.

In: paragraphs in order.  Out: `Item` values nested by their enumerators.
Promise: an enumerator met before joins its series; a new kind nests below what stands open; bullets never hold numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

import regex

from models.outline import Item, Passage, Section
from pipeline.outline.markers import BULLETS, LETTERS, Kind, Marker
from pipeline.outline.paragraphs import Paragraph
from pipeline.outline.patterns import OutlineRules
from pipeline.rules.folding import fold_same_length

HEADING_LENGTH = 200
"""Characters: a heading that names a section is shorter."""
FEWEST_ADDRESSED = 2
"""Headings that speak to somebody below "Yêu cầu" from which on it stands above work."""
LONGEST_NAME = 90
"""Characters of a line that only names whose work stands below it."""

_CALLS = regex.compile(r"(?<!\b(?:đã|được|đáp ứng|với|theo)\s)\b(?i:giao|yêu cầu|đề nghị|phân công)\s+(?:\p{Lu}|các\s|tất cả\s)")
"""Words that call on somebody: an assessment that goes on with them holds an order."""


@dataclass(slots=True)
class _Node:
    kind: Kind | None
    label: str
    value: int
    paragraph: Paragraph | None
    sign: str = ""
    children: list[_Node] = field(default_factory=list)
    bullets: int = 0
    titles: bool = False
    """Whether it is a star and the name of a body ("* Sở Y tế"): the title of the dashes below it."""

    @property
    def open(self) -> bool:
        return self.paragraph is not None and self.paragraph.ends_open

    @property
    def heads(self) -> bool:
        """Whether it is a short line that ends with a colon, as the name of a body above its work."""
        return _heads(self.paragraph)


def _heads(paragraph: Paragraph | None) -> bool:
    return paragraph is not None and paragraph.ends_open and len(paragraph.passage.text) <= LONGEST_NAME


def _titles(paragraph: Paragraph, rules: OutlineRules) -> bool:
    """Whether it is a short line without a sign that names a body ("Sở Y tế", but not "Trường hợp khác" or "Tổ chức trực")."""
    text = paragraph.passage.text.rstrip()
    named = 0 < len(text) <= LONGEST_NAME and not text.endswith((".", ";", ",", ":", "…"))
    return named and rules.match("title_of_body", fold_same_length(text)) is not None


def grow(paragraphs: Sequence[Paragraph], rules: OutlineRules) -> tuple[Item, ...]:
    """Nest the paragraphs."""
    root = _Node(None, "", 0, None)
    stack = [root]
    for paragraph, after in zip_longest(paragraphs, paragraphs[1:]):
        if paragraph.marker is None:
            _add_plain(stack, paragraph)
        else:
            marker = _settled(paragraph.marker, stack)
            _add_marked(stack, paragraph, marker, rules, heads=_heads(paragraph) and _begins_anew(after, marker))
    return tuple(_freeze(node, (), rules) for node in root.children)


def _settled(marker: Marker, stack: Sequence[_Node]) -> Marker:
    """An "i)" behind "h)" is a letter; "C." or "D." in a series of letters is no Roman numeral."""
    open_nodes = {node.kind: node for node in stack if node.kind is not None}
    if marker.kind is Kind.LOWER_ROMAN and len(marker.label) == 1 and Kind.LETTER in open_nodes:
        place = LETTERS.find(marker.label) + 1
        if place and open_nodes[Kind.LETTER].value < place <= open_nodes[Kind.LETTER].value + 3:
            return replace(marker, kind=Kind.LETTER, value=place)
    if marker.kind is Kind.ROMAN and marker.label in "CD" and Kind.UPPER in open_nodes:
        return replace(marker, kind=Kind.UPPER, value="ABCDĐEGH".find(marker.label) + 1)
    return marker


def _begins_anew(paragraph: Paragraph | None, marker: Marker) -> bool:
    """Whether a list of the same kind and sign begins with a paragraph."""
    after = paragraph.marker if paragraph else None
    return after is not None and (after.kind, after.sign, after.value) == (marker.kind, marker.sign, 1)


def _add_marked(stack: list[_Node], paragraph: Paragraph, marker: Marker, rules: OutlineRules, *, heads: bool) -> None:
    at = _in_series(stack, marker, heads=heads)
    if at is not None:
        if marker.bullet and _heads_its_own_level(stack, at, paragraph):
            at += 1
        del stack[at:]
    elif marker.bullet:
        _close(stack, lambda node: not (node.open or node.titles) and (node.kind is None or node.kind > marker.kind))
    else:
        # "UBND các tỉnh:" without a number holds the list that begins behind it.
        begins = marker.value == 1
        _close(stack, lambda node: (node.kind is None and not (node.open and begins)) or node.kind in BULLETS)
        if marker.value != 1 or not stack[-1].open:
            _close(stack, lambda node: node.kind is not None and node.kind > marker.kind)
    titles = marker.kind is Kind.STAR and _titles(paragraph, rules)
    node = _Node(marker.kind, marker.label, marker.value, paragraph, marker.sign, titles=titles)
    if marker.bullet:
        stack[-1].bullets += 1
        node.label = f"{marker.label}{stack[-1].bullets}"
    stack[-1].children.append(node)
    stack.append(node)


def _in_series(stack: Sequence[_Node], marker: Marker, *, heads: bool) -> int | None:
    """Where the series stands open that an enumerator belongs to, None where it opens one. Another sign is a slip of the pen
    ("1. 2) 3."), but "1)" right behind "1." or behind a colon opens a list of its own, and so does "1." behind "1. Sở Y tế:". Of
    two series that it could go on the inner one is meant, unless it heads a list (`heads`) as the items of the outer one do.
    """
    alike = [i for i in range(len(stack) - 1, 0, -1) if stack[i].kind is marker.kind]
    same = [i for i in alike if stack[i].sign == marker.sign]
    if marker.bullet or not alike:
        return next(iter(same or alike), None)
    behind = stack[-1].kind is marker.kind
    opens = (behind and stack[-1].heads) if same else (behind or stack[-1].open)
    if opens and marker.value == 1:
        return None
    following = [i for i in same if stack[i].value == marker.value - 1]
    if heads:
        following = [i for i in following if stack[i].heads][-1:] or following
    return next(iter(following or same or alike))


def _heads_its_own_level(stack: Sequence[_Node], at: int, paragraph: Paragraph) -> bool:
    """Where "- Về an ninh:" is followed by "- Bảo đảm …;" of the same sign, the first is the heading of those that follow."""
    node = stack[at]
    heads = node.open and all(child.kind is node.kind for child in node.children)
    return heads and not paragraph.ends_open


def _add_plain(stack: list[_Node], paragraph: Paragraph) -> None:
    """A paragraph without enumerator stands below the innermost heading: a number, or a bullet that is one by its sign."""
    while len(stack) > 1 and (stack[-1].kind is None or (stack[-1].kind in BULLETS and not (stack[-1].open or stack[-1].titles))):
        stack.pop()
    parent = stack[-1]
    if parent.kind in BULLETS and parent.children:
        stack.pop()
        parent = stack[-1]
    count = sum(child.kind is None for child in parent.children) + 1
    node = _Node(None, f"¶{count}", 0, paragraph)
    parent.children.append(node)
    stack.append(node)


def _close(stack: list[_Node], condition: Callable[[_Node], bool]) -> None:
    while len(stack) > 1 and condition(stack[-1]):
        stack.pop()


def _freeze(node: _Node, path: tuple[str, ...], rules: OutlineRules) -> Item:
    here = (*path, node.label)
    passage = node.paragraph.passage if node.paragraph else Passage("", ())
    children = tuple(_freeze(child, here, rules) for child in node.children)
    marker = node.label if node.paragraph and node.paragraph.marker else ""
    # "- Hoạt động thiết thực, tiết kiệm." names no section: nothing stands below it.
    leaf = not children and passage.text.rstrip().endswith((".", ";"))
    section = _told_below(passage.text, rules) or (None if leaf else _section(passage.text, rules))
    if section is Section.NORMS and not children:
        section = None  # "Hồ sơ đề nghị khen thưởng gửi về Sở Nội vụ" is no heading
    if section is Section.PURPOSE and _demands(passage.text, children, rules):
        section = Section.TASKS
    return Item(marker, here, passage, children, section)


def _demands(text: str, children: Sequence[Item], rules: OutlineRules) -> bool:
    """Whether "Yêu cầu" stands above headings that each speak to somebody ("1. Đối với Khoa", "2. Đối với Phòng Đào tạo"), with
    what these shall do below: no quality that is asked of the work, but the work.
    """
    if len(children) < FEWEST_ADDRESSED or rules.match("demands", text.strip()) is None:
        return False
    return all(child.children and rules.match("spoken_to", child.passage.text.strip()) for child in children)


def _told_below(text: str, rules: OutlineRules) -> Section | None:
    """The section that a title opens which has its text in the same paragraph ("1. Nhận định chung: Thời gian qua ...")."""
    told = rules.match("told_below", text)
    return Section(told.data["section"]) if told and not _CALLS.search(text) else None


def _section(text: str, rules: OutlineRules) -> Section | None:
    rule = rules.match("section", text.strip()) if len(text) <= HEADING_LENGTH else None
    return Section(rule.data["section"]) if rule else None
