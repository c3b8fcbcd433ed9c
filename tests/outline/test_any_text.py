"""Any text gives an outline, and no character of the body is lost."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading import flat, outline_of

PIECES = st.sampled_from(
    [
        "1. ",
        "a) ",
        "- ",
        "+ ",
        "Điều 2. ",
        "II. ",
        "Nơi nhận:\n",
        "Kính gửi: ",
        "Số: 1/KH-UBND",
        "KẾ HOẠCH",
        "CHỦ TỊCH",
        "\n",
        "\t",
        "\x0c",
        "Rà soát văn bản",
        "trước ngày 15/3",
        ".",
        ":",
        ";",
        "./.",
        " ",
        "Sở Y tế",
        "́",
        "2025. ",
        "(",
        "”",
        "\u200b",
        "đ",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_word_ends_in_one_place(text: str) -> None:
    outline = outline_of(text)
    source = outline.document.text
    used: list[tuple[int, int]] = list(outline.furniture)
    for item in flat(outline.opening + outline.body + outline.closing):
        used += [(piece.start, piece.end) for piece in item.passage.pieces]
        words = "".join(source[piece.start : piece.end] for piece in item.passage.pieces)
        assert "".join(words.split()) == "".join(item.passage.text.split())
    used.sort()
    assert all(a[1] <= b[0] for a, b in pairwise(used)), "no character stands in two places"
