"""Addresses: how one page names another, served or written to files.

Takes       the paths of all pages by name, the language of the interface, and where the asking page stands.
Gives       addresses: absolute (`/en/read/…`) on a server, relative files (`../read/….html`) on a static site.
Method      a page's path is a pattern; its values are percent-encoded once. Which of the two is made depends on the
            Links object alone, so templates serve both.
Leaves out  what the pages hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from urllib.parse import quote, urlencode

from actum.store.fact_judgements import fact_id_of
from actum.store.files import Row

Query = Mapping[str, str | Sequence[str]]
_SAFE = "-_.~,:@+!*()"


@dataclass(frozen=True, slots=True)
class Links:
    """`here` is the path of the asking page below its language (`read/ID`), `static_site` whether files are written.

    `homes` tells, of a static site, in the file of which paragraph the facts of a work's paragraph stand.
    """

    paths: Mapping[str, str]
    ui: str
    here: str = ""
    static_site: bool = False
    asked: Query | None = None
    homes: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def __call__(self, page: str, /, *, at: str = "", query: Query | None = None, **params: str) -> str:
        """The address of a page; `params` fill its path, `at` is the fragment, `query` chooses within it."""
        if page == "facts":
            division = params["division"]
            params["division"] = self.homes.get((params["work"], division), division)
        return self._address(self.ui, filled(self.paths[page], params), at=at, query=query)

    def to(self, page: str, params: Mapping[str, str]) -> str:
        """The address of a page whose parameters are at hand as a mapping."""
        return self._address(self.ui, filled(self.paths[page], params))

    def fact(self, row: Row) -> str:
        """Where a fact is shown with all that is known of it."""
        return self("facts", work=row["work"], division=top(row["division"]), at=fact_id_of(row))

    def place(self, work: str, start: int, end: int) -> str:
        """A place in the established text of a work."""
        return self("read", work=work, at=f"s{start}-{end}", query={"at": f"{start}-{end}"})

    def division(self, work: str, division: str) -> str:
        """A division of a work, in its text."""
        return self("read", work=work, at=top(division), query={"at": top(division)})

    def static(self, name: str) -> str:
        """A file of `static/`."""
        return f"{self._up()}static/{name}" if self.static_site else f"/static/{name}"

    def download(self, name: str, query: Query | None = None) -> str:
        """A file of rows; on a static site it has them all, whatever is asked."""
        asked = f"?{urlencode(dict(query), doseq=True)}" if query else ""
        return f"{self._up()}data/{name}" if self.static_site else f"/download/{name}{asked}"

    def other(self, ui: str) -> str:
        """This same page, asked the same, in another language of the interface."""
        return self._address(ui, self.here, query=self.asked)

    def same(self, query: Query) -> str:
        """This same page, asked otherwise."""
        return self._address(self.ui, self.here, query=query)

    def of(self, ui: str) -> Links:
        """The same links in another language of the interface."""
        return replace(self, ui=ui)

    def _address(self, ui: str, path: str, *, at: str = "", query: Query | None = None) -> str:
        asked = f"?{urlencode(dict(query), doseq=True)}" if query else ""
        base = f"{self._up()}{ui}/{file_of(path)}" if self.static_site else f"/{ui}/{path}"
        return f"{_encoded(base, '/')}{asked}{'#' + _encoded(at) if at else ''}"

    def _up(self) -> str:
        """From the asking page's file to the root of a static site."""
        return "../" * (self.here.count("/") + 1)


@lru_cache(maxsize=65_536)
def _encoded(text: str, safe: str = "") -> str:
    """Percent-encoded but for letters and digits of any script: shorter, and readable where an address is read."""
    return "".join(char if char.isalnum() and not char.isascii() else quote(char, safe=safe + _SAFE) for char in text)


def filled(path: str, params: Mapping[str, str]) -> str:
    """A page's path with its values; a slash within a value is told apart from those of the path."""
    return path.format(**{name: value.replace("/", "%2F") for name, value in params.items()})


def file_of(path: str) -> str:
    """The file of a static site, below its language, that holds the page of that path."""
    return f"{path or 'index'}.html"


def top(division: str) -> str:
    """The paragraph, item or heading that a sentence or clause is of: what a page shows as one block."""
    parts = division.split(".")
    while len(parts) > 1 and parts[-1][:1] in {"s", "c"}:
        parts.pop()
    return ".".join(parts)
