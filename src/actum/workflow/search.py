"""Search all texts of a build: sentences that have the words, with who holds what there.

Takes       a build, a query, and facets.
Gives       what the index has; the index is made at first use and lies beside the build.
Method      a unit is a sentence of the established text with the spaces behind it; its facets are its work, and the
            holders, acts and instruments that were read from it.
Leaves out  finding: see `store.search`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from actum.store.files import Row
from actum.store.search import NOTHING, Found, Unit, search, write_index
from actum.workflow.room import FACTS, Snapshot

FACETS = ("work", "holder", "act", "instrument")
"""Kinds of facets, in the order in which a page shows them."""
_INDEX = "search.sqlite"
_making = threading.Lock()


def search_build(
    build: Snapshot, query: str, *, facets: Sequence[tuple[str, str]] = (), first: int = 0, limit: int = 50
) -> Found:
    """What the texts of a build have for a query, by date of the work, then place. Raises BuildGone."""
    return search(index_of(build), query, facets=facets, first=first, limit=limit) if build.name else NOTHING


def index_of(build: Snapshot) -> Path:
    """The index of a build; made now where it is not there yet. Raises BuildGone."""
    path = build.folder / _INDEX
    if not path.exists():
        with _making:
            if not path.exists():
                write_index(path, units(build))
    return path


def units(build: Snapshot) -> Iterator[Unit]:
    """Every sentence of every text, by date of the work, then place, and what no sentence covers, line by line."""
    for row in build.works:
        work, text = row["work"], build.text(row["work"])
        facets = _facets(build, work)
        for division, start, end in _stretches(build.divisions(work), len(text)):
            if text[start:end].strip():
                own = tuple(sorted({("work", work), *facets.get(division, ())}))
                yield Unit(work, division, start, text[start:end], own)


def _stretches(divisions: Sequence[Row], length: int) -> Iterator[tuple[str, int, int]]:
    """The sentences, each up to the next one, so that no character is left out."""
    rows = [row for row in divisions if row["kind"] == "sentence"]
    bounds = [*(row["start"] for row in rows[1:]), length]
    if not rows:
        yield "", 0, length
    elif rows[0]["start"]:
        yield "", 0, rows[0]["start"]
    for row, end in zip(rows, bounds, strict=True):
        yield row["division"], row["start"], end


def _facets(build: Snapshot, work: str) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for kind in FACTS:
        for row in build.of(kind, work):
            own = found.setdefault(row["division"], set())
            if "act" in row:
                own |= {("act", row["act"]), *(("holder", code) for code in row["holder"])}
            elif row.get("kind") == "instrument":
                own.add(("instrument", row["id"]))
    return found
