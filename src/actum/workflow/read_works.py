"""The works of a workspace with all facts that the build read from them, judgements included.

Takes       a workspace with a build.
Gives       ReadWorks, by date, then id.
Method      a build never changes: what was read of it is kept by its folder, of the last builds alone.
Leaves out  reading anew: the facts are those of the build.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from actum.errors import BuildGone
from actum.model.division import Division
from actum.model.read_work import ReadWork, Told
from actum.store.alignment_rows import division_of, position_of
from actum.store.fact_rows import effect_of, mention_of
from actum.store.files import Row, read_rows
from actum.store.workspace import Workspace
from actum.workflow.show import find_work

HELD = 2
"""Builds whose works are kept at a time: the current one, and the one that it replaced, 2026-11-26."""


def read_works(workspace: Workspace, names: Sequence[str] = ()) -> list[ReadWork]:
    """The works named, or all, in order of date, then id. Raises NoSuchWork, NotBuilt."""
    built = workspace.built()
    asked = {find_work(workspace, name)["work"] for name in names}
    return [one for one in _every(built) if not names or one.work in asked]


@lru_cache(maxsize=HELD)
def _every(built: Path) -> tuple[ReadWork, ...]:
    rows = {kind: _by_work(built / f"{kind}.jsonl") for kind in ("mentions", "positions", "effects")}
    made = []
    for work in read_rows(built / "works.jsonl"):
        name = work["work"]
        # as bytes: reading as text would turn one kind of line end into another, and offsets would no longer fit
        data = (built / "texts" / f"{name}.txt").read_bytes()
        text = data.decode("utf8", "surrogatepass").removesuffix("\n")
        divisions = tuple(division_of(row, text) for row in read_rows(built / "divisions" / f"{name}.jsonl"))
        made.append(_read_work(work, text, divisions, rows))
    if not built.is_dir():  # swept while it was read: rows of a missing file read as none
        raise BuildGone(f"build {built.name} has been replaced by a later one. Ask again.")
    return tuple(made)


def _by_work(file: Path) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in read_rows(file):
        found.setdefault(row["work"], []).append(row)
    return found


def _read_work(
    work: Row, text: str, divisions: tuple[Division, ...], rows: dict[str, dict[str, list[Row]]]
) -> ReadWork:
    name = work["work"]
    mentions, positions, effects = (rows[kind].get(name, []) for kind in ("mentions", "positions", "effects"))
    return ReadWork(
        work=name,
        title=work["title"],
        date=work["date"] or "",
        language=work["language"],
        complete=work["complete"],
        text=text,
        parties=tuple(sorted({code for row in positions for code in row["holder"]})),
        divisions=divisions,
        mentions=tuple(map(mention_of, mentions)),
        positions=tuple((position_of(row), told) for row, told in _told(positions)),
        effects=tuple((effect_of(row), told) for row, told in _told(effects)),
    )


def _told(rows: Iterable[Row]) -> Iterable[tuple[Row, Told]]:
    for row in rows:
        yield row, Told(row["id"], tuple(row["witnesses"]), tuple(row["repeated_in"]))
