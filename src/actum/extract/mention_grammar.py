"""The patterns by which a language names things, made ready.

Takes       a language, and the registry for its short names of states.
Gives       a Grammar: compiled patterns, short names, heads and word sets; an empty one for a language without them.
Method      `{word}` in a pattern of mentions.toml becomes the alternatives of that list, longest first;
            `{INSTRUMENT}` and its like one masked hit (see `mention_hit`), `{ABBR}` one short name of a state.
Leaves out  any word of a language: all are in `language/*/mentions.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from actum.errors import DataFault
from actum.extract.mention_hit import GENERIC_MASK, HIDING, MASKS, REST_MASK
from actum.language.data import table
from actum.model.fact import MENTION_KINDS
from actum.registry.load import Registry
from actum.text.script import script_class

_TEMPLATE = re.compile(r"\{([A-Za-z_]+)\}")
NEVER = "(?!)"
_HEAD_SETS = ("strong", "weak", "founded", "telling", "founding", "alone", "inside", "holding")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One rule of mentions.toml; see there."""

    rule: str
    kind: str
    find: re.Pattern[str]
    needed: tuple[str, ...]
    initials: frozenset[str]
    id: str
    last: tuple[str, ...]
    veiled: bool
    symbols: tuple[str, ...]
    ends: tuple[str, ...]
    unlike: frozenset[str] = frozenset()

    def may_match(self, text: str, signs: set[str]) -> bool:
        """Whether a needed word stands in a line; `signs` are its characters."""
        return not self.initials.isdisjoint(signs) and any(need in text for need in self.needed)


@dataclass(frozen=True, slots=True)
class Short:
    """A short word that names again what was named before; `strict` where it is often a common noun or a verb."""

    word: str
    kind: str
    strict: bool
    opens: str


