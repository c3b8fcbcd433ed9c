"""The fields of a document against gold.

In: a `Directive` (or none) and its `Gold`.  Out: a `Finding` a judged field: right, or missed (a wrong value counts once).
Promise: a field that gold leaves out is not judged; one that gold says is empty is right only when it is empty.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from models.directive import Directive
from pipeline.evaluate.gold import Gold
from pipeline.evaluate.measure import Finding, Outcome, Part
from pipeline.evaluate.names import Names
from pipeline.evaluate.words import bag, overlap, plain

__all__ = ["FIELDS", "judge_fields", "number_and_symbol"]

FIELDS = ("number", "symbol", "type", "issuer", "date", "signer", "subject")

_SUBJECT = 0.9
"""Share of words that two readings of a subject have in common, of the longer one: the measure acceptance uses."""

_PARTED = regex.compile(r"(?P<number>\d{1,6}\p{L}?)[-/](?P<symbol>.+)")
"""Number and symbol: "2039/KH-UBND", and "402-CV/VPĐU" as the Party writes them."""
_OPENING = regex.compile(r"^(?:v v|về việc|về) ")
_EVIDENCE = {"symbol": "number", "date": "issued"}


def judge_fields(directive: Directive | None, gold: Gold, names: Names) -> Iterable[Finding]:
    """Judge every field that gold speaks of."""
    found = _values(directive) if directive else dict.fromkeys(FIELDS)
    for name in FIELDS:
        if name not in gold.meta:
            continue
        wanted = _wanted(name, gold)
        right = _same(name, found[name], str(wanted) if wanted is not None else None, names)
        evidence = directive.fields.evidence.get(_EVIDENCE.get(name, name)) if directive else None
        rule, confidence = (f"{name}: {evidence.rule}", evidence.confidence) if evidence else (name, None)
        note = "" if right else f"  {name}: {found[name]!r} != {wanted!r}"
        yield Finding(Part.FIELDS, Outcome.RIGHT if right else Outcome.MISSED, rule, confidence, note=note)


def number_and_symbol(text: str | None) -> tuple[str | None, str | None]:
    """The number of a document and the symbol behind it; either may be missing."""
    match = _PARTED.fullmatch(text or "")
    number, symbol = match.group("number", "symbol") if match else (text or "").partition("/")[::2]
    return number or None, symbol or None


def _wanted(name: str, gold: Gold) -> object:
    """What gold says; number and symbol together, since a Party number may have been parted at its slash ("402-CV", "VPĐU")."""
    if name in ("number", "symbol") and {"number", "symbol"} <= gold.meta.keys():
        together = "/".join(str(gold.meta[part] or "") for part in ("number", "symbol"))
        return number_and_symbol(together)[name == "symbol"]
    return gold.meta[name]


def _values(directive: Directive) -> dict[str, str | None]:
    own = directive.fields
    number, symbol = number_and_symbol(own.number)
    issued = own.issued.isoformat() if own.issued else None
    signer = own.signer.name if own.signer else None
    return dict(zip(FIELDS, (number, symbol, own.type, own.issuer, issued, signer, own.subject), strict=True))


def _same(name: str, found: str | None, wanted: str | None, names: Names) -> bool:
    if not found or not wanted:
        return not found and not wanted
    if plain(found) == plain(wanted):
        return True
    if name == "issuer":
        return names.same(found, wanted) and plain(names.place) in plain(found)
    if name == "subject":
        share = overlap(bag(_bare(found)), bag(_bare(wanted)))
        return min(share.of_one, share.of_other) >= _SUBJECT
    return False


def _bare(subject: str) -> str:
    return _OPENING.sub("", plain(subject))
