"""The words by which an end says more or less of a concept, as patterns.

Takes       a language.
Gives       EndWords, compiled once; None for a language that has no table.
Method      `language/LANG/concept_ends.toml`; in every list a longer word goes before a shorter one.
Leaves out  how the words follow one another: `deltas` reads that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from actum.errors import DataFault
from actum.language.data import table
from actum.text.fold import fold

LISTS = (
    "less", "flips", "more", "open", "intents", "adverbs", "modifiers", "leads", "bare", "shells", "perils", "aspects",
    "losses", "worse", "passives", "harms", "creating", "created", "conduct", "blamed", "colours", "pointers",
    "pronouns", "resists", "aims", "notably", "fuels",
    "rises", "toward", "joins", "family", "binds", "particles", "denials", "spoils", "clauses", "general", "dating",
    "placing", "saying", "feeling", "about", "stances",
)  # fmt: skip
MODALITIES = ("light", "future", "done", "attempt", "conditional", "contributes", "not_conditional")
SETS = ("binds", "particles", "denials", "clauses", "general", "dating", "placing")
Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class EndWords:
    """Patterns over folded text.

    `verbs` are tried in order at one place: name of the rule, pattern. `behind` likewise, each to be found at the
    end. `nouns` are what may stand behind a pointer, each with the kinds of rows that it may mean.
    """

    verbs: tuple[tuple[str, Pattern], ...]
    skips: Pattern
    narrows: Pattern
    relative: Pattern
    turning: Pattern
    turned: Pattern
    behind: tuple[tuple[str, Pattern], ...]
    frames: tuple[tuple[str, Pattern, Pattern], ...]
    conduct: Pattern
    blamed: Pattern
    resists: Pattern
    aims: Pattern
    notably: Pattern
    colours: Pattern
    pointer: Pattern
    pronoun: Pattern
    worse: Pattern
    nouns: tuple[tuple[str, frozenset[str]], ...]
    modality: tuple[tuple[str, Pattern], ...]
    joins: tuple[str, ...]
    family: str
    binds: frozenset[str]
    particles: frozenset[str]
    denials: frozenset[str]
    clauses: frozenset[str]
    general: frozenset[str]
    dating: frozenset[str]
    placing: frozenset[str]
    saying: Pattern
    stance: Pattern


@cache
def end_words(language: str) -> EndWords | None:
    """The patterns of a language; None where it has no table. Raises DataFault where the table lacks a list."""
    found = table(language, "concept_ends")
    if not found:
        return None
    missing = [name for name in LISTS if name not in found]
    missing += [name for name in MODALITIES if name not in found.get("modality", {})]
    if missing:
        raise DataFault(f"language/{language}/concept_ends.toml lacks {', '.join(missing)}. Put the lists back.")
    return _compiled(_folded(found))


def _folded(found: dict[str, Any]) -> dict[str, Any]:
    """The table with its words folded as texts are: 颠覆 stands in folded text as 颠复."""
    words = {key: _words(value) if isinstance(value, str) else value for key, value in found.items()}
    nouns = {fold(noun).text: kinds for noun, kinds in found.get("nouns", {}).items()}
    said = {name: _words(value) for name, value in found["modality"].items()}
    return {**words, "nouns": nouns, "modality": said}


def _words(value: str) -> str:
    return " ".join(fold(word).text for word in value.split())


def any_of(words: str) -> str:
    """An alternation of words parted by blanks, the longer first."""
    return "(?:" + "|".join(map(re.escape, sorted(set(words.split()), key=lambda word: (-len(word), word)))) + ")"


def _compiled(found: dict[str, Any]) -> EndWords:
    word = {name: any_of(found[name]) for name in LISTS}
    said = {name: any_of(found["modality"][name]) for name in MODALITIES}
    return EndWords(
        verbs=tuple((name, re.compile(word[name])) for name in ("flips", "less", "fuels", "open", "more", "intents")),
        skips=re.compile(word["adverbs"] + "地?"),
        narrows=re.compile(word["modifiers"] + "的?"),
        relative=re.compile(
            rf"(?:(?:{word['leads']})[^，,；;]*的|{word['bare']}(?:、{word['bare']})*的"
            rf"|{word['adverbs']}*(?:{word['intents']}|{word['more']})+的)"
        ),
        turning=re.compile(any_of(_turning(found))),
        turned=re.compile(any_of(_turning(found)) + "$"),
        behind=_behind(word, any_of(" ".join(found.get("nouns", {"": ""})))),
        frames=_frames(word),
        conduct=re.compile(rf"{word['conduct']}$"),
        blamed=re.compile(rf"{word['blamed']}$"),
        resists=re.compile(word["resists"]),
        aims=re.compile(word["aims"]),
        notably=re.compile(word["notably"]),
        colours=re.compile(rf"(?:{word['colours']}的?)+"),
        pointer=re.compile(word["pointers"]),
        pronoun=re.compile(word["pronouns"]),
        worse=re.compile(rf"的?{word['worse']}$"),
        nouns=tuple((noun, frozenset(kinds.split())) for noun, kinds in sorted(_nouns(found), key=_longest)),
        modality=(
            ("light", re.compile(said["light"])),
            ("future", re.compile(said["future"])),
            ("done", re.compile(said["done"])),
            ("attempt", re.compile(said["attempt"])),
            ("conditional", re.compile(rf"(?!{said['not_conditional']})(?<![诸譬比例宛不]){said['conditional']}")),
            ("contributes", re.compile(said["contributes"])),
        ),
        joins=tuple(sorted(found["joins"].split(), key=lambda one: -len(one))),
        family=found["family"],
        saying=re.compile(rf"[，,][^，,。；;]{{0,8}}?{word['saying']}[，,]?$"),
        stance=re.compile(
            rf"(?:^|[，,])[^，,。；;]{{0,16}}?(?:{word['about']}(?P<felt>[^。；;]+?){word['feeling']}[^，,。；;]{{0,12}}"
            rf"|{word['stances']}(?P<met>[^，,。；;]+))$"
        ),
        **{name: frozenset(found[name].split()) for name in SETS},
    )


def _plain(word: dict[str, str]) -> str:
    """A character that may stand inside a phrase and denies nothing: 创造不利条件 creates no condition."""
    return rf"(?:(?!{word['spoils']})[^，,；;的])"


def _turning(found: dict[str, Any]) -> str:
    """Verbs of two characters or more that say less, or leave it open."""
    every = " ".join(found[name] for name in ("less", "flips", "fuels", "open")).split()
    return " ".join(word for word in every if len(word) > 1)


def _frames(word: dict[str, str]) -> tuple[tuple[str, Pattern, Pattern], ...]:
    """What may stand around a concept: a rule, its opening words, its closing ones."""
    plain = _plain(word)
    created = rf"{word['creating']}了?{plain}{{0,4}}?{word['created']}的?$"
    return (
        ("creating", re.compile("为"), re.compile(created)),
        ("harm-to", re.compile(word["toward"]), re.compile(rf"的{plain}{{0,4}}?{word['harms']}$")),
        ("deed-to", re.compile(word["toward"]), re.compile(rf"的(?:{word['adverbs']})?{word['aspects']}$")),
    )


def _behind(word: dict[str, str], nouns: str) -> tuple[tuple[str, Pattern], ...]:
    """What may stand behind a concept, the more telling first."""
    joined = r"(?:的?[、和与及]|的?以及|的?或)(?:在[^，,；;的]{1,20}?)?"
    plain = _plain(word)
    aspect = rf"{word['aspects']}(?:{joined}{word['aspects']})*"
    adverb = rf"(?:{word['adverbs']})?"
    passive = rf"{word['passives']}(?:了|到)?{plain}{{0,4}}?(?:的)?{word['harms']}"
    ends = rf"(?:的{word['perils']}|的?可能性?)?$"
    return (
        ("list-tail", re.compile(rf"等(?:{word['modifiers']})*{nouns}$")),
        ("passive", re.compile(passive + ends)),
        ("loss", re.compile(rf"(?:的|及其)?{adverb}{word['losses']}{ends}")),
        ("rise", re.compile(rf"的?{adverb}{word['rises']}$")),
        ("worse", re.compile(rf"的?{adverb}{word['worse']}$")),
        ("peril", re.compile(rf"的?{word['perils']}$")),
        ("aspect", re.compile(rf"的?(?:得到|获得)?{adverb}{aspect}$")),
        ("shell", re.compile(rf"的?(?:现实|共同|良好|相关|有关)?{word['shells']}$")),
    )


def _nouns(found: dict[str, Any]) -> list[tuple[str, str]]:
    return list(found.get("nouns", {}).items())


def _longest(pair: tuple[str, str]) -> tuple[int, str]:
    return (-len(pair[0]), pair[0])
