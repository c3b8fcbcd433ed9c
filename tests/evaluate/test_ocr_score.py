"""The scoring of scans: by known values, by a slow count on random texts, and by the tool that lies beside the repository."""

import importlib.util
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.ocr_score import body_of, distance, end_of_best_match, normalised, score, stretch_like

TOOL = Path(__file__).parents[3] / "shared" / "tools" / "score_ocr.py"


def slow(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(before + (x != y), row[j] + 1, row[j - 1] + 1)
    return row[-1]


@pytest.mark.parametrize(
    ("a", "b", "edits"), [("", "", 0), ("", "ba", 2), ("ba", "", 2), ("số", "sô", 1), ("kitten", "sitting", 3)]
)
def test_known_distances(a: str, b: str, edits: int) -> None:
    assert distance(a, b) == edits


def test_the_distance_is_that_of_the_slow_count() -> None:
    drawn = random.Random(4)
    for _ in range(300):
        a, b = ("".join(drawn.choices("aăâ đ", k=drawn.randrange(0, 90))) for _ in range(2))
        assert distance(a, b) == slow(a, b)


def test_the_best_match_is_where_the_slow_search_finds_it() -> None:
    drawn = random.Random(5)
    for _ in range(60):
        part, text = ("".join(drawn.choices("abc", k=size)) for size in (8, 40))
        end = end_of_best_match(part, text)
        least = min(slow(part, text[i:j]) for i in range(41) for j in range(i, 41))
        assert min(slow(part, text[i:end]) for i in range(end + 1)) == least


def test_words_count_as_often_as_they_stand_there() -> None:
    assert score("Số 1, số 1.", "số Số 1").recall == pytest.approx(3 / 4)
    assert score("a – b", "a - b").cer == 0


def test_a_truth_without_letterhead_is_found_in_the_text() -> None:
    title = "NGHỊ ĐỊNH\nVỀ VIỆC THỬ NGHIỆM CÁC PHÉP ĐO\n\n"
    articles = " ".join(f"Điều {n}. Phạm vi thứ {n * n}." for n in range(1, 60))
    body = body_of(f"{title}Căn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;\n{articles}")
    assert body.startswith("Căn cứ")
    read = body.replace("Điều", "Điêu")
    assert stretch_like(body, f"CHÍNH PHỦ CỘNG HÒA\nSố: 01/2010/NĐ-CP\n{read}\nNơi nhận: như trên") == normalised(read)


@pytest.mark.skipif(not TOOL.is_file(), reason=f"{TOOL.name} is not beside this repository")
def test_it_agrees_with_the_tool_beside_the_repository(tmp_path: Path) -> None:
    assert importlib.util.find_spec("numpy")
    drawn = random.Random(6)
    words = "Căn cứ Luật số 12/2020, “kế hoạch” – Ủy ban; nhân dân\n\ntỉnh. V/v".split(" ")
    for number in range(6):
        texts = [" ".join(drawn.choices(words, k=60)) for _ in range(2)]
        for name, text in zip(("truth", "read"), texts, strict=True):
            (tmp_path / name).write_text(text, encoding="utf-8")
        command = [sys.executable, TOOL, tmp_path / "truth", tmp_path / "read"]
        figures = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
        own = score(*texts)
        told = figures["cer"], figures["word_recall"], figures["chars"]
        assert (round(own.cer, 4), round(own.recall, 4), own.characters) == told, number
