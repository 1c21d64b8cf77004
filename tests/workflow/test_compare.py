"""The sample's statements of 2019 and 2025 side by side."""

from __future__ import annotations

import pytest
from tests.align.marked import side
from tests.workflow.conftest import SAMPLE

from actum.align import align
from actum.errors import NoSuchWork, NotComparable
from actum.registry.load import load
from actum.store.workspace import Workspace
from actum.workflow.add import add
from actum.workflow.build import build
from actum.workflow.compare import compare_rows, side_of, silence_rows
from actum.workflow.show import established_text

A, B, CUT = "2019-06-05", "2025-05-08", "2025-05-07"


def quotes(row: dict[str, list[dict[str, str]]], at: str) -> str:
    return "".join(part["text"] for part in row[at])


def test_every_quote_is_where_it_says(sample: Workspace) -> None:
    texts = {"earlier": established_text(sample, A), "later": established_text(sample, B)}
    for row in compare_rows(sample, A, B):
        for at, text in texts.items():
            parts = row[at] + [change[at] for change in row["changes"] if change[at]]
            assert all(text[part["start"] : part["end"]] == part["text"] for part in parts)


def test_what_was_carried_over(sample: Workspace) -> None:
    rows = compare_rows(sample, A, B)
    (major,) = [row for row in rows if row["relation"] == "split"]
    assert "良好大国关系" in quotes(major, "earlier")
    assert [part["text"][:4] for part in major["later"]] == ["双方强调", "核武器国", "应通过平"]
    (change,) = [one for one in major["changes"] if one["later"] and one["later"]["text"] == "特殊"]
    assert (change["kind"], change["earlier"]["text"]) == ("modifier", "重要")
    (control,) = [row for row in rows if row["relation"] == "reworded" and "军备控制是" in quotes(row, "earlier")]
    acts = [(one["earlier_is"], one["later_is"]) for one in control["changes"] if one["kind"] == "act"]
    assert acts == [("state/1", "reaffirm/1")]


def test_what_was_dropped_and_added(sample: Workspace) -> None:
    rows = compare_rows(sample, A, B)
    dropped = "".join(quotes(row, "earlier") for row in rows if row["relation"] == "dropped")
    added = "".join(quotes(row, "later") for row in rows if row["relation"] == "added")
    assert all(words in dropped for words in ("全面禁止核试验条约", "中导条约", "伊核问题全面协议"))
    assert all(words in added for words in ("美国金穹", "三边安全伙伴关系", "生物军事活动"))


def test_fallen_silent_and_new(sample: Workspace) -> None:
    rows = silence_rows(sample, A, B)
    silent = {row["id"] for row in rows if row["standing"] == "silent"}
    new = {row["id"] for row in rows if row["standing"] == "new"}
    assert {"ctbt", "inf-treaty", "new-start", "abm-treaty", "jcpoa"} <= silent
    assert {"golden-dome", "aukus", "p5-statement-2022", "military-biological-activities"} <= new
    assert all(row["earlier"] for row in rows if row["standing"] == "silent")


def test_of_a_cut_text_nothing_is_said_to_be_gone(sample: Workspace) -> None:
    assert not side_of(sample, CUT).complete
    found = {row["relation"] for row in compare_rows(sample, B, CUT)}
    assert "unknown" in found
    assert "dropped" not in found
    assert not [row for row in silence_rows(sample, B, CUT) if row["standing"] == "silent"]
    assert "added" not in {row["relation"] for row in compare_rows(sample, CUT, B)}


def test_a_text_with_itself(sample: Workspace) -> None:
    text = side_of(sample, A)
    rows = align(text, text, registry=load()).rows
    assert {row.relation for row in rows} == {"kept"}
    assert not any(row.changes for row in rows)


@pytest.mark.parametrize("again", [A, "002_8bd62bbf1b58aa2c.txt"])
def test_one_work_twice_is_refused(sample: Workspace, again: str) -> None:
    for lay in (compare_rows, silence_rows):
        with pytest.raises(NotComparable, match="are one work"):
            lay(sample, A, again)


def test_a_work_answers_to_the_file_of_its_copy(sample: Workspace) -> None:
    assert side_of(sample, "002_8bd62bbf1b58aa2c.txt") == side_of(sample, A)
    with pytest.raises(NoSuchWork):
        side_of(sample, "no such file.txt")


def test_two_languages_are_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("two")
    texts = {
        "en.txt": "Joint statement on strategic stability\nThe two sides reaffirm their commitment to the Treaty.\n",
        "zh.txt": "关于战略稳定的联合声明\n双方重申对条约的承诺，并将继续开展合作。\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text * 3, encoding="utf8")
    workspace = Workspace.create(folder / "w")
    add(workspace, [folder / name for name in texts])
    build(workspace)
    with pytest.raises(NotComparable):
        compare_rows(workspace, "en.txt", "zh.txt")


def test_script_and_residue_are_no_change() -> None:
    """Two copies of one statement as found, pages and all: one in traditional script with pinyin residue."""
    traditional, simplified = (
        side((SAMPLE / name).read_text(encoding="utf8"))
        for name in ("000_ce5b93ffd40c2717.txt", "001_6cd2ad550c10f9ed.txt")
    )
    found = [row.relation for row in align(traditional, simplified, registry=load()).rows]
    assert found.count("kept") > 50
    assert not {"reworded", "split", "merged", "moved"} & set(found)
