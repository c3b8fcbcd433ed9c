"""The door of the review page: each promise of the guard, broken on purpose."""

import json
import re
import stat
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient
from httpx import Response

from models.errors import PathNotFound, UsageError
from pipeline.people import People, Role, Throttle, people_path
from pipeline.people.store import ABSOLUTE, IDLE
from pipeline.people.throttle import WINDOW
from pipeline.register import Register, get_task
from pipeline.review.app import create_app
from pipeline.review.guard import GuardSettings, local_guard, open_guard
from pipeline.review.guard.login import cookie_name
from pipeline.review.guard.settings import is_loopback
from pipeline.review.server import opening_address, serve
from pipeline.review.settings import ReviewSettings
from tests.factories import NOW

HERE = "http://127.0.0.1:8000"
THERE = "https://soat.example.vn"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PASSWORD = "bốn con mèo vàng"
HTML = {"accept": "text/html"}


@dataclass
class Clock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, time: timedelta) -> None:
        self.now += time


@dataclass
class Site:
    """A running page and the clock it lives by."""

    path: Path
    guard: GuardSettings
    clock: Clock
    base: str
    clients: list[TestClient] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.settings = ReviewSettings(register=self.path, who="Lan", clock=self.clock, guard=self.guard)
        self.app = create_app(self.settings)

    def browser(self, **options: object) -> TestClient:
        client = TestClient(self.app, base_url=self.base, follow_redirects=False, **options)  # type: ignore[arg-type]
        self.clients.append(client)
        return client

    def events(self) -> list[str]:
        assert self.guard.audit is not None
        return [json.loads(line)["event"] for line in self.guard.audit.read_text().splitlines()]

    def version(self) -> int:
        with Register.open(self.path, create=False, write=False) as register:
            task = get_task(register, "t2")
        assert task is not None
        return task.version


@pytest.fixture
def local(path: Path) -> Site:
    """The page of one machine."""
    clock = Clock()
    return Site(path, local_guard(path, who="Lan", clock=clock), clock, HERE)


@pytest.fixture
def office(path: Path) -> Site:
    """The page of an office, behind its proxy, with a reader, a reviewer and an admin."""
    clock = Clock()
    people = People.open(people_path(path), create=True, hasher=QUICK)
    for name, role in (("doc", Role.READER), ("lan", Role.REVIEWER), ("chi", Role.ADMIN)):
        people.add(name, role, PASSWORD, when=NOW)
    people.close()
    guard = open_guard(path, host="127.0.0.1", names=("soat.example.vn",), clock=clock, behind_proxy=True)
    return Site(path, guard, clock, THERE)


def token_of(page: str) -> str:
    found = re.search(r'name="(?:csrf_token|csrf-token)" (?:value|content)="([0-9a-f]{64})"', page)
    assert found, page[:300]
    return found[1]


def entered(site: Site) -> tuple[TestClient, str]:
    client = site.browser()
    assert client.get(f"/enter?token={site.guard.one_time}").headers["location"] == "/"
    return client, token_of(client.get("/").text)


def attempt(client: TestClient, name: str = "lan", password: str = PASSWORD, **headers: str) -> Response:
    form = {"name": name, "password": password, "csrf_token": token_of(client.get("/login").text)}
    return client.post("/login", data=form, headers=headers)


def logged_in(site: Site, name: str = "lan") -> TestClient:
    client = site.browser()
    assert attempt(client, name).status_code == 303
    return client


def confirm(client: TestClient, token: str | None, **headers: str) -> int:
    """What the page's own script sends for the key that confirms a record."""
    form = {"version": "1"} | ({"csrf_token": token} if token is not None else {})
    return client.post("/tasks/t2/confirm", data=form, headers=headers).status_code


# --- this machine -----------------------------------------------------------------------------------------------------------


def test_nobody_is_in_without_the_token_of_the_address(local: Site) -> None:
    client = local.browser()
    for address in ("/", "/tasks/t2", "/documents", "/help", "/no-such-page", "/enter", "/enter?token=", "/enter?token=a"):
        answer = client.get(address)
        assert answer.status_code == 403, address
        assert "Sở Nội vụ" not in answer.text
    assert client.get("/login").status_code == 404
    assert confirm(client, "x") == 403


