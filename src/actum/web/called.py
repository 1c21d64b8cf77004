"""What ids are called on the pages, those of groups too that are made of other ids.

Takes       a workspace, the language of the interface.
Gives       a function from ids to names.
Method      what the registry names in the language is called so; `npt-parties`, `allies-of-usa`, `prk-kor` are put
            together from `data/groups.toml` and what their parts are called, where the registry has all parts. A row
            that has a name in other languages alone goes by the name that its texts have.
Leaves out  words that nobody has named: they are their own name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from actum.registry.load import Registry
from actum.store.workspace import Workspace
from actum.workflow.registers import registry_of
from actum.workflow.room import names

Called = Callable[[str], str]
_ROW = re.compile(r"[a-z]{3}(?:-[a-z]{3})+")
_BETWEEN = {"zh": "、", "en": ", "}


def called_in(workspace: Workspace, ui: str) -> Called:
    """What an id is called; the words of the id where neither the registry nor the table of groups knows it."""
    plain = names(workspace, ui)
    registry = registry_of(workspace)

    def called(slug: str) -> str:
        return group_name(slug.lower(), ui, registry, plain) or plain(slug)

    return called


def group_name(slug: str, ui: str, registry: Registry, plain: Called) -> str:
    """The name of a group that is made of other ids; empty where it is none, or where a part of it is not known."""
    if not slug or registry.row(slug) is not None:
        return ""
    for words, part in _readings(slug, ui):
        if "{it}" not in words:
            return words
        name = plain(part) if registry.row(part) is not None else group_name(part, ui, registry, plain)
        if name:
            return words.replace("{it}", name)
    codes = slug.split("-") if _ROW.fullmatch(slug) else []
    return _BETWEEN[ui].join(map(plain, codes)) if all(registry.row(code) for code in codes) else ""


def _readings(slug: str, ui: str) -> Iterator[tuple[str, str]]:
    """Every way to take an id apart: the words for it, `{it}` for its part, and that part. The longest role first."""
    table = _table()
    for row in table["group"]:
        before, _, after = row["id"].partition("{it}")
        if slug == row["id"] or (before + after != row["id"] and slug.startswith(before) and slug.endswith(after)):
            yield row[ui], slug[len(before) : len(slug) - len(after)]
    for role in sorted(table["roles"], key=lambda one: (-len(one), one)):
        if slug.endswith(f"-{role}"):
            part, words = slug.removesuffix(role), table["roles"][role][ui]
            for key, told in [*table["before"].items(), ("", {"en": "", "zh": ""})]:
                if part.endswith(f"-{key}"):
                    whole = told["en"] + words if ui == "en" else "{it}" + told["zh"] + words
                    yield whole, part.removesuffix(f"-{key}")


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((resources.files("actum.web") / "data" / "groups.toml").read_text(encoding="utf8"))
