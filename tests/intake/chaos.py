"""Kill the watcher again and again, start it again, and look what became of the files (`make chaos`: 1,000 kills, 200 files a run).

Each kill is a SIGKILL of the whole program: half of them after a random time, half just before or after a random step that changes
the disk (rename, sync, unlink, beginning or end of a transaction). The program is the real one but for the engine, which each start
would load for seconds (chaos_worker.py).
"""

import argparse
import hashlib
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.intake import Pace, Told, filing, open_inbox, watch
from pipeline.intake.inbox import note_beside
from pipeline.register import Register
from tests.intake.chaos_worker import TASKS

ROOT = Path(__file__).parents[2]
NOON = datetime(2025, 6, 30, 12, tzinfo=UTC)
PACE = Pace(settle=0.02, gap=0.01, every=0.05, grace=0.0, folder_rest=0.0, pulse=0.2, patience=5.0)
ORDERS = ("fine",) * 12 + ("twin",) * 3 + ("refuse",) * 2 + ("secret", "die", "empty")
NAMES = (
    "công văn {}.pdf",
    "Kế hoạch  số {} .docx",
    "x{}" + "ữ" * 80 + ".txt",
    "phòng A/sâu/hơn/báo cáo {}.pdf",
    "phòng B/{}",
    "{}.TXT",
)
STEPS = 120
"""A start does about so many steps before the driver gives up waiting for its death."""


@dataclass
class Round:
    """One inbox with its files and what they should become."""

    folder: Path
    beside: Path
    contents: dict[str, bytes] = field(default_factory=dict)
    kills: Counter[str] = field(default_factory=Counter)

    @property
    def inbox(self) -> Path:
        return self.folder / "den"

    @property
    def is_across(self) -> bool:
        return self.inbox.stat().st_dev != self.beside.stat().st_dev

    @property
    def register(self) -> Path:
        return self.folder / "so.db"


def make_files(where: Round, count: int, rng: random.Random) -> None:
    for number in range(count):
        order = rng.choice(ORDERS)
        body = "" if order == "empty" else f"{order}\n{rng.randrange(4) if order == 'twin' else number}\n"
        where.contents[rng.choice(NAMES).format(number)] = body.encode()


def put(where: Round, names: list[str]) -> None:
    for name in names:
        path = where.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(where.contents[name])


def program(where: Round, *, die_at: int | None) -> None:
    """The program; `die_at` says before which of its steps it kills itself."""
    with dying_at(die_at):
        inbox = open_inbox(where.inbox, beside=where.beside, ours=[where.register])
        environ = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(where.folder / "tmp")}
        with Register.open(where.register, create=True) as register:
            watch(
                inbox, register, jobs=2, environ=environ, clock=lambda: NOON, told=Told(lambda outcome: None), once=True, pace=PACE,
                worker="tests.intake.chaos_worker",
            )  # fmt: skip


@contextmanager
def dying_at(step: int | None) -> Iterator[None]:
    """Count what changes the disk, and die."""
    if step is None:
        yield
        return
    left = [step]

    def count() -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(function: Any) -> Any:
        def counted(*arguments: Any, **named: Any) -> Any:
            count()
            result = function(*arguments, **named)
            count()
            return result

        return counted

    write = Register.write

    @contextmanager
    def counted_write(self: Register) -> Iterator[sqlite3.Connection]:
        count()
        with write(self) as connection:
            yield connection
            count()  # all is written, nothing committed
        count()

    Register.write = counted_write  # type: ignore[method-assign]
    filing._renameat2 = around(filing._renameat2)
    os.fsync = around(os.fsync)
    for name in ("unlink", "rename", "replace", "mkdir", "rmdir"):
        setattr(Path, name, around(getattr(Path, name)))
    yield