def test_the_token_opens_once_and_leaves_the_address(local: Site) -> None:
    client, _ = entered(local)
    assert client.get("/").status_code == 200
    assert client.get(f"/enter?token={local.guard.one_time}").headers["location"] == "/", "who is in stays in"
    replayed = local.browser().get(f"/enter?token={local.guard.one_time}")
    assert (replayed.status_code, "chạy lại" in replayed.text, "set-cookie" in replayed.headers) == (403, True, False)
    assert "wrong_token" in local.events()
    assert local.guard.one_time in opening_address(local.settings)


def test_a_forged_cookie_is_nobody(local: Site) -> None:
    client = local.browser(cookies={cookie_name(local.guard): "a" * 43})
    assert client.get("/").status_code == 403


def test_a_change_passes_with_token_in_field_or_header(local: Site) -> None:
    client, token = entered(local)
    assert confirm(client, token, origin=HERE) < 400
    assert local.version() == 2
    header = {"x-csrf-token": token, "origin": HERE}
    assert client.post("/tasks/t2/undo", data={"version": "2"}, headers=header).status_code < 400
    assert local.events().count("change") == 2


@pytest.mark.parametrize("token", [None, "", "0" * 64, "ế" * 64, "a" * 100_000], ids=["none", "empty", "forged", "odd", "long"])
def test_a_change_without_the_right_csrf_token_does_nothing(local: Site, token: str | None) -> None:
    client, _ = entered(local)
    assert confirm(client, token) == 403
    assert local.version() == 1
    assert "wrong_csrf" in local.events()


def test_a_token_of_another_session_is_stale(office: Site) -> None:
    client = logged_in(office)
    stale = token_of(client.get("/").text)
    client.post("/logout", data={"csrf_token": stale})
    again = logged_in(office)
    answer = again.post("/tasks/t2/confirm", data={"version": "1", "csrf_token": stale})
    assert (answer.status_code, "tải lại trang" in answer.text) == (403, True)
    assert office.version() == 1


@pytest.mark.parametrize("form", [b"\xff\xfe=1&&&", b"csrf_token", b"--x\r\nbroken"], ids=["bytes", "no value", "multipart"])
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", ""])
def test_a_body_that_cannot_be_read_has_no_token(local: Site, form: bytes, kind: str) -> None:
    client, _ = entered(local)
    assert client.post("/tasks/t2/confirm", content=form, headers={"content-type": kind}).status_code == 403
    assert local.version() == 1


# --- names, origins, paths --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "evil.example:8000",
        "127.0.0.1@evil.example",
        "",
        "[::1",
        "a b",
    ],
)
def test_a_foreign_name_that_points_here_reaches_nothing(local: Site, host: str) -> None:
    """DNS rebinding: the browser asks this machine under the attacker's name, with the attacker's page as origin."""
    client, token = entered(local)
    for address in ("/", "/static/review.css", "/login", f"/enter?token={local.guard.one_time}"):
        assert client.get(address, headers={"host": host}).status_code == 400
    assert confirm(client, token, host=host) == 400
    assert "wrong_host" in local.events()


@pytest.mark.parametrize("host", ["127.0.0.1", "LOCALHOST:9000", "[::1]:8000", "localhost."])
def test_our_names_are_known_with_any_port(local: Site, host: str) -> None:
    assert local.browser().get("/static/review.css", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "https://127.0.0.1:8000"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "http://127.0.0.1:8000.evil.example"},
        {"origin": "http://["},
        {"referer": "http://evil.example/x"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": HERE},
    ],
    ids=str,
)
def test_a_page_of_another_site_changes_nothing(local: Site, headers: dict[str, str]) -> None:
    client, token = entered(local)
    assert confirm(client, token, **headers) == 403
    assert local.version() == 1


def test_another_site_may_link_here_but_embed_nothing(local: Site) -> None:
    client, _ = entered(local)
    assert client.get("/", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}).status_code == 200
    assert client.get("/", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}).status_code == 403


