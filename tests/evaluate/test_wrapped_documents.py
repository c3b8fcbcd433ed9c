"""Documents whose paragraphs are lines say the same when they are wrapped like print and their pages are numbered."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from models.directive import Role
from pipeline.flow import Engine, load_engine, read_directive
from pipeline.outline.lines import UNWRAPPED_LENGTH

WRITTEN = Path(__file__).parents[2] / "corpus" / "written"
GOLD = WRITTEN.parent / "gold" / "written"
EVERY = 5
"""Of the documents developed on each fifth is read: enough to tell, and done in seconds."""
PAGE, WIDTH = 40, 88
SAME = 0.93
"""Share of the records that must be the same (of all documents: 0.96): nothing tells whether a full line ends its paragraph."""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def wrapped(text: str) -> str:
    """The text in lines of print, a number below each page; without page breaks, as tools paste it."""
    lines = [part for line in text.split("\n") for part in (textwrap.wrap(line, WIDTH, break_on_hyphens=False) or [""])]
    pages = [lines[start : start + PAGE] for start in range(0, len(lines), PAGE)]
    return "\n".join("\n".join([*page, str(number)]) for number, page in enumerate(pages, 1))


def records(path: Path, engine: Engine) -> set[tuple[str, ...]]:
    tasks = read_directive(path, engine=engine).tasks
    return {(" ".join(t.text.split()[:6]), *sorted(a.name for a in t.agencies if a.role is Role.LEAD)) for t in tasks}


def test_wrapping_changes_few_records(tmp_path: Path, engine: Engine) -> None:
    plain: set[tuple[str, ...]] = set()
    again: set[tuple[str, ...]] = set()
    for gold in sorted(GOLD.glob("*.json"))[::EVERY]:
        path = WRITTEN / f"{gold.stem}.txt"
        text = path.read_text(encoding="utf-8")
        if max(map(len, text.split("\n"))) <= UNWRAPPED_LENGTH:
            continue  # wrapped as it is
        copy = tmp_path / path.name
        copy.write_text(wrapped(text), encoding="utf-8")
        plain |= {(path.stem, *record) for record in records(path, engine)}
        again |= {(path.stem, *record) for record in records(copy, engine)}
    assert len(plain) > 100
    assert len(plain & again) >= SAME * len(plain)
    assert len(again - plain) <= (1 - SAME) * len(plain)
