"""Read norms: 应, 必须, 不得 and their like, with who must do it and whose norm it is.

Takes       a Scene and the number of a hit that is a modal.
Gives       a Found: `call-on` where the subject is somebody who must do it, else `advocate`; None where the modal
            sets no norm of its own.
Method      the subject stands between the head of the clause and the modal, or in a clause before where the modal
            opens its clause. A verb that calls for something takes the norm right behind it into its own matter
            (主张国际社会应…); a verb of saying leaves it standing.
Leaves out  a subject in a sentence before; norms that somebody else is said to set; what is threatened (否则应…).
"""

from __future__ import annotations

from actum.extract.cues import Hit
from actum.extract.position_doers import leading_doer, subject_doer
from actum.extract.position_found import Found, Place, Scene


def norm(scene: Scene, number: int) -> Found | None:
    """The norm that a modal sets."""
    hit = scene.hits[number]
    clause = scene.sentence.clauses[scene.sentence.clause_at(hit.start)]
    if scene.patterns.norm_modifier.match(scene.opened, hit.end, clause.end):
        return None
    if scene.patterns.otherwise.match(scene.opened, clause.start):
        return None
    before = scene.before_in_clause(hit.start)
    if before is not None:
        return _under(scene, hit, before)
    if scene.speaker() is None and (scene.foreign or _others_say(scene, hit)):
        return None
    if _absorbed(scene, hit):
        return None
    start = _past_leads(scene, clause.start, hit.start)
    return _norm(scene, hit, start, _trimmed(scene, start, hit.start))


def _under(scene: Scene, hit: Hit, before: Found) -> Found | None:
    """A modal behind another cue in one clause: under a verb of saying, or second in a row (应…并应…)."""
    if before.use == "norm":
        between = scene.opened[before.end : hit.start]
        if not between.endswith(scene.patterns.ands):
            return None
        again = _made(scene, hit, before.act, "norm-again", before.doers)
        again.governor = before.governor
        return again
    if before.takes != "clause":
        return None
    start = _skip(scene, before.end)
    start = _past_leads(scene, start, hit.start)
    end = _trimmed(scene, start, hit.start)
    found = _norm(scene, hit, start, end) if end > start else _made(scene, hit, "advocate", "norm-of-no-one", [])
    if found:
        found.governor, found.own_subject = before, False
    return found


def _others_say(scene: Scene, hit: Hit) -> bool:
    """北约声称,各国应X; 法院裁定,各国应X: a clause before ends with a verb by which somebody else speaks."""
    before = scene.sentence.clauses[: scene.sentence.clause_at(hit.start)]
    return any(scene.patterns.others_say.search(scene.opened, clause.start, clause.end) for clause in before)


def _absorbed(scene: Scene, hit: Hit) -> bool:
    """Right behind 主张, or behind it and adverbial clauses, a norm is what is called for."""
    last = scene.last()
    if last is None or last.takes not in ("doer", "deed") or last.use == "norm":
        return False
    clauses = scene.sentence.clauses
    number = scene.sentence.clause_at(hit.start)
    if clauses[last.clause].end - last.end > 1:
        return False
    return all(_leads_on(scene, between) for between in range(last.clause + 1, number))


def _leads_on(scene: Scene, number: int) -> bool:
    clause = scene.sentence.clauses[number]
    return scene.patterns.leads_on.match(scene.opened, clause.start, clause.end) is not None


def _skip(scene: Scene, place: int) -> int:
    match = scene.patterns.aspect.match(scene.opened, place)
    return match.end() if match else place


def _past_leads(scene: Scene, start: int, end: int) -> int:
    match = scene.patterns.norm_leads.match(scene.opened, start, end)
    return match.end() if match else start


def _trimmed(scene: Scene, start: int, end: int) -> int:
    """Where the subject ends: before the adverbs of the modal."""
    match = scene.patterns.norm_adverbs.search(scene.opened, start, end)
    return match.start() if match else end


def _norm(scene: Scene, hit: Hit, start: int, end: int) -> Found | None:
    if end <= start:
        return _without_subject(scene, hit)
    if scene.patterns.pronoun_back.fullmatch(scene.opened, start, end):
        return _of_pronoun(scene, hit, (start, end))
    in_phrase = scene.patterns.in_phrase.match(scene.opened, start, end)
    if in_phrase or scene.patterns.denied_norm.search(scene.opened, start, end):
        return None
    doer = subject_doer(scene.patterns, scene.opened, start, end)
    if doer and doer[0] == start and _opens_with_cue(scene, start, end):
        return None
    thing = _thing_behind(scene, hit, (doer[1], end)) if doer and doer[1] < end else False
    if thing is None:
        return None
    if doer and not thing:
        found = _made(scene, hit, "call-on", "norm-of-doer", [doer])
    else:
        begin = _pointed_at(scene, start, end)
        found = _made(scene, hit, "advocate", "norm-of-thing", [])
        found.matter_from = begin
    found.own_subject = True
    return found


def _thing_behind(scene: Scene, hit: Hit, place: Place) -> bool | None:
    """伊朗作为缔约国的权利必须…: behind a doer a phrase and its noun stand, so that a thing is the subject.

    False where the phrase is closed, or names the doer's part (各国根据公约的规定应…); None where it may be either.
    """
    patterns, opened = scene.patterns, scene.opened
    if patterns.phrase_closed.fullmatch(opened, *place) or patterns.role.search(opened, *place):
        return False
    if patterns.behind_doer.match(opened, *place) and patterns.answers_for.match(opened, hit.end):
        return False
    if patterns.thing_behind.fullmatch(opened, *place):
        return True
    open_to_both = patterns.thing_or_task.fullmatch(opened, *place) is not None
    return None if open_to_both and not patterns.done_by_someone.match(opened, hit.end) else False


