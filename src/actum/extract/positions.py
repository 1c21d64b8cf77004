"""Read positions: who performs which speech act toward what, addressed to whom.

Takes       an established text, its divisions, the mentions found in it, its voices and its language.
Gives       Positions in order of the text; a sentence that repeats an earlier one gives none again.
Method      sentence by sentence: cues are found (`cues`), tried in the frames in which they act (`norms`,
            `position_voice`, `position_frames`), given their holder (`position_heads`) and their matter (`scope`).
            A sentence without a holder inherits it from the one before in its paragraph, else from the document.
Leaves out  what stands inside quotation marks, titles and brackets; headings; questions, by whoever they are put.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from actum.extract.clauses import Sentence, open_text, sentences
from actum.extract.cues import cue_book, scan
from actum.extract.holders import reader
from actum.extract.norms import norm
from actum.extract.parties import Voices
from actum.extract.position_doers import leading_doer
from actum.extract.position_exceptions import theirs, without_one
from actum.extract.position_found import Found, Place, Scene
from actum.extract.position_frames import unwilling, verb, will
from actum.extract.position_light import light
from actum.extract.position_patterns import Pattern, Patterns, patterns
from actum.extract.position_voice import borne, evoked, lead, mood, own, predicate
from actum.extract.scope import settle
from actum.model.division import Division
from actum.model.fact import Mention, Named, Position, Strength
from actum.text.span import Part, Span

# The frames in the order in which they are tried on a cue; the first that fits makes the position.
FRAMES = (mood, lead, evoked, predicate, own, borne, light, will, unwilling, verb)
STRENGTHS: tuple[Strength, ...] = (0, 1, 2)


def positions(
    text: str, divisions: Sequence[Division], *, mentions: Sequence[Mention], voices: Voices, language: str
) -> tuple[Position, ...]:
    """The positions of `text`, in order of their cues; none where nobody takes one.

    `made_by` names the rules that made each, joined by `/` (see `position_rules.explain`). Raises DataFault where a
    data file of the language breaks its format.
    """
    opened = open_text(text)
    book, reading, pattern = cue_book(language), reader(language, voices), patterns(language)
    named = _Names(mentions)
    made: list[Position] = []
    paragraph, inherited, voice = "", voices.parties, voices.parties
    they: tuple[str, ...] = ()
    for sentence in _told(opened, sentences(opened, divisions, pattern.mark), pattern):
        if sentence.paragraph != paragraph:
            paragraph, inherited, voice = sentence.paragraph, voices.parties, voices.parties
        scene = Scene(
            opened=opened,
            sentence=sentence,
            book=book,
            reader=reading,
            voices=voices,
            patterns=pattern,
            inherited=inherited,
            voice=voice,
            they=they,
            hits=list(scan(book, opened, sentence.start, sentence.end)),
        )
        they = ()
        if not scene.hits:
            continue
        known = _read(scene)
        they = _together(scene)
        made.extend(_positions(text, scene, named))
        inherited = next((found.holder for found in reversed(scene.found) if found.written), inherited)
        voice = _voice_behind(scene)
        inherited = inherited if voice and known else ()
    return tuple(made)


def _told(opened: str, read: Iterable[Sentence], pattern: Patterns) -> Iterator[Sentence]:
    """The sentences in which those who speak can take a position: no headings, no questions, not their own either."""
    paragraph, asked = "", False
    for sentence in read:
        start, end = sentence.part.start, sentence.part.end
        if sentence.paragraph != paragraph:
            paragraph, asked = sentence.paragraph, pattern.asked.match(opened, start, end) is not None
        elif pattern.answered.match(opened, start, end):
            asked = False
        if not asked and not sentence.heading and not pattern.question.search(opened, start, end):
            yield sentence


def _read(scene: Scene) -> bool:
    """Find the positions of a scene; False where a body speaks without one of its members, so that nobody is known."""
    for number, hit in enumerate(scene.hits):
        found = norm(scene, number) if hit.modal_strength else _framed(scene, number)
        if found is not None and (found.holder or found.written):
            scene.found.append(found)
        elif not hit.modal_strength:
            scene.foreign = scene.foreign or _foreign(scene, number)
    excepted = without_one(scene)
    if excepted:
        scene.found = [found for found in scene.found if not theirs(scene, found)]
    for found in scene.found:
        _address(scene, found)
    settle(scene)
    return not excepted


def _voice_behind(scene: Scene) -> tuple[str, ...]:
    """Whose voice a paragraph goes on in: that of one who declares it with a colon (中方声明：…), else as before.

    Nobody's known where somebody else declares so; that of all parties again once another speaks.
    """
    voice = scene.voice
    for hit in scene.hits:
        verb = scene.book.of(hit, "verb")
        says = verb is not None and verb.takes == "clause" and verb.act in ("state", "reaffirm")
        by = next((found for found in scene.found if found.end == hit.end), None)
        if says and scene.patterns.declares.match(scene.opened, hit.end) and (by or scene.foreign):
            voice = by.holder if by else ()
        elif by is not None and by.written and by.holder != voice:
            voice = scene.voices.parties
    return voice


def _together(scene: Scene) -> tuple[str, ...]:
    """Those who spoke together in a sentence, where nobody else did: whom 他们 in the next one means."""
    rules = ("holder-written", "holder-of-pronoun", "holder-subject")
    spoken = {found.holder for found in scene.found if any(rule in found.rules for rule in rules)}
    return scene.voices.parties if scene.voices.many and spoken == {scene.voices.parties} else ()


def _framed(scene: Scene, number: int) -> Found | None:
    last = scene.last()
    if last is not None and last.end > scene.hits[number].start:
        return None
    for frame in FRAMES:
        found = frame(scene, number)
        if found is not None:
            return found
    return None


def _foreign(scene: Scene, number: int) -> bool:
    """Whether a verb of saying belongs to somebody else, whose words then follow."""
    cue = scene.book.of(scene.hits[number], "verb")
    said = cue is not None and cue.takes == "clause" and cue.act in ("state", "reaffirm") and cue.opens == "anywhere"
    return said and not scene.found


def _address(scene: Scene, found: Found) -> None:
    """Find who is called on behind a verb that calls for something; with a doer, advocating is calling on."""
    if found.takes != "doer" or found.use == "norm":
        return
    behind = scene.patterns.aspect.match(scene.opened, found.end)
    start = _past_adverbials(scene, behind.end() if behind else found.end)
    doer = leading_doer(scene.patterns, scene.opened, start, scene.sentence.end)
    if doer is not None:
        found.doers = [doer]
        found.act = "call-on"
        found.rules.append("doer-leads")


def _past_adverbials(scene: Scene, start: int) -> int:
    """Where what is called for begins, behind clauses that lead on to it (主张,在条约框架内,缔约国应…)."""
    clauses = scene.sentence.clauses
    number = scene.sentence.clause_at(start)
    while number + 1 < len(clauses) and scene.patterns.leads_on.match(scene.opened, start):
        if scene.patterns.phrase_leads.fullmatch(scene.opened, start, clauses[number].end) is None:
            break
        number += 1
        start = clauses[number].start
    return start


class _Names:
    """The mentions of a text, to be asked for what is named in a stretch."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = sorted(mentions, key=lambda mention: (mention.part.start, mention.part.end))
        self._starts = [mention.part.start for mention in self._mentions]

    def of(self, place: Place, opened: str, patterns: Patterns) -> str:
        """The id of the mention that is the stretch, or that ends it; empty where there is none, or one more is named.

        Of 甲国及其盟友 neither name says who is called on; of 各国，特别是核武器国家 the first does.
        """
        within = list(self._within(place))
        if (
            within
            and within[0].part.start == place[0]
            and patterns.of_these.match(opened, within[0].part.end, place[1])
        ):
            return within[0].id
        if any(patterns.joined_names.match(opened, each.part.end, place[1]) for each in within):
            return ""
        return next((each.id for each in within if each.part.end == place[1]), "")

    def each(self, place: Place, opened: str, joined: Pattern) -> list[Place]:
        """The states that a stretch names in a row, each in its place (甲国和乙国); else the stretch alone."""
        row = list(self._within(place))
        at = place[0]
        for each in row:
            if each.kind != "state" or each.part.start != at:
                return [place]
            link = joined.match(opened, each.part.end)
            at = link.end() if link else each.part.end
        return [(each.part.start, each.part.end) for each in row] if row and at == place[1] else [place]

    def within(self, place: Place) -> tuple[str, ...]:
        """The ids mentioned in a stretch, in order of first mention."""
        return tuple(dict.fromkeys(each.id for each in self._within(place)))

    def _within(self, place: Place) -> Iterator[Mention]:
        for each in islice(self._mentions, bisect_left(self._starts, place[0]), bisect_left(self._starts, place[1])):
            if each.part.end <= place[1]:
                yield each


