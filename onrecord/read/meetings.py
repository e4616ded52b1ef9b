"""Meetings: talks between parties, held, under way, planned or called off."""

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.find.frames.grammar import children, is_verb
from onrecord.model.assertion import Meeting
from onrecord.model.days import Days
from onrecord.model.mention import ActorMention, FrameMention
from onrecord.model.page import Page, Sentence
from onrecord.model.span import Span
from onrecord.read.clauses import clause, finite, verb_of
from onrecord.read.gatherings import format_of, level_of, place_of, round_of, state_of, summit_of
from onrecord.read.moods import is_denied, is_possible, is_supposed
from onrecord.read.parties import states_of
from onrecord.read.retold import retold
from onrecord.read.scheduled import days_of, usable
from onrecord.read.sides import (
    VISIT,
    completed,
    definite,
    governing,
    is_many,
    is_of_state,
    meets_others,
    present,
    travelling,
)
from onrecord.read.voice import is_contradicted, voice

KIND = "meeting/"
_LONGEST = 260
"""A clause longer than this gives its roles' span instead."""
_SAME_WORDS = 0.5
_TOLD = 4
"""So many rows back "the talks" may have been told of."""
_NEAR = 24
"""So many rows before one may stand on the same words."""


_SHUNNING = frozenset({"rule", "reject", "refuse", "avoid", "shun", "oppose", "deny", "dismiss", "decline", "prevent"})
"""Talks that are the object of these have not taken place."""


_HAVING = frozenset({"begin", "start", "open", "reopen", "launch", "resume", "restart", "continue", "abandon", "halt"})
"""Who does this to talks decides on them and need not take part."""
_BESIDE = frozenset({"during", "after", "following"})
"""What stands beside talks under these happens or has happened as the whole sentence does."""


def read(page: Page) -> tuple[Meeting, ...]:
    """Every meeting that the page asserts, in the order of the text."""
    found: list[Meeting] = []
    for frame in sorted(page.frames, key=lambda one: (one.sentence, one.trigger)):
        if frame.frame.startswith(KIND) and not _is_bare(page, frame):
            found += _meetings(page, frame, found)
    return tuple(retold(page, _fullest(found)))


def _is_bare(page: Page, frame: FrameMention) -> bool:
    """Whether the words only name talks in passing: "the details of the discussions"."""
    sentence = page.sentences[frame.sentence]
    if is_verb(sentence, frame.trigger):
        return False
    head = sentence.tokens[sentence.tokens[frame.trigger].head]
    if head.lemma in _SHUNNING and sentence.tokens[frame.trigger].dep == "dobj":
        return True
    above = sentence.tokens[head.head]
    if head.pos == "ADP" and any(sentence.tokens[at].lemma == "no" for at in sentence.children[head.head]):
        return above.pos == "NOUN"  # "no date for talks"
    around = sentence.span_of(sentence.subtree(frame.trigger))
    return not frame.roles and not any(page.within(page.times, around))


