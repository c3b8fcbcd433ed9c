"""Hostile pictures, web pages and plain texts, and files whose names are the attack.

In: nothing.  Out: `OTHERS`.  Promise: none is larger than a few megabytes.
"""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

from tests.extract.builders import BODY
from tests.hostile.model import READ, Hostile, Place, bomb, fixed

LETTER = "\n".join(("ỦY BAN NHÂN DÂN TỈNH", "Số: 12/UBND-VP", *BODY)).encode()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, pixels: bytes, *more: bytes, depth: int = 8) -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def tiff(*tags: tuple[int, int, int, int], after: int = 0) -> bytes:
    """A TIFF of one list of tags (tag, type, count, value), followed by the list at `after`."""
    entries = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    return b"II*\x00\x08\x00\x00\x00" + struct.pack("<H", len(tags)) + entries + struct.pack("<I", after)


def saved(kind: str, size: tuple[int, int] = (900, 1200), **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("L", size, 240).save(out, kind, **options)  # type: ignore[arg-type]
    return out.getvalue()


def _pictures() -> list[Hostile]:
    shape = ((256, 4, 1, 900), (257, 4, 1, 1200), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 8), (279, 4, 1, 99))
    jpeg = saved("JPEG")
    at = jpeg.index(b"\xff\xc0")
    vast = jpeg[: at + 5] + struct.pack(">HH", 65_500, 65_500) + jpeg[at + 9 :]
    text = _chunk(b"zTXt", b"a\x00\x00" + bomb(b"x" * 1_000_000, 90))
    lists = [tiff(*shape, after=8), tiff(*shape[:2], (273, 4, 2**31, 8), after=0)]
    return [
        Hostile("PNG of 900 megapixels", "png-bom.png", "too_large", fixed(png(30_000, 30_000, b"", depth=1))),
        Hostile("PNG of 2^31 by 2^31", "png-vo-tan.png", ("too_large", "broken"), fixed(png(2**31 - 1, 2**31 - 1, b""))),
        Hostile(
            "PNG whose data unpack to 400 MB", "png-du.png", (READ, "broken"), fixed(png(900, 1200, bomb(b"\x00" * 4_000_000, 100)))
        ),
        Hostile("PNG with 90 MB of packed words", "png-chu.png", ("broken", READ), fixed(png(900, 1200, b"", text))),
        Hostile("PNG cut in its data", "png-cat.png", "broken", fixed(saved("PNG")[:-30])),
        Hostile("PNG one point wide", "png-hep.png", (READ, "broken"), fixed(saved("PNG", (1, 20_000)))),
        Hostile("JPEG that says 65,500 by 65,500", "jpg-lon.jpg", "too_large", fixed(vast)),
        Hostile("JPEG cut in its data", "jpg-cat.jpg", ("broken", READ), fixed(jpeg[: len(jpeg) // 2])),
        Hostile("JPEG of marks without end", "jpg-dau.jpg", "broken", fixed(b"\xff\xd8" + b"\xff" * 99_999)),
        Hostile("TIFF whose pages go round", "tif-vong.tif", ("broken", READ), fixed(lists[0] + b"\x00" * 999)),
        Hostile("TIFF of 2^31 strips", "tif-dai.tif", "broken", fixed(lists[1])),
        Hostile("TIFF whose list lies beyond its end", "tif-ngoai.tif", "broken", fixed(b"II*\x00\xff\xff\xff\x7f")),
        Hostile("TIFF of 3,000 pages", "tif-nhieu.tif", "too_large", fixed(_many_pages(3_000))),
        Hostile("picture of another kind named .png", "gif.png", "format", fixed(saved("GIF"))),
        Hostile("picture of bytes alone", "rac.jpg", "broken", fixed(b"\xff\xd8\xff" + bytes(range(256)) * 30)),
    ]


def _many_pages(count: int) -> bytes:
    """A TIFF of `count` lists of tags that share one strip."""
    tags = ((256, 4, 1, 900), (257, 4, 1, 1200), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 8), (279, 4, 1, 1))
    size = 2 + 12 * len(tags) + 4
    out = bytearray(b"II*\x00" + struct.pack("<I", 8))
    for number in range(1, count + 1):
        out += struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", *tag) for tag in tags)
        out += struct.pack("<I", 8 + number * size if number < count else 0)
    return bytes(out)


def _web() -> list[Hostile]:
    def asks(place: Place) -> bytes:
        address = f"http://127.0.0.1:{place.port}/x"
        parts = (
            f"<meta http-equiv=refresh content='0;url={address}'><link rel=stylesheet href={address}>",
            f"<iframe src={address}></iframe><img src={address}><script src={address}></script>",
            f"<object data=file://{place.canary}></object><iframe src=file://{place.canary}></iframe>",
        )
        return f"<html><head>{parts[0]}</head><body>{''.join(parts[1:])}<p>{LETTER.decode()}</p></body></html>".encode()

    def entity(place: Place) -> bytes:
        return f"<!DOCTYPE html [<!ENTITY a SYSTEM 'file://{place.canary}'>]><html><p>&a; {LETTER.decode()}</p></html>".encode()

    cell = "<td colspan=999999999 rowspan=999999999>Sở Tài chính</td>"
    return [
        Hostile("web page nested 100,000 deep", "sau.html", ("broken", READ), fixed(b"<html><body>" + b"<div>" * 100_000 + LETTER)),
        Hostile(
            "tables nested 3,000 deep", "bang-sau.html", ("broken", READ), fixed(b"<html>" + b"<table><tr><td>" * 3_000 + LETTER)
        ),
        Hostile(
            "cells over all columns and rows",
            "o-rong.html",
            READ,
            fixed(f"<table><tr>{cell * 50}</tr><tr>{cell * 50}</tr></table>".encode()),
        ),
        Hostile("page that asks the network and the disk", "hoi-mang.html", READ, asks),
        Hostile("page with a file as entity", "xxe.html", READ, entity),
        Hostile(
            "page of 20,000 attributes",
            "thuoc-tinh.html",
            READ,
            fixed(b"<div " + b" ".join(b"a%d=1" % n for n in range(20_000)) + b">" + LETTER),
        ),
        Hostile("page of entities out of range", "thuc-the.html", READ, fixed(b"<p>&#xD800;&#1114112;&#0;&#99999999999;" + LETTER)),
        Hostile("page that never closes its comment", "chu-thich.html", ("empty", "broken", READ), fixed(b"<html><!--" + LETTER)),
    ]


def _texts() -> list[Hostile]:
    items = "".join(f"{'1.' * (n % 9 + 1)} Sở Tài chính báo cáo trước ngày {n % 40}/{n % 14}/2025.\n" for n in range(1_000))
    return [
        Hostile("nothing", "rong.txt", "empty", fixed(b"")),
        Hostile("nothing but blanks and marks of order", "trang.txt", "empty", fixed("\ufeff \u200b\n\t\u00a0".encode())),
        Hostile("zeros", "khong.txt", "format", fixed(b"\x00" * 99_999)),
        Hostile("noise", "rac.bin", "format", fixed(bytes(range(256)) * 400)),
        Hostile(
            "half a letter of UTF-16",
            "utf16-le.txt",
            READ,
            fixed(b"\xff\xfe" + LETTER.decode().encode("utf-16-le") + b"\x3d\xd8\x41"),
        ),
        Hostile(
            "surrogates in UTF-16",
            "thay-the.txt",
            READ,
            fixed(b"\xff\xfe" + b"\x00\xd8" * 99 + LETTER.decode().encode("utf-16-le")),
        ),
        Hostile("surrogates in UTF-8", "thay-the-8.txt", (READ, "format"), fixed(b"\xed\xa0\x80" * 9 + LETTER)),
        Hostile("UTF-32", "utf32.txt", READ, fixed(LETTER.decode().encode("utf-32"))),
        Hostile(
            "letters beyond Unicode in UTF-32",
            "ngoai.txt",
            READ,
            fixed(b"\xff\xfe\x00\x00\xff\xff\xff\x7f" + LETTER.decode().encode("utf-32-le")),
        ),
        Hostile("a letter under 100,000 marks", "dau-chong.txt", READ, fixed(LETTER + b"\na" + "\u0301".encode() * 100_000)),
        Hostile("signs that turn the writing", "dao-chieu.txt", READ, fixed(LETTER + "\u202egpj.exe\u2066\u2069".encode())),
        Hostile("codes that steer a terminal", "esc.txt", READ, fixed(LETTER + b"\x1b]0;x\x07\x1b[2J")),
        Hostile("one line of 2 million letters", "mot-dong.txt", READ, fixed(LETTER + b"\n" + b"a" * 2_000_000)),
        Hostile("one line of 90,000 words", "mot-cau.txt", READ, fixed(LETTER + b"\n- " + "Sở Tài chính, ".encode() * 30_000)),
        Hostile("100,000 open brackets", "ngoac.txt", READ, fixed(LETTER + b"\n" + b"(" * 100_000)),
        Hostile("100,000 form feeds", "trang-trang.txt", "too_large", fixed(LETTER + b"\f" * 100_000 + b"x")),
        Hostile("1,000 items nested at will", "muc.txt", READ, fixed(LETTER + b"\n" + items.encode())),
        Hostile("numbers without end", "so.txt", READ, fixed(LETTER + b"\nngay " + b"9" * 100_000 + b"/" + b"9" * 100_000)),
        Hostile("'before the day' 30,000 times", "han.txt", READ, fixed(LETTER + b"\n- " + "trước ngày ".encode() * 30_000)),
        Hostile(
            "words that a formula would be made of", "cong-thuc.txt", READ, fixed(LETTER + b"\n- =cmd|'/C calc'!A0 So Tai chinh")
        ),
        Hostile("words of SQL", "sql.txt", READ, fixed(LETTER + b"\n'); DROP TABLE tasks; --")),
    ]


def _names() -> list[Hostile]:
    names: dict[str, str | bytes] = {
        "a name with a line end": "dòng\nmới.txt",
        "a name that clears the screen": "\x1b[2J\x07.txt",
        "a name turned round": "\u202etxt.exe.txt",
        "a name that is an option": "--register=x.txt",
        "a name for the shell": "$(touch leo-rao.txt);`x`&.txt",
        "a name that climbs for others": "C:..\\..\\leo-rao.txt",
        "a name of dots": "a....txt",
        "a name of 255 bytes": "ư" * 125 + ".txt",
        "a name that is no UTF-8": b"v\xe3n b\xb6n.txt",
        "a name of a device of Windows": "CON.txt",
        "a name with braces and signs of form": "{0}%s%n{name}.txt",
        "a name of loose marks": "tiê\u0301p.txt",
    }
    return [Hostile(why, name, READ, fixed(LETTER + b"\n" + why.encode())) for why, name in names.items()]


OTHERS = (*_pictures(), *_web(), *_texts(), *_names())
