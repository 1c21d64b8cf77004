"""Tell when a body or all parties speak without one of them: 除印度外，成员国支持…, 成员国（印度除外）支持….

Takes       a Scene whose cues are found.
Gives       whether an exception stands at the head of the sentence, before what is said; and whose positions it takes
            away.
Method      `excepts` and `excepted` of `modifiers.toml`; who is left out must be somebody who can act, for 除上述措施外
            adds to what is said and leaves nobody out.
Leaves out  who is left: of a body without one member nothing is told, for a wrong holder costs more than none.
"""

from __future__ import annotations

from actum.extract.position_found import Found, Scene


def without_one(scene: Scene) -> bool:
    """Whether those who speak together do so here without one of them."""
    first = next((found for found in scene.found if found.use != "norm"), None)
    if first is None or not (scene.voices.many or scene.voices.body):
        return False
    start = scene.sentence.start
    for match in scene.patterns.excepts.finditer(scene.opened, start, first.start):
        if scene.patterns.doers.fullmatch(scene.opened, *match.span("who")):
            return True
    plain = scene.sentence.part.text[start - scene.sentence.part.start : first.start - scene.sentence.part.start]
    return scene.patterns.excepted.search(plain) is not None


def theirs(scene: Scene, found: Found) -> bool:
    """Whether a position is held by all who speak together; a norm of the text's own voice is none."""
    return found.holder == scene.voices.parties and (found.use != "norm" or found.governor is not None)
