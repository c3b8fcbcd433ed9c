"""docs/commands.md, generated from the commands themselves.

In: the click commands in both languages and the exit codes.  Out: the Markdown text; run as a module it writes the file.
Promise: what stands in the document is what `--help` prints; a test compares them.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from models.errors import ExitCode
from pipeline.cli.main import build
from pipeline.cli.session import EXIT_MEANINGS, Session, speaker

__all__ = ["TARGET", "commands_markdown"]

TARGET = Path(__file__).parent.parent / "docs" / "commands.md"
WIDTH = 100

_HEAD = """# Commands

Generated from the commands themselves by `make docs`; a test keeps it true. Data goes to standard output, messages and progress to
standard error. `GIAOVIEC_LANG=en` gives English, `GIAOVIEC_REGISTER` names the register that is used without `--register`.

## Exit codes

| code | name | meaning | nghĩa |
|---|---|---|---|
"""


def commands_markdown() -> str:
    """The whole document."""
    rows = (f"| {code.value} | {code.name} | {EXIT_MEANINGS[code][1]} | {EXIT_MEANINGS[code][0]} |" for code in ExitCode)
    vi, en = _helps("vi"), _helps("en")
    parts = [_HEAD + "\n".join(rows)]
    for name in vi:
        parts.append(f"## {name}\n\n```text\n{en[name]}\n```\n\n```text\n{vi[name]}\n```")
    return "\n\n".join(parts) + "\n"


def _helps(language: str) -> dict[str, str]:
    session = Session(language, {}, date.min)
    group = build(speaker(language))
    with click.Context(group, info_name="giaoviec", obj=session, terminal_width=WIDTH, max_content_width=WIDTH) as root:
        texts = {"giaoviec": group.get_help(root)}
        for name in group.list_commands(root):
            command = group.get_command(root, name)
            if command is None:
                continue
            with click.Context(command, info_name=name, parent=root) as context:
                texts[f"giaoviec {name}"] = command.get_help(context)
    return texts


if __name__ == "__main__":
    TARGET.write_text(commands_markdown(), encoding="utf-8")
