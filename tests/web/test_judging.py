"""Judging and adding through the room: what is taken down, and that nothing is lost."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from tests.web.conftest import SAMPLE

from actum.store.judgements import read_judgements
from actum.store.workspace import Workspace


def facts(client: httpx.Client, kind: str = "positions") -> list[dict[str, object]]:
    rows: list[dict[str, object]] = client.get(f"/api/facts/{kind}").json()
    return rows


def settled(client: httpx.Client, seconds: float = 60) -> dict[str, object]:
    """Progress when nothing runs any more."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        told: dict[str, object] = client.get("/api/progress").json()
        if not told["running"]:
            return told
        time.sleep(0.1)
    pytest.fail("the build did not end")


def test_a_judgement_is_taken_down_built_and_undone(writer: httpx.Client, own: Workspace) -> None:
    row = facts(writer)[0]
    other = "oppose" if row["act"] != "oppose" else "support"
    answer = writer.post(
        "/api/judgements", json={"kind": "correct", "fact": row["id"], "fields": {"act": other}, "note": "看过原文"}
    )
    assert answer.status_code == 201
    assert answer.json()["author"] == "tester"
    assert settled(writer)["error"] == ""
    assert writer.get(f"/api/fact/{row['id']}").json()["act"] == other
    assert writer.post("/api/judgements", json={"kind": "undo", "number": 1}).status_code == 201
    settled(writer)
    assert writer.get(f"/api/fact/{row['id']}").json()["act"] == row["act"]
    assert [one.kind for one in read_judgements(own.judgement_log)] == ["correct", "undo"]


@pytest.mark.slow
def test_forms_do_what_the_json_does(writer: httpx.Client, own: Workspace) -> None:
    row = facts(writer)[3]
    fact = str(row["id"])
    answer = writer.post("/zh/judge/fact", data={"fact": fact, "verdict": "reject", "note": "不是立场"})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/zh/facts/")
    assert answer.headers["location"].endswith(f"#{fact}")
    settled(writer)
    assert fact not in {one["id"] for one in facts(writer)}
    assert "已否决" in writer.get(answer.headers["location"]).text
    assert writer.post("/en/judge/undo", data={"number": "1"}).status_code == 303
    form = {"fact": fact, "verdict": "correct", "act": str(row["act"]), "strength": "0", "holder": "rus, chn"}
    assert writer.post("/en/judge/fact", data=form).status_code == 303
    settled(writer)
    assert '"strength": 0' in read_judgements(own.judgement_log)[-1].value
    assert '"act"' not in read_judgements(own.judgement_log)[-1].value


@pytest.mark.slow
def test_an_unknown_name_is_named(writer: httpx.Client) -> None:
    unknown = writer.get("/en/judge").text.partition('name="unknown" value="')[2].partition('"')[0]
    assert unknown
    answer = writer.post("/en/judge/name", data={"unknown": unknown, "slug": "a-thing-of-ours"})
    assert answer.status_code == 303
    settled(writer)
    assert any(row["id"] == "a-thing-of-ours" for row in facts(writer, "mentions"))


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"kind": "accept", "fact": "p00000000"}, 404),
        ({"kind": "accept", "fact": "../../x"}, 422),
        ({"kind": "undo", "number": 9}, 409),
        ({"kind": "name", "unknown": "unknown:没有", "slug": "x"}, 409),
        ({"kind": "same", "copy": "a"}, 422),
        ({"kind": "reading", "work": "x", "quote": "y", "becomes": "z"}, 404),
    ],
)
def test_what_names_nothing_is_refused(
    writer: httpx.Client, own: Workspace, body: dict[str, object], status: int
) -> None:
    answer = writer.post("/api/judgements", json=body)
    assert answer.status_code == status
    assert answer.json()["says"]
    assert read_judgements(own.judgement_log) == ()


@pytest.mark.slow
def test_many_readers_and_writers_lose_nothing(writer: httpx.Client, own: Workspace) -> None:
    rows = facts(writer)[:32]
    work = rows[0]["work"]
    pages = ("/en/", f"/zh/read/{work}", "/en/judge", "/en/search?q=稳定", "/api/judgements")

    def judge(row: dict[str, object]) -> int:
        answer = writer.post("/api/judgements", json={"kind": "accept", "fact": row["id"], "note": str(row["id"])})
        return int(answer.json()["id"]) if answer.status_code == 201 else -answer.status_code

    def read(number: int) -> int:
        return writer.get(pages[number % len(pages)]).status_code

    with ThreadPoolExecutor(8) as crowd:
        judged = crowd.map(judge, rows)
        looked = crowd.map(read, range(40))
        assert sorted(judged) == list(range(1, len(rows) + 1))
        assert set(looked) == {200}
    assert settled(writer)["error"] == ""
    log = read_judgements(own.judgement_log)
    assert {one.note for one in log} == {str(row["id"]) for row in rows}
    built = [row for row in facts(writer) if row["judged"]]
    assert len(built) == len(rows)


@pytest.mark.slow
def test_files_are_taken_in_and_built(writer: httpx.Client) -> None:
    before = {row["work"] for row in writer.get("/api/works").json()}
    text = (
        "中华人民共和国和法兰西共和国关于人工智能治理的联合声明\n"
        "一、双方强调，人工智能应造福人类。\n二、双方反对利用人工智能损害他国安全。\n"
        "三、双方支持联合国在人工智能治理中发挥核心作用。\n二〇二四年五月六日于巴黎\n"
    )
    sent = [
        ("files", ("法中.txt", text.encode())),
        ("files", ("again.txt", (SAMPLE / "002_8bd62bbf1b58aa2c.txt").read_bytes())),
        ("files", ("broken.pdf", b"%PDF-1.7 not one")),
    ]
    assert writer.post("/api/files", files=sent).status_code == 202
    told = settled(writer)
    assert told["error"] == ""
    lines = told["lines"]
    assert isinstance(lines, list)
    assert any("broken.pdf" in str(line) for line in lines)
    assert any("again.txt" in str(line) for line in lines)
    after = {row["work"] for row in writer.get("/api/works").json()}
    assert len(after - before) == 1
    assert "broken.pdf" in writer.get("/en/add").text
