"""Each alternative of a pattern is there for a reason: an example of its record is matched by it alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import regex

from pipeline.detect.deadline_text import plain
from pipeline.rules import fragments_of, load_json, substitute
from tests.rules.test_rules_examples import pattern_files

BEHIND_A_LOOK = regex.compile(r"(?P<before>\^\$\w+\(\?:)(?P<inside>.*)\)")
"""A pattern whose alternatives share the look-ahead of a fragment: "^$unanswered(?:...|...)"."""
SIGN = regex.compile(r"\\.|[\[\]()|]", regex.DOTALL)


def parts(pattern: str) -> list[str]:
    """A pattern cut at the bars that stand in no group and in no set of signs."""
    cut, start, groups, sets = [], 0, 0, 0
    for sign in SIGN.finditer(pattern):
        match sign.group():
            case "[" | "]" as bracket:
                sets += 1 if bracket == "[" else -1
            case "(" | ")" as bracket if not sets:
                groups += 1 if bracket == "(" else -1
            case "|" if not sets and not groups:
                cut.append(pattern[start : sign.start()])
                start = sign.end()
    return [*cut, pattern[start:]]


def alternatives(pattern: str) -> list[str]:
    """The patterns of which one must match where the pattern does."""
    shared = BEHIND_A_LOOK.fullmatch(pattern)
    if shared:
        return [f"{shared['before']}{part})" for part in parts(shared["inside"])]
    return parts(pattern)


def several() -> Iterator[tuple[str, str, list[str], list[str], bool]]:
    """The records with more than one alternative: file, id, alternatives with their fragments, examples, whether case counts."""
    for name in pattern_files():
        content = load_json(name)
        fragments = fragments_of(content)
        for record in content["rules"]:
            found = alternatives(record["pattern"])
            spelt = [plain(text).text if name in ("deadlines", "citations") else text for text in record["examples"]]
            if len(found) > 1:
                yield name, record["id"], [substitute(part, fragments) for part in found], spelt, bool(record.get("case"))


RECORDS = [pytest.param(*rest, id=f"{name}:{rule}") for name, rule, *rest in several()]


@pytest.mark.parametrize(("found", "examples", "case"), RECORDS)
def test_each_alternative_is_matched_by_an_example(found: list[str], examples: list[str], case: bool) -> None:
    flags = regex.VERSION1 if case else regex.VERSION1 | regex.IGNORECASE
    idle = [part for part in found if not any(regex.search(part, example, flags) for example in examples)]
    assert idle == [], "give each an example, or take it out"


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("a|b", ["a", "b"]),
        ("(?:a|b)c", ["(?:a|b)c"]),
        (r"a\|b|[|(]c", [r"a\|b", "[|(]c"]),
        ("^$asks(?:a|b(?:c|d))", ["^$asks(?:a)", "^$asks(?:b(?:c|d))"]),
    ],
)
def test_a_pattern_is_cut_where_its_alternatives_are(pattern: str, found: list[str]) -> None:
    assert alternatives(pattern) == found