@pytest.mark.parametrize(
    "address",
    [
        "/static/../settings.py",
        "/static/%2e%2e/settings.py",
        "/static/..%2fapp.py",
        "/static/%252e%252e/app.py",
        "/static/..\\app.py",
        "/documents/../../etc/passwd",
        "/documents/%2e%2e%2fregister.db/original",
        "/files/%00",
        "//evil.example/",
        "/static//etc/passwd",
        "/register.db",
        "/register.people",
        "/register.audit.log",
        "/register.files/originals/x",
        "/openapi.json",
        "/docs",
        "/.git/config",
        "/static/",
        "/static",
        "/static/%ff",
        "/a" * 2000,
    ],
)
def test_no_path_leads_to_a_file_of_the_server(local: Site, address: str) -> None:
    client, _ = entered(local)
    request = client.build_request("GET", HERE + "/")
    request.url = request.url.copy_with(raw_path=address.encode())
    answer = client.send(request)
    assert answer.status_code in (400, 404, 405), answer.text[:200]
    for secret in ("root:", "In: ", "SQLite format", "argon2", '"event"'):
        assert secret not in answer.text


def test_originals_are_given_by_the_ids_of_registered_documents_only(local: Site, tmp_path: Path) -> None:
    (tmp_path / "register.files" / "originals" / "stray").write_bytes(b"a file that no row speaks of")
    client, _ = entered(local)
    with Register.open(local.path, create=False, write=False) as register:
        [row] = register.rows("SELECT document_id, sha256 FROM files")
    assert client.get(f"/documents/{row['document_id']}/original").content == b"%PDF-1.7 stands for ke-hoach.txt"
    for name in ("stray", "../originals/stray", "%2e%2e%2fregister.db", row["sha256"]):
        assert client.get(f"/documents/{name}/original").status_code == 404


# --- an office --------------------------------------------------------------------------------------------------------------


def test_who_is_not_logged_in_is_sent_to_the_login_and_back(office: Site) -> None:
    client = office.browser()
    sent = client.get("/tasks/t2?x=1", headers=HTML)
    assert (sent.status_code, sent.headers["location"]) == (303, "/login?next=%2Ftasks%2Ft2%3Fx%3D1")
    page = client.get(sent.headers["location"])
    form = {"name": "lan", "password": PASSWORD, "csrf_token": token_of(page.text), "next": "/tasks/t2?x=1"}
    assert client.post("/login", data=form).headers["location"] == "/tasks/t2?x=1"
    assert "lan" in client.get("/").text
    assert client.get("/", headers={"accept": "application/json"}).status_code == 200
    assert office.browser().get("/", headers={"accept": "application/json"}).status_code == 401
    assert office.browser().get("/enter?token=").status_code == 403


@pytest.mark.parametrize(
    "follow", ["//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example", "/login", "evil"]
)
def test_a_login_never_leads_elsewhere(office: Site, follow: str) -> None:
    client = office.browser()
    form = {"name": "lan", "password": PASSWORD, "csrf_token": token_of(client.get("/login").text), "next": follow}
    assert client.post("/login", data=form).headers["location"] == "/"


def test_cookies_are_out_of_reach_of_scripts_sites_and_plain_connections(office: Site, local: Site) -> None:
    cookie = attempt(office.browser()).headers["set-cookie"]
    assert cookie.startswith("__Host-giaoviec-")
    assert {"HttpOnly", "Secure", "SameSite=lax", "Path=/"} <= {part.strip() for part in cookie.split(";")}
    cookie = local.browser().get(f"/enter?token={local.guard.one_time}").headers["set-cookie"]
    assert {"HttpOnly", "SameSite=lax"} <= {part.strip() for part in cookie.split(";")}


def test_two_registers_in_one_browser_keep_their_sessions_apart(local: Site, tmp_path: Path) -> None:
    other = local_guard(tmp_path / "khac" / "so.db", who="Lan", clock=lambda: NOW)
    assert cookie_name(other) != cookie_name(local.guard)
    again = local_guard(local.path, who="Mai", clock=lambda: NOW)
    assert cookie_name(again) == cookie_name(local.guard)


