"""A packet read as one document: its papers one after the other, the letter first, each read as if it had come alone.

In: the source of a packet, and how to read one file.  Out: a `Document` whose `packet` tells header and parts.
Promise: a part that cannot be read never hides the others: it is named with its reason, in the packet and as a warning; a packet
of which nothing can be read is refused.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from models.errors import (
    EmptyFile,
    EncryptedFile,
    NoPages,
    PacketNotice,
    PacketRefused,
    PacketStatus,
    RejectedFile,
    SecretDocument,
    TooLarge,
)
from models.packet import Fate, Packet, PacketHeader, Part
from models.text import Document, FileFacts, Page
from pipeline.extract.packet.header import is_status, read_header, status_of
from pipeline.extract.packet.parts import Enclosed, open_packet
from pipeline.extract.packet.tree import BadPacket, Node
from pipeline.extract.packet.twins import held_by
from pipeline.extract.secrecy import secrecy_of_part
from pipeline.extract.settings import ReadSettings
from pipeline.rules.folding import fold_search

__all__ = ["ReadOne", "part_of", "read_packet"]

ReadOne = Callable[[Path, bytes], Document]
"""Reads a file by its name and its bytes; raises RejectedFile."""
_ANNEX = ("phu luc", "pl ", "pl-", "pl_", "kem theo", "bieu mau", "danh sach")
_HEAD = 30
"""Lines of a letterhead with the title below it."""
_MOTTO = re.compile(r"cong hoa xa hoi chu nghia viet nam|dang cong san viet nam")
_NUMBER = re.compile(r"(^|\t)\s*so\s*:?\s*[\d. ]*[-/]\s*[a-z]")
_EMPTY = "tệp rỗng"
_UNTOLD = {EmptyFile: _EMPTY, EncryptedFile: "có đặt mật khẩu", NoPages: "không có trang nào"}
"""Errors whose class says it all."""


class _Paper(NamedTuple):
    enclosed: Enclosed
    document: Document | None
    note: str
    fate: Fate = Fate.READ


def read_packet(facts: FileFacts, data: bytes, read_one: ReadOne, *, settings: ReadSettings) -> Document:
    """All papers of a packet as one document.

    1. The letter comes first: the part that bears the number of the header, else the first that does not call itself an annex.
    2. A part whose words another part holds (the Word file beside the signed PDF) is not read a second time, and is named.
    3. Another letter that came along (a draft, a paper passed on) is no annex: its tasks are its own, and it is named.
    Raises SecretDocument where one of them, or the header, bears a secrecy mark; PacketRefused, PacketStatus or PacketNotice where
    there is no document in it; TooLarge where it unpacks to too much.
    """
    try:
        root, enclosed = open_packet(data, facts.name, most_bytes=settings.max_unpacked)
    except BadPacket as error:
        raise PacketRefused(name=facts.name, detail=str(error)) from error
    header = read_header(root)
    papers = [_read(part, read_one) for part in enclosed]
    _refuse_secret(facts.name, header, papers)
    _refuse_empty(facts.name, root, header, papers)
    return _joined(facts, header, _without_letters(_without_twins(_letter_first(papers, header))), settings)


def part_of(data: bytes, name: str, sha256: str, *, settings: ReadSettings) -> bytes | None:
    """The bytes of the part with this digest; None where the packet holds no such part."""
    try:
        _, enclosed = open_packet(data, name, most_bytes=settings.max_unpacked)
    except (BadPacket, TooLarge):
        return None
    return next((part.data for part in enclosed if hashlib.sha256(part.data).hexdigest() == sha256), None)


def _read(part: Enclosed, read_one: ReadOne) -> _Paper:
    if part.note:
        return _Paper(part, None, part.note, Fate.UNREAD)
    if not part.data:
        return _Paper(part, None, _EMPTY, Fate.UNREAD)
    try:
        return _Paper(part, read_one(Path(part.name), part.data), "")
    except RejectedFile as error:
        return _Paper(part, None, _UNTOLD.get(type(error)) or str(error.facts["detail"]), Fate.UNREAD)


def _refuse_secret(name: str, header: PacketHeader, papers: Sequence[_Paper]) -> None:
    # Of every paper, also those that are left out below: a packet enters or stays out as a whole.
    marks = (secrecy_of_part(paper.document) for paper in papers if paper.document)
    if mark := header.secrecy or next(filter(None, marks), None):
        raise SecretDocument(name=name, detail=mark)


def _refuse_empty(name: str, root: Node, header: PacketHeader, papers: Sequence[_Paper]) -> None:
    if any(paper.document for paper in papers):
        return
    if is_status(root):
        raise PacketStatus(name=name, detail=status_of(root))
    if not papers and header.notice:
        raise PacketNotice(name=name, detail=header.notice)
    if not papers:
        raise PacketRefused(name=name, detail="gói không kèm tệp văn bản nào")
    listed = "; ".join(f"{paper.enclosed.name}: {paper.note}" for paper in papers[:5])
    raise PacketRefused(name=name, detail=f"không đọc được tệp nào trong gói ({listed})")


def _letter_first(papers: Sequence[_Paper], header: PacketHeader) -> list[_Paper]:
    return sorted(papers, key=lambda paper: _distance(paper, header))  # stable: else as the sender ordered them


def _distance(paper: _Paper, header: PacketHeader) -> tuple[bool, bool, bool, bool]:
    """How far a part is from being the letter, the least first."""
    if paper.document is None:
        return True, True, True, True
    first = fold_search(paper.document.pages[0].raw).replace(" ", "")
    number = fold_search(header.number).replace(" ", "")
    symbol = number.partition("/")[2]
    annex = fold_search(paper.enclosed.name).startswith(_ANNEX) or first.startswith("phuluc")
    # Of the signed PDF and the Word file of a letter the PDF has pages and places.
    return annex, not (number and number in first), not (symbol and symbol in first), paper.document.pages[0].width is None


def _without_twins(papers: list[_Paper]) -> list[_Paper]:
    read = [(at, paper.document) for at, paper in enumerate(papers) if paper.document]
    holders = held_by([document.raw for _, document in read])
    for (at, _), holder in zip(read, holders, strict=True):
        if holder is not None:
            other = papers[read[holder][0]].enclosed.name
            papers[at] = papers[at]._replace(document=None, note=f"cùng nội dung với “{other}”, không đọc hai lần", fate=Fate.HELD)
    return papers


def _without_letters(papers: list[_Paper]) -> list[_Paper]:
    read = [at for at, paper in enumerate(papers) if paper.document]
    for at in read[1:]:
        document = papers[at].document
        if document and _is_letter(document):
            papers[at] = papers[at]._replace(document=None, note="là một văn bản riêng, không đọc cùng", fate=Fate.APART)
    return papers


def _is_letter(document: Document) -> bool:
    """Whether a paper has a letterhead with a number of its own; what is issued with another paper says so below its title."""
    head = [fold_search(line) for line in document.pages[0].raw.split("\n")[:_HEAD]]
    return (
        any(_MOTTO.search(line) for line in head) and any(_NUMBER.search(line) for line in head)
        and not any("kem theo" in line for line in head)
    )  # fmt: skip


def _joined(facts: FileFacts, header: PacketHeader, papers: list[_Paper], settings: ReadSettings) -> Document:
    pages: list[Page] = []
    parts: list[Part] = []
    warnings: list[str] = []
    if header.notice:
        warnings.append(header.notice)
    for paper in papers:
        parts.append(_part(paper, first=len(pages) + 1))
        name = paper.enclosed.name
        if paper.document:
            where = f"tệp “{name}” trong gói"
            pages += [
                replace(page, number=len(pages) + at, reason=f"{where}: {page.reason}")
                for at, page in enumerate(paper.document.pages, 1)
            ]
            warnings += [f"Tệp “{name}” trong gói: {warning}" for warning in paper.document.warnings]
        elif paper.fate is Fate.APART:
            warnings.append(
                f"Tệp “{name}” trong gói là một văn bản riêng nên nhiệm vụ trong đó chưa vào sổ. "
                "Hãy tải tệp đó từ trang rà soát rồi đưa riêng vào."
            )
        elif paper.fate is Fate.UNREAD:
            warnings.append(f"Tệp “{name}” trong gói không đọc được ({paper.note}). Hãy xin lại tệp đó nếu cần.")
    letter = next(paper.document.file for paper in papers if paper.document)
    if len(pages) > settings.max_pages:
        raise PacketRefused(name=facts.name, detail=f"gói có {len(pages)} trang, nhiều nhất {settings.max_pages}")
    whole = FileFacts(facts.name, facts.sha256, facts.size, facts.media, letter.signed_at, letter.form_values)
    return Document(whole, tuple(pages), tuple(warnings), Packet(header=header, parts=tuple(parts)))


def _part(paper: _Paper, *, first: int) -> Part:
    data, document = paper.enclosed.data, paper.document
    return Part(
        name=paper.enclosed.name,
        sha256=hashlib.sha256(data).hexdigest() if data else "",
        size=len(data),
        fate=paper.fate,
        media=document.file.media if document else "",
        first=first if document else 0,
        pages=len(document.pages) if document else 0,
        note=paper.note,
    )
