"""What is in force when, by whose telling: the fold of an instrument's events.

Takes       a subject, its events, a date, the day until which things could be known, and who is asked.
Gives       a Status: an answer with the events that prove it, each side's where they disagree, what texts say of it.
Method      an event counts where it had taken effect by `as_of` and could be known by `known_on`; what is claimed by
            some alone counts for their telling alone. Where a date leaves open whether an event had happened, every
            state that it leaves open is told.
Leaves out  who is right; the clock: today is what the caller says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from actum.model.register import Answer, RegisterEvent, Status
from actum.regime.dates import Sure, both, by, past
from actum.regime.register.course import ENDS, Course, Moment, course, moments, place
from actum.regime.register.register import Register, Subject
from actum.regime.register.wording import UNKNOWN, answer_of, caveats_of, head_of, listed, words_behind

ANYBODY = ("*",)


@dataclass(frozen=True, slots=True)
class _Asked:
    subject: Subject
    as_of: str
    known_on: str


@dataclass(frozen=True, slots=True)
class _Telling:
    """One telling: its answer, and what its states begin with and say beyond that, one for each way to date it."""

    answer: Answer
    heads: tuple[str, ...]
    words: tuple[str, ...]
    caveats: tuple[str, ...] = ()
    textual: bool = False


def status_of(
    register: Register, slug: str, *, as_of: str, known_on: str, according_to: Sequence[str] = ANYBODY
) -> Status:
    """The status of what the register has under a slug; unknown for a slug of which nothing is registered."""
    subject = register.subjects.get(slug, Subject(slug))
    events = register.events.get(slug, ())
    return fold(events, subject=subject, as_of=as_of, known_on=known_on, according_to=according_to)


def fold(
    events: Iterable[RegisterEvent],
    *,
    subject: Subject,
    as_of: str,
    known_on: str,
    according_to: Sequence[str] = ANYBODY,
) -> Status:
    """The status by these events, whatever their order; `known_on` is today for all that is known.

    `according_to` are codes of those asked; `*` asks everybody. Raises DataFault where a date is none.
    """
    asked = _Asked(subject, as_of, known_on)
    counted = sorted((event for event in events if _sure(event, asked) != "no"), key=lambda one: place(moments(one)[0]))
    codes = () if "*" in according_to else tuple(sorted({_code(code): code for code in according_to}.values()))
    # of what a text says only that counts which surely stood so by then
    counted = [event for event in counted if not event.work or _sure(event, asked) == "yes"]
    told = [event for event in counted if not event.work]
    undisputed = _telling([event for event in told if not event.according_to], asked)
    sides = [*_sides(told, asked), *_texts(counted, asked, undisputed)]
    own = _by(codes, counted, asked, undisputed) if codes else _together(undisputed, sides)
    others = [side.answer for side in sides if side.answer.state != own.answer.state and _else(side.answer, codes)]
    claims = [side for side in sides if not side.textual]
    if codes and len(claims) == 1 and undisputed.answer.state not in {own.answer.state, UNKNOWN}:
        others.append(undisputed.answer)  # one side alone speaks against it
    return Status(
        of=subject.slug,
        kind=subject.kind,
        as_of=as_of,
        known_on=known_on,
        according_to=codes or ANYBODY,
        answer=own.answer,
        contested=tuple(others),
        events=tuple(told),
        said=tuple(event for event in counted if event.work),
        caveats=(*own.caveats, *_unknowable(asked)),
    )


def _unknowable(asked: _Asked) -> list[str]:
    """What lies between the day until which things could be known and the day asked for."""
    if not past(asked.known_on, asked.as_of):
        return []
    return [f"What happened after {asked.known_on} is not known here."]


def _else(answer: Answer, codes: tuple[str, ...]) -> bool:
    """Whether an answer is somebody's who is not asked."""
    return not codes or not {_code(code) for code in answer.who} <= {_code(code) for code in codes}


def _code(code: str) -> str:
    """A code or slug as it is compared: whether it is written large does not count."""
    return code.casefold()


def _sure(event: RegisterEvent, asked: _Asked) -> Sure:
    """Whether an event counts at all: its first moment had come, and it could be known."""
    first = moments(event)[0].when
    return both(by(first, asked.as_of), by(event.known_on or event.date, asked.known_on))


def _telling(events: Iterable[RegisterEvent], asked: _Asked, who: tuple[str, ...] = ()) -> _Telling:
    """One telling by its events; where their dates leave it open what had happened, every state that they leave."""
    sure: list[Moment] = []
    maybe: list[Moment] = []
    for event in events:
        known = by(event.known_on or event.date, asked.known_on)
        for moment in moments(event):
            how = both(known, by(moment.when, asked.as_of))
            if how != "no":
                (sure if how == "yes" else maybe).append(moment)
    maybe.sort(key=place)
    courses = [course(asked.subject, [*sure, *maybe[:n]]) for n in range(len(maybe) + 1)]
    return _open(courses, [moment.event for moment in maybe], asked, who)


