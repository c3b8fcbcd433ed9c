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
from pipeline.detect.analysis import Analysis, once
from pipeline.detect.bracketed import named_behind
from pipeline.detect.extension import extended
from pipeline.detect.finding import ASSIGNED
from pipeline.detect.mention_rules import unlisted_body
from pipeline.detect.mentions import Mention, groups
from pipeline.detect.obliged import is_called_a_body
from pipeline.detect.roles import RoleFinding, sureness
from pipeline.detect.words import acts

__all__ = [
    "along_in_brackets",
    "behind_topic",
    "bracketed_heading",
    "called_on",
    "coordination",
    "heading_leads",
    "led_at_start",
    "only_modifies",
    "post_heading",
    "speaks_to_all",
    "told_last",
    "whole_heading",
]

LONGEST_NAME = 25
"""Words: a heading that names a group of people or bodies in a list of such headings is shorter."""

LONGEST_TOLD = 40
"""The same where the heading says that duties are theirs ("Trách nhiệm của ...")."""

LONGEST_REST = 8
"""Words behind the body that a heading without a colon begins with, and that still belong to its name."""

_OF_FULL_NAME = ("field", "council", "body")
"""Kinds of bodies whose names are known to their end: what stands behind them is no part of it."""
_HEADING_NAME = regex.compile(
    r"^\s*(?i:(?:đối với|giao|đề nghị|yêu cầu)\s+)?(?P<name>[^:;.]+?)\s*"
    r"(?:(?:có|chịu) trách nhiệm|có (?:(?:các|những) )?(?:chức năng, )?nhiệm vụ)?(?: sau| sau đây| như sau)?\s*[:.]?\s*$"
)
_DUTIES = ("trách nhiệm", "nhiệm vụ", "quyền hạn")
_HEADING_PARTS = regex.compile(r"(?!\s)[^;]+(?<!\s)")


@once
def heading_leads(analysis: Analysis) -> tuple[RoleFinding, ...]:
    """The bodies that a heading hands down: "Giao Sở Nội vụ:", "Các sở, ban, ngành; UBND các huyện:"."""
    spoken_to = analysis.folded.startswith("đối với")
    if analysis.text.isupper() and not spoken_to and not _is_a_name(analysis) and _only_kinds(analysis):
        return ()  # "TRÁCH NHIỆM CỦA CÁC CƠ QUAN" names nobody in particular
    called = tuple(f for f in analysis.leads if f.rule in (ASSIGNED, "role.lead.label"))
    if called:
        return called
    if seat := analysis.rules.at("heading.seat_duties", analysis.folded):
        return _as_leads([unlisted_body(analysis.text, *seat.span("name"))])
    of_a_kind = _kind_and_names(analysis)
    known = [mention for mention in analysis.mentions if mention.rule == "agency.ellipsis"]
    if len(of_a_kind) > len(known) and not (known and _read_to_the_end(analysis)):
        return of_a_kind
    return _listed_in(analysis)


def _listed_in(analysis: Analysis) -> tuple[RoleFinding, ...]:
    """The bodies of the list that a heading opens with, behind its prefix; where it opens otherwise, those that it tells else."""
    lists = groups(analysis.mentions, analysis.text, analysis.rules)
    prefix = analysis.rules.at("heading.prefix", analysis.folded) or analysis.rules.at("heading.person", analysis.folded)
    start = prefix.end() if prefix else analysis.first
    if not lists or lists[0][0].full_start != start:
        return analysis.leads or _behind_topic(lists, analysis) or _whose_duties(analysis) or _whose_part(lists, analysis)
    named = _without_asides(lists[0], analysis)
    about = prefix is not None and prefix.groupdict().get("about") is not None
    if about and (analysis.text[named[-1].end :].strip(" .:") or _only_a_kind(named)):
        return analysis.leads  # "Về Thuế, phí" is about a field of work, and so is "Về chính quyền địa phương:"
    along = _along(named, analysis)
    if along or len(named) < len(lists[0]):
        return _as_leads([mention for mention in named if mention not in along])
    named = _spoken_to(named, lists, analysis)
    if analysis.rules.at("heading.decides", analysis.folded, named[-1].end):
        return _whose_duties(analysis)
    if parted := _parted_at_body(lists, named, analysis):
        return _as_leads(parted)
    return _named_whole(named, lists, prefix, analysis)


