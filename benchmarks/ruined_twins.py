"""`make evaluate-ruined`: each sample letter as it was typeset, and as an English OCR engine left its text, both against its gold.

In: the letters of corpus/documents and the gold of corpus/gold.  Out: a table in Markdown: tasks, leads, deadlines (F1) and fields
(share right) of the born-digital PDF and of the ruined text.
Promise: the text is what Tesseract's English model reads from the drawn pages at 200 dpi, nothing of it is touched; both are
read by the whole pipeline in one run.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

import pypdfium2
import pytesseract

from benchmarks.scanned_twins import Twins, hand_over, read_all, row_of
from corpus.generator import Letter, write_pdf
from models.text import PAGE_BREAK
from pipeline.evaluate import Gold, Score, score_directive
from pipeline.flow import Engine, load_engine, read_directive

DPI = 200


def main() -> None:
    """Measure and print or write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stems", nargs="*", help="letters to read (all where none is named)")
    parser.add_argument("-o", "--output", type=Path, help="the table (the screen where it is not given)")
    parser.add_argument("--show", action="store_true", help="what was lost and invented")
    arguments = parser.parse_args()
    os.environ["OMP_THREAD_LIMIT"] = "1"
    engine = load_engine()
    with tempfile.TemporaryDirectory() as folder:
        found = read_all(arguments.stems, lambda letter, gold: read_twins(letter, gold, Path(folder), engine), show=arguments.show)
    hand_over(as_table(found), arguments.output)


def read_twins(letter: Letter, gold: Gold, folder: Path, engine: Engine) -> Twins:
    """Typeset a letter, ruin its text, read both."""
    digital = write_pdf(letter, folder / f"{letter.stem}.pdf")
    ruined = folder / f"{letter.stem}.txt"
    ruined.write_text(ruined_text(digital), encoding="utf-8")
    return Twins(*(_score(path, gold, engine) for path in (digital, ruined)))


def ruined_text(pdf: Path) -> str:
    """What an engine that knows no Vietnamese reads from the pages of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number].render(scale=DPI / 72).to_pil().convert("L") for number in range(len(document))]
    document.close()
    return PAGE_BREAK.join(str(pytesseract.image_to_string(page, lang="eng")).rstrip(PAGE_BREAK) for page in pages)


def _score(path: Path, gold: Gold, engine: Engine) -> Score:
    return score_directive(read_directive(path, engine=engine), gold)


def as_table(found: dict[str, Twins]) -> str:
    """The figures as Markdown."""
    total = Twins(*(sum(side, Score()) for side in zip(*found.values(), strict=True)))
    lines = [
        "# Sample letters and what an English OCR engine left of them",
        "",
        "Written by `make evaluate-ruined` in one run. Of each part the born-digital PDF, then the text that Tesseract's English",
        "model reads from its pages at 200 dpi, recovered and understood by the whole pipeline. F1; of fields the share right.",
        "",
        "| letter | tasks | ruined | leads | ruined | deadlines | ruined | fields | ruined |",
        "|---|" + "---:|" * 8,
        *(row_of(stem, twins) for stem, twins in found.items()),
        row_of("**all**", total),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
