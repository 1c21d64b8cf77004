from __future__ import annotations

import pytest

from actum.errors import NotComparable
from actum.store.files import Row
from actum.store.row_keys import ROW_KEYS
from actum.store.workspace import Workspace
from actum.workflow.add import add
from actum.workflow.build import build
from actum.workflow.formulations import dated_texts, formulation_rows, series_rows, track_rows, undated_rows
from actum.workflow.show import established_text, find_work


def holds(workspace: Workspace, work: str, part: Row) -> bool:
    return bool(established_text(workspace, work)[part["start"] : part["end"]] == part["text"])


def test_formulations_have_their_keys_and_quote_the_established_text(sample: Workspace) -> None:
    rows = formulation_rows(sample, limit=20)
    assert len(rows) == 20
    assert {tuple(row) for row in rows} == {ROW_KEYS["formulations"]}
    assert rows == sorted(rows, key=lambda row: -row["telling"]["score"])
    for row in rows:
        places = [*row["trail"], *(place for variant in row["variants"] for place in variant["trail"])]
        assert all(holds(sample, place["work"], place["part"]) for place in places)
        assert all(holds(sample, place["work"], place["sentence"]) for place in places)
        assert row["wording"] == row["trail"][0]["part"]["text"]


def test_a_wording_of_all_three_statements(sample: Workspace) -> None:
    (row,) = (row for row in formulation_rows(sample, limit=5) if "冷战思维" in row["wording"])
    assert (row["works"], row["first"], row["last"], row["holder"]) == (3, "2019-06-05", "2025-05-08", ["CHN", "RUS"])


def test_track_tells_the_variant_and_what_cannot_be_known(sample: Workspace) -> None:
    rows = track_rows(sample, "绝对安全")
    assert {tuple(row) for row in rows} == {ROW_KEYS["track"]}
    assert [row["standing"] for row in rows] == ["same", "unknown", "variant"]
    assert rows[1]["part"] is None
    assert rows[2]["differences"] == [{"asked": "", "found": "战略"}]


def test_series_of_the_works_named(sample: Workspace) -> None:
    names = ["2019-06-05", "2025-05-08"]
    rows = series_rows(sample, names)
    assert {tuple(row) for row in rows} == {ROW_KEYS["series"]}
    assert {tuple(cell["date"] for cell in row["cells"]) for row in rows} == {tuple(names)}
    assert {cell["state"] for row in rows for cell in row["cells"]} == {"first", "new", "changed", "gone", "absent"}


def test_one_work_twice_is_refused(sample: Workspace) -> None:
    with pytest.raises(NotComparable, match="are one work"):
        series_rows(sample, ["2019-06-05", "2025-05-08", "002_8bd62bbf1b58aa2c.txt"])


@pytest.fixture(scope="module")
def undated(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Two works that tell no day, and one that does."""
    folder = tmp_path_factory.mktemp("undated")
    treaty, fish = "双方重申遵守《不扩散核武器条约》规定的各项义务。", "双方将扩大远洋渔业捕捞配额方面的合作。"
    rail, space = "双方商定改造边境铁路口岸的换装设备。", "双方主张尽快谈判防止在外空放置武器的法律文书。"
    texts = {
        "a.txt": f"关于条约的联合声明\n{treaty}\n{rail}\n",
        "b.txt": f"关于渔业的联合声明\n{treaty}\n{fish}\n{space}\n",
        "c.txt": f"关于铁路的联合声明\n（2001年3月4日）\n{rail}\n{space}\n",
    }
    for name, words in texts.items():
        (folder / name).write_text(words, encoding="utf8")
    workspace = Workspace.create(folder / "w")
    add(workspace, [folder / name for name in texts])
    build(workspace)
    return workspace


@pytest.mark.parametrize("names", [["a.txt", "b.txt"], ["b.txt", "a.txt"], ["b.txt", "c.txt", "a.txt"]])
def test_undated_works_stand_in_the_order_typed(undated: Workspace, names: list[str]) -> None:
    typed = [find_work(undated, name)["work"] for name in names]
    assert {tuple(cell["work"] for cell in row["cells"]) for row in series_rows(undated, names)} == {tuple(typed)}
    assert [row["work"] for row in undated_rows(undated, names)] == [one for one in typed if not one.startswith("2")]


def test_without_names_undated_works_are_left_out(undated: Workspace) -> None:
    rows = series_rows(undated)
    assert {tuple(cell["date"] for cell in row["cells"]) for row in rows} == {("2001-03-04",)}
    assert {row["title"] for row in undated_rows(undated)} == {"关于条约的联合声明", "关于渔业的联合声明"}


def test_works_are_read_as_they_were_built(sample: Workspace) -> None:
    texts = dated_texts(sample)
    assert [one.side.complete for one in texts] == [True, False, True]
    assert all(one.side.positions and one.side.mentions and one.side.divisions for one in texts)
