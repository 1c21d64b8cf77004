"""Laws of the register: status is the fold of its events, whatever their order, and nothing later counts."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.regime.registering import MANY, TWO, event, status

from actum.model.register import EVENT_TYPES, RegisterEvent
from actum.regime.dates import by
from actum.regime.register.course import course, moments
from actum.regime.register.register import Subject, in_order
from actum.registry.edtf import days
from actum.registry.row import INSTRUMENTS
from actum.text.span import Part

DAYS = st.dates(date(1990, 1, 1), date(2020, 12, 31)).map(date.isoformat)
EDTF = st.one_of(
    DAYS,
    DAYS.map(lambda day: day[:7]),
    DAYS.map(lambda day: day[:4]),
    st.tuples(DAYS, DAYS).map(lambda two: "/".join(sorted(two))),
    DAYS.map("../{}".format),
)
WHO = st.lists(st.sampled_from(["CHN", "RUS", "USA"]), unique=True, max_size=2).map(lambda some: tuple(sorted(some)))
SUBJECTS = st.one_of(
    st.sampled_from([TWO, MANY]), st.sampled_from(sorted(INSTRUMENTS)).map(lambda kind: Subject("a-treaty", kind))
)


@st.composite
def events(draw: st.DrawFn) -> RegisterEvent:
    kind, when = draw(st.sampled_from(EVENT_TYPES)), draw(EDTF)
    more = {
        "parties": draw(st.sampled_from([(), ("RUS",), ("USA",), ("SUN",), ("RUS", "USA")])),
        "according_to": draw(WHO),
        "purported": draw(st.booleans()),
        "sure": draw(st.sampled_from("ABC")),
        "until": draw(st.sampled_from(["", "..", "2010", "2015-05-05"])),
        "known_on": draw(st.one_of(st.just(""), DAYS)),
    }
    if more["according_to"] and draw(st.booleans()):
        more |= {"work": "w", "division": "p1", "quote": Part(0, 1, "x")}
    return event(kind, when, **more)


SOME = st.lists(events(), max_size=7)


@given(SOME, SUBJECTS, EDTF, DAYS, st.randoms())
@settings(max_examples=60)
def test_order_does_not_matter(
    some: list[RegisterEvent], subject: Subject, as_of: str, known: str, chance: Random
) -> None:
    shuffled = list(some)
    chance.shuffle(shuffled)
    assert status(some, as_of, subject=subject, known_on=known) == status(
        shuffled, as_of, subject=subject, known_on=known
    )
    assert in_order(some) == in_order(shuffled)


@given(SOME, SUBJECTS, DAYS, events())
@settings(max_examples=60)
def test_what_comes_later_changes_nothing(
    some: list[RegisterEvent], subject: Subject, as_of: str, more: RegisterEvent
) -> None:
    before = status(some, as_of, subject=subject)
    after = status([*some, more], as_of, subject=subject)
    if by(more.date, as_of) == "no" or by(more.known_on or more.date, as_of) == "no":
        assert before == after


@given(SOME, SUBJECTS, DAYS)
@settings(max_examples=60)
def test_status_is_the_fold_of_its_events(some: list[RegisterEvent], subject: Subject, as_of: str) -> None:
    """Where all dates are days and nobody disputes anything, one pass over the events gives head and since."""
    plain = [one for one in some if not one.according_to and len(one.date) == len(as_of)]
    counted = [moment for one in plain if by(one.known_on or one.date, as_of) == "yes" for moment in moments(one)]
    folded = course(subject, [moment for moment in counted if moment.when <= as_of])
    found = status(plain, as_of, subject=subject)
    lapsed = found.answer.state.startswith("unknown") and folded.until
    assert lapsed or found.answer.state.startswith(folded.head or "unknown")
    assert lapsed or found.answer.since == folded.since


@given(SOME, SUBJECTS, EDTF)
@settings(max_examples=60)
def test_what_proves_counted_and_what_was_not_checked_is_marked(
    some: list[RegisterEvent], subject: Subject, as_of: str
) -> None:
    found = status(some, as_of, subject=subject)
    counted = {*found.events, *found.said}
    for answer in (found.answer, *found.contested):
        assert set(answer.proved_by) <= counted
        if answer.unverified:
            assert any(one.sure != "A" for one in answer.proved_by)
    assert all(by(one.date, as_of) != "no" for one in counted)


@settings(max_examples=60)
@given(SOME, EDTF, st.sampled_from(["draft", "proposal", "initiative"]))
def test_a_wish_is_never_in_force(some: list[RegisterEvent], as_of: str, kind: str) -> None:
    found = status(some, as_of, subject=Subject("a-treaty", kind))
    for answer in (found.answer, *found.contested):
        assert not answer.state.replace("not in force", "").count("in force"), answer.state


@given(SOME, SUBJECTS, DAYS, WHO)
@settings(max_examples=60)
def test_who_is_asked_is_answered_by_what_they_say(
    some: list[RegisterEvent], subject: Subject, as_of: str, who: tuple[str, ...]
) -> None:
    found = status(some, as_of, subject=subject, according_to=who or ("*",))
    for one in found.answer.proved_by if who else ():
        assert not one.according_to or set(one.according_to) & set(who)
    for side in found.contested:
        assert side.state != found.answer.state
        assert not who or not side.who or not set(side.who) <= set(who)


@given(EDTF)
def test_the_days_of_a_date_run_forward_and_lie_within_it(written: str) -> None:
    first, last = days(written)
    assert first <= last
    assert by(written, last) == "yes"


@given(st.lists(EDTF, min_size=2, max_size=5))
def test_by_follows_the_days(some: list[str]) -> None:
    for one, other in pairwise(some):
        answers = {by(one, day) for day in days(other)}
        assert by(one, other) in answers or by(one, other) == "maybe"
