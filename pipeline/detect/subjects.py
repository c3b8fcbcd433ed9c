"""Whether a list of bodies is the subject of its clause: "..., Sở Y tế kiểm tra ...".

In: where the list begins and ends, the text, its cues.  Out: yes or no.
Promise: a body that orders, is owned, is praised or was told before is no subject of a duty.
Source: ANNOTATION rules, "Agencies of a task".
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from pipeline.detect.extension import Cues
from pipeline.detect.role_rules import RoleRules
from pipeline.detect.words import opens_with_verb

__all__ = ["Place", "acts", "is_subject"]

SENTENCE = 600
"""Characters before a list of bodies in which its clause begins: "Để tiếp tục tháo gỡ ..., tỉnh Lào Cai cần ..."."""

AFTER = 160
"""Characters behind a list of bodies in which its predicate begins."""

_CLAUSE = regex.compile(r"[.;:!?…]\s+|\s[-–+]\s(?=\p{Lu})|\n")
_ALONG = regex.compile(
    r"\s*(?:cùng |có trách nhiệm |chịu trách nhiệm )?phối hợp(?: (?:cùng )?(?:thực hiện|triển khai|giải quyết"
    r"|tham gia|hỗ trợ|tổ chức))?\s*(?:[.;,]|$)"
)
"""All that a list of bodies does, where it only works along ("..., Công an tỉnh và các xã phối hợp.")."""
_WISH = regex.compile(
    r"(?:(?:xem xét|giải quyết|trả lời|tiếp thu|nghiên cứu)(?:,| và)? )*(?:các )?"
    r"(?:đề nghị|kiến nghị|đề xuất|phản ánh|ý kiến|tờ trình|báo cáo|đơn)(?: \p{Ll}+){0,3} của "
)
"""What others wish, in front of who answers it ("Xem xét đề nghị của xã A về chợ, | Sở B khảo sát")."""
_LED = regex.compile(r"\b(?:[Cc]hỉ đạo|đôn đốc|hướng dẫn|phối hợp với|cùng với)(?: các)? \p{Lu}[\p{L} -]{2,60},\s*$")
"""The first of a list of those who are directed, in front of the second ("Sở A chỉ đạo Phòng B, | các Đội C kiểm tra")."""
_CALLED = regex.compile(r"(?:giao|đề nghị|yêu cầu|phân công) (?!nhiệm vụ|việc|trách nhiệm|của)")
"""An order to one body, behind which a second is told what it does ("đề nghị Sở A cấp phép, | Sở B thẩm định")."""
_ANSWERS = regex.compile(r"\s*(?:phải |cùng |cần )?(?:(?:chịu|có) trách nhiệm|làm đầu mối)\b")
"""Who answers for what was ordered before ("Kiện toàn tổ chức trong quý I, Sở Nội vụ chịu trách nhiệm về tiến độ")."""
_NEXT_CLAUSE = regex.compile(r"[,;]|\.\s")
_AT_START = regex.compile(r"\s*,?\s*(?:khi|nếu|trước khi|sau khi|theo|trong|căn cứ|trên cơ sở|định kỳ|hằng|hàng|ngoài|tùy theo)\b")
_OWNED = regex.compile(r"\b(?:của|thuộc)\s+$")
_GIVEN = regex.compile(r"được (?:giao|phân công)(?: nhiệm vụ)? (?:chủ trì|thực hiện|soạn thảo|xây dựng|tham mưu)\b[^.;:]{0,40}$")
"""The end of a collective that says who does it ("Các đơn vị được giao chủ trì soạn thảo | dự án luật xây dựng kế hoạch ...")."""
_AFTER_TIME = regex.compile(r"(?:\d|\d\)|tuần|tháng|quý|năm|ngày),\s*$")
_STANDS_AS = regex.compile(
    r"\s*là (?:cơ quan |đơn vị )?(?:(?:thường trực|đầu mối|chủ trì)\b|[^.;:]{3,80}? (?=(?:có|chịu) trách nhiệm\b))"
)
"""A standing role, or one that says who has the duty ("là cơ quan quản lý Kế hoạch có trách nhiệm ...")."""
_APPOSED = regex.compile(r"\s*[-–,(]\s*(?:là )?(?:cơ quan|đơn vị|bộ phận) (?:thường trực|đầu mối|chủ trì|giúp việc)\b[^.;:]{0,140}")
"""What a body is, between its name and what it does ("Sở Tư pháp - cơ quan thường trực Hội đồng ... phối hợp ...")."""
_WHEN = regex.compile(
    r"(?:chậm nhất )?(?:trước|đến|trong|vào|từ|cuối|đầu|định kỳ|hằng|hàng) (?:ngày|tháng|quý|năm|tuần)\b[\s\d/ivx.\-]*"
    r"(?:(?:tháng|năm|hằng|hàng)\s*[\d/]*\s*)*"
    r"(?:(?:,|và)\s*(?:\d{1,2}\s+)?(?:ngày|tuần|tháng|quý|năm)\b\s*(?:đầu năm|cuối năm)?\s*)*"
)
_BRACKET = regex.compile(r"\s*(?:\([^()]{1,120}\))?\s*,?\s*")
_ADVERBS = regex.compile(
    r"(?:(?:chỉ|cũng|cùng|cùng nhau|đều|vẫn|luôn|luôn luôn|tự|tự mình|đồng loạt|lần lượt|trực tiếp|nhanh chóng|thật sự|hết sức"
    r"|song song|một mặt|mặt khác|ngoài ra|trước hết|trước mắt|sau đó|từ nay|cơ bản|kiên trì|quyết tâm|cố gắng|nỗ lực)\s+)+"
)
"""How it is to be done, between a body and what it does ("các trường đồng loạt tổng vệ sinh")."""
_POINTED = regex.compile(
    r"\s(?:đó|này|ấy|trên|nói trên|nêu trên|trên đây|có tên (?:trên|trên đây|nêu trên|ở trên"
    r"|tại [^,.;:]{2,30})|còn lại|,?\s?(?:mỗi|từng) (?:đơn vị|cơ quan|bên|ngành|địa phương|sở|xã))\s+"
    r"|\s+được (?:giao|phân công)(?: nhiệm vụ| trách nhiệm)? "
    r"(?=(?:xây dựng|soạn thảo|tham mưu|thực hiện|tổ chức|theo dõi|lập|làm đầu mối|đôn đốc|kiểm tra|tổng hợp|biên soạn|rà soát)\b)"
)
"""Words that point back at a body, or say that it was told to, before what it does ("UBND huyện đó phải kiểm điểm")."""
_RHYTHM = regex.compile(
    r"(?:định kỳ|hằng|hàng|mỗi|từ nay|đến|trước|trong|chậm nhất|cuối|đầu|sau)\b"
    r"(?: (?:ngày|tuần|tháng|quý|năm|nay|đến|hết|cuối|đầu)| [\d/.ivx]+)+,?\s+"
)
"""When it is to be done, between a body and what it does ("Sở Y tế hằng quý thống kê ...")."""


_ASIDE = regex.compile(
    r",\s(?:ngoài|bên cạnh|căn cứ|trên cơ sở|theo|khi|tùy|tùy theo|với)\b[^,;.:]{3,120}?(?:,\s+|\s+(?=(?:cần"
    r"|phải|có trách nhiệm)\b))"
)
"""A phrase set between a body and what it does ("UBND các xã, ngoài các việc trên, bố trí ...")."""
_LAST_BRACKET = regex.compile(r"[^()]{3,200}\)\s*[.;]?\s*$")
_WHERE = regex.compile(r"\s(?:nơi(?! (?:đó|này|ấy))|sở tại|tại địa bàn|trên địa bàn)\b[^,.;:()]{0,60}")
"""Which council is meant, between its name and what it does ("Ủy ban nhân dân cấp xã nơi có rừng vận động ...")."""


@dataclass(frozen=True, slots=True)
class Place:
    """A list of bodies in its text: `start` with heads of agencies, `named` where none of them is a collective."""

    text: str
    folded: str
    start: int
    end: int
    named: bool = True


def _clause_start(place: Place) -> int:
    """Where the clause of the list begins."""
    start = max(0, place.start - SENTENCE)
    ends = (match.end() for match in _CLAUSE.finditer(place.text, start, place.start + 1))
    return max((end for end in ends if end <= place.start), default=start)


def is_subject(place: Place, cues: Cues, rules: RoleRules) -> bool:
    """Whether the list is the subject of its clause: it opens the clause, and an order or duty follows.

    Behind a list that starts the text a clause may come between ("Sở Y tế căn cứ chức năng được giao, tham mưu …").
    """
    begins = _clause_start(place)
    clause, right = place.folded[begins : place.start], place.folded[place.end : place.end + AFTER]
    if _PRESSES.match(right) and _BUILDS.match(place.folded, place.start):
        return _opens(clause, rules) or _second(clause, begins, place, cues)
    if _told_otherwise(right, rules):
        return False
    if _OWNED.search(clause):
        return False  # "Thường trực Ủy ban ... của Quốc hội chủ trì": the owner of a name that was not read
    if rules.has("right.chair", right) or (not place.named and _GIVEN.search(place.folded, place.start, place.end)):
        return True
    starts = not place.folded[: place.start].strip(' "“(-')
    if starts and "," in right and _AT_START.match(right):
        return True
    if _aside(clause, right, rules) or _spoken_to(place, clause, cues, rules):
        return True
    opens = (
        _opens(clause, rules)
        or _closes_in_brackets(clause, place)
        or _second(clause, begins, place, cues)
        or _works_along(clause, right, rules)
    )
    return opens and (acts(place, cues, rules) or right.lstrip().startswith((":", "có trách nhiệm")))


def _aside(clause: str, right: str, rules: RoleRules) -> bool:
    """Whether a bracket sets another day for some of those called ("(riêng Sở A, Sở B trước ngày 20/5)")."""
    return rules.has("opens.aside", clause) and rules.has("right.aside", right)


def _spoken_to(place: Place, clause: str, cues: Cues, rules: RoleRules) -> bool:
    """Whether a list behind "đối với" is told what to do ("Đối với UBND cấp huyện: tổ chức rà soát ..."): an order follows the sign,
    and it is given to nobody else ("Đối với UBND huyện A, giao Sở B kiểm tra").
    """
    if not rules.has("opens.for", clause):
        return False
    told = rules.at("right.told", place.folded, place.end)
    if told is None:
        return False
    rest = place.text[told.end() :]
    return told.end() in cues.predicates or told.end() in cues.acts or opens_with_verb(rest[:1].lower() + rest[1:])


def _works_along(clause: str, right: str, rules: RoleRules) -> bool:
    """Whether a list behind another's clause only works along ("giao Sở A chủ trì, các xã phối hợp")."""
    if not clause.rstrip().endswith(","):
        return False
    return _ALONG.match(right) is not None or ("chủ trì" in clause and rules.has("right.coordinate", right))


