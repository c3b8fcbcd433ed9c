"""Modules of at most 500 lines, functions of at most 60, and a first paragraph: what comes in, what goes out, one promise."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULE_WALL, FUNCTION_WALL = 500, 60
MODULES = sorted(
    path for folder in ("models", "pipeline", "corpus", "benchmarks", "scripts") for path in ROOT.glob(f"{folder}/**/*.py")
)
FOLDERS = sorted({path.parent for path in ROOT.glob("pipeline/**/*.py")} | {ROOT / "models"})


def long_functions(source: str) -> list[str]:
    functions = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return [
        f"{node.name}: {size} lines" for node in functions if (size := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION_WALL
    ]


def missing_words(source: str) -> list[str]:
    docstring = ast.get_docstring(ast.parse(source)) or ""
    first_lines = "\n".join(docstring.splitlines()[:20])
    return [word for word in ("In:", "Out:", "Promise:") if word not in first_lines]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_fits_in_the_house(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MODULE_WALL, "what would each of two rooms be called?"
    assert long_functions(source) == []


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if path.parts[len(ROOT.parts)] in ("models", "pipeline")],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert missing_words(source) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(ROOT)))
def test_a_folder_with_modules_is_a_package_with_a_docstring(folder: Path) -> None:
    assert (folder / "__init__.py").is_file()


def test_the_walls_would_be_seen() -> None:
    tall = "def tall():\n" + "    pass\n" * FUNCTION_WALL
    assert long_functions(tall) == [f"tall: {FUNCTION_WALL + 1} lines"]
    assert missing_words('"""Reads. In: a file. Out: text."""') == ["Promise:"]
