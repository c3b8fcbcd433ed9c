"""Places behind one body: "UBND các huyện: A, B" are two councils, "Ban quản lý chợ Đông, chợ Tây" two boards.

In: a mention and where its members must end.  Out: a mention for each place, with the full name of its body.
Promise: a place ends before a word of order and before the next body, even where its name begins like one ("Trường Vinh").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

import regex

from pipeline.detect.mention_extent import Reader
from pipeline.detect.mention_rules import Mention
from pipeline.detect.mention_shared import joined_by
from pipeline.rules.folding import fold_same_length

MOST_PLACES = 30
"""Mentions that only look like bodies within one list of places: longer runs are no list of an official paper."""

FIRST_GAP = regex.compile(r"\s*:?\s*")
NEXT_GAP = regex.compile(r"\s*,\s*(?:và\s+)?|\s+và\s+|\s*;\s*(?:và\s+)?")
_PLACE_ENDS = regex.compile(r"\s*(?:[,;:.)]|$)| và ")
_COLON = regex.compile(r"\s*:\s*")


def more_places(mention: Mention, reader: Reader, limit: int) -> list[Mention]:
    """The bodies of the further places behind one that names the first: "UBND xã Hải Chính, Hải Lý"."""
    return _provinces(mention, reader, limit) or _more_of_kind(mention, reader, limit)


def places_of(mention: Mention, reader: Reader, limit: int) -> list[Mention]:
    """For "UBND các huyện: A, B" = UBND huyện A, UBND huyện B; the units of several kinds are left out of the names."""
    text = reader.text
    units = _units(mention, reader)
    if units is None or (mention.kind == "collective" and units.start > mention.start):
        return []
    kinds = regex.split(r"(?:,| và) (?:các )?", units.words)
    found: list[Mention] = []
    at = units.end
    gap = FIRST_GAP.match(text, at)
    while gap is not None and (place := reader.names["place.listed"].match(text, gap.end())) and gap.end() < limit:
        at_name = place.start("name")
        if not found and ":" not in gap.group() and _lies_in(kinds, place["unit"]):
            return []
        known = reader.phrases.provinces.match(reader.folded, at_name - 1)
        body = reader.begins_body(at_name) and not like_a_place(at_name, reader)
        if not known and (body or reader.orders_at(at_name)):
            break
        if place["number"] and not reader.names["place.numbered"].fullmatch(kinds[-1].lower()):
            break
        unit = "" if place["unit"] else _unit(kinds, place["name"], reader)
        name = " ".join(part for part in (text[mention.start : units.start], "" if place["unit"] else unit, place.group()) if part)
        found.append(Mention(place.start(), place.end(), name, mention.kind, "agency.ellipsis_places"))
        at = place.end()
        gap = NEXT_GAP.match(text, at)
    if found:
        found[0] = replace(found[0], head=text[mention.full_start : units.end], head_start=mention.full_start)
    return found


_COMMUNES = frozenset({"xã", "phường", "thị trấn"})
_ABOVE_COMMUNES = frozenset({"huyện", "quận", "thị xã", "thành phố", "tỉnh"})


def _lies_in(kinds: Sequence[str], unit: str | None) -> bool:
    """Whether a place of this unit is where units of these kinds lie: "UBND các xã | huyện Sơn Khê" is not that of a district."""
    communes = _COMMUNES.issuperset(kind.lower().removeprefix("các ").strip() for kind in kinds)
    return communes and unit is not None and fold_same_length(unit).strip() in _ABOVE_COMMUNES


@dataclass(frozen=True, slots=True)
class _Units:
    """The words that say of which units there are several, where they begin ("các huyện"), and where the names may begin."""

    words: str
    start: int
    end: int


def _units(mention: Mention, reader: Reader) -> _Units | None:
    units = reader.names["place.units"].search(reader.text, max(0, mention.start - 1), mention.end)
    if units is not None:
        return _Units(units.group(1).strip(), units.start(), mention.end)
    lying = reader.names["place.lying"].fullmatch(reader.text, mention.start, mention.end)
    if lying is None or not lying["name"] or not NEXT_GAP.match(reader.text, mention.end):
        return None
    return _Units(lying["unit"], mention.start, lying.start("name"))


def provinces_of(mention: Mention, reader: Reader, limit: int) -> list[Mention]:
    """For "các Sở Y tế: Long An, Tiền Giang": the department of each province."""
    text = reader.text
    plural = "các " in text[max(0, mention.start - 10) : mention.start + 4].lower()
    colon = _COLON.match(text, mention.end) if mention.kind != "collective" else None
    if colon is None or not reader.names["place.in_each_province"].match(fold_same_length(mention.name)):
        return []
    start = colon.end()
    first = _province(start, reader)
    if first is None or start >= limit:
        return []
    name = f"{regex.sub(r'^[Cc]ác ', '', mention.name)} {text[start : first[0]]}"
    head = text[mention.full_start : mention.end]
    one = Mention(start, first[0], name, mention.kind, "agency.ellipsis_places", head, mention.full_start)
    found = [one, *_provinces(one, reader, limit)]
    return found if plural or len(found) > 1 else []


def _provinces(mention: Mention, reader: Reader, limit: int) -> list[Mention]:
    """For "UBND tỉnh Bắc Ninh, tỉnh Hưng Yên", "Sở Y tế Hà Nội, Hải Phòng": each province has a body of its own."""
    base = _base_of_province(mention, reader)
    found: list[Mention] = []
    at = mention.end
    while base and (gap := NEXT_GAP.match(reader.text, at)) and gap.end() < limit:
        place = _province(gap.end(), reader)
        if place is None:
            break
        at, with_unit = place
        written = reader.text[gap.end() : at]
        unit = "" if with_unit or not base[1] else _unit(["tỉnh", "thành phố"], written, reader) + " "
        found.append(Mention(gap.end(), at, f"{base[0]}{unit}{written}", mention.kind, "agency.ellipsis_places"))
    return found


def _base_of_province(mention: Mention, reader: Reader) -> tuple[str, bool] | None:
    """What stands before the province in a name that ends with one, and whether its unit is said ("tỉnh Lào Cai")."""
    folded = fold_same_length(mention.name)
    if mention.kind == "collective" or not reader.names["place.in_each_province"].match(folded):
        return None
    city = reader.names["place.dotted_city"].search(mention.name)
    if city is not None and _is_city(city, reader):
        return regex.sub(r"^[Cc]ác ", "", mention.name[: city.start()]), True
    for place in reader.phrases.provinces.finditer(f" {folded}"):
        if place.end() == len(folded) + 1:
            before = mention.name[: place.start()]
            unit = reader.names["place.unit_of_province"].search(before)
            base = regex.sub(r"^[Cc]ác ", "", before[: unit.start()] if unit else before)
            return base, unit is not None
    return None


def _province(at: int, reader: Reader) -> tuple[int, bool] | None:
    """The end of the province that begins at `at`, and whether its unit is said; None where none stands there."""
    city = reader.names["place.dotted_city"].match(reader.text, at)
    if city is not None and _is_city(city, reader):
        return city.end(), True
    opening = reader.names["place.next_province"].match(reader.text, at)
    named = reader.phrases.provinces.match(reader.folded, opening.end() - 1) if opening and opening.end() else None
    if opening is None or named is None or regex.match(r" \p{Lu}", reader.text, pos=named.end()):
        return None
    return named.end(), opening["unit"] is not None


def _is_city(written: regex.Match[str], reader: Reader) -> bool:
    """Whether what stands behind "TP." is a city with the rank of a province."""
    return fold_same_length(written["name"]) in reader.phrases.cities


def like_a_place(at: int, reader: Reader) -> bool:
    """Whether a place begins at `at` that begins like a body: "Hội An tổ chức", and not "Hội Nông dân"."""
    match = reader.names["place.like_a_body"].match(reader.text, at)
    goes_on = match is not None and reader.text[match.end() + 1 : match.end() + 2].islower() and reader.text[match.end()] == " "
    return match is not None and (not goes_on or reader.text.startswith(" và ", match.end()) or reader.verb_at(match.end() + 1))


def limit_of(found: Sequence[Mention], i: int, reader: Reader) -> int:
    """Where the members of mention `i` must end: at the next mention that is no member itself ("Trường Vinh", "Công an")."""
    ministries = reader.folded[found[i].start : found[i].end].endswith("các bộ")
    for mention in islice(found, i + 1, i + 1 + MOST_PLACES):
        member = like_a_place(mention.start, reader) or (ministries and mention.name == "Công an")
        listed = mention.kind == "place" and not reader.text[: mention.start].rstrip().endswith(";")
        member = member or (listed and _province(mention.start, reader) is not None)  # "Sở A Hà Nội, | thành phố Đà Nẵng"
        if not member:
            return mention.start
    return len(reader.text)


def _more_of_kind(mention: Mention, reader: Reader, limit: int) -> list[Mention]:
    """For "UBND xã Hải Chính, Hải Lý", "Ban quản lý chợ Đông, chợ Tây": the body of each further place of the kind.

    A kind said on the way is that of the places behind it too: "UBND thị xã Ayun Pa, huyện Krông Pa, Ia Grai".
    """
    base = reader.names["place.of_one"].fullmatch(mention.name) if mention.kind != "collective" else None
    found: list[Mention] = []
    at, noun = mention.end, base["noun"] if base else ""
    while base and (gap := NEXT_GAP.match(reader.text, at)) and gap.end() < limit:
        place = _same_kind(noun, gap.end(), reader)
        if place is None:
            break
        written = reader.text[gap.end() : place.end()]
        name = f"{base['base']}{written if place['noun'] else noun + ' ' + written}"
        noun = place["noun"] or noun
        found.append(Mention(gap.end(), place.end(), name, mention.kind, "agency.ellipsis_places"))
        at = place.end()
    return found


def rest_of_kind(mention: Mention, before: Sequence[Mention], reader: Reader) -> Mention | None:
    """For "UBND xã Đông Sơn, Tây Sơn và các xã lân cận", "UBND thành phố (Sơn Khê) và các huyện": the others too."""
    last = before[-1] if before else None
    council = last is not None and last.kind == "council" and reader.names["place.units"].search(mention.name.lower())
    if last is None or mention.kind != "collective" or (last.rule != "agency.ellipsis_places" and not council):
        return None
    base = reader.names["place.of_one"].fullmatch(last.name)
    if base is None and council:
        base = reader.names["place.the_only_one"].fullmatch(last.name)  # the province has one city
    same = base and (council or mention.name.lower().startswith(f"các {base['noun'].lower()}"))
    if base is None or not same or not joined_by(reader.text[last.end : mention.full_start]):
        return None
    return replace(mention, name=base["base"] + mention.name, kind=last.kind)


def councils_too(places: list[Mention], listed: Mention, before: Sequence[Mention], reader: Reader) -> list[Mention]:
    """For "UBND thành phố Việt Trì, các huyện Thanh Ba, Hạ Hòa": a council named before them makes councils of them too."""
    last = before[-1] if before and before[-1].kind == "council" and listed.kind == "collective" else None
    base = reader.names["place.of_one"].fullmatch(last.name) if last is not None else None
    units = reader.names["place.units"].fullmatch(listed.name.lower())
    if last is None or base is None or units is None or not reader.names["place.unit"].fullmatch(units.group(1).split(",")[0]):
        return places
    if base["noun"].lower() == "tỉnh" or not joined_by(reader.text[last.end : listed.full_start]):
        return places
    return [replace(place, name=base["base"] + place.name.removeprefix("các "), kind=last.kind) for place in places]


def _same_kind(noun: str, at: int, reader: Reader) -> regex.Match[str] | None:
    thing = reader.names["place.thing"].match(reader.text, at)
    if thing is not None:
        return thing if thing["noun"].lower() == noun.lower() else None
    place = reader.names["place.named_unit"].match(reader.text, at)
    if place is None or reader.names["place.unit"].fullmatch(noun) is None:
        return None
    if place["noun"]:
        return place if _alike(place["noun"].lower(), noun.lower(), reader) else None
    if place["number"]:
        return place if reader.names["place.numbered"].fullmatch(noun.lower()) else None
    name = place.start("name")
    taken = (
        reader.begins_body(name)
        or reader.phrases.head_word.match(reader.folded, name)
        or reader.orders_at(name)
        or reader.phrases.provinces.match(reader.folded, name - 1)
        or not reader.names["place.small"].fullmatch(noun.lower())
    )
    ends = " " in place["name"] or _PLACE_ENDS.match(reader.text, place.end())
    return place if ends and not (taken and not like_a_place(name, reader)) else None


def _alike(unit: str, first: str, reader: Reader) -> bool:
    """Whether a list whose first place is one unit goes on with another: a city may stand among districts, not among communes."""
    small, district = reader.names["place.small"], reader.names["place.district"]
    return bool(small.fullmatch(unit) or (district.fullmatch(first) and district.fullmatch(unit)))


def _unit(kinds: Sequence[str], name: str, reader: Reader) -> str:
    """The unit of a member: of "các tỉnh, thành phố: Hà Nội, Lào Cai" the first is a city, the second a province."""
    if len(kinds) == 1:
        return kinds[0]
    if sorted(kind.lower() for kind in kinds) != ["thành phố", "tỉnh"]:
        return ""
    wanted = "thành phố" if fold_same_length(name) in reader.phrases.cities else "tỉnh"
    return next(kind for kind in kinds if kind.lower() == wanted)
