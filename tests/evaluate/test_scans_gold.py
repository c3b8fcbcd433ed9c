"""Gold of real scans: it says what the paper says, quotes little, and is found in what OCR read."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from pipeline.evaluate.gold import GoldDeadline
from pipeline.evaluate.located import EDGE, LocatedGold, LocatedTask, Source
from pipeline.evaluate.near import passage_of, resolve_near

HOME = Path(__file__).parents[2] / "corpus"
FILES = sorted((HOME / "scans").rglob("*.json"))
PAPER = "Sở Y tế đề nghị các đơn vị lập danh sách bác sĩ đăng ký tham gia đào tạo, gửi về Sở Y tế trước ngày 29/12/2017."


def located(*tasks: str) -> LocatedGold:
    """Gold of a paper with these tasks."""
    seen: Counter[str] = Counter()
    found = []
    for text in tasks:
        seen[text] += 1
        nth = seen[text] if tasks.count(text) > 1 else None
        found.append(LocatedTask(path=(), at=(passage_of(text, nth),), leads=("các đơn vị",), deadlines=(GoldDeadline(due=DAY),)))
    return LocatedGold(document="thu", sha256="0" * 64, split="dev", tasks=tuple(found))


DAY = date(2017, 12, 29)


def test_a_passage_is_found_in_what_ocr_made_of_it() -> None:
    words = "Sở Y tê đê nghi các đơn vi lập danh sách bảc sĩ đãng ký tham gia {}đào tạo, gửi vê Sở Y tê trước ngàv 29/12/2017."
    found = resolve_near(located(PAPER), Source("UBND TỈNH\n\n" + words.format("\n") + "\n\nNơi nhận:"))
    assert found.lost == ()
    assert found.gold.tasks[0].text == words.format("")
    assert found.gold.tasks[0].leads == ("các đơn vị",)
    assert found.gold.tasks[0].deadlines[0].due == DAY


def test_what_ocr_lost_is_told_and_matches_nothing() -> None:
    found = resolve_near(located(PAPER), Source("Ì Ị ~ xv\nKính gửi: Các đơn vị\nThực hiện công văn của Bộ Y tế về phòng bệnh."))
    assert found.lost == ("Sở Y tế đề nghị các",)
    assert found.gold.tasks[0].text.startswith("Sở Y tế đề nghị các …")


def test_the_same_words_in_two_places_are_told_apart_by_their_order() -> None:
    text = "Xây dựng kế hoạch năm 2018, báo cáo Sở Y tế trước ngày 15 tháng 01 năm 2018;"
    read = f"1. Phòng A\n- {text}\n2. Phòng B\n- {text.replace('Xây dựng', 'Xâv dựng')}\n"
    found = resolve_near(located(text, text), Source(read))
    assert [task.text.split()[0] for task in found.gold.tasks] == ["Xây", "Xâv"]


def test_words_far_from_the_length_of_the_passage_are_another_place() -> None:
    read = PAPER.replace("bác sĩ", "bác sĩ " + "và những người khác có nhu cầu học tập nâng cao trình độ chuyên môn " * 4)
    assert resolve_near(located(PAPER), Source(read)).lost


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_lies_where_its_set_says_and_quotes_little(path: Path) -> None:
    gold = LocatedGold.model_validate_json(path.read_text(encoding="utf-8"))
    assert (path.parent.name, path.stem) == (gold.split, gold.document)
    assert re.fullmatch(r"[0-9a-f]{64}", gold.sha256)
    passages = [passage for task in gold.tasks for passage in (*task.at, *task.second)]
    for passage in [*passages, *([gold.subject_at] if gold.subject_at else [])]:
        edge = min(EDGE, passage.words)
        assert len(passage.first.split()) == len(passage.last.split()) == edge, passage


def test_the_table_of_the_split_is_true() -> None:
    lines = (HOME / "gold" / "SPLIT.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if re.match(r"\| scans (dev|held) \|", line)]
    listed = {(row[0].removeprefix("scans "), row[1]): int(row[5]) for row in rows}
    golds = [LocatedGold.model_validate_json(path.read_text(encoding="utf-8")) for path in FILES]
    assert listed == {
        (gold.split, gold.document): sum(
            not task.optional and task.origin == "body" and task.kind == "assignment" for task in gold.tasks
        )
        for gold in golds
    }
    assert Counter(gold.split for gold in golds) == {"dev": 33, "held": 26}
