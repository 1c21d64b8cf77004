"""What holds of the ledger of any texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.regime.ledger_cases import TITLE, entries, events, read

from actum.model.entry import LEDGER_KINDS, LedgerEntry
from actum.model.read_work import ReadWork
from actum.regime.days import has_come, is_after
from actum.regime.ledger.filter import LedgerAsked, entries_asked
from actum.regime.ledger.ledger import latest_day, ledger
from actum.registry.load import load

SAMPLE = Path(__file__).parents[2] / "examples" / "strategic-stability"
# In simplified and in traditional script with residue, so that places differ from those of the readable text.
SAID = tuple(
    dict.fromkeys(
        sentence + "。"
        for file in ("002_8bd62bbf1b58aa2c.txt", "000_ce5b93ffd40c2717.txt")
        for line in (SAMPLE / file).read_text(encoding="utf8").splitlines()
        for sentence in line.strip().split("。")
        if 15 < len(sentence) < 160
    )
)
POOL = (
    *SAID,
    "双方将继续全力推动《全面禁止核试验条约》早日生效。",
    "双方同意在2025年底前完成谈判，并在上海合作组织框架内加强协作。",
    "双方敦促美国根据《不扩散核武器条约》履行义务。双方愿推动2026年审议大会取得成功。",
    "双方商定：\n——加强合作，到2030年完成有关项目；\n——支持《禁止化学武器公约》。",
)
DAYS = (
    "",
    "XXXX-06-05",
    "2016-06-25",
    "2019-06-05",
    "2019-06",
    "2024",
    "2025-05-07/2025-05-10",
    "2025-05-08",
    "2027-01-01",
)
made_works = st.lists(
    st.tuples(st.sampled_from(DAYS), st.lists(st.sampled_from(POOL), min_size=1, max_size=6), st.booleans()),
    min_size=1,
    max_size=4,
)
asks = st.builds(
    LedgerAsked,
    holder=st.sampled_from((None, "CHN", "rus", "FRA")),
    addressee=st.sampled_from((None, None, "usa", "国家")),
    about=st.sampled_from((None, None, "npt", "ctbt", "cwc", "strategic-stability")),
    kind=st.sampled_from((None, *LEDGER_KINDS)),
    act=st.sampled_from((None, None, "undertake", "call-on")),
    due_before=st.sampled_from((None, None, "2026-01-01", "2031")),
    veiled=st.booleans(),
    open=st.booleans(),
)
slow = settings(max_examples=20, deadline=None)


def works(made: Sequence[tuple[str, list[str], bool]]) -> list[ReadWork]:
    return [
        read("\n".join(lines), day, title=TITLE, complete=whole, name=f"{day or 'undated'}-{at}".replace("/", "-"))
        for at, (day, lines, whole) in enumerate(made)
    ]


def checked(entry: LedgerEntry, texts: dict[str, str]) -> None:
    own = texts[entry.work]
    parts = [entry.sentence, entry.cue, *([entry.matter] if entry.matter else [])]
    parts += [one.part for one in (*entry.forum, *entry.basis)]
    parts += [one.part for one in entry.addressee] + [one.part for one in entry.due]
    for part in parts:
        part.check(own)
    for saying in (*entry.said_in, entry.first, entry.last):
        saying.sentence.check(texts[saying.work])
    for line in entry.beside:
        if line.part is not None:
            line.part.check(texts[line.work])


@slow
@given(made_works)
def test_every_quote_holds_in_its_own_text(made: list[tuple[str, list[str], bool]]) -> None:
    read_all = works(made)
    texts = {one.work: one.text for one in read_all}
    for entry in entries(read_all):
        checked(entry, texts)


@slow
@given(made_works)
def test_the_order_is_by_date_work_and_place(made: list[tuple[str, list[str], bool]]) -> None:
    read_all = works(made)
    found = entries(read_all)
    assert found == entries(read_all[::-1])
    dated = [one for one in found if one.date[:4].isdigit()]
    assert found[: len(dated)] == tuple(dated)
    assert dated == sorted(dated, key=lambda one: (one.date, one.work, one.cue, one.act, one.id))
    assert len({(one.work, one.id) for one in found}) == len(found)


@slow
@given(made_works, asks, asks)
def test_filters_commute(made: list[tuple[str, list[str], bool]], one: LedgerAsked, other: LedgerAsked) -> None:
    every = entries(works(made))
    both = entries_asked(entries_asked(every, one), other)
    assert both == entries_asked(entries_asked(every, other), one)
    # each question by itself, whatever their order, gives what all of them at once do; a veil belongs to its addressee
    alone = every
    for field in fields(one):
        if field.name not in {"addressee", "veiled"}:
            alone = entries_asked(alone, LedgerAsked(**{field.name: getattr(one, field.name)}))
    assert entries_asked(alone, LedgerAsked(addressee=one.addressee, veiled=one.veiled)) == entries_asked(every, one)


@slow
@given(made_works, st.lists(st.sampled_from(POOL), min_size=1, max_size=6))
def test_a_later_work_removes_no_entry(made: list[tuple[str, list[str], bool]], lines: list[str]) -> None:
    before = works(made)
    more = [*before, read("\n".join(lines), "2029-01-01", name="later")]
    ids = {(one.work, one.id) for one in entries(before)}
    assert ids <= {(one.work, one.id) for one in entries(more)}
    # what was said after a day changes nothing that was so on that day
    day = max(latest_day(before, events()), "2026-01-01")
    if day < "2029-01-01":
        assert entries(before, day) == entries(more, day)


@slow
@given(made_works)
def test_what_stands_beside_is_later_and_what_closes_says_so(made: list[tuple[str, list[str], bool]]) -> None:
    read_all = works(made)
    complete = {one.work: one.complete for one in read_all}
    day = latest_day(read_all, events())
    for entry in entries(read_all):
        assert entry.open == (not entry.closed_because)
        told = {line.event.id for line in entry.beside if line.event}
        assert {one.id for one in (*entry.answered_by, *entry.overtaken_by)} <= told
        for line in entry.beside:
            assert is_after(line.date, entry.date)
            assert has_come(line.date, day)
            assert line.kind != "silent" or complete[line.work]


@slow
@given(made_works)
def test_to_say_again_goes_both_ways(made: list[tuple[str, list[str], bool]]) -> None:
    found = entries(works(made))
    pairs = {(one.work, one.id, other.work, other.entry) for one in found for other in one.said_in}
    assert pairs == {(b, d, a, c) for a, c, b, d in pairs}
    assert all(one != other for one, _, other, _ in pairs)


@slow
@given(made_works)
def test_more_is_known_later(made: list[tuple[str, list[str], bool]]) -> None:
    """Nothing that was closed opens again as time goes by, while no work is added."""
    read_all = [one for one in works(made) if is_after("2020-01-01", one.date)]
    closed: set[tuple[str, str]] = set()
    for day in ("2020-01-01", "2023-12-31", "2025-12-31", "2027-01-01", "2035-01-01"):
        now = ledger(read_all, events(), registry=load(), as_of=day)
        shut = {(one.work, one.id) for one in now if not one.open}
        assert closed <= shut
        closed = shut


def test_asking_nothing_gives_all() -> None:
    every = entries(works([("2019-06-05", list(POOL[:8]), True)]))
    assert every
    assert entries_asked(every, LedgerAsked()) == every
    assert entries_asked(every, replace(LedgerAsked(), holder="XXX")) == ()
