from __future__ import annotations

from actum.model.alignment import Change, Row, Silence
from actum.model.division import Division
from actum.model.fact import Named, Position
from actum.store.alignment_rows import alignment_row, division_of, position_of, silence_row
from actum.store.fact_rows import Beside, division_row, position_row
from actum.store.row_keys import ROW_KEYS
from actum.text.span import Part

TEXT = "双方反对冷战思维。"
SENTENCE = Part(0, 9, TEXT)
CUE = Part(2, 4, "反对")


def test_rows_have_the_promised_keys() -> None:
    change = Change("act", CUE, None, "oppose/1", "")
    row = alignment_row(Row("reworded", (SENTENCE,), (SENTENCE,), 0.5, ("npt",), (change,), "best-match"))
    assert tuple(row) == ROW_KEYS["compare"]
    assert row["changes"][0] == {
        "kind": "act",
        "earlier": {"text": "反对", "start": 2, "end": 4},
        "later": None,
        "earlier_is": "oppose/1",
        "later_is": "",
    }
    assert tuple(silence_row(Silence("act", "oppose", "silent", (SENTENCE,), ()))) == ROW_KEYS["silence"]


def test_a_change_that_says_nothing_has_no_such_keys() -> None:
    row = alignment_row(Row("reworded", (SENTENCE,), (SENTENCE,), 0.5, (), (Change("wording", CUE, CUE),), "x"))
    assert set(row["changes"][0]) == {"kind", "earlier", "later"}


def test_divisions_and_positions_come_back() -> None:
    division = Division("p01.s1", "sentence", SENTENCE, "p01", None)
    assert division_of(division_row(division), TEXT) == division
    addressee = (Named(Part(0, 2, "双方"), "chn"),)
    told = {"addressee": addressee, "matter": None, "about": (), "made_by": "cue"}
    position = Position("p01.s1", SENTENCE, CUE, "oppose", 1, ("CHN",), holder_written=True, **told)  # type: ignore[arg-type]
    assert position_of(position_row(position, Beside("work", ("A",)))) == position
