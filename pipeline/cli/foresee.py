"""`ingest --dry-run`: what would become of each file, without reading it through and without writing anything.

In: the files found, the register where there is one.  Out: a line per file and a summary; whether some would be rejected.
Promise: nothing is written, no register is made; files are opened, no page is read: what only reading can tell (a damaged page, a
scan without an engine, a secrecy mark) is not foretold, and said to be so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from models.errors import ExitCode, GiaoviecError, RegisterMissing
from pipeline.cli.session import Session, counted
from pipeline.extract import try_opening
from pipeline.extract.files import open_source
from pipeline.extract.settings import ReadSettings
from pipeline.intake import Source, label
from pipeline.register import Register, known_as, known_file
from pipeline.rules.english import message_of

__all__ = ["foresee"]


def foresee(session: Session, sources: Iterable[Source], register: Path) -> int:
    """Print what would happen; the exit code is that of the run as far as it can be told."""
    try:
        with Register.open(register, create=False, write=False) as opened:
            counts = _lines(session, sources, opened)
    except RegisterMissing:
        counts = _lines(session, sources, None)
    say = session.say
    names = {
        "read": say("sẽ được đọc", "would be read"),
        "duplicate": say("trùng", "duplicate"),
        "rejected": say("sẽ bị từ chối", "would be rejected"),
    }
    told = ", ".join(f"{counts[kind]} {name}" for kind, name in names.items() if counts[kind])
    total = counted(counts.total(), say, "tệp", "file")
    click.echo(f"{total}: {told or say('không có gì để đọc', 'nothing to read')}.")
    click.echo(
        say(
            "Chạy thử: chỉ mở tệp ra xem, chưa ghi gì; trang hỏng hay dấu mật thì lúc đọc mới biết. Bỏ --dry-run để đọc thật.",
            "Files were only opened and nothing was written; damaged pages or secrecy marks show when they are read. "
            "Leave out --dry-run to read.",
        )
    )
    return ExitCode.SOME_REJECTED if counts["rejected"] else ExitCode.OK


def _lines(session: Session, sources: Iterable[Source], register: Register | None) -> Counter[str]:
    counts: Counter[str] = Counter()
    seen: dict[str, str] = {}
    for source in sources:
        kind, line = _foretold(session, source, register, seen)
        counts[kind] += 1
        click.echo(line)
    return counts


def _foretold(session: Session, source: Source, register: Register | None, seen: dict[str, str]) -> tuple[str, str]:
    say, name = session.say, label(source.path.name)
    try:
        if source.trouble:
            raise source.trouble
        found = open_source(source.path, ReadSettings())
        twin = known_as(register, found.sha256) if register and known_file(register, found.sha256) else seen.get(found.sha256)
        if twin is None:  # a file that is known is not opened again
            try_opening(found)
    except GiaoviecError as error:
        error.facts["name"] = name
        return "rejected", f"✗ {name}  {say('TỪ CHỐI', 'REJECTED')}: {message_of(error, session.language)}"
    if twin is not None:
        return "duplicate", f"= {name}  {say(f'trùng với {twin}', f'the same as {twin}')}"
    seen[found.sha256] = name
    size = f"{len(found.data) / 1e6:.1f} MB" if len(found.data) >= 1e6 else f"{max(1, len(found.data) // 1000)} KB"
    return "read", f"+ {name}  {say(f'sẽ đọc ({size})', f'would be read ({size})')}"
