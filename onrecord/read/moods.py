"""What is not said to be so: the content of another's wish, and what stands under "whether" or "if"."""

from onrecord.find.frames.grammar import children
from onrecord.model.mention import FrameMention
from onrecord.model.page import Page, Sentence

_WANTING = frozenset({"request", "demand", "offer", "refuse", "agree", "threaten", "propose"})
_SUPPOSING = frozenset({"whether", "if", "unless"})


def outer(page: Page) -> dict[tuple[int, int], FrameMention]:
    """By sentence and verb: the wish, promise or refusal of which the verb's clause is the content."""
    found: dict[tuple[int, int], FrameMention] = {}
    for frame in page.frames:
        if frame.frame.startswith("position/") and dict(frame.says)["stance"] in _WANTING:
            for role in frame.roles:
                if role.name == "content":
                    found[frame.sentence, role.head] = frame
    return found


def is_wanted(page: Page, frame: FrameMention, outer: dict[tuple[int, int], FrameMention]) -> bool:
    """Whether the frame is only what another wants or promises: "asked Norway to offer more"."""
    sentence = page.sentences[frame.sentence]
    at = frame.trigger
    for _ in range(4):
        above = outer.get((frame.sentence, at))
        token = sentence.tokens[at]
        if above is not None and above.trigger != frame.trigger:
            return token.dep != "ccomp" or dict(above.says)["stance"] != "propose"
        if token.dep not in ("xcomp", "acl", "pcomp", "prep", "conj", "dobj") or token.head == at:
            return False
        if token.dep == "dobj" and at != frame.trigger:
            return False
        if token.dep == "conj" and token.tag == "VBD" and sentence.tokens[token.head].tag == "VB":
            return False  # "made it clear that Norway should sign, and hit back": what happened is not wanted
        at = token.head
    return False


def is_supposed(page: Page, frame: FrameMention) -> bool:
    """Whether the frame stands in a clause of "whether" or "if": nobody says that it is so."""
    sentence = page.sentences[frame.sentence]
    at = frame.trigger
    for _ in range(6):
        for child in children(sentence, at, "mark", "advmod"):
            if child < frame.trigger and sentence.tokens[child].text.lower() in _SUPPOSING:
                return True
        if _is_inverted(sentence, at):
            return True
        token = sentence.tokens[at]
        if token.dep in ("acl", "ccomp") and any(
            sentence.tokens[child].lemma == "no" for child in children(sentence, token.head, "det")
        ):
            return True  # "no sign that"
        if token.head == at or token.dep in ("ccomp", "relcl") or (at != frame.trigger and token.dep == "advcl"):
            return False
        at = token.head
    return False


def is_denied(page: Page, frame: FrameMention) -> bool:
    """Whether somebody denies the frame's clause: "denied that the talks had collapsed"."""
    sentence = page.sentences[frame.sentence]
    token = sentence.tokens[frame.trigger]
    return token.dep == "ccomp" and sentence.tokens[token.head].lemma in ("deny", "dismiss", "reject", "dispute")


def is_possible(page: Page, frame: FrameMention) -> bool:
    """Whether the evoking verb only may or might happen: "could derail the talks"."""
    sentence = page.sentences[frame.sentence]
    helpers = children(sentence, frame.trigger, "aux")
    return any(sentence.tokens[at].text.lower() in ("could", "may", "might", "would") for at in helpers)


def _is_inverted(sentence: Sentence, verb: int) -> bool:
    """Whether a clause supposes by its order: "should Norway not agree"."""
    subjects = children(sentence, verb, "nsubj", "nsubjpass")
    helpers = [
        at for at in children(sentence, verb, "aux") if sentence.tokens[at].text.lower() in ("should", "were", "had")
    ]
    return bool(subjects) and any(at < subjects[0] for at in helpers)
