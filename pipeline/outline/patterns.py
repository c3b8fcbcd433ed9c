"""The patterns of rules/outline.json, sorted by what they are for.

In: rules/outline.json, cues.json, document_types.json.
Out: `OutlineRules`, a frozen value that the outline stage gets as an argument.
Promise: each pattern has a time limit; a text that exhausts it counts as no match.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import regex

from pipeline.rules import Rule, in_time, load_json, load_rules
from pipeline.rules.folding import fold_same_length

LONGEST_LINE = 600
"""Characters of a line that patterns look at: letterhead, headings and furniture are shorter; hostile lines are cut."""


@dataclass(frozen=True, slots=True)
class OutlineRules:
    """Rules by group and by id, and the type names of documents in capitals with their abbreviations."""

    groups: Mapping[str, tuple[Rule, ...]]
    by_id: Mapping[str, Rule]
    type_names: Mapping[str, str]
    order_words: frozenset[str]
    duty_words: frozenset[str] = frozenset()

    def opens_order(self, text: str) -> bool:
        """Whether the text opens with a word of order (rules/cues.json)."""
        words = fold_same_length(text[:60]).replace(",", " ").split()
        return any(" ".join(words[:count]) in self.order_words for count in (1, 2, 3))

    def opens_work(self, text: str) -> bool:
        """Whether the text opens with a capital and a word of order, or one of duty that has several syllables."""
        words = fold_same_length(text[:60]).replace(",", " ").split()
        opened = any(" ".join(words[:count]) in self.order_words | self.duty_words for count in (2, 3))
        return text[:1].isupper() and (opened or self.opens_order(text))

    def match(self, group: str, text: str) -> Rule | None:
        """The first rule of `group` that matches `text`."""
        head = text[:LONGEST_LINE]
        return next((rule for rule in self.groups.get(group, ()) if search(rule, head)), None)

    def named(self, rule_id: str, text: str) -> regex.Match[str] | None:
        """The match of one rule."""
        return search(self.by_id[rule_id], text)


def search(rule: Rule, text: str) -> regex.Match[str] | None:
    """The first match of the rule in the head of `text`; None also where its time ran out."""
    return in_time.search(rule.pattern, text[:LONGEST_LINE])


def load_outline_rules() -> OutlineRules:
    """Read rules/outline.json and the type names of rules/document_types.json."""
    groups: dict[str, tuple[Rule, ...]] = {}
    loaded = load_rules("outline")
    for rule in loaded:
        groups[rule.data["group"]] = (*groups.get(rule.data["group"], ()), rule)
    names = {name.upper(): record["abbr"] for record in load_json("document_types")["types"] for name in record["names"]}
    return OutlineRules(groups, {rule.id: rule for rule in loaded}, names, _words("ORDER"), _words("DUTY"))


def _words(label: str) -> frozenset[str]:
    cues = (cue for cue in load_json("cues")["cues"] if cue["label"] == label)
    return frozenset(fold_same_length(word) for cue in cues for word in cue["words"])
