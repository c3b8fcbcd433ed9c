"""The pool survives every file: crash, hang, growth, junk; the other files never notice."""

import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from models.directive import Directive
from models.errors import BrokenFile, GiaoviecError, WorkerFailed
from pipeline.intake.limits import Limits
from pipeline.intake.pool import STARTS, Pool, Reading
from pipeline.intake.sources import Source

ODD = "tests.intake.odd_worker"
ROOT = Path(__file__).parents[2]
ENVIRON = {**os.environ, "PYTHONPATH": str(ROOT)}


def read_all(folder: Path, orders: dict[str, str], *, jobs: int = 1, limits: Limits | None = None) -> dict[str, Reading]:
    waiting = []
    for name, order in orders.items():
        (folder / name).write_text(order, encoding="utf-8")
        waiting.append(Source(folder / name, len(order)))
    done = []
    with Pool(jobs=jobs, limits=limits or Limits(), environ=ENVIRON, worker=ODD) as pool:
        while waiting or pool.is_busy:
            while waiting and pool.has_room:
                pool.submit(waiting.pop(0))
            done += pool.wait()
    assert sorted(reading.source.path.name for reading in done) == sorted(orders)
    return {reading.source.path.name: reading for reading in done}


def pid_of(reading: Reading) -> str:
    assert isinstance(reading.result, Directive)
    return reading.result.pages[0].text.rsplit(" ", 1)[1]


@pytest.mark.parametrize(
    ("order", "detail"),
    [
        pytest.param("die", "dừng vì SIGKILL", id="a killed worker"),
        pytest.param("grow", "vượt giới hạn bộ nhớ", id="more memory than allowed"),
        pytest.param("stumble", "lỗi RuntimeError", id="an unforeseen error"),
        pytest.param("long 3000000", "câu trả lời không hợp lệ hoặc quá lớn", id="a longer answer than allowed"),
    ],
)
def test_a_file_that_ruins_its_worker_is_refused_and_the_next_is_read(tmp_path: Path, order: str, detail: str) -> None:
    done = read_all(tmp_path, {"1.txt": "fine", "2.txt": order, "3.txt": "fine"}, limits=replace(Limits(), answer=2_000_000))
    failure = done["2.txt"].result
    assert isinstance(failure, WorkerFailed)
    assert failure.facts == {"name": "2.txt", "detail": detail}
    assert isinstance(done["1.txt"].result, Directive)
    assert isinstance(done["3.txt"].result, Directive)


def test_a_file_that_hangs_is_ended_with_everything_it_started(tmp_path: Path) -> None:
    child = tmp_path / "child.pid"
    short = replace(Limits(), base_seconds=1.0, seconds_per_mib=0.0, seconds_per_page=0.0)
    done = read_all(tmp_path, {"1.txt": f"hang-with-child {child}", "2.txt": "fine"}, limits=short)
    failure = done["1.txt"].result
    assert isinstance(failure, WorkerFailed)
    assert failure.facts["detail"] == "quá thời gian cho phép"
    assert isinstance(done["2.txt"].result, Directive)
    assert is_gone(int(child.read_text()))


def test_pages_that_ocr_must_read_bring_their_own_time(tmp_path: Path) -> None:
    short = replace(Limits(), base_seconds=0.3, seconds_per_mib=0.0, seconds_per_page=0.0)
    done = read_all(tmp_path, {"1.txt": "scan 1.0"}, limits=replace(short, seconds_per_scan=0.0))
    assert isinstance(done["1.txt"].result, WorkerFailed)
    done = read_all(tmp_path, {"1.txt": "scan 1.0"}, limits=replace(short, seconds_per_scan=30.0))
    assert isinstance(done["1.txt"].result, Directive)


def test_nothing_is_left_in_the_temporary_folder_of_a_killed_worker(tmp_path: Path) -> None:
    short = replace(Limits(), base_seconds=1.0, seconds_per_mib=0.0, seconds_per_page=0.0)
    (tmp_path / "tmp").mkdir()
    with Pool(jobs=1, limits=short, environ={**ENVIRON, "TMPDIR": str(tmp_path / "tmp")}, worker=ODD) as pool:
        scratch = Path(pool._environ["TMPDIR"])
        (tmp_path / "1.txt").write_text("litter")
        pool.submit(Source(tmp_path / "1.txt", 4))
        while not pool.wait():
            assert scratch.parent == tmp_path / "tmp"
        assert (scratch / "page.pnm").exists()
    assert not scratch.exists()


