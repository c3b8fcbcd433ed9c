"""Mentions of agencies in running text: departments, councils, named bodies, collectives, with the list they stand in.

In: the text of a passage.  Out: `Mention` values, grouped to lists ("Sở Y tế, Sở Xây dựng và UBND các xã").
Promise: a mention's offsets slice the text; an ellipsis ("Các sở: Tài chính, Xây dựng") gives each body its full name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.detect.mention_extent import Reader
from pipeline.detect.mention_lists import expand
from pipeline.detect.mention_rules import AgencyPhrases, Mention, load_agency_phrases
from pipeline.detect.mention_shared import groups
from pipeline.rules import Rule
from pipeline.rules.folding import fold_same_length

__all__ = ["AgencyPhrases", "Mention", "find_mentions", "groups", "load_agency_phrases"]

MINISTERS = "agency.ministers"
"""The rule of "các Bộ trưởng, Thủ trưởng …": their ministries are meant."""
HAMLET_HEADS = "agency.hamlet_head"
"""The rule of "các trưởng thôn, tổ trưởng tổ dân phố": their hamlets are meant."""
_WHOLE = frozenset({"agency.fixed", "agency.office", MINISTERS})
_BY_WORK = "agency.by_work"
"""The record of "đơn vị thi công, | đơn vị giám sát phải": it knows where each of them ends."""
_APPOSITION = regex.compile(r"\s[-–]\s$")
"""In "Chủ tịch UBND tỉnh - Trưởng Ban Chỉ đạo" the second title is the same person."""
_STANDING = ("cơ quan thường trực", "đơn vị thường trực")
"""In "Sở Tư pháp - Cơ quan thường trực Hội đồng" the second is what the first is besides."""
_STANDING_WORD = "thường"
"""In "Phó Chủ tịch Thường trực UBND tỉnh" it says which deputy is meant, in "Thường trực UBND tỉnh" it is a body."""
_EACH = ("mỗi", "từng")
"""Before a single body they name it ("Mỗi Chi cục"); "từng bộ, ngành" says no more than the collective itself."""
_KIND_ANEW = regex.compile(r"(?:các |những )?(?P<kind>\p{L}+(?: \p{L}+){2,3}) [^,]+(?:, | và )(?P=kind) ")
"""A kind of three or four syllables that is named for each of its bodies."""
_JOINT = regex.compile(r", | và ")
_STARTS = regex.compile(r"(?<![\p{L}\d])\p{L}+")


def find_mentions(text: str, *, phrases: AgencyPhrases) -> tuple[Mention, ...]:
    """The bodies named in `text`, from left to right, without overlap; the longest reading at each place."""
    if not unicodedata.is_normalized("NFC", text):
        raise ValueError("text must be NFC")
    reader = Reader(text, fold_same_length(text), phrases)
    found: list[Mention] = []
    for mention in _candidates(reader):
        headed = _with_head(mention, reader, found)
        apposed = bool(found) and _APPOSITION.search(text, found[-1].end, headed.full_start) is not None
        if apposed and reader.folded.startswith(_STANDING, headed.start):
            found[-1] = replace(found[-1], end=headed.end)
        elif not (apposed and headed.head):
            found.append(headed)
    return tuple(part for mention in expand(found, reader) for part in _by_kind(mention, reader))


def _by_kind(mention: Mention, reader: Reader) -> tuple[Mention, ...]:
    """A collective that names its kind anew for each ("Các cơ sở giáo dục đại học, cơ sở giáo dục nghề nghiệp"), one by one."""
    match = _KIND_ANEW.match(reader.folded, mention.start, mention.end) if mention.kind == "collective" else None
    if match is None:
        return (mention,)
    joints = _JOINT.finditer(reader.folded, mention.start, mention.end)
    seams = [joint for joint in joints if reader.folded.startswith(f"{match['kind']} ", joint.end())]
    starts, ends = [mention.start, *(seam.end() for seam in seams)], [*(seam.start() for seam in seams), mention.end]
    spans = zip(starts, ends, strict=True)
    first, *others = (replace(mention, start=start, end=end, name=reader.text[start:end]) for start, end in spans)
    return (first, *(replace(other, head="") for other in others))


def _candidates(reader: Reader) -> Iterator[Mention]:
    at, before = 0, ""
    for word in _STARTS.finditer(reader.folded):
        start = word.start()
        compound = f"{before} {word.group()}" in reader.phrases.inside
        before = word.group()
        if (
            start < at
            or word.group() not in reader.phrases.by_word
            or (compound and reader.folded[start - 1] == " " and reader.folded[start - 2].isalpha())
        ):
            continue
        deputy = word.group() == _STANDING_WORD and reader.names["mention.deputy"].search(reader.folded, max(0, start - 30), start)
        seat = reader.names["mention.standing_seat"].match(reader.folded, start)  # "Phó Trưởng | ban Thường trực" is a seat
        mention = None if deputy or seat else _longest(reader, word.group(), start)
        if mention is not None:
            at = mention.end
            yield mention


def _longest(reader: Reader, word: str, start: int) -> Mention | None:
    """The longest reading at `start`; of two of one length a name is more than a collective, and a body that is known
    by its whole name is never read on ("Ngân hàng Nhà nước Việt Nam và Luật …").
    """
    if reader.names["mention.thing"].match(reader.folded, start):
        return None
    found: list[tuple[int, bool, Rule]] = []
    for rule in reader.phrases.by_word.get(word, ()):
        end = reader.extent(rule, start)
        if end is not None:
            found.append((end, rule.data["kind"] != "collective", rule))
    if by_work := [reading for reading in found if reading[2].id == _BY_WORK]:
        found = by_work
    if any(rule.id in _WHOLE for _, _, rule in found):
        found = [reading for reading in found if reading[2].id != "agency.proper"]
    if not found:
        return None
    end, _, rule = max(found, key=lambda reading: reading[:2])
    if rule.data["kind"] != "collective":
        end = reader.whole_end(start, end)
    name = reader.text[start:end]
    if rule.id == MINISTERS:
        name = name.removesuffix(" trưởng").replace(" đồng chí", "")
    elif rule.id == HAMLET_HEADS:
        name = reader.names["mention.hamlet_head"].sub("", name)
    return Mention(start, end, name, rule.data["kind"], rule.id)


def _with_head(mention: Mention, reader: Reader, before: Sequence[Mention]) -> Mention:
    lo = before[-1].end if before else 0
    match = reader.phrases.heads.search(reader.folded, max(lo, mention.start - LONGEST_HEAD), mention.start)
    if match is None or (mention.kind == "collective" and match.group().strip() in _EACH):
        return mention
    head = reader.text[match.start() : match.end()].strip()
    return Mention(mention.start, mention.end, mention.name, mention.kind, mention.rule, head, match.start())


LONGEST_HEAD = 80
"""Characters before a body in which its head is looked for: "Chủ tịch, các Phó Chủ tịch" and the like."""
