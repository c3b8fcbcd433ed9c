"""The watched folder's own rules: what lies in it, when it is whole, and where a file goes."""

import os
import re
import socket
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from models.errors import InboxBusy, InboxError, PathNotFound
from pipeline.intake.filing import Changed, Taken, finish, move, rescue, restore, sweep, write_whole
from pipeline.intake.inbox import Inbox, note_beside, open_inbox
from pipeline.intake.stillness import EMPTY_FACTOR, Facts, Stillness, being_written, hindrance
from pipeline.intake.watchers import Bell, Lock, tells_of_changes

DAY = date(2025, 6, 30)
OTHER_DISK = Path("/dev/shm")


@pytest.fixture
def inbox(tmp_path: Path) -> Inbox:
    (tmp_path / "den").mkdir()
    return open_inbox(tmp_path / "den")


def facts(path: Path) -> Facts:
    return Facts.of(path.lstat())


# What lies there


def test_folders_of_two_watchers_never_lie_in_one_another(tmp_path: Path) -> None:
    for folder in ("den/con", "khac", "xong"):
        (tmp_path / folder).mkdir(parents=True)
    with Lock(open_inbox(tmp_path / "den")):
        before = sorted(tmp_path.rglob("*"))
        for given, beside, words in (
            ("den/con", "xong", "nằm trong “{}/den”, thư mục đang được trông"),
            (".", "/dev/shm", "chứa “{}/"),
            ("khac", "den", "“{}/den/da-xu-ly” nằm trong “{}/den”, thư mục đang được trông"),
        ):
            with pytest.raises(InboxError, match=re.escape(words.format(tmp_path, tmp_path))):
                open_inbox(tmp_path / given, beside=tmp_path / beside)
        assert sorted(tmp_path.rglob("*")) == before, "nothing was made"
        with pytest.raises(InboxBusy), Lock(open_inbox(tmp_path / "den", beside=tmp_path / "xong")):
            pass
        with Lock(open_inbox(tmp_path / "khac")):
            pass
    open_inbox(tmp_path / "den" / "con", beside=tmp_path / "xong")  # nobody watches any more


def test_what_a_watcher_was_done_with_is_never_taken_in_again(tmp_path: Path) -> None:
    (tmp_path / "den").mkdir()
    with Lock(open_inbox(tmp_path / "den")):
        pass
    (tmp_path / "da-xu-ly" / "2025-06-30").mkdir()
    (tmp_path / "loi" / "phong A").mkdir()
    for given, words in ((".", "chứa"), ("da-xu-ly/2025-06-30", "nằm trong"), ("loi/phong A", "nằm trong")):
        with pytest.raises(InboxError, match=words):
            open_inbox(tmp_path / given, beside=OTHER_DISK)


def test_the_two_folders_are_made_beside_the_inbox(tmp_path: Path, inbox: Inbox) -> None:
    assert (inbox.processed, inbox.quarantine) == (tmp_path / "da-xu-ly", tmp_path / "loi")
    assert inbox.processed.is_dir()
    assert inbox.quarantine.is_dir()


@pytest.mark.parametrize(
    ("given", "ours"),
    [
        pytest.param("khong-co", "so.db", id="missing"),
        pytest.param("tep", "so.db", id="a file"),
        pytest.param("da-xu-ly", "so.db", id="where files go"),
        pytest.param("den", "den/so.db", id="the register inside"),
        pytest.param("den", "den/sau/nhat-ky.log", id="the log deep inside"),
        pytest.param("/", "so.db", id="the whole disk"),
    ],
)
def test_what_cannot_be_watched_is_refused_and_nothing_is_made(tmp_path: Path, given: str, ours: str) -> None:
    (tmp_path / "den").mkdir()
    (tmp_path / "da-xu-ly").mkdir()
    (tmp_path / "tep").touch()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises((InboxError, PathNotFound)):
        open_inbox(tmp_path / given, ours=[tmp_path / ours])
    assert sorted(tmp_path.rglob("*")) == before


