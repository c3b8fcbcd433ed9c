"""Intervals, calibration, recorded runs: figures made of findings."""

from pathlib import Path

import pytest

from models.errors import GoldError
from pipeline.evaluate import Finding, Gold, Measure, Outcome, Part, Score, measure
from pipeline.evaluate.agreement import agreement, main
from pipeline.evaluate.calibration import RECORDS, judged, rows, threshold, worth
from pipeline.evaluate.history import Change, Run, changes, counts_of, load_run, save_run
from pipeline.evaluate.interval import interval
from pipeline.evaluate.report import Evaluation, markdown

GOOD, BAD, GONE = Outcome.RIGHT, Outcome.INVENTED, Outcome.MISSED


def f1(own: Measure) -> float:
    return own.f1


def finding(part: Part, outcome: Outcome, record: int | None = None, confidence: float | None = None, rule: str = "r") -> Finding:
    return Finding(part, outcome, rule, confidence, record)


def test_documents_alike_leave_no_doubt_and_documents_unlike_do() -> None:
    assert interval([Measure(9, 1, 1)] * 5, f1) == (0.9, 0.9)
    low, high = interval([Measure(10), Measure(0, 10, 10), Measure(10)], f1)
    assert low < measure_all([Measure(10), Measure(0, 10, 10), Measure(10)]) < high
    assert interval([], f1) == (1.0, 1.0)


def measure_all(measures: list[Measure]) -> float:
    return sum(measures, Measure()).f1


def test_the_interval_is_the_same_each_time_and_changes_with_the_seed() -> None:
    measures = [Measure(i, 7 - i, i % 3) for i in range(7)]
    assert interval(measures, f1) == interval(measures, f1)
    assert len({interval(measures, f1, seed=seed) for seed in range(5)}) > 1


def test_a_record_is_right_when_all_it_says_is() -> None:
    score = Score((
        finding(Part.TASKS, GOOD, 0, 0.9), finding(Part.LEADS, GOOD, 0, 0.5),
        finding(Part.TASKS, GOOD, 1, 0.8), finding(Part.LEADS, GONE, 1),
        finding(Part.TASKS, BAD, 2, 0.7), finding(Part.TASKS, GONE), finding(Part.LEADS, GONE),
    ))  # fmt: skip
    assert sorted(judged([score], RECORDS)) == [(0.7, False), (0.8, False), (0.9, True)]
    assert sorted(judged([score], Part.TASKS)) == [(0.7, False), (0.8, True), (0.9, True)]
    assert judged([score], Part.LEADS) == [(0.5, True)]
    assert sorted(judged([score, score], RECORDS)) == sorted([(0.7, False), (0.8, False), (0.9, True)] * 2)


def test_ranges_of_confidence() -> None:
    found = rows([(0.1, False), (0.92, True), (0.94, False), (1.0, True), (0.95, True)])
    assert [(row.low, row.number, row.right, round(row.promised, 3)) for row in found] == [
        (0.0, 1, 0, 0.1), (0.9, 2, 1, 0.93), (0.95, 1, 1, 0.95), (0.97, 1, 1, 1.0),
    ]  # fmt: skip


def test_the_threshold_is_the_lowest_that_keeps_its_word() -> None:
    values = [(0.5, False)] * 3 + [(0.6, True)] * 30 + [(0.7, False)] + [(0.8, True)] * 70
    assert threshold(values, wanted=0.98) == 0.6
    assert threshold(values, wanted=1.0) == 0.8
    assert threshold([(0.9, False), (0.9, True)]) is None
    found = worth([*values, (0.95, False)], 0.6)
    assert (found.above, found.right_above, found.wrong, found.wrong_below) == (102, 100, 5, 3)


def scores(right: int, missed: int) -> dict[str, Score]:
    return {"x": Score(tuple([finding(Part.TASKS, GOOD)] * right + [finding(Part.TASKS, GONE)] * missed))}


