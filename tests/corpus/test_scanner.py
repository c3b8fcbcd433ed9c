"""Scans that the generator makes: the same seed gives the same sheet, the print is all there, ink lies where it was put."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pypdfium2
import pytest

from corpus.documents import letters
from corpus.generator import Letter, write_pdf
from corpus.generator.ink import RED, Stamp
from corpus.generator.scanner import SCAN_DPI, print_and_scan

Points = npt.NDArray[np.int16]


@pytest.fixture(scope="module")
def letter() -> Letter:
    whole = letters()["cv-xa-chong-ret"]
    return replace(whole, body=whole.body[:1])


@pytest.fixture(scope="module")
def clean(letter: Letter, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pdf(letter, tmp_path_factory.mktemp("scan") / "sach.pdf")


def points(pdf: Path) -> Points:
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=1.0).to_pil().convert("RGB")
    document.close()
    return np.asarray(picture).astype(np.int16)


def red(picture: Points) -> npt.NDArray[np.bool_]:
    found: npt.NDArray[np.bool_] = picture[:, :, 0] - picture[:, :, 2] > 60
    return found


def test_the_same_seed_gives_the_same_bytes(clean: Path, tmp_path: Path) -> None:
    one, same, other = (print_and_scan(clean, tmp_path / f"{n}.pdf", seed) for n, seed in enumerate(("a", "a", "b")))
    assert one.read_bytes() == same.read_bytes()
    assert one.read_bytes() != other.read_bytes()


def test_a_scan_is_a_picture_alone_at_the_resolution_of_offices(clean: Path, tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument(print_and_scan(clean, tmp_path / "quet.pdf", "a"))
    assert document[0].get_textpage().get_text_range() == ""
    (picture,) = document[0].get_objects()
    assert picture.get_px_size()[0] == pytest.approx(document[0].get_width() * SCAN_DPI / 72, abs=2)


def test_the_print_is_all_there_and_a_little_askew(clean: Path, tmp_path: Path) -> None:
    before, after = (points(path).min(axis=2) < 140 for path in (clean, print_and_scan(clean, tmp_path / "quet.pdf", "a")))
    assert after.sum() == pytest.approx(before.sum(), rel=0.5)
    assert (before != after[: len(before)]).any()


def test_the_seal_lies_over_the_signature_and_nothing_else_is_red(clean: Path, tmp_path: Path) -> None:
    picture = points(print_and_scan(clean, tmp_path / "quet.pdf", "a", owner="XÃ BÌNH LÃM"))
    rows, columns = np.nonzero(red(picture))
    document = pypdfium2.PdfDocument(clean)
    text = document[0].get_textpage()
    place = text.search("CHỦ TỊCH").get_next()
    assert place is not None
    left, bottom, _, top = text.get_charbox(place[0])
    height = document[0].get_height()
    assert columns.min() > picture.shape[1] / 2
    assert columns.min() < left < columns.max()
    assert rows.min() < height - bottom < rows.max() + (top - bottom)
    assert columns.max() - columns.min() == pytest.approx(102, abs=8)


def test_a_stamp_lies_where_it_was_put_and_print_under_it_shows(clean: Path, tmp_path: Path) -> None:
    stamp = Stamp(("ĐẾN", "Số: 815"), (0.15, 0.3), RED, 14.0, 5.0)
    plain, stamped = (
        points(print_and_scan(clean, tmp_path / f"{n}.pdf", "a", stamps=stamps)) for n, stamps in enumerate(((), (stamp,)))
    )
    new = red(stamped) & ~red(plain)
    rows, columns = np.nonzero(new)
    assert columns.min() == pytest.approx(0.15 * plain.shape[1], abs=8)
    assert rows.min() == pytest.approx(0.3 * plain.shape[0], abs=8)
    assert (stamped[:, :, 0] <= plain[:, :, 0] + 40).all(), "ink makes nothing lighter"
