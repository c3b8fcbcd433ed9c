"""The province whose bodies a document means by "UBND tỉnh", "Sở Tư pháp": that of its letterhead, unless the centre issues it.

In: issuer, place and subject of a document.  Out: a name of a place for `Directory.resolve`, or None.
Promise: the seat of a central body says nothing about provinces: "Hà Nội" above a notice of a ministry makes no body Hà Nội's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from pipeline.rules.agencies import Level, Scope
from pipeline.rules.directory import load_directory
from pipeline.rules.folding import fold
from pipeline.rules.places import load_places

__all__ = ["areas_in", "home_of", "province_of", "same_province"]

_AREA = regex.compile(
    r"\b(?:(?:tỉnh|thành) [ủu][ỷy]|tỉnh|thành phố|tp\.?)\s*(?P<name>\b\p{L}+(?:\s+(?:-\s+)?\p{L}+){0,4})", regex.IGNORECASE
)
_PARTNERS = regex.compile(r"\s[-–]\s")
"""Between the bodies of a joint paper."""
_LONGEST_NAME = 5
"""Words of the longest name of a province ("Bà Rịa - Vũng Tàu")."""
_SEAT = "hà nội"
_SEAT_FOLDED = fold(_SEAT)
"""Where the centre sits; a branch of it that writes from elsewhere ("Hải quan khu vực") is of that place."""


def areas_in(text: str | None) -> Iterator[str]:
    """The provinces that a title or an issuer names: "... trên địa bàn tỉnh lào cai" -> "Lào Cai"."""
    for match in _AREA.finditer(text or "", overlapped=True):
        words = match.group("name").split()
        for count in range(min(_LONGEST_NAME, len(words)), 0, -1):
            named = load_places().named(" ".join(words[:count]))
            if any(fold(place.name) == fold(" ".join(words[:count])) for place in named):
                yield named[0].name
                break


@lru_cache(maxsize=1024)
def home_of(issuer: str | None, place: str | None, subject: str | None) -> str | None:
    """The place that local bodies without a place of their own belong to; of a central paper the one province of its title."""
    if not issuer or not _is_central(issuer, place):
        return place
    named = set(areas_in(subject))
    return named.pop() if len(named) == 1 else None


def _is_central(issuer: str, place: str | None) -> bool:
    """Whether a body of the whole state issues; one known by the form of its name alone ("Cục ...") only where the centre sits."""
    directory = load_directory()
    known = directory.resolve(_PARTNERS.split(issuer)[0], on=None)
    agency = directory.agencies.get(known.candidates[0].agency_id.partition("@")[0]) if known and known.candidates else None
    if agency is None or agency.level != Level.CENTRAL:
        return False
    if agency.scope == Scope.NATION:
        return True
    return agency.kind != "public_service" and fold(place or "") in ("", _SEAT) and not any(areas_in(issuer))


_LOCAL = regex.compile(r"(?:sở|ubnd|[ủu][ỷy] ban nhân dân|hđnd|hội đồng nhân dân)\b", regex.IGNORECASE)


@lru_cache(maxsize=1024)
def province_of(body: str | None, place: str | None = None) -> str | None:
    """The province that a body is of by its name, else by the place of its letterhead; None where that is not certain: many write
    from Hà Nội who are of the whole state.

    >>> province_of("Sở Nội vụ tỉnh Lào Cai"), province_of("Ủy ban nhân dân", "Hà Nội"), province_of("Hội Nhà báo", "Hà Nội")
    ('Lào Cai', 'Hà Nội', None)
    """
    if not body or _is_central(body, place):
        return None
    named = next(areas_in(body), None)
    if named is not None or not place or (fold(place) == _SEAT_FOLDED and not _LOCAL.match(body)):
        return named
    return place if load_places().named(place) else None


@lru_cache(maxsize=1024)
def same_province(one: str, other: str) -> bool:
    """Whether two names are of one province, or of provinces that were joined."""
    return bool(_with_heirs(one) & _with_heirs(other))


def _with_heirs(name: str) -> set[str]:
    found = {province.id for province in load_places().named(name)}
    while more := {p.id for p in load_places().provinces if p.id not in found and found & set(p.predecessors)}:
        found |= more
    return found
