"""`giaoviec office`: a slip of the name is told, and so is what stays from the office before."""

from pathlib import Path

from pipeline.register import Register, store
from tests.cli.conftest import Call
from tests.factories import NOW, make_bytes, make_directive, make_task


def test_a_name_that_nobody_knows_is_taken_and_told(call: Call, tmp_path: Path) -> None:
    where = tmp_path / "so.db"
    named = "Ban Quản lý Hồ Xanh"
    with Register.open(where, create=True) as register:
        store(register, make_directive(make_task(leads=[named])), now=NOW, original=make_bytes())
    slip = call("office", "--name", "Sở Lung Tung", "--register", where)
    assert (slip.code, slip.out) == (0, "Cơ quan: Sở Lung Tung\n")
    assert "Danh mục không có cơ quan “Sở Lung Tung”" in slip.err
    for known in ("Sở Nội vụ", "UBND xã Tả Van", named):
        assert call("office", "--name", known, "--register", where).err == ""
    assert call("office", "--register", where).err == "", "only what is set is looked up"


def test_groups_of_the_office_before_stay_and_are_said_to(call: Call, tmp_path: Path) -> None:
    where = tmp_path / "so.db"
    first = call("office", "--name", "Sở Nội vụ", "--group", "các sở, ban, ngành", "--alias", "SNV", "--register", where).out
    assert "giữ" not in first
    second = call("office", "--name", "UBND xã Tả Van", "--register", where).out
    assert "Thuộc nhóm: các sở, ban, ngành (đặt từ trước, vẫn giữ; thay bằng --group)" in second
    assert "Tên khác: SNV (đặt từ trước, vẫn giữ; thay bằng --alias)" in second
    assert "giữ" not in call("office", "--register", where).out
