"""The words that a pattern needs: what is ruled out by them could not have matched."""

from __future__ import annotations

import pytest
import regex

from pipeline.rules import Rule, load_rules
from pipeline.rules.folding import fold_same_length
from pipeline.rules.needed import RuleIndex, needed_phrases

FILES = ("tasks", "headings", "roles", "deadlines", "outline", "names", "citations", "annex", "agency_phrases")


def phrases(pattern: str) -> list[list[str]]:
    return [sorted(each) for each in needed_phrases(pattern, {})]


def rule(pattern: str) -> Rule:
    return Rule("x", regex.compile(pattern, regex.VERSION1 | regex.IGNORECASE), (), (), {})


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bđề nghị\b", [["đề nghị"]]),
        (r"^giao\s+cho\b", [["cho"], ["giao"]]),
        (r"\b(?:đề nghị|yêu cầu) các sở", [["các"], ["yêu cầu", "đề nghị"]]),
        (r"\bphối hợp(?: chặt chẽ)? với\b", [["phối hợp"], ["với"]]),
        (r"\b(?:sở|ban)(?=[ ,])", [["ban", "sở"]]),
        (r"(?<![\p{L}\d])trình(?!\w)", [["trình"]]),
        (r"(?<=^|\s)hạn\s*:", [["hạn"]]),
    ],
)
def test_a_pattern_needs_its_whole_words(pattern: str, needed: list[list[str]]) -> None:
    assert sorted(phrases(pattern)) == sorted(needed)


@pytest.mark.parametrize(
    "pattern",
    [
        r"nghị",  # part of a word: "hội nghị", "nghịch"
        r"\bđề\s*nghị?",  # glued, or cut
        r"\b(?:đề nghị|\d+)",  # a branch without a word
        r"(?:đề nghị )?",
        r"(?!đề nghị )\p{L}+",
        r"\b[đd]ề[ ]",  # a letter of two kinds
        r"(?:sở){e<=1}",  # fuzzy: not understood
        r"(?(1)sở|ban)",
        "",
    ],
)
def test_what_is_not_sure_is_needed_by_none(pattern: str) -> None:
    assert phrases(pattern) == []


def test_words_of_a_repeated_group_may_be_glued_to_themselves() -> None:
    assert phrases(r"\b(?:và)+\b") == []
    assert phrases(r"\b(?: và)+\b") == [["và"]]


def test_case_and_signs_beside_a_word_do_not_hide_it() -> None:
    index = RuleIndex([rule(r"\bsở tài chính\b")])
    assert index.possible("SỞ TÀI CHÍNH¹, (Sở Nội vụ)") == {"x"}
    assert index.possible("Sở Tài nguyên, chính quyền") == frozenset()


@pytest.mark.parametrize("file", FILES)
def test_no_record_is_ruled_out_where_it_matches(file: str) -> None:
    rules = load_rules(file)
    index = RuleIndex(rules)
    examples = [text for one in rules for text in (*one.examples, *one.counter_examples[:2])]
    lost = [
        (one.id, text)
        for text in {*examples, *map(fold_same_length, examples)}
        for one in rules
        if one.id not in index.possible(text) and one.pattern.search(text)
    ]
    assert lost == []
    assert all(index.may_match(one.id, text) == (one.id in index.possible(text)) for one in rules for text in examples[::40])


def test_most_records_are_ruled_out_by_a_text_without_their_words() -> None:
    rules = load_rules("tasks")
    assert len(RuleIndex(rules).possible("kính gửi: trung tâm dịch vụ")) < len(rules) / 5
