"""Find who is to do something: the doer at the head of what is called for, or the subject of a norm.

Takes       opened text and a stretch of it.
Gives       the places of the doers, one for each name in a row where they are written apart; none where the stretch
            opens with a deed.
Method      one pattern of names for those who can act (see `holders.toml`), anchored at the head or at the end.
Leaves out  what a doer is called in the registry: `positions` looks it up among the mentions.
"""

from __future__ import annotations

from actum.extract.position_found import Place
from actum.extract.position_patterns import Patterns


def leading_doer(patterns: Patterns, opened: str, start: int, end: int) -> Place | None:
    """The doer that opens a stretch and has something to do behind it; None where there is none."""
    match = patterns.doers.match(opened, start, end)
    if match is None or match.end() == match.start():
        return None
    return match.span()


def subject_doer(patterns: Patterns, opened: str, start: int, end: int) -> Place | None:
    """The doer that a subject names: all of it, or its head before a phrase that follows (各国在外空应…)."""
    if patterns.no_one.match(opened, start, end):
        return None
    match = patterns.doers.match(opened, start, end)
    if match and match.end() == end:
        return start, end
    if match and (
        patterns.leads_on.match(opened, match.end(), end) or patterns.behind_doer.match(opened, match.end(), end)
    ):
        return match.span()
    whole = patterns.doer_end.search(opened, start, end)
    if whole and patterns.leads_on.match(opened, start, end):
        return whole.span()
    return (start, end) if whole else None
