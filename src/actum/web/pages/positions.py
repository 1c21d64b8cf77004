"""Every position of every work in one table: to filter, sort, group and download, each row back to its quote.

Takes       what is asked: `work`, `holder`, `act`, `strength`, `addressee`, `about`, `text`, `veiled`, `doubt`;
            `sort`, `group`, and `from`, the number of the first row.
Gives       PAGE, PART_PAGE; `rows`, those that answer, as `actum positions` prints them.
Leaves out  what stands beside a position since: see `ledger`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from actum.store.fact_filter import Asked as FactsAsked
from actum.store.fact_filter import answering
from actum.store.files import Row
from actum.web.acts import shape, side
from actum.web.kept import kept
from actum.web.page import Asked, Context, Page, Params
from actum.web.parts import Part, part_at, part_number
from actum.web.tables import Values, choices, grouped, numbers, ordered
from actum.workflow.room import Snapshot
from actum.workflow.show import fact_rows

SIZE = 400
"""Rows on one page at most; the sample has fewer in all, 2026-11-26."""
ROW = 560
"""Bytes of a row without its words and the ids of its work, of the sample, 2026-11-26."""
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
    part = part_asked(asked, [row_size(row) for row in found], SIZE)
    return {
        "groups": grouped(found[part.first : part.last], KEYS.get(group), lambda value: named(group, value)),
        "keys": KEYS,
        "choices": listed,
        "numbers": numbers(listed),
        "total": len(every),
        "found": len(found),
        "part": part,
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


def row_size(row: Row) -> int:
    """Bytes, about, of a row of the table."""
    words = [row["cue"]["text"], (row["matter"] or {"text": ""})["text"], *(one["text"] for one in row["addressee"])]
    return ROW + sum(len(one.encode("utf8", "replace")) for one in words) + 2 * len(row["work"].encode())


def part_asked(asked: Asked, sizes: Sequence[int], most: int) -> Part:
    """The part of a table that is asked for: by its number in the path, or with the row of which number (`from`)."""
    if "part" in asked.params:
        return part_number(sizes, _number(asked.params["part"]), most=most)
    return part_at(sizes, _number(asked.one("from", "0")), most=most)


def _number(given: str) -> int:
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 9 else 0


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


def every_part(build: Snapshot) -> Iterable[Params]:
    """One address for each part of the whole table behind the first."""
    rows = [row for work in build.works for row in build.of("positions", work["work"])]
    return further_parts([row_size(row) for row in rows], SIZE)


def further_parts(sizes: Sequence[int], most: int) -> Iterable[Params]:
    """The parameters of the parts behind the first."""
    return ({"part": str(number)} for number in range(2, part_at(sizes, 0, most=most).of + 1))


PAGE = Page("positions", "positions", context)
PART_PAGE = Page("positions-part", "positions/{part}", context, every=every_part, shown=False, template="positions")
