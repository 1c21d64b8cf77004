"""How the words around a name in a matter turn the side of the act: with the named thing, or against it.

Takes       the text of a matter, the spans of the names in it, a language.
Gives       for one name `+` (the act's side holds for it), `-` (it turns) or `?` (the words do not say plainly); the
            spans of those who do what the matter tells.
Method      the first clause alone. The name stands bare, behind a verb that is known to say more or less of it, before
            a head that still speaks of it, or as the last noun behind its modifiers. Verbs are those of `effects.toml`
            and `leanings.toml`. What fits none of these stays open: nothing is guessed.
Leaves out  languages without these files: there a name that is the whole matter is read, and no other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from actum.language.data import table
from actum.model.fact import Sign
from actum.text.fold import fold
from actum.text.span import Span

Turn = Literal["+", "-", "?"]
NAME = "\ue000"
"""Stands for another name of the matter while the words around one are read; a private character, in no text."""
REACH = 60
"""Characters read before a name and behind it; what governs from farther off governs much else, too, 2026-11-26."""
_QUOTES = '“”"《》「」『』‘’〈〉 '
_DENIES = frozenset("不未没无尚从")
"""Denials turn what they govern; at the head of a modifier (来之不易的, 没有依据的) they say nothing of its noun."""
_CLAUSE = re.compile(r"[，,；;：:。]")


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of one language.

    `before` reads all that stands before a name, `modified` modifiers that end in 的 and have no verb that `lessens`,
    `behind` all that stands behind it, with what that makes of the side; the others are for those who do.
    """

    before: re.Pattern[str]
    modified: re.Pattern[str]
    lessens: re.Pattern[str]
    behind: tuple[tuple[re.Pattern[str], Sign], ...]
    doing: re.Pattern[str]
    deeds: re.Pattern[str]
    deed: re.Pattern[str]
    joins: re.Pattern[str]


def turn_of(matter: str, name: Span, others: Sequence[Span], *, language: str) -> Turn:
    """What the words around one name of the matter make of the act's side.

    `others` are the spans of the other names in it. `?` where the name stands in a later clause.
    """
    words = _words(language)
    masked = _masked(matter, [one for one in others if words is None or not words.deed.search(one.of(matter))])
    before, behind = masked[: name.start].lstrip(_QUOTES), masked[name.end :].strip(_QUOTES)
    if len(before) > REACH or _CLAUSE.search(before):
        return "?"
    behind = _CLAUSE.split(behind, maxsplit=1)[0].rstrip(_QUOTES)
    if len(behind) > REACH:
        return "?"
    if words is None:
        return "+" if not before.strip(_QUOTES) and not behind else "?"
    tail = _tail(words, behind)
    head = _head(words, fold(before.rstrip(_QUOTES)).text if before.strip() else "")
    if "?" in {tail, head}:
        return "?"
    return "+" if tail == head else "-"


def doers(matter: str, actors: Sequence[Span], *, language: str) -> tuple[Span, ...]:
    """Those of the actors' spans that open the matter and do what it tells; empty where it names no doer plainly."""
    words = _words(language)
    if words is None or not actors:
        return ()
    ordered = sorted(actors)
    found: list[Span] = []
    at = len(matter) - len(matter.lstrip(_QUOTES))
    for span in ordered:
        between = matter[at : span.start].strip(_QUOTES)
        opens = not between or (words.joins if found else _QUANTIFIED).fullmatch(between) is not None
        if not opens:
            break
        found.append(span)
        at = span.end
    if not found:
        return ()
    rest = _CLAUSE.split(matter[found[-1].end :], maxsplit=1)[0]
    return tuple(found) if words.doing.match(rest) or words.deeds.match(rest) or not matter[at:].strip() else ()


_QUANTIFIED = re.compile(r"任何|一切|所有|某些|个别|有关|来自")


