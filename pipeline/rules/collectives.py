"""Collectives: names that mean many bodies at once ("các sở, ban, ngành", "UBND các xã, phường"), and who belongs to them.

In: agencies.json and a name.  Out: the id of its group, of several joined by "+" where the name joins several, or None.
Promise: wording does not matter ("Các Sở, ngành" = "sở, ban, ngành tỉnh"); a name that holds one body's own name is no collective.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import regex

from pipeline.rules import in_time, load_json
from pipeline.rules.agencies import Agency
from pipeline.rules.folding import fold
from pipeline.rules.naming import MAX_NAME, Naming, without_parentheses

JOIN = "+"
"""Joins the ids of groups named together: "dia-phuong+so-ban-nganh"."""

_PLURAL = regex.compile(r"\b(?:các|tất cả|toàn thể|những|mọi|từng|cấp (?:xã|huyện|tỉnh))\b")
_IDLE = regex.compile(
    r"\b(?:các|tất cả|toàn thể|những|mọi|từng|và|cùng|với|của|khác|nêu trên|nói trên|"
    r"(?:có )?liên quan(?: khác)?|(?:trên|tại) địa bàn(?: (?:toàn )?(?:tỉnh|thành phố|huyện|xã|phường))?|toàn tỉnh|trong tỉnh|"
    r"được (?:giao|phân công)(?: (?:nhiệm vụ|chủ trì))?|theo (?:chức năng,? nhiệm vụ(?: được giao)?|thẩm quyền|phân công)|"
    r"căn cứ chức năng,? nhiệm vụ(?: được giao)?)\b"
)
"""Words that do not change who is meant."""

_UNIT = regex.compile(
    r"\b(?:sở|ban|ngành|bộ|tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu|"
    r"cơ quan|đơn vị|tổ chức|địa phương|đoàn thể|phòng)\b"
)
"""Two of these words side by side are a plural without saying so: "sở, ngành", "UBND xã, phường"; one is one body: "UBND xã"."""


@dataclass(frozen=True, slots=True)
class Collective:
    """A group. `vague`: the name alone does not say who is meant ("các cơ quan, đơn vị liên quan")."""

    id: str
    canonical: str
    pattern: regex.Pattern[str]
    members: tuple[Mapping[str, frozenset[str]], ...]
    vague: bool

    def holds(self, agency: Agency) -> bool:
        """Whether bodies of this record belong to the group."""
        facts = {"kinds": agency.kind, "levels": str(agency.level), "ids": agency.id}
        return any(all(facts[what] in wanted for what, wanted in clause.items()) for clause in self.members)


@dataclass(frozen=True, eq=False)
class Collectives:
    """All groups of agencies.json."""

    groups: Mapping[str, Collective]
    naming: Naming

    def of(self, name: str) -> str | None:
        """The id of the group a name means, joined by "+" in the order of the alphabet; None where it is no collective."""
        return _of(self, name)

    def read_as(self, name: str) -> str | None:
        """As `of`, not remembered."""
        text = without_parentheses(name)
        if len(text) > MAX_NAME:
            return None
        folded = (
            fold(self.naming.strip_head(text), punctuation=False)
            .replace("ủy ban nhân dân", "ubnd")
            .replace("hội đồng nhân dân", "hđnd")
        )
        found, units = self._read(" ".join(_IDLE.sub(" ", folded).split()))
        if not found or not (units >= 2 or _PLURAL.search(folded)):
            return None
        return JOIN.join(sorted(set(found)))

    def canonical(self, group_id: str) -> str:
        """The full words of a group id."""
        return "; ".join(self.groups[part].canonical for part in group_id.split(JOIN))

    def _read(self, text: str) -> tuple[list[str], int]:
        """The groups whose patterns make up the whole text, and how many kinds of bodies they name; none where a word is left."""
        found: list[str] = []
        units = at = 0
        while at < len(text):
            best, end = self._longest(text, at)
            if best is None:
                return [], 0
            found.append(best)
            units += len(_UNIT.findall(text[at:end]))
            at = end + 1
        return found, units

    def _longest(self, text: str, at: int) -> tuple[str | None, int]:
        best, end = None, at
        for group in self.groups.values():
            match = in_time.match(group.pattern, text, at)
            if match and match.end() > end:
                best, end = group.id, match.end()
        return best, end


@lru_cache(maxsize=8192)
def _of(collectives: Collectives, name: str) -> str | None:
    return collectives.read_as(name)


def load_collectives(naming: Naming) -> Collectives:
    """The groups of agencies.json."""
    groups = (_collective(record) for record in load_json("agencies")["collectives"])
    return Collectives({group.id: group for group in groups}, naming)


def _collective(record: Mapping[str, Any]) -> Collective:
    members = tuple({what: frozenset(wanted) for what, wanted in clause.items()} for clause in record["members"])
    pattern = regex.compile(rf"(?:{record['pattern']})(?= |$)", regex.VERSION1)
    return Collective(record["id"], record["canonical"], pattern, members, record.get("vague", False))
