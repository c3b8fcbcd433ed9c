"""The records of successors.json: which body took over from which, when, and in what field of work.

In: successors.json.  Out: `Succession` and `Field` records, and the fields that the words of a task show.
Promise: a field is told by words of the task alone; names of bodies in the text ("Sở Nông nghiệp và Môi trường") tell nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import regex

from pipeline.rules import in_time, load_json
from pipeline.rules.folding import fold

EVERYWHERE = "*"
MAX_TEXT = 10_000
"""Letters of a task that are looked at: the longest task of the sample documents has under 2,000."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of work; `department` is the body of a province that has it since 1/7/2025 (None: no matter of a province)."""

    id: str
    name: str
    name_en: str
    department: str | None
    pattern: regex.Pattern[str]


@dataclass(frozen=True, slots=True)
class Succession:
    """From the day `on`, the work of `old` in `field` (None: all of it) is that of `new`.

    `general`: it took the rest too, whatever no other record of `old` names. `only_in`, `except_in`: names of provinces.
    `doubt_in`: provinces ("*" for all) where `old` may have gone on, or another body may have taken over.
    """

    id: str
    old: str
    new: str
    on: date
    field: Field | None
    general: bool
    only_in: frozenset[str]
    except_in: frozenset[str]
    doubt_in: frozenset[str]
    note: tuple[str, str]
    source: str
    certainty: str

    def holds_in(self, province: str | None) -> bool:
        """Whether the record speaks of a province (by name); where the place is not known only general records speak."""
        if province is None:
            return not self.only_in
        return province not in self.except_in and (not self.only_in or province in self.only_in)

    def doubted_in(self, province: str | None) -> bool:
        """Whether in this province, or in a place that is not known, another answer is possible."""
        return EVERYWHERE in self.doubt_in or (province in self.doubt_in if province else bool(self.doubt_in))


@dataclass(frozen=True, slots=True)
class Choice:
    """The successions that the words of a task leave: one where they decide, else the general ones first."""

    records: tuple[Succession, ...]
    fields: tuple[Field, ...]

    @property
    def decided(self) -> bool:
        """Whether one body remains."""
        return len({record.new for record in self.records}) == 1


@dataclass(frozen=True, slots=True)
class Successions:
    """All records, and what is known of territories without a record for each."""

    fields: Mapping[str, Field]
    by_old: Mapping[str, tuple[Succession, ...]]
    district_kinds: frozenset[str]
    communes_changed: date

    def of(self, agency_id: str, province: str | None = None) -> tuple[Succession, ...]:
        """The records of a body of the directory, for a province by name."""
        return tuple(record for record in self.by_old.get(agency_id, ()) if record.holds_in(province))

    def shown(self, text: str | None, names: regex.Pattern[str]) -> tuple[Field, ...]:
        """The fields that the words of a task show; what `names` finds (names of bodies) is left out first."""
        if not text:
            return ()
        words = names.sub(" · ", fold(text[:MAX_TEXT]))
        return tuple(field for field in self.fields.values() if in_time.search(field.pattern, words))

    def choose(self, records: Sequence[Succession], shown: Iterable[Field]) -> Choice:
        """The records whose field is shown; where none is, all of them, the general ones first."""
        known = set(shown)
        hits = tuple(record for record in records if record.field in known)
        if hits:
            return Choice(hits, tuple(dict.fromkeys(record.field for record in hits if record.field)))
        return Choice(tuple(sorted(records, key=lambda record: not record.general)), ())


def names_pattern(names: Iterable[str]) -> regex.Pattern[str]:
    """A pattern that finds folded names of bodies as whole words, the longest first."""
    ordered = sorted(set(names), key=lambda name: (-len(name), name))
    return regex.compile(r"(?<!\w)\L<names>(?!\w)", regex.VERSION1, names=ordered)


@cache
def load_successions() -> Successions:
    """The records of the package."""
    content = load_json("successors")
    fields = {record["id"]: _field(record) for record in content["fields"]}
    by_old: dict[str, tuple[Succession, ...]] = {}
    for record in content["records"]:
        by_old[record["from"]] = (*by_old.get(record["from"], ()), _succession(record, fields))
    kinds = frozenset(kind for record in content["districts"] for kind in record["kinds"])
    communes = next(record for record in content["territories"] if record["level"] == "commune")
    return Successions(fields, by_old, kinds, date.fromisoformat(communes["date"]))


def _field(record: Mapping[str, Any]) -> Field:
    pattern = regex.compile(rf"\b(?:{record['pattern']})\b", regex.VERSION1)
    return Field(record["id"], record["name"], record["name_en"], record["department"], pattern)


def _succession(record: Mapping[str, Any], fields: Mapping[str, Field]) -> Succession:
    return Succession(
        id=record["id"],
        old=record["from"],
        new=record["to"],
        on=date.fromisoformat(record["date"]),
        field=fields[record["field"]] if record["field"] else None,
        general=record["general"],
        only_in=frozenset(record.get("only_in", ())),
        except_in=frozenset(record.get("except_in", ())),
        doubt_in=frozenset(record.get("doubt_in", ())),
        note=(record.get("note", ""), record.get("note_en", "")),
        source=record["source"],
        certainty=record["certainty"],
    )
