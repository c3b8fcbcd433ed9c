"""Print that the engine passed over, or saw faintly, is looked at again; a page that was seen is read once."""

import pytest
from PIL import Image

from pipeline.extract.image import Prepared
from pipeline.extract.ocr.again import passed_over, with_second_look, with_thicker_strokes
from pipeline.extract.ocr.engine import SeenWord, TooSlow
from tests.extract import scan_builders as build


def seen_lines(*numbers: int) -> tuple[SeenWord, ...]:
    """A word over each of some lines of the page below: 24 points from line to line at 150 dots per inch."""
    found = []
    for number in numbers:
        base = (50 + 24 * number) * build.DPI / 72
        found.append(SeenWord("x", (60.0, base - 34, 860.0, base + 14), 90.0, (1, 1, number)))
    return tuple(found)


def page() -> Prepared:
    picture: Image.Image = build.pictures_of(build.paper())[0]
    return Prepared(picture, build.DPI)


ALL = seen_lines(*range(len(build.LINES)))


def test_the_share_of_ink_outside_of_all_words() -> None:
    assert passed_over(page(), ALL) < 0.02
    assert 0.3 < passed_over(page(), ALL[:3]) < 0.7
    assert passed_over(page(), ()) == 1.0
    assert passed_over(Prepared(Image.new("L", (300, 300), 255), 150), ()) == 0.0


def test_a_page_that_was_seen_is_read_once() -> None:
    def never(psm: int) -> tuple[SeenWord, ...]:
        raise AssertionError(psm)

    assert with_second_look(page(), ALL, never) == ALL


def test_the_reading_that_sees_more_is_taken() -> None:
    assert with_second_look(page(), ALL[:2], lambda psm: ALL) == ALL


def test_a_second_reading_that_sees_no_more_is_left() -> None:
    assert with_second_look(page(), ALL[:4], lambda psm: ALL[1:4]) == ALL[:4]


def test_a_second_reading_that_fails_leaves_the_first() -> None:
    def too_slow(psm: int) -> tuple[SeenWord, ...]:
        raise TooSlow("quá 15 giây cho một trang")

    assert with_second_look(page(), ALL[:2], too_slow) == ALL[:2]


def sure(count: int, confidence: float, unsure: int = 0) -> tuple[SeenWord, ...]:
    """Words of one confidence, then some that were hardly seen."""
    words = [("sở", confidence)] * count + [("sơ", 40.0)] * unsure
    return tuple(
        SeenWord(text, (60.0, 20.0 * at, 90.0, 20.0 * at + 14), degree, (1, 1, at)) for at, (text, degree) in enumerate(words)
    )


FAINT = sure(80, 95.0, 20)


def test_a_faint_page_is_read_with_thicker_strokes() -> None:
    pictures = []

    def read(picture: Image.Image) -> tuple[SeenWord, ...]:
        pictures.append(picture)
        return sure(92, 95.0, 4)

    assert with_thicker_strokes(page(), FAINT, read) == sure(92, 95.0, 4)
    dark = [sum(picture.histogram()[:128]) for picture in (page().image, *pictures)]
    assert dark[1] > 1.3 * dark[0]


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(sure(79, 96.0), id="surer of fewer words"),
        pytest.param(sure(82, 95.0, 20), id="hardly surer"),
        pytest.param((), id="nothing seen"),
    ],
)
def test_a_reading_of_thicker_strokes_that_is_no_better_is_left(second: tuple[SeenWord, ...]) -> None:
    assert with_thicker_strokes(page(), FAINT, lambda picture: second) == FAINT


@pytest.mark.parametrize("seen", [sure(80, 95.0, 4), sure(10, 60.0)], ids=["clear", "a few words"])
def test_a_clear_page_and_one_of_a_few_words_are_read_once(seen: tuple[SeenWord, ...]) -> None:
    def never(picture: Image.Image) -> tuple[SeenWord, ...]:
        raise AssertionError(picture)

    assert with_thicker_strokes(page(), seen, never) == seen


def test_a_reading_of_thicker_strokes_that_fails_leaves_the_first() -> None:
    def too_slow(picture: Image.Image) -> tuple[SeenWord, ...]:
        raise TooSlow("quá 15 giây cho một trang")

    assert with_thicker_strokes(page(), FAINT, too_slow) == FAINT
