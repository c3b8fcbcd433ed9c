"""Where a body begins in a text, and which region stands behind it.

In: a text, its folded form and an offset.  Out: whether a body begins there; the offset at which a region ends.
Promise: capitals are no place where an order, the name of a leader, a label or the next body begins; long lists are read in
linear time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import regex

from pipeline.detect.mention_rules import AgencyPhrases
from pipeline.rules import Rule, in_time
from pipeline.rules.folding import fold_same_length

KNOWN = "agency.known"
"""The rule of names that the directory knows."""

SHORTEST_PERSON = 3
"""Words in the name of a person: places of two words begin like surnames too ("thành phố Phan Thiết")."""

LONGEST_TITLE = 40
"""Characters before "tỉnh" in which the title of its leader is looked for ("Phó Chủ tịch Ủy ban nhân dân")."""

SEVERAL = regex.compile(r" (?:các|\d{1,3}|hai|ba|bốn) ")
"""Says of units behind a name that there are several ("UBND các xã", "UBND 14 phường", "UBND hai xã"): no place of one of them
follows."""

NO_COMMUNE = 10
"""Characters before "xã" in which the word that it ends is looked for."""

_PAIR_OF_PLACES = regex.compile(r" - \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*")
"""What a regional office covers besides ("Chi cục Thuế khu vực Nho Quan - Gia Viễn")."""
_FIRST = regex.compile(r"\p{L}+")
_TWO_CAPITALS = regex.compile(r"\p{Lu}\p{Ll}+ (?P<second>\p{Lu}\p{Ll}+)")


@dataclass(frozen=True, slots=True)
class RegionReader:
    """A text with its folded form and the patterns: what each question about a name needs."""

    text: str
    folded: str
    phrases: AgencyPhrases

    @property
    def names(self) -> Mapping[str, regex.Pattern[str]]:
        """The patterns of rules/names.json, each by its id."""
        return self.phrases.names

    def begins_body(self, at: int) -> bool:
        """Whether a body begins at `at`, without asking how far its name reaches: long lists are read in linear time."""
        for rule in self.phrases.by_word.get(first_word(self.folded, at), ()):
            match = None if rule.data["kind"] == "collective" else self.matched(rule, at)
            if match is None:
                continue
            follows = self.text[match.end() : match.end() + 2]
            if rule.data.get("extent") != "name" or (follows[:1] == " " and follows[1:].isupper()):
                return True
        return False

    def begins_with(self, rule_id: str, at: int) -> int | None:
        """The end of the first words of a mention by a rule at `at`; None where they do not stand there."""
        rules = self.phrases.by_word.get(first_word(self.folded, at), ())
        match = next((m for rule in rules if rule.id == rule_id and (m := self.matched(rule, at))), None)
        return match.end() if match else None

    def matched(self, rule: Rule, at: int) -> regex.Match[str] | None:
        """The first words of a mention by `rule` at `at`: in the letters as written, or folded, with the capital it asks for."""
        if rule.data.get("capital") is True and not self.text[at].isupper():
            return None
        # As written: tones may stand elsewhere there than in the folded words.
        source = self.text if rule.data.get("original") else self.folded
        match = in_time.match(rule.pattern, source, at)
        if match is None or not self._capital(rule, match.end(), at):
            return None
        return match if rule.id != KNOWN or self._as_spelt(match) else None

    def _as_spelt(self, match: regex.Match[str]) -> bool:
        """Whether the abbreviations of a name of the directory stand in capitals in the text."""
        if "/" in self.text[max(0, match.start() - 1) : match.start()] or self.text[match.end() : match.end() + 1] in ("/", "-"):
            return False  # part of the number of a document: "32/2014/TT-BNNPTNT"
        if match.start() and self.text[match.start() - 1] == "-" and match.start() > 1 and self.text[match.start() - 2] != " ":
            return False
        spelt, written = self.phrases.spelling[match.group()], self.text[match.start() : match.end()]
        pairs = zip(spelt.split(), written.split(), strict=False)
        return all(word.isupper() for model, word in pairs if model.isupper() and len(model) > 1)

    def _capital(self, rule: Rule, end: int, at: int) -> bool:
        wanted = rule.data.get("capital")
        if not wanted or self.text[at].isupper():
            return True
        rest = self.text[end : end + 2]
        return wanted == "either" and rest[:1] == " " and rest[1:].isupper()

    def region_end(self, at: int) -> int:
        """The end of the region behind a name ("tỉnh Lào Cai", "các xã, phường", "cấp xã"); `at` where there is none."""
        match = self.phrases.region.match(self.folded, at)
        if match is None or self.names["name.no_commune"].search(self.folded, max(0, at - NO_COMMUNE), at):
            known = self.phrases.provinces.match(self.folded, at)
            return known.end() if known and self.text[at + 1].isupper() else at
        end = match.end()
        if not self.names["name.unit_end"].search(self.folded, at, end):
            return end
        if SEVERAL.search(self.folded, at, end):
            provinces = " các tỉnh" in self.folded[at:end] and self.phrases.provinces.match(self.folded, end)
            area = self.area_end(end)  # "các tỉnh, thành phố Đồng bằng sông Cửu Long": a part of the country, no place
            mixed = area == end and not provinces and self.names["name.mixed_units"].search(self.folded, at, end)
            return self._named_units(end) if mixed else area
        dotted = self.names["name.dotted_city"].match(self.text, end)
        end = dotted.end() if dotted else end
        place = self._place_at(end)
        if place is None or self.orders_at(end + 1) or self._person_at(place, at, end):
            return end  # "Liên đoàn Lao động tỉnh Chủ trì ...": the order begins where a place could
        if self._is_a_label(place, end) or self._next_body(place, end):
            return end
        pair = _PAIR_OF_PLACES.match(self.text, place.end()) if self.folded.endswith("khu vực", 0, end) else None
        end = (pair or place).end()
        place = self._place_around(at, end)
        return place.end() if place else end

    def branch_end(self, at: int) -> int:
        """The end of the region or place of a branch behind a brand ("VNPT Cẩm Khê"); `at` where there is none."""
        region = self.region_end(at)
        place = self.names["name.place"].match(self.text, at) if region == at and self.text[at + 1 : at + 2].isupper() else None
        if place is None or self.orders_at(at + 1) or self.begins_body(at + 1):
            return region
        words = place.group().split()
        person = words[0] in self.phrases.surnames and len(words) >= SHORTEST_PERSON
        return region if person or any(word.isupper() for word in words) else place.end()

    def _place_around(self, at: int, end: int) -> regex.Match[str] | None:
        """The place in which the unit at `at` to `end` lies: a district lies in a province, not in the next district."""
        low, upper = self.names["name.low_unit"].search(self.folded, at, end), self.names["name.more_place"].match(self.folded, end)
        place = self._place_at(upper.end()) if low and upper else None
        if low is None or upper is None or place is None or not low["district"] or upper["unit"] == "tỉnh":
            return place
        city = upper["unit"].startswith(("thành", "tp")) and fold_same_length(place.group().strip()) in self.phrases.cities
        return place if city else None

    def _place_at(self, at: int) -> regex.Match[str] | None:
        """The place behind the word of its unit, also behind its stop with or without a space ("TP. HCM", "TP.Huế", "Q.4")."""
        dotted = self.names["name.dotted_city"].match(self.text, at)
        glued = self.names["name.glued_city"].match(self.text, at)
        if glued is not None and not self.orders_at(at) and not self.begins_body(at):
            return glued
        return self.names["name.place"].match(self.text, dotted.end() if dotted else at)

    def orders_at(self, at: int) -> bool:
        """Whether a word of order begins at `at`, and no place of its letters ("huyện Cần Giuộc", "huyện Giao Thủy")."""
        if self.phrases.cue.match(self.folded, at) is None:
            return False
        place = _TWO_CAPITALS.match(self.text, at)
        return place is None or self.begins_body(place.start("second"))

    def _person_at(self, place: regex.Match[str], at: int, end: int) -> bool:
        """Whether the words behind "tỉnh", "thành phố" name its leader ("Phó Chủ tịch UBND tỉnh Lê Văn A")."""
        if not self.folded.endswith((" tỉnh", " thành phố"), at, end) or self.phrases.provinces.match(self.folded, end):
            return False
        words = place.group().split()
        if "-" in words or words[0] not in self.phrases.surnames:
            return False
        return len(words) >= SHORTEST_PERSON or (len(words) > 1 and self._leader_follows(words[0], at, end))

    def _leader_follows(self, surname: str, at: int, end: int) -> bool:
        """Whether a name of two words is the leader's ("Phó Chủ tịch UBND tỉnh Lê Huyền"), since no province begins so."""
        led = self.names["name.leader_of"].search(self.folded, max(0, at - LONGEST_TITLE), at)
        of_none = self.names["name.surname_of_no_province"].match(surname)
        return self.folded.endswith(" tỉnh", at, end) and led is not None and of_none is not None

    def _is_a_label(self, place: regex.Match[str], at: int) -> bool:
        """Whether a single capital behind "tỉnh" begins the next label or sentence ("các hội của tỉnh Thời gian: …")."""
        follows = self.text[place.end() : place.end() + 2]
        single = " " not in place.group().strip() and follows[:1] == " " and follows[1:].islower()
        return single and self.folded.endswith(" tỉnh", 0, at)

    def _next_body(self, place: regex.Match[str], at: int) -> bool:
        """Whether a single capital behind "xã" begins the next sentence ("Quân sự xã | Công an xã kiểm tra")."""
        follows = self.text[place.end() : place.end() + 2]
        return " " not in place.group().strip() and follows[:1] == " " and follows[1:].islower() and self.begins_body(at + 1)

    def area_end(self, at: int) -> int:
        """The end of the area that says which of a kind are meant; `at` where none stands there."""
        match = self.names["name.area"].match(self.text, at)
        return match.end() if match else at

    def _named_units(self, at: int) -> int:
        """The end of "các huyện, thị xã Long Khánh và thành phố Biên Hòa": all of one kind, and named ones of another, also where
        only the first of these says its unit ("các huyện, TP. Đà Lạt, Bảo Lộc").
        """
        end, place = at, self._place_at(at)
        while place is not None:
            end = place.end()
            more = self.names["name.more_units"].match(self.folded, end)
            place = self._place_at(more.end()) if more else self._next_of_kind(end)
        return end

    def _next_of_kind(self, at: int) -> regex.Match[str] | None:
        """The place behind a comma or "và" that leaves its unit out, None where a body, an order or a province stands there."""
        gap = self.names["name.more_places"].match(self.text, at)
        place = self.names["name.place"].match(self.text, gap.end()) if gap else None
        if gap is None or place is None or self.phrases.provinces.match(self.folded, gap.end()):
            return None
        begin = gap.end() + 1
        taken = self.begins_body(begin) or self.orders_at(begin) or self.phrases.head_word.match(self.folded, begin)
        return None if taken else place


def first_word(folded: str, at: int) -> str:
    """The word at `at`, by which rules are looked up; empty where there is none."""
    match = _FIRST.match(folded, at)
    return match.group() if match else ""
