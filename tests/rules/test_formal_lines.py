"""Lines of the letterhead whose words are given are known by their letters, whole lines only."""

import json

import pytest

from pipeline.rules import load_json
from pipeline.rules.formal_lines import load_formal_lines

DATA = load_json("formal_lines")


def written(text: str) -> str | None:
    found = load_formal_lines().given(text)
    return text[: found[0]] + found[2] + text[found[1] :] if found else None


@pytest.mark.parametrize(("line", "example"), [(line["text"], example) for line in DATA["lines"] for example in line["examples"]])
def test_examples_of_the_data(line: str, example: str) -> None:
    assert line in str(written(example))


@pytest.mark.parametrize(
    "example",
    [
        *(each for line in DATA["lines"] for each in line["counter_examples"]),
        *DATA["title_counter_examples"],
        *DATA["section_counter_examples"],
    ],
)
def test_counter_examples_stay(example: str) -> None:
    assert written(example) is None


@pytest.mark.parametrize("example", DATA["opener_examples"])
def test_openers_are_known_by_their_letters(example: str) -> None:
    assert load_formal_lines().opener(example) in DATA["openers"]


@pytest.mark.parametrize("example", DATA["opener_counter_examples"])
def test_other_words_with_a_colon_are_no_openers(example: str) -> None:
    assert load_formal_lines().opener(example) in (None, example)


def test_no_two_openers_have_the_same_letters() -> None:
    assert len(load_formal_lines().openers) == len(DATA["openers"])


@pytest.mark.parametrize("example", DATA["section_examples"])
def test_sections_keep_their_number(example: str) -> None:
    number, _, title = str(written(example)).partition(" ")
    assert number == example.split()[0]
    assert title in DATA["sections"]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("SỞ Y TÉ", "SỞ Y TẾ"),
        ("SỞ Y TE", "SỞ Y TẾ"),
        (".. UBNDTỈNH LÀO CAI:", "UBND TỈNH LÀO CAI:"),
        ("-.SỞ Y TẾ", "SỞ Y TẾ"),
        ("- Độc lập - Tự do - Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
        ("KÉ HOẠCH", "KẾ HOẠCH"),
        ("QUYÉT ĐỊNH:", "QUYẾT ĐỊNH:"),
        ("KT.GIÁM ĐÓC", "KT.GIÁM ĐỐC"),
        ("GIÁM ĐÓC SỞ Y TE", "GIÁM ĐỐC SỞ Y TẾ"),
        ("Ð\u00d4C LAP", None),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", None),
        ("Độc lập – Tự do – Hạnh phúc", None),
        ("SỞ Y TẾ VÀ SỞ NỘI VỤ", None),
        ("sở y té", None),
        ("THÔNG 1 BAO", None),
        ("", None),
    ],
)
def test_what_is_read_and_what_is_meant(read: str, meant: str | None) -> None:
    assert written(read) == meant


def test_what_is_right_is_left_and_repairing_twice_changes_nothing() -> None:
    for text in [*(line["text"] for line in DATA["lines"]), *DATA["titles"]]:
        assert written(text) is None
    assert json.dumps(DATA["titles"]) == json.dumps(list(dict.fromkeys(DATA["titles"]))), "each title once"
