"""`--help` loads no heavy library, in neither language."""

import json
import subprocess
import sys

import pytest

from pipeline.cli.main import build
from pipeline.cli.session import speaker
from tests.cli.conftest import ENVIRON, ROOT, Call

HEAVY = [
    "spacy",
    "underthesea",
    "pdfplumber",
    "pdfminer",
    "pypdfium2",
    "sqlite_utils",
    "openpyxl",
    "numpy",
    "rich",
    "fastapi",
    "starlette",
    "flask",
]
PROGRAM = """
import json, sys
from datetime import date
from pipeline.cli.main import main
code = main(sys.argv[1:], environ={}, today=date(2025, 6, 1))
print(json.dumps([code, sorted(name for name in sys.modules if "." not in name)]), file=sys.stderr)
"""
COMMANDS = list(build(speaker("vi")).modules)


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=lambda words: " ".join(words) or "giaoviec")
def test_help_imports_nothing_heavy(command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *command, "--help"], cwd=ROOT, env=ENVIRON, capture_output=True, text=True, check=True
    )
    code, modules = json.loads(done.stderr)
    assert code == 0
    assert "Cách dùng: giaoviec" in done.stdout
    assert sorted(set(modules) & set(HEAVY)) == []


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_shows_an_example_and_speaks_both_languages(call: Call, name: str) -> None:
    vietnamese, english = call(name, "--help").out, call(name, "--help", environ={"GIAOVIEC_LANG": "en"}).out
    assert "Ví dụ:" in vietnamese
    assert "Example:" in english
    assert f"giaoviec {name}" in english.split("Example:")[1]
    assert not {"Usage:", "Options:", "Show this message"} & set(vietnamese.split("\n"))
