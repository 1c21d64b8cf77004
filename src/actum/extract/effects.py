"""What a text claims to further or to harm what.

Takes       an established text, its divisions and mentions, and its language.
Gives       Effects in order of the text: cue, sign, cause and effect, each an exact quote.
Method      sentence by sentence: who speaks and what is wanted (`effect_reading`), then the frames of several words
            (`effect_phrases`), then the verbs outside them (`effect_verbs`), less what is denied (`effect_denial`). All
            words and patterns are data.
Leaves out  causes that stand in an earlier sentence: the word that points back (其, 该计划) is the cause then.
            Sentences longer than any official text has: a page without marks is not read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from actum.extract.effect_bounds import on_one_line
from actum.extract.effect_claim import Claim
from actum.extract.effect_denial import asserted
from actum.extract.effect_lexicon import Lexicon, lexicon
from actum.extract.effect_phrases import phrase_claims
from actum.extract.effect_reading import read
from actum.extract.effect_verbs import verb_claims
from actum.model.division import Division
from actum.model.fact import Effect, Mention, Named
from actum.text.span import Part, Span

# Longest sentence that is read (characters); the longest in the sample statements has 207, 2026-11-25.
LONGEST = 1_000
# Names in which no word acts by itself.
_NAMING = frozenset({"instrument", "body", "event"})
# Kinds of those who act.
_ACTING = frozenset({"state", "group", "body"})
# Verbs in these readings tell something of their own, though they stand inside what another frame names.
_APART = ("modifier/head", "modifier/doer", "brought-about/noun", "/own", "harm/joined")


def effects(
    text: str, divisions: Sequence[Division], *, mentions: Sequence[Mention], language: str
) -> tuple[Effect, ...]:
    """The effects of every sentence that is no repeat, in order of their cues.

    A cause or an effect carries the id of the one mention that fills it best, "" where none fills half of it.
    `made_by` names the rule (see `effect_rules.explain`). None for a language without effects' tables; raises
    DataFault where a table breaks its format.
    """
    words = lexicon(language)
    if words is None:
        return ()
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        named[mention.division].append(mention)
    found: list[Effect] = []
    for division in divisions:
        if division.kind == "sentence" and division.repeats is None:
            here = named.get(division.id, [])
            names = [m.part.span.shifted(-division.part.start) for m in here if m.kind in _NAMING]
            claimed = claims(division.part.text, words, names=names)
            found += [_effect(text, division, claim, here, words.sets["joints"]) for claim in claimed]
    return tuple(found)


def claims(sentence: str, words: Lexicon, *, names: Sequence[Span] = (), without: str = "") -> tuple[Claim, ...]:
    """The claims of one sentence in order of cue, then effect; offsets count within it.

    `names` are the places of names in it; a frame whose rule begins with `without` is left out.
    """
    if len(sentence) > LONGEST:
        return ()
    reading = read(sentence, words, names)
    framed = [f for f in phrase_claims(reading) if not (without and f.claim.rule.startswith(without))]
    made = [f.claim for f in framed]
    verbs = [c for c in verb_claims(reading, [f.taken for f in framed], made) if not _nested(c, made)]
    made += [c for c in verbs if not (without and c.rule.startswith(without))]
    made = [c for c in made if c.rule.startswith("modifier") or not any(c.cue in o.effect for o in made if o is not c)]
    whole = (on_one_line(reading, claim) for claim in asserted(reading, made))
    made = [claim for claim in whole if claim is not None]
    first = {(c.cue, c.effect, c.sign): c for c in reversed(made)}
    return tuple(sorted(first.values(), key=lambda c: (c.cue, c.effect, c.sign)))


def _nested(claim: Claim, made: Sequence[Claim]) -> bool:
    """Whether a verb is read inside what a frame names as its cause, and tells nothing of its own there."""
    return not claim.rule.endswith(_APART) and any(claim.cue in known.cause for known in made)


def _effect(text: str, division: Division, claim: Claim, named: Sequence[Mention], joints: frozenset[str]) -> Effect:
    start = division.part.start
    cue, cause, effect = (Part.cut(text, span.shifted(start)) for span in (claim.cue, claim.cause, claim.effect))
    return Effect(
        division.id,
        division.part,
        cue,
        claim.sign,
        Named(cause, _id(cause, named, joints)),
        Named(effect, _id(effect, named, joints)),
        f"effect:{claim.rule}",
    )


def _id(part: Part, named: Sequence[Mention], joints: frozenset[str]) -> str:
    """The id of the longest mention within a part that fills at least half of it, the first of equals.

    None where it names one of several who act (甲国和乙国).
    """
    inside = [m for m in named if m.part.span in part.span and 2 * len(m.part.span) >= len(part.span)]
    best = max(inside, key=lambda m: (len(m.part.span), -m.part.start)) if inside else None
    if best is None or (best.kind in _ACTING and _one_of_several(part, best, joints)):
        return ""
    return best.id


def _one_of_several(part: Part, mention: Mention, joints: frozenset[str]) -> bool:
    before = part.text[: mention.part.start - part.start]
    behind = part.text[mention.part.end - part.start :]
    return before.endswith(tuple(joints)) or behind.startswith(tuple(joints))
