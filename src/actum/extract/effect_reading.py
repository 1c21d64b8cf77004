"""Who speaks in a sentence, what is wanted, and who or what acts: the scope in which its claims stand.

Takes       a sentence and the Lexicon of its language.
Gives       a Reading whose clauses know their opening operator, the mode that holds in them, the subject that they
            inherit and the one that they bring.
Method      one pass from left to right. An operator (认为, 呼吁, 应) opens a mode that holds until the next one; a
            subject is what stands before the first predicate that the tables know.
Leaves out  syntax proper.
"""

from __future__ import annotations

from collections.abc import Sequence

from actum.extract.effect_lexicon import Lexicon
from actum.extract.effect_setting import STRONG, VERBAL, WEAK, setting, subject_of
from actum.extract.effect_tokens import Clause, Mode, Reading, Subject, Token, scanned
from actum.text.span import Span

_MODES: dict[str, Mode] = {"say": "claim", "wish": "wish", "oppose": "oppose"}
_OPENING = frozenset({"adverbs", "openings", "norm", "future", "negations"})
_DOING = frozenset({"shed", "verbs", "further", "harm", "creating"})
_FOLLOWS_HOLDER = STRONG | WEAK | {"say", "wish", "oppose", "openings", "shed", "creating", "pronouns"}
# What may stand before the first word of a clause.
_LEADING = ' —\n”’"'


def read(text: str, lexicon: Lexicon, names: Sequence[Span] = ()) -> Reading:
    """The reading of one sentence; `names` are the places of names in it."""
    reading = scanned(text, lexicon, names)
    _follow(reading)
    return reading


def _follow(reading: Reading) -> None:
    """Carry mode, subject, norm, purpose and prevention through the clauses."""
    mode: Mode = "claim"
    subject: Subject | None = None
    norm = avoid = said = purpose = False
    for clause in reading.clauses:
        _open(reading, clause, said=said, others=subject is not None and subject.kind != "holder")
        if clause.operator is not None:
            mode, subject, norm, avoid = _MODES[clause.operator], None, False, False
        elif clause.holder:
            mode, subject, norm, avoid = "deed", Subject(Span(clause.start, clause.body), "holder"), False, False
        said = clause.operator == "say" or (said and _circumstance(reading, clause))
        clause.mode, clause.subject = mode, subject
        norm = norm or clause.norm
        clause.lead = _lead(reading, clause)
        clause.norm = norm and (clause.lead is None or "norm" in clause.opening)
        clause.purpose = purpose = _purpose(reading, clause, before=purpose)
        clause.avoid = avoid = _opens_with_avoiding(reading, clause) or (avoid and clause.lead is None)
        if clause.stance:
            mode, subject = "deed", Subject(Span(clause.start, clause.body), "holder")
        elif clause.lead is not None:
            subject, norm = clause.lead, False
            mode = "claim" if mode == "deed" and subject.kind != "holder" else mode
        norm = norm or _ought(reading, clause)


def _ought(reading: Reading, clause: Clause) -> bool:
    """Whether a clause says what ought or ought not to be: so do those that go on with it."""
    tokens = reading.within(clause.start, clause.end)
    return any("norm" in t.kinds or t.text in reading.lexicon.sets["ought_not"] for t in tokens)


def _circumstance(reading: Reading, clause: Clause) -> bool:
    """Whether a clause is one of time or circumstance: what was being said goes on behind it."""
    return clause.operator is None and not clause.holder and "prepositions" in reading.kinds_at(clause.body)


def _purpose(reading: Reading, clause: Clause, *, before: bool) -> bool:
    """Whether a clause tells what something is for: `以更好推动…`, and the clauses that go on with it."""
    token = reading.starting.get(clause.body)
    begins = token is not None and token.text in reading.lexicon.sets["purposes"]
    return begins or (before and clause.operator is None and not clause.holder and clause.lead is None)


