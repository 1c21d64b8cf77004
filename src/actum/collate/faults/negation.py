"""Negations that are likely lost, or stand twice.

Takes       a Look at a Chinese text.
Gives       negation doubts, with the negation put back as the proposal.
Method      structures that demand a negation: `V O，也不 V O` with one object, `…，而是…`, phrases and adverbs that
            never stand without one; and the same words with a negation elsewhere.
Leaves out  a lost negation that leaves a good sentence and has no parallel: nothing in the text shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from actum.collate.faults.evidence import parallels_for
from actum.collate.faults.look import KEPT, Look
from actum.collate.faults.rules import pattern, value, words_of
from actum.model.doubt import Doubt, Parallel
from actum.text.span import Part, Span

_SENTENCE = re.compile(r"[^.?!\n\r]+")
_CLAUSE = re.compile(r"[^,;:、]+(?:、[^,;:]+)*")
_NEGATIONS = "不未无非没"
EACH_SIDE = 6
"""Characters that must agree on each side of a negation that another text has; set on the sample's statements of 2019
and 2025, whose wordings differ for good reasons below that, 2026-11-25."""


def lost_before_also_not(look: Look) -> Iterator[Doubt]:
    """`针对第三方，也不受制于第三方`: the second clause denies in addition to nothing."""
    for sentence in _SENTENCE.finditer(look.plain):
        clauses = [Span(*one.span()).shifted(sentence.start()) for one in _CLAUSE.finditer(sentence[0])]
        for first, second in pairwise(clauses):
            also = pattern("zh", "negation.also").match(second.of(look.plain))
            if also and not _denies(first.of(look.plain)):
                span = _verb_and_object(look, first, Span(*also.span("rest")).shifted(second.start))
                if span:
                    says = f"the next clause says 也 and denies ({second.of(look.text)}), but nothing is denied here"
                    yield _put_back(look, span, 0, "不", says, "lost-before-also-not")


def lost_after_neither(look: Look) -> Iterator[Doubt]:
    """`既干涉别国，也不允许别国干涉`: what the second clause denies with 也 the first does, by the same verb."""
    for sentence in _SENTENCE.finditer(look.plain):
        clauses = [Span(*one.span()).shifted(sentence.start()) for one in _CLAUSE.finditer(sentence[0])]
        for first, second in pairwise(clauses):
            also = pattern("zh", "negation.also").match(second.of(look.plain))
            if not also:
                continue
            tokens = [one for run in look.runs for one in run if first.start <= one.start and one.end <= first.end]
            for either, verb in pairwise(tokens):
                if either.word == "既" and len(verb.word) > 1 and verb.word in also["rest"] and not _denies(verb.word):
                    says = f"the next clause says 也 and denies {verb.word}, but nothing is denied here"
                    yield _put_back(look, Span(either.start, verb.end), 1, "不", says, "lost-after-neither")


def _denies(clause: str) -> bool:
    return bool(pattern("zh", "negation.words").search(clause) or pattern("zh", "negation.inherent").search(clause))


def _verb_and_object(look: Look, first: Span, rest: Span) -> Span | None:
    """The verb and the object of the first clause, where the second clause has that object too."""
    tokens = [token for run in look.runs for token in run if first.start <= token.start and token.end <= first.end]
    if not tokens or tokens[-1].end != first.end:
        return None
    other = rest.of(look.plain)
    size = 0
    for count in range(1, len(tokens)):
        words = look.plain[tokens[-count].start : first.end]
        if other.find(words) > 0 and len(words) >= (2 if other.endswith(words) else 3):
            size = count
    before = tokens[: len(tokens) - size]
    while before and before[-1].word in words_of("zh", "negation.modifiers"):
        before.pop()
    if not size or not before or before[-1].word in words_of("zh", "negation.existential"):
        return None
    return Span(before[-1].start, first.end)


def lost_before_rather(look: Look) -> Iterator[Doubt]:
    """`…，而是…` in a sentence that denies nothing before it."""
    rather = value("zh", "negation.rather")
    starts = {token.start for run in look.runs for token in run if token.word == rather}
    for sentence in _SENTENCE.finditer(look.plain) if starts else ():
        at = sentence[0].find(rather)
        if at > 0 and sentence.start() + at in starts and not _denies(sentence[0][:at]):
            span = _last_is(look, Span(sentence.start(), sentence.start() + at))
            says = "而是 corrects something denied, but nothing is denied before it"
            if span:
                yield _put_back(look, span, 0, "不", says, "lost-before-rather")
            else:
                yield look.doubt("negation", Span(at, at + 2).shifted(sentence.start()), says, "lost-before-rather")


def _last_is(look: Look, before: Span) -> Span | None:
    """The last 是 of the clause before, if it has one: there the negation may have stood."""
    found = [
        token
        for run in look.runs
        for token in run
        if token.word == "是" and token.start in range(before.start, before.end)
    ]
    return Span(found[-1].start, found[-1].end) if found else None


def lost_from_phrase(look: Look) -> Iterator[Doubt]:
    """Phrases that are never right without their negation (可分割 for 不可分割), and 毫 without one behind it."""
    edges = {token.start for run in look.runs for token in run}
    for bare, at, negation in _phrases():
        for match in re.finditer(re.escape(bare), look.plain):
            before = look.plain[max(0, match.start() - 3) : match.start()]
            if match.start() in edges and not any(one in before for one in _NEGATIONS):
                whole = bare[:at] + negation + bare[at:]
                says = f"{bare} is said with its negation only: {whole}"
                yield _put_back(look, Span(*match.span()), at, negation, says, "lost-from-phrase")
    for match in pattern("zh", "negation.wants").finditer(look.plain):
        span = Span(match.start(), min(len(look.plain), match.end() + 2))
        yield _put_back(look, span, 1, "不", "毫 is said before a negation only", "lost-after-adverb")


def lost_after_adverb(look: Look) -> Iterator[Doubt]:
    """绝 by itself, with no negation behind it: 绝允许."""
    for run in look.runs:
        for here, there in pairwise(run):
            if here.word in words_of("zh", "negation.before_negation") and not _negation(there.word):
                span = Span(here.start, there.end)
                says = f"{here.word} is said before a negation only"
                yield _put_back(look, span, 1, "不", says, "lost-after-adverb")


def _negation(word: str) -> bool:
    return word in words_of("zh", "negation.negations") or word[0] in _NEGATIONS


def lost_among_negations(look: Look) -> Iterator[Doubt]:
    """Of things that a party denies of itself, one that it does not deny: `结盟、不对抗、不针对第三方`."""
    for sentence in _SENTENCE.finditer(look.plain):
        items = [Span(*one.span()).shifted(sentence.start()) for one in re.finditer(r"[^,;:、]+", sentence[0])]
        for at, item in enumerate(items):
            bad = pattern("zh", "negation.adverse_end").search(item.of(look.plain))
            near = items[max(0, at - 1) : at] + items[at + 1 : at + 2]
            beside = [one for one in near if _denies_the_like(one.of(look.plain))]
            if bad and beside and not _denies(item.of(look.plain)):
                span = Span(item.start + bad.start(), item.start + bad.end())
                says = f"nothing is denied here, but the like is denied right beside it ({beside[0].of(look.text)})"
                yield _put_back(look, span, 0, "不", says, "lost-among-negations")


def _denies_the_like(item: str) -> bool:
    return pattern("zh", "negation.adverse_denied").fullmatch(item) is not None


@cache
def _phrases() -> tuple[tuple[str, int, str], ...]:
    """Each phrase without its negation, where that belongs, and the negation."""
    found = (re.fullmatch(r"(.*)\{(.)\}(.*)", phrase) for phrase in value("zh", "negation.phrases") or ())
    return tuple((match[1] + match[3], len(match[1]), match[2]) for match in found if match)


def doubled_negation(look: Look) -> Iterator[Doubt]:
    """不不 and the like: one of the two is a slip, and whoever reads quickly takes them to cancel."""
    for match in re.finditer(r"([不未没])\1+", look.plain):
        span = Span(*match.span())
        says = "a negation stands twice"
        parallels = parallels_for(look, span, match[1], least=5, around=4)
        yield look.doubt(
            "negation", span, says, "doubled-negation", proposal=look.text[match.start()], parallels=parallels
        )


def lost_beside_parallel(look: Look) -> Iterator[Doubt]:
    """A negation that another work, or another place of this text, has amid the very same words."""
    wanted: dict[str, list[tuple[str, Parallel]]] = {}
    for work, text, folded in (*look.others, ("", look.text, look.plain)):
        for words, negation, span in _denied(folded):
            wanted.setdefault(words, []).append((negation, Parallel(work, Part.cut(text, span))))
    found: dict[int, list[tuple[str, Parallel]]] = {}
    for at in range(len(look.plain) - 2 * EACH_SIDE + 1):
        if places := wanted.get(look.plain[at : at + 2 * EACH_SIDE]):
            found[at + EACH_SIDE] = places
    for at, places in sorted(found.items()):
        negation = places[0][0]
        span = Span(at - EACH_SIDE, at + EACH_SIDE)
        says = f"the same words stand elsewhere with {negation}"
        proposal = look.text[span.start : at] + negation + look.text[at : span.end]
        parallels = tuple(parallel for _, parallel in places[:3])
        yield look.doubt("negation", span, says, "lost-beside-parallel", proposal=proposal, parallels=parallels)


@lru_cache(maxsize=KEPT)
def _denied(folded: str) -> tuple[tuple[str, str, Span], ...]:
    """Each negation of a text with the words on both sides joined, and the place of it all."""
    found = []
    for match in re.finditer(f"[{_NEGATIONS}]有?", folded):
        start, end = match.start() - EACH_SIDE, match.end() + EACH_SIDE
        if start >= 0 and end <= len(folded):
            around = folded[start : match.start()] + folded[match.end() : end]
            if not re.search(r"[\n\r.]", around):
                found.append((around, match[0], Span(start, end)))
    return tuple(found)


def _put_back(look: Look, span: Span, at: int, negation: str, says: str, made_by: str) -> Doubt:
    """The doubt whose proposal has `negation` at the `at`-th character of the place."""
    written = span.of(look.text)
    proposal = written[:at] + negation + written[at:]
    parallels = parallels_for(look, span, proposal)
    return look.doubt("negation", span, says, made_by, proposal=proposal, parallels=parallels)
