"""A page whose print makes no sense as it was turned is read the other way up; the way that reads better stays."""

from PIL import Image, ImageDraw

from pipeline.extract.ocr.engine import SeenWord
from pipeline.extract.ocr.ocr import Ocr
from pipeline.extract.ocr.picture import read_picture
from pipeline.extract.settings import ReadSettings
from tests.extract import scan_builders as build

GOOD = "Danh sách các đơn vị chưa gửi báo cáo về Sở Y tế theo Công văn nói trên".split()
UPSIDE_DOWN = "qượt uộÁnH đạrN LA.LL uồếnH 8uon[ ƒ\\ [Áng đội ậưn ợuL đUQH 9ônP".split()


class Turning:
    """An engine that reads words only where the black square stands at the top left."""

    version = "turning"

    def __init__(self) -> None:
        self.reads = 0

    def read(self, image: Image.Image, *, dpi: int, psm: int, seconds: float) -> tuple[SeenWord, ...]:
        self.reads += 1
        grey = image.convert("L").resize((8, 8))
        words = GOOD if grey.getpixel((0, 0)) < grey.getpixel((7, 7)) else UPSIDE_DOWN  # type: ignore[operator]
        return tuple(
            SeenWord(word, (300.0, 100.0 + 25 * at, 700.0, 120.0 + 25 * at), 95.0, (1, 1, at)) for at, word in enumerate(words)
        )


def page(*, upside_down: bool) -> Image.Image:
    picture: Image.Image = build.pictures_of(build.paper())[0].convert("L")
    corner = (picture.width - 300, picture.height - 300) if upside_down else (0, 0)
    ImageDraw.Draw(picture).rectangle((*corner, corner[0] + 300, corner[1] + 300), fill=0)
    return picture


def read(picture: Image.Image, engine: Turning) -> str:
    return read_picture(picture, dpi=build.DPI, ocr=Ocr(find=lambda: engine), settings=ReadSettings()).out.text


def test_a_page_that_makes_no_sense_is_read_the_other_way_up() -> None:
    assert "Danh\nsách" in read(page(upside_down=True), Turning())


def test_a_page_that_reads_well_is_not_turned() -> None:
    upright, turned = Turning(), Turning()
    assert "Danh\nsách" in read(page(upside_down=False), upright)
    read(page(upside_down=True), turned)
    assert turned.reads > upright.reads


def test_boxes_of_the_turned_reading_lie_where_the_words_stand() -> None:
    found = read_picture(page(upside_down=True), dpi=build.DPI, ocr=Ocr(find=Turning), settings=ReadSettings())
    tops = [word.box[1] for word in found.out.words if word.box]
    assert len(tops) == len(GOOD)
    assert tops == sorted(tops, reverse=True), "the first line of the turned page is the lowest of the picture given"
