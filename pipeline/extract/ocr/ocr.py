"""The engine with what stands around it: found when it is first needed, its answers remembered, its use shared.

In: pictures.  Out: the words seen on them.
Promise: a picture that was read before, by the same engine in the same way, is not read again.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Protocol

from PIL import Image

from pipeline.extract.ocr.cache import OcrCache
from pipeline.extract.ocr.engine import SeenWord, find_tesseract
from pipeline.extract.ocr.slots import Slots

WHOLE_PAGE, COLUMN, BLOCK, LINE, SPARSE = 3, 4, 6, 7, 11
"""Tesseract's page segmentation modes: find everything, one column of lines of any size, one block, one line, words anywhere."""


class Engine(Protocol):
    """What reads a picture: Tesseract, or another that keeps the same promises."""

    @property
    def version(self) -> str:
        """Which program and data it is."""

    def read(self, image: Image.Image, *, dpi: int, psm: int, seconds: float) -> tuple[SeenWord, ...]:
        """The words of a picture, or EngineTrouble."""


class Ocr:
    """Reads pictures; several threads may. `find` gives the engine (and raises MissingDependency where there is none)."""

    def __init__(
        self, *, cache: OcrCache | None = None, slots: Slots | None = None, find: Callable[[], Engine] = find_tesseract
    ) -> None:
        self.cache = cache
        self.on_picture: Callable[[], None] | None = None
        """Told after each picture, perhaps by several threads at once."""
        self._slots = slots
        self._find = find
        self._engine: Engine | None = None
        self._lock = threading.Lock()

    @property
    def engine(self) -> Engine:
        """The engine, looked for once."""
        with self._lock:
            if self._engine is None:
                self._engine = self._find()
            return self._engine

    @contextmanager
    def slot(self) -> Iterator[None]:
        """Hold one of the machine's slots, where it is shared."""
        with self._slots.one() if self._slots else nullcontext():
            yield
        if self.on_picture:
            self.on_picture()

    @contextmanager
    def admission(self) -> Iterator[None]:
        """Around the reading of one document: what was read is kept for the next time only where the document may enter."""
        try:
            yield
        except BaseException:
            if self.cache:
                self.cache.forget()
            raise
        if self.cache:
            self.cache.keep()

    def read(self, image: Image.Image, *, dpi: int, seconds: float, psm: int = WHOLE_PAGE) -> tuple[SeenWord, ...]:
        """The words of a picture, from the cache where it knows them; raises EngineTrouble."""
        engine = self.engine
        if self.cache is None:
            return engine.read(image, dpi=dpi, psm=psm, seconds=seconds)
        key = _key(image, f"{engine.version} {dpi} {psm}")
        words = self.cache.get(key)
        if words is None:
            words = engine.read(image, dpi=dpi, psm=psm, seconds=seconds)
            self.cache.put(key, words)
        return words


def _key(image: Image.Image, how: str) -> str:
    digest = hashlib.sha256(f"{how} {image.mode} {image.size}".encode())
    digest.update(image.tobytes())
    return digest.hexdigest()
