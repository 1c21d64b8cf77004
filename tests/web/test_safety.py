"""Who may do what: names, origins, tokens, sizes, paths; and that texts are shown as text."""

from __future__ import annotations

import socket
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser
from tests.web.conftest import SETTINGS, TOKEN, serving

from actum.read.read import SIZE_LIMIT
from actum.store.workspace import Workspace
from actum.web.app import create_app
from actum.web.safety import BODY_BYTES, HEADERS, name_of, names_for
from actum.web.settings import LOOPBACK, Settings
from actum.web.uploads import clean_file_name
from actum.web.writers import SESSIONS, Sessions, clean_name, same
from actum.workflow.add import add
from actum.workflow.build import build

WRITES = (
    "/api/judgements", "/api/files", "/api/build", "/en/judge/fact", "/en/judge/name", "/en/judge/undo",
    "/en/judge/reading", "/en/add",
)  # fmt: skip


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.", "", "[::2]:80", "localhost:x"]
)
def test_another_name_is_refused(client: httpx.Client, host: str) -> None:
    assert client.get("/en/", headers={"host": host}).status_code in {400, 421}


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8270", "127.0.0.1", "[::1]:80"])
def test_a_name_of_this_machine_is_answered(client: httpx.Client, host: str) -> None:
    assert client.get("/en/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("address", ["/", "/en/", "/static/room.css", "/api/works", "/nothing", "/static/../app.py"])
def test_every_answer_has_the_policy(client: httpx.Client, address: str) -> None:
    answer = client.get(address)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert "unsafe" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize("address", WRITES)
def test_writing_needs_the_token(client: httpx.Client, address: str) -> None:
    log = "/api/judgements"
    before = client.get(log).json()
    for headers in ({}, {"authorization": "Bearer wrong"}, {"authorization": TOKEN}, {"cookie": f"actum={TOKEN}"}):
        assert client.post(address, headers=headers).status_code == 403
    assert client.get(log).json() == before


@pytest.mark.parametrize("address", WRITES)
def test_a_body_is_not_read_of_who_may_not_write(served: str, address: str) -> None:
    host, _, port = served.removeprefix("http://").partition(":")
    large = SETTINGS.upload_bytes if address.endswith(("/files", "/add")) else BODY_BYTES
    asks = (
        f"POST {address} HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Length: {large}\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\n\r\n"
    )
    with socket.create_connection((host, int(port)), timeout=5) as line:
        line.sendall(asks.encode())  # and not one byte of the body: who waits for it never answers
        assert line.recv(100).startswith(b"HTTP/1.1 403 ")


@pytest.mark.parametrize("token", ["a.b", "a b", "a%2Fb", "口令.1", "-"])
def test_any_token_lets_a_browser_write(own: Workspace, token: str) -> None:
    for address in serving(own, Settings(token=token, hosts=LOOPBACK, ahead=False)):
        with httpx.Client(base_url=address, trust_env=False) as browser:
            cookie = browser.post("/api/enter", json={"token": token, "author": "a.b"}).headers["set-cookie"]
            assert token == "-" or token not in cookie  # noqa: S105  the shortest stands in any cookie
            assert "a.b" in browser.get("/en/judge").text
            assert browser.post("/en/judge/undo", data={"number": "1"}).status_code == 409


def test_a_cookie_ends_with_its_session(served_own: str) -> None:
    with httpx.Client(base_url=served_own, trust_env=False) as browser:
        browser.post("/api/enter", json={"token": TOKEN})
        name, value = next(iter(browser.cookies.items()))
        assert TOKEN not in value
        assert browser.post("/api/leave").status_code == 200
        assert browser.post("/api/build", headers={"cookie": f"{name}={value}"}).status_code == 403


def test_sessions_are_no_more_than_can_be_kept() -> None:
    sessions = Sessions()
    first = sessions.open("first")
    others = [sessions.open(str(n)) for n in range(SESSIONS)]
    assert sessions.author(first) is None
    assert [sessions.author(one) for one in others[:3]] == ["0", "1", "2"]
    assert sessions.author("") is None


def test_a_wrong_token_in_the_address_is_told(served_own: str, browser: Browser) -> None:
    page = browser.new_page()
    for ui in ("en", "zh"):
        page.goto(f"{served_own}/{ui}/#token=stale%zz")
        told = page.get_by_role("alert")
        told.wait_for()
        refused = page.locator("body").get_attribute("data-token-refused")
        assert refused
        assert refused in told.inner_text()
        assert "token" not in page.url
    page.close()


@pytest.mark.parametrize(
    "address", [*(one for one in WRITES if one not in {"/en/add", "/api/judgements"}), "/en/enter"]
)
def test_get_changes_nothing(writer: httpx.Client, address: str) -> None:
    assert writer.get(address).status_code == 405


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_strange_page_cannot_write(writer: httpx.Client, headers: dict[str, str]) -> None:
    assert writer.post("/api/build", headers=headers).status_code == 403


def test_nobody_writes_without_a_token_of_the_room(own: Workspace) -> None:
    assert not same("", "")
    assert not same("x", "")
    for address in serving(own, Settings(token="", hosts=LOOPBACK)):
        for given in ("", "x"):
            answer = httpx.post(f"{address}/api/enter", json={"token": given or " "}, trust_env=False)
            assert answer.status_code == 403


def test_a_browser_enters_once(served_own: str) -> None:
    with httpx.Client(base_url=served_own, trust_env=False) as browser:
        assert browser.post("/en/enter", data={"token": "wrong"}).status_code == 403
        answer = browser.post("/en/enter", data={"token": TOKEN, "author": "王 Lǐ", "back": "/zh/search?q=a"})
        assert answer.status_code == 303
        assert answer.headers["location"] == "/zh/search?q=a"
        cookie = answer.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        assert "王 Lǐ" in browser.get("/en/judge").text
        assert browser.post("/en/leave").status_code == 303
        assert browser.post("/api/build").status_code == 403


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/\\evil.example", "/en//evil", "javascript:x"]
)
def test_nobody_is_led_elsewhere(served_own: str, back: str) -> None:
    answer = httpx.post(f"{served_own}/en/enter", data={"token": TOKEN, "back": back}, trust_env=False)
    assert answer.headers["location"] == "/en/judge"


