"""Lists of bodies: the full names of an ellipsis.

In: the mentions of a text.  Out: mentions with the members of "Các sở: Tài chính, Xây dựng" put in.
Promise: each member has offsets of its own words; its name is its head with those words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.detect.mention_branches import branches_of
from pipeline.detect.mention_extent import Reader
from pipeline.detect.mention_places import (
    FIRST_GAP,
    NEXT_GAP,
    councils_too,
    limit_of,
    more_places,
    places_of,
    provinces_of,
    rest_of_kind,
)
from pipeline.detect.mention_rules import Mention
from pipeline.detect.mention_shared import joined_by, share

ELLIPSIS = "agency.ellipsis"
FORCE, FORCE_UNITS = "lực lượng", "các đơn vị"
"""Heads of forces: "các lực lượng Công an, Biên phòng", "các đơn vị Công an, Quân đội"."""


@dataclass(frozen=True, slots=True)
class _Head:
    """What goes before each member: its word, whether it opens the list ("Các sở:"), whether it is of several, so that members
    that have a name of their own share it ("các lực lượng Công an, Biên phòng", not "lực lượng Thanh tra giao thông, Công an").
    """

    word: str
    opens: bool
    several: bool = False


def expand(found: Sequence[Mention], reader: Reader) -> list[Mention]:
    """Give each member behind "Các sở:" or "Sở A," its head: "Các sở: Tài chính, Xây dựng" = Sở Tài chính, Sở Xây dựng."""
    text = reader.text
    out: list[Mention] = []
    head, several = "", False
    for i, mention in enumerate(found):
        if out and mention.start < out[-1].end:
            continue  # the region of the member before: "các Sở Y tế các tỉnh"
        limit = limit_of(found, i, reader)
        places = places_of(mention, reader, limit) or provinces_of(mention, reader, limit)
        if places:
            out += councils_too(places, mention, out, reader)
            head = ""
            continue
        same = rest_of_kind(mention, out, reader)
        if same is not None:
            out.append(same)
            continue
        more = more_places(mention, reader, limit)
        if more:
            out += [_single(mention, "", text), *more]
            head = ""
            continue
        own = _own_head(mention, reader)
        joined = bool(out) and joined_by(text[out[-1].end : mention.full_start])
        head_word = own.word if own else (head if joined else "")
        head = head_word
        several = own.several if own else several and joined
        if own is None and several and reader.names["list.force"].fullmatch(reader.folded, *_span(mention)):
            mention = replace(mention, name=f"{head_word} {mention.name}", rule=ELLIPSIS)
        opens = own is not None and own.opens
        members = _members(reader, mention.end, limit, head_word, first=opens) if head_word else []
        named = [Mention(start, end, f"{head_word} {text[start:end]}", "field", ELLIPSIS) for start, end in members]
        if len(named) == 1 and opens:
            # "các Sở GTVT: Long An, Tiền Giang" begins like a list of departments.
            named = provinces_of(named[0], reader, limit) or [*named, *more_places(named[0], reader, limit)]
        branches = [] if named else branches_of(mention, reader, limit)
        if branches:
            out += branches
            head = ""
            continue
        if named and opens:
            # The words "Các sở:" belong to the first body: what stands before them is what stands before the list.
            named[0] = replace(named[0], head=text[mention.full_start : mention.end], head_start=mention.full_start)
        else:
            out.append(_single(mention, head_word, text) if named else mention)
        out += named
    return share(out, reader)


def _span(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def _single(mention: Mention, head: str, text: str) -> Mention:
    """For "các Vụ Pháp chế, …": the first of the list is one body too."""
    words = text[mention.start : mention.end]
    if not words.lower().startswith("các ") or head.lower().startswith("các "):
        return mention
    head_words = text[mention.full_start : mention.start + 3]
    return replace(mention, start=mention.start + 4, name=words[4:], head=head_words, head_start=mention.full_start)


def _own_head(mention: Mention, reader: Reader) -> _Head | None:
    words = reader.folded[mention.start : mention.end]
    if mention.rule == "agency.force":
        return _Head(FORCE, opens=False, several=words.startswith("các "))
    if reader.names["list.force_units"].fullmatch(words):
        return _Head(FORCE_UNITS, opens=False, several=True)
    if mention.kind == "field":
        word = reader.text[mention.start : mention.end].split()[0]
        return _Head(word, opens=False)
    owners = reader.names["list.owners"].match(words) if mention.kind == "collective" else None
    if owners:
        base = reader.text[mention.start : mention.start + owners.end("base")]
        return _Head(f"{base} {owners['word'].capitalize()}", opens=True)
    match = reader.names["list.sector"].match(words)
    if match is None:
        single = reader.names["list.single"].match(words) if mention.rule in ("agency.proper", "agency.committee") else None
        return _Head(single.group().capitalize(), opens=False) if single else None
    word = "tổng công ty" if words.endswith((", tổng công ty", " và tổng công ty")) else match.group(1)
    colon = reader.text[mention.end : mention.end + 2].strip().startswith(":")
    shown = f"các {word.capitalize()}" if reader.names["list.kept_plural"].fullmatch(word) and not colon else word.capitalize()
    return _Head(shown, opens=mention.kind == "collective")


def _members(reader: Reader, at: int, limit: int, head: str, *, first: bool) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    colon = False
    while True:
        gap = (FIRST_GAP if first else NEXT_GAP).match(reader.text, at)
        colon = colon or (gap is not None and first and ":" in gap.group())
        # A member of a list behind a colon may end like another body: "Các Cục: Lâm nghiệp và Kiểm lâm, Thủy sản".
        free = colon and head.lower() not in ("sở", "bộ")
        if gap is None or (gap.end() >= limit and not free):
            return found
        end = _member_end(
            reader, gap.end(), head.lower().removeprefix("các ").rsplit(" của ")[-1].rsplit(" thuộc ")[-1], free=colon
        )
        if end is None or not (head == FORCE or reader.text[gap.end()].isupper()):
            return found
        found.append((gap.end(), end))
        at, first = end, False


def _member_end(reader: Reader, at: int, head: str, *, free: bool) -> int | None:
    """The end of a member at `at`: a field of work, a bureau, a union; behind a colon any capitalised name."""
    phrases = reader.phrases
    if at >= len(reader.text):
        return None
    if head in (FORCE, FORCE_UNITS.removeprefix("các ")):
        force = reader.names["list.force"].match(reader.folded, at)
        return force.end() if force else None
    by_field = reader.names["name.by_field"].fullmatch(head) is not None and not (free and head == "phòng")
    pattern = phrases.field if by_field else phrases.union if head == "hội" else phrases.bureau
    match = pattern.match(reader.folded, at)
    if match and (by_field or not free):
        return match.end() if head == "bộ" else reader.region_end(match.end())
    if by_field:
        return None
    if head == "khoa" and not free:
        ward = phrases.tail.match(reader.folded, at - 1) or reader.names["list.ward"].match(reader.folded, at)
        if ward:
            return ward.end()
    known = match is not None or phrases.tail.match(reader.folded, at - 1) or not phrases.cue.match(reader.folded, at)
    if free and known and reader.text[at].isupper() and not reader.begins_body(at):
        end = reader.name_end(at - 1)
        return end if end > at else None
    return None