def _only_a_kind(named: Sequence[Mention]) -> bool:
    """Whether a heading names one kind of bodies as such ("cơ quan hành chính"), not those of the kind ("các xã")."""
    return len(named) == 1 and named[0].kind == "collective" and not named[0].name.lower().startswith(("các ", "những "))


def _spoken_to(named: Sequence[Mention], lists: Sequence[Sequence[Mention]], analysis: Analysis) -> Sequence[Mention]:
    """Those of the first bodies of a heading that the list below is for: "Sở Y tế: Chi cục A, Chi cục B" is for the second, and in
    "Đối với UBND các xã, Sở Y tế yêu cầu:" the last one asks.
    """
    if len(lists) > 1 and len(named) == 1 and analysis.text[named[0].end : lists[1][0].full_start].strip() == ":":
        named = lists[1]
    asked = len(named) > 1 and analysis.folded.startswith("đối với")
    return named[:-1] if asked and analysis.rules.at("heading.asks", analysis.folded, named[-1].end) else named


def _named_whole(
    named: Sequence[Mention], lists: Sequence[Sequence[Mention]], prefix: regex.Match[str] | None, analysis: Analysis
) -> tuple[RoleFinding, ...]:
    """The bodies that open a heading, the last one with all of its name, where nothing behind tells that the heading is about
    something else.
    """
    whole = _by_its_part(named[-1], analysis) if prefix else named[-1]
    whole = _to_the_end(whole, analysis) if whole is named[-1] else whole
    meant = _meant_most(whole.end, analysis)
    if whole.end != named[-1].end or meant:
        return _as_leads((*named[:-1], whole, *meant))
    if analysis.leads:
        return analysis.leads
    last = extended(named[-1], analysis.text, analysis.folded, analysis.cues, analysis.rules, to_predicate=False)
    behind = analysis.folded[last.end :]
    if analysis.rules.at("heading.rest", behind) or analysis.rules.at("heading.topic" if prefix else "heading.part_in", behind):
        return _as_leads((*named[:-1], last))
    of_duties = prefix is not None and prefix.group().lstrip().startswith(_DUTIES)
    return _whose_duties(analysis) or (_as_leads([mention for group in lists for mention in group]) if of_duties else ())


def _without_asides(named: Sequence[Mention], analysis: Analysis) -> Sequence[Mention]:
    """The bodies of a heading without what a dash says of one of them ("Sở Y tế - Thường trực Ban Chỉ đạo")."""
    said = [analysis.rules.at("heading.aside", analysis.folded, mention.end) for mention in named]
    asides = [aside.span() for aside in said if aside]
    return [mention for mention in named if not any(start <= mention.full_start < end for start, end in asides)]


def _along(named: Sequence[Mention], analysis: Analysis) -> list[Mention]:
    """Those of the bodies of a heading that a bracket says work along ("Sở Y tế (chủ trì), Công an tỉnh, Sở Nội vụ (phối hợp)");
    none where they are all.
    """
    along: list[Mention] = []
    since: list[Mention] = []
    for mention in named:
        since.append(mention)
        if analysis.rules.at("heading.along", analysis.folded, mention.end):
            along += since
        since = [] if analysis.text[mention.end :].lstrip().startswith("(") else since
    return along if len(along) < len(named) else []


def along_in_brackets(analysis: Analysis) -> tuple[RoleFinding, ...]:
    """Those of whom a heading says in brackets that they work along."""
    lists = groups(analysis.mentions, analysis.text, analysis.rules)
    along = _along(lists[0], analysis) if lists else []
    return tuple(RoleFinding(mention, Role.COORDINATE, None, "role.coordinate.heading", sureness(mention)) for mention in along)


def _only_kinds(analysis: Analysis) -> bool:
    """Whether a heading names kinds of bodies at most, none by its own name."""
    return all(mention.kind == "collective" for mention in analysis.mentions)


