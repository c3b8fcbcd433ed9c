"""The corpus of hostile files, read by the real workers in one run: each ends as it must, and nothing outside is touched.

The files of the kind "worker" make the PDF library abort when memory ends: its own limits do not see forms that draw themselves.
"""

import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models.register import IntakeState
from pipeline.intake import Limits, Outcome, expand, ingest
from pipeline.intake.limits import MIB
from pipeline.register import Register, intake_rows
from tests.hostile.model import CANARY, READ, Hostile, Place
from tests.hostile.others import OTHERS
from tests.hostile.packages import PACKAGES
from tests.hostile.packets import PACKETS
from tests.hostile.papers import PAPERS

CORPUS: tuple[Hostile, ...] = (*PAPERS, *PACKAGES, *OTHERS, *PACKETS)
LIMITS = Limits(memory=1536 * MIB, base_seconds=60.0)
"""Less memory than in an office: what eats all of it comes to its end sooner."""


@dataclass(frozen=True)
class Run:
    """What the one run left behind."""

    root: Path
    before: dict[str, bytes]
    outcomes: dict[str, Outcome]
    register: Register
    listener: socket.socket


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    root = tmp_path_factory.mktemp("hostile")
    inbox, scratch = root / "inbox", root / "scratch"
    for folder in (inbox, scratch, root / "home"):
        folder.mkdir()
    canary = root / "canary"
    canary.write_text(CANARY, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        place = Place(canary, listener.getsockname()[1])
        for hostile in CORPUS:
            (inbox / os.fsdecode(hostile.name)).write_bytes(hostile.make(place))
        before = contents(inbox)
        outcomes: list[Outcome] = []
        with Register.open(root / "so" / "register.db", create=True) as register:
            ingest(
                expand([inbox]).sources,
                register,
                jobs=2,
                environ={**os.environ, "TMPDIR": str(scratch), "HOME": str(root / "home")},
                clock=lambda: datetime(2025, 6, 30, tzinfo=UTC),
                on_outcome=outcomes.append,
                limits=LIMITS,
            )
            yield Run(root, before, {outcome.path.name: outcome for outcome in outcomes}, register, listener)


def test_there_are_enough_of_them_and_each_has_its_name() -> None:
    assert len(CORPUS) >= 60
    assert len({hostile.id for hostile in CORPUS}) == len({hostile.name for hostile in CORPUS}) == len(CORPUS)


@pytest.mark.parametrize("hostile", CORPUS, ids=lambda hostile: hostile.id)
def test_a_hostile_file_ends_as_it_must(done: Run, hostile: Hostile) -> None:
    outcome = done.outcomes[os.fsdecode(hostile.name)]
    kind = outcome.error.kind if outcome.error else READ
    assert kind in ([hostile.ends] if isinstance(hostile.ends, str) else hostile.ends), str(outcome.error)
    assert not outcome.trace, "an error that nobody foresaw"
    if outcome.error:
        assert outcome.error.message("vi").endswith((".", "install")), "the message says what to do next"
        assert "\x1b" not in outcome.error.message("vi")


def test_the_ledger_has_each_file_once(done: Run) -> None:
    rows = intake_rows(done.register)
    assert len(rows) == len(CORPUS)
    assert sum(row.state is IntakeState.REJECTED for row in rows) == sum(
        outcome.error is not None for outcome in done.outcomes.values()
    )
    assert done.register.row("PRAGMA integrity_check")[0] == "ok"  # type: ignore[index]
    assert done.register.rows("PRAGMA foreign_key_check") == []


def test_nothing_from_outside_came_in(done: Run) -> None:
    for table, column in (("pages", "text"), ("documents", "folded"), ("tasks", "text"), ("evidence", "quote")):
        assert done.register.rows(f"SELECT 1 FROM {table} WHERE {column} LIKE '%{CANARY}%'") == []
    assert done.register.rows("SELECT 1 FROM pages WHERE text LIKE '%Sở Tài chính%'") != [], "the query would see it"


def test_nobody_called_on_the_network(done: Run) -> None:
    with pytest.raises(BlockingIOError):
        done.listener.accept()


def test_nothing_was_written_but_the_register(done: Run) -> None:
    assert contents(done.root / "inbox") == done.before
    assert sorted(path.name for path in done.root.iterdir()) == ["canary", "home", "inbox", "scratch", "so"]
    assert list((done.root / "scratch").iterdir()) == []
    assert {path.name for path in (done.root / "so" / "register.files").iterdir()} <= {"originals", "ocr", "pages"}
    assert [path for path in done.root.rglob("leo-rao*") if path.parent.name != "inbox"] == []
