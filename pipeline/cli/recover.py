"""`giaoviec recover [FILE]`: text in, repaired text out, line for line.

In: a text file, or standard input.  Out: the same lines in clean Vietnamese; with --json each word with its confidence.
Promise: as many lines come out as went in; text that needs no repair of its words keeps them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from models.errors import PathNotFound, UnknownFormat, UnreadableFile, UsageError
from models.system import reason_of
from pipeline.cli.options import ANY_PATH
from pipeline.cli.session import Say, Session
from pipeline.cli.words import Command

__all__ = ["command"]


def command(say: Say) -> Command:
    """The command in the user's language."""
    as_json = say(
        "In JSON: từng tiếng với vị trí, độ chắc chắn và các cách đọc khác.",
        "Print JSON: each word with its place, confidence and other readings.",
    )
    return Command(
        "recover",
        say=say,
        run=run,
        params=[
            click.Argument(["file"], type=ANY_PATH, required=False, metavar=say("[TỆP]", "[FILE]")),
            click.Option(["--json", "as_json"], is_flag=True, help=as_json),
        ],
        help=say(
            "Phục hồi dấu tiếng Việt cho chữ bị hỏng hoặc mất dấu, từng dòng một. Không có TỆP thì đọc từ đầu vào chuẩn.",
            "Repair ruined or unmarked Vietnamese, line for line. Reads standard input where no FILE is given.",
        ),
        example="giaoviec recover van-ban.txt > van-ban-co-dau.txt",
    )


def run(session: Session, *, file: Path | None, as_json: bool) -> int:
    """Repair the text and print it."""
    from pipeline.recover import recover_lines

    recovered = recover_lines(_read(file, session.say))
    if as_json:
        words = [dict(reading._asdict(), candidates=list(reading.candidates)) for reading in recovered.readings]
        click.echo(json.dumps({"text": recovered.text, "words": words}, ensure_ascii=False, indent=2))
    else:
        click.echo(recovered.text, nl=False)
    if not recovered.readings:
        untouched = _untouched(session.say)
        click.echo(untouched, err=True)
    return 0


def _untouched(say: Say) -> str:
    """What is said where no word was put for another."""
    return say(
        "Không có tiếng nào cần phục hồi: chữ còn đủ dấu, hoặc quá ít chữ. Nếu chữ vẫn sai, hãy xin bản Word hoặc PDF gốc.",
        "No word needed repair: the text has its marks, or is too short. If it is still wrong, ask for the Word or PDF original.",
    )


def _read(file: Path | None, say: Say) -> str:
    data = sys.stdin.buffer.read() if file is None else _bytes(file, say)
    from pipeline.extract import decode

    try:
        return decode(data, str(file or "-")).text
    except UnknownFormat as error:
        detail = say(
            "không phải chữ UTF-8, TCVN3, VNI hay VISCII; hãy dùng lệnh text cho tệp kiểu khác",
            "is not text in UTF-8, TCVN3, VNI or VISCII; use the text command for other files",
        )
        raise UsageError(detail=f"“{file or '-'}” {detail}") from error


def _bytes(file: Path, say: Say) -> bytes:
    try:
        if not file.exists():
            raise PathNotFound(path=file)
        if file.is_dir():
            detail = say(f"“{file}” là thư mục, lệnh recover đọc từng tệp", f"“{file}” is a folder, recover reads one file")
            raise UsageError(detail=detail)
        return file.read_bytes()
    except OSError as error:
        raise UnreadableFile(name=file, detail=reason_of(error)) from error
