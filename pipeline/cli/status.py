"""`giaoviec status`: what waits, what failed and why, how fast it goes.

In: a register.  Out: a page of text, or with --json one object.
Promise: the register is only read; whether a watcher lives is found out, not guessed; a file is named with its next step.
"""

from __future__ import annotations

import json
import os
import shlex
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.register import InboxRow, IntakeRow, IntakeState
from pipeline.cli.options import Count, register_option
from pipeline.cli.session import Say, Session, counted
from pipeline.cli.words import Command
from pipeline.rules.english import in_english

if TYPE_CHECKING:
    from pipeline.register import Register

__all__ = ["Standing", "command", "standing"]

MOST_SHOWN = 20
SIGN_OF_LIFE = timedelta(minutes=10)
"""A watcher gives one a minute: the number of a process that ended may belong to another by then."""
SPANS = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(days=7)}


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with a register at one moment."""

    inboxes: tuple[InboxRow, ...]
    living: frozenset[str]
    """The inboxes whose watcher runs on this machine."""
    counts: Mapping[IntakeState, int]
    waiting: tuple[IntakeRow, ...]
    rejected: tuple[IntakeRow, ...]
    mended: frozenset[str]
    """The paths of rejected files in whose place a readable one came later."""
    unmoved: tuple[IntakeRow, ...]
    """Files that are done with and still lie in their inbox."""
    ended: Mapping[str, int]


def command(say: Say) -> Command:
    """The command in the user's language."""
    most = say(
        f"Kể tên nhiều nhất bấy nhiêu tệp mỗi loại (mặc định {MOST_SHOWN}).",
        f"Name so many files of a kind at most ({MOST_SHOWN}).",
    )
    return Command(
        "status",
        say=say,
        run=run,
        params=[
            register_option(say),
            click.Option(["--most"], type=Count(say, 100_000), default=MOST_SHOWN, metavar=say("SỐ", "N"), help=most),
            click.Option(["--json", "as_json"], is_flag=True, help=say("In một đối tượng JSON.", "Print one JSON object.")),
        ],
        help=say(
            "Tình hình tiếp nhận: thư mục nào đang được trông, tệp nào đang đợi, tệp nào bị từ chối và vì sao, nhanh chậm thế nào.",
            "How the intake stands: which folders are watched, what waits, what was rejected and why, how fast it goes.",
        ),
        example="giaoviec status --register so.db",
    )


def run(session: Session, *, register_path: Path | None, most: int, as_json: bool) -> int:
    """Ask the register and print."""
    from pipeline.register import Register

    with Register.open(session.register_path(register_path), create=False, write=False) as register:
        found = standing(register, now=datetime.now().astimezone(), most=most)
    if as_json:
        click.echo(json.dumps(_as_json(found), ensure_ascii=False, indent=2))
    else:
        for line in _lines(found, session.say, most=most):
            click.echo(line)
    return 0


def standing(register: Register, *, now: datetime, most: int) -> Standing:
    """How it stands, seen in one moment."""
    from pipeline.register import ended_since, inboxes, intake_counts, latest_rejected, mended, not_filed, on_their_way

    with register.snapshot():
        watched, rejected = tuple(inboxes(register)), tuple(latest_rejected(register, most=most))
        return Standing(
            watched,
            frozenset(row.path for row in watched if now - row.seen < SIGN_OF_LIFE and _lives(row)),
            intake_counts(register),
            tuple(on_their_way(register)),
            rejected,
            mended(register, rejected),
            tuple(not_filed(register, most=most)),
            dict(zip(SPANS, ended_since(register, now, list(SPANS.values())), strict=True)),
        )


