"""Tables keep every attribute, and the text as it is."""

from __future__ import annotations

from tests.export.making_pictures import said
from tests.export.test_models import rows_of
from tests.regime.making_maps import map_of

from actum.export.csv_tables import csv_tables
from actum.registry.load import load


def test_the_tables_join() -> None:
    files = csv_tables(said(), load(), {"events": (("id", "quote"), [{"id": "=1+1", "quote": None}])})
    assert list(files) == ["concepts.csv", "edges.csv", "claims.csv", "events.csv"]
    concepts = {row[0] for row in rows_of(files["concepts.csv"])[1:]}
    edges = rows_of(files["edges.csv"])[1:]
    claims = rows_of(files["claims.csv"])
    ids = {row[0] for row in claims[1:]}
    assert {name for row in edges for name in row[:2]} <= concepts
    assert {one for row in edges for cell in row[6:9] for one in cell.split()} <= ids
    assert len(claims) - 1 == sum(len(cell.split()) for row in edges for cell in row[6:9]) + len(said().self_claims)


def test_up_down_and_open_stand_side_by_side() -> None:
    rows = rows_of(csv_tables(said(), load(), {})["edges.csv"])
    found = {tuple(row[:2]): row[2:6] for row in rows[1:]}
    assert found["strategic-stability", "peace"] == ["1", "1", "0", "2"]
    assert found["inf-treaty", "arms-race"] == ["0", "2", "0", "2"]
    assert found["peace", "npt"] == ["0", "0", "1", "1"]


def test_cells_that_look_like_formulas_stay_as_they_are() -> None:
    files = csv_tables(map_of("w1: unknown:=SUM(A1) -> unknown:@x"), load(), {"ledger": (("id",), [{"id": "-1"}])})
    assert rows_of(files["concepts.csv"])[1][0] == "unknown:=SUM(A1)"
    assert rows_of(files["ledger.csv"])[1] == ["-1"]


def test_each_row_has_each_column_and_the_bytes_are_the_same() -> None:
    files = csv_tables(said(), load(), {})
    for data in files.values():
        assert len({len(row) for row in rows_of(data)}) == 1
    assert files == csv_tables(said(), load(), {})
