"""`giaoviec user`: people of the review page; a password is never an argument."""

import io
import stat
from pathlib import Path

import pytest

from pipeline.people import People, people_path
from tests.cli.conftest import Call

PASSWORD = "bốn con mèo vàng"


@pytest.fixture
def so(sample_register: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "so.db"
    copy.write_bytes(sample_register.read_bytes())
    return copy


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_people_are_added_listed_changed_and_removed(call: Call, so: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nobody = call("user", "list", "--register", so)
    assert (nobody.code, nobody.out) == (0, "Chưa có người dùng nào. Thêm bằng: giaoviec user add TÊN\n")
    typed(monkeypatch, f"{PASSWORD}\n")
    assert call("user", "add", "Lê Lan", "--register", so).out == "Đã thêm Lê Lan (reviewer).\n"
    assert call("user", "list", "--register", so).out.startswith("Lê Lan\treviewer\t")
    assert call("user", "role", "Lê Lan", "--role", "reader", "--register", so).code == 0
    typed(monkeypatch, "năm con chó đen\n")
    assert call("user", "password", "Lê Lan", "--register", so).code == 0
    people = People.open(people_path(so), create=False)
    person = people.check("Lê Lan", "năm con chó đen")
    assert (person and person.role, people.check("Lê Lan", PASSWORD)) == ("reader", None)
    assert stat.S_IMODE(people.path.stat().st_mode) == 0o600
    people.close()
    assert call("user", "remove", "Lê Lan", "--register", so).code == 0
    assert "Chưa có người dùng nào" in call("user", "list", "--register", so).out


@pytest.mark.parametrize(
    ("arguments", "password", "word"),
    [
        pytest.param(("add", "lan"), "ngan", "từ 10 đến", id="short"),
        pytest.param(("add", "lan"), "aaaaaaaaaaaa", "dễ đoán", id="one letter"),
        pytest.param(("add", "hoanglan"), "hoanglan2025", "dễ đoán", id="the name"),
        pytest.param(("add", "a\nb"), PASSWORD, "", id="odd name"),
        pytest.param(("add",), PASSWORD, "thiếu tên", id="no name"),
        pytest.param(("role", "lan"), "", "chưa có người dùng", id="nobody there"),
        pytest.param(("add", "lan", PASSWORD), PASSWORD, "thừa tham số", id="password as argument"),
        pytest.param(("bake", "lan"), PASSWORD, "add, list", id="unknown action"),
    ],
)
def test_what_cannot_be_done_is_said(
    call: Call, so: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], password: str, word: str
) -> None:
    typed(monkeypatch, f"{password}\n")
    result = call("user", *arguments, "--register", so)
    if arguments == ("add", "a\nb"):
        assert "a b" in call("user", "list", "--register", so).out, "a line break in a name is a blank"
        return
    assert (result.code, word in result.err) == (2, True), result.err


def test_a_name_is_given_once(call: Call, so: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, f"{PASSWORD}\n{PASSWORD}\n")
    assert call("user", "add", "lan", "--register", so).code == 0
    assert "đã có người dùng" in call("user", "add", "lan", "--register", so).err
    assert call("user", "role", "lan", "--register", so).code == 2
    assert "không có người dùng" in call("user", "remove", "minh", "--register", so).err


def test_a_register_that_is_not_there_has_no_people(call: Call, tmp_path: Path) -> None:
    assert call("user", "list", "--register", tmp_path / "none.db").code == 4
    assert list(tmp_path.iterdir()) == []