def is_gone(pid: int) -> bool:
    """Whether a process has ended (one that waits to be collected has)."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


def test_a_refusal_keeps_its_worker(tmp_path: Path) -> None:
    done = read_all(tmp_path, {"1.txt": "fine", "2.txt": "refuse", "3.txt": "fine"})
    assert isinstance(done["2.txt"].result, BrokenFile)
    assert done["2.txt"].result.facts == {"name": "2.txt", "detail": "thử"}
    assert pid_of(done["1.txt"]) == pid_of(done["3.txt"])


def test_a_worker_is_replaced_after_so_many_files(tmp_path: Path) -> None:
    done = read_all(tmp_path, {f"{i}.txt": "fine" for i in range(4)}, limits=replace(Limits(), recycle_files=2))
    pids = [pid_of(done[f"{i}.txt"]) for i in range(4)]
    assert pids[0] == pids[1] != pids[2] == pids[3]


def test_two_workers_share_the_files(tmp_path: Path) -> None:
    done = read_all(tmp_path, {"1.txt": "slow 0.2", "2.txt": "slow 0.2", "3.txt": "fine"}, jobs=2)
    assert len({pid_of(reading) for reading in done.values()}) == 2


def test_a_worker_that_cannot_start_ends_the_run_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("fine")
    with Pool(jobs=1, limits=Limits(), environ=ENVIRON, worker="tests.intake.no_such_worker") as pool:
        pool.submit(Source(tmp_path / "1.txt", 4))
        for _ in range(STARTS - 1):
            assert pool.wait() == []
        with pytest.raises(GiaoviecError, match=r"không khởi động được \(mã 1\)"):
            pool.wait()


def test_a_worker_that_is_killed_while_it_starts_is_replaced_and_its_file_read(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("fine")
    with Pool(jobs=1, limits=Limits(), environ=ENVIRON, worker=ODD) as pool:
        for _ in range(STARTS - 1):
            pool.warm_up(1)
            (worker,) = pool._workers
            worker.process.kill()
            if not pool.is_busy:
                pool.submit(Source(tmp_path / "1.txt", 4))
            else:
                assert pool.wait() == []
        done: list[Reading] = []
        while not done:
            done = pool.wait()
    assert isinstance(done[0].result, Directive)


def test_a_worker_that_is_killed_while_it_has_nothing_to_do_costs_no_file(tmp_path: Path) -> None:
    for name in ("1.txt", "2.txt"):
        (tmp_path / name).write_text("fine")
    done: list[Reading] = []
    with Pool(jobs=1, limits=Limits(), environ=ENVIRON, worker=ODD) as pool:
        pool.submit(Source(tmp_path / "1.txt", 4))
        while not done:
            done = pool.wait()
        (worker,) = pool._workers
        worker.process.kill()
        worker.process.wait()
        pool.submit(Source(tmp_path / "2.txt", 4))
        while len(done) < 2:
            done += pool.wait()
    assert all(isinstance(reading.result, Directive) for reading in done)


def test_leaving_the_pool_ends_a_busy_worker(tmp_path: Path) -> None:
    child = tmp_path / "child.pid"
    (tmp_path / "1.txt").write_text(f"hang-with-child {child}")
    with Pool(jobs=1, limits=Limits(), environ=ENVIRON, worker=ODD) as pool:
        pool.submit(Source(tmp_path / "1.txt", 4))
        while not (child.exists() and child.read_text()):
            time.sleep(0.05)
    assert is_gone(int(child.read_text()))


LARGE_PARENT = """
import sys
from pathlib import Path
from tests.intake.test_pool import pid_of, read_all
from pipeline.intake.limits import MIB, Limits
ballast = bytearray(400 * MIB)
ballast[::4096] = b"x" * len(range(0, len(ballast), 4096))
done = read_all(Path(sys.argv[1]), {"1.txt": "fine", "2.txt": "fine"}, limits=Limits(recycle_memory=300 * MIB))
sys.exit(len({pid_of(reading) for reading in done.values()}) != 1)
"""


def test_the_memory_of_the_parent_is_not_taken_for_the_workers(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", LARGE_PARENT, tmp_path], cwd=Path(__file__).parents[2], check=False, timeout=120)
    assert ended.returncode == 0, "one worker for both files"
