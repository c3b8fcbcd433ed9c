"""Bodies that an item calls by their kind, below the heading that names them: "Cục xây dựng kế hoạch" below "2. Cục Con nuôi".

In: a finding of an item, the leads that stand above it.  Out: the finding with the words of its kind alone, and the body meant.
Promise: a name that says more than the kind is left alone, and so is one whose kind the heading does not name.
Source: rules/roles.json, group "short".
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from models.directive import Role
from pipeline.detect.analysis import Analysis
from pipeline.detect.finding import RoleFinding
from pipeline.rules.folding import fold_same_length

__all__ = ["Short", "called_short"]

_SERIAL = frozenset(["tổ chức", "đầu tư", "triển khai", "thực hiện", "chỉ đạo", "phối hợp", "tiếp tục", "giải quyết"])
"""Verbs behind which another one stands ("Trung tâm tổ chức tiếp nhận hồ sơ"); behind any other the name goes on up to it."""


class Short(NamedTuple):
    """A finding under the short name that the item gives, and whom it means by the heading; `finding` is None where only a person
    is named who heads that body ("Cục trưởng").
    """

    finding: RoleFinding | None
    meant: RoleFinding


def called_short(finding: RoleFinding, analysis: Analysis, above: tuple[RoleFinding, ...]) -> Short | None:
    """Whom a finding means that names only a kind of body or the head of one; None where it names more, or nobody above fits."""
    mention = finding.mention
    if finding.role is not Role.LEAD:
        return None
    if standing := _standing(finding, analysis, above):
        return standing
    if mention.kind == "collective":
        return None
    titled = analysis.rules.at("short.title", analysis.folded, mention.full_start)
    if titled is not None:
        (kinds,) = (kinds for title, kinds in _heads(analysis).items() if titled.group("title") == title)
        meant = _of_kind(tuple(kinds), above)
        return Short(None, meant) if meant else None
    match = analysis.rules.at("short.kind", analysis.folded, mention.full_start)
    if match is None or not (match.end("kind") == mention.end or _acts_behind(match.end("kind"), analysis)):
        return None
    rest = analysis.folded[match.end("kind") : mention.end].strip()
    if rest and rest not in _SERIAL and analysis.cues.opens(mention.end + 1):
        return None  # "Sở xây dựng | thẩm định giá": a name in small letters
    kind = match.group("kind")
    meant = _of_kind(tuple(_kinds(analysis).get(kind, (kind,))), above)
    if meant is None:
        return None
    start, end = match.span("kind")
    return Short(replace(finding, mention=replace(mention, start=start, end=end, name=analysis.text[start:end], head="")), meant)


def _standing(finding: RoleFinding, analysis: Analysis, above: tuple[RoleFinding, ...]) -> Short | None:
    """The one body above, where an item begins with what it is besides ("Cơ quan thường trực Ban Chỉ đạo, tham mưu ..." below "1.
    Sở Y tế"); below a committee or many bodies that is another.
    """
    leads = [f for f in above if f.role is Role.LEAD]
    begins = finding.mention.full_start == analysis.first
    if not begins or len(leads) != 1 or analysis.rules.at("short.standing", analysis.folded, analysis.first) is None:
        return None
    another = leads[0].mention.kind == "collective" or analysis.rules.at("short.committee", fold_same_length(leads[0].name))
    return None if another else Short(None, leads[0])


def _acts_behind(end: int, analysis: Analysis) -> bool:
    """Whether a word of order or action in lower case follows directly: in "Trung tâm tổ chức tập huấn" the name is over."""
    at = end + 1
    return analysis.text[at : at + 1].islower() and (analysis.cues.opens(at) or at in analysis.cues.kinds)


def _of_kind(kinds: tuple[str, ...], above: tuple[RoleFinding, ...]) -> RoleFinding | None:
    """The one body above whose name begins with one of these kinds and says more."""
    names = {f.name: f for f in above if f.role is Role.LEAD}
    fit = [f for name, f in names.items() if fold_same_length(name).startswith(tuple(f"{kind} " for kind in kinds))]
    return fit[0] if len(fit) == 1 else None


def _heads(analysis: Analysis) -> dict[str, list[str]]:
    """The kinds of bodies that a title heads."""
    return dict(analysis.rules.by_id["short.title"].data["heads"])


def _kinds(analysis: Analysis) -> dict[str, list[str]]:
    """Kinds that a body may be called by although its name begins with another ("Nhà trường" for a college)."""
    return dict(analysis.rules.by_id["short.kind"].data["also"])
