"""The frames in which a cue acts without a holder of its own before it.

Takes       a Scene and the number of one of its hits.
Gives       a Found, or None where the cue does not act in that frame.
Method      `mood` (关切地指出), `lead` (遗憾的是), `evoked` (X引发关切, X令人关切), `predicate` (X不可接受), `own`
            (应当指出) and `borne` (后果由X承担). The holder is whoever governs the clause by a verb of saying, else the
            parties: the document speaks in its own voice.
Leaves out  a stance evoked in somebody else (引起国际社会关切).
"""

from __future__ import annotations

import re

from actum.extract.cues import Cue
from actum.extract.holders import codes_of, read_head
from actum.extract.position_found import Found, Place, Scene
from actum.extract.position_heads import at_head


def mood(scene: Scene, number: int) -> Found | None:
    """满意地指出: an adverb of stance over another verb; both have the same matter."""
    hit = scene.hits[number]
    cue = scene.book.of(hit, "mood")
    mark = scene.patterns.adverbial
    if cue is None or not mark or not scene.opened.startswith(mark, hit.end) or number + 1 >= len(scene.hits):
        return None
    says = scene.hits[number + 1]
    verb = scene.book.of(says, "verb")
    if verb is None or verb.takes not in ("clause", "thing") or says.start != hit.end + len(mark):
        return None
    standing = at_head(scene, cue, hit.start)
    if standing is None or scene.before_in_clause(hit.start) is not None:
        return None
    found = _made(scene, cue, (hit.start, hit.end), standing.holder, ["frame:mood", standing.rule])
    found.written, found.begins, found.takes = standing.written, standing.begins, verb.takes
    found.strength = min(2, cue.strength + 1) if standing.strong else cue.strength
    found.use = "mood"
    return found


def lead(scene: Scene, number: int) -> Found | None:
    """遗憾的是,X: the stance stands before all it is about."""
    hit = scene.hits[number]
    cue = scene.book.of(hit, "lead")
    if cue is None:
        return None
    mark = scene.patterns.leads_to
    end = hit.end
    if not hit.word.endswith(mark):
        if not scene.opened.startswith(mark, hit.end):
            return None
        end += len(mark)
    clause = scene.sentence.clauses[scene.sentence.clause_at(hit.start)]
    carried = scene.reader.evokes.search(scene.opened, clause.start, hit.start)
    carried = carried or scene.reader.light.search(scene.opened, clause.start, hit.start)
    left = carried.start() if carried else hit.start
    head = read_head(scene.reader, scene.opened, clause.start, left)
    if head is None:
        return None
    start = left if carried and not carried["adverbs"] else hit.start
    found = _made(scene, cue, (start, hit.end), head.holder or scene.voice, ["frame:lead"])
    found.written, found.takes, found.use = bool(head.holder), "clause", "lead"
    found.matter_from = end
    return found


def evoked(scene: Scene, number: int) -> Found | None:
    """X引发严重关切, X令人遗憾: X evokes the stance in whoever speaks."""
    hit = scene.hits[number]
    cue = scene.book.of(hit, "evoked")
    if cue is None or scene.opened.startswith(scene.patterns.of, hit.end):
        return None
    clause = scene.sentence.clauses[scene.sentence.clause_at(hit.start)]
    match = scene.reader.evokes.search(scene.opened, clause.start, hit.start)
    if match is None:
        return None
    start = match.start() if not match["adverbs"] and match["evokes"] in scene.patterns.touching else hit.start
    adverbs = scene.reader.adverbs.search(scene.opened, clause.start, match.start())
    left = adverbs.start() if adverbs else match.start()
    found = _of_subject(scene, cue, (start, hit.end), left, "frame:evoked")
    if found and scene.reader.strong.search(scene.opened, left, hit.start):
        found.strength = min(2, cue.strength + 1)
    return found


def predicate(scene: Scene, number: int) -> Found | None:
    """X不可接受: the evaluation stands behind what it is about."""
    hit = scene.hits[number]
    cue = scene.book.of(hit, "predicate")
    clause = scene.sentence.clauses[scene.sentence.clause_at(hit.start)]
    if cue is None or hit.end < clause.end:
        return None
    left = hit.start
    adverbs = scene.reader.adverbs.search(scene.opened, clause.start, left)
    return _of_subject(scene, cue, (hit.start, hit.end), adverbs.start() if adverbs else left, "frame:predicate")


def own(scene: Scene, number: int) -> Found | None:
    """应当指出,X: the document says so in its own voice."""
    hit = scene.hits[number]
    cue = scene.book.of(hit, "own")
    if cue is None:
        return None
    clause = scene.sentence.clauses[scene.sentence.clause_at(hit.start)]
    head = read_head(scene.reader, scene.opened, clause.start, hit.start)
    if head is None:
        return None
    found = _made(scene, cue, (hit.start, hit.end), head.holder or scene.voice, ["frame:own"])
    found.written = bool(head.holder)
    return found


