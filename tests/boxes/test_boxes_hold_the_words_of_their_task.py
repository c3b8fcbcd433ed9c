"""On born-digital PDFs the words inside a task's boxes are the words of the task, and every span slices back to its words."""

from __future__ import annotations

from collections import Counter

from page_words import Case, all_evidence, on_page, pieces, squeezed, tokens

WANTED = 0.97
"""Token precision and recall that the project promises for generated and real PDFs."""


def test_the_words_in_the_boxes_are_the_words_of_the_tasks(case: Case) -> None:
    written = {squeezed(text): text for _, text, _, _ in case.letter.duties()}
    right = inside = wanted = 0
    judged = 0
    for task in case.directive.tasks:
        if squeezed(task.text) not in written:
            continue  # whether the task itself is right is asked in tests/documents
        judged += 1
        expected = tokens(written[squeezed(task.text)])
        found: Counter[str] = Counter()
        for page, boxes in on_page(task.evidence, case.document).items():
            found += case.words.inside(page, boxes)
        right, inside, wanted = right + (found & expected).total(), inside + found.total(), wanted + expected.total()
    assert judged >= 0.9 * len(written), f"{judged} of {len(written)} tasks were found with their exact words"
    assert right / inside >= WANTED
    assert right / wanted >= WANTED


def test_each_agency_and_deadline_is_boxed_where_it_is_printed(case: Case) -> None:
    right = inside = wanted = 0
    for task in case.directive.tasks:
        for evidence in (*(agency.evidence for agency in task.agencies), *(deadline.evidence for deadline in task.deadlines)):
            expected = tokens(evidence.quote)
            found: Counter[str] = Counter()
            for page, boxes in on_page(evidence, case.document).items():
                found += case.words.inside(page, boxes)
            # A box ends where its words end, but a reader cuts words at spaces: marks at the edge may join a neighbour.
            right, inside, wanted = right + (found & expected).total(), inside + found.total(), wanted + expected.total()
    assert wanted > 0
    assert right / inside >= WANTED
    assert right / wanted >= WANTED


def test_every_span_slices_back_to_its_words(case: Case) -> None:
    text, raw = case.document.text, case.document.raw
    seen = 0
    for name, evidence in all_evidence(case.directive):
        seen += 1
        joined = "".join(text[start:end] for start, end in pieces(evidence))
        assert squeezed(joined) == squeezed(evidence.quote), name
        start, end = evidence.span
        assert all(start <= lo <= hi <= end for lo, hi in pieces(evidence)), name
        source = raw[evidence.span_source[0] : evidence.span_source[1]].replace("\x02", "-")
        assert squeezed(source) == squeezed(text[start:end]), name
        assert case.document.page_at(start).number == evidence.page, name
    assert seen > len(case.directive.tasks) > 0


def test_boxes_lie_on_their_page(case: Case) -> None:
    for name, evidence in all_evidence(case.directive):
        width, height = case.words.sizes[evidence.page - 1]
        assert evidence.boxes, name
        for x0, top, x1, bottom in evidence.boxes:
            assert 0 <= x0 < x1 <= width, name
            assert 0 <= top < bottom <= height, name


def test_the_words_in_the_box_of_a_line_are_the_words_of_the_line(case: Case) -> None:
    """A person marks these lines on the picture: what lies in the boxes is what the task will say."""
    right = inside = wanted = 0
    for page in case.directive.pages:
        for line in page.lines:
            expected = tokens(page.text[line.start : line.end])
            found = case.words.inside(page.page, (line.box,))
            right, inside, wanted = right + (found & expected).total(), inside + found.total(), wanted + expected.total()
        told = sum(tokens(page.text[line.start : line.end]).total() for line in page.lines)
        assert told >= 0.99 * tokens(page.text).total(), "every line has its place"
    assert right / inside >= WANTED
    assert right / wanted >= WANTED
