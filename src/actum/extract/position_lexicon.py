"""A language's tables in the usual characters of each variant class, as opened text has them.

Takes       a language and the name of one of its data files.
Gives       the table with every string, patterns included, turned by `script_class`; cached.
Leaves out  anything else: `actum.language.data` says what is refused.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from actum.language.data import lines, table
from actum.text.script import script_class


@cache
def lexicon(language: str, name: str) -> dict[str, Any]:
    """The TOML table `name` of a language in usual characters; empty where there is none."""
    folded: dict[str, Any] = _folded(table(language, name))
    return folded


@cache
def entries(language: str, name: str) -> tuple[str, ...]:
    """The word list `name` of a language in usual characters; empty where there is none."""
    return tuple(script_class(line) for line in lines(language, name))


def _folded(value: Any) -> Any:
    if isinstance(value, str):
        return script_class(value)
    if isinstance(value, list):
        return [_folded(each) for each in value]
    if isinstance(value, dict):
        return {key if key.isascii() else script_class(key): _folded(each) for key, each in value.items()}
    return value
