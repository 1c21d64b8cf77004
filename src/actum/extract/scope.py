"""Say how far the matter of each position of a sentence reaches.

Takes       a Scene whose positions are found, in order of their cues.
Gives       each Found with its matter, or None where its cue governs nothing.
Method      a matter begins behind the cue (a norm of a thing: with the thing) and runs on, over commas, to the next
            position that is not inside it, or to the end of the sentence. It ends earlier before a clause that has
            a subject of its own and that the cue cannot govern.
Leaves out  matters that a frame has settled (对X表示…).
"""

from __future__ import annotations

from actum.extract.position_doers import leading_doer
from actum.extract.position_found import Found, Place, Scene
from actum.extract.position_heads import PLANS
from actum.model.fact import Act

# Acts that go on inside a chain of undertakings and do not end it.
IN_CHAIN: frozenset[Act] = frozenset({"support", "reaffirm", "advocate", "oppose", "condemn", "welcome"})


def settle(scene: Scene) -> None:
    """Give every position of the scene its matter."""
    for number, found in enumerate(scene.found):
        if not found.settled:
            found.matter = _matter(scene, number)
    for number in range(len(scene.found) - 2, -1, -1):
        if scene.found[number].shares_with_next:
            scene.found[number].matter = scene.found[number + 1].matter
    for number, found in enumerate(scene.found[:-1]):
        if found.use == "mood":
            found.matter = scene.found[number + 1].matter


def _matter(scene: Scene, number: int) -> Place | None:
    found = scene.found[number]
    behind = scene.patterns.aspect.match(scene.opened, found.end if found.use != "lead" else found.matter_from)
    start = behind.end() if behind else found.end
    end = min(_cut(scene, number), scene.sentence.end)
    end = _closed(scene, found, start, end)
    if found.use == "norm" and found.matter_from >= 0:
        start = found.matter_from
    end = _bare_end(scene, start, end)
    return (start, end) if end > start else None


def _cut(scene: Scene, number: int) -> int:
    """Where the next position begins that ends this one's matter."""
    found = scene.found[number]
    for later in scene.found[number + 1 :]:
        if not _inside(scene, found, later):
            return max(later.begins, found.end)
    return scene.sentence.end


def _inside(scene: Scene, found: Found, later: Found) -> bool:
    if later.use == "norm" and found.takes == "clause" and later.governor is found:
        return not later.own_subject or _comma_behind(scene, found)
    if later.governor is found:
        return True
    if found.use == "mood" and later.clause == found.clause:
        return True
    chain = found.use in PLANS or (
        found.takes == "clause" and bool(scene.patterns.plans.match(scene.opened, found.end))
    )
    return chain and later.act in IN_CHAIN and not later.written and later.use == "verb" and later.clause > found.clause


def _comma_behind(scene: Scene, found: Found) -> bool:
    return scene.sentence.clauses[found.clause].end - found.end <= 1


def _closed(scene: Scene, found: Found, start: int, end: int) -> int:
    """The end of the last clause that the cue can govern."""
    clauses = scene.sentence.clauses
    number = scene.sentence.clause_at(start)
    alone = _stands_alone(scene, found, start)
    while number + 1 < len(clauses) and clauses[number + 1].start < end:
        here, after = clauses[number], clauses[number + 1]
        if _ends_before(scene, found, (start, here.end), after.start) or (alone and not _leads(scene, here.start)):
            return here.end
        number += 1
    return end


def _stands_alone(scene: Scene, found: Found, start: int) -> bool:
    """A stance without a doer inside a chain of undertakings reaches over its own clause only."""
    if found.takes != "thing" or found.written:
        return False
    in_chain = any(earlier.use in PLANS for earlier in scene.found if earlier.start < found.start)
    return in_chain and leading_doer(scene.patterns, scene.opened, start, scene.sentence.end) is None


def _leads(scene: Scene, start: int) -> bool:
    return scene.patterns.leads_on.match(scene.opened, start) is not None


def _ends_before(scene: Scene, found: Found, so_far: Place, after: int) -> bool:
    opened, patterns = scene.opened, scene.patterns
    if patterns.joins.match(opened, after):
        return False
    if found.takes == "clause":
        direct = opened[found.end : so_far[0]] == ""
        return direct and found.use == "verb" and patterns.closed_saying.search(opened, *so_far) is not None
    if patterns.points_back.match(opened, after) or patterns.own_predicate.match(opened, after):
        return True
    if found.use == "norm":
        return patterns.new_subject.match(opened, after) is not None and not patterns.norm_goes_on.match(opened, after)
    closed = found.takes == "thing" and patterns.closed_thing.search(opened, *so_far) is not None
    return closed and patterns.deeds.match(opened, after) is not None


def _bare_end(scene: Scene, start: int, end: int) -> int:
    while end > start and scene.opened[end - 1] in "，,；;：:。、—－ \n　":
        end -= 1
    return end
