"""The rules by which a text says what became of an instrument, from the language's own file.

Takes       a language; `status.toml` of its folder.
Gives       AssertionRules: the rules in order, what forbids reading one, the words that stand for a name. A language
            without the file has no rules, and nothing is read.
Leaves out  reading texts: `assertions` does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from actum.errors import DataFault
from actum.language.data import table
from actum.model.register import EVENT_TYPES, EventType

_NEVER = "(?!)"
DATES = ("date", "until", "")


@dataclass(frozen=True, slots=True)
class AssertionRule:
    """One rule: patterns around a name (None: nothing is asked there), and what the date in them is.

    `wish`: the words are a wish that tells how things stand (早日生效), so that a wish before them forbids nothing.
    `guards` forbid this rule besides the guards of all.
    """

    rule: str
    type: EventType
    between: re.Pattern[str] | None
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    date: str
    needs_date: bool
    wish: bool
    guards: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class AssertionRules:
    """The rules of a language.

    `apart` finds what behind a title is a thing of its own, `again` words that stand for the name before, `joined` are
    conjunctions, `digits` the words for 0 to 9. `again_kinds` are the kinds that `again` may call a thing, `own_words`
    stand for a state named before, `bare` are names that name no one thing,
    `itself` names by which a text calls itself.
    """

    rules: tuple[AssertionRule, ...]
    guards: re.Pattern[str]
    behind: re.Pattern[str]
    apart: re.Pattern[str]
    again: re.Pattern[str]
    short_name: re.Pattern[str]
    joined: str
    digits: str
    again_kinds: tuple[str, ...]
    own_words: tuple[str, ...]
    bare: re.Pattern[str]
    itself: re.Pattern[str]


@cache
def assertion_rules(language: str) -> AssertionRules:
    """The rules of a language. Raises DataFault where its file breaks the format."""
    data = table(language, "status")
    try:
        return AssertionRules(
            rules=tuple(_rule(raw, data) for raw in data.get("rule", ())),
            guards=_any(data.get("guards", ())),
            behind=re.compile(data.get("behind", _NEVER)),
            apart=re.compile(data.get("apart", _NEVER)),
            again=_any(data.get("again", ())),
            short_name=re.compile(data.get("short_name", _NEVER)),
            joined=data.get("joined", ""),
            digits=data.get("digits", ""),
            again_kinds=tuple(data.get("again_kinds", ())),
            own_words=tuple(data.get("own_words", ())),
            itself=_any(data.get("itself", ())),
            bare=re.compile(data.get("bare", _NEVER)),
        )
    except (KeyError, re.error) as error:
        raise DataFault(f"language/{language}/status.toml: {error!r}. Mend the rule that has it.") from error


def _any(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)) or _NEVER)


def _rule(raw: dict[str, Any], data: dict[str, Any]) -> AssertionRule:
    if raw["type"] not in EVENT_TYPES or raw.get("date", "") not in DATES:
        raise DataFault(f"language status.toml, rule {raw['rule']}: no such type {raw['type']!r}, or date of no kind.")
    return AssertionRule(
        rule=raw["rule"],
        type=cast("EventType", raw["type"]),
        between=_pattern(raw, "between", data),
        before=_pattern(raw, "before", data),
        after=_pattern(raw, "after", data),
        date=raw.get("date", ""),
        needs_date=raw.get("needs_date", False),
        wish=raw.get("wish", False),
        guards=_any(raw.get("guards", ())),
    )


def _pattern(raw: dict[str, Any], name: str, data: dict[str, Any]) -> re.Pattern[str] | None:
    """A pattern with its parts filled in; `before` ends where the name begins."""
    if name not in raw:
        return None
    written = raw[name]
    for part in ("by", "past", "done", "dated", "date", "number", "title", "own"):
        written = written.replace(f"{{{part}}}", data[part])
    return re.compile(f"(?:{written})\\Z" if name == "before" else written)