def test_neighbours_inside_the_inbox_are_refused_also_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "den" / "trong").mkdir(parents=True)
    (tmp_path / "loi").symlink_to(tmp_path / "den" / "trong")
    with pytest.raises(InboxError):
        open_inbox(tmp_path / "den")
    with pytest.raises(InboxError):
        open_inbox(tmp_path / "den", beside=tmp_path / "den" / "trong")


def test_only_plain_files_are_taken_and_the_rest_is_told(tmp_path: Path, inbox: Inbox) -> None:
    here = inbox.path
    (here / "sâu" / "hơn").mkdir(parents=True)
    (here / "sâu" / "hơn" / "c.pdf").touch()
    (here / "a.pdf").write_text("x")
    (tmp_path / "ngoai").mkdir()
    (tmp_path / "ngoai" / "bi-mat.pdf").touch()
    (here / "link.pdf").symlink_to("/etc/hostname")
    (here / "link").symlink_to(tmp_path / "ngoai")
    os.mkfifo(here / "ong.pdf")
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind(str(here / "o-cam"))
        for name in ("~$a.docx", ".a.pdf.X7k2Qz", ".~lock.a.odt#", "Thumbs.db", ".smbdelete1", ".nfs01", "~WRL0001.tmp"):
            (here / name).touch()
        (here / "b.pdf.crdownload").touch()
        (here / ".an").mkdir()
        (here / ".an" / "d.pdf").touch()
        found = inbox.look()
    assert sorted(found.files) == [here / "a.pdf", here / "sâu" / "hơn" / "c.pdf"]
    told = {path.name: why for path, why in found.passed_over.items()}
    assert set(told) == {"link.pdf", "link", "ong.pdf", "o-cam", "b.pdf.crdownload"}
    assert told["link"] == "là liên kết, không phải tệp"


# When a file is whole


def test_a_file_must_keep_still_and_each_change_begins_anew() -> None:
    still, path = Stillness(5.0), Path("a.pdf")
    assert still.left(path, Facts(10, 1), 100.0) == 5.0
    assert still.left(path, Facts(10, 1), 103.0) == 2.0
    assert still.left(path, Facts(20, 1), 104.0) == 5.0, "it grew"
    assert still.left(path, Facts(20, 2), 108.0) == 5.0, "it was written to"
    assert still.left(path, Facts(20, 2, 7), 112.0) == 5.0, "another file has the name"
    assert still.left(path, Facts(20, 2, 7), 117.0) == 0.0
    still.stir(path)
    assert still.left(path, Facts(20, 2, 7), 118.0) == 5.0
    still.keep_only([])
    assert still.left(path, Facts(20, 2, 7), 130.0) == 5.0


def test_an_empty_file_is_waited_for_longer() -> None:
    still = Stillness(5.0)
    still.left(Path("a"), Facts(0, 1), 0.0)
    assert still.left(Path("a"), Facts(0, 1), 5.0) == 5.0 * EMPTY_FACTOR - 5.0
    assert still.left(Path("a"), Facts(0, 1), 5.0 * EMPTY_FACTOR) == 0.0


@pytest.mark.parametrize(
    ("name", "beside", "why"),
    [
        pytest.param("a.pdf", {"a.pdf", "a.pdf.part"}, "đang tải về", id="Firefox"),
        pytest.param("kế hoạch.docx", {"~$ hoạch.docx"}, "đang mở trong Word hoặc LibreOffice", id="Word, long name"),
        pytest.param("a.docx", {"~$a.docx"}, "đang mở trong Word hoặc LibreOffice", id="Word, short name"),
        pytest.param("a.odt", {".~lock.a.odt#"}, "đang mở trong Word hoặc LibreOffice", id="LibreOffice"),
        pytest.param("a.pdf", {"a.pdf", "b.pdf.part", "~$b.docx"}, "", id="only others"),
    ],
)
def test_a_download_or_an_open_document_is_left_alone(name: str, beside: set[str], why: str) -> None:
    assert hindrance(Path(name), beside) == why


