"""Read what stands between the head of a clause and a cue: who holds the position, and how strongly.

Takes       opened text (see `clauses`), the Voices of the text, a language with `modifiers.toml`.
Gives       a Head where nothing but a holder, adverbs, joining words and phrases stands there; None where anything
            else does, for then somebody else is the subject or the cue is no predicate.
Method      one pattern from the language's lists and the holders' names, tried on the whole stretch.
Leaves out  whose position it is where no holder is written: `position_frames` knows what came before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from actum.extract.clauses import BRACKETED
from actum.extract.parties import Voices
from actum.extract.position_lexicon import lexicon

# A longer stretch before a cue is never a holder with modifiers; set on the gold of two statements, 2026-11-25:
# the longest had 46 characters.
LONGEST_HEAD = 90


@dataclass(frozen=True, slots=True)
class Head:
    """`holder` is empty where none is written; `strong`: an adverb of force; `pronoun`: 他们 stands in its place."""

    holder: tuple[str, ...]
    strong: bool
    together: bool
    pronoun: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """The compiled patterns for one language and one set of voices."""

    names: Mapping[str, tuple[str, ...]]
    head: re.Pattern[str]
    tail: re.Pattern[str]
    strong: re.Pattern[str]
    strong_tail: re.Pattern[str]
    light: re.Pattern[str]
    toward: re.Pattern[str]
    denied: re.Pattern[str]
    toward_far: re.Pattern[str]
    behind_toward: re.Pattern[str]
    evokes: re.Pattern[str]
    holder: re.Pattern[str]
    name: re.Pattern[str]
    mutual: re.Pattern[str]
    adverbs: re.Pattern[str]


def _any(words: str | tuple[str, ...]) -> str:
    """An alternation of words, longest first; one that never matches where there is none."""
    found = set(words.split() if isinstance(words, str) else words)
    return "|".join(map(re.escape, sorted(found, key=lambda word: (-len(word), word)))) or r"(?!)"


def reader(language: str, voices: Voices) -> Reader:
    """The patterns for a text's voices, compiled once for each set of names."""
    return _reader(language, tuple((name, codes) for name, codes in voices.names.items()))


@lru_cache(maxsize=64)
def _reader(language: str, names: tuple[tuple[str, tuple[str, ...]], ...]) -> Reader:
    data = lexicon(language, "modifiers")
    strong, plain, leads = (_any(data.get(key, "")) for key in ("strong", "plain", "leads"))
    phrase = "|".join(data.get("phrases", ())) or r"(?!)"
    light = _any(data.get("light", ""))
    nouns = f"(?:{_any(data.get('beside_nouns', ''))})(?:{_any(tuple(data.get('between', ())))})"
    beside = f"(?:{nouns}(?:{strong}|{plain})*)?"
    first_noun = f"(?:{strong}|{plain})*{nouns}"
    name = _any(tuple(name for name, _ in names))
    they = _any(tuple(data.get("they", ())))
    holder = f"(?:{name})(?:(?:和|与|同|及|以及|、)(?:{name}))*"
    return Reader(
        names=dict(names),
        head=re.compile(
            f"(?:{BRACKETED}|{leads}|{phrase}|{strong}|{plain})*?"
            f"(?:(?P<holder>{holder}){BRACKETED}*|(?P<pronoun>{they}))?(?:{strong}|{plain}|{leads}|{phrase})*"
        ),
        tail=re.compile(f"(?:{strong}|{plain})*"),
        adverbs=re.compile(f"(?:{strong}|{plain})+$"),
        strong=re.compile(f"(?:{strong})"),
        strong_tail=re.compile(f"(?:{strong})(?:{plain}|{leads}|的)*$"),
        light=re.compile(f"(?P<light>{light})(?P<adverbs>(?:{strong}|{plain})*{beside})$"),
        denied=re.compile(f"(?:{_any(data.get('denials', ''))})$"),
        toward=re.compile(_any(data.get("toward", ""))),
        behind_toward=re.compile(f"(?:{_any(data.get('behind_toward', ''))}|{first_noun})+$"),
        toward_far=re.compile(_any(data.get("toward_far", ""))),
        evokes=re.compile(f"(?P<evokes>{_any(data.get('evokes', ''))})(?P<adverbs>(?:{strong}|{plain})*)$"),
        holder=re.compile(holder),
        name=re.compile(name),
        mutual=re.compile(_any(tuple(data.get("mutual", ())))),
    )


def read_head(reading: Reader, opened: str, start: int, end: int) -> Head | None:
    """The head of a clause that runs from `start` to the cue at `end`; None where it holds anything else."""
    if end - start > LONGEST_HEAD:
        return None
    match = reading.head.fullmatch(opened, start, end)
    if match is None:
        return None
    written = match["holder"]
    holder_end = match.end("holder") if written else start
    return Head(
        holder=codes_of(reading, written) if written else (),
        strong=reading.strong_tail.search(opened, holder_end, end) is not None,
        together=reading.mutual.search(opened, holder_end, end) is not None,
        pronoun=match["pronoun"] is not None,
    )


def codes_of(reading: Reader, written: str) -> tuple[str, ...]:
    """All codes behind a written holder or a row of holders, sorted."""
    names = reading.names
    if written in names:
        return names[written]
    found = {code for name in reading.name.findall(written) for code in names[name]}
    return tuple(sorted(found))
