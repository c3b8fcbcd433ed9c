"""`giaoviec evaluate GOLD_DIR`: how well documents are read, against gold.

In: a folder of gold files and the documents they speak of.  Out: a line per document, averages, gains and losses; or JSON.
Promise: documents are read afresh, no register is touched; results are recorded only of a run in which no document was skipped.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

import pipeline
from models.errors import PathNotFound, RejectedFile, UsageError
from pipeline.cli.options import ANY_PATH
from pipeline.cli.session import Say, Session
from pipeline.cli.words import Command
from pipeline.rules.english import message_of

if TYPE_CHECKING:
    from models.directive import Directive
    from pipeline.evaluate import Case
    from pipeline.evaluate.report import Evaluation
    from pipeline.flow import Engine

__all__ = ["command"]

RESULTS, REPORT, AGREEMENT = "results.json", "RESULTS.md", "agreement.json"
"""Names in the folder of --record; the last run and the agreement are looked for there, or beside the gold folder."""


def command(say: Say) -> Command:
    """The command in the user's language."""
    return Command(
        "evaluate",
        say=say,
        run=run,
        params=[click.Argument(["gold_dir"], type=ANY_PATH, metavar=say("THƯ_MỤC_ĐÁP_ÁN", "GOLD_DIR")), *_options(say)],
        help=say("Chấm điểm: đọc lại văn bản và so với đáp án.", "Read documents afresh and score them against gold."),
        example="giaoviec evaluate corpus/gold --documents corpus/samples",
    )


def _options(say: Say) -> list[click.Parameter]:
    folder = say("THƯ_MỤC", "DIR")
    documents = say(
        "Thư mục văn bản, dùng được nhiều lần (mặc định: chính thư mục đáp án, rồi ../samples cạnh nó).",
        "Folder of the documents, may be repeated (default: the gold folder itself, then ../samples beside it).",
    )
    show = say("In từng chỗ sai, trừ của văn bản để riêng.", "Print each error, but not of held-out documents.")
    held = say("Với --show: in cả văn bản để riêng.", "With --show: print held-out documents too.")
    record = say(
        "Ghi RESULTS.md và results.json vào thư mục này; lần chạy sau so với results.json.",
        "Write RESULTS.md and results.json into this folder; later runs compare with results.json.",
    )
    commit = say("Bản mã nguồn ghi vào RESULTS.md.", "The commit to name in RESULTS.md.")
    return [
        click.Option(["--documents"], type=ANY_PATH, metavar=folder, help=documents, multiple=True),
        click.Option(["--tables"], is_flag=True, help=say(*_TABLES)),
        click.Option(["--show"], is_flag=True, help=show),
        click.Option(["--open-held-out", "open_held"], is_flag=True, help=held),
        click.Option(["--rules"], is_flag=True, help=say(*_RULES)),
        click.Option(["--record"], type=ANY_PATH, metavar=folder, help=record),
        click.Option(["--commit"], default="-", metavar="ID", help=commit),
        click.Option(["--json", "json_wanted"], is_flag=True, help=say("In JSON.", "Print JSON.")),
    ]


_TABLES = ("Tính cả nhiệm vụ trong bảng của phụ lục.", "Count the tasks of annex tables too.")
_RULES = ("In số đúng, sai của từng luật.", "Print right and wrong values by rule.")
_INCOMPLETE = (
    "không ghi kết quả vì có văn bản bị bỏ qua; thêm --documents trỏ tới thư mục chứa chúng",
    "nothing was recorded because documents were skipped; add --documents with the folder that holds them",
)


def run(
    session: Session, *, gold_dir: Path, documents: tuple[Path, ...], tables: bool, show: bool, open_held: bool, rules: bool,
    record: Path | None, commit: str, json_wanted: bool,
) -> int:  # fmt: skip
    """Read, score, print; record where asked to."""
    from pipeline.cli.scores import as_json, as_rules, as_table
    from pipeline.evaluate import load_cases

    for path in filter(None, (gold_dir, *documents, record)):
        if not path.exists():
            raise PathNotFound(path=path)
    home = gold_dir if gold_dir.is_dir() else gold_dir.parent
    cases = load_cases(gold_dir, documents or (home, home.parent / "samples"))
    if record and any(case.gold is None or case.path is None for case in cases):
        raise UsageError(detail=session.say(*_INCOMPLETE))
    evaluation = _evaluate(cases, record or home.parent, session, tables=tables)
    if json_wanted:
        click.echo(as_json(evaluation.scores))
        return 0
    click.echo(as_table(evaluation, session.say, show=show, open_held=open_held))
    if rules:
        click.echo(as_rules(evaluation, session.say))
    _compare(evaluation, record or home.parent, session.say)
    if record:
        _record(evaluation, record, session, commit)
    return 0


def _evaluate(cases: Sequence[Case], folder: Path, session: Session, *, tables: bool) -> Evaluation:
    from pipeline.evaluate import score_directive
    from pipeline.evaluate.report import Evaluation
    from pipeline.flow import load_engine

    engine = load_engine()
    scores = {}
    for case in cases:
        directive = _read(case, engine, session)
        if case.gold is not None:
            scores[case.name] = score_directive(directive, case.gold, tables=tables)
    file = folder / AGREEMENT
    agreement = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return Evaluation(scores, {case.name: case.split for case in cases}, agreement)


def _read(case: Case, engine: Engine, session: Session) -> Directive | None:
    """The directive of a case; what is not there or cannot be read is said."""
    from pipeline.flow import read_directive

    say = session.say
    if case.gold is None:
        click.echo(say(f"{case.name}: bỏ qua, không có văn bản nguồn.", f"{case.name}: skipped, its source is not here."), err=True)
    elif case.path is None:
        click.echo(say(f"{case.name}: không tìm thấy văn bản.", f"{case.name}: document not found."), err=True)
    else:
        try:
            return read_directive(case.path, engine=engine)
        except RejectedFile as error:
            click.echo(message_of(error, session.language), err=True)
    return None


def _compare(evaluation: Evaluation, folder: Path, say: Say) -> None:
    from pipeline.cli.scores import as_changes
    from pipeline.evaluate.history import changes, load_run

    last = load_run(folder / RESULTS)
    if last:
        click.echo(as_changes(changes(last, evaluation.scores), say))


def _record(evaluation: Evaluation, folder: Path, session: Session, commit: str) -> None:
    from pipeline.evaluate.history import Run, counts_of, save_run
    from pipeline.evaluate.report import markdown

    run = Run(date=session.today.isoformat(), version=pipeline.__version__, commit=commit, documents=counts_of(evaluation.scores))
    save_run(folder / RESULTS, run)
    (folder / REPORT).write_text(markdown(evaluation, run), encoding="utf-8")
