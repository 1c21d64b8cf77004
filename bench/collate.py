"""Bench of the collation: speed beside CollateX, and how well a text is established from faulty copies.

Takes       the statement of 2025-05-08 in `examples/strategic-stability` (003, its two faults mended) and, for size,
            copies made from it by seeded noise.
Gives       a table on standard output; `--collatex PYTHON` names an interpreter that has collatex and
            python-Levenshtein, whose run of three witnesses is then made beside ours (minutes, gigabytes).
Method      every row in a process of its own, so that its peak memory is its own.
Leaves out  finding the text in its page: that is the bench of `identify`.

    python bench/collate.py [--seeds N] [--rows speed,nine,wide,copies] [--collatex PYTHON]
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from actum.collate.columns import plurality, tabulate
from actum.collate.establish import Bearer, establish
from actum.text.fold import fold
from actum.text.script import variants
from actum.text.span import Span

SAMPLE = Path(__file__).resolve().parent.parent / "examples" / "strategic-stability"
TITLE = "中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明"
HAN = re.compile("[\u4e00-\u9fff]")
LOOKALIKES = (
    "己已 未末 土士 日曰 人入 力刀 干千 大太 天夫 问间 侍待 治冶 析折 拔拨 "
    "报极 往住 侯候 防妨 题提 战占 稳隐 核该 各名 和利 及乃"
)
MODELS = ("mixed", "characters", "lookalikes", "omissions", "doublings", "phrases", "negations")
COLLATEX = """
import json, resource, sys, time
from collatex import Collation, collate
witnesses = json.load(sys.stdin)
started = time.perf_counter()
collation = {"witnesses": [
    {"id": chr(65 + i), "tokens": [{"t": c, "n": c} for c in w]} for i, w in enumerate(witnesses)]}
