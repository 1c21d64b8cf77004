"""The frames of a verb with its holder before it and its matter behind: verbs of stance, and will.

Takes       a Scene and the number of one of its hits.
Gives       a Found, or None where the cue does not act in that frame.
Method      `verb`: 双方谴责X, with the light verb that touches it (表示支持X). `will`: 将 and 愿, unless 将 tells
            what will happen or moves an object; `unwilling`: 不会, 无意. Whose the cue is, `position_standing` and
            `position_heads` say.
Leaves out  对X表示谴责: `position_light`; 引发关切, 不可接受: `position_voice`; norms; the matter's reach: `scope`.
"""

from __future__ import annotations

from dataclasses import replace

from actum.extract.cues import Cue, Hit
from actum.extract.position_doers import leading_doer
from actum.extract.position_found import Found, Place, Scene
from actum.extract.position_heads import Standing
from actum.extract.position_standing import before_adverbs, standing_at
from actum.model.fact import Act

# Acts that are also deeds, of which a sentence can tell what they bring about (反对制裁有利于…). What is condemned or
# welcomed may itself be a clause that does so (欢迎此举有利于…), and what is wanted too (希望对话有助于…).
DEEDS: frozenset[Act] = frozenset({"support", "oppose", "call-on", "undertake", "decide"})


def verb(scene: Scene, number: int) -> Found | None:
    """A verb with its holder before it and its matter behind."""
    hit = scene.hits[number]
    cue = scene.book.of(hit, "verb")
    says = hit.word == scene.patterns.says_or_carries
    if cue is None or in_modifier(scene, hit, cue) or (says and _carries_next(scene, number)):
        return None
    start, left, strong = _with_light_verb(scene, hit)
    standing = standing_at(scene, cue, left)
    if standing is None or (says and not standing.written):
        return None
    if _is_subject(scene, hit, cue, standing):
        return None
    act = cue.act_of_body if cue.act_of_body and scene.voices.body else cue.act
    standing = replace(standing, strong=standing.strong or strong)
    cue = replace(cue, act=act)
    if act == "undertake" and scene.patterns.agrees_that.match(scene.opened, hit.end):
        cue = replace(cue, act="state", takes="clause")
    found = make(scene, cue, (start, hit.end), standing)
    found.shares_with_next = _shares_with_next(scene, number)
    return found


def will(scene: Scene, number: int) -> Found | None:
    """将, 愿: the holder will do something; not 将 that foretells, nor 将 that moves an object."""
    hit = scene.hits[number]
    meets = scene.patterns.meets.match(scene.opened, hit.start)
    hit = replace(hit, end=meets.end()) if meets else hit
    wish = scene.book.of(hit, "wish")
    cue = wish or scene.book.of(hit, "will")
    if cue is None or (not wish and _no_plan(scene, hit)):
        return None
    before = scene.before_in_clause(hit.start)
    if before is not None and not scene.opened[before.end : hit.start].endswith(scene.patterns.ands):
        return None
    start, left, _ = _with_light_verb(scene, hit)
    standing = standing_at(scene, cue, left)
    if standing is None or (not standing.written and not wish and not _own_plan(scene, hit)):
        return None
    return make(scene, cue, (start, hit.end), replace(standing, strong=False))


def unwilling(scene: Scene, number: int) -> Found | None:
    """双方不会X, 双方无意X: a written holder says what he will not do.

    The matter takes in the denial, so that it reads as what is undertaken, and ends at a comma.
    """
    hit = scene.hits[number]
    cue = scene.book.of(hit, "unwilling")
    clause = scene.sentence.clauses[scene.sentence.clause_at(hit.start)]
    if cue is None or hit.end >= clause.end or scene.before_in_clause(hit.start) is not None:
        return None
    if scene.patterns.no_refusal.match(scene.opened, hit.end, clause.end):
        return None
    standing = standing_at(scene, cue, hit.start)
    if standing is None or not standing.written:
        return None
    found = make(scene, cue, (hit.start, hit.end), replace(standing, strong=False))
    found.settled, found.matter = True, (hit.start, clause.end)
    found.rules.append("frame:unwilling")
    return found


def make(scene: Scene, cue: Cue, place: Place, standing: Standing) -> Found:
    """A position of a cue at a place, its strength raised by an adverb of force."""
    strength = cue.strength if cue.fixed or not standing.strong else min(2, cue.strength + 1)
    return Found(
        start=place[0],
        end=place[1],
        act=cue.act,
        strength=strength,
        takes=cue.takes,
        holder=standing.holder,
        written=standing.written,
        clause=scene.sentence.clause_at(place[0]),
        begins=standing.begins,
        rules=[f"cue:{cue.act}", standing.rule],
        use=cue.uses[0],
        governor=standing.governor,
    )


