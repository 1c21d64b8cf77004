"""Make a corpus of near-copies of statements that nobody wrote, and the truth about it.

Run         python -m bench.generate --copies 1000 --works 50 --seed 1 > corpus.jsonl
Gives       a JSON line a copy: its key, its text, and the works it bears, each with kind, start and end in the text.
Method      statements are made of the sample statements' sentences and of a small grammar (`phrases.toml`). Some
            share a closing of set phrases; some are later statements that keep two fifths to a half of an earlier
            one's sentences, nearly word for word. A copy is one statement after something befell it (`FATES`).
Leaves out  sense; layout beyond title, paragraphs and closing line.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from actum.identify.frame import frame
from actum.text.readings import readings
from actum.text.script import is_simplified, is_traditional, variants

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "examples" / "strategic-stability"
MEAN_LENGTH = 1700


@dataclass(frozen=True, slots=True)
class Statement:
    """An invented work: its lines, title first, closing line last."""

    name: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class Truth:
    """That a copy bears a work from `start` to `end`; `pieces` are the stretches in between that are the work's."""

    work: str
    kind: str
    start: int
    end: int
    pieces: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A copy and the truth about it; `fate` names what befell it."""

    key: str
    text: str
    fate: str
    truth: tuple[Truth, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a corpus shall be like. Lengths in characters, rates 0 to 1."""

    copies: int
    works: int
    seed: int = 1
    length: int = MEAN_LENGTH
    spread: float = 0.3
    noise: float = 0.06
    later: float = 0.2
    closing: int = 3
    fates: tuple[tuple[str, float], ...] = ()