def _open(courses: Sequence[Course], maybe: Sequence[RegisterEvent], asked: _Asked, who: tuple[str, ...]) -> _Telling:
    ways = {answer_of(found, asked.as_of, who).state: found for found in courses}
    answers = [answer_of(found, asked.as_of, who) for found in ways.values()]
    caveats = [said for found in ways.values() for said in caveats_of(found, asked.as_of)]
    if len(answers) > 1:
        caveats += [_unplaced(event, asked) for event in maybe]
    ends = dict.fromkeys(one.until for one in answers)
    if len([end for end in ends if end]) > 1:
        caveats.append(f"Until when it was to run is open: {' or '.join(end for end in ends if end)}.")
    proof = tuple(dict.fromkeys(event for one in answers for event in one.proved_by))
    answer = replace(
        answers[-1],
        state=_ways(courses, asked.as_of) if len(answers) > 1 else answers[0].state,
        proved_by=tuple(sorted(proof, key=lambda one: place(moments(one)[0]))),
        unverified=any(one.unverified for one in answers),
        since=answers[-1].since if len({one.since for one in answers}) == 1 else "",
        until=answers[-1].until if len(ends) == 1 else "",
    )
    heads = tuple(dict.fromkeys(head_of(found, asked.as_of) for found in ways.values()))
    words = _words(courses)
    return _Telling(answer, heads, words, tuple(dict.fromkeys(caveats)))


def _ways(courses: Sequence[Course], as_of: str) -> str:
    """`in force, perhaps suspended by RUS` where only what stands behind the head is open; else each state, with or."""
    heads = dict.fromkeys(head_of(found, as_of) for found in courses)
    if len(heads) == 1 and set(words_behind(courses[0])) <= set(_last(courses)):
        return ", ".join((*heads, *_words(courses)))
    return " or ".join(dict.fromkeys(answer_of(found, as_of).state for found in courses))


def _words(courses: Sequence[Course]) -> tuple[str, ...]:
    """The words of the last way to date it, `perhaps` before those that not every way has."""
    return tuple(
        word if all(word in words_behind(found) for found in courses) else f"perhaps {word}" for word in _last(courses)
    )


def _last(courses: Sequence[Course]) -> tuple[str, ...]:
    return words_behind(courses[-1])


def _unplaced(event: RegisterEvent, asked: _Asked) -> str:
    if by(event.known_on or event.date, asked.known_on) == "maybe" and event.known_on:
        return f"Whether {event.id} could be known by {asked.known_on} is open: it is dated {event.known_on}."
    return f"Whether {event.id} had happened by {asked.as_of} is open: it is dated {event.effective or event.date}."


def _sides(told: Sequence[RegisterEvent], asked: _Asked) -> list[_Telling]:
    """The tellings of those who claim what others do not, those who say the same together, in order of who they are."""
    claimed = sorted({code for event in told for code in event.according_to})
    alike: dict[str, list[str]] = {}
    for code in claimed:
        alike.setdefault(_telling(_of(code, told), asked).answer.state, []).append(code)
    return [_telling(_of(who, told), asked, tuple(who)) for who in alike.values()]


def _of(who: str | Sequence[str], events: Iterable[RegisterEvent]) -> list[RegisterEvent]:
    """What nobody disputes, and what one of these says."""
    codes = {_code(code) for code in ([who] if isinstance(who, str) else who)}
    return [one for one in events if not one.according_to or codes & {_code(code) for code in one.according_to}]


def _texts(counted: Sequence[RegisterEvent], asked: _Asked, undisputed: _Telling) -> list[_Telling]:
    """The tellings of texts that disagree with the register or add to it, one for each body of holders.

    A text tells how things stood on its day. One that leaves the state unknown disagrees with nothing; one that says
    what the register has all its holders claim is no side of its own.
    """
    found = []
    claims = [event for event in counted if not event.work]
    for who in sorted({event.according_to for event in counted if event.work}):
        own = [event for event in counted if not event.according_to or (event.work and event.according_to == who)]
        telling = _telling(own, asked, who)
        adds = set(telling.words) - set(undisputed.words)
        if telling.heads == (UNKNOWN,) or _agrees(telling, who, claims, asked):
            continue
        if telling.heads != undisputed.heads or adds:
            found.append(replace(telling, textual=True))
    return found


def _agrees(said: _Telling, who: Sequence[str], claims: Sequence[RegisterEvent], asked: _Asked) -> bool:
    """Whether a text says no more than what the register has each of its holders claim."""
    own = [
        _telling(_of(code, claims), asked)
        for code in who
        if any(_code(code) in {_code(one) for one in event.according_to} for event in claims)
    ]
    return len(own) == len(who) and all(one.heads == said.heads and set(said.words) <= set(one.words) for one in own)


