"""The ledger: marked cases, and what must hold of every ledger."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.regime.ledger_cases import Case, cases, entries, events, read, telling

from actum.model.entry import LedgerEntry
from actum.model.register import RegisterEvent
from actum.regime.ledger.ledger import ledger
from actum.registry.load import load

ALL = list(cases())


@pytest.mark.parametrize("case", ALL, ids=[f"{one.line}: {one.shows}" for one in ALL])
def test_marked(case: Case) -> None:
    found = entries(case.read(), case.as_of)
    assert case.wanted
    for wanted in case.wanted:
        entry = next(
            (
                one
                for one in found
                if one.date == wanted.date
                and one.cue.text == wanted.cue
                and (one.matter.text if one.matter else "").startswith(wanted.opens)
            ),
            None,
        )
        assert entry is not None, f"line {wanted.line}: no such entry among {[_short(one) for one in found]}"
        assert entry.kind == wanted.kind, f"line {wanted.line}"
        said = telling(entry)
        for key in dict.fromkeys(line.partition(" ")[0] for line in wanted.told):
            lines = [rest for word, _, rest in (line.partition(" ") for line in wanted.told) if word == key]
            assert said.get(key, []) == [one for one in lines if one != "-"], f"line {wanted.line}: {key}"


def _short(entry: LedgerEntry) -> str:
    return f"{entry.date} {entry.cue.text} {entry.matter.text[:8] if entry.matter else '-'}"


def test_an_entry_counts_once_however_often_its_text_repeats_it() -> None:
    line = "双方呼吁国际社会秉持人道、中立、公正、独立的原则开展援助，确保受影响人员的基本权利得到保障。"
    other = "双方将加强合作，共同应对各领域的挑战和威胁，维护地区的和平稳定。"
    found = entries([read(f"{line}\n{other}\n{line}\n{line}", "2019-06-05")])
    assert [one.act for one in found] == ["call-on", "undertake"]


def test_items_behind_a_colon_are_undertakings_of_their_own() -> None:
    text = "双方商定：\n——加强教育合作，在2030年前实现目标；\n——深化文化交流。\n双方将维护稳定。"
    found = entries([read(text, "2025-05-08")])
    items = [one for one in found if one.id.partition(".")[2]]
    assert [one.matter.text if one.matter else "" for one in items] == [
        "加强教育合作，在2030年前实现目标",
        "深化文化交流",
    ]
    assert [one.kind for one in items] == ["undertaking", "undertaking"]
    assert [due.edtf for due in items[0].due] == ["2030"]


def test_a_language_without_positions_has_no_entries() -> None:
    assert entries([read("The Parties call on all States to support the Treaty.", "2025-05-08", language="en")]) == ()


def test_no_works() -> None:
    assert entries([]) == ()


def test_with_a_day_works_without_one_may_be_left_out() -> None:
    works = [read("双方将加强合作。", ""), read("双方将加强合作。", "2030-01-01")]
    assert [one.date for one in entries(works, "2026-01-01", undated=False)] == []
    assert [one.date for one in entries(works, "2026-01-01")] == [""]
    assert [one.date for one in entries(works, "2030-01-01")] == ["2030-01-01", ""]


def test_what_was_known_later_was_not_known_before() -> None:
    works = [read("俄方将继续履行《全面禁止核试验条约》。", "2019-06-05")]
    late = [_known_on(one, "2024-03-01") for one in events()]
    (before,) = ledger(works, late, registry=load(), as_of="2024-02-01")
    (after,) = ledger(works, late, registry=load(), as_of="2024-03-01")
    assert before.open
    assert not after.open


def _known_on(event: RegisterEvent, day: str) -> RegisterEvent:
    return replace(event, known_on=day)
