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
from pipeline.detect.bracketed import named_behind
from pipeline.detect.extension import extended
from pipeline.detect.mention_rules import unlisted_body
from pipeline.detect.mentions import Mention, groups
from pipeline.detect.roles import RoleFinding, sureness
from pipeline.detect.words import acts

__all__ = [
    "bracketed_heading",
    "called_on",
    "coordination",
    "heading_leads",
    "led_at_start",
    "only_modifies",
    "speaks_to_all",
    "told_last",
    "whole_heading",
]

LONGEST_NAME = 25
"""Words: a heading that names a group of people or bodies in a list of such headings is shorter."""

LONGEST_REST = 8
"""Words behind the body that a heading without a colon begins with, and that still belong to its name."""

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
    r"(?: (?:tổ chức )?(?:thực hiện|triển khai)| cụ thể)? của|về (?:phía|phần)|trách nhiệm (?:này )?thuộc về"
    r"|(?:phương hướng(?:,| và) )?(?:các |những |một số )?(?:nhiệm vụ|công việc|phần việc|việc)"
    r"(?: (?:trọng tâm|chủ yếu|cụ thể|trước mắt|cần làm|thời gian tới|trong thời gian tới|năm \d{4})){0,2}(?: của| đối với| mà)?)"
    r"\s+(?:các đồng chí\s+)?"
)
_HEADING_REST = regex.compile(
    rf"^\s*(?:\([^()]*\)\s*)*(?:{_EXAMPLES})?"
    r"(?:[-–]\s+(?:cơ quan )?(?:thường trực|chủ trì|đầu mối)[^:.;]{0,60})?(?:$|:\s*$"
    r"|,[^,.;:]{0,60}\b(?:yêu cầu|đề nghị|chỉ đạo|lưu ý|nhắc nhở|giao)(?: [^.;:]{0,40})?:\s*$"
    r"|,?\s+(?:từ nay|trong) [^.;:]{2,40}:\s*$|,?\s*"
    r"(?:chủ trì|cần|phải|có (?:các |những |một số )?(?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm|phối hợp|thực hiện|triển khai"
    r"|tập trung)\b)"
)


def heading_leads(analysis: Analysis) -> tuple[RoleFinding, ...]:
    """The bodies that a heading hands down: "Giao Sở Nội vụ:", "Các sở, ban, ngành; UBND các huyện:"."""
    spoken_to = analysis.folded.startswith("đối với")
    if analysis.text.isupper() and not spoken_to and all(mention.kind == "collective" for mention in analysis.mentions):
        return ()  # "TRÁCH NHIỆM CỦA CÁC CƠ QUAN" names nobody in particular
    called = tuple(f for f in analysis.leads if f.rule in ("role.lead.assign", "role.lead.label"))
    if called:
        return called
    of_a_kind = _kind_and_names(analysis)
    if len(of_a_kind) > sum(mention.rule == "agency.ellipsis" for mention in analysis.mentions):
        return of_a_kind
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
    if spoken_to and len(named) > 1 and _ASKS.match(analysis.folded, named[-1].end):
        named = named[:-1]
    if _DECIDES.match(analysis.folded, named[-1].end):
        return ()
    whole = _to_the_end(named[-1], analysis)
    meant = _meant_most(whole.end, analysis)
    if whole.end != named[-1].end or meant:
        return _as_leads((*named[:-1], whole, *meant))
    if analysis.leads:
        return analysis.leads
    named = (*named[:-1], extended(named[-1], analysis.text, analysis.folded, analysis.cues, to_predicate=False))
    return _as_leads(named) if _HEADING_REST.match(analysis.folded[named[-1].end :]) else ()


_DECIDES = regex.compile(
    r"\s+(?:(?:đã|cơ bản|thảo luận,?|và)\s+)*(?:thống nhất|kết luận|quyết nghị|quyết định|đồng ý|nhất trí"
    r"|cho ý kiến|có ý kiến|nhấn mạnh|yêu cầu|biểu quyết|thông qua|thông báo)\b[^.;]{0,60}:?\s*$"
)
"""So ends the sentence of who decides ("Chính phủ thống nhất:"): what stands below is decided by it, not done."""


