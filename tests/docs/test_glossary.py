"""The glossary and the model name the same types, both ways."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
from pathlib import Path

import actum.model

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"


def types_of_the_model() -> set[str]:
    found = set()
    for module in pkgutil.iter_modules(actum.model.__path__):
        loaded = importlib.import_module(f"actum.model.{module.name}")
        for name, value in vars(loaded).items():
            if dataclasses.is_dataclass(value) and getattr(value, "__module__", "") == loaded.__name__:
                found.add(name)
    return found


def types_of_the_glossary() -> list[str]:
    rows = [line for line in GLOSSARY.read_text(encoding="utf8").splitlines() if line.startswith("| ")]
    return [name for row in rows for name in re.findall(r"`([A-Z]\w+)` \|$", row)]


def test_each_type_stands_once() -> None:
    assert sorted(types_of_the_glossary()) == sorted(types_of_the_model())


def test_the_model_has_no_algorithms() -> None:
    """Nouns may check and print themselves; anything else belongs to a verb."""
    for module in pkgutil.iter_modules(actum.model.__path__):
        loaded = importlib.import_module(f"actum.model.{module.name}")
        for value in vars(loaded).values():
            if dataclasses.is_dataclass(value) and getattr(value, "__module__", "") == loaded.__name__:
                own = [name for name in vars(value) if not name.startswith("_")]
                fields = {field.name for field in dataclasses.fields(value)}
                assert set(own) <= fields, f"{value} has {set(own) - fields}"
