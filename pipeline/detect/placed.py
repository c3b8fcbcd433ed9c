"""Bodies that only their place in the sentence shows, beside those that a pattern knows.

In: the mentions of a text, its cues, the records of rules/roles.json.  Out: the mentions with these bodies among them.
Promise: a body that is known keeps its reading; what is added has the kind "unknown" or is called by its kind alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from models.spans import Span
from pipeline.detect.extension import Cues, grown_in_list, unknown_bodies
from pipeline.detect.mention_rules import unlisted_body
from pipeline.detect.mentions import Mention
from pipeline.detect.role_rules import RoleRules

__all__ = ["BARE", "with_unknown"]

CALLED = "called"
"""The kind of bodies that are known only because a paper calls on them."""
BARE = "agency.bare_kind"
"""The rule of a body that its kind alone names, before what it does."""
TAKEN_UP = "agency.taken_up"
"""The rule of a body called by its first word behind its name."""
LONGEST_CALLED = 10
"""Words between a call and the order: more of them are no name ("các cơ sở sản xuất, kinh doanh trên địa bàn xã")."""

KIND = 2
"""Words of a body that is called by its kind ("Trung tâm")."""

_RUN_IN = regex.compile(r"[^.;:]{2,120}:\s+")
_PLURAL = frozenset(["các", "những", "lãnh đạo", "lãnh đạo các"])
_AND = regex.compile(r"\s+và\s*$")
_PARTS = regex.compile(r"(?!\s)[^,]+(?<![\s,])")


def with_unknown(text: str, folded: str, mentions: Sequence[Mention], cues: Cues, rules: RoleRules) -> list[Mention]:
    """The mentions with the words of their kind, and bodies that only their place shows."""
    found = grown_in_list(mentions, text, folded, cues, rules)
    for match in rules.all("placed.beside", folded):
        for unknown in unknown_bodies(match.end(), found, text, folded, cues, rules, certain=match.group("with") is not None):
            if not any(mention.start < unknown.end and unknown.start < mention.end for mention in found):
                found.append(unknown)
    found.sort(key=lambda mention: mention.start)
    subject = _unknown_subject(text, folded, found, cues, rules)
    found = [mention for mention in found if not any(s.start < mention.end and mention.start < s.end for s in subject)]
    called = _called_on(text, folded, [*subject, *found], cues, rules)
    found = [mention for mention in found if not any(c.start <= mention.start and mention.end <= c.end for c in called)]
    known = [*subject, *called, *found]
    known += _taken_up(text, known, rules)
    kinds = _bare_kinds(text, folded, known, cues, rules)
    starts = {mention.start for mention in kinds}
    known = [*kinds, *(mention for mention in known if mention.start not in starts)]
    named = [*_called_by_kind(text, known, cues, rules), *known]
    return sorted(named, key=lambda mention: mention.start)


def _bare_kinds(text: str, folded: str, mentions: Sequence[Mention], cues: Cues, rules: RoleRules) -> list[Mention]:
    """The bodies called by their kind alone before what they do ("Về biên chế: Vụ lập tờ trình"); a name in
    small letters stays whole ("Vụ tổ chức cán bộ lập tờ trình").
    """
    found = []
    for match in rules.all("placed.bare_kind", text):
        start, end = match.span("who")
        over = [mention for mention in mentions if mention.start < match.end() and start < mention.end]
        within = any(mention.start != start or mention.rule == TAKEN_UP for mention in over)
        if not within and _acts_behind_kind(match.end(), bool(over), folded, cues, rules):
            head = match.group("head") or ""
            whose = (head.strip(), match.start("head")) if head else ("", -1)
            found.append(Mention(start, end, match.group("who"), "body", BARE, *whose))
    return found


def _acts_behind_kind(at: int, named: bool, folded: str, cues: Cues, rules: RoleRules) -> bool:
    """Whether a verb stands at `at`, not the rest of a name; where a pattern reads one there (`named`) only a word of order is."""
    adverbs = rules.at("subject.adverbs", folded, at)
    at = adverbs.end() if adverbs else at
    if rules.at("placed.kind_verb", folded, at):
        return True
    if rules.at("placed.kind_name", folded, at) or at in cues.kinds:
        return False
    return at in cues.predicates or (not named and at in cues.acts)


def _called_on(text: str, folded: str, mentions: Sequence[Mention], cues: Cues, rules: RoleRules) -> list[Mention]:
    """The bodies of no list between a word of call and what they shall do ("Ban A yêu cầu Công ty khẩn trương khắc phục ...")."""
    found = []
    for call in rules.all("placed.called", folded):
        start = call.end()
        clause = max(folded.rfind(sign, 0, call.start()) for sign in ".;:")
        # "Đối với nơi trái quy định, giao ...": what the case tells is nobody's work here.
        case = rules.at("item.case", folded, clause + 2 if clause >= 0 else 0)
        case_ends = case.end() if case else clause
        if case_ends < call.start() and any(
            clause < at < call.start() and (cues.strong(at) or at <= clause + 2) for at in cues.predicates
        ):
            continue  # "Kiểm tra, nhắc nhở, yêu cầu doanh nghiệp nộp đủ tiền": whoever checks leads
        stop = min((at for at in cues.predicates if at > start and cues.strong(at)), default=start)
        inside = (m.full_start for m in mentions if start < m.full_start < stop)
        stop = min((at for at in inside if folded[start:at].strip() not in _PLURAL), default=stop)
        end = len(_AND.sub("", text[:stop]).rstrip(" ,;"))
        known = any(mention.full_start <= start < mention.end for mention in mentions)
        if known or end <= start or start in cues.predicates or rules.whole("placed.no_name", folded, start, end):
            continue
        if len(text[start:end].split()) <= LONGEST_CALLED and rules.first("heading_body", folded[start:end]) is not None:
            found.append(Mention(start, end, text[start:end], CALLED, "agency.called"))
    return found


def _taken_up(text: str, mentions: Sequence[Mention], rules: RoleRules) -> list[Mention]:
    """The bodies called by their first word ("..., Trung tâm chịu trách nhiệm ..."), where one body named before begins with it."""
    found = []
    for match in rules.all("placed.short", text):
        start, end = match.span("who")
        before = {m.name for m in mentions if m.end < start and m.name.startswith(f"{match.group('who')} ")}
        if len(before) == 1 and not any(m.start < end and start < m.end for m in mentions):
            found.append(Mention(start, end, before.pop(), "body", TAKEN_UP))
    return found


def _called_by_kind(text: str, mentions: Sequence[Mention], cues: Cues, rules: RoleRules) -> list[Mention]:
    """A body called by its kind ("Thành phố khẩn trương rà soát …") at the start of a text, a place that acts in any clause."""
    found: list[Mention] = []
    match = rules.at("placed.kind_acts", text)
    if match and match.end() in cues.predicates and not any(mention.start < match.end() for mention in mentions):
        found = [Mention(0, match.end("who"), match.group("who"), "council", "agency.by_kind")]
    for area in rules.all("placed.area_acts", text):
        start, end = area.span("who")
        acts = area.end() in cues.predicates or (area["name"] and area.end() in cues.acts)
        if acts and not any(mention.start < end and start < mention.end for mention in [*mentions, *found]):
            found.append(Mention(start, end, area.group("who"), "place", "agency.by_kind"))
    return found


def _unknown_subject(text: str, folded: str, mentions: Sequence[Mention], cues: Cues, rules: RoleRules) -> list[Mention]:
    """The people or bodies before "có trách nhiệm" at the start of a text, where no pattern knows them all."""
    run_in = _RUN_IN.match(folded)
    match = rules.at("placed.responsible", folded, run_in.end() if run_in else 0)
    if match is None:
        return []
    start, end = match.span("who")
    if start in cues.orders and rules.first("heading_body", folded[start:end]) is None:
        return []  # "Quản lý hồ sơ, chịu trách nhiệm trước pháp luật" below "Sở A:"
    inside = [mention for mention in mentions if mention.full_start < end and mention.end > start]
    apart = [found.span() for found in rules.all("placed.told_apart", folded) if start <= found.start() and found.end() <= end]
    if any(start <= at < end and cues.strong(at) and not any(lo <= at < hi for lo, hi in apart) for at in cues.predicates):
        return []
    parts = [(m.start(), m.end()) for m in _PARTS.finditer(text, start, end)]
    if inside and (inside[-1].end >= end or any(mention.kind != "collective" for mention in inside)):
        named = _beside_known(parts, inside, apart, folded, rules)
    else:
        whole = (inside and not apart) or any(len(text[lo:hi].split()) < 2 for lo, hi in parts)
        named = _named_parts([(start, end)] if whole else parts, apart, folded, rules)
    return [unlisted_body(text, lo, hi, "agency.subject") for lo, hi in named]


def _named_parts(parts: Sequence[Span], apart: Sequence[Span], folded: str, rules: RoleRules) -> list[Span]:
    """The bodies or people of a list between commas; staff, bare kinds and what tells a kind apart belong to what stands before."""
    named: list[Span] = []
    for lo, hi in parts:
        before = folded[slice(*named[-1])] if named else ""
        staff = rules.at("acting.staff_first", before) and rules.at("acting.staff", folded, lo)  # "Cán bộ, công chức, viên chức"
        kinds = rules.whole("acting.bare_kind", before) and rules.at("acting.bare_kind", folded, lo)  # so is "Tổ chức, cá nhân"
        head = rules.at("acting.head", folded, lo)
        bare = head is not None and rules.whole("acting.bare_kind", folded, head.end(), hi)
        head = head if head and (bare or len(folded[head.end() : hi].split()) > KIND) else None  # "Giám đốc Trung tâm"
        goes_on = bool(named) and (staff or kinds or _within(lo, apart))
        named[-1:] = [(named[-1][0], hi)] if goes_on else [*named[-1:], (head.end() if head else lo, hi)]
    return named


def _beside_known(
    parts: Sequence[Span], known: Sequence[Mention], apart: Sequence[Span], folded: str, rules: RoleRules
) -> list[Span]:
    """The bodies of no list beside known ones ("Công ty đại chúng, tổ chức phát hành có trách nhiệm ..."): each part must be known
    whole, or open as the name of a body does; else what stands there is no list of who is meant.
    """
    found: list[Span] = []
    for lo, hi in parts:
        inside = [mention for mention in known if mention.full_start < hi and mention.end > lo]
        if not inside and _within(lo, apart) and found and found[-1][1] + 2 == lo:
            found[-1] = (found[-1][0], hi)
        elif not inside and (rules.first("heading_body", folded[lo:hi]) or rules.at("acting.staff_first", folded, lo)):
            found.append((lo, hi))
        elif not inside or inside[0].full_start > lo or inside[-1].end < hi:
            return []
    return found


def _within(at: int, spans: Sequence[Span]) -> bool:
    """Whether an offset lies inside one of the spans, not at its start."""
    return any(start < at < end for start, end in spans)
