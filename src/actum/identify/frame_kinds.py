"""What a line of a page is by itself.

Takes       a line.
Gives       its kind, `prose` where no cue answers; the kinds of lines and of segments by name.
Method      the cues of `language/*/frame.toml`, in a fixed order; the first that answers tells.
Leaves out  what stands around it: `frame_texts` and `frame_around` see that.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from actum.identify.frame_cues import start, title_span, whole
from actum.identify.frame_lines import Line

SegmentKind = Literal["text", "letter", "circular", "credit", "news", "furniture", "cut"]
LineKind = Literal[
    "cut", "page", "closing", "salutation", "farewell", "circular", "credit", "furniture", "news", "prose"
]


def kinds_of(lines: Sequence[Line]) -> tuple[LineKind, ...]:
    """What each line is; prose behind a dateline in its own line is news, but where it is a title or opens the page."""
    kinds = [kind_of(line) for line in lines]
    said = False
    for at, line in enumerate(lines[1:], 1):
        said = said or (kinds[at - 1] == "prose" and lines[at - 1].ended)
        if said and line.parted and kinds[at - 1] == "credit" and kinds[at] == "prose" and not title_span(line.fold):
            kinds[at] = "news"
    return tuple(kinds)


def kind_of(line: Line) -> LineKind:
    """What a line is by itself; `prose` where no cue answers."""
    folded = line.fold
    asked: tuple[tuple[LineKind, str], ...] = (
        ("cut", "cut.ends"),
        ("cut", "cut.begins"),
        ("page", "furniture.page"),
        ("closing", "closing.line"),
        ("salutation", "letter.salutation"),
        ("farewell", "letter.farewell"),
        ("circular", "circular.heading"),
        ("credit", "credit.line"),
        ("furniture", "furniture.line"),
    )
    for kind, cue in asked:
        if whole(cue, folded):
            return kind
    return "news" if start("news.start", folded) else "prose"
