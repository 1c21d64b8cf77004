"""The day of a text that does not say its day in full, by its title in the registry.

Takes       a description, and the registry.
Gives       the description with the day filled in, and where it comes from.
Method      the title must be a full name of exactly one row, the row's event must be a checked one (A), and its day
            must agree with what the text does say. A text that says nothing of its day has it from its title alone
            where that is a statement's: resolutions on a treaty bear the treaty's name year after year.
Leaves out  unverified rows; texts whose title several rows have.
"""

from __future__ import annotations

import re
from dataclasses import replace

from actum.model.work import Description
from actum.registry.load import Registry
from actum.registry.row import Event, Name, Row
from actum.text.fold import fold

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
STATEMENTS = frozenset({"joint-statement", "declaration"})
"""Kinds of rows whose full name is the title of one text."""
_MADE = ("signed", "adopted")


def dated(description: Description, registry: Registry) -> Description:
    """The same description where the text says its day, or the registry cannot; `date_source` says which."""
    if _DAY.fullmatch(description.date) or not description.title:
        return description
    title = fold(description.title).text
    rows = [row for row in registry.rows if any(fold(name.text).text == title for name in _full(row))]
    known = bool(description.date) or all(row.kind in STATEMENTS for row in rows)
    days = [event for row in rows if known and len(rows) == 1 for event in row.events if _fits(event, description.date)]
    if len(days) != 1:
        return description
    return replace(description, date=days[0].date, date_source=f"registry: {rows[0].slug} ({days[0].source})")


def _full(row: Row) -> list[Name]:
    return [name for name in row.names if name.form == "full"]


def _fits(event: Event, said: str) -> bool:
    """Whether an event is the making of the text, checked, on a day that the text's own words leave open."""
    if event.type not in _MADE or event.sure != "A" or not _DAY.fullmatch(event.date):
        return False
    if said.startswith("XXXX-"):
        return event.date.endswith(said.removeprefix("XXXX"))
    first, _, last = said.partition("/")
    return not said or first <= event.date <= (last or first)
