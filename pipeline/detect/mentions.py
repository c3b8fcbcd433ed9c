"""Mentions of agencies in running text: departments, councils, named bodies, collectives, with the list they stand in.

In: the text of a passage.  Out: `Mention` values, grouped to lists ("Sở Y tế, Sở Xây dựng và UBND các xã").
Promise: a mention's offsets slice the text; an ellipsis ("Các sở: Tài chính, Xây dựng") gives each body its full name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.rules import MATCH_SECONDS, Rule, expand_fragments, load_json, load_rules
from pipeline.rules.folding import fold_same_length

LONGEST_NAME = 14
"""Words in the name of a body: the longest official names met have 12 ("Ban Chỉ đạo phát triển khoa học, …" is cut at commas)."""

_PLACE = regex.compile(r"(?: \p{Lu}[\p{L}\d'’-]*(?<![.,;:])){1,4}(?: - (?:Vũng Tàu|Huế))?")
_COMPANY = regex.compile(r"(?:tổng )?công ty|ngân hàng|bệnh viện|trường|hợp tác xã")
"""Bodies whose name may begin in lower case ("Công ty cổ phần …") where a capital follows later."""
_APPOSITION = regex.compile(r"\s[-–]\s$")
"""In "Chủ tịch UBND tỉnh - Trưởng Ban Chỉ đạo" the second title is the same person."""
_WORD = regex.compile(r"\s+([^\s,;:.()!?“”\"]+)")
_FIRST_GAP = regex.compile(r"\s*:?\s*")
_NEXT_GAP = regex.compile(r"\s*,\s*(?:và\s+)?|\s+và\s+|\s*;\s*")
_MORE_UNITS = regex.compile(r"(?:(?:, | và )(?:các )?(?:thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\b)+")
_UNIT_END = regex.compile(r"(?:tỉnh|phố|tp\.?|huyện|quận|thị xã|xã|phường|đặc khu)$")
_SECTOR = regex.compile(r"(?:các )?(sở|bộ)\b")
_SEPARATOR = regex.compile(r"\s*(?:[,;]|,?\s+và|;?\s+cùng|\s+hoặc|/|\s+[-–])\s+(?:(?:với|của|đồng chí)\s+)?|\s*[,;]\s*|\s*/\s*")
_PAREN = regex.compile(r"\s*\([^()]{1,150}\)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A body at `text[start:end]`; `name` is what a list says of it (ellipsis expanded, without heads); `head` the person
    at its head where one is named ("Chủ tịch"), beginning at `head_start`.
    """

    start: int
    end: int
    name: str
    kind: str
    rule: str
    head: str = ""
    head_start: int = -1

    @property
    def full_start(self) -> int:
        """Where the mention begins with its head."""
        return self.head_start if self.head else self.start


@dataclass(frozen=True, slots=True)
class AgencyPhrases:
    """The patterns of rules/agency_phrases.json."""

    rules: tuple[Rule, ...]
    heads: regex.Pattern[str]
    stops: regex.Pattern[str]
    field: regex.Pattern[str]


def load_agency_phrases() -> AgencyPhrases:
    """Read rules/agency_phrases.json; words of order (rules/cues.json) end a name too."""
    content = load_json("agency_phrases")
    fragments = expand_fragments(content["fragments"])
    heads = "|".join(regex.escape(head) for head in sorted(content["heads"], key=len, reverse=True))
    orders = [word for cue in load_json("cues")["cues"] if cue["label"] == "ORDER" for word in cue["words"] if " " in word]
    stops = "|".join(regex.escape(stop) for stop in sorted({*content["tail_stops"], *orders}, key=len, reverse=True))
    return AgencyPhrases(
        load_rules("agency_phrases"),
        regex.compile(rf"(?:\b(?:{heads})(?:,? (?:và )?(?:{heads}))*(?: của| các)?\s+)$"),
        regex.compile(rf"(?:{stops})\b"),
        regex.compile(rf"{fragments['field']}\b"),
    )


def find_mentions(text: str, *, phrases: AgencyPhrases) -> tuple[Mention, ...]:
    """The bodies named in `text`, from left to right, without overlap; the longest reading at each place."""
    if not unicodedata.is_normalized("NFC", text):
        raise ValueError("text must be NFC")
    folded = fold_same_length(text)
    found: list[Mention] = []
    for mention in sorted(_candidates(text, folded, phrases), key=lambda m: (m.start, -m.end)):
        if found and mention.start < found[-1].end:
            continue
        headed = _with_head(mention, text, folded, phrases, found)
        if not (headed.head and _APPOSITION.search(text, 0, headed.head_start) and found):
            found.append(headed)
    return tuple(_expand(found, text, folded, phrases))


