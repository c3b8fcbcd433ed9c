"""A slice of `make chaos`, always the same; and that its verdict would see what it looks for."""

import random
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.intake import chaos


def test_killed_again_and_again_no_file_is_lost_or_doubled(tmp_path: Path) -> None:
    total = chaos.chaos(tmp_path, kills=4, files=16, seed=11, seconds=600)
    assert total["by step"] + total["by time"] == 4
    assert (
        sum(count for state, count in total.items() if state.startswith(("registered", "duplicate", "rejected"))) == total["files"]
    )


def test_the_verdict_sees_each_harm(tmp_path: Path) -> None:
    where = chaos.Round(tmp_path / "0", tmp_path / "canh")
    chaos.make_files(where, 6, random.Random(1))
    chaos.run_round(where, random.Random(1), most=0, deadline=time.monotonic() + 600)
    chaos.verdict(where)
    register = where.register
    with closing(sqlite3.connect(register)) as db:
        ((found,),) = db.execute("SELECT place FROM intake WHERE state = 'registered' LIMIT 1").fetchall()
        columns = ", ".join(row[1] for row in db.execute("PRAGMA table_info(tasks)") if row[1] not in ("seq", "id"))
    place, content = Path(found), Path(found).read_bytes()
    whole = shutil.copy(register, tmp_path / "nguyên.db")
    for statement in (
        f"INSERT INTO tasks (id, {columns}) SELECT id || 'x', {columns} FROM tasks LIMIT 1",
        "DELETE FROM tasks WHERE seq = (SELECT min(seq) FROM tasks)",
        "UPDATE intake SET state = 'rejected' WHERE state = 'registered'",
        "UPDATE intake SET filed = NULL",
        "DELETE FROM intake WHERE id = 1",
        "INSERT INTO intake (path, name, state, reason, finished) SELECT path, name, state, reason, finished FROM intake LIMIT 1",
    ):
        with closing(sqlite3.connect(register)) as db:
            db.execute(statement)
            db.commit()
        with pytest.raises(AssertionError):
            chaos.verdict(where)
        shutil.copy(whole, register)
    for harm in (place.unlink, lambda: place.write_bytes(b"fi"), lambda: (where.inbox / "a.pdf").write_bytes(content)):
        harm()
        with pytest.raises((AssertionError, OSError)):
            chaos.verdict(where)
        place.write_bytes(content)
    (where.inbox / "a.pdf").unlink()
    chaos.verdict(where)
