"""Words that the recovery was not sure of are told among the reasons of the record that holds them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from models.directive import Evidence, Task
from models.text import Document, Doubt, FileFacts, Page, PageSource
from pipeline.detect.unsure_words import tell_unsure_words

FIRST, SECOND = "Rà soát vườn mỏ trước mua mưa.", "Thông kê đàn trâu, bò của từng thôn."
TEXT = f"{FIRST}\n{SECOND}"


def _document(*doubts: Doubt) -> Document:
    page = Page(1, TEXT, TEXT, PageSource.RECOVERED, "đã phục hồi", 0.9, doubts=doubts)
    return Document(FileFacts("van-ban.txt", "0" * 64, 1, "text/plain"), (Page(1, "", "", PageSource.PLAIN, "", 1.0), page))


def _tasks() -> list[Task]:
    spans = [(1, 1 + len(FIRST)), (2 + len(FIRST), 2 + len(FIRST) + len(SECOND))]
    evidence = [Evidence(page=2, span=span, span_source=span, quote="", rule="task.list", confidence=0.9) for span in spans]
    return [Task(path=(str(i),), text="", confidence=0.9, evidence=one) for i, one in enumerate(evidence)]


def _doubt(word: str, *others: str) -> Doubt:
    at = TEXT.index(word)
    return Doubt(at, at + len(word), (word, *others))


def test_a_record_names_its_own_doubtful_words_with_what_else_they_may_be() -> None:
    document = _document(_doubt("mỏ", "mở", "mơ"), _doubt("mua", "mùa"), _doubt("Thông", "Thống"))
    first, second = tell_unsure_words(_tasks(), document)
    assert first.reasons == ("Tiếng phục hồi chưa chắc: “mỏ” (hoặc mở, mơ), “mua” (hoặc mùa)",)
    assert second.reasons == ("Tiếng phục hồi chưa chắc: “Thông” (hoặc Thống)",)
    assert first.confidence < 0.9


def test_of_many_words_some_are_named_and_the_others_counted() -> None:
    words: Sequence[str] = ("Rà", "soát", "vườn", "mỏ", "trước", "mua", "mưa")
    first, _ = tell_unsure_words(_tasks(), _document(*(_doubt(word) for word in words)))
    assert first.reasons == ("Tiếng phục hồi chưa chắc: “Rà”, “soát”, “vườn”, “mỏ”, “trước” và 2 tiếng khác",)


@pytest.mark.parametrize("doubts", [(), (Doubt(len(FIRST), len(FIRST) + 1, ("x",)),)], ids=["none", "between records"])
def test_records_without_doubtful_words_stay_as_they_are(doubts: tuple[Doubt, ...]) -> None:
    tasks = _tasks()
    assert tell_unsure_words(tasks, _document(*doubts)) == tasks
