"""The name below a seal, which the engine passes over with the seal: looked for in its corner, and only there."""

from collections.abc import Sequence

from PIL import Image

from pipeline.extract.ocr.engine import SeenWord, TooSlow
from pipeline.extract.ocr.signed import with_signer

PAGE = Image.new("L", (1000, 1400), 255)
DPI = 120


def line(text: str, x: float, top: float, number: int, sure: float = 95.0) -> tuple[SeenWord, ...]:
    """The words of a line that begins at (x, top)."""
    return tuple(
        SeenWord(word, (x + 60 * at, top, x + 60 * at + 50, top + 20), sure, (1, 1, number)) for at, word in enumerate(text.split())
    )


LETTER = (*line("Sở Y tế yêu cầu các đơn vị báo cáo", 100, 700, 1), *line("Nơi nhận:", 100, 900, 2), *line("GIÁM ĐỐC", 600, 900, 3))


class Corner:
    """Reads a corner: the first answer, then the next one, and what was asked."""

    def __init__(self, *answers: Sequence[SeenWord] | Exception) -> None:
        self.answers = list(answers)
        self.sizes: list[tuple[int, int]] = []

    def __call__(self, part: Image.Image, dpi: int) -> tuple[SeenWord, ...]:
        self.sizes.append(part.size)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return tuple(answer)


def names(words: Sequence[SeenWord]) -> list[str]:
    """The lines that were added to the letter."""
    new = [word for word in words if word not in LETTER]
    numbers = dict.fromkeys(word.line for word in new)
    return [" ".join(word.text for word in new if word.line == number) for number in numbers]


def test_a_name_that_only_the_corner_shows_is_a_line_of_its_own_at_its_place() -> None:
    read = Corner(
        line("Ê: Vx", 150, 100, 1, 20),
    )
    read.answers = [(*line("SỞ Y", 150, 100, 1), *line("Hà Văn Phúc.", 230, 260, 2))]
    found = with_signer(PAGE, DPI, LETTER, read)
    assert names(found) == ["Hà Văn Phúc"]
    assert found[: len(LETTER)] == LETTER
    first = found[len(LETTER)]
    assert (first.box[0], first.box[1]) == (400 + 230, 900 - 56 + 260)


def test_a_name_that_was_seen_is_not_looked_for() -> None:
    read = Corner()
    seen = (*LETTER, *line("Hà Văn Phúc", 620, 1100, 4))
    assert with_signer(PAGE, DPI, seen, read) == seen
    assert read.sizes == []


def test_a_page_without_signature_is_not_looked_at() -> None:
    body = line("Sở Y tế yêu cầu các đơn vị báo cáo", 100, 700, 1)
    assert with_signer(PAGE, DPI, body, Corner()) == body


def test_an_unsure_name_is_read_again_larger_and_the_surer_one_is_taken() -> None:
    read = Corner(line("Nguyễn Văn Mi", 230, 260, 1, 55.0), line("Nguyễn Văn Hải", 345, 390, 1, 96.0))
    assert names(with_signer(PAGE, DPI, LETTER, read)) == ["Nguyễn Văn Hải"]
    assert [width for width, _ in read.sizes] == [600, 750]


def test_what_is_no_name_or_too_unsure_is_left_out() -> None:
    crumbs = (*line("PHÓ GIÁM ĐỐC", 200, 30, 1), *line("Ìý Xàn", 230, 260, 2), *line("Lê Hoàng Anh", 230, 300, 3, 30.0))
    assert with_signer(PAGE, DPI, LETTER, Corner(crumbs, crumbs)) == LETTER


def test_a_title_that_the_seal_hid_comes_with_the_name() -> None:
    untitled = LETTER[:-2]
    read = Corner((*line("KT. CHỦ TỊCH", 200, 30, 1), *line("Hà Văn Phúc", 230, 260, 2)))
    found = with_signer(PAGE, DPI, untitled, read)
    assert [word.text for word in found[len(untitled) :]] == ["KT", "CHỦ", "TỊCH", "Hà", "Văn", "Phúc"]


def test_a_corner_that_cannot_be_read_leaves_the_words() -> None:
    assert with_signer(PAGE, DPI, LETTER, Corner(TooSlow("quá 10 giây"))) == LETTER


def test_crumbs_at_the_place_of_the_name_go() -> None:
    seen = (*LETTER, *line("Ê:", 640, 1110, 4, 20.0))
    found = with_signer(PAGE, DPI, seen, Corner(line("Hà Văn Phúc", 230, 260, 1)))
    assert "Ê:" not in [word.text for word in found]


def test_a_title_in_the_middle_of_a_decision_signs_nothing() -> None:
    decision = (*line("THỦ TƯỚNG CHÍNH PHỦ", 390, 500, 1), *line("Căn cứ Luật Tổ chức Chính phủ", 100, 600, 2))
    assert with_signer(PAGE, DPI, decision, Corner()) == decision


def test_a_title_above_a_page_of_text_signs_nothing() -> None:
    text = [word for number in range(2, 32) for word in line("Căn cứ Luật Tổ chức", 100, 560 + 20 * number, number)]
    decision = (*line("BỘ TRƯỞNG", 500, 500, 1), *text)
    assert with_signer(PAGE, DPI, decision, Corner()) == decision


def test_a_title_beside_recipients_whose_heading_was_misread_tells_where_to_look() -> None:
    seen = (*LETTER[:-4], *line("Aơi nhận:", 100, 900, 2), *line("KT. BỘ TRƯỞNG", 600, 900, 2))
    read = Corner((*line("KT. BỘ TRƯỞNG", 200, 56, 1), *line("THỨ TRƯỞNG", 200, 86, 2), *line("Hà Văn Phúc", 230, 260, 3)))
    assert [word.text for word in with_signer(PAGE, DPI, seen, read)[-3:]] == ["Hà", "Văn", "Phúc"]


def test_a_title_in_a_sentence_is_no_place_to_look() -> None:
    body = line("Căn cứ đề nghị của các ông BỘ TRƯỞNG", 200, 700, 1)
    assert with_signer(PAGE, DPI, body, Corner()) == body
