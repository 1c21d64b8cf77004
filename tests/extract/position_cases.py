"""Read marked positions and compare them with what was found.

Takes       `tests/cases/positions.txt` and `positions-samples.txt` (their heads say how they are written), or a gold
            file; and Positions.
Gives       Wanted positions by sentence, and a Tally of what agrees, slot by slot.
Method      as the gold's own scorer: a position matches where the cues overlap, act and holder agree; strength,
            addressee and matter are counted among the matched. Places are compared exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from actum.model.division import Division
from actum.model.fact import Position
from actum.text.script import script_class

Place = tuple[int, int]


@dataclass(frozen=True)
class Wanted:
    """One marked position; places count in its sentence. `matter` is None where none is marked."""

    cue: Place
    act: str
    strength: int
    holder: tuple[str, ...]
    addressee: tuple[Place, ...]
    matter: Place | None


@dataclass
class Tally:
    """Counts, and a line for each thing that differs."""

    wanted: int = 0
    found: int = 0
    matched: int = 0
    strength: int = 0
    addressee: int = 0
    matter: int = 0
    with_matter: int = 0
    words: set[str] = field(default_factory=set)
    lines: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Of cue, act and holder together."""
        total = self.wanted + self.found
        return 2 * self.matched / total if total else 1.0

    def share(self, slot: str) -> float:
        """Of the matched, the share that agrees in one slot."""
        of = self.with_matter if slot == "matter" else self.matched
        return getattr(self, slot) / of if of else 1.0


MARK = re.compile(
    r"^(?P<cue>\S+?)(?:/(?P<nth>\d))?\s+(?P<act>[a-z-]+)\.(?P<strength>[012])(?P<rest>.*?)\s+:\s*(?P<matter>.*)$"
)
# The paragraph of sample 001 that ends the statement; news items stand behind it.
LAST_OF_001 = "p25"
CLOSING = "。！？；;：:，,!?、"


def wanted(sentence: str, line: str, parties: Sequence[str]) -> Wanted:
    """The position that a marked line asks for in a sentence; raises ValueError where the line fits it nowhere."""
    match = MARK.match(line.strip())
    if match is None:
        raise ValueError(f"not a marked position: {line!r}")
    cue = _nth(sentence, match["cue"], int(match["nth"] or 1))
    holders = re.search(r"@(\S+)", match["rest"])
    doers = re.search(r">(.+)$", match["rest"])
    return Wanted(
        cue=cue,
        act=match["act"],
        strength=int(match["strength"]),
        holder=tuple(sorted(holders[1].split(",") if holders else parties)),
        addressee=tuple(sorted(_doer(sentence, doer.strip(), cue) for doer in doers[1].split("|"))) if doers else (),
        matter=_matter(sentence, match["matter"].strip(), cue),
    )


def _nth(sentence: str, words: str, nth: int) -> Place:
    start = -1
    for _ in range(nth):
        start = sentence.index(words, start + 1)
    return start, start + len(words)


def _doer(sentence: str, words: str, cue: Place) -> Place:
    """Where a doer stands: behind the cue if it is there, else before."""
    start = sentence.find(words, cue[1])
    return (start, start + len(words)) if start >= 0 else _nth(sentence, words, 1)


def _matter(sentence: str, words: str, cue: Place) -> Place | None:
    if words == "-":
        return None
    if words == "*":
        start, end = cue[1], len(sentence)
        while sentence[start] in "，,：:了的是":
            start += 1
        while sentence[end - 1] in CLOSING:
            end -= 1
        return start, end
    first, _, last = words.partition("…")
    start = sentence.find(first, cue[1])
    if start < 0 or (last and sentence.find(last, start) < 0):
        start = sentence.index(first)
    if not last:
        return start, start + len(first)
    return start, sentence.index(last, start) + len(last)


