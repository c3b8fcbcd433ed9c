"""The records of rules/tasks.json, by group: what may stand beside a body, and what an item that is no task looks like.

In: rules/tasks.json.  Out: `RoleRules`, loaded once.
Promise: a pattern that runs out of its time matches nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.rules import MATCH_SECONDS, Rule, load_rules

__all__ = ["RoleRules", "load_role_rules"]


@dataclass(frozen=True, slots=True)
class RoleRules:
    """The records of rules/tasks.json by group, and each by its id."""

    groups: Mapping[str, tuple[Rule, ...]]
    by_id: Mapping[str, Rule]

    def first(self, group: str, folded: str) -> Rule | None:
        """The first record of `group` that matches."""
        for rule in self.groups.get(group, ()):
            if self.test(rule, folded):
                return rule
        return None

    def has(self, rule_id: str, folded: str) -> bool:
        """Whether one record matches."""
        return self.test(self.by_id[rule_id], folded)

    @staticmethod
    def test(rule: Rule, folded: str) -> bool:
        """Whether a record matches within its time."""
        try:
            return rule.pattern.search(folded, timeout=MATCH_SECONDS) is not None
        except TimeoutError:
            return False


def load_role_rules() -> RoleRules:
    """Read rules/tasks.json."""
    rules = load_rules("tasks")
    by_group: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        by_group[rule.data["group"]] = (*by_group.get(rule.data["group"], ()), rule)
    return RoleRules(by_group, {rule.id: rule for rule in rules})
