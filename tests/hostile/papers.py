"""Hostile PDF files: cut at every structure, wrong tables, cycles, bombs, active content, locks, polyglots.

In: nothing.  Out: `PAPERS`.  Promise: each file is a few hundred kilobytes at most; what it unpacks to is another matter.
"""

from __future__ import annotations

import io
import re
import zipfile

from tests.extract.builders import BODY, Paper, locked_pdf
from tests.hostile.model import READ, Hostile, Place, bomb, fixed

GOOD = Paper().lines(BODY).done()
LOST = ("broken", "no_pages")


def pdf(*objects: bytes, trailer: bytes = b"", head: bytes = b"%PDF-1.7\n") -> bytes:
    """A PDF whose first object is the catalogue, with a true table of objects."""
    out, places = bytearray(head), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%b>>\nstream\n%b\nendstream" % (len(data), entries, data)


CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
WORDS = b"BT /F 13 Tf 70 700 Td (Kinh gui: So Tai chinh, So Noi vu) Tj ET"


def page(entries: bytes = b"", resources: bytes = b"/Font<</F 5 0 R>>", box: bytes = b"0 0 595 842") -> bytes:
    return b"<</Type/Page/Parent 2 0 R/MediaBox[%b]/Contents 4 0 R/Resources<<%b>>%b>>" % (box, resources, entries)


def one_page(content: bytes = stream(WORDS), *more: bytes, **options: bytes) -> bytes:
    """A PDF of one page with `content`; objects after the font have the numbers 6, 7, ..."""
    return pdf(CATALOGUE, PAGES, page(**options), content, FONT, *more)


def flate(data: bytes, *, layers: int = 1) -> bytes:
    return stream(data, b"/Filter[%b]" % (b"/FlateDecode" * layers))


def _cuts() -> list[Hostile]:
    marks = {
        "in the head": 6,
        "behind the head": 9,
        "in the first object": GOOD.index(b"obj") + 5,
        "in a stream": GOOD.index(b"stream") + 40,
        "behind a stream": GOOD.index(b"endstream"),
        "before the table": GOOD.rindex(b"xref\n0"),
        "in the table": GOOD.rindex(b"xref\n0") + 30,
        "before the trailer": GOOD.rindex(b"trailer"),
        "in the trailer": GOOD.rindex(b"trailer") + 12,
        "before startxref": GOOD.rindex(b"startxref"),
        "in startxref": GOOD.rindex(b"startxref") + 4,
    }
    whole = {"before the table", "in the table", "before the trailer", "before startxref", "in startxref"}
    return [
        Hostile(f"PDF cut {where}", f"cat-{at}.pdf", (*LOST, READ) if where in whole else LOST, fixed(GOOD[:at]))
        for where, at in marks.items()
    ]


def _tables() -> list[Hostile]:
    start = GOOD.rindex(b"startxref")
    table = GOOD.rindex(b"xref\n0", 0, start)
    zeros = GOOD[:table] + re.sub(rb"\d{10} 00000 n", b"0000000000 00000 n", GOOD[table:start]) + GOOD[start:]
    loop = GOOD[:start].replace(b"/Root", b"/Prev %d /Root" % table) + GOOD[start:]
    many = GOOD[:table] + b"xref\n0 2147483647\n" + GOOD[table + 5 :]
    entries = b"/Type/XRef/Size 4294967295/W[8 8 8]/Index[0 4294967295]/Root 1 0 R"
    odd = b"%PDF-1.5\n1 0 obj\n" + stream(b"\x00" * 64, entries) + b"\nendobj\nstartxref\n9\n%%EOF\n"
    return [
        Hostile("xref that points to the head", "xref-0.pdf", READ, fixed(zeros)),
        Hostile("startxref beyond the file", "xref-xa.pdf", READ, fixed(GOOD[:start] + b"startxref\n99999999\n%%EOF\n")),
        Hostile("startxref below zero", "xref-am.pdf", READ, fixed(GOOD[:start] + b"startxref\n-7\n%%EOF\n")),
        Hostile("xref that follows itself", "xref-vong.pdf", READ, fixed(loop)),
        Hostile("xref of two thousand million entries", "xref-lon.pdf", (READ, *LOST), fixed(many)),
        Hostile("xref stream wider than the machine", "xref-rong.pdf", LOST, fixed(odd)),
    ]


