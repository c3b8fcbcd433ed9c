"""A run over files: each ends in exactly one state, recorded in the register; sources stay as they are."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models.register import IntakeState
from pipeline.intake import Limits, Outcome, Summary, expand, ingest
from pipeline.register import Register, intake_counts, intake_rows

ODD = "tests.intake.odd_worker"
ROOT = Path(__file__).parents[2]
ENVIRON = {**os.environ, "PYTHONPATH": str(ROOT)}
NOON = datetime(2025, 6, 30, 12, tzinfo=UTC)


def run(folder: Path, register: Path, *, jobs: int = 1) -> tuple[Summary, dict[str, Outcome]]:
    outcomes: list[Outcome] = []
    with Register.open(register, create=True) as opened:
        summary = ingest(
            expand([folder], register=register).sources,
            opened,
            jobs=jobs,
            environ=ENVIRON,
            clock=lambda: NOON,
            on_outcome=outcomes.append,
            limits=Limits(),
            worker=ODD,
        )
    assert len({outcome.path for outcome in outcomes}) == len(outcomes) == summary.total
    return summary, {outcome.name: outcome for outcome in outcomes}


def write(folder: Path, **files: str) -> None:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / f"{name}.txt").write_text(content, encoding="utf-8")


@pytest.mark.parametrize("jobs", [1, 3])
def test_each_file_ends_in_one_state_and_the_ledger_says_so(tmp_path: Path, jobs: int) -> None:
    write(tmp_path / "den", a="fine a", b="die", c="refuse", d="stumble", e="fine e")
    summary, outcomes = run(tmp_path / "den", tmp_path / "register.db", jobs=jobs)
    assert summary.counts == {IntakeState.REGISTERED: 2, IntakeState.REJECTED: 3}
    assert {name: outcome.error.kind for name, outcome in outcomes.items() if outcome.error} == {
        "b.txt": "worker",
        "c.txt": "broken",
        "d.txt": "worker",
    }
    assert "a bug met by this file alone" in outcomes["d.txt"].trace
    with Register.open(tmp_path / "register.db", create=False, write=False) as register:
        rows = {row.name: row for row in intake_rows(register)}
        assert {name: row.state for name, row in rows.items()} == {name: outcome.state for name, outcome in outcomes.items()}
        assert all(row.reason for row in rows.values())


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path / "den", a="fine a", b="refuse")
    run(tmp_path / "den", tmp_path / "register.db")
    summary, outcomes = run(tmp_path / "den", tmp_path / "register.db")
    assert summary.counts == {IntakeState.DUPLICATE: 1, IntakeState.REJECTED: 1}
    assert outcomes["a.txt"].state is IntakeState.DUPLICATE
    with Register.open(tmp_path / "register.db", create=False, write=False) as register:
        assert intake_counts(register)[IntakeState.REGISTERED] == 1
        assert len(intake_rows(register)) == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_same_bytes_under_two_names_are_read_once(tmp_path: Path, jobs: int) -> None:
    write(tmp_path / "den", a="slow 0.2", b="slow 0.2", c="slow 0.2")
    summary, _ = run(tmp_path / "den", tmp_path / "register.db", jobs=jobs)
    assert summary.counts == {IntakeState.REGISTERED: 1, IntakeState.DUPLICATE: 2}


def test_twins_that_cannot_be_read_are_both_rejected(tmp_path: Path) -> None:
    write(tmp_path / "den", a="refuse", b="refuse")
    summary, outcomes = run(tmp_path / "den", tmp_path / "register.db", jobs=2)
    assert summary.counts == {IntakeState.REJECTED: 2}
    assert {outcome.error.facts["name"] for outcome in outcomes.values() if outcome.error} == {"a.txt", "b.txt"}


def test_sources_stay_as_they_were(tmp_path: Path) -> None:
    write(tmp_path / "den", a="fine", b="refuse", c="die")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (tmp_path / "den").iterdir()}
    run(tmp_path / "den", tmp_path / "register.db")
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (tmp_path / "den").iterdir()} == before


def test_a_file_that_vanishes_after_listing_is_rejected(tmp_path: Path) -> None:
    write(tmp_path / "den", a="fine a", b="fine b")
    sources = expand([tmp_path / "den"]).sources
    (tmp_path / "den" / "a.txt").unlink()
    outcomes: list[Outcome] = []
    with Register.open(tmp_path / "register.db", create=True) as register:
        ingest(sources, register, jobs=1, environ=ENVIRON, clock=lambda: NOON, on_outcome=outcomes.append, worker=ODD)
    assert [(outcome.name, outcome.state) for outcome in outcomes] == [
        ("a.txt", IntakeState.REJECTED),
        ("b.txt", IntakeState.REGISTERED),
    ]
    assert outcomes[0].error is not None
    assert outcomes[0].error.kind == "unreadable"


def test_a_file_whose_name_is_not_utf8_is_read_and_named_with_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "den").mkdir()
    odd = os.fsdecode(os.fsencode(str(tmp_path / "den")) + b"/c\xf4ng v\xa8n.txt")
    Path(odd).write_text("refuse", encoding="utf-8")
    Path(odd.replace(".txt", "-2.txt")).write_text("fine", encoding="utf-8")
    _, outcomes = run(tmp_path / "den", tmp_path / "register.db")
    assert {name: outcome.state for name, outcome in outcomes.items()} == {
        r"c\xf4ng v\xa8n.txt": IntakeState.REJECTED,
        r"c\xf4ng v\xa8n-2.txt": IntakeState.REGISTERED,
    }
