"""A secrecy mark on a picture is seen, also where OCR lost its accent; the same word in a sentence is none."""

from __future__ import annotations

import pytest

from models.text import SECRECY, Document, FileFacts, Mark, Page, PageSource
from pipeline.extract import secrecy_of

BOX = (0.0, 0.0, 10.0, 10.0)


def document(text: str, *, source: PageSource = PageSource.OCR, marks: tuple[Mark, ...] = ()) -> Document:
    page = Page(1, text, text, source, "", 1.0, marks=marks)
    return Document(FileFacts("quet.pdf", "", 0, "application/pdf"), (page,))


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        pytest.param("UBND TỈNH\tCỘNG HÒA\nSố: 1/UBND\nMẬT\nKính gửi:", "MẬT", id="alone on its line"),
        pytest.param("UBND TỈNH\tCỘNG HÒA\nTUYỆT MẬT\tHà Nội, ngày 1", "TUYỆT MẬT", id="in the left column"),
        pytest.param("UBND TỈNH\nTUYỆT\nMẬT\nKính gửi:", "TUYỆT MẬT", id="in two lines"),
        pytest.param("UBND TỈNH\n| TÓI MÁT |\nKính gửi:", "TỐI MẬT", id="accents misread, in a frame"),
        pytest.param("UBND TỈNH\nMAT\nKính gửi:", "MẬT", id="accent lost"),
        pytest.param("UBND TỈNH\nV/v bảo vệ bí mật nhà nước\nmật\n", None, id="a word of the text"),
        pytest.param("UBND TỈNH\nGIỮ MẬT\nKính gửi:", None, id="another phrase"),
        pytest.param("\n".join(["UBND TỈNH", *["chữ"] * 40, "MẬT"]), None, id="far below the head of the page"),
    ],
)
def test_written_mark(text: str, mark: str | None) -> None:
    assert secrecy_of(document(text)) == mark


@pytest.mark.parametrize(("said", "mark"), [("TÔI MẬT", "TỐI MẬT"), ("?", "MẬT"), ("", "MẬT")])
def test_a_stamp_counts_whatever_ocr_makes_of_its_letters(said: str, mark: str) -> None:
    assert secrecy_of(document("UBND", marks=(Mark("seal", "MẬT", BOX), Mark(SECRECY, said, BOX)))) == mark
    assert secrecy_of(document("UBND", marks=(Mark("seal", "MẬT", BOX),))) is None


def test_a_text_layer_is_left_to_its_letterhead() -> None:
    assert secrecy_of(document("UBND TỈNH\nMẬT\n", source=PageSource.TEXT_LAYER)) is None
