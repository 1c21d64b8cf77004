"""The tables of `language/*/faults.toml`, compiled once.

Takes       a language and a key such as `negation.inherent`.
Gives       a pattern, a set of words, or a table; and the characters that are words.
Leaves out  what a rule does with them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from actum.errors import DataFault
from actum.language.data import lines, table


@cache
def pattern(language: str, key: str) -> re.Pattern[str]:
    """The pattern of a key; one that matches nothing where the language lacks it. Raises DataFault where it is none."""
    found = value(language, key)
    if not found:
        return re.compile(r"(?!)")
    source = found if isinstance(found, str) else "|".join(f"(?:{one})" for one in found)
    try:
        return re.compile(source, re.IGNORECASE)
    except re.error as error:
        raise DataFault(f"language/{language}/faults.toml, {key}: {error}. Mend the pattern.") from error


@cache
def words_of(language: str, key: str) -> frozenset[str]:
    """The words of a key; a string with spaces counts as its words."""
    found = value(language, key) or ()
    return frozenset(found.split() if isinstance(found, str) else found)


@cache
def free_characters() -> frozenset[str]:
    """The Chinese characters that stand as words of their own (`free.txt`)."""
    return frozenset("".join(lines("zh", "free")))


@cache
def value(language: str, key: str) -> Any:
    """What the table holds under a dotted key; None where it holds nothing."""
    here: Any = table(language, "faults")
    for name in key.split("."):
        here = here.get(name) if isinstance(here, dict) else None
    return here
