"""Letterheads and signature blocks are read column by column; what is no such block keeps its rows."""

import pytest

from models.text import Box
from pipeline.extract.ocr.columns import unfold


def words(*rows: tuple[float, ...] | tuple[float, str] | tuple[float, str, float, str]) -> tuple[list[str], list[Box]]:
    """Words at fixed width, 5 points a letter and 10 high; a row is its top, then pairs of text and left edge."""
    texts, boxes = [], []
    for top, *cells in rows:
        for text, left in zip(cells[::2], cells[1::2], strict=True):
            x = float(left)
            for word in str(text).split():
                texts.append(word)
                boxes.append((x, float(top), x + 5.0 * len(word), float(top) + 10.0))
                x += 5.0 * len(word) + 3.0
    return texts, boxes


def read(texts: list[str], boxes: list[Box]) -> list[str]:
    """The words from top to bottom, a line per height."""
    moved = unfold(texts, boxes).boxes
    tops = sorted({round(box[1], 3) for box in moved})
    return [
        " ".join(
            text for _, text in sorted((box[0], text) for text, box in zip(texts, moved, strict=True) if round(box[1], 3) == top)
        )
        for top in tops
    ]


NAMES = (0, "BỘ TÀI CHÍNH", 20, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 150)
MOTTO = (14, "Độc lập - Tự do - Hạnh phúc", 165)
NUMBERED = (34, "Số: 12/BTC-NS", 20, "Hà Nội, ngày 05 tháng 6 năm 2025", 160)
BODY = (90, "Thực hiện chỉ đạo của Thủ tướng Chính phủ tại văn bản nêu trên, Bộ Tài chính đề nghị", 20)


def test_an_act_gives_its_names_then_number_and_date() -> None:
    assert read(*words(NAMES, MOTTO, NUMBERED, BODY))[:5] == [
        "BỘ TÀI CHÍNH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/BTC-NS",
        "Hà Nội, ngày 05 tháng 6 năm 2025",
    ]


def test_a_letter_gives_its_left_column_down_to_the_subject() -> None:
    about = ((48, "V/v lập dự toán", 20), (60, "ngân sách năm 2026", 20))
    to = (85, "Kính gửi:", 60)
    lines = read(*words(NAMES, MOTTO, NUMBERED, *about, to, (110, *BODY[1:])))
    assert lines[:3] == ["BỘ TÀI CHÍNH", "Số: 12/BTC-NS", "V/v lập dự toán"]
    assert lines.index("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") == 4
    assert lines[-2:] == ["Kính gửi:", BODY[1]]


def test_a_misread_motto_is_known() -> None:
    names = (0, "BỘ TÀI CHÍNH _", 20, "CỌNG HOÀ XÃ HỌI CHÙ NGHÍA VIỆT NAM", 150)
    assert read(*words(names, MOTTO, NUMBERED, BODY))[:2] == ["BỘ TÀI CHÍNH _", "CỌNG HOÀ XÃ HỌI CHÙ NGHÍA VIỆT NAM"]


def test_recipients_come_before_the_signature() -> None:
    ending = (
        (200, "Nơi nhận:", 20, "KT. BỘ TRƯỞNG", 250),
        (214, "- Như trên;", 20, "THỨ TRƯỞNG", 260),
        (228, "- Các sở, ban, ngành;", 20),
        (242, "- Lưu: VT.", 20, "Nguyễn Văn An", 255),
    )
    lines = read(*words(BODY, *ending))
    assert lines == [
        BODY[1],
        "Nơi nhận:",
        "- Như trên;",
        "- Các sở, ban, ngành;",
        "- Lưu: VT.",
        "KT. BỘ TRƯỞNG",
        "THỨ TRƯỞNG",
        "Nguyễn Văn An",
    ]


def test_a_speck_before_the_recipients_is_no_word() -> None:
    texts, boxes = words(BODY, (200, "_ Nơi nhận:", 20, "CHỦ TỊCH", 270), (214, "- Như trên;", 20, "Trần Hữu Bách", 270))
    assert read(texts, boxes)[1:] == ["_ Nơi nhận:", "- Như trên;", "CHỦ TỊCH", "Trần Hữu Bách"]


def test_a_title_of_the_signer_above_the_recipients_goes_with_the_signature() -> None:
    ending = ((186, "TM. ỦY BAN NHÂN DÂN", 240), (200, "Nơi nhận:", 20, "CHỦ TỊCH", 270), (214, "- Như trên;", 20))
    assert read(*words(BODY, *ending))[1:] == ["Nơi nhận:", "- Như trên;", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((BODY, (104, "của Thủ tướng.", 20)), id="body"),
        pytest.param(
            ((0, "Nhiệm vụ", 20, "Cơ quan chủ trì", 250), (14, "Lập dự toán", 20, "Bộ Tài chính", 250)), id="table without rules"
        ),
        pytest.param(((0, "Nơi nhận thông tin của các đơn vị là cổng của Bộ", 20), BODY), id="a sentence that names the words"),
    ],
)
def test_what_is_no_such_block_stays(rows: tuple[tuple[float, str, float], ...]) -> None:
    texts, boxes = words(*rows)
    assert unfold(texts, boxes).boxes == tuple(boxes)


def test_what_stands_below_moves_with_its_ruled_lines() -> None:
    texts, boxes = words(NAMES, MOTTO, NUMBERED, BODY)
    order = unfold(texts, boxes)
    moved = order.boxes[texts.index("Thực")][1] - BODY[0]
    assert moved > 0
    assert order.moved((20.0, 120.0, 300.0, 121.0)) == (20.0, 120.0 + moved, 300.0, 121.0 + moved)
    assert [a[0::2] for a in order.boxes] == [b[0::2] for b in boxes]