@cache
def phrases() -> dict[str, list[str]]:
    """The words of `phrases.toml`, by list."""
    with (HERE / "phrases.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def sample_sentences() -> tuple[str, ...]:
    """The sentences of the sample statements in simplified script, each once, in file order; no news beside them."""
    found: dict[str, None] = {}
    for path in sorted(SAMPLES.glob("00[124]*.txt")):
        page = path.read_text(encoding="utf8")
        for segment in frame(page):
            official = segment.span.of(page) if segment.kind == "text" else ""
            found |= dict.fromkeys(one.strip() for one in re.findall(r"[^。\n]{12,}。", official))
    return tuple(found)


def invented_sentence(rng: random.Random) -> str:
    """A sentence of the grammar."""
    pick = {name: rng.choice(words) for name, words in phrases().items()}
    again = {name: rng.choice(words) for name, words in phrases().items()}
    forms = (
        "{speakers}{acts}，{means}{heads}{qualities}{objects}，{purposes}。",
        "{reasons}，{speakers}{acts}{heads}{objects}，并{means}{heads2}{qualities2}{objects2}。",
        "{speakers}{acts}{objects}和{objects2}对{topics}具有重要意义，{acts2}{means}{heads}有关工作。",
        "{qualities}{objects}不应被用于{heads}{objects2}，{speakers}{acts}{purposes}。",
        "在{topics}领域，{speakers}{acts}{means}{heads}{objects}、{objects2}，{purposes}。",
    )
    return rng.choice(forms).format(**pick, **{name + "2": word for name, word in again.items()})


NEWS_FORMS = (
    "{a[news_when]}{a[news_who]}{a[news_did]}，{a[news_thing]}{a[news_state]}，{b[news_thing]}{number}{unit}。",
    "{a[news_thing]}{a[news_state]}，{a[news_link]}{b[news_thing]}{b[news_state]}，{b[news_who]}{b[news_did]}。",
    "{a[news_who]}{a[news_did]}{number}{unit}{a[news_thing]}，{b[news_when]}{b[news_thing]}{b[news_state]}。",
    "{a[news_link]}{a[news_when]}{a[news_thing]}与{b[news_thing]}{b[news_state]}，{a[news_who]}和{b[news_who]}{b[news_did]}。",
)


def invented_news(rng: random.Random, length: int) -> str:
    """One paragraph of news of about `length` characters."""
    words = phrases()
    made: list[str] = []
    while sum(map(len, made)) < length:
        pick = {name: rng.choice(some) for name, some in words.items()}
        again = {name: rng.choice(some) for name, some in words.items()}
        form = rng.choice(NEWS_FORMS)
        made.append(form.format(a=pick, b=again, number=rng.randint(2, 990), unit=rng.choice("人次米吨元斤辆间")))
    return "".join(made) + (rng.choice(words["news_tail"]) if rng.random() < 0.5 else "")


def statements(plan: Plan) -> tuple[Statement, ...]:
    """The works of a corpus, in order of their names."""
    made: list[Statement] = []
    for number in range(plan.works):
        rng = random.Random(f"{plan.seed}/work/{number}")
        earlier = made[rng.randrange(len(made))] if made and rng.random() < plan.later else None
        made.append(_statement(rng, f"w{number:05d}", plan, earlier))
    return tuple(made)


def _statement(rng: random.Random, name: str, plan: Plan, earlier: Statement | None) -> Statement:
    words = phrases()
    one, other = rng.sample(words["parties"], 2)
    title = f"{one}和{other}关于{rng.choice(words['topics'])}的{rng.choice(words['kinds_of_statement'])}"
    opening = f"{one}和{other}（以下称“双方”）{rng.choice(words['reasons'])}，声明如下："
    close = f"{rng.randint(1990, 2025)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日于{rng.choice(words['places'])}"
    body = _body(rng, plan, earlier)
    closing = rng.sample(words["formulas"], min(plan.closing, len(words["formulas"])))
    return Statement(name, (title, opening, *_paragraphs(rng, body), *closing, close))


def _body(rng: random.Random, plan: Plan, earlier: Statement | None) -> list[str]:
    """Sentences up to the wanted length; of an earlier statement two fifths to a half are kept, nearly alike."""
    wanted = max(200, plan.length * (1 + plan.spread * rng.uniform(-1, 1)))
    made: list[str] = []
    while sum(map(len, made)) < wanted:
        taken = rng.choice(sample_sentences()) if rng.random() < 0.25 else ""
        made.append(taken if taken and taken not in made else invented_sentence(rng))
    if earlier is not None:
        old = re.findall(r"[^。]+。", "".join(earlier.lines[2:-1]))
        share = rng.uniform(0.4, 0.5)
        keep = [_reworded(rng, one) if rng.random() < 0.5 else one for one in old if rng.random() < share]
        made = made[: max(3, round(len(made) * (1 - share)))]
        for sentence in keep:
            made.insert(rng.randrange(len(made) + 1), sentence)
    return made


def _reworded(rng: random.Random, sentence: str) -> str:
    at = rng.randrange(len(sentence))
    return sentence[:at] + rng.choice(phrases()["heads"]) + sentence[at + rng.randint(0, 4) :]


def _paragraphs(rng: random.Random, sentences: Sequence[str]) -> list[str]:
    made: list[str] = []
    at = 0
    while at < len(sentences):
        step = rng.randint(1, 4)
        made.append("".join(sentences[at : at + step]))
        at += step
    return made


# What may befall a text. Each takes the generator, the plan, the statement and all statements, and gives parts: a text
# with the name of the work it is a part of, or without.

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


def corpus(plan: Plan) -> Iterator[Made]:
    """The copies of a corpus, in order of their keys; every work has a copy where there are enough of them."""
    works = statements(plan)
    shares = dict(plan.fates)
    fates = [(fate, shares.get(fate.__name__, 0.0) if shares else share) for fate, share in FATES]
    for number in range(plan.copies):
        rng = random.Random(f"{plan.seed}/copy/{number}")
        own = works[number % len(works)]
        fate = rng.choices([one for one, _ in fates], [share for _, share in fates])[0]
        if fate is two_texts and len(works) < 2:
            fate = clean
        kind, parts = fate(rng, plan, own, works)
        yield _made(f"c{number:06d}", fate.__name__, kind, parts)


def _made(key: str, fate: str, kind: str, parts: Sequence[Part]) -> Made:
    pieces: dict[str, list[tuple[int, int]]] = {}
    at = 0
    for work, text in parts:
        if work:
            pieces.setdefault(work, []).append((at, at + len(text)))
        at += len(text)
    truth = tuple(Truth(work, kind, at[0][0], at[-1][1], tuple(at)) for work, at in pieces.items())
    return Made(key, "".join(text for _, text in parts), fate, truth)


def family(copies: int, seed: int) -> Plan:
    """One statement in many near-identical copies."""
    fates = (("clean", 0.1), ("noisy", 0.6), ("contaminated", 0.2), ("converted", 0.1))
    return replace(Plan(copies, 1, seed), noise=0.03, fates=fates)


def main() -> None:
    """Write a corpus to standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=1000)
    parser.add_argument("--works", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--length", type=int, default=MEAN_LENGTH)
    chosen = parser.parse_args()
    plan = Plan(chosen.copies, chosen.works, chosen.seed, chosen.length)
    for one in corpus(plan):
        truth = [
            {"work": t.work, "kind": t.kind, "start": t.start, "end": t.end, "pieces": t.pieces} for t in one.truth
        ]
        print(json.dumps({"key": one.key, "fate": one.fate, "text": one.text, "truth": truth}, ensure_ascii=False))


if __name__ == "__main__":
    main()
