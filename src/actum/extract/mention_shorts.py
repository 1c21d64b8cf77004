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
from actum.extract.mention_rules import Context

# How far to the left of a short word its governing word is looked for (characters); the longest governing words
# have five. Set 2026-11-25.
REACH = 6
_HEAD_OF_CLAUSE = frozenset("，。；：！？（）”》、")


def marked_short(grammar: Grammar, hit: Hit, context: Context) -> Hit:
    """A title that is a short word (《公约》) with the id of what it names again; any other hit as it is."""
    if hit.id or hit.name not in grammar.shorts:
        return hit
    found = context.again(hit.name, hit.start)
    return replace(hit, id=found, rule=_rule(grammar, hit.name)) if found else hit


def bare_shorts(grammar: Grammar, mask: str, context: Context) -> Iterator[Hit]:
    """The bare short words of a line that are names where they stand."""
    for found in grammar.short_find.finditer(mask):
        word = found.group("word")
        start, end = found.span("word")
        short = grammar.shorts[word]
        if not _is_name(grammar, mask[max(0, start - REACH) : start], strict=short.strict):
            continue
        slug = context.again(word, start)
        if slug:
            yield Hit(start, end, short.kind, slug, _rule(grammar, word), word)


def _rule(grammar: Grammar, word: str) -> str:
    return f"short:{word}/{grammar.language}"


def _is_name(grammar: Grammar, before: str, *, strict: bool) -> bool:
    if grammar.pointing.search(before):
        return False
    if strict:
        return bool(grammar.governed_strictly.search(before))
    return not before or before[-1] in _HEAD_OF_CLAUSE or bool(grammar.governed.search(before))
