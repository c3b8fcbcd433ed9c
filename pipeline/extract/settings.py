"""The limits of reading and the thresholds of a page's health, as one frozen value that is passed in.

In: nothing.  Out: `ReadSettings`.  Promise: no stage reads a limit from anywhere else; each number says where it comes from.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OcrMode(StrEnum):
    """How much effort reading a picture is worth."""

    OFF = "off"
    DEFAULT = "default"
    CAREFUL = "careful"


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Limits of one file, and when the text of a page counts as healthy.

    The shares were measured on 217 healthy pages of real documents (0.97 to 1.00 valid syllables, 0.85 to 0.96 marked words)
    and on five pages read by an OCR engine of another language (0.59 to 0.66 and 0.00 to 0.29); the thresholds lie between.
    """

    max_bytes: int = 200_000_000
    """A scan of 500 pages at 200 dpi takes about 100 MB."""
    max_pages: int = 2_000
    max_characters: int = 20_000_000
    """The longest real document of the corpus holds 0.4 million."""
    max_unpacked: int = 400_000_000
    """What a DOCX may unpack to: a zip bomb ends here."""
    healthy_share: float = 0.80
    """Least share of valid syllables among the words of letters."""
    marked_share: float = 0.45
    """Least share of words with a Vietnamese mark."""
    few_words: int = 25
    """With fewer words a page is only refused where the signs are plain (a cover page, a page of signatures)."""
    convert_seconds: float = 120.0
    """Time for LibreOffice to convert one file; a cold start takes about 10 s."""
    ocr: OcrMode = OcrMode.DEFAULT
    """Whether pages whose text cannot be relied on are read from their picture, and with how much effort."""
    ocr_jobs: int = 1
    """Pages of one file that are read at once, one core each."""
    ocr_page_seconds: float = 90.0
    """Time for all readings of one page: a dense page at 300 dpi takes 2 s, in careful mode 8 s; the rest is for slow machines."""
    ocr_patience: int = 3
    """After so many pages of a file that ran over their time, its other pages are not tried."""
    sure_enough: float = 0.5
    """Least median confidence of the words of a picture with few words."""
    max_megapixels: float = 80.0
    """A page of A3 at 600 dpi has 70; larger pictures are refused before they are decoded."""
