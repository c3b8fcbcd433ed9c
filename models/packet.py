"""A packet by which offices exchange documents (edXML, QCVN 102:2016/BTTTT): what its header says, and what came with it.

In: what `extract` found in the packet.  Out: frozen values that go on to the register beside what was read of the papers.
Promise: the header is kept as the sender wrote it; nothing here is a value that was read from the paper itself.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

__all__ = ["Fate", "Packet", "PacketBusiness", "PacketHeader", "Part", "Party"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PacketBusiness(StrEnum):
    """What the sender wants with the packet (BussinessDocType)."""

    NEW = "new"
    REVOKE = "revoke"
    UPDATE = "update"
    REPLACE = "replace"


_NOTICES = {
    PacketBusiness.REVOKE: "Gói edXML báo THU HỒI văn bản {number}: {reason}. Hãy xử lý văn bản đó trong sổ.",
    PacketBusiness.UPDATE: "Gói edXML báo CẬP NHẬT văn bản {number} đã gửi: {reason}. Hãy đối chiếu với văn bản đó trong sổ.",
    PacketBusiness.REPLACE: "Gói edXML báo THAY THẾ văn bản {number} đã gửi: {reason}. Hãy kiểm tra văn bản trước trong sổ.",
}


class Party(_Frozen):
    """A sender or receiver: its code ("000.00.00.H37") and its name."""

    code: str = ""
    name: str = ""


class PacketHeader(_Frozen):
    """The MessageHeader. `number` is CodeNumber and CodeNotation as one: "7816/BTTTT-THH"; empty fields were not filled in."""

    document_id: str = ""
    sender: Party | None = None
    receivers: tuple[Party, ...] = ()
    number: str = ""
    place: str = ""
    issued: date | None = None
    type_name: str = ""
    subject: str = ""
    content: str = ""
    signer_name: str = ""
    signer_title: str = ""
    signer_authority: str = ""
    due: date | None = None
    to_places: tuple[str, ...] = ()
    priority: str = ""
    page_amount: str = ""
    business: PacketBusiness = PacketBusiness.NEW
    business_reason: str = ""
    secrecy: str = ""

    @property
    def notice(self) -> str:
        """The sentence for a packet that changes what was sent before; "" for a new document."""
        told = _NOTICES.get(self.business, "")
        return told.format(number=self.number or "(không ghi số)", reason=self.business_reason or "không ghi lý do")


class Fate(StrEnum):
    """What became of a file of a packet: read with the letter, held by another of its files, a letter of its own, or not read."""

    READ = "read"
    HELD = "held"
    APART = "apart"
    UNREAD = "unread"


class Part(_Frozen):
    """A file of the packet. Its text is pages `first` to `first + pages - 1` of the document; where it was not read with it,
    `first` is 0 and `note` is the Vietnamese reason. A part that the packet names and does not hold has no digest.
    """

    name: str
    fate: Fate
    sha256: str = ""
    size: int = 0
    media: str = ""
    first: int = 0
    pages: int = 0
    note: str = ""


class Packet(_Frozen):
    """Header and parts; `differences` are Vietnamese sentences on where the header says other things than the paper."""

    header: PacketHeader
    parts: tuple[Part, ...]
    differences: tuple[str, ...] = ()