def test_a_file_that_is_open_for_writing_is_known(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with path.open("w"):
        assert being_written(path)
    assert not being_written(path)
    with path.open():
        assert not being_written(path), "a reader does no harm"
    assert not being_written(tmp_path / "khong-co")


# Where it goes


@pytest.mark.parametrize("rejected", [False, True])
def test_no_place_is_given_twice(inbox: Inbox, rejected: bool) -> None:
    file = inbox.path / "phòng A" / "công văn.pdf"
    first = inbox.place(file, rejected=rejected, day=DAY)
    assert first == (inbox.quarantine if rejected else inbox.processed / "2025-06-30") / "phòng A" / "công văn.pdf"
    first.parent.mkdir(parents=True)
    first.touch()
    second = inbox.place(file, rejected=rejected, day=DAY)
    assert second.name == "công văn (2).pdf"
    assert inbox.place(file, rejected=rejected, day=DAY, taken={str(second)}).name == "công văn (3).pdf"


def test_a_rejected_file_has_room_for_its_note(inbox: Inbox) -> None:
    note_beside(inbox.quarantine / "a.pdf").touch()
    assert inbox.place(inbox.path / "a.pdf", rejected=True, day=DAY).name == "a (2).pdf"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("ữ" * 83 + "a.pdf", id="255 bytes"),
        pytest.param("ệ" * 85, id="255 bytes without a suffix"),
        pytest.param("x." + "y" * 253, id="a long suffix"),
        pytest.param(os.fsdecode(b"c\xf4ng v\xa8n" + b"\xff" * 240 + b".pdf"), id="bytes that are not UTF-8"),
        pytest.param("xuống\ndòng\x1b[31m.pdf", id="control characters"),
        pytest.param("\u202egpj.exe", id="turned writing"),
    ],
)
@pytest.mark.parametrize("rejected", [False, True])
def test_any_name_finds_a_place_even_twice(inbox: Inbox, name: str, rejected: bool) -> None:
    for _ in range(3):
        file = inbox.path / name
        file.write_text("x")
        place = inbox.place(file, rejected=rejected, day=DAY)
        if rejected:
            write_whole(note_beside(place), "vì sao", mark="m")
        move(file, place, facts(file), mark="m")
        assert place.read_text() == "x"
        assert place.name.isprintable()
    assert not list(inbox.path.iterdir())
    assert len([path for path in inbox.path.parent.rglob("*") if path.is_file()]) == (6 if rejected else 3)


# Moving