def _lives(row: InboxRow) -> bool:
    if row.stopped or row.host != socket.gethostname():
        return False
    try:
        os.kill(row.pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # it is another user's, and lives
        return True
    return True


def _as_json(found: Standing) -> dict[str, object]:
    return {
        "inboxes": [
            {
                "path": row.path, "watched": row.path in found.living, "pid": row.pid, "host": row.host,
                "started": row.started.isoformat(), "seen": row.seen.isoformat(),
                "stopped": row.stopped.isoformat() if row.stopped else None, "events": "native" if row.native else "polling",
                "trouble": row.trouble or None, "passed_over": [{"name": name, "reason": why} for name, why in row.passed_over],
            }
            for row in found.inboxes
        ],
        "counts": {state.value: number for state, number in found.counts.items()},
        "waiting": [_row(row) for row in found.waiting],
        "rejected": [{**_row(row), "mended": row.path in found.mended} for row in found.rejected],
        "unmoved": [_row(row) for row in found.unmoved],
        "ended": dict(found.ended),
    }  # fmt: skip


def _row(row: IntakeRow) -> dict[str, object]:
    return {
        "path": row.path, "name": row.name, "state": row.state.value, "kind": row.kind, "reason": row.reason,
        "started": row.started.isoformat() if row.started else None, "since": row.finished.isoformat(),
        "place": (row.arrival.place if row.arrival else "") or None,
    }  # fmt: skip


def _lines(found: Standing, say: Say, *, most: int) -> list[str]:
    lines = [line for row in found.inboxes for line in _inbox_lines(row, row.path in found.living, say)]
    if not found.inboxes:
        lines.append(
            say("Chưa có thư mục nào được trông: giaoviec watch THƯ_MỤC", "No folder was watched yet: giaoviec watch FOLDER")
        )
    names = {
        IntakeState.SEEN: say("chưa chép xong", "not whole yet"),
        IntakeState.WAITING: say("đang đợi", "waiting"),
        IntakeState.READING: say("đang đọc", "being read"),
        IntakeState.REGISTERED: say("vào sổ", "registered"),
        IntakeState.WARNINGS: say("vào sổ có cảnh báo", "registered with warnings"),
        IntakeState.DUPLICATE: say("trùng", "duplicate"),
        IntakeState.REJECTED: say("bị từ chối", "rejected"),
    }
    told = ", ".join(f"{found.counts[state]} {name}" for state, name in names.items() if found.counts.get(state))
    total = counted(sum(found.counts.values()), say, "tệp", "file")
    lines += ["", f"{total}: {told or say('chưa có gì', 'nothing yet')}.", _rates(found, say)]
    if found.waiting:
        lines += ["", say("Đang trên đường:", "On their way:")]
        lines += [f"  {row.name}  {say(row.reason, in_english(row.reason))} ({_clock(row)})" for row in found.waiting[:most]]
        lines += _more(len(found.waiting) - most, say)
    if found.unmoved:
        lines += ["", say("Đã xong nhưng còn nằm trong thư mục nhận:", "Done with, but still in the inbox:")]
        lines += [f"  {row.name}  {row.path}" for row in found.unmoved]
    return lines + _rejected_lines(found, say)


def _rejected_lines(found: Standing, say: Say) -> list[str]:
    open_rows = [row for row in found.rejected if row.path not in found.mended]
    lines = ["", say("Bị từ chối gần đây:", "Rejected lately:")] if open_rows else []
    for row in open_rows:
        lines.append(f"  {_clock(row)}  {say(row.reason, f'“{row.name}” ({row.kind})')}")
        place = row.arrival.place if row.arrival else row.path
        if place:
            lines.append(f"      {say('Nằm ở', 'Lies in')}: {place}")
    lines += _more(found.counts.get(IntakeState.REJECTED, 0) - len(found.rejected), say)
    if found.mended:
        names = ", ".join(sorted({row.name for row in found.rejected if row.path in found.mended}))
        lines += ["", say(f"Đã có bản đọc được thay cho tệp từng bị từ chối: {names}", f"Readable files came in place of: {names}")]
    return lines


def _inbox_lines(row: InboxRow, lives: bool, say: Say) -> list[str]:
    seen = f"{row.seen:%H:%M %d/%m/%Y}"
    if lives:
        how = say(f"đang trông (tiến trình {row.pid}), xem lần cuối {seen}", f"watched (process {row.pid}), last looked at {seen}")
    elif row.stopped:
        how = say(f"đã dừng lúc {row.stopped:%H:%M %d/%m/%Y}", f"stopped at {row.stopped:%H:%M %d/%m/%Y}")
    elif row.host != socket.gethostname():
        how = say(f"do máy {row.host} trông, xem lần cuối {seen}", f"watched by {row.host}, last looked at {seen}")
    else:
        how = say(
            f"KHÔNG ai trông (chương trình tắt đột ngột sau {seen}). Hãy chạy lại: giaoviec watch {shlex.quote(row.path)}",
            f"NOT watched (the program ended suddenly after {seen}). Start it again: giaoviec watch {shlex.quote(row.path)}",
        )
    lines = [f"{row.path}: {how}"]
    if row.trouble:
        lines.append(say(f"  Vướng: {row.trouble}", f"  Trouble: {in_english(row.trouble)}"))
    if row.passed_over:
        lines.append(say("  Bỏ qua, còn nằm trong thư mục nhận:", "  Left alone, still in the inbox:"))
        lines += [f"    {name}  {say(why, in_english(why))}" for name, why in row.passed_over[:MOST_SHOWN]]
        lines += _more(len(row.passed_over) - MOST_SHOWN, say)
    return lines


def _rates(found: Standing, say: Say) -> str:
    hour, day, week = (found.ended[name] for name in ("hour", "day", "week"))
    return say(
        f"Xong trong 1 giờ qua: {hour}; 24 giờ: {day}; 7 ngày: {week}.",
        f"Done in the last hour: {hour}; 24 hours: {day}; 7 days: {week}.",
    )


def _clock(row: IntakeRow) -> str:
    return f"{row.finished:%H:%M %d/%m}"


def _more(number: int, say: Say) -> list[str]:
    return [say(f"  … và {number} tệp nữa (--most)", f"  … and {number} more (--most)")] if number > 0 else []
