"""The samples of the corpus, each read once by the whole path from file to directive."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sample_reading import Reading, read_sample

from pipeline.flow import Engine, load_engine


@pytest.fixture(scope="session")
def engine() -> Engine:
    return load_engine()


@pytest.fixture(scope="session")
def read(engine: Engine) -> Callable[[str], Reading]:
    known: dict[str, Reading] = {}

    def get(name: str) -> Reading:
        if name not in known:
            known[name] = read_sample(name, engine)
        return known[name]

    return get