def _trees() -> list[Hostile]:
    deep = [b"<</Type/Pages/Kids[%d 0 R]/Count 1/Parent %d 0 R>>" % (n + 1, n - 1) for n in range(2, 3002)]
    deep_page = b"<</Type/Page/Parent 3001 0 R/MediaBox[0 0 595 842]>>"
    named = b"<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R/AcroForm<</Fields[6 0 R]>>/Names<</JavaScript 6 0 R>>>>"
    ring = b"<</Title(x)/First 6 0 R/Last 6 0 R/Next 6 0 R/Parent 6 0 R/Kids[6 0 R 6 0 R]/FT/Tx/T(a)/V(b)/Limits[(a)(b)]>>"
    return [
        Hostile(
            "page tree that is its own child",
            "cay-vong.pdf",
            "broken",
            fixed(pdf(CATALOGUE, b"<</Type/Pages/Kids[2 0 R]/Count 1>>")),
        ),
        Hostile(
            "two page trees, each the child of the other",
            "cay-doi.pdf",
            LOST,
            fixed(pdf(CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 4>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 4>>")),
        ),
        Hostile(
            "page count of 100,000, one page there",
            "100000-trang.pdf",
            "too_large",
            fixed(one_page().replace(b"/Count 1", b"/Count 100000")),
        ),
        Hostile(
            "100,000 times the same page",
            "cung-trang.pdf",
            "too_large",
            fixed(
                pdf(
                    CATALOGUE,
                    b"<</Type/Pages/Kids[" + b"3 0 R " * 100_000 + b"]/Count 100000>>",
                    page(),
                    stream(WORDS),
                    FONT,
                )
            ),
        ),
        Hostile("page count below zero", "am-trang.pdf", (*LOST, READ), fixed(one_page().replace(b"/Count 1", b"/Count -1"))),
        Hostile("page tree of 3,000 levels", "cay-sau.pdf", (*LOST, READ), fixed(pdf(CATALOGUE, *deep, deep_page))),
        Hostile("kids that are no references", "con-la.pdf", LOST, fixed(one_page().replace(b"[3 0 R]", b"[(a) 7 ]"))),
        Hostile(
            "outline, form and names in a ring",
            "vong-tron.pdf",
            READ,
            fixed(pdf(named, PAGES, page(b"/Annots[6 0 R 6 0 R]"), stream(WORDS), FONT, ring)),
        ),
        Hostile("arrays nested 100,000 deep", "mang-sau.pdf", (*LOST, READ), fixed(one_page(stream(WORDS), b"[" * 100_000))),
        Hostile(
            "dictionaries nested 50,000 deep in a page",
            "tu-dien-sau.pdf",
            (*LOST, READ),
            fixed(one_page(entries=b"/X " + b"<</A " * 50_000)),
        ),
    ]


def _content() -> list[Hostile]:
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R/Y %d 0 R>>>>"
    calls = b"/X Do /Y Do "
    ladder = [stream(calls, form % (number + 1, number + 1)) for number in range(6, 40)]
    glyphs = b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 65/LastChar 65/Widths[9]"
    glyphs += b"/Encoding<</Differences[65/A]>>/CharProcs<</A 7 0 R>>/Resources<</Font<</F 6 0 R>>>>>>"
    unicode_map = b"begincmap 1 begincodespacerange <00000000><ffffffff> endcodespacerange "
    unicode_map += b"1 beginbfrange <00000000><ffffffff><0041> endbfrange endcmap"
    broken_face = b"<</Type/Font/Subtype/TrueType/BaseFont/X/FirstChar 0/LastChar 2147483647/Widths 7 0 R/ToUnicode 8 0 R"
    broken_face += b"/FontDescriptor<</Type/FontDescriptor/FontName/X/Flags 4/FontFile2 9 0 R>>>>"
    widths = b"[" + b"600 " * 65_536 + b"]"
    face = stream(bytes(range(256)) * 8_000, b"/Length1 4294967295")
    return [
        Hostile(
            "content that unpacks to 400 MB of blanks", "bom-trang.pdf", READ, fixed(one_page(flate(bomb(b" " * 4_000_000, 100))))
        ),
        Hostile(
            "content that unpacks to 500 MB of lines",
            "bom-net.pdf",
            "worker",
            fixed(one_page(flate(bomb(b"0 0 m 9 9 l S " * 100_000, 350)))),
        ),
        Hostile(
            "content that unpacks to 20 MB of words",
            "bom-chu.pdf",
            (READ, "too_large"),
            fixed(one_page(flate(bomb(b"BT /F 9 Tf 9 9 Td (So Tai chinh) Tj ET " * 20_000, 25)))),
        ),
        Hostile(
            "deflate inside deflate",
            "bom-kep.pdf",
            READ,
            fixed(one_page(flate(bomb(bomb(b"\x00" * 4_000_000, 50), 50), layers=2))),
        ),
        Hostile("a thousand filters", "nghin-loc.pdf", READ, fixed(one_page(flate(b"x", layers=1_000)))),
        Hostile("states saved 200,000 deep", "q-sau.pdf", READ, fixed(one_page(stream(b"q " * 200_000 + WORDS)))),
        Hostile("operands nested 100,000 deep", "toan-hang.pdf", READ, fixed(one_page(stream(b"[" * 100_000 + WORDS)))),
        Hostile(
            "form that draws itself",
            "form-vong.pdf",
            "worker",
            fixed(one_page(stream(calls), stream(calls, form % (6, 6)), resources=b"/XObject<</X 6 0 R/Y 6 0 R>>")),
        ),
        Hostile(
            "forms that double 34 times",
            "form-bom.pdf",
            "worker",
            fixed(one_page(stream(calls), *ladder, stream(WORDS, form % (5, 5)), resources=b"/XObject<</X 6 0 R/Y 6 0 R>>")),
        ),
        Hostile(
            "letter that is written with itself",
            "chu-vong.pdf",
            READ,
            fixed(
                one_page(
                    stream(b"BT /F 9 Tf 99 99 Td (AAAA) Tj ET"),
                    glyphs,
                    stream(b"9 0 d0 BT /F 9 Tf (AA) Tj ET"),
                    resources=b"/Font<</F 6 0 R>>",
                )
            ),
        ),
        Hostile(
            "face of noise, widths and map for all numbers",
            "phong-chu.pdf",
            READ,
            fixed(one_page(stream(WORDS), broken_face, widths, stream(unicode_map), face, resources=b"/Font<</F 6 0 R>>")),
        ),
        Hostile("letters a mile high", "chu-to.pdf", READ, fixed(one_page(stream(WORDS.replace(b" 13 Tf", b" 1e30 Tf"))))),
        Hostile("page as large as a town", "kho-lon.pdf", READ, fixed(one_page(box=b"0 0 1e9 1e9"))),
        Hostile("page without width, inside out", "kho-khong.pdf", READ, fixed(one_page(box=b"9 9 -9 9"))),
        Hostile("page box of words", "kho-chu.pdf", READ, fixed(one_page(box=b"(a) /b null [9]"))),
    ]


def _pictures() -> list[Hostile]:
    image = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/%b"
    draw = stream(b"595 0 0 842 0 0 cm /X Do")

    def with_image(data: bytes, width: int, height: int, kind: bytes = b"FlateDecode", more: bytes = b"") -> bytes:
        return one_page(draw, stream(data, image % (width, height, kind) + more), resources=b"/XObject<</X 6 0 R>>")

    zeros = bomb(b"\x00" * 4_000_000, 100)
    return [
        Hostile("picture of 3,600 megapixels", "anh-bom.pdf", READ, fixed(with_image(zeros, 60_000, 60_000))),
        Hostile("picture of 2^31 pixels a line", "anh-rong.pdf", READ, fixed(with_image(zeros, 2**31 - 1, 2))),
        Hostile("picture that is its own mask", "anh-mat-na.pdf", READ, fixed(with_image(zeros, 999, 999, more=b"/SMask 6 0 R"))),
        Hostile("JPEG 2000 of noise", "anh-jpx.pdf", READ, fixed(with_image(bytes(range(256)) * 40, 99, 99, b"JPXDecode"))),
        Hostile("JBIG2 of noise", "anh-jbig2.pdf", READ, fixed(with_image(bytes(range(256)) * 40, 999, 999, b"JBIG2Decode"))),
        Hostile("fax picture of noise", "anh-fax.pdf", READ, fixed(with_image(b"\xff" * 9_000, 9_999, 7_999, b"CCITTFaxDecode"))),
        Hostile(
            "picture inside the content without end",
            "anh-trong.pdf",
            READ,
            fixed(one_page(stream(b"BI /W 9 /H 9 ID " + b"x" * 999))),
        ),
    ]


def _active() -> list[Hostile]:
    def acting(action: bytes, **options: bytes) -> bytes:
        catalogue = b"<</Type/Catalog/Pages 2 0 R/OpenAction 6 0 R/AA<</WC 6 0 R>>>>"
        return pdf(catalogue, PAGES, page(b"/AA<</O 6 0 R>>"), stream(WORDS), FONT, action)

    def outside(place: Place) -> bytes:
        return one_page(b"<</Length 0/F(%b)/FFilter/None>>\nstream\n\nendstream" % str(place.canary).encode())

    def listener(place: Place, action: bytes) -> bytes:
        return acting(action.replace(b"{}", b"http://127.0.0.1:%d/" % place.port))

    xfa = b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a SYSTEM 'http://127.0.0.1:%d/'>]><x>&a;</x>"
    attached = b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(../../a.exe) 6 0 R]>>>>>>"
    attachment = b"<</Type/Filespec/F(../../a.exe)/UF(../../a.exe)/EF<</F 7 0 R>>>>"
    return [
        Hostile("JavaScript at opening", "js.pdf", READ, fixed(acting(b"<</S/JavaScript/JS(while(true\\){app.alert(1\\)})>>"))),
        Hostile("program at opening", "chay.pdf", READ, fixed(acting(b"<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)>>>>"))),
        Hostile("address at opening", "uri.pdf", READ, lambda place: listener(place, b"<</S/URI/URI({})>>")),
        Hostile("form that sends itself", "gui.pdf", READ, lambda place: listener(place, b"<</S/SubmitForm/F({})/Flags 4>>")),
        Hostile("content in another file", "noi-dung-ngoai.pdf", READ, outside),
        Hostile(
            "XFA form with an outside entity",
            "xfa.pdf",
            READ,
            lambda place: pdf(
                b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/XFA 6 0 R>>>>",
                PAGES,
                page(),
                stream(WORDS),
                FONT,
                stream(xfa % place.port),
            ),
        ),
        Hostile(
            "program attached under a climbing name",
            "dinh-kem.pdf",
            READ,
            fixed(pdf(attached, PAGES, page(), stream(WORDS), FONT, attachment, stream(b"MZ" + b"\x00" * 999))),
        ),
    ]


