"""Imports run one way: models <- rules <- stages <- flow <- intake, review, evaluate, cli."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LAYERS = {
    "models": 0,
    "people": 1,
    "rules": 1,
    "extract": 2,
    "recover": 3,
    "outline": 4,
    "detect": 5,
    "register": 6,
    "export": 7,
    "exchange": 8,
    "flow": 8,
    "intake": 9,
    "review": 9,
    "evaluate": 9,
    "cli": 10,
}
STAGES = {"extract", "recover", "outline", "detect", "register", "export"}
MODULES = sorted([*ROOT.glob("models/**/*.py"), *ROOT.glob("pipeline/**/*.py")])


def room_of(dotted: str) -> str | None:
    """The room of the house a module stands in: `pipeline.extract.pdf` -> extract; None for other libraries."""
    parts = dotted.split(".")
    if parts[0] == "models":
        return "models"
    if parts[0] != "pipeline":
        return None
    return parts[1] if len(parts) > 1 and parts[1] in LAYERS else "pipeline"


def imports_of(source: str) -> list[tuple[str, int]]:
    """The absolute names a module imports, with the line."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import in line {node.lineno}: write the whole name"
            found += [(f"{node.module}.{alias.name}", node.lineno) for alias in node.names]
    return found


def wrong_ways(room: str, source: str) -> list[str]:
    """Imports of `source`, which stands in `room`, that point upward, or past the door of another stage."""
    wrong = []
    for name, line in imports_of(source):
        other = room_of(name)
        if other is None or other in (room, "pipeline"):
            continue
        if LAYERS[other] >= LAYERS[room]:
            wrong.append(f"line {line}: {room} imports {name}")
        elif room in STAGES and other in STAGES and len(name.split(".")) > 3:
            wrong.append(f"line {line}: {room} imports {name}, an internal of {other}")
    return wrong


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_downward(path: Path) -> None:
    room = room_of(".".join(path.relative_to(ROOT).with_suffix("").parts))
    if room != "pipeline":
        assert wrong_ways(str(room), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("room", "source"),
    [
        pytest.param("models", "from pipeline.rules import load_rules", id="models know nothing of the pipeline"),
        pytest.param("extract", "import pipeline.flow", id="a stage does not know the flow"),
        pytest.param("outline", "from pipeline.detect import detect", id="a stage does not know a later one"),
        pytest.param("outline", "from pipeline.extract.pdf import read", id="nor the internals of an earlier one"),
        pytest.param("flow", "def f():\n    from pipeline.cli import main", id="an import inside a function counts too"),
    ],
)
def test_an_upward_import_would_be_seen(room: str, source: str) -> None:
    assert wrong_ways(room, source) != []