def _masked(matter: str, others: Sequence[Span]) -> str:
    """The matter with each other name as one private character repeated, so that offsets stay."""
    masked = matter
    for span in others:
        masked = masked[: span.start] + NAME * len(span) + masked[span.end :]
    return masked


def _tail(words: _Words, behind: str) -> Turn:
    folded = fold(behind).text if behind else ""
    for pattern, sign in words.behind:
        if pattern.fullmatch(folded):
            return sign
    return "?"


def _head(words: _Words, before: str) -> Turn:
    found = words.before.fullmatch(before)
    if found:
        return "-" if found["less"] else "+"
    if words.modified.fullmatch(before) and not words.lessens.search(before):
        return "+"
    return "?"


@cache
def _words(language: str) -> _Words | None:
    data = table(language, "leanings")
    if not data:
        return None
    ends = table(language, "concept_ends")
    verbs = table(language, "effects").get("verbs", [])
    # verbs that hold only in a frame of their own are left to the reading of effects
    plain = [one for one in verbs if one["kind"] in {"harm", "further"} and not {"after", "before"} & one.keys()]
    unsaid = frozenset(data["unsaid"].split())
    more = _any(
        data["more"], ends.get("more", ""), *(one["words"] for one in plain if one["sign"] == "+"), never=unsaid
    )
    lists = [data["less"], ends.get("less", ""), ends.get("flips", "")]
    less_words = " ".join([*lists, *(one["words"] for one in plain if one["sign"] == "-")])
    less = _any(less_words, never=unsaid)
    undenied = [word for word in less_words.split() if len(word) > 1 and word[0] not in _DENIES]
    quantifier = f"(?:{_any(data['quantifiers'])}){{0,3}}的?"
    joined = f"(?:{NAME}+[^{NAME},;:的]{{0,2}}(?:和|与|及|及其|以及|、|或|或者|等)(?:{_any(data['quantifiers'])})?)*"
    how = f"(?:{_any(data['adverbs'], ends.get('adverbs', ''), ends.get('intents', ''))}|、){{0,4}}"
    link = f"(?:和|或|、|并|及)?{how}"
    verb = f"{how}(?:(?P<less>(?:{less})(?:{link}(?:{less}))?)|(?:{more})(?:{link}(?:{more})){{0,2}})(?:了|着)?"
    subject = f"(?:{NAME}+(?:(?:{_any(data['joins'])}){NAME}+)*)?"
    coordinated = f"(?:[、和与及或以等]+及?其?{NAME}+)*"
    heads, fewer = _any(data["heads"]), _any(data["less_heads"])
    turned = f"(?!.*(?:{_any(data['opening_heads'])}))"
    chain = f"(?:(?:的)?{data['before_head']}(?:{heads})(?:(?:、|和|与|及|以及)(?:{heads}))*){{1,2}}"
    behind = [(re.compile(f"{turned}{coordinated}(?:{chain})?"), "+"), (re.compile(f"(?:的)?(?:{fewer})"), "-")]
    behind += [(re.compile(f"{coordinated}{one}"), "+") for one in data["endings"]]
    return _Words(
        before=re.compile(f"{quantifier}(?:{subject}{data['aside']}{verb})?{quantifier}{joined}"),
        modified=re.compile(f".*的{joined}"),
        lessens=re.compile(f"(?<!不受)(?<!免受)(?<!不)(?:{_any(*undenied)})"),
        behind=tuple((pattern, "+" if sign == "+" else "-") for pattern, sign in behind),
        doing=re.compile(f"(?:{data['doing_when']})?(?:{_any(data['doing'])})"),
        deeds=re.compile(f"(?:的)?[^,，;；]{{0,40}}?(?:{_any(data['deeds'])})$"),
        deed=re.compile(f"(?:{_any(data['deeds'])})$"),
        joins=re.compile(_any(data["joins"])),
    )


def _any(*lists: str, never: frozenset[str] = frozenset()) -> str:
    """A pattern for any of the words of some lists but those of `never`, the longest first."""
    words = {word for some in lists for word in some.split()} - never
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
