"""A file on the disk: is it one, may it be read, what is in it, and of what kind is that?

In: a path.  Out: `Source`: its bytes (read once), digest and kind; or one of the errors of models/errors.py.
Promise: the kind is decided by content; the extension only parts plain text from Markdown. Folders, pipes and devices are refused.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from models.errors import BrokenFile, EmptyFile, EncryptedFile, PathNotFound, TooLarge, UnknownFormat, UnreadableFile
from pipeline.extract.packet.sniff import is_packet, packet_in_archive
from pipeline.extract.settings import ReadSettings


class Media(StrEnum):
    """The kinds of files that are read."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    DOC = "application/msword"
    TIFF = "image/tiff"
    JPEG = "image/jpeg"
    PNG = "image/png"
    HTML = "text/html"
    MARKDOWN = "text/markdown"
    TEXT = "text/plain"
    EDXML = "application/edxml"


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a file with their digest and kind."""

    path: Path
    data: bytes
    sha256: str
    media: Media

    @property
    def name(self) -> str:
        """The name of the file, as the user knows it."""
        return self.path.name


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (
    (b"\x89PNG\r\n", Media.PNG),
    (b"\xff\xd8\xff", Media.JPEG),
    (b"II*\x00", Media.TIFF),
    (b"MM\x00*", Media.TIFF),
    (b"II+\x00", Media.TIFF),  # BigTIFF
    (b"MM\x00+", Media.TIFF),
)
_OTHER_PICTURE = "là ảnh loại khác; hãy lưu lại thành PNG, JPEG hoặc TIFF"
_OTHER_PICTURES = (b"GIF8", b"BM", b"\x00\x00\x00\x0cjP", b"8BPS")
# Kinds that offices send by mistake, by their first bytes: the message then names what it is.
_FOREIGN = (
    (b"Rar!", "là tệp nén RAR, hãy giải nén trước"),
    (b"7z\xbc\xaf", "là tệp nén 7z, hãy giải nén trước"),
    (b"\x1f\x8b", "là tệp nén gzip, hãy giải nén trước"),
    (b"{\\rtf", "là tệp RTF; mở bằng Word/LibreOffice và lưu thành .docx"),
    (b"MZ", "là chương trình, không phải văn bản"),
    (b"\x7fELF", "là chương trình, không phải văn bản"),
    (b"SQLite format 3", "là cơ sở dữ liệu, không phải văn bản"),
    (b"%!PS", "là tệp PostScript"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ARCHIVES = (*_ZIP, _OLE, b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|div|p|meta|h[1-6])\b[^>]*>", re.IGNORECASE)


def source_of(path: Path, data: bytes) -> Source:
    """A file whose bytes are at hand (a part of a packet); raises as `open_source`."""
    if not data:
        raise EmptyFile(name=path.name)
    return Source(path, data, hashlib.sha256(data).hexdigest(), _kind(path, data))


def open_source(path: Path, settings: ReadSettings) -> Source:
    """Read a file once and say what it is.

    Raises PathNotFound, UnreadableFile, EmptyFile, TooLarge, UnknownFormat or BrokenFile.
    """
    return source_of(path, _read_once(path, settings))


def _read_once(path: Path, settings: ReadSettings) -> bytes:
    try:
        # Without O_NONBLOCK, opening a pipe waits for its writer for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as error:
        raise PathNotFound(path=path, name=path.name) from error
    except (OSError, ValueError) as error:
        raise UnreadableFile(name=path.name, detail=_why(error)) from error
    try:
        with os.fdopen(descriptor, "rb") as file:
            facts = os.fstat(file.fileno())
            if not stat.S_ISREG(facts.st_mode):
                raise UnreadableFile(name=path.name, detail="không phải tệp thường mà là thư mục, ống dẫn hoặc thiết bị")
            if facts.st_size > settings.max_bytes:
                raise _too_large(path, facts.st_size, settings)
            data = file.read(settings.max_bytes + 1)  # it may have grown since
    except OSError as error:
        raise UnreadableFile(name=path.name, detail=_why(error)) from error
    if len(data) > settings.max_bytes:
        raise _too_large(path, len(data), settings)
    return data


def _too_large(path: Path, size: int, settings: ReadSettings) -> TooLarge:
    return TooLarge(name=path.name, detail=f"{size // 1_000_000} MB, nhiều nhất {settings.max_bytes // 1_000_000} MB")


def _why(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "không có quyền đọc"
    if isinstance(error, IsADirectoryError):
        return "là thư mục"
    return getattr(error, "strerror", None) or type(error).__name__


def _kind(path: Path, data: bytes) -> Media:
    head = data[:1024]
    # Readers of PDF take up to 1,024 bytes before the mark; mail gateways put some there. An archive that stores a PDF is none.
    if b"%PDF-" in head and not head.lstrip().startswith((b"<", b"{")) and not head.startswith(_ARCHIVES):
        return Media.PDF
    if head.startswith(_ZIP):
        return _zip_kind(path, data)
    if head.startswith(_OLE):
        return _ole_kind(path, data)
    for mark, media in _PICTURES:
        if head.startswith(mark):
            return media
    if _is_other_picture(head):
        raise UnknownFormat(name=path.name, detail=_OTHER_PICTURE)
    for mark, detail in _FOREIGN:
        if head.startswith(mark):
            raise UnknownFormat(name=path.name, detail=detail)
    if is_packet(data) or path.suffix.lower() == ".edxml":
        return Media.EDXML
    if path.suffix.lower() == ".pdf":
        raise BrokenFile(name=path.name, detail="không mở được như một tệp PDF")
    if _looks_like_html(head):
        return Media.HTML
    return Media.MARKDOWN if path.suffix.lower() in (".md", ".markdown") else Media.TEXT


def _is_other_picture(head: bytes) -> bool:
    packed = (head[:4], head[8:12]) == (b"RIFF", b"WEBP") or head[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")
    return packed or head.startswith(_OTHER_PICTURES)


def _looks_like_html(head: bytes) -> bool:
    plain = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return plain.startswith(b"<") and _HTML.search(plain) is not None


def _zip_kind(path: Path, data: bytes) -> Media:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise BrokenFile(name=path.name, detail="tệp nén hoặc tệp Word bị cắt dở") from error
    if "word/document.xml" in names or any(n.startswith("word/document") and n.endswith(".xml") for n in names):
        return Media.DOCX
    if "xl/workbook.xml" in names:
        raise UnknownFormat(name=path.name, detail="là bảng tính Excel")
    if "ppt/presentation.xml" in names:
        raise UnknownFormat(name=path.name, detail="là tệp trình chiếu PowerPoint")
    if "mimetype" in names:
        raise UnknownFormat(name=path.name, detail="là tệp OpenDocument; mở bằng Word/LibreOffice và lưu thành .docx")
    if packet_in_archive(data):
        return Media.EDXML
    raise UnknownFormat(name=path.name, detail="là tệp nén ZIP, hãy giải nén trước")


def _ole_kind(path: Path, data: bytes) -> Media:
    if _WORD_STREAM in data:
        return Media.DOC
    if _ENCRYPTED_STREAM in data:
        raise EncryptedFile(name=path.name)
    raise UnknownFormat(name=path.name, detail="là tệp Office 97-2003 nhưng không phải văn bản Word")
