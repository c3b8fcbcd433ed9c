"""The stamp of the office that received a paper is no part of its text; edges of a scan are no words."""

from __future__ import annotations

import pytest

from pipeline.extract.ocr.edges import without_edges
from pipeline.extract.ocr.engine import SeenWord
from pipeline.extract.ocr.received import without_received

HEIGHT = 1800.0
STAMP = [
    ("CỔNG THÔNG TIN ĐIỆN TỬ", 90, 295),
    ("ĐẾN", 90, 330),
    ("Giờ...", 160, 325),
    ("Ngày.... 21/4/2026", 160, 352),
]
PAPER = [
    ("THỦ TƯỚNG CHÍNH PHỦ", 90, 128),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 580, 128),
    ("Số: 729/QĐ-TTg", 160, 225),
    ("Hà Nội, ngày 23 tháng 4 năm 2026", 660, 225),
    ("QUYẾT ĐỊNH", 595, 316),
    ("Phê chuẩn kết quả bầu chức vụ Chủ tịch", 430, 348),
    ("Căn cứ Luật Tổ chức chính quyền địa phương", 150, 440),
]


def page(*lines: tuple[str, float, float]) -> tuple[SeenWord, ...]:
    """Words 20 high of letters 11 wide: (text, left, top) for each run of words; runs as high as each other are one line."""
    words = []
    for text, left, top in lines:
        for word in text.split():
            words.append(SeenWord(word, (left, top, left + 11.0 * len(word), top + 20), 90.0, (1, 1, int(top))))
            left += 11 * len(word) + 8
    return tuple(words)


def text(words: tuple[SeenWord, ...]) -> str:
    return " ".join(word.text for word in words)


def test_the_words_of_the_stamp_are_taken_out_and_kept_apart() -> None:
    rest, stamp = without_received(page(*PAPER, *STAMP), HEIGHT)
    assert text(rest) == text(page(*PAPER))
    assert stamp is not None
    assert text(page(*STAMP)) == stamp.text
    assert stamp.box[:2] == (90.0, 295.0)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(PAPER, id="no stamp"),
        pytest.param([*PAPER, ("KẾ HOẠCH TỪ THÁNG 4 ĐẾN THÁNG 9", 400, 380)], id="ĐẾN in a title"),
        pytest.param(
            [*PAPER, ("ĐẾN THÁNG 9 NĂM 2026", 500, 290), ("Hà Nội, ngày.... tháng.... năm", 500, 250)], id="a date left open"
        ),
        pytest.param([*PAPER, ("Giờ.... Ngày....", 160, 352)], id="blanks without the title"),
        pytest.param([(words, left, top + 1000) for words, left, top in [*PAPER, *STAMP]], id="below the head of the page"),
        pytest.param([], id="nothing"),
    ],
)
def test_what_is_no_stamp_stays(lines: list[tuple[str, float, float]]) -> None:
    assert without_received(page(*lines), HEIGHT) == (page(*lines), None)


def test_a_run_that_reaches_out_of_the_stamp_stays_whole() -> None:
    subject = ("Về việc phân công thực hiện nhiệm vụ năm 2026", 120, 300)
    rest, stamp = without_received(page(*PAPER, subject, *STAMP), HEIGHT)
    assert subject[0] in text(rest)
    assert stamp is not None


def test_the_number_of_the_paper_stays_also_close_above_the_stamp() -> None:
    number = ("Số: 21/TB-BYT", 95, 300)
    rest, stamp = without_received(page(number, *STAMP[1:]), HEIGHT)
    assert text(rest) == number[0]
    assert stamp is not None


def test_a_secrecy_mark_among_the_words_of_the_stamp_stays() -> None:
    rest, stamp = without_received(page(*PAPER, *STAMP, ("TỐI MẬT", 200, 338)), HEIGHT)
    assert "TỐI MẬT" in text(rest)
    assert stamp is not None
    assert "MẬT" not in stamp.text


def test_unbelieved_words_of_the_edges_are_dropped() -> None:
    rim = SeenWord("NEEENNHNNNNEEE", (100.0, 1985.0, 900.0, 1998.0), 0.0, (9, 1, 1))
    side = SeenWord("ll", (2.0, 900.0, 8.0, 960.0), 20.0, (9, 1, 2))
    footer = SeenWord("12", (700.0, 1975.0, 720.0, 1990.0), 85.0, (9, 1, 3))
    faint = SeenWord("mờ", (700.0, 1900.0, 720.0, 1920.0), 10.0, (9, 1, 4))
    assert without_edges((rim, side, footer, faint), (1400, 2000)) == (footer, faint)
