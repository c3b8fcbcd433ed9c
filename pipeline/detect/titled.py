"""Whose work a paper tells by its title: the body whose functions, duties or ways of working a decision lays down.

In: the outline and an analysis of its subject.  Out: that body, for items of its duties that name nobody.
Promise: only papers about one body have one; a plan or a letter whose subject names a body does not.
Source: ANNOTATION rules, "Agencies of a task" (nothing nearer names anybody); decisions on functions, NĐ 24/2014/NĐ-CP and after.
"""

from __future__ import annotations

from models.directive import Capacity, Role
from models.outline import Outline, Section
from pipeline.detect.draft import Analyser, Draft, Inherited
from pipeline.detect.roles import RoleFinding

__all__ = ["body_of_title", "tells_its_duties"]

_SURE = 0.8


def body_of_title(outline: Outline, analyser: Analyser) -> Inherited | None:
    """The body that the subject of a decision is about ("... chức năng, nhiệm vụ của Sở A", "Thành lập Tổ công tác B")."""
    if not outline.letterhead.type_name.text.upper().startswith("QUYẾT ĐỊNH"):
        return None
    passage = outline.letterhead.subject
    analysis = analyser(passage)
    match = analysis.rules.find("title.whose", analysis.folded)
    if match is None:
        return None
    named = next((mention for mention in analysis.mentions if mention.full_start == match.end()), None)
    if named is None:
        return None
    return Inherited(passage, (RoleFinding(named, Role.LEAD, Capacity.THUC_HIEN, "role.lead.title", _SURE),))


def tells_its_duties(draft: Draft) -> bool:
    """Whether an item stands in a part on duties, and neither it nor what is above it says whose they are."""
    here = draft.context.section is Section.TASKS or draft.context.duties
    names = draft.analysis.leads or draft.analysis.judgement.added or any(label.attribute == "lead" for label in draft.labels)
    return here and draft.context.leads is None and not names