def _is_a_name(analysis: Analysis) -> bool:
    """Whether a heading is the name of one kind of bodies and nothing else ("B. CÁC ĐỊA PHƯƠNG")."""
    names = [mention for mention in analysis.mentions if mention.full_start == analysis.first]
    return bool(names) and not analysis.text[names[-1].end :].strip(" .:")


def _behind_topic(lists: Sequence[Sequence[Mention]], analysis: Analysis) -> tuple[RoleFinding, ...]:
    """The bodies behind what their duties are about ("Trách nhiệm quản lý nhà nước về chợ của Sở Công Thương"), or by what they act
    ("Căn cứ chức năng, nhiệm vụ được giao, các bộ, ngành").
    """
    for named in lists:
        before, behind = analysis.folded[: named[0].full_start], analysis.folded[named[-1].end :]
        ends = not behind.strip(" .:") or analysis.rules.at("heading.topic", behind)
        set_by = not behind.strip(" .:") and analysis.rules.at("heading.setting", before)
        if set_by or (ends and analysis.rules.at("heading.topic_of", before)):
            return _as_leads(named)
    return ()


def _whose_part(lists: Sequence[Sequence[Mention]], analysis: Analysis) -> tuple[RoleFinding, ...]:
    """The bodies whose part in the work a heading names ("Nội dung Sở Y tế phối hợp thực hiện")."""
    named = lists[0] if lists else ()
    before = named and analysis.rules.at("heading.content_before", analysis.folded[: named[0].full_start])
    return _as_leads(named) if before and analysis.rules.at("heading.content_behind", analysis.folded[named[-1].end :]) else ()


def _whose_duties(analysis: Analysis) -> tuple[RoleFinding, ...]:
    """Whoever a heading says the duties are of, also people and bodies of no list ("Trách nhiệm của văn thư cơ quan", "Đơn vị
    được cấp tài khoản có trách nhiệm:").
    """
    match = analysis.rules.at("heading.whose_duties", analysis.folded)
    bound = analysis.rules.at("heading.bound", analysis.folded) if match is None else None
    if bound and is_called_a_body(analysis.folded[bound.start("name") :], analysis):
        match = bound
    if match is None or analysis.text.isupper() or len(match.group("name").split()) > LONGEST_TOLD:
        return ()
    start, end = match.span("name")
    topic = analysis.rules.find("heading.topic", analysis.folded, start, end)
    end = topic.start() if topic else end
    return _as_leads([unlisted_body(analysis.text, start, end)])


def _meant_most(at: int, analysis: Analysis) -> list[Mention]:
    """The bodies that a bracket behind a kind of bodies names ("Các chủ đầu tư (nhất là Ban Quản lý dự án A):")."""
    bracket = analysis.rules.at("heading.examples", analysis.folded, at)
    return [mention for mention in analysis.mentions if bracket and at < mention.start and mention.end < bracket.end()]


_SEAM = regex.compile(r"\s*(?:,|;|\bvà\b)\s+(?:các\s+)?$")


def _parted_at_body(lists: Sequence[Sequence[Mention]], named: Sequence[Mention], analysis: Analysis) -> list[Mention]:
    """The bodies of a heading in which one of a known name follows a kind of bodies with words that say which are meant ("Các sở
    quản lý ngành, lĩnh vực và Ủy ban nhân dân các xã"); none where it is otherwise.
    """
    kind = named[-1]
    following = next((group for group in lists if group[0].full_start > kind.end), ())
    if kind.kind != "collective" or not following or following[0].kind == "collective":
        return []
    seam = _SEAM.search(analysis.text, kind.end, following[0].full_start)
    if seam is None or seam.start() == kind.end or _acts(analysis, kind.end, seam.start()):
        return []
    if analysis.rules.at("heading.has_duties", analysis.folded[kind.end :]) or analysis.text[following[-1].end :].strip(" .:"):
        return []
    whole = replace(kind, end=seam.start(), name=kind.name + analysis.text[kind.end : seam.start()])
    return [*named[:-1], whole, *following]