def test_a_wrong_password_and_an_unknown_name_look_alike(office: Site) -> None:
    wrong = attempt(office.browser(), password="sai hoàn toàn")
    unknown = attempt(office.browser(), name="khong-co")
    assert wrong.status_code == unknown.status_code == 403
    assert re.sub("[0-9a-f]{64}", "", wrong.text) == re.sub("[0-9a-f]{64}", "", unknown.text)
    assert "Tên hoặc mật khẩu không đúng" in wrong.text


def test_a_login_form_of_another_browser_is_refused(office: Site) -> None:
    other = token_of(office.browser().get("/login").text)
    client = office.browser()
    client.get("/login")
    assert client.post("/login", data={"name": "lan", "password": PASSWORD, "csrf_token": other}).status_code == 403
    assert client.get("/", headers=HTML).status_code == 303


def test_guessing_is_throttled_and_the_throttle_opens_with_time(office: Site) -> None:
    here = {"x-forwarded-for": "8.8.8.8, 10.0.0.7"}
    for _ in range(5):
        assert attempt(office.browser(), password="sai hoàn toàn", **here).status_code == 403
    closed = attempt(office.browser(), **here)
    assert (closed.status_code, "chờ 15 phút" in closed.text) == (429, True), "even the right password"
    forged = {"x-forwarded-for": "1.2.3.4, 10.0.0.7"}
    assert attempt(office.browser(), **forged).status_code == 429, "what the client itself wrote does not count"
    assert attempt(office.browser(), **{"x-forwarded-for": "10.0.0.8"}).status_code == 303, "others are not locked out"
    office.clock.pass_by(timedelta(minutes=15, seconds=1))
    assert attempt(office.browser(), **here).status_code == 303
    assert office.events().count("login_failed") == 5
    assert "login_throttled" in office.events()


def test_many_names_from_one_address_are_throttled_too() -> None:
    throttle = Throttle()
    for number in range(20):
        assert not throttle.wait(f"a{number}", "10.0.0.9", now=NOW)
        throttle.failed(f"a{number}", "10.0.0.9", now=NOW)
    assert throttle.wait("a99", "10.0.0.9", now=NOW) == WINDOW
    assert not throttle.wait("a99", "10.0.0.8", now=NOW)
    throttle.passed("a1", "10.0.0.9")
    assert throttle.wait("a99", "10.0.0.9", now=NOW), "one right password does not free the address"


def test_a_reader_reads_and_changes_nothing(office: Site) -> None:
    client = logged_in(office, "doc")
    token = token_of(client.get("/tasks/t2").text)
    for address in ("/tasks/t2/confirm", "/tasks/t2/reject", "/tasks/t2", "/tasks/t2/undo", "/no-such"):
        assert client.post(address, data={"version": "1", "csrf_token": token}).status_code == 403, address
    assert office.version() == 1
    assert "not_allowed" in office.events()
    assert client.post("/logout", data={"csrf_token": token}).headers["location"] == "/login"
    assert client.get("/", headers=HTML).status_code == 303


def test_a_change_bears_the_name_of_who_is_logged_in(office: Site) -> None:
    client = logged_in(office)
    assert confirm(client, token_of(client.get("/").text), origin=THERE) < 400
    with Register.open(office.path, create=False, write=False) as register:
        assert {row["who"] for row in register.rows("SELECT who FROM revisions")} == {"lan"}


@pytest.mark.parametrize("what", ["removed", "password", "idle", "night"])
def test_a_session_ends(office: Site, what: str) -> None:
    client = logged_in(office)
    assert client.get("/", headers=HTML).status_code == 200
    people = People.open(people_path(office.path), create=False, hasher=QUICK)
    if what == "removed":
        people.remove("lan")
    elif what == "password":
        people.set_password("lan", "năm con chó đen")
    elif what == "idle":
        office.clock.pass_by(IDLE + timedelta(seconds=1))
    else:
        for _ in range(4):
            office.clock.pass_by(ABSOLUTE / 4 - timedelta(seconds=1))
            assert client.get("/", headers=HTML).status_code == 200
        office.clock.pass_by(timedelta(seconds=10))
    people.close()
    assert client.get("/", headers=HTML).status_code == 303


