"""What the rules of effects mean, for a person who asks how one was made.

Takes       `made_by` of an Effect: `effect:FRAME/CAUSE`.
Gives       the steps in order: what was read as a claim, and how its cause was found.
Leaves out  which words fit: the tables say that, and the fact shows its cue.
"""

from __future__ import annotations

FRAMES = {
    "harm": "a verb of harm, or one that makes more of a bad thing, with its object (破坏战略稳定, 引发军备竞赛)",
    "modifier": "such a verb in a modifier of a noun of conduct (破坏战略稳定的政策)",
    "brought-about": "a verb of bringing about, behind it what it brings about (塑料垃圾造成的污染)",
    "further": "a furthering verb, told as done, foretold or stressed (将促进, 巩固了)",
    "helps": "a verb that says an influence (有助于, 有利于)",
    "toward-harm": "a preposition, what is touched, a light verb and a noun of harm (对Y造成严重影响)",
    "toward-good": "a preposition, what is touched, a light verb and a noun of benefit (为Y作出贡献)",
    "provide": "what is provided for something (为Y提供保障, 为Y奠定基础)",
    "importance": "importance for something (对Y具有重要意义)",
    "importance-noun": "importance for something, as a noun (对Y的重要性)",
    "lend": "what something lends its strength to (为Y助力)",
    "unfavourable": "what something is bad for (对Y十分不利)",
    "toward-noun": "harm to something, as a noun (X对Y的侵害)",
    "role": "the part played in furthering something (在维护Y方面发挥作用)",
    "copula": "what something is to something (X是Y的基石)",
    "copula-reverse": "whose outcome something is (Y是X的成果)",
    "copula-made": "what something was brought about by (Y是X造成的)",
    "source": "what something comes from or depends on (Y源于X)",
    "causative": "what something makes of something (使Y上升)",
    "turned": "what something is turned into: Y武器化 is brought about (将Y武器化)",
    "passive": "what something suffers, where the sentence says from what (Y受到破坏)",
    "condition": "the one condition of something (只有X,才能Y)",
}
_CAUSES = {
    "own": "the cause is the subject before the cue, for 这 the clauses that it points back to",
    "carried": "the cause is the subject of an earlier clause, which goes on",
    "joined": "the cause is that of the claim before it in the same clause",
    "deed": "the cause is what the clauses before tell, from behind the last speaker",
    "means": "the cause is the deed by which it is done (通过X)",
    "head": "the cause is the noun that the modifier describes",
    "modifier": "the cause is the noun that the modifier describes",
    "doer": "the cause is the doer named in the modifier",
    "noun": "the cause is the noun right before the verb",
    "holder": "the cause is the speaker, who is told to have done it",
    "outcome": "the cause is what the clause before does or says is done",
    "subject": "the cause is the subject of the phrase, for 这 the clauses that it points back to",
    "behind": "the cause stands behind the link",
    "supposed": "the cause is what a clause before supposes (如X,将破坏Y)",
    "before": "the cause stands in the clause before",
}


def explain(made_by: str) -> tuple[str, ...]:
    """The steps that `made_by` of an effect names, in order; none for a rule that is not one of effects."""
    kind, _, rule = made_by.partition(":")
    frame, _, cause = rule.partition("/")
    if kind != "effect" or frame not in FRAMES or cause not in _CAUSES:
        return ()
    return (f"frame: {FRAMES[frame]}", f"cause: {_CAUSES[cause]}")
