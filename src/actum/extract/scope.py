"""Say how far the matter of each position of a sentence reaches.

Takes       a Scene whose positions are found, in order of their cues.
Gives       each Found with its matter, or None where its cue governs nothing.
Method      a matter begins behind the cue (a norm of a thing: with the thing) and runs on, over commas, to the next
            position that is not inside it, or to the end of the sentence. It ends earlier before a clause that has
            a subject of its own and that the cue cannot govern.
Leaves out  matters that a frame has settled (对X表示…).
"""

from __future__ import annotations

from actum.extract.holders import codes_of
from actum.extract.position_doers import leading_doer
from actum.extract.position_found import Found, Place, Scene
from actum.extract.position_heads import PLANS
from actum.extract.position_said import told_from
from actum.model.fact import Act

# Acts that go on inside a chain of undertakings and do not end it.
IN_CHAIN: frozenset[Act] = frozenset({"support", "reaffirm", "advocate", "oppose", "condemn", "welcome"})


def settle(scene: Scene) -> None:
    """Give every position of the scene its matter."""
    for number, found in enumerate(scene.found):
        if not found.settled:
            found.matter = _matter(scene, number) or _before(scene, number)
    for number in range(len(scene.found) - 2, -1, -1):
        if scene.found[number].shares_with_next:
            scene.found[number].matter = scene.found[number + 1].matter
    for number, found in enumerate(scene.found[:-1]):
        if found.use == "mood":
            found.matter = scene.found[number + 1].matter
    for found in scene.found:
        if _agrees_with_text(scene, found):
            found.act = "support"


def _agrees_with_text(scene: Scene, found: Found) -> bool:
    """赞同甲方的建议: who agrees with a text or a proposal supports it; 赞同推行X wants something done."""
    patterns, matter = scene.patterns, found.matter
    if found.act != "advocate" or matter is None or not patterns.agrees.search(scene.opened, found.start, found.end):
        return False
    deed = patterns.deeds.match(scene.opened, *matter)
    return deed is None and patterns.texts.fullmatch(scene.opened, *matter) is not None


def _matter(scene: Scene, number: int) -> Place | None:
    found = scene.found[number]
    behind = scene.patterns.aspect.match(scene.opened, found.end if found.use != "lead" else found.matter_from)
    start = behind.end() if behind else found.end
    second = scene.patterns.second_verb.match(scene.opened, start) if found.takes == "thing" else None
    start = second.end() if second else start
    cut = min(_cut(scene, number), scene.sentence.end)
    end, closer = _closed(scene, found, start, cut)
    found.rules.append(closer or ("to-next-position" if cut < scene.sentence.end else "to-end"))
    if found.use == "norm" and found.matter_from >= 0:
        start = found.matter_from
    end = _bare_end(scene, start, end)
    return (start, end) if end > start else None


def _before(scene: Scene, number: int) -> Place | None:
    """X,中方坚决反对: where nothing stands behind the cue, what is valued or rejected is what was told before it.

    None where another position stands before, or nothing but what leads on to the cue.
    """
    found, clauses, patterns = scene.found[number], scene.sentence.clauses, scene.patterns
    here = scene.sentence.clause_at(found.start)
    alone = found.takes == "thing" and found.written and found.end == clauses[here].end
    if not alone or number or here == 0 or patterns.leads_on.match(scene.opened, clauses[here - 1].start):
        return None
    start, end = told_from(scene), clauses[here - 1].end
    if end <= start:
        return None
    found.rules[-1] = "matter-before"
    return start, end


def _cut(scene: Scene, number: int) -> int:
    """Where the next position begins that ends this one's matter."""
    found = scene.found[number]
    for later in scene.found[number + 1 :]:
        if not _inside(scene, found, later):
            return max(later.begins, found.end)
    return scene.sentence.end


def _inside(scene: Scene, found: Found, later: Found) -> bool:
    if later.use == "norm" and found.takes == "clause" and later.governor is found:
        return not later.own_subject or _comma_behind(scene, found) or _leads_to(scene, found, later)
    if later.governor is found or _behind_condition(scene, found, later):
        return True
    if found.use == "mood" and later.clause == found.clause:
        return True
    chain = found.use in PLANS or (
        found.takes == "clause" and bool(scene.patterns.plans.match(scene.opened, found.end))
    )
    return chain and later.act in IN_CHAIN and not later.written and later.use == "verb" and later.clause > found.clause