@dataclass(frozen=True, slots=True)
class Heads:
    """Head nouns that make a name of what stands before them, and the words that end such a name to the left."""

    find: re.Pattern[str]
    strong: frozenset[str]
    weak: frozenset[str]
    founded: frozenset[str]
    instruments: frozenset[str]
    telling: frozenset[str]
    founding: frozenset[str]
    generic: frozenset[str]
    edge: frozenset[str]
    cut: frozenset[str]
    another: re.Pattern[str]
    alone: frozenset[str]
    inside: frozenset[str]
    holding: frozenset[str]
    row: re.Pattern[str]
    concluding: re.Pattern[str]
    meetings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that mentions.toml says of one language."""

    language: str
    first: tuple[Pattern, ...]
    composed: tuple[tuple[Pattern, ...], ...]
    shorts: Mapping[str, Short]
    recalling: Mapping[str, str]
    short_find: re.Pattern[str]
    governed: re.Pattern[str]
    governed_strictly: re.Pattern[str]
    pointing: re.Pattern[str]
    common: re.Pattern[str]
    speaks: re.Pattern[str]
    numbered: re.Pattern[str]
    roles: Mapping[str, str]
    roles_before: Mapping[str, str]
    generic_titles: frozenset[str]
    no_titles: tuple[str, ...]
    title_heads: tuple[str, ...]
    lone: frozenset[str]
    heads: Heads


@lru_cache(maxsize=16)
def grammar(language: str, registry: Registry) -> Grammar:
    """The grammar of a language; one that finds nothing where the language has no mentions.toml.

    Raises DataFault where a pattern is no regular expression, or names a list or a kind that is not there.
    """
    data = table(language, "mentions")
    words = _templates(data.get("words", {}), _abbreviations(language, registry))
    patterns = [(_pattern(raw, words, language), raw.get("layer", 1)) for raw in data.get("pattern", ())]
    behind = data.get("behind", {})
    shorts = {script_class(raw["word"]): _short(raw) for raw in data.get("short", ())}
    another = _either(behind.get("another", ()))
    lists = data.get("words", {})
    return Grammar(
        language=language,
        first=tuple(pattern for pattern, layer in patterns if layer == 1),
        composed=tuple(tuple(pattern for pattern, at in patterns if at == layer) for layer in (2, 3)),
        shorts=shorts,
        recalling={
            **{word: kind for pattern, _ in patterns for word in pattern.ends for kind in pattern.last},
            **{word: short.kind for word, short in shorts.items()},
        },
        short_find=re.compile(f"(?P<word>{_either(shorts)})(?!{another})"),
        governed=_endings(_split(behind.get("governing", "")) | _cues(language)),
        governed_strictly=_endings(_split(behind.get("strict", ""))),
        pointing=_endings(map(script_class, behind.get("pointing", ()))),
        common=_endings(map(script_class, behind.get("common", ()))),
        speaks=_speaking(language, data.get("speaking", {})),
        numbered=re.compile(script_class(data.get("speaking", {}).get("item", NEVER))),
        roles={script_class(word): role for word, role in data.get("roles", {}).items() if isinstance(role, str)},
        roles_before={script_class(word): role for word, role in data.get("roles", {}).get("before", {}).items()},
        generic_titles=frozenset(map(script_class, lists.get("generic_title", ()))),
        no_titles=tuple(map(script_class, lists.get("no_title", ()))),
        title_heads=tuple(map(script_class, lists.get("instrument", ()))),
        lone=frozenset(script_class(data.get("states", {}).get("lone", ""))),
        heads=_heads(data, language),
    )


def _split(words: str) -> frozenset[str]:
    return frozenset(map(script_class, words.split()))


def _either(words: Iterable[str]) -> str:
    """The alternatives of a list of words or patterns, longest first; matches nothing where it is empty."""
    ordered = sorted({script_class(word) for word in words}, key=lambda word: (-len(word), word))
    return "|".join(ordered) or NEVER


def _templates(lists: Mapping[str, list[str]], abbreviations: str) -> dict[str, str]:
    masks = {kind.upper(): f"{first}{REST_MASK[kind]}*" for kind, first in MASKS.items()}
    masks["INSTRUMENT"] = f"[{MASKS['instrument']}{GENERIC_MASK}]{REST_MASK['instrument']}*"
    masks["GENERIC"] = f"{GENERIC_MASK}{REST_MASK['instrument']}*"
    plain = {name: _either(words) for name, words in lists.items()}
    made = {**masks, "ABBR": f"[{abbreviations}]" if abbreviations else NEVER}
    for name, pattern in plain.items():
        made[name] = f"(?:{_TEMPLATE.sub(lambda found: f'(?:{plain[found.group(1)]})', pattern)})"
    return made


def _abbreviations(language: str, registry: Registry) -> str:
    forms = {name.text for name, _ in registry.names(language) if len(name.text) == 1}
    return "".join(sorted(map(script_class, forms)))


def _pattern(raw: Mapping[str, Any], words: Mapping[str, str], language: str) -> Pattern:
    rule = raw.get("rule", "")
    try:
        source = _TEMPLATE.sub(lambda found: words[found.group(1)], raw["find"])
        find = re.compile(script_class(source))
    except (KeyError, re.error) as error:
        raise DataFault(
            f"language/{language}/mentions.toml, pattern {rule or 'without rule'}: {error} is no list, or find breaks."
        ) from error
    kind = raw.get("kind", "")
    if not rule or kind not in {*MENTION_KINDS, HIDING} or not raw.get("needs"):
        raise DataFault(
            f"language/{language}/mentions.toml, pattern {rule or 'without rule'}: kind or needs is missing."
        )
    needed = tuple(map(script_class, raw["needs"]))
    return Pattern(
        rule=f"pattern:{rule}/{language}",
        kind=kind,
        find=find,
        needed=needed,
        initials=frozenset(need[0] for need in needed),
        id=raw.get("id", ""),
        last=tuple(raw.get("last", "").split()),
        veiled=raw.get("veiled", False),
        symbols=tuple(raw.get("symbols", ())),
        ends=tuple(map(script_class, raw.get("ends", ()))),
        unlike=frozenset(raw.get("unlike", ())),
    )


def _short(raw: Mapping[str, Any]) -> Short:
    return Short(script_class(raw["word"]), raw["kind"], raw.get("strict", False), raw.get("opens", ""))


def _endings(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{_either(map(re.escape, words))})$")


def _cues(language: str) -> frozenset[str]:
    """The verbs by which the language takes positions."""
    groups = table(language, "cues").get("group", ())
    return frozenset(word for group in groups for word in _split(str(group.get("words", ""))))


def _speaking(language: str, data: Mapping[str, Any]) -> re.Pattern[str]:
    """What stands behind a party that speaks: adverbs, at most one phrase among them, then a verb of position."""
    modifiers = table(language, "modifiers")
    words = [word for name in ("strong", "plain", "leads") for word in sorted(_split(modifiers.get(name, "")))]
    adverbs = f"(?:{_either(map(re.escape, words))})"
    phrase = f"(?:{_either(data.get('between', ()))})?"
    verbs = _cues(language) | frozenset(map(script_class, data.get("verbs", ())))
    return re.compile(f"{adverbs}{{0,4}}{phrase}{adverbs}{{0,3}}(?:{_either(map(re.escape, verbs))})(?!的)")


def _heads(whole: Mapping[str, Any], language: str) -> Heads:
    data = whole.get("heads", {})
    sets = {name: frozenset(map(script_class, data.get(name, ()))) for name in _HEAD_SETS}
    named = frozenset(map(script_class, whole.get("words", {}).get("bare_instrument", ())))
    governing = frozenset(word for word in _split(whole.get("behind", {}).get("governing", "")) if len(word) > 1)
    every = sets["strong"] | sets["weak"] | sets["founded"] | sets["alone"] | named
    behind = whole.get("behind", {})
    cut = frozenset(map(script_class, (*behind.get("cut", ()), *behind.get("pointing", ()))))
    return Heads(
        find=re.compile(_either(every)),
        instruments=named,
        generic=_split(data.get("generic", "")),
        edge=_split(data.get("edge", "")) | governing | cut | _cues(language),
        cut=cut,
        row=_row(data),
        concluding=_endings(map(script_class, data.get("concluding", ()))),
        meetings=frozenset(map(script_class, whole.get("words", {}).get("meeting", ()))),
        another=re.compile(_either(behind.get("another", ()))),
        **sets,
    )


def _row(data: Mapping[str, Any]) -> re.Pattern[str]:
    """What a row of states opens with where the rest of it follows (中|俄)."""
    opens, goes_on = data.get("row_opens", ""), data.get("first_of_row", "")
    return re.compile(script_class(f"[{opens}](?=[{goes_on}])") if opens and goes_on else NEVER)
