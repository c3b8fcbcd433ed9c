"""The records of rules/tasks.json, rules/headings.json and rules/roles.json: what may stand beside a body, what an item that is
no task looks like, what a heading or an opening says of the bodies it names, and who of those named in a sentence acts.

In: the three files.  Out: `RoleRules`, loaded once.
Promise: a pattern that runs out of its time matches nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import regex

from pipeline.rules import Rule, in_time, load_rules
from pipeline.rules.needed import RuleIndex

__all__ = ["RoleRules", "load_role_rules"]

LARGE: Final = 20
"""Records of a group from which on it costs less to look up the words of a text once than to ask each record."""


@dataclass(frozen=True, slots=True)
class RoleRules:
    """The records of the three files by group, and each by its id. `index`: which may match a text at all, for those
    that are not `quick` to fail; `of_group`: the same for all records of a large group; `holds`: what a text must hold
    besides for a costly one to match.
    """

    groups: Mapping[str, tuple[Rule, ...]]
    by_id: Mapping[str, Rule]
    index: RuleIndex
    of_group: Mapping[str, RuleIndex]
    quick: frozenset[str]
    holds: Mapping[str, regex.Pattern[str]]

    def first(self, group: str, folded: str) -> Rule | None:
        """The first record of `group` that matches."""
        return next(self.matching(group, folded), None)

    def matching(self, group: str, folded: str) -> Iterator[Rule]:
        """The records of `group` that match, in their order."""
        index = self.of_group.get(group)
        if index is None:
            return (rule for rule in self.groups[group] if self.test(rule, folded))
        possible = index.possible(folded)
        return (rule for rule in self.groups[group] if rule.id in possible and self._holds(rule, folded) and _found(rule, folded))

    def has(self, rule_id: str, folded: str) -> bool:
        """Whether one record matches."""
        return self.test(self.by_id[rule_id], folded)

    def at(self, rule_id: str, folded: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """Where a record matches from `start` on."""
        return in_time.match(self.by_id[rule_id].pattern, folded, start, end)

    def whole(self, rule_id: str, folded: str, start: int = 0, end: int | None = None) -> bool:
        """Whether a record matches all that stands between two offsets."""
        return in_time.fullmatch(self.by_id[rule_id].pattern, folded, start, end) is not None

    def find(self, rule_id: str, folded: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """Where a record matches first between two offsets."""
        rule = self.by_id[rule_id]
        # What ends within the text may part a word there; then the words of the whole text tell nothing.
        return in_time.search(rule.pattern, folded, start, end) if end is not None or self._may_match(rule, folded) else None

    def all(self, rule_id: str, folded: str) -> list[regex.Match[str]]:
        """Wherever a record matches."""
        rule = self.by_id[rule_id]
        return list(in_time.every(rule.pattern, folded)) if self._may_match(rule, folded) else []

    def test(self, rule: Rule, folded: str) -> bool:
        """Whether a record matches within its time."""
        return self._may_match(rule, folded) and _found(rule, folded)

    def _may_match(self, rule: Rule, folded: str) -> bool:
        """A cheap look at the words of a text before the pattern itself is tried."""
        if rule.id not in self.quick and not self.index.may_match(rule.id, folded):
            return False
        return self._holds(rule, folded)

    def _holds(self, rule: Rule, folded: str) -> bool:
        """Whether a text holds what the record says that it must."""
        needed = self.holds.get(rule.id)
        return needed is None or needed.search(folded) is not None


def load_role_rules() -> RoleRules:
    """Read the three files."""
    rules = (*load_rules("tasks"), *load_rules("headings"), *load_rules("roles"))
    by_group: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        by_group[rule.data["group"]] = (*by_group.get(rule.data["group"], ()), rule)
    quick = frozenset(rule.id for rule in rules if _at_start(rule))
    holds = {rule.id: regex.compile(rule.data["holds"]) for rule in rules if "holds" in rule.data}
    of_group = {group: RuleIndex(records) for group, records in by_group.items() if len(records) >= LARGE}
    return RoleRules(by_group, {rule.id: rule for rule in rules}, RuleIndex(rules), of_group, quick, holds)


def _at_start(rule: Rule) -> bool:
    """Whether a pattern is tried at the start of a text only: it fails sooner than the words of the text are looked up."""
    return rule.pattern.pattern.startswith("^")


def _found(rule: Rule, folded: str) -> bool:
    return in_time.search(rule.pattern, folded) is not None
