"""Where the name of a body ends: "các đơn vị cấp nước sạch trên địa bàn" before "tiếp tục đầu tư".

In: a mention whose words stop at the general noun, the words of order behind it, rules/roles.json.  Out: its whole name.
Promise: a name grows only up to a word of order, never over a comma or a full stop, and by few words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from pipeline.detect.mention_rules import unlisted_body
from pipeline.detect.mentions import Mention
from pipeline.detect.role_rules import RoleRules
from pipeline.detect.words import begins_word
from pipeline.rules.folding import fold_same_length

LONGEST = 14
"""Words by which a name may grow: "các tổ chức, cá nhân … khai thác sử dụng tài nguyên nước dưới đất trên địa bàn" has 13."""

BY_ROLE = "agency.by_role"
"""The rule of a body that its part in the work names ("Đơn vị chủ trì")."""

NO_NAME = ("extent.handed", "extent.researches", "extent.does", "extent.in_a_manner")
"""Rules of what stands behind a body and is no part of its name, whatever order follows it."""

SEVERAL_TOLD = 5
"""Words before "có trách nhiệm" that tell which bodies of a kind are meant; of one body they may be more."""

AHEAD = 24
"""Characters behind a word of order that the segmenter sees, to tell "lập kế hoạch" from "công lập"."""

_TOWARDS = " đối"
"""The first half of a preposition ("Bộ, cơ quan ngang Bộ | đối với quỹ hoạt động trong ngành"): no name ends with it."""

_WORD = regex.compile(r"\s*([^\s,;:.()!?…“”\"]+)")
_TO_COLON = regex.compile(r"(?P<words>(?:,? \p{Ll}+){1,3})\s*:\s")


@dataclass(frozen=True, slots=True)
class Cues:
    """Offsets of words in a text: `orders` and `duties` open a predicate, `kinds` may also belong to a name, `acts` tell what a
    subject does and nothing else.
    """

    orders: frozenset[int]
    duties: frozenset[int]
    kinds: frozenset[int]
    acts: frozenset[int] = frozenset()

    @property
    def predicates(self) -> frozenset[int]:
        """Where a predicate may begin."""
        return self.orders | self.duties

    def opens(self, at: int) -> bool:
        """Whether a word of order, of duty or of action begins at `at`."""
        return at in self.orders or at in self.duties or at in self.acts

    def strong(self, at: int) -> bool:
        """Whether the word at `at` opens a predicate and cannot belong to a name."""
        return at in self.predicates and at not in self.kinds


def extended(mention: Mention, text: str, folded: str, cues: Cues, rules: RoleRules, *, to_predicate: bool) -> Mention:
    """The mention with the words of its kind.

    Only collectives grow ("các đơn vị" …). With `to_predicate` a name must end before a word of order (a subject does);
    else it may also end before a sign or a word that opens a phrase of its own.
    """
    local = rules.at("extent.local", folded, mention.end)
    if local and (mention.kind != "collective" or local.group().endswith("sở tại")):  # "các cơ quan chức năng sở tại"
        return replace(mention, end=local.end(), name=mention.name + text[mention.end : local.end()])
    councils = mention.kind == "council" and _PLURAL.search(mention.name) and rules.at("extent.of_area", folded, mention.end)
    if mention.kind != "collective" and not councils and mention.rule != BY_ROLE:
        return mention
    if to_predicate and (end := _before_duty(mention, folded, rules)):
        return _up_to(mention, end, text)
    if mention.rule == BY_ROLE:
        return mention
    if any(rules.at(rule, folded, mention.end) for rule in NO_NAME):
        return mention
    verb = rules.at("extent.first_verb", folded, mention.end)
    if verb and cues.strong(verb.end()):  # "các đơn vị | nghiên cứu, góp ý": the first of two things to do
        return mention
    if end := _with_trades(mention, text, folded, cues, rules, to_predicate=to_predicate):
        return _up_to(mention, end, text)
    if rules.has("extent.complete", mention.name) and not rules.at("extent.link", folded[mention.end :].lstrip()):
        return mention
    end = _end(councils.end() if councils else mention.end, text, folded, cues, rules, to_predicate=to_predicate)
    told = any(rules.has(rule, mention.name) for rule in ("extent.attributed", "extent.whole_kind"))
    told = told or (rules.has("extent.sectors", mention.name) and not rules.at("extent.of_a_sector", folded, mention.end))
    if told and _opens_predicate(mention.end, text, cues):
        return mention
    if end is None or end == mention.end:
        return mention
    return _up_to(mention, end, text)


def _up_to(mention: Mention, end: int, text: str) -> Mention:
    return replace(mention, end=end, name=mention.name + text[mention.end : end], rule=f"{mention.rule}+")


def _before_duty(mention: Mention, folded: str, rules: RoleRules) -> int | None:
    """Where a kind of bodies ends before "có trách nhiệm", whatever verbs tell which one is meant ("Cơ quan cử công chức | có trách
    nhiệm trả lương"); several ("Các trường ký cam kết có trách nhiệm ...") rather act by the first verb of many words.
    """
    told = rules.at("extent.responsible", folded, mention.end)
    if told is None or (_PLURAL.search(mention.name) and len(told["rest"].split()) > SEVERAL_TOLD):
        return None
    return told.end("rest")


def _with_trades(mention: Mention, text: str, folded: str, cues: Cues, rules: RoleRules, *, to_predicate: bool) -> int | None:
    """Where a kind of bodies ends that is told apart by what they live by ("các cơ sở giết mổ, chế biến và kinh doanh thịt"). Of a
    subject (`to_predicate`) only if what they shall do follows: "các hợp tác xã thu gom và xử lý rác" says only what they do.
    """
    trades = rules.at("extent.trades", folded, mention.end)
    if trades is None or not rules.has("extent.traders", fold_same_length(mention.name)):
        return None
    end = _end(trades.end(), text, folded, cues, rules, to_predicate=to_predicate)
    return None if end is None or text[end:].lstrip()[:1] in ("", ".", ";") else end


def before_order(mention: Mention, grown: Mention, text: str, folded: str, cues: Cues, rules: RoleRules) -> Mention:
    """The name of a body that is told to do something: where nothing behind it says what, a word of order in it does
    ("đề nghị các đơn vị | đăng ký nhu cầu (theo mẫu)").
    """
    trades = rules.at("extent.trades", folded, mention.end)
    if trades and grown.end < trades.end():
        return mention  # "Giao các đơn vị | quản lý và khai thác bến xe."
    clause = rules.find("extent.clause_end", text, grown.end)
    until = clause.start() if clause else len(text)
    # A heading: "Đề nghị các doanh nghiệp cung cấp dịch vụ:"; a sentence ("Đề nghị các trường đăng ký số lượng.") says what to do.
    alone = text[grown.end :].lstrip()[:1] in ("", ":", ";")
    if not alone and mention.end + 1 in cues.predicates and _order_is_over(grown.end, text, folded, cues, rules):
        return mention  # "Yêu cầu các đơn vị | tiếp nhận hồ sơ, giải quyết ..."
    if alone or grown.end == mention.end or any(grown.end <= at < until for at in cues.predicates):
        return grown
    orders = (at for at in sorted(cues.orders) if mention.end < at < grown.end)
    order = next((at for at in orders if not rules.has("extent.noun_before", folded[:at].rstrip())), None)
    if order is None:
        return grown
    end = len(text[:order].rstrip())
    return replace(grown, end=end, name=mention.name + text[mention.end : end]) if end > mention.end else mention


def _order_is_over(at: int, text: str, folded: str, cues: Cues, rules: RoleRules) -> bool:
    """Whether what stands at `at` goes on with an order rather than begins one: a second verb behind a comma, "cho", "trước"."""
    word = _WORD.match(text, at)
    if word is None:
        comma = _NEXT_VERB.match(text, at)
        return comma is not None and comma.end() in cues.predicates
    return rules.whole("extent.never", folded, word.start(1), word.end(1))


_NEXT_VERB = regex.compile(r",\s+(?:và )?")
_SUCH_AS = regex.compile(r",?\s+(?:như|(?:bao )?gồm|cụ thể(?: là)?)$")
"""Behind a body: those who are among it follow the colon ("Các xã vùng thấp như: Tân Lập, Tân Hợp")."""


def to_colon(mention: Mention, text: str, folded: str, cues: Cues, rules: RoleRules) -> Mention:
    """The body that opens an item up to the colon behind it: "Trung tâm Truyền thông, Giáo dục | sức khỏe: Tổ chức ..."."""
    rest = _TO_COLON.match(text, mention.end)
    if (
        rest is None
        or rules.at("subject.says", folded, mention.end)
        or any(mention.end <= at < rest.end("words") and cues.strong(at) for at in cues.predicates)
    ):
        return mention
    return replace(mention, end=rest.end("words"), name=mention.name + _SUCH_AS.sub("", rest.group("words")))


def _end(at: int, text: str, folded: str, cues: Cues, rules: RoleRules, *, to_predicate: bool) -> int | None:
    end = at
    for _ in range(LONGEST):
        word = _WORD.match(text, end)
        if word is None:
            return None if to_predicate else end
        start = word.start(1)
        going_on = folded[at:end].endswith(" đang")  # "các dự án đang thi công tiếp tục ...": the order comes behind it
        if text[start].islower() and not going_on and _stops(start, at, end, text, folded, cues, rules):
            return end
        helper = rules.at("extent.helper", folded, end)
        if helper and helper.end() in cues.predicates:  # "các cơ sở Đoàn | có thể đăng ký"
            return end
        never = rules.whole("extent.never", folded, start, word.end(1))
        if never and not rules.find("extent.in_a_word", folded, max(0, start - 8), word.end(1)):
            return None if to_predicate else len(folded[:end].removesuffix(_TOWARDS))
        end = word.end(1)
    return None


def _opens_predicate(at: int, text: str, cues: Cues) -> bool:
    word = _WORD.match(text, at)
    return word is not None and word.start(1) in cues.predicates


def _stops(start: int, at: int, end: int, text: str, folded: str, cues: Cues, rules: RoleRules) -> bool:
    """Whether the word at `start` opens the predicate, and does not belong to the name that grows from `at`."""
    kind = start in cues.kinds and not rules.at("extent.link", folded, start)
    second = kind and end > at and start in cues.predicates and not rules.find("extent.noun_before", folded, at, end)
    owned = kind and start in cues.predicates and text[folded.rfind(" ", 0, max(0, start - 1)) + 1].isupper()
    acts = end == at and start in cues.acts and not kind and not rules.at("extent.trade", folded, start)
    if folded.endswith((" chịu sự ", " đối tượng "), at, start):
        return False  # "các cơ quan chịu sự giám sát | báo cáo": who is inspected
    if not (cues.strong(start) or second or owned or acts or (start in cues.duties and end > at)):
        return False
    if rules.find("extent.field_follows", folded, at, end) and text[at:end].lstrip()[:1].isupper():
        return False
    stretch = text[at : start + AHEAD]
    lead = len(stretch) - len(stretch.lstrip())
    return end == at or begins_word(stretch.strip(), start - at - lead)


def grown_in_list(mentions: Sequence[Mention], text: str, folded: str, cues: Cues, rules: RoleRules) -> list[Mention]:
    """Collectives that stand in a list take the words up to the sign: "các đơn vị biểu diễn nghệ thuật, các đơn vị …"."""
    out = list(mentions)
    for i, (mention, following) in enumerate(pairwise(mentions)):
        between = text[mention.end : following.full_start]
        match = _LISTED.fullmatch(between)
        if mention.kind != "collective" or match is None:
            continue
        end = _end(mention.end, text, folded, cues, rules, to_predicate=False)
        if end == mention.end + match.end("words"):
            out[i] = _up_to(mention, end, text)
    return out


def unknown_bodies(
    at: int, mentions: Sequence[Mention], text: str, folded: str, cues: Cues, rules: RoleRules, *, certain: bool = True
) -> list[Mention]:
    """Bodies that no pattern knows in the list that begins at `at`, behind "phối hợp với".

    The list goes from comma to comma up to the first word of order; a part that begins with a known body is left alone.
    Where the place is not `certain` to be one of bodies, the first part too must look like one.
    """
    found: list[Mention] = []
    begin = at
    while True:
        known = next((mention for mention in mentions if mention.full_start == at), None)
        if known is None:
            end = _end(at, text, folded, cues, rules, to_predicate=False)
            words = text[at:end].split() if end is not None else []
            if (
                end is None
                or not 0 < len(words) <= UNKNOWN_WORDS
                or not _may_be_body(words, folded[at:end], at > begin or not certain, rules)
            ):
                return found
            found.append(unlisted_body(text, at, end, "agency.unknown"))
        else:
            end = known.end
        gap = _NEXT.match(text, end)
        if gap is None or gap.end() >= len(text) or (text[gap.end()].islower() and cues.strong(gap.end())):
            return found
        at = gap.end()


def _may_be_body(words: Sequence[str], folded: str, later: bool, rules: RoleRules) -> bool:
    # Behind the first place in the list a part in lower case is more often a clause than a body.
    if len(words) <= 2 and rules.whole("extent.unit", words[0].lower()):
        return list(words) == ["Thành", "phố"]  # with a capital: the city the paper speaks of
    return words[0][0].isupper() or not later or rules.at("extent.kind", folded) is not None


UNKNOWN_WORDS = 7
"""Words: longer stretches behind "phối hợp với" are clauses rather than names."""

_PLURAL = regex.compile(r"\bcác\b", regex.IGNORECASE)
_NEXT = regex.compile(r"\s*[,;]\s*(?:và\s+)?(?:với\s+)?|\s+và\s+(?:với\s+)?")
_LISTED = regex.compile(r"(?P<words>(?:\s[^\s,;:.()]+){1,8})(?:\s*[,;]\s*(?:và\s+)?|\s+và\s+)")
