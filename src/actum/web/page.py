"""What a page is, and what it is asked.

Takes       nothing.
Gives       Page, Asked.
Leaves out  drawing and serving: see `render` and `app`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from actum.store.workspace import Workspace
from actum.web.called import called_in
from actum.web.links import Links
from actum.web.words import Words
from actum.workflow.room import Snapshot, snapshot

Context = Mapping[str, Any]
Params = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page is asked: of which build, by which address, in which language.

    `query` has every value of each name, in order. `called` gives the name of an id of the registry in the language of
    the interface, `link` every address, `t` the words of the interface. `writer` is the name of who may write, empty
    for who only reads (on a static site always). `today` is the day of what has none of its own:
    that of the clock, in UTC, unless whoever publishes names another.
    """

    workspace: Workspace
    build: Snapshot
    t: Words
    link: Links
    params: Params
    query: Mapping[str, tuple[str, ...]]
    called: Callable[[str], str]
    writer: str = ""
    today: str = ""

    @classmethod
    def of(
        cls,
        workspace: Workspace,
        link: Links,
        params: Params,
        *,
        writer: str = "",
        build: Snapshot | None = None,
        today: str = "",
    ) -> Asked:
        """What is asked by a link's own page, of the build that holds unless another is given."""
        query = {name: _values(value) for name, value in (link.asked or {}).items()}
        made = build or snapshot(workspace)
        day = today or this_day()
        return cls(workspace, made, Words(link.ui), link, params, query, called_in(workspace, link.ui), writer, day)

    @property
    def ui(self) -> str:
        """The language of the interface."""
        return self.t.ui

    def one(self, name: str, otherwise: str = "") -> str:
        """The last value of a name in the query."""
        return self.query.get(name, (otherwise,))[-1]

    def every(self, name: str) -> tuple[str, ...]:
        """All values of a name in the query, without empty ones."""
        return tuple(value for value in self.query.get(name, ()) if value)


def this_day() -> str:
    """The day it is, in UTC."""
    return datetime.now(UTC).date().isoformat()


def _values(value: str | Sequence[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _single(_build: Snapshot) -> Iterable[Params]:
    return ({},)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `name` is that of its template and words, `path` its address below the language.

    `template` is the name of the page whose template and words it has, where that is another.

    `every` gives the parameters of all its addresses in a build, for the static site and the tests. `shown` says
    whether it stands in the navigation, `published` whether a static site holds it.
    """

    name: str
    path: str
    context: Callable[[Asked], Context]
    every: Callable[[Snapshot], Iterable[Params]] = _single
    shown: bool = True
    published: bool = True
    template: str = ""

    @property
    def drawn_as(self) -> str:
        """The name of its template and words."""
        return self.template or self.name


def every_work(build: Snapshot) -> Iterable[Params]:
    """One address a work."""
    return ({"work": row["work"]} for row in build.works)
