"""Whether an official text goes on behind a line that is none of it.

Takes       the lines of a page, what each is by itself, a foreign line, and where the text must have ended.
Gives       yes or no.
Method      an official text speaks with one voice: those who adopt it declare, reaffirm, oppose (`text.voice` in
            `language/*/frame.toml`), while news tell of them. The text goes on where half of the prose up to its
            closing line speaks so; without a closing line, three lines in five of at least three.
Leaves out  where exactly foreign matter without a cue of its own ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from actum.identify.frame_cues import inside
from actum.identify.frame_kinds import LineKind
from actum.identify.frame_lines import Line, ascii_marks

SPOKEN = 0.6
"""Share of the prose behind a foreign line that must speak with the text's voice where no closing line follows: a
report on a text quotes it in some of its lines; 2026-11-26."""
SENTENCE = 12
"""Characters from which a sentence is one rather than a heading or a name; 2026-11-26."""
LINES = 3
"""Lines of prose from which that share tells; 2026-11-26."""

_SENTENCE = re.compile(r"[.!?;\n]")


def goes_on(lines: Sequence[Line], kinds: Sequence[LineKind], at: int, limit: int) -> bool:
    """Whether the text before the foreign line `at` goes on behind it, before the line `limit`."""
    closing = next((place for place in range(at + 1, limit) if kinds[place] == "closing"), None)
    if closing is not None:
        return speaks(lines, kinds, range(at + 1, closing))
    prose, spoken = _counted(lines, kinds, range(at + 1, limit))
    return prose >= LINES and spoken >= SPOKEN * prose


def speaks(lines: Sequence[Line], kinds: Sequence[LineKind], where: range) -> bool:
    """Whether half of the prose of a range speaks with the voice of an official text; False where it has no prose."""
    prose, spoken = _counted(lines, kinds, where)
    return prose > 0 and 2 * spoken >= prose


def text_speaks(folded: str) -> bool:
    """Whether half of the sentences of a folded stretch speak so; False where it has no sentence of some length."""
    sentences = [part for part in _SENTENCE.split(ascii_marks(folded)) if len(part) >= SENTENCE]
    return bool(sentences) and 2 * sum(inside("text.voice", part) for part in sentences) >= len(sentences)


def _counted(lines: Sequence[Line], kinds: Sequence[LineKind], where: range) -> tuple[int, int]:
    """Lines of prose, headings and names left out, and how many of them speak."""
    prose = [lines[at].fold for at in where if kinds[at] == "prose" and (lines[at].long or lines[at].ended)]
    return len(prose), sum(inside("text.voice", line) for line in prose)