def _meetings(page: Page, frame: FrameMention, before: Sequence[Meeting]) -> Iterator[Meeting]:
    says = dict(frame.says)
    hosts, partners = present(page, frame, "party"), present(page, frame, "partner")
    if partners and not hosts:
        hosts = governing(page, frame, states_of(partners))
    actors = tuple(dict.fromkeys((*hosts, *partners)))
    parties = states_of(actors)
    if frame.frame == "meeting/meet" and any(host.kind in ("person", "body") and not host.states for host in hosts):
        return
    if says.get("way") == "work" and len(parties) < 2 and not is_many(page, frame):
        return
    if frame.negated or (says.get("state") == "called-off" and is_denied(page, frame)):
        return
    if is_supposed(page, frame) or (says.get("state") == "called-off" and is_possible(page, frame)):
        return
    if says.get("way") == "visit" and not is_of_state(page, frame):
        return
    if meets_others(page, frame) or (not parties and says.get("weak") and not definite(page, frame)):
        return
    if len(parties) < 2 or not (states_of(hosts) or says.get("way")):
        parties = completed(page, frame, parties, before, at_least=len(parties) + 1 if parties else 2)
    if len(parties) < 2:
        return
    span = _span(page, frame)
    sentence = page.sentences[frame.sentence]
    certainty, via, steps = voice(page, span)
    supports = [role.head for role in frame.roles if role.name == "support"]
    verb = verb_of(sentence, supports[-1] if supports else frame.trigger)
    if sentence.tokens[sentence.tokens[frame.trigger].head].text.lower() in _BESIDE:
        verb = finite(sentence, verb)
    words = clause(sentence, verb, frame.trigger)
    whole = sentence.span_of(words)
    days = days_of(page, sentence, frame.trigger, verb)
    summit = summit_of(page, whole) if days is None else None
    if summit and summit.held:
        days = msgspec.structs.replace(summit.held, words=summit.of(page.body))
    state = state_of(page, frame, verb, days)
    place = place_of(page, whole) or (summit.place if summit else None) or None
    if place is None and sentence.tokens[frame.trigger].lemma == "return" and before:
        place = before[-1].place
    if state == "held" and certainty == "denied" and not is_contradicted(page, span):
        certainty = "stated"  # "rice was no matter in the talks"
    if days is None and state == "held":
        days, place = _same(page, frame, parties, place, before)
    persons = _persons(page, frame, actors, parties)
    for some in _pairs(page, frame, whole, states_of(hosts), parties):
        yield Meeting(
            **page.proof(span),
            parties=some,
            when=days,
            place=place,
            level=level_of(page, _described(page, frame), () if _opens(sentence, frame) else actors),
            round=round_of(page, frame),
            format=format_of(page, whole),
            state=state,
            participants=tuple(name for name, states in persons if set(states) <= set(some)),
            issues=tuple(sorted({mention.issue for mention in page.within(page.issues, whole)})),
            certainty=certainty,
            via=via,
            steps=steps,
            rule=frame.frame,
        )


def _opens(sentence: Sentence, frame: FrameMention) -> bool:
    """Whether the subject only has talks begun or ended: a president who reopens talks need not sit in them."""
    verbs = [role.head for role in frame.roles if role.name == "support"]
    head = sentence.tokens[frame.trigger].head
    return any(sentence.tokens[at].lemma in _HAVING for at in (*verbs, head, frame.trigger))


def _described(page: Page, frame: FrameMention) -> tuple[Span, ...]:
    """The words that describe the talks themselves, and those who take part: not the rest of the clause."""
    sentence = page.sentences[frame.sentence]
    if is_verb(sentence, frame.trigger):
        own = [frame.trigger, *(at for at in sentence.children[frame.trigger] if sentence.tokens[at].pos != "VERB")]
        spans = [sentence.span_of(own)] if own else []
    else:
        aside = {
            at
            for child in sentence.subtree(frame.trigger)
            if sentence.tokens[child].dep in ("relcl", "ccomp", "advcl")
            for at in sentence.subtree(child)
        }
        spans = _runs([sentence.tokens[at] for at in sentence.subtree(frame.trigger) if at not in aside])
        nouns = [role.head for role in frame.roles if role.name == "support" and not is_verb(sentence, role.head)]
        spans += [Span(start=sentence.tokens[at].start, end=sentence.tokens[at].end) for at in nouns]
    sides = () if _opens(sentence, frame) else frame.roles
    return (*spans, *(role for role in sides if role.name in ("party", "partner")))


def _runs(words: Sequence[Span]) -> list[Span]:
    """Words side by side as one span each."""
    found: list[Span] = []
    for word in words:
        if found and word.start - found[-1].end <= 1:
            found[-1] = found[-1].joined(word)
        else:
            found.append(Span(start=word.start, end=word.end))
    return found


