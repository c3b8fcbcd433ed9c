"""Stage extract: which text is the truth of a page?

In: the path of a file.  Out: a `Document`: pages of text, words with boxes, tables, and why this source was chosen.
Promise: a page that cannot be relied on says so; whatever is wrong with a file ends in one of the errors of models/errors.py.
"""

from pipeline.extract.health import judge
from pipeline.extract.legacy import likeness, old_encoding
from pipeline.extract.ocr import Ocr, OcrCache, Slots
from pipeline.extract.plain import decode
from pipeline.extract.reader import read_pages, try_opening
from pipeline.extract.secrecy import secrecy_of, urgency_of
from pipeline.extract.settings import OcrMode, ReadSettings

__all__ = [
    "Ocr",
    "OcrCache",
    "OcrMode",
    "ReadSettings",
    "Slots",
    "decode",
    "judge",
    "likeness",
    "old_encoding",
    "read_pages",
    "secrecy_of",
    "try_opening",
    "urgency_of",
]
