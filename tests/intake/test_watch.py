"""The watcher, with a clock that only the test moves: what is read when, what becomes of files that change, vanish or hang."""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from models.register import IntakeState
from pipeline.intake import Limits, Outcome, Pace, open_inbox
from pipeline.intake.journal import Journal
from pipeline.intake.landing import Landings
from pipeline.intake.pool import Pool
from pipeline.intake.watch import HEAVY_BYTES, Watcher
from pipeline.intake.watchers import Bell
from pipeline.register import Register, inboxes, intake_rows
from tests.factories import ids

ROOT = Path(__file__).parents[2]
ENVIRON = {**os.environ, "PYTHONPATH": str(ROOT)}
NOON = datetime(2025, 6, 30, 12, tzinfo=UTC)
FOREVER = 10_000


@dataclass
class Desk:
    """A watcher with its world: `advance` moves the clock, `settle` lets workers end."""

    folder: Path
    pool: Pool
    jobs: int = 1
    time: float = 0.0
    outcomes: list[Outcome] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        (self.folder / "den").mkdir(exist_ok=True)
        self.inbox = open_inbox(self.folder / "den")
        self.register = Register.open(self.folder / "so.db", create=True, busy_ms=50)
        self.bell = Bell()
        self.journal = Journal(self.folder / "log.jsonl", self.clock)
        self.pool._on_progress = lambda source, seen, scans: self.watcher.progress(source, seen, scans)
        self.names = ids(f"a{self.time:.0f}-{os.urandom(2).hex()}-")
        self.landings = Landings(
            self.register, self.pool, self.clock, self.outcomes.append, inbox=self.inbox, new_id=lambda: next(self.names),
            journal=self.journal,
        )  # fmt: skip
        self.watcher = Watcher(
            self.landings, self.pool, self.register, jobs=self.jobs, pace=Pace(), bell=self.bell, native=True,
            now=lambda: self.time, clock=self.clock, journal=self.journal, on_trouble=self.troubles.append,
        )  # fmt: skip

    def clock(self) -> datetime:
        return NOON + timedelta(seconds=self.time)

    def put(self, name: str, content: str = "fine") -> Path:
        path = self.inbox.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        self.bell.ring()
        return path

    def advance(self, seconds: float) -> None:
        self.time += seconds
        self.watcher.tick()

    def settle(self) -> None:
        """Until no worker is busy; the clock stands still."""
        while self.pool.is_busy:
            self.watcher.wait(FOREVER)
            self.watcher.tick()

    def read_all(self) -> None:
        self.advance(1)
        for _ in range(8):
            self.advance(Pace().settle)
            self.settle()

    def states(self) -> dict[str, str]:
        return {row.name: row.state.value for row in intake_rows(self.register)}

    def reasons(self) -> dict[str, str]:
        return {row.name: row.reason for row in intake_rows(self.register)}

    def listing(self) -> set[str]:
        return {
            str(path.relative_to(self.folder)) for name in ("den", "da-xu-ly", "loi") for path in (self.folder / name).rglob("*")
        }

    def close(self) -> None:
        for source in self.pool.sources:
            self.pool.cancel(source)
        self.bell.close()
        self.register.close()


def make_pool(limits: Limits | None = None) -> Pool:
    return Pool(jobs=2, limits=limits or Limits(), environ=ENVIRON, worker="tests.intake.odd_worker")


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    """Workers for all tests: each start costs a second."""
    with make_pool() as made:
        yield made


@pytest.fixture
def desk(tmp_path: Path, pool: Pool) -> Iterator[Desk]:
    made = Desk(tmp_path, pool)
    yield made
    made.close()


DAY = "da-xu-ly/2025-06-30"


