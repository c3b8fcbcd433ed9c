"""A pattern has its time: on a long text by a limit, on a short one by what the pattern is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import regex

from pipeline.rules import Rule, in_time, load_rules
from tests.rules.test_rules_examples import pattern_files

ENDLESS = regex.compile(r"(?:\w+|\w+\s)+:")
LONG = "việc " * in_time.SHORT
SHORT_ENOUGH = in_time.SHORT - 1


@pytest.fixture(autouse=True)
def _little_time(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "rule" not in request.fixturenames:
        monkeypatch.setattr(in_time, "MATCH_SECONDS", 0.05)


def test_a_pattern_that_runs_out_of_its_time_finds_nothing() -> None:
    assert in_time.search(ENDLESS, LONG) is None
    assert in_time.match(ENDLESS, LONG) is None
    assert in_time.fullmatch(ENDLESS, LONG) is None
    assert list(in_time.every(ENDLESS, LONG)) == []


def test_what_is_found_before_the_time_runs_out_stays() -> None:
    assert [found[0] for found in in_time.every(regex.compile(r"việc: |(?:\w+|\w+\s)+:"), "việc: " + LONG)][:1] == ["việc: "]


def test_a_stretch_is_searched_as_the_pattern_itself_does() -> None:
    pattern, text = regex.compile(r"(?<=y )tế"), "Sở Y tế, Bộ Y tế " + "và " * in_time.SHORT
    for words in (text, text[:16]):
        assert in_time.search(pattern, words.lower(), 6).span() == (14, 16)  # type: ignore[union-attr]
        assert in_time.match(pattern, words.lower(), 5, 7).span() == (5, 7)  # type: ignore[union-attr]
        assert in_time.fullmatch(pattern, words.lower(), 5, 7)
        assert in_time.fullmatch(pattern, words.lower(), 5, 8) is None
        assert [found.start() for found in in_time.every(pattern, words.lower(), 4)] == [5, 14]


def _hostile(rule: Rule) -> Iterator[str]:
    """Texts as long as may be searched without a limit: the record's own words again and again, or broken off and gone astray."""
    example = rule.examples[0]
    words, begun = example.split(), example[: len(example) * 2 // 3]
    again = (
        f"{example} ",
        f"{example.upper()} ",
        f"{' '.join(words[:2])} ",
        f"{example.rstrip('.;:')}, ",
        f"{words[0]} ",
        f"{words[-1]} ",
        f"{begun} ",
    )
    astray = (" a", ", sở y tế", " và 1/1", "A", " Ab", " ")
    yield from (piece * SHORT_ENOUGH for piece in again)
    yield from (begun + piece * SHORT_ENOUGH for piece in astray)


@pytest.mark.parametrize(
    "rule", [pytest.param(rule, id=f"{name}:{rule.id}") for name in pattern_files() for rule in load_rules(name)]
)
def test_no_pattern_needs_its_whole_time_for_a_short_text(rule: Rule) -> None:
    for text in _hostile(rule):
        rule.pattern.search(text[:SHORT_ENOUGH], timeout=in_time.MATCH_SECONDS)  # TimeoutError: make its repetitions possessive
