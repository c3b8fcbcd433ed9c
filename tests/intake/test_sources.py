"""Which files of a folder are documents: hidden, temporary and our own ones are passed over, nothing else is."""

import os
from pathlib import Path

import pytest

from models.errors import UnreadableFile
from pipeline.intake.sources import Expansion, expand, label


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def names(found: Expansion, folder: Path) -> list[str]:
    return [str(source.path.relative_to(folder)) for source in found.sources]


def test_a_folder_is_read_in_order_files_before_its_folders(tmp_path: Path) -> None:
    write(tmp_path, "b.pdf", "a.pdf", "thang-2/1.docx", "thang-1/2.docx", "thang-1/1.docx")
    found = expand([tmp_path])
    assert names(found, tmp_path) == ["a.pdf", "b.pdf", "thang-1/1.docx", "thang-1/2.docx", "thang-2/1.docx"]
    assert found.sources[0].size == 1


@pytest.mark.parametrize(
    "name",
    [
        "~$ke-hoach.docx",
        ".~lock.ke-hoach.odt#",
        "tai-ve.pdf.part",
        "tai-ve.crdownload",
        ".DS_Store",
        "ke-hoach.docx~",
        "Thumbs.db",
        "x.tmp",
    ],
)
def test_a_temporary_file_is_passed_over(tmp_path: Path, name: str) -> None:
    write(tmp_path, name, "ke-hoach.docx")
    found = expand([tmp_path])
    assert names(found, tmp_path) == ["ke-hoach.docx"]
    assert [path.name for path in found.passed_over] == [name]


def test_a_hidden_file_that_is_named_by_itself_is_taken(tmp_path: Path) -> None:
    write(tmp_path, ".an.pdf")
    assert names(expand([tmp_path / ".an.pdf"]), tmp_path) == [".an.pdf"]


def test_the_register_its_files_and_its_lists_are_no_documents(tmp_path: Path) -> None:
    write(tmp_path, "register.db", "register.db-wal", "register.files/originals/abc", "tasks.xlsx", "den/tasks.xlsx", "cv.pdf")
    found = expand([tmp_path], register=tmp_path / "register.db")
    assert names(found, tmp_path) == ["cv.pdf", "den/tasks.xlsx"]


def test_another_register_in_the_folder_is_no_document_either(tmp_path: Path) -> None:
    write(tmp_path, "nam-2024.db", "nam-2024.files/originals/abc", "cv.pdf")
    assert names(expand([tmp_path], register=tmp_path.parent / "register.db"), tmp_path) == ["cv.pdf"]


def test_a_loop_of_links_ends_and_each_file_is_named_once(tmp_path: Path) -> None:
    write(tmp_path, "den/cv.pdf")
    (tmp_path / "den" / "lai").symlink_to(tmp_path)
    (tmp_path / "lien-ket.pdf").symlink_to(tmp_path / "den" / "cv.pdf")
    found = expand([tmp_path, tmp_path / "den"])
    assert [source.path.resolve() for source in found.sources] == [tmp_path / "den" / "cv.pdf"]


def test_a_broken_link_is_refused_with_a_reason(tmp_path: Path) -> None:
    (tmp_path / "mat.pdf").symlink_to(tmp_path / "khong-co.pdf")
    (source,) = expand([tmp_path]).sources
    assert isinstance(source.trouble, UnreadableFile)


def test_a_link_to_itself_is_refused_and_the_rest_is_found(tmp_path: Path) -> None:
    write(tmp_path, "cv.pdf")
    (tmp_path / "vong.pdf").symlink_to(tmp_path / "vong.pdf")
    good, loop = expand([tmp_path]).sources
    assert (good.path.name, good.trouble) == ("cv.pdf", None)
    assert isinstance(loop.trouble, UnreadableFile)
    assert loop.trouble.facts == {"name": "vong.pdf", "detail": "liên kết trỏ vòng quanh"}


def test_originals_of_a_register_that_is_elsewhere_are_no_documents(tmp_path: Path) -> None:
    write(tmp_path, "nam-2023.files/originals/abc", "cv.pdf")
    assert names(expand([tmp_path]), tmp_path) == ["cv.pdf"]


def test_a_path_through_a_file_is_missing(tmp_path: Path) -> None:
    write(tmp_path, "cv.pdf")
    assert expand([tmp_path / "cv.pdf" / "con"]).missing == (tmp_path / "cv.pdf" / "con",)


def test_a_name_that_no_disk_holds_is_refused_with_a_reason(tmp_path: Path) -> None:
    (source,) = expand([tmp_path / ("x" * 300)]).sources
    assert isinstance(source.trouble, UnreadableFile)
    assert source.trouble.facts["detail"] == "tên quá dài"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("Kế hoạch 12.pdf", "Kế hoạch 12.pdf", id="plain"),
        pytest.param("Ke\u0302\u0301 hoa\u0323ch.pdf", "Kế hoạch.pdf", id="decomposed, as macOS writes names"),
        pytest.param("hai\ndòng.pdf", "hai\\ndòng.pdf", id="line break"),
        pytest.param("đỏ\x1b[31m\x07.pdf", "đỏ\\x1b[31m\\x07.pdf", id="terminal escape"),
        pytest.param("\u202efdp.exe", "\\u202efdp.exe", id="direction of writing turned"),
        pytest.param("c\udcf4ng.pdf", "c\\xf4ng.pdf", id="bytes that are not UTF-8"),
    ],
)
def test_a_name_is_shown_on_one_line_and_steers_no_terminal(name: str, shown: str) -> None:
    assert label(name) == shown


def test_a_pipe_is_refused_and_not_waited_on(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong.pdf")
    (source,) = expand([tmp_path]).sources
    assert isinstance(source.trouble, UnreadableFile)
    assert source.trouble.facts["detail"] == "không phải tệp thường"


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    write(tmp_path, "cv.pdf")
    found = expand([tmp_path / "khong-co", tmp_path / "cv.pdf"])
    assert found.missing == (tmp_path / "khong-co",)
    assert names(found, tmp_path) == ["cv.pdf"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list every folder")
def test_a_closed_folder_is_refused_with_a_reason(tmp_path: Path) -> None:
    closed = tmp_path / "dong"
    closed.mkdir(mode=0)
    (source,) = expand([tmp_path]).sources
    closed.chmod(0o700)
    assert isinstance(source.trouble, UnreadableFile)
