"""Taught names as JSON, from one office to the next.

In: a register, or the bytes of such a file.  Out: JSON; the decisions taken over.
Promise: only well-formed files are taken in, whole or not at all; what was decided here is not overruled by a file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from models.errors import UsageError
from pipeline.register.aliases import ACCEPTED, accept, decisions, refuse
from pipeline.register.database import Register
from pipeline.register.fold import fold

__all__ = ["Taken", "read_aliases", "take_in", "write_aliases"]

_LARGEST = 5_000_000


class _Line(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True)
    name: str = Field(min_length=1, max_length=300)
    canonical: str = Field(min_length=1, max_length=300)
    decision: Literal["accepted", "refused"]
    confirmed: int = Field(default=0, ge=0, le=1_000_000)


class _File(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True)
    aliases: list[_Line] = Field(max_length=20_000)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file did: decisions taken over, those already here, those that are decided otherwise here, records that changed."""

    new: int = 0
    known: int = 0
    kept: int = 0
    records: int = 0


def write_aliases(register: Register) -> bytes:
    """All decisions as JSON."""
    rows = [
        {"name": one.name, "canonical": one.canonical, "agency_id": one.agency_id, "decision": one.decision, "who": one.who,
         "at": one.at, "confirmed": one.confirmed}
        for one in decisions(register)
    ]  # fmt: skip
    return (json.dumps({"aliases": rows}, ensure_ascii=False, indent=1) + "\n").encode()


def read_aliases(content: bytes) -> _File:
    """A file of decisions; UsageError where it is none."""
    try:
        if len(content) > _LARGEST:
            raise ValueError(len(content))
        return _File.model_validate_json(content)
    except (ValidationError, ValueError) as error:
        detail = "tệp tên gọi không đúng dạng; dùng tệp do giaoviec aliases export ghi ra"
        raise UsageError(detail=detail) from error


def take_in(register: Register, file: _File, *, who: str, when: datetime) -> Taken:
    """Take over the decisions that are not here yet."""
    here = {(fold(one.name), fold(one.canonical)): one.decision for one in decisions(register)}
    used = {fold(one.name) for one in decisions(register) if one.decision == ACCEPTED}
    new = known = kept = records = 0
    for line in file.aliases:
        key = (fold(line.name), fold(line.canonical))
        if key in here:
            known, kept = known + (here[key] == line.decision), kept + (here[key] != line.decision)
        elif line.decision == ACCEPTED and key[0] in used:
            kept += 1
        elif line.decision == ACCEPTED:
            records += accept(register, line.name, line.canonical, who=who, when=when, times=line.confirmed)
            new += 1
            used.add(key[0])
        else:
            refuse(register, line.name, line.canonical, who=who, when=when, times=line.confirmed)
            new += 1
    return Taken(new, known, kept, records)
