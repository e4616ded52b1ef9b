"""Positions: what a party wants or gives."""

from collections.abc import Iterator

from onrecord.find.frames.grammar import children, is_verb, surface_subject
from onrecord.model.assertion import Position
from onrecord.model.days import Days
from onrecord.model.mention import ActorMention, FrameMention
from onrecord.model.page import Page, Sentence
from onrecord.model.span import Span
from onrecord.read.clauses import tense, verb_of
from onrecord.read.moods import is_supposed, is_wanted, outer
from onrecord.read.parties import FIRST_PERSON, actors_at, holders, joined_to, speakers_at, states_of
from onrecord.read.stances import stance_of
from onrecord.read.topics import issues_of
from onrecord.read.voice import voice

KIND = "position/"
_FAR = 60
"""An actor further than so many characters before the evoking word is not in the span."""
_AGREED = frozenset(
    {"deal", "agreement", "accord", "pact", "truce", "compromise", "consensus", "settlement", "framework"}
)
_SAID_TO = frozenset({"demand", "request", "propose", "raise", "threaten", "object"})


def read(page: Page) -> tuple[Position, ...]:
    """Every position that the page asserts, in the order of the text."""
    found: list[Position] = []
    wishes = outer(page)
    for frame in page.frames:
        if frame.frame.startswith(KIND) and not is_wanted(page, frame, wishes) and not is_supposed(page, frame):
            found += _position(page, frame)
    return _longest(sorted(found, key=lambda one: (one.start, -one.end)))


def _position(page: Page, frame: FrameMention) -> Iterator[Position]:
    says = dict(frame.says)
    stance = stance_of(page, frame)
    if stance is None or page.body[: page.sentences[frame.sentence].end].endswith("?"):
        return
    sentence = page.sentences[frame.sentence]
    if frame.frame in ("position/must", "position/approval") and sentence.tokens[frame.trigger].dep == "relcl":
        return  # "the tool that they need to win"
    if says.get("when") == "past" and tense(sentence, verb_of(sentence, frame.trigger)) not in ("past", "present"):
        return
    spoken = says.get("holder") == "speaker"
    actor = holders(_speakers(page, frame) if spoken else _actors(page, frame))
    if stance == "agree" and actor:
        actor = tuple(sorted({*actor, *holders(_with(page, frame))}))
    if not actor or (spoken and set(actor) & set(holders(_filled(page, frame, "actor")))):
        return
    if stance == "offer" and len(actor) > 1 and all(len(one) == 2 for one in actor):
        stance = "agree"
    doers = {*holders((*_filled(page, frame, "accused"), *_filled(page, frame, "addressee"))), *_doers(page, frame)}
    unnamed = (frame.role("accused") or says.get("to") == "other") and not doers - set(actor)
    if unnamed and not _is_due(frame, sentence, actor):
        return
    span = _span(page, frame, says)
    issues = issues_of(page, frame, span, actor, accuses=_accuses(page, frame, actor))
    if not issues:
        return
    certainty, via, steps = voice(page, span)
    yield Position(
        **page.proof(span),
        actor=actor,
        stance=stance,
        addressee=_addressee(page, frame, actor),
        issues=issues,
        deadline=_deadline(page, span),
        certainty=certainty,
        via=via,
        steps=steps,
        rule=frame.frame,
    )


def _is_due(frame: FrameMention, sentence: Sentence, actor: tuple[str, ...]) -> bool:
    """Whether a state says that a thing should be done, without saying by whom: "the duties should be lifted"."""
    verb = sentence.tokens[frame.trigger].head
    things = [at for at in children(sentence, verb, "nsubjpass") if sentence.tokens[at].pos != "PRON"]
    passive = bool(things) and sentence.tokens[verb].dep != "relcl"
    return frame.frame == "position/should" and passive and all(len(one) == 2 for one in actor)


