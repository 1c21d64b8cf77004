"""Decide whose a cue is when another cue stands before it in its clause, or just before its clause.

Takes       a Scene, a Cue and the place where its own words begin.
Gives       a Standing (see `position_heads`), or None where the cue does not act there.
Method      right behind a verb of saying an evaluation acts beside it (重申反对), and so does one with its own holder
            (重申大会支持); other cues there do not (重申恪守). Behind a joining word a second predicate shares the
            holder (支持A并反对B). 支持 takes the place of 将 before it (将大力支持).
Leaves out  cues at the head of their clause with nothing said before: `position_heads`.
"""

from __future__ import annotations

from dataclasses import replace

from actum.extract.cues import Cue
from actum.extract.holders import read_head
from actum.extract.position_found import Found, Scene
from actum.extract.position_heads import PLANS, Standing, at_head
from actum.model.fact import Act

EVALUATIONS: frozenset[Act] = frozenset({"oppose", "condemn", "welcome", "concern", "regret", "support"})


def standing_at(scene: Scene, cue: Cue, start: int) -> Standing | None:
    """The standing of a cue whose words begin at `start`."""
    before = scene.before_in_clause(start)
    if before is None:
        return _in_content(scene, cue, at_head(scene, cue, start), start)
    if cue.opens == "body":
        return None
    if before.use == "mood":
        return Standing(before.holder, before.written, before.begins, strong=False, rule="holder-of-mood")
    if scene.reader.tail.fullmatch(scene.opened, before.end, start):
        return _stacked(scene, cue, before, start)
    return _coordinated(scene, cue, before, start) or _told(scene, cue, before, start)


def before_adverbs(scene: Scene, start: int, end: int) -> int:
    """Where the run of adverbs that ends at `end` begins."""
    match = scene.reader.adverbs.search(scene.opened, start, end)
    return match.start() if match else end


def _in_content(scene: Scene, cue: Cue, standing: Standing | None, start: int) -> Standing | None:
    """A clause right behind 双方重申, is what is said: evaluations act there beside the verb, other cues do not.

    So is what 双方同意, will do.
    """
    last = scene.last()
    if standing is None or last is None or last.use not in ("verb", "own"):
        return standing
    planned = last.takes == "deed" and not standing.written and any(use in cue.uses for use in PLANS)
    if last.takes != "clause" and not planned:
        return standing
    clauses, number = scene.sentence.clauses, scene.sentence.clause_at(start)
    if clauses[last.clause].end - last.end > 1 or not _first_content(scene, last.clause, number):
        return standing
    return replace(standing, governor=last) if cue.act in EVALUATIONS else None


def _first_content(scene: Scene, said: int, number: int) -> bool:
    between = scene.sentence.clauses[said + 1 : number]
    return all(scene.patterns.leads_on.match(scene.opened, clause.start, clause.end) for clause in between)


def _stacked(scene: Scene, cue: Cue, before: Found, start: int) -> Standing | None:
    strong = scene.reader.strong_tail.search(scene.opened, before.end, start) is not None
    if before.use == "will" and cue.act == "support":
        scene.found.remove(before)
        return Standing(before.holder, before.written, before.begins, strong=strong, rule="support-for-will")
    if before.takes != "clause" or cue.act not in EVALUATIONS or "verb" not in cue.uses:
        return None
    clause = scene.sentence.clauses[scene.sentence.clause_at(start)]
    if scene.patterns.noun_phrase.search(scene.opened, start, clause.end):
        return None
    return Standing(
        before.holder, before.written, start, strong=strong, rule="evaluation-under-saying", governor=before
    )


def _coordinated(scene: Scene, cue: Cue, before: Found, start: int) -> Standing | None:
    place = before_adverbs(scene, before.end, start)
    words = scene.opened[before.end : place]
    joined = next((word for word in scene.patterns.between if words.endswith(word)), "")
    touching = words == joined
    if not joined or (joined not in scene.patterns.ands and not touching):
        return None
    if before.act in ("call-on", "undertake") and not touching:
        return None
    if before.use == "norm" or (cue.opens == "behind" and before.takes == "clause" and not touching):
        return None
    strong = scene.reader.strong_tail.search(scene.opened, place, start) is not None
    begins = place - len(joined)
    return Standing(before.holder, before.written, begins, strong=strong, rule="holder-shared")


def _told(scene: Scene, cue: Cue, before: Found, start: int) -> Standing | None:
    if before.takes != "clause" or cue.act not in EVALUATIONS or cue.opens != "anywhere" or before.use in PLANS:
        return None
    head = read_head(scene.reader, scene.opened, before.end, start)
    clause = scene.sentence.clauses[scene.sentence.clause_at(start)]
    if head is None or not head.holder or scene.patterns.noun_phrase.search(scene.opened, start, clause.end):
        return None
    return Standing(head.holder, written=True, begins=start, strong=head.strong, rule="holder-told", governor=before)
