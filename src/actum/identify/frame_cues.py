"""What a single line of a page is, by the cues in `language/*/frame.toml`.

Takes       a folded line.
Gives       whether it answers to a cue (`closing.line`, `credit.line`, …), in whichever language.
Method      the patterns of all languages are asked: a page may bear a text in one and its furniture in another.
Leaves out  what the line is among its neighbours: `frame_texts` and `frame_around` decide that.
"""

from __future__ import annotations

import re
from functools import cache

from actum.errors import DataFault
from actum.language.data import table
from actum.text.span import Span

LANGUAGES = ("zh", "en", "ru")


@cache
def pattern(language: str, cue: str) -> re.Pattern[str] | None:
    """One language's pattern for a cue such as `closing.line`; None where it has none. See `compiled`."""
    part, _, key = cue.partition(".")
    found = table(language, "frame").get(part, {}).get(key)
    if not found:
        return None
    source = "|".join(f"(?:{one})" for one in ([found] if isinstance(found, str) else found))
    return compiled(language, source, where=f"frame.toml, {cue}", cased=key == "name")


def compiled(language: str, source: str, *, where: str, cased: bool = False) -> re.Pattern[str]:
    """A pattern of a data file, the words of `frame.toml` put in; case ignored unless `cased`.

    Raises DataFault where it is no regular expression; `where` names the file and key.
    """
    try:
        filled = _filled(source, table(language, "frame").get("words", {}))
        return re.compile(filled, re.NOFLAG if cased else re.IGNORECASE)
    except re.error as error:
        raise DataFault(f"language/{language}/{where}: {error}. Mend the pattern.") from error


def _filled(source: str, words: dict[str, str]) -> str:
    """The pattern with `{date}` and the like put in; a word may hold earlier words. Groups get names of their own."""
    for name in reversed(words):
        source = source.replace("{" + name + "}", words[name])
    count = iter(range(source.count("(?P<title>")))
    return re.sub(r"\(\?P<title>", lambda _: f"(?P<title{next(count)}>", source)


@cache
def patterns(cue: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of all languages that have the cue, in the fixed order of languages."""
    return tuple(one for language in LANGUAGES if (one := pattern(language, cue)) is not None)


def whole(cue: str, folded: str) -> re.Match[str] | None:
    """The match where the whole line answers to the cue in some language; the first language wins."""
    for asked in patterns(cue):
        if match := asked.fullmatch(folded):
            return match
    return None


def start(cue: str, folded: str) -> bool:
    """Whether the line begins with the cue, in some language."""
    return any(asked.match(folded) for asked in patterns(cue))


def inside(cue: str, folded: str) -> bool:
    """Whether the cue stands anywhere in the line, in some language."""
    return any(asked.search(folded) for asked in patterns(cue))


def title_span(folded: str) -> Span | None:
    """Where the title stands in a line that is one, without `(全文)` and the like beside it; None where it is none."""
    if inside("title.never", folded) or whole("circular.heading", folded) or whole("credit.line", folded):
        return None
    match = whole("title.whole", folded)
    if not match:
        return None
    return next(Span(*match.span(name)) for name, value in match.groupdict().items() if value)


def split_points(folded: str) -> tuple[int, ...]:
    """Where a line falls into several: behind a leading dateline, before trailing credits and an inline closing."""
    points: set[int] = set()
    for asked in patterns("credit.lead"):
        if (match := asked.match(folded)) and 0 < match.end() < len(folded):
            points.add(match.end())
    end = len(folded)
    while end := _last(folded[:end]):
        points.add(end)
    return tuple(sorted(points))


def _last(folded: str) -> int:
    """Where the last credit or closing of a line begins; 0 where it has none, or is nothing else."""
    for cue in ("credit.tail", "closing.inline"):
        for asked in patterns(cue):
            if (match := asked.search(folded)) and match.start() > 0:
                return match.start()
    return 0
