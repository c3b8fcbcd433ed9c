"""Gold holds together: words of a deadline stand in its task, agencies in the document, values are one or none."""

from __future__ import annotations

import re
from datetime import date

import pytest
from dateutil.rrule import rrulestr

from corpus.documents import letters
from corpus.generator import plain_text
from corpus.generator.model import Duty, Letter, clean

LETTERS = letters()
DUTIES = [(letter, path, text, duty) for letter in LETTERS.values() for path, text, duty, _ in letter.duties()]
IDS = [f"{letter.stem}-{'.'.join(path)}" for letter, path, _, _ in DUTIES]


def _place_of_deadline(letter: Letter, path: tuple[str, ...], text: str) -> str:
    rows = [row for row in letter.annex.rows if row.duty and row.cells[0] == path[0]] if letter.annex and len(path) == 1 else []
    return " ".join([text, *(cell for row in rows if clean(row.cells[1]) == text for cell in row.cells)])


@pytest.mark.parametrize(("letter", "path", "text", "duty"), DUTIES, ids=IDS)
def test_deadline_words_stand_in_the_task_and_values_are_sound(
    letter: Letter, path: tuple[str, ...], text: str, duty: Duty
) -> None:
    words = set(re.findall(r"\w+", _place_of_deadline(letter, path, text).lower()))
    for due in duty.dues:
        assert set(re.findall(r"\w+", due.text.lower())) <= words
        assert not (due.due and due.rrule)
        assert due.due is None or letter.issued is None or date.fromisoformat(due.due) >= letter.issued or due.optional
        if due.rrule:
            assert rrulestr(due.rrule, dtstart=None) is not None


@pytest.mark.parametrize(("letter", "path", "text", "duty"), DUTIES, ids=IDS)
def test_agencies_of_gold_are_named_in_the_document(letter: Letter, path: tuple[str, ...], text: str, duty: Duty) -> None:
    words = set(re.findall(r"\w+", plain_text(letter).lower()))
    assert duty.leads is not None, "a duty without a heading must say that nobody is named: leads=()"
    for name in (*duty.leads, *duty.coordinators, *duty.report_to):
        assert set(re.findall(r"\w+", name.lower())) <= words, name


def test_every_form_of_document_and_of_deadline_is_there() -> None:
    assert {letter.type for letter in LETTERS.values()} >= {"CV", "KH", "TB", "CT", "QĐ", "CĐ"}
    rhythms = {due.rrule.split(";")[0] for _, _, _, duty in DUTIES for due in duty.dues if due.rrule}
    assert rhythms == {"FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"}
    assert any(not due.due and not due.rrule for _, _, _, duty in DUTIES for due in duty.dues)
    assert {letter.issued is None for letter in LETTERS.values()} == {True, False}
