"""The data of the directory: form, spelling, lifetimes, and for each record names that mean it and names that do not."""

import json
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipeline.rules.agencies import Level, Scope
from pipeline.rules.collectives import JOIN
from pipeline.rules.directory import Directory, load_directory
from pipeline.rules.naming import load_abbreviations, load_naming

RULES = Path(__file__).parents[2] / "pipeline" / "rules"
FIX = os.environ.get("GIAOVIEC_FIX_DATA") == "1"
"""Set it to write the files in canonical form; the test that it is off keeps it out of ordinary runs."""

REQUIRED = {
    "agencies": set(
        "canonical certainty counter_examples examples id kind level scope source successors valid_from valid_to variants".split()
    ),
    "collectives": {"id", "canonical", "kind", "pattern", "members", "examples", "counter_examples"},
    "heads": {"id", "pattern", "examples", "counter_examples"},
    "provinces": {"id", "name", "kind", "valid_from", "valid_to", "predecessors", "variants", "source", "certainty"},
    "abbreviations": {"short", "expansions", "examples"},
}
OPTIONAL = {
    "agencies": {"note", "tolerance_days", "with_place", "pattern", "priority", "within_province", "bare", "source_certainty"},
    "collectives": {"vague", "note"},
    "heads": {"becomes"},
    "provinces": {"seat", "note"},
    "abbreviations": {"in_names"},
}
KINDS = {
    "state", "authority", "ministry", "government_agency", "ministry_unit", "department", "office", "council", "people_committee",
    "division", "public_service", "vertical", "court", "party", "mass_organisation", "enterprise", "committee", "press",
}  # fmt: skip


def content(name: str) -> dict[str, list[dict[str, Any]]]:
    return json.loads((RULES / f"{name}.json").read_text(encoding="utf-8"))


AGENCIES, COLLECTIVES, HEADS = (content("agencies")[part] for part in ("agencies", "collectives", "heads"))
PROVINCES = content("provinces")["provinces"]
ABBREVIATIONS = content("abbreviations")["abbreviations"]
TABLES = {"agencies": AGENCIES, "collectives": COLLECTIVES, "heads": HEADS, "provinces": PROVINCES, "abbreviations": ABBREVIATIONS}


def canonical_form(tables: dict[str, list[dict[str, Any]]]) -> str:
    """One record a line, records by id, keys and name lists in order, NFC."""
    lines = ["{"]
    for i, part in enumerate(sorted(tables)):
        records = sorted(tables[part], key=lambda r: r.get("id") or r["short"])
        for record in records:
            for names in ("variants", "bare", "predecessors"):
                if names in record:
                    record[names] = sorted(set(record[names]))
        body = ",\n".join("  " + json.dumps(record, ensure_ascii=False, sort_keys=True) for record in records)
        lines += [f" {json.dumps(part)}: [", body, " ]" + ("," if i < len(tables) - 1 else "")]
    return unicodedata.normalize("NFC", "\n".join([*lines, "}"]) + "\n")


