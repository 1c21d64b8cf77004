"""Invent statements and news that nobody wrote.

Takes       a plan and its seed.
Gives       statements, as lines; sentences and paragraphs of news, as words.
Method      statements are made of the sample statements' sentences and of a small grammar (`phrases.toml`). Some
            share a closing of set phrases; some are later statements that keep two fifths to a half of an earlier
            one's sentences, nearly word for word.
Leaves out  sense; layout beyond title, paragraphs and closing line.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from actum.identify.frame import frame

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "examples" / "strategic-stability"
MEAN_LENGTH = 1700
"""Characters of a statement, unless a plan says otherwise."""


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
