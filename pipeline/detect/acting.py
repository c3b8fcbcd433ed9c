"""Whether an item of a list of orders tells somebody to act, although it does not open with a word of order.

In: the analysis of an item.  Out: yes or no.
Promise: what was done, what a body is, and what the name of a plan or of its author says ("do Bộ Y tế ban hành") is no order.
Source: ANNOTATION rules, "A task", 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from models.directive import Capacity, Role
from models.spans import Span
from pipeline.detect.analysis import Analysis
from pipeline.detect.finding import RoleFinding
from pipeline.detect.mention_rules import unlisted_body
from pipeline.detect.mentions import Mention
from pipeline.detect.words import opens_with_verb
from pipeline.rules.folding import fold_same_length

__all__ = ["OPENING", "acts_within", "body_at_start", "leads_later", "led_later", "office_at_start", "orders_later"]

LONGEST_POST = 60
"""Characters of a post before the colon behind which its duty is told."""
OPENING = "role.lead.opening"
"""The rule of a body of unknown name that an item opens with."""

CLOSE, FAR, NEAR = 4, 12, 3
"""Words that may stand between a body and what it does: behind the first words of an item, where the name may go on ("Các xã
ven sông Hồng, sông Đuống tranh thủ ..."), and inside a sentence; and words of a name behind a clause that says when."""

BY_PART = 7
"""The same of a body called by its part in the work, which says more words ("cơ quan tiếp nhận hồ sơ")."""

CALLED = 7
"""Words of the name of a body that an item calls on by its kind."""

OBLIGED = 24
"""The same where the words "phải" or "có trách nhiệm" end the name."""

_CLAUSE = regex.compile(r"(?:\.\s+(?=\p{Lu})|;\s+)")
_SENTENCE = regex.compile(r"\.\s+(?=\p{Lu})")
_COMMA = regex.compile(r",\s+")
_THEN = " thì "
_NEXT_OF_MANY = regex.compile(r"(?:,\s+(?:và\s+)?|\s+và\s+)(?=(?:các|những|\d+)\s)")
_SEAM = regex.compile(r",\s+|\s+và\s+")
UNSURE = 0.65
"""How sure a body is of which only its first word tells that it is one."""


def acts_within(analysis: Analysis) -> bool:
    """Whether a body acts in it, a later clause is an order, or it says by when something is to be sent."""
    due = orders_later(analysis) or analysis.test("due")
    return due or any(_acts(mention, analysis) for mention in analysis.mentions) or bool(body_at_start(analysis))


def body_at_start(analysis: Analysis, *, told: bool = False) -> tuple[RoleFinding, ...]:
    """The bodies that an item opens with, or that act behind a clause which says when ("Khi mất giấy tờ, chủ tàu phải báo cáo"),
    of which no list of names knows ("Tổ dân phòng, chủ nhà trọ kiểm tra hằng tuần ..."). Where a heading has told whose duties
    these are, a subject behind such a clause is rather whom they are about.
    """
    if not told and (some := _some_of_many(analysis)):
        named = (unlisted_body(analysis.text, lo, hi) for lo, hi in some)
        return tuple(RoleFinding(mention, Role.LEAD, Capacity.THUC_HIEN, OPENING, UNSURE) for mention in named)
    if called := _called_low(analysis):
        return (RoleFinding(unlisted_body(analysis.text, *called), Role.LEAD, Capacity.THUC_HIEN, OPENING, UNSURE),)
    if seat := _seat_at_start(analysis) or _post_at_start(analysis):
        return (seat,)
    beside = analysis.rules.at("acting.besides", analysis.folded[analysis.first :])
    opening = analysis.first + (beside.end() if beside else 0)
    for start in (opening, *(() if told else _behind_setting(analysis))):
        if spans := _unlisted_at(start, analysis, longest=FAR if start == opening else CLOSE, told=told):
            named = (unlisted_body(analysis.text, lo, hi) for lo, hi in spans)
            return tuple(RoleFinding(mention, Role.LEAD, Capacity.THUC_HIEN, OPENING, UNSURE) for mention in named)
    return ()


def office_at_start(analysis: Analysis) -> bool:
    """Whether an office that its part in the work names acts at the start, also behind a term ("Trong thời hạn 20 ngày, cơ quan
    cấp phép thẩm định hồ sơ"): in an article that is its duty, though no list knows the name.
    """
    if ":" in analysis.folded:
        return False  # "Cơ quan nhận báo cáo: Bộ Tài chính ..." is a label
    rules, found = analysis.rules, [finding.mention for finding in body_at_start(analysis)]
    headed = (rules.has("acting.headed", analysis.folded[: mention.start]) for mention in found)
    return any(headed) or any(rules.at("acting.office", fold_same_length(mention.name)) for mention in found)


def _some_of_many(analysis: Analysis) -> list[tuple[int, int]]:
    """The bodies told apart from others of their kind that an item speaks to ("Đối với 12 huyện chưa hoàn thành: tập trung chỉ
    đạo ..."): what they are told opens with a word of order.
    """
    some = analysis.rules.at("acting.some", analysis.folded)
    if some is None or analysis.rules.at("acting.served", analysis.folded, some.end()):
        return []
    if some.end() not in analysis.cues.predicates | analysis.cues.acts:
        return []
    start, end = some.span("who")
    seams = list(_NEXT_OF_MANY.finditer(analysis.folded, start, end))
    starts, ends = [start, *(seam.end() for seam in seams)], [*(seam.start() for seam in seams), end]
    return list(zip(starts, ends, strict=True))


def _called_low(analysis: Analysis) -> tuple[int, int] | None:
    """The body of no list that an item calls on by its kind ("Đối với hội nông dân xã: vận động ...", "Đề nghị tổ bảo vệ đo thân
    nhiệt ..."): its name ends at a colon or before the first word that acts.
    """
    call = analysis.rules.at("acting.called", analysis.folded, analysis.first)
    own = analysis.rules.at("heading.own_body", analysis.folded, call.end()) if call else None
    if call is None or own is None or analysis.rules.first("heading_body", analysis.folded[call.end() :]) is None:
        return None
    start, spoken_to = call.end(), call.group("call") == "đối với"
    if any(mention.full_start <= start < mention.end for mention in analysis.mentions):
        return None
    known = (at for at in analysis.cues.predicates | analysis.cues.acts if at > start and at not in analysis.cues.kinds)
    stop = analysis.text.find(":", start) if spoken_to else min(known, default=-1)
    if spoken_to and analysis.rules.at("acting.served", analysis.folded, stop + 1):
        return None
    if spoken_to and 0 < stop < len(analysis.text.rstrip()) - 1:
        return (start, stop) if len(analysis.text[start:stop].split()) <= CALLED and "," not in analysis.text[start:stop] else None
    end = len(analysis.text[: max(stop, start)].rstrip())
    name = analysis.folded[start:end]
    bare = analysis.rules.whole("acting.bare_kind", name) or analysis.rules.has("acting.no_duty", name)
    whole = len(name.split()) in range(2, CALLED + 1) and not bare
    return (start, end) if whole and not spoken_to and "," not in name else None


def _seat_at_start(analysis: Analysis) -> RoleFinding | None:
    """Who sits in a committee and is told what to do behind a colon ("Ủy viên thường trực: chuẩn bị tài liệu họp"); behind the
    colon of "Phó Trưởng ban: Giám đốc Sở Y tế" stands only who that is.
    """
    seat = analysis.rules.at("acting.seat", analysis.folded, analysis.first)
    if seat is None or any(mention.full_start == seat.end() for mention in analysis.mentions):
        return None
    if seat.end() not in analysis.orders and not opens_with_verb(analysis.folded[seat.end() :]):
        return None
    mention = unlisted_body(analysis.text, *seat.span("name"))
    return RoleFinding(mention, Role.LEAD, Capacity.THUC_HIEN, OPENING, UNSURE)


def _post_at_start(analysis: Analysis) -> RoleFinding | None:
    """Who of the house is told behind a colon what to do, by the post or the class ("Tổng phụ trách Đội: chuẩn bị cờ", "Lớp 6A1:
    làm cỏ vườn trường").
    """
    colon = analysis.text.find(":", analysis.first, analysis.first + LONGEST_POST)
    post = analysis.rules.at("heading.own_post", analysis.folded[:colon], analysis.first) if colon > 0 else None
    behind = len(analysis.text) - len(analysis.text[colon + 1 :].lstrip())
    if post is None or any(mention.full_start == analysis.first for mention in analysis.mentions):
        return None
    if behind not in analysis.cues.predicates | analysis.cues.acts and not opens_with_verb(analysis.folded[behind:]):
        return None
    mention = unlisted_body(analysis.text, *post.span("name"))
    return RoleFinding(mention, Role.LEAD, Capacity.THUC_HIEN, OPENING, UNSURE)


def _behind_setting(analysis: Analysis) -> Iterator[int]:
    """Where a subject may begin behind a clause that says when or in which case, and lays no duty on anybody."""
    setting = analysis.rules.at("acting.setting", analysis.folded)
    if setting is None:
        return
    clause = setting.group("clause")
    then = clause.rfind(_THEN)  # "Trường hợp các đơn vị, địa phương có ý kiến khác nhau thì thư ký phải tổ chức họp"
    if then >= 0:
        yield then + len(_THEN)
    yield from (match.end() for match in _COMMA.finditer(clause, max(then, 0)))


class _Subject(NamedTuple):
    """A subject of no list: where its name is told to begin, and how the rules read it: as a `post`, as `obliged` ("... phải ..."),
    as called by its `part` in the work.
    """

    start: int
    post: regex.Match[str] | None
    obliged: regex.Match[str] | None
    part: regex.Match[str] | None

    @property
    def named(self) -> int:
        """Where the words that surely belong to its name end."""
        return self.post.end() if self.post else self.start


class _Extent(NamedTuple):
    """Where the name of a subject ends; `closed`: words that only its head says, or a case, end it."""

    end: int
    closed: bool


def _unlisted_at(start: int, analysis: Analysis, *, longest: int, told: bool) -> list[tuple[int, int]]:
    """The bodies of no list that begin at an offset and act; where a heading has `told` whose duties these are, a post or a bare
    kind of body is no other one.
    """
    subject = _subject_at(start, analysis, told=told)
    extent = _extent_of(subject, analysis, told=told) if subject else None
    if subject is None or extent is None:
        return []
    head = analysis.rules.at("acting.head", analysis.folded, start)
    start = head.end() if head else start
    end = _last_of_them(start, extent.end, analysis)
    if extent.closed and analysis.rules.whole("acting.bare_kind", analysis.folded[start:end]):
        return []  # "Thủ trưởng đơn vị trực tiếp chỉ đạo" below "Sở Y tế" is who heads it
    least = 1 if subject.obliged or head else 2
    return _bodies_between(analysis, start, end) if _is_name(subject, (start, end), (least, longest), analysis) else []


def _subject_at(start: int, analysis: Analysis, *, told: bool) -> _Subject | None:
    """The subject that may begin at an offset: a post or a kind of body, of no list unless it is obliged, and no verb."""
    rules, folded = analysis.rules, analysis.folded
    post = None if told else rules.at("acting.post", folded, start)
    if post is None and rules.first("heading_body", folded[start:]) is None:
        return None
    obliged = rules.at("acting.obliged", folded, start)
    known = not obliged and any(mention.full_start <= start < mention.end for mention in analysis.mentions)
    if known or rules.at("acting.verb_too", folded, start):
        return None
    return _Subject(start, post, obliged, rules.at("acting.by_part", folded, start))


def _extent_of(subject: _Subject, analysis: Analysis, *, told: bool) -> _Extent | None:
    """How far the name of a subject goes: up to the duty, else to the first word that acts, and not over words of person or time;
    None where more than a name stands there.
    """
    start, rules, folded = subject.start, analysis.rules, analysis.folded
    stop = subject.obliged.end("name") if subject.obliged else min(_acts_behind(subject, analysis), default=start)
    end = len(analysis.text[:stop].rstrip(" ,"))
    in_person = rules.find("acting.in_person", folded, start, end)
    end = in_person.start() if in_person else end
    case = rules.find("acting.case" if subject.obliged else "acting.rhythm", folded, start, end)
    if case is None:
        return _Extent(end, closed=in_person is not None)
    if any(subject.named < at < case.start() and analysis.cues.strong(at) for at in analysis.cues.predicates):
        return None  # "Sở A tiếp nhận văn bản, trong thời hạn ... phải trả lời": more than a name stands before it
    return _Extent(case.start(), closed=in_person is not None or told)


def _acts_behind(subject: _Subject, analysis: Analysis) -> list[int]:
    """Where words that act stand behind the name of a subject."""
    cues = analysis.cues
    behind = [at for at in cues.predicates if at > subject.named and cues.strong(at) and not _joined(at, analysis)]
    behind = [at for at in behind if not _in_a_name(at, analysis)]
    behind += [at for at in cues.acts if at > subject.named and analysis.folded.startswith("có ", at)]  # "Bộ | có văn bản gửi ..."
    if subject.post and analysis.text.startswith(" nghiên cứu ", subject.named):
        behind.append(subject.named + 1)  # "Giáo viên | nghiên cứu chương trình môn học"
    if subject.part is None:
        return behind
    told = analysis.rules.at("acting.part_told", analysis.folded, subject.start)
    if told and cues.opens(told.end() + 1):
        return [told.end() + 1]  # "Đơn vị đề xuất | hoàn thiện hồ sơ"
    behind = [at for at in behind if not analysis.folded.endswith(" được ", subject.start, at)]  # "cơ quan được đề nghị | cử người"
    return behind + _second_verb(subject.part.end(), analysis)


def _last_of_them(start: int, end: int, analysis: Analysis) -> int:
    """Where the name between two offsets ends: with the first known body behind its start at which a word of order stands at once
    ("Văn phòng sở và Phòng Nội vụ | tiếp nhận đơn").
    """
    named = (mention for mention in analysis.mentions if start < mention.full_start and mention.end < end)
    last = next((m for m in named if m.kind != "collective" and m.end + 1 in analysis.cues.orders), None)
    return last.end if last else end


def _is_name(subject: _Subject, span: Span, words: tuple[int, int], analysis: Analysis) -> bool:
    """Whether a span holds a name of a fit number of `words` (least, most) that says of nobody that no duty is meant."""
    (start, end), (least, most) = span, words
    rules, folded = analysis.rules, analysis.folded
    most = OBLIGED if subject.obliged else max(most, BY_PART) if subject.part else most
    if not least <= len(folded[start:end].split()) <= most:
        return False
    named = any(mention.start == start and mention.kind != "collective" for mention in analysis.mentions)
    if subject.obliged and subject.obliged["told"] and not named:  # not "Sở A tiếp nhận hồ sơ của doanh nghiệp có trách nhiệm ..."
        return not rules.has("acting.no_duty_told", folded[start:end])
    equipped = rules.find("acting.equipped", folded, start, end) if subject.obliged or subject.part else None
    return not rules.has("acting.no_duty", folded[start : equipped.start() if equipped else end])


def _second_verb(at: int, analysis: Analysis) -> list[int]:
    """Where a body called by its part in the work acts, though the verb may also stand in names: "cơ quan cấp phép | thẩm định"."""
    if at not in analysis.cues.kinds:
        return []
    later = sorted(kind for kind in analysis.cues.kinds & analysis.cues.predicates if kind > at)
    return [kind for kind in later if analysis.rules.at("acting.second_verb", analysis.folded, kind)][:1]


def _joined(at: int, analysis: Analysis) -> bool:
    """Whether a dash joins the word at `at` to a name ("Văn phòng - Thống kê")."""
    return analysis.text[:at].rstrip().endswith(("-", "–")) and analysis.text[at].isupper()


def _in_a_name(at: int, analysis: Analysis) -> bool:
    """Whether the word at `at` is a capital word of a known name ("Ban Quản lý, Ban | Biên tập website góp ý")."""
    return analysis.text[at].isupper() and any(m.start < at < m.end for m in analysis.mentions if m.kind != "collective")


def _bodies_between(analysis: Analysis, start: int, end: int) -> list[tuple[int, int]]:
    """The bodies between two offsets, parted where a new one opens ("Trường mầm non, nhóm trẻ và chủ nhà trọ")."""
    spans = []
    for seam in _SEAM.finditer(analysis.folded, start, end):
        bare = analysis.rules.whole("acting.bare_kind", analysis.folded, start, seam.start())
        if analysis.rules.at("acting.staff", analysis.folded, seam.end()):
            opens = analysis.rules.at("acting.staff_first", analysis.folded, start) is None  # not "Cán bộ, công chức"
        else:
            opens = analysis.rules.first("heading_body", analysis.folded[seam.end() : end]) is not None
        if opens and not bare:
            spans.append((start, seam.start()))
            start = seam.end()
    return [*spans, (start, end)]


def orders_later(analysis: Analysis, *, sentences: bool = False) -> bool:
    """Whether a clause behind the first opens with a word of order; with `sentences` only a sentence counts."""
    begins = (match.end() for match in (_SENTENCE if sentences else _CLAUSE).finditer(analysis.text))
    return any(at in analysis.orders and analysis.rules.at("acting.lacks", analysis.folded, at) is None for at in begins)


def led_later(analysis: Analysis, *, sentences: bool = False) -> bool:
    """Whether a clause behind the first names who acts ("Thống nhất với đề xuất của xã; Sở Y tế thẩm định hồ sơ"); with `sentences`
    only a sentence counts.
    """
    first = (_SENTENCE if sentences else _CLAUSE).search(analysis.text)
    return first is not None and any(lead.mention.start >= first.end() for lead in analysis.leads)


def leads_later(analysis: Analysis, start: int) -> bool:
    """Whether the first body that leads stands in a later sentence than the first ("Chủ rừng phải báo ngay cho Hạt Kiểm lâm. Hạt
    Kiểm lâm điều động ..."): another may lead the first.
    """
    first = _CLAUSE.search(analysis.text)
    return first is not None and first.end() <= start


def _acts(mention: Mention, analysis: Analysis) -> bool:
    if analysis.rules.at("acting.above", analysis.folded, mention.start):
        return False
    before = analysis.folded[: mention.full_start]
    opens = mention.full_start == analysis.first or analysis.rules.whole("acting.lead_in", before.lstrip())
    if not opens and analysis.rules.has("acting.no_actor", before):
        return False
    whole = opens and mention.kind != "collective"  # its name is over: "Hội Nông dân xã nhận quản lý ..."
    behind = [at for at in analysis.cues.predicates if at >= mention.end and (whole or analysis.cues.strong(at))]
    if not behind:
        return False
    between = analysis.folded[mention.end : min(behind)]
    return len(between.split()) <= (FAR if opens else NEAR) and not analysis.rules.has("acting.no_duty", between)