_ASKS = regex.compile(r"\s+(?:yêu cầu|đề nghị|chỉ đạo|lưu ý|nhắc nhở)\b[^.;:]{0,40}:\s*$")
"""Who asks, behind those whom a heading speaks to ("Đối với Sở Y tế, Chủ tịch UBND tỉnh yêu cầu:")."""

_HAS_DUTIES = regex.compile(
    r"\s+(?:có (?:các |những |một số )?(?:trách nhiệm|nhiệm vụ|chức năng|quyền hạn)\b"
    r"|(?:được (?:giao|phân công) )?(?:thực hiện |triển khai )?"
    r"(?:các|những|một số|\d+) (?:nhiệm vụ|công việc|phần việc|nội dung|việc|vấn đề)\b"
    r"|(?:từ nay|trong) (?:đến|năm|thời gian|quý|tháng|\d))|,[^,.;:]{0,60}\b(?:yêu cầu|đề nghị|chỉ đạo|lưu ý|nhắc nhở)\b",
    regex.IGNORECASE,
)
"""What a heading says of a body, and no part of its name ("Vụ Kế hoạch - Tài chính có các nhiệm vụ sau:")."""


def _meant_most(at: int, analysis: Analysis) -> list[Mention]:
    """The bodies that a bracket behind a kind of bodies names ("Các chủ đầu tư (nhất là Ban Quản lý dự án A):")."""
    bracket = _MOST.match(analysis.folded, at)
    return [mention for mention in analysis.mentions if bracket and at < mention.start and mention.end < bracket.end()]


def _to_the_end(mention: Mention, analysis: Analysis) -> Mention:
    """The last body of a heading with the words behind it ("Các cơ quan báo chí, xuất bản Công đoàn:"), if none of them acts."""
    rest = analysis.text[mention.end :]
    words = _REST_OF_NAME.match(rest)
    colon = analysis.text.rstrip().endswith(":")
    sure = colon or mention.kind == "collective"
    if words is None or len(words.group().split()) > (LONGEST_NAME if sure else LONGEST_REST):
        return mention
    if _POINTS.match(rest) or _HAS_DUTIES.match(rest):
        return mention
    end = mention.end + words.end()
    if _acts(analysis, mention.end, end) or (not sure and acts(words.group().strip(" ,"))):
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


_BRACKETS_BEHIND = regex.compile(r"\s*\([^()]*\)\s*:?\s*$")
_NAMED_BY_WORK = regex.compile(
    r"(?:các |những )?(?:ban|tổ|đoàn|đội|hội đồng|đơn vị|cơ quan|bộ phận|nhóm|trung tâm|văn phòng|lực lượng|nhà thầu|tư vấn|trạm)"
    r"(?=\s)"
)
"""Bodies whose names say what they do: "Ban điều hành khu phố", "Tư vấn giám sát", "Đơn vị thi công"."""
_KIND_AND_NAMES = regex.compile(
    r"(?:các|những)\s+(?P<kind>\p{L}+(?: \p{Ll}+){0,2})\s*:\s*(?P<names>\p{Lu}[^:;.()]+?)\s*:?\s*$", regex.IGNORECASE
)
_BETWEEN_NAMES = regex.compile(r"\s*,\s*")
_NAME = regex.compile(r"(?!\s)[^,]+(?<!\s)")
_LAST_AND = regex.compile(r"\s+và\s+(?=\p{Lu})")


def whole_heading(analysis: Analysis) -> tuple[RoleFinding, ...]:
    """A heading as the name of a body ("Các tổ chức, cá nhân khai thác nước có trách nhiệm:")."""
    end = _BRACKETS_BEHIND.search(analysis.text)
    match = _HEADING_NAME.match(analysis.text[: end.start()] if end else analysis.text)
    if match is None or not analysis.test("heading_body") or len(match.group("name").split()) > LONGEST_NAME:
        return ()
    start, stop = match.span("name")
    work = _NAMED_BY_WORK.match(analysis.folded, start)
    if _acts(analysis, work.end() + 2 if work else start, stop):
        return ()
    parts = [(part.start(), part.end()) for part in _HEADING_PARTS.finditer(analysis.text, start, stop)]
    parts = [each for part in parts for each in _names_in(analysis, *part)]
    return _as_leads([unlisted_body(analysis.text, lo, hi) for lo, hi in parts])


