"""The registry as a workspace sees it, and its rows for a person.

Takes       a workspace, or none; a slug, or words of a name in any language.
Gives       the shipped registry with the workspace's own rows; rows as plain values, in the registry's order.
Leaves out  what is in force when.
"""

from __future__ import annotations

from actum.registry.load import Registry, load
from actum.registry.row import Row as RegistryRow
from actum.store.files import Row
from actum.store.workspace import Workspace
from actum.text.fold import fold


def registry_of(workspace: Workspace) -> Registry:
    """The shipped registry with the workspace's own rows. Raises DataFault that names file and line of a fault."""
    return load(workspace.own_registry(), files=[str(file) for file in workspace.own_registry_files()])


def found_rows(words: str, workspace: Workspace | None = None) -> list[Row]:
    """The row of that slug; else every row with a name that has these words; empty where none has.

    With a workspace, its own rows count too. Raises DataFault where one of its authority files breaks the format.
    """
    registry = load() if workspace is None else registry_of(workspace)
    row = registry.row(words.lower())
    if row is not None:
        return [_plain(row)]
    sought = fold(words).text
    if not sought:
        return []
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
