"""A directive against its gold: what is right, invented, missed."""

from datetime import date
from pathlib import Path

import pytest

from models.directive import Kind, Origin, Signer
from models.errors import UsageError
from pipeline.evaluate import Gold, Measure, find_document, load_gold, score_directive
from tests.factories import make_deadline, make_directive, make_fields, make_task

PLAN = "Xây dựng kế hoạch cải cách hành chính năm 2025 của tỉnh"
REPORT = "Báo cáo kết quả thực hiện về Sở Nội vụ để tổng hợp"


def gold(*tasks: dict[str, object], **meta: object) -> Gold:
    return Gold.model_validate({"document": "x", "meta": {"place": "Đắk Sơn", **meta}, "tasks": tasks})


def test_a_task_that_was_found_with_all_it_says() -> None:
    task = make_task(PLAN, leads=["Sở Nội vụ"], coordinators=["Sở Y tế"], deadlines=[make_deadline(due=date(2025, 6, 30))])
    wanted = {"text": PLAN, "leads": ["Sở Nội vụ tỉnh Đắk Sơn"], "coordinators": ["Sở Y tế"], "deadlines": [{"due": "2025-06-30"}]}
    score = score_directive(make_directive(task), gold(wanted))
    assert (score.tasks, score.leads, score.coordinators, score.deadlines) == (Measure(1), Measure(1), Measure(1), Measure(1))
    assert score.notes == ()


def test_all_of_a_missed_task_is_missed() -> None:
    wanted = {"text": PLAN, "leads": ["Sở Nội vụ"], "coordinators": ["Sở Y tế"], "deadlines": [{"due": "2025-06-30"}]}
    score = score_directive(make_directive(), gold(wanted))
    missed = Measure(missed=1)
    assert (score.tasks, score.leads, score.coordinators, score.deadlines) == (missed, missed, missed, missed)


def test_all_of_an_invented_task_is_invented() -> None:
    task = make_task(PLAN, leads=["Sở Nội vụ"], coordinators=["Sở Y tế"], deadlines=[make_deadline(rrule="FREQ=YEARLY")])
    score = score_directive(make_directive(task), gold())
    invented = Measure(invented=1)
    assert (score.tasks, score.leads, score.coordinators, score.deadlines) == (invented, invented, invented, invented)


def test_a_document_that_could_not_be_read_counts_as_all_missed() -> None:
    score = score_directive(None, gold({"text": PLAN, "leads": ["Sở Nội vụ"]}, number="12", signer=None))
    assert (score.tasks, score.leads, score.fields) == (Measure(missed=1), Measure(missed=1), Measure(right=1, missed=1))


def test_an_absent_key_is_not_judged_and_an_empty_one_is() -> None:
    task = make_task(PLAN, leads=["Sở Nội vụ"])
    assert score_directive(make_directive(task), gold({"text": PLAN})).leads == Measure()
    assert score_directive(make_directive(task), gold({"text": PLAN, "leads": []})).leads == Measure(invented=1)


def test_an_optional_task_counts_neither_way() -> None:
    wanted = gold({"text": PLAN, "leads": ["Sở Nội vụ"], "optional": True})
    assert score_directive(make_directive(make_task(PLAN, leads=["Sở Y tế"])), wanted).tasks == Measure()
    assert score_directive(make_directive(), wanted).tasks == Measure()


def test_a_task_of_a_table_counts_where_asked_for() -> None:
    task = make_task(PLAN, origin=Origin.TABLE)
    wanted = gold({"text": PLAN, "origin": "table"})
    assert score_directive(make_directive(task), wanted).tasks == Measure()
    assert score_directive(make_directive(task), wanted, tables=True).tasks == Measure(right=1)


def test_a_target_is_no_assignment() -> None:
    assert score_directive(make_directive(make_task(PLAN, kind=Kind.TARGET)), gold()).tasks == Measure()


def test_best_matches_first_each_once() -> None:
    near = f"{PLAN} và các năm tiếp theo theo hướng dẫn"
    score = score_directive(make_directive(make_task(near), make_task(PLAN)), gold({"text": PLAN}))
    assert score.tasks == Measure(right=1, invented=1)
    assert score.notes == (f"+ {near}",)


def test_half_a_task_is_no_match() -> None:
    assert score_directive(make_directive(make_task("Xây dựng kế hoạch")), gold({"text": PLAN})).tasks == Measure(0, 1, 1)


