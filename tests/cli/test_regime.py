"""`actum regime`: with and without a workspace, asked well and badly."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.cli.running import actum

from actum.store.row_keys import ROW_KEYS
from actum.store.workspace import Workspace
from actum.workflow.add import add
from actum.workflow.build import build

SAMPLE = Path(__file__).parents[2] / "examples" / "strategic-stability"
OWN = """
- slug: sea-treaty
  kind: treaty
  sure: A
  source: a book
  parties: [CHN, RUS]
  names: [{zh: 海约, form: short, source: a page}, {en: Sea Treaty, form: short, source: a page}]
  events:
    - {type: withdrawal, date: 2015-01-01, effective: 2016-01-01, parties: [RUS], source: a book}
    - {type: in-force, date: 2011, source: a book}
    - {type: signed, date: 2010-05-05, source: a page, sure: C}
- slug: inf-treaty
  extends: true
  events:
    - {type: amended, date: 1990-01-01, source: a book, sure: A}
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    workspace = Workspace.create(tmp_path_factory.mktemp("regime") / "w")
    (workspace.root / "registry").mkdir(exist_ok=True)
    (workspace.root / "registry" / "mine.yaml").write_text(OWN, encoding="utf8")
    add(workspace, sorted(SAMPLE.glob("002*.txt")))
    build(workspace)
    return workspace.root


def rows(*words: object, cwd: Path) -> list[dict[str, Any]]:
    done = actum("regime", *words, "--format", "jsonl", cwd=cwd)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_example_of_the_issue(tmp_path: Path) -> None:
    (row,) = rows("inf-treaty", "--as-of", "2019-06-05", cwd=tmp_path)
    assert tuple(row) == ROW_KEYS["regime"]
    assert row["state"] == "in force, notice of withdrawal given, suspended by RUS and USA"
    assert [(one["type"], one["parties"]) for one in row["proved_by"]] == [
        ("in-force", []), ("suspended", ["RUS"]), ("suspended", ["USA"]), ("notice", ["USA"]), ("suspended", ["RUS"]),
    ]  # fmt: skip
    assert row["unverified"]
    assert (row["as_of"], row["known_on"], row["according_to"]) == ("2019-06-05", "2019-06-05", ["*"])


@pytest.mark.parametrize("name", ["《中导条约》", "INF Treaty", "ДРСМД", "中導條約", "inf-treaty", "INF-TREATY"])
def test_names_in_any_language(name: str, tmp_path: Path) -> None:
    assert [row["instrument"] for row in rows(name, "--as-of", "2000", cwd=tmp_path)] == ["inf-treaty"]


def test_names_and_dates_in_the_order_typed(tmp_path: Path) -> None:
    found = rows("npt", "ctbt", "--as-of", "2000", "--as-of", "1980-01-01", cwd=tmp_path)
    assert [(row["instrument"], row["as_of"], row["state"]) for row in found] == [
        ("npt", "2000", "in force"), ("npt", "1980-01-01", "in force"),
        ("ctbt", "2000", "not in force"), ("ctbt", "1980-01-01", "unknown"),
    ]  # fmt: skip


def test_one_title_two_treaties(tmp_path: Path) -> None:
    title = "《中华人民共和国政府和俄罗斯联邦政府关于促进和相互保护投资的协定》"
    for as_of, slug in (("2012", "cn-ru-investment-treaty-2006"), ("2026", "cn-ru-investment-treaty-2025")):
        assert [row["instrument"] for row in rows(title, "--as-of", as_of, cwd=tmp_path)] == [slug]


def test_by_whose_telling(tmp_path: Path) -> None:
    for who in ("CHN", "chn", "中国", "China"):
        (row,) = rows("unsc-resolution-2231", "--as-of", "2026-03-01", "--according-to", who, cwd=tmp_path)
        assert (row["state"], row["since"], row["told_by"]) == ("terminated", "2025-10-18", ["CHN"])
        assert [one["who"] for one in row["contested"]] == [["DEU", "FRA", "GBR"]]


def test_who_said_nothing_of_an_end_that_others_tell_is_not_known(tmp_path: Path) -> None:
    (row,) = rows("unsc-resolution-2231", "--as-of", "2025-10-20", "--according-to", "USA", cwd=tmp_path)
    assert (row["state"], row["told_by"], len(row["contested"])) == ("unknown", [], 2)


def test_without_a_name_the_registry_or_what_the_works_name(tmp_path: Path, sample: Path) -> None:
    every = {row["instrument"] for row in rows("--as-of", "2020", cwd=tmp_path)}
    named = {row["instrument"] for row in rows("--as-of", "2020", cwd=sample)}
    assert {"inf-treaty", "paris-agreement"} <= every
    assert {"inf-treaty", "ctbt", "ppwt-draft"} <= named
    assert "paris-agreement" not in named


def test_what_the_work_asserts_stands_beside(sample: Path) -> None:
    (row,) = rows("new-start", "--as-of", "2019-06-05", cwd=sample)
    (told,) = row["said"]
    assert (told["type"], told["until"], told["according_to"]) == ("expiry-due", "2021-02", ["CHN", "RUS"])
    assert told["quote"]["text"].startswith("将于2021年2月到期的《俄美")
    assert (row["state"], row["contested"]) == ("in force", [])


def test_a_workspaces_own_rows_count(sample: Path) -> None:
    states = {"2010-06": "signed, not in force", "2012": "in force", "2015-06": "in force, notice of withdrawal given"}
    for as_of, state in {**states, "2016-01-01": "terminated"}.items():
        (row,) = rows("海约", "--as-of", as_of, cwd=sample)
        assert row["state"] == state
        assert row["unverified"] == (as_of == "2010-06")
    (row,) = rows("inf-treaty", "--as-of", "1991", cwd=sample)
    assert "amended" in [one["type"] for one in row["events"]]


def test_a_table_shows_marks_sides_and_quotes(sample: Path) -> None:
    told = actum("regime", "inf-treaty", "--as-of", "2019-06-05", cwd=sample).stdout
    assert "in force, notice of withdrawal given" in told
    assert "unverified" in told
    assert "美国决定退出《苏美关于消除中程和中短程导弹条约》" in told.replace("\n", "")
    told = actum("regime", "new-start", "--as-of", "2025-05-08", cwd=sample).stdout
    assert "by the telling of" in told


def test_without_a_day_it_is_of_today_and_says_so(tmp_path: Path) -> None:
    today = datetime.now(UTC).date().isoformat()
    assert f"As of {today}, today." in actum("regime", "npt", cwd=tmp_path).stderr
    assert "today" not in actum("regime", "npt", "--as-of", "2020", cwd=tmp_path).stderr


def test_the_future_is_not_known(tmp_path: Path) -> None:
    (row,) = rows("npt", "--as-of", "2999-01-01", cwd=tmp_path)
    assert any("is not known here" in line for line in row["caveats"])


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("no-such-thing",), "nothing in the register is called"),
        (("条约",), "is part of several names"),
        (("npt", "--as-of", "2019-02-30"), "is not an EDTF date"),
        (("npt", "--known-on", "soon"), "is not an EDTF date"),
        (("npt", "--according-to", "nobody"), "no state or body of the registry"),
        (("usa",), "nothing in the register is called"),
    ],
)
def test_wrong_use(words: tuple[str, ...], says: str, tmp_path: Path) -> None:
    done = actum("regime", *words, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
