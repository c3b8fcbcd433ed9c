"""Click's commands, speaking Vietnamese: headings of the help, usage errors, and commands imported on use.

In: the definitions of the commands.  Out: `Command` and `LazyGroup`.
Promise: listing the commands imports none of their libraries; no English sentence of click reaches a Vietnamese user.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import click
from click import exceptions

from models.errors import UsageError
from pipeline.cli.session import Say

__all__ = ["Command", "EmptyValue", "LazyGroup", "usage_message"]


class EmptyValue(click.UsageError):
    """A value without a character: mostly a variable of the shell that is not set."""

    def __init__(self, param: click.Parameter | None) -> None:
        self.name = (param.opts[0] if isinstance(param, click.Option) else param.human_readable_name) if param else ""
        super().__init__(f"{self.name} is empty")


class Command(click.Command):
    """A command whose help and errors are in the user's language; it also takes --debug."""

    def __init__(
        self, name: str, *, say: Say, run: Callable[..., int], params: list[click.Parameter], help: str, example: str
    ) -> None:
        self.say = say
        self.example = example
        super().__init__(
            name,
            callback=click.pass_obj(run),
            params=[*params, _debug_option(say)],
            help=help,
            options_metavar=say("[TÙY CHỌN]", "[OPTIONS]"),
            add_help_option=False,
            context_settings={"allow_extra_args": True},
        )
        self.params.append(_help_option(say))

    def invoke(self, ctx: click.Context) -> Any:
        """As click; an error of usage that the command itself finds points at its own help."""
        try:
            return super().invoke(ctx)
        except UsageError as error:
            _point_here(error, ctx)
            raise

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click, but what is left over is an error in the user's language."""
        try:
            rest = super().parse_args(ctx, args)
        except UsageError as error:
            _point_here(error, ctx)
            raise
        if ctx.args and not ctx.resilient_parsing:
            extra = " ".join(ctx.args)
            writes = len(ctx.args) == 1 and any(param.name == "output" for param in self.params)
            hint = self.say("; nơi ghi ra đứng sau -o", "; where to write stands behind -o") if writes else ""
            raise click.UsageError(self.say(f"thừa tham số “{extra}”", f"unexpected argument “{extra}”") + hint, ctx)
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line, under a heading in the user's language."""
        _write_usage(self, ctx, formatter, self.say)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then a working example."""
        _write_options(self, ctx, formatter, self.say)
        with formatter.section(self.say("Ví dụ", "Example")):
            for line in self.example.splitlines():
                formatter.write_text(line)


def _point_here(error: UsageError, ctx: click.Context) -> None:
    if error.facts.get("command") == ctx.find_root().command_path:
        error.facts["command"] = ctx.command_path


class LazyGroup(click.Group):
    """The commands by name; `modules` says where each stands and what it does in a few words."""

    def __init__(self, *, say: Say, modules: Mapping[str, tuple[str, str]], help: str, params: list[click.Parameter]) -> None:
        self.say = say
        self.modules = modules
        super().__init__(
            "giaoviec",
            help=help,
            params=[*params, _debug_option(say)],
            add_help_option=False,
            options_metavar=say("[TÙY CHỌN]", "[OPTIONS]"),
            subcommand_metavar=say("LỆNH [THAM SỐ]…", "COMMAND [ARGUMENTS]…"),
        )
        self.params.append(_help_option(say))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order a newcomer meets them."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of one command."""
        if cmd_name not in self.modules:
            return None
        command: click.Command = import_module(self.modules[cmd_name][0]).command(self.say)
        return command

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line, under a heading in the user's language."""
        _write_usage(self, ctx, formatter, self.say)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands with their short descriptions: no command is imported for that."""
        _write_options(self, ctx, formatter, self.say)
        with formatter.section(self.say("Các lệnh", "Commands")):
            formatter.write_dl([(name, about) for name, (_, about) in self.modules.items()])


def usage_message(error: click.ClickException, say: Say) -> str:
    """What is wrong with a command line, without the final advice."""
    if isinstance(error, exceptions.NoSuchCommand):
        return say(f"không có lệnh “{error.command_name}”", f"there is no command “{error.command_name}”")
    if isinstance(error, exceptions.NoSuchOption):
        near = "".join(say(f" (có phải {name}?)", f" (did you mean {name}?)") for name in (error.possibilities or [])[:1])
        return say(f"không có tùy chọn “{error.option_name}”{near}", f"there is no option “{error.option_name}”{near}")
    if isinstance(error, exceptions.BadOptionUsage):
        return say(
            f"tùy chọn “{error.option_name}” thiếu giá trị hoặc dùng sai",
            f"option “{error.option_name}” lacks its value or is misused",
        )
    if isinstance(error, EmptyValue):
        return say(f"{error.name} đang để trống", error.message)
    if isinstance(error, exceptions.MissingParameter):
        name = error.param.human_readable_name if error.param else ""
        return say(f"thiếu {name}", f"{name} is missing")
    return error.message


def _write_usage(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, say: Say) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix=say("Cách dùng: ", "Usage: "))


def _write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, say: Say) -> None:
    records = [
        record for param in command.get_params(ctx) if (record := param.get_help_record(ctx)) and isinstance(param, click.Option)
    ]
    with formatter.section(say("Tùy chọn", "Options")):
        formatter.write_dl(records)


def _help_option(say: Say) -> click.Option:
    def show(ctx: click.Context, param: click.Parameter, value: Any) -> None:
        if value and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit()

    text = say("In hướng dẫn này rồi dừng.", "Show this message and stop.")
    return click.Option(["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, callback=show, help=text)


def _debug_option(say: Say) -> click.Option:
    text = say("In chi tiết lỗi cho người phát triển.", "Print the details of an error for developers.")
    return click.Option(["--debug"], is_flag=True, expose_value=False, help=text)
