"""The wheel, built and installed into an empty environment, reads a sample outside the checkout."""

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "corpus" / "samples" / "cd-mua-lu.pdf"


def run(*command: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [str(word) for word in command], cwd=cwd, env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_the_program_with_its_rules_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"pipeline", "models"}
    for kind in ("json", "py"):
        rules = {f"pipeline/rules/{path.name}" for path in (ROOT / "pipeline" / "rules").glob(f"*.{kind}")}
        assert rules <= set(names)
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_an_installed_wheel_reads_a_sample_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=False)
    packages = home / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    # The locked dependencies are seen, but not the checkout: its .pth file is not followed from there.
    (packages / "locked.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        home / "bin" / "python",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        "--ignore-installed",
        wheel,
        cwd=tmp_path,
    )
    where = run(
        home / "bin" / "python", "-c", "import pipeline, models; print(pipeline.__file__, models.__file__)", cwd=tmp_path
    ).stdout
    assert where.count(str(packages)) == 2
    done = run(home / "bin" / "giaoviec", "ingest", SAMPLE, "--register", tmp_path / "so.db", cwd=tmp_path)
    assert "✓ cd-mua-lu.pdf  09/CĐ-UBND  27/09/2025" in done.stdout
    listed = run(home / "bin" / "giaoviec", "tasks", "--register", tmp_path / "so.db", "--full", cwd=tmp_path).stdout
    assert "Rà soát, di dời toàn bộ các hộ dân" in " ".join(listed.replace("│", " ").split())
