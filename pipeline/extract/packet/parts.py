"""The files of a packet: from base64 in its XML, from the parts of a MIME message, from the archive it lies in.

In: a packet.  Out: its tree and `Enclosed` files in the order of the manifest.
Promise: a name is only ever shown, never a path: folders, drives and signs that steer a terminal are taken off; what a part may
unpack to is bounded by one account for the whole packet; a file that is named and not there is said.
"""

from __future__ import annotations

import base64
import binascii
import email
import email.policy
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from email.message import Message

from models.errors import TooLarge
from pipeline.extract.packet.sniff import BAD_ARCHIVE, is_packet, looks_like_xml_packet, packet_in_archive
from pipeline.extract.packet.tree import BadPacket, Node, parse

__all__ = ["Enclosed", "open_packet", "plain_name"]

MOST_PARTS = 200
_DATA = ("contenttransferencoded", "content", "value", "attachmentcontent", "data")
_NAME = ("attachmentname", "filename", "name")
_BLANKS = re.compile(r"\s+")
_DIRECTIONS = frozenset(("RLE", "LRE", "RLO", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI"))
_LONGEST_NAME = 200
_LOCKED = "tệp nén bị hỏng hoặc có mật khẩu"
_MISSING = "gói nêu tên nhưng không kèm tệp này"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file of a packet: the name shown, its bytes; where it has none, `note` says why. `key` is what the manifest calls it by."""

    name: str
    data: bytes = b""
    key: str = ""
    note: str = ""


def open_packet(data: bytes, name: str, *, most_bytes: int) -> tuple[Node, tuple[Enclosed, ...]]:
    """The tree of a packet and its files.

    Raises BadPacket where it is none, TooLarge where its files unpack to more than `most_bytes`.
    """
    budget = _Budget(name, most_bytes)
    if data.startswith(b"PK"):
        root, loose = _from_archive(data, budget)
    elif looks_like_xml_packet(data[:8_192]):
        root, loose = parse(data), ()
    else:
        root, loose = _from_mime(data)
    given = [*_encoded(root), *loose]
    if len(given) > MOST_PARTS:
        raise BadPacket(f"gói có {len(given)} tệp, nhiều nhất {MOST_PARTS}")
    ordered = _by_manifest(root, given)
    return root, tuple(_numbered(part for one in ordered for part in _unpacked(one, budget)))


def plain_name(name: str) -> str:
    """The last step of whatever path a sender wrote, in NFC, without signs that steer a terminal; "" where nothing is left."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name[-1_000:].replace("\x00", "/")))[-1]
    shown = "".join(
        char for char in last if unicodedata.category(char) not in ("Cc", "Zl", "Zp", "Cs")
        and unicodedata.bidirectional(char) not in _DIRECTIONS
    ).strip()  # fmt: skip
    while len(shown.encode()) > _LONGEST_NAME:
        stem, dot, ending = shown.rpartition(".")
        shown = f"{stem[:-1]}.{ending}" if dot and len(ending) < 10 and stem else shown[:-1]
    return "" if shown.strip(".") == "" else shown


class _Budget:
    """The bytes that the files of one packet may unpack to, all together."""

    def __init__(self, name: str, most: int) -> None:
        self._name, self._most, self._left = name, most, most

    def read(self, archive: zipfile.ZipFile, item: zipfile.ZipInfo) -> bytes:
        with archive.open(item) as member:
            data = member.read(self._left + 1)
        if len(data) > self._left:
            raise TooLarge(name=self._name, detail=f"mở nén ra hơn {self._most // 1_000_000} MB")
        self._left -= len(data)
        return data


def _from_archive(data: bytes, budget: _Budget) -> tuple[Node, tuple[Enclosed, ...]]:
    packets = packet_in_archive(data)
    if len(packets) != 1:
        raise BadPacket(f"tệp nén chứa {len(packets)} gói, hãy giải nén và đưa từng gói vào")
    loose: list[Enclosed] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = _members(archive)
        try:
            root = parse(budget.read(archive, next(item for item in members if item.filename == packets[0])))
        except BAD_ARCHIVE as error:
            raise BadPacket(_LOCKED) from error
        for item in members:
            if item.filename == packets[0]:
                continue
            name = plain_name(item.filename)
            try:
                loose.append(Enclosed(name, budget.read(archive, item), key=name))
            except BAD_ARCHIVE:
                loose.append(Enclosed(name, key=name, note=_LOCKED))
    return root, tuple(loose)


def _from_mime(data: bytes) -> tuple[Node, tuple[Enclosed, ...]]:
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    root, loose = None, []
    for part in message.walk():
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes):
            continue
        if root is None and looks_like_xml_packet(content[:8_192]):
            root = parse(content)
        elif content:
            loose.append(Enclosed(plain_name(_file_name(part)), content, key=_key(str(part.get("Content-ID", "")))))
    if root is None:
        raise BadPacket("gói không có phần đầu edXML")
    return root, tuple(loose)


def _file_name(part: Message) -> str:
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(part.get_filename() or "")))
    except (LookupError, ValueError, UnicodeError):
        return part.get_filename() or ""


