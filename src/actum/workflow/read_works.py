"""The works of a workspace with all facts that the build read from them, judgements included.

Takes       a workspace with a build.
Gives       ReadWorks, by date, then id.
Leaves out  reading anew: the facts are those of the build.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from actum.model.division import Division
from actum.model.read_work import ReadWork, Told
from actum.store.alignment_rows import division_of, position_of
from actum.store.fact_rows import effect_of, mention_of
from actum.store.files import Row, read_rows
from actum.store.workspace import Workspace
from actum.workflow.show import established_text, find_work, work_rows


def read_works(workspace: Workspace, names: Sequence[str] = ()) -> list[ReadWork]:
    """The works named, or all, in order of date, then id. Raises NoSuchWork, NotBuilt."""
    built = workspace.built()
    rows = {kind: _by_work(built / f"{kind}.jsonl") for kind in ("mentions", "positions", "effects")}
    asked = {find_work(workspace, name)["work"] for name in names}
    works = (work for work in work_rows(workspace) if not names or work["work"] in asked)
    made = []
    for work in works:
        text = established_text(workspace, work["work"])
        file = built / "divisions" / f"{work['work']}.jsonl"
        made.append(_read_work(work, text, tuple(division_of(row, text) for row in read_rows(file)), rows))
    return made


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
