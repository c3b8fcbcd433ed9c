"""Damages a text the way machines of offices do: slipped tone marks, foreign OCR, blocks of a signing service, scans.

In: a healthy text or PDF, and a seed.  Out: the damaged text, or a PDF of pictures.
Promise: the same seed gives the same damage, and nothing but the named damage is done.
"""

from __future__ import annotations

import random
import time
import unicodedata
from pathlib import Path

import pypdfium2
from PIL import Image

from corpus.generator.model import Letter

TONES = "\u0300\u0301\u0303\u0309\u0323"
SCAN_DPI = 200  # what office machines send by default; enough for OCR, small enough for git
FOREIGN = {"đ": "d", "Đ": "D", "ư": "u", "Ư": "U", "ơ": "o", "Ơ": "O", "ă": "a", "Ă": "A", "ê": "é", "ô": "6"}


def slipped_marks(text: str, seed: str, share: float = 0.12) -> str:
    """Tone marks moved behind the end of the word or parted from it by a space; some spaces before such words lost."""
    chance = random.Random(seed)
    out = []
    for line in text.split("\n"):
        words = line.split(" ")
        out.append(" ".join(_slipped(word, chance) if word.isalpha() and chance.random() < share else word for word in words))
    return "\n".join(out)


def _slipped(word: str, chance: random.Random) -> str:
    parts = unicodedata.normalize("NFD", word)
    tone = next((c for c in parts if c in TONES), "")
    rest = unicodedata.normalize("NFC", parts.replace(tone, "", 1)) if tone else word
    if not tone:
        return word
    return f"{rest}{tone}" if chance.random() < 0.7 else f"{rest} {tone}"


def foreign_ocr(text: str, seed: str) -> str:
    """The text as an English OCR engine reads it: tones gone, letters with hooks and bars replaced, some look-alikes."""
    chance = random.Random(seed)
    return "\n".join(" ".join(_foreign(word, chance) for word in line.split(" ")) for line in text.split("\n"))


def _foreign(word: str, chance: random.Random) -> str:
    if any(c.isdigit() for c in word):
        return "".join(FOREIGN.get(c, c) for c in word)
    out = []
    for letter in word:
        base = unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", letter) if c not in TONES))
        plain = unicodedata.normalize("NFD", base)[0]
        out.append(FOREIGN.get(base, plain) if chance.random() < 0.6 else FOREIGN.get(plain, plain).replace("6", "o"))
    joined = "".join(out)
    if chance.random() < 0.06:
        joined = joined.replace("l", "1").replace("I", "l").replace("H", "II", 1)
    return joined


def signing_blocks(letter: Letter, times: int = 3) -> str:
    """What text readers print after the last line of a signed file, once per signature."""
    hour = f"{letter.issued:%Y-%m-%d}" if letter.issued else f"{letter.year}-01-02"
    service = "\t\tCỤC CHỨNG THỰC SỐ VÀ BẢO MẬT THÔNG TIN - ĐT: 0200.0000000; Email: ca@chungthuc.example"
    who = f"\t{letter.agency[0]}\n\t{letter.agency[-1]}<vanthu@sonkhe.example> đã ký lên văn bản này!"
    lines = [f"\n\n{service}\n\t{hour}T15:42:0{i}+0700\n{who}" for i in range(times)]
    return f"\n\n\t\t{hour}T14:10:39+0700\n" + "\n".join(lines) + "\n\n"


def scanned(pdf: Path, out: Path, seed: str) -> Path:
    """A PDF of black-and-white pictures of the pages of `pdf`, a little turned and specked, as a scanner delivers them."""
    chance = random.Random(seed)
    source = pypdfium2.PdfDocument(pdf)
    pages = [_picture(source[i], chance) for i in range(len(source))]
    source.close()
    day = time.gmtime(1735689600)  # 2025-01-01: a fixed time stamp keeps the bytes the same
    pages[0].save(out, "PDF", resolution=SCAN_DPI, save_all=True, append_images=pages[1:], creationDate=day, modDate=day)
    return out


def _picture(page: pypdfium2.PdfPage, chance: random.Random) -> Image.Image:
    grey = page.render(scale=SCAN_DPI / 72, grayscale=True).to_pil()
    turned = grey.rotate(chance.uniform(-0.6, 0.6), resample=Image.Resampling.BICUBIC, fillcolor=255)
    for _ in range(400):
        x, y = chance.randrange(turned.width - 1), chance.randrange(turned.height - 1)
        turned.putpixel((x, y), 0)
    return turned.point(lambda level: 255 if level > 150 else 0).convert("1", dither=Image.Dither.NONE)
