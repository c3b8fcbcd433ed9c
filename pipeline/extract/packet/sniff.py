"""Is a file a packet? Told by its beginning, before anything in it is parsed.

In: the bytes of a file.  Out: which kind of packet, or None.
Promise: only the first bytes are looked at (of an archive: of its XML members); an e-mail or a web page is no packet.
"""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib

__all__ = ["BAD_ARCHIVE", "is_packet", "looks_like_xml_packet", "packet_in_archive"]

_HEAD = 8_192
_MIME_HEAD = 65_536
_MOST_MEMBERS = 200
"""Archives with more XML members than this are no packets but somebody's data."""
_XML_NAMES = (".edxml", ".xml")
BAD_ARCHIVE = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, ValueError, NotImplementedError, OSError, EOFError,
    RuntimeError,
)  # fmt: skip
"""What a damaged or locked archive makes the library raise."""
# The roots of the national rule and of its forerunners; the SOAP form bears the mark in its namespaces or its MessageHeader.
_ROOT = re.compile(rb"<\s*(?:[\w.-]{1,40}:)?edXML(?:Envelope)?[\s>/]", re.IGNORECASE)
_SOAP = re.compile(rb"<\s*(?:[\w.-]{1,40}:)?Envelope[\s>]", re.IGNORECASE)
_MARK = re.compile(rb"QCVN_102|e-doc\.vn|www\.go\.vn/eDoc|edXML|<\s*(?:[\w.-]{1,40}:)?MessageHeader[\s>]", re.IGNORECASE)
_MIME = re.compile(rb"\A\s*(?:MIME-Version|Content-Type|Content-ID|Content-Transfer-Encoding|Message-ID)\s*:", re.IGNORECASE)


def is_packet(data: bytes) -> bool:
    """Whether these bytes are a packet in XML or MIME."""
    return looks_like_xml_packet(data[:_HEAD]) or _looks_like_mime_packet(data[:_MIME_HEAD])


def looks_like_xml_packet(head: bytes) -> bool:
    """Whether XML that begins so is a packet."""
    plain = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")  # UTF-16 is ASCII with zeros between, for us
    if not plain.startswith(b"<"):
        return False
    return _ROOT.search(plain) is not None or (_SOAP.search(plain) is not None and _MARK.search(plain) is not None)


def packet_in_archive(data: bytes) -> list[str]:
    """The names of the members of an archive that are packets in XML; none where it cannot be opened."""
    found = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [item for item in archive.infolist() if item.filename.lower().endswith(_XML_NAMES) and not item.is_dir()]
            for item in members[:_MOST_MEMBERS]:
                if item.flag_bits & 1:
                    continue
                with archive.open(item) as member:
                    if looks_like_xml_packet(member.read(_HEAD)):
                        found.append(item.filename)
    except BAD_ARCHIVE:
        return []
    return found


def _looks_like_mime_packet(head: bytes) -> bool:
    if not _MIME.match(head) or b"multipart/" not in head.lower():
        return False
    at = head.find(b"<")
    return at >= 0 and (_ROOT.search(head, at) is not None or _SOAP.search(head, at) is not None) and _MARK.search(head) is not None