def in_modifier(scene: Scene, hit: Hit, cue: Cue) -> bool:
    """Whether the cue heads a modifier or a noun (支持的国家, 支持者, 反对战争的力量日益壮大) and is no predicate."""
    patterns = scene.patterns
    follows = scene.opened[hit.end : hit.end + 1]
    if follows == patterns.of and not scene.opened.startswith(patterns.leads_to, hit.end):
        return cue.takes != "clause"
    if follows == patterns.agent:
        return True
    clause = scene.sentence.clauses[scene.sentence.clause_at(hit.start)]
    if cue.takes == "thing" and patterns.noun_subject.match(scene.opened, hit.end, clause.end):
        return True
    if hit.start != clause.start or cue.takes != "thing":
        return False
    return patterns.modifier_cue.match(scene.opened, hit.end, clause.end) is not None


def _is_subject(scene: Scene, hit: Hit, cue: Cue, standing: Standing) -> bool:
    """Whether a cue without a holder is what its clause is about: 声明体现了…, 拒绝谈判将损害互信."""
    patterns, opened = scene.patterns, scene.opened
    end = scene.sentence.clauses[scene.sentence.clause_at(hit.start)].end
    deed = cue.act in DEEDS or cue.takes == "deed"
    done = deed and patterns.deed_subject.match(opened, hit.end, scene.sentence.end) is not None
    if standing.rule == "evaluation-under-saying":
        return done
    if standing.written or standing.rule == "holder-of-pronoun":
        return False
    asks = cue.takes in ("doer", "deed") or cue.act in DEEDS
    judged = asks and patterns.judged.fullmatch(opened, hit.end, end) is not None
    return done or judged or patterns.noun_act.match(opened, hit.start, end) is not None


def _no_plan(scene: Scene, hit: Hit) -> bool:
    opened, patterns = scene.opened, scene.patterns
    if patterns.forecast.match(opened, hit.end, scene.sentence.clauses[scene.sentence.clause_at(hit.start)].end):
        return True
    return patterns.deeds.match(opened, hit.end) is None and patterns.moves_object.match(opened, hit.end) is not None


def _own_plan(scene: Scene, hit: Hit) -> bool:
    """将 without a written holder goes on with the holder's plans, unless a task of somebody else is open."""
    last = scene.last()
    if scene.patterns.dated.match(scene.opened, hit.end):
        return last is not None and (last.act == "undertake" or _joined_to(scene, hit, last))
    if scene.patterns.plans_on.match(scene.opened, hit.end) is None:
        return False
    return last is None or last.act != "call-on" or scene.sentence.clause_at(hit.start) == last.clause


def _joined_to(scene: Scene, hit: Hit, last: Found) -> bool:
    """双方支持X,并将于明年Y: a joining word leads on from a stance in which nobody else acts."""
    clauses, patterns = scene.sentence.clauses, scene.patterns
    number = scene.sentence.clause_at(hit.start)
    stance = last.act in ("support", "oppose", "reaffirm") and last.takes != "clause" and last.clause == number - 1
    joined = scene.opened[clauses[number].start : hit.start] in patterns.ands
    return stance and joined and leading_doer(patterns, scene.opened, last.end, clauses[last.clause].end) is None


def _with_light_verb(scene: Scene, hit: Hit) -> tuple[int, int, bool]:
    """Where the cue begins, where its words begin, and whether an adverb of force stands between 表示 and it."""
    clause = scene.sentence.clauses[scene.sentence.clause_at(hit.start)]
    carried = scene.reader.light.search(scene.opened, clause.start, hit.start)
    if carried is None or not scene.opened.startswith(scene.patterns.says_or_carries, carried.start()):
        return hit.start, hit.start, False
    strong = scene.reader.strong.search(scene.opened, carried.start(), hit.start) is not None
    return (hit.start if carried["adverbs"] else carried.start()), carried.start(), strong


def _carries_next(scene: Scene, number: int) -> bool:
    """Whether 表示 is the light verb of the hit behind it (表示坚决反对)."""
    if number + 1 >= len(scene.hits):
        return False
    hit, after = scene.hits[number], scene.hits[number + 1]
    carried = scene.reader.light.search(scene.opened, hit.start, after.start)
    return not after.modal_strength and carried is not None and carried.start() == hit.start


def _shares_with_next(scene: Scene, number: int) -> bool:
    """欢迎并支持X: what the first is about stands behind the second."""
    if number + 1 >= len(scene.hits):
        return False
    hit, after = scene.hits[number], scene.hits[number + 1]
    between = scene.opened[hit.end : before_adverbs(scene, hit.end, after.start)]
    acts = any(scene.book.of(after, use) for use in ("verb", "wish", "will"))
    return between in scene.patterns.between and acts
