"""A body in a role.

In: nothing.  Out: `RoleFinding`.
Promise: a value without a rule in it; roles.py fills it.
"""

from __future__ import annotations

from dataclasses import dataclass

from models.directive import Capacity, Role
from pipeline.detect.mentions import Mention

__all__ = ["ASSIGNED", "RoleFinding"]

ASSIGNED = "role.lead.assign"
"""The rule of bodies that a sentence calls on ("giao ...", "đề nghị ...", "yêu cầu ...")."""

_ORDERING_HEADS = ("chủ tịch", "phó chủ tịch", "thủ tướng")


@dataclass(frozen=True, slots=True)
class RoleFinding:
    """A body in a role. `capacity` is set for leads; `rule` is the record that gave the role."""

    mention: Mention
    role: Role
    capacity: Capacity | None
    rule: str
    confidence: float

    @property
    def name(self) -> str:
        """The name for the list: heads are taken off, but UBND and its chairman receive apart."""
        mention = self.mention
        if self.role is Role.REPORT_TO and mention.kind == "council" and mention.head.lower().startswith(_ORDERING_HEADS):
            return f"{mention.head} {mention.name}"
        return mention.name