def _names_in(analysis: Analysis, start: int, end: int) -> list[tuple[int, int]]:
    """The names between two offsets, parted at commas where each of them opens like the name of a body."""
    seams = [(comma.start(), comma.end()) for comma in _BETWEEN_NAMES.finditer(analysis.text, start, end)]
    starts, ends = [start, *(after for _, after in seams)], [*(at for at, _ in seams), end]
    parts = list(zip(starts, ends, strict=True))
    whole = all(
        analysis.text[lo].isupper() and analysis.rules.first("heading_body", analysis.folded[lo:hi]) is not None for lo, hi in parts
    )
    return parts if whole else [(start, end)]


def _kind_and_names(analysis: Analysis) -> tuple[RoleFinding, ...]:
    """The bodies of a heading that names their kind once ("Các phòng: Tham mưu, Hậu cần")."""
    match = _KIND_AND_NAMES.match(analysis.text, analysis.first)
    if match is None or analysis.rules.first("heading_body", match.group("kind").lower()) is None:
        return ()
    spans = [part.span() for part in _NAME.finditer(analysis.text, *match.span("names"))]
    last = _LAST_AND.search(analysis.text, *spans[-1])
    if last and not any(_LAST_AND.search(analysis.text, *span) for span in spans[:-1]):
        spans[-1:] = [(spans[-1][0], last.start()), (last.end(), spans[-1][1])]
    kind = match.group("kind")[:1].upper() + match.group("kind")[1:]
    if not all(analysis.text[start].isupper() for start, _ in spans):
        return ()
    named = [unlisted_body(analysis.text, lo, hi, name=f"{kind} {analysis.text[lo:hi]}") for lo, hi in spans]
    return _as_leads(named)


_CALLED_ON = regex.compile(
    r"\b(?:lưu ý|hướng dẫn|chỉ đạo|nhắc(?: nhở)?|quán triệt|chỉ thị(?: cho)?\s?:?"
    r"|thông báo (?:đến|tới)|(?:ra )?lệnh(?: cho)?|đề nghị|yêu cầu)"
    r"(?: lãnh đạo| đồng chí)?\s+(?=\S)"
)
"""Words behind which a sentence above a list names whom it calls on ("..., lưu ý tỉnh A tập trung làm tốt các việc sau:")."""


def called_on(analysis: Analysis) -> tuple[RoleFinding, ...]:
    """The bodies between a word of call and what they shall do, in a sentence above a list."""
    for call in reversed(list(_CALLED_ON.finditer(analysis.folded))):
        end = len(analysis.text.rstrip(" :."))
        acts = [at for at in analysis.cues.predicates if at > call.end() and analysis.cues.strong(at)]
        acts = [at for at in acts if not any(mention.full_start <= at < mention.end for mention in analysis.mentions)]
        stop = min(acts, default=end)
        if not _one_clause(analysis.folded[call.end() : stop]):
            continue
        named = [mention for mention in analysis.mentions if call.end() <= mention.full_start and mention.end <= stop]
        if named and named[0].full_start == call.end():
            return _as_leads(named)
        if acts and analysis.rules.first("heading_body", analysis.folded[call.end() : stop]) is not None:
            end = len(analysis.text[:stop].rstrip(" ,"))
            return _as_leads([unlisted_body(analysis.text, call.end(), end)])
    return ()


def _one_clause(folded: str) -> bool:
    """Whether a stretch is names alone: no sentence ends in it, and it is not long."""
    return not any(sign in folded for sign in (".", ";", ":")) and len(folded.split()) <= LONGEST_NAME


def bracketed_heading(analysis: Analysis) -> tuple[RoleFinding, ...]:
    """The bodies that brackets behind the title of a field of work name ("2. Lĩnh vực y tế (Sở Y tế)")."""
    return named_behind(analysis.text, analysis.folded, analysis.mentions, analysis.rules, ends_sentence=False)


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
    if all(lead.rule == "role.lead.heading" for lead in leads):
        return tuple(leads)  # "Sở Y tế; Báo và Đài tỉnh" is a list of names
    end = _FIRST_SENTENCE.search(analysis.text)
    return tuple(lead for lead in leads if end is None or lead.mention.start < end.start())
