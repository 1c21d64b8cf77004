"""What stands before and behind a concept in an end, step by step: verbs that say less of it, shells, agents.

Takes       folded words, the named things in them, and the words of the language.
Gives       steps, each with its rule, its place and what it does to the sign; None where a word is not
            understood.
Method      from the left, word by word with a way back; from the right, one phrase at a time. Signs multiply, so
            反对退出X is more of X.
Leaves out  guessing: what no list has makes the whole end an unnamed one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actum.language.words import words as split_words
from actum.regime.influence.concepts import ACTORS
from actum.regime.influence.end_words import EndWords
from actum.text.span import Span

BRACKETS = {"）": "（", ")": "(", "】": "【", "〕": "〔"}
QUOTES = "\"'“”‘’「」『』"
VERBS = frozenset({"flips", "less", "fuels", "open", "more"})
"""Rules of verbs that move what follows them."""
SIGNS = {
    "flips": "-",
    "less": "-",
    "open": "?",
    "passive": "-",
    "loss": "-",
    "worse": "?",
    "rise": "?",
    "peril": "?",
    "harm-to": "-",
}
"""What a step does to the sign; one that is not here leaves it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A named thing in folded words; `kind` is that of its row, `date` for a date, empty where it has no row.

    `rule` is the rule that found it where it is no mention but a pointer back.
    """

    span: Span
    id: str
    kind: str
    veiled: bool = False
    rule: str = ""

    @property
    def acts(self) -> bool:
        """Whether it is a state or a group."""
        return self.kind in ACTORS


@dataclass(frozen=True, slots=True)
class Step:
    """One word or phrase beside the concept; `sign` is `+`, `-`, or `?` where it leaves the sign open."""

    rule: str
    span: Span
    sign: str = "+"
    hit: Hit | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Folded words with the named things in them, in order of place."""

    text: str
    hits: tuple[Hit, ...]

    def at(self, start: int, end: int, *, id_: str = "") -> Hit | None:
        """The longest named thing that begins at `start` and reaches no further than `end`; of one id, where asked."""
        some = [hit for hit in self.hits if hit.span.start == start and hit.span.end <= end and id_ in {"", hit.id}]
        return max(some, key=lambda hit: hit.span.end, default=None)

    def within(self, start: int, end: int) -> list[Hit]:
        """The named things that lie between two places."""
        return [hit for hit in self.hits if start <= hit.span.start and hit.span.end <= end]

    def cut(self, at: int) -> bool:
        """Whether a place lies inside a named thing."""
        return any(hit.span.start < at < hit.span.end for hit in self.hits)


def steps_before(line: Line, start: int, end: int, words: EndWords) -> tuple[Step, ...] | None:
    """What stands between `start` and the concept at `end`, in order; None where a word of it is in no list."""
    failed: set[int] = set()

    def read(at: int) -> tuple[Step, ...] | None:
        if at == end:
            return ()
        if at in failed:
            return None
        for step in _next(line, at, end, words):
            rest = read(step.span.end)
            if rest is not None:
                return (step, *rest)
        failed.add(at)
        return None

    found = read(start)
    return found if found is None or _are_words(line, Span(start, end), found) else None


def _are_words(line: Line, span: Span, steps: Sequence[Step]) -> bool:
    """Whether every step of one character is a word of its own: 应 is none in 应对."""
    single = [step.span for step in steps if len(step.span) == 1 and step.rule not in {"mark", "agent"}]
    if not single:
        return True
    edges, at = {span.start}, span.start
    for word in split_words(span.of(line.text)):
        at += len(word)
        edges.add(at)
    return all(one.start in edges and one.end in edges for one in single)


def steps_first(line: Line, start: int, end: int, words: EndWords) -> list[Step]:
    """Every step that the words may begin with, in the order in which they are tried; none for a word in no list."""
    return _next(line, start, end, words) if start < end else []


