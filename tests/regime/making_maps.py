"""Small causal maps written in a line: `w1: a -> b` (more a, more b), `w1: -a -> +b` (said of less a), `w1: a ?> b`."""

from __future__ import annotations

import re

from actum.model.claim import CausalMap, Claim, Edge, End, Node, Polarity
from actum.model.fact import Sign
from actum.text.span import Part

_LINE = re.compile(r"(?P<work>\S+): (?P<side>-?)(?P<cause>\S+) (?P<how>[-?])> (?P<way>-?)(?P<effect>\S+)")


def claim(line: str, at: int = 0) -> Claim:
    """`w1/CHN+RUS: -a -> b`: work, holders (CHN alone where unsaid), less a, more b."""
    found = _LINE.fullmatch(line.strip())
    assert found, line
    work, _, holders = found["work"].partition("/")
    cause: Sign = "-" if found["side"] else "+"
    effect: Sign = "-" if found["way"] else "+"
    polarity: Polarity = "?" if found["how"] == "?" else "+" if cause == effect else "-"
    text = f"{found['cause']}使{found['effect']}。"
    middle = len(found["cause"])
    return Claim(
        id=f"e{at:08d}",
        work=work,
        date=f"20{int(re.sub('[^0-9]', '', work) or 0):02d}-01-01",
        holder=tuple(holders.split("+")) if holders else ("CHN",),
        division="p01.s1",
        sentence=Part(0, len(text), text),
        cue=Part(middle, middle + 1, "使"),
        sign=effect,
        cause=End(Part(0, middle, found["cause"]), found["cause"], cause),
        effect=End(Part(middle + 1, len(text) - 1, found["effect"]), found["effect"], effect),
        polarity=polarity,
        made_by="test",
    )


def map_of(lines: str | list[str]) -> CausalMap:
    """The map of claims, one a line."""
    rows = [line for line in (lines.split("\n") if isinstance(lines, str) else lines) if line.strip()]
    claims = [claim(line, at) for at, line in enumerate(rows)]
    own = tuple(one for one in claims if one.cause.concept == one.effect.concept)
    between: dict[tuple[str, str], list[Claim]] = {}
    for one in claims:
        if one.cause.concept != one.effect.concept:
            between.setdefault((one.cause.concept, one.effect.concept), []).append(one)
    concepts = sorted({end for one in claims for end in (one.cause.concept, one.effect.concept)})
    edges = [
        Edge(*pair, *(tuple(one for one in between[pair] if one.polarity == sign) for sign in "+-?"))
        for pair in sorted(between)
    ]
    return CausalMap(tuple(map(Node, concepts)), tuple(edges), own)
