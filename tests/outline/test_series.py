"""Which enumerators of a text are its items, chosen among all that can be read there."""

from __future__ import annotations

import pytest

from pipeline.outline.inline import count_on
from pipeline.outline.markers import Kind, read_marker
from pipeline.outline.series import DEEPEST, Place, choose


def places(text: str, *, ended: bool = True) -> list[Place]:
    """A place for each word, a hundred characters apart."""
    markers = [read_marker(f"{word} Rà soát") for word in text.split()]
    return [Place(100 * at, marker, ended) for at, marker in enumerate(markers, 1) if marker]


@pytest.mark.parametrize(
    ("opened", "text", "chosen"),
    [
        pytest.param("1.", "2. 3.", [1, 2], id="follows"),
        pytest.param("1.", "2. 4.", [1, 2], id="the-last-one-skips"),
        pytest.param("1.", "2. 7.", [1], id="too-far-on"),
        pytest.param("1.", "1.", [], id="one-item-is-no-list"),
        pytest.param("1.", "2) 2. 3.", [2, 3], id="another-sign"),
        pytest.param("1.", "4.1. 4.2.", [], id="decimals-of-another-number"),
        pytest.param("4.", "4.1. 4.2. 5. 5.1. 5.2.", [1, 2, 3, 4, 5], id="decimals-of-their-number"),
        pytest.param("a)", "1. 2. b) 1. 2.", [1, 2, 3, 4, 5], id="nested-twice"),
        pytest.param("1.", "I. II.", [], id="no-part-inside-a-list"),
    ],
)
def test_what_is_chosen(opened: str, text: str, chosen: list[int]) -> None:
    assert choose(places(text), {}, read_marker(f"{opened} Rà soát")) == [100 * at for at in chosen]


def test_of_two_readings_the_one_that_goes_on_is_taken() -> None:
    name, *others = places("3. 3. 4.", ended=True)
    assert choose([name._replace(ended=False), *others], {Kind.NUMBER: 2}, None) == [200, 300]


def test_no_more_series_stand_open_than_are_met() -> None:
    lists = DEEPEST * 4
    assert len(choose(places("1. 2. a) b) " * lists), {}, None)) < 4 * lists


def test_articles_count_on_through_chapters_and_lists_do_not() -> None:
    reached = count_on({Kind.ARTICLE: 4, Kind.NUMBER: 3}, read_marker("Chương II"))
    assert reached == {Kind.ARTICLE: 4, Kind.CHAPTER: 2}
