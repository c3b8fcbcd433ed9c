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

__all__ = ["Place", "acts", "another_acts", "at_fault", "is_subject", "only_warns"]

SENTENCE = 600
"""Characters before a list of bodies in which its clause begins: "Để tiếp tục tháo gỡ ..., tỉnh Lào Cai cần ..."."""

AFTER = 160
"""Characters behind a list of bodies in which its predicate begins."""

_CLAUSE = regex.compile(r"[.;:!?…]\s+|\s[-–+]\s(?=\p{Lu})|\n")
_NEXT_CLAUSE = regex.compile(r"[,;]|\.\s")
_BRACKET = regex.compile(r"\s*(?:\([^()]{1,120}\))?\s*,?\s*")
_ANOTHER_ACTS = regex.compile(r"[^.;:,]{0,120}, (?:\p{Lu}|giao |đề nghị |yêu cầu )")
"""What says of which kind those are whom something concerns, and then whom it is given to: a name or a call behind the comma."""
_LAST_BRACKET = regex.compile(r"[^()]{3,200}\)\s*[.;]?\s*$")


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
    if rules.at("subject.presses", right) and rules.at("subject.builds", place.folded, place.start):
        return _opens(clause, rules) or _second(clause, begins, place, cues, rules)
    if rules.at("subject.asks_help", right) and rules.whole("subject.in_need", clause):
        return True
    if not place.folded[: place.start].strip(' "“(-') and rules.at("subject.others_asked", right):
        return True  # "Các phòng, ban và đề nghị Mặt trận Tổ quốc huyện tuyên truyền ..."
    of_a_level = rules.at("subject.of_a_level", place.folded, place.start)  # "Ủy ban nhân dân cấp tỉnh ban hành kế hoạch ..."
    if (_told_otherwise(right, rules) and not of_a_level) or rules.has("subject.is_called", clause):
        return False
    if (
        place.named
        and rules.at("subject.orders", place.folded, place.start)
        and rules.at("subject.appoints", place.folded, place.end)
    ):
        return False  # "UBND tỉnh phân công Sở Tài chính thẩm định": the one who orders has no duty
    says = place.named and rules.at("subject.orders", place.folded, place.start)
    if says and rules.at("subject.says", place.folded, place.end):
        return False  # "Chủ tịch UBND tỉnh chỉ đạo: Sở Y tế trả lời": who speaks has no duty
    calls_its_own = rules.at("subject.calls_its_own", place.folded, place.end)  # "Tỉnh hội kêu gọi các cấp Hội vận động"
    if calls_its_own or only_warns(place.folded, place.start, place.end, rules):
        return False
    if rules.has("subject.owned", clause):
        return False  # "Thường trực Ủy ban ... của Quốc hội chủ trì": the owner of a name that was not read
    if _chairs(clause, right, rules) or _given(place, rules):
        return True
    if rules.has("opens.for", clause) and another_acts(place.text, place.end):
        return False  # "Đối với các trường tổ chức bán trú, Phòng Giáo dục kiểm tra bếp ăn": somebody else acts
    starts = not place.folded[: place.start].strip(' "“(-')
    if starts and "," in right and rules.at("subject.setting", right):
        return True
    if _aside(clause, right, rules) or _spoken_to(place, clause, cues, rules):
        return True
    opens = (
        _opens(clause, rules)
        or (rules.has("opens.reason", clause) and rules.has("right.must", right))
        or _closes_in_brackets(clause, place)
        or _second(clause, begins, place, cues, rules)
        or _works_along(clause, right, rules)
    )
    return opens and (acts(place, cues, rules) or right.lstrip().startswith((":", "có trách nhiệm")))


def another_acts(text: str, end: int) -> bool:
    """Whether a comma and a name or a call follow behind a list that ends at `end`: the list only says whom it concerns."""
    return _ANOTHER_ACTS.match(text, end) is not None


def only_warns(folded: str, start: int, end: int, rules: RoleRules) -> bool:
    """Whether the head of a province warns or stresses ("Chủ tịch UBND tỉnh lưu ý, kế hoạch phải ..."): that is no duty of his."""
    return rules.at("subject.of_province", folded, start) is not None and rules.at("subject.warns", folded, end) is not None


def at_fault(folded: str, end: int, rules: RoleRules) -> bool:
    """Whether what follows tells what bodies of a kind did wrong ("xử lý nghiêm ...; các đơn vị buông lỏng quản lý"): no duty."""
    return rules.at("subject.at_fault", folded, end) is not None


def _chairs(clause: str, right: str, rules: RoleRules) -> bool:
    """Whether the list chairs; of those to whom something goes, or from whom it comes, a comma or "để" parts it ("A tập huấn cho
    các trạm y tế, chủ trì ...", "nắm thông tin từ Bộ A để chủ trì ...").
    """
    parted = right.lstrip().startswith((",", "để ")) and rules.has("acting.no_actor", clause)
    return not parted and rules.has("right.chair", right)


def _given(place: Place, rules: RoleRules) -> bool:
    """Whether a collective says of itself who does it ("Các đơn vị được giao chủ trì soạn thảo | xây dựng kế hoạch ...")."""
    return not place.named and rules.find("subject.given", place.folded, place.start, place.end) is not None


def _aside(clause: str, right: str, rules: RoleRules) -> bool:
    """Whether a bracket sets another day for some of those called ("(riêng Sở A, Sở B trước ngày 20/5)")."""
    return rules.has("opens.aside", clause) and rules.has("right.aside", right)