def test_each_file_ends_at_its_place_and_the_inbox_is_empty(desk: Desk) -> None:
    desk.put("a.txt", "fine a")
    desk.put("b.txt", "fine a")
    desk.put("c.txt", "refuse")
    desk.put("phòng A/d.txt", "die")
    desk.read_all()
    assert desk.states() == {"a.txt": "registered", "b.txt": "duplicate", "c.txt": "rejected", "d.txt": "rejected"}
    assert {name for name in desk.listing() if (desk.folder / name).is_file()} == {
        f"{DAY}/a.txt", f"{DAY}/b.txt", "loi/c.txt", "loi/c.txt.txt", "loi/phòng A/d.txt", "loi/phòng A/d.txt.txt",
    }  # fmt: skip
    note = (desk.folder / "loi/c.txt.txt").read_bytes().decode("utf-8-sig")
    assert "Vì sao:    “c.txt” bị hỏng hoặc thiếu phần cuối (thử). Hãy xin lại tệp" in note
    assert "Làm gì tiếp:\r\n" in note
    events = [json.loads(line)["event"] for line in (desk.folder / "log.jsonl").read_text().splitlines()]
    assert sorted(events) == ["duplicate", "registered", "rejected", "rejected"]


def test_a_file_is_not_read_before_it_keeps_still(desk: Desk) -> None:
    path = desk.put("a.txt", "fine")
    desk.advance(1)
    assert (desk.states(), desk.reasons()) == ({"a.txt": "seen"}, {"a.txt": "đợi tệp chép xong"})
    desk.advance(4)
    path.write_text("fine and longer")
    desk.advance(4)
    assert desk.states() == {"a.txt": "seen"}
    desk.advance(5)
    assert desk.states() == {"a.txt": "reading"}
    desk.settle()
    assert desk.states() == {"a.txt": "registered"}


def test_a_file_that_a_program_still_writes_to_is_left_alone_however_still(desk: Desk) -> None:
    path = desk.put("a.txt", "fine")
    with path.open("a"):
        desk.advance(1)
        desk.advance(600)
        assert desk.reasons() == {"a.txt": "đang được chương trình khác ghi"}
    desk.read_all()
    assert desk.states() == {"a.txt": "registered"}


def test_a_file_that_changes_while_it_is_read_is_read_anew(desk: Desk) -> None:
    path = desk.put("a.txt", "slow 0.3")
    desk.advance(1)
    desk.advance(5)
    assert desk.states() == {"a.txt": "reading"}
    path.write_text("refuse")
    desk.settle()
    assert (desk.states(), desk.reasons()) == ({"a.txt": "waiting"}, {"a.txt": "tệp đổi trong lúc đọc"})
    desk.read_all()
    assert desk.states() == {"a.txt": "rejected"}


def test_a_file_that_is_taken_out_again_leaves_no_row(desk: Desk) -> None:
    first, second = desk.put("a.txt"), desk.put("b.txt", "slow 0.3")
    desk.advance(1)
    first.unlink()
    desk.advance(5)
    assert desk.states() == {"b.txt": "reading"}
    second.unlink()
    desk.settle()
    desk.advance(60)
    assert desk.states() == {}
    assert desk.outcomes == []


def test_the_same_name_and_the_same_bytes_again_are_landings_of_their_own(desk: Desk) -> None:
    for content in ("fine a", "fine a", "fine b"):
        desk.put("a.txt", content)
        desk.read_all()
    assert [row.state.value for row in intake_rows(desk.register)] == ["registered", "duplicate", "registered"]
    assert [row.arrival.place for row in intake_rows(desk.register) if row.arrival] == [
        str(desk.folder / DAY / name) for name in ("a.txt", "a (2).txt", "a (3).txt")
    ]


def test_a_file_that_hangs_goes_to_the_quarantine_and_the_next_is_read(tmp_path: Path) -> None:
    limits = replace(Limits(), base_seconds=0.5, seconds_per_mib=0.0, seconds_per_page=0.0)
    with make_pool(limits) as pool:
        desk = Desk(tmp_path, pool)
        desk.put("a.txt", "hang")
        desk.put("b.txt", "fine")
        desk.read_all()
        assert desk.states() == {"a.txt": "rejected", "b.txt": "registered"}
        assert "quá thời gian cho phép" in desk.reasons()["a.txt"]
        desk.close()


