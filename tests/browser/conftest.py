"""A real browser before a real server over the register of some sample letters.

In: sample letters, read once.  Out: for each test a register of its own, a server, and pages that refuse every other address.
Screenshots lie in output/screenshots/ to be looked at.
"""

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright

from models.office import Office
from models.register import TaskFilter, TaskStatus, TaskView
from pipeline.cli.main import main
from pipeline.register import Register, get_task, query_tasks, set_office
from pipeline.review.app import create_app
from pipeline.review.deadline_reading import warm_up
from pipeline.review.guard import local_guard
from pipeline.review.settings import ReviewSettings

ROOT = Path(__file__).parents[2]
SHOTS = ROOT / "output" / "screenshots"
LETTERS = ("kh-ky-nang-so.pdf", "cv-so-noi-vu-bao-cao.pdf", "cv-xa-chong-ret.docx", "bay-ocr-tieng-anh.txt")
NOW = datetime(2025, 9, 5, 8, 0, tzinfo=UTC)
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PATIENCE = 15_000  # ms, for what is done and for what is looked for: a busy machine draws a page slowly
expect.set_options(timeout=PATIENCE)
SIZES = {"1366x768": (1366, 768), "390x844": (390, 844)}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass
class Desk:
    """A running server and what its register says."""

    address: str
    path: Path
    door: str

    def task(self, task_id: str) -> TaskView:
        with Register.open(self.path, create=False, write=False) as register:
            found = get_task(register, task_id)
        assert found
        return found

    def tasks(self, **conditions: object) -> list[TaskView]:
        wanted = TaskFilter(**{"status": frozenset(TaskStatus), **conditions})  # type: ignore[arg-type]
        with Register.open(self.path, create=False, write=False) as register:
            return query_tasks(register, wanted, today=NOW.date())


@pytest.fixture(scope="session")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register of the sample letters, for copying."""
    folder = tmp_path_factory.mktemp("letters")
    path = folder / "register.db"
    files = [str(ROOT / "corpus" / "samples" / name) for name in LETTERS]
    code = main(["ingest", *files, "--register", str(path), "--jobs", "1"], environ={}, today=NOW.date())
    assert code == 0
    with Register.open(path, create=False) as register:
        set_office(register, Office(name="Sở Nội vụ", groups=("các sở, ban, ngành",)))
        register.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    warm_up()
    return folder


@pytest.fixture
def desk(letters: Path, tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "desk"
    shutil.copytree(letters, folder)
    path = folder / "register.db"
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(50)
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    guard = local_guard(path, who="Nguyễn Thị Lan", clock=lambda: NOW)
    settings = ReviewSettings(register=path, port=listening.getsockname()[1], clock=lambda: NOW, guard=guard)
    server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="warning", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield Desk(address, path, f"/enter?token={guard.one_time}")
    server.should_exit = True
    thread.join()
    listening.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = shutil.which("chromium")
    assert program, "chromium is missing; install it with: bash scripts/system-packages.sh --browser"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


Open = Callable[..., Page]


@pytest.fixture
def visit(chromium: Browser, desk: Desk) -> Iterator[Open]:
    """Open a page at a size; whatever it asks of another address, and whatever its scripts complain of, fails the test."""
    contexts: list[BrowserContext] = []
    strays: list[str] = []
    keys: list[dict[str, object]] = []

    def guard(route: Route) -> None:
        if route.request.url.startswith(desk.address):
            route.continue_()
        else:
            strays.append(route.request.url)
            route.abort()

    def visit(path: str = "/", size: str = "1366x768", **options: object) -> Page:
        width, height = SIZES[size]
        context = chromium.new_context(
            viewport={"width": width, "height": height}, base_url=desk.address, has_touch=width < 800, **options
        )  # type: ignore[arg-type]
        contexts.append(context)
        context.route("**/*", guard)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: strays.append(str(error)))
        if keys:
            context.add_cookies(keys)  # type: ignore[arg-type]
        else:  # the token of the printed address opens once; who opens a second window has the cookie
            page.goto(desk.door)
            keys.extend(context.cookies())  # type: ignore[arg-type]
        page.goto(path)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert strays == []


def shoot(page: Page, name: str) -> None:
    """Keep what is seen."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png")
