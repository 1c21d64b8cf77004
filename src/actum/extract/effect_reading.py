"""Who speaks in a sentence, what is wanted, and who or what acts: the scope in which its claims stand.

Takes       a sentence and the Lexicon of its language.
Gives       a Reading whose clauses know their opening operator, the mode that holds in them, the subject that they
            inherit and the one that they bring; and the Setting of any place in them.
Method      one pass from left to right. An operator (认为, 呼吁, 应) opens a mode that holds until the next one; a
            subject is what stands before the first predicate that the tables know.
Leaves out  syntax proper.
"""

from __future__ import annotations

from dataclasses import dataclass

from actum.extract.effect_lexicon import Lexicon
from actum.extract.effect_tokens import Clause, Mode, Reading, Subject, Token, scanned
from actum.text.span import Span

_MODES: dict[str, Mode] = {"say": "claim", "wish": "wish", "oppose": "oppose"}
_OPENING = frozenset({"adverbs", "openings", "norm", "future", "negations"})
_DOING = frozenset({"shed", "verbs", "further", "harm", "creating"})
# A clause's own predicate, as far as the tables know it.
_STRONG = frozenset({"future", "links", "helps", "causatives", "passives", "harm", "predicates"})
_WEAK = frozenset(
    {"verbs", "adverbs", "norm", "negations", "attempt", "further", "avoid", "prepositions", "say", "wish"}
)
_VERBAL = frozenset({"verbs", "further", "harm", "shed", "avoid", "creating", "wish"})
_FOLLOWS_HOLDER = _STRONG | _WEAK | {"say", "wish", "oppose", "openings", "shed", "creating", "pronouns"}
# A single word of these kinds names nobody.
_NO_SUBJECT = frozenset(
    {"verbs", "future", "links", "negations", "adverbs", "say", "wish", "avoid", "openings", "determiners"}
)
# Prepositions whose phrase a noun can end (对X的Y); behind the others 的 belongs to the phrase.
_NOMINAL = frozenset({"对", "对于", "在", "为", "将", "关于", "有关"})
# Between a holder and its noun: 双方关于…的共识.
_CONCERNING = frozenset({"关于", "有关"})
_EXAMPLE = frozenset({"包括", "例如", "比如"})
_ABOUT = frozenset({"对", "对于"})
_STANCES = ("表示", "深表", "感到", "深感")
_PURPOSE = frozenset({"以", "以便", "以期", "以求", "为了"})
_PLACES = frozenset({"在", "从", "就", "围绕", "对", "以"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands before a place in its clause: its adverbs, the stretch before them, and what that is."""

    clause: Clause
    left: int
    kinds: frozenset[str]
    words: tuple[str, ...]
    own: Subject | None
    joined: bool
    inside: bool
    adjunct: Span | None


def read(text: str, lexicon: Lexicon) -> Reading:
    """The reading of one sentence."""
    reading = scanned(text, lexicon)
    _follow(reading)
    return reading


def _follow(reading: Reading) -> None:
    """Carry mode and subject through the clauses."""
    mode: Mode = "claim"
    subject: Subject | None = None
    norm = avoid = said = purpose = False
    for clause in reading.clauses:
        _open(reading, clause, said=said, others=subject is not None and subject.kind != "holder")
        if clause.operator is not None:
            mode, subject, norm, avoid = _MODES[clause.operator], None, False, False
        elif clause.holder:
            mode, subject, norm, avoid = "deed", Subject(Span(clause.start, clause.body), "holder"), False, False
        said = clause.operator == "say" or (said and _adjunct(reading, clause))
        clause.mode, clause.subject = mode, subject
        clause.norm = norm = norm or clause.norm
        clause.lead = _lead(reading, clause)
        clause.norm = clause.norm and (clause.lead is None or "norm" in clause.opening)
        token = reading.starting.get(clause.body)
        begins = token is not None and token.text in _PURPOSE
        purpose = begins or (purpose and clause.operator is None and not clause.holder and clause.lead is None)
        clause.purpose = purpose
        clause.avoid = _opens_with_avoiding(reading, clause) or (avoid and clause.lead is None)
        avoid = clause.avoid
        if clause.stance:
            mode, subject = "deed", Subject(Span(clause.start, clause.body), "holder")
        elif clause.lead is not None:
            subject, norm = clause.lead, False
            mode = "claim" if mode == "deed" and subject.kind != "holder" else mode
        norm = norm or _has_norm(reading, clause)


def _adjunct(reading: Reading, clause: Clause) -> bool:
    """Whether a clause is one of time or circumstance: what was being said goes on behind it."""
    return clause.operator is None and not clause.holder and "prepositions" in reading.kinds_at(clause.body)


def _has_norm(reading: Reading, clause: Clause) -> bool:
    return any("norm" in token.kinds for token in reading.within(clause.start, clause.end))


def _opens_with_avoiding(reading: Reading, clause: Clause) -> bool:
    """Whether a clause is about what is to be prevented, and says no more of it."""
    return "avoid" in reading.kinds_at(clause.body) and clause.operator != "oppose"


# ---- The head of a clause -------------------------------------------------------------------------------------------


def _open(reading: Reading, clause: Clause, *, said: bool, others: bool) -> None:
    """Read speaker, adverbs and operators at the head of a clause."""
    place, seen = clause.start, set[str]()
    while place < clause.end:
        if reading.plain[place] in ' —\n”’"':
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
        while reading.plain[place] in ' —\n”’"':
            place += 1
    clause.body, clause.opening = place, frozenset(seen)


def _opens(reading: Reading, clause: Clause, token: Token, *, said: bool, others: bool) -> bool:
    """Whether a token still belongs to the opening; notes speaker and operator."""
    if token.kinds & {"holders", "parties"} and not clause.holder and clause.operator is None:
        known = reading.kinds_at(token.end) & _FOLLOWS_HOLDER and reading.starting[token.end].text not in _CONCERNING
        clause.holder = token.end >= clause.end or bool(known)
        return clause.holder
    for kind in _MODES:
        if kind in token.kinds:
            if reading.plain[token.end : token.end + 1] in {"的", "下"}:
                return False
            if (said and token.kinds & _DOING) or (others and token.text in reading.lexicon.sets["soft"]):
                return False
            clause.operator = kind
            done = kind == "oppose" or token.kinds & _DOING or token.text in reading.lexicon.sets["soft"]
            clause.deed = token.start if done else None
            return True
    if token.text in _ABOUT and _stance(reading, token.end, clause.end):
        clause.operator, clause.stance = "say", True
        return True
    if reading.marks_object(token):
        return False
    if "adverbs" in token.kinds and not token.kinds & {"openings", "future", "negations"}:
        return bool(reading.kinds_at(token.end))
    return bool(token.kinds & _OPENING) and "attempt" not in token.kinds


# ---- Subjects -------------------------------------------------------------------------------------------------------


def _stance(reading: Reading, start: int, end: int) -> bool:
    """Whether a stance on what stands before it ends the clause: `对…表示关切`."""
    return any(
        "stops" in t.kinds and t.start > start and t.text.startswith(_STANCES) for t in reading.within(start, end)
    )


def _lead(reading: Reading, clause: Clause) -> Subject | None:
    """The subject that a clause brings with it, None where it begins with its predicate."""
    if _EXAMPLE & {token.text for token in reading.within(clause.start, clause.body)}:
        return None
    risk = reading.lexicon.patterns["faced"].search(reading.plain, clause.body, clause.end)
    tokens = reading.within(clause.body, clause.end)
    if risk is not None and not any("causatives" in t.kinds for t in tokens):
        return Subject(Span(*risk.span("risk")), "thing")
    for token in (t for t in tokens if t.kinds & _strong_behind(reading, clause) and t.start > clause.body):
        if "harm" in token.kinds and not token.kinds & (_STRONG - {"harm"}) and not reading.acts(token, clause):
            continue
        if not _in_modifier(reading, token, clause.end) and not reading.marks_object(token):
            if "passives" in token.kinds:
                return None
            own = setting(reading, clause, token.start).own
            if own is not None:
                return own
    weak = [t for t in tokens if t.kinds & _WEAK and not _nominal(reading, t)]
    if not weak:
        return _leading_actor(reading, clause)
    if reading.kinds_at(clause.body) & (_STRONG | _WEAK | _VERBAL):
        return None
    for token in weak:
        if not _in_modifier(reading, token, clause.end):
            return subject_of(reading, clause.body, token.start)
    return subject_of(reading, clause.body, clause.end)


def _strong_behind(reading: Reading, clause: Clause) -> frozenset[str]:
    """What can be a clause's predicate behind its first word: less where that word is a verb with its object."""
    first = reading.starting.get(clause.body)
    if first is None or not first.kinds & (_VERBAL | {"predicates"}) or _in_modifier(reading, first, clause.end):
        return _STRONG
    return frozenset({"links", "helps", "future", "predicates"})


def _leading_actor(reading: Reading, clause: Clause) -> Subject | None:
    """The doer whose name opens a clause, where the words behind it are none that the tables know."""
    found = reading.lexicon.patterns["actor_head"].match(reading.plain, clause.body, clause.end)
    if found is None or found.end() >= clause.end or reading.plain[found.end()] in "的和与及、方们":
        return None
    span = Span(clause.body, found.end())
    if any(t.kinds & (_STRONG | _WEAK | {"say", "wish", "oppose", "shed"}) for t in reading.within(*_ends(span))):
        return None
    return Subject(span, "actor")


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _nominal(reading: Reading, token: Token) -> bool:
    """Whether a verb stands as a noun: joined to another, or before a predicate."""
    behind = reading.kinds_at(token.end)
    said = token.kinds & {"say", "wish"} and reading.plain[token.end : token.end + 1] in {"的", "下"}
    return bool(said) or ("verbs" in token.kinds and bool(behind & {"conjunctions", "future", "links"}))


def _in_modifier(reading: Reading, token: Token, end: int) -> bool:
    """Whether a verb stands within a modifier, `宣布实施的…` or `破坏…的行为`: the next known predicate is behind 的."""
    following = [t for t in reading.within(token.end, end) if t.kinds & (_STRONG | _WEAK)]
    if following and following[0].start == token.end:
        return _in_modifier(reading, following[0], end)
    stop = following[0].start if following else end
    gap = reading.plain[token.end : stop]
    return "的" in gap and (gap.startswith("的") or (stop < end and "harm" in token.kinds))


def subject_of(reading: Reading, start: int, end: int) -> Subject | None:
    """The subject that a stretch before a predicate names; None where it names none."""
    words = reading.plain[start:end]
    start += len(words) - len(words.lstrip(" 、\n"))
    end, _ = reading.back(start + len(reading.plain[start:end].rstrip(" 、\n")), start)
    while "links" in reading.kinds_before(end) and reading.ending[end].start > start:
        end, _ = reading.back(reading.ending[end].start, start)
    words = reading.plain[start:end]
    if (
        not words
        or words[-1] == "的"
        or (words in reading.lexicon.kinds and words != "其" and reading.kinds_at(start) & _NO_SUBJECT)
    ):
        return None
    span = Span(start, end)
    if words in reading.lexicon.sets["pronouns"]:
        return Subject(span, "pronoun")
    first = reading.starting.get(start)
    if first is not None and "holders" in first.kinds:
        if first.end >= end or reading.kinds_at(first.end) & (_STRONG | _WEAK | {"wish", "say", "shed"}):
            return Subject(span, "holder")
    verbal = first is not None and first.kinds & _VERBAL and first.end < end
    if verbal or (first is not None and first.text in _PLACES and _holds_deed(reading, first.end, end)):
        return Subject(span, "deed")
    inner = frozenset(kind for token in reading.within(start, end) for kind in token.kinds)
    if reading.lexicon.patterns["actors"].search(words) and not inner & {"verbs", "harm", "prepositions"}:
        return Subject(span, "actor")
    return Subject(span, "thing")


# ---- The setting of a place -----------------------------------------------------------------------------------------


def setting(reading: Reading, clause: Clause, start: int) -> Setting:
    """What stands before a place in its clause."""
    left, passed = reading.back(start, clause.body)
    kinds = frozenset(kind for token in passed for kind in token.kinds)
    kinds |= clause.opening if left <= clause.body else frozenset()
    floor, adjunct = _past_adjunct(reading, clause.body, left, subjectless=clause.subject is None)
    inside = _inside(reading, clause, floor, left)
    joined = left > clause.body and "conjunctions" in reading.kinds_before(left)
    own = None
    if not inside and not joined and floor < left:
        own = subject_of(reading, floor, _before_adjunct(reading, floor, left))
    return Setting(clause, left, kinds, tuple(token.text for token in passed), own, joined, inside, adjunct)


def _past_adjunct(reading: Reading, start: int, end: int, *, subjectless: bool) -> tuple[int, Span | None]:
    """Where a stretch goes on behind an adjunct at its head (`在…下`), and that adjunct."""
    token = reading.starting.get(start)
    if token is None or "prepositions" not in token.kinds or token.end >= end:
        return start, None
    closers = list(reading.lexicon.patterns["closers"].finditer(reading.plain, token.end, end))
    if closers and not _modifies(reading, closers[-1].end(), end):
        return closers[-1].end(), Span(start, closers[-1].end())
    if (token.text in _NOMINAL and _ends_in_noun(reading, token.end, end)) or _ends_in_conduct(reading, token.end, end):
        return start, None
    if token.text in _PLACES and subjectless and _holds_deed(reading, token.end, end):
        return start, None
    return end, Span(start, end)


def _ends_in_conduct(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch ends in a noun of conduct that it describes: `以牺牲他国…的做法`."""
    cut = reading.plain.rfind("的", start, end)
    return cut > 0 and reading.lexicon.patterns["conduct"].fullmatch(reading.plain, cut + 1, end) is not None


def _modifies(reading: Reading, place: int, end: int) -> bool:
    """Whether a phrase that ends at a place is part of a noun: `在…方面的合作`, `在…方面进行的合作`."""
    token = reading.starting.get(place)
    behind = token.end if token is not None and "verbs" in token.kinds else place
    return behind < end and reading.plain[behind] == "的"


def _holds_deed(reading: Reading, start: int, end: int) -> bool:
    """Whether a verb with its object stands behind the phrase: `在境外|部署导弹`."""
    return any("verbs" in t.kinds and t.start > start + 1 and t.end < end for t in reading.within(start, end))


def _ends_in_noun(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch ends in a noun that it describes: `在境外部署导弹的行为`, `对Y的投入`."""
    cut = reading.plain.rfind("的", start, end)
    return start < cut < end - 1 and not any(t.kinds & {"verbs"} for t in reading.within(cut, end)[:-1])


def _inside(reading: Reading, clause: Clause, start: int, end: int) -> bool:
    """Whether the place `end` lies within a prepositional phrase: `在促进…方面`, `为维护…`."""
    token = reading.ending.get(end)
    if token is not None and token.start >= start and "prepositions" in token.kinds:
        return True
    if reading.plain[start:end].endswith("的"):
        return True
    opened = [t for t in reading.within(clause.body, end) if t.text in _PLACES]
    if not opened:
        return False
    closers = reading.lexicon.patterns["closers"]
    return closers.search(reading.plain, opened[-1].end, end) is None and (
        closers.search(reading.plain, end, clause.end) is not None
    )


def _before_adjunct(reading: Reading, start: int, end: int) -> int:
    """Where a subject ends that an adjunct follows: `该计划|在地区层面`."""
    for token in reading.within(start, end):
        if "prepositions" in token.kinds and token.start > start:
            verbs = any(t.kinds & _VERBAL for t in reading.within(start, token.start))
            return end if "的" in reading.plain[token.start : end] or verbs else token.start
    return end
