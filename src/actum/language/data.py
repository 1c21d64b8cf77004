"""The one loader of a language's data files.

Takes       a language (`zh`, `en`, `ru`) and the name of a file in its folder.
Gives       a TOML file as a dict, or a word list as its lines without comments and blanks, in file order.
Leaves out  what the tables mean: the room that uses one checks its shape and raises DataFault where it breaks.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from actum.errors import DataFault


@cache
def _read(language: str, name: str) -> str | None:
    file = resources.files("actum.language").joinpath(language, name)
    return file.read_text(encoding="utf8") if file.is_file() else None


@cache
def table(language: str, name: str) -> dict[str, Any]:
    """The TOML file `name`.toml of a language; empty where the language has none. Do not change what is returned.

    Raises DataFault where the file is not TOML.
    """
    try:
        return tomllib.loads(_read(language, f"{name}.toml") or "")
    except tomllib.TOMLDecodeError as error:
        raise DataFault(
            f"language/{language}/{name}.toml is not TOML: {error}. Mend the file at that place."
        ) from error


@cache
def lines(language: str, name: str) -> tuple[str, ...]:
    """The entries of the word list `name`.txt of a language, without `#` comments; empty where there is none."""
    bare = (line.split("#", 1)[0].strip() for line in (_read(language, f"{name}.txt") or "").splitlines())
    return tuple(line for line in bare if line)
