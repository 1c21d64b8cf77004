"""Whether an official text goes on behind a line that is none of it.

Takes       the lines of a page, what each is by itself, a foreign line, and where the text must have ended.
Gives       yes or no.
Method      an official text speaks with one voice: those who adopt it declare, reaffirm, oppose (`text.voice` in
            `language/*/frame.toml`), while news tell of them. The text goes on where half of the prose up to its
            closing line speaks so; without a closing line, three lines in five of at least three.
Leaves out  where exactly foreign matter without a cue of its own ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from actum.identify.frame_cues import inside
from actum.identify.frame_kinds import LineKind
from actum.identify.frame_lines import Line

SPOKEN = 0.6
"""Share of the prose behind a foreign line that must speak with the text's voice where no closing line follows: a
report on a text quotes it in some of its lines; 2026-11-26."""
LINES = 3
"""Lines of prose from which that share tells; 2026-11-26."""


def goes_on(lines: Sequence[Line], kinds: Sequence[LineKind], at: int, limit: int) -> bool:
    """Whether the text before the foreign line `at` goes on behind it, before the line `limit`."""
    closing = next((place for place in range(at + 1, limit) if kinds[place] == "closing"), None)
    behind = range(at + 1, limit if closing is None else closing)
    prose = [lines[place].fold for place in behind if kinds[place] == "prose" and _says(lines[place])]
    spoken = sum(inside("text.voice", line) for line in prose)
    if closing is not None:
        return bool(prose) and 2 * spoken >= len(prose)
    return len(prose) >= LINES and spoken >= SPOKEN * len(prose)


def _says(line: Line) -> bool:
    """Whether a line of prose is one of a text rather than a heading or a name."""
    return line.long or line.ended
