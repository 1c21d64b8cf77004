"""Which entries of a ledger a person asked for.

Takes       entries, and what is asked of them.
Gives       the entries that answer all of it, in their order; so the order in which it is asked does not matter.
Method      each question is one small test of one entry.
Leaves out  layout; why nothing answered, which the workflow tells.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from actum.model.entry import Addressed, LedgerEntry
from actum.regime.days import first_day, last_day
from actum.text.fold import fold


@dataclass(frozen=True, slots=True)
class LedgerAsked:
    """What is asked; None and False ask nothing.

    `addressee` is an id or words. `veiled` asks for those who are meant and not named: with `addressee`, beside it;
    alone, only these. `due_before` is an EDTF date: only what surely falls due before its first day.
    """

    holder: str | None = None
    addressee: str | None = None
    about: str | None = None
    kind: str | None = None
    act: str | None = None
    work: str | None = None
    due_before: str | None = None
    veiled: bool = False
    open: bool = False


def entries_asked(entries: Iterable[LedgerEntry], asked: LedgerAsked) -> tuple[LedgerEntry, ...]:
    """The entries that answer all that is asked, in their order."""
    return tuple(one for one in entries if _answers(one, asked))


def hidden_by_veil(entries: Iterable[LedgerEntry], asked: LedgerAsked) -> int:
    """How many more entries would answer if those were asked for, too, who are meant and not named."""
    if asked.addressee is None or asked.veiled:
        return 0
    every = tuple(entries)
    return len(entries_asked(every, replace(asked, veiled=True))) - len(entries_asked(every, asked))


def _answers(entry: LedgerEntry, asked: LedgerAsked) -> bool:
    return (
        (asked.holder is None or asked.holder.upper() in entry.holder)
        and (asked.kind is None or entry.kind == asked.kind)
        and (asked.act is None or entry.act == asked.act)
        and (asked.work is None or asked.work in entry.work)
        and (asked.about is None or is_about(entry, asked.about.lower()))
        and _is_addressed(entry, asked)
        and (asked.due_before is None or _is_due_before(entry, asked.due_before))
        and (entry.open or not asked.open)
    )


def is_about(entry: LedgerEntry, slug: str) -> bool:
    """Whether an entry is about a thing: by its matter, its addressees, its forum, its basis or when it is due.

    What is part of the thing, held under it, or party to it counts as about it.
    """
    resting = (one.id for one in (*entry.forum, *entry.basis))
    return slug in {*entry.about, *entry.subjects, *resting}


def _is_addressed(entry: LedgerEntry, asked: LedgerAsked) -> bool:
    if asked.addressee is None:
        return not asked.veiled or any(one.veiled for one in entry.addressee)
    return any((one.veiled and asked.veiled) or _is(one, asked.addressee) for one in entry.addressee)


def _is(one: Addressed, asked: str) -> bool:
    """Whether somebody is asked for by id, or by words; a veiled one by nobody's id or name but its own words."""
    return one.id == asked.lower() or fold(asked).text in fold(one.part.text).text


def _is_due_before(entry: LedgerEntry, day: str) -> bool:
    dates = [last_day(one.edtf) for one in entry.due] + [last_day(one.date) for one in entry.answered_by]
    return any(one and one < first_day(day) for one in dates)
