"""Positions: what a party wants or gives."""

from collections import Counter
from collections.abc import Iterator

import msgspec

from onrecord.find.frames.grammar import children, is_verb, surface_subject
from onrecord.model.assertion import Position, Stance
from onrecord.model.days import Days
from onrecord.model.mention import ActorMention, FrameMention
from onrecord.model.page import Page, Sentence
from onrecord.model.span import Span
from onrecord.read.clauses import tense, verb_of
from onrecord.read.parties import FIRST_PERSON, actors_at, holders, speakers_at, states_of
from onrecord.read.voice import voice

KIND = "position/"
_FAR = 60
"""An actor further than so many characters before the evoking word is not in the span."""
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
_SAID_TO = frozenset({"demand", "request", "propose", "raise", "threaten", "object"})
_WANTING = frozenset({"request", "demand", "offer", "refuse", "agree", "threaten", "propose"})
_BACK = frozenset(
    {
        "this",
        "that",
        "these",
        "those",
        "it",
        "they",
        "such",
        "move",
        "decision",
        "step",
        "measure",
        "plan",
        "idea",
        "offer",
        "proposal",
    }
    | {
        "demand",
        "text",
        "change",
        "announcement",
        "action",
        "talk",
        "negotiation",
        "outcome",
        "issue",
        "threat",
        "request",
    }
)
"""Words that point back to what was said before."""
_SUPPOSING = frozenset({"whether", "if", "unless"})


def read(page: Page) -> tuple[Position, ...]:
    """Every position that the page asserts, in the order of the text."""
    found: list[Position] = []
    outer = _outer(page)
    for frame in page.frames:
        if frame.frame.startswith(KIND) and not _is_wanted(page, frame, outer) and not _is_supposed(page, frame):
            found += _position(page, frame)
    return _longest(sorted(found, key=lambda one: (one.start, -one.end)))


def _position(page: Page, frame: FrameMention) -> Iterator[Position]:
    says = dict(frame.says)
    stance = _stance(frame, says)
    if stance is None or page.body[: page.sentences[frame.sentence].end].endswith("?"):
        return
    sentence = page.sentences[frame.sentence]
    if says.get("when") == "past" and tense(sentence, verb_of(sentence, frame.trigger)) not in ("past", "present"):
        return
    spoken = says.get("holder") == "speaker"
    actor = holders(_speakers(page, frame) if spoken else _actors(page, frame))
    if not actor or (spoken and set(actor) & set(holders(_filled(page, frame, "actor")))):
        return
    if stance == "offer" and len(actor) > 1 and all(len(one) == 2 for one in actor):
        stance = "agree"
    if frame.role("accused") and not set(holders(_filled(page, frame, "accused"))) - set(actor):
        return
    span = _span(page, frame, says)
    issues = _issues(page, frame, span)
    if not issues:
        return
    certainty, via = voice(page, span)
    yield Position(
        **page.proof(span),
        actor=actor,
        stance=stance,
        addressee=_addressee(page, frame, actor),
        issues=issues,
        deadline=_deadline(page, span),
        certainty=certainty,
        via=via,
        rule=frame.frame,
    )


def _outer(page: Page) -> dict[tuple[int, int], FrameMention]:
    """By sentence and verb: the wish, promise or refusal of which the verb's clause is the content."""
    found: dict[tuple[int, int], FrameMention] = {}
    for frame in page.frames:
        if frame.frame.startswith(KIND) and dict(frame.says)["stance"] in _WANTING:
            for role in frame.roles:
                if role.name == "content":
                    found[frame.sentence, role.head] = frame
    return found


def _is_wanted(page: Page, frame: FrameMention, outer: dict[tuple[int, int], FrameMention]) -> bool:
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
        at = token.head
    return False


def _is_supposed(page: Page, frame: FrameMention) -> bool:
    """Whether the frame stands in a clause of "whether" or "if": nobody says that it is so."""
    sentence = page.sentences[frame.sentence]
    at = frame.trigger
    for _ in range(6):
        for child in children(sentence, at, "mark", "advmod"):
            if child < frame.trigger and sentence.tokens[child].text.lower() in _SUPPOSING:
                return True
        token = sentence.tokens[at]
        if token.head == at or token.dep in ("ccomp", "relcl") or (at != frame.trigger and token.dep == "advcl"):
            return False
        at = token.head
    return False


def _stance(frame: FrameMention, says: dict[str, str]) -> Stance | None:
    stance = msgspec.convert(says["stance"], Stance)
    return _DENIED[stance] if frame.negated else stance


def _filled(page: Page, frame: FrameMention, name: str) -> tuple[ActorMention, ...]:
    """The actors of the first role of that name that has any."""
    sentence = page.sentences[frame.sentence]
    for role in frame.roles:
        if role.name == name:
            actors = actors_at(page, sentence, role.head)
            if actors:
                return actors
    return ()


def _actors(page: Page, frame: FrameMention) -> tuple[ActorMention, ...]:
    actors = _filled(page, frame, "actor")
    if actors:
        return actors
    role = frame.role("actor")
    sentence = page.sentences[frame.sentence]
    if role is None:
        return ()
    head = sentence.tokens[role.head]
    # "Growers urge both sides ...", their association said: it speaks of those whom it speaks for.
    for_themselves = head.tag == "NNS" and sentence.tokens[frame.trigger].tag == "VBP"
    if head.text.lower() in FIRST_PERSON or for_themselves:
        return _speakers(page, frame)
    return ()