def _accuses(page: Page, frame: FrameMention, actor: tuple[str, ...]) -> bool:
    """Whether it says what another state did wrong."""
    if dict(frame.says)["stance"] != "object":
        return False
    named = [*_filled(page, frame, "accused"), *_filled(page, frame, "addressee")]
    named += _filled(page, frame, "content") if frame.frame == "position/label" else ()
    others = set(states_of(named)) - set(actor)
    return bool(others) and (all(len(one) == 2 for one in actor) or frame.role("accused") is not None)


def _filled(page: Page, frame: FrameMention, name: str) -> tuple[ActorMention, ...]:
    """The actors of the first role of that name that has any."""
    sentence = page.sentences[frame.sentence]
    for role in frame.roles:
        if role.name == name:
            actors = actors_at(page, sentence, role.head)
            if actors:
                return (*actors, *joined_to(page, role, actors))
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


def _with(page: Page, frame: FrameMention) -> tuple[ActorMention, ...]:
    """The other side of what is agreed: "agreed on a deal with Norway"; not "agreed to end the row with Norway"."""
    sentence = page.sentences[frame.sentence]
    found: list[ActorMention] = []
    for role in frame.roles:
        preposition = sentence.tokens[role.head].head
        on = sentence.tokens[preposition].head
        if role.name == "with" and (on == frame.trigger or sentence.tokens[on].lemma in _AGREED):
            found += [actor for actor in actors_at(page, sentence, role.head) if actor.states]
    return tuple(found)


def _speakers(page: Page, frame: FrameMention) -> tuple[ActorMention, ...]:
    """Who says the words of the frame, if anybody is known to."""
    token = page.sentences[frame.sentence].tokens[frame.trigger]
    return speakers_at(page, Span(start=token.start, end=token.end))


def _addressee(page: Page, frame: FrameMention, actor: tuple[str, ...]) -> tuple[str, ...]:
    """To whom it is said: who fills that role, who is to do what is wanted, or the states named in what is wanted."""
    sentence = page.sentences[frame.sentence]
    found = [one for one in holders(_filled(page, frame, "addressee")) if one not in actor]
    contents = [role for role in frame.roles if role.name == "content"]
    if dict(frame.says).get("holder") == "speaker":  # "Norway broke the deal", somebody says to Norway
        blamed = holders((*_filled(page, frame, "accused"), *_filled(page, frame, "actor")))
        found = found or [one for one in blamed if one not in actor]
    found = found or [one for one in _doers(page, frame) if one not in actor]
    for role in contents:
        if not found:
            named = [one for one in page.within(page.actors, role) if one.states]
            found = [one for one in holders(named) if one not in actor]
    if not found and dict(frame.says)["stance"] in _SAID_TO:
        around = Span(start=page.sentences[max(0, frame.sentence - 1)].start, end=sentence.end)
        beside = [state for state in states_of(page.within(page.actors, around)) if state not in actor]
        found = beside if len(beside) == 1 else []
    return tuple(found)


def _doers(page: Page, frame: FrameMention) -> tuple[str, ...]:
    """Who is to do what is wanted: "wants Norway to sign"."""
    sentence = page.sentences[frame.sentence]
    for role in frame.roles:
        if role.name == "content" and is_verb(sentence, role.head):
            subjects = surface_subject(sentence, role.head)
            found = holders(one for at in subjects for one in actors_at(page, sentence, at))
            if found:
                return found
    return ()


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
        shared = trigger.dep == "conj" and sentence.tokens[role.head].head not in (frame.trigger, trigger.head)
        shared = shared or (trigger.dep == "conj" and sentence.tokens[role.head].head == trigger.head)
        if role.start < start and (near or role.start <= start <= role.end) and not (role.name == "actor" and shared):
            start = role.start
        end = max(end, role.end)
    return Span(start=start, end=_with_prepositions(sentence, frame.trigger, end))


def _with_prepositions(sentence: Sentence, trigger: int, end: int) -> int:
    """The end moved over the phrases that follow at once and hang on the evoking word."""
    for child in sentence.children[trigger]:
        if sentence.tokens[child].dep == "prep" and 0 <= sentence.tokens[child].start - end <= 1:
            end = sentence.span_of(sentence.subtree(child)).end
    return end


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