def start(where: Round, *, die_at: int | None) -> int:
    """Fork: what is imported already need not be imported a thousand times."""
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        os.setsid()
        quiet = os.open(where.folder / "loi.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        program(where, die_at=die_at)
        code = 0
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def run_round(where: Round, rng: random.Random, *, most: int, deadline: float) -> None:
    """Start and kill until all files are done, then look."""
    for folder in (where.inbox, where.folder / "tmp", where.beside):
        folder.mkdir(parents=True, exist_ok=True)
    names = list(where.contents)
    rng.shuffle(names)
    put(where, names[: len(names) // 2])
    late = names[len(names) // 2 :]
    while sum(where.kills.values()) < most and time.monotonic() < deadline:
        put(where, late[:8])
        del late[:8]
        if not kill_once(where, rng) and not late:
            return
    put(where, late)
    pid = start(where, die_at=None)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    assert code == 0, (where.folder / "loi.txt").read_text()


def kill_once(where: Round, rng: random.Random) -> bool:
    """One start and one kill; False where the program came to its end before it died."""
    by_step = rng.random() < 0.5
    pid = start(where, die_at=rng.randrange(1, STEPS) if by_step else None)
    if not by_step:
        time.sleep(rng.uniform(0.0, 1.2))
        os.kill(pid, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if code == -signal.SIGKILL:
        where.kills["by step" if by_step else "by time"] += 1
        return True
    assert code == 0, (where.folder / "loi.txt").read_text()
    return False


def verdict(where: Round) -> Counter[str]:
    """Every file in exactly one right state, nothing doubled, nothing left over; the states counted. Raises AssertionError."""
    # A secret paper is not copied to another disk: it stays where it is, with a note in the quarantine.
    staying = {name for name, content in where.contents.items() if content.startswith(b"secret")} if where.is_across else set()
    assert {str(path.relative_to(where.inbox)) for path in where.inbox.rglob("*") if path.is_file()} == staying, "the inbox empties"
    done, bad = where.beside / "da-xu-ly", where.beside / "loi"
    with closing(sqlite3.connect(where.register)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        db.execute("INSERT INTO tasks_fts(tasks_fts) VALUES ('integrity-check')")
        rows = db.execute("SELECT path, state, kind, sha256, place, filed, document_id FROM intake").fetchall()
        documents = dict(db.execute("SELECT f.sha256, count(t.id) FROM files f LEFT JOIN tasks t USING (document_id) GROUP BY 1"))
        (tasks,) = db.execute("SELECT count(*) FROM tasks").fetchone()
    assert sorted(row[0] for row in rows) == sorted(str(where.inbox / name) for name in where.contents), "one row a file"
    assert len({row[4] for row in rows}) == len(rows), "no place twice"
    registered: Counter[str] = Counter()
    for path, state, kind, sha256, place, filed, document in rows:
        name = str(Path(path).relative_to(where.inbox))
        content = where.contents[name]
        assert bool(filed) is (name not in staying), path
        assert (where.inbox / name if name in staying else Path(place)).read_bytes() == content, path
        check_state(content, state, kind, sha256, document)
        assert Path(place).is_relative_to(bad if state == "rejected" else done)
        assert note_beside(Path(place)).exists() is (state == "rejected"), place
        registered[hashlib.sha256(content).hexdigest()] += state == "registered"
    good = {hashlib.sha256(content).hexdigest() for content in where.contents.values() if content[:4] in (b"fine", b"twin")}
    assert {digest for digest, count in registered.items() if count} == good
    assert max(registered.values()) == 1
    assert documents == dict.fromkeys(good, TASKS), "no task is lost or doubled"
    assert tasks == TASKS * len(good)
    originals = where.register.with_suffix(".files") / "originals"
    for digest in good:
        assert hashlib.sha256((originals / digest).read_bytes()).hexdigest() == digest
    files = [path for folder in (done, bad) for path in folder.rglob("*") if path.is_file() and path.name != ".den.lock"]
    notes = sum(row[1] == "rejected" for row in rows)
    assert len(files) == len(rows) - len(staying) + notes, "nothing is left over"
    assert list((where.folder / "tmp").iterdir()) == [], "no picture of a page is left"
    return Counter(row[1] if row[1] != "rejected" else f"rejected: {row[2]}" for row in rows)


def check_state(content: bytes, state: str, kind: str | None, sha256: str | None, document: str | None) -> None:
    order = content.decode().partition("\n")[0]
    kinds = {"refuse": "broken", "secret": "secrecy_mark", "die": "worker", "": "empty"}
    if order in ("fine", "twin"):
        assert state in ("registered", "duplicate")[: 1 + (order == "twin")]
        assert document
    else:
        assert (state, document) == ("rejected", None)
        assert kind == kinds[order]
    assert sha256 == (None if order == "secret" else hashlib.sha256(content).hexdigest())


def chaos(
    folder: Path, *, kills: int, files: int, seed: int, seconds: float, other_disk: Path | None = None, tell: bool = False
) -> Counter[str]:
    """Rounds until so many kills; the kills and the ends of all files counted."""
    rng = random.Random(seed)
    total: Counter[str] = Counter()
    deadline = time.monotonic() + seconds
    while (killed := total["by step"] + total["by time"]) < kills and time.monotonic() < deadline:
        number = total["rounds"]
        with tempfile.TemporaryDirectory(dir=other_disk if other_disk and number % 2 else folder) as beside:
            where = Round(folder / f"{number:03}", Path(beside))
            make_files(where, files, rng)
            run_round(where, rng, most=kills - killed, deadline=deadline)
            total += where.kills + verdict(where)
        total["rounds"] += 1
        total["files"] += files
        if tell:
            print(dict(total), flush=True)
    return total


def main() -> None:
    """Run and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=4 * 3600)
    arguments = parser.parse_args()
    shared_memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory() as folder:
        other = shared_memory if shared_memory.is_dir() and shared_memory.stat().st_dev != Path(folder).stat().st_dev else None
        total = chaos(
            Path(folder), kills=arguments.kills, files=arguments.files, seed=arguments.seed, seconds=arguments.seconds,
            other_disk=other, tell=True,
        )  # fmt: skip
    print(f"every file in one right state: {dict(total)}")


if __name__ == "__main__":
    main()
