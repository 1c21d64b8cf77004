"""Statements for Discourse Network Analyzer."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.export.test_models import rows_of
from tests.regime.making_networks import leaning

from actum.export.dna import LIMIT, Document, dna, utf16
from actum.text.span import Part, Span

TEXT = "𠀀中方支持条约。"


@given(st.text(max_size=30), st.data())
def test_offsets_are_those_of_utf16(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert utf16(text, offset) == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def test_a_statement_has_its_place_in_utf16() -> None:
    said = replace(leaning("CHN+RUS", "npt", "for"), part=Part.cut(TEXT, Span(3, 5)))
    head, row = rows_of(dna([said], {"w1": Document("题", TEXT)}), ";")
    found = dict(zip(head, row, strict=True))
    assert (found["start"], found["stop"], found["text"]) == ("4", "6", "支持")
    assert (found["organization"], found["concept"], found["agreement"]) == ("CHN+RUS", "npt", "1")
    assert found["time"] == "2019-06-05 00:00:00"


def test_only_those_who_take_a_side_state_it() -> None:
    said = [leaning("CHN", concept, side) for concept, side in (("a", "neither"), ("b", "open"), ("c", "against"))]  # type: ignore[arg-type] # sides
    rows = rows_of(dna(said, {"w1": Document("题", TEXT)}), ";")[1:]
    assert [(row[10], row[11]) for row in rows] == [("c", "0")]


def test_a_vote_states_it_once_in_all_languages() -> None:
    vote = replace(leaning("CHN", "ctbt", "for", work="zh"), sentence=None, counted_as="A/RES/80/70")
    both = [vote, replace(vote, work="ru")]
    assert len(rows_of(dna(both, {"zh": Document("题", ""), "ru": Document("т", "")}), ";")) == 2


def test_who_sponsors_a_text_and_votes_for_it_states_it_once() -> None:
    sponsor = replace(leaning("CHN", "ctbt", "for"), sentence=None, basis="sponsor", says="sponsor", counted_as="A/1")
    vote = replace(sponsor, basis="vote", says="yes")
    other = replace(sponsor, voice=("RUS",))
    rows = rows_of(dna([sponsor, vote, other], {"w1": Document("题", "")}), ";")[1:]
    assert [(row[9], row[7], row[15]) for row in rows] == [
        ("CHN", "vote", "yes, sponsor"),
        ("RUS", "sponsor", "sponsor"),
    ]
    abstains = replace(vote, says="abstain", side="neither")
    assert len(rows_of(dna([sponsor, abstains], {"w1": Document("题", "")}), ";")) == 1


def test_long_values_are_cut_and_what_mark_up_says_has_no_place() -> None:
    said = replace(leaning("CHN", "unknown:" + "长" * 300, "for"), sentence=None, date="")
    row = rows_of(dna([said], {"w1": Document("题" * 300, TEXT)}), ";")[1]
    assert len(row[3]) == len(row[10]) == LIMIT
    assert row[12:14] == ["", ""]
    assert row[1] == ""
