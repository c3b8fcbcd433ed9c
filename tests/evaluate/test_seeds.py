"""The first documents of the users: whatever is learned from other papers, they stay read as their gold says."""

from pathlib import Path

import pytest

from pipeline.evaluate import load_cases
from pipeline.evaluate.score import score_directive
from pipeline.flow import load_engine, read_directive

SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.shared
def test_the_first_documents_are_read_as_their_gold_says() -> None:
    cases = load_cases(SHARED / "gold", [SHARED / "corpus" / "seeds"])
    engine = load_engine()
    assert len(cases) == 3
    for case in cases:
        assert case.path is not None
        assert case.gold is not None
        score = score_directive(read_directive(case.path, engine=engine), case.gold)
        assert score.notes == (), case.name
