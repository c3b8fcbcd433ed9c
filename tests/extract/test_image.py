"""Pictures made ready for the engine: each fault is drawn by the test, and what was done to it is undone by the way back."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from pipeline.extract.image import Back, prepare
from pipeline.extract.image.ink import ink, letter_height
from pipeline.extract.image.rules import ruled_lines
from pipeline.extract.image.seals import without_colour
from pipeline.extract.image.shadows import on_even_paper
from pipeline.extract.image.upright import lies_on_its_side, skew, stands_on_its_head
from pipeline.extract.settings import ReadSettings
from tests.extract import scan_builders as build

SETTINGS = ReadSettings()
DPI = 155
LINES = build.LINES + tuple(line.replace("Sở", "Ban") for line in build.LINES[2:]) + ("Nơi nhận: như trên; lưu: văn thư.",) * 2


@pytest.fixture(scope="module")
def page() -> Image.Image:
    return build.pictures_of(build.paper(LINES, (420.0, 420.0)), DPI)[0]


def test_a_good_page_is_left_as_it_is(page: Image.Image) -> None:
    prepared = prepare(page, dpi=DPI, settings=SETTINGS)
    assert (prepared.done, prepared.dpi, prepared.blank) == ((), DPI, False)
    assert prepared.image.tobytes() == page.tobytes()


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_turned_back(page: Image.Image, turn: int) -> None:
    prepared = prepare(page.rotate(turn, expand=True), dpi=DPI, settings=SETTINGS)
    assert prepared.done == (f"xoay {turn}°",)
    assert prepared.image.tobytes() == page.tobytes()


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("slope", [-2.0, 0.0, 3.0])
@pytest.mark.parametrize("size", [0.5, 1.0, 2.0])
def test_the_way_back_leads_to_the_same_ink(page: Image.Image, turn: int, slope: float, size: float) -> None:
    given = page.resize((round(page.width * size), round(page.height * size)), Image.Resampling.LANCZOS)
    given = given.rotate(slope, Image.Resampling.BICUBIC, fillcolor=255).rotate(turn, expand=True)
    prepared = prepare(given, dpi=DPI, settings=SETTINGS)
    dark, before = np.asarray(prepared.image) < 90, np.asarray(given.convert("L"))
    y, x = np.nonzero(dark)
    back = prepared.back
    there = [back.box((float(i), float(j), i + 1.0, j + 1.0)) for i, j in zip(x[::97], y[::97], strict=True)]
    around = [before[max(0, int(b[1]) - 1) : int(b[3]) + 2, max(0, int(b[0]) - 1) : int(b[2]) + 2] for b in there]
    assert np.mean([part.min() < 170 for part in around]) > 0.98


@pytest.mark.parametrize("slope", [-5.0, -1.2, -0.5, 0.5, 2.3])
def test_skew_is_found_to_a_tenth_of_a_degree(page: Image.Image, slope: float) -> None:
    slanted = page.rotate(-slope, Image.Resampling.BICUBIC, fillcolor=255)
    assert skew(ink(np.asarray(slanted))) == pytest.approx(slope, abs=0.1)
    prepared = prepare(slanted, dpi=DPI, settings=SETTINGS)
    assert abs(skew(ink(np.asarray(prepared.image)))) < 0.2


@pytest.mark.parametrize("size", [0.5, 1.0, 1.9])
def test_letters_come_out_at_the_height_that_reads_best(page: Image.Image, size: float) -> None:
    given = page.resize((round(page.width * size), round(page.height * size)), Image.Resampling.LANCZOS)
    prepared = prepare(given, dpi=round(DPI * size), settings=SETTINGS)
    height = letter_height(ink(np.asarray(prepared.image)))
    assert height is not None
    assert 11 <= height <= 17
    assert prepared.dpi == pytest.approx(DPI * size * prepared.image.width / given.width, rel=0.02)


def test_a_sheet_of_known_size_is_never_enlarged(page: Image.Image) -> None:
    small_print = page.resize((page.width // 2, page.height // 2), Image.Resampling.LANCZOS)
    assert prepare(small_print, dpi=200, settings=SETTINGS).image.size == small_print.size


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB"])
def test_a_fine_picture_is_brought_down_and_leads_back(page: Image.Image, mode: str) -> None:
    fine = page.resize((page.width * 3, page.height * 3), Image.Resampling.LANCZOS).convert("RGB").convert(mode)
    prepared = prepare(fine, dpi=DPI * 3, settings=SETTINGS)
    assert prepared.image.width < 1.4 * page.width
    x0, top, x1, bottom = prepared.back.box((0.0, 0.0, float(prepared.image.width), float(prepared.image.height)))
    assert (x0, top, x1, bottom) == pytest.approx((0, 0, fine.width, fine.height), abs=3)


def test_a_regular_choice_of_points_makes_no_slope() -> None:
    dense = build.pictures_of(build.paper(LINES * 2, (420.0, 760.0)), 400)[0]
    assert skew(ink(np.asarray(dense))) == 0.0


def test_a_red_seal_is_lifted_off_and_black_print_under_it_stays(page: Image.Image) -> None:
    sealed = page.convert("RGB")
    seal = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(seal)
    box = (300, 200, 520, 420)
    draw.ellipse(box, outline=(220, 40, 60), width=9)
    draw.ellipse((350, 250, 470, 370), fill=(230, 60, 80))
    sealed = Image.fromarray(np.minimum(np.asarray(sealed), np.asarray(seal)))
    clean, had_colour = without_colour(sealed)
    assert had_colour
    before, after = np.asarray(page).astype(int), np.asarray(clean).astype(int)
    assert ((after < 128) == (before < 128)).mean() > 0.995
    print_under = before[250:370, 350:470] < 60
    assert print_under.sum() > 200
    assert (after[250:370, 350:470][print_under] < 128).mean() > 0.95
    assert "bỏ dấu màu" in prepare(sealed, dpi=DPI, settings=SETTINGS).done


def test_the_pale_rim_of_a_seal_goes_with_it(page: Image.Image) -> None:
    """Edges of a stroke are paler than the stroke: what stayed of them was read as letters."""
    seal = Image.new("RGB", page.size, "white")
    ImageDraw.Draw(seal).ellipse((300, 200, 520, 420), outline=(220, 40, 60), width=7)
    soft = seal.filter(ImageFilter.GaussianBlur(1.5))
    clean, had_colour = without_colour(Image.fromarray(np.minimum(np.asarray(page.convert("RGB")), np.asarray(soft))))
    assert had_colour
    paper = np.asarray(page) > 240
    assert (np.asarray(clean)[paper] > 200).mean() > 0.9999


def test_a_picture_on_coloured_paper_is_only_made_grey(page: Image.Image) -> None:
    pink = Image.merge("RGB", (page, page.point(lambda level: level * 160 // 255), page.point(lambda level: level * 170 // 255)))
    clean, had_colour = without_colour(pink)
    assert not had_colour
    assert clean.tobytes() == pink.convert("L").tobytes()


def test_shadow_and_noise_do_not_change_what_is_found(page: Image.Image) -> None:
    shadow = np.linspace(0.6, 1.0, page.width)[None, :]
    dull = Image.fromarray((np.asarray(page) * shadow).astype(np.uint8)).rotate(-1.0, Image.Resampling.BICUBIC, fillcolor=255)
    dull = build.noisy(dull)
    even, had_shadow = on_even_paper(dull)
    assert had_shadow
    assert skew(ink(np.asarray(even))) == pytest.approx(1.0, abs=0.15)
    assert set(prepare(dull, dpi=DPI, settings=SETTINGS).done) >= {"xóa bóng", "nắn 1,0°"}
    paper = np.percentile(np.asarray(even), 80)
    assert np.abs(np.asarray(even.reduce(40)).astype(float) - paper).max() < 130
    assert not on_even_paper(page)[1]


def test_ruled_lines_are_found_and_letters_are_none() -> None:
    picture = Image.new("L", (800, 600), 255)
    draw = ImageDraw.Draw(picture)
    for y in (100, 200, 300):
        draw.line((100, y, 700, y), fill=0, width=2)
    for x in (100, 400, 700):
        draw.line((x, 100, x, 300), fill=0, width=2)
    boxes, points = ruled_lines(ink(np.asarray(picture)))
    level = [box for box in boxes if box[2] - box[0] > box[3] - box[1]]
    assert (len(level), len(boxes) - len(level)) == (3, 3)
    assert points.sum() > 6 * 2 * 150
    assert [round(box[1]) for box in level] == [99, 199, 299] or [round(box[1]) for box in level] == [100, 200, 300]


def test_a_page_of_print_has_no_ruled_lines(page: Image.Image) -> None:
    assert ruled_lines(ink(np.asarray(page)))[0] == []


def test_a_white_page_with_dust_is_blank_and_a_page_number_is_not() -> None:
    dusty = Image.new("L", (1240, 1754), 250)
    for number in range(20):
        dusty.putpixel((number * 7919 % 1240, number * 104729 % 1754), 60)
    assert prepare(dusty, dpi=150, settings=SETTINGS).blank
    ImageDraw.Draw(dusty).text((600, 1600), "12", fill=0, font_size=24)
    assert not prepare(dusty, dpi=150, settings=SETTINGS).blank


def test_print_that_does_not_tell_is_left_as_it_is() -> None:
    drawing = Image.new("L", (600, 600), 255)
    ImageDraw.Draw(drawing).ellipse((100, 100, 500, 500), outline=0, width=6)
    mask = ink(np.asarray(drawing))
    assert not lies_on_its_side(mask)
    assert not stands_on_its_head(mask)
    assert prepare(drawing, dpi=150, settings=SETTINGS).done == ()


def test_the_borders_of_a_table_turn_no_page(page: Image.Image) -> None:
    table = Image.new("L", page.size, 255)
    table.paste(page.convert("L").crop((0, 0, page.width, page.height // 2)))
    for column in range(1, 8):
        ImageDraw.Draw(table).line((column * page.width // 8, 0, column * page.width // 8, page.height), fill=0, width=3)
    assert lies_on_its_side(ink(np.asarray(table)))
    assert not any("xoay" in clause for clause in prepare(table, dpi=DPI, settings=SETTINGS).done)
    on_its_side = page.convert("L").transpose(Image.Transpose.ROTATE_90)
    assert any("xoay" in clause for clause in prepare(on_its_side, dpi=DPI, settings=SETTINGS).done)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK"])
def test_every_kind_of_picture_is_taken(page: Image.Image, mode: str) -> None:
    given = page.convert("RGB").convert(mode) if mode in ("P", "CMYK") else page.convert(mode)
    before = given.tobytes()
    prepared = prepare(given, dpi=DPI, settings=SETTINGS)
    assert prepared.image.mode == "L"
    assert not prepared.blank
    assert given.tobytes() == before


def test_ways_back_compose() -> None:
    half, moved = Back(0.5, 0.0, 0.0, 0.0, 0.5, 0.0), Back(1.0, 0.0, 10.0, 0.0, 1.0, 20.0)
    assert moved.after(half).box((2.0, 4.0, 6.0, 8.0)) == (11.0, 22.0, 13.0, 24.0)