def test_a_run_is_recorded_and_the_next_compared_with_it(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    assert load_run(path) is None
    run = Run(date="2025-06-01", version="1", commit="abc", documents=counts_of(scores(3, 2)))
    save_run(path, run)
    assert load_run(path) == run
    assert list(changes(run, scores(3, 2))) == []
    (gain,) = changes(run, scores(4, 1))
    assert gain == Change("x", Part.TASKS, Measure(3, 0, 2), Measure(4, 0, 1))
    assert gain.gain
    (loss,) = changes(run, scores(2, 3))
    assert not loss.gain
    assert list(changes(run, {"new": Score()})) == list(changes(None, scores(1, 1))) == []


def test_a_broken_record_is_said(tmp_path: Path) -> None:
    (tmp_path / "results.json").write_text("{}", encoding="utf-8")
    with pytest.raises(GoldError, match=r"results\.json"):
        load_run(tmp_path / "results.json")


def test_values_are_counted_by_rule() -> None:
    score = Score((finding(Part.LEADS, GOOD, rule="a"), finding(Part.LEADS, BAD, rule="a"), finding(Part.LEADS, GONE, rule="")))
    assert score.by_rule(Part.LEADS) == {"": Measure(missed=1), "a": Measure(1, 1)}
    assert measure(score.findings, Part.TASKS) == Measure()


def test_the_report_keeps_rules_of_held_out_documents_to_itself() -> None:
    one = Score((finding(Part.TASKS, GOOD, 0, 0.9, "open-rule"),))
    other = Score((finding(Part.TASKS, BAD, 0, 0.9, "closed-rule"), Finding(Part.TASKS, GONE, note="- words of the document")))
    evaluation = Evaluation({"a": one, "b": other}, {"a": "dev", "b": "held"}, {"b": dict.fromkeys(Part, (3, 1, 1))})
    text = markdown(evaluation, Run(date="2025-06-01", version="1", commit="abc", documents={}))
    assert "| dev | tasks | 1.000 | 1.000 | 1.000 | 1.000 to 1.000 | 1 |" in text
    assert "| held | b | 0.000 (0/1/1) |" in text
    assert "| tasks | `open-rule` | 1 | 0 |" in text
    assert "closed-rule" not in text
    assert "words of the document" not in text
    assert "| tasks | 0.900 | held | 1 | 0.000 | 1 | 0.000 |" in text
    assert "| all | 0.750 (3/1/1) |" in text


def test_thresholds_are_chosen_on_all_that_is_developed_on_and_on_nothing_else() -> None:
    good = Score((finding(Part.TASKS, GOOD, 0, 0.9, "r"), finding(Part.TASKS, GOOD, 1, 0.7, "r")))
    bad = Score((finding(Part.TASKS, BAD, 0, 0.8, "r"), finding(Part.TASKS, GOOD, 1, 0.9, "r")))
    worse = Score((finding(Part.TASKS, BAD, 0, 0.95, "r"),))
    evaluation = Evaluation({"a": good, "b": bad, "c": worse}, {"a": "dev", "b": "written", "c": "held"}, {})
    text = markdown(evaluation, Run(date="2025-06-01", version="1", commit="abc", documents={}))
    assert "| tasks | 0.900 | dev | 1 | 1.000 | 0 | – |" in text
    assert "| tasks | 0.900 | held | 1 | 0.000 | 1 | 0.000 |" in text


def gold(*names: str, optional: bool = False) -> Gold:
    tasks = [{"text": "Xây dựng kế hoạch năm của tỉnh", "leads": names, "deadlines": [{"due": "2025-06-30"}], "optional": optional}]
    return Gold.model_validate({"document": "x", "meta": {"number": "1", "symbol": "KH-UBND", "place": ""}, "tasks": tasks})


def test_two_annotators() -> None:
    assert agreement(gold("Sở Y tế"), gold("Sở Y tế")).findings == tuple(
        found for found in agreement(gold("Sở Y tế"), gold("Sở Y tế")).findings if found.outcome is GOOD
    )
    differ = agreement(gold("Sở Y tế"), gold("Sở Y tế", "Sở Nội vụ"))
    assert (differ.tasks, differ.leads, differ.deadlines, differ.fields) == (Measure(1), Measure(1, 1), Measure(1), Measure(2))
    assert agreement(gold("Sở Y tế"), gold("Sở Y tế", optional=True)).tasks == Measure(missed=1)


def test_agreement_is_written_as_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder, own in (("one", gold("Sở Y tế")), ("two", gold("Sở Nội vụ"))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.json").write_text(own.model_dump_json(), encoding="utf-8")
    assert main([str(tmp_path / "one"), str(tmp_path / "two"), "-o", str(tmp_path / "agreement.json")]) == 0
    assert '"leads": [0, 1, 1]' in (tmp_path / "agreement.json").read_text(encoding="utf-8")
    assert "tasks 1.000, leads 0.000" in capsys.readouterr().out
