"""Number and day that a signing program draws into the gaps of a printed letter are read where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.text import Document
from pipeline.extract import read_pages
from tests.extract.builders import BODY, Paper


def _letter(number: str = "Số:", symbol: str = "/TB-UBND", day: bool = True) -> Paper:
    paper = Paper().text(70, 60, "ỦY BAN NHÂN DÂN").text(250, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    paper.text(80, 100, number).text(150, 100, symbol)
    if day:
        paper.text(300, 100, "Phú Lâm, ngày").text(410, 100, "tháng").text(480, 100, "năm 2026")
    return paper.lines(BODY, y=160)


def _field(
    paper: Paper, name: str, value: str, place: tuple[float, float], size: tuple[float, float] = (26, 18), several: bool = False
) -> None:
    """A field whose first line of text stands about `place`, measured from the top left of the page."""
    x, top = place
    paper.canvas.acroForm.textfield(
        name=name,
        value=value,
        x=x,
        y=paper.size[1] - top - size[1],
        width=size[0],
        height=size[1],
        fontSize=11,
        borderWidth=0,
        fieldFlags="multiline" if several else "",
    )


def _read(tmp_path: Path, paper: Paper) -> Document:
    path = tmp_path / "van-ban.pdf"
    path.write_bytes(paper.done())
    return read_pages(path)


def _squeezed(document: Document) -> list[str]:
    return [" ".join(line.split()) for line in document.pages[0].raw.split("\n")]


def test_number_and_day_join_the_line_they_were_left_out_of(tmp_path: Path) -> None:
    paper = _letter()
    _field(paper, "so", "453", (108, 88))
    _field(paper, "ngay", "29", (384, 88))
    _field(paper, "thang", "4", (452, 88))
    document = _read(tmp_path, paper)
    assert "Số: 453 /TB-UBND Phú Lâm, ngày 29 tháng 4 năm 2026" in _squeezed(document)
    page = document.pages[0]
    words = {page.raw[word.start : word.end]: word.box for word in page.words}
    assert words["Số:"][2] < words["453"][0] < words["453"][2] < words["/TB-UBND"][0]  # its box is where it is seen


def test_what_is_filled_in_is_no_column_of_its_own(tmp_path: Path) -> None:
    paper = _letter(day=False)
    _field(paper, "so", "453", (108, 88))
    line = next(line for line in _read(tmp_path, paper).pages[0].raw.split("\n") if "453" in line)
    assert "\t" not in line


@pytest.mark.parametrize(("number", "symbol"), [("Số: ………", "/TB-UBND"), ("Số:", "........./TB-UBND")])
def test_dots_give_way_to_what_is_written_over_them(tmp_path: Path, number: str, symbol: str) -> None:
    paper = _letter(number, symbol, day=False)
    _field(paper, "so", "453", (106, 88) if "…" in number else (152, 88))
    text = "".join(next(line for line in _squeezed(_read(tmp_path, paper)) if "TB-UBND" in line).split())
    assert text == "Số:453/TB-UBND"


def test_block_of_a_signature_stays_out_of_the_lines_beside_it(tmp_path: Path) -> None:
    paper = _letter()
    _field(paper, "ky", "Signed by: UBND\nDate: 29.04.2026", (150, 55), (95, 60), several=True)
    raw = _read(tmp_path, paper).pages[0].raw
    assert "Signed" not in raw
    assert "Số:" in raw


def test_note_far_from_any_line_stays_out(tmp_path: Path) -> None:
    paper = _letter()
    _field(paper, "ghi", "453", (108, 700))
    document = _read(tmp_path, paper)
    assert "453" not in document.pages[0].raw
    assert "453" in document.file.form_values
