"""docs/register.md says what the register and the exports really hold."""

from pathlib import Path

from pipeline.export.words import BOOK_COLUMNS, TASK_COLUMNS
from pipeline.register import Register
from pipeline.register.describe import schema_markdown, undescribed

DOCS = Path(__file__).parents[2] / "docs" / "register.md"


def part(name: str) -> str:
    text = DOCS.read_text(encoding="utf-8")
    return text.split(f"<!-- {name} -->\n")[1].split("<!-- end -->")[0].strip()


def columns() -> str:
    def rows(pairs: tuple[tuple[str, str], ...]) -> list[str]:
        return [f"| {i} | {vi} | {en} |" for i, (vi, en) in enumerate(pairs, 1)]

    head = ["| | Vietnamese | English |", "|---|---|---|"]
    return "\n".join(["Tasks:", "", *head, *rows(TASK_COLUMNS), "", "Book of incoming documents:", "", *head, *rows(BOOK_COLUMNS)])


def test_every_table_is_described(register: Register) -> None:
    assert undescribed(register) == set()


def test_the_schema_in_the_docs_is_the_schema(register: Register) -> None:
    assert part("schema") == schema_markdown(register).strip()


def test_the_columns_in_the_docs_are_the_columns() -> None:
    assert part("columns") == columns()
