"""Names: ids for works, signs for witnesses.

Takes       descriptions with their texts; a number of witnesses.
Gives       ids made of day and topic (`2025-05-08-全球战略稳定`), the same for the same works in any order; sigla.
Method      the topic is the title without its parties and its kind; works of one day and topic are told apart by a
            number in the order of their texts.
Leaves out  any meaning of the number.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from actum.model.work import Description
from actum.text.script import script_class

TOPIC_LENGTH = 24
"""Code points of a topic that enter an id; set so that the sample's longest topic (20) stays whole, 2026-11-25."""
TOPIC_WORDS = 8
"""Words of a topic in a language that parts words by spaces, 2026-11-25."""
_CHINESE_TOPIC = re.compile(r"关于(?P<topic>.+?)的?(?:联合)?(?:声明|公报|宣言|决议|条约|协定|公约|倡议|讲话|文件)$")
_WORD = re.compile(r"[^\W_]+")


def name_works(works: Sequence[tuple[Description, str]]) -> tuple[str, ...]:
    """An id for each work, in the order given; `works` are descriptions with their established texts.

    Ids are safe as file names. A work without date is `undated`, one without title is named by a hash of its text.
    """
    plain = [f"{_day(description.date)}-{_topic(description.title) or _hash(text)}" for description, text in works]
    order = sorted(range(len(works)), key=lambda place: (plain[place], _hash(works[place][1])))
    counts: dict[str, int] = {}
    names = [""] * len(works)
    for place in order:
        counts[plain[place]] = counts.get(plain[place], 0) + 1
        names[place] = plain[place] if counts[plain[place]] == 1 else f"{plain[place]}-{counts[plain[place]]}"
    return tuple(names)


def _day(date: str) -> str:
    return date.partition("/")[0] or "undated"


def _topic(title: str) -> str:
    folded = script_class(title.lower())
    found = _CHINESE_TOPIC.search(folded)
    words = _WORD.findall(found["topic"] if found else folded)
    spaced = all(word.isascii() or not _is_han(word) for word in words)
    return "-".join(words[:TOPIC_WORDS]) if spaced else "".join(words)[:TOPIC_LENGTH]


def _is_han(word: str) -> bool:
    return any("\u3400" <= char <= "\u9fff" for char in word)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()[:8]


def sigla(count: int) -> tuple[str, ...]:
    """The first `count` signs: A to Z, then AA, AB and so on."""
    return tuple(_siglum(number) for number in range(count))


def _siglum(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters
