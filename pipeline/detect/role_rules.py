"""The records of rules/tasks.json, rules/headings.json and rules/roles.json: what may stand beside a body, what an item that is
no task looks like, what a heading or an opening says of the bodies it names, and who of those named in a sentence acts.

In: the three files.  Out: `RoleRules`, loaded once.
Promise: a pattern that runs out of its time matches nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import regex

from pipeline.rules import MATCH_SECONDS, Rule, load_rules

__all__ = ["RoleRules", "load_role_rules"]


@dataclass(frozen=True, slots=True)
class RoleRules:
    """The records of the three files by group, and each by its id. `holds`: what a text must hold for a costly one to match."""

    groups: Mapping[str, tuple[Rule, ...]]
    by_id: Mapping[str, Rule]
    holds: Mapping[str, regex.Pattern[str]]

    def first(self, group: str, folded: str) -> Rule | None:
        """The first record of `group` that matches."""
        for rule in self.groups.get(group, ()):
            if self.test(rule, folded):
                return rule
        return None

    def has(self, rule_id: str, folded: str) -> bool:
        """Whether one record matches."""
        return self.test(self.by_id[rule_id], folded)

    def at(self, rule_id: str, folded: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """Where a record matches from `start` on."""
        rule = self.by_id[rule_id]
        return _in_time(rule.pattern.match, folded, start, end) if self._may_match(rule, folded) else None

    def whole(self, rule_id: str, folded: str, start: int = 0, end: int | None = None) -> bool:
        """Whether a record matches all that stands between two offsets."""
        return _in_time(self.by_id[rule_id].pattern.fullmatch, folded, start, end) is not None

    def find(self, rule_id: str, folded: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """Where a record matches first between two offsets."""
        return _in_time(self.by_id[rule_id].pattern.search, folded, start, end)

    def all(self, rule_id: str, folded: str) -> list[regex.Match[str]]:
        """Wherever a record matches."""
        try:
            return list(self.by_id[rule_id].pattern.finditer(folded, timeout=MATCH_SECONDS))
        except TimeoutError:
            return []

    def test(self, rule: Rule, folded: str) -> bool:
        """Whether a record matches within its time."""
        return self._may_match(rule, folded) and _in_time(rule.pattern.search, folded) is not None

    def _may_match(self, rule: Rule, folded: str) -> bool:
        """A cheap look at the words of a text before the pattern itself is tried."""
        needed = self.holds.get(rule.id)
        return needed is None or needed.search(folded) is not None


def _in_time(
    match: Callable[..., regex.Match[str] | None], folded: str, start: int = 0, end: int | None = None
) -> regex.Match[str] | None:
    """What a pattern finds within its time; None where it runs out of it."""
    try:
        return match(folded, start, end, timeout=MATCH_SECONDS)
    except TimeoutError:
        return None


def load_role_rules() -> RoleRules:
    """Read the three files."""
    rules = (*load_rules("tasks"), *load_rules("headings"), *load_rules("roles"))
    by_group: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        by_group[rule.data["group"]] = (*by_group.get(rule.data["group"], ()), rule)
    holds = {rule.id: regex.compile(rule.data["holds"]) for rule in rules if "holds" in rule.data}
    return RoleRules(by_group, {rule.id: rule for rule in rules}, holds)
