"""The printed form is that of NĐ 30/2020/NĐ-CP, Phụ lục I, and each form of a letter holds the same words."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import docx
import pdfplumber
import pytest
from lxml import html

from corpus.documents import letters
from corpus.generator import html_text, markdown_text, plain_text, write_docx, write_pdf
from corpus.generator.model import Letter

MM = 72 / 25.4
LETTERS = letters()


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pdf(LETTERS["kh-ky-nang-so"], tmp_path_factory.mktemp("pdf") / "plan.pdf")


def test_margins_are_within_the_limits_of_the_decree(plan: Path) -> None:
    with pdfplumber.open(plan) as pdf:
        page = pdf.pages[1]
        body = [char for char in page.chars if char["top"] > 19 * MM]
        left, right = min(char["x0"] for char in body), page.width - max(char["x1"] for char in body)
        assert (round(page.width / MM), round(page.height / MM)) == (210, 297)
        assert 30 <= round(left / MM) <= 35
        assert 15 <= round(right / MM) <= 20
        assert page.height - max(char["bottom"] for char in body) >= 19.5 * MM


def test_the_body_is_14_point_in_an_embedded_serif_face(plan: Path) -> None:
    with pdfplumber.open(plan) as pdf:
        sizes = Counter((round(char["size"], 1), char["fontname"].split("+")[-1]) for char in pdf.pages[1].chars)
    (size, face), _ = sizes.most_common(1)[0]
    assert (size, face) == (14, "LiberationSerif")


def test_page_numbers_stand_in_the_middle_above_the_text_from_page_2(plan: Path) -> None:
    with pdfplumber.open(plan) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            top = [word for word in page.extract_words() if word["bottom"] < 18 * MM]
            assert [word["text"] for word in top] == ([] if number == 1 else [str(number)])
            assert all(abs((word["x0"] + word["x1"]) / 2 - page.width / 2) < 2 for word in top)


def test_the_letterhead_stands_in_two_columns(tmp_path: Path) -> None:
    path = write_pdf(LETTERS["cv-phong-chay-rung"], tmp_path / "a.pdf")
    with pdfplumber.open(path) as pdf:
        words = {word["text"]: word for word in reversed(pdf.pages[0].extract_words())}
    assert words["V/v"]["x1"] < words["CỘNG"]["x0"]
    assert abs(words["TỈNH"]["top"] - words["Độc"]["top"]) < 4
    assert words["V/v"]["top"] > words["Số:"]["top"]


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def _word_text(letter: Letter, path: Path) -> str:
    document = docx.Document(str(write_docx(letter, path)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in dict.fromkeys(row.cells)]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize("stem", sorted(LETTERS))
def test_every_form_holds_the_words_of_every_duty(stem: str, tmp_path: Path) -> None:
    letter = LETTERS[stem]
    pasted = html.document_fromstring(html_text(letter)).text_content()
    forms = [plain_text(letter), markdown_text(letter), pasted, _word_text(letter, tmp_path / "a.docx")]
    for _, text, _, origin in letter.duties():
        for form in forms if origin == "body" else (forms[0], forms[3]):
            assert not _words(text.replace("-", " ")) - _words(form.replace("-", " "))
