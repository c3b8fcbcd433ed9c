"""The documents that cannot rot: command reference, exit codes, the README and its twin."""

import re
from pathlib import Path

import pytest

from models.errors import ExitCode
from pipeline.cli.main import build
from pipeline.cli.session import EXIT_MEANINGS, speaker
from scripts.commands_doc import TARGET, commands_markdown

ROOT = Path(__file__).parents[2]


def test_the_command_reference_is_what_the_commands_say() -> None:
    assert TARGET.read_text(encoding="utf-8") == commands_markdown(), "run: make docs"


def test_each_exit_code_has_a_meaning() -> None:
    assert set(EXIT_MEANINGS) == set(ExitCode)


def commands_in(name: str) -> list[str]:
    """The command lines of the code blocks of a document, without comments."""
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = re.findall(r"```(?:sh|bash)\n(.*?)```", text, flags=re.DOTALL)
    lines = (line.split(" #")[0].strip() for block in blocks for line in block.splitlines())
    return [line for line in lines if line]


def test_the_readme_and_its_twin_show_the_same_commands() -> None:
    assert commands_in("README.md") == commands_in("README.vi.md")
    assert len(commands_in("README.md")) >= 8


@pytest.mark.parametrize("name", ["README.md", "README.vi.md", "CONTRIBUTING.md"])
def test_each_shown_command_exists(name: str) -> None:
    known = set(build(speaker("en")).modules)
    shown = [line.split()[1] for line in commands_in(name) if line.startswith("giaoviec ")]
    assert [word for word in shown if word not in known and not word.startswith("-")] == []
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert [line for line in commands_in(name) if line.startswith("make ") and line.split()[1] not in targets] == []


def test_what_runs_for_every_change_is_told() -> None:
    run = re.findall(r"^make [a-z-]+", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), flags=re.MULTILINE)
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("`.ci/run` runs ")[2].partition(". ")[0]
    assert re.findall(r"`([^`]+)`", told) == run
