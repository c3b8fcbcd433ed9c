"""How far the name of a body reaches: regions behind it, the words of a proper name, the qualifiers of a collective.

In: a text, its folded form and an offset behind the first words of a name.  Out: the offset at which the name ends.
Promise: a name ends before the verb that orders, before punctuation that no official name holds, and before the next body.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from pipeline.detect.mention_rules import AgencyPhrases
from pipeline.rules import MATCH_SECONDS, Rule

LONGEST_NAME = 14
"""Words in the name of a body: the longest official names met have 12."""

LONGEST_ACTIVITY = 8
"""Words behind "kinh doanh", "khai thác" in a collective: longer runs are sentences, not qualifiers."""

_PLACE = regex.compile(r"(?: \p{Lu}[\p{L}\d'’]*(?:-\p{Lu}[\p{L}]*)*){1,4}(?: - (?:Vũng Tàu|Huế))?|\s\d{1,2}\b")
_UPPER_UNIT = regex.compile(r", (?:huyện|quận|thị xã|tỉnh|thành phố|tp\.?)\b")
_UNIT_END = regex.compile(r"(?:tỉnh|phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|khu vực)$")
_LOW_UNIT = regex.compile(r"\b(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã)\b")
_WORD = regex.compile(r"\s+([^\s,;:.()!?“”\"…|*\[\]]+)")
_OFFICE = regex.compile(r"(?:tổng |chi )?cục|vụ|viện|trung tâm|ban|phòng|hội đồng|quỹ|đài|công ty")
_SECTOR = regex.compile(r"(?:sở|bộ|phòng)$")
_MERGES = regex.compile(
    r"(?<!chính quyền|lực lượng|khách sạn|bảo tàng|thư viện|nhà [\p{L}]+|nhà truyền thống|nhà tưởng niệm|khu di tích|thương nhân"
    r"|đại lý|chủ [\p{L} ]{2,12}|điểm thi|cán bộ)$"
)
_BOARD = regex.compile(r"ban chỉ đạo|tổ công tác|hội đồng|ủy ban")
_ABOUT = regex.compile(r" về(?! (?:việc|kết quả|tình hình|tiến độ|nội dung|các|những|kế hoạch|công tác|thời gian|số liệu))")
_MIXED = regex.compile(r"[\p{L}](?:,| và) (?:thành phố|thị xã|huyện|quận|phường|xã|thị trấn|đặc khu)$")
_MORE_UNITS = regex.compile(r"(?:,| và) (?:thành phố|thị xã|huyện|quận|phường|xã|thị trấn|đặc khu)\b")
_FIRST = regex.compile(r"\p{L}+")
_LINK = regex.compile(r"(?:\s+(?P<and>và|&)|(?P<comma>,)|\s+(?P<dash>[-–]))\s+(?=\p{L})")
_COMMA_AND = regex.compile(r"\p{Lu}[^,;:.()|]{2,60} (?:và|&) (?P<last>\p{L})")
_CLOSED = regex.compile(r"\s*(?:[.;:)!?”\"…]|$|\n)")
_FREE_VERB_NOUN = regex.compile(r"(?:cơ quan|tổ chức|viện|cơ sở|trung tâm|trường|đơn vị|nhóm|đội|tổ)$")


@dataclass(frozen=True, slots=True)
class Reader:
    """A text with its folded form and the patterns: what each question about an extent needs."""

    text: str
    folded: str
    phrases: AgencyPhrases

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
        source = self.text if rule.data.get("original") else self.folded
        try:
            match = rule.pattern.match(source, at, timeout=MATCH_SECONDS)
        except TimeoutError:
            return None
        if match is None or not self._capital(rule, match.end(), at):
            return None
        how = rule.data.get("extent")
        if how == "name":
            return self._named(match.start(), match.end())
        if how == "maybe_name":
            word = _WORD.match(self.folded, match.end())
            verb = (
                word is not None and self.phrases.soft_stop.match(self.folded, word.start(1)) and self.text[word.start(1)].islower()
            )
            return match.end() if verb else self.name_end(match.end())
        if how == "plural":
            return self._plural(match.end())
        if how == "collective":
            end = self.collective_end(match.end())
            return None if rule.data.get("more") and end == match.end() else end
        if how == "region" and (rule.id != "agency.department" or not self.folded.startswith("bộ ", at)):
            return self.region_end(match.end())
        return match.end()

    def _capital(self, rule: Rule, end: int, at: int) -> bool:
        wanted = rule.data.get("capital")
        if not wanted or self.text[at].isupper():
            return True
        rest = self.text[end : end + 2]
        return wanted == "either" and rest[:1] == " " and rest[1:].isupper()

    def region_end(self, at: int) -> int:
        """The end of the region behind a name ("tỉnh Lào Cai", "các xã, phường", "cấp xã"); `at` where there is none."""
        match = self.phrases.region.match(self.folded, at)
        if match is None:
            known = self.phrases.provinces.match(self.folded, at)
            return known.end() if known and self.text[at + 1].isupper() else at
        end = match.end()
        if not _UNIT_END.search(self.folded, at, end):
            return end
        if " các " in self.folded[at:end]:
            mixed = _MIXED.search(self.folded, at, end)
            return self._named_units(end) if mixed else end
        place = _PLACE.match(self.text, end)
        if place is None:
            return end
        end = place.end()
        upper = _UPPER_UNIT.match(self.folded, end) if _LOW_UNIT.search(self.folded, at, end) else None
        place = _PLACE.match(self.text, upper.end()) if upper else None
        return place.end() if place else end

    def _named_units(self, at: int) -> int:
        """The end of "các huyện, thị xã Long Khánh và thành phố Biên Hòa": all of one kind, and named ones of another."""
        end, place = at, _PLACE.match(self.text, at)
        while place is not None:
            end = place.end()
            more = _MORE_UNITS.match(self.folded, end)
            place = _PLACE.match(self.text, more.end()) if more else None
        return end

    def _named(self, start: int, at: int) -> int | None:
        end = self.name_end(at)
        rest = self.text[at:end].lstrip()
        if _OFFICE.fullmatch(self.folded, start, at) and self.text[start].isupper() and self._office_words(at):
            return end if end > at else None
        company = regex.fullmatch(r"(?:tổng )?công ty|ngân hàng|bệnh viện|trường|hợp tác xã|trung tâm", self.folded[start:at])
        holds = rest[:1].isupper() or (company and any(word[0].isupper() for word in rest.split()))
        return end if end > at and holds else None

    def _office_words(self, at: int) -> bool:
        """Whether lower-case words begin the name of an office ("Cục quản lý chất lượng …")."""
        phrases, folded = self.phrases, self.folded
        return bool(
            phrases.modifier.match(folded, at) or phrases.compound.match(folded, at) or phrases.soft_stop.match(folded, at + 1)
        )

    def _plural(self, at: int) -> int | None:
        """The end of "các Viện Pasteur": the head in the plural, then a name that begins with a capital."""
        rules = self.phrases.by_word.get(first_word(self.folded, at), ())
        for rule in rules:
            if rule.id == "agency.proper" and (match := rule.pattern.match(self.folded, at)):
                follows = self.text[match.end() : match.end() + 2]
                return self._named(at, match.end()) if follows[:1] == " " and follows[1:].isupper() else None
        return None

    def name_end(self, at: int) -> int:
        """The end of the name that begins with a general head ("Trung tâm ..."): up to punctuation or the verb that follows."""
        end = at
        loud = self.text[at - 2 : at].isupper() and self.text[at : at + 8].isupper()
        for _ in range(LONGEST_NAME):
            fixed = self.phrases.joined.match(self.folded, end) or self.phrases.compound.match(self.folded, end)
            if fixed:
                end = fixed.end()
                continue
            region = self.region_end(end)
            if region > end:
                return self._about(at, self.region_end(region))
            word = _WORD.match(self.text, end)
            if word is None:
                following = self._linked(end, at)
            elif (genitive := self._genitive(word.start(1), at, end, loud=loud)) is not None:
                return genitive
            elif self._stops(word.start(1), at, end, loud=loud):
                following = self._linked(end, at) if self.folded.startswith(("và", "&", "-", "–"), word.start(1)) else None
            else:
                following = word.end()
            if following is None:
                return end
            end = following
        return end

    def _about(self, at: int, end: int) -> int:
        """The end of "Ban Chỉ đạo quốc gia về chuyển đổi số": its field of work is part of its name."""
        match = _ABOUT.match(self.folded, end) if _BOARD.search(self.folded, max(0, at - 16), at + 12) else None
        return self.name_end(match.end()) if match else end

    def _stops(self, here: int, at: int, end: int, *, loud: bool) -> bool:
        if self.text[here] in "-–&" or self.folded.startswith("và ", here):
            return True
        if self.text[here].isupper() and not loud:
            return False
        if self.phrases.stop.match(self.folded, here):
            return True
        soft = self.phrases.soft_stop.match(self.folded, here)
        return bool(soft) and end > at and not self.phrases.soft_after.search(self.folded, at, end)

    def _genitive(self, here: int, at: int, end: int, *, loud: bool) -> int | None:
        """The end of the body whose part is named ("Cục Tài chính Bộ Quốc phòng", "Ban Pháp chế HĐND tỉnh"), else None."""
        if end == at or loud or not self.text[here].isupper():
            return None
        for rule in self.phrases.by_word.get(first_word(self.folded, here), ()):
            if rule.id in ("agency.department", "agency.council", "agency.council_bare"):
                owner = self.extent(rule, here)
                if owner is not None:
                    return owner
        return None

    def _linked(self, end: int, at: int) -> int | None:
        """The end of the first word behind "và", a comma or a dash where the name goes on, else None."""
        link = _LINK.match(self.text, end)
        if link is None or end == at:
            return None
        here = link.end()
        upper = self.text[here].isupper()
        if self.body_end(here) is not None or self.phrases.head_word.match(self.folded, here):
            return None
        if (not upper and self._cue_at(here)) or (upper and self.phrases.person.match(self.folded, here)):
            return None
        word = self.phrases.compound.match(self.folded, here - 1) or _WORD.match(self.text, here - 1)
        if word is None:
            return None
        if link["dash"]:
            return word.end() if upper or self.phrases.modifier.match(self.folded, here - 1) else None
        if link["and"]:
            return word.end() if upper or self._goes_on(here) else None
        peers = self.phrases.bureau.match(self.folded, here) or self.phrases.union.match(self.folded, here)
        return word.end() if upper and not peers and self._comma_then_and(here) else None

    def _cue_at(self, at: int) -> bool:
        return self.phrases.cue.match(self.folded, at) is not None and not self.phrases.compound.match(self.folded, at - 1)

    def _comma_then_and(self, here: int) -> bool:
        match = _COMMA_AND.match(self.text, here)
        if match is None or self.body_end(match.start("last")) is not None:
            return False
        words = [here + word.start() for word in regex.finditer(r"\p{L}+", self.text[here : match.end()])]
        heads = any(self.phrases.head_word.match(self.folded, at) for at in words)
        return not heads and not any(
            self._verb_at(at) for at in words if self.text[at].islower() and not self.folded.startswith("và", at)
        )

    def _goes_on(self, here: int) -> bool:
        """Whether lower-case words behind "và" are part of the name: no verb, no persons, no collective."""
        folded, phrases = self.folded, self.phrases
        if phrases.stop.match(folded, here) or phrases.person.match(folded, here) or phrases.soft_stop.match(folded, here):
            return bool(phrases.compound.match(folded, here - 1))
        return phrases.next_noun.match(folded, here - 4) is None

    def collective_end(self, at: int) -> int:
        """The end of a collective whose first noun ends at `at`: more nouns, their qualifiers, whose they are."""
        sector = _SECTOR.search(self.folded, 0, at) is not None
        if sector and self._opens_a_list(at):
            return at
        end = self._qualified(at, at)
        if not _MERGES.search(self.folded, 0, at):
            return end
        before = at
        nouns = {self.folded[max(0, at - 4) : at]}
        while match := self.phrases.next_noun.match(self.folded, end):
            noun = match.start("noun")
            again = match["noun"][-4:] in nouns
            nouns.add(match["noun"][-4:])
            again = again or (match["public"] is not None and end > before)
            if again or self._is_a_name(noun, match.end()) or self._is_a_verb(match["noun"], match.end()):
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
        return self.text[start].isupper() and follows[:1] == " " and follows[1:].isupper() and self.body_end(start) is not None

    def _is_a_verb(self, noun: str, end: int) -> bool:
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
        related = self._related(end)
        if related is not None:
            return related
        match = phrases.qualifier.match(folded, end) or phrases.modifier.match(folded, end)
        if match is None and end > noun_end:
            match = phrases.more_modifier.match(folded, end)
        if match is not None:
            return match.end()
        verbal = phrases.verbal_modifier.match(folded, end)
        if verbal and end == noun_end and _FREE_VERB_NOUN.search(folded, 0, end) and self._subject_ends(verbal.end()):
            return verbal.end()
        return self._active(end) or self._region(end)

    def _region(self, end: int) -> int | None:
        region = self.region_end(end)
        return region if region > end else None

    def _related(self, end: int) -> int | None:
        """The end of "thuộc Bộ Y tế", "của UBND tỉnh", "trên địa bàn huyện"."""
        match = self.phrases.relation.match(self.folded, end)
        if match is None:
            return None
        body = self.body_end(match.end())
        if body is not None:
            return body
        place = _PLACE.match(self.text, match.end() - 1) if match.group().endswith("tại ") else None
        if place is not None:
            upper = _UPPER_UNIT.match(self.folded, place.end())
            more = _PLACE.match(self.text, upper.end()) if upper else None
            return more.end() if more else place.end()
        plain = self.phrases.relation_object.match(self.folded, match.end())
        if plain is None:
            return None
        return max(plain.end(), self.region_end(match.end() - 1))

    def _active(self, end: int) -> int | None:
        """The end of "kinh doanh xăng dầu", "cấp nước sạch": what a body does for a living, with its object."""
        match = self.phrases.activity.match(self.folded, end)
        if match is None:
            return None
        weak = self.phrases.weak_activity.match(self.folded, end) is not None
        at = match.end()
        for _ in range(LONGEST_ACTIVITY):
            more = self.phrases.activity.match(self.folded, at) or self.phrases.joined.match(self.folded, at)
            if more is None and self.folded[at : at + 2] == ", ":
                more = self.phrases.activity.match(self.folded, at + 1)
            word = _WORD.match(self.folded, at)
            if more is None and (word is None or self._verb_at(word.start(1))):
                break
            at = more.end() if more else word.end() if word else at
        if weak and at == match.end():
            return None
        ordered = self._duty_at(at) or self.phrases.relation.match(self.folded, at)
        return at if ordered or (not weak and self._ends_here(at)) else None

    def _verb_at(self, at: int) -> bool:
        return bool(self.phrases.stop.match(self.folded, at) or self.phrases.cue.match(self.folded, at))

    def _duty_at(self, at: int) -> bool:
        word = _WORD.match(self.folded, at)
        return word is not None and self.phrases.cue.match(self.folded, word.start(1)) is not None

    def _ends_here(self, at: int) -> bool:
        if _CLOSED.match(self.folded, at) or self.folded.startswith(",", at) or self._duty_at(at):
            return True
        word = _WORD.match(self.folded, at)
        return word is not None and self.phrases.stop.match(self.folded, word.start(1)) is not None

    def _subject_ends(self, at: int) -> bool:
        if self.folded.startswith(",", at):
            return not self._verb_at(at + 2)
        return bool(_CLOSED.match(self.folded, at)) or self._duty_at(at)


def first_word(folded: str, at: int) -> str:
    """The word at `at`, by which rules are looked up; empty where there is none."""
    match = _FIRST.match(folded, at)
    return match.group() if match else ""
