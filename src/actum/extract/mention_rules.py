"""Apply the patterns of a language to a line.

Takes       a line (or its mask), the patterns, what names mean, and what was named before.
Gives       hits, with ids where the pattern, the registry or the context gives one.
Method      each pattern is tried where one of its needed words stands. Its groups say more: `span` what the mention
            is, `name` what it is called, `host` whose it is, `short` by which word, `abbr` and `row` which states.
Leaves out  the choice among hits that overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from actum.extract.mention_form import name_form
from actum.extract.mention_grammar import Grammar, Pattern
from actum.extract.mention_hit import Hit
from actum.extract.mention_names import Names, bare

UNKNOWN = "unknown:"
_SLOT = re.compile(r"\{(\w+)\}")


class Context(Protocol):
    """What was named before a place in the line; each answer is an id, empty where there is none."""

    def last(self, kinds: Sequence[str], place: int, ends: Sequence[str] = ()) -> str:
        """The last mention of one of some kinds, and where `ends` are given with a name that ends so."""

    def subject(self, kinds: Sequence[str], place: int) -> str:
        """The mention of one of some kinds that a possessive before the place means."""

    def whole(self, kinds: Sequence[str], place: int) -> str:
        """The last mention of one of some kinds, for an organ the organisation it belongs to."""

    def speaker(self) -> str:
        """The organisation that speaks in the text."""

    def again(self, word: str, place: int) -> str:
        """What a short word names again."""

    def state(self, abbreviation: str, place: int) -> str:
        """The state that one character stands for."""


def first_hits(grammar: Grammar, names: Names, text: str, paragraph: str) -> Iterator[Hit]:
    """The hits of the first layer: titles, quotations, numbers, dates."""
    signs = set(text)
    for pattern in grammar.first:
        if not pattern.may_match(text, signs):
            continue
        for found in pattern.find.finditer(text):
            start, end = _span(found)
            name = _group(found, "name") or bare(text[start:end])
            if start < end and not name.endswith(grammar.no_titles):
                slug = _by_symbol(names, pattern, found) or meant(names, text[start:end], name, paragraph)
                slug = slug or _only_symbol(pattern, found)
                yield Hit(start, end, pattern.kind, slug, pattern.rule, name)


def composed_hits(
    grammar: Grammar,
    patterns: Sequence[Pattern],
    names: Names,
    line: tuple[str, str],
    *,
    hits: Sequence[Hit],
    context: Context,
) -> Iterator[Hit]:
    """The hits of a layer that builds on others, on the line under the mask of `hits`."""
    text, mask = line
    signs = set(text)
    around = _Around({hit.start: hit.id for hit in hits}, context)
    for pattern in patterns:
        if not pattern.may_match(text, signs):
            continue
        for found in pattern.find.finditer(mask):
            start, end = _span(found)
            if start == end:
                continue
            name = bare(text[start:end])
            slug = meant(names, text[start:end], name, text) or _filled(grammar, pattern, found, around)
            if slug is not None:
                yield Hit(start, end, pattern.kind, slug, pattern.rule, name, pattern.veiled or "unnamed-" in slug)


def meant(names: Names, written: str, name: str, paragraph: str) -> str:
    """The slug behind a mention as written, else behind its bare name; empty where the registry has neither."""
    for form in (written, name):
        meaning = names.meant(form, paragraph)
        if meaning is not None:
            return meaning.row.slug
    return ""


def _by_symbol(names: Names, pattern: Pattern, found: re.Match[str]) -> str:
    symbols = (name_form(symbol.replace("{number}", found.group("number"))) for symbol in pattern.symbols)
    return next((names.symbols[symbol] for symbol in symbols if symbol in names.symbols), "")


def _only_symbol(pattern: Pattern, found: re.Match[str]) -> str:
    """An id by the symbol of a document that no row has, the same in every language; empty where it may be of two."""
    if len(pattern.symbols) != 1:
        return ""
    return UNKNOWN + pattern.symbols[0].replace("{number}", found.group("number").replace("／", "/"))


def _group(found: re.Match[str], name: str) -> str:
    return found.groupdict().get(name) or ""


def _span(found: re.Match[str]) -> tuple[int, int]:
    return found.span("span") if _group(found, "span") else found.span()


@dataclass(frozen=True, slots=True)
class _Around:
    """The ids of the hits of the line by their start, and what was named before."""

    ids: dict[int, str]
    context: Context


def _filled(grammar: Grammar, pattern: Pattern, found: re.Match[str], around: _Around) -> str | None:
    """The id that a pattern gives with its slots filled; empty where one cannot be, None where it must be."""
    if pattern.id == "{host}":
        return around.ids.get(found.start("host"), "")
    values = {}
    for slot in _SLOT.findall(pattern.id):
        value = _role(grammar, found) if slot == "role" else _slot(slot, pattern, found, around)
        if not value and slot in {"abbr", "row"}:
            return None
        if value is None or value.startswith(UNKNOWN) or (not value and slot != "role"):
            return ""
        values[slot] = value
    return _SLOT.sub(lambda slot: values[slot.group(1)], pattern.id)


def _role(grammar: Grammar, found: re.Match[str]) -> str | None:
    """What the words of a part add to an id (其他成员国: other-members); None where they are not in the tables."""
    written = found.group("role")
    for before in ("", *grammar.roles_before):
        rest = written.removeprefix(before)
        if written.startswith(before) and (rest in grammar.roles or not rest):
            return grammar.roles_before.get(before, "") + grammar.roles.get(rest, "")
    return None


def _slot(slot: str, pattern: Pattern, found: re.Match[str], around: _Around) -> str:
    start, context = found.start(), around.context
    if slot == "host":
        return around.ids.get(found.start("host"), "")
    if slot == "short":
        return context.again(found.group("short"), start)
    if slot == "last":
        return context.last(pattern.last, start, pattern.ends)
    if slot == "members":
        speaker = context.speaker()
        if speaker and speaker not in pattern.unlike:
            return speaker
    if slot in {"subject", "whole", "members"}:
        slug = (context.subject if slot == "subject" else context.whole)(pattern.last, start)
        return "" if slug in pattern.unlike else slug
    codes = [context.state(sign, start) for sign in found.group(slot)]
    unknown = next((code for code in codes if code.startswith(UNKNOWN)), "")
    return unknown or ("-".join(codes) if all(codes) and len(set(codes)) == len(codes) else "")
