"""Documents with boxes: the PDF samples that have a text layer, and letters drawn at random; each is read once."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_words import Case, PageWords

from corpus.documents import letters
from corpus.generator import random_document, write_pdf
from corpus.generator.samples import HOME
from pipeline.flow import Engine, load_engine, read_document

SCANS = {"bay-anh-quet.pdf"}
SAMPLES = sorted(path.name for path in (HOME / "samples").glob("*.pdf") if path.name not in SCANS)
SEEDS = (11, 23, 37, 41, 59)


@pytest.fixture(scope="session")
def engine() -> Engine:
    return load_engine()


@pytest.fixture(scope="session", params=[*SAMPLES, *SEEDS], ids=str)
def case(request: pytest.FixtureRequest, engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Case:
    if isinstance(request.param, int):
        letter = random_document(request.param, pages=3)
        path = write_pdf(letter, tmp_path_factory.mktemp("drawn") / f"{letter.stem}.pdf")
    else:
        path = HOME / "samples" / request.param
        letter = letters()[Path(request.param).stem]
    document, directive = read_document(path, engine=engine)
    return Case(letter, document, directive, PageWords(path))
