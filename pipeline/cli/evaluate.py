"""`giaoviec evaluate GOLD_DIR`: how well documents are read, against gold.

In: a folder of gold files and the documents they speak of.  Out: a line per document and the micro average, or JSON.
Promise: the documents are read afresh, no register is touched; a document that cannot be read counts as all missed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.errors import PathNotFound, RejectedFile
from pipeline.cli.options import ANY_PATH
from pipeline.cli.session import Say, Session
from pipeline.cli.words import Command

if TYPE_CHECKING:
    from pipeline.evaluate import Gold, Measure, Score
    from pipeline.flow import Engine

__all__ = ["command"]

MEASURES = ("tasks", "leads", "coordinators", "deadlines", "fields")


def command(say: Say) -> Command:
    """The command in the user's language."""
    documents = say(
        "Thư mục văn bản (mặc định: chính thư mục đáp án, rồi ../samples cạnh nó).",
        "Folder of the documents (default: the gold folder itself, then ../samples beside it).",
    )
    tables = say("Tính cả nhiệm vụ trong bảng của phụ lục.", "Count the tasks of annex tables too.")
    show = say("In từng chỗ sai.", "Print each error.")
    return Command(
        "evaluate",
        say=say,
        run=run,
        params=[
            click.Argument(["gold_dir"], type=ANY_PATH, metavar=say("THƯ_MỤC_ĐÁP_ÁN", "GOLD_DIR")),
            click.Option(["--documents"], type=ANY_PATH, metavar=say("THƯ_MỤC", "DIR"), help=documents),
            click.Option(["--tables"], is_flag=True, help=tables),
            click.Option(["--show"], is_flag=True, help=show),
            click.Option(["--json", "as_json"], is_flag=True, help=say("In JSON.", "Print JSON.")),
        ],
        help=say("Chấm điểm: đọc lại văn bản và so với đáp án.", "Read documents afresh and score them against gold."),
        example="giaoviec evaluate corpus/gold --documents corpus/samples",
    )


def run(session: Session, *, gold_dir: Path, documents: Path | None, tables: bool, show: bool, as_json: bool) -> int:
    """Read, score, print."""
    from pipeline.evaluate import find_document, load_gold
    from pipeline.flow import load_engine

    for folder in filter(None, (gold_dir, documents)):
        if not folder.exists():
            raise PathNotFound(path=folder)
    folder = gold_dir if gold_dir.is_dir() else gold_dir.parent
    folders = [documents] if documents else [folder, folder.parent / "samples"]
    engine = load_engine()
    scores: dict[str, Score] = {}
    for gold in load_gold(gold_dir):
        path = find_document(gold.document, folders)
        scores[gold.document] = _score(path, gold, engine, session, tables=tables)
        if path is None:
            click.echo(session.say(f"{gold.document}: không tìm thấy văn bản.", f"{gold.document}: document not found."), err=True)
    click.echo(_as_json(scores) if as_json else _as_table(scores, session.say, show=show))
    return 0


def _score(path: Path | None, gold: Gold, engine: Engine, session: Session, *, tables: bool) -> Score:
    from pipeline.evaluate import score_directive
    from pipeline.flow import read_directive

    directive = None
    if path:
        try:
            directive = read_directive(path, engine=engine)
        except RejectedFile as error:
            click.echo(error.message(session.language), err=True)
    return score_directive(directive, gold, tables=tables)


def _as_table(scores: dict[str, Score], say: Say, *, show: bool) -> str:
    names = (
        say("nhiệm vụ", "tasks"),
        say("chủ trì", "leads"),
        say("phối hợp", "helpers"),
        say("thời hạn", "deadlines"),
        say("thể thức", "fields"),
    )
    width = max(12, *map(len, scores))
    lines = [" ".join([say("văn bản", "document").ljust(width), *(name.rjust(18) for name in names)])]
    for document, score in [*scores.items(), (say("chung", "all"), _total(scores))]:
        lines.append(" ".join([document.ljust(width), *(_cell(getattr(score, name), name).rjust(18) for name in MEASURES)]))
        if show and document in scores:
            lines += [f"    {note}" for note in score.notes]
    lines.append(
        say(
            "Mỗi ô: F1 (đúng/thừa/thiếu); thể thức: tỷ lệ đúng (đúng/tổng).",
            "Cells: F1 (right/invented/missed); fields: share right.",
        )
    )
    return "\n".join(lines)


def _cell(measure: Measure, name: str) -> str:
    if name == "fields":
        return f"{measure.recall:.3f} ({measure.right}/{measure.right + measure.missed})"
    return f"{measure.f1:.3f} ({measure.right}/{measure.invented}/{measure.missed})"


def _as_json(scores: dict[str, Score]) -> str:
    data = {"documents": {name: _data(score) for name, score in scores.items()}, "all": _data(_total(scores))}
    return json.dumps(data, ensure_ascii=False, indent=2)


def _data(score: Score) -> dict[str, object]:
    data: dict[str, object] = {}
    for name in MEASURES:
        measure: Measure = getattr(score, name)
        counts = {"right": measure.right, "invented": measure.invented, "missed": measure.missed}
        rates = {"precision": measure.precision, "recall": measure.recall, "f1": measure.f1}
        data[name] = {**{key: round(value, 4) for key, value in rates.items()}, **counts}
    return data


def _total(scores: dict[str, Score]) -> Score:
    from pipeline.evaluate import Score

    return sum(scores.values(), Score())
