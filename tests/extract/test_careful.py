"""The careful mode: doubtful words are taken from where they were clearest; figures are never changed."""

from __future__ import annotations

import pytest
from PIL import Image

from pipeline.extract import Ocr, OcrMode, ReadSettings
from pipeline.extract.ocr import EngineTrouble, SeenWord
from pipeline.extract.ocr.careful import clearest, see_again
from pipeline.extract.ocr.picture import read_picture
from tests.extract import scan_builders as make

BOX = (100.0, 100.0, 160.0, 120.0)


def word(text: str, sure: float, box: tuple[float, float, float, float] = BOX) -> SeenWord:
    return SeenWord(text, box, sure, (1, 1, 1))


@pytest.mark.parametrize(
    ("first", "again", "kept"),
    [
        pytest.param(word("Thử", 60), word("Thủ", 93), "Thủ", id="clearer the second time"),
        pytest.param(word("Thủ", 93), word("Thử", 60), "Thủ", id="clearer the first time"),
        pytest.param(word("15/6", 20), word("15/8", 93), "15/6", id="a date stays as it was"),
        pytest.param(word("l5", 20), word("15", 93), "l5", id="so does what may be a figure"),
        pytest.param(word("số", 20), word("56", 93), "số", id="no word becomes a figure"),
        pytest.param(word("Thử", 60), word("tướng", 93, (170.0, 100.0, 230.0, 120.0)), "Thử", id="the next word"),
        pytest.param(word("Thử", 60), word("tướng", 93, (100.0, 121.0, 160.0, 141.0)), "Thử", id="the word below"),
        pytest.param(word("Thử", 60), word("Thủtướng", 93, (100.0, 100.0, 230.0, 120.0)), "Thử", id="two words run together"),
    ],
)
def test_the_clearest_reading_of_a_word_is_taken(first: SeenWord, again: SeenWord, kept: str) -> None:
    (found,) = clearest([first], [again])
    assert found.text == kept
    assert (found.box, found.line) == (first.box, first.line)


class Scripted:
    """An engine that says the next of its answers, and remembers the sizes of the pictures it saw."""

    version = "scripted"

    def __init__(self, *answers: tuple[SeenWord, ...] | Exception) -> None:
        self.answers = list(answers)
        self.sizes: list[tuple[int, int]] = []

    def read(self, image: Image.Image, *, dpi: int, psm: int, seconds: float) -> tuple[SeenWord, ...]:
        self.sizes.append(image.size)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def test_places_of_a_larger_picture_are_brought_back() -> None:
    larger = word("Thủ", 93, (130.0, 130.0, 208.0, 156.0))
    engine = Scripted((larger,), EngineTrouble("thử"))
    found = see_again(Image.new("L", (400, 300)), [word("Thử", 60)], dpi=150, ocr=Ocr(find=lambda: engine), seconds=1)
    assert [item.text for item in found] == ["Thủ"]
    assert engine.sizes == [(520, 390), (320, 240)]


def test_careful_mode_reads_a_page_at_two_more_sizes() -> None:
    image = make.pictures_of(make.paper())[0]
    sizes = {}
    for mode in (OcrMode.DEFAULT, OcrMode.CAREFUL):
        engine = Scripted(*[(word("Sở", 90),)] * 4)
        read_picture(image, dpi=make.DPI, ocr=Ocr(find=lambda engine=engine: engine), settings=ReadSettings(ocr=mode))
        sizes[mode] = set(engine.sizes)
    assert len(sizes[OcrMode.DEFAULT]) == 1
    assert len(sizes[OcrMode.CAREFUL]) == 3
