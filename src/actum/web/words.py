"""The words of the interface, in English and Chinese, from data files.

Takes       the language of the interface, keys, and values to be put in.
Gives       the words; plain text, never markup.
Method      `data/words/*.toml`, one file a page, read once; `{name}` in a text is replaced by the value of that name.
Leaves out  words of texts, and what the build says of them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from actum.errors import DataFault

UIS = ("en", "zh")
"""Languages of the interface, the first for who names none."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language of the interface."""

    ui: str

    def __call__(self, key: str, **values: object) -> str:
        """The words under a key, with values put in. Raises DataFault where there is no such key."""
        found = _texts().get(key)
        if found is None:
            raise DataFault(f"data/words has no “{key}”. Add it to the file of its page, in every language.")
        return found[self.ui].format(**values) if values else found[self.ui]

    def has(self, key: str) -> bool:
        """Whether there are words under the key."""
        return key in _texts()

    def either(self, key: str, otherwise: str) -> str:
        """The words under a key, or others where it has none: for ids that a registry may add to."""
        return self(key) if self.has(key) else otherwise


@cache
def _texts() -> dict[str, Mapping[str, str]]:
    """Every key with its words. Raises DataFault where one stands twice, in another's file, or lacks a language."""
    made: dict[str, Mapping[str, str]] = {}
    folder = resources.files("actum.web") / "data" / "words"
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        own = file.name.removesuffix(".toml")
        for key, texts in tomllib.loads(file.read_text(encoding="utf8")).items():
            name = f"{own}.{key}"
            if name in made or set(texts) != set(UIS):
                raise DataFault(f"{file.name}: “{key}” must have exactly the languages {', '.join(UIS)}.")
            made[name] = texts
    return made
