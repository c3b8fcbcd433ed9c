"""One detector for all tests of the stage."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document
from pipeline.detect import Detector, detect, load_detector
from pipeline.outline import outline
from tests.reading import document_of, outline_rules


@pytest.fixture(scope="session")
def detector() -> Detector:
    return load_detector()


@pytest.fixture
def read(detector: Detector) -> Callable[..., tuple[Document, Directive]]:
    def reader(text: str, **rest: tuple[str, ...]) -> tuple[Document, Directive]:
        document = document_of(text, **rest)
        return document, detect(outline(document, rules=outline_rules()), detector=detector)

    return reader
