"""Bodies and instruments that no list has and no title marks, by their head noun and what stands before it.

Takes       a line and what of it is masked already.
Gives       hits: 不限成员名额工作组, 喀山宣言.
Method      from the head noun word by word to the left, to the first word that no name goes across; what lies
            between must name something. A name goes across 和 and 与 only behind a word of founding (建立…和…中心).
Leaves out  heads with general modifiers alone (国际条约, 立法机构).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from actum.extract.mention_grammar import Grammar, Heads
from actum.extract.mention_hit import MASKS, REST_MASK, Hit
from actum.language.words import words
from actum.model.fact import MentionKind

# How far to the left of its head a name can begin (characters); the longest such name in the shared texts, a centre
# founded for security threats, has 13. Set 2026-11-25.
REACH = 24
# Fewest characters of modifiers that name something; same day.
SHORTEST = 2
# How far before a forum the word of holding it is looked for (characters); same day.
CLAUSE = 60
_STOPS = re.compile(r"[，。；：！？…“”《》（）、—［］【】〔〕]")
_FIRST_MASK = min(MASKS.values())
_REST = "".join(REST_MASK.values())
_MASK_OR_TEXT = re.compile(f"[\ue000-\uf8ff][{_REST}]*|[^\ue000-\uf8ff]+")
_JOINING = frozenset({"和", "与", "及"})
_MASKED = frozenset(MASKS.values())


def head_hits(grammar: Grammar, text: str, mask: str) -> Iterator[Hit]:
    """The names by head noun in one line; `mask` is the line with the hits before under their stand-ins."""
    heads = grammar.heads
    for found in heads.find.finditer(mask):
        head = found.group()
        if heads.another.match(mask, found.end()):
            continue
        start = _start(heads, mask, found.start(), head)
        if start is not None:
            name = text[start : found.end()]
            rule = f"head:{head}/{grammar.language}"
            planned = heads.concluding.search(mask[:start]) is not None
            yield Hit(start, found.end(), _kind(heads, mask[:start], head), "", rule, name, planned=planned)


def _kind(heads: Heads, before: str, head: str) -> MentionKind:
    if head in heads.instruments:
        return "instrument"
    if head not in heads.meetings:
        return "body"
    clause = _STOPS.split(before[-CLAUSE:])[-1]
    return "event" if any(word in clause for word in heads.holding) else "body"


def _start(heads: Heads, mask: str, end: int, head: str) -> int | None:
    """Where the name begins whose head noun begins at `end`; None where it names nothing."""
    low = max(0, end - REACH)
    stops = [found.end() for found in _STOPS.finditer(mask, low, end)]
    low = stops[-1] if stops else low
    walked = _walk(heads, mask[low:end], inside=heads.inside if head in heads.instruments else frozenset())
    if walked.edge in heads.cut and walked.edge:
        return None
    if head in heads.alone:
        return end - len(walked.near[0]) if walked.near and walked.near[0][0] in _MASKED else end
    modifiers = walked.near
    if walked.founded and head in heads.founded and not any(heads.find.search(word) for word in walked.beyond):
        modifiers = modifiers + walked.beyond
    length = sum(map(len, modifiers))
    if length < SHORTEST or not _names(heads, modifiers, head, founded=walked.founded):
        return None
    return _row_start(heads, mask, end - length, low)


def _row_start(heads: Heads, mask: str, start: int, low: int) -> int:
    """Where a name begins that opens with a row of states: 中|俄条约草案, not 进程中|俄…."""
    place = start - 1
    if place < low or heads.row.match(mask, place) is None:
        return start
    before = _pieces(mask[low:place])
    return place if not before or _is_edge(heads, before[-1]) else start


@dataclass(frozen=True, slots=True)
class _Walked:
    """The words of a name before its head, from the right; those beyond a joining word; the word at the end."""

    near: list[str]
    beyond: list[str]
    edge: str
    founded: bool


def _walk(heads: Heads, window: str, *, inside: frozenset[str]) -> _Walked:
    near: list[str] = []
    beyond: list[str] = []
    for word in reversed(_pieces(window)):
        if word in heads.founding:
            return _Walked(near, beyond, word, founded=True)
        if word in _JOINING and near:
            beyond.append(word)
        elif (_is_edge(heads, word) and not (word in inside and near)) or (beyond and word[0] in _MASKED):
            return _Walked(near, beyond, word, founded=False)
        else:
            (beyond or near).append(word)
    return _Walked(near, beyond, "", founded=False)


def _pieces(window: str) -> list[str]:
    """The words of a window, each masked hit one word."""
    pieces: list[str] = []
    for run in _MASK_OR_TEXT.findall(window):
        pieces += [run] if run[0] >= _FIRST_MASK else words(run)
    return pieces


def _is_edge(heads: Heads, word: str) -> bool:
    """Whether no name goes across a word, or across the verb that the dictionary has at its end (不断加强)."""
    return word in heads.edge or any(word[at:] in heads.edge for at in range(1, len(word) - 1))


def _names(heads: Heads, modifiers: list[str], head: str, *, founded: bool) -> bool:
    """Whether the modifiers single something out: not general ones alone, and telling ones before a weak head."""
    if all(word in heads.generic for word in modifiers):
        return False
    if head in heads.strong or head in heads.instruments or (founded and head in heads.founded):
        return True
    return head in heads.weak and any(word in heads.telling or word[0] in _MASKED for word in modifiers)
