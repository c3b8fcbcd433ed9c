"""Whole papers in the layouts in which they come: print, Word, portals and tools that glue paragraphs into few lines.

The papers were written, and their tasks noted, before the program had read them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from models.directive import Directive, Kind
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

LAYOUTS = Path(__file__).parent / "layouts"
EXPECTED = json.loads((LAYOUTS / "expected.json").read_text(encoding="utf-8"))


def paper(read: Read, name: str) -> Directive:
    return read((LAYOUTS / f"{name}.txt").read_text(encoding="utf-8"))[1]


@pytest.mark.parametrize("name", EXPECTED)
def test_each_item_that_orders_is_a_task_and_no_other(name: str, read: Read) -> None:
    tasks = [task.text for task in paper(read, name).tasks if task.kind is Kind.ASSIGNMENT]
    begun = EXPECTED[name]["tasks"]
    assert [text[:40] for text, first in zip(tasks, begun, strict=True) if not text.startswith(tuple(first.split("|")))] == []


@pytest.mark.parametrize("name", EXPECTED)
def test_the_letterhead_is_read(name: str, read: Read) -> None:
    fields, expected = paper(read, name).fields, EXPECTED[name]
    assert (fields.number, str(fields.issued)) == (expected["number"], expected["issued"])
    assert fields.subject is not None
    assert fields.subject.startswith(expected["subject"])
    assert fields.signer is not None
