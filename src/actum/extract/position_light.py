"""The frames of a noun of stance behind a light verb: 对X表示谴责, 深表关切, 严重关切X.

Takes       a Scene and the number of one of its hits.
Gives       a Found, or None where the cue does not act in that frame.
Method      the light verb, its adverbs and the noun stand together; before them 对X, in this clause or an earlier
            one, says what is meant. 对此 means all that the sentence said before. A second noun joined to the first
            (表示欢迎和支持) shares what it is about.
Leaves out  light verbs of others: a preposition whose clause has another subject.
"""

from __future__ import annotations

from dataclasses import replace

from actum.extract.cues import Cue
from actum.extract.holders import read_head
from actum.extract.position_found import Found, Place, Scene
from actum.extract.position_frames import in_modifier, make
from actum.extract.position_heads import PLANS, Standing, at_head
from actum.extract.position_said import told_from
from actum.extract.position_standing import before_adverbs, standing_at

# How many clauses before its own 对 is looked for; a list of things between 对 and 表示 may hold commas.
CLAUSES_BACK = 3


def light(scene: Scene, number: int) -> Found | None:
    """对X表示(强烈)谴责, 对X高度评价: the matter stands before, behind a preposition; 深表关切: behind, or nowhere."""
    hit = scene.hits[number]
    cue = scene.book.of(hit, "light") or scene.book.of(hit, "toward")
    if cue is None or in_modifier(scene, hit, cue):
        return None
    beside = _beside(scene, hit.start, cue, hit.end)
    if beside:
        return beside
    clause = scene.sentence.clauses[scene.sentence.clause_at(hit.start)]
    carried = scene.reader.light.search(scene.opened, clause.start, hit.start)
    left = carried.start() if carried else before_adverbs(scene, clause.start, hit.start)
    start = left if carried and not carried["adverbs"] else hit.start
    strong = scene.reader.strong.search(scene.opened, left, hit.start) is not None
    stressed = strong and "stressed" in cue.uses
    found = None
    closing = (hit.end == clause.end and left < hit.start) or scene.opened[clause.start : left].endswith(
        scene.patterns.this
    )
    if carried or stressed or closing or "toward" in cue.uses:
        found = _toward(scene, cue, (start, hit.end), left=left, strong=strong)
    if found is None and "verb" not in cue.uses and (carried or stressed):
        found = _felt(scene, cue, (start, hit.end), left=left, strong=strong)
    return found


def _beside(scene: Scene, start: int, cue: Cue, end: int) -> Found | None:
    """The second noun of a light verb, joined to the first."""
    last = scene.last()
    if last is None or last.use != "light":
        return None
    left = before_adverbs(scene, last.end, start)
    if scene.opened[last.end : left] not in scene.patterns.between:
        return None
    strong = scene.reader.strong.search(scene.opened, left, start) is not None
    standing = Standing(last.holder, last.written, last.begins, strong=strong, rule="holder-shared")
    found = make(scene, cue, (start, end), standing)
    found.settled, found.matter, found.use = True, last.matter, "light"
    found.rules.insert(0, "frame:light")
    return found


def _felt(scene: Scene, cue: Cue, place: Place, *, left: int, strong: bool) -> Found | None:
    """感到关切, 严重关切X: nothing but the holder before."""
    standing = standing_at(scene, cue, left)
    if standing is None:
        return None
    found = make(scene, cue, place, replace(standing, strong=strong))
    found.use = "felt"
    found.rules.insert(0, "frame:felt")
    return found


def _toward(scene: Scene, cue: Cue, place: Place, *, left: int, strong: bool) -> Found | None:
    number = scene.sentence.clause_at(place[0])
    if scene.reader.denied.search(scene.opened, scene.sentence.clauses[number].start, left):
        return None
    last = scene.last()
    first = max(0, number - CLAUSES_BACK, last.clause + 1 if last and last.clause < number else 0)
    for back in range(number, first - 1, -1):
        clause = scene.sentence.clauses[back]
        pattern = scene.reader.toward if back == number else scene.reader.toward_far
        for match in pattern.finditer(scene.opened, clause.start, min(left, clause.end)):
            standing = at_head(scene, cue, match.start()) if match.end() < left else None
            if standing is None or (last is not None and last.use in PLANS and not standing.written):
                continue
            found = make(scene, cue, place, replace(standing, strong=strong))
            found.settled, found.use = True, "light"
            found.rules.insert(0, "frame:light")
            if back < number:
                _held_behind(scene, found, (match.end(), left), number)
            found.matter = found.matter or _matter(scene, match.end(), left, back)
            return found
    return None


def _held_behind(scene: Scene, found: Found, place: Place, number: int) -> None:
    """对X,双方表示欢迎: the holder stands behind what is meant."""
    clause = scene.sentence.clauses[number]
    head = read_head(scene.reader, scene.opened, clause.start, place[1])
    if head is not None and (head.holder or head.pronoun):
        found.holder, found.written = (head.holder, True) if head.holder else (scene.they, False)
        found.matter = (place[0], scene.sentence.clauses[number - 1].end)


def _matter(scene: Scene, start: int, end: int, number: int) -> Place | None:
    """What 对…表示 is about: the words between, or all that the sentence said before where they are 此."""
    trimmed = scene.reader.behind_toward.search(scene.opened, start, end)
    end = trimmed.start() if trimmed else end
    if scene.opened[start:end] in scene.patterns.this and number > 0:
        last, begin = scene.last(), told_from(scene)
        if begin >= scene.sentence.clauses[number - 1].end:
            return (start, end) if end > start else None
        if last is not None and scene.patterns.notices.search(scene.opened, last.start, last.end):
            behind = scene.patterns.aspect.match(scene.opened, last.end)
            return behind.end() if behind else last.end, scene.sentence.clauses[number - 1].end
        if last is None or last.clause < number - 1 or last.use in ("light", "evoked"):
            return begin, scene.sentence.clauses[number - 1].end
        return max(begin, last.begins), scene.sentence.clauses[number - 1].end
    return (start, end) if end > start else None
