"""What the verbs that show copies have to show: where they were found, what they say, what their mark-up says.

Takes       a workspace.
Gives       rows of the build that holds, as they were built.
Leaves out  their characters.
"""

from __future__ import annotations

from actum.store.files import Row, read_rows
from actum.store.workspace import Workspace
from actum.workflow.show import find_work


def copy_rows(workspace: Workspace) -> list[Row]:
    """The copies in order of their first path. Raises NotBuilt."""
    return list(read_rows(workspace.built() / "copies.jsonl"))


def record_rows(workspace: Workspace, work: str | None, *, kinds: tuple[str, ...] = ()) -> list[Row]:
    """What the mark-up of copies says of one work, or of all; of some kinds alone where any are named.

    In order of work, copy and place. Raises NotBuilt, NoSuchWork.
    """
    name = find_work(workspace, work)["work"] if work else None
    # a build of an earlier version, still shown until the next one, has none
    path = workspace.built() / "records.jsonl"
    rows = read_rows(path) if path.exists() else ()
    return [row for row in rows if name in {None, row["work"]} and (not kinds or row["kind"] in kinds)]
