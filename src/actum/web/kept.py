"""What a page computes anew and takes long for, kept as long as its build is the one that holds.

Takes       what is asked, a key, and how to compute.
Gives       what was computed, now or before.
Method      a build never changes, so its name and the key tell what was computed; the least lately used go first. What
            a workflow reads of a newer build than the page shows is not kept: the page is drawn again.
Leaves out  anything that outlives the server.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from actum.errors import BuildGone
from actum.web.page import Asked

KEPT = 64
"""Things kept at a time; a comparison of the sample takes about 2 MB, 2026-11-26."""
Made = TypeVar("Made")
_kept: OrderedDict[Hashable, Any] = OrderedDict()
_lock = threading.Lock()


def kept(asked: Asked, key: Hashable, make: Callable[[], Made]) -> Made:
    """What `make` gives for this build and key. Raises BuildGone where another build came while it was made."""
    whole = (asked.workspace.root, asked.build.name, key)
    with _lock:
        if whole in _kept:
            _kept.move_to_end(whole)
            found: Made = _kept[whole]
            return found
    made = make()
    if (asked.workspace.current() or "") != asked.build.name:
        raise BuildGone(f"build {asked.build.name} has been replaced by a later one. Ask again.")
    with _lock:
        _kept[whole] = made
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return made
