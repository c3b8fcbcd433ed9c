"""The real documents beside the project: each is read or refused with one of our errors, and judged as a person would."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from models.errors import RejectedFile, UnknownFormat
from models.text import Document, PageSource
from pipeline.extract import OcrMode, ReadSettings, office, read_pages

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the documents of ../shared are not on this machine"),
]
BROKEN_LAYERS = {"dn-sgddt-cv-2019-garbled.pdf", "kgsyt-3176b-garbled.pdf"}


def _files(folder: str) -> list[Path]:
    return sorted((CORPUS / folder).glob("*")) if CORPUS.is_dir() else []


def _assert_whole(document: Document) -> None:
    for page in document.pages:
        assert page.reason
        assert 0 <= page.quality <= 1
        assert "".join(page.raw[w.start : w.end] for w in page.words) == ("".join(page.raw.split()) if page.words else "")
        for table in page.tables:
            assert all(a.end <= b.start for row in table.rows for a, b in pairwise(row))
    assert bool(document.warnings) == any(not page.healthy for page in document.pages)


@pytest.mark.parametrize("path", _files("pdf"), ids=lambda path: path.name)
def test_pdf(path: Path) -> None:
    document = read_pages(path, settings=ReadSettings(ocr=OcrMode.OFF))
    _assert_whole(document)
    if path.name in BROKEN_LAYERS:
        assert all(not page.healthy and page.raw for page in document.pages)
    elif path.name == "nom-hanoi-tb-453.pdf":
        assert document.pages[0].healthy
        assert document.file.form_values == ("453 29 4 2026",)
        assert document.file.signed_at is not None
    else:
        assert not any(page.healthy for page in document.pages)


@pytest.mark.parametrize("path", _files("text") + _files("seeds"), ids=lambda path: path.name)
def test_text(path: Path) -> None:
    document = read_pages(path)
    _assert_whole(document)
    garbled = path.name.startswith("004_")
    assert document.pages[0].healthy is not garbled
    assert (document.pages[0].quality > 0.95) is not garbled


@pytest.mark.parametrize("path", _files("word")[:2], ids=lambda path: path.name)
def test_old_word(path: Path) -> None:
    if office.find_office() is None:
        with pytest.raises(UnknownFormat):
            read_pages(path)
        return
    document = read_pages(path)
    _assert_whole(document)
    assert document.pages[0].healthy
    assert document.pages[0].tables


def test_signature_stamps_of_scans_are_kept_as_facts() -> None:
    document = read_pages(CORPUS / "pdf" / "nom-bct-tt-21.pdf", settings=ReadSettings(ocr=OcrMode.OFF))
    assert str(document.file.signed_at) == "2026-04-29"
    assert any(value.startswith("Thời gian ký: 29.04.2026") for value in document.file.form_values)
    assert "2/2 trang" in document.warnings[0]


@pytest.mark.parametrize(
    ("name", "layer", "words"),
    [
        pytest.param("dn-sgddt-cv-2019-garbled.pdf", "chữ mất dấu", "Thực hiện", id="layer of an English OCR engine"),
        pytest.param("kgsyt-3176b-garbled.pdf", "chữ bị hỏng", "Kiên Giang", id="layer that lost its letters"),
        pytest.param("nom-ttg-qd-729.pdf", "trang là ảnh quét", "THỦ TƯỚNG CHÍNH PHỦ", id="signed scan"),
        pytest.param("kgsyt-1987-syt-nvy.pdf", "trang là ảnh quét", "Độc lập", id="scan"),
    ],
)
def test_real_pages_are_read_from_their_pictures(name: str, layer: str, words: str) -> None:
    page = read_pages(CORPUS / "pdf" / name, settings=ReadSettings(ocr_jobs=2)).pages[0]
    assert (page.source, page.healthy) == (PageSource.OCR, True), page.reason
    assert layer in page.reason
    assert words in page.text
    assert "Người ký" not in page.text, "the electronic signature is no part of the page"


@pytest.mark.parametrize("path", _files("ocr_gt"), ids=lambda path: path.name)
def test_other_folders_are_refused(path: Path) -> None:
    with pytest.raises(RejectedFile):
        read_pages(path)
