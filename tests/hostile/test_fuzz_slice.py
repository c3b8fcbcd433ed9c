"""A small slice of `make fuzz`, always the same: the first damaged files of another seed."""

from pathlib import Path

import pytest

from benchmarks.fuzz import Found, damaged, fuzz, whole_files

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "corpus" / "samples"
SEED, FILES = "suite", 60


def test_damaged_samples_break_no_promise() -> None:
    whole, found = whole_files(SAMPLES), Found()
    fuzz({number: damaged(whole, SEED, number) for number in range(FILES)}, found, jobs=2)
    assert found.broken == {}
    assert found.ends.total() == FILES
    assert found.ends["registered"] >= 10, "damage that leaves nothing to read tests little"
    assert found.ends["rejected (broken)"] >= 10


def test_damage_is_the_same_for_the_same_number() -> None:
    whole = whole_files(SAMPLES)
    assert damaged(whole, SEED, 7) == damaged(whole, SEED, 7)
    assert len({damaged(whole, SEED, number)[1] for number in range(50)}) > 40


def test_a_broken_promise_would_be_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    found = Found()
    orders = (b"fine", b"die", b"stumble")
    files = {number: (".txt", order) for number, order in enumerate(orders)}
    fuzz(files, found, jobs=1, keep=tmp_path / "keep", worker="tests.intake.odd_worker")
    assert found.broken == {1: "dừng vì SIGKILL", 2: "RuntimeError: a bug met by this file alone"}
    assert sorted(path.name for path in (tmp_path / "keep").iterdir()) == ["1.txt", "2.txt"]
