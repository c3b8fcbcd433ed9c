"""A register in a temporary folder, with ids in order."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.directive import Directive
from models.register import Receipt
from pipeline.register import Register, store
from tests.factories import NOW, ids, make_bytes

Put = Callable[..., Receipt]


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with Register.open(tmp_path / "register.db", create=True) as opened:
        yield opened


@pytest.fixture
def put(register: Register) -> Put:
    """Store a directive of the factories, its ids t1, t2, ... in the order they are given."""
    numbers = ids("t")

    def put(directive: Directive, **options: object) -> Receipt:
        content = make_bytes(directive.file.name)
        given: dict[str, object] = {
            "now": NOW,
            "original": content,
            "new_id": lambda: next(numbers),
            "path": f"/in/{directive.file.name}",
        }
        return store(register, directive, **(given | options))  # type: ignore[arg-type]

    return put
