"""The committed samples and gold are what the generator makes; CATALOGUE.md lists each of them, and nothing else."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from pathlib import Path

import docx
import pypdfium2
import pytest

from corpus.documents import letters
from corpus.generator.catalogue import entries, refresh
from corpus.generator.samples import HOME, make_gold, make_samples, makers

SAMPLES, GOLD, CATALOGUE = HOME / "samples", HOME / "gold", HOME / "CATALOGUE.md"


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    make_samples(folder)
    return folder


def _content(file: Path) -> object:
    # What a file says, for machines where fonts or libraries of another version give other bytes.
    if file.suffix == ".pdf":
        document = pypdfium2.PdfDocument(file)
        pages = [(document[i].get_size(), document[i].get_textpage().get_text_range()) for i in range(len(document))]
        document.close()
        return pages
    if file.suffix == ".docx":
        word = docx.Document(str(file))
        cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
        return [paragraph.text for paragraph in word.paragraphs], cells
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(makers()))
def test_the_generator_gives_the_committed_file(name: str, fresh: Path) -> None:
    committed, made = SAMPLES / name, fresh / name
    assert committed.read_bytes() == made.read_bytes() or _content(committed) == _content(made)


def test_the_generator_gives_the_same_bytes_twice(fresh: Path, tmp_path: Path) -> None:
    again = {path.name: path.read_bytes() for path in make_samples(tmp_path)}
    assert again == {path.name: path.read_bytes() for path in fresh.iterdir()}


def test_the_sources_give_the_committed_gold(tmp_path: Path) -> None:
    made = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in make_gold(tmp_path)}
    assert made == {path.name: json.loads(path.read_text(encoding="utf-8")) for path in GOLD.glob("*.json")}
    assert {Path(name).stem for name in made} == {path.stem for path in SAMPLES.iterdir()} == set(letters())


def test_the_catalogue_lists_every_sample_with_its_hash_and_purpose() -> None:
    listed = entries(CATALOGUE)
    assert sorted(entry.name for entry in listed) == sorted(path.name for path in SAMPLES.iterdir())
    for entry in listed:
        assert entry.sha256 == hashlib.sha256((SAMPLES / entry.name).read_bytes()).hexdigest(), entry.name
        assert len(entry.shows.split()) >= 5, entry.name


def test_refresh_writes_hashes_and_leaves_the_sentences(tmp_path: Path) -> None:
    copy = tmp_path / "CATALOGUE.md"
    copy.write_text(CATALOGUE.read_text(encoding="utf-8").replace(entries(CATALOGUE)[0].sha256, "-"), encoding="utf-8")
    refresh(copy, SAMPLES.iterdir())
    assert copy.read_text(encoding="utf-8") == CATALOGUE.read_text(encoding="utf-8")


def test_the_samples_stay_small() -> None:
    assert sum(path.stat().st_size for path in SAMPLES.iterdir()) < 3_000_000


@pytest.mark.parametrize("stem", sorted(letters()))
def test_sources_are_nfc(stem: str) -> None:
    text = (GOLD / f"{stem}.json").read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