def _by(codes: tuple[str, ...], counted: Sequence[RegisterEvent], asked: _Asked, undisputed: _Telling) -> _Telling:
    """The telling of those asked: what nobody disputes, what they claim, and what their own texts say.

    Of who claims nothing what nobody disputes is told; where others say that just this has ended, nothing is known.
    """
    heard = {code: [event for event in _of(code, counted) if event.according_to] for code in codes}
    silent = [code for code in codes if not heard[code]]
    ended = undisputed.answer.state != UNKNOWN and _is_said_to_have_ended(counted, asked, undisputed)
    tellings: dict[str, _Telling] = {}
    for code in codes if not ended else [code for code in codes if heard[code]]:
        who = tuple(one for one in codes if heard[one] == heard[code] and heard[one]) or (code,)
        own = _telling(_of(code, counted), asked, who)
        tellings.setdefault(own.answer.state, own)
    own = next(iter(tellings.values())) if len(tellings) == 1 else _together(undisputed, list(tellings.values()))
    own = own if tellings else _unknown()
    if not silent:
        return own
    rest = "others say that it has ended" if ended else "for them, what nobody disputes stands"
    note = f"Nothing is registered according to {listed(silent)} alone: {rest}."
    if len(silent) == len(codes):
        own = replace(own, answer=replace(own.answer, who=()))
    return replace(own, caveats=(*own.caveats, note))


def _is_said_to_have_ended(counted: Sequence[RegisterEvent], asked: _Asked, undisputed: _Telling) -> bool:
    """Whether somebody claims an end of what nobody disputed until then."""
    claims = _sides([event for event in counted if not event.work], asked)
    return any(set(side.heads) & ENDS and side.heads != undisputed.heads for side in claims)


def _unknown() -> _Telling:
    return _Telling(Answer((), UNKNOWN, "", ""), (UNKNOWN,), ())


def _together(undisputed: _Telling, sides: Sequence[_Telling]) -> _Telling:
    """The answer to who asks everybody: what nobody disputes, and who says else.

    Where two sides claim different things, or one says that it is another thing than the register, it is contested.
    """
    agreed = [code for side in sides if side.answer.state == undisputed.answer.state for code in side.answer.who]
    sides = [side for side in sides if side.answer.state != undisputed.answer.state]
    if not sides:
        return undisputed
    same = [side for side in sides if side.heads == undisputed.heads]
    registered = [side for side in sides if side.heads != undisputed.heads]
    stood = listed(sorted(agreed)) or "otherwise"
    state = _added(_opposed(undisputed.answer.state, registered, stood), undisputed.words, same)
    proof = dict.fromkeys(event for one in (undisputed, *sides) for event in one.answer.proved_by)
    ordered = tuple(sorted(proof, key=lambda one: place(moments(one)[0])))
    answer = replace(
        undisputed.answer,
        state=state,
        proved_by=ordered,
        since="" if registered else undisputed.answer.since,
        unverified=any(one.answer.unverified for one in (undisputed, *sides)),
    )
    said = dict.fromkeys((*undisputed.caveats, *(line for side in sides for line in side.caveats)))
    return replace(undisputed, answer=answer, caveats=tuple(said))


def _opposed(state: str, other: Sequence[_Telling], stood: str) -> str:
    """`contested: terminated (CHN, IRN and RUS), …`; a text's telling is laid beside what the register says.

    One side alone speaks against what stood until then; two leave nothing of it, unless somebody says that it stands.
    """
    claims = [_by_whom(side) for side in other if not side.textual]
    texts = [_by_whom(side) for side in other if side.textual]
    mark = ", contested" if state != UNKNOWN and not claims else ""
    if claims:
        keeps = state != UNKNOWN and (len(claims) == 1 or stood != "otherwise")
        state = f"contested: {', '.join([*([f'{state} ({stood})'] if keeps else []), *claims])}"
    return f"{state}{mark}: {', '.join(texts)}" if texts else state


def _added(state: str, words: tuple[str, ...], same: Sequence[_Telling]) -> str:
    """`in force, suspended by RUS according to RUS`; `in force, contested: suspended by RUS (RUS), …`."""
    told = [(", ".join(word for word in side.words if word not in words), side) for side in same]
    if len(told) == 1 and told[0][0]:
        return f"{state}, {told[0][0]} according to {listed(told[0][1].answer.who)}"
    said = [f"{more} ({listed(side.answer.who)})" if more else _by_whom(side) for more, side in told]
    return f"{state}, contested: {', '.join(said)}" if said else state


def _by_whom(side: _Telling) -> str:
    return f"{side.answer.state} ({listed(side.answer.who)})"
