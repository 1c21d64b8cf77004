"""What a concept is called, in one language, where it is shown to people.

Takes       the registry, a language.
Gives       names by slug; kinds by slug.
Method      instruments, bodies and states go by their short names, all else by its full one, for a short one of these
            leaves half of the meaning out (军事化应用); a name of the contrary (不信任) is never the concept's own.
Leaves out  slugs without a name in the language: they are shown as they are.
"""

from __future__ import annotations

from functools import cache

from actum.registry.load import Registry
from actum.registry.row import MENTIONED_AS, Row

_BY_SHORT = frozenset({"instrument", "body", "state"})


@cache
def names_in(registry: Registry, language: str) -> dict[str, str]:
    """The name of each slug that has one in the language."""
    found = {row.slug: name for row in registry.rows if (name := _name(row, language))}
    return dict(sorted(found.items()))


@cache
def kinds_of(registry: Registry) -> dict[str, str]:
    """What a mention of each slug is; empty for what is never mentioned."""
    return {row.slug: MENTIONED_AS[row.kind] or "" for row in registry.rows}


def _name(row: Row, language: str) -> str:
    short_first = MENTIONED_AS[row.kind] in _BY_SHORT
    forms = ("short", "full", "as-written") if short_first else ("full", "as-written", "short")
    names = [name for name in row.names if name.language == language and not name.negative]
    by_form = [name.text for form in (*forms, "abbreviation") for name in names if name.form == form]
    return next(iter(by_form), "")
