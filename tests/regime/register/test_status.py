"""What is in force when: states, parties, clocks, sides."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.regime.registering import LATER, MANY, TWO, event, shipped, state, status

from actum.errors import DataFault
from actum.model.register import RegisterEvent
from actum.regime.register.course import LEGAL
from actum.regime.register.register import REGISTERED, Subject
from actum.registry.row import INSTRUMENTS
from actum.text.span import Part

SIGNED = event("signed", "2000-05-01")
FORCE = event("in-force", "2001-02-03")
BACK = "earlier resolutions back in its place (snapback)"
EXTENDED = "in force, extended until 2026-02-05"
SIDES = "contested: suspended by RUS (RUS), purportedly suspended by RUS (UNGA and USA)"
ANNOUNCED = "suspension announced by RUS, effective 2023-02-28 according to RUS"
NOTICE = event("notice", "2005-01-01", effective="2005-07-01", parties=("USA",))


def said(kind: str, date: str, **more: object) -> RegisterEvent:
    """An event that a text of China and Russia asserts."""
    values = {"according_to": ("CHN", "RUS"), "work": "w", "division": "p1", "quote": Part(0, 1, "x"), **more}
    return event(kind, date, **values)


class TestStates:
    def test_no_event_is_unknown(self) -> None:
        found = status([], "2000-01-01")
        assert found.answer.state == "unknown"
        assert (found.answer.proved_by, found.contested, found.answer.unverified) == ((), (), False)

    def test_signed_is_not_in_force(self) -> None:
        found = status([SIGNED, FORCE], "2000-06-01")
        assert found.answer.state == "signed, not in force"
        assert found.answer.since == "2000-05-01"
        assert found.caveats == ("No event says that it entered into force by then; the register may lack one.",)

    def test_in_force_on_the_day(self) -> None:
        assert state([SIGNED, FORCE], "2001-02-02") == "signed, not in force"
        found = status([SIGNED, FORCE], "2001-02-03")
        assert (found.answer.state, found.answer.since, found.answer.proved_by) == ("in force", "2001-02-03", (FORCE,))

    def test_who_was_told_that_it_is_not_in_force_needs_no_caveat(self) -> None:
        told = event("not-in-force", "2010-01-01")
        found = status([event("opened", "2000-01-01"), told], "2011-01-01", subject=MANY)
        assert (found.answer.state, found.answer.since, found.caveats) == ("not in force", "2000-01-01", ())

    @pytest.mark.parametrize(
        "kind", sorted(INSTRUMENTS - LEGAL if isinstance(INSTRUMENTS, set) else set(INSTRUMENTS) - LEGAL)
    )
    def test_what_is_no_law_is_never_in_force(self, kind: str) -> None:
        events = [event("proposed", "1999"), event("adopted", "2000"), FORCE]
        found = status(events, "2020-01-01", subject=Subject("a-treaty", kind))
        assert "in force" not in found.answer.state
        assert any("never in force" in line for line in found.caveats)

    @pytest.mark.parametrize("kind", ["draft", "proposal", "initiative"])
    def test_a_wish_is_what_it_is(self, kind: str) -> None:
        events = [event("draft-tabled", "2008-02-12"), event("draft-updated", "2014")]
        found = status(events, "2020-01-01", subject=Subject("a-treaty", kind))
        assert (found.answer.state, found.answer.since) == (kind, "2008-02-12")

    @pytest.mark.parametrize("kind", ["expired", "terminated", "superseded"])
    def test_an_end_ends(self, kind: str) -> None:
        end = event(kind, "2010-10-10")
        found = status([SIGNED, FORCE, NOTICE, end], "2011-01-01", subject=MANY)
        assert (found.answer.state, found.answer.since, found.answer.proved_by) == (kind, "2010-10-10", (FORCE, end))
        assert found.answer.standings == ()

    def test_what_is_told_again_began_and_ended_with_the_first(self) -> None:
        again = event("in-force", "2003-01-01")
        assert status([FORCE, again], "2004-01-01").answer.since == "2001-02-03"
        ends = [event("expired", "2010-10-10"), event("terminated", "2012-01-01")]
        found = status([FORCE, *ends], "2015-01-01")
        assert (found.answer.state, found.answer.since) == ("expired", "2010-10-10")
        assert state([FORCE, *ends, event("in-force", "2013")], "2015-01-01") == "in force"

    def test_suspended_as_a_whole_and_resumed(self) -> None:
        events = [FORCE, event("suspended", "2003"), event("resumed", "2004-05-05")]
        assert state(events, "2004-01-01") == "suspended"
        assert state(events, "2004-05-05") == "in force"

    def test_extended_until_and_what_then(self) -> None:
        events = [FORCE, event("extended", "2010-01-01", until="2015-01-01")]
        assert state(events, "2012-01-01") == "in force, extended until 2015-01-01"
        assert state(events, "2015-01-01") == "in force, extended until 2015-01-01"
        found = status(events, "2015-01-02")
        assert found.answer.state == "unknown"
        assert "was to end on 2015-01-01" in found.caveats[0]

    def test_extended_without_end_says_no_more_than_in_force(self) -> None:
        assert state([FORCE, event("extended", "2010-01-01", until="..")], "2050-01-01") == "in force"

    def test_conferences(self) -> None:
        held = event("review-conference", "2022", outcome="none")
        assert state([held], LATER, subject=Subject("a-treaty", "event")) == "held, without outcome"
        assert state([FORCE, held], LATER) == "in force"


class TestParties:
    def test_notice_between_two(self) -> None:
        events = [FORCE, NOTICE, event("suspended", "2005-01-01", parties=("RUS",))]
        found = status(events, "2005-03-01")
        assert found.answer.state == "in force, notice of withdrawal given, suspended by RUS"
        assert [(one.party, one.words) for one in found.answer.standings] == [
            ("RUS", "suspended"), ("USA", "notice of withdrawal given"),
        ]  # fmt: skip

    def test_a_withdrawal_ends_what_was_between_two_when_it_takes_effect(self) -> None:
        assert state([FORCE, NOTICE], "2005-06-30") == "in force, notice of withdrawal given"
        found = status([FORCE, NOTICE], "2005-07-01")
        assert (found.answer.state, found.answer.since) == ("terminated", "2005-07-01")
        assert found.answer.proved_by == (FORCE, NOTICE)

    def test_a_withdrawal_does_not_end_what_is_between_many(self) -> None:
        assert state([FORCE, NOTICE], "2005-03-01", subject=MANY) == "in force, notice of withdrawal given by USA"
        assert state([FORCE, NOTICE], LATER, subject=MANY) == "in force, withdrawal by USA"

    def test_where_parties_are_not_registered_it_is_said(self) -> None:
        found = status([FORCE, NOTICE], LATER, subject=Subject("a-treaty", "treaty"))
        assert found.answer.state == "in force, withdrawal by USA"
        assert any("parties are not registered" in line for line in found.caveats)

    def test_who_comes_back_is_a_party_again(self) -> None:
        events = [FORCE, NOTICE, event("ratified", "2007-01-01", parties=("USA",))]
        assert state(events, LATER, subject=MANY) == "in force"

    def test_a_state_that_is_no_more_counts_with_its_heir(self) -> None:
        gone = event("withdrawal", "1995-01-01", parties=("SUN",))
        assert state([event("in-force", "1990"), gone], LATER) == "terminated"

    def test_suspended_resumed_revoked(self) -> None:
        suspended = event("suspended", "2003-01-01", parties=("RUS",))
        assert state([FORCE, suspended], "2004-01-01") == "in force, suspended by RUS"
        resumed = event("resumed", "2005-01-01", parties=("RUS",))
        assert state([FORCE, suspended, resumed], "2006-01-01") == "in force"
        gone = replace(suspended, effective="2003-03-01")
        assert state([FORCE, gone], "2003-02-01") == "in force, suspension announced by RUS, effective 2003-03-01"
        assert state([FORCE, gone], "2003-03-01") == "in force, suspended by RUS"
        assert state([FORCE, gone, replace(resumed, date="2003-02-02")], "2003-02-03") == "in force"
        whole = replace(gone, parties=())
        assert state([FORCE, whole], "2003-02-01") == "in force, suspension announced, effective 2003-03-01"
        assert state([FORCE, whole], "2003-03-01") == "suspended"
        revoked = event("ratification-revoked", "2003-01-01", parties=("RUS",))
        assert state([SIGNED, revoked], "2004-01-01") == "signed, not in force, ratification revoked by RUS"


class TestClocks:
    def test_what_could_not_be_known_does_not_count(self) -> None:
        secret = event("terminated", "2005-01-01", known_on="2010-01-01")
        assert state([FORCE, secret], "2006-01-01") == "in force"
        assert state([FORCE, secret], "2006-01-01", known_on="2010-01-01") == "terminated"

    def test_what_lies_beyond_what_is_known_is_said(self) -> None:
        found = status([FORCE, event("terminated", "2005-01-01")], "2006-01-01", known_on="2004-01-01")
        assert found.answer.state == "in force"
        assert found.caveats == ("What happened after 2004-01-01 is not known here.",)

    @pytest.mark.parametrize(
        ("as_of", "says"),
        [
            ("2020-12-31", "in force"), ("2021-01-01", "in force or terminated"), ("2021-12-31", "terminated"),
            ("2021", "in force or terminated"), ("2020", "in force"), ("2022", "terminated"),
        ],
    )  # fmt: skip
    def test_a_year_leaves_open(self, as_of: str, says: str) -> None:
        found = status([FORCE, event("terminated", "2021")], as_of)
        assert found.answer.state == says
        assert any("is open: it is dated 2021" in line for line in found.caveats) == (" or " in says)

    def test_what_stands_behind_the_head_is_perhaps(self) -> None:
        some = event("suspended", "2003-02-01/2003-02-02", parties=("RUS",))
        assert state([FORCE, some], "2003-02-01") == "in force, perhaps suspended by RUS"
        assert state([FORCE, some], "2003-02-02") == "in force, suspended by RUS"

    def test_a_date_that_is_none_is_refused(self) -> None:
        with pytest.raises(DataFault, match="is not an EDTF date"):
            status([FORCE], "2019-02-30")


class TestSides:
    ENDED = event("terminated", "2025-10-18", according_to=("CHN", "RUS"))
    RETURNED = event("snapback", "2025-09-28", according_to=("FRA", "GBR"))
    EVENTS = (FORCE, ENDED, RETURNED)

    def test_each_side_has_its_answer(self) -> None:
        found = status(self.EVENTS, "2026-01-01", subject=MANY)
        assert found.answer.state == f"contested: terminated (CHN and RUS), {BACK} (FRA and GBR)"
        sides = [(one.who, one.state) for one in found.contested]
        assert sides == [(("CHN", "RUS"), "terminated"), (("FRA", "GBR"), BACK)]
        assert found.contested[0].proved_by == (FORCE, self.ENDED)
        assert set(found.answer.proved_by) == set(self.EVENTS)

    def test_one_side_alone_speaks_against_what_stood(self) -> None:
        found = status(self.EVENTS, "2025-10-01", subject=MANY)
        assert found.answer.state == f"contested: in force (otherwise), {BACK} (FRA and GBR)"

    def test_who_says_that_it_stands_is_named(self) -> None:
        goes_on = event("in-force", "2025-10-18", according_to=("IRN",))
        found = status([FORCE, self.ENDED, goes_on], "2026-01-01", subject=MANY)
        assert found.answer.state == "contested: in force (IRN), terminated (CHN and RUS)"
        found = status([*self.EVENTS, goes_on], "2026-01-01", subject=MANY)
        assert found.answer.state == f"contested: in force (IRN), terminated (CHN and RUS), {BACK} (FRA and GBR)"

    def test_who_takes_back_what_nobody_disputes_contests_it(self) -> None:
        suspended = event("suspended", "2003-01-01", parties=("RUS",))
        resumed = event("resumed", "2004-01-01", parties=("RUS",), according_to=("RUS",))
        says = "in force, suspended by RUS, contested: in force (RUS)"
        assert state([FORCE, suspended, resumed], "2005-01-01") == says

    def test_who_is_asked_is_answered_and_the_others_are_shown(self) -> None:
        found = status(self.EVENTS, "2026-01-01", subject=MANY, according_to=["chn"])
        assert (found.answer.state, found.answer.since) == ("terminated", "2025-10-18")
        assert [one.who for one in found.contested] == [("FRA", "GBR")]

    def test_who_said_nothing_has_what_nobody_disputes(self) -> None:
        claimed = event("suspended", "2003-01-01", parties=("RUS",), according_to=("RUS",))
        found = status([FORCE, claimed], "2026-01-01", subject=MANY, according_to=["USA"])
        assert (found.answer.state, found.answer.who) == ("in force", ())
        assert len(found.contested) == 1
        assert "Nothing is registered according to USA alone: for them, what nobody disputes" in found.caveats[0]

    @pytest.mark.parametrize("as_of", ["2025-10-01", "2026-01-01"])
    def test_who_said_nothing_of_what_others_say_has_ended_is_not_known(self, as_of: str) -> None:
        found = status(self.EVENTS, as_of, subject=MANY, according_to=["IND"])
        assert (found.answer.state, found.answer.who, found.answer.proved_by) == ("unknown", (), ())
        assert (("FRA", "GBR"), BACK) in [(one.who, one.state) for one in found.contested]
        assert "Nothing is registered according to IND alone: others say that it has ended." in found.caveats

    def test_of_two_asked_the_one_who_spoke_answers(self) -> None:
        found = status(self.EVENTS, "2026-01-01", subject=MANY, according_to=["IND", "FRA"])
        assert (found.answer.state, found.answer.who) == (BACK, ("FRA",))
        assert any("according to IND alone" in line for line in found.caveats)

    def test_that_it_was_announced_nobody_denies(self) -> None:
        more = {"effective": "2023-02-28", "parties": ("RUS",)}
        declared = event("suspended", "2023-02-21", according_to=("RUS",), **more)
        denied = event("suspended", "2023-02-21", according_to=("USA",), purported=True, **more)
        events = [FORCE, declared, denied]
        asked = state(events, "2023-02-25", according_to=["USA"])
        assert asked == "in force, suspension announced by RUS"
        assert state(events, "2023-02-28", according_to=["USA"]) == "in force, purportedly suspended by RUS"
        assert state(events, "2023-02-28", according_to=["RUS"]) == "in force, suspended by RUS"

    def test_resolutions_come_back_where_it_is_one(self) -> None:
        found = status(self.EVENTS, "2025-10-01", subject=Subject("a-treaty", "resolution"))
        assert (
            found.answer.state == "contested: in force (otherwise), earlier resolutions back (snapback) (FRA and GBR)"
        )

    def test_what_one_declares_and_another_does_not_grant(self) -> None:
        declared = event("suspended", "2023-02-21", parties=("RUS",), according_to=("RUS",))
        denied = event("suspended", "2023-02-21", parties=("RUS",), according_to=("USA",), purported=True)
        says = "in force, contested: suspended by RUS (RUS), purportedly suspended by RUS (USA)"
        assert state([FORCE, declared, denied], "2024-01-01") == says
        assert state([FORCE, declared], "2024-01-01") == "in force, suspended by RUS according to RUS"
        asked = state([FORCE, declared, denied], "2024-01-01", according_to=["USA"])
        assert asked == "in force, purportedly suspended by RUS"


class TestTexts:
    def test_a_text_that_agrees_is_shown_and_contests_nothing(self) -> None:
        found = status([FORCE, said("in-force", "2001", known_on="2010-05-01")], "2011-01-01")
        assert (found.answer.state, found.contested) == ("in force", ())
        assert [one.quote for one in found.said] == [Part(0, 1, "x")]

    def test_a_text_that_says_what_its_side_claims_is_no_side_of_its_own(self) -> None:
        ended = event("terminated", "2025-10-18", according_to=("CHN", "IRN", "RUS"))
        back = event("snapback", "2025-09-28", according_to=("FRA",))
        text = said("terminated", "../2026-02-01", known_on="2026-02-01")
        found = status([FORCE, ended, back, text], "2026-03-01", subject=MANY)
        assert [one.who for one in found.contested] == [("CHN", "IRN", "RUS"), ("FRA",)]
        assert found.said == (text,)
        other = said("in-force", "../2026-02-01", known_on="2026-02-01", according_to=("CHN", "FRA"))
        found = status([FORCE, ended, back, replace(other, type="expired")], "2026-03-01", subject=MANY)
        assert ("CHN", "FRA") in [one.who for one in found.contested]

    def test_a_text_that_disagrees_contests_and_does_not_override(self) -> None:
        found = status([FORCE, said("not-in-force", "2010-05-01")], "2011-01-01")
        assert found.answer.state == "in force, contested: not in force (CHN and RUS)"
        assert [(one.who, one.state) for one in found.contested] == [(("CHN", "RUS"), "not in force")]

    def test_a_later_event_overtakes_what_a_text_said(self) -> None:
        events = [said("not-in-force", "2000-05-01"), FORCE]
        assert state(events, "2011-01-01") == "in force"

    def test_what_a_text_adds_is_told_as_its_own(self) -> None:
        events = [FORCE, said("notice", "../2010-05-01", parties=("USA",), known_on="2010-05-01")]
        assert state(events, "2011-01-01") == "in force, notice of withdrawal given according to CHN and RUS"

    def test_an_end_that_a_text_expected_does_not_end(self) -> None:
        events = [FORCE, said("expiry-due", "2010-05-01", until="2012-02")]
        assert state(events, "2011-01-01") == "in force"
        assert state(events, "2013-01-01") == "in force"

    def test_a_text_alone_does_not_make_known(self) -> None:
        found = status([said("not-in-force", "2010-05-01")], "2011-01-01")
        assert found.answer.state.startswith("unknown")
        assert [one.state for one in found.contested] == ["not in force"]

    def test_a_text_is_not_known_before_its_day(self) -> None:
        found = status([FORCE, said("not-in-force", "2010-05-01")], "2010-04-30")
        assert (found.answer.state, found.said) == ("in force", ())


class TestUnverified:
    def test_one_proving_event_that_nobody_checked_is_enough(self) -> None:
        assert status([event("in-force", "2001-01-01", sure="B")], LATER).answer.unverified
        assert not status([FORCE], LATER).answer.unverified
        doubtful = event("notice", "2005-01-01", parties=("USA",), sure="C")
        assert status([FORCE, doubtful], LATER).answer.unverified

    def test_what_proves_nothing_does_not_count(self) -> None:
        assert not status([event("signed", "2000-01-01", sure="B"), FORCE], LATER).answer.unverified

    def test_a_checked_event_that_says_the_same_suffices(self) -> None:
        doubtful = event("notice", "2005-01-01", parties=("USA",), sure="B")
        checked = event("notice", "2005-01-02", parties=("USA",))
        assert not status([FORCE, doubtful, checked], LATER).answer.unverified


class TestShipped:
    @pytest.mark.parametrize(
        ("slug", "as_of", "says"),
        [
            ("inf-treaty", "2019-06-05", "in force, notice of withdrawal given, suspended by RUS and USA"),
            ("inf-treaty", "2019-02-02", "in force, notice of withdrawal given, suspended by RUS and USA"),
            ("inf-treaty", "2019-08-01", "in force, notice of withdrawal given, suspended by RUS and USA"),
            ("inf-treaty", "2019-02-01", "in force, perhaps suspended by RUS and USA"),
            ("inf-treaty", "2019-09-01", "terminated"),
            ("inf-treaty", "1980-01-01", "unknown"),
            ("abm-treaty", "2001-12-31", "in force, notice of withdrawal given"),
            ("abm-treaty", "2002-06-13", "terminated"),
            ("new-start", "2010-12-31", "signed, not in force"),
            ("new-start", "2026-02-04", f"{EXTENDED}, {SIDES}"),
            ("new-start", "2026-02-05", "expired"),
            ("new-start", "2023-02-20", EXTENDED),
            ("new-start", "2023-02-21", f"{EXTENDED}, {ANNOUNCED}"),
            ("new-start", "2023-02-27", f"{EXTENDED}, {ANNOUNCED}"),
            ("new-start", "2023-02-28", f"{EXTENDED}, suspended by RUS according to RUS"),
            ("npt", "2026-01-01", "in force, notice of withdrawal given by PRK, withdrawal by PRK according to PRK"),
            ("jcpoa", "2018-05-07", "in force"),
            ("jcpoa", "2018-05-08", "in force, withdrawal by USA"),
            ("ctbt", "2000-01-01", "not in force"),
            ("ctbt", "2025-05-08", "not in force, ratification revoked by RUS"),
            ("jcpoa", "2019-06-05", "in force, withdrawal by USA"),
            ("ppwt-draft", "2025-05-08", "draft"),
            ("ppwt-draft", "2000-01-01", "unknown"),
            ("npt-review-conference-2026", "2026-06-01", "held, without outcome"),
            ("cn-ru-investment-treaty-2006", "2026-01-01", "superseded"),
            ("film-action-plan", "2025-05-08", "unknown"),
        ],
    )  # fmt: skip
    def test_states(self, slug: str, as_of: str, says: str) -> None:
        assert shipped(slug, as_of).answer.state == says

    def test_no_draft_or_wish_is_ever_in_force(self) -> None:
        for slug in ("ppwt-draft", "paros-legally-binding-instrument", "bwc-verification-protocol", "plastics-treaty"):
            for year in range(1950, 2040, 5):
                assert "in force" not in shipped(slug, str(year)).answer.state

    def test_kinds_that_are_asked_for_exist(self) -> None:
        assert {"treaty", "draft", "organ", "event"} <= REGISTERED
        assert TWO.parties


def test_where_an_extension_is_open_so_is_the_end() -> None:
    before = shipped("new-start", "2021-01-01")
    assert before.answer.state == "in force, perhaps extended until 2026-02-05"
    assert before.answer.until == ""
    assert "Until when it was to run is open: 2021-02-05 or 2026-02-05." in before.caveats
    assert (shipped("new-start", "2015-01-01").answer.until, shipped("new-start", "2015-01-01").answer.unverified) == (
        "2021-02-05",
        False,
    )
    assert shipped("new-start", "2021-02-10").answer.until == "2026-02-05"
