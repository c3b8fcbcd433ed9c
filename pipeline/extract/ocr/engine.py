"""Tesseract, as found on this machine: a picture in, the words it sees out.

In: a picture, its resolution, a time limit.  Out: `SeenWord`s in the engine's reading order.
Promise: one page is one process of one thread, killed when its time is over; the pictures it needs lie in a folder of their own
that is gone before the answer is given.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from models.errors import MissingDependency
from models.text import Box

LANGUAGE = "vie"
INSTALL = "sudo apt-get install tesseract-ocr tesseract-ocr-vie"
_PROBE_SECONDS = 20
_VERSION = re.compile(r"tesseract\s+v?(\d[\w.]*)")
_DATA_FOLDER = re.compile(r'"([^"]+)"')
_WORD_LEVEL = 5
"""Rows of the engine's table: 1 page, 2 block, 3 paragraph, 4 line, 5 word."""


class EngineTrouble(Exception):
    """The engine could not read one picture; the message is a Vietnamese clause."""


class TooSlow(EngineTrouble):
    """The engine was stopped because its time was over."""


class SeenWord(NamedTuple):
    """A word as the engine sees it: its box in pixels of the picture, 0 to 100 how sure it is, and the line it stands in."""

    text: str
    box: Box
    confidence: float
    line: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The engine of this machine. `version` tells the program and the data apart from all others."""

    version: str
    language: str = LANGUAGE

    def read(self, image: Image.Image, *, dpi: int, psm: int, seconds: float) -> tuple[SeenWord, ...]:
        """The words of a picture; `psm` is Tesseract's page segmentation mode.

        Raises EngineTrouble where the engine fails or takes longer than `seconds`.
        """
        import pytesseract  # loads slowly, and most files need no OCR

        with tempfile.TemporaryDirectory(prefix="giaoviec-") as folder:
            picture = Path(folder) / "page.pnm"
            _plain(image).save(picture, format="PPM")
            try:
                table = pytesseract.image_to_data(
                    str(picture),
                    lang=self.language,
                    config=f"--psm {psm} --dpi {dpi}",
                    timeout=seconds,
                    output_type=pytesseract.Output.DICT,
                )
            except pytesseract.TesseractNotFoundError as error:
                raise MissingDependency(what="Tesseract (đọc bản quét)", install=INSTALL) from error
            except pytesseract.TesseractError as error:
                raise EngineTrouble(f"Tesseract báo lỗi mã {error.status}") from error
            except RuntimeError as error:  # pytesseract says so when the time is over
                raise TooSlow(f"quá {seconds:.0f} giây cho một trang") from error
        return tuple(_words(table))


def find_tesseract(language: str = LANGUAGE) -> Tesseract:
    """The engine with its data for `language`; raises MissingDependency with the command that installs what is missing."""
    program = shutil.which("tesseract")
    if program is None:
        raise MissingDependency(what="Tesseract (đọc bản quét)", install=INSTALL)
    version = _VERSION.search(_output(program, "--version"))
    listed = _output(program, "--list-langs")
    if language not in listed.split():
        raise MissingDependency(what="dữ liệu tiếng Việt của Tesseract (vie)", install=INSTALL)
    return Tesseract(f"{version.group(1) if version else '?'}-{_data_digest(listed, language)}", language)


def _output(program: str, question: str) -> str:
    try:
        done = subprocess.run([program, question], capture_output=True, text=True, timeout=_PROBE_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout + done.stderr


def _data_digest(listed: str, language: str) -> str:
    """Which model it is: the small and the large one of a language have the same name."""
    folder = _DATA_FOLDER.search(listed)
    try:
        return hashlib.sha256((Path(folder.group(1)) / f"{language}.traineddata").read_bytes()).hexdigest()[:12] if folder else "?"
    except OSError:
        return "?"


def _plain(image: Image.Image) -> Image.Image:
    return image if image.mode in ("1", "L", "RGB") else image.convert("RGB" if image.mode in ("RGBA", "P", "CMYK") else "L")


def _words(table: Mapping[str, Sequence[object]]) -> Iterator[SeenWord]:
    names = ("level", "text", "conf", "left", "top", "width", "height", "block_num", "par_num", "line_num")
    for level, text, sure, left, top, width, height, block, par, line in zip(*(table[name] for name in names), strict=True):
        letters = unicodedata.normalize("NFC", "".join(str(text).split()))
        if level == _WORD_LEVEL and letters:
            x, y, w, h = (float(str(value)) for value in (left, top, width, height))
            place = (int(str(block)), int(str(par)), int(str(line)))
            yield SeenWord(letters, (x, y, x + w, y + h), max(0.0, float(str(sure))), place)
