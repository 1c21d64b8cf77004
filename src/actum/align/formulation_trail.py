"""What stands where a wording was found: its quote, who holds it, what differs, whether it denies.

Takes       the different sentences of all texts; Hits, that is stretches of them.
Gives       Appearances in order of date and place; the words of a stretch; the Differences between two wordings.
Method      a stretch is carried back to the established text of each place of its sentence. Holders are those of the
            positions whose matter holds it, else of those of its sentence. A denial counts that stands in the stretch,
            or before it with nothing but joining words between (不应再). The stance right before a stretch is told
            apart from it (see `formulation_stance`).
Leaves out  whether a denial before the clause reaches into it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz.distance import Indel

from actum.align.formulation_denials import denials
from actum.align.formulation_near import Asked, Hit
from actum.align.formulation_sentences import (
    Kind,
    Place,
    Sentence,
    Sentences,
    joining,
    key_of,
    pieces,
)
from actum.align.formulation_stance import Stance, stance
from actum.model.fact import Position
from actum.model.formulation import Appearance, Difference, Variant
from actum.text.fold import fold
from actum.text.span import Part, Span

_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"), ("«", "»"), ("„", "“"), ('"', '"'))
_PAIRS = (*_QUOTES[:-1], ("《", "》"), ("〈", "〉"), ("（", "）"), ("(", ")"), ("【", "】"), ("〔", "〕"), ("[", "]"))
_FIRST_SIGN = 0xF0000  # private use, plane 15: a sign of its own for each different word


class Trail:
    """Tells of hits."""

    def __init__(self, every: Sentences, language: str) -> None:
        self.every, self.language = every, language
        self.positions: list[dict[int, list[Position]]] = []
        for text in every.texts:
            held: dict[int, list[Position]] = {}
            for one in text.side.positions:
                held.setdefault(one.sentence.start, []).append(one)
            self.positions.append(held)

    def appearances(self, hits: Iterable[Hit]) -> tuple[Appearance, ...]:
        """One for each place of the sentences hit, in order of the texts, then of place."""
        found: list[tuple[int, Appearance]] = []
        for hit in hits:
            sentence = self.every.every[hit.sentence]
            first, last = folded_place(sentence, hit.start, hit.end)
            found += [
                (place.text, self._appearance(place, self.every.part(place, first, last))) for place in sentence.places
            ]
        return tuple(one for _, one in sorted(found, key=lambda one: (one[0], one[1].part)))

    def variants(
        self, asked: Sequence[Asked], hits: Iterable[Hit], *, denies: int, held: Stance | None = None
    ) -> tuple[Variant, ...]:
        """The hits by their words, and by whether they deny what was asked, or its stance; in order of appearance."""
        groups: dict[tuple[str, bool], list[Hit]] = {}
        for hit in hits:
            negated = self.denials(hit) != denies or self.turned(hit, held)
            key = self.every.every[hit.sentence].flat[hit.start : hit.end], negated
            groups.setdefault(key, []).append(hit)
        made = []
        for (_, negated), some in groups.items():
            trail, found = self.appearances(some), self.asked(some[0])
            differences = self.differences(asked, found)
            made.append(Variant(trail[0].part.text, some[0].likeness, negated, differences, trail))
        order = {text.work: number for number, text in enumerate(self.every.texts)}
        return tuple(sorted(made, key=lambda one: (order[one.trail[0].work], one.trail[0].part, one.negated)))

    def _appearance(self, place: Place, part: Part) -> Appearance:
        text = self.every.texts[place.text]
        near = self.positions[place.text].get(place.part.start, ())
        part = Part.cut(text.side.text, _closed(text.side.text, part.span))
        within = [one for one in near if one.matter and part.span in one.matter.span]
        held = within or near
        return Appearance(
            work=text.work,
            date=text.date,
            part=part,
            sentence=place.part,
            holder=tuple(sorted({code for one in held for code in one.holder})),
            act=tuple(sorted({one.act for one in within})),
            quoted=_quoted(text.side.text, part.span),
        )

    def asked(self, hit: Hit) -> tuple[Asked, ...]:
        """The words of a stretch, as they are written where the sentence first stands."""
        sentence, start, end = self.every.every[hit.sentence], hit.start, hit.end
        made: list[Asked] = []
        for word in sentence.words[sentence.word_at(start) :]:
            if word.at >= end:
                break
            low, high = max(start, word.at), min(end, word.at + len(word.key))
            first, last = folded_place(sentence, low, high)
            made.append(
                Asked(sentence.flat[low:high], word.kind, self.every.part(sentence.places[0], first, last).text)
            )
        return tuple(made)

    def denials(self, hit: Hit) -> int:
        """How often a stretch denies."""
        sentence = self.every.every[hit.sentence]
        first, last = folded_place(sentence, hit.start, hit.end)
        place = sentence.places[0]
        text = self.every.folded[place.text].text[place.start : place.start + last]
        found = denials(text, self.language)
        return sum(one.end > first or self._joins(text[one.end : first]) for one in found)

    def stance(self, hit: Hit) -> Stance | None:
        """The stance right before a stretch; None where no known word of stance stands there."""
        sentence = self.every.every[hit.sentence]
        first, _ = folded_place(sentence, hit.start, hit.end)
        behind = sentence.words[sentence.word_at(hit.end - 1) + 1 :][:1]
        closed = not behind or behind[0].parts or behind[0].opens
        place = sentence.places[0]
        before = self.every.folded[place.text].text[place.start : place.start + first]
        return stance(before, self.language, closed=closed)

    def turned(self, hit: Hit, held: Stance | None) -> bool:
        """Whether the stance right before a stretch is surely the other way round than one held elsewhere."""
        return held is not None and held.turns(self.stance(hit))

    def _joins(self, text: str) -> bool:
        """Whether a text is empty, or of words that only join."""
        return all(one.isspace() or one in joining(self.language) for one in pieces(text, self.language))

    def denials_of(self, wording: str) -> int:
        """How often a wording that a person asks for denies."""
        return len(denials(fold(wording).text, self.language))

    def differences(self, asked: Sequence[Asked], found: Sequence[Asked]) -> tuple[Difference, ...]:
        """What differs between two wordings, in order; none where their words are the same, however they are cut."""
        blank = "" if self.language == "zh" else " "
        if "".join(one.key for one in asked) == "".join(one.key for one in found):
            return ()
        signs: dict[str, str] = {}
        for one in (*asked, *found):
            signs.setdefault(one.key, chr(_FIRST_SIGN + len(signs)))
        a, b = ("".join(signs[one.key] for one in side) for side in (asked, found))
        made: list[tuple[Sequence[Asked], Sequence[Asked]]] = []
        changed = False
        for run in Indel.opcodes(a, b):
            before, after = asked[run.src_start : run.src_end], found[run.dest_start : run.dest_end]
            if run.tag != "equal":
                start = made.pop() if changed else ((), ())
                made.append(((*start[0], *before), (*start[1], *after)))
            changed = run.tag != "equal"
        return tuple(Difference(*(blank.join(one.shown for one in side) for side in pair)) for pair in made)


def _closed(text: str, span: Span) -> Span:
    """A span with the bracket or quotation mark beside it whose other half it holds."""
    start, end = span.start, span.end
    inside = span.of(text)
    for opening, closing in _PAIRS:
        lacking = inside.count(opening) - inside.count(closing)
        if lacking > 0 and text.startswith(closing, end):
            end += 1
        if lacking < 0 and start and text[start - 1] == opening:
            start -= 1
    return Span(start, end)


def _quoted(text: str, span: Span) -> bool:
    """Whether a span is set off by quotation marks, within or right outside its edges."""
    around = text[max(0, span.start - 1) : span.end + 1]
    return any(
        (around.startswith(opening) or span.of(text).startswith(opening))
        and (around.endswith(closing) or span.of(text).endswith(closing))
        for opening, closing in _QUOTES
    )


def folded_place(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Where a stretch of `flat` begins and ends in the folded sentence."""
    first, last = sentence.words[sentence.word_at(start)], sentence.words[sentence.word_at(end - 1)]
    if sentence.spaced:
        return first.start, last.end
    return first.start + start - first.at, last.start + end - last.at


def asked_words(wording: str, language: str) -> tuple[Asked, ...]:
    """The words of a wording that a person asks for, without marks; where all only join, all tell."""
    folded, at = fold(wording), 0
    made: list[Asked] = []
    for piece in pieces(folded.text, language):
        start, at = at, at + len(piece)
        if piece[0].isalnum():
            shown = folded.offsets.back(Span(start, at)).of(wording)
            made.append(Asked(key_of(piece, language), _kind(piece, language), shown))
    if all(one.kind is not Kind.tells for one in made):
        return tuple(replace(one, kind=Kind.tells) for one in made)
    return tuple(made)


def _kind(word: str, language: str) -> Kind:
    if word[0].isdecimal():
        return Kind.counts
    if denials(word, language) == [Span(0, len(word))]:
        return Kind.denies
    return Kind.joins if word in joining(language) else Kind.tells
