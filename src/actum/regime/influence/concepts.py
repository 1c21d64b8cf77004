"""The registry as a set of concepts: ids and names, opposites folded.

Takes       a registry, a language.
Gives       Concepts: what an id or a name means on the map, with its pole.
Method      a row that has an `opposite` is the negative pole of that concept; `folds` are finer ids that a row stands
            for; a name with `pole: "-"` names the contrary of its row. A name that two concepts share names neither.
Leaves out  broader terms: those are for counting and colour, never for reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from actum.model.fact import Sign
from actum.registry.load import Registry
from actum.registry.row import MENTIONED_AS, Row
from actum.text.fold import fold

UNKNOWN = "unknown:"
"""How the id of what nobody has named begins."""
ACTORS = frozenset({"state", "historic-state", "group"})
"""Kinds of rows that act rather than come and go."""
THINGS = frozenset({"state", "group", "instrument", "body"})
"""What is no part of a thing's meaning though it may be a part of the thing: an agency of the United Nations."""
CONDUCT = "destructive-conduct"
"""The concept of an actor's harmful deeds (rule 7)."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an id or a name means on the map: a concept, and which of its poles."""

    concept: str
    pole: Sign = "+"


@dataclass(frozen=True, slots=True, eq=False)
class Concepts:
    """Looked up by id, by folded name, and by the name's last words for the parts of a thing."""

    registry: Registry
    names: dict[str, Meaning]
    own: dict[str, dict[str, Sign]]
    ids: dict[str, Meaning]
    parts: dict[str, tuple[tuple[str, str], ...]]
    wholes: dict[str, tuple[str, ...]]
    longest: int

    def of_id(self, slug: str) -> Meaning:
        """The concept of an id: of a row, of a finer id that a row stands for, else the id itself."""
        return self.ids.get(slug, Meaning(slug))

    def of_name(self, words: str) -> Meaning | None:
        """The concept that has this folded name; None where none has, or several do."""
        return self.names.get(words)

    def pole(self, slug: str, words: str) -> Sign | None:
        """Which pole of a row the folded words name: by the longest of its names in them; None where none tells."""
        own = self.own.get(slug)
        if own is None:
            return "+"
        found = [(len(name), name) for name in own if name in words]
        return own[max(found)[1]] if found else None

    def part(self, whole: str, words: str) -> str | None:
        """The part of a thing that the folded words behind its name mean (宗旨 of a treaty); None for none, or two."""
        found = {slug for slug, name in self.parts.get(whole, ()) if self._is_part(whole, name, words)}
        return found.pop() if len(found) == 1 and words else None

    def _is_part(self, whole: str, name: str, words: str) -> bool:
        """Whether a part's name is that of its whole, or the end of it (公约), and then the words."""
        stem = name.removesuffix(words).strip("《》")
        return name.endswith(words) and bool(stem) and any(one.endswith(stem) for one in self.wholes.get(whole, ()))

    def kind(self, concept: str) -> str:
        """The kind of a concept's row; empty where it has none."""
        row = self.registry.row(concept)
        return row.kind if row else ""


@cache
def concepts_of(registry: Registry, language: str) -> Concepts:
    """The concepts of a registry for texts in one language."""
    ids = _ids(registry)
    names: dict[str, set[Meaning]] = {}
    own: dict[str, dict[str, Sign]] = {}
    parts: dict[str, list[tuple[str, str]]] = {}
    for name, row in registry.names(language):
        words = fold(name.text).text
        pole: Sign = "-" if name.negative else "+"
        names.setdefault(words, set()).add(_turned(ids.get(row.slug, Meaning(row.slug)), pole))
        for whole in row.part_of if MENTIONED_AS[row.kind] not in THINGS else ():
            parts.setdefault(whole, []).append((row.slug, words))
        own.setdefault(row.slug, {})[words] = pole
    single = {words: meanings.copy().pop() for words, meanings in names.items() if len(meanings) == 1}
    return Concepts(
        registry=registry,
        names=single,
        own={slug: found for slug, found in own.items() if "-" in found.values()},
        ids=ids,
        parts={whole: tuple(found) for whole, found in parts.items()},
        wholes={whole: _bare_names(registry, whole, language) for whole in parts},
        longest=max(map(len, single), default=0),
    )


def _bare_names(registry: Registry, slug: str, language: str) -> tuple[str, ...]:
    row = registry.row(slug)
    names = row.names if row else ()
    return tuple(fold(name.text).text.strip("《》") for name in names if name.language == language)


def _ids(registry: Registry) -> dict[str, Meaning]:
    found: dict[str, Meaning] = {}
    for row in registry.rows:
        for finer in row.folds:
            found.setdefault(finer, Meaning(row.slug))
    for row in registry.rows:
        # a row of its own goes before the finer ids of others
        found[row.slug] = _opposite(row)
    return found


def _opposite(row: Row) -> Meaning:
    return Meaning(row.opposite[0], "-") if row.opposite else Meaning(row.slug)


def _turned(meaning: Meaning, pole: Sign) -> Meaning:
    return Meaning(meaning.concept, turned(meaning.pole, pole))


def turned(sign: Sign, by: Sign) -> Sign:
    """The product of two signs."""
    return "+" if sign == by else "-"
