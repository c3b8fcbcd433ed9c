"""Letters of lists that lost their bar, and words that dirt glued together."""

from __future__ import annotations

import pytest

from pipeline.recover.letters import list_letters
from pipeline.recover.parting import parting_edits
from pipeline.recover.reading import Reading


def _letters(text: str) -> list[str]:
    return [letter for _, letter in sorted(list_letters(text).items())]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("a) mot\nb) hai\nc) ba\nd) bon\nd) nam\ne) sau", ["d", "đ"]),
        ("c) ba\nđ) bon\nd) nam", ["d", "đ"]),
        ("d) bon\nd) nam\ne) sau", ["d", "đ"]),
        ("d) nam\ne) sau", ["đ"]),
        ("C. ba\nD. bon", ["D"]),
        ("d) mot minh", []),
        ("b) hai\nd) bon", []),
        ("diem d) khoan 2", []),
    ],
)
def test_letter_of_an_item_by_its_neighbours(text: str, letters: list[str]) -> None:
    assert _letters(text) == letters


def _readings(text: str, words: list[str], confidence: float = 0.99) -> list[Reading]:
    found, at = [], 0
    for word in words:
        at = text.index(word, at)
        found.append(Reading(at, at + len(word), word, confidence, (word,)))
        at += len(word)
    return found


@pytest.mark.parametrize(
    ("text", "words", "parted"),
    [
        ("ban-hành", ["ban", "hành"], "ban hành"),
        ("của.người", ["của", "người"], "của người"),
        ("nhất‘các", ["nhất", "các"], "nhất các"),
        ("Chỉ'số", ["Chỉ", "số"], "Chỉ số"),
        ("chứng.-nhận", ["chứng", "nhận"], "chứng nhận"),
        ("chế,-chính", ["chế", "chính"], "chế, chính"),
        ("Ủy. ban", ["Ủy", "ban"], "Ủy ban"),
    ],
)
def test_dirt_between_two_words_goes(text: str, words: list[str], parted: str) -> None:
    (edit,) = parting_edits(text, _readings(text, words))
    assert text[: edit.start] + edit.text + text[edit.end :] == parted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("UBND-VX", ["UBND", "VX"]),
        ("v.v", ["v", "v"]),
        ("Việt-Đức", ["Việt", "Đức"]),
        ("ban - hành", ["ban", "hành"]),
        ("online-banking", ["online", "banking"]),
        ("và/hoặc", ["và", "hoặc"]),
        ("một, hai", ["một", "hai"]),
        ("chính. sở", ["chính", "sở"]),
        ("tp. lai", ["tp", "lai"]),
        ("một,hai", ["một", "hai"]),
    ],
)
def test_signs_that_belong_there_stay(text: str, words: list[str]) -> None:
    assert parting_edits(text, _readings(text, words)) == []


def test_doubtful_words_are_not_parted() -> None:
    assert parting_edits("ban-hành", _readings("ban-hành", ["ban", "hành"], 0.5)) == []


def test_a_sign_that_joins_many_words_of_a_page_was_printed() -> None:
    few, many = " ".join(["ban-hành"] * 8), " ".join(["ban-hành"] * 9)
    assert len(parting_edits(few, _readings(few, ["ban", "hành"] * 8))) == 8
    assert parting_edits(many, _readings(many, ["ban", "hành"] * 9)) == []
