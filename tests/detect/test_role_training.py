"""The training of the judgement of roles: it learns what speaks for a role, says the same twice, and opens nothing held out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.outline import Passage
from pipeline.detect import Detector
from pipeline.detect.analysis import analyse
from pipeline.detect.role_model import NOBODY, ROLES, RoleModel, load_role_model
from pipeline.detect.unlisted import load_name_model, unlisted
from scripts.roles import names
from scripts.roles.material import Example, examples
from scripts.roles.sentences import marked, of_sentences
from scripts.roles.train import left_out, main, train

CORPUS = Path(__file__).parents[2] / "corpus"
MADE = [
    Example(f"d{i % 5}", signs, role, NOBODY)
    for i in range(30)
    for signs, role in ((("heads", "r0=rà"), "lead"), (("l0=với", "r0=rà"), "coordinate"), (("l0=của", "r0=về"), NOBODY))
]


def best(model: RoleModel, *signs: str) -> str:
    chances = model.chances(signs)
    return max(chances, key=lambda name: chances[name])


def test_it_learns_what_speaks_for_a_role() -> None:
    model = train(MADE)
    assert [best(model, "heads"), best(model, "l0=với"), best(model, "l0=của")] == ["lead", "coordinate", NOBODY]


def test_the_same_examples_give_the_same_weights() -> None:
    assert train(MADE) == train(MADE)


def test_a_sign_that_stands_in_one_example_is_not_learned() -> None:
    model = train([*MADE, Example("d9", ("heads", "once"), "lead", NOBODY)])
    assert "heads" in model.weights
    assert "once" not in model.weights


def test_each_document_is_judged_by_a_model_that_has_not_seen_it() -> None:
    told = [Example("only here", ("unique", "heads"), "lead", NOBODY)] * 4
    judged = {example.document: chances for example, chances in left_out([*MADE, *told])}
    assert set(judged) == {example.document for example in [*MADE, *told]}
    assert judged["only here"] == pytest.approx(train(MADE).chances(["unique", "heads"]), abs=0.2)


def test_examples_come_with_the_role_of_gold_and_of_no_held_out_document(detector: Detector) -> None:
    found = examples([CORPUS / "gold" / "written"], [CORPUS / "written"], detector)
    held = {path.stem for path in (CORPUS / "gold").glob("written_held*/*.json")}
    assert {example.role for example in found} == {*ROLES, NOBODY}
    assert not held & {example.document for example in found}
    assert examples([CORPUS / "gold" / "written_held"], [CORPUS / "written"], detector) == []


def test_the_shipped_weights_are_of_known_roles_and_a_small_file() -> None:
    file = Path(__file__).parents[2] / "pipeline" / "detect" / "data" / "roles.json"
    content = json.loads(file.read_text(encoding="utf-8"))
    assert tuple(content["roles"]) == ROLES
    assert content["against"] == NOBODY
    assert file.stat().st_size + file.with_name("unlisted.json").stat().st_size < 1_500_000
    assert len(load_role_model().weights) == len(content["weights"]) > 1000


def test_the_command_trains_and_tells_how_good_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    for file in sorted((CORPUS / "gold" / "written").glob("*.json"))[:8]:
        (gold / file.name).write_bytes(file.read_bytes())
    sentences = tmp_path / "sentences"
    sentences.mkdir()
    lines = (CORPUS / "roles" / "tinh.txt").read_text(encoding="utf-8").splitlines()[:60]
    (sentences / "some.txt").write_text("\n".join(lines), encoding="utf-8")
    options = ["--gold", str(gold), "--documents", str(CORPUS / "written"), "--sentences", str(sentences), "--check"]
    assert main([*options, "--output", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert "of 11 documents" in told  # 60 sentences count as three
    assert "name from 0.5" in told
    assert "documents, no rule: lead       from 0.5" in told
    assert "sentences: lead       from 0.5" in told
    for name in ("roles", "unlisted"):
        assert json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8"))["weights"]


def test_marks_are_taken_out_and_say_where_bodies_stood() -> None:
    line = marked("{L|Phòng Kinh tế} rà soát, gửi {R|UBND xã} trước ngày 10.")
    assert line.text == "Phòng Kinh tế rà soát, gửi UBND xã trước ngày 10."
    assert [(line.text[start:end], letter) for start, end, letter in line.marks] == [("Phòng Kinh tế", "L"), ("UBND xã", "R")]


@pytest.mark.parametrize("line", ["{L|Sở Y tế rà soát.", "{X|Sở Y tế} rà soát.", "{L|} rà soát.", "Sở Y tế} rà soát."])
def test_a_line_with_a_broken_mark_is_told(line: str) -> None:
    with pytest.raises(ValueError, match="mark"):
        marked(line)


def test_marked_sentences_give_examples(detector: Detector, tmp_path: Path) -> None:
    lines = "{L|Sở Y tế} chủ trì, phối hợp với {C|Sở Tài chính} rà soát, báo cáo {R|UBND tỉnh}.\n\nTheo ý kiến của {O|Sở Nội vụ}.\n"
    (tmp_path / "a.txt").write_text(lines, encoding="utf-8")
    found = of_sentences([tmp_path], detector)
    assert [(example.role, example.ruled) for example in found] == [
        ("lead", "lead"), ("coordinate", "coordinate"), (NOBODY, "report_to"), (NOBODY, NOBODY),
    ]  # fmt: skip


def test_the_sentences_of_the_project_are_well_formed() -> None:
    files = sorted((CORPUS / "roles").glob("*.txt"))
    assert files
    marks = [mark for file in files for line in file.read_text(encoding="utf-8").splitlines() for mark in marked(line).marks]
    assert {letter for _, _, letter in marks} == set("LCRO")


def test_where_a_name_ends_is_learned_from_marked_sentences(detector: Detector, tmp_path: Path) -> None:
    lines = [f"{{L|Nhóm canh đê số {i}}} tuần tra bờ kè." for i in range(8)] + [f"Mực nước trạm {i} lên nhanh." for i in range(8)]
    (tmp_path / "a.txt").write_text("\n".join(lines), encoding="utf-8")
    model = names.train(names.places([tmp_path], detector))
    text = "Chằng chống nhà cửa; nhóm canh đê số 9 tuần tra bờ kè."
    analysis = analyse(Passage(text, ()), nlp=detector.nlp, rules=detector.roles)
    found = unlisted(text, analysis.folded, (), analysis.cues, model)
    assert [mention.name for mention in found] == ["nhóm canh đê số 9"]


@pytest.mark.parametrize(
    "text", ["Rà soát hồ sơ tồn đọng; báo cáo kết quả.", "Đề nghị Quý Công ty rà soát.", "Trước 15/3, Sở Y tế rà soát.", ""]
)
def test_no_name_is_guessed_where_an_order_a_polite_word_or_a_known_body_stands(text: str, detector: Detector) -> None:
    analysis = analyse(Passage(text, ()), nlp=detector.nlp, rules=detector.roles)
    assert unlisted(text, analysis.folded, analysis.mentions, analysis.cues, load_name_model()) == []
