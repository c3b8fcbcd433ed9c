"""Every record of rules/*.json matches its examples, refuses its counter-examples, and is written in one form."""

from __future__ import annotations

import json
import unicodedata
from importlib.resources import files

import pytest
import regex

from pipeline.detect.deadline_text import plain
from pipeline.detect.role_rules import load_role_rules
from pipeline.rules import Rule, in_time, load_json, load_rules
from pipeline.rules.types import document_types


def _names() -> list[str]:
    return sorted(entry.name.removesuffix(".json") for entry in files("pipeline.rules").iterdir() if entry.name.endswith(".json"))


def pattern_files() -> list[str]:
    """Files whose rules are patterns; other lists of records are checked by the tests of their own modules."""
    named = {name: load_json(name) for name in _names()}
    return [
        name
        for name, content in named.items()
        if isinstance(content, dict) and any("pattern" in r for r in content.get("rules", []))
    ]


RULES = [pytest.param(name, rule, id=f"{name}:{rule.id}") for name in pattern_files() for rule in load_rules(name)]


def _pattern(rule: Rule) -> regex.Pattern[str]:
    """The pattern as its module uses it: "case" asks for letters as written."""
    if rule.data.get("case"):
        return regex.compile(rule.pattern.pattern, rule.pattern.flags & ~regex.IGNORECASE)
    return rule.pattern


def _spelt(name: str, text: str) -> str:
    """Deadlines and citations are read in plain spelling (one hyphen, one place for the tone)."""
    return plain(text).text if name in ("deadlines", "citations") else text


def test_the_files_of_deadlines_and_citations_are_among_those_checked() -> None:
    assert {"deadlines", "citations", "outline"} <= set(pattern_files())


@pytest.mark.parametrize(("name", "rule"), RULES)
def test_each_example_is_matched(name: str, rule: Rule) -> None:
    assert rule.examples
    missed = [example for example in rule.examples if not _pattern(rule).search(_spelt(name, example))]
    assert missed == []


@pytest.mark.parametrize(("name", "rule"), RULES)
def test_no_counter_example_is_matched(name: str, rule: Rule) -> None:
    hit = [example for example in rule.counter_examples if _pattern(rule).search(_spelt(name, example))]
    assert hit == []


@pytest.mark.parametrize("name", pattern_files())
def test_ids_are_unique_and_sorted(name: str) -> None:
    ids = [record["id"] for record in load_json(name)["rules"]]
    assert ids == sorted(set(ids))


def test_no_two_records_of_roles_share_an_id() -> None:
    """The detector keeps the records of these files by their ids in one table."""
    ids = [record["id"] for name in ("tasks", "headings", "roles") for record in load_json(name)["rules"]]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", pattern_files())
def test_each_record_has_the_fields_of_a_rule(name: str) -> None:
    for record in load_json(name)["rules"]:
        assert isinstance(record["id"], str)
        assert record["id"]
        assert isinstance(record["examples"], list)
        assert record["examples"]
        assert isinstance(record.get("counter_examples", []), list)


@pytest.mark.parametrize("name", ["deadlines", "citations"])
def test_each_record_has_a_kind_a_source_field_and_a_counter_example(name: str) -> None:
    for record in load_json(name)["rules"]:
        assert record["kind"]
        assert "source" in record
        assert record["counter_examples"], record["id"]
        if name == "deadlines" and record["kind"] not in ("skip", "context"):
            assert 0 < record["confidence"] < 1


@pytest.mark.parametrize("name", _names())
def test_text_is_nfc(name: str) -> None:
    text = json.dumps(load_json(name), ensure_ascii=False)
    bad = [line for line in text.split('"') if not unicodedata.is_normalized("NFC", line)]
    assert bad == []


def test_each_look_before_a_deadline_pattern_lets_its_examples_through() -> None:
    refused = []
    for rule in load_rules("deadlines"):
        needs = rule.data.get("needs")
        if needs:
            refused += [e for e in rule.examples if not regex.search(needs, " ".join(plain(e).text.lower().split()))]
    assert refused == []


def test_each_look_before_a_pattern_of_roles_lets_its_examples_through() -> None:
    rules, refused = load_role_rules(), []
    assert rules.holds
    for name, holds in rules.holds.items():
        refused += [e for e in rules.by_id[name].examples if not holds.search(plain(e).text.lower())]
    assert refused == []


@pytest.mark.parametrize(
    ("name", "rule_id", "piece"),
    [
        ("headings", "opening.directs", " "),
        ("headings", "opening.obliges", " "),
        ("headings", "heading.decides", " "),
        ("headings", "heading.post", " "),
        ("deadlines", "skip.meeting", "tại cuộc "),
    ],
)
def test_a_pattern_that_repeats_words_gives_up_each_place_once(name: str, rule_id: str, piece: str) -> None:
    """Tried at every place of a line of 5,000 characters, or three pages, they took longer than a pattern has."""
    rule = next(rule for rule in load_rules(name) if rule.id == rule_id)
    line = piece * (5_000 if piece == " " else 3_000)
    assert rule.pattern.search(line, timeout=in_time.MATCH_SECONDS) is None


def test_the_29_types_of_decree_30_are_there_each_name_and_abbreviation_once() -> None:
    types = document_types()
    assert sum(kind.system == "administrative" for kind in types.types) == 29
    names = [name.lower() for kind in types.types for name in kind.names]
    abbreviations = [abbr.upper() for kind in types.types for abbr in (kind.abbr, *kind.variants) if abbr]
    assert len(names) == len(set(names))
    assert len(abbreviations) == len(set(abbreviations))


@pytest.mark.parametrize(
    ("name", "abbr"),
    [
        ("quyết định", "QĐ"),
        ("tờ trình", "TTr"),
        ("chương trình", "CTr"),
        ("công văn", "CV"),
        ("thư công", None),
        ("nghị định", "NĐ"),
    ],
)
def test_the_abbreviation_of_a_type(name: str, abbr: str | None) -> None:
    assert document_types().by_name[name].abbr == abbr
