"""The parts of an effect: where an object ends, what falls away from it, and into which things it divides.

Takes       a Reading and places in it.
Gives       spans of the sentence.
Method      an object ends with its clause, before the next coordinated predicate, or before a word that begins the
            speaker's own stance (表示). Members of a list are parted only where each can stand alone: not where
            they share what stands before them (国际安全与稳定) or behind them (经济和社会发展).
Leaves out  lists whose members differ in kind; they stay one part.
"""

from __future__ import annotations

import re

from actum.extract.effect_tokens import Reading, Token
from actum.text.span import Span

_PREDICATE = frozenset({"harm", "further", "helps", "causatives", "passives", "links", "turning"})
_EDGE = " \n、,"
# Longest adverb-like run before a coordinated predicate (characters); set on the sample statements, 2026-11-25.
_SHORT = 3
_VERBAL = frozenset({"shed", "verbs", "creating", "harm", "further", "avoid"})
_JOINTS = frozenset({"、", "和", "与", "及", "以及", "或", "或者"})


def object_span(reading: Reading, start: int, end: int, *, harm: bool = False) -> Span | None:
    """What a predicate that ends at `start` acts on, up to `end` at the most; None where nothing is left.

    With `harm`, a furthering verb behind a conjunction is part of what is harmed, not a predicate of its own.
    """
    start = _skip_aspect(reading, start, end)
    for token in reading.within(start, end):
        if "stops" in token.kinds and token.start > start:
            end = token.start
            break
        furthering = harm and not token.kinds & {"harm", "verbs", "causatives", "prepositions"}
        if token.start > start and not furthering and _begins_predicate(reading, token, start, end):
            before = token.start
            before, _ = reading.back(before, start)
            end = _before_conjunction(reading, before, start)
            break
    return trimmed(reading, start, end)


def _skip_aspect(reading: Reading, start: int, end: int) -> int:
    for aspect in sorted(reading.lexicon.lists["aspects"], key=len, reverse=True):
        if start + len(aspect) < end and reading.plain.startswith(aspect, start):
            return start + len(aspect)
    return start


def _begins_predicate(reading: Reading, token: Token, start: int, end: int) -> bool:
    """Whether a token, behind a conjunction, opens a predicate of its own."""
    if token.end >= end or not token.kinds & (_PREDICATE | {"verbs", "prepositions"}):
        return False
    place, passed = reading.back(token.start, start)
    joined = place != _before_conjunction(reading, place, start) or any("conjunctions" in t.kinds for t in passed)
    if not joined:
        return False
    if "prepositions" in token.kinds and not token.kinds & _PREDICATE:
        return token.text in {"对", "对于", "为", "给", "使", "将", "把"}
    behind = reading.plain[token.end]
    if behind == "的" or (behind in "、和与及" and "harm" not in reading.kinds_at(token.end + 1)):
        return False
    return "harm" in token.kinds or "verbs" in token.kinds or not _in_list(reading, token, start)


def _in_list(reading: Reading, token: Token, start: int) -> bool:
    """Whether the list that a furthering verb belongs to began with one: then it is part of what is acted on."""
    return bool(reading.kinds_at(start) & {"further", "shed"})


def _before_conjunction(reading: Reading, place: int, floor: int) -> int:
    token = reading.ending.get(place)
    return token.start if token is not None and "conjunctions" in token.kinds and token.start > floor else place


def trimmed(reading: Reading, start: int, end: int) -> Span | None:
    """The span without blanks, marks and the words that trail a list (等); None where nothing is left."""
    trailing = sorted(reading.lexicon.lists["trailing"], key=len, reverse=True)
    while start < end:
        words = reading.plain[start:end]
        if words[-1] in _EDGE:
            end -= 1
        elif words[0] in _EDGE:
            start += 1
        else:
            tail = next((t for t in trailing if words.endswith(t) and len(t) < len(words)), None)
            if tail is None or words.endswith("平等"):
                break
            end -= len(tail)
    words = reading.plain[start:end]
    for mark, other in (("(", ")"), ("“", "”"), ("《", "》")):
        if words.count(mark) < words.count(other) and words.endswith(other):
            return trimmed(reading, start, end - 1)
    return Span(start, end) if end > start else None


