"""Real acts put together again from a collection of text: their recipes quote nothing of it, and give the texts their gold fits."""

import hashlib
import json
import lzma
import re
from collections import Counter
from pathlib import Path

import pytest

from pipeline.evaluate import load_cases
from pipeline.evaluate.located import EDGE, LocatedGold
from scripts.restored import main, recipe, restored

CORPUS = Path(__file__).parents[2] / "corpus"
FILES = sorted((CORPUS / "gold").glob("restored*/*.json"))
RECIPES = sorted((CORPUS / "restored").glob("*.json"))
SHARED = Path(__file__).parents[3] / "shared" / "lm"
COLLECTIONS = sorted(SHARED / source for source in {json.loads(path.read_text(encoding="utf-8"))["source"] for path in RECIPES})
SOURCE = [
    "Điều 1. Sở Tài chính chủ trì lập dự toán năm 2026. Điều 2. Sở Nội vụ báo cáo trước ngày 15 tháng 12.",
    "**Nơi nhận:** - Như Điều 2; - Lưu: VT.",
    "QUY CHẾ PHỐI HỢP GIỮA CÁC CƠ QUAN CỦA TỈNH",
]
TEXT = """QUYẾT ĐỊNH:
Điều 1. Sở Tài chính chủ trì lập dự toán năm 2026.

Điều 2. Sở Nội vụ báo cáo trước ngày 15 tháng 12.
QUY CHẾ PHỐI HỢP GIỮA CÁC CƠ QUAN CỦA TỈNH
"""


def read(path: Path) -> LocatedGold:
    return LocatedGold.model_validate_json(path.read_text(encoding="utf-8"))


def test_a_text_comes_out_of_its_recipe_as_it_was() -> None:
    pieces = recipe(TEXT, SOURCE)
    assert restored(pieces, SOURCE) == TEXT
    assert pieces == [["QUYẾT ĐỊNH:"], [[0, 0, 50]], [], [[0, 51, 100]], [[2]]]


def test_a_long_line_that_the_source_does_not_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="Sở Xây dựng"):
        recipe("Sở Xây dựng " + "thẩm định hồ sơ của các dự án " * 6, SOURCE)


def test_another_state_of_the_collection_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.txt.xz"
    other.write_bytes(lzma.compress("\n".join(SOURCE).encode()))
    assert main([str(other), "-o", str(tmp_path / "texts")]) == 1
    assert "another state" in capsys.readouterr().err


def test_each_recipe_takes_its_lines_from_its_own_collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recipes, sources = tmp_path / "recipes", (tmp_path / "first.txt.xz", tmp_path / "second.txt.xz")
    recipes.mkdir()
    monkeypatch.setattr("scripts.restored.RECIPES", recipes)
    for source, lines in zip(sources, (SOURCE, SOURCE[::-1]), strict=True):
        source.write_bytes(lzma.compress("\n".join(lines).encode()))
        text = tmp_path / f"{source.name[:3]}.txt"
        text.write_text(f"{lines[0]}\n", encoding="utf-8")
        assert main([str(source), "--learn", str(text)]) == 0
    assert main([*map(str, sources), "-o", str(tmp_path / "texts")]) == 0
    made = [(tmp_path / "texts" / f"{name}.txt").read_text(encoding="utf-8") for name in ("fir", "sec")]
    assert made == [f"{SOURCE[0]}\n", f"{SOURCE[2]}\n"]


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_a_recipe_holds_no_sentence_of_the_act(path: Path) -> None:
    own = [piece for line in json.loads(path.read_text(encoding="utf-8"))["lines"] for piece in line if isinstance(piece, str)]
    assert max(len(piece.split()) for piece in own) <= 12
    assert sum(len(piece.split()) for piece in own) <= 80


def test_each_act_has_its_recipe_its_gold_and_its_line_in_the_table() -> None:
    golds = [read(path) for path in FILES]
    assert Counter(gold.split for gold in golds) == {
        "restored": 63,
        "restored_held": 20,
        "restored_held2": 17,
        "restored_held3": 16,
        "restored_held4": 8,
    }
    assert [gold.document for gold in golds] == [path.stem for path in FILES]
    assert sorted(gold.document for gold in golds) == [path.stem for path in RECIPES]
    assert len({gold.sha256 for gold in golds}) == len(golds)
    lines = (CORPUS / "gold" / "SPLIT.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if re.match(r"\| restored(_held[234]?)? \|", line)]
    listed = {(row[0], row[1]): int(row[5]) for row in rows}
    assert listed == {
        (gold.split, gold.document): sum(not t.optional and t.origin == "body" and t.kind == "assignment" for t in gold.tasks)
        for gold in golds
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_gold_quotes_little(path: Path) -> None:
    gold = read(path)
    passages = [passage for task in gold.tasks for passage in (*task.at, *task.second)]
    for passage in passages:
        assert len(passage.first.split()) == len(passage.last.split()) == min(EDGE, passage.words), passage


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not all(source.is_file() for source in COLLECTIONS):
        pytest.skip("../shared is not here: the collections that the acts come from are not part of the repository")
    folder = tmp_path_factory.mktemp("restored")
    assert main([*map(str, COLLECTIONS), "-o", str(folder)]) == 0
    return folder


@pytest.mark.shared
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_gold_fits_the_text_made_from_the_recipe(path: Path, texts: Path) -> None:
    gold = read(path)
    text = (texts / f"{gold.document}.txt").read_bytes()
    assert hashlib.sha256(text).hexdigest() == gold.sha256
    (case,) = load_cases(path, [texts])
    assert case.gold is not None
    assert len(case.gold.tasks) == len(gold.tasks)
