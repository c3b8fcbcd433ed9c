"""A worker without the engine: what a file becomes stands in its first line. Process, pipes and limits are the real ones."""

import hashlib
import os
import sys
from pathlib import Path
from types import ModuleType

import pipeline

if __name__ != "__main__" and "pipeline.extract" not in sys.modules:
    # A thousand starts: the doors of these two packages, behind which the engine's libraries stand, stay closed.
    for name in ("intake", "extract"):
        door = sys.modules[f"pipeline.{name}"] = ModuleType(f"pipeline.{name}")
        door.__path__ = [str(Path(pipeline.__file__).parent / name)]
    from pipeline.extract.settings import OcrMode

    sys.modules["pipeline.extract"].OcrMode = OcrMode  # type: ignore[attr-defined]

from models.directive import Directive, FileRecord, PageFacts
from models.errors import BrokenFile, EmptyFile, SecretDocument
from pipeline.intake import worker
from tests.factories import make_fields, make_task

TASKS = 3


def read(path: Path, tell: worker.Tell) -> Directive:
    content = path.read_bytes()
    order = content.decode("utf-8").partition("\n")[0]
    tell("pages", 1)
    if order == "die":
        os.kill(os.getpid(), 9)
    if not content:
        raise EmptyFile(name=path.name)
    if order == "refuse":
        raise BrokenFile(name=path.name, detail="thử")
    if order == "secret":
        raise SecretDocument(name=path.name, detail="MẬT")
    file = FileRecord(name=path.name, sha256=hashlib.sha256(content).hexdigest(), size=len(content), media="text/plain")
    page = PageFacts(page=1, source="plain", reason="thử", quality=1.0, text=content.decode())
    tasks = tuple(make_task(f"Việc {number} của {file.sha256}", leads=["Sở Nội vụ"]) for number in range(TASKS))
    return Directive(file=file, fields=make_fields(number=f"{file.sha256[:8]}/CV"), pages=(page,), tasks=tasks)


def main(duty: str) -> None:
    worker.main(duty, lambda duty: read)
