"""`giaoviec doctor`: what is installed, what is missing, how to get it.

In: the machine.  Out: a line per check on standard output.
Promise: exit 3 where something required is missing, 4 where the register cannot be used; nothing is changed.
"""

from __future__ import annotations

import os
from pathlib import Path

import click

from models.errors import ExitCode, RegisterError, RegisterMissing
from pipeline.cli.options import register_option
from pipeline.cli.probes import Check, probe_machine
from pipeline.cli.session import Say, Session
from pipeline.cli.words import Command
from pipeline.rules.english import message_of

__all__ = ["command"]


def command(say: Say) -> Command:
    """The command in the user's language."""
    return Command(
        "doctor",
        say=say,
        run=run,
        params=[register_option(say)],
        help=say(
            "Kiểm tra máy: có gì, thiếu gì, cài bằng lệnh nào.", "Check the machine: what is there, what is missing, how to get it."
        ),
        example="giaoviec doctor",
    )


def run(session: Session, *, register_path: Path | None) -> int:
    """Check everything and say it."""
    say = session.say
    checks = list(probe_machine(say))
    register = _register(session.register_path(register_path), session)
    for check in [*checks, register]:
        click.echo(_line(check, say))
    if any(check.required and not check.ok for check in checks):
        click.echo(
            say(
                "Thiếu phần bắt buộc (✗): chạy các lệnh ghi bên trên.", "Something required (✗) is missing: run the commands above."
            )
        )
        return ExitCode.MISSING
    if not register.ok:
        return ExitCode.REGISTER
    click.echo(say("Máy đã sẵn sàng. Bắt đầu bằng: giaoviec ingest THƯ_MỤC", "Ready. Begin with: giaoviec ingest FOLDER"))
    return ExitCode.OK


def _line(check: Check, say: Say) -> str:
    mark = "✓" if check.ok else "✗" if check.required else "–"
    install = say(f"  → cài: {check.install}", f"  → install: {check.install}") if check.install and not check.ok else ""
    return f"{mark} {check.name}: {check.detail}{install}"


def _register(path: Path, session: Session) -> Check:
    from pipeline.register import Register

    name = session.say("sổ", "register")
    try:
        Register.open(path, create=False, write=True).close()
    except RegisterMissing:
        place = next(folder for folder in path.absolute().parents if folder.exists())
        new = session.say(f"{path} (chưa có, ingest sẽ tạo)", f"{path} (not there yet, ingest creates it)")
        closed = session.say(
            f"không ghi được vào {place}; chọn nơi khác bằng --register",
            f"{place} cannot be written; choose another with --register",
        )
        usable = os.access(place, os.W_OK)
        return Check(name, usable, new if usable else closed, required=True)
    except RegisterError as error:
        return Check(name, False, message_of(error, session.language), required=True)
    return Check(name, True, str(path), required=True)
