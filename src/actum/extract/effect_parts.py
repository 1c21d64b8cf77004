"""The parts of an effect: where an object ends, and what falls away from it.

Takes       a Reading and places in it.
Gives       spans of the sentence.
Method      an object ends with its clause, before the next coordinated predicate, or before a word that begins the
            speaker's own stance (表示).
Leaves out  lists of things; see `effect_lists`.
"""

from __future__ import annotations

from actum.extract.effect_tokens import Reading, Token
from actum.text.span import Span

_PREDICATE = frozenset({"harm", "further", "helps", "causatives", "passives", "links", "turning"})
_EDGE = " \n、,"
_BRACKETS = (("(", ")"), ("“", "”"), ("《", "》"))


def object_span(reading: Reading, start: int, end: int, *, harm: bool = False) -> Span | None:
    """What a predicate that ends at `start` acts on, up to `end` at the most; None where nothing is left.

    With `harm`, a furthering verb behind a conjunction is part of what is harmed, not a predicate of its own.
    """
    start = _behind_aspect(reading, start, end)
    if "stops" in reading.kinds_at(start):
        return None
    for token in reading.within(start, end):
        if token.start <= start:
            continue
        if "stops" in token.kinds:
            end = token.start
            break
        furthering = harm and not token.kinds & {"harm", "verbs", "causatives", "prepositions"}
        if not furthering and _begins_predicate(reading, token, start, end):
            end = _before_conjunction(reading, reading.back(token.start, start)[0], start)
            break
    span = trimmed(reading, start, end)
    return None if span is not None and _adverbs_alone(reading, span) else span


def _adverbs_alone(reading: Reading, span: Span) -> bool:
    """Whether a stretch holds nothing but adverbs, which say no thing: 再次, 日益明显 less its adjective."""
    place = span.start
    while place < span.end and "adverbs" in reading.kinds_at(place):
        place = reading.starting[place].end
    return place >= span.end


def _behind_aspect(reading: Reading, start: int, end: int) -> int:
    for aspect in sorted(reading.lexicon.lists["aspects"], key=len, reverse=True):
        if start + len(aspect) < end and reading.plain.startswith(aspect, start):
            return start + len(aspect)
    return start


def _begins_predicate(reading: Reading, token: Token, start: int, end: int) -> bool:
    """Whether a token, behind a conjunction, opens a predicate of its own."""
    example = token.text.startswith(reading.lexicon.lists["examples"])
    if example or token.end >= end or not token.kinds & (_PREDICATE | {"verbs", "prepositions"}):
        return False
    place, passed = reading.back(token.start, start)
    joined = place != _before_conjunction(reading, place, start) or any("conjunctions" in t.kinds for t in passed)
    if not joined:
        return False
    if "prepositions" in token.kinds and not token.kinds & _PREDICATE:
        return token.text in reading.lexicon.sets["opens_frame"]
    behind = reading.plain[token.end]
    listed = behind in reading.lexicon.marks and "harm" not in reading.kinds_at(token.end + 1)
    if behind == reading.lexicon.of or listed:
        return False
    # Where a furthering verb began the list, the next one belongs to what is acted on.
    return bool(token.kinds & {"harm", "verbs"}) or not reading.kinds_at(start) & {"further", "shed"}


def _before_conjunction(reading: Reading, place: int, floor: int) -> int:
    token = reading.ending.get(place)
    return token.start if token is not None and "conjunctions" in token.kinds and token.start > floor else place


def trimmed(reading: Reading, start: int, end: int) -> Span | None:
    """The span without blanks, marks and the words that trail a list (等); None where nothing is left."""
    trailing = sorted(reading.lexicon.lists["trailing"], key=len, reverse=True)
    whole = reading.lexicon.lists["whole_words"]
    while start < end:
        words = reading.plain[start:end]
        last = reading.ending.get(end)
        if last is not None and "conjunctions" in last.kinds and start < last.start and words[-1] not in _EDGE:
            end = last.start
            continue
        tail = next((t for t in trailing if words.endswith(t) and len(t) < len(words)), None)
        if words[-1] in _EDGE or _unopened(words):
            end -= 1
        elif words[0] in _EDGE:
            start += 1
        elif tail is not None and not words.endswith(whole):
            end -= len(tail)
        else:
            break
    return Span(start, end) if end > start else None


def _unopened(words: str) -> bool:
    """Whether a stretch ends in a closing mark that nothing in it opens."""
    return any(words.endswith(close) and words.count(mark) < words.count(close) for mark, close in _BRACKETS)


def shed(reading: Reading, span: Span) -> Span:
    """The span without a furthering verb at its head: `加强国际安全` → `国际安全`."""
    start = span.start
    while True:
        token = _shed_at(reading, start, span.end)
        if token is None:
            break
        start = token.end
        if reading.plain[start] in reading.lexicon.marks and "shed" in reading.kinds_at(start + 1):
            start += 1
    return trimmed(reading, start, span.end) or span


def _shed_at(reading: Reading, start: int, end: int) -> Token | None:
    """The furthering verb at a place, adverbs before it included, where something is left behind it."""
    sets = reading.lexicon.sets
    token = reading.starting.get(start)
    if token is not None and token.text in sets["other"] and token.end < end:
        token = reading.starting.get(token.end)
    while token is not None and "adverbs" in token.kinds and "shed" not in token.kinds:
        token = reading.starting.get(token.end)
    if token is None or "shed" not in token.kinds or token.end >= end:
        return None
    if token.text in sets["nominal_verbs"] and end - token.end <= 2:
        return None
    behind = reading.plain[token.end]
    joined = behind in reading.lexicon.marks and "shed" not in reading.kinds_at(token.end + 1)
    return None if behind == reading.lexicon.of or joined else token