@pytest.mark.parametrize("name", ["agencies", "provinces", "abbreviations"])
def test_file_is_in_canonical_form(name: str) -> None:
    path = RULES / f"{name}.json"
    wanted = canonical_form(content(name))
    if FIX:
        path.write_text(wanted, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == wanted, "run once with GIAOVIEC_FIX_DATA=1"


def figures() -> str:
    certain = Counter(record["certainty"] for record in AGENCIES)
    rows = [
        ("bodies and templates", len(AGENCIES)),
        ("of them with an end", sum(bool(record["valid_to"]) for record in AGENCIES)),
        ("of them sure / likely / to be checked", f"{certain['sure']} / {certain['likely']} / {certain['check']}"),
        ("spellings for running text", len(set(load_directory().names()))),
        ("collectives", len(COLLECTIVES)),
        ("head words", len(HEADS)),
        ("provinces and cities (87 entities: 63 until 30/6/2025, 34 after)", len(PROVINCES)),
        ("abbreviations", len(ABBREVIATIONS)),
    ]
    return "\n".join(["| records | number |", "|---|---|", *(f"| {what} | {number} |" for what, number in rows)])


def test_figures_of_the_documentation_are_those_of_the_data() -> None:
    path = RULES.parents[1] / "docs" / "directory.md"
    text = path.read_text(encoding="utf-8")
    head, opening, rest = text.partition("GIAOVIEC_FIX_DATA=1 -->\n")
    _, closing, tail = rest.partition("<!-- end of figures -->")
    wanted = head + opening + figures() + "\n" + closing + tail
    if FIX:
        path.write_text(wanted, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == wanted, "run once with GIAOVIEC_FIX_DATA=1"


def test_the_switch_that_rewrites_data_is_off() -> None:
    assert not FIX


@pytest.mark.parametrize("table", sorted(TABLES))
def test_records_have_the_fields_of_their_table_and_no_others(table: str) -> None:
    for record in TABLES[table]:
        assert REQUIRED[table] <= set(record) <= REQUIRED[table] | OPTIONAL[table], record.get("id") or record["short"]


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_string_is_nfc_and_without_stray_spaces(table: str) -> None:
    for text in strings(TABLES[table]):
        assert unicodedata.is_normalized("NFC", text)
        assert text == " ".join(text.split()) or "(?" in text, text
        assert not any(unicodedata.category(c) == "Cf" for c in text)


def test_ids_are_unique_over_bodies_and_groups() -> None:
    ids = Counter(record["id"] for record in (*AGENCIES, *COLLECTIVES))
    assert [i for i, count in ids.items() if count > 1] == []
    for table in (PROVINCES, HEADS):
        assert len({record["id"] for record in table}) == len(table)
    assert len({record["short"] for record in ABBREVIATIONS}) == len(ABBREVIATIONS)
    assert not any(JOIN in i or "@" in i for i in ids)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("record", [*AGENCIES, *PROVINCES], ids=lambda r: r["id"])
def test_lifetimes_are_days_in_order(record: dict[str, Any]) -> None:
    start, end = day(record["valid_from"]), day(record["valid_to"])
    assert start is None or end is None or start <= end
    assert record["certainty"] in {"sure", "likely", "check"}


@pytest.mark.parametrize("record", AGENCIES, ids=lambda r: r["id"])
def test_agency_record_holds_together(record: dict[str, Any]) -> None:
    by_id = {r["id"]: r for r in AGENCIES}
    assert record["kind"] in KINDS
    assert Level(record["level"])
    assert Scope(record["scope"])
    assert record["id"] not in record["successors"]
    assert record["canonical"] not in record["variants"]
    assert set(record.get("bare", ())) <= {record["canonical"], *record["variants"]}
    assert bool(record["successors"]) <= bool(record["valid_to"]), "only what ended has successors"
    for successor in record["successors"]:
        later = day(by_id[successor]["valid_to"])
        assert later is None or later > day(record["valid_to"]), f"{successor} ended before {record['id']}"
    assert record["examples"], "a record without an example is not tested"
    assert record["counter_examples"]


def alive_on(record: dict[str, Any]) -> date:
    """A day well inside the lifetime: the last, the first, or a day when most old names still held."""
    if record["valid_to"]:
        return date.fromisoformat(record["valid_to"])
    return date.fromisoformat(record["valid_from"]) if record["valid_from"] else date(2024, 6, 1)


def meant(directory: Directory, name: str, record: dict[str, Any]) -> set[str]:
    in_city = record["scope"] == "province" and ("thành phố" in name.lower() or "Thành ủy" in name)
    found = directory.resolve(name, on=alive_on(record), place="Hà Nội" if in_city else "Lào Cai", level=Level(record["level"]))
    return {candidate.agency_id.split("@")[0] for candidate in found.candidates} if found and found.agency_id else set()


@pytest.mark.parametrize("record", AGENCIES, ids=lambda r: r["id"])
def test_each_example_means_its_record(record: dict[str, Any]) -> None:
    directory = load_directory()
    for example in record["examples"]:
        assert meant(directory, example, record) == {record["id"]}, example


@pytest.mark.parametrize("record", AGENCIES, ids=lambda r: r["id"])
def test_no_counter_example_means_its_record(record: dict[str, Any]) -> None:
    directory = load_directory()
    for example in record["counter_examples"]:
        for level in (None, Level(record["level"])):
            found = directory.resolve(example, on=alive_on(record), place="Lào Cai", level=level)
            assert found is None or found.agency_id is None or found.agency_id.split("@")[0] != record["id"], example


@pytest.mark.parametrize("record", AGENCIES, ids=lambda r: r["id"])
def test_every_variant_leads_to_its_record(record: dict[str, Any]) -> None:
    directory = load_directory()
    for name in (record["canonical"], *record["variants"]):
        if record["scope"] != "named":
            assert record["id"] in {agency.id for agency in directory.index[directory.naming.key(name)]}, name


@pytest.mark.parametrize("record", COLLECTIVES, ids=lambda r: r["id"])
def test_collective_has_names_that_mean_it_and_names_that_do_not(record: dict[str, Any]) -> None:
    directory = load_directory()
    for example in record["examples"]:
        assert directory.collective_of(example) == record["id"], example
    for example in record["counter_examples"]:
        assert directory.collective_of(example) != record["id"], example


@pytest.mark.parametrize("record", COLLECTIVES, ids=lambda r: r["id"])
def test_members_of_a_collective_exist(record: dict[str, Any]) -> None:
    group = load_directory().collectives.groups[record["id"]]
    ids = {r["id"] for r in AGENCIES}
    assert not group.members or any(group.holds(agency) for agency in load_directory().agencies.values())
    for clause in record["members"]:
        assert set(clause) <= {"kinds", "levels", "ids"}
        assert set(clause.get("ids", ())) <= ids
        assert set(clause.get("kinds", ())) <= KINDS
        assert set(clause.get("levels", ())) <= set(Level)


@pytest.mark.parametrize("record", HEADS, ids=lambda r: r["id"])
def test_head_words_reduce_to_the_body(record: dict[str, Any]) -> None:
    naming = load_naming()
    for example in record["examples"]:
        name, body = example.split(" -> ")
        assert naming.strip_head(name) == body
    for example in record["counter_examples"]:
        assert naming.strip_head(example) == example


def alive(on: date) -> list[dict[str, Any]]:
    return [r for r in PROVINCES if (day(r["valid_from"]) or on) <= on <= (day(r["valid_to"]) or on)]


@pytest.mark.parametrize(
    ("on", "provinces", "cities"),
    [
        pytest.param(date(2024, 12, 31), 58, 5, id="63 with Thừa Thiên Huế"),
        pytest.param(date(2025, 1, 1), 57, 6, id="63 with the city of Huế"),
        pytest.param(date(2025, 6, 30), 57, 6, id="63 on the last day"),
        pytest.param(date(2025, 7, 1), 28, 6, id="34 on the first day"),
    ],
)
def test_the_country_has_its_number_of_provinces(on: date, provinces: int, cities: int) -> None:
    kinds = Counter(record["kind"] for record in alive(on))
    assert kinds == {"tỉnh": provinces, "thành phố": cities}


def test_every_old_province_went_into_exactly_one_new_one() -> None:
    new = [r for r in PROVINCES if r["valid_from"]]
    gone = [r["id"] for r in PROVINCES if r["valid_to"]]
    assert sorted(p for r in new for p in r["predecessors"]) == sorted(gone)
    for record in new:
        for predecessor in record["predecessors"]:
            old = next(r for r in PROVINCES if r["id"] == predecessor)
            assert day(old["valid_to"]) + timedelta(days=1) == day(record["valid_from"])


def test_names_of_provinces_alive_on_one_day_are_unlike() -> None:
    directory = load_directory()
    for on in (date(2024, 6, 1), date(2025, 3, 1), date(2025, 8, 1)):
        for record in alive(on):
            for name in (record["name"], f"{record['kind']} {record['name']}", *record["variants"]):
                found = directory.places.province(name, on)
                assert found is not None, name
                assert found.id == record["id"]


def test_abbreviations_are_read_in_their_examples() -> None:
    readings = load_abbreviations()
    for record in ABBREVIATIONS:
        assert readings[record["short"]] == tuple(record["expansions"])
        assert record["expansions"]
        assert all(record["short"] in example for example in record["examples"]), record["short"]


def test_sources_are_document_numbers_or_empty() -> None:
    numbers = {record["source"] for record in (*AGENCIES, *PROVINCES)} - {""}
    assert numbers == {"176/2025/QH15", "202/2025/QH15"}
    assert all(record.get("source_certainty") == "likely" for record in AGENCIES if record["source"] == "176/2025/QH15")


def test_what_the_docs_ask_can_be_asked_and_is_answered_so() -> None:
    """The lines of Python in docs/directory.md, one after the other; a comment that is a value is the answer."""
    text = (RULES.parents[1] / "docs" / "directory.md").read_text(encoding="utf-8")
    names: dict[str, object] = {}
    told = 0
    for line in "\n".join(re.findall(r"```python\n(.*?)```", text, re.DOTALL)).splitlines():
        asked, _, answer = (part.strip() for part in line.partition("# "))
        exec(asked, names)
        if answer == "True" or answer.startswith('"'):
            told += 1
            value = re.sub(r"^\w+ = ", "", asked)
            assert eval(value, names) == eval(answer), asked
    assert told == 6