def _locked() -> list[Hostile]:
    wrong = b"/Encrypt<</Filter/%b/V %d/R %d/Length 128/O(x)/U(y)/P -1>>/ID[(a)(b)]"
    return [
        Hostile("password needed", "khoa.pdf", "encrypted", fixed(locked_pdf("mo", "chu"))),
        Hostile("locked with an empty password", "khoa-rong.pdf", READ, fixed(locked_pdf("", "chu"))),
        Hostile(
            "lock without keys",
            "khoa-hong.pdf",
            ("encrypted", "broken"),
            fixed(pdf(CATALOGUE, PAGES, page(), stream(WORDS), FONT, trailer=wrong % (b"Standard", 4, 4))),
        ),
        Hostile(
            "lock of a maker unknown",
            "khoa-la.pdf",
            ("encrypted", "broken"),
            fixed(pdf(CATALOGUE, PAGES, page(), stream(WORDS), FONT, trailer=wrong % (b"Adobe.PubSec", 9, 9))),
        ),
    ]


def _polyglots() -> list[Hostile]:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.exe", b"MZ")
    page_of_web = b"<html><script>alert(1)</script><body>Kinh gui So Tai chinh</body></html>"
    return [
        Hostile("PDF that is a ZIP too", "kep.pdf", READ, fixed(GOOD + packed.getvalue())),
        Hostile("ZIP that holds a PDF as it is", "kep.zip", "format", fixed(packed.getvalue() + GOOD)),
        Hostile("PDF behind 900 bytes of noise", "sau-rac.pdf", READ, fixed(b"\x01" * 900 + GOOD)),
        Hostile("PDF behind 9,000 bytes of noise", "xa-rac.pdf", "broken", fixed(b"\x01" * 9_000 + GOOD)),
        Hostile("web page that speaks of %PDF-", "web.pdf", "broken", fixed(page_of_web + b"%PDF-1.4")),
        Hostile("program named .pdf", "chuong-trinh.pdf", "format", fixed(b"MZ" + b"\x00" * 999)),
        Hostile("nothing but the mark", "dau.pdf", LOST, fixed(b"%PDF-")),
        Hostile("the mark and noise", "dau-rac.pdf", LOST, fixed(b"%PDF-1.7\n" + bytes(range(256)) * 300)),
        Hostile("head and end, nothing between", "dau-cuoi.pdf", LOST, fixed(b"%PDF-1.7\nstartxref\n0\n%%EOF")),
    ]


PAPERS = (*_cuts(), *_tables(), *_trees(), *_content(), *_pictures(), *_active(), *_locked(), *_polyglots())
