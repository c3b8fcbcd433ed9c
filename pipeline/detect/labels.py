"""Labelled lines: "Cơ quan chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính; thời gian: Quý III/2025", one label or several to a line.

In: the analysis of a line.  Out: `Label` values, each with the stretch of its value.
Promise: a line without a label at its start gives none; what stands between two labels is the value of the first.
Source: ANNOTATION rules, "A task", 7; rules/tasks.json, group "label".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from models.directive import Role
from pipeline.detect.analysis import Analysis, once
from pipeline.detect.mention_rules import unlisted_body
from pipeline.detect.mentions import Mention
from pipeline.detect.role_rules import RoleRules

__all__ = ["OTHER", "TELLING", "Label", "bodies_alone", "bodies_in", "has_date", "led_in_brackets", "names_doers", "read_labels"]

OTHER = "other"
"""What labels say that are neither who, when nor what comes of it: "Địa điểm: ..."."""
TELLING = frozenset({"lead", "coordinate", "time"})
"""Labels that make lines below a title those of an activity; "Địa điểm: ..." alone does not."""

MOST = 8
"""Labels in one line; hostile text may have more."""

MOST_DOERS = 5
"""Bodies of such a line: one of more is a list of recipients."""

_NAME_WORDS = range(2, 11)
"""Words of the name of a body of no known list."""

_PART = regex.compile(r"[^\s,;.()][^,;.()]*(?<!\s)")
_SEAM = regex.compile(r"[.;]\s+(?=\p{L})")
_BETWEEN = regex.compile(r"(?:[\s,;.:&/–-]|\bvà\b)*")
_BRACKETS = regex.compile(r"\([^()]{5,300}\)\s*[.;]?")


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says: `attribute` ("lead", "coordinate", "time", "product", "other") and where its value stands; `guessed` where
    no word tells that it is one.
    """

    attribute: str
    analysis: Analysis
    start: int
    end: int
    guessed: bool = False

    @property
    def value(self) -> str:
        """The words behind the label."""
        return self.analysis.text[self.start : self.end]


@once
def read_labels(analysis: Analysis) -> tuple[Label, ...]:
    """The labels of a line; none where it does not open with one."""
    found = list(_starts(analysis))
    ends = [*(begin for begin, _, _ in found), len(analysis.text)][1:]
    return tuple(Label(attribute, analysis, start, end) for (_, attribute, start), end in zip(found, ends, strict=True))


def _starts(analysis: Analysis) -> Iterator[tuple[int, str, int]]:
    """Where a label begins, its attribute, and where its value begins."""
    text = analysis.text
    for count, begin in enumerate((0, *(seam.end() for seam in _SEAM.finditer(text)))):
        rule = analysis.rules.first("label", text[begin:]) if count < MOST else None
        match = rule.pattern.search(text[begin:]) if rule else None
        value = begin + match.start("value") if match else begin
        if rule is not None and match is not None and not (rule.data.get("names_only") and _orders_in(analysis, value)):
            yield begin, rule.data["attribute"], value
        elif begin == 0:
            return


def _orders_in(analysis: Analysis, start: int) -> bool:
    """Whether the value of a label tells somebody what to do ("Phân công: Tổ Toán vệ sinh sân trường, Tổ Văn trang trí lớp")."""
    told = (at for at in analysis.cues.predicates | analysis.cues.acts if at >= start)
    named = [(mention.full_start, mention.end) for mention in analysis.mentions]
    work = (at for at in told if not any(lo <= at < hi for lo, hi in named))
    return any(analysis.rules.at("labels.in_role", analysis.folded, at) is None for at in work)


def bodies_in(label: Label) -> Sequence[Mention]:
    """The bodies that the value of a label names; of a value that names none of a known list, its parts that open like the name of
    a body ("Phối hợp: Ban đại diện cha mẹ trẻ").
    """
    analysis = label.analysis
    known = [mention for mention in analysis.mentions if label.start <= mention.start < label.end]
    parts = [part.span() for part in _PART.finditer(analysis.text, label.start, label.end)] if not known else []
    named = [(lo, hi) for lo, hi in parts if len(analysis.text[lo:hi].split()) in _NAME_WORDS and analysis.text[lo].isupper()]
    bodies = [(lo, hi) for lo, hi in named if analysis.rules.first("heading_body", analysis.folded[lo:hi])]
    return known or [unlisted_body(analysis.text, lo, hi) for lo, hi in bodies if not _orders_in(analysis, lo)]


def led_in_brackets(analysis: Analysis) -> tuple[Label, ...]:
    """The labels of a paragraph that only names who does what stands above: "(Cục Thuế chủ trì; xong trước ngày 15/3)"."""
    if not _BRACKETS.fullmatch(analysis.text.strip()):
        return ()
    named = [(f.mention, f.role.value) for f in analysis.settled if f.role in (Role.LEAD, Role.COORDINATE)]
    if not analysis.leads:  # "(UBND các huyện chỉ đạo UBND cấp xã thực hiện)": who opens the brackets acts
        named += [(mention, Role.LEAD.value) for mention in analysis.mentions if mention.full_start == analysis.first]
        if not named or not analysis.cues.predicates:
            return ()
    return (*(Label(role, analysis, mention.start, mention.end) for mention, role in named), *_time_of(analysis))


def bodies_alone(analysis: Analysis) -> tuple[Label, ...]:
    """The bodies of a paragraph that holds nothing but their names, as the column of a table does that was read as text
    ("Vụ Pháp chế, Cục Con nuôi"); "Thực hiện:" may stand before them.
    """
    bodies = analysis.mentions
    if len(bodies) > MOST_DOERS or analysis.text.isupper():
        return ()
    begin = analysis.rules.at("labels.done_by", analysis.folded)
    starts = [begin.end() if begin else 0, *(mention.end for mention in bodies)]
    ends = [*(mention.full_start for mention in bodies), len(analysis.text)]
    alone = all(_BETWEEN.fullmatch(analysis.folded, lo, max(lo, hi)) for lo, hi in zip(starts, ends, strict=True))
    found = (Label(Role.LEAD.value, analysis, mention.full_start, mention.end, guessed=begin is None) for mention in bodies)
    return tuple(found) if alone else ()


def names_doers(analysis: Analysis) -> bool:
    """Whether a paragraph opens with "Thực hiện:"."""
    return analysis.rules.at("labels.done_by", analysis.folded) is not None


def _time_of(analysis: Analysis) -> Iterable[Label]:
    return (Label("time", analysis, 0, len(analysis.text)),) if has_date(analysis.folded, analysis.rules) else ()


def has_date(folded: str, rules: RoleRules) -> bool:
    """Whether a sentence names a day, a month, a rhythm or a number of days."""
    return rules.has("date.named", folded)
