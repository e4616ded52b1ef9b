"""Which stance a frame takes: what it asserts, or what the denial of that is."""

import msgspec

from onrecord.find.frames.grammar import children
from onrecord.model.assertion import Stance
from onrecord.model.mention import FrameMention
from onrecord.model.page import Page, Sentence

_VAIN = frozenset({"fail", "failure", "unable", "struggle"})
_DENIED: dict[Stance, Stance | None] = {
    "agree": "refuse",
    "offer": "refuse",
    "request": "object",
    "support": "object",
    "propose": None,
    "demand": None,
    "refuse": None,
    "object": None,
    "raise": None,
    "threaten": None,
    "warn": None,
}
"""What the denial of a stance is; ``None`` says nothing that is a position."""


def stance_of(page: Page, frame: FrameMention) -> Stance | None:
    """What the frame asserts, turned round where it is denied; ``None`` where nothing is wanted or given."""
    stance = msgspec.convert(dict(frame.says)["stance"], Stance)
    sentence = page.sentences[frame.sentence]
    if frame.negated and stance == "request" and children(sentence, frame.trigger, "xcomp"):
        return None  # who does not want to do a thing objects to nobody
    if frame.frame == "position/should" and children(sentence, sentence.tokens[frame.trigger].head, "neg"):
        return "object"  # "Norway should not have taxed timber"
    if frame.negated and frame.frame == "position/approval":
        return None  # "will never be as good": not yet an objection
    if _fails(sentence, frame.trigger) or (stance == "refuse" and _denies(sentence, frame.trigger)):
        return None
    return _DENIED[stance] if frame.negated else stance


def _fails(sentence: Sentence, verb: int) -> bool:
    """Whether what the verb says was tried in vain: "failed to reach a deal"."""
    token = sentence.tokens[verb]
    return token.dep in ("xcomp", "acl") and sentence.tokens[token.head].lemma in _VAIN


_TOLD = frozenset({"report", "claim", "allegation", "accusation", "suggestion", "speculation", "rumor", "rumour"})
"""What is not so is denied, and what is wanted is refused."""


def _denies(sentence: Sentence, verb: int) -> bool:
    """Whether somebody only says that a thing is not so: "rejected reports that it would raise duties"."""
    return any(sentence.tokens[at].lemma in _TOLD for at in children(sentence, verb, "dobj", "nsubjpass"))
