"""What a pointer in an end points back to: 该条约, 上述计划, 其, 此举.

Takes       a work's line, the place of an end, and the conduct that earlier claims of the text have told.
Gives       named things for the pointers in the end: what they mean, or an unknown of this one place.
Method      the nearest sentence before that has anything of the kind, at most `BACK` sentences away, be it unknown to
            the registry or a pointer itself; where it has two different ones, neither is taken, unless a pointer begins
            the sentence: that is what it is about. 该条约 is no 公约, 该文件 may be either.
Leaves out  guessing: what is unresolved stays unknown and is shared with no other place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from actum.language.words import is_word
from actum.regime.influence.concepts import CONDUCT, UNKNOWN
from actum.regime.influence.deltas import QUOTES, Hit
from actum.regime.influence.end_words import EndWords
from actum.regime.influence.work_line import TITLE as TITLE_MARKS
from actum.regime.influence.work_line import WorkLine
from actum.text.span import Span

BACK = 3
"""Sentences before its own in which a pointer's meaning is sought; set on the sample, 2026-11-26."""
NOUN_REACH = 6
"""Characters between a pointer and its noun at most (该多边条约), 2026-11-26."""
LONGEST_NOUN = 4
"""Characters of the longest noun (伙伴关系), 2026-11-26."""
RULE = "coreference"
UNRESOLVED = "unresolved"
TITLE = "title"


def pointers(line: WorkLine, span: Span, words: EndWords, *, told: Sequence[Span] = ()) -> tuple[Hit, ...]:
    """A named thing for each pointer with a noun under `span`, in order.

    `told` are the places of conduct that earlier claims blame, in order.
    """
    found = list(_possessor(line, span, words))
    at = span.start
    while pointer := words.pointer.search(line.folded.text, at, span.end):
        at = pointer.end()
        if any(hit.span.overlaps(Span(*pointer.span())) for hit in line.line(span).hits):
            continue
        hit = _thing(line, pointer.start(), pointer.end(), span, words) or _conduct(
            line, pointer.start(), pointer.end(), span, words, told=told
        )
        if hit is not None:
            found.append(hit)
            at = hit.span.end
    return tuple(found)


def widened(line: WorkLine, span: Span, words: EndWords) -> Span:
    """An end that stops inside the noun behind a pointer, with the whole of it: 退出该协|定; else the end itself."""
    text = line.folded.text
    for noun, _ in words.nouns:
        at = text.find(noun, span.end - len(noun) + 1, span.end + len(noun) - 1)
        if at >= 0 and any(one.end() == at for one in words.pointer.finditer(text, span.start, at)):
            return Span(span.start, at + len(noun))
    return span


def _possessor(line: WorkLine, span: Span, words: EndWords) -> tuple[Hit, ...]:
    """其X: the actor that alone is named before it in the sentence."""
    pronoun = words.pronoun.match(line.folded.text, span.start, span.end)
    if pronoun is None or pronoun.end() == span.end or not line.sentences:
        return ()
    whole = Span(*pronoun.span())
    if line.line(span).at(span.start, span.end):
        return ()
    since = min(line.sentences[line.sentence_at(span.start)].start, span.start)
    some = [hit for hit in line.before(span.start, since) if hit.kind != "date"]
    one = len({hit.id for hit in some}) == 1 and some[0].acts
    return (replace(some[0], span=whole, rule=RULE),) if one else ()


def _thing(line: WorkLine, start: int, end: int, span: Span, words: EndWords) -> Hit | None:
    """A pointer with a noun that names a kind of thing."""
    return _Seeker(line, words, {}).thing(start, end, span)