def _spoken_to(place: Place, clause: str, cues: Cues, rules: RoleRules) -> bool:
    """Whether a list behind "đối với" is told what to do ("Đối với UBND cấp huyện: tổ chức rà soát ..."): an order follows the
    sign, and it is given to nobody else ("Đối với UBND huyện A, giao Sở B kiểm tra").
    """
    if not rules.has("opens.for", clause):
        return False
    told = rules.at("right.told", place.folded, place.end)
    if told is None:
        return False
    rest = place.text[told.end() :]
    if told.group().strip() == "," and rest[:1].isupper():
        return False  # "Đối với các tỉnh, | Liên hiệp hội lập kế hoạch": somebody else acts
    return told.end() in cues.predicates or told.end() in cues.acts or opens_with_verb(rest[:1].lower() + rest[1:])


def _works_along(clause: str, right: str, rules: RoleRules) -> bool:
    """Whether a list behind another's clause only works along ("giao Sở A chủ trì, các xã phối hợp")."""
    if not clause.rstrip().endswith(","):
        return False
    return rules.at("subject.along", right) is not None or ("chủ trì" in clause and rules.has("right.coordinate", right))


def _told_otherwise(right: str, rules: RoleRules) -> bool:
    """Whether what follows a body is an order to others, a message, or what is no duty."""
    superior = rules.has("right.superior", _NEXT_CLAUSE.split(right, maxsplit=1)[0][:80])
    return superior or rules.has("right.informs", right) or rules.has("right.not_duty", right)


def _closes_in_brackets(clause: str, place: Place) -> bool:
    """Whether the list opens a bracket that ends the text ("Khảo sát nhu cầu (Sở A phối hợp với Sở B thực hiện).")."""
    return clause.rstrip().endswith("(") and _LAST_BRACKET.match(place.folded, place.end) is not None


def _opens(clause: str, rules: RoleRules) -> bool:
    """Whether a subject may stand behind the words of its clause."""
    if not clause.strip() or rules.whole("subject.when", clause.lstrip()):
        return True
    return rules.first("intro", clause.lstrip()) is not None or rules.first("opens", clause) is not None


def _second(clause: str, begins: int, place: Place, cues: Cues, rules: RoleRules) -> bool:
    """Whether a named body behind a comma opens a second sentence ("Vụ A thẩm định nội dung, Vụ B thẩm định kinh phí"); behind an
    order such a list is rather what the order is about ("Rà soát các chợ, siêu thị ..."), unless a day ends the first sentence.
    """
    if rules.has("subject.time_ends", clause):
        return True
    if not clause.rstrip().endswith(","):
        return False
    if not place.named:
        return _each_its_own(clause, begins, place, cues, rules)
    if rules.has("subject.led", place.text[begins : place.start]):
        return False
    told = any(rules.at(rule, place.folded, begins) for rule in ("subject.called", "subject.wish"))
    told = told or rules.at("subject.answers", place.folded, place.end) is not None
    return told or (begins not in cues.predicates and begins not in cues.acts)


def _each_its_own(clause: str, begins: int, place: Place, cues: Cues, rules: RoleRules) -> bool:
    """Whether a kind of bodies opens a second sentence behind a short one of a body ("Sở A ra đề thi, các trường tổ chức thi"): the
    first names nobody else and no place, or the kind would rather be one more of those.
    """
    first = begins + len(clause) - len(clause.lstrip())
    opens = first in cues.predicates or first in cues.acts
    bare = rules.whole("item.nobody", place.folded, place.start, place.end)
    told = not bare and any(first < at < place.start for at in cues.predicates)
    return told and not opens and rules.whole("subject.short_clause", clause)


def acts(place: Place, cues: Cues, rules: RoleRules) -> bool:
    """Whether a word of order, of duty or of action follows the list, at once or behind a time or an adverb."""
    if rules.at("subject.stands_as", place.folded, place.end):
        return True
    helped = rules.find("brackets.helping", place.folded, place.end)
    if helped is not None and helped.start() == place.end + 1:
        return True  # "Đoàn ra: Vụ A (Văn phòng Bộ phối hợp)": the other works along with whom stands before
    limit = place.end + AFTER
    bracket = _BRACKET.match(place.folded, place.end, limit)
    at = bracket.end() if bracket else place.end
    places = (("subject.rhythm", at), ("subject.adverbs", at), ("subject.pointed", place.end), ("subject.people", place.end))
    between = [rules.at(rule, place.folded, since, limit) for rule, since in places]
    between.append(rules.at("subject.headed", place.folded, place.end, limit + AFTER))
    if cues.opens(at) or any(match is not None and cues.opens(match.end()) for match in between):
        return True
    aside = rules.at("subject.aside", place.folded, place.end, limit)
    if aside is not None and (aside.end() in cues.predicates or aside.end() in cues.acts):
        return True
    more = (rules.at(rule, place.folded, place.end) for rule in ("subject.where", "subject.apposed", "subject.above_all"))
    if any(said and any(said.start() < begin <= said.end() for begin in cues.predicates) for said in more):
        return True
    return _entrusted(place, cues, rules) or (place.named and _tagged(place, at, rules))


def _entrusted(place: Place, cues: Cues, rules: RoleRules) -> bool:
    """Whether what follows says what the list was given to look after, and then what it does about it."""
    given = rules.at("subject.entrusted", place.folded, place.end)
    if given is None:
        return False
    if place.folded.startswith(", ", given.end()) and cues.opens(given.end() + 2):
        return True
    return any(given.start("rest") < begin < given.end("rest") for begin in cues.predicates | cues.acts)


def _tagged(place: Place, at: int, rules: RoleRules) -> bool:
    """Whether the tagger reads a verb that no lexicon knows; one that tells how things are is no duty."""
    rest = place.text[at:]
    if not rest[:1].islower() or at == place.end or rules.has("right.state", " " + place.folded[at : at + AFTER]):
        return False
    return opens_with_verb(rest)
