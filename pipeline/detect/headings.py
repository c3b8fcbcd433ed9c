"""What a heading hands down to the items below it: who leads them, and who coordinates.

In: the analysis of a heading.  Out: `RoleFinding` values for the bodies it names.
Promise: a heading that gives an order of its own hands down only whom it calls on.
Source: ANNOTATION rules, "Agencies of a task".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from models.directive import Capacity, Role
from pipeline.detect.analysis import Analysis
from pipeline.detect.extension import extended
from pipeline.detect.mentions import Mention, groups
from pipeline.detect.roles import RoleFinding, sureness

__all__ = ["coordination", "heading_leads", "led_at_start", "only_modifies", "speaks_to_all", "told_last", "whole_heading"]

LONGEST_NAME = 25
"""Words: a heading that names a group of people or bodies in a list of such headings is shorter."""

_HEADING_NAME = regex.compile(
    r"^\s*(?i:(?:đối với|giao|đề nghị|yêu cầu)\s+)?(?P<name>[^:;.]+?)\s*(?:(?:có|chịu) trách nhiệm|có nhiệm vụ)?\s*[:.]?\s*$"
)
_HEADING_PARTS = regex.compile(r"(?!\s)[^;]+(?<!\s)")
_EXAMPLES = r",? (?:nhất là|đặc biệt là|trong đó có|trước hết là|trọng tâm là)\b[^:;.]*"
"""Which of a kind are meant most: no part of the name ("UBND các xã miền núi, nhất là Mỹ Lý:")."""
_REST_OF_NAME = regex.compile(
    rf"(?!{_EXAMPLES}),?\s(?![-–]\s)[^:;.()]+(?=(?:\s\((?:nhất là|đặc biệt là|gồm|bao gồm)\b[^()]*\))?\s*:?\s*$)"
)
_POINTS = regex.compile(r",?\s(?:được )?(?:nêu|quy định|có tên|ghi|kèm) (?:tại|trong|ở|theo)\b")
"""Where the bodies of a heading are listed: a pointer, no part of their name ("... có nhiệm vụ quá hạn nêu tại Báo cáo số 5:")."""
_MOST = regex.compile(r"\s\((?:nhất là|đặc biệt là|gồm|bao gồm)\b[^()]*\)")
_HEADING_PREFIX = regex.compile(
    r"^\s*(?:\d+\.\s*)?(?:đối với|"
    r"(?:chức năng, )?(?:trách nhiệm|nhiệm vụ|quyền hạn)(?:(?:,| và) (?:trách nhiệm|nhiệm vụ|quyền hạn))*"
    r"(?: (?:tổ chức )?(?:thực hiện|triển khai)| cụ thể)? của|về phía)"
    r"\s+(?:các đồng chí\s+)?"
)
_HEADING_REST = regex.compile(
    rf"^\s*(?:\([^()]*\)\s*)*(?:{_EXAMPLES})?"
    r"(?:[-–]\s+(?:cơ quan )?(?:thường trực|chủ trì|đầu mối)[^:.;]{0,60})?(?:$|:\s*$|,?\s*"
    r"(?:chủ trì|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|phối hợp|thực hiện|triển khai|tập trung)\b)"
)


def heading_leads(analysis: Analysis) -> tuple[RoleFinding, ...]:
    """The bodies that a heading hands down: "Giao Sở Nội vụ:", "Các sở, ban, ngành; UBND các huyện:"."""
    spoken_to = analysis.folded.startswith("đối với")
    if analysis.text.isupper() and not spoken_to and all(mention.kind == "collective" for mention in analysis.mentions):
        return ()  # "TRÁCH NHIỆM CỦA CÁC CƠ QUAN" names nobody in particular
    called = tuple(f for f in analysis.leads if f.rule in ("role.lead.assign", "role.lead.label"))
    if called:
        return called
    lists = groups(analysis.mentions, analysis.text)
    if not lists:
        return analysis.leads
    prefix = _HEADING_PREFIX.match(analysis.folded)
    start = prefix.end() if prefix else analysis.first
    if lists[0][0].full_start != start:
        return analysis.leads
    named = lists[0]
    if len(lists) > 1 and len(named) == 1 and analysis.text[named[0].end : lists[1][0].full_start].strip() == ":":
        named = lists[1]
    whole = _to_the_end(named[-1], analysis)
    meant = _meant_most(whole.end, analysis)
    if whole.end != named[-1].end or meant:
        return _as_leads((*named[:-1], whole, *meant))
    if analysis.leads:
        return analysis.leads
    named = (*named[:-1], extended(named[-1], analysis.text, analysis.folded, analysis.cues, to_predicate=False))
    return _as_leads(named) if _HEADING_REST.match(analysis.folded[named[-1].end :]) else ()


def _meant_most(at: int, analysis: Analysis) -> list[Mention]:
    """The bodies that a bracket behind a kind of bodies names ("Các chủ đầu tư (nhất là Ban Quản lý dự án A):")."""
    bracket = _MOST.match(analysis.folded, at)
    return [mention for mention in analysis.mentions if bracket and at < mention.start and mention.end < bracket.end()]


def _to_the_end(mention: Mention, analysis: Analysis) -> Mention:
    """The last body of a heading with the words behind it ("Các cơ quan báo chí, xuất bản Công đoàn:"), if none of them acts."""
    rest = analysis.text[mention.end :]
    words = _REST_OF_NAME.match(rest)
    colon = analysis.text.rstrip().endswith(":")
    if words is None or len(words.group().split()) > LONGEST_NAME or not (colon or mention.kind == "collective"):
        return mention
    if _POINTS.match(rest):
        return mention
    end = mention.end + words.end()
    if _acts(analysis, mention.end, end):
        return mention
    return replace(mention, end=end, name=mention.name + words.group())


def _acts(analysis: Analysis, start: int, end: int) -> bool:
    """Whether a word of order stands in a stretch; with a capital it is part of a name ("Vụ Phổ biến, giáo dục pháp luật"), and so
    it is where the stretch says which bodies are meant ("hoạt động trong lĩnh vực xây dựng", "được giao chủ trì và tham gia").
    """
    told_apart = _RESTRICTED.match(analysis.folded, start) or _GIVEN.search(analysis.folded, 0, start)
    return any(
        start <= at < end
        and analysis.text[at].islower()
        and analysis.cues.strong(at)
        and not (told_apart and _BELONGS.search(analysis.folded, start, at))
        for at in analysis.cues.predicates
    )


_RESTRICTED = regex.compile(r"\s(?:hoạt động|được giao|được phân công|tham gia)\b")
_GIVEN = regex.compile(r"\s(?:được giao|được phân công)(?: [\p{L}]+){0,3}$")
_BELONGS = regex.compile(r"(?:\b(?:lĩnh vực|ngành|được|được giao|được phân công|nhiệm vụ|chương|và|hoặc|tham gia)|,)\s+$")
"""Behind these a word of order belongs to what a body is, not to what it shall do."""


def whole_heading(analysis: Analysis) -> tuple[RoleFinding, ...]:
    """A heading as the name of a body ("Các tổ chức, cá nhân khai thác nước có trách nhiệm:")."""
    match = _HEADING_NAME.match(analysis.text)
    if (
        match is None
        or _acts(analysis, *match.span("name"))
        or not analysis.test("heading_body")
        or len(match.group("name").split()) > LONGEST_NAME
    ):
        return ()
    start, end = match.span("name")
    parts = [(part.start(), part.end()) for part in _HEADING_PARTS.finditer(analysis.text, start, end)]
    return _as_leads([Mention(lo, hi, analysis.text[lo:hi], "unknown", "agency.heading") for lo, hi in parts])


def _as_leads(mentions: Sequence[Mention]) -> tuple[RoleFinding, ...]:
    return tuple(
        RoleFinding(mention, Role.LEAD, Capacity.THUC_HIEN, "role.lead.heading", sureness(mention)) for mention in mentions
    )


_COORDINATION = regex.compile(
    r"^(?:(?:chủ động|thường xuyên|tiếp tục|tích cực)[, ]*)*(?P<chairs>chủ trì,?\s+(?:và\s+)?)?"
    r"phối hợp(?: chặt chẽ)?(?: với| cùng(?: với)?)?(?=\s*[:.]?\s*$|\s)"
)
_FIRST_SENTENCE = regex.compile(r"[.;]\s")


def coordination(analysis: Analysis) -> tuple[RoleFinding, ...] | None:
    """Who works along, by a heading that says only that ("a) Chủ trì, phối hợp với các sở, ngành:"); empty where the items
    below name them ("Chủ trì, phối hợp:"); None for any other heading.
    """
    match = _COORDINATION.match(analysis.folded, analysis.first)
    if match is None:
        return None
    found = tuple(finding for finding in analysis.roles if finding.role is Role.COORDINATE)
    end = max((finding.mention.end for finding in found), default=match.end())
    return found if not analysis.text[end:].strip(" :.\n") else None


def only_modifies(leads: Sequence[RoleFinding], analysis: Analysis) -> bool:
    """Whether the bodies only tell whose work an order is about ("Thực hiện các dự án do Bộ Công an chủ trì:")."""
    return bool(leads) and analysis.first in analysis.orders and all(lead.rule == "role.lead.by" for lead in leads)


_CLAUSE_BEFORE = regex.compile(r"[,;.(–-]\s*[\p{Ll}\s]*:?\s*$")


def told_last(leads: Sequence[RoleFinding], analysis: Analysis) -> bool:
    """Whether the work stands in front of the bodies that answer for it ("Xây dựng phần mềm, đơn vị chịu trách nhiệm: Sở A")."""
    if not leads or not leads[0].rule.startswith(("role.lead.label", "indirect.")):
        return False
    before = analysis.folded[analysis.first : leads[0].mention.full_start]
    return _CLAUSE_BEFORE.search(before) is not None


_ALL_TASKS = regex.compile(
    r"\b(?:nhiệm vụ|nội dung|công việc|việc|giải pháp|biện pháp|yêu cầu|vấn đề)\b[^.;:]{0,60}\b(?:sau"
    r"|dưới đây)\b(?: đây)?\s*[:.;]?\s*$"
)


def speaks_to_all(leads: Sequence[RoleFinding], analysis: Analysis) -> bool:
    """Whether a sentence that calls on several bodies only announces a list ("yêu cầu các sở, các xã làm tốt các việc sau:"): an
    item of it that names its own is for these alone.
    """
    called = all(lead.rule == "role.lead.assign" for lead in leads)
    group = len(leads) > 1 or any(lead.mention.kind == "collective" for lead in leads)
    return called and group and _ALL_TASKS.search(analysis.folded, leads[-1].mention.end) is not None


def led_at_start(leads: Sequence[RoleFinding], analysis: Analysis) -> tuple[RoleFinding, ...]:
    """The bodies that the first sentence names: a later sentence speaks for itself, not for the paragraphs that follow."""
    end = _FIRST_SENTENCE.search(analysis.text)
    return tuple(lead for lead in leads if end is None or lead.mention.start < end.start())