def _opens_with_avoiding(reading: Reading, clause: Clause) -> bool:
    """Whether a clause is about what is to be prevented, and says no more of it."""
    return "avoid" in reading.kinds_at(clause.body) and clause.operator != "oppose"


# ---- The head of a clause -------------------------------------------------------------------------------------------


def _open(reading: Reading, clause: Clause, *, said: bool, others: bool) -> None:
    """Read speaker, adverbs and operators at the head of a clause.

    `said`: the clause before ended in a verb of saying; `others`: somebody else than a speaker was acting.
    """
    place, seen = clause.start, set[str]()
    while place < clause.end:
        if reading.plain[place] in _LEADING:
            place += 1
            continue
        token = reading.starting.get(place)
        led = bool(seen & {"holders", "operator"})
        if token is None or not _opens(reading, clause, token, said=said and not led, others=others and not led):
            break
        clause.norm = clause.norm or "norm" in token.kinds
        seen |= token.kinds | ({"operator"} if clause.operator is not None else set())
        place = token.end
    if "parties" in seen and clause.operator is None:
        place, seen, clause.holder = clause.start, set(), False
        while reading.plain[place] in _LEADING:
            place += 1
    clause.body, clause.opening = place, frozenset(seen)


def _opens(reading: Reading, clause: Clause, token: Token, *, said: bool, others: bool) -> bool:
    """Whether a token still belongs to the opening; notes speaker and operator."""
    sets = reading.lexicon.sets
    if token.kinds & {"holders", "parties"} and not clause.holder and clause.operator is None:
        known = reading.kinds_at(token.end) & _FOLLOWS_HOLDER
        aside = known and reading.starting[token.end].text in sets["concerning"]
        clause.holder = token.end >= clause.end or bool(known and not aside)
        return clause.holder
    if token.kinds & set(_MODES):
        return _operates(reading, clause, token, said=said, others=others)
    if token.text in sets["about"] and _stance(reading, token.end, clause.end):
        clause.operator, clause.stance = "say", True
        return True
    if reading.marks_object(token):
        return False
    if "adverbs" in token.kinds and not token.kinds & {"openings", "future", "negations"}:
        return bool(reading.kinds_at(token.end))
    return bool(token.kinds & _OPENING) and "attempt" not in token.kinds


def _operates(reading: Reading, clause: Clause, token: Token, *, said: bool, others: bool) -> bool:
    """Whether an operator is one here, not a noun or somebody else's doing; notes it."""
    sets = reading.lexicon.sets
    if reading.plain[token.end : token.end + 1] in sets["of"] | sets["support"]:
        return False
    doing = bool(token.kinds & _DOING)
    if (said and doing) or (others and token.text in sets["soft"]):
        return False
    clause.operator = next(kind for kind in _MODES if kind in token.kinds)
    done = clause.operator == "oppose" or doing or token.text in sets["soft"] or "avoid" in token.kinds
    clause.deed = token.start if done else None
    return True


def _stance(reading: Reading, start: int, end: int) -> bool:
    """Whether a stance on what stands before it ends the clause: `对…表示关切`."""
    stances = reading.lexicon.lists["stances"]
    return any(
        "stops" in t.kinds and t.start > start and t.text.startswith(stances) for t in reading.within(start, end)
    )


# ---- Subjects -------------------------------------------------------------------------------------------------------


def _lead(reading: Reading, clause: Clause) -> Subject | None:
    """The subject that a clause brings with it, None where it begins with its predicate."""
    if any(t.text in reading.lexicon.sets["example_of"] for t in reading.within(clause.start, clause.body)):
        return None
    tokens = reading.within(clause.body, clause.end)
    risk = reading.lexicon.patterns["faced"].search(reading.plain, clause.body, clause.end)
    if risk is not None and not any("causatives" in t.kinds for t in tokens):
        return Subject(Span(*risk.span("risk")), "thing")
    main = _main_predicate(reading, clause, tokens)
    if (main is not None and "passives" in main.kinds) or _suffers(reading, clause):
        return None
    own = setting(reading, clause, main.start).own if main is not None else None
    return own or _before_weak(reading, clause, tokens)


