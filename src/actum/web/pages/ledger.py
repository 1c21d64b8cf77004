"""The ledger: what was undertaken, demanded and laid down, its due, and what stands beside it since.

Takes       what is asked: `kind`, `holder`, `addressee`, `about`, `act`, `work`, `state`, `veiled`, `as-of`,
            `due-before`; `sort`, `group` and `from`.
Gives       PAGE; `drawn`, the rows that answer, as `actum ledger` prints them.
Leaves out  any verdict: nothing is said to be kept or broken.
"""

from __future__ import annotations

from collections.abc import Mapping

from actum.errors import DataFault
from actum.regime.ledger_filter import LedgerAsked
from actum.registry.edtf import days
from actum.store.files import Row
from actum.web.acts import shape, side
from actum.web.kept import kept
from actum.web.page import Asked, Context, Page
from actum.web.pages.positions import STATIC_SIZE, called, kept_query, page_start
from actum.web.tables import Values, choices, grouped, numbers, ordered
from actum.workflow.ledger import Drawn, ledger_rows

SIZE = 150
"""Rows on one page of the server: rows of the ledger are long, 2026-11-26."""
KEYS: Mapping[str, Values] = {
    "kind": lambda row: (row["kind"],),
    "holder": lambda row: row["holder"],
    "addressee": lambda row: [one["id"] or one["text"].replace(" ", "") for one in row["addressee"]],
    "about": lambda row: list(dict.fromkeys((*row["about"], *row["subjects"], *_resting(row)))),
    "act": lambda row: (row["act"],),
    "work": lambda row: (row["work"],),
    "state": lambda row: ("open" if row["open"] else "closed",),
}
"""What a reader can filter, sort and group by, in the order of the form."""


def _resting(row: Row) -> list[str]:
    return [one["id"] for one in (*row["forum"], *row["basis"])]


def drawn(asked: Asked) -> Drawn:
    """The entries that answer. Raises DataFault where a date is none."""
    if not asked.build.name:
        return Drawn([], "", ())
    questions = {name: asked.one(name) or None for name in ("holder", "addressee", "about", "kind", "act", "work")}
    due = asked.one("due-before") or None
    wanted = LedgerAsked(
        **questions, due_before=due, veiled=bool(asked.one("veiled")), open=asked.one("state") == "open"
    )
    as_of = asked.one("as-of")
    for given in (due, as_of):
        if given:
            days(given)
    made = kept(asked, ("ledger", wanted, as_of), lambda: ledger_rows(asked.workspace, wanted, as_of=as_of))
    if asked.one("state") == "closed":
        return Drawn([row for row in made.rows if not row["open"]], made.as_of, made.notes)
    return made


def rows(asked: Asked) -> list[Row]:
    """The entries that answer, as rows. Raises DataFault where a date is none."""
    return drawn(asked).rows


def context(asked: Asked) -> Context:
    """One page of the entries that answer, in groups, with what can be asked; what is wrong with a date is told."""
    wrong = ""
    try:
        made = drawn(asked)
    except DataFault as fault:
        made, wrong = Drawn([], "", ()), str(fault)
    everything = kept(asked, ("ledger", LedgerAsked(), ""), lambda: _whole(asked))

    def named(key: str, value: str) -> str:
        return asked.t.either(f"ledger.{key}-{value}", value) if key in {"kind", "state"} else called(asked, key, value)

    listed = choices(everything.rows, KEYS, named)
    sort, group = asked.one("sort"), asked.one("group")
    found = ordered(made.rows, KEYS.get(sort), lambda value: named(sort, value))
    size = STATIC_SIZE if asked.link.static_site else SIZE
    first = page_start(asked, len(found), size)
    return {
        "groups": grouped(found[first : first + size], KEYS.get(group), lambda value: named(group, value)),
        "keys": KEYS,
        "choices": listed,
        "numbers": numbers(listed),
        "total": len(everything.rows),
        "found": len(found),
        "first": first,
        "last": min(first + size, len(found)),
        "size": size,
        "as_of": made.as_of,
        "latest": everything.as_of,
        "notes": made.notes,
        "wrong": wrong,
        "query": kept_query(asked),
        "works": {row["work"]: row for row in asked.build.works},
        "since": since,
        "side": side,
        "shape": shape,
    }


def _whole(asked: Asked) -> Drawn:
    return ledger_rows(asked.workspace, LedgerAsked()) if asked.build.name else Drawn([], "", ())


def since(row: Row) -> list[tuple[str, list[Row]]]:
    """What stands beside an entry, by kind: `event`, `said-again`, `named`, `silent`, `unknown`."""
    found: dict[str, list[Row]] = {}
    closing = {event["id"] for event in (*row["answered_by"], *row["overtaken_by"])}
    for one in row["beside"]:
        if one["event"] is None or one["event"]["id"] not in closing:
            found.setdefault(one["kind"], []).append(one)
    return list(found.items())


PAGE = Page("ledger", "ledger", context)
