"""Names of bodies in a text: how far the words of a proper name reach.

In: a text, its folded form and an offset.  Out: the offset at which the name ends.
Promise: a name ends before the verb that orders, before punctuation that no official name holds, and before the next body;
long lists are read in linear time.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from pipeline.detect.mention_regions import SEVERAL, RegionReader, first_word
from pipeline.detect.words import ASKED_CHARACTERS, acts

LONG_TAIL = 4
"""Syllables from which on what a unit is called after is seldom the beginning of something longer."""

LONGEST_KIND = 4
"""Words in lower case between the general word of a unit and its own name ("nhà máy xi măng Bút Sơn")."""

DRAFTS = " xây dựng"
"""Goes on names of units ("Cục Quản lý đầu tư xây dựng"), and says what they do to a paper ("xây dựng đề án")."""

LONGEST_NAME = 14
"""Words in the name of a body: the longest official names met have 12."""

WORD = regex.compile(r"\s+([^\s,;:.()!?“”\"…|*\[\]]+)")
_ALONE = "tự "
_TRADE = " ngành "
_OWNERS = ("agency.department", "agency.council", "agency.council_bare", "agency.front", "agency.union")
"""Rules of the bodies whose parts are named before them without a word between."""
_NUMBER = regex.compile(r" số \d{1,3}\b")
_LINK = regex.compile(r"(?:(?:\s+(?P<and>và|&)|(?P<comma>,)|\s+(?P<dash>[-–]))\s+(?=\p{L})|\s+(?P<near>[-–])(?=\p{Lu}))")
"""What joins the parts of a name; a dash may touch the part behind it ("Chi cục Chăn nuôi -Thú y")."""
_PART = regex.compile(r"\p{L}+")
_COMMA_AND = regex.compile(r"\p{Lu}[^,;:.()|]{2,60} (?:và|&) (?P<last>\p{L})")


@dataclass(frozen=True, slots=True)
class NameReader(RegionReader):
    """Reads names of bodies: what `RegionReader` knows of regions, and the words of a name before them."""

    def named(self, start: int, at: int) -> int | None:
        """The end of a name whose head stands at `start` to `at`; None where the words behind it are no name."""
        end = self.name_end(at)
        rest = self.text[at:end].lstrip()
        if self.names["name.office"].fullmatch(self.folded, start, at) and self.text[start].isupper() and self._office_words(at):
            work = self.phrases.soft_stop.match(self.folded, at + 1)
            return end if end > at and not (work and end < work.end()) else None
        if self.text[start].isupper() and self.names["name.of_a_kind"].fullmatch(self.folded, start, at) and rest[:1].islower():
            return self._kind_named(at)
        company = self.names["name.company"].fullmatch(self.folded, start, at)
        holds = rest[:1].isupper() or (company and any(word[0].isupper() for word in rest.split()))
        return end if end > at and holds else None

    def _office_words(self, at: int) -> bool:
        """Whether lower-case words begin the name of an office ("Cục quản lý chất lượng …")."""
        phrases, folded = self.phrases, self.folded
        return bool(
            phrases.tail.match(folded, at)
            or phrases.modifier.match(folded, at)
            or phrases.activity.match(folded, at)
            or phrases.compound.match(folded, at)
            or phrases.soft_stop.match(folded, at + 1)
        )

    def plural(self, at: int) -> int | None:
        """The end of "các Viện Pasteur": the head in the plural, then a name that begins with a capital."""
        rules = self.phrases.by_word.get(first_word(self.folded, at), ())
        for rule in rules:
            if rule.id == "agency.proper" and (match := rule.pattern.match(self.folded, at)):
                follows = self.text[match.end() : match.end() + 2]
                capital = follows[:1] == " " and (follows[1:].isupper() or self.text[at].isupper())
                return (self.named(at, match.end()) if capital else None) or self._kind_named(match.end())
        return None

    def _kind_named(self, at: int) -> int | None:
        """The end of a name whose kind is told in lower case: "(các nhà máy) thủy điện Hố Hô"; None where an order comes first."""
        end = at
        for _ in range(LONGEST_KIND):
            word = WORD.match(self.text, end)
            if word is None:
                return None
            region = self.region_end(end) if end > at else end
            if region > end:
                return region
            if self.text[word.start(1)].isupper():
                place = self.names["name.place"].match(self.text, end)
                own = place is not None and end > at and not word.group(1).isupper()  # "trạm hạng III" is no name
                return place.end() if place and own else None
            if not word.group(1).isalpha() or self.verb_at(word.start(1)):
                return None
            end = word.end()
        return None

    def name_end(self, at: int) -> int:
        """The end of the name that begins with a general head ("Trung tâm ..."): up to punctuation or the verb that follows."""
        loud = self.text[at - 2 : at].isupper() and self.text[at : at + 8].isupper()
        end = known = self._tail_end(at)
        for _ in range(LONGEST_NAME):
            fixed = (
                self.phrases.joined.match(self.folded, end)
                or self.phrases.compound.match(self.folded, end)
                or _NUMBER.match(self.folded, end)
            )
            fixed_end = self._before_draft(end, fixed.end()) if fixed else end
            if fixed_end > end and not self._is_work(at, end, known):
                end = fixed_end
                continue
            if end > at and (trade := self._trade_end(end, at)) > end:
                end = trade
                continue
            region = self.region_end(end)
            if region > end:
                plural = SEVERAL.search(self.folded, end, region)
                return self._about(at, region if plural else self.region_end(region))
            word = WORD.match(self.text, end)
            if word is None:
                following = self._linked(end, at)
            elif (genitive := self.genitive(word.start(1), at, end, loud=loud)) is not None:
                return genitive
            elif self._stops(word.start(1), at, end, known=known, loud=loud) or (
                not loud and self._settled(word.start(1), at, end, known)
            ):
                following = self._linked(end, at) if self.folded.startswith(("và", "&", "-", "–"), word.start(1)) else None
            else:
                following = word.end()
            if following is None:
                return self._about(at, end) if self.names["name.national"].search(self.folded, at, end) else end
            end = following
        return end

    def _trade_end(self, end: int, at: int) -> int:
        """The end of the trade that a board is of ("Hội đồng Thi đua - Khen thưởng | ngành Giáo dục"); `end` where none is told."""
        if not self.folded.startswith(_TRADE, end) or not self.names["name.board"].search(self.folded, max(0, at - 16), at + 12):
            return end
        field = self.phrases.field.match(self.folded, end + len(_TRADE))
        return field.end() if field and self.text[field.start()].isupper() else end

    def _is_work(self, at: int, end: int, known: int) -> bool:
        """Whether what could go on a name is what the body does: behind a place, or behind the name of a known unit."""
        if end > at and self.names["name.done_by_units"].match(self.folded, end):
            field = self.phrases.field.match(self.folded, at + 1)  # "Phòng Tài nguyên và Môi trường | lấy mẫu nước"
            if end == known or (field is not None and end == field.end()):
                return True
        return (
            self.names["name.work"].match(self.folded, end) is not None
            and self.names["name.settled"].search(self.text, at, end) is not None
        )

    def _tail_end(self, at: int) -> int:
        """The end of what stands behind a head in the name of a known unit, or of a first word of two syllables
        ("Đăng ký", whose second syllable is a verb too); `at` where there is neither.
        """
        tail = self.phrases.tail.match(self.folded, at)
        loose = self.phrases.loose_tail.match(self.folded, at)
        if loose and not any(part[:1].isupper() for part in self.text[at : loose.end()].split(", ")[1:]):
            return loose.end()
        if tail is None and self.text[at + 1 : at + 2].isupper():
            tail = self.phrases.word_pair.match(self.folded, at)
        if tail is None and self.names["name.crew"].search(self.folded, max(0, at - 10), at):
            tail = self.phrases.activity.match(self.folded, at)
        # "Đầu tư phát triển" is longer than "Đầu tư", and "phát triển" no verb there.
        compound = self.phrases.compound.match(self.folded, at) if tail and self.text[at + 1 : at + 2].isupper() else None
        return self._before_draft(at, max((match.end() for match in (tail, compound) if match), default=at))

    def _before_draft(self, at: int, end: int) -> int:
        """The end of the words of a name without a last "xây dựng" that a paper follows: "Cục Quản lý đầu tư | xây dựng đề án"."""
        return end - len(DRAFTS) if self.folded.endswith(DRAFTS, at, end) and self._paper_at(end) else end

    def _drafts(self, here: int) -> bool:
        """Whether a paper is drawn up at `here`."""
        return self.folded.startswith(DRAFTS, here - 1) and self._paper_at(here - 1 + len(DRAFTS))

    def _paper_at(self, at: int) -> bool:
        """Whether a paper stands at `at`, which is drawn up and belongs to no name."""
        return self.names["extent.drafted"].match(self.folded, at) is not None

    def _settled(self, here: int, at: int, end: int, known: int) -> bool:
        """Whether a lower-case word at `here` cannot go on a name: behind a known tail, a place, an abbreviation."""
        if not self.text[here].islower() or end == at or self.phrases.field.match(self.folded, here):
            return False
        if self.names["name.added"].match(self.text, here):
            return False
        tail = self.folded[at + 1 : end] if end == known else ""
        if tail in self.phrases.closed_tails:
            return True
        if tail in self.phrases.whole_tails and not self._name_pair(here, at, end):
            return tail.count(" ") + 1 >= LONG_TAIL or (self._bureau(at) and acts(self.text[here : here + ASKED_CHARACTERS]))
        return not self._name_pair(here, at, end) and self.names["name.settled"].search(self.text, at, end) is not None

    def _bureau(self, at: int) -> bool:
        return self.names["name.bureau"].search(self.folded, max(0, at - 8), at) is not None

    def _about(self, at: int, end: int) -> int:
        """The end of "Ban Chỉ đạo quốc gia về chuyển đổi số": its field of work is part of its name."""
        if not self.names["name.board"].search(self.folded, max(0, at - 16), at + 12):
            return end
        match = self.names["name.about"].match(self.folded, end)
        if (
            match is None
            and self.names["name.national"].search(self.folded, at, end)
            and self.names["name.cause"].match(self.folded, end)
        ):
            return self.name_end(end)
        if match is None:
            return end
        topic = self.names["name.topic"].match(self.folded, match.end())
        field = self.name_end(topic.end() if topic else match.end())
        return field if topic or field > match.end() else end

    def _stops(self, here: int, at: int, end: int, *, known: int, loud: bool) -> bool:
        if self.text[here] in "-–&+" or self.folded.startswith("và ", here):
            return True
        if self.text[here].isupper() and not loud:
            return end > at and self._order_begins(here, at, end)
        if self.phrases.stop.match(self.folded, here) or self._by_itself(here):
            return True
        if end == at:
            return False
        if self._acts(here, at, end) or self._drafts(here):
            return True
        soft = self.phrases.soft_stop.match(self.folded, here)
        whole = end == known and self._bureau(at) and self.folded[at + 1 : end] in self.phrases.whole_tails
        return bool(soft) and bool(whole or not self.phrases.soft_after.search(self.folded, at, end))

    def _order_begins(self, here: int, at: int, end: int) -> bool:
        """Whether a sentence begins behind a name without a sign between them ("Cục Quản lý cạnh tranh Duy trì chuyên mục")."""
        act = self.phrases.act_stop.match(self.folded, here)
        pair = act is not None and " " in act.group() and self.text[here : act.end()][1:].islower()
        return pair and self._acts(here, at, end)

    def _acts(self, here: int, at: int, end: int) -> bool:
        """Whether a word that stands in no name begins at `here`, and no longer one that does ("đo mặn", not "đo lường")."""
        act = self.phrases.act_stop.match(self.folded, here)
        if act is None:
            return False
        before = self.folded[self.folded.rfind(" ", at, end) + 1 : end]
        following = WORD.match(self.folded, act.end())
        pairs = {f"{before} {first_word(self.folded, here)}", f"{act.group()} {following.group(1)}" if following else ""}
        parts = (self.phrases.compound, self.phrases.joined, self.phrases.tail, self.phrases.activity, self.phrases.modifier)
        longer = [self.phrases.soft_stop.match(self.folded, here), *(part.match(self.folded, here - 1) for part in parts)]
        return not pairs & self.phrases.act_pairs and not any(match and match.end() > act.end() for match in longer)

    def _by_itself(self, here: int) -> bool:
        """Whether "tự" and a verb stand there: "(Ban) tự bảo đảm kinh phí"."""
        alone = self.folded.startswith(_ALONE, here) and not self.folded.endswith("trật ", 0, here)
        return alone and self.phrases.cue.match(self.folded, here + len(_ALONE)) is not None

    def _name_pair(self, here: int, at: int, end: int) -> bool:
        """Whether the word before and the one at `here` stand side by side in names of units."""
        before = self.folded[self.folded.rfind(" ", at, end) + 1 : end]
        return f"{before} {first_word(self.folded, here)}" in self.phrases.name_pairs

    def genitive(self, here: int, at: int, end: int, *, loud: bool) -> int | None:
        """The end of the body whose part is named ("Cục Tài chính Bộ Quốc phòng", "Ban Pháp chế HĐND tỉnh"), else None."""
        if end == at or loud or not self.text[here].isupper():
            return None
        for rule in self.phrases.by_word.get(first_word(self.folded, here), ()):
            if rule.id in _OWNERS:
                match = self.matched(rule, here)
                if match is not None:
                    return match.end() if self.folded.startswith("bộ ", here) else self.region_end(match.end())
        return None

    def _linked(self, end: int, at: int) -> int | None:
        """The end of the first word behind "và", a comma or a dash where the name goes on, else None."""
        link = _LINK.match(self.text, end)
        if link is None or end == at:
            return None
        here = link.end()
        upper = self.text[here].isupper()
        if self.begins_body(here) or self.phrases.head_word.match(self.folded, here):
            return None
        if link["near"]:
            part = _PART.match(self.text, here)
            return part.end() if part and not self.orders_at(here) else None
        tail = self.phrases.tail.match(self.folded, here - 1) if upper else None
        person = upper and not tail and self.phrases.person.match(self.folded, here)  # "Pháp luật" is a field of work too
        if person or (not upper and self._cue_at(here)):
            return None
        word = tail or self.phrases.compound.match(self.folded, here - 1) or WORD.match(self.text, here - 1)
        if word is None:
            return None
        if link["dash"]:
            return word.end() if upper or self.phrases.modifier.match(self.folded, here - 1) else None
        if link["and"]:
            return word.end() if upper or self._goes_on(here) else None
        peers = (
            self.names["name.legal_form"].match(self.folded, here)
            or self.phrases.bureau.match(self.folded, here)
            or self.phrases.union.match(self.folded, here)
            or self.phrases.tail.match(self.folded, here - 1)
        )
        return word.end() if upper and not peers and self._comma_then_and(here) else None

    def _cue_at(self, at: int) -> bool:
        return self.phrases.cue.match(self.folded, at) is not None and not self.phrases.compound.match(self.folded, at - 1)

    def _comma_then_and(self, here: int) -> bool:
        match = _COMMA_AND.match(self.text, here)
        if match is None or self.begins_body(match.start("last")):
            return False
        words = [here + word.start() for word in regex.finditer(r"\p{L}+", self.text[here : match.end()])]
        heads = any(self.phrases.head_word.match(self.folded, at) for at in words)
        return not heads and not any(
            self.verb_at(at) for at in words if self.text[at].islower() and not self.folded.startswith("và", at)
        )

    def _goes_on(self, here: int) -> bool:
        """Whether lower-case words behind "và" are part of the name: no verb, no persons, no collective."""
        folded, phrases = self.folded, self.phrases
        if phrases.stop.match(folded, here) or phrases.person.match(folded, here) or phrases.soft_stop.match(folded, here):
            return bool(phrases.compound.match(folded, here - 1))
        return phrases.next_noun.match(folded, here - 4) is None

    def verb_at(self, at: int) -> bool:
        """Whether a word that ends a name begins at `at`."""
        return bool(self.phrases.stop.match(self.folded, at) or self.phrases.cue.match(self.folded, at))
