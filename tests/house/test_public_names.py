"""`__all__` is honest: sorted, and every name in it exists."""

import ast
import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted([*ROOT.glob("models/**/*.py"), *ROOT.glob("pipeline/**/*.py")])


def declared(path: Path) -> list[str] | None:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets):
            return list(ast.literal_eval(node.value))
    return None


DECLARING = [path for path in MODULES if declared(path) is not None]


@pytest.mark.parametrize("path", DECLARING, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_public_name_exists(path: Path) -> None:
    dotted = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    module = importlib.import_module(dotted)
    names = declared(path) or []
    assert [name for name in names if not hasattr(module, name)] == []
    assert len(names) == len(set(names))


@pytest.mark.parametrize("stage", ["extract", "outline", "detect", "register", "export", "intake", "evaluate"])
def test_the_door_of_a_stage_says_what_may_be_used(stage: str) -> None:
    assert declared(ROOT / "pipeline" / stage / "__init__.py")