def _by_its_part(mention: Mention, analysis: Analysis) -> Mention:
    """A kind of bodies with the part in the work that tells them apart ("Trách nhiệm của các cơ quan chủ trì")."""
    part = analysis.rules.at("heading.by_part", analysis.folded, mention.end) if mention.kind == "collective" else None
    return (
        replace(mention, end=part.end("part"), name=mention.name + analysis.text[mention.end : part.end("part")])
        if part
        else mention
    )


def _to_the_end(mention: Mention, analysis: Analysis) -> Mention:
    """The last body of a heading with the words behind it ("Các cơ quan báo chí, xuất bản Công đoàn:"), if none of them acts."""
    rest = analysis.folded[mention.end :]
    words = analysis.rules.at("heading.rest_of_name", rest)
    colon = analysis.text.rstrip().endswith(":")
    sure = colon or mention.kind == "collective"
    longest = LONGEST_NAME if sure and mention.kind not in _OF_FULL_NAME else LONGEST_REST
    if words is None or len(words.group().split()) > longest:
        return mention  # "Chính phủ thống nhất quản lý ... bao gồm các nội dung sau:" is a sentence
    if any(analysis.rules.at(rule, rest) for rule in ("heading.points", "heading.has_duties", "heading.topic")):
        return mention
    end = mention.end + words.end()
    written = analysis.text[mention.end : end]
    told = mention.kind in _OF_FULL_NAME and analysis.cues.opens(mention.end + 1)  # "Sở Nội vụ cung cấp:"
    if told or _acts(analysis, mention.end, end) or (not sure and acts(written.strip(" ,"))):
        return mention
    return replace(mention, end=end, name=mention.name + written)


def _acts(analysis: Analysis, start: int, end: int) -> bool:
    """Whether a word of order stands in a stretch; with a capital it is part of a name ("Vụ Phổ biến, giáo dục pháp luật"), and so
    it is where the stretch says which bodies are meant ("hoạt động trong lĩnh vực xây dựng", "được giao chủ trì và tham gia").
    """
    told_apart = analysis.rules.at("heading.restricted", analysis.folded, start)
    told_apart = told_apart or analysis.rules.find("heading.given", analysis.folded, 0, start)
    return any(
        start <= at < end
        and analysis.text[at].islower()
        and analysis.cues.strong(at)
        and not analysis.folded.endswith((" được ", " hậu "), 0, at)  # "Các đơn vị được kiểm tra", "Bộ phận hậu cần"
        and not (told_apart and analysis.rules.find("heading.belongs", analysis.folded, start, at))
        for at in analysis.cues.predicates
    )


_BRACKETS_BEHIND = regex.compile(r"\s*\([^()]*\)\s*:?\s*$")
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
    work = analysis.rules.at("heading.named_by_role", analysis.folded)
    work = work or analysis.rules.at("heading.named_by_work", analysis.folded, start)
    if _acts(analysis, work.end() + 2 if work else start, stop):
        return ()
    parts = [(part.start(), part.end()) for part in _HEADING_PARTS.finditer(analysis.text, start, stop)]
    parts = [each for part in parts for each in _names_in(analysis, *part)]
    return _as_leads([unlisted_body(analysis.text, lo, hi) for lo, hi in parts])


def post_heading(analysis: Analysis) -> tuple[RoleFinding, ...]:
    """Whoever a heading calls by a post of the house ("3. Giáo viên chủ nhiệm", "Đối với Tổng phụ trách Đội:")."""
    post = analysis.rules.at("heading.own_post", analysis.folded, analysis.first)
    return _as_leads([unlisted_body(analysis.text, *post.span("name"))]) if post else ()


def _names_in(analysis: Analysis, start: int, end: int) -> list[tuple[int, int]]:
    """The names between two offsets, parted at commas where each of them opens like the name of a body."""
    seams = [(comma.start(), comma.end()) for comma in _BETWEEN_NAMES.finditer(analysis.text, start, end)]
    starts, ends = [start, *(after for _, after in seams)], [*(at for at, _ in seams), end]
    parts = list(zip(starts, ends, strict=True))
    whole = all(
        analysis.text[lo].isupper() and analysis.rules.first("heading_body", analysis.folded[lo:hi]) is not None for lo, hi in parts
    )
    return parts if whole else [(start, end)]