table = collate(collation, output="table", segmentation=False)
print(json.dumps({"seconds": time.perf_counter() - started,
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "columns": len(table.columns)}))
"""


def truth() -> str:
    """The statement with its paragraphs a line each, in the typography of the language."""
    page = next(SAMPLE.glob("003*")).read_text(encoding="utf-8-sig")
    text = page[page.rindex(TITLE) :].replace(" and ", "和").replace(" — ", "——")
    text = re.sub(r" *(\d+) *(?=[年月日周])", r"\1", text)
    return re.sub(r"\n+", "\n", text).strip()


@dataclass(frozen=True, slots=True)
class Noise:
    """Copies with faults: `rate` is the share of Chinese characters at which one is made, of one kind or mixed."""

    model: str
    rate: float

    def copy(self, text: str, chance: random.Random) -> str:
        """A faulty copy of a text."""
        common = HAN.findall(text)
        pairs = {a: b for pair in LOOKALIKES.split() for a, b in ((pair[0], pair[1]), (pair[1], pair[0]))}
        out: list[str] = []
        at = 0
        while at < len(text):
            kind = self._kind(chance) if HAN.match(text[at]) and chance.random() < self.rate else ""
            written, taken = _slip(kind, text, at, chance, common, pairs)
            out.append(written)
            at += taken
        return "".join(out)

    def _kind(self, chance: random.Random) -> str:
        return self.model if self.model != "mixed" else chance.choice(MODELS[1:])


def _slip(
    kind: str, text: str, at: int, chance: random.Random, common: Sequence[str], pairs: dict[str, str]
) -> tuple[str, int]:
    """What is written for the character at a place, and how many characters it stands for."""
    here = text[at]
    if kind == "phrases":
        return ("", chance.randint(4, 14)) if chance.random() < 0.2 else (here, 1)
    if kind == "negations":
        ahead = text.find("不", at, at + 60)
        return (text[at:ahead], ahead + 1 - at) if ahead >= 0 else (here, 1)
    slips: dict[str, Callable[[], str]] = {
        "characters": lambda: chance.choice(common),
        "lookalikes": lambda: pairs.get(here) or chance.choice(common),
        "omissions": lambda: "",
        "doublings": lambda: here + here,
    }
    return (slips[kind]() if kind else here), 1


def dressed(text: str, chance: random.Random, *, traditional: bool) -> str:
    """The text as another site would set it: script, width of marks, spaces, blank lines, title in two."""
    if traditional:
        back = {members: form for form, members in variants().items() if form != members}
        text = "".join(back.get(c, c) for c in text)
    if chance.random() < 0.4:
        text = text.translate(str.maketrans("，：；？！（）", ",:;?!()"))
    if chance.random() < 0.3:
        text = re.sub(r"(?<=[\u4e00-\u9fff])(\d+)(?=[\u4e00-\u9fff])", r" \1 ", text)
    if chance.random() < 0.5:
        text = text.replace("\n", "\n\n　　")
    if chance.random() < 0.3:
        text = text.replace("关于", "\n关于", 1).replace("關於", "\n關於", 1)
    return text


def nine(seed: int, model: str, *, own: float, shared: float) -> tuple[str, list[str]]:
    """The truth, and six copies of one faulty copy and three independent ones, each with slips of its own."""
    chance, text = random.Random(seed), truth()
    faulty = Noise(model, shared).copy(text, chance)
    sources = [faulty] * 6 + [text] * 3
    other = {chance.randrange(6), 6 + chance.randrange(3)}
    return text, [
        dressed(Noise(model, own).copy(source, chance), chance, traditional=number in other)
        for number, source in enumerate(sources)
    ]


def bearers(copies: Sequence[str]) -> list[Bearer]:
    return [Bearer(f"W{number:04d}", text, (Span(0, len(text)),)) for number, text in enumerate(copies)]


def error_rate(found: str, expected: str) -> float:
    """Levenshtein distance as a share of the expected text."""
    return Levenshtein.distance(found, expected) / len(expected)


def by_majority(copies: Sequence[str]) -> str:
    """What a plain majority of the copies has, folded."""
    return plurality(tabulate([fold(text).text for text in copies], [(0,)] * len(copies)).codes)


def _wide() -> list[str]:
    """Twenty copies of about 10,000 characters: the statement three times over, each time changed."""
    chance, paragraphs = random.Random(1), truth().split("\n")
    text = "\n".join(Noise("characters", 0.15).copy(line, chance) for _ in range(3) for line in paragraphs)
    return [Noise("mixed", 0.01).copy(text, chance) for _ in range(20)]


def _many(count: int) -> list[str]:
    chance, text = random.Random(count), truth()[:1700]
    return [Noise("mixed", 0.005).copy(text, chance) for _ in range(count)]


def _three() -> list[str]:
    chance, text = random.Random(3), truth()[:3000]
    return [Noise("mixed", 0.005).copy(text, chance) for _ in range(3)]


MATERIAL: dict[str, Callable[[], list[str]]] = {
    "3 x 3,000": _three,
    "20 x 10,000": _wide,
    "300 x 1,700": lambda: _many(300),
    "3,000 x 1,700": lambda: _many(3000),
}


def measure(name: str) -> dict[str, float]:
    """Seconds and peak megabytes of one collation, imports not counted in the seconds."""
    made = bearers(MATERIAL[name]())
    started = time.perf_counter()
    edition = establish(made, language="zh")
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"seconds": seconds, "megabytes": peak, "entries": len(edition.entries)}


def in_process(name: str) -> dict[str, float]:
    """`measure` in a process of its own."""
    out = subprocess.run([sys.executable, __file__, "--measure", name], check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(out.stdout)
    return found


def collatex(python: str) -> None:
    """CollateX on the same three witnesses, folded, a token a character."""
    folded = [fold(text).text for text in _three()]
    try:
        out = subprocess.run(
            [python, "-c", COLLATEX], input=json.dumps(folded), check=True, capture_output=True, text=True, timeout=900
        )
    except (OSError, subprocess.SubprocessError) as error:
        print(f"CollateX 3 x 3,000: not measured ({type(error).__name__}); it needs collatex and python-Levenshtein.")
        return
    found = json.loads(out.stdout)
    print(f"{'CollateX 3 x 3,000':<24}{found['seconds']:>9.2f} s{found['megabytes']:>8,} MB")


def nine_rows(seeds: int) -> None:
    """Character error rates of the nine-witness case: characters exactly as they stand, and folded."""
    print(f"\n{'9 witnesses, 6 of one':<24}{'shared/own':>12}{'mean':>10}{'worst':>10}{'folded':>10}{'majority':>10}")
    for model in MODELS:
        for shared, own in ((0.003, 0.003), (0.01, 0.01), (0.02, 0.005)):
            exact, loose, plain = [], [], []
            for seed in range(seeds):
                expected, copies = nine(seed, model, own=own, shared=shared)
                found = establish(bearers(copies), language="zh").text
                exact.append(error_rate(found, expected))
                loose.append(error_rate(fold(found).text, fold(expected).text))
                plain.append(error_rate(by_majority(copies), fold(expected).text))
            print(
                f"{model:<24}{f'{shared}/{own}':>12}{statistics.mean(exact):>10.5f}{max(exact):>10.5f}"
                f"{statistics.mean(loose):>10.5f}{statistics.mean(plain):>10.5f}",
                flush=True,
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--collatex", metavar="PYTHON", default="")
    parser.add_argument("--rows", default="speed,nine")
    parser.add_argument("--measure", choices=MATERIAL, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        print(json.dumps(measure(asked.measure)))
        return
    if "speed" in asked.rows:
        print(f"{'witnesses x characters':<24}{'time':>11}{'peak':>11}{'entries':>9}")
        for name in MATERIAL:
            found = in_process(name)
            print(f"{name:<24}{found['seconds']:>9.2f} s{found['megabytes']:>8,} MB{found['entries']:>9,}", flush=True)
        if asked.collatex:
            collatex(asked.collatex)
        else:
            print("CollateX 3 x 3,000: not asked for (--collatex PYTHON; about two minutes and two gigabytes)")
    if "nine" in asked.rows:
        nine_rows(asked.seeds)


if __name__ == "__main__":
    main()
