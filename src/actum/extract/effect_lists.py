"""Into which things a list divides.

Takes       a Reading and the span of a cause or an effect.
Gives       the spans of its members, in order; the span itself where it names one thing.
Method      members are parted only where each can stand alone: not where they share what stands before them
            (国际安全与稳定) or behind them (经济和社会发展). A verb before a member makes it one of its own.
Leaves out  lists inside a phrase (在A、B领域的潜力) and lists of examples (A、B等挑战); they stay one part.
"""

from __future__ import annotations

from actum.extract.effect_parts import shed, trimmed
from actum.extract.effect_tokens import Reading, Token
from actum.text.span import Span

# A member up to this long is a single word, one longer a compound that can stand alone (characters); set on the
# sample statements, 2026-11-25.
_SHORT = 3
_VERBAL = frozenset({"shed", "verbs", "creating", "harm", "further", "avoid"})
_OPEN, _CLOSE = "(《“", ")》”"


def divided(reading: Reading, span: Span) -> tuple[Span, ...]:
    """The things that a list names, in order; the span itself where it names one or its members lean on each other."""
    joints = _joints(reading, span)
    examples = reading.lexicon.patterns["examples"].search(reading.plain, span.start, span.end)
    if not joints or examples is not None or _one_phrase(reading, span, joints[0]):
        return (span,)
    pieces, start = [], span.start
    for joint in joints:
        pieces.append(Span(start, joint.start))
        start = joint.end
    pieces.append(Span(start, span.end))
    return _rejoined(reading, pieces, _cuts(reading, pieces, joints))


def _one_phrase(reading: Reading, span: Span, joint: Token) -> bool:
    """Whether a list is part of a phrase: `Y遭到破坏`, `在A、B领域的潜力`."""
    tokens = reading.within(span.start, span.end)
    return any("passives" in t.kinds for t in tokens) or any(
        "prepositions" in t.kinds and t.start > span.start and t.end < joint.start for t in tokens
    )


def _joints(reading: Reading, span: Span) -> list[Token]:
    """The conjunctions between members, outside brackets; one between two bare verbs (维护和加强) is none."""
    depth, joints, words = 0, list[Token](), reading.lexicon.sets["joints"]
    for place in range(span.start, span.end):
        char = reading.plain[place]
        depth += (char in _OPEN) - (char in _CLOSE)
        token = reading.starting.get(place)
        if depth or token is None or place == span.start or token.text not in words or token.end >= span.end:
            continue
        before = reading.ending.get(place)
        if before is None or before.start != span.start or not before.kinds & _VERBAL:
            joints.append(token)
    return joints


def _cuts(reading: Reading, pieces: list[Span], joints: list[Token]) -> list[bool]:
    """At which of its joints a list parts."""
    verbal = [_verb_led(reading, piece) for piece in pieces]
    first = reading.kinds_at(_led(reading, pieces[0]).start)
    cuts = []
    for n, joint in enumerate(joints):
        last = next((m for m in range(n + 2, len(pieces)) if verbal[m]), len(pieces)) - 1
        if verbal[n + 1] and (any(verbal[: n + 1]) or not _leans(reading, pieces[-1], pieces[n])):
            cuts.append(True)
        elif (
            (verbal[0] and ("avoid" in first or "shed" not in first))
            or _exemplary(reading, pieces[last])
            or _leans(reading, pieces[last], pieces[n])
        ):
            cuts.append(False)
        else:
            cuts.append(_stand_alone(reading, pieces[n], pieces[n + 1], joint.text))
    return cuts


def _exemplary(reading: Reading, last: Span) -> bool:
    """Whether a list only gives examples of what ends it: `A、B等挑战`."""
    so_on = reading.lexicon.sets["so_on"]
    return any(t.text in so_on and t.end < last.end for t in reading.within(last.start, last.end))


def _leans(reading: Reading, last: Span, piece: Span) -> bool:
    """Whether a member leans on the noun that ends the last one: `经济和社会|领域`."""
    tail, words = reading.plain[last.start : last.end], reading.plain[piece.start : piece.end]
    return any(tail.endswith(s) and not words.endswith(s) for s in reading.lexicon.lists["shells"])


def _rejoined(reading: Reading, pieces: list[Span], cuts: list[bool]) -> tuple[Span, ...]:
    made, start = [], pieces[0].start
    for n, cut in enumerate(cuts):
        if cut:
            made.append(Span(start, pieces[n].end))
            start = pieces[n + 1].start
    made.append(Span(start, pieces[-1].end))
    whole = [trimmed(reading, piece.start, piece.end) for piece in made]
    return tuple(_led(reading, piece) for piece in whole if piece is not None)


def _led(reading: Reading, span: Span) -> Span:
    """The span without an adverb before its verb: `最终实现世界和平`."""
    token = reading.starting.get(span.start)
    if token is None or not token.kinds & {"adverbs", "openings"} or token.end >= span.end:
        return span
    return Span(token.end, span.end) if reading.kinds_at(token.end) & (_VERBAL - {"creating"}) else span


def _verb_led(reading: Reading, span: Span) -> bool:
    token = reading.starting.get(_led(reading, span).start)
    if token is None or token.end >= span.end or reading.plain[token.end] == reading.lexicon.of:
        return False
    return bool(token.kinds & _VERBAL)


def _stand_alone(reading: Reading, left: Span, right: Span, joint: str) -> bool:
    """Whether two neighbours are two things."""
    a, b = (reading.plain[s.start : s.end].strip() for s in (shed(reading, left), right))
    of, sets = reading.lexicon.of, reading.lexicon.sets
    whole, texts = _has_head(reading, a), reading.lexicon.lists["attributed"]
    one_text = joint in sets["gathers"] and b.endswith(texts) and not a.endswith(texts) and "》" not in a + b
    if of in b and of not in a and not (whole and len(a) > _SHORT and joint in sets["gathers"]):
        return False
    if one_text or any(t.kinds & {"prepositions", "passives"} for t in reading.within(left.start, left.end)):
        return False
    if of in a and of not in b and len(b) <= len(a.rsplit(of, 1)[1]):
        return False
    listed = joint not in sets["gathers"] | sets["tight"] | sets["conjunctive"]
    if min(len(a), len(b)) > _SHORT:
        return listed or whole or a[-1:] == b[-1:] or reading.lexicon.patterns["names"].search(a) is not None
    if max(len(a), len(b)) <= _SHORT:
        return joint not in sets["tight"] and whole and _has_head(reading, b)
    return len(b) > _SHORT and listed and whole


def _has_head(reading: Reading, words: str) -> bool:
    return words.endswith(reading.lexicon.lists["heads"])
