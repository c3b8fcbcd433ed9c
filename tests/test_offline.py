"""The whole path with sockets refused, worker processes included."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Python runs sitecustomize at each start, also in the workers: from then on no socket can be made.
REFUSE = """
import os, socket, sys

def refuse(*arguments, **options):
    # urllib3, which spaCy brings along, tries at import whether this machine knows IPv6: it sends nothing.
    if sys._getframe(1).f_code.co_name != "_has_ipv6":
        with open(os.environ["SOCKETS_ASKED_FOR"], "a") as log:
            log.write(f"{os.getpid()} {arguments} {sys._getframe(1).f_code}\\n")
    raise OSError("sockets are refused in this test")

with open(os.environ["SOCKETS_ASKED_FOR"] + ".started", "a") as log:
    log.write(f"{os.getpid()}\\n")
socket.socket.__init__ = refuse
socket.socketpair = socket.create_connection = socket.getaddrinfo = refuse
"""


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    hook = tmp_path / "hook"
    hook.mkdir()
    (hook / "sitecustomize.py").write_text(REFUSE, encoding="utf-8")
    return {
        **os.environ,
        "PYTHONPATH": str(hook),
        "SOCKETS_ASKED_FOR": str(tmp_path / "sockets"),
        "GIAOVIEC_REGISTER": str(tmp_path / "so.db"),
    }


def giaoviec(environ: dict[str, str], *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline.cli.main", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)


def test_the_hook_refuses_sockets(environ: dict[str, str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import socket; socket.socket()"], env=environ, capture_output=True, text=True, check=False
    )
    assert "sockets are refused" in done.stderr
    assert (tmp_path / "sockets").exists()


def test_from_file_to_list_without_a_socket(environ: dict[str, str], tmp_path: Path) -> None:
    samples = ROOT / "corpus" / "samples"
    read = giaoviec(environ, "ingest", samples / "cd-mua-lu.pdf", samples / "kh-ky-nang-so.docx", samples / "bay-dan-tu-web.html")
    assert read.returncode == 0, read.stdout + read.stderr
    listed = giaoviec(environ, "export", "--format", "json")
    assert listed.returncode == 0
    assert '"number": "58/KH-UBND"' in listed.stdout
    sheet = giaoviec(environ, "export", "--format", "xlsx", "-o", tmp_path / "nhiem-vu.xlsx")
    assert sheet.returncode == 0, sheet.stderr
    scored = giaoviec(environ, "evaluate", ROOT / "corpus" / "gold" / "cd-mua-lu.json", "--documents", samples)
    assert scored.returncode == 0, scored.stderr
    assert not (tmp_path / "sockets").exists(), (tmp_path / "sockets").read_text()
    # Four commands, and the worker of the first: all of them ran with the hook.
    assert len(set((tmp_path / "sockets.started").read_text().split())) >= 5
