"""Pictures of gaps of a letterhead as a scanner sees them: figures written between printed words, with what was written.

In: digits of others (MNIST), fonts, a source of chance.  Out: `Sample`: a picture as the reader cuts it, and its labels.
Promise: the same seed and the same sources give the same pictures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from pipeline.extract.ocr.figures import HEIGHT, evened
from scripts.handwriting.strokes import figure_strokes, scribble, slanted

FINE = 2
"""Pictures are drawn so many times larger than they are read."""
EM = 22 * FINE
BASE = 28 * FINE
"""Where the printed line stands."""
Grey = NDArray[np.float32]


class Sample(NamedTuple):
    """A gap: its picture (paper 0, ink 1), and its labels ("1945/x")."""

    picture: Grey
    label: str


@dataclass(frozen=True)
class Sources:
    """Digits by figure, 28 points square; fonts that look handwritten; fonts of print, upright and slanted."""

    digits: tuple[NDArray[np.uint8], ...]
    hands: tuple[str, ...]
    serif: tuple[str, ...]
    sans: tuple[str, ...]


@cache
def font(path: str, size: int) -> ImageFont.FreeTypeFont:
    """A font, loaded once."""
    return ImageFont.truetype(path, size)


def _mnist(figure: str, height: int, chance: np.random.Generator, sources: Sources, lean: float) -> Image.Image:
    """A digit of another hand, cut to its strokes, made as high as wanted, thinner or thicker."""
    own = sources.digits[int(figure)]
    picture = Image.fromarray(own[int(chance.integers(len(own)))])
    picture = picture.crop(picture.getbbox())
    wide = max(3, round(picture.width * height / picture.height * chance.uniform(0.75, 1.1)))
    if figure == "1":
        wide = max(3, min(wide, height))
    picture = picture.resize((wide, height), Image.Resampling.BICUBIC)
    level = chance.uniform(90, 190)
    picture = picture.point(lambda v: max(0, min(255, int((v - level) * 4 + 128))))
    room = Image.new("L", (wide + height, height + 8))
    room.paste(picture, (height // 2, 4))
    room = room.transform(room.size, Image.Transform.AFFINE, (1, lean, -lean * height / 2, 0, 1, 0), Image.Resampling.BILINEAR)
    return room.crop(room.getbbox() or (0, 0, 2, 2))


def _drawn(figure: str, height: int, chance: np.random.Generator, lean: float, pen: float, *, scrawl: bool = False) -> Image.Image:
    strokes = scribble(chance) if scrawl else figure_strokes(figure, chance)
    strokes = slanted(strokes, lean, float(chance.normal(0, 0.06)))
    every = np.concatenate(strokes)
    low = every.min(axis=0)
    size = (every.max(axis=0) - low) * height + 2 * pen + 4
    room = Image.new("L", (int(size[0]) + 1, int(size[1]) + 1))
    draw = ImageDraw.Draw(room)
    for stroke in strokes:
        points = [(float(x), float(y)) for x, y in (stroke - low) * height + pen + 2]
        own = max(1.0, pen * chance.uniform(0.8, 1.2))
        draw.line(points, fill=255, width=round(own), joint="curve")
        for x, y in (points[0], points[-1]):
            draw.ellipse((x - own / 2, y - own / 2, x + own / 2, y + own / 2), fill=255)
    return room


def _typed(text: str, path: str, size: int, chance: np.random.Generator, lean: float = 0.0) -> Image.Image:
    own = font(path, size)
    x0, top, x1, bottom = own.getbbox(text)
    room = Image.new("L", (int(x1 - x0) + size, int(bottom - top) + 4))
    ImageDraw.Draw(room).text((size // 2 - x0, 2 - top), text, font=own, fill=255)
    if lean:
        room = room.transform(
            room.size, Image.Transform.AFFINE, (1, lean, -lean * room.height / 2, 0, 1, 0), Image.Resampling.BILINEAR
        )
    return room.crop(room.getbbox() or (0, 0, 2, 2))


LETTERS = "AABBBCDEGHKLMPbdaghktđ"


class _Hand(NamedTuple):
    """How one clerk writes: with what, how large, how slanted, with what pen, how close."""

    kind: str
    height: float
    lean: float
    pen: float
    close: float
    path: str


def _hand(chance: np.random.Generator, sources: Sources, like: str) -> _Hand:
    kind = str(chance.choice(["mnist", "drawn", "mixed", "font", "print"], p=[0.22, 0.37, 0.17, 0.1, 0.14]))
    height = float(chance.uniform(0.72, 1.3)) * EM * 0.9
    lean = float(chance.uniform(-0.1, 0.5)) if kind != "print" else 0.0
    paths = sources.hands if kind == "font" else (*sources.serif, *sources.sans)
    if kind == "print":
        height = float(chance.uniform(0.6, 0.85)) * EM
        if chance.random() < 0.4:
            paths = (like,)  # typed in with the rest of the letterhead
    return _Hand(kind, height, lean, float(chance.uniform(2.2, 6.5)), float(chance.normal(0.08, 0.1)), str(chance.choice(paths)))


def _one(sign: str, hand: _Hand, chance: np.random.Generator, sources: Sources) -> Image.Image:
    height = max(12, round(hand.height * chance.uniform(0.82, 1.12)))
    lean = hand.lean + float(chance.normal(0, 0.05))
    if sign == "~":
        return _drawn("0", height, chance, lean, hand.pen, scrawl=True)
    if sign in LETTERS:
        return _typed(sign, str(chance.choice(sources.hands)), round(height * 1.3), chance, lean)
    kind = hand.kind if hand.kind != "mixed" else str(chance.choice(["mnist", "drawn"]))
    if kind == "mnist":
        # hands of that collection write a 1 as a bare stroke
        return (
            _mnist(sign, height, chance, sources, lean * 0.6)
            if sign != "1" or chance.random() < 0.4
            else _drawn(sign, height, chance, lean, hand.pen)
        )
    if kind == "drawn":
        return _drawn(sign, height, chance, lean, hand.pen)
    return _typed(sign, hand.path, round(hand.height * 1.35), chance, lean * 0.5 if kind == "font" else 0.0)


def _written(text: str, hand: _Hand, chance: np.random.Generator, sources: Sources) -> Image.Image:
    """The figures side by side, on one canvas whose middle row is the middle of their height."""
    parts = [_one(sign, hand, chance, sources) for sign in text]
    room = np.zeros((EM * 3, sum(part.width for part in parts) + EM * (len(parts) + 2)), np.uint8)
    x, climb = EM // 2, float(chance.normal(0, 0.03))
    for part in parts:
        array = np.asarray(part)[: EM * 2]
        jitter = chance.normal(0, 0.05) * EM if hand.kind != "print" else 0.0
        top = round(room.shape[0] / 2 - array.shape[0] / 2 + jitter + climb * x)
        top = max(0, min(top, room.shape[0] - array.shape[0]))
        view = room[top : top + array.shape[0], x : x + array.shape[1]]
        np.maximum(view, array, out=view)
        step = array.shape[1] + (hand.close + chance.normal(0, 0.05)) * EM
        x += max(round(step), round(0.3 * array.shape[1]), 4)
    across = np.flatnonzero(room.any(axis=0))
    return Image.fromarray(room[:, across[0] : across[-1] + 1]) if len(across) else Image.new("L", (2, EM * 3))


_SYMBOLS = (
    "/QĐ-TTg",
    "/SYT-NVY",
    "/KH-UBND",
    "/BC-SGD",
    "/NQ-CP",
    "/CT-BCT",
    "/TB-SYT",
    "/UBND-VX",
    "/CV-BHXH",
    "/TTr-STC",
    "/HD-BTC",
    "/BYT-DP",
)


def _context(kind: str, chance: np.random.Generator, sources: Sources) -> tuple[str, str, str, float, float]:
    """Printed words on both sides, the font, and how much of them (in em) is inside the picture."""
    if kind == "number":
        path = sources.serif[int(chance.choice([0, 1], p=[0.9, 0.1]))]
        return str(chance.choice(["Số:", "Số:", "Số :", "Số"])), str(chance.choice(_SYMBOLS)), path, 0.55, 0.95
    path = sources.serif[int(chance.choice([2, 0, 3], p=[0.9, 0.07, 0.03]))]
    left, right = ("ngày", "tháng") if chance.random() < 0.75 else ("tháng", "năm")
    return left, right, path, 0.35, 0.35


def _text_of(kind: str, chance: np.random.Generator) -> str:
    if chance.random() < 0.06:
        return ""
    if chance.random() < 0.04:
        return "~"
    if kind == "date":
        if chance.random() < 0.15:
            return str(chance.integers(0, 10))
        number = int(chance.integers(1, 32)) if chance.random() < 0.8 else int(chance.integers(0, 100))
        return f"{number:02d}" if chance.random() < 0.6 else str(number)
    length = int(chance.choice([1, 2, 3, 4, 5], p=[0.08, 0.24, 0.28, 0.34, 0.06]))
    text = "".join(
        str(chance.integers(0, 10)) if chance.random() < 0.75 else str(chance.choice(list("1128"))) for _ in range(length)
    )
    if chance.random() < 0.12:
        at = length if chance.random() < 0.6 else int(chance.integers(0, length + 1))
        text = text[:at] + str(chance.choice(list(LETTERS + "~"))) + text[at:]
    return text


def sample(chance: np.random.Generator, sources: Sources) -> Sample:
    """One gap."""
    kind = "number" if chance.random() < 0.6 else "date"
    text = _text_of(kind, chance)
    left, right, path, left_em, right_em = _context(kind, chance, sources)
    hand = _hand(chance, sources, path)
    em = round(EM * chance.uniform(0.92, 1.08))
    ink = font(path, em)
    body = _written(text, hand, chance, sources) if text else None
    gap = [float(chance.uniform(-0.12, 0.5)) * EM, float(chance.uniform(-0.1, 0.5)) * EM]
    if not text:
        gap[1] += float(chance.uniform(0.3, 2.5)) * EM
    wide = (body.width if body else 0) + sum(gap)
    lead, tail = ink.getlength(left), ink.getlength(right)
    room = Image.new("L", (round(lead + tail + wide + 2 * EM), HEIGHT * FINE + EM))
    base, x = BASE + EM // 2 + round(chance.normal(0, 0.05) * EM), EM
    draw = ImageDraw.Draw(room)
    draw.text((x, base), left, font=ink, fill=255, anchor="ls")
    after = x + lead + wide
    draw.text((after, base), right, font=ink, fill=255, anchor="ls")
    _around(draw, room.size, base, chance, ink)
    if text == "" or chance.random() < 0.06:
        _dots(draw, x + lead, after, base, chance)
    array = np.asarray(room).astype(np.float32) / 255
    dark = float(chance.uniform(0.5, 1.0))
    if body:
        middle = base - 0.33 * EM + float(chance.normal(0.02, 0.13)) * EM
        _put(array, body, round(x + lead + gap[0]), round(middle - body.height / 2), dark)
    first = round(x + lead - (left_em + chance.normal(0, 0.2)) * em)
    last = round(after + (right_em + chance.normal(0, 0.25)) * em)
    last = max(last, round(after + 0.3 * em)) if kind == "number" else last
    top = EM // 2 + round(chance.normal(0, 0.04) * EM)
    cut = array[top : top + HEIGHT * FINE, max(0, first) : min(array.shape[1], last)]
    label = _label(text, left, right, (first - x) / em, (last - after) / em, ink, em)
    return Sample(_scanned(cut, dark, chance), label)


def _label(text: str, left: str, right: str, first: float, last: float, ink: ImageFont.FreeTypeFont, em: int) -> str:
    """The labels of what is inside the picture; letters of which less than two thirds are seen have none."""
    before = sum(
        1
        for at, sign in enumerate(left)
        if sign.isalpha() and ink.getlength(left[:at] + sign) / em - first > 0.6 * ink.getlength(sign) / em
    )
    behind = ""
    for at, sign in enumerate(right):
        if last - ink.getlength(right[:at]) / em > 0.66 * ink.getlength(sign) / em:
            behind += sign if sign == "/" else "x" if sign.isalpha() else ""
    own = "".join("x" if not sign.isdecimal() else sign for sign in text)
    return "x" * before + own + behind


def _put(array: NDArray[np.float32], body: Image.Image, x: int, y: int, dark: float) -> None:
    own = np.asarray(body).astype(np.float32) / 255 * dark
    top, low = max(0, -y), max(0, y)
    high = min(array.shape[0], y + own.shape[0])
    x = max(0, x)
    end = min(array.shape[1], x + own.shape[1])
    view = array[low:high, x:end]
    np.maximum(view, own[top : top + high - low, : end - x], out=view)


def _around(
    draw: ImageDraw.ImageDraw, size: tuple[int, int], base: int, chance: np.random.Generator, ink: ImageFont.FreeTypeFont
) -> None:
    """Lines above and below that reach into the picture, and rules."""
    if chance.random() < 0.35:
        draw.text(
            (float(chance.uniform(-60, 40)), base + chance.uniform(0.95, 1.6) * EM),
            "V/v báo cáo hoạt động của ngành năm 2017",
            font=ink,
            fill=255,
            anchor="ls",
        )
    if chance.random() < 0.25:
        y = base - chance.uniform(1.15, 1.7) * EM
        x = chance.uniform(0, size[0])
        draw.line((x, y, x + chance.uniform(1, 5) * EM, y), fill=255, width=int(chance.integers(2, 4)))


def _dots(draw: ImageDraw.ImageDraw, x0: float, x1: float, base: int, chance: np.random.Generator) -> None:
    """A dotted line, or a ruled one, to write on."""
    if chance.random() < 0.3:
        return
    if chance.random() < 0.25:
        draw.line((x0, base + 2, x1, base + 2), fill=255, width=int(chance.integers(2, 4)))
        return
    x, step, dot = x0, chance.uniform(0.2, 0.32) * EM, chance.uniform(1.5, 3)
    while x < x1:
        draw.ellipse((x, base - dot, x + dot, base), fill=255)
        x += step


def _scanned(cut: NDArray[np.float32], dark: float, chance: np.random.Generator) -> Grey:
    """As a scanner leaves it: soft, noisy, perhaps in black and white, with specks; then evened as the reader does."""
    if chance.random() < 0.15:
        holes = chance.random((cut.shape[0] // 3 + 1, cut.shape[1] // 3 + 1)) > chance.uniform(0.02, 0.14)
        cut = cut * np.kron(holes, np.ones((3, 3)))[: cut.shape[0], : cut.shape[1]]
    picture = Image.fromarray((cut * 255).astype(np.uint8))
    picture = picture.filter(ImageFilter.GaussianBlur(float(chance.uniform(0.2, 1.4))))
    if chance.random() < 0.45:
        # half of the ink of the faintest stroke at most: black and white keeps what was written
        level = int(chance.uniform(0.25, 0.5) * 255 * dark)
        picture = picture.point(lambda v: 255 if v > level else 0)
    wide = max(8, round(picture.width / FINE * chance.uniform(0.92, 1.08)))
    small = np.asarray(picture.resize((wide, HEIGHT), Image.Resampling.BOX)).astype(np.float32)
    small += chance.normal(0, float(chance.uniform(0, 10)), small.shape)
    for _ in range(int(chance.integers(0, 4)) if chance.random() < 0.4 else 0):
        y, x = int(chance.integers(0, HEIGHT - 1)), int(chance.integers(0, wide - 2))
        small[y : y + 2, x : x + 2] = 255 * chance.random()
    return evened(255 - np.clip(small, 0, 255))


def samples(count: int, seed: int, sources: Sources) -> Sequence[Sample]:
    """So many gaps."""
    chance = np.random.default_rng(seed)
    return [sample(chance, sources) for _ in range(count)]
