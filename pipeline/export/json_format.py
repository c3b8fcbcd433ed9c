"""The register as JSON, for other programs: a contract (docs/register.md).

In: documents as shown.  Out: UTF-8 bytes.  Promise: exactly the keys of the contract, in its order; the same documents give the
same bytes; all text is NFC.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from datetime import date

from models.directive import Evidence
from models.register import AgencyView, CitationView, DeadlineView, DocumentView, TaskView
from models.text import Box

Json = dict[str, object]


def render_json(documents: Iterable[DocumentView]) -> bytes:
    """{"documents": [...]}, a line for each document and each task: files that can be compared line by line."""
    # Not `indent`: it would leave json's compiled encoder (measured on 8,000 tasks: 11 s with it, 4 s without).
    text = '{"documents": [\n' + ",\n".join(_document_text(document) for document in documents) + "\n]}"
    # A lone surrogate (from a broken file name) has no UTF-8 form; JSON's own escape keeps it.
    return (unicodedata.normalize("NFC", text) + "\n").encode("utf-8", "backslashreplace")


def _document_text(document: DocumentView) -> str:
    tasks = "".join(f"{',' * (i > 0)}\n  {_dump(_task(task))}" for i, task in enumerate(document.tasks))
    return f'{_dump(_document(document))[:-1]}, "tasks": [{tasks}]}}'


def _dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _document(document: DocumentView) -> Json:
    signer = document.signer
    return {
        "id": document.id,
        "file": document.file,
        "sha256": document.sha256,
        "files": [{"name": file.name, "sha256": file.sha256, "role": file.role.value} for file in document.files],
        "number": document.number,
        "type": document.type,
        "issuer": document.issuer,
        "place": document.place,
        "issued": _day(document.issued),
        "subject": document.subject,
        "signer": {"name": signer.name, "title": signer.title, "authority": signer.authority} if signer else None,
        "directed_by": document.directed_by,
        "urgency": document.urgency,
        "addressees": list(document.addressees),
        "recipients": list(document.recipients),
        "pages": [
            {"page": page.page, "source": page.source, "reason": page.reason, "quality": round(page.quality, 4)}
            for page in document.pages
        ],
        "citations": [_citation(citation) for citation in document.citations],
        "evidence": {field: _evidence(document.evidence[field]) for field in sorted(document.evidence)},
        **({"packet": document.packet.model_dump(mode="json")} if document.packet else {}),
    }


def _citation(citation: CitationView) -> Json:
    return {
        "number": citation.number,
        "type": citation.type,
        "issued": _day(citation.issued),
        "issuer": citation.issuer,
        "relation": citation.relation,
    }


def _task(task: TaskView) -> Json:
    return {
        "id": task.id,
        "version": task.version,
        "path": list(task.path),
        "kind": task.kind,
        "origin": task.origin,
        "text": task.text,
        "product": task.product,
        "note": task.note,
        "page": task.page,
        "boxes": _boxes(task.evidence.boxes) if task.evidence else [],
        "agencies": [_agency(agency) for agency in task.agencies],
        "deadlines": [_deadline(deadline) for deadline in task.deadlines],
        "confidence": round(task.confidence, 4),
        "status": task.status.value,
        "reasons": list(task.reasons),
        "evidence": _evidence(task.evidence),
    }


def _agency(agency: AgencyView) -> Json:
    return {
        "role": agency.role.value,
        "capacity": agency.capacity.value if agency.capacity else None,
        "name": agency.name,
        "canonical": agency.canonical,
        "agency_id": agency.agency_id,
        "evidence": _evidence(agency.evidence),
    }


def _deadline(deadline: DeadlineView) -> Json:
    return {
        "text": deadline.text,
        "due": _day(deadline.due),
        "rrule": deadline.rrule,
        "time": deadline.time,
        "start": _day(deadline.start),
        "until": _day(deadline.until),
        "bound": deadline.bound.value if deadline.bound else None,
        "reasons": list(deadline.reasons),
        "evidence": _evidence(deadline.evidence),
    }


def _evidence(evidence: Evidence | None) -> Json | None:
    if evidence is None:
        return None
    return {
        "page": evidence.page,
        "boxes": _boxes(evidence.boxes),
        "span": list(evidence.span),
        "span_source": list(evidence.span_source),
        "rule": evidence.rule,
        "confidence": round(evidence.confidence, 4),
        "candidates": list(evidence.candidates),
        "quote": evidence.quote,
        "pieces": [list(piece) for piece in evidence.pieces],
        "continued": [{"page": later.page, "boxes": _boxes(later.boxes)} for later in evidence.continued],
    }


def _boxes(boxes: Iterable[Box]) -> list[list[float]]:
    # A hundredth of a point is far below what a printer or a screen can show.
    return [[round(value, 2) for value in box] for box in boxes]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
