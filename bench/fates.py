"""What may befall a text on its way to a reader: noise, omissions, news around it, excerpts, shuffles, conversion.

Takes       a random generator, a plan, the statement and all statements.
Gives       a kind of witness and the parts of a copy: texts, each with the name of the work it is a part of.
Method      a fate is one small function; `FATES` says how often each befalls a text.
Leaves out  which statement a copy is made of.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from functools import cache

from bench.invented import Plan, Statement, invented_news, phrases, sample_sentences

from actum.text.readings import readings
from actum.text.script import is_simplified, is_traditional, variants

Part = tuple[str, str]
Fate = Callable[[random.Random, Plan, Statement, Sequence[Statement]], tuple[str, list[Part]]]
OF_NOBODY = ""


def clean(_rng: random.Random, _plan: Plan, own: Statement, _all: Sequence[Statement]) -> tuple[str, list[Part]]:
    """As it was."""
    return "copy", [(own.name, own.text)]


def noisy(rng: random.Random, plan: Plan, own: Statement, _all: Sequence[Statement]) -> tuple[str, list[Part]]:
    """Characters lost, doubled, taken for others, at any rate up to the plan's."""
    return "copy", [(own.name, damaged(rng, own.text, rng.uniform(0, plan.noise)))]


def bursts(rng: random.Random, _plan: Plan, own: Statement, _all: Sequence[Statement]) -> tuple[str, list[Part]]:
    """A few stretches nearly unreadable, one long omission, some stray insertions."""
    text = own.text
    for _ in range(rng.randint(1, 3)):
        at, size = rng.randrange(len(text)), rng.randint(20, 60)
        text = text[:at] + damaged(rng, text[at : at + size], 0.4) + text[at + size :]
    at = rng.randrange(len(text) * 3 // 4)
    text = text[:at] + text[at + rng.randint(20, min(120, len(text) // 12)) :]
    for _ in range(rng.randint(0, 4)):
        at = rng.randrange(len(text))
        text = text[:at] + invented_news(rng, 8)[: rng.randint(3, 15)] + text[at:]
    return "copy", [(own.name, text)]


def contaminated(rng: random.Random, plan: Plan, own: Statement, _all: Sequence[Statement]) -> tuple[str, list[Part]]:
    """Foreign paragraphs before, after, between, or several of these."""
    text = damaged(rng, own.text, rng.choice((0, 0, plan.noise / 3)))
    size = max(60, len(text) // 4)
    where = rng.choice(("head", "tail", "middle", "head tail", "tail", "head middle tail"))
    parts: list[Part] = [(own.name, text)]
    if "middle" in where:
        breaks = [match.start() for match in re.finditer("\n", text)][1:-1] or [len(text) // 2]
        at = rng.choice(breaks)
        parts = [(own.name, text[:at]), (OF_NOBODY, "\n" + _foreign(rng, size)), (own.name, text[at:])]
    if "head" in where:
        parts.insert(0, (OF_NOBODY, _foreign(rng, size) + "\n"))
    if "tail" in where:
        parts.append((OF_NOBODY, "\n" + _foreign(rng, size)))
    return "copy", parts


def _foreign(rng: random.Random, size: int) -> str:
    lines = [invented_news(rng, rng.randint(40, 2 * size)) for _ in range(rng.randint(1, 3))]
    return "\n".join([*lines, *rng.sample(phrases()["furniture"], rng.randint(0, 2))])


def excerpt(rng: random.Random, plan: Plan, own: Statement, _all: Sequence[Statement]) -> tuple[str, list[Part]]:
    """A run of paragraphs, a fifth to three quarters of the text."""
    share = rng.uniform(0.2, 0.75)
    lines = own.lines
    total, first = len(own.text), rng.randrange(max(1, len(lines) - 1))
    last, size = first, 0
    while last < len(lines) and size < share * total:
        size += len(lines[last])
        last += 1
    while first and size < share * total:
        first -= 1
        size += len(lines[first])
    if size > 0.8 * total:
        first = min(first + 2, last - 1)
    text = damaged(rng, "\n".join(lines[first:last]), rng.choice((0, plan.noise / 3)))
    return "excerpt", [(own.name, text)]


def shuffled(rng: random.Random, plan: Plan, own: Statement, _all: Sequence[Statement]) -> tuple[str, list[Part]]:
    """The paragraphs in another order."""
    lines = list(own.lines)
    while lines == list(own.lines):
        rng.shuffle(lines)
    return "stitched", [(own.name, damaged(rng, "\n".join(lines), rng.choice((0, plan.noise / 3))))]


def converted(rng: random.Random, _plan: Plan, own: Statement, _all: Sequence[Statement]) -> tuple[str, list[Part]]:
    """In traditional script, with the readings of some characters left in brackets."""
    made: list[str] = []
    residue = rng.choice((0, 0.3, 1))
    for character in own.text:
        other = _traditional().get(character)
        made.append(other or character)
        if other and rng.random() < residue:
            made.append(f"({readings(character)[0]})" if readings(character) else "")
    return "copy", [(own.name, "".join(made))]


@cache
def _traditional() -> dict[str, str]:
    """For each character that only simplified texts use, the first traditional one it stands for."""
    made: dict[str, str] = {}
    for character, usual in variants().items():
        if is_simplified(usual) and is_traditional(character) and _everyday(character):
            made.setdefault(usual, character)
    return made


def _everyday(character: str) -> bool:
    try:
        return bool(character.encode("big5"))
    except UnicodeEncodeError:
        return False


def two_texts(rng: random.Random, _plan: Plan, own: Statement, others: Sequence[Statement]) -> tuple[str, list[Part]]:
    """A page with two statements, at times with news before, between and after."""
    other = rng.choice([one for one in others if one is not own])
    parts: list[Part] = [(own.name, own.text), (OF_NOBODY, "\n"), (other.name, other.text)]
    if rng.random() < 0.5:
        parts[1] = (OF_NOBODY, "\n" + _foreign(rng, 150) + "\n")
    if rng.random() < 0.3:
        parts = [(OF_NOBODY, _foreign(rng, 150) + "\n"), *parts, (OF_NOBODY, "\n" + _foreign(rng, 150))]
    return "copy", parts


def news(rng: random.Random, plan: Plan, own: Statement, _all: Sequence[Statement]) -> tuple[str, list[Part]]:
    """An article of its own that quotes one to four sentences, none of those that dozens of works share."""
    common = set(sample_sentences())
    sentences = re.findall(r"[^。\n]+。", "\n".join(own.lines[2 : -1 - plan.closing]))
    sentences = [one for one in sentences if len(one) > 40 and one not in common]
    chosen = rng.sample(sentences, min(len(sentences), rng.randint(1, 4)))
    parts: list[Part] = [(OF_NOBODY, invented_news(rng, 300) + "\n")]
    for sentence in chosen:
        parts.append((OF_NOBODY, rng.choice(phrases()["said_in_news"])))
        parts.append((own.name, sentence))
        parts.append((OF_NOBODY, invented_news(rng, 120) + "\n"))
    return "quotation", parts


def unrelated(rng: random.Random, _plan: Plan, _own: Statement, _all: Sequence[Statement]) -> tuple[str, list[Part]]:
    """News that has nothing to do with any statement."""
    return "none", [(OF_NOBODY, "\n".join(invented_news(rng, 200) for _ in range(rng.randint(2, 8))))]


FATES: tuple[tuple[Fate, float], ...] = (
    (clean, 0.12), (noisy, 0.22), (bursts, 0.06), (contaminated, 0.18), (excerpt, 0.12), (shuffled, 0.1),
    (converted, 0.08), (two_texts, 0.05), (news, 0.05), (unrelated, 0.02),
)  # fmt: skip
"""What may befall a text, with how often of a hundred it does."""


def damaged(rng: random.Random, text: str, rate: float) -> str:
    """Each character with chance `rate` lost, doubled, replaced, or followed by a stray one."""
    if rate <= 0 or not text:
        return text
    made: list[str] = []
    at = 0
    while True:
        hit = at + int(rng.expovariate(rate))
        if hit >= len(text):
            return "".join([*made, text[at:]])
        made.append(text[at:hit])
        what = rng.random()
        if what < 0.35:
            made.append(text[rng.randrange(len(text))])
        elif what < 0.65:
            pass
        elif what < 0.9:
            made.append(text[hit] * 2)
        else:
            made.append(text[hit] + text[rng.randrange(len(text))])
        at = hit + 1