def _candidates(text: str, folded: str, phrases: AgencyPhrases) -> list[Mention]:
    found = []
    for rule in phrases.rules:
        try:
            matches = list(rule.pattern.finditer(folded, timeout=MATCH_SECONDS))
        except TimeoutError:
            continue
        for match in matches:
            start, end = match.span()
            if rule.data.get("capital") and not text[start].isupper():
                continue
            if rule.data.get("head"):
                end = _tail(text, folded, end, phrases)
                if end <= match.end() or (rule.data["kind"] == "proper" and not _named(text, folded, match.span(), end)):
                    continue
            wants_place = rule.data.get("place") == "any" or (rule.data.get("place") and _UNIT_END.search(folded, start, end))
            if wants_place and (place := _PLACE.match(text, end)):
                end = place.end()
            found.append(Mention(start, end, text[start:end], rule.data["kind"], rule.id))
    return found


def _named(text: str, folded: str, head: tuple[int, int], end: int) -> bool:
    """Whether the words behind a general head are a name: they begin with a capital, or hold one in a company's name."""
    rest = text[head[1] : end].lstrip()
    company = _COMPANY.fullmatch(folded, *head) is not None
    return rest[:1].isupper() or (company and any(word[0].isupper() for word in rest.split()))


def _tail(text: str, folded: str, at: int, phrases: AgencyPhrases) -> int:
    """The end of the name that begins with a general head ("Trung tâm ..."): up to punctuation or the verb that follows."""
    end = at
    for _ in range(LONGEST_NAME):
        word = _WORD.match(text, end)
        if word is None:
            break
        first = text[word.start(1)]
        stop = phrases.stops.match(folded, word.start(1))
        if stop and not first.isupper() and not _inside_name(folded[at:end]):
            break
        end = word.end()
    more = _MORE_UNITS.match(folded, end) if _UNIT_END.search(folded, at, end) and " các " in folded[at:end] else None
    return more.end() if more else end


def _inside_name(words: str) -> bool:
    # "Ban Quản lý dự án đầu tư xây dựng": behind these words a verb is part of the name.
    return words.endswith((" dự án", " dự án đầu tư", " quỹ", " quỹ đầu tư", " an toàn", " khu"))


def _with_head(mention: Mention, text: str, folded: str, phrases: AgencyPhrases, before: Sequence[Mention]) -> Mention:
    lo = before[-1].end if before else 0
    match = phrases.heads.search(folded, lo, mention.start)
    if match is None:
        return mention
    head = text[match.start() : match.end()].strip()
    return Mention(mention.start, mention.end, mention.name, mention.kind, mention.rule, head, match.start())


def _expand(found: Sequence[Mention], text: str, folded: str, phrases: AgencyPhrases) -> list[Mention]:
    """Give each field behind "Các sở:" or "Sở A," its head: "Các sở: Tài chính, Xây dựng" = Sở Tài chính, Sở Xây dựng."""
    out: list[Mention] = []
    head = ""
    for i, mention in enumerate(found):
        limit = found[i + 1].start if i + 1 < len(found) else len(text)
        own = _ellipsis_head(mention, folded)
        joined = bool(out) and _joined(text[out[-1].end : mention.full_start])
        head = own or (head if joined else "")
        general = mention.kind == "collective" and bool(own)
        fields = _fields(text, folded, mention.end, limit, phrases, first=general) if head else []
        expanded = [Mention(start, end, f"{head} {text[start:end]}", "field", "agency.ellipsis") for start, end in fields]
        if expanded and general:
            # The words "Các sở:" belong to the first body: what stands before them is what stands before the list.
            expanded[0] = replace(expanded[0], head=text[mention.start : mention.end], head_start=mention.full_start)
        else:
            out.append(mention)
        out += expanded
    return out


def _ellipsis_head(mention: Mention, folded: str) -> str:
    words = folded[mention.start : mention.end]
    if mention.kind == "field":
        return {"s": "Sở", "b": "Bộ", "p": "Phòng"}.get(words[0], "")
    match = _SECTOR.match(words) if mention.kind == "collective" else None
    return match.group(1).capitalize() if match else ""


def _fields(text: str, folded: str, at: int, limit: int, phrases: AgencyPhrases, *, first: bool) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while True:
        gap = (_FIRST_GAP if first else _NEXT_GAP).match(text, at)
        if gap is None or gap.end() > limit:
            return found
        match = phrases.field.match(folded, gap.end())
        if match is None or match.end() > limit or not text[match.start()].isupper():
            return found
        found.append(match.span())
        at, first = match.end(), False


def groups(mentions: Sequence[Mention], text: str) -> tuple[tuple[Mention, ...], ...]:
    """Mentions that stand in one list: parted only by commas, semicolons, "và", brackets."""
    out: list[list[Mention]] = []
    for mention in mentions:
        if out and _joined(text[out[-1][-1].end : mention.full_start]):
            out[-1].append(mention)
        else:
            out.append([mention])
    return tuple(tuple(group) for group in out)


def _joined(between: str) -> bool:
    rest = _PAREN.sub("", between)
    return _SEPARATOR.fullmatch(rest) is not None or not rest.strip()
