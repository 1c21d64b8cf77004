from __future__ import annotations

from actum.store.files import Row
from actum.store.row_keys import ROW_KEYS
from actum.store.workspace import Workspace
from actum.workflow.formulations import dated_texts, formulation_rows, series_rows, track_rows
from actum.workflow.show import established_text


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
    rows = series_rows(sample, [*names, "2019-06-05"])
    assert {tuple(row) for row in rows} == {ROW_KEYS["series"]}
    assert {tuple(cell["date"] for cell in row["cells"]) for row in rows} == {tuple(names)}
    assert {cell["state"] for row in rows for cell in row["cells"]} == {"first", "new", "changed", "gone", "absent"}


def test_works_are_read_as_they_were_built(sample: Workspace) -> None:
    texts = dated_texts(sample)
    assert [one.side.complete for one in texts] == [True, False, True]
    assert all(one.side.positions and one.side.mentions and one.side.divisions for one in texts)
