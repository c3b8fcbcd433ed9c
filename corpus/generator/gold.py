"""The gold record of a letter, in the form the scorer reads.

In: a `Letter` with its hand-written duties.  Out: a plain dictionary: document, meta, tasks.
Promise: only what the source says by ANNOTATION is in it; the program under test is never asked.
"""

from __future__ import annotations

from corpus.generator.model import Due, Duty, Letter, Names


def gold(letter: Letter) -> dict[str, object]:
    """Gold of `letter`: fields of the paper and one record per duty."""
    return {
        "document": letter.stem,
        "meta": {
            "place": letter.place,
            "number": letter.number,
            "symbol": letter.symbol,
            "type": letter.type,
            "issuer": letter.issuer,
            "date": letter.issued.isoformat() if letter.issued else None,
            "year": letter.issued.year if letter.issued else letter.year,
            "signer": letter.signer,
            "signer_title": letter.position,
            "subject": letter.subject,
        },
        "tasks": [_task(path, text, duty, origin) for path, text, duty, origin in letter.duties()],
    }


def _task(path: Names, text: str, duty: Duty, origin: str) -> dict[str, object]:
    return {
        "path": list(path),
        "text": text,
        "leads": list(duty.leads or ()),
        "coordinators": list(duty.coordinators),
        "report_to": list(duty.report_to),
        "optional": duty.optional,
        "origin": origin,
        "deadlines": [_due(due) for due in duty.dues],
    }


def _due(due: Due) -> dict[str, object]:
    return {"text": due.text, "due": due.due, "rrule": due.rrule, "optional": due.optional}
