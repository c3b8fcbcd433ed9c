"""The folder of a run: gone when it ends, cleared by the next one when it was killed, left alone while it goes on."""

import os
import signal
from pathlib import Path

import pytest

from pipeline.intake.scratch import PREFIX, Scratch


def test_it_is_gone_when_it_is_closed(tmp_path: Path) -> None:
    scratch = Scratch(str(tmp_path))
    (Path(scratch.name) / "page.pnm").touch()
    scratch.close()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_is_deleted_and_what_is_in_use_stays(tmp_path: Path) -> None:
    living = Scratch(str(tmp_path))
    pid = os.fork()
    if not pid:
        dead = Scratch(str(tmp_path))
        (Path(dead.name) / "page.pnm").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(pid, 0)
    assert len(list(tmp_path.glob("*/page.pnm"))) == 1
    (tmp_path / f"{PREFIX}empty").mkdir()
    (tmp_path / f"{PREFIX}half").mkdir()
    (tmp_path / f"{PREFIX}half" / ".making").touch()
    (tmp_path / "other").mkdir()
    next_one = Scratch(str(tmp_path))
    assert {path.name for path in tmp_path.iterdir()} == {Path(living.name).name, Path(next_one.name).name, "other"}
    living.close()
    next_one.close()


def test_a_folder_that_another_run_takes_away_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tempfile

    made = tempfile.mkdtemp
    taken: list[str] = []

    def make(**where: str) -> str:
        folder = made(**where)
        if not taken:
            taken.append(folder)
            Path(folder).rmdir()
        return folder

    monkeypatch.setattr("pipeline.intake.scratch.tempfile.mkdtemp", make)
    scratch = Scratch(str(tmp_path))
    assert scratch.name != taken[0]
    scratch.close()
