"""What the reading room shows: one build, held in memory, whole.

Takes       a workspace.
Gives       Snapshot: works, facts and doubts of the build that holds; texts, divisions, apparatus when asked for.
Method      a build never changes, so it is read once and kept by its name; a new build takes its place by name. Older
            builds are swept away: what is asked of one that is gone raises BuildGone, and the caller takes a new one.
Leaves out  what a page makes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from actum.errors import BuildGone, NoSuchFact, NoSuchWork
from actum.store.fact_judgements import REJECTED, fact_id_of
from actum.store.files import Row, read_rows
from actum.store.workspace import Workspace
from actum.workflow.judge_values import UNKNOWN
from actum.workflow.registers import registry_of

HELD = 2
"""Builds held in memory at a time: the current one, and the one that readers may still look at, 2026-11-26."""
_FORMS = ("short", "full", "abbreviation", "as-written")
FACTS = ("positions", "effects", "mentions")
"""The kinds of facts, in the order in which a page shows them."""


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """One build. Rows stand as the verbs print them; `facts[kind][work]` in order of place, nothing where none is.

    `name` is empty, and everything with it, where nothing has been built yet.
    """

    name: str = ""
    folder: Path = Path()
    works: tuple[Row, ...] = ()
    copies: tuple[Row, ...] = ()
    doubts: tuple[Row, ...] = ()
    candidates: tuple[Row, ...] = ()
    refused: tuple[str, ...] = ()
    facts: dict[str, dict[str, tuple[Row, ...]]] = field(default_factory=lambda: {kind: {} for kind in FACTS})
    rejected: tuple[Row, ...] = ()
    _by_id: dict[str, Row] = field(default_factory=dict)

    def work(self, name: str) -> Row:
        """The work with exactly this id. Raises NoSuchWork."""
        for row in self.works:
            if row["work"] == name:
                return row
        raise NoSuchWork(f"“{name}” is the id of no work here. The first page of the reading room lists them.")

    def fact(self, name: str) -> Row:
        """The fact with exactly this id, rejected ones too. Raises NoSuchFact."""
        row = self._by_id.get(name)
        if row is None:
            raise NoSuchFact(f"“{name}” is the id of no fact of this build; its sentence may have changed since.")
        return row

    def of(self, kind: str, work: str) -> tuple[Row, ...]:
        """The facts of one kind in one work, in order of place."""
        return self.facts[kind].get(work, ())

    def text(self, work: str) -> str:
        """The established text of a work. Raises NoSuchWork, BuildGone."""
        data = self._file("texts", f"{self.work(work)['work']}.txt").read_bytes()
        return data.decode("utf8", "surrogatepass").removesuffix("\n")

    def divisions(self, work: str) -> tuple[Row, ...]:
        """The divisions of a work in order. Raises NoSuchWork, BuildGone."""
        return tuple(read_rows(self._file("divisions", f"{self.work(work)['work']}.jsonl")))

    def apparatus(self, work: str) -> tuple[Row, ...]:
        """The entries of a work's apparatus in order of place. Raises NoSuchWork, BuildGone."""
        return tuple(read_rows(self._file("apparatus", f"{self.work(work)['work']}.jsonl")))

    def work_doubts(self, work: str) -> tuple[Row, ...]:
        """The doubts on the established text of a work, suspected lost negations first."""
        return tuple(row for row in self.doubts if row.get("work") == work)

    def _file(self, *path: str) -> Path:
        file = self.folder.joinpath(*path)
        if not file.is_file():
            raise BuildGone(f"build {self.name} has been replaced by a later one. Ask again.")
        return file


def snapshot(workspace: Workspace) -> Snapshot:
    """The build that holds; an empty one where there is none yet."""
    name = workspace.current()
    if name is None:
        return Snapshot()
    return _load(workspace.root, name)


@lru_cache(maxsize=HELD)
def _load(root: Path, name: str) -> Snapshot:
    folder = root / "built" / name
    facts = {kind: _by_work(read_rows(folder / f"{kind}.jsonl")) for kind in FACTS}
    rejected = tuple(read_rows(folder / REJECTED))
    every = [row for kind in FACTS for rows in facts[kind].values() for row in rows]
    made = Snapshot(
        name=name,
        folder=folder,
        works=tuple(read_rows(folder / "works.jsonl")),
        copies=tuple(read_rows(folder / "copies.jsonl")),
        doubts=tuple(read_rows(folder / "doubts.jsonl")),
        candidates=tuple(read_rows(folder / "candidates.jsonl")),
        refused=tuple(row["says"] for row in read_rows(folder / "refused.jsonl")),
        facts=facts,
        rejected=rejected,
        _by_id={fact_id_of(row): row for row in (*rejected, *every)},
    )
    if not folder.is_dir():  # swept while it was read: rows of a missing file read as none
        raise BuildGone(f"build {name} has been replaced by a later one. Ask again.")
    return made


def latest_places(workspace: Workspace) -> list[Row]:
    """Where copies were found, the latest first; each path once, as it was noted last."""
    rows: dict[str, Row] = {}
    for row in read_rows(workspace.root / "places.jsonl"):
        rows.pop(row.get("path", ""), None)
        rows[row.get("path", "")] = row
    return list(rows.values())[::-1]


def names(workspace: Workspace, language: str) -> Callable[[str], str]:
    """What an id of the registry is called in a language: a short name, else a full one, else the words of the id."""
    registry = registry_of(workspace)

    def called(slug: str) -> str:
        row = registry.row(slug.lower())
        own = [name for name in row.names if name.language == language] if row else []
        first = next((name for form in _FORMS for name in own if name.form == form), None)
        return first.text if first else slug.removeprefix(UNKNOWN).replace("-", " ")

    return called


def _by_work(rows: Iterable[Row]) -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["work"], []).append(row)
    return {work: tuple(sorted(own, key=_place)) for work, own in found.items()}


def _place(row: Row) -> tuple[int, int, str]:
    part = row.get("cue") or row
    return part["start"], part["end"], fact_id_of(row)
