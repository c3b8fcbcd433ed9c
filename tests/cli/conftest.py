"""Commands called as a user calls them: in this process where that tells as much, else as the installed program."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from pipeline.cli.main import main

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "corpus" / "samples"
TODAY = date(2025, 10, 15)
ENVIRON = {name: value for name, value in os.environ.items() if not name.startswith("GIAOVIEC")}
ENVIRON |= {"OMP_THREAD_LIMIT": "1", "PYTHONIOENCODING": "utf-8"}


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


Call = Callable[..., Result]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command in this process."""

    def run(*arguments: object, environ: Mapping[str, str] | None = None) -> Result:
        code = main([str(argument) for argument in arguments], environ={**ENVIRON, **(environ or {})}, today=TODAY)
        captured = capsys.readouterr()
        return Result(int(code), captured.out, captured.err)

    return run


def program(*arguments: object, cwd: Path = ROOT, environ: Mapping[str, str] | None = None, humble: bool = False) -> Result:
    """Run a command in a process of its own; `humble` takes from root the right to pass over permissions."""
    drop = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--"] if humble and os.geteuid() == 0 else []
    command = [*drop, sys.executable, "-m", "pipeline.cli.main", *map(str, arguments)]
    done = subprocess.run(
        command, cwd=cwd, env={**ENVIRON, **(environ or {})}, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
    )
    return Result(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def sample_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with all sample documents, read once for the session."""
    path = tmp_path_factory.mktemp("samples") / "register.db"
    result = program("ingest", SAMPLES, "--register", path)
    assert result.code == 0, result.out + result.err
    return path