def _read_to_the_end(analysis: Analysis) -> bool:
    """Whether the bodies that are known reach to the end of a heading ("Các sở: Tư pháp, Khoa học và Công nghệ")."""
    return not analysis.text[max(mention.end for mention in analysis.mentions) :].strip(" :.")


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


def called_on(analysis: Analysis) -> tuple[RoleFinding, ...]:
    """The bodies between a word of call and what they shall do, in a sentence above a list; or the region it speaks to in small
    letters ("Về thủy lợi, đề nghị tỉnh:", "Thời gian tới, địa phương cần:").
    """
    lists = groups(analysis.mentions, analysis.text, analysis.rules)
    for call in reversed(analysis.rules.all("heading.called_on", analysis.folded)):
        end = len(analysis.text.rstrip(" :."))
        acts = [at for at in analysis.cues.predicates if at > call.end() and analysis.cues.strong(at)]
        acts = [at for at in acts if not any(mention.full_start <= at < mention.end for mention in analysis.mentions)]
        stop = min(acts, default=end)
        if _said_by_called(call.start(), lists, analysis):
            continue
        listed = next((group for group in lists if group[0].full_start == call.end() and group[-1].end <= stop), ())
        if not _one_clause(analysis.folded[call.end() : stop]):
            if listed:
                return _as_leads(listed)  # "các sở, ban, ngành; Chủ tịch UBND các huyện"
            continue
        named = [mention for mention in analysis.mentions if call.end() <= mention.full_start and mention.end <= stop]
        named = [mention for mention in named if mention in named[:1] or not _explains(mention, analysis)]
        if named and named[0].full_start == call.end():
            return _as_leads(named)
        if analysis.rules.at("acting.verb_too", analysis.folded, call.end()):
            continue  # "hướng dẫn tổ chức chiến dịch tại địa phương, Ủy ban nhân dân tỉnh yêu cầu:"
        alone = stop == end and analysis.folded.startswith(_EACH, call.end())  # "yêu cầu từng sở, ngành:"
        verb = analysis.rules.at("acting.verb_too", analysis.folded, call.end())  # "hướng dẫn | tổ chức kiểm tra ..."
        if (acts or alone) and not verb and is_called_a_body(analysis.folded[call.end() : stop], analysis):
            when = analysis.rules.find("opening.when", analysis.folded, call.end(), stop)
            end = len(_LAST_LINK.sub("", analysis.text[: when.start() if when else stop]))
            return _as_leads([unlisted_body(analysis.text, call.end(), end)])
    area = analysis.rules.find("heading.area_told", analysis.text)
    if area is None or any(m.full_start < area.start("who") < m.end for m in analysis.mentions):
        return ()  # "UBND các huyện, thành phố tập trung ...": the city is the end of a name
    return _as_leads([unlisted_body(analysis.text, *area.span("who"))])


def _explains(mention: Mention, analysis: Analysis) -> bool:
    """Whether brackets around a body say something of the one before them ("Trung tâm A (thuộc Sở B)")."""
    before = analysis.text[: mention.full_start]
    return before.count("(") > before.count(")")


_EACH = ("từng ", "mỗi ", "toàn ", "tập thể ")
_LAST_LINK = regex.compile(r"[\s,]*(?:\s(?:và|để|cần|phải))?\s*$")


def _said_by_called(at: int, lists: Sequence[Sequence[Mention]], analysis: Analysis) -> bool:
    """Whether a word of call is said by those who are called on themselves ("yêu cầu các sở | chỉ đạo các phòng thực hiện:")."""
    before = next((group for group in lists if group[-1].end == len(analysis.text[:at].rstrip())), None)
    calls = analysis.rules.all("heading.called_on", analysis.folded[:at]) if before else ()
    return before is not None and any(call.end() == before[0].full_start for call in calls)


def _one_clause(folded: str) -> bool:
    """Whether a stretch is names alone: no sentence ends in it, and it is not long."""
    return not any(sign in folded for sign in (".", ";", ":")) and len(folded.split()) <= LONGEST_NAME


