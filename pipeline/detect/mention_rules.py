"""What a mention of an agency is, and the patterns by which mentions are found.

In: rules/agency_phrases.json, rules/names.json and the words of order of rules/cues.json.
Out: `AgencyPhrases`, loaded once; the type `Mention`.
Promise: nothing is loaded at import; patterns are for text folded by `fold_same_length`, unless a record says "original" or stands
in rules/names.json, whose records are for the one or the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import regex

from pipeline.rules import Rule, expand_fragments, load_json, load_rules, substitute
from pipeline.rules.directory import load_directory
from pipeline.rules.folding import fold_same_length

FEWEST_LOOSE = 5
"""Syllables of a name of a unit, its dash counted, above which its parts may be joined by a comma."""
SHORTEST_ACRONYM = 4
"""Letters of an acronym that names a body by itself: shorter ones ("TU", "CTN", "BTC") mean several things in running text."""

ACTS = "cue.act"
"""The record of verbs that follow a body: a single syllable of it ("chốt", "nộp") ends a name too."""

CLOSED = 3
"""Syllables: no further word of a name stands behind a known tail of so many ("Kiểm tra sau thông quan | chốt số liệu")."""

UNKNOWN = "unknown"
"""The kind of bodies that no pattern knows."""

IN_HEADING = "agency.heading"
"""The rule of such bodies where a heading, an opening or brackets name them."""

_FIRST_WORD = regex.compile(r"\w+")


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


def unlisted_body(text: str, start: int, end: int, rule: str = IN_HEADING, *, name: str = "") -> Mention:
    """A body at `text[start:end]` that no list of names knows; `name` where it is called otherwise than it is written there."""
    return Mention(start, end, name or text[start:end], UNKNOWN, rule)


@dataclass(frozen=True, slots=True)
class AgencyPhrases:
    """The patterns of rules/agency_phrases.json; `by_word` gives the rules whose mentions may begin with a word, `names` the
    patterns of rules/names.json by their ids.
    """

    by_word: Mapping[str, tuple[Rule, ...]]
    names: Mapping[str, regex.Pattern[str]]
    spelling: Mapping[str, str]
    heads: regex.Pattern[str]
    head_word: regex.Pattern[str]
    inside: frozenset[str]
    field: regex.Pattern[str]
    bureau: regex.Pattern[str]
    union: regex.Pattern[str]
    region: regex.Pattern[str]
    provinces: regex.Pattern[str]
    cities: frozenset[str]
    surnames: frozenset[str]
    next_noun: regex.Pattern[str]
    modifier: regex.Pattern[str]
    more_modifier: regex.Pattern[str]
    verbal_modifier: regex.Pattern[str]
    qualifier: regex.Pattern[str]
    relation: regex.Pattern[str]
    relation_object: regex.Pattern[str]
    restriction: regex.Pattern[str]
    activity: regex.Pattern[str]
    weak_activity: regex.Pattern[str]
    stop: regex.Pattern[str]
    act_stop: regex.Pattern[str]
    soft_stop: regex.Pattern[str]
    soft_after: regex.Pattern[str]
    compound: regex.Pattern[str]
    joined: regex.Pattern[str]
    tail: regex.Pattern[str]
    loose_tail: regex.Pattern[str]
    closed_tails: frozenset[str]
    whole_tails: frozenset[str]
    name_pairs: frozenset[str]
    act_pairs: frozenset[str]
    word_pair: regex.Pattern[str]
    person: regex.Pattern[str]
    cue: regex.Pattern[str]


def load_agency_phrases() -> AgencyPhrases:
    """Read rules/agency_phrases.json and rules/names.json; words of order (rules/cues.json) end a name too."""
    content = load_json("agency_phrases")
    fragments = expand_fragments(content["fragments"])
    cues = [fold_same_length(w) for cue in load_json("cues")["cues"] if cue["label"] in ("ORDER", "DUTY") for w in cue["words"]]
    soft = content["soft_stops"]
    long_orders = [word for word in cues if " " in word and word not in soft]
    acts = [fold_same_length(word) for cue in load_json("cues")["cues"] if cue["id"] == ACTS for word in cue["words"]]
    verbs = {*cues, *soft, *content["stops"]}
    tails = _with_spaces([fold_same_length(tail) for tail in load_json("unit_names")["tails"]], verbs)
    modifiers = content["modifiers"]
    no_party = r"(?<=\bđảng) (?:ủy|đoàn|bộ)\b"  # "các ban, | đảng ủy": the next body, and no word of the first
    heads = _any(content["heads"])
    names = {rule.id: rule.pattern for rule in load_rules("names")}
    spelling = _spelling(names)
    rules = load_rules("agency_phrases")
    return AgencyPhrases(
        by_word=_by_word([*rules, *_known_names(spelling)]),
        names=names,
        spelling=spelling,
        heads=regex.compile(rf"\b(?:các )?(?:{heads})(?:,? (?:và )?(?:các )?(?:{heads}))*(?: của)?\s+(?:các\s+)?$"),
        head_word=_words([head for head in content["heads"] if head not in ("đồng chí", "đ/c")]),
        inside=frozenset(content["inside"]),
        field=_compile("$field", fragments),
        bureau=_compile(r"(?:$bureau|$field)\b", fragments),
        union=_compile(r"$union\b", fragments),
        region=_compile(r"\s$region\b", fragments),
        provinces=regex.compile(rf" (?:{_any(_province_names())})\b"),
        cities=_city_names(),
        surnames=frozenset(load_json("surnames")["surnames"]),
        next_noun=_compile(r"(?:, (?:và |cùng )?| và | hoặc | - |-|/)(?P<noun>$merge)", fragments),
        modifier=regex.compile(rf" (?:{_any(modifiers)})\b(?!(?<= tự quản) lý|{no_party})"),
        more_modifier=regex.compile(rf"(?:, | và | - |-|/)(?:{_any([*modifiers, *content['more_modifiers']])})\b(?!{no_party})"),
        verbal_modifier=regex.compile(rf" (?:{_any(content['verbal_modifiers'])})\b"),
        qualifier=regex.compile(rf" (?:{'|'.join(content['qualifiers'])})\b"),
        relation=_compile(r" $of ", fragments),
        relation_object=_compile(content["relation_object"], fragments),
        restriction=_compile(" $restriction", fragments),
        activity=regex.compile(rf" (?:{_any(content['activities'])})\b"),
        weak_activity=regex.compile(rf" (?:{_any(content['weak_activities'])})\b"),
        stop=_words([*content["stops"], *long_orders, *acts]),
        act_stop=_words(_in_no_name(_acting_words(), (*content["compounds"], *modifiers, *content["joined"], *soft), tails)),
        soft_stop=_words(soft),
        soft_after=regex.compile(rf"(?:{_any(content['soft_after'])})$"),
        compound=regex.compile(rf" (?:{_any(content['compounds'])})\b(?!(?<= ủy) (?:thác|quyền|nhiệm)\b)"),
        joined=regex.compile(rf" (?:{_any(content['joined'])})\b"),
        tail=regex.compile(rf" (?:{_any(tails)})(?! ủy)(?![\w&/-])"),
        loose_tail=regex.compile(rf" (?:{_any(_loose(tails))})(?![\w&/-])"),
        closed_tails=_closed_tails(),
        whole_tails=frozenset(tails) - frozenset(load_json("unit_names")["open"]),
        name_pairs=_pairs((*tails, *content["compounds"], *modifiers)),
        act_pairs=_pairs((*tails, *content["compounds"], *modifiers, *content["joined"], *content["activities"], *soft)),
        word_pair=regex.compile(rf" (?:{_any(word for word in (*content['stops'], *cues, *soft) if word.count(' ') == 1)})\b"),
        person=_words(content["persons"]),
        cue=_words(cues),
    )


def _pairs(names: Iterable[str]) -> frozenset[str]:
    """Two syllables side by side in what names hold: behind a capital the second is no verb ("Công ty In Nông | nghiệp")."""
    return frozenset(f"{first} {second}" for name in names for first, second in pairwise(name.split()))


def _acting_words() -> list[str]:
    """What a body may do, in one word or two: words of order, and those that only tell what a subject does."""
    cues = load_json("cues")["cues"]
    return [fold_same_length(word) for cue in cues if cue["label"] in ("ORDER", "ACT") for word in cue["words"]]


def _in_no_name(words: Iterable[str], parts: Iterable[str], tails: Iterable[str]) -> list[str]:
    """The words that stand in no name of a unit: where one follows a name, the name is over ("Trung tâm A | tiêm vắc xin").

    A word of one syllable may be part of a name: what stands beside it tells ("quản lý sửa chữa", and "Quỹ | sửa quy chế").
    """
    entries = frozenset(parts)
    known = " | ".join(("", *entries, *tails, ""))
    return [
        word
        for word in words
        if word not in entries and (" " not in word or not regex.search(rf"(?<!\w){regex.escape(word)}(?!\w)", known))
    ]


def _loose(tails: Iterable[str]) -> list[str]:
    """Long names of units with a comma for the dash: "Tuyên truyền, hỗ trợ người nộp thuế"; in a short one the comma may end it."""
    return [tail.replace(" - ", ", ") for tail in tails if " - " in tail and len(tail.split()) > FEWEST_LOOSE]


def _with_spaces(tails: Sequence[str], verbs: Collection[str]) -> list[str]:
    """Names of units also with a mere space for the dash ("Kế hoạch vật tư"), but where a part behind it may be what the unit does
    ("Thanh tra - Kiểm tra", and "Thanh tra | kiểm tra việc chấp hành").
    """
    known, found = frozenset(tails), list(tails)
    for tail in tails:
        bare = tail.replace(" - ", " ")
        acting = any(part == verb or part.startswith(f"{verb} ") for part in tail.split(" - ")[1:] for verb in verbs)
        if bare not in known and not acting:
            found.append(bare)
    return found


def _closed_tails() -> frozenset[str]:
    units = load_json("unit_names")
    long = (tail for tail in units["tails"] if len(tail.split()) >= CLOSED and tail not in units["open"])
    return frozenset(fold_same_length(tail) for tail in (*long, *units["closed"]))


def _by_word(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    found: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        for word in rule.data["starts"]:
            found[word] = (*found.get(word, ()), rule)
    return found


def _spelling(rules: Mapping[str, regex.Pattern[str]]) -> dict[str, str]:
    """The names of the directory, folded, with the letters as they are written: abbreviations count only in capitals."""
    names: dict[str, str] = {}
    for agency in load_directory().agencies.values():
        for name in (agency.canonical, *agency.variants):
            short = " " not in name and (not name.isupper() or len(name) < SHORTEST_ACRONYM)
            generic = agency.scope == "named" and name == agency.canonical
            if (
                not short
                and not generic
                and name not in agency.bare
                and not rules["directory.person"].match(name)
                and not rules["directory.composed"].search(name)
            ):
                names.setdefault(fold_same_length(name), name)
    return names


def _known_names(spelling: Iterable[str]) -> list[Rule]:
    by_word: dict[str, list[str]] = {}
    for name in spelling:
        match = _FIRST_WORD.match(name)
        if match:
            by_word.setdefault(match.group(), []).append(name)
    return [
        Rule(
            "agency.known",
            regex.compile(rf"(?:{_any(names)})(?!\w)"),
            (),
            (),
            {"kind": "body", "extent": "known", "starts": [word], "capital": True},
        )
        for word, names in by_word.items()
    ]


def _province_names() -> list[str]:
    """The names of the provinces, and of a city in one word with what it is ("Sở Y tế TPHCM")."""
    records: list[Mapping[str, Any]] = load_json("provinces")["provinces"]
    names = [str(record["name"]) for record in records]
    cities = [variant for record in records for variant in record["variants"] if variant.startswith("TP") and variant.isalpha()]
    return [fold_same_length(name) for name in (*names, *cities)]


def _city_names() -> frozenset[str]:
    """The names of the cities with the rank of a province, and the letters that stand for one ("HCM")."""
    records: list[Mapping[str, Any]] = load_json("provinces")["provinces"]
    cities = [record for record in records if record["kind"] == "thành phố"]
    letters = [variant for record in cities for variant in record["variants"] if variant.isupper() and variant.isalpha()]
    return frozenset(fold_same_length(name) for name in (*(str(record["name"]) for record in cities), *letters))


def _compile(pattern: str, fragments: Mapping[str, str]) -> regex.Pattern[str]:
    return regex.compile(substitute(pattern, fragments), regex.VERSION1)


def _any(words: Iterable[str]) -> str:
    return "|".join(regex.escape(word) for word in sorted(set(words), key=len, reverse=True))


def _words(words: Sequence[str]) -> regex.Pattern[str]:
    return regex.compile(rf"(?:{_any(words)})\b")
