"""Short words that name again what was named before: 公约, 《公约》, 专家组.

Takes       a line, its mask, and what was named before.
Gives       hits for the short words that are names where they stand.
Method      within title marks always a name; bare only at the head of a clause or behind a governing word, not behind
            a pointing one (该条约), and only where something named before has a name that ends with the word.
Leaves out  what the word means where nothing before has such a name: `unknown` within marks, no mention bare.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from actum.extract.mention_grammar import Grammar
from actum.extract.mention_hit import Hit
from actum.extract.mention_memory import Memory

# How far to the left of a short word its governing word is looked for (characters); the longest governing words
# have five. Set 2026-11-25.
REACH = 6
_HEAD_OF_CLAUSE = frozenset("，。；：！？（）”》、")


def opening(grammar: Grammar, text: str) -> Iterator[Hit]:
    """What a line that is nothing but a short word and a mark names (大会，): who speaks, hence no mention."""
    word = text.rstrip("，：")
    short = grammar.shorts.get(word)
    if short is not None and short.opens and word != text:
        yield Hit(0, len(word), short.kind, short.opens, _rule(grammar, word), word)


def marked_short(grammar: Grammar, hit: Hit, memory: Memory) -> Hit:
    """A title that is a short word (《公约》) with the id of what it names again; any other hit as it is."""
    if hit.id or hit.name not in grammar.shorts:
        return hit
    found = memory.again(hit.name, hit.start)
    return replace(hit, id=found, rule=_rule(grammar, hit.name)) if found else hit


def bare_shorts(grammar: Grammar, mask: str, memory: Memory) -> Iterator[Hit]:
    """The bare short words of a line that are names where they stand; `memory` learns which are common nouns."""
    for found in grammar.short_find.finditer(mask):
        word = found.group("word")
        start, end = found.span("word")
        short = grammar.shorts[word]
        before = mask[max(0, start - REACH) : start]
        if grammar.common.search(before):
            memory.common.add(word)
        if not _is_name(grammar, before, strict=short.strict):
            continue
        slug = memory.again(word, start)
        if slug:
            yield Hit(start, end, short.kind, slug, _rule(grammar, word), word)


def _rule(grammar: Grammar, word: str) -> str:
    return f"short:{word}/{grammar.language}"


def _is_name(grammar: Grammar, before: str, *, strict: bool) -> bool:
    if grammar.pointing.search(before) or grammar.common.search(before):
        return False
    if strict:
        return bool(grammar.governed_strictly.search(before))
    return not before or before[-1] in _HEAD_OF_CLAUSE or bool(grammar.governed.search(before))
