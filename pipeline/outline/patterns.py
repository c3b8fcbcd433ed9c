"""The patterns of rules/outline.json, sorted by what they are for.

In: rules/outline.json.  Out: `OutlineRules`, a frozen value that the outline stage gets as an argument.
Promise: each pattern has a time limit; a text that exhausts it counts as no match.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import regex

from pipeline.rules import MATCH_SECONDS, Rule, load_json, load_rules

LONGEST_LINE = 600
"""Characters of a line that patterns look at: letterhead, headings and furniture are shorter; hostile lines are cut."""


@dataclass(frozen=True, slots=True)
class OutlineRules:
    """Rules by group, and the type names of documents in capitals with their abbreviations."""

    groups: Mapping[str, tuple[Rule, ...]]
    type_names: Mapping[str, str]

    def match(self, group: str, text: str) -> Rule | None:
        """The first rule of `group` that matches `text`."""
        for rule in self.groups.get(group, ()):
            if search(rule, text):
                return rule
        return None

    def named(self, rule_id: str, text: str) -> regex.Match[str] | None:
        """The match of one rule."""
        group = rule_id.partition(".")[0]
        group = {"body": "opener", "end": rule_id.partition(".")[2]}.get(group, group)
        for rules in (self.groups.get(group, ()), *self.groups.values()):
            for rule in rules:
                if rule.id == rule_id:
                    return search(rule, text)
        raise KeyError(rule_id)


def search(rule: Rule, text: str) -> regex.Match[str] | None:
    """The first match of the rule in the head of `text`; None also where its time ran out."""
    try:
        return rule.pattern.search(text[:LONGEST_LINE], timeout=MATCH_SECONDS)
    except TimeoutError:
        return None


def load_outline_rules() -> OutlineRules:
    """Read rules/outline.json and the type names of rules/document_types.json."""
    groups: dict[str, tuple[Rule, ...]] = {}
    for rule in load_rules("outline"):
        groups[rule.data["group"]] = (*groups.get(rule.data["group"], ()), rule)
    names = {name.upper(): record["abbr"] for record in load_json("document_types")["types"] for name in record["names"]}
    return OutlineRules(groups, names)