def shed(reading: Reading, span: Span) -> Span:
    """The span without a furthering verb at its head: `加强国际安全` → `国际安全`."""
    start = span.start
    while True:
        token = _shed_at(reading, start, span.end)
        if token is None:
            break
        start = token.end
        if reading.plain[start] in "和与、并" and "shed" in reading.kinds_at(start + 1):
            start += 1
    return trimmed(reading, start, span.end) or span


def _shed_at(reading: Reading, start: int, end: int) -> Token | None:
    """The furthering verb at a place, adverbs before it included, where something is left behind it."""
    place = start
    token = reading.starting.get(place)
    if token is not None and token.text == "其" and token.end < end:
        place, token = token.end, reading.starting.get(token.end)
    while token is not None and "adverbs" in token.kinds and "shed" not in token.kinds:
        place = token.end
        token = reading.starting.get(place)
    if token is None or "shed" not in token.kinds or token.end >= end:
        return None
    if token.text in reading.lexicon.sets["nominal_verbs"] and end - token.end <= 2:
        return None
    behind = reading.plain[token.end]
    joined = behind in "和与、并" and "shed" not in reading.kinds_at(token.end + 1)
    return None if behind == "的" or joined else token


def divided(reading: Reading, span: Span) -> tuple[Span, ...]:
    """The things that a list names, in order; the span itself where it names one or its members lean on each other."""
    joints = _joints(reading, span)
    if (
        not joints
        or _one_phrase(reading, span, joints[0])
        or reading.lexicon.patterns["examples"].search(reading.plain, span.start, span.end)
    ):
        return (span,)
    pieces, start = [], span.start
    for joint in joints:
        pieces.append(Span(start, joint.start))
        start = joint.end
    pieces.append(Span(start, span.end))
    return _joined(reading, pieces, joints)


def _one_phrase(reading: Reading, span: Span, joint: Token) -> bool:
    """Whether a list is part of a phrase: `Y遭到破坏`, `在A、B领域的潜力`."""
    tokens = reading.within(span.start, span.end)
    return any("passives" in t.kinds for t in tokens) or any(
        "prepositions" in t.kinds and t.start > span.start and t.end < joint.start for t in tokens
    )


def _joints(reading: Reading, span: Span) -> list[Token]:
    depth = 0
    joints = []
    for place in range(span.start, span.end):
        char = reading.plain[place]
        depth += (char in "(《“") - (char in ")》”")
        token = reading.starting.get(place)
        if depth or token is None or place == span.start:
            continue
        before = reading.ending.get(place)
        bare = before is not None and before.start == span.start and bool(before.kinds & _VERBAL)
        if token.text in _JOINTS and token.end < span.end and not bare:
            joints.append(token)
    return joints


def _joined(reading: Reading, pieces: list[Span], joints: list[Token]) -> tuple[Span, ...]:
    """Join again the neighbours that cannot stand alone."""
    verbal = [_verb_led(reading, piece) for piece in pieces]
    first = reading.kinds_at(_led(reading, pieces[0]).start)
    cuts = []
    for n, joint in enumerate(joints):
        if verbal[n + 1] and (any(verbal[: n + 1]) or _shell(reading, pieces[-1], pieces[n]) is None):
            cuts.append(True)
        elif verbal[0] and ("avoid" in first or "shed" not in first):
            cuts.append(False)
        else:
            last = next((m for m in range(n + 2, len(pieces)) if verbal[m]), len(pieces)) - 1
            alone = _stand_alone(reading, pieces[n], pieces[n + 1], joint.text, pieces[last])
            cuts.append(alone and not _exemplary(reading, pieces[last]))
    return _rejoined(reading, pieces, cuts)


def _exemplary(reading: Reading, last: Span) -> bool:
    """Whether a list only gives examples of what ends it: `A、B等挑战`."""
    return any(t.text == "等" and t.end < last.end for t in reading.within(last.start, last.end))


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
    """The span without an adverb at its head."""
    token = reading.starting.get(span.start)
    if token is None or not token.kinds & {"adverbs", "openings"} or token.end >= span.end:
        return span
    verb = reading.kinds_at(token.end) & {"shed", "further", "avoid", "verbs", "harm"}
    return Span(token.end, span.end) if verb else span


