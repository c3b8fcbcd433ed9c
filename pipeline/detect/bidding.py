"""Whether a paragraph asks for something in the name of its issuer without naming who shall do it ("Sở Y tế yêu cầu rà soát").

In: the analysis of a paragraph, the issuer of its paper.  Out: yes or no.
Promise: what others ask for is no order of the paper; where nobody is named no lead is guessed.
Source: ANNOTATION rules, "A task", 1 and 10.
"""

from __future__ import annotations

from models.outline import Outline
from pipeline.detect.analysis import Analysis
from pipeline.rules.directory import load_directory


def key_of_issuer(outline: Outline) -> str:
    """The words of the issuer as the directory compares them, parted and closed by spaces; empty without an issuer."""
    return _key(outline.letterhead.issuer.text)


def bids(analysis: Analysis, issuer: str) -> bool:
    """Whether the issuer, by its own name or that of its kind ("UBND tỉnh"), asks for what a word of order begins."""
    if not issuer or analysis.test("tells"):
        return False
    cues = analysis.cues.predicates | analysis.cues.acts
    asked = analysis.rules.all("addressed.bids", analysis.folded)
    return any(match.end() in cues and is_issuer(match["who"], issuer) for match in asked)


def is_issuer(name: str, issuer: str) -> bool:
    """Whether a name is that of the issuer, or of its kind ("UBND tỉnh")."""
    return _key(name) in issuer


def _key(name: str) -> str:
    key = load_directory().naming.key(name)
    return f" {key} " if key else ""
