"""The cues of `language/*/describe.toml`, and places found by them.

Takes       a language, a key of its table, a line.
Gives       compiled patterns; a group of a match as a part of the described text.
Leaves out  what a place means: the modules that ask know that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from actum.identify.frame_cues import compiled
from actum.identify.frame_lines import Line
from actum.language.data import table
from actum.text.span import Part, Span


@cache
def asked(language: str, cue: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a cue such as `date.day`, in the order of the table; empty where the language has none."""
    part, _, key = cue.partition(".")
    found = table(language, "describe").get(part, {}).get(key)
    sources = [found] if isinstance(found, str) else (found or [])
    return tuple(compiled(language, source, where=f"describe.toml, {cue}") for source in sources if source)


def found(language: str, cue: str, line: Line) -> Iterator[re.Match[str]]:
    """The matches of a cue in a line, pattern by pattern, each in order of place."""
    for pattern in asked(language, cue):
        yield from pattern.finditer(line.fold)


def part_of(text: str, line: Line, match: re.Match[str], group: str | int = 0) -> Part:
    """A group of a match on the line's folded form, as the text has it."""
    return Part.cut(text, line.place(Span(*match.span(group))))


def spoken(text: str, line: Line, folded: Span) -> str:
    """The text's own characters under a folded span, without what the fold leaves out (residue, white space, marks).

    The script stays as it is; words of a spaced script keep one space.
    """
    kept = (line.place(Span(at, at + 1)).of(text) for at in range(folded.start, folded.end))
    return "".join(" " if one.isspace() else one for one in kept)
