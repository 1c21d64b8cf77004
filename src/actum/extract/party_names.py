"""Know states and bodies by the names that texts give them.

Takes       a language with `states.txt` and `holders.toml`.
Gives       the states, the codes behind full names and the pattern that finds these, and which of several states
            with one short name a text means.
Leaves out  who of those named speaks: `party_title` and `parties`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from actum.extract.position_lexicon import entries, lexicon


@dataclass(frozen=True, slots=True)
class State:
    """A state: its code, its full names, and the one or two characters that stand for it, if any."""

    code: str
    names: tuple[str, ...]
    short: str


@cache
def states(language: str) -> tuple[State, ...]:
    """All states of a language's table, in its order."""
    rows = []
    for line in entries(language, "states"):
        names, _, short = line.partition("|")
        code, *forms = names.split()
        rows.append(State(code, tuple(forms), short.strip()))
    return tuple(rows)


@cache
def full_names(language: str) -> tuple[Mapping[str, str], re.Pattern[str]]:
    """Codes behind the full names of states and bodies, and the pattern that finds them.

    A bare name (大会) is left out: inside other names it stands for anybody's assembly.
    """
    codes = {name: state.code for state in states(language) for name in state.names}
    bare = set(opening(language).get("bare", ()))
    for code, names in lexicon(language, "holders").get("bodies", {}).items():
        codes.update(dict.fromkeys((name for name in names if name not in bare), code))
    pattern = "|".join(sorted(map(re.escape, codes), key=lambda name: (-len(name), name)))
    return codes, re.compile(pattern or r"(?!)")


def opening(language: str) -> Mapping[str, Any]:
    """How titles and openings name the parties: a table of `holders.toml`, empty where there is none."""
    found: Mapping[str, Any] = lexicon(language, "holders").get("opening", {})
    return found


def shape(key: str, language: str) -> str:
    """One pattern of that table; one that never matches where the language has none."""
    return str(opening(language).get(key, "(?!)"))


def named(words: str, language: str) -> tuple[str, ...]:
    """The codes of all states and bodies named in full, sorted."""
    codes, pattern = full_names(language)
    return tuple(sorted({codes[match.group()] for match in pattern.finditer(words)}))


def by_short_name(language: str) -> dict[str, list[str]]:
    """The codes behind each short name, in the order of the tables."""
    shorts: dict[str, list[str]] = {}
    for state in states(language):
        if state.short:
            shorts.setdefault(state.short, []).append(state.code)
    for short, code in lexicon(language, "holders").get("body_short", {}).items():
        shorts.setdefault(short, []).append(code)
    return shorts


def only(codes: Sequence[str], text: str, language: str) -> str:
    """What one short name means: of several states the one the text names most; empty where it names none."""
    likeliest = max(sorted(codes), key=lambda code: _times_named(code, text, language))
    return likeliest if len(codes) == 1 or _times_named(likeliest, text, language) else ""


def _times_named(code: str, text: str, language: str) -> int:
    """How often a text has a name of a state or body."""
    names: dict[str, Iterable[str]] = {state.code: state.names for state in states(language)}
    names.update(lexicon(language, "holders").get("bodies", {}))
    return sum(text.count(name) for name in names.get(code, ()))
