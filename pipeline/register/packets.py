"""Exchange packets in the register: the header as the sender wrote it, the files that came in it, where it contradicts the paper.

In: a directive that was read from a packet; the digest of a file.  Out: rows, and views of them.
Promise: no value of the document is changed here; a file that came in a packet is known when it comes again alone.
"""

from __future__ import annotations

import json
import sqlite3

from models.directive import Directive
from models.packet import Fate, Packet, PacketHeader, Part
from pipeline.register.database import Register, Value, insert
from pipeline.register.rows import dump

__all__ = ["document_of_part", "letter_of", "packet_of", "packets_by_document", "write_packet"]


def write_packet(connection: sqlite3.Connection, document_id: str, directive: Directive) -> None:
    """Write header and files of the packet that a directive was read from; nothing for any other file."""
    packet, sha256 = directive.packet, directive.file.sha256
    if packet is None:
        return
    connection.execute("DELETE FROM packets WHERE sha256 = ?", (sha256,))
    header = packet.header.model_dump_json(exclude_defaults=True)
    row: dict[str, Value] = {
        "sha256": sha256, "document_id": document_id, "header": header, "differences": dump(packet.differences),
    }  # fmt: skip
    insert(connection, "packets", [row])
    rows: list[dict[str, Value]] = [
        {
            "packet": sha256, "position": position, "name": part.name, "sha256": part.sha256 or None,
            "fate": part.fate.value, "size": part.size, "media": part.media, "first": part.first, "pages": part.pages,
            "note": part.note,
        }
        for position, part in enumerate(packet.parts)
    ]  # fmt: skip
    insert(connection, "attachments", rows)


def document_of_part(connection: sqlite3.Connection, sha256: str) -> str | None:
    """The document whose packet held a file with this digest as a part of it."""
    row = connection.execute(
        """SELECT p.document_id FROM attachments a JOIN packets p ON p.sha256 = a.packet
        WHERE a.sha256 = ? AND a.fate IN ('read', 'held') ORDER BY p.rowid LIMIT 1""",
        (sha256,),
    ).fetchone()
    return str(row[0]) if row else None


def letter_of(packet: Packet) -> str:
    """The digest of the letter itself, the part that is read first."""
    return next((part.sha256 for part in packet.parts if part.first == 1), "")


def packet_of(register: Register, sha256: str) -> Packet | None:
    """The packet that the file with this digest is; None for any other file."""
    row = register.row("SELECT * FROM packets WHERE sha256 = ?", (sha256,))
    return _packet(register, row) if row else None


def packets_by_document(register: Register, document_ids: str) -> dict[str, Packet]:
    """The packet of each document (ids as a JSON list) that has one; of several the one that it is read from, else the first."""
    rows = register.rows(
        """SELECT p.* FROM packets p JOIN files f ON f.sha256 = p.sha256
        WHERE p.document_id IN (SELECT value FROM json_each(?)) ORDER BY f.role = 'main', f.added DESC, f.sha256""",
        (document_ids,),
    )
    return {str(row["document_id"]): _packet(register, row) for row in rows}


def _packet(register: Register, row: sqlite3.Row) -> Packet:
    parts = register.rows("SELECT * FROM attachments WHERE packet = ? ORDER BY position", (row["sha256"],))
    return Packet(
        header=PacketHeader.model_validate_json(row["header"]),
        parts=tuple(
            Part(
                name=part["name"], fate=Fate(part["fate"]), sha256=part["sha256"] or "", size=part["size"], media=part["media"],
                first=part["first"], pages=part["pages"], note=part["note"],
            )
            for part in parts
        ),
        differences=tuple(json.loads(row["differences"])),
    )  # fmt: skip