def test_a_changed_role_holds_at_once(office: Site) -> None:
    client = logged_in(office)
    token = token_of(client.get("/").text)
    people = People.open(people_path(office.path), create=False, hasher=QUICK)
    people.set_role("lan", Role.READER)
    people.close()
    assert confirm(client, token) == 403


def test_every_answer_has_its_headers(office: Site) -> None:
    client = logged_in(office)
    for answer in (
        client.get("/"),
        client.get("/static/review.css"),
        client.get("/login"),
        client.get("/", headers={"host": "evil"}),
    ):
        headers = answer.headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "same-origin")
        assert headers["strict-transport-security"].startswith("max-age=")
    assert client.get("/").headers["cache-control"] == "no-store"


def test_no_page_needs_what_its_policy_forbids(office: Site) -> None:
    client = logged_in(office)
    for address in ("/", "/tasks/t2", "/help", "/login"):
        page = client.get(address).text
        assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|javascript:|<style|https?://(?!soat)", page), address


def test_the_log_holds_no_secret_and_no_forged_line(office: Site) -> None:
    attempt(office.browser(), name='x"}\n{"event": "logged_in"', password="bí mật của tôi")
    client = logged_in(office)
    client.post("/tasks/t2/confirm", data={"version": "1", "csrf_token": "bad"})
    assert office.guard.audit is not None
    log = office.guard.audit.read_text()
    assert "bí mật" not in log
    assert json.dumps("bí mật của tôi")[1:-1] not in log
    assert PASSWORD not in log
    assert office.events().count("logged_in") == 1
    for name in (office.guard.audit, people_path(office.path)):
        assert stat.S_IMODE(name.stat().st_mode) == 0o600


def test_what_is_kept_of_people_opens_no_door(office: Site) -> None:
    key = logged_in(office).cookies[cookie_name(office.guard)]
    content = people_path(office.path).read_bytes()
    assert key.encode() not in content
    assert PASSWORD.encode() not in content
    assert b"$argon2id$" in content
    assert office.path.read_bytes().count(b"argon2") == 0


# --- what may be served where -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "word"),
    [
        pytest.param({}, "--tls-cert", id="no TLS"),
        pytest.param({"tls_cert": Path(__file__)}, "đi cùng nhau", id="no key"),
        pytest.param({"behind_proxy": True}, "--name", id="no name"),
        pytest.param({"behind_proxy": True, "names": ("a.vn",)}, "giaoviec user add", id="no people"),
    ],
)
def test_an_open_address_says_what_it_still_needs(path: Path, options: dict[str, object], word: str) -> None:
    with pytest.raises(UsageError, match=word):
        open_guard(path, **({"host": "0.0.0.0", "names": (), "clock": lambda: NOW} | options))  # type: ignore[arg-type]


def test_a_certificate_that_is_not_there_is_named(path: Path, tmp_path: Path) -> None:
    missing = tmp_path / "khong-co.pem"
    with pytest.raises(PathNotFound, match="khong-co"):
        open_guard(path, host="10.0.0.1", names=(), clock=lambda: NOW, tls_cert=missing, tls_key=missing)


def test_only_loopback_is_this_machine() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.0.0.2", "::1", "localhost")))
    assert not any(map(is_loopback, ("0.0.0.0", "10.0.0.1", "::", "a.vn", "localhost.a.vn", "")))


def test_a_page_without_a_door_is_not_served(path: Path) -> None:
    with pytest.raises(ValueError, match="door"):
        serve(ReviewSettings(register=path), print)


def test_the_address_of_an_office_is_its_name(office: Site) -> None:
    assert opening_address(office.settings) == "https://soat.example.vn/"
    own = replace(office.guard, behind_proxy=False)
    assert opening_address(replace(office.settings, guard=own)) == "https://soat.example.vn:8000/"
