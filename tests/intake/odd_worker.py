"""A worker whose reading does what the first line of a file says: hang, die, grow. The rest of it is the real worker."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from models.directive import Directive, Fields, FileRecord, PageFacts
from models.errors import BrokenFile, SecretDocument
from pipeline.intake import worker


def load(duty: worker.Duty) -> worker.Read:
    return read


def read(path: Path, tell: worker.Tell) -> Directive:
    content = path.read_bytes()
    order, _, argument = content.decode("utf-8", "replace").splitlines()[0].partition(" ")
    if order == "scan":
        tell("scans", 1)
        time.sleep(float(argument))
    if order == "scans":
        for seen in range(int(argument)):
            tell("scans" if not seen else "seen", seen or int(argument))
            time.sleep(0.1)
    tell("pages", 1)
    if order == "secret":
        raise SecretDocument(name=path.name, detail="MẬT")
    if order == "die":
        os.kill(os.getpid(), 9)
    if order == "hang":
        time.sleep(600)
    if order == "hang-with-child":
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        Path(argument).write_text(str(child.pid))
        child.wait()
    if order == "grow":
        bytearray(1 << 40)
    if order == "refuse":
        raise BrokenFile(name=path.name, detail="thử")
    if order == "stumble":
        raise RuntimeError("a bug met by this file alone")
    if order == "litter":
        (Path(tempfile.gettempdir()) / "page.pnm").write_bytes(content)
        time.sleep(600)
    if order == "slow":
        time.sleep(float(argument))
    return directive(path, content, text="x" * int(argument) if order == "long" else f"{order} by {os.getpid()}")


def directive(path: Path, content: bytes, *, text: str) -> Directive:
    import hashlib

    file = FileRecord(name=path.name, sha256=hashlib.sha256(content).hexdigest(), size=len(content), media="text/plain")
    page = PageFacts(page=1, source="plain", reason="thử", quality=1.0, text=text)
    return Directive(file=file, fields=Fields(number="1/CV", type="CV"), pages=(page,))


def main(duty: str) -> None:
    worker.main(duty, load)