def _persons(
    page: Page, frame: FrameMention, actors: Sequence[ActorMention], parties: tuple[str, ...]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The people who take part, with their states: those of the roles' phrases, save owners ("the premier's envoy")."""
    if page.sentences[frame.sentence].tokens[frame.trigger].lemma in ("send", "dispatch"):
        return ()  # who sends stays at home
    found = {actor.name: actor.states for actor in actors if actor.kind == "person"}
    for role in frame.roles:
        if role.name in ("party", "partner"):
            for actor in page.within(page.actors, role):
                owns = page.body[actor.end : actor.end + 2] in ("'s", "’s", "s'", "s’")
                if actor.kind == "person" and not owns and actor.states and set(actor.states) <= set(parties):
                    found.setdefault(actor.name, actor.states)
    return tuple(found.items())


def _pairs(
    page: Page, frame: FrameMention, whole: Span, hosts: tuple[str, ...], parties: tuple[str, ...]
) -> list[tuple[str, ...]]:
    """One row for each pair that met apart: "in separate calls", "the leaders of Japan and Israel visited Oslo"."""
    if frame.frame == VISIT and len(parties) > 2:
        travellers = states_of(travelling(page, frame))
        visited = [state for state in parties if state not in travellers]
        return [tuple(sorted((one, visited[0]))) for one in travellers] if len(visited) == 1 else [parties]
    apart = any(word in page.body[whole.start : whole.end].lower() for word in ("separate", "respectively"))
    if not apart or len(parties) < 3 or len(hosts) != 1:
        return [parties]
    return [tuple(sorted((hosts[0], other))) for other in parties if other != hosts[0]]


def _same(
    page: Page, frame: FrameMention, parties: tuple[str, ...], place: str | None, before: Sequence[Meeting]
) -> tuple[Days | None, str | None]:
    """The day and place of the talks told of last, where "the talks" are those."""
    sentence = page.sentences[frame.sentence]
    heads = [frame.trigger, *_named_by(sentence, frame)]
    definite = any(
        sentence.tokens[child].lemma in ("the", "those", "that", "this")
        for head in heads
        for child in sentence.children[head]
    )
    told = [one for one in before[-_TOLD:] if one.parties == parties and one.state == "held"]
    last = told[-1] if told and told[-1] is before[-1] else None
    if len(heads) > 1:  # "the talks were the first round"
        last = next((one for one in reversed(told) if one.when is not None), None)
    own = page.within([time for _, time in usable(page, sentence)], _span(page, frame))
    dated = any(time.type == "DATE" for time in own)
    if definite and last is not None and not dated:  # "the talks follow last week's"
        return last.when, place or last.place
    return None, place


def _named_by(sentence: Sentence, frame: FrameMention) -> list[int]:
    """The subject that the talks are said to be: "the talks were the first round of negotiations"."""
    for role in frame.roles:
        token = sentence.tokens[role.head]
        if role.name == "support" and is_verb(sentence, role.head) and token.lemma in ("be", "represent", "mark"):
            return children(sentence, role.head, "nsubj")
    return []


def _span(page: Page, frame: FrameMention) -> Span:
    """The clause of the talks where it is theirs and short; else the words and roles of the frame."""
    sentence = page.sentences[frame.sentence]
    trigger = sentence.tokens[frame.trigger]
    verb = verb_of(sentence, frame.trigger)
    own = (
        verb == frame.trigger
        or any(role.name == "support" and is_verb(sentence, role.head) for role in frame.roles)
        or trigger.dep in ("nsubj", "nsubjpass", "dobj", "attr")
    )
    words = clause(sentence, verb, frame.trigger) if own else sentence.subtree(frame.trigger)
    while words and sentence.tokens[words[-1]].dep == "punct":
        words.pop()
    while words and sentence.tokens[words[0]].dep in ("punct", "cc", "mark"):
        words.pop(0)
    whole = sentence.span_of(words or [frame.trigger])
    if whole.end - whole.start <= _LONGEST:
        return whole
    return Span(start=frame.start, end=frame.end)


def _fullest(found: list[Meeting]) -> tuple[Meeting, ...]:
    """Of rows of the same parties on the same words, the one that says most; what is called off stays so."""
    kept: list[Meeting] = []
    for one in found:
        rivals = [other for other in kept[-_NEAR:] if _alike(one, other) and _shared(other, one) >= _SAME_WORDS]
        off = any(meeting.state == "called-off" for meeting in (one, *rivals))
        if not rivals or all(_says(one) > _says(rival) for rival in rivals):
            kept = [other for other in kept if other not in rivals]
            kept.append(one)
        if off:
            kept = [
                msgspec.structs.replace(meeting, state="called-off") if meeting in (one, *rivals) else meeting
                for meeting in kept
            ]
    return tuple(sorted(kept, key=lambda meeting: (meeting.start, meeting.end)))


def _alike(one: Meeting, other: Meeting) -> bool:
    if (one.rule == VISIT) != (other.rule == VISIT) and "called-off" not in (one.state, other.state):
        return False
    return set(one.parties) <= set(other.parties) or set(other.parties) <= set(one.parties)


def _shared(one: Meeting, other: Meeting) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / min(one.end - one.start, other.end - other.start)


def _says(meeting: Meeting) -> tuple[int, int]:
    slots = (meeting.when, meeting.place, meeting.round, meeting.level, meeting.state)
    told = sum(slot is not None for slot in slots) + len(meeting.participants) + 2 * (meeting.rule == "meeting/meet")
    return told, meeting.end - meeting.start
