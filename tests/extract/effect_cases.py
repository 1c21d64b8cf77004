"""Read marked effects and compare them with what was found.

Takes       `tests/cases/effects.txt` (its head says how it is written) or a gold file, and Claims.
Gives       cases, and marked and found side by side.
Method      as the gold's own scorer: an effect matches where cue and effect overlap and the signs agree; a part that
            stands more than once in its sentence may be meant at any of its places.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from actum.extract.effect_claim import Claim
from actum.text.span import Span

_LINE = re.compile(r"^\s+(?P<cause>\S.*?) (?P<sign>[+-])(?P<cue>\S+?)> (?P<effect>.+?)\s*$")


@dataclass(frozen=True)
class Marked:
    """One effect as a reader marked it; `…` in a part stands for anything between."""

    cause: str
    sign: str
    cue: str
    effect: str


@dataclass(frozen=True)
class Case:
    """One sentence with its marked effects; `set` is the word before the colon of its heading."""

    set: str
    title: str
    sentence: str
    marked: tuple[Marked, ...]


@dataclass
class Tally:
    """What agrees: `causes` and the exact parts are counted among the matched."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, case: Case, found: Sequence[Claim]) -> None:
        for want, claim in matches(case, found):
            self.counts["marked"] += want is not None
            self.counts["found"] += claim is not None
            if want is not None and claim is not None:
                causes, effects = places(case.sentence, want.cause), places(case.sentence, want.effect)
                self.counts["matched"] += 1
                self.counts["causes"] += any(claim.cause.overlaps(place) for place in causes)
                self.counts["exact causes"] += claim.cause in causes
                self.counts["exact effects"] += claim.effect in effects

    @property
    def precision(self) -> float:
        return self.counts["matched"] / self.counts["found"] if self.counts["found"] else 0.0

    @property
    def recall(self) -> float:
        return self.counts["matched"] / self.counts["marked"] if self.counts["marked"] else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def share(self, name: str) -> float:
        return self.counts[name] / self.counts["matched"] if self.counts["matched"] else 0.0


def cases(text: str) -> Iterator[Case]:
    """The cases of a marked file, in order; ValueError with the line's number where a line cannot be read."""
    title, sentence, marked = ":", "", list[Marked]()
    for number, line in enumerate([*text.splitlines(), "@ end:"], 1):
        if line.startswith("#") or not line.strip():
            continue
        if line[0].isspace():
            found = _LINE.match(line)
            if found is None or not sentence:
                raise ValueError(
                    f"line {number}: {line!r} is no effect; write it below its sentence, CAUSE -CUE> EFFECT"
                )
            marked.append(Marked(found["cause"], found["sign"], found["cue"], found["effect"]))
            continue
        if sentence:
            yield Case(title.split(":", maxsplit=1)[0], title.split(":", 1)[1].strip(), sentence, tuple(marked))
        sentence, marked = "", []
        if line.startswith("@"):
            title = line[1:].strip()
        else:
            sentence = line


def gold(path: Path) -> Iterator[Case]:
    """The sentences of a gold file as cases, each text once."""
    known = set[str]()
    for line in path.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        if row["text"] not in known:
            known.add(row["text"])
            marked = tuple(Marked(e["cause"], e["sign"], e["cue"], e["effect"]) for e in row["effects"])
            yield Case("gold", path.name, row["text"], marked)


def places(sentence: str, part: str) -> list[Span]:
    """Every place of a part; ValueError where it has none."""
    pattern = ".*?".join(re.escape(piece) for piece in part.split("…"))
    found = [Span(m.start(1), m.end(1)) for m in re.finditer(f"(?=({pattern}))", sentence)]
    if not found:
        raise ValueError(f"{part!r} does not stand in {sentence!r}")
    return found


def matches(case: Case, found: Iterable[Claim]) -> list[tuple[Marked | None, Claim | None]]:
    """Each marked effect with a claim that matches it, one exact in its effect before others; then what is left."""
    free, pairs = list(found), list[tuple[Marked | None, Claim | None]]()
    for want in case.marked:
        cues, ends = places(case.sentence, want.cue), places(case.sentence, want.effect)
        fit = [c for c in free if c.sign == want.sign and _touches(c.cue, cues) and _touches(c.effect, ends)]
        fit.sort(key=lambda c: c.effect not in ends)
        pairs.append((want, fit[0] if fit else None))
        if fit:
            free.remove(fit[0])
    return pairs + [(None, claim) for claim in free]


def _touches(span: Span, some: list[Span]) -> bool:
    return any(span.overlaps(one) for one in some)


def tally(some: Iterable[Case], read: Callable[[str], Sequence[Claim]]) -> Tally:
    """How what `read` finds in each sentence agrees with what is marked."""
    result = Tally()
    for case in some:
        result.add(case, read(case.sentence))
    return result
