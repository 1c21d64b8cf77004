"""The effects' tables of a language, made ready to be looked up.

Takes       a language with `effects.toml` and `effect_keep.txt` in its data folder.
Gives       a Lexicon: every word that the frames ask about with what it can be, one pattern that finds them all,
            and the patterns of the phrase frames.
Method      words are found longest first, so that a longer word (和平) hides the shorter one in it (和).
Leaves out  any language without these tables: it has no lexicon, and no effects.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from actum.errors import DataFault
from actum.language.data import lines, table
from actum.model.fact import Sign

VerbKind = Literal["harm", "further", "helps"]
# The lists of `words` and `operators` whose members are found in the text; the others are asked for by name.
_FOUND = (
    "say", "wish", "norm", "oppose", "avoid", "forbids", "attempt", "plot", "negations", "future", "adverbs",
    "conjunctions", "prepositions", "determiners", "pronouns", "holders", "parties", "verbs", "openings", "creating",
    "shed", "stops", "predicates", "links", "causatives", "turning", "passives",
)  # fmt: skip
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Verb:
    """One reading of a verb: what it does to its object, and what must stand around it."""

    kind: VerbKind
    sign: Sign
    before: re.Pattern[str] | None
    never_before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    never_after: re.Pattern[str] | None
    needs_actor: bool
    needs_thing: bool

    def fits(self, before: str, after: str) -> bool:
        """Whether this reading goes with the words of the clause before and behind the verb."""
        if (self.before is not None and not self.before.search(before)) or (
            self.never_before is not None and self.never_before.search(before)
        ):
            return False
        if self.after is not None and not self.after.match(after):
            return False
        return self.never_after is None or not self.never_after.match(after)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A frame of several words: its pattern with the group `cue`, and the prepositions that open what it touches."""

    name: str
    sign: Sign
    open: frozenset[str]
    pattern: re.Pattern[str]
    never: re.Pattern[str] | None = None
    verb_first: bool = False
    written: bool = False

    def refuses(self, words: str) -> bool:
        """Whether a stretch that the pattern matched holds what it must not."""
        return self.never is not None and self.never.search(words) is not None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables of one language; `kinds` says what a word can be, `verbs` how it acts on its object.

    `of` leads from a modifier to its noun, `done` says that something has happened; `marks` are the characters
    that join the members of a list.
    """

    kinds: Mapping[str, frozenset[str]]
    verbs: Mapping[str, tuple[Verb, ...]]
    scan: re.Pattern[str]
    lists: Mapping[str, tuple[str, ...]]
    sets: Mapping[str, frozenset[str]]
    phrases: tuple[Phrase, ...]
    copulas: tuple[Phrase, ...]
    causative_ends: tuple[Phrase, ...]
    patterns: Mapping[str, re.Pattern[str]]
    of: str
    done: str
    marks: str


@cache
def lexicon(language: str) -> Lexicon | None:
    """The lexicon of a language; None where it has no effects' tables.

    Raises DataFault where a table breaks its format.
    """
    data = table(language, "effects")
    if not data:
        return None
    try:
        return _lexicon(data, _words(" ".join(lines(language, "effect_keep"))))
    except (KeyError, TypeError, AttributeError, re.error) as error:
        raise DataFault(f"language/{language}/effects.toml breaks its format: {error!r}. Mend that entry.") from error


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, grouped by first character so that it is quick."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        groups[word[:1]].append(word[1:])
    if not groups:
        return r"(?!)"
    parts = []
    for first, rests in sorted(groups.items()):
        tail = "|".join(re.escape(rest) for rest in rests)
        parts.append(re.escape(first) + (f"(?:{tail})" if len(rests) > 1 or rests[0] else ""))
    return "(?:" + "|".join(parts) + ")"


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _pattern(row: Mapping[str, Any], key: str) -> re.Pattern[str] | None:
    return re.compile(row[key]) if key in row else None


def _lexicon(data: Mapping[str, Any], keep: tuple[str, ...]) -> Lexicon:
    lists = _lists(data)
    verbs = _verbs(data["verbs"])
    kinds: dict[str, set[str]] = {word: set() for word in keep}
    for name in _FOUND:
        for word in lists[name]:
            kinds.setdefault(word, set()).add(name)
    for word, readings in verbs.items():
        kinds.setdefault(word, set()).update(verb.kind for verb in readings)
    of, done, across = lists["of"][0], lists["done"][0], alternatives(lists["across"])
    return Lexicon(
        kinds={word: frozenset(names) for word, names in kinds.items()},
        verbs=verbs,
        scan=re.compile(f"(?!{across}){alternatives(kinds)}"),
        lists=lists,
        sets={name: frozenset(words) for name, words in lists.items()},
        phrases=(*(_light(row, of, across) for row in data["light"]), *map(_tail, data["tail"])),
        copulas=tuple(_copula(data["copula"], row, of) for row in data["copula"]["nouns"]),
        causative_ends=tuple(_end(row, of) for row in data["causative"]["ends"]),
        patterns=_patterns(data, lists, of),
        of=of,
        done=done,
        marks="".join(word for word in lists["joints"] if len(word) == 1),
    )


def _lists(data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    lists = {name: _words(text) for part in ("operators", "words") for name, text in data[part].items()}
    named = {
        "links": data["copula"]["links"],
        "weak_links": data["copula"]["weak_links"],
        "light_ends": data["copula"]["light_ends"],
        "causatives": data["causative"]["words"],
        "events": data["causative"]["events"],
        "turning": data["turned"]["words"],
        "passives": data["passive"]["words"],
        "faced": data["passive"]["faced"],
        "only": data["condition"]["only"],
        "supposed_then": data["conditional"]["then"],
    }
    return lists | {name: _words(text) for name, text in named.items()}


def _verbs(rows: list[Mapping[str, Any]]) -> dict[str, tuple[Verb, ...]]:
    found: dict[str, list[Verb]] = defaultdict(list)
    for row in rows:
        verb = Verb(
            kind=row["kind"],
            sign=row["sign"],
            before=_pattern(row, "before"),
            never_before=_pattern(row, "never_before"),
            after=_pattern(row, "after"),
            never_after=_pattern(row, "never_after"),
            needs_actor=row.get("needs_actor", False),
            needs_thing=row.get("needs_thing", False),
        )
        for word in _words(row["words"]):
            found[word].append(verb)
    return {word: tuple(verbs) for word, verbs in found.items()}


def _light(row: Mapping[str, Any], of: str, across: str) -> Phrase:
    plain, toned = alternatives(_words(row["plain"])), alternatives(_words(row.get("toned", "")))
    tones = alternatives(_words(row.get("tones", "")))
    between = rf"[^,;:、]{{0,{row['reach']}}}?"
    pattern = (
        rf"(?P<cue>(?!{across}){alternatives(_words(row['verbs']))}{row['aspect']}"
        rf"(?:{between}{tones}{between}{toned}|{between}{plain})(?:{row['joint']}{between}{plain})?)"
        rf"(?=$|[^\w]|[{of}{row['behind']}])"
    )
    return Phrase(row["name"], row["sign"], frozenset(_words(row["open"])), re.compile(pattern))


def _tail(row: Mapping[str, Any]) -> Phrase:
    return Phrase(
        row["name"],
        row["sign"],
        frozenset(_words(row.get("needs", row["open"]))),
        re.compile(row["pattern"]),
        _pattern(row, "never"),
        verb_first=row.get("verb_first", False),
        written=row.get("subject") == "written",
    )


def _copula(shared: Mapping[str, Any], row: Mapping[str, Any], of: str) -> Phrase:
    adjectives = _words(row["adjectives"])
    nouns, bare = alternatives(_words(row["words"])), alternatives(_words(row.get("bare", "")))
    behind = alternatives(_words(shared["behind"]))
    toned = rf"(?=[^,;:、]{{0,10}}?{alternatives(adjectives)})" if adjectives else ""
    pattern = (
        rf"(?:{of}{toned}(?P<cue>{shared['measures']}[^,;:{of}]{{0,10}}?{nouns}{behind}?)|(?P<bare>{bare}{behind}?))"
        rf"(?=$|[,;:、{shared['joined']}{of}])"
    )
    return Phrase("copula", row["sign"], _NOTHING, re.compile(pattern), _pattern(row, "never"))


def _end(row: Mapping[str, Any], of: str) -> Phrase:
    return Phrase("causative", row["sign"], _NOTHING, re.compile(rf"{row['pattern']}(?=$|[,;:、{row['joined']}{of}])"))


def _patterns(data: Mapping[str, Any], lists: Mapping[str, tuple[str, ...]], of: str) -> dict[str, re.Pattern[str]]:
    reverse, passive = data["copula"]["reverse"], data["passive"]
    joined = data["copula"]["joined"]
    within = rf"[^,;:、]{{0,{passive['reach']}}}?"
    toned = rf"{within}{alternatives(_words(passive['tones']))}{within}{alternatives(_words(passive['toned']))}"
    risks = alternatives(_words(passive["risks"]))
    patterns = {
        "conduct": rf"[^,;:、{of}]{{0,14}}?{alternatives(lists['conduct'])}",
        "conduct_weak": rf"[^,;:、{of}]{{0,14}}?{alternatives(lists['conduct_weak'])}",
        "after_conduct": alternatives(lists["after_conduct"]),
        "of_doing": rf"[^,;:、{of}]{{0,10}}?{alternatives(lists['of_doing'])}(?=$|[,;:、{joined}])",
        "neutral": rf".*?{alternatives(lists['neutral'])}$",
        "bad_tones": alternatives(_words(passive["tones"])),
        "reverse": rf"(?:{of}[^,;:、{of}]{{0,6}}?)(?P<cue>{alternatives(_words(reverse['nouns']))})(?=$|[,;:])",
        "made": rf"(?P<cue>{alternatives(_words(reverse['made']))}){of}(?=$|[,;:])",
        "from": alternatives(word for row in data["from"] for word in _words(row["words"])),
        "turned": rf"(?P<cue>{alternatives(_words(data['turned']['ends']))})(?=$|[,;:、{data['turned']['joined']}])",
        "passive": rf"(?P<cue>{alternatives(lists['passives'])}{passive['aspect']}"
        rf"(?:{toned}|{within}{alternatives(_words(passive['nouns']))}))(?=$|[,;:、{joined}{of}])",
        "results": alternatives(_words(passive["results"])),
        "faced": rf"{alternatives(_words(passive['faced']))}(?P<risk>[^,;:]{{2,60}}?{of}?{risks})$",
        "then": alternatives(_words(data["condition"]["then"])),
        "nominal": rf"(?:{alternatives(lists['nominal_after'])}|{data['doers']['pattern']})",
        "examples": alternatives(lists["examples"]),
        "actor_head": rf"[^,;:{of}]{{0,16}}?{alternatives(w for w in lists['actors'] if len(w) > 1)}",
        "closers": alternatives(w for w in lists["closers"] if len(w) > 1),
        "qualities": data["qualities"]["pattern"],
        "hearsay": data["hearsay"]["pattern"],
        "conditional": data["conditional"]["pattern"],
        "asked": data["asked"]["pattern"],
        "denied_saying": data["denied_saying"]["pattern"],
        "unfinished": data["unfinished"]["pattern"],
        "standing": data["standing"]["pattern"],
        "dated": data["dated"]["pattern"],
        "dated_end": f"{data['dated']['pattern']}$",
        "item": data["item"]["mark"],
        "allows": alternatives(lists["allows"]),
        "actors": alternatives(lists["actors"]) + "$",
        "names": f"{alternatives(lists['name_ends'])}$",
    }
    return {name: re.compile(pattern) for name, pattern in patterns.items()}
