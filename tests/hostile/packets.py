"""Hostile exchange packets: outside entities, entity bombs, climbing names, packets in packets, giant and broken base64.

In: nothing.  Out: `PACKETS`.  Promise: nothing here is unpacked by the maker; each file is small.
"""

from __future__ import annotations

import io
import zipfile

from tests.extract.packets import archive, header, packet, soap_mime
from tests.hostile.model import READ, Hostile, Place, bomb, fixed
from tests.hostile.packages import WORD, stored
from tests.hostile.papers import GOOD

PAPER = ("cong-van.pdf", GOOD)
HEAD = header()


def _outside(place: Place) -> bytes:
    doctype = f'<!DOCTYPE edXML [<!ENTITY ngoai SYSTEM "{place.canary.as_uri()}">]>'
    return packet([PAPER], HEAD.replace("Tóm tắt", "&ngoai;"), prologue=doctype)


def _calling(place: Place) -> bytes:
    return packet([PAPER], HEAD, prologue=f'<!DOCTYPE edXML SYSTEM "http://127.0.0.1:{place.port}/edxml.dtd">')


def _parameter(place: Place) -> bytes:
    doctype = f'<!DOCTYPE edXML [<!ENTITY % ngoai SYSTEM "http://127.0.0.1:{place.port}/x"> %ngoai;]>'
    return packet([PAPER], HEAD, prologue=doctype, encoding="UTF-16")


def _laughs() -> bytes:
    names = ["a", *(f"a{i}" for i in range(1, 10))]
    entities = "".join(f'<!ENTITY {names[i]} "{f"&{names[i - 1]};" * 10}">' for i in range(1, 10))
    doctype = f'<!DOCTYPE edXML [<!ENTITY a "ha ha ha">{entities}]>'
    return packet([PAPER], HEAD.replace("Tóm tắt", f"&{names[-1]};"), prologue=doctype)


def _including(place: Place) -> bytes:
    tail = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{place.canary.as_uri()}" parse="text"/>'
    return packet([PAPER], HEAD, tail=tail)


def _packed_bomb() -> bytes:
    return stored("cong-van.txt", bomb(b" " * 1_000_000, 3_000, raw=True), 3_000_000_000, 0)


def _deep_mime() -> bytes:
    opened = "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(3_000))
    return (opened + "Content-Type: text/xml\n\n<edXML>").encode()


def _encrypted_member() -> bytes:
    data = bytearray(archive([("van-ban.edxml", packet([PAPER], HEAD))]))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + at] |= 1
    return bytes(data)


def _two() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as opened:
        for name in ("mot.edxml", "hai.edxml"):
            opened.writestr(zipfile.ZipInfo(name), packet([PAPER], header(number=name[:3])))
    return out.getvalue()


_SECRET = "TỈNH ỦY LÀO CAI\nMẬT\nSố: 12-CV/TU\nKính gửi: Sở Tài chính\n".encode()

PACKETS: tuple[Hostile, ...] = (
    Hostile("packet_outside_entity", "goi-thuc-the.edxml", "packet", _outside),
    Hostile("packet_outside_dtd", "goi-dtd.edxml", "packet", _calling),
    Hostile("packet_parameter_entity_utf16", "goi-tham-so.xml", "packet", _parameter),
    Hostile("packet_billion_laughs", "goi-ty-tieng-cuoi.xml", "packet", fixed(_laughs())),
    Hostile("packet_undeclared_entity", "goi-la.xml", "packet", fixed(packet([PAPER], HEAD.replace("Tóm tắt", "&la;")))),
    Hostile("packet_xinclude", "goi-include.edxml", READ, _including),
    Hostile("packet_giant_base64", "goi-lon.edxml", "packet", fixed(packet([("a.bin", b"\x01\x02\x03\x05" * 4_000_000)], HEAD))),
    Hostile("packet_packed_bomb", "goi-bom.edxml", "too_large", fixed(packet([("a.zip", _packed_bomb())], HEAD))),
    Hostile("packet_climbing_names", "goi-leo.edxml", READ, fixed(packet([("../../leo-rao.txt", b"Kinh gui"), PAPER], HEAD))),
    Hostile("packet_climbing_members", "goi-leo.zip", READ,
            fixed(archive([("../../leo-rao.edxml", packet([PAPER], HEAD)), ("/leo-rao-2.txt", b"x")]))),
    Hostile("packet_missing_file", "goi-thieu.edxml", "packet", fixed(packet([], HEAD, manifest=[PAPER]))),
    Hostile("packet_one_file_missing", "goi-thieu-mot.edxml", READ, fixed(packet([PAPER], HEAD, manifest=[PAPER, ("b.pdf", b"")]))),
    Hostile("packet_without_files", "goi-khong.edxml", "packet", fixed(packet([], HEAD))),
    Hostile("packet_unknown_encoding", "goi-bang-ma.edxml", "packet", fixed(packet([PAPER], HEAD, encoding="X-VIETNAM-1"))),
    Hostile("packet_wrong_encoding", "goi-sai-ma.edxml", "packet", fixed(packet([PAPER], HEAD, encoding="UTF-32"))),
    Hostile("packet_in_packet", "goi-long.edxml", "packet", fixed(packet([("trong.edxml", packet([PAPER], HEAD))], HEAD))),
    Hostile("packet_broken_base64", "goi-base64.edxml", "packet", fixed(packet([PAPER], HEAD).replace(b"JVBERi0", b"JV*ERi0"))),
    Hostile("packet_cut_off", "goi-cut.edxml", "packet", fixed(packet([PAPER], HEAD)[:900])),
    Hostile("packet_deep", "goi-sau.edxml", "packet", fixed(b"<edXML>" + b"<a>" * 5_000)),
    Hostile("packet_wide", "goi-rong.edxml", "packet", fixed(b"<edXML>" + b"<a/>" * 200_000 + b"</edXML>")),
    Hostile("packet_deep_mime", "goi-mime.edxml", ("packet", "broken"), fixed(_deep_mime())),
    Hostile("packet_mime_without_end", "goi-mime-cut.xml", ("packet", READ), fixed(soap_mime([PAPER], HEAD)[:2_600])),
    Hostile("packet_only_by_name", "goi-gia.edxml", "packet", fixed("Đây không phải gói edXML.".encode())),
    Hostile("packet_locked_archive", "goi-khoa.zip", "format", fixed(_encrypted_member())),
    Hostile("packets_two_in_one", "hai-goi.zip", "packet", fixed(_two())),
    Hostile("packet_program", "goi-chuong-trinh.edxml", "packet", fixed(packet([("a.exe", b"MZ" + b"\x90" * 400)], HEAD))),
    Hostile("packet_secret_text", "goi-mat.edxml", "secrecy_mark", fixed(packet([PAPER, ("kem.txt", _SECRET)], HEAD))),
    Hostile("packet_secret_header", "goi-mat-dau.edxml", "secrecy_mark",
            fixed(packet([PAPER], header(extra="<edXML:DoMat>Tối mật</edXML:DoMat>")))),
    Hostile("packet_many_files", "goi-nhieu.edxml", "packet",
            fixed(packet([(f"{number}.txt", b"Kinh gui") for number in range(300)], HEAD))),
    Hostile("packet_word", "goi-word.edxml", READ, fixed(packet([("cv.docx", WORD)], HEAD))),
)  # fmt: skip
