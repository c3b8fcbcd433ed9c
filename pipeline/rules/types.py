"""Types of official documents and their abbreviations, as rules/document_types.json lists them.

In: rules/document_types.json.  Out: `DocumentTypes`: the type of a name ("Kế hoạch") and of an abbreviation ("KH").
Promise: the 29 types of NĐ 30/2020/NĐ-CP, Điều 7 are all there; a name or abbreviation never stands for two types.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.rules import load_json


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type: its abbreviation in symbols (None for a public letter), its names, other spellings of the abbreviation.

    `system` is "administrative" (NĐ 30/2020/NĐ-CP), "copy", "party", "legal" or "joint" (signed by several bodies).
    """

    abbr: str | None
    names: tuple[str, ...]
    variants: tuple[str, ...]
    system: str


@dataclass(frozen=True, slots=True)
class DocumentTypes:
    """All types. `by_name` has names in lower case, `by_abbr` abbreviations and their variants in upper case."""

    types: tuple[DocumentType, ...]
    by_name: Mapping[str, DocumentType]
    by_abbr: Mapping[str, DocumentType]


@cache
def document_types() -> DocumentTypes:
    """The types of rules/document_types.json; kept after the first call."""
    types = tuple(
        DocumentType(record["abbr"], tuple(record["names"]), tuple(record["variants"]), record["system"])
        for record in load_json("document_types")["types"]
    )
    by_name = {name.lower(): kind for kind in types for name in kind.names}
    by_abbr = {abbr.upper(): kind for kind in types for abbr in (kind.abbr, *kind.variants) if abbr}
    return DocumentTypes(types, by_name, by_abbr)


@cache
def type_names() -> Mapping[str, str]:
    """The first name of each type that has an abbreviation: "TT" is "Thông tư"; in the order of the rules."""
    return {kind.abbr: kind.names[0] for kind in document_types().types if kind.abbr}
