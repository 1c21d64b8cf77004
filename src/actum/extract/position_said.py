"""Look at what a position before has said: whether it is whole, whose it is, and whether it still goes on.

Takes       a Scene, the position found last and the place or clause of a cue behind it.
Gives       answers, each yes or no, by which `position_heads` decides whether the cue has the same holder.
Method      what is said begins behind the verb, or behind the comma that follows it; a doer at its head with a stance
            of his own speaks himself.
Leaves out  the holder of the cue.
"""

from __future__ import annotations

from actum.extract.position_doers import leading_doer
from actum.extract.position_found import Found, Scene


def task_goes_on(scene: Scene, last: Found, number: int) -> bool:
    """呼吁各国增加援助,加大投入,支持X: deeds of somebody else stand between, and so does this one."""
    between = scene.sentence.clauses[last.clause + 1 : number] if last.takes in ("doer", "thing") else ()
    patterns, opened = scene.patterns, scene.opened
    if not between or not all(
        patterns.deeds.match(opened, c.start) or patterns.joins.match(opened, c.start) for c in between
    ):
        return False
    behind = scene.patterns.aspect.match(scene.opened, last.end)
    return (
        leading_doer(scene.patterns, scene.opened, behind.end() if behind else last.end, scene.sentence.end) is not None
    )


def _content(scene: Scene, last: Found) -> tuple[int, int]:
    """Where what a verb of saying says begins, and the number of the clause that holds its beginning."""
    skipped = scene.patterns.aspect.match(scene.opened, last.end)
    start = skipped.end() if skipped else last.end
    number = scene.sentence.clause_at(last.end)
    return start, number + (scene.sentence.clauses[number].end < start)


def others_speak(scene: Scene, last: Found) -> bool:
    """指出,许多国家谴责X,呼吁Y: somebody else's stance is what is said, and it goes on."""
    if last.takes != "clause":
        return False
    start, number = _content(scene, last)
    if number >= len(scene.sentence.clauses):
        return False
    end = scene.sentence.clauses[number].end
    doer = leading_doer(scene.patterns, scene.opened, start, end)
    if doer is None:
        return False
    for hit in scene.hits:
        verb = scene.book.of(hit, "verb")
        if doer[1] <= hit.start < end and verb is not None and not hit.modal_strength:
            told = scene.reader.tail.fullmatch(scene.opened, doer[1], hit.start) is not None
            return told and scene.patterns.of not in scene.opened[hit.end : end]
    return False


def whole_said(scene: Scene, last: Found, start: int) -> bool:
    """强调X,要求Y: what is said is whole, and nothing in it can be what demands."""
    back = any(scene.patterns.pronoun_back.match(scene.opened, hit.end) for hit in scene.hits if hit.start == start)
    first = last.governor if last.use == "norm" and (back or not last.doers) else last
    if first is None or first.takes != "clause" or scene.patterns.plans.match(scene.opened, first.end):
        return False
    opened, patterns = scene.opened, scene.patterns
    place, number = _content(scene, first)
    here = scene.sentence.clause_at(start)
    for clause in scene.sentence.clauses[number:here]:
        begin = max(place, clause.start)
        if not back and leading_doer(patterns, opened, begin, clause.end) is not None:
            return False
        deed = patterns.deeds.match(opened, begin) is not None or first is not last
        if not deed and patterns.demands.match(opened, begin, clause.end):
            return False
    return number < here


def called_by(scene: Scene, last: Found) -> bool:
    """Whether a call names who is called on, so that what follows is what he shall do."""
    start, _ = _content(scene, last)
    return leading_doer(scene.patterns, scene.opened, start, scene.sentence.end) is not None


def own_content(scene: Scene, last: Found) -> bool:
    """What is said is the holder's own deed (重申恪守…), or a noun that closes it (强调…的必要性)."""
    if scene.patterns.own_deed.match(scene.opened, last.end):
        return True
    end = scene.sentence.clauses[last.clause].end
    return scene.patterns.closed_saying.search(scene.opened, last.end, end) is not None


def quoted_voice(scene: Scene, last: Found, number: int) -> bool:
    """Whether the clauses from a position on are told as the content of another document (其中大会重申X)."""
    clauses = scene.sentence.clauses[last.clause : number + 1]
    return any(
        scene.patterns.quoted_voice.match(
            scene.opened, max(clause.start, last.end) if clause is clauses[0] else clause.start, clause.end
        )
        for clause in clauses
    )


def told_from(scene: Scene) -> int:
    """Where what a sentence tells begins: behind joining words and a tag that names a speaker (毛宁：…)."""
    first = scene.patterns.leads.match(scene.opened, scene.sentence.start)
    start = first.end() if first else scene.sentence.start
    tag = scene.patterns.speaker_tag.match(scene.opened, start)
    if tag is None:
        return start
    other = leading_doer(scene.patterns, scene.opened, start, tag.end()) is not None
    return start if other and not scene.reader.holder.match(scene.opened, start) else tag.end() + 1