def test_small_files_do_not_wait_for_long_scans(desk: Desk) -> None:
    for name in ("dai-1.txt", "dai-2.txt"):
        desk.put(name, "hang\n" + name + "x" * HEAVY_BYTES)
    for name in ("a.txt", "b.txt"):
        desk.put(name, f"fine {name}")
    desk.advance(1)
    desk.advance(5)
    assert sorted(desk.states().values()) == ["reading", "reading", "waiting", "waiting"]
    while len(desk.outcomes) < 2:
        desk.watcher.wait(FOREVER)
        desk.watcher.tick()
    assert desk.states() == {"a.txt": "registered", "b.txt": "registered", "dai-1.txt": "reading", "dai-2.txt": "waiting"}


def test_a_small_file_that_turns_out_to_be_a_long_scan_gives_way(desk: Desk) -> None:
    desk.put("1-dai.txt", "hang\n" + "x" * HEAVY_BYTES)
    desk.put("2-dai.txt", "scans 300")
    desk.put("3-ngan.txt", "fine")
    desk.advance(1)
    desk.advance(5)
    while not desk.outcomes:
        desk.watcher.wait(FOREVER)
        desk.watcher.tick()
    assert desk.states()["3-ngan.txt"] == "registered"
    assert {desk.states()["1-dai.txt"], desk.states()["2-dai.txt"]} == {"reading", "waiting"}


def test_a_long_scan_tells_how_far_it_is(desk: Desk) -> None:
    desk.put("a.txt", "scans 300")
    desk.advance(1)
    desk.advance(5)
    while desk.watcher._told == {}:
        desk.watcher.wait(FOREVER)
    desk.time += Pace().progress
    while "trang" not in desk.landings.rows[desk.inbox.path / "a.txt"].reason:
        desk.watcher.wait(FOREVER)
    desk.watcher.tick()
    assert desk.reasons()["a.txt"].startswith("đang đọc: trang ")
    assert desk.reasons()["a.txt"].endswith("/300")