def _encoded(root: Node) -> Iterator[Enclosed]:
    """The files that stand in the XML itself, as base64."""
    for node in root.walk():
        if node.name != "attachment":
            continue
        name, key = plain_name(node.value(*_NAME)), _key(node.value("contentid"))
        text = _BLANKS.sub("", node.value(*_DATA))
        if not text:
            yield Enclosed(name, key=key, note=_MISSING)
            continue
        try:
            yield Enclosed(name, base64.b64decode(text, validate=True), key=key)
        except (binascii.Error, ValueError):
            yield Enclosed(name, key=key, note="mã base64 của tệp bị hỏng")


def _by_manifest(root: Node, given: list[Enclosed]) -> list[Enclosed]:
    """The files in the order of the manifest, which also tells their names, and those it does not speak of after them."""
    ordered: list[Enclosed] = []
    left = list(given)
    for node in root.walk():
        if node.name != "reference" or node.find("digestvalue"):  # the latter belongs to the signature, not to the manifest
            continue
        name = plain_name(node.value(*_NAME))
        key = _key(node.value("contentid") or node.attributes.get("href", ""))
        if not (name or key) or len(ordered) >= MOST_PARTS:
            continue
        named = [part for part in left if (key and part.key == key)] or [part for part in left if name and part.name == name]
        if named:
            left.remove(named[0])
            ordered.append(replace(named[0], name=named[0].name or name))
        elif not any(_called(part, name, key) for part in given):
            ordered.append(Enclosed(name, key=key, note=_MISSING))
    return ordered + left


def _called(part: Enclosed, name: str, key: str) -> bool:
    return bool(key and part.key == key) or bool(name and part.name == name)


def _unpacked(part: Enclosed, budget: _Budget) -> Iterator[Enclosed]:
    """What a part holds: itself, or, as the rule has it, the file that was packed to save room."""
    if part.note or not part.data.startswith(b"PK\x03\x04") or _is_office(part.data):
        yield replace(part, note=part.note or _closed(part))
        return
    try:
        with zipfile.ZipFile(io.BytesIO(part.data)) as archive:
            members = _members(archive)
            for item in members:
                inner = plain_name(item.filename)
                # One file packed alone often bears an id for a name: the manifest knows the real one.
                name = part.name if len(members) == 1 and _ending(part.name) == _ending(inner) else inner
                one = Enclosed(name, budget.read(archive, item))
                nested = one.data.startswith(b"PK\x03\x04") and not _is_office(one.data)
                yield replace(one, note="tệp nén trong tệp nén, không mở" if nested else _closed(one))
    except BAD_ARCHIVE:
        yield replace(part, note=_LOCKED)


def _closed(part: Enclosed) -> str:
    return "là một gói edXML khác nằm trong gói này, không mở; hãy đưa riêng vào" if is_packet(part.data) else ""


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = [item for item in archive.infolist() if not item.is_dir()]
    if len(members) > MOST_PARTS:
        raise BadPacket(f"gói có {len(members)} tệp, nhiều nhất {MOST_PARTS}")
    return members


def _is_office(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "[Content_Types].xml" in archive.namelist() or "mimetype" in archive.namelist()
    except BAD_ARCHIVE:
        return False


def _numbered(parts: Iterable[Enclosed]) -> Iterator[Enclosed]:
    for number, part in enumerate(parts, 1):
        if number > MOST_PARTS:
            raise BadPacket(f"gói có hơn {MOST_PARTS} tệp")
        yield part if part.name else replace(part, name=f"tep-{number}")


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""


def _key(text: str) -> str:
    return text.strip().strip("<>").removeprefix("cid:").strip()