def _opens_with_cue(scene: Scene, start: int, end: int) -> bool:
    """决定所有会员国应: what looks like a doer opens with a verb of stance, and is no name of anybody."""
    verb = any(hit.start == start and scene.book.of(hit, "verb") for hit in scene.hits)
    return verb and leading_doer(scene.patterns, scene.opened, start, end) is None


def _pointed_at(scene: Scene, start: int, end: int) -> int:
    """这些任务应…: a subject that points back takes in the clause before."""
    number = scene.sentence.clause_at(start)
    last = scene.last()
    floor = last.end if last else scene.sentence.start
    if number and scene.patterns.demonstrative.match(scene.opened, start, end):
        before = scene.sentence.clauses[number - 1]
        if last is None or before.end > floor:
            return _skip(scene, max(before.start, floor)) if last and before.start < floor else before.start
    return start


def _of_pronoun(scene: Scene, hit: Hit, pronoun: Place) -> Found:
    number = scene.sentence.clause_at(hit.start)
    for clause in reversed(scene.sentence.clauses[:number]):
        doer = leading_doer(scene.patterns, scene.opened, _past_leads(scene, clause.start, clause.end), clause.end)
        if doer:
            found = _made(scene, hit, "call-on", "norm-of-pronoun", [doer])
            break
    else:
        found = _made(scene, hit, "call-on", "norm-of-pronoun", [pronoun])
    found.own_subject = True
    return found


def _without_subject(scene: Scene, hit: Hit) -> Found | None:
    """The modal opens its clause: its subject is that of the clause before, where that clause has one of its own."""
    number = scene.sentence.clause_at(hit.start) - 1
    while number >= 0 and _leads_on(scene, number):
        number -= 1
    if number < 0:
        return _made(scene, hit, "advocate", "norm-of-no-one", [])
    last = scene.last()
    if last is not None and last.clause >= number:
        return _after_position(scene, hit, last)
    called = _called(scene, last, number) if last is not None else None
    if called is not None:
        return _made(scene, hit, "call-on", "norm-of-called", [called])
    start = _chain_start(scene, number, last)
    return _of_earlier(scene, hit, start, scene.sentence.clauses[number].end)


def _called(scene: Scene, last: Found, number: int) -> Place | None:
    """呼吁X采取措施,打击Y,不得Z: X, where nothing but his deeds stands between the call and the modal."""
    if last.takes != "doer" or last.act != "call-on" or last.use != "verb":
        return None
    between = scene.sentence.clauses[last.clause + 1 : number + 1]
    if not all(_opens_with_deed(scene, clause.start, clause.end) for clause in between):
        return None
    return leading_doer(scene.patterns, scene.opened, _skip(scene, last.end), scene.sentence.end)


def _opens_with_deed(scene: Scene, start: int, end: int) -> bool:
    place = _past_leads(scene, start, end)
    adverbs = scene.reader.tail.match(scene.opened, place, end)
    return scene.patterns.deeds.match(scene.opened, adverbs.end() if adverbs else place, end) is not None


def _chain_start(scene: Scene, number: int, last: Found | None) -> int:
    """Where the clauses begin that share a subject with clause `number`: behind the last position or at the start."""
    first = number
    while first > 0 and (last is None or first - 1 > last.clause) and not _leads_on(scene, first - 1):
        first -= 1
    return _past_leads(scene, scene.sentence.clauses[first].start, scene.sentence.clauses[number].end)


def _after_position(scene: Scene, hit: Hit, last: Found) -> Found | None:
    called = last.takes == "doer" and last.act == "call-on" and last.use == "verb"
    # 要求X恪守承诺,不得Y: what X is called on to do goes on
    if called and leading_doer(scene.patterns, scene.opened, _skip(scene, last.end), scene.sentence.end) is not None:
        return None
    if last.use == "norm":
        found = _made(scene, hit, last.act, "norm-again", last.doers)
        found.governor = last.governor
        found.matter_from = last.matter_from
        return found
    content = _skip(scene, last.end)
    if last.takes == "clause" and content < scene.sentence.clauses[last.clause].end:
        found = _of_earlier(scene, hit, content, scene.sentence.clauses[last.clause].end)
        found.governor = last
        return found
    return _made(scene, hit, "advocate", "norm-of-no-one", [])


def _of_earlier(scene: Scene, hit: Hit, start: int, end: int) -> Found:
    """A norm whose subject opens an earlier clause: somebody who can act, or a thing."""
    doer = leading_doer(scene.patterns, scene.opened, start, end)
    if doer and not scene.patterns.no_one.match(scene.opened, start, end):
        return _made(scene, hit, "call-on", "norm-of-earlier-doer", [doer])
    found = _made(scene, hit, "advocate", "norm-of-earlier-thing", [])
    found.matter_from = start
    return found


def _made(scene: Scene, hit: Hit, act: str, rule: str, doers: list[Place]) -> Found:
    speaker = scene.speaker()
    number = scene.sentence.clause_at(hit.start)
    return Found(
        start=hit.start,
        end=hit.end,
        act="call-on" if act == "call-on" else "advocate",
        strength=hit.modal_strength,
        takes="doer",
        holder=speaker.holder if speaker else scene.voice,
        written=False,
        clause=number,
        begins=scene.sentence.clauses[number].start,
        rules=["norm", rule],
        use="norm",
        doers=list(doers),
        governor=speaker if speaker is not None and speaker.takes == "clause" else None,
    )