def test_a_register_that_is_held_is_waited_for(desk: Desk) -> None:
    desk.put("a.txt")
    desk.advance(1)
    with closing(sqlite3.connect(desk.register.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        desk.advance(5)
        assert "đang bị chương trình khác giữ" in desk.troubles[0]
        other.execute("ROLLBACK")
    desk.read_all()
    assert desk.states() == {"a.txt": "registered"}
    assert inboxes(desk.register)[0].trouble == ""


def test_a_register_that_is_held_when_a_file_was_read_costs_only_time(desk: Desk) -> None:
    desk.put("a.txt")
    desk.advance(1)
    desk.advance(5)
    with closing(sqlite3.connect(desk.register.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        while desk.pool.is_busy:
            desk.watcher.wait(FOREVER)
        other.execute("ROLLBACK")
    desk.read_all()
    assert desk.states() == {"a.txt": "registered"}
    assert len(desk.outcomes) == 1


def test_a_place_that_cannot_be_written_is_tried_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*arguments: object, **named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pipeline.intake.landing.move", full)
    path = desk.put("a.txt")
    desk.read_all()
    assert desk.states() == {"a.txt": "registered"}
    assert path.exists()
    assert desk.troubles == ["không chuyển được “a.txt” (đĩa đã đầy)"]
    monkeypatch.undo()
    desk.advance(60)
    assert not path.exists()
    assert (desk.folder / DAY / "a.txt").exists()
    assert desk.states() == {"a.txt": "registered"}
    assert len(desk.outcomes) == 1


def test_an_inbox_that_is_gone_for_a_while_is_waited_for(desk: Desk) -> None:
    desk.inbox.path.rename(desk.folder / "khac")
    desk.advance(60)
    assert desk.troubles == ["không xem được thư mục nhận (không có tệp hoặc thư mục này)"]
    (desk.folder / "khac").rename(desk.inbox.path)
    desk.put("a.txt")
    desk.advance(60)
    desk.read_all()
    assert desk.states() == {"a.txt": "registered"}


def test_stopping_puts_back_what_is_being_read_and_the_next_start_reads_it(tmp_path: Path, pool: Pool) -> None:
    desk = Desk(tmp_path, pool)
    path = desk.put("a.txt", "hang")
    desk.advance(1)
    desk.advance(5)
    assert desk.states() == {"a.txt": "reading"}
    desk.watcher._pace = replace(Pace(), grace=0.0)
    desk.watcher.ask_to_stop()
    desk.watcher.run()
    assert path.exists()
    assert desk.states() == {"a.txt": "waiting"}
    assert inboxes(desk.register)[0].stopped is not None
    desk.close()
    path.write_text("fine")
    again = Desk(tmp_path, pool)
    try:
        again.read_all()
        assert again.states() == {"a.txt": "registered"}
        assert len(intake_rows(again.register)) == 1, "the landing goes on, no second row"
    finally:
        again.close()


def test_folders_that_were_emptied_go_and_those_that_fill_stay(desk: Desk) -> None:
    (desk.inbox.path / "trống").mkdir()
    desk.put("sâu/hơn/a.txt")
    desk.read_all()
    for _ in range(4):
        desk.advance(61)
    assert {name for name in desk.listing() if name.startswith("den/")} == {"den/trống"}, "a folder that nobody emptied stays"


def test_what_is_left_alone_is_told_once(desk: Desk) -> None:
    (desk.inbox.path / "link.pdf").symlink_to("/etc/hostname")
    desk.put("a.pdf.crdownload")
    desk.read_all()
    assert inboxes(desk.register)[0].passed_over == (
        ("a.pdf.crdownload", "tên của tệp tạm hoặc tệp đang tải"),
        ("link.pdf", "là liên kết, không phải tệp"),
    )
    told = [json.loads(line)["file"] for line in (desk.folder / "log.jsonl").read_text().splitlines()]
    assert told == ["a.pdf.crdownload", "link.pdf"]
    assert desk.states() == {}


def test_a_secret_paper_leaves_only_its_name_and_lies_private_in_the_quarantine(desk: Desk) -> None:
    desk.put("mat.txt", "secret paper\nnội dung rất riêng")
    desk.read_all()
    (row,) = intake_rows(desk.register)
    assert (row.state, row.kind, row.sha256) == (IntakeState.REJECTED, "secrecy_mark", None)
    assert (desk.folder / "loi/mat.txt").stat().st_mode & 0o777 == 0o600
    others = [path for path in desk.folder.rglob("*") if path.is_file() and path != desk.folder / "loi/mat.txt"]
    assert all("rất riêng".encode() not in path.read_bytes() for path in others)
    digest = hashlib.sha256("secret paper\nnội dung rất riêng".encode()).hexdigest()
    assert all(digest.encode() not in path.read_bytes() for path in others)
    assert "không đưa lại vào thư mục nhận" in (desk.folder / "loi/mat.txt.txt").read_text(encoding="utf-8-sig")


def test_a_secret_paper_is_not_copied_to_another_disk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def far(source: object, target: object) -> int:
        return 18  # EXDEV

    monkeypatch.setattr("pipeline.intake.filing._renameat2", far)
    path = desk.put("mat.txt", "secret paper")
    desk.read_all()
    desk.advance(60)
    assert path.exists()
    assert len(desk.outcomes) == 1, "it is not read again at each look"
    assert "Tệp vẫn nằm trong thư mục nhận" in (desk.folder / "loi/mat.txt.txt").read_text(encoding="utf-8-sig")
    path.unlink()
    desk.advance(60)
    assert desk.landings.rows == {}
