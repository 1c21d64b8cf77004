"""Statuses as rows have every key that is promised, whatever there is to say."""

from __future__ import annotations

from tests.regime.registering import event, status

from actum.store.register_rows import event_row, status_row
from actum.store.row_keys import ROW_KEYS
from actum.text.span import Part

QUOTED = event("expired", "2001", according_to=("CHN",), work="w", division="p1", quote=Part(3, 5, "已经"), sure="C")


def test_a_status_has_every_key() -> None:
    for events in ([], [event("in-force", "2000-01-01"), QUOTED]):
        row = status_row(status(events, "2010-01-01"), name="海约")
        assert tuple(row) == ROW_KEYS["regime"]
    assert row["name"] == "海约"
    assert [one["type"] for one in row["said"]] == ["expired"]
    assert [one["who"] for one in row["contested"]] == [["CHN"]]


def test_an_event_of_the_registry_has_no_quote_and_is_said_by_all() -> None:
    row = event_row(event("in-force", "2000-01-01"))
    assert (row["quote"], row["work"], row["according_to"], row["known_on"]) == (None, "", ["*"], "2000-01-01")
    assert not row["unverified"]


def test_an_event_of_a_text_has_its_quote_and_its_mark() -> None:
    row = event_row(QUOTED)
    assert row["quote"] == {"text": "已经", "start": 3, "end": 5}
    assert (row["according_to"], row["sure"], row["unverified"]) == (["CHN"], "C", True)