def _suffers(reading: Reading, clause: Clause) -> bool:
    """Whether a clause ends in what its subject suffers (X受到严重影响): X does nothing in the clauses behind it."""
    found = reading.lexicon.patterns["passive"].finditer(reading.plain, clause.body, clause.end)
    return any(one.end() == clause.end for one in found)


def _main_predicate(reading: Reading, clause: Clause, tokens: list[Token]) -> Token | None:
    """The first sure predicate of a clause that stands in no modifier and has a subject before it."""
    kinds = _strong_behind(reading, clause)
    for token in tokens:
        if not token.kinds & kinds or token.start <= clause.body or reading.marks_object(token):
            continue
        if "harm" in token.kinds and not token.kinds & (STRONG - {"harm"}) and not reading.acts(token, clause):
            continue
        if _in_modifier(reading, token, clause.end):
            continue
        if "passives" in token.kinds or setting(reading, clause, token.start).own is not None:
            return token
    return None


def _before_weak(reading: Reading, clause: Clause, tokens: list[Token]) -> Subject | None:
    """The subject before the first word that can be a predicate."""
    weak = [t for t in tokens if t.kinds & WEAK and not _nominal(reading, t)]
    if not weak:
        return _leading_actor(reading, clause)
    if reading.kinds_at(clause.body) & (STRONG | WEAK | VERBAL):
        return None
    cut = next((t.start for t in weak if not _in_modifier(reading, t, clause.end)), clause.end)
    return subject_of(reading, clause.body, cut)


def _strong_behind(reading: Reading, clause: Clause) -> frozenset[str]:
    """What can be a clause's predicate behind its first word: less where that word is a verb with its object."""
    first = reading.starting.get(clause.body)
    if first is None or not first.kinds & (VERBAL | {"predicates"}) or _in_modifier(reading, first, clause.end):
        return STRONG
    return frozenset({"links", "helps", "future", "predicates"})


def _leading_actor(reading: Reading, clause: Clause) -> Subject | None:
    """The doer whose name opens a clause, where the words behind it are none that the tables know."""
    found = reading.lexicon.patterns["actor_head"].match(reading.plain, clause.body, clause.end)
    if found is None or found.end() >= clause.end:
        return None
    goes_on = reading.plain[found.end()] in reading.lexicon.sets["after_actor"] | reading.lexicon.sets["joints"]
    known = STRONG | WEAK | {"say", "wish", "oppose", "shed"}
    if goes_on or any(t.kinds & known for t in reading.within(clause.body, found.end())):
        return None
    return Subject(Span(clause.body, found.end()), "actor")


def _nominal(reading: Reading, token: Token) -> bool:
    """Whether a verb stands as a noun: led on from, joined to another, or before a predicate."""
    behind = reading.kinds_at(token.end)
    sets = reading.lexicon.sets
    said = token.kinds & {"say", "wish"} and reading.plain[token.end : token.end + 1] in sets["of"] | sets["support"]
    return bool(said) or ("verbs" in token.kinds and bool(behind & {"conjunctions", "future", "links"}))


def _in_modifier(reading: Reading, token: Token, end: int) -> bool:
    """Whether a verb stands within a modifier, `宣布实施的…` or `破坏…的行为`: the next predicate is behind 的."""
    following = [t for t in reading.within(token.end, end) if t.kinds & (STRONG | WEAK)]
    while following and following[0].start == token.end:
        token = following.pop(0)
    stop = following[0].start if following else end
    gap = reading.plain[token.end : stop]
    of = reading.lexicon.of
    joined = stop < end and ("harm" in token.kinds or "links" in following[0].kinds)
    return of in gap and (gap.startswith(of) or joined)
