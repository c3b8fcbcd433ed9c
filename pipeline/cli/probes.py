"""Looking at the machine: what is installed, in which version, and the command that installs what is not.

In: the environment.  Out: `Check` values.
Promise: nothing is installed, changed or imported that is heavy; each missing thing comes with its command.
"""

from __future__ import annotations

import importlib.metadata as metadata
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.cli.session import Say

__all__ = ["Check", "check_package", "name_owners", "probe_machine"]

OLDEST_PYTHON = (3, 11)
OLDEST_SQLITE = (3, 38)
"""JSON functions and STRICT tables are there for certain (sqlite.org/changes.html: 3.37 and 3.38)."""
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts")
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)(?:>=([0-9.]+))?")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked for. `required` things missing make the program unusable, others only a part of it."""

    name: str
    ok: bool
    detail: str
    required: bool = False
    install: str = ""


def probe_machine(say: Say) -> Iterator[Check]:
    """All checks but that of the register."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Check("Python", sys.version_info >= OLDEST_PYTHON, version, required=True, install="apt-get install python3")
    yield from _packages(say)
    yield _names(say)
    yield _sqlite(say)
    yield from _programs(say)
    yield _font(say)


def name_owners(package: str) -> list[str]:
    """Distributions other than giaoviec that own the import name `package`."""
    owners = metadata.packages_distributions().get(package, [])
    return sorted({owner for owner in owners if owner != "giaoviec"})


def _packages(say: Say) -> Iterator[Check]:
    try:
        wanted = [text for text in metadata.requires("giaoviec") or [] if "extra ==" not in text]
    except metadata.PackageNotFoundError:
        missing = say("chưa cài; đang chạy thẳng từ thư mục mã nguồn", "not installed; running from the source folder")
        yield Check("giaoviec", False, missing, install="make setup")
        return
    for text in wanted:
        yield check_package(text, say)


def check_package(requirement: str, say: Say) -> Check:
    """Whether a distribution is there and new enough ("click>=8.4")."""
    match = _REQUIREMENT.match(requirement)
    name, least = match.groups() if match else (requirement, None)
    install = f"pip install '{requirement}'"
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Check(name, False, say("chưa có", "missing"), required=True, install=install)
    enough = least is None or _numbers(version) >= _numbers(least)
    return Check(name, enough, version if enough else f"{version} < {least}", required=True, install=install)


def _names(say: Say) -> Check:
    others = {package: owners for package in ("pipeline", "models") if (owners := name_owners(package))}
    taken = "; ".join(f"{package}: {', '.join(owners)}" for package, owners in others.items())
    free = say("không gói nào khác dùng tên pipeline, models", "no other package owns pipeline or models")
    return Check(
        say("tên gói", "import names"), not others, taken or free, required=True, install="python3 -m venv .venv && make setup"
    )


def _sqlite(say: Say) -> Check:
    with sqlite3.connect(":memory:") as connection:
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    connection.close()
    search = "ENABLE_FTS5" in options
    ok = search and sqlite3.sqlite_version_info >= OLDEST_SQLITE
    words = say("có tìm kiếm FTS5", "with FTS5 search") if search else say("không có FTS5", "without FTS5")
    return Check("SQLite", ok, f"{sqlite3.sqlite_version}, {words}", required=True, install="apt-get install libsqlite3-0")


def _programs(say: Say) -> Iterator[Check]:
    scans = say("để đọc bản quét và ảnh", "to read scans and pictures")
    tesseract = shutil.which("tesseract")
    languages = _output([tesseract, "--list-langs"]).split() if tesseract else []
    yield Check("Tesseract", bool(tesseract), tesseract or scans, install="apt-get install tesseract-ocr")
    vie = "vie" in languages
    yield Check(
        say("Tesseract tiếng Việt", "Tesseract vie"), vie, "vie" if vie else scans, install="apt-get install tesseract-ocr-vie"
    )
    office = shutil.which("soffice") or shutil.which("libreoffice")
    use = say("để đọc tệp .doc cũ", "to read old .doc files")
    yield Check("LibreOffice", bool(office), office or use, install="apt-get install libreoffice-writer-nogui")


def _font(say: Say) -> Check:
    found = next((path for folder in _FONT_FOLDERS for path in Path(folder).rglob("LiberationSerif-Regular.ttf")), None)
    use = say("để tự dựng văn bản mẫu", "to typeset sample documents")
    return Check(
        say("phông chữ Liberation", "Liberation fonts"),
        found is not None,
        str(found or use),
        install="apt-get install fonts-liberation2",
    )


def _output(command: list[str]) -> str:
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=20, check=False, env={**os.environ, "OMP_THREAD_LIMIT": "1"}
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout + done.stderr


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:4])