@pytest.mark.parametrize(
    "path",
    [
        "/static/../room.py",
        "/static/..%2froom.py",
        "/static/%2e%2e/%2e%2e/errors.py",
        "/en/read/..%2f..%2fworks",
        "/en/read/../../actum.json",
        "/api/works/..%2f..%2factum.json/text",
        "/api/works/%2e%2e/text",
        "/en/facts/..%2f..%2f..%2fetc/passwd",
        "/static//etc/passwd",
    ],
)
def test_no_path_leads_out(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in {404, 405}
    assert "import" not in answer.text
    assert "format" not in answer.text.replace("information", "")


def test_bodies_have_a_limit(writer: httpx.Client) -> None:
    assert writer.post("/api/judgements", content=b"x" * (BODY_BYTES + 1)).status_code == 413
    assert writer.post("/api/judgements", content=iter([b"{}"])).status_code == 411


def test_an_upload_has_a_limit(own: Workspace) -> None:
    for address in serving(own, Settings(token=TOKEN, hosts=LOOPBACK, upload_files=2, upload_bytes=2000)):
        with httpx.Client(base_url=address, headers={"authorization": f"Bearer {TOKEN}"}, trust_env=False) as writer:
            assert writer.post("/api/files", files={"files": ("a.txt", b"x" * 3000)}).status_code == 413
            three = [("files", (f"{n}.txt", b"x")) for n in range(3)]
            assert writer.post("/api/files", files=three).status_code == 403
    assert not (own.root / "incoming").exists()


def test_what_is_no_text_file_is_not_taken(writer: httpx.Client, own: Workspace) -> None:
    for name in ("a.exe", "b.zip", "c.so"):
        answer = writer.post("/api/files", files={"files": (name, b"x")})
        assert answer.status_code == 403
        assert name in answer.json()["says"]
    assert not (own.root / "incoming").exists()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\a.txt", "a.txt"),
        (".hidden", "hidden"),
        ("..", "file"),
        ("", "file"),
        ("a\nb\x00.txt", "ab.txt"),
        ("声明" * 200 + ".txt", None),
    ],
)
def test_names_of_files_are_cut_down(given: str, kept: str | None) -> None:
    name = clean_file_name(given)
    assert kept is None or name == kept
    assert len(name.encode()) <= 200
    assert "/" not in name
    assert not name.startswith(".")


def test_names_of_people_are_one_line() -> None:
    assert clean_name("a\nb\x00c  d") == "a b c d"
    assert clean_name("\n") == ""
    assert len(clean_name("x" * 500)) == 80


def test_names_to_answer_to() -> None:
    assert name_of("[::1]:80") == "[::1]"
    assert name_of("localhost:80") == "localhost"
    assert names_for("0.0.0.0", ("a",)) == ("a",)  # noqa: S104
    assert names_for("::1") == ("[::1]",)


def test_markup_in_a_copy_is_text(tmp_path: Path) -> None:
    evil = '<script>alert(1)</script><img src=x onerror=alert(2)>" onmouseover="alert(3)'
    copy = tmp_path / "联合声明 <b>.txt"
    copy.write_text(
        f"中华人民共和国和俄罗斯联邦联合声明\n双方强调{evil}，反对军备竞赛。\n双方重申恪守《不扩散核武器条约》。\n"
        f"2025年5月8日于莫斯科\n",
        encoding="utf8",
    )
    workspace = Workspace.create(tmp_path / "w")
    add(workspace, [copy])
    build(workspace)
    for address in serving(workspace, SETTINGS):
        with httpx.Client(base_url=address, trust_env=False) as reader:
            works = reader.get("/api/works").json()
            pages = ["/en/", "/en/add", "/en/search?q=alert", f"/en/search?q={evil}"]
            pages += [f"/en/{page}/{work['work']}" for work in works for page in ("read", "witnesses")]
            for page in pages:
                text = reader.get(page).text
                assert "<script>" not in text
                assert "<img" not in text
                assert '" onmouseover' not in text


def test_the_api_is_described(client: httpx.Client) -> None:
    told = client.get("/api/openapi.json").json()
    assert all(path.startswith("/api/") for path in told["paths"])
    assert SETTINGS.upload_bytes > SIZE_LIMIT
    assert create_app.__doc__