@dataclass(frozen=True, slots=True)
class _Seeker:
    """Seeks what pointers mean; `found` has those already sought, by where they begin."""

    line: WorkLine
    words: EndWords
    found: dict[int, Hit | None]

    def thing(self, start: int, end: int, span: Span) -> Hit | None:
        """What a pointer under `span` means: a named thing, an unknown of this place; None where it has no noun."""
        if start not in self.found:
            noun = self._noun(end, span)
            self.found[start] = self._meant(start, noun) if noun else None
        return self.found[start]

    def _noun(self, end: int, span: Span) -> Span | None:
        """The nearest noun behind a pointer that ends at `end`; 草案 in 该条约草案."""
        text = self.line.folded.text
        low, high = end, min(span.end, end + NOUN_REACH + LONGEST_NOUN)
        places = [Span(at, at + len(noun)) for noun, _ in self.words.nouns if (at := text.find(noun, low, high)) >= 0]
        # 国 in 该国际组织 is none
        some = [one for one in places if len(one) > 1 or not is_word(text[one.start : one.start + 2])]
        first = min(some, key=lambda one: (one.start, -one.end), default=None)
        if first is None or first.start > end + NOUN_REACH or self.line.before(first.start, end):
            return None
        return next((one for one in some if one.start == first.end), first)

    def _meant(self, start: int, noun: Span) -> Hit:
        whole = Span(start, noun.end)
        meant = self._antecedent(start, noun.of(self.line.folded.text))
        if meant is not None:
            return replace(meant, span=whole, rule=RULE)
        return Hit(whole, unresolved(self.line, whole), "", rule=UNRESOLVED)

    def _antecedent(self, at: int, noun: str) -> Hit | None:
        """The one thing that the noun may mean in the nearest sentence that has any."""
        number = self.line.sentence_at(at)
        for back in range(BACK + 1):
            if number - back < 0 or number >= len(self.line.sentences):
                return None
            sentence = self.line.sentences[number - back]
            fit = self._fit(Span(sentence.start, max(sentence.start, at if back == 0 else sentence.end)), noun)
            if fit:
                return _one(fit, sentence, self.line.folded.text, own=back == 0)
        return None

    def _fit(self, room: Span, noun: str) -> list[Hit]:
        """What may be meant in the room, in order: things named, titles that nobody knows, pointers to such."""
        things = [*self.line.before(room.end, room.start)]
        things = [hit for hit in things if hit.kind != "date"]
        found = [hit for hit in (*things, *_titles(self.line, room, things)) if self._may_mean(hit, noun)]
        at = room.start
        while pointer := self.words.pointer.search(self.line.folded.text, at, room.end):
            at = pointer.end()
            inside = any(hit.span.overlaps(Span(*pointer.span())) for hit in things)
            ahead = None if inside else self._noun(at, room)
            if ahead and ahead.of(self.line.folded.text) == noun and (hit := self.thing(pointer.start(), at, room)):
                found.append(hit)
        return sorted(found, key=lambda hit: hit.span)

    def _may_mean(self, hit: Hit, noun: str) -> bool:
        """Whether a noun may mean a thing: its name ends in it, or in none and its row is of the kind.

        A general noun (文件) means names in other nouns of its kind too.
        """
        if _has_noun(self.line, hit, noun):
            return True
        kinds, general = dict(self.words.nouns)[noun], noun in self.words.general
        own = next((one for one, _ in self.words.nouns if _has_noun(self.line, hit, one)), "")
        if hit.id.startswith(UNKNOWN):
            return general and hit.rule == TITLE and (not own or bool(dict(self.words.nouns)[own] & kinds))
        return hit.kind in kinds and (general or not own)


def _one(fit: Sequence[Hit], sentence: Span, text: str, *, own: bool) -> Hit | None:
    """The only thing among them, or the one that a sentence before is about; None where that is not plain."""
    if any(hit.rule == UNRESOLVED for hit in fit):
        return None
    first = fit[0]
    about = first.rule == RULE and (first.span.start == sentence.start or text[first.span.start - 1] in "，,：:")
    return first if (about and not own) or len({hit.id for hit in fit}) == 1 else None


def _titles(line: WorkLine, room: Span, things: Sequence[Hit]) -> list[Hit]:
    """Titles in 《》 that are no mention, or one that nobody knows."""
    found = []
    for title in TITLE_MARKS.finditer(line.folded.text, room.start, room.end):
        whole = Span(*title.span())
        if not any(hit.span.overlaps(whole) and not hit.id.startswith(UNKNOWN) for hit in things):
            known = next((hit for hit in things if hit.span.overlaps(whole)), None)
            id_ = line.titled.get(whole) or (known.id if known else UNKNOWN + title[1])
            found.append(Hit(whole, id_, "", rule=TITLE))
    return found


def _has_noun(line: WorkLine, hit: Hit, noun: str) -> bool:
    """Whether a name ends in the noun, or has it right behind: “美国金穹”计划."""
    text = line.folded.text
    if hit.span.of(text).rstrip(QUOTES + "》）").endswith(noun):
        return True
    closed = text[hit.span.end : hit.span.end + 1] in set(QUOTES + "》")
    return text.startswith(noun, hit.span.end + closed)


def _conduct(line: WorkLine, start: int, end: int, span: Span, words: EndWords, *, told: Sequence[Span]) -> Hit | None:
    """A pointer with a noun of conduct: that which the nearest claim before blames."""
    text = line.folded.text
    stops = range(min(span.end, end + NOUN_REACH), end, -1)
    stop = next((one for one in stops if words.conduct.fullmatch(text, end, one)), None)
    if stop is None:
        return None
    whole, number = Span(start, stop), line.sentence_at(start)
    near = [one for one in told if one.end <= start and number - line.sentence_at(one.start) <= BACK]
    if not near:
        return Hit(whole, unresolved(line, whole), "", rule=UNRESOLVED)
    return Hit(whole, CONDUCT, "practice", rule=RULE)


def met(line: WorkLine, before: Span, words: EndWords) -> Span | None:
    """The deed toward which the words before a pointer take a stance: 对X表示遗憾,认为|此举; None for no stance."""
    text = before.of(line.folded.text)
    said = words.saying.search(text)
    found = words.stance.search(text[: said.start()] if said else text)
    if found is None:
        return None
    group = "felt" if found["felt"] else "met"
    return Span(*found.span(group)).shifted(before.start)


def unresolved(line: WorkLine, span: Span) -> str:
    """The id of a pointer that nothing answers: its words and its one place, so that two never count as one."""
    number = line.sentence_at(span.start)
    return f"{UNKNOWN}{span.of(line.folded.text)} ({line.work.work}, sentence {number + 1})"
