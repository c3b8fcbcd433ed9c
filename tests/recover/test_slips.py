"""Tones that slipped to the next vowel."""

from __future__ import annotations

import pytest

from pipeline.recover import recover_text


@pytest.mark.parametrize(
    ("ruined", "whole"),
    [("XÃ HÔỊ", "XÃ HỘI"), ("hôị nghị", "hội nghị"), ("đâú thầu", "đấu thầu"), ("tiêủ học", "tiểu học")],
)
def test_a_slipped_tone_goes_back(ruined: str, whole: str) -> None:
    text, back = recover_text(ruined)
    assert text == whole
    assert back.back((0, len(text))) == (0, len(ruined))


@pytest.mark.parametrize("word", ["hoà", "thuỷ", "trường", "cuối", "Đắk Lắk", "Krông Búk"])
def test_words_in_order_stay(word: str) -> None:
    assert recover_text(word)[0] == word
