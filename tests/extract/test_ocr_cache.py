"""What OCR read before is not read again; what may not be kept leaves no trace; cores are shared."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from corpus.documents import letters
from corpus.generator import write_pdf
from models.errors import SecretDocument
from pipeline.extract import Ocr, OcrCache, Slots
from pipeline.extract.ocr import EngineTrouble, SeenWord
from pipeline.flow import Engine, load_engine, read_directive
from tests.extract import scan_builders as make

WORD = SeenWord("Sở", (1.0, 2.0, 30.0, 20.0), 96.5, (1, 1, 1))


class Fixed:
    """An engine that says always the same, and counts."""

    def __init__(self, version: str = "1") -> None:
        self.version = version
        self.asked = 0

    def read(self, image: Image.Image, *, dpi: int, psm: int, seconds: float) -> tuple[SeenWord, ...]:
        self.asked += 1
        return (WORD,)


def ocr(folder: Path, engine: Fixed) -> Ocr:
    return Ocr(cache=OcrCache(folder), find=lambda: engine)


def picture(level: int = 200) -> Image.Image:
    return Image.new("L", (60, 40), level)


def see(reader: Ocr, image: Image.Image, *, dpi: int = 200, psm: int = 3) -> tuple[SeenWord, ...]:
    with reader.admission():
        return reader.read(image, dpi=dpi, seconds=1, psm=psm)


def test_the_second_time_the_engine_is_not_asked(tmp_path: Path) -> None:
    first, second = Fixed(), Fixed()
    assert see(ocr(tmp_path, first), picture()) == (WORD,)
    assert see(ocr(tmp_path, second), picture()) == (WORD,)
    assert (first.asked, second.asked) == (1, 0)


@pytest.mark.parametrize(
    ("image", "version", "how"),
    [
        pytest.param(picture(199), "1", {}, id="another picture"),
        pytest.param(picture(), "2", {}, id="another engine or model"),
        pytest.param(picture(), "1", {"psm": 6}, id="another way of reading"),
        pytest.param(picture(), "1", {"dpi": 300}, id="another resolution"),
        pytest.param(picture().convert("RGB"), "1", {}, id="other colours"),
    ],
)
def test_whatever_changes_the_answer_is_read_anew(tmp_path: Path, image: Image.Image, version: str, how: dict[str, int]) -> None:
    see(ocr(tmp_path, Fixed()), picture())
    engine = Fixed(version)
    see(ocr(tmp_path, engine), image, **how)
    assert engine.asked == 1


def test_a_damaged_file_of_the_cache_is_read_anew_and_mended(tmp_path: Path) -> None:
    see(ocr(tmp_path, Fixed()), picture())
    (file,) = tmp_path.iterdir()
    for damage in (b"", b"junk", file.read_bytes()[:-3]):
        file.write_bytes(damage)
        engine = Fixed()
        assert see(ocr(tmp_path, engine), picture()) == (WORD,)
        assert engine.asked == 1


def test_nothing_is_written_before_the_document_may_enter(tmp_path: Path) -> None:
    reader = ocr(tmp_path / "ocr", Fixed())
    with reader.admission():
        reader.read(picture(), dpi=200, seconds=1)
        assert not (tmp_path / "ocr").exists()
    assert len(list((tmp_path / "ocr").iterdir())) == 1


def _refused(reader: Ocr) -> None:
    with reader.admission():
        reader.read(picture(), dpi=200, seconds=1)
        raise SecretDocument(name="x.pdf", detail="MẬT")


def test_a_document_that_may_not_enter_leaves_nothing(tmp_path: Path) -> None:
    reader = ocr(tmp_path / "ocr", Fixed())
    with pytest.raises(SecretDocument):
        _refused(reader)
    see(reader, picture(10))
    assert len(list((tmp_path / "ocr").iterdir())) == 1, "the next document keeps only its own"


def test_a_page_that_failed_is_tried_again(tmp_path: Path) -> None:
    class Failing(Fixed):
        def read(self, image: Image.Image, *, dpi: int, psm: int, seconds: float) -> tuple[SeenWord, ...]:
            raise EngineTrouble("thử")

    with pytest.raises(EngineTrouble):
        see(ocr(tmp_path, Failing()), picture())
    engine = Fixed()
    see(ocr(tmp_path, engine), picture())
    assert engine.asked == 1


def test_the_folder_stays_below_its_limit(tmp_path: Path) -> None:
    cache = OcrCache(tmp_path, most_bytes=2_000)
    for number in range(450):
        cache.put(f"{number:04}", (WORD,))
        if number % 50 == 49:
            cache.keep()
    size = sum(file.stat().st_size for file in tmp_path.iterdir())
    assert size < 2_000 + 200 * 120, "looked at after each 200 pages"
    assert cache.get("0449") == (WORD,), "the newest stay"
    assert cache.get("0000") is None


def test_a_cache_that_cannot_be_written_costs_no_document(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert see(ocr(tmp_path / "file" / "ocr", Fixed()), picture()) == (WORD,)


# Cores


def test_never_more_pages_at_once_than_slots(tmp_path: Path) -> None:
    slots, running, most, lock = Slots(tmp_path, 2), 0, 0, threading.Lock()

    def page() -> None:
        nonlocal running, most
        with slots.one():
            with lock:
                running += 1
                most = max(most, running)
            time.sleep(0.03)
            with lock:
                running -= 1

    threads = [threading.Thread(target=page) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 2


def test_a_killed_process_gives_its_slot_back(tmp_path: Path) -> None:
    hold = (
        "import sys,time; from pathlib import Path; from pipeline.extract import Slots\n"
        "with Slots(Path(sys.argv[1]), 1).one(): print('held', flush=True); time.sleep(600)"
    )
    child = subprocess.Popen([sys.executable, "-c", hold, str(tmp_path)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])
    assert child.stdout is not None
    with child.stdout:
        child.stdout.readline()
        taken = threading.Event()
        waiter = threading.Thread(target=lambda: _take(Slots(tmp_path, 1), taken))
        waiter.start()
        assert not taken.wait(0.2)
        child.kill()
        child.wait()
        assert taken.wait(5)
        waiter.join()


def _take(slots: Slots, taken: threading.Event) -> None:
    with slots.one():
        taken.set()


# The whole path


@pytest.fixture(scope="module")
def loaded() -> Engine:
    return load_engine()


def _scan(folder: Path, *, urgency: str | None) -> Path:
    letter = replace(letters()["bay-gach-dau-dong"], urgency=urgency)
    pages = make.pictures_of(write_pdf(letter, folder / "goc.pdf").read_bytes(), dpi=200)
    path = folder / "quet.pdf"
    path.write_bytes(make.scan_pdf(*pages, dpi=200))
    return path


def test_a_scan_that_is_read_twice_asks_the_engine_once(loaded: Engine, tmp_path: Path) -> None:
    path = _scan(tmp_path, urgency="HỎA TỐC")
    first = read_directive(path, engine=replace(loaded, ocr=Ocr(cache=OcrCache(tmp_path / "ocr"))))
    version = Ocr().engine.version
    engine = Fixed(version)
    again = read_directive(path, engine=replace(loaded, ocr=Ocr(cache=OcrCache(tmp_path / "ocr"), find=lambda: engine)))
    assert engine.asked == 0
    assert again == first
    assert first.fields.urgency == "HỎA TỐC"


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT\nMẬT"])
def test_a_scanned_secret_paper_leaves_no_trace(mark: str, loaded: Engine, tmp_path: Path) -> None:
    path = _scan(tmp_path, urgency=mark)
    with pytest.raises(SecretDocument, match="MẬT"):
        read_directive(path, engine=replace(loaded, ocr=Ocr(cache=OcrCache(tmp_path / "ocr"))))
    assert not (tmp_path / "ocr").exists()
