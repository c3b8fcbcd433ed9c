"""Figures written by hand into the gaps of a letterhead: read where they are clear, left blank where they are not."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from models.text import Page, PageSource
from pipeline.extract.image import BACK_AS_IT_IS, Back
from pipeline.extract.ocr import Ocr
from pipeline.extract.ocr.engine import SeenWord
from pipeline.extract.ocr.figures import likelihood, look
from pipeline.extract.ocr.handwriting import DATE, DATE_BLANK, DATE_READ, NUMBER, NUMBER_BLANK, NUMBER_READ, leave_unsure_blank
from pipeline.extract.ocr.picture import read_picture
from pipeline.extract.ocr.written import Hand
from pipeline.extract.settings import ReadSettings
from pipeline.extract.warnings import written_warnings
from tests.extract.builders import face_file

DPI, EM, LINE = 150, 28, 120
WIDE, HIGH = 1240, 700
Line = Sequence[tuple[float, float]]


def arc(x: float, y: float, across: float, down: float, first: float, last: float) -> list[tuple[float, float]]:
    """A part of an ellipse, from one angle to another, in degrees clockwise from the right."""
    angles = np.radians(np.linspace(first, last, 24))
    return [(x + across * math.cos(a), y + down * math.sin(a)) for a in angles]


STROKES: dict[str, list[Line]] = {
    "0": [arc(0.3, 0.5, 0.27, 0.5, -80, 290)],
    "1": [[(0.0, 0.45), (0.32, 0.0), (0.3, 1.0)]],
    "2": [[*arc(0.3, 0.28, 0.27, 0.28, 190, 380), (0.0, 1.0), (0.62, 0.97)]],
    "3": [[*arc(0.25, 0.24, 0.26, 0.24, 200, 430), *arc(0.25, 0.73, 0.32, 0.27, -70, 150)]],
    "4": [[(0.32, 0.0), (0.0, 0.64), (0.62, 0.62)], [(0.48, 0.3), (0.46, 1.0)]],
    "5": [[(0.1, 0.03), (0.06, 0.45), *arc(0.25, 0.69, 0.29, 0.3, -110, 140)], [(0.1, 0.03), (0.55, 0.0)]],
    "6": [[(0.42, 0.0), (0.12, 0.4), *arc(0.3, 0.73, 0.27, 0.27, 180, 540)]],
    "7": [[(0.0, 0.04), (0.55, 0.02), (0.2, 1.0)], [(0.14, 0.5), (0.5, 0.48)]],
    "8": [[*arc(0.3, 0.25, 0.22, 0.25, 90, 450)], [*arc(0.3, 0.75, 0.28, 0.25, -90, 270)]],
    "9": [[*arc(0.28, 0.28, 0.24, 0.28, 0, -360), (0.46, 1.0)]],
    "~": [[(0, 0.3), (0.2, 0.9), (0.3, 0.2), (0.55, 0.8), (0.5, 0.1), (0.85, 0.7), (0.95, 0.3), (1.2, 0.9), (0.1, 0.5)]],
}
"""How this test writes: drawn for it, and no part of what the reader learned from."""


class Letterhead(NamedTuple):
    """A page and what an engine sees of it."""

    image: Image.Image
    words: tuple[SeenWord, ...]


@cache
def face(size: int = EM) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(face_file(), size)


def letterhead(number: str, day: str, *, ink: object = 0, mode: str = "L", misread: str = "4Ÿ", month: str = "10") -> Letterhead:
    """“Số: ... /SYT-NVY” and “Hà Nội, ngày ... tháng 10 năm 2017” with figures written into the gaps."""
    image = Image.new(mode, (WIDE, HIGH), "white")
    pen = ImageDraw.Draw(image)
    words: list[SeenWord] = []

    def printed(text: str, x: float, line: int, sure: float = 96.0) -> float:
        x0, top, x1, bottom = face().getbbox(text, anchor="ls")
        pen.text((x, LINE), text, font=face(), fill=0 if mode == "L" else (0, 0, 0), anchor="ls")
        words.append(SeenWord(text, (x + x0, LINE + top, x + x1, LINE + bottom), sure, (1, 1, line)))
        return x + x1

    def written(text: str, x: float, line: int) -> float:
        start = x = x + 6
        for figure in text:
            for stroke in STROKES.get(figure, []):
                points = [(x + (px + 0.18 * (1 - py)) * EM, LINE - EM + 4 + py * EM) for px, py in stroke]
                pen.line(points, fill=ink, width=3, joint="curve")
            x += EM * (1.3 if figure == "~" else 0.72)
            if figure == ".":
                x -= EM * 0.45
                pen.ellipse((x - 3, LINE - 3, x, LINE), fill=ink)
        if misread:
            words.append(SeenWord(misread, (start, LINE - EM, x, LINE + 3), 30.0, (1, 1, line)))
        return x + 10

    printed("/SYT-NVY", written(number, printed("Số:", 150, 1), 1), 1)
    x = printed("ngày", printed("Nội,", printed("Hà", 600, 2) + 8, 2) + 8, 2)
    x = printed("tháng", written(day, x, 2), 2)
    x = written(month, x, 2) if month != "10" else printed("10", x + 8, 2)
    printed("2017", printed("năm", x + 8, 2) + 8, 2)
    return Letterhead(image, tuple(words))


def left(page: Letterhead, back: Back = BACK_AS_IT_IS) -> tuple[str, tuple[str, ...]]:
    """The line of the number and that of the date, and what is said of them."""
    words, clauses, _ = leave_unsure_blank(page.words, 1754, Hand(page.image, back, DPI))
    return " ".join(word.text for word in words), clauses


READ = "Số: 2753 /SYT-NVY Hà Nội, ngày 26 tháng 10 năm 2017"
BLANK = "Số: /SYT-NVY Hà Nội, ngày tháng 10 năm 2017"
BOTH = (NUMBER_READ.format("2753"), DATE_READ.format("26", "10"))


def test_clear_figures_are_read_and_said_to_be() -> None:
    assert left(letterhead("2753", "26")) == (READ, BOTH)


@pytest.mark.parametrize("number", ["7", "62", "315", "1945", "0836"])
def test_numbers_of_any_length(number: str) -> None:
    text, clauses = left(letterhead(number, "14"))
    assert text.startswith(f"Số: {number} /SYT-NVY")
    assert clauses[0] == NUMBER_READ.format(number)


def test_the_engine_need_not_have_seen_anything_in_the_gap() -> None:
    assert left(letterhead("2753", "26", misread="")) == (READ, BOTH)


def test_blue_ink_is_read_although_it_was_lifted_off_with_the_colours() -> None:
    assert left(letterhead("2753", "26", ink=(40, 60, 170), mode="RGB")) == (READ, BOTH)


def test_the_gap_is_found_on_the_picture_as_it_was_given() -> None:
    page = letterhead("2753", "26")
    turned = page._replace(image=page.image.resize((2 * WIDE, 2 * HIGH)).transpose(Image.Transpose.ROTATE_180))
    assert left(turned, Back(-2.0, 0.0, 2.0 * WIDE, 0.0, -2.0, 2.0 * HIGH)) == (READ, BOTH)


@pytest.mark.parametrize("scrawl", ["~", "~~", "2~3", "27~"])
def test_a_scrawl_is_left_blank(scrawl: str) -> None:
    assert left(letterhead(scrawl, "~")) == (BLANK, (NUMBER_BLANK, DATE_BLANK))


@pytest.mark.parametrize("empty", ["", "......", "........."])
def test_an_empty_gap_stays_empty(empty: str) -> None:
    assert left(letterhead(empty, empty, misread="")) == (BLANK, ())


@pytest.mark.parametrize("day", ["00", "32", "74", "0"])
def test_what_is_no_day_is_left_blank(day: str) -> None:
    text, clauses = left(letterhead("2753", day))
    assert (text, clauses) == (READ.replace(" 26", ""), (BOTH[0], DATE_BLANK))


def test_a_date_is_read_whole_or_not_at_all() -> None:
    assert left(letterhead("2753", "26", month="8"))[1][1] == DATE_READ.format("26", "8")
    text, clauses = left(letterhead("2753", "26", month="17"))
    assert "ngày tháng năm 2017" in text
    assert clauses[1] == DATE_BLANK


def test_what_the_engine_was_sure_of_stays() -> None:
    page = letterhead("2753", "26")
    sure = tuple(word._replace(text="98", confidence=95.0) if word.text == "4Ÿ" else word for word in page.words)
    words, clauses, read = leave_unsure_blank(sure, 1754, Hand(page.image, BACK_AS_IT_IS, DPI))
    assert "Số: 98 /SYT-NVY" in " ".join(word.text for word in words)
    assert clauses == (DATE_READ.format("26", "10"),), "98 is no day"
    assert [mark.kind for mark in read] == [DATE]


def test_figures_faded_to_fragments_are_left_blank() -> None:
    page = letterhead("2753", "26")
    levels = np.asarray(page.image).copy()
    levels[LINE - EM // 2 : LINE - EM // 5, 190:330] = 255
    text, _ = left(page._replace(image=Image.fromarray(levels)))
    assert text.startswith("Số: /SYT-NVY")


class Engine:
    """Sees what it was given."""

    version = "seen"

    def __init__(self, words: tuple[SeenWord, ...]) -> None:
        self.words = words

    def read(self, image: Image.Image, *, dpi: int, psm: int, seconds: float) -> tuple[SeenWord, ...]:
        return self.words if psm == 3 else ()


def test_who_checks_is_told() -> None:
    page = letterhead("2753", "26")
    tall = Image.new("L", (WIDE, 1754), 255)
    tall.paste(page.image)
    picture = read_picture(tall, dpi=DPI, ocr=Ocr(find=lambda: Engine(page.words)), settings=ReadSettings())
    assert picture.done[-2:] == BOTH
    assert [(mark.kind, mark.text) for mark in picture.marks] == [(NUMBER, "2753"), (DATE, "26/10")]
    assert "Số: 2753 /SYT-NVY" in picture.out.text
    pages = [Page(number, "", "", PageSource.OCR, "", 1.0, marks=picture.marks) for number in (1, 2)]
    assert [sentence.split(".")[0] for sentence in written_warnings(pages)] == [
        "Số văn bản viết tay ở trang 1, máy đọc là 2753",
        "Ngày ban hành viết tay ở trang 1, máy đọc là 26/10",
        "Số văn bản viết tay ở trang 2, máy đọc là 2753",
        "Ngày ban hành viết tay ở trang 2, máy đọc là 26/10",
    ]


def test_the_network_answers_the_same_each_time() -> None:
    picture = np.random.default_rng(3).random((40, 90)).astype(np.float32)
    first = look(picture)
    assert np.array_equal(first, look(picture.copy()))
    assert np.allclose(first.sum(axis=1), 1, atol=1e-4)


def test_likelihoods_of_all_texts_add_up() -> None:
    likely = np.zeros((2, 13), np.float32)
    likely[:, 0], likely[:, 1], likely[:, 2] = 0.5, 0.3, 0.2
    texts = ["", "0", "1", "01", "10", "00", "11"]
    assert math.isclose(sum(likelihood(likely, text) for text in texts), 1.0, rel_tol=1e-5)
    assert likelihood(likely, "00") == 0.0, "two of a kind need a moment between them"
