"""Effects read from a text → claims between concepts.

Takes       a ReadWork, the registry, names that a person gave to what was unnamed.
Gives       Claims in order of place: one for each pair of concepts that an effect joins.
Method      the effect's end first: whether the claim harms decides what conduct at its cause means. The polarity is
            the effect's sign times both deltas, `?` where one is open. What a text repeats is one claim.
Leaves out  summing up: up and down stand side by side on the map.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from actum.model.claim import Claim, Modality, Polarity
from actum.model.fact import Effect, Position
from actum.model.read_work import ReadWork, Told
from actum.regime.influence.concept_ends import times
from actum.regime.influence.concepts import CONDUCT, UNKNOWN, Concepts, concepts_of
from actum.regime.influence.deeds import as_deed, deed
from actum.regime.influence.end_words import EndWords, end_words
from actum.regime.influence.ends import Read, Setting, ends_of
from actum.regime.influence.modality import modality_of
from actum.regime.influence.work_line import WorkLine, work_line
from actum.registry.load import Registry
from actum.text.span import Span

NONE: Mapping[str, str] = {}
"""No name given by a person."""
VERB_REACH = 4
"""Characters before a cause in which a verb may stand that turns it (全面禁止), 2026-11-26."""
CARRIED = "/carried"
"""How the rule of an effect ends whose cause was carried on from the clause before."""
TURNED = "effect:turned"
"""How the rule of an effect begins that says what something is turned into."""
POLARITIES: dict[str, Polarity] = {"+": "+", "-": "-", "?": "?"}


def claims_of(work: ReadWork, registry: Registry, *, names: Mapping[str, str] = NONE) -> tuple[Claim, ...]:
    """The claims of a work, in order of place; empty for a language without tables for reading ends.

    `names` lead from an unnamed concept's id (`unknown:…`) to the slug that a person gave it.
    """
    words = end_words(work.language)
    if words is None:
        return ()
    concepts = concepts_of(registry, work.language)
    line = work_line(work, concepts)
    made: list[Claim] = []
    blamed: list[Span] = []
    for effect, told in work.effects:
        setting = Setting(line, concepts, words, names, tuple(blamed))
        found = _claims(effect, told, setting)
        made += found
        blamed += [span for one in found if one.cause.concept == CONDUCT and (span := line.place(one.cause.part))]
    return _once(made, line)


def _claims(effect: Effect, told: Told, setting: Setting) -> list[Claim]:
    """The claims of one effect: each cause with each thing it moves."""
    effect = _whole_name(effect, setting)
    effects = ends_of(effect.effect.part, setting, cause=False, harms=False)
    harms = _harms(effect, effects[0], setting.concepts)
    if effect.made_by.startswith(TURNED) and all(one.end.concept.startswith(UNKNOWN) for one in effects):
        # 把X政治化 furthers no thing of that name
        return []
    causes = _causes(effect, setting, harms=harms)
    causes = tuple(_doubted(_patient(one, effect, setting), effect, setting, harms=harms) for one in causes)
    return [_claim(effect, told, setting, cause=one, moved=other) for one in causes for other in effects]


def _causes(effect: Effect, setting: Setting, *, harms: bool) -> tuple[Read, ...]:
    told = deed(effect, setting.line, setting.words) if harms else None
    if told is None:
        return ends_of(effect.cause.part, setting, cause=True, harms=harms)
    part, doers = told
    return as_deed(ends_of(part, setting, cause=True, harms=True), part, doers, setting.line)


def _whole_name(effect: Effect, setting: Setting) -> Effect:
    """The effect with its verb inside what it moves, where both are one name: (将)外空|武器化 is more of 外空武器化."""
    line = setting.line
    place, cue = line.place(effect.effect.part), line.place(effect.cue)
    if place is None or cue is None or place.end != cue.start:
        return effect
    whole = Span(place.start, cue.end)
    if setting.concepts.of_name(whole.of(line.folded.text)) is None:
        return effect
    return replace(effect, sign="+", effect=replace(effect.effect, part=line.quote(whole)))


def _harms(effect: Effect, moved: Read, concepts: Concepts) -> bool:
    """Whether the claim is of less of a thing wanted, or more of a thing feared."""
    sign = times(effect.sign, moved.delta)
    return sign == "+" if concepts.kind(moved.end.concept) == "risk" else sign == "-"


def _patient(cause: Read, effect: Effect, setting: Setting) -> Read:
    """A cause carried on from a clause in which it was itself harmed acts as what was harmed: with its delta turned."""
    if not effect.made_by.endswith(CARRIED):
        return cause
    suffered = [
        one.sign
        for one in setting.line.effects[effect.sentence.start]
        if one.effect.part == effect.cause.part and one.cue.start < effect.cue.start
    ]
    if "-" not in suffered:
        return cause
    delta = times(cause.delta, "-")
    end = replace(cause.end, delta="-" if delta == "-" else "+", rules=(*cause.end.rules, "patient-carried"))
    return Read(end, delta)


def _doubted(cause: Read, effect: Effect, setting: Setting, *, harms: bool) -> Read:
    """A cause with a verb right before it that its part leaves out: (反对)制裁有利于X may be of less of it.

    Where the claim harms, the verb is a stance toward the whole of it: 反对X破坏Y. Where it stands before the noun
    that it moves, the verb has that noun for its object: 应对X造成的Y.
    """
    place, cue = setting.line.place(cause.end.part), setting.line.place(effect.cue)
    text = setting.line.folded.text
    if harms or place is None or cue is None or text[cue.end : cue.end + 1] in setting.words.binds:
        return cause
    before = max(0, place.start - VERB_REACH)
    if setting.words.turned.search(text, before, place.start) is None:
        return cause
    return Read(replace(cause.end, rules=(*cause.end.rules, "verb-before")), "?")


def _claim(effect: Effect, told: Told, setting: Setting, *, cause: Read, moved: Read) -> Claim:
    work = setting.line.work
    rules = (f"{side}: {', '.join(one.end.rules)}" for side, one in (("cause", cause), ("effect", moved)))
    return Claim(
        id=told.id,
        work=work.work,
        date=work.date,
        holder=_holder(effect, setting.line),
        division=effect.division,
        sentence=effect.sentence,
        cue=effect.cue,
        sign=effect.sign,
        cause=cause.end,
        effect=moved.end,
        polarity=POLARITIES[times(times(effect.sign, cause.delta), moved.delta)],
        modality=_modality(effect, setting.line, setting.words),
        witnesses=told.witnesses,
        made_by="; ".join((effect.made_by, *rules)),
    )


def _modality(effect: Effect, line: WorkLine, words: EndWords) -> Modality:
    parts = (effect.cue, effect.cause.part, effect.effect.part, effect.sentence)
    cue, cause, moved, sentence = (line.place(one) for one in parts)
    if cue is None or cause is None or moved is None or sentence is None:
        return "asserted"
    series = [
        one.cue
        for one in line.effects[effect.sentence.start]
        if one.cause.part == effect.cause.part and one.cue.start < effect.cue.start
    ]
    places = tuple(span for one in series if (span := line.place(one)))
    return modality_of(line.folded.text, cue, (cause, moved), words, sentence=sentence, series=places)


def _holder(effect: Effect, line: WorkLine) -> tuple[str, ...]:
    """Who says so: the holders of the innermost position in whose matter the cue stands; else all parties."""
    around = [one for one in line.positions.get(effect.sentence.start, ()) if _says(one, effect)]
    inner = min(around, key=lambda one: len(one.matter.span) if one.matter else 0, default=None)
    return inner.holder if inner else line.work.parties


def _says(position: Position, effect: Effect) -> bool:
    return position.matter is not None and effect.cue.span in position.matter.span


def _once(made: list[Claim], line: WorkLine) -> tuple[Claim, ...]:
    """Each claim once, however often the text repeats its sentence."""
    found: dict[tuple[object, ...], Claim] = {}
    for one in made:
        sentence = line.place(one.sentence)
        said = sentence.of(line.folded.text) if sentence else one.sentence.text
        # places within the sentence, in the text's own characters: copies of it have the same
        at = tuple(part.start - one.sentence.start for part in (one.cue, one.cause.part, one.effect.part))
        found.setdefault((said, at, one.cause.concept, one.effect.concept, one.polarity), one)
    order = sorted(found.values(), key=lambda one: (one.sentence.span, one.cue.span, one.cause.part.span, one.id))
    return tuple(order)