def _behind_condition(scene: Scene, found: Found, later: Found) -> bool:
    """表示,如X,中方将Y: no more than a condition has been said when the next position begins."""
    if found.takes != "clause" or found.use != "verb" or not _comma_behind(scene, found):
        return False
    between = scene.sentence.clauses[found.clause + 1 : later.clause]
    return bool(between) and all(scene.patterns.conditions.match(scene.opened, clause.start) for clause in between)


def _leads_to(scene: Scene, found: Found, later: Found) -> bool:
    """申明在收到报告之前,各国应X: nothing but what leads on to the norm stands between."""
    patterns, clauses = scene.patterns, scene.sentence.clauses
    if found.clause >= later.clause:
        return False
    first = patterns.phrase_leads.fullmatch(scene.opened, found.end, clauses[found.clause].end)
    between = clauses[found.clause + 1 : later.clause]
    return first is not None and all(patterns.leads_on.match(scene.opened, clause.start) for clause in between)


def _comma_behind(scene: Scene, found: Found) -> bool:
    return scene.sentence.clauses[found.clause].end - found.end <= 1


def _closed(scene: Scene, found: Found, start: int, end: int) -> tuple[int, str]:
    """The end of the last clause that the cue can govern, and the rule that closed it; no rule where none did."""
    clauses = scene.sentence.clauses
    number = scene.sentence.clause_at(start)
    while number + 1 < len(clauses) and clauses[number + 1].start < end:
        here, after = clauses[number], clauses[number + 1]
        for name, closes in CLOSERS:
            if closes(scene, found, (start, here.end), after.start):
                return here.end, name
        number += 1
    return end, ""


def _own_predicate(scene: Scene, found: Found, _so_far: Place, after: int) -> bool:
    """谴责X,向遇难者表示慰问: the clause behind does something else."""
    free = found.use not in PLANS and found.takes != "clause"
    return free and scene.patterns.own_predicate.match(scene.opened, after) is not None


def _refusal(scene: Scene, found: Found, so_far: Place, after: int) -> bool:
    """反对任何分裂活动,不发展官方关系; 奉行该政策,不对…使用: what the holder will not do is his own word."""
    holds = scene.patterns.holds_to.match(scene.opened, found.start, so_far[1]) is not None
    if not holds and found.act not in ("oppose", "condemn"):
        return False
    if scene.patterns.refuses.match(scene.opened, after) is None:
        return False
    end = scene.sentence.clauses[scene.sentence.clause_at(after)].end
    if scene.patterns.closed_thing.search(scene.opened, after, end) is not None:
        return False
    return holds or leading_doer(scene.patterns, scene.opened, *so_far) is None


def _saying_closed(scene: Scene, found: Found, so_far: Place, after: int) -> bool:
    """强调X的重要性,Y…: what a verb of saying takes as a noun is closed by it."""
    if found.takes != "clause" or found.use != "verb" or found.end < so_far[0] or _joins(scene, after):
        return False
    return scene.patterns.closed_saying.search(scene.opened, *so_far) is not None


def _points_back(scene: Scene, found: Found, _so_far: Place, after: int) -> bool:
    """反对X,这…: the clause behind speaks about what was said."""
    return found.takes != "clause" and scene.patterns.points_back.match(scene.opened, after) is not None


def _speaks_next(scene: Scene, found: Found, _so_far: Place, after: int) -> bool:
    """欢迎X,俄方…: the clause behind has a holder for its subject."""
    if found.takes == "clause" or _joins(scene, after):
        return False
    speaker = scene.reader.holder.match(scene.opened, after)
    if speaker is not None:
        return not scene.patterns.no_subject.match(scene.opened, speaker.end())
    return (found.takes == "thing" or found.use == "norm") and _stance_of_others(scene, after)


