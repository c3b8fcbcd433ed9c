"""Text files: which encoding, which pages, which characters.

In: the bytes of a text file.  Out: the text of its pages.
Promise: UTF-8 and UTF-16 are recognised by their form, old encodings by which of them gives the most valid Vietnamese; a file
that none of them reads is refused, never half read.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

from models.errors import TooLarge, UnknownFormat
from pipeline.extract.legacy import from_tcvn3, from_viscii, from_vni, likeness, old_encoding
from pipeline.extract.settings import ReadSettings

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: the one begins like the other
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile("\r\n?|[\x0b\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_SAMPLE = 20_000
"""Characters from which encodings are told apart."""


class Decoded(NamedTuple):
    """Text with the name of the encoding it was read by, as the user knows it."""

    text: str
    encoding: str


def read_plain(data: bytes, name: str, settings: ReadSettings) -> tuple[tuple[str, ...], str]:
    """The pages of a text file (parted by form feeds) and its encoding.

    Raises UnknownFormat for bytes that are no text, TooLarge for more characters or pages than allowed.
    """
    decoded = decode(data, name)
    if len(decoded.text) > settings.max_characters:
        raise TooLarge(name=name, detail=f"{len(decoded.text) // 1_000_000} triệu ký tự")
    pages = clean(decoded.text).split("\f")
    while len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    if len(pages) > settings.max_pages:
        raise TooLarge(name=name, detail=f"{len(pages)} trang, nhiều nhất {settings.max_pages}")
    return tuple(pages), decoded.encoding


def clean(text: str) -> str:
    """Line ends as LF; control characters but tab, line end and form feed as blanks, so that no word is glued."""
    return _CONTROL.sub(" ", _LINE_END.sub("\n", text.removeprefix("\ufeff")))


def decode(data: bytes, name: str) -> Decoded:
    """The text of bytes in any encoding of Vietnamese offices.

    Raises UnknownFormat where no encoding gives text.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(data[len(bom) :].decode(encoding, "replace"), encoding.upper())
    wide = _wide_encoding(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), wide.upper())
    if _binary(data):
        raise UnknownFormat(name=name, detail="không phải văn bản: toàn ký tự máy")
    try:
        return _unmask(Decoded(data.decode("utf-8"), "UTF-8"))
    except UnicodeDecodeError:
        return _decode_legacy(data, name)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: Vietnamese has blanks and ASCII letters, whose other byte is zero."""
    sample = data[:4_000]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.3 * half and even < 0.02 * half:
        return "utf-16-le"
    if even > 0.3 * half and odd < 0.02 * half:
        return "utf-16-be"
    return None


def _binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    control = sum(sample.count(code) for code in (*range(9), *range(14, 32), 127))
    return control > 0.02 * len(sample) + 8  # some stray ones are cleaned away


def _unmask(decoded: Decoded) -> Decoded:
    """Valid UTF-8 that spells an old encoding ("céng hßa x· héi"): read it as what it was."""
    found = old_encoding(decoded.text[:_SAMPLE])
    return Decoded(found[1](decoded.text), found[0]) if found else decoded


def _decode_legacy(data: bytes, name: str) -> Decoded:
    candidates = (
        Decoded(data.decode("utf-8", "replace"), "UTF-8"),
        Decoded(from_tcvn3(data.decode("latin-1")), "TCVN3"),
        Decoded(from_vni(data.decode("cp1252", "replace")), "VNI"),
        Decoded(from_viscii(data.decode("latin-1")), "VISCII"),
        Decoded(unicodedata.normalize("NFC", data.decode("cp1258", "replace")), "Windows-1258"),
    )
    best = max(candidates, key=lambda candidate: likeness(candidate.text[:_SAMPLE]))
    # 0.3: clean text scores above 0.6, bytes of a program or of another language below 0.1.
    if likeness(best.text[:_SAMPLE]) < 0.3:
        raise UnknownFormat(name=name, detail="không nhận ra bảng mã chữ Việt; mở tệp, lưu lại theo Unicode (UTF-8)")
    return best
