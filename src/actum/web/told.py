"""What the build, the register and refusals say in English, in the language of the interface.

Takes       a sentence, the language of the interface, what ids are called.
Gives       the sentence told in that language, and which language it then has.
Method      `data/sentences-zh.toml` has each English sentence with slots for what changes; the sentence with the most
            words of its own that fits is taken. Events are told by their parts. What is not listed stays English,
            marked as such, for nothing is to be hidden. In an English interface codes of parties get their names.
Leaves out  states: see `status_words`. Words of the interface: see `words`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib import resources

from actum.web.words import Words

Called = Callable[[str], str]
_SLOT = re.compile(r"\{(\w+)\}")
_AND = re.compile(r", | and | ")
_EVENT = re.compile(
    r"(?P<type>[a-z]+(?:-[a-z]+)*)(?: by (?P<by>[A-Z][\w-]*(?: [A-Z][\w-]*)*))?(?: \(outcome: (?P<outcome>[^()]*)\))?"
    r"(?: according to (?P<told>[A-Z][\w-]*(?: [A-Z][\w-]*)*))?(?P<unsure>, unverified)?"
)
_CODE = re.compile(r"\b[A-Z]{3,}(?:-[A-Z0-9]+)*\b")
_NAMES_ALONE = re.compile(
    r"(?:[A-Z][A-Z0-9]*(?:/[A-Z0-9]+)*|[\d/.-]+|[^\x00-\x7f]+)(?: [\d.-]+)*(?:, [A-Z]+(?: \d+)?)*(?: \(\d+\))?"
)
"""Sources that are a proper name, a symbol or a date have no words to be told in another language."""
LANGUAGES = {"en": "英语", "ru": "俄语", "zh": "汉语"}


def told(says: str, ui: str, called: Called) -> tuple[str, str]:
    """The words and their language: `zh-Hans`, or `en` where they are not to be had in Chinese."""
    if event := _event(says, Words(ui), called):
        return event, "zh-Hans" if ui == "zh" else "en"
    if ui == "en":
        return says, "en"
    chinese = in_chinese(says, called)
    return (says, "en") if chinese is None else (chinese, "zh-Hans")


def in_chinese(says: str, called: Called) -> str | None:
    """A sentence in Chinese; None where it, or a part of it, is not in the table. Parts between `; ` are told apart."""
    if not says or _NAMES_ALONE.fullmatch(says):
        return says
    for pattern, chinese in _table():
        if found := pattern.fullmatch(says):
            parts = {name: _part(name, value, called) for name, value in found.groupdict().items()}
            if None not in parts.values():
                return chinese.format_map(parts)
    pieces = says.split("; ")
    made = [in_chinese(piece, called) for piece in pieces] if len(pieces) > 1 else [None]
    return None if None in made else "；".join(piece for piece in made if piece is not None)


def _part(name: str, value: str, called: Called) -> str | None:
    """What stands in a slot, told: a sentence or event by the tables, ids by their names; None where it cannot be."""
    if name.startswith("told"):
        return _event(value, Words("zh"), called) or in_chinese(value, called)
    if name == "who":
        return "、".join(called(code) for code in _AND.split(value))
    if name == "it":
        return called(value)
    if name == "days":
        return value.replace(" or ", "或")
    if name == "event":
        return _event_id(value, called)
    return LANGUAGES.get(value, value) if name == "language" else value


def _event_id(event: str, called: Called) -> str:
    """An event by its id, `new-start/suspended/2023-02-21/RUS/by/UNGA`: of what, what, and for whom."""
    of, kind, *rest = event.split("/")
    words = Words("zh")
    parties, _, by = "/".join(one for one in rest if one and not one[0].isdigit()).partition("by/")
    who = "、".join(called(code) for code in parties.split("/") if code.isupper())
    teller = "、".join(called(code) for code in by.split("/") if code)
    what = words.either(f"instrument.type-{kind}", kind)
    return f"{called(of)}：{who}{what}" + (f"（据{teller}）" if teller else "")


def _event(says: str, words: Words, called: Called) -> str:
    """An event as the ledger has it, `terminated according to CHN IRN RUS`, in words; empty where it is no event."""
    found = _EVENT.fullmatch(says)
    if found is None or not words.has(f"instrument.type-{found['type']}"):
        return ""
    made = words(f"instrument.type-{found['type']}")
    between = "、" if words.ui == "zh" else ", "
    if found["by"]:
        who = between.join(named(code, words.ui, called) for code in found["by"].split())
        made = words("instrument.event-of", event=made, who=who)
    if found["outcome"]:
        made += words(
            "instrument.event-outcome", outcome=words.either(f"instrument.outcome-{found['outcome']}", found["outcome"])
        )
    if found["told"]:
        who = between.join(named(code, words.ui, called) for code in found["told"].split())
        made = words("instrument.event-by", event=made, who=who)
    return made + (f"{between}{words('regime.unverified')}" if found["unsure"] else "")


def named(code: str, ui: str, called: Called) -> str:
    """The name of a party with its code in an English interface; the name alone in a Chinese one."""
    name = called(code)
    return name if ui == "zh" or name.lower().replace(" ", "-") == code.lower() else f"{name} [{code}]"


def with_names(state: str, called: Called) -> str:
    """An English state with the names of its parties before their codes."""
    return _CODE.sub(lambda code: named(code[0], "en", called), state)


@cache
def _table() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of the English sentences with the Chinese ones, those with most words of their own first."""
    file = resources.files("actum.web") / "data" / "sentences-zh.toml"
    rows = tomllib.loads(file.read_text(encoding="utf8"))["of"]
    rows.sort(key=lambda row: (-len(_SLOT.sub("", row["en"])), row["en"]))
    return tuple((_pattern(row["en"]), row["zh"]) for row in rows)


def _pattern(english: str) -> re.Pattern[str]:
    pieces = _SLOT.split(english)
    made = (re.escape(piece) if n % 2 == 0 else f"(?P<{piece}>.+?)" for n, piece in enumerate(pieces))
    return re.compile("".join(made), re.DOTALL)
