"""`giaoviec who`: who holds the work of a body today.

In: the name of a body, the day of the document, the place, the words of the task.  Out: the body then, each step, the holder now.
Promise: where more than one body remains all of them are printed with the reason; nothing is chosen for the user.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from models.errors import UsageError
from pipeline.cli.options import Day
from pipeline.cli.session import Say, Session
from pipeline.cli.words import Command

if TYPE_CHECKING:
    from pipeline.rules.succession import Holding, Said, Step

__all__ = ["command"]


def command(say: Say) -> Command:
    """The command in the user's language."""
    name, day = say("TÊN", "NAME"), say("NGÀY", "DATE")
    on = say("Ngày của văn bản (2025-06-30 hoặc 30/6/2025).", "The day of the document (2025-06-30 or 30/6/2025).")
    place = say("Tỉnh, thành phố của văn bản, ví dụ “Lào Cai”.", "The province of the document, as “Lào Cai”.")
    task = say("Nội dung nhiệm vụ: cho biết lĩnh vực.", "The words of the task: they tell the field of work.")
    today = say("Hỏi cho ngày này (mặc định: hôm nay).", "Ask for this day (default: today).")
    return Command(
        "who",
        say=say,
        run=run,
        params=[
            click.Argument(["agency"], metavar=name),
            click.Option(["--on"], type=Day(say), metavar=day, help=on),
            click.Option(["--place"], metavar=name, help=place),
            click.Option(["--task"], metavar=say("CHỮ", "WORDS"), help=task),
            click.Option(["--today"], type=Day(say), metavar=day, help=today),
        ],
        help=say(
            "Cho biết cơ quan nào nay giữ việc của một cơ quan trong văn bản cũ, qua các lần sáp nhập, hợp nhất.",
            "Say which body now holds the work of a body of an older document, through all mergers.",
        ),
        example='giaoviec who "Sở Thông tin và Truyền thông" --on 2023-05-05 --place "Lào Cai" --task "cấp thẻ nhà báo"',
    )


def run(session: Session, *, agency: str, on: date | None, place: str | None, task: str | None, today: date | None) -> int:
    """Ask the directory and print the answer."""
    from pipeline.rules.directory import load_directory
    from pipeline.rules.succession import who_holds

    say, now = session.say, today or session.today
    if on is None:
        raise UsageError(
            detail=say("thiếu ngày của văn bản: thêm --on 2023-05-05", "the document's day is missing: add --on 2023-05-05")
        )
    if on > now:
        vi, en = f"ngày văn bản {_day(on)} sau ngày đang hỏi {_day(now)}", f"the document's day {_day(on)} is after {_day(now)}"
        raise UsageError(detail=say(vi, en))
    directory = load_directory()
    if place is not None and not directory.places.inside(place):
        vi, en = f"không có tỉnh, thành phố “{place}”", f"there is no province “{place}”"
        raise UsageError(detail=say(vi, en))
    holding = who_holds(agency, task_text=task, on=on, today=now, place=place, directory=directory)
    if holding.body is None and not holding.candidates:
        raise UsageError(detail=f"“{agency}”: {_said(holding.reasons[0], say).rstrip('.')}")
    for line in (*_then(holding, say, on), *_chain(holding, say), *_now(holding, say, now)):
        click.echo(line)
    return 0


def _then(holding: Holding, say: Say, on: date) -> list[str]:
    name = holding.body.canonical if holding.body else say("chưa rõ", "not known")
    return [say(f"Khi đó ({_day(on)}): {name}", f"Then ({_day(on)}): {name}")]


def _chain(holding: Holding, say: Say) -> list[str]:
    return [line for step in holding.chain for line in _step(step, say)]


def _step(step: Step, say: Say) -> list[str]:
    before, after = step.before.canonical, step.after.canonical
    if before == after:  # a new body of the old name: offices write it so
        before, after = f"{before} (cũ)", f"{after} (mới)"
    source = say(f"Căn cứ: {step.source}.", f"Source: {step.source}.") if step.source else ""
    doubt = say("Cần kiểm lại.", "To be confirmed.") if step.certainty != "sure" else ""
    return [
        f"  {_day(step.on)}  {before} → {after}",
        "              " + " ".join(filter(None, (_said(step.reason, say), source, doubt))),
    ]


def _now(holding: Holding, say: Say, today: date) -> list[str]:
    if holding.holder:
        lines = [say(f"Nay ({_day(today)}): {holding.holder.canonical}", f"Now ({_day(today)}): {holding.holder.canonical}")]
    elif holding.candidates:
        lines = [say(f"Nay ({_day(today)}): chưa chọn được; có thể là", f"Now ({_day(today)}): open; it may be")]
        lines += [f"  {i}. {body.canonical}" for i, body in enumerate(holding.candidates, 1)]
    else:
        lines = [say(f"Nay ({_day(today)}): chưa rõ", f"Now ({_day(today)}): not known")]
    lines += [say(f"Lý do: {said.vi}", f"Reason: {said.en}") for said in holding.reasons]
    return lines + [say(f"Lưu ý: {said.vi}", f"Note: {said.en}") for said in holding.remarks]


def _said(said: Said, say: Say) -> str:
    return say(said.vi, said.en)


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
