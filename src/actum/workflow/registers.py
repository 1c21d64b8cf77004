"""Look rows of the registry up for a person.

Takes       a slug, or words of a name in any language.
Gives       rows as plain values, in the registry's order.
Leaves out  what is in force when.
"""

from __future__ import annotations

from actum.registry.load import load
from actum.registry.row import Row as RegistryRow
from actum.store.files import Row
from actum.text.fold import fold


def found_rows(words: str) -> list[Row]:
    """The row of that slug; else every row with a name that has these words; empty where none has."""
    registry = load()
    row = registry.row(words.lower())
    if row is not None:
        return [_plain(row)]
    sought = fold(words).text
    return [_plain(row) for row in registry.rows if any(sought in fold(name.text).text for name in row.names)]


def _plain(row: RegistryRow) -> Row:
    return {
        "slug": row.slug,
        "kind": row.kind,
        "sure": row.sure,
        "source": row.source,
        "names": [
            {"lang": name.language, "text": name.text, "form": name.form, "source": name.source, "sure": name.sure}
            for name in row.names
        ],
        "events": [
            {
                "type": event.type,
                "date": event.date,
                "source": event.source,
                "sure": event.sure,
                "according_to": list(event.according_to),
            }
            for event in row.events
        ],
        "not": list(row.unlike),
        "note": row.note,
    }
