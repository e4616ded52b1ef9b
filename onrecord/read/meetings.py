"""Meetings: talks between parties, held, under way, planned or called off."""

from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.model.assertion import Meeting
from onrecord.model.mention import ActorMention, FrameMention
from onrecord.model.page import Page
from onrecord.model.span import Span
from onrecord.read.clauses import clause, days_in, verb_of
from onrecord.read.gatherings import format_of, level_of, place_of, round_of, state_of
from onrecord.read.parties import actors_at, speech_at, states_of
from onrecord.read.voice import voice

KIND = "meeting/"
_LONGEST = 260
"""A clause longer than this gives its roles' span instead."""
_SELF = frozenset({"we", "us", "our", "i"})


def read(page: Page) -> tuple[Meeting, ...]:
    """Every meeting that the page asserts, in the order of the text."""
    found: list[Meeting] = []
    last: tuple[str, ...] = ()
    for frame in sorted(page.frames, key=lambda one: (one.start, one.trigger)):
        if frame.frame.startswith(KIND):
            for meeting in _meetings(page, frame, last):
                last = meeting.parties
                found.append(meeting)
    return _fullest(found)


def _meetings(page: Page, frame: FrameMention, last: tuple[str, ...]) -> Iterator[Meeting]:
    says = dict(frame.says)
    actors = _present(page, frame)
    parties = states_of(actors)
    if says.get("way") == "visit" and not _goes_to_talk(page, frame, actors, parties):
        return
    if len(parties) < 2:
        parties = _completed(page, frame, parties, last)
    if len(parties) < 2 or (frame.negated and says.get("state") != "called-off"):
        return
    span = _span(page, frame)
    sentence = page.sentences[frame.sentence]
    certainty, via = voice(page, span)
    supports = [role.head for role in frame.roles if role.name == "support"]
    verb = verb_of(sentence, supports[-1] if supports else frame.trigger)
    near = sentence.span_of(sentence.subtree(frame.trigger))
    whole = sentence.span_of(clause(sentence, verb, frame.trigger))
    days = days_in(page, [near, whole])
    persons = {actor.name: None for actor in actors if actor.kind == "person"}
    meeting = Meeting(
        **page.proof(span),
        parties=parties,
        when=days,
        place=place_of(page, whole),
        level=level_of(page, whole, actors),
        round=round_of(page, frame),
        format=format_of(page, whole),
        state=state_of(page, frame, verb, days),
        participants=tuple(persons),
        issues=tuple(sorted({mention.issue for mention in page.within(page.issues, whole)})),
        certainty=certainty,
        via=via,
        rule=frame.frame,
    )
    yield meeting


def _present(page: Page, frame: FrameMention) -> tuple[ActorMention, ...]:
    """Who fills the roles of the parties; "we" is the speaker's side."""
    sentence = page.sentences[frame.sentence]
    found: dict[ActorMention, None] = {}
    for role in frame.roles:
        if role.name not in ("party", "place"):
            continue
        actors = actors_at(page, sentence, role.head)
        if role.name == "place":
            actors = tuple(actor for actor in actors if actor.states) if frame.frame == "meeting/visit" else ()
        elif not actors and sentence.tokens[role.head].text.lower() in _SELF:
            speech = speech_at(page, role)
            actors = (speech.speaker,) if speech is not None and speech.speaker is not None else ()
        found.update(dict.fromkeys(actors))
    return tuple(found)


def _goes_to_talk(page: Page, frame: FrameMention, actors: Sequence[ActorMention], parties: tuple[str, ...]) -> bool:
    """A journey is a meeting when an official makes it and it leads to another state."""
    return any(actor.states and actor.kind != "state" for actor in actors) or len(parties) > 1


def _completed(page: Page, frame: FrameMention, parties: tuple[str, ...], last: tuple[str, ...]) -> tuple[str, ...]:
    """The parties with those that go without saying: of the last talks named, or of the sentence, or of the article."""
    if last and set(parties) <= set(last):
        return last
    sentence = page.sentences[frame.sentence]
    beside = states_of(page.within(page.actors, sentence))
    if len(set(beside) | set(parties)) == 2:
        return tuple(sorted({*beside, *parties}))
    counts = Counter(state for actor in page.actors for state in actor.states)
    for state, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if len(parties) >= 2:
            break
        if state not in parties:
            parties = tuple(sorted((*parties, state)))
    return parties


def _span(page: Page, frame: FrameMention) -> Span:
    """The clause of the talks where it is short; else the words and roles of the frame."""
    sentence = page.sentences[frame.sentence]
    verb = verb_of(sentence, frame.trigger)
    words = clause(sentence, verb, frame.trigger)
    while words and sentence.tokens[words[-1]].dep == "punct":
        words.pop()
    while words and sentence.tokens[words[0]].dep in ("punct", "cc", "mark"):
        words.pop(0)
    whole = sentence.span_of(words or [frame.trigger])
    if whole.end - whole.start <= _LONGEST:
        return whole
    return Span(start=frame.start, end=frame.end)


def _fullest(found: list[Meeting]) -> tuple[Meeting, ...]:
    """Of rows of the same parties on overlapping words, the one that says most."""
    kept: list[Meeting] = []
    for one in found:
        rivals = [
            other
            for other in kept
            if other.start < one.end and one.start < other.end and set(other.parties) == set(one.parties)
        ]
        if any(_says(other) >= _says(one) for other in rivals):
            continue
        kept = [other for other in kept if other not in rivals]
        kept.append(one)
    return tuple(sorted(kept, key=lambda meeting: (meeting.start, meeting.end)))


def _says(meeting: Meeting) -> tuple[int, int]:
    slots = (meeting.when, meeting.place, meeting.round, meeting.level, meeting.state)
    return sum(slot is not None for slot in slots) + len(meeting.participants), meeting.end - meeting.start
