"""Hostile Word files and archives: outside entities, bombs, climbing names, cycles, and what only claims to be one.

In: nothing.  Out: `PACKAGES`.  Promise: nothing here is unpacked by the maker; each file is small.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import docx

from tests.extract.builders import docx_bytes, replace_part
from tests.hostile.model import READ, Hostile, Place, bomb, fixed
from tests.hostile.papers import GOOD

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINE = "<w:p><w:r><w:t>Kính gửi: Sở Tài chính; yêu cầu báo cáo trước ngày 15/6/2025.</w:t></w:r></w:p>"


def _plain() -> bytes:
    document = docx.Document()
    document.add_paragraph("Kính gửi: Sở Tài chính; yêu cầu báo cáo trước ngày 15/6/2025.")
    return docx_bytes(document)


WORD = _plain()


def body(content: str, doctype: str = "") -> bytes:
    head = "<?xml version='1.0' encoding='UTF-8'?>"
    return f"{head}{doctype}<w:document xmlns:w='{W}' xmlns:r='{R}'><w:body>{content}</w:body></w:document>".encode()


def word(content: str, doctype: str = "") -> bytes:
    """A Word file with this body."""
    return replace_part(WORD, "word/document.xml", body(content, doctype))


def add(data: bytes, *parts: tuple[str, bytes]) -> bytes:
    """A package with more parts."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def archive(*parts: tuple[str, bytes]) -> bytes:
    """A plain archive."""
    return add(b"", *parts)


def stored(name: str, packed: bytes, size: int, crc: int) -> bytes:
    """An archive of one deflated part, whose headers say `size`."""
    path = name.encode()
    facts = struct.pack("<HHHHHLLLHH", 20, 0, 8, 0, 33, crc, len(packed), size & 0xFFFFFFFF, len(path), 0)
    local = b"PK\x03\x04" + facts + path + packed
    central = b"PK\x01\x02" + struct.pack("<H", 20) + facts + struct.pack("<HHHLL", 0, 0, 0, 0, 0) + path
    return local + central + b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, 1, 1, len(central), len(local), 0)


def _entities() -> list[Hostile]:
    laughs = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))

    def outside(place: Place) -> bytes:
        return word(f"<w:p><w:r><w:t>&a;</w:t></w:r></w:p>{LINE}", f"<!DOCTYPE x [<!ENTITY a SYSTEM 'file://{place.canary}'>]>")

    def called(place: Place) -> bytes:
        address = f"http://127.0.0.1:{place.port}/x"
        return word(f"{LINE}<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", f"<!DOCTYPE x [<!ENTITY a SYSTEM '{address}'>]>")

    def definition(place: Place) -> bytes:
        address = f"http://127.0.0.1:{place.port}/x.dtd"
        return word(LINE, f"<!DOCTYPE x SYSTEM '{address}' [<!ENTITY % p SYSTEM '{address}'> %p;]>")

    def related(place: Place) -> bytes:
        address = f"http://127.0.0.1:{place.port}/x"
        kinds = ("image", "attachedTemplate", "oleObject", "frame", "subDocument", "aFChunk")
        links = "".join(
            f"<Relationship Id='x{n}' Type='{R}/{kind}' Target='{address}' TargetMode='External'/>" for n, kind in enumerate(kinds)
        )
        with zipfile.ZipFile(io.BytesIO(WORD)) as package:
            old = package.read("word/_rels/document.xml.rels").decode()
        data = replace_part(
            WORD, "word/_rels/document.xml.rels", old.replace("</Relationships>", f"{links}</Relationships>").encode()
        )
        return replace_part(data, "word/document.xml", body(f"<w:altChunk r:id='x5'/>{LINE}"))

    return [
        Hostile("Word file with a file as entity", "xxe-tep.docx", (READ, "broken"), outside),
        Hostile("Word file with an address as entity", "xxe-mang.docx", (READ, "broken"), called),
        Hostile("Word file with an outside definition", "xxe-dtd.docx", (READ, "broken"), definition),
        Hostile("Word file with parts at an address", "lien-ket-ngoai.docx", READ, related),
        Hostile(
            "a thousand million laughs",
            "cuoi.docx",
            "broken",
            fixed(word("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", f"<!DOCTYPE x [<!ENTITY l0 'ha'>{laughs}]>")),
        ),
    ]


