"""`giaoviec text FILE`: the text of a file as the pipeline reads it.

In: a file.  Out: its pages on standard output, a form feed between them; with --json also source, reason and quality of each.
Promise: what is printed is exactly the text that spans point into; nothing is stored.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from models.errors import PathNotFound, UnreadableFile, UsageError
from models.system import reason_of
from models.text import Document
from pipeline.cli.options import ANY_PATH, ocr_option
from pipeline.cli.session import Say, Session
from pipeline.cli.words import Command
from pipeline.rules.english import in_english

__all__ = ["command"]


def command(say: Say) -> Command:
    """The command in the user's language."""
    as_json = say("In JSON: từng trang với nguồn chữ, lý do, chất lượng.", "Print JSON: each page with source, reason, quality.")
    return Command(
        "text",
        say=say,
        run=run,
        params=[
            click.Argument(["file"], type=ANY_PATH, metavar=say("TỆP", "FILE")),
            ocr_option(say),
            click.Option(["--json", "as_json"], is_flag=True, help=as_json),
        ],
        help=say(
            "In chữ của một tệp như chương trình đọc được, giữa hai trang có dấu sang trang.",
            "Print the text of a file as it is read.",
        ),
        example="giaoviec text ke-hoach.pdf",
    )


def run(session: Session, *, file: Path, ocr: str, as_json: bool) -> int:
    """Read the file and print it."""
    from pipeline.extract import OcrMode, ReadSettings
    from pipeline.flow import read_text

    _look(file, session.say)
    cores = len(os.sched_getaffinity(0))
    document = read_text(file, settings=ReadSettings(ocr=OcrMode(ocr), ocr_jobs=cores))
    if as_json:
        click.echo(json.dumps(_as_data(document), ensure_ascii=False, indent=2))
        return 0
    click.echo(document.text)
    for warning in document.warnings:
        click.echo(session.say(f"Lưu ý: {warning}", f"Note: {in_english(warning)}"), err=True)
    return 0


def _look(file: Path, say: Say) -> None:
    try:
        if not file.exists():
            raise PathNotFound(path=file)
        if file.is_dir():
            raise UsageError(
                detail=say(f"“{file}” là thư mục, lệnh text đọc từng tệp", f"“{file}” is a folder, text reads one file")
            )
    except OSError as error:
        raise UnreadableFile(name=file, detail=reason_of(error)) from error


def _as_data(document: Document) -> dict[str, object]:
    pages = [
        {
            "page": page.number,
            "source": page.source.value,
            "reason": page.reason,
            "quality": round(page.quality, 4),
            "text": page.text,
        }
        for page in document.pages
    ]
    facts = document.file
    return {"file": facts.name, "sha256": facts.sha256, "media": facts.media, "warnings": list(document.warnings), "pages": pages}
