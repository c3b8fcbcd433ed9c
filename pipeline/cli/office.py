"""`giaoviec office`: whose office this is, and to which groups it belongs.

In: a name, other names, groups.  Out: the setting in the register; without options the setting is shown.
Promise: `--mine` follows the setting at once; nothing else of the register changes.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.errors import UsageError
from pipeline.cli.options import TEXT, register_option
from pipeline.cli.session import Say, Session
from pipeline.cli.words import Command

if TYPE_CHECKING:
    from models.office import Office
    from pipeline.register import Register

__all__ = ["command", "require_office"]


def command(say: Say) -> Command:
    """The command in the user's language."""
    name = say("Tên cơ quan mình, như văn bản ghi.", "The name of our office, as documents write it.")
    alias = say("Tên khác của cơ quan mình (dùng được nhiều lần).", "Another name of our office (may be given again).")
    group = say(
        "Nhóm có cơ quan mình, ví dụ “các sở, ban, ngành” (dùng được nhiều lần).",
        "A group our office belongs to (may be given again).",
    )
    text = say("TÊN", "NAME")
    return Command(
        "office",
        say=say,
        run=run,
        params=[
            click.Option(["--name"], type=TEXT, metavar=text, help=name),
            click.Option(["--alias", "aliases"], type=TEXT, multiple=True, metavar=text, help=alias),
            click.Option(["--group", "groups"], type=TEXT, multiple=True, metavar=text, help=group),
            register_option(say),
        ],
        help=say(
            "Đặt cơ quan của mình để dùng tasks --mine; không có tùy chọn thì in thiết lập hiện có.",
            "Set our own office for tasks --mine, or show it.",
        ),
        example='giaoviec office --name "Sở Nội vụ" --group "các sở, ban, ngành"',
    )


def run(
    session: Session, *, name: str | None, aliases: tuple[str, ...], groups: tuple[str, ...], register_path: Path | None
) -> int:
    """Set what was given, then show the whole setting."""
    from pipeline.register import Register, get_office, set_office

    changes = {key: value for key, value in (("name", name), ("aliases", aliases), ("groups", groups)) if value}
    with Register.open(session.register_path(register_path), create=bool(changes), write=bool(changes)) as register:
        office = get_office(register)
        if changes:
            office = type(office).model_validate({**office.model_dump(), **changes})
            set_office(register, office)
        unknown = bool(name) and not _is_known(register, office)
    say = session.say
    unset = say('chưa đặt; đặt bằng: giaoviec office --name "Tên cơ quan"', "not set; set it with: giaoviec office --name NAME")
    click.echo(f"{say('Cơ quan', 'Office')}: {office.name or unset}")
    # What belonged to the name before stays; said, because another office may not go by it.
    stays = say(" (đặt từ trước, vẫn giữ; thay bằng {})", " (set before and kept; replace with {})")
    if office.aliases:
        kept = stays.format("--alias") if name and not aliases else ""
        click.echo(f"{say('Tên khác', 'Other names')}: {'; '.join(office.aliases)}{kept}")
    if office.groups:
        kept = stays.format("--group") if name and not groups else ""
        click.echo(f"{say('Thuộc nhóm', 'Groups')}: {'; '.join(office.groups)}{kept}")
    if unknown:
        click.echo(
            say(
                f"Danh mục không có cơ quan “{name}” và chưa văn bản nào trong sổ ghi tên ấy: nếu gõ nhầm, hãy đặt lại.",
                f"The directory has no “{name}” and no document of the register writes it: if it is a slip, set it again.",
            ),
            err=True,
        )
    return 0


def _is_known(register: Register, office: Office) -> bool:
    """Whether the directory has an office of this name, or documents speak of one."""
    from pipeline.register import is_ours
    from pipeline.rules.directory import load_directory

    if load_directory().resolve(office.name, on=None):
        return True
    written = register.rows("SELECT name FROM task_agencies UNION SELECT issuer FROM documents WHERE issuer IS NOT NULL")
    return any(is_ours(office, row[0]) for row in written)


def require_office(register: Register, say: Say) -> None:
    """Refuse --mine where nobody has said whose office this is: an empty list would be taken for no work."""
    from pipeline.register import get_office

    office = get_office(register)
    if not (office.name or office.aliases or office.groups):
        raise UsageError(
            detail=say(
                'dùng --mine thì phải khai báo cơ quan mình trước, bằng: giaoviec office --name "Tên cơ quan"',
                "--mine needs to know whose office this is; say it with: giaoviec office --name NAME",
            )
        )
