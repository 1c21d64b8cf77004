"""Names of the registry in a text, by one automaton for all of them.

Takes       the registry, a language, and texts in the form of `mention_form`.
Gives       hits for the names found, leftmost first and the longest at each place; the slug behind a name.
Method      Aho-Corasick over all names at once. A name in letters must end where the word does; a short Chinese name
            must not lie across the words that the dictionary sees (海地 in 沿海地区).
Leaves out  names of one character: `mentions.toml` says where they are safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from actum.extract.mention_form import name_form, name_forms
from actum.extract.mention_hit import HIDING, Hit
from actum.language.words import words
from actum.registry.load import Registry
from actum.registry.row import MENTIONED_AS, Name, Row

# Longest name, in characters, that is checked against the dictionary; longer ones do not arise by chance. Set on
# the names of the registry in the shared sample texts, 2026-11-25.
SHORT_NAME = 3
# Characters on each side of a short name that the dictionary gets to see; same day.
WINDOW = 6
_CHECKED = frozenset({"state", "body", "group"})
_MARKS = re.compile(r"[《》“”]")
# What goes on with the symbol of a document: a stroke, then capitals up to a stop, a digit or another stroke.
_SYMBOL_BEHIND = re.compile(r"[／/](?:[0-9]|[A-Z]+(?:[.．。]?[0-9]|[／/]))")
_SYMBOL_BEFORE = re.compile(r"[0-9][／/]$")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one name can mean: a row, and what a mention by this name is."""

    row: Row
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """The names of one language: the automaton, and the meanings of each name with and without its marks.

    `acronyms` are names in capitals only (WHO, but not who), `capitalised` with a capital at their head (Того, but
    not того). `symbols` lead from the symbols of documents to slugs, `endings` from a slug to all its names.
    """

    language: str
    automaton: AhoCorasick
    written: tuple[str, ...]
    meanings: dict[str, tuple[Meaning, ...]]
    abbreviations: dict[str, tuple[str, ...]]
    endings: dict[str, tuple[str, ...]]
    rows: dict[str, Row]
    symbols: dict[str, str]
    acronyms: frozenset[str]
    capitalised: frozenset[str]

    def is_cased(self, name: str, written: str) -> bool:
        """Whether what is written has the capitals that the name needs."""
        if name in self.acronyms:
            return written.isupper()
        return name not in self.capitalised or written.lstrip("“‘\"'«")[:1].isupper()

    def meant(self, name: str, paragraph: str) -> Meaning | None:
        """What a name means in a paragraph: the row whose `near` words stand there, else the one row without any."""
        found = self.meanings.get(name) or self.meanings.get(bare(name)) or ()
        near = [one for one in found if one.row.near and any(name_form(word) in paragraph for word in one.row.near)]
        plain = [one for one in found if not one.row.near]
        best = near or plain
        return best[0] if best and all(one.row is best[0].row for one in best) else None


def bare(name: str) -> str:
    """A name without title and quotation marks around it."""
    while len(name) > 2 and ((name[0], name[-1]) in {("《", "》"), ("“", "”")}) and not _MARKS.search(name[1:-1]):
        name = name[1:-1]
    return name


