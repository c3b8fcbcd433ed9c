"""How far a mention reaches: by its rule a name, a region, or a collective with its members, their kind and their owner.

In: a text, its folded form and an offset behind the first words of a mention.  Out: the offset at which it ends.
Promise: a collective keeps together what is no body of its own ("các sở, ban, ngành"); a body of its own ends it.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from pipeline.detect.mention_names import LONGEST_NAME, WORD, NameReader
from pipeline.detect.mention_regions import first_word
from pipeline.rules import Rule

MINISTRY, COMMAND = "bộ ", ("bộ ch", "bộ tư lệnh", "bộ phận")
"""A ministry has no region behind its name; the military commands and the counters that share its first word have."""

JOINT = "agency.joint"
"""The rule of boards of several bodies: "Tổ công tác liên ngành"."""

LONGEST_ACTIVITY = 8
"""Words behind "kinh doanh", "khai thác" in a collective: longer runs are sentences, not qualifiers."""

LONGEST_RESTRICTION = 12
"""Words behind "có mỏ", "chưa hoàn thành" up to the order: longer runs are sentences, not restrictions."""

SHORT_RESTRICTION = 4
"""Words of a restriction that no order ends, but a comma."""

MEMBERS = "members"
"""The kind of those who sit on a board: their name ends with the board's."""

ACRONYMS = frozenset({"htx", "tdp", "kdc"})
"""Written in capitals among nouns in small letters ("Các doanh nghiệp, HTX", "các thôn, TDP"): they begin a name only where one
follows soon."""

NEAR = 40
"""Characters before an offset in which the noun before it is looked for."""

LONGEST_THING = 5
"""Words of a further thing of an activity: "sỏi lòng sông"."""

_NEXT_THING = regex.compile(r"(?:,| và) (?!các |những |mỗi |mọi |toàn |để |nhằm |không |theo )(?=\p{Ll})")
_NEXT_BODIES = regex.compile(r"(?:[,;]| và|; và) (?=(?P<several>(?:các|mỗi) )?)")
_NAMED_SOON = regex.compile(r"(?: \p{Ll}+){0,3} \p{Lu}")
_MEASURED = frozenset({"tỷ lệ", "chỉ số"})
_CLOSED = regex.compile(r"\s*(?:[.;:)!?”\"…]|$|\n)")
_JOINT_VENTURE, _PARTNER = "liên danh", regex.compile(r" [-–] ")


