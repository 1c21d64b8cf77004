"""What later works have of a thing that an earlier one spoke of: named, silent, or not to be known.

Takes       ReadWorks and the registry.
Gives       for a work and an id: the first sentence that names the thing, or that the text is silent, or unknown.
Method      a thing is named where it is mentioned, where something is mentioned that is about it, or where one of its
            names stands in the text. Silence is earned: it is told only of a text that is whole.
Leaves out  concepts: their wordings vary too much for a name alone to be missed; meetings, which pass.
"""

from __future__ import annotations

from actum.model.entry import BesideKind
from actum.model.read_work import ReadWork
from actum.regime.subjects import subjects
from actum.registry.load import Registry
from actum.registry.row import MENTIONED_AS
from actum.text.fold import fold
from actum.text.span import Part

NAMEABLE = frozenset({"instrument", "body"})
"""Kinds of mention whose silence can be told by names, and is worth telling: no later text need name a past meeting."""


class LaterWork:
    """What one work names, asked often."""

    def __init__(self, work: ReadWork, registry: Registry) -> None:
        self.work = work
        self.parties = frozenset(work.parties)
        self.registry = registry
        self._folded = ""
        self._places: dict[str, Part] = {}
        self._told: dict[str, bool] = {}
        for one in work.mentions:
            for slug in subjects(one.id, registry):
                self._places.setdefault(slug, one.sentence)

    def has(self, slug: str) -> tuple[BesideKind, Part | None]:
        """Whether the work names the thing, with the first sentence that does where it is mentioned."""
        if slug in self._places:
            return "named", self._places[slug]
        if slug not in self._told:
            self._told[slug] = self._stands(slug)
        if self._told[slug]:
            return "named", None
        return ("silent" if self.work.complete else "unknown"), None

    def _stands(self, slug: str) -> bool:
        self._folded = self._folded or fold(self.work.text).text
        row = self.registry.row(slug)
        names = row.names if row else ()
        return any(
            fold(name.text).text in self._folded
            for name in names
            if name.language == self.work.language and not name.negative
        )


def is_nameable(slug: str, registry: Registry) -> bool:
    """Whether silence about the thing can be told: an instrument or body of the registry."""
    row = registry.row(slug)
    return row is not None and MENTIONED_AS.get(row.kind) in NAMEABLE