def borne(scene: Scene, number: int) -> Found | None:
    """一切后果由X承担: whoever speaks announces that somebody else will bear the consequences."""
    hit = scene.hits[number]
    cue, place = scene.book.of(hit, "borne"), scene.sentence.clause_at(hit.start)
    clause, speaker, patterns = scene.sentence.clauses[place], scene.speaker(), scene.patterns
    match = patterns.borne.fullmatch(scene.opened, hit.start, clause.end)
    if cue is None or match is None or not patterns.all_of.search(scene.opened, clause.start, hit.start):
        return None
    holder = speaker.holder if speaker else scene.inherited
    others = [patterns.others_say.search(scene.opened, each.start, each.end) for each in scene.sentence.clauses[:place]]
    warned = speaker is not None and speaker.act in ("warn", "undertake")
    if warned or (speaker is None and (scene.foreign or any(others))) or not _others_bear(scene, holder, match):
        return None
    found = _made(scene, cue, match.span(), holder, ["frame:borne"])
    first = patterns.leads.match(scene.opened, clause.start)
    start = first.end() if first else clause.start
    threat = patterns.otherwise.match(scene.opened, start)
    found.settled, found.use = True, "borne"
    found.matter = (threat.end() if threat else start, clause.end)
    return found


def _others_bear(scene: Scene, holder: tuple[str, ...], match: re.Match[str]) -> bool:
    """Whether somebody who can act, and who does not speak himself, is to bear the consequences."""
    own = scene.reader.holder.fullmatch(scene.opened, *match.span("who"))
    if own is not None and set(codes_of(scene.reader, own.group())) & set(holder):
        return False
    return bool(holder) and scene.patterns.doers.fullmatch(scene.opened, *match.span("who")) is not None


def _of_subject(scene: Scene, cue: Cue, place: Place, end: int, rule: str) -> Found | None:
    """A stance toward the subject that ends at `end`; None where none is found, or where the stance is denied."""
    number = scene.sentence.clause_at(place[0])
    if scene.reader.denied.search(scene.opened, scene.sentence.clauses[number].start, end):
        return None
    governor = scene.before_in_clause(place[0])
    start = governor.end if governor else scene.sentence.clauses[number].start
    speaker = governor or _speaker_before(scene)
    skipped = scene.patterns.aspect.match(scene.opened, start, end) if governor else None
    start = skipped.end() if skipped else start
    first = scene.patterns.leads.match(scene.opened, start, end)
    start = first.end() if first else start
    matter = _subject(scene, start, end, number, governor)
    if matter is None:
        return None
    found = _made(scene, cue, place, speaker.holder if speaker else scene.voice, [rule])
    found.settled, found.matter, found.governor, found.use = True, matter, speaker, "evoked"
    found.begins = matter[0]
    return found


def _speaker_before(scene: Scene) -> Found | None:
    speaker = scene.speaker()
    return speaker if speaker is not None and speaker.takes == "clause" else None


def _subject(scene: Scene, start: int, end: int, number: int, governor: Found | None) -> Place | None:
    opened, patterns, clauses = scene.opened, scene.patterns, scene.sentence.clauses
    floor = _floor(scene, governor)
    if end <= start:
        if number == 0 or clauses[number - 1].start < floor:
            return None
        return _subject_of_clause(scene, number - 1, floor)
    if number > 0 and patterns.demonstrative.match(opened, start, end) and clauses[number - 1].end > floor:
        return floor, clauses[number - 1].end
    begin = start
    while number > 0 and clauses[number - 1].start >= floor and not governor and not _closed(scene, number - 1):
        number -= 1
        begin = max(clauses[number].start, floor)
    return begin, end


def _closed(scene: Scene, number: int) -> bool:
    """Whether a subject does not reach into a clause: one that leads on, or one that sets a norm."""
    clause = scene.sentence.clauses[number]
    norm = any(found.clause == number and found.use == "norm" for found in scene.found)
    return norm or scene.patterns.leads_on.match(scene.opened, clause.start, clause.end) is not None


def _floor(scene: Scene, governor: Found | None) -> int:
    """The first place that a subject may reach back to: behind the last position, past joining words."""
    last = governor or _speaker_before(scene)
    place = last.end if last else scene.sentence.start
    if last:
        skipped = scene.patterns.aspect.match(scene.opened, place)
        place = skipped.end() if skipped else place
    first = scene.patterns.leads.match(scene.opened, place)
    return first.end() if first else place


def _subject_of_clause(scene: Scene, number: int, floor: int) -> Place | None:
    """The subject of a whole clause: its words before its main verb."""
    clause = scene.sentence.clauses[number]
    start = max(clause.start, floor)
    verb = scene.patterns.main_verb.search(scene.opened, start + 1, clause.end)
    end = verb.start() if verb else clause.end
    return (start, end) if end > start else None


def _made(scene: Scene, cue: Cue, place: Place, holder: tuple[str, ...], rules: list[str]) -> Found:
    return Found(
        start=place[0],
        end=place[1],
        act=cue.act,
        strength=cue.strength,
        takes=cue.takes,
        holder=holder,
        written=False,
        clause=scene.sentence.clause_at(place[0]),
        begins=scene.sentence.clauses[scene.sentence.clause_at(place[0])].start,
        rules=[f"cue:{cue.act}", *rules],
    )
