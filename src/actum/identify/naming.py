"""Names: ids for works, signs for witnesses.

Takes       descriptions with their texts; a number of witnesses.
Gives       ids made of day and topic (`2025-05-08-全球战略稳定`), the same for the same works in any order; sigla.
Method      the topic is the title without its parties and its kind; works of one day and topic are told apart by a
            number: the one whose witnesses bear the most has none. So a stray title takes no work's name from it, and
            a name changes only where another work of that day and topic comes to be borne by more.
Leaves out  any other meaning of the number.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from actum.model.work import Description
from actum.text.script import script_class

TOPIC_LENGTH = 24
"""Code points of a topic that enter an id; set so that the sample's longest topic (20) stays whole, 2026-11-25."""
TOPIC_WORDS = 16
"""Words of a topic in a language that parts words by spaces; set so that two parties and what they speak of stay whole,
2026-11-26."""
ID_BYTES = 200
"""Bytes of a topic in UTF-8: ids are file names, which may have 255 with what is written around them, 2026-11-26."""
_CHINESE_TOPIC = re.compile(r"关于(?P<topic>.+?)的?(?:联合)?(?:声明|公报|宣言|决议|条约|协定|公约|倡议|讲话|文件)$")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PIECE = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")


def name_works(works: Sequence[tuple[Description, str]], counts: Sequence[int] = ()) -> tuple[str, ...]:
    """An id for each work, in the order given; `works` are descriptions with their established texts.

    `counts` are how many witnesses each has, one where it is left out.
    Ids are safe as file names. A work without date is `undated`, one without title is named by a hash of its text.
    """
    plain = [f"{_day(description.date)}-{_topic(description.title) or _hash(text)}" for description, text in works]
    borne = [len(text) * count for (_, text), count in zip(works, counts or [1] * len(works), strict=True)]
    order = sorted(range(len(works)), key=lambda place: (plain[place], -borne[place], _hash(works[place][1])))
    met: dict[str, int] = {}
    names = [""] * len(works)
    for place in order:
        met[plain[place]] = met.get(plain[place], 0) + 1
        names[place] = plain[place] if met[plain[place]] == 1 else f"{plain[place]}-{met[plain[place]]}"
    return tuple(names)


def _day(date: str) -> str:
    return date.partition("/")[0] or "undated"


def _topic(title: str) -> str:
    folded = script_class(title.lower())
    found = _CHINESE_TOPIC.search(folded)
    words = [re.sub("['’]", "", word) for word in _WORD.findall(found["topic"] if found else folded)]
    if any(_is_han(word) for word in words):
        return _joined(_PIECE.findall("".join(words)), "", characters=TOPIC_LENGTH)
    return _joined(words[:TOPIC_WORDS], "-", characters=ID_BYTES)


def _joined(pieces: Sequence[str], between: str, *, characters: int) -> str:
    """As many whole pieces as there is room for; of a first one that is too long alone, its beginning."""
    made = ""
    for piece in pieces:
        longer = f"{made}{between}{piece}" if made else piece
        if len(longer) > characters or len(longer.encode("utf8", "surrogatepass")) > ID_BYTES:
            break
        made = longer
    return made or "".join(pieces[:1]).encode("utf8", "surrogatepass")[:ID_BYTES].decode("utf8", "ignore")


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