def _bombs() -> list[Hostile]:
    blanks = bomb(b" " * 4_000_000, 500, raw=True)
    zeros = 64_000_000
    shape = body("<w:p><w:r><w:t>{}</w:t></w:r></w:p>").split(b"{}")
    long = f"<w:p><w:r><w:t>{'Sở Tài chính báo cáo. ' * 4_000}</w:t></w:r></w:p>"
    filled = shape[0] + "Sở Tài chính báo cáo. ".encode() * 900_000 + shape[1]
    return [
        Hostile("document of 2 GB of blanks", "bom.docx", "too_large", fixed(stored("word/document.xml", blanks, 2 * 10**9, 0))),
        Hostile("document that lies about its size", "noi-doi.docx", "broken", fixed(stored("word/document.xml", blanks, 99, 0))),
        Hostile("archive of 2 GB of blanks", "bom.zip", "format", fixed(stored("a.txt", blanks, 2 * 10**9, 0))),
        Hostile(
            "part of 64 MB of zeros beside the document",
            "bom-anh.docx",
            READ,
            fixed(add(WORD, ("word/media/a.bin", bytes(zeros)))),
        ),
        Hostile("one paragraph of 20 million letters", "doan-dai.docx", "broken", fixed(replace_deflated(WORD, filled))),
        Hostile("25 million letters in paragraphs", "chu-bom.docx", "too_large", fixed(replace_deflated(WORD, body(long * 300)))),
        Hostile("archive in archive in archive", "long-nhau.zip", "format", fixed(_nested(20))),
        Hostile("archive of 60,000 names", "nhieu-ten.zip", "format", fixed(archive(*((f"t{n}", b"") for n in range(60_000))))),
        Hostile("two parts over each other", "chong.docx", ("broken", "format", "too_large", READ), fixed(_overlapping())),
    ]


