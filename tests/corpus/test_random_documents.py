"""Letters drawn at random are well-formed: the same for the same seed, of the length asked for, each task once in the text."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from corpus.generator import gold, plain_text, random_document, write_docx, write_pdf
from corpus.generator.model import Letter
from corpus.generator.random_letter import TASKS_PER_PAGE

SEEDS = range(12)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_seed_gives_the_same_letter(seed: int) -> None:
    assert random_document(seed, pages=3) == random_document(seed, pages=3)
    assert random_document(seed, pages=3) != random_document(seed + 1, pages=3)


@pytest.mark.parametrize("seed", SEEDS)
def test_each_task_stands_once_in_the_text(seed: int) -> None:
    letter = random_document(seed, pages=4, annex=False)
    whole = _squeezed(plain_text(letter))
    texts = [text for _, text, _, _ in letter.duties()]
    assert len(texts) == 4 * TASKS_PER_PAGE
    assert all(whole.count(_squeezed(text)) == 1 for text in texts)


@pytest.mark.parametrize("seed", SEEDS)
def test_gold_paths_are_unique_and_every_task_has_one_lead(seed: int) -> None:
    letter = random_document(seed, pages=3, annex=True)
    tasks = gold(letter)["tasks"]
    assert isinstance(tasks, list)
    assert len({(task["origin"], *task["path"]) for task in tasks}) == len(tasks)
    assert all(len(task["leads"]) == 1 for task in tasks)
    assert {task["origin"] for task in tasks} == {"body", "table"}


def _pages(letter: Letter, path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(write_pdf(letter, path))
    texts = [document[i].get_textpage().get_text_bounded() for i in range(len(document))]
    document.close()
    return texts


@pytest.mark.parametrize("pages", [1, 3, 12])
def test_the_length_asked_for_is_about_the_length_printed(pages: int, tmp_path: Path) -> None:
    printed = len(_pages(random_document(5, pages=pages, annex=False), tmp_path / "a.pdf"))
    assert 0.75 * pages <= printed <= 1.3 * pages + 1


def test_bytes_are_the_same_twice(tmp_path: Path) -> None:
    letter = random_document(7, pages=2)
    assert write_pdf(letter, tmp_path / "a.pdf").read_bytes() == write_pdf(letter, tmp_path / "b.pdf").read_bytes()
    assert write_docx(letter, tmp_path / "a.docx").read_bytes() == write_docx(letter, tmp_path / "b.docx").read_bytes()


def test_the_text_layer_holds_every_word_of_every_task(tmp_path: Path) -> None:
    letter = random_document(3, pages=3, annex=True)
    whole = _squeezed("".join(_pages(letter, tmp_path / "a.pdf")).replace("\x02", "-"))
    for _, text, _, origin in letter.duties():
        if origin == "body":
            assert _squeezed(text)[:40] in whole
