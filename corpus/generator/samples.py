"""Which letter is given in which form: the files of corpus/samples and corpus/gold, and how to make each of them.

In: the letters of corpus/documents.  Out: files in a folder.
Promise: what is committed is what this module makes; a test compares.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

from corpus.documents import letters
from corpus.generator.gold import gold
from corpus.generator.model import Letter
from corpus.generator.office import write_docx
from corpus.generator.plain import html_text, markdown_text, plain_text
from corpus.generator.traps import foreign_ocr, scanned, signing_blocks, slipped_marks
from corpus.generator.typeset import write_pdf

HOME = Path(__file__).resolve().parents[1]
LINK = "https://vanban.sonkhe.example/VanBan/ChiTiet.aspx?id=88231&xem=0&QL=xemdi"
Maker = Callable[[Letter, Path], object]


def _text(make: Callable[[Letter], str]) -> Maker:
    return lambda letter, path: path.write_text(make(letter), encoding="utf-8")


def _scan(letter: Letter, path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        scanned(write_pdf(letter, Path(folder) / "clean.pdf"), path, letter.stem)


def _linked(letter: Letter) -> str:
    return plain_text(letter, between=" \n", overlay=(LINK, LINK)) + f"\n\n{LINK}\n"


def makers() -> dict[str, Maker]:
    """How each sample is made, by file name."""
    pdf: Maker = write_pdf
    return {
        "cv-phong-chay-rung.pdf": pdf,
        "kh-ky-nang-so.pdf": pdf,
        "kh-ky-nang-so.docx": write_docx,
        "tb-ket-luan-dau-tu-cong.pdf": pdf,
        "ct-an-toan-giao-thong.pdf": pdf,
        "qd-phan-cong-hai-cap.docx": lambda letter, path: write_docx(letter, path, automatic=True),
        "cv-so-noi-vu-bao-cao.pdf": pdf,
        "cv-xa-chong-ret.docx": write_docx,
        "cd-mua-lu.pdf": pdf,
        "bay-xuong-dong.pdf": pdf,
        "bay-xuong-dong.txt": _text(plain_text),
        "bay-ngay-in-dam.md": _text(markdown_text),
        "bay-dau-roi.txt": _text(lambda letter: slipped_marks(plain_text(letter), letter.stem)),
        "bay-duong-dan.txt": _text(_linked),
        "bay-ky-so.pdf": pdf,
        "bay-ky-so.txt": _text(lambda letter: plain_text(letter) + signing_blocks(letter)),
        "bay-gach-dau-dong.pdf": pdf,
        "bay-ocr-tieng-anh.txt": _text(lambda letter: foreign_ocr(plain_text(letter), letter.stem)),
        "bay-anh-quet.pdf": _scan,
        "bay-dan-tu-web.html": _text(html_text),
    }


def make_samples(folder: Path) -> list[Path]:
    """Write every sample into `folder`."""
    found = letters()
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in makers().items():
        make(found[Path(name).stem], folder / name)
    return [folder / name for name in makers()]


def make_gold(folder: Path) -> list[Path]:
    """Write the gold of every letter into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for stem, letter in letters().items():
        paths.append(folder / f"{stem}.json")
        paths[-1].write_text(json.dumps(gold(letter), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return paths
