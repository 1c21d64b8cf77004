"""All faults of one text.

Takes       an established text, its language, and the texts of other works.
Gives       doubts in order of place.
Method      every rule of every family is asked.
Leaves out  faults that leave no trace in the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from actum.model.doubt import Doubt


def find_faults(text: str, *, language: str, parallels: Sequence[tuple[str, str]] = ()) -> tuple[Doubt, ...]:
    """The doubts about `text`, in order of place, offsets in it."""
    del text, language, parallels
    return ()