_PRESSES = regex.compile(
    r"\s*(?:khẩn trương |kiên quyết |tiếp tục )?yêu cầu (?:các )?(?:nhà thầu|đơn vị thi công|đơn vị tư vấn"
    r"|tư vấn|nhà đầu tư|chủ đầu tư)\b"
)
"""What one who has works built does, who gives no orders to the public."""
_BUILDS = regex.compile(r"(?:các )?(?:ban (?:quản lý|qlda|điều hành)|chủ đầu tư|trung tâm phát triển|công ty|tổng công ty)")


def _told_otherwise(right: str, rules: RoleRules) -> bool:
    """Whether what follows a body is an order to others, a message, or what is no duty."""
    superior = rules.has("right.superior", _NEXT_CLAUSE.split(right, maxsplit=1)[0][:80])
    return superior or rules.has("right.informs", right) or rules.has("right.not_duty", right)


def _closes_in_brackets(clause: str, place: Place) -> bool:
    """Whether the list opens a bracket that ends the text ("Khảo sát nhu cầu (Sở A phối hợp với Sở B thực hiện).")."""
    return clause.rstrip().endswith("(") and _LAST_BRACKET.match(place.folded, place.end) is not None


def _opens(clause: str, rules: RoleRules) -> bool:
    """Whether a subject may stand behind the words of its clause."""
    if not clause.strip() or _WHEN.fullmatch(clause.lstrip()):
        return True
    return rules.first("intro", clause.lstrip()) is not None or rules.first("opens", clause) is not None


