"""Letters drawn from a seed, with every duty known: what is plainly written is plainly read, in every form of file."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.generator import gold, plain_text, random_document, write_docx, write_pdf
from pipeline.evaluate.gold import Gold
from pipeline.evaluate.score import Score, score_directive
from pipeline.flow import Engine, read_directive

SEEDS = tuple(range(100, 108))


def _score(seed: int, path: Path, engine: Engine, *, tables: bool) -> Score:
    letter = random_document(seed, pages=2, annex=tables)
    if path.suffix == ".txt":
        path.write_text(plain_text(letter), encoding="utf-8")
    else:
        (write_pdf if path.suffix == ".pdf" else write_docx)(letter, path)
    return score_directive(read_directive(path, engine=engine), Gold.model_validate(gold(letter)), tables=tables)


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".txt"])
@pytest.mark.parametrize("seed", SEEDS)
def test_tasks_agencies_and_deadlines_are_all_found(seed: int, suffix: str, engine: Engine, tmp_path: Path) -> None:
    score = _score(seed, tmp_path / f"letter{suffix}", engine, tables=False)
    assert score.tasks.f1 == 1, score.notes
    assert score.leads.f1 >= 0.97, score.notes
    assert score.coordinators.f1 >= 0.95, score.notes
    assert score.deadlines.f1 >= 0.97, score.notes
    assert score.fields.f1 == 1, score.notes


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
@pytest.mark.parametrize("seed", SEEDS[:4])
def test_rows_of_annex_tables_are_tasks(seed: int, suffix: str, engine: Engine, tmp_path: Path) -> None:
    score = _score(seed, tmp_path / f"letter{suffix}", engine, tables=True)
    assert score.tasks.f1 == 1, score.notes
    assert score.leads.f1 >= 0.97, score.notes
    assert score.coordinators.f1 >= 0.95, score.notes
    assert score.deadlines.f1 >= 0.97, score.notes
