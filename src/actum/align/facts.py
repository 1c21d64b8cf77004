"""What changed in what is read from the two sides of a row: acts, targets, addressees, instruments.

Takes       what was read from the sentences of a row, earlier and later, and what changed there in words.
Gives       Changes, acts first, each with the words on both sides and what they are.
Method      nothing is told to have changed that stands on both sides: its id, its symbol, its words, its cue.
            Positions are paired by the likeness of their matter, those with one cue first, then by its first clause:
            what somebody is first called on to do. Addressees and acts are compared where the matters of a pair are one
            matter; read the other way round, the two sides of each are swapped and nothing else changes. A state or
            group that one side alone names is laid against what stands in its place: named, veiled and gone stand
            side by side.
Leaves out  positions that the other side has no counterpart of: they are gone or new with their words; names that
            nobody turns against, unless one of the two is veiled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actum.align.matters import ALIKE, begins_alike, in_common, within
from actum.align.read import ACTORS, VEILED, Read, key, says, stands
from actum.model.alignment import Change, ChangeKind
from actum.model.fact import Mention, Named, Position
from actum.text.compare import similarity
from actum.text.fold import fold
from actum.text.span import Part

ONE_MATTER = 0.5
"""Share of the pairs of letters of two matters, taken together, that they have in common, from which a changed act or
addressee is told of them. By eye, 2026-11-26: below it one matter holds the other, and the acts are of two levels."""

SAME = 0.8
"""Likeness of the words of two names from which they are one name reworded. By eye, 2026-11-26."""

HELD = 0.6
"""Share of the shorter matter's pairs of letters that the longer one has, from which it holds it. By eye,
2026-11-26."""

_Pair = tuple[Position, Position]
_STANCES = frozenset({"support", "welcome", "concern", "regret", "oppose", "condemn", "warn"})
_AGAINST = frozenset({"oppose", "condemn", "concern", "regret", "warn", "call-on"})


def fact_changes(earlier: Read, later: Read, worded: Sequence[Change]) -> list[Change]:
    """The changes in what is read; none where both sides say the same."""
    language = earlier.language
    pairs = [pair for pair in _paired(earlier.positions, later.positions, language) if _is_one_matter(*pair, language)]
    addressed = [change for a, b in pairs for change in _addressees(a, b, earlier, later)]
    return [
        *(change for a, b in pairs for change in _acts(a, b, language)),
        *addressed,
        *(
            one
            for one in _targets(earlier, later, worded)
            if (one.earlier and one.later) or not covered(one, addressed)
        ),
        *_instruments(earlier, later, worded),
    ]


def _paired(earlier: Sequence[Position], later: Sequence[Position], language: str) -> Iterator[_Pair]:
    """Each position with its counterpart: one with the same cue before a likelier one with another, then by head."""
    alike = sorted(
        (*_rank(a, b), i, j)
        for i, a in enumerate(earlier)
        for j, b in enumerate(later)
        if within(a.matter, b.matter) >= ALIKE or _same_head(a, b, language)
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    for *_, i, j in alike:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield earlier[i], later[j]


def _rank(a: Position, b: Position) -> tuple[bool, bool, float, float]:
    """The surer of two pairs comes first: alike as a whole before alike in the head, one cue before another."""
    alike = within(a.matter, b.matter)
    return alike < ALIKE, _cue(a) != _cue(b), -alike, -in_common(a.matter, b.matter)


def _cue(position: Position) -> str:
    return fold(position.cue.text).text


def _same_head(a: Position, b: Position, language: str) -> bool:
    """Whether two positions of one act begin with the same clause: “应摒弃…”, “敦促有关国家摒弃…”."""
    return a.act == b.act and begins_alike(a, b, language)


def _is_one_matter(a: Position, b: Position, language: str) -> bool:
    """Whether two matters are one; for acts of one level, such as two stances, also whether one holds the other."""
    of_one_level = a.act == b.act or (a.act in _STANCES and b.act in _STANCES)
    if of_one_level and within(a.matter, b.matter) >= HELD:
        return True
    return in_common(a.matter, b.matter) >= ONE_MATTER or _same_head(a, b, language)


def _acts(a: Position, b: Position, language: str) -> Iterator[Change]:
    """A changed act, where neither cue stands with the other position too."""
    if (a.act, a.strength) != (b.act, b.strength) and not (_keeps(a.cue, b, language) or _keeps(b.cue, a, language)):
        yield Change("act", a.cue, b.cue, f"{a.act}/{a.strength}", f"{b.act}/{b.strength}")


def _keeps(cue: Part, position: Position, language: str) -> bool:
    """Whether a cue stands in what another position says; a stronger cue may hold a weaker one (强烈反对)."""
    if fold(cue.text).text == _cue(position):
        return True
    return position.matter is not None and stands(cue.text, fold(position.matter.text).text, language)


def _addressees(a: Position, b: Position, earlier: Read, later: Read) -> Iterator[Change]:
    """Another addressee, where those of neither side stand on the other too."""
    ours, theirs = ({_who(one) for one in side.addressee} for side in (a, b))
    words = ["".join(fold(one.part.text).text for one in side.addressee) for side in (a, b)]
    if ours == theirs or similarity(*words) >= SAME:
        return
    gone = [one for one in a.addressee if _who(one) not in theirs]
    new = [one for one in b.addressee if _who(one) not in ours]
    if not any(_is_named(one, later) for one in gone) and not any(_is_named(one, earlier) for one in new):
        first = [side.addressee[0].part if side.addressee else None for side in (a, b)]
        yield Change("addressee", first[0], first[1], _called(a, earlier), _called(b, later))


def _called(position: Position, side: Read) -> str:
    """The ids of those addressed, sorted; where not one of them is named, that they are veiled."""
    if position.addressee and all(_is_veiled(one, side) for one in position.addressee):
        return VEILED
    return "+".join(sorted({_who(one) for one in position.addressee}))


def _is_veiled(one: Named, side: Read) -> bool:
    return any(
        other.veiled and other.id == one.id and other.part.span.overlaps(one.part.span) for other in side.mentions
    )


def _who(one: Named) -> str:
    return one.id or fold(one.part.text).text


def _is_named(one: Named, side: Read) -> bool:
    """Whether somebody is named on a side, as anything: addressed, mentioned, or in so many words."""
    addressed = {_who(other) for position in side.positions for other in position.addressee}
    mentioned = {other.id for other in side.mentions}
    return _who(one) in addressed | mentioned or stands(one.part.text, side.words, side.language)


def _targets(earlier: Read, later: Read, worded: Sequence[Change]) -> Iterator[Change]:
    """States and groups that one side alone names, each with what stands in its place."""
    for a, b in _laid(*_apart(earlier, later, kinds=ACTORS), worded):
        veiled = a is not None and b is not None and (a.veiled or b.veiled)
        against = (a is None or _against(a, earlier)) and (b is None or _against(b, later))
        if any(one and _tells(one) for one in (a, b)) and (veiled or against):
            yield _change("target", a, b)


def _laid(
    ours: Sequence[Mention], theirs: Sequence[Mention], worded: Sequence[Change]
) -> Iterator[tuple[Mention | None, Mention | None]]:
    """What stands in the place of what, in order; what has no counterpart, with nothing."""
    taken: set[int] = set()
    for a in ours:
        at = next((j for j, b in enumerate(theirs) if j not in taken and _in_place(a, b, worded)), None)
        taken |= {at} if at is not None else set()
        yield a, theirs[at] if at is not None else None
    yield from ((None, b) for j, b in enumerate(theirs) if j not in taken)


def _tells(one: Mention) -> bool:
    """Whether its going or coming is told: two groups that are named changed in words alone."""
    return one.veiled or one.kind == "state"


def _in_place(a: Mention, b: Mention, worded: Sequence[Change]) -> bool:
    """Whether the words of one were replaced by those of the other, or one is the other with a few words more."""
    if a.kind == b.kind == "instrument" and _is_within(fold(a.part.text).text, fold(b.part.text).text):
        return True
    return any(
        change.earlier is not None
        and change.later is not None
        and change.earlier.span.overlaps(a.part.span)
        and change.later.span.overlaps(b.part.span)
        for change in worded
    )


def _is_within(a: str, b: str) -> bool:
    """Whether the letters of one name stand in the other, in order, with few between."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    letters = iter(long)
    return similarity(a, b) >= SAME and all(letter in letters for letter in short)