def _second(clause: str, begins: int, place: Place, cues: Cues) -> bool:
    """Whether a named body behind a comma opens a second sentence ("Vụ A thẩm định nội dung, Vụ B thẩm định kinh phí"); behind an
    order such a list is rather what the order is about ("Rà soát các chợ, siêu thị ..."), unless a day ends the first sentence.
    """
    if _AFTER_TIME.search(clause):
        return True
    if not place.named or not clause.rstrip().endswith(","):
        return False
    if _LED.search(place.text[begins : place.start]):
        return False
    told = _CALLED.match(place.folded, begins) or _WISH.match(place.folded, begins) or _ANSWERS.match(place.folded, place.end)
    return told is not None or (begins not in cues.predicates and begins not in cues.acts)


def acts(place: Place, cues: Cues, rules: RoleRules) -> bool:
    """Whether a word of order, of duty or of action follows the list, at once or behind a time or an adverb."""
    if _STANDS_AS.match(place.folded, place.end):
        return True
    limit = place.end + AFTER
    bracket = _BRACKET.match(place.folded, place.end, limit)
    at = bracket.end() if bracket else place.end
    for between, since in ((None, at), (_RHYTHM, at), (_ADVERBS, at), (_POINTED, place.end)):
        match = between.match(place.folded, since, limit) if between else None
        begins = match.end() if match else at
        if begins in cues.predicates or begins in cues.acts:
            return True
    aside = _ASIDE.match(place.folded, place.end, limit)
    if aside is not None and (aside.end() in cues.predicates or aside.end() in cues.acts):
        return True
    more = (_WHERE.match(place.folded, place.end), _APPOSED.match(place.folded, place.end))
    if any(said and any(said.start() < begin <= said.end() for begin in cues.predicates) for said in more):
        return True
    return place.named and _tagged(place, at, rules)


def _tagged(place: Place, at: int, rules: RoleRules) -> bool:
    """Whether the tagger reads a verb that no lexicon knows; one that tells how things are is no duty."""
    rest = place.text[at:]
    if not rest[:1].islower() or at == place.end or rules.has("right.state", " " + place.folded[at : at + AFTER]):
        return False
    return opens_with_verb(rest)