def bracketed_heading(analysis: Analysis) -> tuple[RoleFinding, ...]:
    """The bodies that brackets behind the title of a field of work name ("2. Lĩnh vực y tế (Sở Y tế)")."""
    return named_behind(analysis.text, analysis.folded, analysis.mentions, analysis.rules, ends_sentence=False)


def body_before(bracketed: Sequence[RoleFinding], analysis: Analysis) -> tuple[RoleFinding, ...] | None:
    """The bodies that open a heading and have the brackets behind them, which say what is part of them or what else they are
    called ("Cục Chính sách (Phòng Nghiệp vụ)"); empty where the heading opens otherwise ("Chỉ đạo Cục Chính sách (...):"); None
    where the brackets stand behind no body.
    """
    opened = analysis.text.rfind("(", 0, bracketed[0].mention.start) if bracketed else 0
    for named in groups(analysis.mentions, analysis.text, analysis.rules):
        if named[-1].end <= opened and not analysis.text[named[-1].end : opened].strip():
            return _as_leads(named) if named[0].full_start == analysis.first else ()
    return None


def behind_topic(analysis: Analysis) -> tuple[RoleFinding, ...]:
    """The bodies that end a heading behind a field of work and a sign ("2. Công tác điều trị: Sở Y tế", "... - Sở Y tế")."""
    for named in groups(analysis.mentions, analysis.text, analysis.rules):
        before, behind = analysis.folded[: named[0].full_start], analysis.text[named[-1].end :]
        if not behind.strip(" .:") and analysis.rules.at("heading.field_before", before):
            return _as_leads(named)
    return ()


def _as_leads(mentions: Sequence[Mention]) -> tuple[RoleFinding, ...]:
    return tuple(
        RoleFinding(mention, Role.LEAD, Capacity.THUC_HIEN, "role.lead.heading", sureness(mention)) for mention in mentions
    )


_FIRST_SENTENCE = regex.compile(r"[.;]\s")
_LISTED = regex.compile(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+")
"""Between bodies of one list, whose semicolon ends no sentence ("Yêu cầu Công an xã; Trạm Y tế xã kiểm tra ...")."""


def coordination(analysis: Analysis) -> tuple[RoleFinding, ...] | None:
    """Who works along, by a heading that says only that ("a) Chủ trì, phối hợp với các sở, ngành:"); empty where the items
    below name them ("Chủ trì, phối hợp:"); None for any other heading.
    """
    match = analysis.rules.at("heading.coordination", analysis.folded[analysis.first :])
    if match is None:
        return None
    found = tuple(finding for finding in analysis.roles if finding.role is Role.COORDINATE)
    end = max((finding.mention.end for finding in found), default=analysis.first + match.end())
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


def speaks_to_all(leads: Sequence[RoleFinding], analysis: Analysis) -> bool:
    """Whether a sentence that calls on several bodies only announces a list ("yêu cầu các sở, các xã làm tốt các việc sau:"): an
    item of it that names its own is for these alone.
    """
    called = all(lead.rule in (ASSIGNED, "role.lead.subject") for lead in leads)
    group = len(leads) > 1 or any(lead.mention.kind == "collective" for lead in leads)
    return called and group and analysis.rules.find("heading.all_tasks", analysis.folded, leads[-1].mention.end) is not None


def led_at_start(leads: Sequence[RoleFinding], analysis: Analysis) -> tuple[RoleFinding, ...]:
    """The bodies that the first sentence names: a later sentence speaks for itself, not for the paragraphs that follow."""
    if all(lead.rule == "role.lead.heading" for lead in leads):
        return tuple(leads)  # "Sở Y tế; Báo và Đài tỉnh" is a list of names
    end = _FIRST_SENTENCE.search(analysis.text)
    first: list[RoleFinding] = []
    for lead in leads:
        listed = first and _LISTED.fullmatch(analysis.text, first[-1].mention.end, lead.mention.full_start)
        if end is None or listed or lead.mention.start < end.start():
            first.append(lead)
    return tuple(first)
