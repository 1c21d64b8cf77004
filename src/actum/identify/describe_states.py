"""The states that a title names: in full as the table of states has them, or by short names in a row (中俄关于…).

Takes       a folded stretch or title, the lines of its text and the language.
Gives       the place of a name, or the places of the short names.
Method      longest name first, so that 巴西联邦共和国 is not left at 巴西联邦. Short names count where each means one
            state: by the table, or because the text names one of those it may mean.
Leaves out  languages without a table of states.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from actum.identify.frame_lines import Line
from actum.language.data import lines as entries
from actum.language.data import table
from actum.text.span import Span

FEWEST, MOST = 2, 4
"""How many short names stand in a row; 2026-11-26."""


@cache
def known_name(language: str) -> re.Pattern[str]:
    """The full and everyday names of the language's table of states; never matches where it has none."""
    names = {name for row in _rows(language) for name in row[1]}
    return re.compile("|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))) or "(?!)")


def short_run(title: str, lines: Sequence[Line], language: str) -> list[Span]:
    """The places of two to four different short names at the head of a title; empty where one may mean two states."""
    shorts = _shorts(language)
    found: list[Span] = []
    at = 0
    while len(found) < MOST:
        size = next((n for n in (2, 1) if title[at : at + n] in shorts), 0)
        if not size:
            break
        found.append(Span(at, at + size))
        at += size
    words = [span.of(title) for span in found]
    opening = table(language, "holders").get("opening", {})
    behind = re.match(opening.get("after_run", "(?!)"), title[at:])
    if len(set(words)) < max(FEWEST, len(words)) or behind is None or "".join(words) in opening.get("regions", ()):
        return []
    return found if all(_means_one(shorts[word], lines) for word in words) else []


def _means_one(candidates: tuple[tuple[str, ...], ...], lines: Sequence[Line]) -> bool:
    """Whether a short name is one state's, or the text names one of those whose it is."""
    return len(candidates) == 1 or any(name in line.fold for names in candidates for name in names for line in lines)


def _rows(language: str) -> list[tuple[str, tuple[str, ...]]]:
    """The short name and the full names of each state, in the order of the table."""
    rows = []
    for entry in entries(language, "states"):
        names, _, short = entry.partition("|")
        rows.append((short.strip(), tuple(names.split()[1:])))
    return rows


@cache
def _shorts(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """For each short name the names of every state or body that it may mean."""
    meant: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for short, names in _rows(language):
        if short:
            meant[short].append(names)
    holders = table(language, "holders")
    for short, code in holders.get("body_short", {}).items():
        meant[short].append(tuple(holders.get("bodies", {}).get(code, ())))
    return {short: tuple(names) for short, names in meant.items()}
