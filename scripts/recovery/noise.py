"""Pairs of true and misread lines: pages of official text are typeset, degraded, and read by an OCR engine of another language.

In: paragraphs of the training part.  Out: one JSON object a line: page, line, kind, truth, garbled.
Promise: same paragraphs, seed, fonts and engine give the same pairs.
"""

from __future__ import annotations

import csv
import io
import json
import math
import random
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONTS = Path("/usr/share/fonts/truetype/liberation2")
FACES = ("LiberationSerif-Regular.ttf",) * 7 + (
    "LiberationSerif-Bold.ttf",
    "LiberationSerif-Italic.ttf",
    "LiberationSerif-Regular.ttf",
)
ROUGH_FACES = (
    *("LiberationSerif-Regular.ttf",) * 8,
    "LiberationSerif-Bold.ttf",
    "LiberationSerif-Italic.ttf",
    "LiberationSerif-BoldItalic.ttf",
    "LiberationSans-Regular.ttf",
)
_LINES = 40
_WIDTH_INCHES, _MARGIN_INCHES = 6.3, 0.7


class Look(NamedTuple):
    """How one page is printed and scanned."""

    face: str
    points: float
    dpi: int
    noisy: bool
    angle: float
    blur: float = 1.0
    grain: float = 14.0
    quality: int = 35


def look(rng: random.Random) -> Look:
    """A page as offices print and scan it."""
    noisy = rng.random() < 0.5
    angle = rng.uniform(-0.7, 0.7) if noisy else 0.0
    return Look(rng.choice(FACES), rng.choice((13.0, 14.0, 14.0)), rng.choice((200, 200, 300)), noisy, angle)


def rough_look(rng: random.Random) -> Look:
    """A page of a worse scanner: nearly all of them noisy, most at 200 dpi, blur, grain and packing as they come."""
    noisy = rng.random() < 0.9
    return Look(
        face=rng.choice(ROUGH_FACES),
        points=rng.choice((13.0, 14.0, 14.0)),
        dpi=rng.choice((200, 200, 200, 300)),
        noisy=noisy,
        angle=rng.uniform(-0.8, 0.8) if noisy else 0.0,
        blur=rng.uniform(0.8, 1.2),
        grain=rng.uniform(10, 18),
        quality=rng.choice((30, 35, 35, 45)),
    )


def pages(
    paragraphs: Sequence[str], count: int, seed: int, looks: Callable[[random.Random], Look] = look
) -> Iterator[tuple[Look, list[str]]]:
    """`count` pages of lines: runs of following paragraphs, wrapped to the width of the paper."""
    rng = random.Random(seed)
    for _ in range(count):
        style = looks(rng)
        font = ImageFont.truetype(str(FONTS / style.face), round(style.points * style.dpi / 72))
        at, lines = rng.randrange(len(paragraphs) - _LINES), []
        while len(lines) < _LINES and at < len(paragraphs):
            text = paragraphs[at][:900]
            lines += _wrap(text.upper() if rng.random() < 0.06 and len(text) < 150 else text, font, _WIDTH_INCHES * style.dpi)
            at += 1
        yield style, lines[:_LINES]


def _wrap(text: str, font: ImageFont.FreeTypeFont, width: float) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines


def draw(style: Look, lines: Sequence[str], rng: np.random.Generator) -> tuple[Image.Image, float]:
    """The picture of a page and the pitch of its lines in pixels."""
    font = ImageFont.truetype(str(FONTS / style.face), round(style.points * style.dpi / 72))
    pitch, margin = style.points * 1.35 * style.dpi / 72, round(_MARGIN_INCHES * style.dpi)
    size = (round((_WIDTH_INCHES + 2 * _MARGIN_INCHES) * style.dpi), round(2 * margin + pitch * len(lines)))
    picture = Image.new("L", size, 255)
    pen = ImageDraw.Draw(picture)
    for i, text in enumerate(lines):
        pen.text((margin, margin + i * pitch), text, font=font, fill=0)
    return (_degrade(picture, style, rng) if style.noisy else picture), pitch


def _degrade(picture: Image.Image, style: Look, rng: np.random.Generator) -> Image.Image:
    picture = picture.rotate(style.angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    picture = picture.filter(ImageFilter.GaussianBlur((0.8 * style.dpi / 300 + 0.2) * style.blur))
    grain = np.asarray(picture, dtype=np.float32) + rng.normal(0, style.grain, (picture.height, picture.width))
    specks = rng.random(grain.shape)
    grain[specks < 0.001] = 0
    grain[specks > 0.999] = 255
    dirty = Image.fromarray(np.clip(grain, 0, 255).astype(np.uint8))
    packed = io.BytesIO()
    dirty.save(packed, "JPEG", quality=style.quality)
    return Image.open(packed).convert("L")


def read(picture: Image.Image, style: Look, pitch: float, count: int, language: str = "eng") -> list[str]:
    """What an OCR engine of another language makes of each of the `count` lines of a page."""
    packed = io.BytesIO()
    picture.save(packed, "PNG")
    command = ["tesseract", "stdin", "stdout", "-l", language, "--dpi", str(style.dpi), "tsv"]
    table = subprocess.run(
        command, input=packed.getvalue(), capture_output=True, check=True, env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin"}
    )
    lines: list[list[str]] = [[] for _ in range(count)]
    for row in csv.DictReader(io.StringIO(table.stdout.decode()), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] == "5" and row["text"].strip():
            x = int(row["left"]) + int(row["width"]) / 2 - picture.width / 2
            y = int(row["top"]) + int(row["height"]) / 2 - picture.height / 2
            y += math.tan(math.radians(style.angle)) * x + picture.height / 2
            at = int((y - round(_MARGIN_INCHES * style.dpi)) // pitch)
            if 0 <= at < count:
                lines[at].append(row["text"])
    return [" ".join(words) for words in lines]


def write_pairs(
    paragraphs: Sequence[str],
    target: Path,
    *,
    count: int,
    seed: int,
    looks: Callable[[random.Random], Look] = look,
    language: str = "eng",
) -> None:
    """Typeset, degrade and read `count` pages; write their lines to `target`."""
    rng = np.random.default_rng(seed)
    with target.open("w", encoding="utf-8") as file:
        for number, (style, lines) in enumerate(pages(paragraphs, count, seed, looks)):
            picture, pitch = draw(style, lines, rng)
            for i, (truth, garbled) in enumerate(zip(lines, read(picture, style, pitch, len(lines), language), strict=True)):
                kind = f"{'noisy' if style.noisy else 'clean'}{style.dpi}"
                file.write(
                    json.dumps({"page": number, "line": i, "kind": kind, "truth": truth, "garbled": garbled}, ensure_ascii=False)
                    + "\n"
                )
            file.flush()