def test_the_second_reading_of_gold_is_as_good() -> None:
    assert score_directive(make_directive(make_task(REPORT)), gold({"text": PLAN, "text_full": REPORT})).tasks == Measure(right=1)


@pytest.mark.parametrize(
    ("found", "wanted", "expected"),
    [
        pytest.param([None], [], Measure(), id="words without a value are free"),
        pytest.param([date(2025, 6, 30)], [{"due": "2025-06-30", "optional": True}], Measure(), id="an optional one that is met"),
        pytest.param(
            [date(2025, 7, 1)], [{"due": "2025-06-30", "optional": True}], Measure(), id="an optional one excuses one other"
        ),
        pytest.param([date(2025, 7, 1)] * 2, [{"due": "2025-06-30", "optional": True}], Measure(invented=1), id="but only one"),
        pytest.param([date(2025, 7, 1)], [{"due": "2025-06-30"}], Measure(0, 1, 1), id="a wrong day is invented and missed"),
    ],
)
def test_deadlines(found: list[date | None], wanted: list[dict[str, object]], expected: Measure) -> None:
    task = make_task(PLAN, deadlines=[make_deadline(due=due) for due in found])
    assert score_directive(make_directive(task), gold({"text": PLAN, "deadlines": wanted})).deadlines == expected


@pytest.mark.parametrize(
    ("field", "wanted", "right"),
    [
        pytest.param("number", "2039", True, id="number before the slash"),
        pytest.param("symbol", "KH-UBND", True, id="symbol behind it"),
        pytest.param("number", None, False, id="a number where the paper has none"),
        pytest.param("issuer", "UBND tỉnh Đắk Sơn", True, id="issuer in short form with its place"),
        pytest.param("issuer", "Ủy ban nhân dân tỉnh Lào Cai", False, id="the same body of another place"),
        pytest.param("date", "2025-05-12", True, id="day of issue"),
        pytest.param("subject", "Về việc cải cách hành chính năm 2025", True, id="subject with its opening words"),
        pytest.param("subject", "phòng cháy chữa cháy rừng", False, id="another subject"),
        pytest.param("signer", "Nguyễn Văn An", True, id="signer"),
    ],
)
def test_fields(field: str, wanted: str | None, right: bool) -> None:
    directive = make_directive(fields=make_fields(signer=Signer(name="Nguyễn Văn An")))
    expected = Measure(right=1) if right else Measure(missed=1)
    assert score_directive(directive, gold(place="Đắk Sơn" if right else "Lào Cai", **{field: wanted})).fields == expected


@pytest.mark.parametrize(
    ("found", "number", "symbol"),
    [
        pytest.param("402-CV/VPĐU", "402", "CV/VPĐU", id="number of the Party"),
        pytest.param("402-CV/VPĐU", "402-CV", "VPĐU", id="gold that parted it at the slash"),
        pytest.param("94/2025/UBTVQH15", "94", "2025/UBTVQH15", id="number of an act"),
        pytest.param("/UBND-KSTT", None, "UBND-KSTT", id="blank number"),
    ],
)
def test_number_and_symbol(found: str, number: str | None, symbol: str | None) -> None:
    directive = make_directive(fields=make_fields(number=found))
    assert score_directive(directive, gold(number=number, symbol=symbol)).fields == Measure(right=2)


def test_rates() -> None:
    measure = Measure(right=3, invented=1, missed=2)
    assert (measure.precision, measure.recall) == (0.75, 0.6)
    assert round(measure.f1, 4) == 0.6667
    assert (Measure().precision, Measure().recall, Measure().f1) == (1.0, 1.0, 1.0)
    assert Measure(invented=1, missed=1).f1 == 0.0


def test_gold_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="không có tệp đáp án"):
        load_gold(tmp_path)
    (tmp_path / "000.json").write_text('{"tasks": 3}', encoding="utf-8")
    with pytest.raises(UsageError, match=r"000\.json"):
        load_gold(tmp_path)


def test_the_document_of_a_gold_file_is_found_by_its_stem(tmp_path: Path) -> None:
    for name in ("000.json", "000_26af.txt", "001.pdf", "0010.pdf"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert find_document("000", [tmp_path]) == tmp_path / "000_26af.txt"
    assert find_document("001", [tmp_path]) == tmp_path / "001.pdf"
    assert find_document("002", [tmp_path]) is None
