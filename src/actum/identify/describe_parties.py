"""Who speaks in a text, as the text names them, and by which short names.

Takes       the lines of a text and its title.
Gives       the parties in the order of the text, and the names that mean all of them at once.
Method      the parties are read off the title, in full or by short names in a row (中俄关于…), else off the sentence
            that names them all; every piece must be a state's name or have the shape of an organisation's, or there
            are none.
Leaves out  which state a name means: the registry says that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from actum.identify.describe_cues import asked, found, part_of
from actum.identify.describe_states import known_name, short_run
from actum.identify.frame_lines import Line
from actum.language.data import table
from actum.language.words import words
from actum.model.work import Party
from actum.text.span import Part, Span

DEFINING_LINES = 8
"""Lines, from the title on, in which a text names its parties and says how it calls them; the sample needs three,
2026-11-25."""


def parties_of(text: str, lines: Sequence[Line], title: Line | None, *, language: str) -> tuple[Party, ...]:
    """The parties, in order; empty where the text does not name them in a form that is known."""
    opening = lines[:DEFINING_LINES]
    names = (_of_title(title, language) or short_run(title.fold, lines, language)) if title else []
    source = title
    if not names:
        source, names = next(((line, spans) for line in opening if (spans := _before_name(line, language))), (None, []))
    if source is None:
        return ()
    given = _given(text, opening, language)
    return tuple(
        Party(Part.cut(text, source.place(span)), _short(span.of(source.fold), lines, given, language))
        for span in names
    )


def together_of(text: str, lines: Sequence[Line], *, language: str) -> tuple[Part, ...]:
    """The names that mean all parties: as defined, else the first such name that opens a sentence undefined."""
    defined = tuple(
        part_of(text, line, match, "n")
        for line in lines[:DEFINING_LINES]
        for match in found(language, "party.defined", line)
        if _is_together(match["n"], language)
    )
    if defined:
        return defined
    undefined = (
        part_of(text, line, match, "n") for line in lines for match in found(language, "party.undefined", line)
    )
    return tuple(part for _, part in zip(range(1), undefined, strict=False))


def _is_together(name: str, language: str) -> bool:
    return any(pattern.fullmatch(name.strip()) for pattern in asked(language, "party.together"))


def _of_title(title: Line, language: str) -> list[Span]:
    for match in found(language, "party.title", title):
        if spans := _names(title.fold, Span(*match.span("n")), language):
            return spans
    return []


def _before_name(line: Line, language: str) -> list[Span]:
    """The parties right before a name that means all of them: `A和B（以下称“双方”）`."""
    for match in found(language, "party.defined", line):
        if _is_together(match["n"], language):
            start = max(line.fold.rfind(mark, 0, match.start()) for mark in ".;:") + 1
            for comma in [
                start,
                *(at.end() for at in re.finditer(",", line.fold[: match.start()]) if at.end() > start),
            ]:
                if spans := _names(line.fold, Span(comma, match.start()), language):
                    return spans
    return []


def _names(folded: str, where: Span, language: str) -> list[Span]:
    """The names that a stretch joins by 和 and the like; empty where anything else is in it, or fewer than two."""
    name, office, joint = (
        next(iter(asked(language, f"party.{key}")), re.compile("(?!)")) for key in ("formal", "office", "and")
    )
    names: list[Span] = []
    at = where.start
    while at < where.end:
        if match := office.match(folded, at, where.end):
            at = match.end()
        match = known_name(language).match(folded, at, where.end) or name.match(folded, at, where.end)
        if not match:
            return []
        names.append(Span(*match.span()))
        at = match.end()
        if match := office.match(folded, at, where.end):
            at = match.end()
        if at == where.end:
            break
        match = joint.match(folded, at, where.end)
        if not match:
            return []
        at = match.end()
    return names if len(names) > 1 else []


def _given(text: str, lines: Sequence[Line], language: str) -> dict[str, str]:
    """Short names that the text defines right behind a party's name, by the folded name."""
    given: dict[str, str] = {}
    for line in lines:
        for match in found(language, "party.defined", line):
            if _is_together(match["n"], language):
                continue
            for name in asked(language, "party.formal"):
                for before in name.finditer(line.fold, 0, match.start()):
                    if before.end() == match.start():
                        given[before[0]] = part_of(text, line, match, "n").text
    return given


def _short(name: str, lines: Sequence[Line], given: dict[str, str], language: str) -> tuple[str, ...]:
    """The short names of a party: as defined, and the usual one where the text uses it."""
    shape = table(language, "describe")
    bare = name.lower().removeprefix("the ")
    side = shape.get("party", {}).get("side", "")
    usual = shape.get("sides", {}).get(name) or shape.get("sides", {}).get(bare) or (name[0] + side if side else "")
    used = _used(usual, lines) if usual else ""
    return tuple(dict.fromkeys(one for one in (given.get(name, ""), used) if one))


def _used(name: str, lines: Sequence[Line]) -> str:
    """The short name where the text has it as words of its own (not the 中方 in 其中方案); else empty."""
    folded = name.upper()
    return name if any(_has_words(line.fold, folded) for line in lines if folded in line.fold.upper()) else ""


def _has_words(folded: str, name: str) -> bool:
    edges = {0}
    for word in words(folded.upper()):
        edges.add(max(edges) + len(word))
    at = folded.upper().find(name)
    while at >= 0:
        if at in edges and at + len(name) in edges:
            return True
        at = folded.upper().find(name, at + 1)
    return False
