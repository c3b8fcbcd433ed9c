"""Passages given by their ends: found in the source, or refused with a reason."""

import json
from pathlib import Path

import pytest

from models.errors import GoldError
from pipeline.evaluate.convert import as_json, convert, locate, main
from pipeline.evaluate.located import EDGE, LocatedGold, Passage, Source, resolve, words_of

LETTER = """**1. Sở Nội vụ** chủ trì, phối hợp với
các sở, ban, ngành rà soát danh mục vị trí việc làm
của tỉnh; báo cáo trước ngày 15/6/2025.

2. Gửi báo cáo về Sở Nội vụ.

3. Gửi báo cáo về Sở Nội vụ.
"""
TABLE = """
|1. |Nghị định hướng dẫn thi hành  |Bộ Công an |
|   |Luật cư trú                   |           |
|2. |Nghị định hướng dẫn thi hành  |Bộ Y tế    |
|   |Luật dược                     |           |
"""
ITEM = "Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành rà soát danh mục vị trí việc làm của tỉnh; báo cáo trước ngày 15/6/2025."


def located(*passages: Passage, **rest: object) -> LocatedGold:
    tasks = [{"path": ["1"], "at": [passage], "leads": ["Sở Nội vụ"]} for passage in passages]
    return LocatedGold.model_validate({"document": "x", "sha256": "0", "split": "dev", "tasks": tasks, **rest})


def text_of(*passages: Passage) -> list[str]:
    return [task.text for task in resolve(located(*passages), Source(LETTER)).tasks]


def test_white_space_marks_and_line_ends_do_not_count() -> None:
    passage = Passage(first="Sở Nội vụ chủ trì phối", last="cáo trước ngày 15 6 2025", words=29)
    assert text_of(passage) == [ITEM]


def test_the_same_words_in_two_places_need_a_number() -> None:
    twice = Passage(first="Gửi báo cáo về Sở Nội", last="báo cáo về Sở Nội vụ", words=7)
    with pytest.raises(GoldError, match=r"nhiệm vụ 1: có ở 2 chỗ trong nguồn"):
        text_of(twice)
    second = twice.model_copy(update={"nth": 2})
    assert text_of(second) == ["Gửi báo cáo về Sở Nội vụ."]
    with pytest.raises(GoldError, match="nguồn chỉ có 2 chỗ"):
        text_of(twice.model_copy(update={"nth": 3}))


@pytest.mark.parametrize(
    "passage",
    [
        pytest.param(Passage(first="Sở Y tế chủ trì", last="15 6 2025", words=29), id="other words"),
        pytest.param(Passage(first="Sở Nội vụ chủ trì phối", last="cáo trước ngày 15 6 2025", words=28), id="one word fewer"),
        pytest.param(Passage(first="Sở Nội vụ chủ trì phối", last="cáo trước ngày 15 6 2025", words=99), id="beyond the end"),
    ],
)
def test_what_is_not_in_the_source_is_refused(passage: Passage) -> None:
    with pytest.raises(GoldError, match="nhiệm vụ 1: không có trong nguồn"):
        text_of(passage)


def test_all_that_does_not_fit_is_named_at_once() -> None:
    absent = Passage(first="không có", last="không có", words=2)
    with pytest.raises(GoldError, match=r"nhiệm vụ 1: .*nhiệm vụ 2: .*trích yếu: "):
        resolve(located(absent, absent, subject_at=absent), Source(LETTER))


def test_pieces_of_a_cell_are_put_together() -> None:
    source = Source(TABLE)
    for number, law in ((1, "cư trú"), (2, "dược")):
        passages = locate(f"Nghị định hướng dẫn thi hành Luật {law}", source)
        assert [(p.words, p.nth) for p in passages] == [(6, number), (2 + len(law.split()) - 1, None)]
        gold = resolve(LocatedGold(document="x", sha256="0", split="dev", tasks=({"path": [], "at": passages},)), source)  # type: ignore[arg-type]
        assert gold.tasks[0].text == f"Nghị định hướng dẫn thi hành Luật {law}"


DEADLINE = {"text": "trước ngày 15/6/2025", "due": "2025-06-15", "rrule": None, "optional": True}


def full(*texts: str, subject: str = "rà soát vị trí việc làm") -> dict[str, object]:
    same = {
        "path": ["1"], "kind": "assignment", "origin": "body", "leads": [], "coordinators": ["Sở Y tế"], "report_to": [],
        "capacity": None, "deadlines": [DEADLINE], "optional": False, "note": "not kept",
    }  # fmt: skip
    tasks: list[dict[str, object]] = [{**same, "text": text} for text in texts]
    return {"document": "x", "meta": {"subject": subject, "number": None}, "tasks": tasks}


def test_conversion_keeps_all_values_and_gives_back_the_words() -> None:
    again = "Gửi báo cáo về Sở Nội vụ."
    gold = convert(full(ITEM, again, again), Source(LETTER), "ab", "held")
    assert [task.at[0].nth for task in gold.tasks] == [None, 1, 2]
    assert gold.meta == {"subject": "rà soát vị trí việc làm", "number": None}
    read = LocatedGold.model_validate_json(as_json(gold))
    assert read == gold
    task = resolve(read, Source(LETTER)).tasks[0]
    assert (task.text, task.leads, task.coordinators, str(task.deadlines[0].due)) == (ITEM, (), ("Sở Y tế",), "2025-06-15")
    assert task.deadlines[0].optional


def test_a_long_subject_is_a_passage_too() -> None:
    source = Source(f"V/v {ITEM}\n{ITEM.upper()}\n")
    gold = convert(full(subject=ITEM), source, "ab", "dev")
    assert "subject" not in gold.meta
    assert words_of(str(resolve(gold, source).meta["subject"])) == words_of(ITEM)


def test_a_text_that_is_not_in_the_source_is_not_converted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "x.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "full" / "x.json").write_text(json.dumps(full("Xây dựng đề án khác")), encoding="utf-8")
    arguments = [str(tmp_path / "full"), str(tmp_path), str(tmp_path / "out"), "--split", "dev"]
    assert main(arguments) == 1
    assert "không tìm thấy trong nguồn: xây dựng đề án khác" in capsys.readouterr().err
    assert not list((tmp_path / "out").iterdir())
    (tmp_path / "full" / "x.json").write_text(json.dumps(full(ITEM)), encoding="utf-8")
    assert main(arguments) == 0
    assert len(json.loads((tmp_path / "out" / "x.json").read_text(encoding="utf-8"))["tasks"][0]["at"][0]["first"].split()) == EDGE
