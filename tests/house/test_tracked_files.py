"""What is in git: no registry hosts, no paths of a machine, Vietnamese in one form (NFC), locks with hashes and without hosts."""

import re
import subprocess
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Written in pieces, so that this file does not hold what it looks for.
HOSTS = re.compile(
    "|".join(["py" + r"pi\.org", "python" + "hosted", r"registry\.npm" + "js", "deb" + r"\.debian", r"crates" + r"\.io"]),
    re.IGNORECASE,
)
MACHINE_PATHS = re.compile(r"/(?:home|Users|root)/[a-z]|/wo" + r"rk/(?:main|shared)|C:\\\\Users")
# Sample documents whose text is broken on purpose: each shows a trap that real files set (see corpus/CATALOGUE.md).
NOT_NFC_ON_PURPOSE = {"corpus/samples/bay-dau-roi.txt"}


def tracked() -> list[str]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: nothing is tracked here")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def texts() -> dict[str, str]:
    found = {}
    for name in tracked():
        try:
            found[name] = (ROOT / name).read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue
    return found


def test_no_registry_host_and_no_machine_path_in_tracked_files() -> None:
    bad = [name for name, text in texts().items() if HOSTS.search(text) or MACHINE_PATHS.search(text)]
    assert bad == []


def test_every_text_is_nfc_but_the_declared_traps() -> None:
    loose = {name for name, text in texts().items() if not unicodedata.is_normalized("NFC", text)}
    assert loose <= NOT_NFC_ON_PURPOSE


def test_a_loose_mark_and_a_host_would_be_seen() -> None:
    assert not unicodedata.is_normalized("NFC", "tiếp câ\u0323n")
    assert HOSTS.search("https://files.python" + "hosted.org/x")
    assert MACHINE_PATHS.search("see /wo" + "rk/main/README.md")


@pytest.mark.parametrize("name", ["runtime.txt", "dev.txt"])
def test_each_locked_package_has_a_version_and_hashes(name: str) -> None:
    lines = (ROOT / "locks" / name).read_text(encoding="utf-8").splitlines()
    packages = [i for i, line in enumerate(lines) if re.match(r"[a-z0-9]", line)]
    assert len(packages) > 40
    for i in packages:
        assert re.match(r"[a-z0-9._-]+(\[[a-z0-9,_-]+\])?==[^ ]+ ", lines[i]), lines[i]
        assert lines[i + 1].strip().startswith("--hash=sha256:"), lines[i]
    assert not any("://" in line or line.startswith(("-i", "--index", "--find")) for line in lines)


def locked(name: str) -> set[str]:
    lines = (ROOT / "locks" / name).read_text(encoding="utf-8").splitlines()
    return {re.split(r"[ ;]", line)[0] for line in lines if line[:1].isalnum()}


def test_the_development_lock_agrees_with_the_one_that_is_installed() -> None:
    assert locked("runtime.txt") - locked("dev.txt") == set()


def test_each_dependency_of_the_project_is_locked() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    lock = (ROOT / "locks" / "dev.txt").read_text(encoding="utf-8")
    names = [re.split(r"[>=<\[ ]", text)[0].lower().replace(".", "-") for text in wanted]
    assert [name for name in names if f"\n{name}==" not in f"\n{lock}"] == []
