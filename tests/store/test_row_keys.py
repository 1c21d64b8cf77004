"""Every row has every key that is promised, whatever there is to say."""

from __future__ import annotations

from actum.model.apparatus import Entry, Reading
from actum.model.doubt import Doubt, Parallel
from actum.model.edition import Edition
from actum.model.fact import Effect, Mention, Named, Position
from actum.model.work import Description, Work
from actum.store.fact_rows import Beside, effect_row, mention_row, position_row
from actum.store.row_keys import ROW_KEYS
from actum.store.rows import doubt_row, edition_of, edition_row, entry_row, work_row
from actum.text.span import Part, Span

PART = Part(0, 2, "反对")
PARALLELS = (Parallel("another", PART),)
BESIDE = Beside("work", ("A",))


def entry(**more: object) -> Entry:
    return Entry(Span(0, 2), "反对", "parallel", (Reading("反对", ("A",)),), "substantive", **more)  # type: ignore[arg-type]


def test_works_have_every_key() -> None:
    work = Work("work", Description("zh", "", None, "", None, "", None), ())
    assert tuple(work_row(work, doubts=[], paths={})) == ROW_KEYS["works"]


def test_entries_have_every_key_and_come_back() -> None:
    full, bare = entry(parallels=PARALLELS, says="why"), entry()
    for one in (full, bare):
        assert tuple(entry_row(one, work="work")) == ROW_KEYS["apparatus"]
    assert (entry_row(bare, work="")["parallels"], entry_row(bare, work="")["says"]) == ([], "")
    edition = Edition("反对", (full, bare), (("A", 1.0),), (("A", (Span(0, 2),)),))
    assert edition_of(edition_row(edition)) == edition


def test_doubts_have_every_key_but_copy_or_work() -> None:
    full = doubt_row(Doubt("negation", PART, "says", "rule", "不反对", PARALLELS), work="work")
    bare = doubt_row(Doubt("suspect", PART, "says", "rule"), copy="a.txt")
    assert tuple(full) == tuple(key for key in ROW_KEYS["doubts"] if key != "copy")
    assert tuple(bare) == tuple(key for key in ROW_KEYS["doubts"] if key != "work")
    assert (bare["proposal"], bare["parallels"]) == (None, [])


def test_facts_have_every_key() -> None:
    position = Position("p1", PART, PART, "oppose", 1, ("CHN",), True, (), None, (), "rule")  # noqa: FBT003 - the noun's own order
    effect = Effect("p1", PART, PART, "-", Named(PART), Named(PART), "rule")
    mention = Mention("p1", PART, PART, "risk", "arms-race", False, "rule")  # noqa: FBT003 - the noun's own order
    assert tuple(position_row(position, BESIDE)) == ROW_KEYS["positions"]
    assert tuple(effect_row(effect, BESIDE)) == ROW_KEYS["effects"]
    assert tuple(mention_row(mention, BESIDE)) == ROW_KEYS["mentions"]
