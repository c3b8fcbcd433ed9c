"""The pages of a file that must be read from their pictures, several at once, in order.

In: pictures one by one (drawing them is not for several threads) and an `Ocr`.  Out: what each says, in the order given.
Promise: no more pictures are in memory than are read at once, and one; a page that fails or takes too long leaves the others.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from PIL import Image

from models.errors import GiaoviecError
from pipeline.extract.health import Health
from pipeline.extract.layout import LaidOut
from pipeline.extract.ocr import Ocr
from pipeline.extract.ocr.picture import PictureText, read_picture
from pipeline.extract.render import NoPicture
from pipeline.extract.settings import ReadSettings

Draw = Callable[[], tuple[Image.Image, int]]
"""Gives the picture of a page and its dots per inch, or raises NoPicture."""


def read_pictures(draws: Iterable[Draw], *, ocr: Ocr, settings: ReadSettings) -> Iterator[PictureText]:
    """Read pictures on `settings.ocr_jobs` cores; the engine waits in processes of its own, so threads will do."""
    jobs = max(1, settings.ocr_jobs)
    waiting: deque[Future[PictureText]] = deque()
    slow = 0
    with ThreadPoolExecutor(jobs, thread_name_prefix="ocr") as threads:
        for draw in draws:
            if len(waiting) > jobs:
                done = waiting.popleft().result()
                slow += done.health.kind == "slow"
                yield done
            waiting.append(_begin(threads, draw, ocr, settings, given_up=slow >= settings.ocr_patience))
        while waiting:
            yield waiting.popleft().result()


def _begin(threads: ThreadPoolExecutor, draw: Draw, ocr: Ocr, settings: ReadSettings, *, given_up: bool) -> Future[PictureText]:
    if given_up:
        return _known(unread("bỏ qua vì nhiều trang trước đó đọc quá lâu"))
    try:
        image, dpi = draw()
    except NoPicture as trouble:
        return _known(unread(str(trouble)))
    return threads.submit(_read, image, dpi, ocr, settings)


def _read(image: Image.Image, dpi: int, ocr: Ocr, settings: ReadSettings) -> PictureText:
    try:
        with ocr.slot():
            return read_picture(image, dpi=dpi, ocr=ocr, settings=settings)
    except (GiaoviecError, MemoryError):
        raise
    except Exception as error:  # what one picture does to a library is not the fault of the others
        return unread(f"lỗi {type(error).__name__}")


def unread(reason: str) -> PictureText:
    """What is said of a picture that was not read."""
    return PictureText(LaidOut(), Health(False, 0.0, reason, "unread"))


def _known(result: PictureText) -> Future[PictureText]:
    future: Future[PictureText] = Future()
    future.set_result(result)
    return future
