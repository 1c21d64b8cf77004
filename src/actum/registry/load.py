"""The registry: all authority files that ship with Actum, and those a workspace adds.

Takes       nothing, or the YAML texts of further authority files.
Gives       a Registry: the rows in order of file and row, by slug and by language.
Leaves out  names as a text has them: `extract` folds names and text alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from actum.errors import DataFault
from actum.registry.row import Name, Row
from actum.registry.schema import joined, rows_of


@dataclass(frozen=True, slots=True, eq=False)
class Registry:
    """All rows; two registries are the same only as one object, so that what is made of one can be kept."""

    rows: tuple[Row, ...]
    by_slug: dict[str, Row]

    def row(self, slug: str) -> Row | None:
        """The row of a slug; None for an unknown one."""
        return self.by_slug.get(slug)

    def names(self, language: str) -> tuple[tuple[Name, Row], ...]:
        """Every name in a language with its row, in order of the rows."""
        return tuple((name, row) for row in self.rows for name in row.names if name.language == language)


def load(extra: Sequence[str] = (), *, files: Sequence[str] = ()) -> Registry:
    """The shipped registry with the rows of further YAML texts behind it; the same object for the same texts.

    `files` names these texts for messages, in their order; unnamed, they are told by number. Raises DataFault where
    a text breaks the format, or its rows do not join with the others.
    """
    named = tuple(files) or tuple(f"added registry {n}" for n in range(1, len(extra) + 1))
    return _load(tuple(zip(named, extra, strict=True)))


@cache
def _shipped() -> tuple[Row, ...]:
    folder = resources.files("actum.registry").joinpath("data")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    return tuple(row for file in files for row in rows_of(file.read_text(encoding="utf8"), file=file.name))


@cache
def _load(extra: tuple[tuple[str, str], ...]) -> Registry:
    added = {file: rows_of(text, file=file) for file, text in extra}
    try:
        rows = joined((*_shipped(), *(row for some in added.values() for row in some)))
    except DataFault as fault:
        # rows join or do not by their slugs alone: say which of the added files has the row that the fault is about
        found = [file for file, some in added.items() if any(f"row {row.slug}, " in str(fault) for row in some)]
        raise DataFault(": ".join([*found[-1:], str(fault)])) from fault
    return Registry(rows, {row.slug: row for row in rows})