def _speakers(page: Page, frame: FrameMention) -> tuple[ActorMention, ...]:
    """Who says the words of the frame, if anybody is known to."""
    token = page.sentences[frame.sentence].tokens[frame.trigger]
    return speakers_at(page, Span(start=token.start, end=token.end))


def _addressee(page: Page, frame: FrameMention, actor: tuple[str, ...]) -> tuple[str, ...]:
    """To whom it is said: who fills that role, who is to do what is wanted, or the states named in what is wanted."""
    sentence = page.sentences[frame.sentence]
    found = [one for one in holders(_filled(page, frame, "addressee")) if one not in actor]
    contents = [role for role in frame.roles if role.name == "content"]
    for role in contents:
        if not found and is_verb(sentence, role.head):
            doers = [one for at in surface_subject(sentence, role.head) for one in actors_at(page, sentence, at)]
            found = [one for one in holders(doers) if one not in actor]
    for role in contents:
        if not found:
            named = [one for one in page.within(page.actors, role) if one.states]
            found = [one for one in holders(named) if one not in actor]
    if not found and dict(frame.says)["stance"] in _SAID_TO:
        around = Span(start=page.sentences[max(0, frame.sentence - 1)].start, end=sentence.end)
        beside = [state for state in states_of(page.within(page.actors, around)) if state not in actor]
        found = beside if len(beside) == 1 else []
    return tuple(found)


def _span(page: Page, frame: FrameMention, says: dict[str, str]) -> Span:
    """From the actor, or the evoking words where the actor is far, to the end of what is wanted."""
    sentence = page.sentences[frame.sentence]
    trigger = sentence.tokens[frame.trigger]
    group = [
        child for child in sentence.children[frame.trigger] if sentence.tokens[child].dep in ("aux", "auxpass", "neg")
    ]
    start = min(sentence.tokens[at].start for at in [frame.trigger, *group])
    end = trigger.end
    for role in frame.roles:
        near = role.end <= trigger.start and trigger.start - role.end <= _FAR
        if role.start < start and (near or role.start <= start <= role.end):
            start = role.start
        end = max(end, role.end)
    return Span(start=start, end=_with_prepositions(sentence, frame.trigger, end))


def _with_prepositions(sentence: Sentence, trigger: int, end: int) -> int:
    """The end moved over the phrases that follow at once and hang on the evoking word."""
    for child in sentence.children[trigger]:
        if sentence.tokens[child].dep == "prep" and 0 <= sentence.tokens[child].start - end <= 1:
            end = sentence.span_of(sentence.subtree(child)).end
    return end


def _issues(page: Page, frame: FrameMention, span: Span) -> tuple[str, ...]:
    """The issues named in the span; else in its sentence; else in a sentence before, else the article's."""
    sentence = page.sentences[frame.sentence]
    after = Span(start=min(max(span.start, sentence.tokens[frame.trigger].start), span.end), end=span.end)
    back = _points_back(page, frame)
    for where in (after, span, sentence) if back or _is_judged(frame) else (after, span):
        found = _named(page, where)
        if found:
            return found
    if not back:
        return ()
    for number in range(frame.sentence - 1, max(-1, frame.sentence - 4), -1):
        found = _named(page, page.sentences[number])
        if found:
            return found
    counts = Counter(mention.issue for mention in page.issues if not mention.weak)
    return tuple(issue for issue, _ in counts.most_common(1))


def _is_judged(frame: FrameMention) -> bool:
    return dict(frame.says)["stance"] in ("object", "agree", "refuse", "demand", "threaten", "warn", "propose")


def _points_back(page: Page, frame: FrameMention) -> bool:
    """Whether what is wanted is said before: it is left out, or a pronoun, or "the move"."""
    sentence = page.sentences[frame.sentence]
    contents = [
        role
        for role in frame.roles
        if role.name in ("content", "actor") and role.end > sentence.tokens[frame.trigger].start
    ]
    if not contents:
        return True
    tokens = [sentence.tokens[at] for role in contents for at in sentence.indices_in(role)]
    return len(tokens) <= 3 or any(token.lemma in _BACK or token.tag == "PRP" for token in tokens)


def _named(page: Page, span: Span) -> tuple[str, ...]:
    mentions = list(page.within(page.issues, span))
    strong = [mention.issue for mention in mentions if not mention.weak]
    return tuple(sorted(set(strong or [mention.issue for mention in mentions])))


def _deadline(page: Page, span: Span) -> Days | None:
    for time in page.within(page.times, span):
        before = page.body[max(0, time.start - 12) : time.start].lower().split()
        if time.days is not None and time.days.last and before and before[-1] in ("by", "until", "before"):
            return Days(first=time.days.last, last=time.days.last, words=time.of(page.body))
    return None


def _longest(found: list[Position]) -> tuple[Position, ...]:
    """Of the same stance of the same actor on overlapping words, the longest."""
    kept: list[Position] = []
    for one in found:
        rivals = [
            other
            for other in kept
            if other.actor == one.actor
            and other.stance == one.stance
            and other.start < one.end
            and one.start < other.end
        ]
        if any(other.end - other.start >= one.end - one.start for other in rivals):
            continue
        kept = [other for other in kept if other not in rivals]
        kept.append(one)
    return tuple(kept)
