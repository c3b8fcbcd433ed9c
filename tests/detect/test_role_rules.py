"""Records of a large group are looked up by the words of a text; that finds the same as asking each of them."""

from __future__ import annotations

from pipeline.detect.role_rules import load_role_rules
from pipeline.rules.folding import fold_same_length


def test_a_group_that_is_looked_up_gives_what_each_of_its_records_gives() -> None:
    rules = load_role_rules()
    assert "not" in rules.of_group
    for group in rules.of_group:
        texts = [
            fold_same_length(text) for rule in rules.groups[group] for text in (*rule.examples[:1], *rule.counter_examples[:1])
        ]
        told = [[rule.id for rule in rules.matching(group, text)] for text in texts]
        assert any(told)
        assert told == [[rule.id for rule in rules.groups[group] if rules.test(rule, text)] for text in texts]
