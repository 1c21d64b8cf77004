"""`actum ledger` from the command line, on the sample."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.cli.running import Done, actum

from actum.store.row_keys import ROW_KEYS


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("ledger")
    actum("demo", "--workspace", "w", cwd=made)
    return made


def ledger(folder: Path, *words: str) -> Done:
    return actum("ledger", "-w", "w", *words, cwd=folder)


def rows(folder: Path, *words: str) -> list[dict[str, Any]]:
    done = ledger(folder, *words, "-f", "jsonl")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_promise_the_revocation_and_the_silence_stand_side_by_side(folder: Path) -> None:
    (promise,) = rows(folder, "--about", "ctbt", "--kind", "undertaking")
    assert promise["date"] == "2019-06-05"
    assert promise["matter"]["text"] == "继续全力推动条约早日生效"
    told = [(one["date"], one["kind"], one["of"]) for one in promise["beside"]]
    assert told == [
        ("2023-11-02", "event", "ctbt"),
        ("2025-05-07/2025-05-10", "unknown", "ctbt"),
        ("2025-05-08", "silent", "ctbt"),
    ]
    event = promise["beside"][0]["event"]
    assert (event["type"], event["parties"], event["sure"]) == ("ratification-revoked", ["RUS"], "A")
    assert (promise["open"], promise["overtaken_by"], promise["closed_because"]) == (True, [], [])
    table = ledger(folder, "--about", "ctbt").stdout
    for words in ("继续全力推动条约早日生效", "早日 → soon", "ratification-revoked by", "silent on ctbt: 2025-05-08"):
        assert words in table
    for verdict in ("broken", "kept", "violat", "fulfil"):
        assert verdict not in table


def test_a_thing_is_found_by_its_slug_and_by_its_names(folder: Path) -> None:
    found = [row["id"] for row in rows(folder, "--about", "ctbt")]
    assert found
    for name in ("CTBT", "全面禁止核试验条约", "《全面禁止核试验条约》", "ДВЗЯИ"):
        assert [row["id"] for row in rows(folder, "--about", name)] == found
    assert rows(folder, "--holder", "俄罗斯") == rows(folder, "--holder", "RUS")


def test_without_a_day_it_is_of_today_and_says_so(folder: Path) -> None:
    today = datetime.now(UTC).date().isoformat()
    assert {row["as_of"] for row in rows(folder)} == {today}
    for form in ("table", "jsonl"):
        words = ledger(folder, "-f", form).stderr
        assert f"As of {today}, today" in words
        assert "The works and the register know of nothing after " in words


def test_as_of_a_day_nothing_later_is_there(folder: Path) -> None:
    (promise,) = rows(folder, "--about", "ctbt", "--kind", "undertaking", "--as-of", "2023-11-01")
    assert promise["open"]
    assert promise["beside"] == []
    assert promise["as_of"] == "2023-11-01"


def test_a_review_conference_stands_beside_a_row_of_several_deeds(folder: Path) -> None:
    asked = ("--about", "npt-review-conference-2026", "--kind", "undertaking")
    (row,) = rows(folder, *asked, "--as-of", "2026-06-01")
    assert row["due"][0]["event"] == "npt-review-conference-2026"
    (held,) = [one["event"] for one in row["beside"] if one["of"] == "npt-review-conference-2026"]
    assert held["outcome"] == "none"
    assert (row["open"], row["answered_by"]) == (True, [])  # three deeds, of which the meeting answers one
    (before,) = rows(folder, *asked, "--as-of", "2026-05-01")
    assert before["beside"] == []


def test_who_is_not_named_is_found_by_no_name(folder: Path) -> None:
    done = ledger(folder, "--holder", "CHN", "--addressee", "usa", "--open", "--as-of", "2026-01-01")
    assert done.returncode == 0
    assert done.stdout == ""
    assert "No entry is addressed to “usa” by name" in done.stderr
    assert "--veiled" in done.stderr
    veiled = rows(folder, "--addressee", "usa", "--veiled")
    assert veiled
    assert all(to["veiled"] and to["id"] != "usa" for row in veiled for to in row["addressee"])


def test_a_pasted_paragraph_counts_once(folder: Path) -> None:
    found = rows(folder, "--about", "humanitarian-assistance-system", "--kind", "demand")
    assert [len(row["repeated_in"]) for row in found] == [2]


def test_every_row_has_every_key_in_every_form(folder: Path) -> None:
    found = rows(folder)
    assert found
    assert {tuple(row) for row in found} == {ROW_KEYS["ledger"]}
    page = list(csv.DictReader(io.StringIO(ledger(folder, "-f", "csv").stdout)))
    assert len(page) == len(found)
    assert tuple(page[0]) == ROW_KEYS["ledger"]


def test_a_slip_of_the_pen_is_not_read_as_silence(folder: Path) -> None:
    words = ledger(folder, "--holder", "XYZ", "--about", "no-such", "--work", "1900").stderr
    assert "Nobody here is “XYZ”" in words
    assert "No entry is about “no-such”" in words
    assert "No work's id has “1900” in it" in words


@pytest.mark.parametrize(
    "wrong", [("--kind", "promise"), ("--act", "swear"), ("--as-of", "yesterday"), ("--due-before", "2025-02-30")]
)
def test_wrong_use_is_told(folder: Path, wrong: tuple[str, str]) -> None:
    done = ledger(folder, *wrong)
    assert done.returncode == 2
    assert wrong[1] in done.stderr


def test_the_table_is_readable_at_160_columns(folder: Path) -> None:
    lines = ledger(folder).stdout.splitlines()
    assert lines
    assert max(map(len, lines)) <= 160


def test_texts_in_a_language_without_positions_are_told_of(tmp_path: Path) -> None:
    text = "Joint Statement\n\nMoscow, 8 May 2025\n\nThe Parties call on all States to support the Treaty.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf8")
    actum("init", "w", cwd=tmp_path)
    actum("add", "a.txt", "--workspace", "w", cwd=tmp_path)
    actum("build", "--workspace", "w", cwd=tmp_path)
    done = ledger(tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "No positions are read from texts in en yet" in done.stderr
