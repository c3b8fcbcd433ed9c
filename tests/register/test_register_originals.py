"""The copies of originals: what a killed program left half written goes at the next start, what is being written stays."""

import fcntl
import hashlib
import os
from pathlib import Path

from pipeline.register import keep_original, sweep_originals


def test_a_half_written_copy_goes_and_a_whole_one_stays(tmp_path: Path) -> None:
    assert sweep_originals(tmp_path) == 0, "there is nothing yet"
    content = b"%PDF-1.7"
    whole = keep_original(tmp_path, content, sha256=hashlib.sha256(content).hexdigest(), name="a.pdf")
    half = whole.with_name(".0123456789ab-x1y2z3")
    half.write_bytes(b"%PD")
    assert sweep_originals(tmp_path) == 1
    assert sorted(whole.parent.iterdir()) == [whole]


def test_what_another_program_is_writing_stays(tmp_path: Path) -> None:
    folder = tmp_path / "originals"
    folder.mkdir()
    (folder / ".0123456789ab-x1y2z3").write_bytes(b"%PD")
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_SH)  # as `keep_original` holds it while it copies
        assert sweep_originals(tmp_path) == 0
        content = b"%PDF-1.7"
        assert keep_original(tmp_path, content, sha256=hashlib.sha256(content).hexdigest(), name="a.pdf").is_file()
    finally:
        os.close(handle)
    assert sweep_originals(tmp_path) == 1
