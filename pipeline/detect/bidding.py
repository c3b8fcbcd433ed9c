"""What a letter asks for in the name of its issuer: without naming who shall do it ("Sở Y tế yêu cầu rà soát"), or by "chỉ đạo".

In: the analysis of a paragraph, the issuer of its paper.  Out: whether it asks, or whom it tells to act.
Promise: what others ask for is no order of the paper; where nobody is named no lead is guessed.
Source: ANNOTATION rules, "A task", 1 and 10.
"""

from __future__ import annotations

from models.directive import Role
from models.outline import Outline
from pipeline.detect.analysis import Analysis
from pipeline.detect.mentions import groups
from pipeline.detect.role_rules import RoleRules
from pipeline.detect.roles import RoleFinding, capacity_of
from pipeline.rules.directory import load_directory

DIRECTED = "role.lead.directed"
"""The rule of "UBND tỉnh chỉ đạo Sở A rà soát" in a paper of that committee (self_told.py has it in items)."""
_SURE = 0.85
BEHIND = 120
"""Characters behind a name that tell in what capacity it acts."""


def key_of_issuer(outline: Outline) -> str:
    """The words of the issuer as the directory compares them, parted and closed by spaces; empty without an issuer."""
    return _key(outline.letterhead.issuer.text)


def bids(analysis: Analysis, issuer: str) -> bool:
    """Whether the issuer, by its own name or that of its kind ("UBND tỉnh"), asks for what a word of order begins."""
    if not issuer or analysis.test("tells"):
        return False
    cues = analysis.cues.predicates | analysis.cues.acts
    asked = analysis.rules.all("addressed.bids", analysis.folded)
    return any(match.end() in cues and is_issuer(match["who"], issuer, analysis.rules) for match in asked)


def directed(analysis: Analysis, issuer: str) -> tuple[RoleFinding, ...]:
    """The bodies that the issuer tells to act ("UBND tỉnh chỉ đạo Sở A kiểm tra ..."): it leads nothing itself."""
    for lead in analysis.leads if issuer else ():
        told = analysis.rules.at("addressed.directs", analysis.folded, lead.mention.end)
        if told is None or lead.rule != "role.lead.subject" or not is_issuer(lead.mention.name, issuer, analysis.rules):
            continue
        for named in groups(analysis.mentions, analysis.text, analysis.rules):
            if named[0].full_start == told.end():
                capacity = capacity_of(analysis.folded[named[-1].end :][:BEHIND], analysis.rules)
                return tuple(RoleFinding(mention, Role.LEAD, capacity, DIRECTED, _SURE) for mention in named)
    return ()


def is_issuer(name: str, issuer: str, rules: RoleRules) -> bool:
    """Whether a name is that of the issuer, of its kind ("UBND tỉnh"), or of the committee of a mass organisation that issues."""
    key = _key(name)
    if bool(key) and key in issuer:
        return True
    committee = rules.at("addressed.committee", key.strip())
    words = (committee["centre"], committee["house"]) if committee else ()
    return bool(words) and all(f" {word.strip()} " in issuer for word in words if word)


def _key(name: str) -> str:
    key = load_directory().naming.key(name)
    return f" {key} " if key else ""
