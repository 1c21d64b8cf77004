"""Every position of every work in one table: to filter, sort, group and download, each row back to its quote.

Takes       what is asked: `work`, `holder`, `act`, `strength`, `addressee`, `about`, `text`, `veiled`, `doubt`;
            `sort`, `group`, and `from`, the number of the first row.
Gives       PAGE; `rows`, those that answer, as `actum positions` prints them.
Leaves out  what stands beside a position since: see `ledger`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from actum.store.fact_filter import Asked as FactsAsked
from actum.store.fact_filter import answering
from actum.store.files import Row
from actum.web.acts import shape, side
from actum.web.kept import kept
from actum.web.page import Asked, Context, Page
from actum.web.tables import Values, choices, grouped, numbers, ordered
from actum.workflow.show import fact_rows

SIZE = 400
"""Rows on one page of the server; the sample has fewer in all, 2026-11-26."""
STATIC_SIZE = 2000
"""Rows on the page of a static site, whose files for download have all, 2026-11-26."""
KEYS: Mapping[str, Values] = {
    "work": lambda row: (row["work"],),
    "holder": lambda row: row["holder"],
    "act": lambda row: (row["act"],),
    "strength": lambda row: (str(row["strength"]),),
    "addressee": lambda row: [one["id"] or one["text"].replace(" ", "") for one in row["addressee"]],
    "about": lambda row: row["about"],
}
"""What a reader can filter, sort and group by, in the order of the form."""


def every_row(asked: Asked) -> list[Row]:
    """All positions in the order of the verb; none where nothing is built."""
    if not asked.build.name:
        return []
    return kept(asked, "positions", lambda: fact_rows(asked.workspace, "positions", FactsAsked()))


def rows(asked: Asked) -> list[Row]:
    """The positions that answer all that is asked, in the order of the verb."""
    questions = {name: asked.one(name) or None for name in ("work", "holder", "act", "addressee", "about", "text")}
    veils = [row for work in asked.build.works for row in asked.build.of("mentions", work["work"]) if row["veiled"]]
    found = answering(every_row(asked), FactsAsked(**questions, veiled=bool(asked.one("veiled"))), veils=veils)
    strength, doubt = asked.one("strength"), asked.one("doubt")
    found = [row for row in found if not strength or str(row["strength"]) == strength]
    return [row for row in found if not doubt or row["doubts"]]


def context(asked: Asked) -> Context:
    """One page of the rows that answer, in groups, with what can be asked."""
    every, found = every_row(asked), rows(asked)

    def named(key: str, value: str) -> str:
        return called(asked, key, value)

    listed = choices(every, KEYS, named)
    sort, group = asked.one("sort"), asked.one("group")
    found = ordered(found, KEYS.get(sort), lambda value: named(sort, value))
    size = STATIC_SIZE if asked.link.static_site else SIZE
    first = page_start(asked, len(found), size)
    return {
        "groups": grouped(found[first : first + size], KEYS.get(group), lambda value: named(group, value)),
        "keys": KEYS,
        "choices": listed,
        "numbers": numbers(listed),
        "total": len(every),
        "found": len(found),
        "first": first,
        "last": min(first + size, len(found)),
        "size": size,
        "works": {row["work"]: row for row in asked.build.works},
        "query": kept_query(asked),
        "veiled": veiled_ids(asked),
        "side": side,
        "shape": shape,
    }


def veiled_ids(asked: Asked) -> frozenset[str]:
    """The positions whose matter or addressee is veiled."""
    veils = [row for work in asked.build.works for row in asked.build.of("mentions", work["work"]) if row["veiled"]]
    return frozenset(row["id"] for row in answering(every_row(asked), FactsAsked(veiled=True), veils=veils))


def page_start(asked: Asked, found: int, size: int) -> int:
    """The number of the first row asked for, 0 where there is no such row."""
    given = asked.one("from", "0")
    first = int(given) if given.isascii() and given.isdecimal() and len(given) < 9 else 0
    return first // size * size if first < found else 0


def kept_query(asked: Asked) -> dict[str, Sequence[str]]:
    """What is asked, but for the number of the first row."""
    return {name: values for name, values in asked.query.items() if name != "from" and any(values)}


def called(asked: Asked, key: str, value: str) -> str:
    """What a value of a key is called in the language of the interface."""
    if key in {"act", "strength"}:
        return asked.t.either(f"common.{key}-{value}", value)
    if key == "work":
        row = next((row for row in asked.build.works if row["work"] == value), None)
        return f"{row['date'] or asked.t('common.no-date')} {row['title'] or value}" if row else value
    return asked.called(value) if value else asked.t("positions.nobody")


PAGE = Page("positions", "positions", context)