def _next(line: Line, at: int, end: int, words: EndWords) -> list[Step]:
    """Every step that may begin here, in the order in which they are tried."""
    if line.text[at] in QUOTES + "、， ":
        return [Step("mark", Span(at, at + 1))] if line.text[at] in QUOTES + " " else []
    hit = line.at(at, end)
    if hit is not None and hit.acts:
        # what binds belongs to the actor: 中俄的X, 各国之X, 甲国和乙国
        bound = hit.span.end + (line.text[hit.span.end : hit.span.end + 1] in words.binds)
        after = _joint(line, hit.span.end, end, words) or bound
        return [Step("agent", Span(at, min(after, end)), hit=hit)]
    if hit is not None and (hit.kind == "date" or line.at(end, len(line.text), id_=hit.id)):
        # one thing said twice: 着手准备核试验场以考虑恢复核试验
        return [Step("date" if hit.kind == "date" else "again", hit.span)]
    if line.text[at] in words.dating and (day := line.at(at + 1, end)) is not None and day.kind == "date":
        # 于2019年退出X
        return [Step("date", Span(at, day.span.end))]
    if line.text[at] in words.placing and (place := words.narrows.match(line.text, at + 1, end)):
        # 在欧洲部署X
        return [Step("scope", Span(at, place.end()))]
    found = [
        Step(rule, Span(at, seen.end()), SIGNS.get(rule, "+"))
        for rule, pattern in words.verbs
        if (seen := pattern.match(line.text, at, end))
    ]
    # the longer verb first: 拒不批准 before 拒不
    found.sort(key=lambda step: -step.span.end)
    found += [
        Step(rule, Span(at, seen.end()))
        for rule, pattern in (("adverb", words.skips), ("scope", words.narrows))
        if (seen := pattern.match(line.text, at, end))
    ]
    found += _relative(line, at, end, words)
    return [step for step in found if not line.cut(step.span.end)]


def _joint(line: Line, at: int, end: int, words: EndWords) -> int:
    """Where a word ends that joins two actors; 0 where none stands here."""
    join = next((one for one in words.joins if line.text.startswith(one, at)), "")
    other = line.at(at + len(join), end) if join else None
    return at + len(join) if other is not None and other.acts else 0


def _relative(line: Line, at: int, end: int, words: EndWords) -> list[Step]:
    """A relative clause that cannot have the concept for its object, the longest first.

    With a verb that turns the sign in it, it may be none: 旨在防止各国的(军备竞赛).
    """
    if words.relative.match(line.text, at, end) is None:
        return []
    stops = [place for place in range(end, at, -1) if line.text[place - 1] == "的" and not line.cut(place)]
    found = [Span(at, stop) for stop in stops if words.relative.fullmatch(line.text, at, stop)]
    return [Step("relative", span) for span in found if not _turns(line, span, words)]


def _turns(line: Line, span: Span, words: EndWords) -> bool:
    seen = words.turning.finditer(line.text, span.start, span.end)
    return any(not any(hit.span.overlaps(Span(*one.span())) for hit in line.hits) for one in seen)


def step_behind(line: Line, start: int, end: int, words: EndWords) -> Step | None:
    """The outermost phrase behind the concept that can be taken off; None where there is none."""
    last = line.text[end - 1]
    if last in BRACKETS and (opens := line.text.rfind(BRACKETS[last], start, end)) > start:
        return Step("bracket", Span(opens, end))
    if last in QUOTES:
        return Step("mark", Span(end - 1, end))
    for rule, pattern in words.behind:
        found = pattern.search(line.text, start, end)
        if found and found.start() > start and not line.within(found.start(), end) and not line.cut(found.start()):
            return Step(rule, Span(found.start(), end), SIGNS.get(rule, "+"))
    return None


def sign_of(steps: Sequence[Step]) -> str:
    """The product of the steps' signs: `?` where one is open."""
    if any(step.sign == "?" for step in steps):
        return "?"
    return "-" if sum(step.sign == "-" for step in steps) % 2 else "+"