def replace_deflated(data: bytes, document: bytes) -> bytes:
    """A Word file with another document part, deflated."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            target.writestr(item.filename, document if item.filename == "word/document.xml" else source.read(item.filename))
    return out.getvalue()


def _nested(levels: int) -> bytes:
    data = b"x"
    for _ in range(levels):
        data = archive(("a.zip", data))
    return data


def _overlapping() -> bytes:
    """One deflated part that the directory lists ten times."""
    packed = bomb(b" " * 4_000_000, 10, raw=True)
    single = stored("word/document.xml", packed, 4 * 10**7, zlib.crc32(b" " * 40_000_000))
    at = single.rindex(b"PK\x01\x02")
    end = single.rindex(b"PK\x05\x06")
    central = single[at:end] * 10
    return single[:at] + central + b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, 10, 10, len(central), at, 0)


def _names() -> list[Hostile]:
    climbing = ("../../../leo-rao.txt", "/tmp/leo-rao.txt", "..\\..\\leo-rao.txt", "word/../../../leo-rao.txt")
    rels = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    rels += f"<Relationship Id='r1' Type='{R}/officeDocument' "
    return [
        Hostile("archive with climbing names", "leo.zip", "format", fixed(archive(*((name, b"x") for name in climbing)))),
        Hostile("Word file with climbing names", "leo.docx", READ, fixed(add(WORD, *((name, b"x") for name in climbing)))),
        Hostile(
            "document outside the package",
            "goc-ngoai.docx",
            "broken",
            fixed(replace_part(WORD, "_rels/.rels", f"{rels} Target='../../../../etc/passwd'/></Relationships>".encode())),
        ),
        Hostile("name with a zero in it", "so-khong.docx", ("broken", "format", READ), fixed(add(WORD, ("word/a\x00.xml", b"x")))),
        Hostile("part twice in the package", "hai-lan.docx", READ, fixed(_twice())),
    ]


def _twice() -> bytes:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return add(WORD, ("word/document.xml", body(LINE * 3)))


def _shapes() -> list[Hostile]:
    table = "<w:tbl><w:tr><w:tc>" * 200 + LINE + "</w:tc></w:tr></w:tbl>" * 200
    wide = "<w:tbl>" + f"<w:tr><w:tc><w:tcPr><w:gridSpan w:val='999999999'/></w:tcPr>{LINE}</w:tc></w:tr>" * 200 + "</w:tbl>"
    styles = f"<w:styles xmlns:w='{W}'><w:style w:type='paragraph' w:styleId='A'><w:basedOn w:val='B'/></w:style>"
    styles += (
        "<w:style w:type='paragraph' w:styleId='B'><w:basedOn w:val='A'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
    )
    styles += "</w:style></w:styles>"
    ring = replace_part(
        word("<w:p><w:pPr><w:pStyle w:val='A'/></w:pPr><w:r><w:t>Sở Tài chính</w:t></w:r></w:p>"),
        "word/styles.xml",
        styles.encode(),
    )
    boxes = "<w:p><w:r><w:pict><w:txbxContent>" * 60 + LINE + "</w:txbxContent></w:pict></w:r></w:p>" * 60
    return [
        Hostile("tables nested 200 deep", "bang-sau.docx", ("broken", READ), fixed(word(LINE + table))),
        Hostile("content nested 5,000 deep", "sau.docx", "broken", fixed(word("<w:sdt><w:sdtContent>" * 5_000 + LINE))),
        Hostile("boxes in boxes", "hop-sau.docx", ("broken", READ), fixed(word(LINE + boxes))),
        Hostile("cell over a thousand million columns", "o-rong.docx", READ, fixed(word(wide))),
        Hostile(
            "cell over no number of columns",
            "o-chu.docx",
            "broken",
            fixed(word("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='ba'/></w:tcPr></w:tc></w:tr></w:tbl>")),
        ),
        Hostile("styles based on each other", "kieu-vong.docx", READ, fixed(ring)),
        Hostile(
            "300,000 empty paragraphs", "doan-trong.docx", READ, fixed(replace_deflated(WORD, body(LINE + "<w:p/>" * 300_000)))
        ),
        Hostile(
            "document that is no XML", "khong-xml.docx", "broken", fixed(replace_part(WORD, "word/document.xml", b"\x00\xff<"))
        ),
        Hostile(
            "document in letters that are none",
            "ma-la.docx",
            "broken",
            fixed(replace_part(WORD, "word/document.xml", b"<?xml version='1.0' encoding='utf-9'?><a/>")),
        ),
        Hostile(
            "document of another kind of root",
            "goc-la.docx",
            ("broken", "empty"),
            fixed(replace_part(WORD, "word/document.xml", b"<a><b/></a>")),
        ),
        Hostile("package without its list", "thieu-muc.docx", "broken", fixed(archive(("word/document.xml", body(LINE))))),
    ]


def _claims() -> list[Hostile]:
    sheet = archive(("xl/workbook.xml", b"<x/>"), ("[Content_Types].xml", b"<x/>"))
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
    locked = bytearray(WORD)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = locked.find(mark)
        while at >= 0:
            locked[at + place] |= 1
            at = locked.find(mark, at + 4)
    return [
        Hostile("spreadsheet named .pdf", "bang.pdf", "format", fixed(sheet)),
        Hostile("archive named .pdf", "nen.pdf", "format", fixed(archive(("a.txt", b"x")))),
        Hostile("Word file named .pdf", "word.pdf", READ, fixed(WORD)),
        Hostile("PDF named .docx", "pdf.docx", READ, fixed(GOOD)),
        Hostile("Word file cut in the middle", "giua.docx", "broken", fixed(WORD[: len(WORD) // 2])),
        Hostile("Word file cut in its directory", "muc.docx", "broken", fixed(WORD[:-40])),
        Hostile("Word file whose parts are locked", "khoa.docx", ("broken", "encrypted"), fixed(bytes(locked))),
        Hostile("locked Word file", "mat-khau.docx", "encrypted", fixed(ole + "EncryptedPackage".encode("utf-16-le"))),
        Hostile(
            "old Word file of noise",
            "cu.doc",
            ("format", "broken"),
            fixed(ole + "WordDocument".encode("utf-16-le") + b"\xff" * 9_999),
        ),
        Hostile("empty archive", "rong.zip", "format", fixed(b"PK\x05\x06" + b"\x00" * 18)),
        Hostile("head of an archive and no more", "dau.docx", "broken", fixed(b"PK\x03\x04")),
    ]


PACKAGES = (*_entities(), *_bombs(), *_names(), *_shapes(), *_claims())
