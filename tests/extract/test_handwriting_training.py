"""The pictures that the reader of figures learns from: made of digits, fonts and strokes, the same each time."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.extract.ocr.figures import HEIGHT, SIGNS
from scripts.handwriting.pictures import Sources, samples
from scripts.handwriting.prepare import packed
from scripts.handwriting.strokes import SHAPES, figure_strokes
from tests.extract.builders import face_file


def sources() -> Sources:
    """Few digits, one font."""
    digits = []
    for figure in range(10):
        picture = Image.new("L", (28, 28))
        ImageDraw.Draw(picture).arc((8, 4, 20, 24), 20 * figure, 360, fill=255, width=3)
        digits.append(np.asarray(picture)[None])
    face = face_file()
    return Sources(tuple(digits), (face,), (face,) * 4, (face,))


def test_the_same_seed_gives_the_same_pictures() -> None:
    first, second = samples(12, 5, sources()), samples(12, 5, sources())
    assert [one.label for one in first] == [one.label for one in second]
    assert all(np.array_equal(one.picture, other.picture) for one, other in zip(first, second, strict=True))
    assert {one.label for one in samples(12, 6, sources())} != {one.label for one in first}


def test_pictures_and_labels_are_such_as_the_network_knows() -> None:
    made = samples(40, 7, sources())
    assert all(one.picture.shape[0] == HEIGHT and 0 <= one.picture.min() <= one.picture.max() <= 1 for one in made)
    assert set("".join(one.label for one in made)) <= set(SIGNS)
    assert any("/" in one.label for one in made)
    assert any("/" not in one.label for one in made)
    file = packed(made)
    assert file["levels"].shape == (HEIGHT, file["widths"].sum())
    assert len(file["labels"]) == len(file["widths"]) == 40


@pytest.mark.parametrize("figure", list("0123456789"))
def test_each_way_to_write_a_figure_stays_in_its_box(figure: str) -> None:
    for way in range(len(SHAPES[figure])):
        points = np.concatenate(figure_strokes(figure, np.random.default_rng(1), way=way))
        assert -0.6 < points.min() <= points.max() < 1.6
        assert np.ptp(points[:, 1]) > 0.7
