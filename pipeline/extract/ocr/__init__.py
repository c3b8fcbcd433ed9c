"""Reading of pictures: the engine, its cache, and the words it sees laid out as a page.

In: pictures of pages.  Out: pages of text with boxes, as PDFs give them.
Promise: one page never harms another: what goes wrong with a picture is said on its page.
"""

from pipeline.extract.ocr.cache import OcrCache
from pipeline.extract.ocr.engine import EngineTrouble, SeenWord, Tesseract, find_tesseract
from pipeline.extract.ocr.ocr import Ocr
from pipeline.extract.ocr.slots import Slots

__all__ = ["EngineTrouble", "Ocr", "OcrCache", "SeenWord", "Slots", "Tesseract", "find_tesseract"]
