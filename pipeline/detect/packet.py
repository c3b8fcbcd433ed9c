"""The header of an exchange packet beside what was read of its papers: where they say different things.

In: a `Directive` and the `Packet` it was read from.  Out: the directive with the packet, its differences and a warning for each.
Promise: no value of the directive changes; what only the header tells is offered to the clerk, never filled in.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.directive import Directive, Fields
from models.packet import Packet, PacketHeader
from pipeline.rules.folding import fold_search
from pipeline.rules.types import document_types

__all__ = ["beside_header"]

_LIKE = 0.5
"""Least share of the words of the shorter subject that the other must hold: headers shorten ("V/v ..."), they do not reword."""


def beside_header(directive: Directive, packet: Packet) -> Directive:
    """The directive with the packet it came in.

    1. Number, day, type, subject and signer that differ from the header are told, each as a warning with both values and a reason.
    2. A number or day that could not be read, and a term that no task bears, are told with what the header says.
    """
    header, fields = packet.header, directive.fields
    found = (*_numbers(header, fields), *_days(header, fields), *_kinds(header, fields), *_subjects(header, fields),
             *_signers(header, fields), *_terms(header, directive))  # fmt: skip
    told = packet.model_copy(update={"differences": found})
    return directive.model_copy(update={"packet": told, "warnings": (*directive.warnings, *found)})


def _numbers(header: PacketHeader, fields: Fields) -> Iterator[str]:
    ours = fields.number or ""
    if not header.number or _bare(ours) == _bare(header.number):
        return
    if not ours or ours.startswith("/"):
        yield f"Không đọc được số trong văn bản; phần đầu gói edXML ghi số {header.number}. Hãy điền nếu đúng."
    else:
        yield f"Số đọc được là {ours}, phần đầu gói edXML ghi {header.number}. Hãy đối chiếu với văn bản."


def _days(header: PacketHeader, fields: Fields) -> Iterator[str]:
    if header.issued is None or header.issued == fields.issued:
        return
    if fields.issued is None:
        yield f"Không đọc được ngày ký trong văn bản; phần đầu gói edXML ghi ngày {_day(header.issued)}. Hãy điền nếu đúng."
    else:
        yield (
            f"Ngày ký đọc được là {_day(fields.issued)}, phần đầu gói edXML ghi {_day(header.issued)}. Hãy đối chiếu với văn bản."
        )


def _kinds(header: PacketHeader, fields: Fields) -> Iterator[str]:
    known = document_types().by_name.get(header.type_name.lower())
    if known is None or not fields.type:
        return
    theirs = known.abbr or "CV"
    if theirs.upper() not in (fields.type.upper(), *(variant.upper() for variant in known.variants)):
        yield f"Loại văn bản đọc được là {fields.type}, phần đầu gói edXML ghi {header.type_name}. Hãy đối chiếu với văn bản."


def _subjects(header: PacketHeader, fields: Fields) -> Iterator[str]:
    ours, theirs = _words(fields.subject or ""), _words(header.subject)
    if ours and theirs and len(ours & theirs) < _LIKE * min(len(ours), len(theirs)):
        yield f"Trích yếu trong phần đầu gói edXML khác văn bản: “{header.subject[:200]}”. Hãy đối chiếu với văn bản."


def _signers(header: PacketHeader, fields: Fields) -> Iterator[str]:
    ours, theirs = _words(fields.signer.name if fields.signer else ""), _words(header.signer_name)
    if ours and theirs and not (ours <= theirs or theirs <= ours):  # one of them may bear a degree or a rank
        assert fields.signer is not None
        yield (
            f"Người ký đọc được là {fields.signer.name}, phần đầu gói edXML ghi {header.signer_name}. Hãy đối chiếu với văn bản."
        )


def _terms(header: PacketHeader, directive: Directive) -> Iterator[str]:
    if header.due is None or any(deadline.due == header.due for task in directive.tasks for deadline in task.deadlines):
        return
    yield f"Phần đầu gói edXML ghi hạn xử lý {_day(header.due)}, không nhiệm vụ nào có hạn đó. Hãy kiểm tra thời hạn."


def _bare(number: str) -> str:
    # "07/BC-UBND" and "7/BC-UBND" are one number; blanks and dashes are typed as it comes.
    return fold_search(number).replace(" ", "").lstrip("0")


def _words(text: str) -> set[str]:
    return set("".join(char if char.isalnum() else " " for char in fold_search(text)).split()) - {"v", "ve", "viec"}


def _day(value: date) -> str:
    return f"{value:%d/%m/%Y}"
