"""The ledger of a workspace: what its works undertake, demand and lay down, with what stands beside it.

Takes       a workspace with a build, what is asked, and the day as of which the ledger is drawn up.
Gives       rows as `actum ledger` prints them, and lines on what a reader must know beside them.
Method      works with their facts and the register → ledger → entries asked for → rows; each step one call.
Leaves out  the clock: today is what the caller says. Where it says neither a day nor today (pages and files that must
            be the same whenever they are made), the latest day that the works and the register know is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from actum.language.data import table
from actum.model.entry import LedgerEntry
from actum.model.read_work import ReadWork
from actum.regime.dates import past
from actum.regime.days import first_day, has_come
from actum.regime.ledger.filter import LedgerAsked, entries_asked, hidden_by_veil
from actum.regime.ledger.ledger import latest_day, ledger
from actum.regime.register.register import register_of
from actum.registry.load import Registry
from actum.store.entry_rows import ledger_row
from actum.store.fact_filter import Asked
from actum.store.files import Row
from actum.store.workspace import Workspace
from actum.text.fold import fold
from actum.workflow.read_works import read_works
from actum.workflow.registers import registry_of
from actum.workflow.show import fact_rows

_MARKS = "《》〈〉“”\"'「」 "
"""Marks that a person may type around a name; the registry's names have none."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A ledger as asked for: its rows, the day as of which it was drawn up, and lines to be read beside it."""

    rows: list[Row]
    as_of: str
    notes: tuple[str, ...]


def ledger_rows(workspace: Workspace, asked: LedgerAsked, *, as_of: str = "", today: str = "") -> Drawn:
    """The entries that answer, in order of date, work and place. Raises NotBuilt, and DataFault for no date.

    With `as_of`, works of a later day and works without a day are left out, and so is what happened later; without it
    the ledger is of `today`, and works without a day are in it.
    """
    works, registry = read_works(workspace), registry_of(workspace)
    events = [event for some in register_of(registry).events.values() for event in some]
    latest = latest_day(works, events)
    day = as_of or today or latest
    every = ledger(works, events, registry=registry, as_of=day, undated=not as_of)
    asked = _by_slug(asked, registry)
    found = entries_asked(every, asked)
    beside = {row["id"]: row for row in fact_rows(workspace, "positions", Asked())} if found else {}
    rows = [{**ledger_row(one), "as_of": day, **_beside(beside[one.position])} for one in found]
    notes = [*_why_none(every, works, asked)] if not found else []
    beyond = [f"The works and the register know of nothing after {latest}."] if latest and past(latest, day) else []
    left_out = _left_out(works, as_of or today, undated=not as_of)
    return Drawn(rows, day, (*beyond, *notes, *left_out, *_unread(works), *_behind_veils(every, asked)))


def _by_slug(asked: LedgerAsked, registry: Registry) -> LedgerAsked:
    """What is asked, by the slugs of rows that have just the names typed (美国, New START); else as it was typed."""
    about, addressee, holder = (_slug(words, registry) for words in (asked.about, asked.addressee, asked.holder))
    return replace(asked, about=about, addressee=addressee, holder=holder)


def _slug(words: str | None, registry: Registry) -> str | None:
    sought = fold(words.strip(_MARKS)).text if words else ""
    if not sought or registry.row(sought):
        return words
    slugs = sorted({row.slug for row in registry.rows if any(fold(name.text).text == sought for name in row.names)})
    return slugs[0] if len(slugs) == 1 else words


def _beside(position: Row) -> Row:
    """What stands beside the position that an entry is a view on."""
    return {key: position[key] for key in ("doubts", "judged")}


def _why_none(every: Sequence[LedgerEntry], works: Sequence[ReadWork], asked: LedgerAsked) -> Iterator[str]:
    """Lines on what was asked that no entry has at all, so that a slip of the pen is not read as silence."""
    if asked.work is not None and not any(asked.work in one.work for one in works):
        yield f"No work's id has “{asked.work}” in it; `actum works` lists them."
    if asked.holder is not None and not entries_asked(every, LedgerAsked(holder=asked.holder)):
        held = sorted({code for one in every for code in one.holder})
        yield f"Nobody here is “{asked.holder}”; those who hold entries: {', '.join(held) or 'none'}."
    if asked.about is not None and not entries_asked(every, LedgerAsked(about=asked.about)):
        yield f"No entry is about “{asked.about}”; `actum registry find` tells how a thing is called."
    if asked.addressee is not None and not entries_asked(every, LedgerAsked(addressee=asked.addressee)):
        named = sorted({to.id for one in every for to in one.addressee if to.id and not to.veiled})
        yield f"No entry is addressed to “{asked.addressee}” by name; those who are: {', '.join(named) or 'none'}."
        if about := len(entries_asked(every, LedgerAsked(about=asked.addressee))):
            yield f"{_counted(about)} about it: --about {asked.addressee} shows them."


def _left_out(works: Sequence[ReadWork], as_of: str, *, undated: bool) -> Iterator[str]:
    if as_of and not undated and (no_day := [one.work for one in works if not first_day(one.date)]):
        yield f"Left out, for they have no day: {'; '.join(no_day)}"
    if as_of and (later := [one.work for one in works if first_day(one.date) and not has_come(one.date, as_of)]):
        yield f"Left out, for they may be later than {as_of}: {'; '.join(later)}"


def _unread(works: Sequence[ReadWork]) -> Iterator[str]:
    """A line on the languages of which no positions are read, and so no ledger is drawn up."""
    languages = sorted({one.language for one in works if not table(one.language, "cues")})
    for language in languages:
        some = [one.work for one in works if one.language == language]
        yield (
            f"No positions are read from texts in {language or 'an unknown language'} yet, so the ledger has nothing "
            f"of: {'; '.join(some)}"
        )


def _behind_veils(every: Sequence[LedgerEntry], asked: LedgerAsked) -> Iterator[str]:
    if more := hidden_by_veil(every, asked):
        yield f"{_counted(more)} addressed to somebody who is meant and not named; --veiled shows them, too."


def _counted(number: int) -> str:
    """So many entries, with their verb."""
    return "1 entry is" if number == 1 else f"{number:,} entries are"
