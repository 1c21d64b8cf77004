"""What a text says of itself: title, day, place, parties, language, whether it is whole.

Takes       an established text, or one witness's stretch; and the credit lines and jump lines beside it in its copies.
Gives       a Description, each thing with the characters of the text that say it.
Method      cues of `language/*/describe.toml` on folded lines; nothing is guessed from what the reader may know.
Leaves out  which state a name means; the day a copy was published.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actum.identify.describe_cues import spoken
from actum.identify.describe_dates import when
from actum.identify.describe_parties import parties_of, together_of
from actum.identify.describe_whole import why_incomplete
from actum.identify.frame_lines import Line, line_of, lines_of
from actum.identify.frame_titles import Title, titles_of
from actum.language.tell import language_of
from actum.model.work import Description
from actum.text.span import Part, Span

LEAD_LINES = 3
"""Lines before the title that may belong to a described text (a mark that it goes on, a credit); 2026-11-25."""
HEAD_LINES = 8
"""Short lines among which a title may stand further down: the head of a resolution has five, 2026-11-25."""


def describe(text: str, *, beside: str = "", followed: bool = False) -> Description:
    """The description of a text; offsets count in `text`.

    `beside` holds the lines that stand around the text in its copies, one a line: an agency's dateline there gives
    day and place where the text itself has none, a jump line there says that the text is cut. What is found beside
    the text has no part, since it is not in the text: then `date_part`, `place_part` and `agency` are None.
    `followed` says that a credit stands right behind the text where a copy has its end.
    A text of blanks only is described by its language alone (`en`) and is incomplete.
    """
    language = language_of(text)
    lines = lines_of(text)
    if not lines:
        return Description(language, "", None, "", None, "", None, complete=False, incomplete_because="it is empty")
    title = _title(lines)
    found = when(text, lines, language=language, title_end=title.last + 1 if title else 0, beside=beside)
    named = _named(text, lines, title)
    because = why_incomplete(lines, lines_of(beside), language=language, titled=title is not None, followed=followed)
    return Description(
        language=language,
        title=spoken(text, named, Span(0, len(named.fold))) if named else "",
        title_part=Part.cut(text, title.span) if title else None,
        date=found.date,
        date_part=found.date_part,
        place=found.place,
        place_part=found.place_part,
        parties=parties_of(text, lines, named, language=language),
        together=together_of(text, lines, language=language),
        agency=found.agency,
        complete=not because,
        incomplete_because=because,
    )


def _title(lines: Sequence[Line]) -> Title | None:
    """The title at the head of a text; what says who adopted it is one only where there is no other."""
    head = next((at for at, line in enumerate(lines) if line.long), len(lines))
    at_head = [one for one in titles_of(lines) if one.first < LEAD_LINES or one.last < min(head, HEAD_LINES)]
    return next((one for one in at_head if not one.adopted), next(iter(at_head), None))


def _named(text: str, lines: Sequence[Line], title: Title | None) -> Line | None:
    """The title as one line, its line ends folded away."""
    return replace(line_of(text, title.span), heading=lines[title.first].heading) if title else None