@lru_cache(maxsize=16)
def names_of(registry: Registry, language: str) -> Names:
    """The names of a registry in one language, made ready; kept for the registries last used."""
    meanings: dict[str, list[Meaning]] = {}
    abbreviations: dict[str, list[str]] = {}
    endings: dict[str, list[str]] = {}
    known = (*registry.names(language), *_borrowed(registry, language))
    forms = name_forms([name.text for name, _ in known])
    for (name, row), form in zip(known, forms, strict=True):
        endings.setdefault(row.slug, []).append(bare(form))
        # a territory is never mentioned, but a state's name within its name is none (约旦 in 约旦河西岸)
        kind = HIDING if row.kind == "territory" else MENTIONED_AS[name.kind or row.kind]
        if kind is None or not form:
            continue
        if len(form) == 1:
            abbreviations.setdefault(form, []).append(row.slug)
            continue
        for key in dict.fromkeys((form, bare(form))):
            meanings.setdefault(key, []).append(Meaning(row, kind))
    written = tuple(sorted(meanings))
    return Names(
        language,
        AhoCorasick(written, matchkind=MatchKind.LeftmostLongest, store_patterns=False),
        written,
        {key: tuple(found) for key, found in meanings.items()},
        {form: tuple(dict.fromkeys(slugs)) for form, slugs in abbreviations.items()},
        {slug: tuple(found) for slug, found in endings.items()},
        registry.by_slug,
        {name_form(symbol): row.slug for row in registry.rows for symbol in row.symbols},
        frozenset(form for (name, _), form in zip(known, forms, strict=True) if _is_acronym(name)),
        frozenset(form for (name, _), form in zip(known, forms, strict=True) if name.text[0].isupper()),
    )


def _borrowed(registry: Registry, language: str) -> Iterator[tuple[Name, Row]]:
    """The English acronyms of three letters or more, which texts of every language use (AUKUS)."""
    own = {name.text for name, _ in registry.names(language)}
    for name, row in registry.names("en"):
        if language != "en" and _is_acronym(name) and len(name.text) > 2 and name.text not in own:
            yield name, row


def _is_acronym(name: Name) -> bool:
    return name.form == "abbreviation" and name.text.isupper() and all(map(_is_letter, name.text))


def name_hits(names: Names, text: str, *, paragraph: str) -> Iterator[Hit]:
    """The names in one line, in order of place; none overlaps another."""
    for number, start, end in names.automaton.find_matches_as_indexes(text):
        name = names.written[number]
        if not _whole(text, start, end):
            continue
        kind = names.meanings[name][0].kind
        if kind in _CHECKED and end - start <= SHORT_NAME and names.language == "zh" and not _apart(text, start, end):
            continue
        meaning = names.meant(name, paragraph)
        low, high = _with_quotes(text, start, end, kind)
        slug = meaning.row.slug if meaning else f"unknown:{name}"
        yield Hit(low, high, meaning.kind if meaning else kind, slug, f"registry/{names.language}", bare(name))


def _whole(text: str, start: int, end: int) -> bool:
    """Whether no letter stands against a letter at either end, nor the symbol of a document (NPT/CONF.2010/50)."""
    if _is_letter(text[start]) and _SYMBOL_BEFORE.search(text, max(0, start - 2), start):
        return False
    if _is_letter(text[end - 1]) and _SYMBOL_BEHIND.match(text, end):
        return False
    return not (_joined(text[start - 1 : start], text[start]) or _joined(text[end - 1], text[end : end + 1]))


def _joined(left: str, right: str) -> bool:
    return bool(left and right) and _is_letter(left) and _is_letter(right)


def _is_letter(sign: str) -> bool:
    return sign.isalpha() and sign < "\u2e80"


def _apart(text: str, start: int, end: int) -> bool:
    """Whether no word of the dictionary holds a part of the name and more, or the name within it."""
    low = max(0, start - WINDOW)
    at = low
    for word in words(text[low : end + WINDOW]):
        after = at + len(word)
        if at < start < after and after != end:
            return False
        if at < end < after and at != start:
            return False
        at = after
    return True


def _with_quotes(text: str, start: int, end: int, kind: str) -> tuple[int, int]:
    if kind != "state" and text[start - 1 : start] == "“" and text[end : end + 1] == "”":
        return start - 1, end + 1
    return start, end


def ends_with(names: Names, hit: Hit, word: str) -> bool:
    """Whether what a hit names has a name that ends with a short word, in the text or in the registry."""
    forms: Sequence[str] = (hit.name, *names.endings.get(hit.id, ()))
    return any(form.endswith(word) and form != word for form in forms)
