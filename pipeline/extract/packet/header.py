"""The MessageHeader of a packet as values.

In: the tree of a packet.  Out: `PacketHeader`.
Promise: a field that is missing or says nothing that can be understood stays empty; nothing is guessed, nothing is corrected but
the composition of letters (NFC) and blanks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from models.packet import PacketBusiness, PacketHeader, Party
from pipeline.extract.packet.tree import Node
from pipeline.rules.folding import fold_search

__all__ = ["is_status", "read_header", "status_of"]

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_LONGEST = 4_000
"""Characters of a field: the national rule allows 500 of a subject."""
_MOST = 4_000
_SECRECY = {"mat": "MẬT", "toi mat": "TỐI MẬT", "tuyet mat": "TUYỆT MẬT"}
_BUSINESS = {"1": PacketBusiness.REVOKE, "2": PacketBusiness.UPDATE, "3": PacketBusiness.REPLACE}
_PAYLOAD = ("attachmentencoded", "attachment", "attach", "document", "signature", "digitalsignature")


def read_header(root: Node) -> PacketHeader:
    """What the header says; all fields empty where there is none."""
    message = next((node for node in root.walk() if node.name == "messageheader"), None)
    trace = next((node for node in root.walk() if node.name in ("bussiness", "business")), None)
    if message is None:
        return PacketHeader(secrecy=_secrecy(root))
    code = message.find("code") or _NOTHING
    issued = message.find("promulgationinfo") or _NOTHING
    signer = message.find("signerinfo") or _NOTHING
    other = message.find("otherinfo") or _NOTHING
    kind = message.find("documenttype", "type") or _NOTHING
    return PacketHeader(
        document_id=_said(message, "documentid"),
        sender=next(_parties(message, "from"), None),
        receivers=tuple(_parties(message, "to"))[:_MOST],
        number=_number(_said(code, "codenumber"), _said(code, "codenotation")),
        place=_said(issued, "place"),
        issued=_day(issued.value("promulgationdate", "date")),
        type_name=_said(kind, "typename", "description") or ("" if _clean(kind.text).isdigit() else _clean(kind.text)),
        subject=_said(message, "subject"),
        content=_said(message, "content"),
        signer_name=_said(signer, "fullname", "signer", "name"),
        signer_title=_said(signer, "position"),
        signer_authority=_said(signer, "competence"),
        due=_day(message.value("duedate") or other.value("duedate")),
        to_places=_places(message.find("toplaces") or _NOTHING),
        priority=_said(other, "priority"),
        page_amount=_said(other, "pageamount"),
        business=_BUSINESS.get(trace.value("bussinessdoctype", "businessdoctype") if trace else "", PacketBusiness.NEW),
        business_reason=_said(trace, "bussinessdocreason", "businessdocreason") if trace else "",
        secrecy=_secrecy(root),
    )


def is_status(root: Node) -> bool:
    """Whether the packet only tells what became of another (received, refused, done): it brings no document."""
    return any(node.name in ("messagestatus", "status", "responsefor") for node in root.walk()) and not any(
        node.name in ("attachment", "subject") for node in root.walk()
    )


def status_of(root: Node) -> str:
    """What a packet reports, in the sender's words: the number of the document and what became of it; "" where it says nothing."""
    code = next((node for node in root.walk() if node.name == "responsefor"), _NOTHING)
    told = next((node for node in root.walk() if node.name in ("messagestatus", "status")), _NOTHING)
    return ", ".join(
        filter(None, (_said(code, "code"), _said(told, "description", "statusdescription") or _said(told, "statuscode")))
    )


def _number(number: str, symbol: str) -> str:
    # Some senders write the whole number into one of the two fields, some keep the bar.
    if not number or not symbol:
        return number or symbol
    bare = symbol.lstrip("/-")
    if fold_search(symbol).startswith((fold_search(number) + "/", fold_search(number) + "-")):
        return symbol
    return number if number.endswith(bare) else f"{number.rstrip('/')}/{bare}"


def _parties(message: Node, name: str) -> Iterator[Party]:
    for node in message.children:
        if node.name == name:
            yield Party(code=_said(node, "organid"), name=_said(node, "organname") or _clean(node.text))


def _places(node: Node) -> tuple[str, ...]:
    return tuple(text for child in node.children if child.name == "place" and (text := _clean(child.text)))[:_MOST]


def _day(text: str) -> date | None:
    for pattern, order in ((_YEAR_FIRST, (1, 2, 3)), (_DAY_FIRST, (3, 2, 1))):
        if found := pattern.match(text.strip()):
            try:
                return date(*(int(found.group(group)) for group in order))
            except ValueError:
                return None
    return None


def _secrecy(root: Node) -> str:
    """A field of the header, whichever, that holds a secrecy mark and nothing else: better refused than leaked."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.name in _PAYLOAD:
            continue
        if not node.children and len(node.text) < 20 and (mark := _SECRECY.get(fold_search(_clean(node.text)))):
            return mark
        waiting.extend(node.children)
    return ""


def _said(node: Node, *names: str) -> str:
    return _clean(node.value(*names))


def _clean(text: str) -> str:
    shown = "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in text[:_LONGEST])
    return unicodedata.normalize("NFC", " ".join(shown.split()))


_NOTHING = Node("", {})