@pytest.fixture(params=["the same disk", "another disk", "a disk that cannot rename without replacing"])
def home(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    if request.param == "another disk":
        if not OTHER_DISK.is_dir() or OTHER_DISK.stat().st_dev == tmp_path.stat().st_dev:
            pytest.skip("there is no second file system here")
        with tempfile.TemporaryDirectory(dir=OTHER_DISK) as folder:
            yield Path(folder)
        return
    if request.param != "the same disk":
        import errno

        monkeypatch.setattr("pipeline.intake.filing._renameat2", lambda source, target: errno.EINVAL)
    yield tmp_path / "nha"


def test_a_move_leaves_one_whole_file(tmp_path: Path, home: Path) -> None:
    source, place = tmp_path / "a.pdf", home / "sub" / "a.pdf"
    source.write_bytes(b"x" * 3_000_000)
    os.utime(source, ns=(1, 1_700_000_000_123_456_789))
    move(source, place, facts(source), mark="m1")
    assert place.read_bytes() == b"x" * 3_000_000
    assert place.stat().st_mtime_ns == 1_700_000_000_123_456_789
    assert sorted(path.name for path in (*tmp_path.iterdir(), *place.parent.iterdir()) if path.is_file()) == ["a.pdf"]


def test_a_move_never_replaces_another_file(tmp_path: Path, home: Path) -> None:
    source, place = tmp_path / "a.pdf", home / "a.pdf"
    source.write_text("mới")
    place.parent.mkdir(exist_ok=True)
    place.write_text("cũ")
    with pytest.raises(Taken):
        move(source, place, facts(source), mark="m1")
    assert (source.read_text(), place.read_text()) == ("mới", "cũ")


def test_a_file_that_is_no_longer_the_one_that_was_read_stays(tmp_path: Path, home: Path) -> None:
    source, place = tmp_path / "a.pdf", home / "a.pdf"
    source.write_text("cũ")
    before = facts(source)
    source.write_text("mới hơn")
    with pytest.raises(Changed):
        move(source, place, before, mark="m1")
    assert source.read_text() == "mới hơn"
    assert not place.exists()


def test_a_file_that_takes_the_name_in_the_last_moment_is_put_back(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, place = tmp_path / "a.pdf", home / "a.pdf"
    source.write_text("đã đọc")
    before = facts(source)
    other = tmp_path / "b.pdf"
    other.write_text("chưa đọc")
    monkeypatch.setattr("pipeline.intake.filing._check", lambda path, expected: other.replace(source))
    with pytest.raises(Changed):
        move(source, place, before, mark="m1")
    assert source.read_text() == "chưa đọc"
    assert not place.exists()


def test_a_secret_file_is_private_and_never_copied_to_another_disk(tmp_path: Path, home: Path) -> None:
    source, place = tmp_path / "mat.pdf", home / "mat.pdf"
    source.write_text("x")
    home.mkdir(exist_ok=True)
    if home.stat().st_dev != tmp_path.stat().st_dev:
        with pytest.raises(OSError, match="cross-device"):
            move(source, place, facts(source), mark="m1", private=True, copying=False)
        assert source.exists()
        assert not list(home.iterdir())
    else:
        move(source, place, facts(source), mark="m1", private=True, copying=False)
        assert place.stat().st_mode & 0o777 == 0o600


def test_what_a_killed_move_left_is_ended(tmp_path: Path) -> None:
    source, place = tmp_path / "den" / "a.pdf", tmp_path / "xong" / "a.pdf"
    for path in (source, place):
        path.parent.mkdir()
        path.write_text("x")
    aside = place.with_name(".giaoviec-m1.part")
    aside.write_text("nửa")
    sweep([place.parent])
    assert not aside.exists()
    assert finish(source, place, facts(source), mark="m1"), "copied whole, the source still there"
    assert not source.exists()
    assert place.read_text() == "x"
    leaving = source.with_name(".giaoviec-m2.gone")
    leaving.write_text("x")
    assert rescue(source.parent) == [(leaving, "m2")]
    restore(leaving, source, place)
    assert not list(source.parent.iterdir())
    leaving.write_text("y")
    restore(leaving, source, place)
    assert source.read_text() == "y", "not what lies at the place: back it goes"


def test_a_different_file_at_the_place_does_not_end_a_move(tmp_path: Path) -> None:
    source, place = tmp_path / "a.pdf", tmp_path / "b.pdf"
    source.write_text("x")
    place.write_text("y")
    assert not finish(source, place, facts(source), mark="m1")
    assert source.read_text() == "x"


# One watcher, and what wakes it


def test_a_second_watcher_is_refused_with_the_process_that_holds_the_inbox(inbox: Inbox) -> None:
    with Lock(inbox):
        with pytest.raises(InboxBusy, match=rf"tiến trình {os.getpid()} trên máy {socket.gethostname()}"), Lock(inbox):
            pass
        other = inbox.path.parent / "khac"
        other.mkdir()
        with Lock(open_inbox(other)):
            pass
    with Lock(inbox):
        pass


@pytest.mark.parametrize(
    ("kind", "tells"),
    [
        *((kind, True) for kind in ("ext4", "xfs", "btrfs", "tmpfs")),
        *((kind, False) for kind in ("cifs", "nfs4", "9p", "drvfs", "fuse.sshfs", "fuseblk", "virtiofs")),
    ],
)
def test_network_shares_are_looked_through(tmp_path: Path, kind: str, tells: bool) -> None:
    assert tells_of_changes(tmp_path, mounts=f"/dev/root / ext4 rw 0 0\nmay-chu {tmp_path} {kind} rw 0 0\n") is tells


def test_the_bell_is_heard_once_for_many_rings() -> None:
    bell = Bell()
    try:
        assert not bell.answer()
        for _ in range(100_000):
            bell.ring()
        assert bell.answer()
        assert not bell.answer()
    finally:
        bell.close()