def _turns(scene: Scene, found: Found, _so_far: Place, after: int) -> bool:
    """支持X,但德方保留立场; 应停止X,否则…: the clause behind turns against what was said, or threatens."""
    opened, patterns = scene.opened, scene.patterns
    if found.takes == "clause" and found.use != "norm":
        return False
    if patterns.otherwise.match(opened, after):
        return True
    turn = patterns.turns.match(opened, after)
    if turn is None:
        return False
    holder = scene.reader.holder.match(opened, turn.end())
    if holder is not None and not patterns.no_subject.match(opened, holder.end()):
        return True
    end = scene.sentence.clauses[scene.sentence.clause_at(after)].end
    return leading_doer(patterns, opened, turn.end(), end) is not None or bool(
        patterns.reserves.match(opened, turn.end(), end)
    )


def _other_holder(scene: Scene, found: Found, so_far: Place, after: int) -> bool:
    """俄方认为,X；中方…: behind a semicolon another party is the subject, where what is said names no party first."""
    if found.takes != "clause" or scene.opened[after - 1] not in "；;":
        return False
    other = scene.reader.holder.match(scene.opened, after)
    if other is None or scene.patterns.no_subject.match(scene.opened, other.end()):
        return False
    told = scene.reader.holder.match(scene.opened, so_far[0])
    return told is None and codes_of(scene.reader, other.group()) != found.holder


def _stance_of_others(scene: Scene, after: int) -> bool:
    """欢迎X,安理会谴责Y: somebody who holds nothing here takes a stance in the clause behind."""
    end = scene.sentence.clauses[scene.sentence.clause_at(after)].end
    doer = leading_doer(scene.patterns, scene.opened, after, end)
    if doer is None:
        return False
    hit = next((hit for hit in scene.hits if doer[1] <= hit.start < end), None)
    verb = scene.book.of(hit, "verb") if hit is not None else None
    if hit is None or verb is None or verb.opens == "body":
        return False
    return scene.reader.tail.fullmatch(scene.opened, doer[1], hit.start) is not None


def _new_subject(scene: Scene, found: Found, so_far: Place, after: int) -> bool:
    """应X,Y是…; 赞赏X,Y已成为…: the clause behind has a subject of its own."""
    patterns = scene.patterns
    if _joins(scene, after) or patterns.norm_goes_on.match(scene.opened, after):
        return False
    if patterns.new_subject.match(scene.opened, after) is None:
        return False
    thing = found.takes == "thing" and leading_doer(patterns, scene.opened, *so_far) is None
    return found.use == "norm" or thing


def _thing_closed(scene: Scene, found: Found, so_far: Place, after: int) -> bool:
    """反对X的企图,捍卫…: a noun closes what is backed or rejected, and the holder's deeds go on."""
    if found.takes != "thing" or _joins(scene, after) or scene.patterns.deeds.match(scene.opened, after) is None:
        return False
    return scene.patterns.closed_thing.search(scene.opened, *so_far) is not None


def _chain_goes_on(scene: Scene, found: Found, so_far: Place, _after: int) -> bool:
    """将…,支持X,打造…: inside a chain of undertakings a stance without a doer reaches over its own clause only."""
    if found.takes != "thing" or found.written:
        return False
    clause = scene.sentence.clauses[scene.sentence.clause_at(so_far[1])]
    if scene.patterns.leads_on.match(scene.opened, clause.start) is not None:
        return False
    in_chain = any(earlier.use in PLANS for earlier in scene.found if earlier.start < found.start)
    return in_chain and leading_doer(scene.patterns, scene.opened, so_far[0], scene.sentence.end) is None


def _joins(scene: Scene, after: int) -> bool:
    return scene.patterns.joins.match(scene.opened, after) is not None


# The rules that close a matter before a clause, in the order in which they are tried.
CLOSERS = (
    ("to-own-predicate", _own_predicate),
    ("to-refusal", _refusal),
    ("to-closed-saying", _saying_closed),
    ("to-pointing-back", _points_back),
    ("to-next-speaker", _speaks_next),
    ("to-turn", _turns),
    ("to-other-holder", _other_holder),
    ("to-new-subject", _new_subject),
    ("to-closed-thing", _thing_closed),
    ("to-chain", _chain_goes_on),
)


def _bare_end(scene: Scene, start: int, end: int) -> int:
    while end > start and scene.opened[end - 1] in "，,；;：:。、—－ \n　":
        end -= 1
    return end