@dataclass(frozen=True, slots=True)
class Reader(NameReader):
    """Reads mentions: what `NameReader` knows of names, and collectives."""

    def body_end(self, at: int) -> int | None:
        """The end of the longest body that begins at `at` (departments, councils, named bodies; no collectives), else None."""
        word = first_word(self.folded, at)
        ends = [
            end
            for rule in self.phrases.by_word.get(word, ())
            if rule.data["kind"] != "collective" and (end := self.extent(rule, at)) is not None
        ]
        return max(ends, default=None)

    def extent(self, rule: Rule, at: int) -> int | None:
        """The end of a mention by `rule` at `at`, None where the rule does not hold there."""
        match = self.matched(rule, at)
        if match is None:
            return None
        how = rule.data.get("extent")
        if how == "known":
            if self.folded.startswith(MINISTRY, at) and not self.folded.startswith(COMMAND, at):
                return match.end()
            unit = self.names["name.last_unit"].search(self.folded, at, match.end())
            return max(match.end(), self.region_end(unit.start())) if unit else self.region_end(match.end())
        if how == "province":
            place = self.phrases.provinces.match(self.folded, match.end())
            return place.end() if place and self.text[match.end() + 1].isupper() else None
        if how == "branch":
            return self.branch_end(match.end())
        if how == "name":
            end = self.named(match.start(), match.end())
            if rule.data["kind"] == MEMBERS and (board := self.body_end(match.end() + 1)):
                return max(end or 0, board)
            unit = self.names["name.unit_of"].fullmatch(self.folded, match.start(), match.end())
            return self._superior_end(end) if end and unit else end
        if how == "maybe_name":
            ends = (self._charged_end(match.end()), self._purposed_end(match.start(), match.end()))
            if charged := max((end for end in ends if end), default=None):
                return charged
            word = WORD.match(self.folded, match.end())
            orders = (self.phrases.soft_stop, self.names["extent.plain_order"])
            verb = (
                word is not None
                and self.text[word.start(1)].islower()
                and any(order.match(self.folded, word.start(1)) for order in orders)
            )
            return match.end() if verb else self.name_end(match.end())
        if how == "plural":
            return self.plural(match.end())
        if how == "collective":
            end = self.collective_end(match.end())
            return None if rule.data.get("more") and end == match.end() else end
        if rule.id == JOINT and (purposed := self._purposed_end(match.start(), match.end())):
            return purposed
        if how == "region" and (rule.id != "agency.department" or not self.folded.startswith(MINISTRY, at)):
            end = self.region_end(match.end())
            concerned = self.names["extent.concerned"].match(self.folded, end) if end > match.end() else None
            some = " các " in self.folded[match.start() : end] or self._some_of_level(match.end(), end)
            return concerned.end() if concerned else (self._restricted(end) if some else None) or end
        return match.end()

    def _some_of_level(self, at: int, end: int) -> bool:
        """Whether what follows a level says which of its bodies are meant ("UBND cấp xã | có rừng")."""
        return " cấp " in self.folded[at:end] and self.names["extent.some_of_level"].match(self.folded, end) is not None

    def _superior_end(self, end: int) -> int:
        """The end of the body behind a dash that a unit is part of ("Cục A83 | - Bộ Công an"), `end` where there is none."""
        dash = self.names["name.superior"].match(self.folded, end)
        capital = dash is not None and self.text[dash.end()].isupper()
        return (self.body_end(dash.end()) or end) if dash and capital else end

    def _charged_end(self, at: int) -> int | None:
        """The end of what a board is there to carry out, which belongs to its name where an order or nothing follows: "Tổ công tác
        | thực hiện Đề án 30 của tỉnh | tổ chức tập huấn"; in "Ban Chỉ đạo | thực hiện Chỉ thị này" it is the order.
        """
        charge = self.names["name.charged"].match(self.folded, at)
        if charge is None or not self.text[charge.start("paper")].isupper():
            return None
        end = max(self.name_end(charge.start("paper") - 1), charge.end())
        owner = self.names["name.of_area"].match(self.folded, end)
        end = owner.end() if owner else end
        word = WORD.match(self.text, end)
        alone = self.text[end:].lstrip()[:1] in ("", ":", "(")
        return end if alone or (word is not None and self.verb_at(word.start(1))) else None

    def _purposed_end(self, start: int, at: int) -> int | None:
        """The end of a board called by what it is there to do: whose it is closes such a name, or a word that opens what a body
        does ("Tổ công tác thúc đẩy giải ngân vốn của tỉnh | kiểm tra").
        """
        board = self.names["name.purposed"].match(self.folded, start, at)
        work = self.names["name.purpose"].match(self.folded, at) if board else None
        for close in self.names["name.purpose_ends"].finditer(self.folded, at, work.end()) if work else ():
            end = close.end()
            owned = close["owner"] is not None and (self.text.startswith((":", " ("), end) or self._order_at(end))
            if owned or close["owner"] is None:
                return end
        return None

    def _order_at(self, at: int) -> bool:
        word = WORD.match(self.text, at)
        return word is not None and self.text[word.start(1)].islower() and self.verb_at(word.start(1))

    def collective_end(self, at: int) -> int:
        """The end of a collective whose first noun ends at `at`: more nouns, their qualifiers, whose they are."""
        sector = self.names["name.by_field"].search(self.folded, max(0, at - NEAR), at) is not None
        if sector and self._opens_a_list(at):
            return at
        end = self._qualified(at, at)
        if not self.names["extent.merges"].match(self.folded, at, at):
            return end
        before, first = at, self.folded.rfind(" ", 0, at) + 1
        plural = self.folded.rfind("các ", max(0, at - NEAR), at)
        opening = plural + len("các ") if plural >= 0 else first
        nouns = {self.folded[first:at], self.folded[max(0, self.folded.rfind(" ", 0, first - 1)) + 1 : at]}
        if self.folded.endswith("tổng công ty", 0, at):
            nouns.discard("công ty")
        while match := self.phrases.next_noun.match(self.folded, end):
            if self.names["extent.pair"].match(self.folded, end):
                break
            noun = match.start("noun")
            again = match["noun"] in nouns or (match["public"] is not None and end > before)
            nouns.add(match["noun"])
            acronym = match["noun"] in ACRONYMS and _NAMED_SOON.match(self.text, match.end()) is None
            mixed = self.text[noun].isupper() and self.text[opening].islower() and not acronym
            if again or mixed or self._is_a_name(noun, match.end()) or self._is_a_verb(match["noun"], match.end()):
                break
            before = match.end()
            if sector and self._opens_a_list(before):
                return before
            end = self._qualified(before, before)
        return end

    def _opens_a_list(self, at: int) -> bool:
        """Whether names follow a plural sector directly ("các Bộ Tài chính, Nội vụ"): they are its members."""
        follows = self.text[at : at + 2]
        return follows[:1] == " " and follows[1:].isupper() and self.phrases.field.match(self.folded, at + 1) is not None

    def _is_a_name(self, start: int, end: int) -> bool:
        """Whether a capitalised noun begins a name ("các sở, Ban Dân tộc"), no further member of the collective."""
        follows = self.text[end : end + 2]
        if self.phrases.modifier.match(self.folded, end):
            return False
        return self.text[start].isupper() and follows[:1] == " " and follows[1:].isupper() and self.begins_body(start)

    def _is_a_verb(self, noun: str, end: int) -> bool:
        if noun == "tổ chức" and self.names["extent.organise"].match(self.folded, end):
            return True
        return noun == "tổ chức" and not self._ends_here(end) and self._qualified(end, end) == end

    def _qualified(self, at: int, noun_end: int) -> int:
        end = at
        for _ in range(LONGEST_NAME):
            following = self._qualifier(end, noun_end)
            if following is None:
                break
            end = following
        return end

    def _qualifier(self, end: int, noun_end: int) -> int | None:
        folded, phrases = self.folded, self.phrases
        related = self._related(end) or self._restricted(end)
        if related is not None:
            return related
        match = phrases.qualifier.match(folded, end) or phrases.modifier.match(folded, end)
        if match is None and end > noun_end:
            match = phrases.more_modifier.match(folded, end)
            if match is not None and self._another_body(match):
                return None  # "các đội nghiệp vụ, | Công an các xã"
        if match is not None:
            return match.end()
        verbal = phrases.verbal_modifier.match(folded, end)
        if (
            verbal
            and end == noun_end
            and self.names["extent.free_noun"].search(folded, max(0, end - NEAR), end)
            and not self.names["extent.drafted"].match(folded, verbal.end())
            and not self.names["extent.two_orders"].match(folded, end)
            and self._subject_ends(verbal.end())
        ):
            return verbal.end()
        area = self.area_end(end)
        return area if area > end else self._active(end) or self._region(end) or self._owner(end)

    def _another_body(self, modifier: regex.Match[str]) -> bool:
        """Whether the words behind a comma begin a body with a capital, rather than say of which kind the first one is."""
        first = modifier.start() + len(modifier.group()) - len(modifier.group().lstrip(", -/và"))
        return self.text[first].isupper() and self.begins_body(first)

    def _restricted(self, end: int) -> int | None:
        """The end of what says which of the kind are meant, up to the order: "(các địa phương) có mỏ | khẩn trương"."""
        match = self.phrases.restriction.match(self.folded, end)
        at = match.end() if match else end
        built = self.names["extent.built"].search(self.folded, end, at)
        for words in range(LONGEST_RESTRICTION if match else 0):
            word = WORD.match(self.text, at)
            if word is None:
                listed = words < SHORT_RESTRICTION or self.text.startswith((" (", ":"), at)
                return at if listed and self.text[at : at + 2].strip() else None
            here = word.start(1)
            inside = self._undergone(here) or self.names["extent.inside_restriction"].match(self.folded, here)
            work = self._work_at(here, built.group()) if built and not words else None
            if not inside and not work and self.verb_at(here):
                return at
            body = self.body_end(here) if self.text[here].isupper() else None
            at = body or max(word.end(), inside.end() if inside else 0, work.end() if work else 0)
        return None

    def _undergone(self, here: int) -> regex.Match[str] | None:
        """What happened to the things of a restriction, no order ("(hộ có đất) bị thu hồi")."""
        marker = self.names["extent.marker"].match(self.folded, here)
        return self.phrases.cue.match(self.folded, marker.end()) or marker if marker else None

    def _work_at(self, here: int, thing: str) -> regex.Match[str] | None:
        """The work that says which thing is meant ("nhà máy xử lý nước thải", "tỷ lệ giải ngân"), no order."""
        soft = self.phrases.soft_stop.match(self.folded, here)
        return soft or (self.phrases.cue.match(self.folded, here) if thing in _MEASURED else None)

    def whole_end(self, start: int, end: int) -> int:
        """The end of a name with its branch ("Ngân hàng Đại Á chi nhánh Vinh") or the house whose committee it is."""
        while (partner := _PARTNER.match(self.text, end)) and self.folded.startswith(_JOINT_VENTURE, start):
            further = self.body_end(partner.end())
            if further is None:
                break
            end = further
        names = self.names
        group = names["extent.group"].match(self.text, end) if names["extent.company"].match(self.folded, start) else None
        end = group.end() if group else end
        branch = names["extent.branch"].match(self.text, end) if names["extent.has_branches"].match(self.folded, start) else None
        if branch and not self.begins_body(branch.end() + 1):
            return self.name_end(branch.end())
        committee = names["extent.house_committee"].match(self.folded, start)
        house = names["extent.of_house"].match(self.folded, end) if committee else None
        return house.end() if house else end

    def _owner(self, end: int) -> int | None:
        """The end of the body that follows without a word between: "các cơ quan chức năng Bộ Quốc phòng"."""
        owned = self.text[end : end + 1] == " " and self.text[end + 1 : end + 2].isupper()
        return self.genitive(end + 1, end, end + 1, loud=False) if owned else None

    def _region(self, end: int) -> int | None:
        # A bare province is a member: "các tỉnh Nghệ An, Quảng Ngãi".
        return self.region_end(end) if self.phrases.region.match(self.folded, end) else None

    def _related(self, end: int) -> int | None:
        """The end of "thuộc Bộ Y tế", "của UBND tỉnh", "trên địa bàn huyện"."""
        match = self.phrases.relation.match(self.folded, end)
        if match is None:
            return None
        body = self.body_end(match.end())
        if body is not None:
            # "các công ty thuộc Bộ xây dựng lộ trình": in lower case the word of order, not the ministry.
            own = match.end() + len(MINISTRY)
            ordered = self.folded.startswith(MINISTRY, match.end()) and self.text[own].islower() and self._duty_at(own - 1)
            return own - 1 if ordered else body
        place = self.names["name.place"].match(self.text, match.end() - 1) if match.group().endswith("tại ") else None
        if place is not None:
            upper = self.names["name.more_place"].match(self.folded, place.end())
            more = self.names["name.place"].match(self.text, upper.end()) if upper else None
            return more.end() if more else place.end()
        plain = self.phrases.relation_object.match(self.folded, match.end())
        if plain is None:
            return None
        return max(plain.end(), self.region_end(match.end() - 1))

    def _active(self, end: int) -> int | None:
        """The end of "kinh doanh xăng dầu", "cấp nước sạch": what a body does for a living, with its object."""
        match = self.phrases.activity.match(self.folded, end)
        if match is None or self.names["extent.no_trade"].search(self.folded, max(0, end - NEAR), end):
            return None
        if self.names["extent.advises"].match(self.folded, end):
            return None
        weak = self.phrases.weak_activity.match(self.folded, end) is not None
        at = match.end()
        for _ in range(LONGEST_ACTIVITY):
            more = next((m for p in self._kinds if (m := p.match(self.folded, at))), None)
            if more is None and self.folded[at : at + 2] == ", ":
                more = self.phrases.activity.match(self.folded, at + 1)
            word = WORD.match(self.folded, at)
            if more is None and (word is None or self.verb_at(word.start(1))):
                break
            at = more.end() if more else word.end() if word else at
        if weak and at == match.end():
            return None
        listed = self._more_things(at)
        further = self.phrases.qualifier.match(self.folded, listed)
        at, joined = further.end() if further else listed, listed > at and self._bodies_follow(listed)
        ordered = further is not None or joined or self._duty_at(at) or self.phrases.relation.match(self.folded, at)
        return at if ordered or (not weak and self._ends_here(at)) else None

    def _more_things(self, at: int) -> int:
        """The end of the further things of an activity ("(khai thác cát), sỏi lòng sông | phải báo cáo"), where an order, a word
        that says which are meant or the next body ends them; `at` where none follows. A word for people begins another subject.
        """
        end = at
        while gap := _NEXT_THING.match(self.folded, end):
            here = gap.end()
            if self.phrases.person.match(self.folded, here) or self.phrases.next_noun.match(self.folded, end):
                break
            start, end = here, gap.end() - 1
            for _ in range(LONGEST_THING):
                word = WORD.match(self.folded, end)
                if word is None or self.text[word.start(1)].isupper() or self.verb_at(word.start(1)):
                    break
                end = word.end()
            if end < start:
                break
            if self._duty_at(end) or self.phrases.qualifier.match(self.folded, end) or self._bodies_follow(end):
                return end
        return at

    def _bodies_follow(self, at: int) -> bool:
        """Whether the next body of a list begins behind a comma or "và"."""
        gap = _NEXT_BODIES.match(self.folded, at)
        return gap is not None and (gap["several"] is not None or (self.text[gap.end()].isupper() and self.begins_body(gap.end())))

    @property
    def _kinds(self) -> tuple[regex.Pattern[str], ...]:
        return self.phrases.activity, self.phrases.joined, self.phrases.compound

    def _duty_at(self, at: int) -> bool:
        word = WORD.match(self.folded, at)
        return word is not None and self.phrases.cue.match(self.folded, word.start(1)) is not None

    def _ends_here(self, at: int) -> bool:
        if _CLOSED.match(self.folded, at) or self.folded.startswith(",", at) or self._duty_at(at):
            return True
        word = WORD.match(self.folded, at)
        return word is not None and self.phrases.stop.match(self.folded, word.start(1)) is not None

    def _subject_ends(self, at: int) -> bool:
        if self.folded.startswith(",", at):
            return not self.verb_at(at + 2)
        return bool(_CLOSED.match(self.folded, at)) or self._duty_at(at)