def _against(one: Mention, side: Read) -> bool:
    """Whether a position turns against what it names, or to it."""
    return any(
        position.act in _AGAINST and any(one.part.span in part.span for part in _held(position))
        for position in side.positions
    ) and not side.is_place(one)


def _held(position: Position) -> Iterator[Part]:
    yield from (one.part for one in position.addressee)
    if position.matter is not None:
        yield position.matter


def _apart(earlier: Read, later: Read, *, kinds: frozenset[str]) -> tuple[list[Mention], list[Mention]]:
    """What each side alone has of some kinds, the first mention of each."""
    ours, theirs = (
        {key(one): one for one in reversed(side.mentions) if one.kind in kinds} for side in (earlier, later)
    )
    return (
        sorted((one for one in ours.values() if not later.has(one)), key=lambda one: one.part),
        sorted((one for one in theirs.values() if not earlier.has(one)), key=lambda one: one.part),
    )


def _instruments(earlier: Read, later: Read, worded: Sequence[Change]) -> Iterator[Change]:
    """Instruments that one side alone is about: who names the parties of a treaty is about the treaty."""
    laid = _laid(*_apart(earlier, later, kinds=frozenset({"instrument"})), worded)
    yield from (_change("instrument", a, b) for a, b in laid)


def _change(kind: ChangeKind, a: Mention | None, b: Mention | None) -> Change:
    return Change(kind, a.part if a else None, b.part if b else None, says(a), says(b))


def covered(change: Change, facts: Sequence[Change]) -> bool:
    """Whether the changed words are wholly those of the facts that changed."""
    return all(
        _inside(part, [fact.earlier if side == 0 else fact.later for fact in facts])
        for side, part in enumerate((change.earlier, change.later))
        if part
    )


def _inside(part: Part, parts: Sequence[Part | None]) -> bool:
    return any(one is not None and part.span in one.span for one in parts)
