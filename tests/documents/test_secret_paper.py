"""A paper with a secrecy mark does not enter; the same paper without it does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.documents import letters
from corpus.generator import plain_text, write_docx, write_pdf
from corpus.generator.model import Letter
from models.errors import SecretDocument
from pipeline.flow import Engine, read_directive


def _write(letter: Letter, path: Path) -> Path:
    if path.suffix == ".txt":
        path.write_text(plain_text(letter), encoding="utf-8")
        return path
    return (write_pdf if path.suffix == ".pdf" else write_docx)(letter, path)


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".txt"])
@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_a_secret_paper_is_refused(mark: str, suffix: str, engine: Engine, tmp_path: Path) -> None:
    letter = replace(letters()["bay-gach-dau-dong"], urgency=mark)
    with pytest.raises(SecretDocument, match=mark):
        read_directive(_write(letter, tmp_path / f"secret{suffix}"), engine=engine)


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".txt"])
@pytest.mark.parametrize("mark", ["TUYỆT\nMẬT", "TỐI\nMẬT"])
def test_a_mark_set_in_two_lines_is_a_mark(mark: str, suffix: str, engine: Engine, tmp_path: Path) -> None:
    letter = replace(letters()["bay-gach-dau-dong"], urgency=mark)
    with pytest.raises(SecretDocument):
        read_directive(_write(letter, tmp_path / f"secret{suffix}"), engine=engine)


@pytest.mark.parametrize("mark", [None, "KHẨN", "THƯỢNG KHẨN"])
def test_an_open_paper_enters(mark: str | None, engine: Engine, tmp_path: Path) -> None:
    letter = replace(letters()["bay-gach-dau-dong"], urgency=mark)
    assert read_directive(_write(letter, tmp_path / "open.pdf"), engine=engine).fields.urgency == mark