def _positions(text: str, scene: Scene, names: _Names) -> Iterator[Position]:
    for found in scene.found:
        matter = found.matter if found.matter and found.matter[0] < found.matter[1] else None
        yield Position(
            division=scene.sentence.division,
            sentence=scene.sentence.part,
            cue=_part(text, (found.start, found.end)),
            act=found.act,
            strength=STRENGTHS[found.strength],
            holder=found.holder,
            holder_written=found.written,
            addressee=tuple(_called(text, scene, found, names)),
            matter=_part(text, matter) if matter else None,
            about=names.within(matter) if matter else (),
            made_by="/".join(found.rules),
        )


def _called(text: str, scene: Scene, found: Found, names: _Names) -> Iterator[Named]:
    """Who is called on, with the id of each; states in a row are told one by one.

    A party that speaks by a short name is no mention and has its own id.
    """
    opened, patterns = scene.opened, scene.patterns
    for doers in found.doers:
        for doer in names.each(doers, opened, patterns.joined_names):
            part = _part(text, doer)
            capital = patterns.capitals.get(opened[slice(*doer)], "")
            own = () if scene.voices.body else scene.voices.names.get(opened[slice(*doer)], ())
            yield Named(part, capital or names.of(doer, opened, patterns) or (own[0].lower() if len(own) == 1 else ""))


def _part(text: str, place: Place) -> Part:
    return Part.cut(text, Span(*place))
