"""Figures written by hand into a letterhead are left blank unless the engine was sure; printed ones stay."""

from __future__ import annotations

import pytest

from pipeline.extract.ocr.engine import SeenWord
from pipeline.extract.ocr.handwriting import DATE_BLANK, NUMBER_BLANK, leave_unsure_blank

HEIGHT = 1000.0


def seen(line: str, top: float = 100.0) -> tuple[SeenWord, ...]:
    """A line of words with their confidences: "Số:93 3092/UBND-VX:91"."""
    words, left = [], 50.0
    for piece in line.split():
        text, _, sure = piece.rpartition(":")
        words.append(SeenWord(text, (left, top, left + 10 * len(text), top + 20), float(sure), (1, 1, int(top))))
        left += 10 * len(text) + 8
    return tuple(words)


def text(words: tuple[SeenWord, ...]) -> str:
    return " ".join(word.text for word in words)


@pytest.mark.parametrize(
    ("line", "kept", "blank"),
    [
        pytest.param("Số::93 3092/UBND-VX:91", "Số: 3092/UBND-VX", False, id="printed"),
        pytest.param("Só::93 3092/UBND-VX:91", "Số: 3092/UBND-VX", False, id="printed, the label misread"),
        pytest.param("Số:01/SYT-NVD:88", "Số:01/SYT-NVD", False, id="printed without a blank"),
        pytest.param("Số::96 115:94 /NQ-CP:95", "Số: 115 /NQ-CP", False, id="typed in later"),
        pytest.param("Số::96 445:85 /NQ-CP:87", "Số: /NQ-CP", True, id="written by hand, read as another number (115)"),
        pytest.param("Số:202/SYT-NVY:40", "Số: /SYT-NVY", True, id="written by hand, one word with the symbol (2096)"),
        pytest.param("Sóz2/.2sÈ../SYT-TCCB:8", "Số: /SYT-TCCB", True, id="written by hand over the label (2192)"),
        pytest.param("Số::96 4:93 K:95 /SYT-VP:95", "Số: /SYT-VP", True, id="no figure, however sure (18)"),
        pytest.param("Số::94 3ƒ:51 /2026/TT-BCA:67", "Số: /2026/TT-BCA", True, id="the year is printed, the number is not (37)"),
        pytest.param("Số:2/%⁄QĐ-SYT:62", "Số: ⁄QĐ-SYT", True, id="another slash"),
        pytest.param("Số20ÿSYT-NVY:16", "Số: SYT-NVY", True, id="the slash went down with the figure (2047)"),
        pytest.param("số:42Ø2/QĐ-SYT:48", "Số: /QĐ-SYT", True, id="a small label"),
        pytest.param("số:90 12/QĐ-UBND:40", "số 12/QĐ-UBND", False, id="a sentence that goes on"),
        pytest.param("Số::90 /UBND-NLN:88", "Số: /UBND-NLN", False, id="never filled in"),
        pytest.param("Số::90 ......:30 /UBND-NLN:88", "Số: ...... /UBND-NLN", False, id="dots to write on"),
        pytest.param("Sở:40 Tài:40 chính/Sở:40 Nội:40", "Sở Tài chính/Sở Nội", False, id="no line of a number"),
        pytest.param("theo:90 Số::40 12/QĐ-UBND:40", "theo Số: 12/QĐ-UBND", False, id="a number inside a sentence"),
    ],
)
def test_number(line: str, kept: str, blank: bool) -> None:
    words, clauses, _ = leave_unsure_blank(seen(line), HEIGHT)
    assert (text(words), clauses) == (kept, (NUMBER_BLANK,) if blank else ())


@pytest.mark.parametrize(
    ("figures", "kept", "blank"),
    [
        pytest.param("ngày:96 04:96 tháng:96 12:93", "ngày 04 tháng 12", False, id="printed"),
        pytest.param("ngày:96 49:61 tháng:93 4:95", "ngày tháng 4", True, id="no day of a month (29)"),
        pytest.param("ngày:93 Ð:88 tháng:96 12:96", "ngày tháng 12", True, id="no figure"),
        pytest.param("ngày3)2:28 tháng:96 10:96", "ngày tháng 10", True, id="one word with what stands before it"),
        pytest.param("ngày:96 31:95 tháng:96 13:96", "ngày 31 tháng", True, id="no month"),
        pytest.param("ngày:96 _:0 tháng:96 11:96", "ngày tháng 11", False, id="a line to write on"),
    ],
)
def test_date(figures: str, kept: str, blank: bool) -> None:
    words, clauses, _ = leave_unsure_blank(seen(f"Kiên:96 Giang,:96 {figures} năm:96 2017:96"), HEIGHT)
    assert (text(words), clauses) == (f"Kiên Giang, {kept} năm 2017", (DATE_BLANK,) if blank else ())


def test_the_body_is_left_alone() -> None:
    line = seen("Số::40 12/QĐ-UBND:40 Hà:90 Nội,:90 ngày:40 49:40 tháng:40 1:40 năm:40 2020:40", top=700.0)
    assert leave_unsure_blank(line, HEIGHT) == (line, (), ())


def test_what_is_cut_keeps_its_place() -> None:
    (label, symbol), _, _ = leave_unsure_blank(seen("Số:202/SYT-NVY:40"), HEIGHT)
    assert label.box == (50.0, 100.0, 80.0, 120.0)
    assert symbol.box == (110.0, 100.0, 190.0, 120.0)
