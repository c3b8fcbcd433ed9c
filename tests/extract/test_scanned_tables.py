"""A ruled table on a scan becomes the rows and cells it has on paper, also where the paper lay a little askew."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from models.text import Page
from pipeline.extract import read_pages
from pipeline.extract.grid import find_grids
from pipeline.extract.ocr.lines import _aligned, without_borders
from tests.extract import scan_builders as make
from tests.extract.builders import Paper

ROWS = (
    ("STT", "Nhiệm vụ", "Cơ quan chủ trì"),
    ("10", "Rà soát hồ sơ tồn đọng", "Sở Nội vụ"),
    ("11", "Tập huấn cán bộ", "Sở Tài chính"),
)


@pytest.fixture(scope="module", params=[0.0, 0.5], ids=["straight", "askew"])
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Page:
    sheet = Paper().lines(make.LINES, x=60, y=60, step=22).grid((60, 110, 330, 530), (220, 250, 280, 310))
    for row, cells in enumerate(ROWS):
        for x, words in zip((70, 120, 340), cells, strict=True):
            sheet.text(x, 240 + 30 * row, words)
    picture = make.pictures_of(sheet.done(), dpi=200)[0].rotate(request.param, resample=Image.Resampling.BICUBIC, fillcolor=255)
    path = tmp_path_factory.mktemp("bang") / "quet.pdf"
    path.write_bytes(make.scan_pdf(picture, dpi=200))
    return read_pages(path).pages[0]


def test_rows_and_cells_are_those_of_the_paper(page: Page) -> None:
    (table,) = page.tables
    assert [[page.raw[cell.start : cell.end] for cell in row] for row in table.rows] == [list(row) for row in ROWS]


def test_pieces_of_a_border_beside_each_other_are_one_border() -> None:
    level = [(50.0, y + step, 400.0, y + step + 1) for y in (100.0, 140.0, 180.0) for step in (0.0, 2.0)]
    scraps = [(x, y + 1, x + 40, y + 2) for x in (80.0, 200.0) for y in (100.0, 140.0, 180.0)]
    upright = [(x + lean, top, x + lean + 1, top + 45) for x in (50.0, 150.0, 399.0) for top, lean in ((100.0, 0.0), (140.0, 1.5))]
    (grid,) = find_grids(_aligned([*level, *scraps, *upright]))
    assert [len(row) for row in grid.rows] == [2, 2]


def test_only_borders_of_tables_are_wiped_off() -> None:
    picture = Image.new("L", (400, 300), 255)
    ImageDraw.Draw(picture).rectangle((50, 100, 350, 101), fill=0)
    stroke = [(50.0, 100.0, 351.0, 102.0)]
    assert without_borders(picture, stroke, dpi=150) is picture
    table = [*((50.0, y, 351.0, y + 2) for y in (100.0, 150.0, 200.0)), *((x, 100.0, x + 2, 202.0) for x in (50.0, 200.0, 349.0))]
    assert without_borders(picture, table, dpi=150).getextrema() == (255, 255)
    assert picture.getextrema() == (0, 255), "the picture itself is left as it was"
