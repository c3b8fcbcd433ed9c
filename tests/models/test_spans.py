"""The map from repaired text back to the text as it was read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.spans import IDENTITY, Edit, SpanMap, apply_edits

TEXTS = st.text(alphabet="abc đ\n", max_size=40)


@st.composite
def edited(draw: st.DrawFn, text: str) -> tuple[str, SpanMap, list[Edit]]:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits = [Edit(a, b, draw(st.text(alphabet="XYZ", max_size=3))) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    new, back = apply_edits(text, edits)
    return new, back, edits


def test_an_untouched_text_maps_to_itself() -> None:
    assert apply_edits("Sở Nội vụ", []) == ("Sở Nội vụ", IDENTITY)
    assert IDENTITY.back((3, 6)) == (3, 6)


def test_a_repaired_word_leads_back_to_the_ruined_one() -> None:
    new, back = apply_edits("Ké hoach nam", [Edit(0, 2, "Kế"), Edit(3, 8, "hoạch"), Edit(9, 12, "năm 2025")])
    assert new == "Kế hoạch năm 2025"
    assert back.back((3, 8)) == (3, 8)
    assert back.back((9, 17)) == (9, 12)
    assert back.back((0, 1)) == (0, 2), "half a changed stretch leads to the whole of it"


@pytest.mark.parametrize("edits", [[Edit(0, 3, ""), Edit(2, 4, "")], [Edit(0, 99, "")], [Edit(3, 2, "")]])
def test_edits_that_overlap_or_leave_the_text_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlap or leave"):
        apply_edits("abcdef", edits)


@given(st.data(), TEXTS)
def test_characters_no_edit_touched_map_back_exactly(data: st.DataObject, text: str) -> None:
    new, back, _ = data.draw(edited(text))
    for at, sign in enumerate(new):
        if sign not in "XYZ":
            start, end = back.back((at, at + 1))
            assert text[start:end] == sign


@given(st.data(), TEXTS)
def test_maps_compose(data: st.DataObject, text: str) -> None:
    once, first, _ = data.draw(edited(text))
    twice, second, _ = data.draw(edited(once))
    both = first.then(second)
    for start in range(len(twice) + 1):
        for end in range(start, len(twice) + 1):
            assert both.back((start, end)) == first.back(second.back((start, end)))


@given(st.data(), TEXTS)
def test_back_and_forward_meet(data: st.DataObject, text: str) -> None:
    new, back, edits = data.draw(edited(text))
    for at, sign in enumerate(text):
        if not any(edit.start <= at < edit.end for edit in edits):
            start, end = back.forward((at, at + 1))
            assert sign in new[start:end]
