"""The ledger: what was undertaken, demanded and laid down, its due, and what stands beside it since.

Takes       what is asked: `kind`, `holder`, `addressee`, `about`, `act`, `work`, `state`, `veiled`, `as-of`,
            `due-before`; `sort`, `group` and `from`.
Gives       PAGE, PART_PAGE; `drawn`, the rows that answer, as `actum ledger` prints them.
Leaves out  any verdict: nothing is said to be kept or broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from actum.errors import DataFault
from actum.regime.ledger.filter import LedgerAsked
from actum.registry.edtf import days
from actum.store.files import Row
from actum.store.workspace import Workspace
from actum.web.acts import shape, side
from actum.web.kept import kept
from actum.web.page import Asked, Context, Page, Params
from actum.web.pages.positions import called, further_parts, kept_query, part_asked
from actum.web.tables import Values, choices, grouped, numbers, ordered
from actum.workflow.ledger import Drawn, ledger_rows
from actum.workflow.room import Snapshot

SIZE = 300
"""Rows on one page at most, 2026-11-26."""
ROW, LINE = 620, 140
"""Bytes of a row without its words and the ids of its work, and of a line on what stands beside it, 2026-11-26."""
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
    as_of = asked.one("as-of") or asked.today
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
    everything = whole(asked)

    def named(key: str, value: str) -> str:
        return asked.t.either(f"ledger.{key}-{value}", value) if key in {"kind", "state"} else called(asked, key, value)

    listed = choices(everything.rows, KEYS, named)
    sort, group = asked.one("sort"), asked.one("group")
    found = ordered(made.rows, KEYS.get(sort), lambda value: named(sort, value))
    known = _sizes(asked.build) if asked.link.static_site else {}
    part = part_asked(asked, [known.get(row["id"]) or row_size(row) for row in found], SIZE)
    return {
        "groups": grouped(found[part.first : part.last], KEYS.get(group), lambda value: named(group, value)),
        "keys": KEYS,
        "choices": listed,
        "numbers": numbers(listed),
        "total": len(everything.rows),
        "found": len(found),
        "part": part,
        "as_of": made.as_of,
        "notes": made.notes,
        "wrong": wrong,
        "query": kept_query(asked),
        "works": {row["work"]: row for row in asked.build.works},
        "since": since,
        "side": side,
        "shape": shape,
    }


def whole(asked: Asked) -> Drawn:
    """The whole ledger as of the day it is, kept with the build."""
    if not asked.build.name:
        return Drawn([], "", ())
    wanted = LedgerAsked()
    return kept(asked, ("ledger", wanted, asked.today), lambda: ledger_rows(asked.workspace, wanted, as_of=asked.today))


def since(row: Row) -> list[tuple[str, list[Row]]]:
    """What stands beside an entry, by kind: `event`, `said-again`, `named`, `silent`, `unknown`."""
    found: dict[str, list[Row]] = {}
    closing = {event["id"] for event in (*row["answered_by"], *row["overtaken_by"])}
    for one in row["beside"]:
        if one["event"] is None or one["event"]["id"] not in closing:
            found.setdefault(one["kind"], []).append(one)
    return list(found.items())


def row_size(row: Row) -> int:
    """Bytes, about, of a row of the table."""
    words = [row["cue"]["text"], (row["matter"] or {"text": ""})["text"]]
    words += [one["text"] for one in (*row["addressee"], *row["due"])]
    beside = sum(LINE * min(len(some), 3) for _, some in since(row))
    return ROW + sum(len(one.encode("utf8", "replace")) for one in words) + 2 * len(row["work"].encode()) + beside


def every_part(build: Snapshot) -> Iterable[Params]:
    """One address for each part of the whole ledger behind the first."""
    if not build.name:
        return ()
    return further_parts(list(_sizes(build).values()), SIZE)


def _sizes(build: Snapshot) -> Mapping[str, int]:
    """The sizes by which a static site is cut into pages, by row: of the latest day known, whatever day it tells."""
    return _sizes_in(build.folder)


@lru_cache(maxsize=2)
def _sizes_in(folder: Path) -> Mapping[str, int]:
    drawn_up = ledger_rows(Workspace.open_at(folder.parents[1]), LedgerAsked())
    return {row["id"]: row_size(row) for row in drawn_up.rows}


PAGE = Page("ledger", "ledger", context)
PART_PAGE = Page("ledger-part", "ledger/{part}", context, every=every_part, shown=False, template="ledger")