def compare(name: str, asked: Sequence[Wanted], found: Iterable[Position], tally: Tally) -> None:
    """Add one sentence to a tally."""
    rest = list(found)
    tally.wanted += len(asked)
    tally.found += len(rest)
    for each in asked:
        near = [
            p
            for p in rest
            if p.cue.start - p.sentence.start < each.cue[1] and each.cue[0] < p.cue.end - p.sentence.start
        ]
        near.sort(key=lambda p: p.act != each.act)
        if not near:
            tally.lines.append(f"{name}  missed {each.act} at {each.cue}")
            continue
        best = near[0]
        rest.remove(best)
        if best.act != each.act or best.holder != each.holder:
            tally.lines.append(
                f"{name}  {best.cue.text}: found {best.act} {best.holder}, wanted {each.act} {each.holder}"
            )
            continue
        tally.matched += 1
        tally.words.add(script_class(best.cue.text))
        _slots(name, each, best, tally)
    tally.lines += [f"{name}  too much: {p.cue.text} {p.act} [{p.made_by}]" for p in rest]


def _slots(name: str, each: Wanted, best: Position, tally: Tally) -> None:
    origin = best.sentence.start
    text = best.sentence.text
    doers = tuple(sorted((a.part.start - origin, a.part.end - origin) for a in best.addressee))
    matter = (best.matter.start - origin, best.matter.end - origin) if best.matter else None
    tally.strength += best.strength == each.strength
    tally.addressee += doers == each.addressee
    if best.strength != each.strength:
        tally.lines.append(f"{name}  {best.cue.text}: strength {best.strength}, wanted {each.strength}")
    if doers != each.addressee:
        shown = [[text[slice(*place)] for place in places] for places in (doers, each.addressee)]
        tally.lines.append(f"{name}  {best.cue.text}: addressee {shown[0]}, wanted {shown[1]}")
    if each.matter is None:
        return
    tally.with_matter += 1
    tally.matter += matter == each.matter
    if matter != each.matter:
        got = text[slice(*matter)] if matter else "none"
        tally.lines.append(
            f"{name}  {best.cue.text}: matter {got!r}, wanted {text[slice(*each.matter)]!r} [{best.made_by}]"
        )


def blocks(marked: str) -> Iterator[tuple[str, list[str]]]:
    """The heads (behind `==`) and lines of a file of cases, without comments and blanks at the ends."""
    for block in re.split(r"^== ", marked, flags=re.MULTILINE)[1:]:
        head, *lines = block.rstrip().splitlines()
        yield head.strip(), lines


def texts(marked: str) -> Iterator[tuple[str, str, tuple[str, ...], dict[str, list[str]]]]:
    """The invented texts of a file: what each shows, its words, its parties, and the marks of each sentence.

    Marks are kept under the words of the sentence they follow: the last of its line.
    """
    for head, lines in blocks(marked):
        shows, _, parties = head.partition("|")
        paragraphs: list[str] = []
        asked: dict[str, list[str]] = {}
        for line in lines:
            if line.startswith(" "):
                asked.setdefault(_last_sentence(paragraphs[-1]), []).append(line)
            elif line.startswith("+"):
                paragraphs[-1] += line[1:]
            elif line.strip() and not line.startswith("#"):
                paragraphs.append(line)
        yield shows.strip(), "\n".join(paragraphs), tuple(sorted(parties.split())), asked


def _last_sentence(paragraph: str) -> str:
    return re.split(r"(?<=[。！？])(?=.)", paragraph)[-1]


def marked_sentences(sentences: Iterable[Division], number: str, parts: Sequence[str]) -> Iterator[Division]:
    """The sentences of the parts of a sample that are marked; sample 001 goes on behind its end with foreign matter."""
    for sentence in sentences:
        section = sentence.id.split(".")[0]
        part = section if section.startswith("s") else "-"
        foreign = number == "001" and section > LAST_OF_001
        if part in parts and not section.startswith("h") and sentence.repeats is None and not foreign:
            yield sentence


def of_gold(text: str, each: dict[str, Any]) -> Wanted:
    """What a position of a gold file asks for."""
    return Wanted(
        cue=_nth(text, each["cue"], each.get("nth", 1)),
        act=each["act"],
        strength=each["strength"],
        holder=tuple(sorted(each["holder"])),
        addressee=tuple(sorted(_nth(text, words, 1) for words in each["addressee"])),
        matter=_nth(text, each["matter"], 1) if each["matter"] else None,
    )