def _verb_led(reading: Reading, span: Span) -> bool:
    token = reading.starting.get(_led(reading, span).start)
    if token is None or token.end >= span.end:
        return False
    behind = reading.plain[token.end : token.end + 1]
    return bool(token.kinds & {"shed", "further", "avoid", "verbs", "creating", "harm"}) and behind != "的"


def _stand_alone(reading: Reading, left: Span, right: Span, joint: str, last: Span) -> bool:
    a, b = (reading.plain[s.start : s.end].strip() for s in (shed(reading, left), right))
    if "的" in b and "的" not in a and not (_has_head(reading, a) and len(a) >= 4 and joint in {"和", "以及", "及"}):
        return False
    if any("prepositions" in t.kinds or "passives" in t.kinds for t in reading.within(left.start, left.end)):
        return False
    if "的" in a and "的" not in b and len(b) <= len(a.rsplit("的", 1)[1]):
        return False
    if _shell(reading, last, left) is not None:
        return False
    if len(b) >= 4 and len(a) >= 4:
        return joint == "、" or _has_head(reading, a) or a[-1:] == b[-1:] or _named(a)
    if len(a) <= _SHORT and len(b) <= _SHORT:
        return joint not in reading.lexicon.sets["tight"] and _has_head(reading, a) and _has_head(reading, b)
    return len(b) > _SHORT and joint == "、" and _has_head(reading, a)


def _shell(reading: Reading, last: Span, piece: Span) -> str | None:
    """The noun that ends the last member and that the others lean on: `经济和社会|领域`; None where each has it."""
    tail, words = reading.plain[last.start : last.end], reading.plain[piece.start : piece.end]
    return next((s for s in reading.lexicon.lists["shells"] if tail.endswith(s) and not words.endswith(s)), None)


def _has_head(reading: Reading, words: str) -> bool:
    return any(words.endswith(head) for head in reading.lexicon.lists["heads"])


def _named(words: str) -> bool:
    return words.endswith(("》", "”")) or re.search(r"[\w]条约$|公约$|宪章$", words) is not None


def modifier_head(reading: Reading, start: int, end: int) -> tuple[int, Span] | None:
    """The noun of conduct that `…的` behind `start` describes: the place of 的, and the head; None without one."""
    for name in ("conduct", "conduct_weak"):
        place = reading.plain.find("的", start, end)
        while place >= 0:
            found = _whole_noun(reading, name, place + 1, end)
            if found is not None:
                return place, _extended(reading, Span(place + 1, found), end)
            place = reading.plain.find("的", place + 1, end)
    return None


def _whole_noun(reading: Reading, name: str, start: int, end: int) -> int | None:
    """Where a noun of conduct that begins at `start` ends: `挑衅` or `挑衅行为`; None where none does."""
    place = start
    found = reading.lexicon.patterns[name].match(reading.plain, place, end)
    while found is not None:
        if _ends_noun(reading, found.end(), end):
            return found.end()
        place = found.end()
        found = reading.lexicon.patterns[name].match(reading.plain, place, end)
    return None


def within_noun(reading: Reading, start: int, end: int) -> bool:
    """Whether what follows a furthering verb makes it part of a noun of doing: `实现…的决心`."""
    place = reading.plain.find("的", start, end)
    while place >= 0:
        if reading.lexicon.patterns["of_doing"].match(reading.plain, place + 1, end) is not None:
            return True
        place = reading.plain.find("的", place + 1, end)
    return False


def _ends_noun(reading: Reading, place: int, end: int) -> bool:
    """Whether a noun ends at a place: with the clause, or before a word that the tables know."""
    if place >= end or reading.plain[place] in " \n,;:、)”" or reading.kinds_at(place):
        return True
    return reading.lexicon.patterns["after_conduct"].match(reading.plain, place, end) is not None


def _extended(reading: Reading, head: Span, end: int) -> Span:
    """The head with the further heads joined to it: `霸凌措施` → `霸凌措施和单边措施`."""
    token = reading.starting.get(head.end)
    if token is not None and token.text in _JOINTS:
        more = _whole_noun(reading, "conduct", token.end, end)
        if more is not None:
            return _extended(reading, Span(head.start, more), end)
    return head
