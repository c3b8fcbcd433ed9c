"""PDF with a text layer: lines, columns, gaps, tables, boxes, and nothing lost against pdfium's own text."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from models.text import Document, Page
from pipeline.extract import OcrMode, ReadSettings, read_pages
from pipeline.extract.pdf_words import Frame
from tests.extract.builders import BODY, Paper


def _read(tmp_path: Path, data: bytes) -> Document:
    path = tmp_path / "van-ban.pdf"
    path.write_bytes(data)
    return read_pages(path)


def _assert_words_stand_in_their_boxes(page: Page) -> None:
    assert all(a.end <= b.start for a, b in zip(page.words, page.words[1:], strict=False))
    assert "".join(page.raw.split()) == "".join(page.raw[w.start : w.end] for w in page.words)
    assert page.width is not None
    assert page.height is not None
    for word in page.words:
        x0, top, x1, bottom = word.box
        assert 0 <= x0 < x1 <= page.width
        assert 0 <= top < bottom <= page.height


def _pdfium_letters(data: bytes) -> Counter[str]:
    document = pypdfium2.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return Counter(c for c in text.replace("\x02", "-").replace("\ufffe", "-") if not c.isspace())


def test_lines_come_in_reading_order(tmp_path: Path) -> None:
    paper = Paper()
    for number in (3, 1, 0, 2):  # drawn in another order than read
        paper.text(70, 100 + 18 * number, BODY[number])
    page = _read(tmp_path, paper.done()).pages[0]
    assert page.raw.split("\n") == list(BODY)
    assert page.healthy
    assert page.quality == 1.0


def test_letterhead_columns_are_parted_by_tabs(tmp_path: Path) -> None:
    paper = Paper().text(70, 60, "ỦY BAN NHÂN DÂN").text(250, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    paper.text(80, 78, "TỈNH PHÚ LÂM").text(300, 78, "Độc lập - Tự do - Hạnh phúc")
    raw = _read(tmp_path, paper.done()).pages[0].raw
    assert raw == "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH PHÚ LÂM\tĐộc lập - Tự do - Hạnh phúc"


def test_blank_number_stays_blanks_and_is_no_column(tmp_path: Path) -> None:
    raw = _read(tmp_path, Paper().text(70, 60, "Số:            /UBND-KSTT").done()).pages[0].raw
    assert raw.startswith("Số:  ")
    assert raw.endswith("/UBND-KSTT")
    assert "\t" not in raw


def test_stretched_line_has_no_columns(tmp_path: Path) -> None:
    paper = Paper().lines(BODY)
    for number, word in enumerate(["tổng", "hợp", "báo", "cáo", "định", "kỳ"]):
        paper.text(70 + 60 * number, 200, word)
    assert "\t" not in _read(tmp_path, paper.done()).pages[0].raw


def test_gap_of_the_paper_is_a_blank_line(tmp_path: Path) -> None:
    paper = Paper().lines(BODY[:2], y=100).lines(BODY[2:], y=190)
    assert _read(tmp_path, paper.done()).pages[0].raw == "\n".join(BODY[:2]) + "\n\n" + "\n".join(BODY[2:])


def test_footnote_mark_stays_in_its_line(tmp_path: Path) -> None:
    paper = Paper().lines(BODY).text(70, 172, "Theo công bố ngày 06/4/2025").text(228, 166, "1", size=8).text(240, 172, "thì đạt")
    assert "06/4/2025 1 thì đạt" in _read(tmp_path, paper.done()).pages[0].raw.replace("20251", "2025 1")


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_boxes_follow_the_rotation_of_the_page(tmp_path: Path, degrees: int) -> None:
    page = _read(tmp_path, Paper().lines(BODY).turn(degrees).done()).pages[0]
    _assert_words_stand_in_their_boxes(page)
    first = next(w.box for w in page.words if page.raw[w.start : w.end] == "Thực")
    assert page.raw == "\n".join(BODY)
    corner = {0: (70, 100), 90: (742, 70), 180: (525, 742), 270: (100, 525)}[degrees]
    assert first[0] - 20 <= corner[0] <= first[2] + 20
    assert first[1] - 20 <= corner[1] <= first[3] + 20


def test_frame_turns_the_corners_of_the_page() -> None:
    corner = (10.0, 780.0, 30.0, 800.0)  # at the top left of an upright page of 600 x 800
    assert Frame(0, 0, 600, 800, 0).box(*corner) == (10, 0, 30, 20)
    assert Frame(0, 0, 600, 800, 1).box(*corner) == (780, 10, 800, 30)
    assert Frame(0, 0, 600, 800, 2).box(*corner) == (570, 780, 590, 800)
    assert Frame(0, 0, 600, 800, 3).box(*corner) == (0, 570, 20, 590)
    assert Frame(0, 0, 600, 800, 1).size == (800, 600)


def test_text_set_sideways_reads_in_its_own_direction(tmp_path: Path) -> None:
    page = _read(tmp_path, Paper().sideways(BODY).done()).pages[0]
    assert page.raw == "\n".join(BODY)
    assert (page.width, page.height) == (595, 842)
    _assert_words_stand_in_their_boxes(page)
    first, second = page.words[0].box, page.words[1].box
    assert first[3] - first[1] > first[2] - first[0]
    assert second[3] < first[1]


def test_landscape_page_that_the_viewer_turns_upright(tmp_path: Path) -> None:
    page = _read(tmp_path, Paper().sideways(BODY).turn(90).done()).pages[0]
    assert page.raw == "\n".join(BODY)
    first, second = page.words[0].box, page.words[1].box
    assert second[0] > first[2]
    assert abs(second[1] - first[1]) < 5


def test_crop_box_moves_the_corner(tmp_path: Path) -> None:
    paper = Paper().lines(BODY)
    paper.canvas.setCropBox((50, 0, 595, 792))
    page = _read(tmp_path, paper.done()).pages[0]
    assert (page.width, page.height) == (545, 792)
    assert page.words[0].box[0] == pytest.approx(20, abs=1)
    assert page.words[0].box[3] == pytest.approx(50, abs=5)


def test_hyphen_at_the_end_of_a_line_stays(tmp_path: Path) -> None:
    data = Paper().lines(("Căn cứ Quyết định số 06/QĐ-", "TTg ngày 06 tháng 01 năm 2022 của Thủ tướng")).done()
    page = _read(tmp_path, data).pages[0]
    assert page.raw.split("\n")[0].endswith("06/QĐ-")
    assert page.raw.split("\n")[1].startswith("TTg ngày")
    _assert_words_stand_in_their_boxes(page)
    assert Counter("".join(page.raw.split())) == _pdfium_letters(data)


def test_ruled_table_is_laid_out_cell_by_cell(tmp_path: Path) -> None:
    columns, rows = (70.0, 110.0, 300.0, 420.0, 530.0), (100.0, 140.0, 200.0, 240.0)
    paper = Paper().text(70, 80, "Phụ lục phân công nhiệm vụ").grid(columns, rows)
    for x, text in zip(columns, ("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"), strict=False):
        paper.text(x + 4, 125, text)
    paper.text(74, 155, "1").text(114, 155, "Xây dựng kế hoạch thực hiện").text(114, 173, "chuyển đổi số năm 2025")
    paper.text(304, 155, "Sở Khoa học").text(304, 173, "và Công nghệ").text(424, 155, "Quý II/2025")
    paper.text(114, 225, "Rà soát thủ tục").text(304, 225, "Sở Nội vụ")
    page = _read(tmp_path, paper.text(70, 270, "Các đơn vị triển khai thực hiện").done()).pages[0]
    assert page.raw == (
        "Phụ lục phân công nhiệm vụ\nTT\tNhiệm vụ\tChủ trì\tThời hạn\n"
        "1\tXây dựng kế hoạch thực hiện\nchuyển đổi số năm 2025\tSở Khoa học\nvà Công nghệ\tQuý II/2025\n"
        "\tRà soát thủ tục\tSở Nội vụ\nCác đơn vị triển khai thực hiện"
    )
    cells = [[page.raw[c.start : c.end] for c in row] for row in page.tables[0].rows]
    assert cells[1] == ["1", "Xây dựng kế hoạch thực hiện\nchuyển đổi số năm 2025", "Sở Khoa học\nvà Công nghệ", "Quý II/2025"]
    assert cells[2] == ["", "Rà soát thủ tục", "Sở Nội vụ"]
    _assert_words_stand_in_their_boxes(page)


def test_words_of_two_cells_that_touch_are_parted_at_the_border(tmp_path: Path) -> None:
    paper = Paper().grid((70.0, 147.0, 300.0), (100.0, 140.0, 180.0))
    paper.text(74, 125, "Toàn thể cán bộ,-").text(74, 165, "Sở Y tế").text(151, 165, "Sở Nội vụ")
    page = _read(tmp_path, paper.done()).pages[0]
    cells = [[page.raw[c.start : c.end] for c in row] for row in page.tables[0].rows]
    assert cells[1] == ["Sở Y tế", "Sở Nội vụ"]
    assert len(cells[0]) == 2
    assert "".join(cells[0]).replace(" ", "") == "Toànthểcánbộ,-"
    _assert_words_stand_in_their_boxes(page)


def test_table_cut_by_the_end_of_the_page_keeps_its_last_row(tmp_path: Path) -> None:
    paper = Paper()
    for x in (70.0, 110.0, 300.0, 530.0):
        paper.rule(x, 600, x, 780)
    for y in (600.0, 640.0, 700.0):
        paper.rule(70, y, 530, y)
    for y, words in (
        (625, ("TT", "Nhiệm vụ", "Chủ trì")),
        (670, ("1", "Rà soát", "Sở Nội vụ")),
        (730, ("2", "Tổng hợp", "Sở Y tế")),
    ):
        for x, word in zip((74, 114, 304), words, strict=True):
            paper.text(x, y, word)
    page = _read(tmp_path, paper.done()).pages[0]
    assert page.raw == "TT\tNhiệm vụ\tChủ trì\n1\tRà soát\tSở Nội vụ\n2\tTổng hợp\tSở Y tế"
    assert len(page.tables[0].rows) == 3


def test_underlines_of_the_letterhead_are_no_table(tmp_path: Path) -> None:
    page = _read(tmp_path, Paper().lines(BODY).rule(70, 90, 200, 90).rule(300, 90, 500, 90).done()).pages[0]
    assert page.tables == ()


def test_broken_tables_cost_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pdfplumber import table

    def fail(*_: object) -> list[object]:
        raise RecursionError

    monkeypatch.setattr(table, "edges_to_intersections", fail)
    columns, rows = (70.0, 300.0, 530.0), (90.0, 130.0, 200.0)
    page = _read(tmp_path, Paper().lines(BODY).grid(columns, rows).done()).pages[0]
    assert page.tables == ()
    assert "Sở Tài chính" in page.raw


def test_scan_and_text_in_one_file(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(Paper().lines(BODY).next().picture().next().picture().done())
    document = read_pages(path, settings=ReadSettings(ocr=OcrMode.OFF))
    assert [page.healthy for page in document.pages] == [True, False, False]
    assert document.pages[1].reason == "không có lớp chữ: trang là ảnh quét"
    assert len(document.warnings) == 1
    assert document.warnings[0].startswith("2/3 trang không có lớp chữ")
    assert document.text.count("\f") == 2


def test_stamp_over_a_scan_is_no_text_layer(tmp_path: Path) -> None:
    paper = Paper().picture().text(300, 40, "Người ký: Ủy ban nhân dân tỉnh Phú Lâm", size=8)
    paper.text(300, 52, "Thời gian ký: 23.04.2026 15:54:16 +07:00", size=8)
    page = _read(tmp_path, paper.done()).pages[0]
    assert not page.healthy
    assert page.quality == 0.0
    assert "chữ ký số" in page.reason
    assert "Người ký" in page.raw


def test_white_page_between_pages_is_healthy(tmp_path: Path) -> None:
    document = _read(tmp_path, Paper().lines(BODY).next().next().lines(BODY).done())
    assert [page.reason for page in document.pages][1] == "trang trắng"
    assert document.warnings == ()


def test_form_field_values_are_kept(tmp_path: Path) -> None:
    paper = Paper().lines(BODY)
    paper.canvas.acroForm.textfield(name="so", value="453", x=100, y=700, width=80, height=20)
    document = _read(tmp_path, paper.done())
    assert "453" in document.file.form_values
    assert document.file.signed_at is None


def test_facts_of_the_file(tmp_path: Path) -> None:
    data = Paper().lines(BODY).done()
    document = _read(tmp_path, data)
    assert document.file.size == len(data)
    assert document.file.media == "application/pdf"
    assert len(document.file.sha256) == 64
    assert document.boxes((0, len(BODY[0])))[0][0] == pytest.approx(70, abs=1)
