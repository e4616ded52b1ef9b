"""Statements: who said what, each stretch of it a row."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from onrecord.find.reference.home import home
from onrecord.knowledge.speaking import lemmas
from onrecord.model.assertion import Statement
from onrecord.model.mention import ActorMention, Attribution
from onrecord.model.page import Page
from onrecord.model.span import Span
from onrecord.read.carried import GOING_ON, carried_on, repeated, said_before
from onrecord.read.certainty import of_saying
from onrecord.read.chain import speaker_of, through
from onrecord.read.said import said
from onrecord.read.stating import is_statement
from onrecord.read.unsaid import is_anothers, is_evidence, is_unsaid

_RELAYING = re.compile(
    r"\b(?:sources?|media|reports?|newspapers?|agenc(?:y|ies)|insiders?|people (?:familiar|briefed))\b", re.I
)
_RANK = r"(?:(?:the|one|two|three|some|several|top|senior|unnamed|foreign|finance|trade|economy)\s)*"
_SERVANT = r"(?:officials?|spokes(?:man|woman|person)|sources?)"
_OFFICIAL = re.compile(
    rf"{_RANK}(?:government|(?:\w+ )?ministry|cabinet)?\s?{_SERVANT}|{_RANK}(?:\w+ )?(?:government|ministry|cabinet)",
    re.I,
)
_QUOTE = re.compile(r"[\"“”„‟«»‹›「」『』＂〝〞]|''|``|’’|‘‘")
_QUOTED = ("/quote", "/carried", "/embedded")


def read(page: Page) -> tuple[Statement, ...]:
    """Every statement that the page asserts, in the order of the text."""
    quoted = _within_quotations(page)
    shown = [
        saying
        for saying in page.speech
        if saying.start not in quoted
        and is_statement(page, saying)
        and not is_evidence(page, saying)
        and not is_anothers(page, saying)
        and not is_unsaid(page, saying)
    ]
    passed_on: dict[tuple[Span, ...], list[Attribution]] = {}
    inner: dict[int, list[Attribution]] = {}
    for saying in shown:
        if saying.via:
            passed_on.setdefault(saying.content, []).append(saying)
        if saying.parent is not None:
            inner.setdefault(saying.parent, []).append(saying)
    found: dict[tuple[int, int], Statement] = {}
    going_on: set[int] = set()
    for saying in shown:
        if any(other is not saying and _passes_on(saying, other) for other in passed_on.get(saying.content, ())):
            continue
        if _relays(page, saying, inner.get(saying.start, [])):
            continue
        for part in _parts(page, saying):
            row = found.setdefault((part.start, part.end), _statement(page, saying, part))
            if saying.cue_lemma in GOING_ON:
                going_on.add(row.start)
    rows = _once(sorted(found.values(), key=lambda one: (one.start, one.end)))
    return tuple(repeated([*carried_on(rows, going_on)]))


def _once(rows: list[Statement]) -> Iterator[Statement]:
    """Without what the same speaker says in nearly the same words of the text ("said he thinks X": X)."""
    before: Statement | None = None
    for row in rows:
        if before is not None and row.speaker == before.speaker and row.end <= before.end + 2:
            share = 3 if row.direct or before.direct or row.end < before.end - 2 else 2
            again = 4 * (min(row.end, before.end) - row.start) >= share * (before.end - before.start)
            if again:
                continue
        before = row
        yield row


def _within_quotations(page: Page) -> set[int]:
    """Where the sayings begin that lie, at any depth, in what somebody else is quoted with."""
    quoted = {
        saying.start
        for saying in page.speech
        if saying.rule.endswith("/transcript") or (saying.direct and _is_quotation(page, saying))
    }
    inside: set[int] = set()
    for saying in page.speech:  # parents stand before what they hold
        held = saying.parent in quoted or saying.parent in inside
        if held and saying.parent != saying.start:
            inside.add(saying.start)
    return inside


def _is_quotation(page: Page, saying: Attribution) -> bool:
    """Whether all of it is somebody's own words, so that what "I" and "they" say in it is no statement of its own."""
    start = saying.content[0].start
    return saying.rule.endswith(_QUOTED) or any(_QUOTE.match(page.body, at) for at in (start, start - 1) if at >= 0)


def _passes_on(saying: Attribution, other: Attribution) -> bool:
    """Whether the source of a saying is the first channel of another one of the same words."""
    return bool(saying.source) and saying.source[0].start <= other.via[0].start < saying.source[0].end


def _relays(page: Page, saying: Attribution, inner: list[Attribution]) -> bool:
    """Whether it only passes on what another says: a medium or unnamed people around a saying of the same words."""
    beside = saying.rule.endswith(("/according", "/citing")) and saying.speaker is not None
    unnamed = beside and saying.speaker is not None and saying.speaker.kind == "described"
    if saying.rule.endswith("/embedded") or not (
        unnamed or _RELAYING.search(speaker_of(page, saying) or "") or _is_medium(saying)
    ):
        return False
    inner = [other for other in inner if other is not saying and other.cue_lemma not in lemmas("wanting")]
    told = [other for other in inner if other.rule in ("say/clause", "say/quote")]
    if told and (_is_medium(saying) or (unnamed and told[0].content[-1].end >= saying.content[-1].end - 1)):
        return True  # all of it is what another said
    length = sum(part.end - part.start for part in saying.content)
    return any(2 * sum(part.end - part.start for part in other.content) >= length for other in inner)


def _is_medium(saying: Attribution) -> bool:
    return saying.speaker is not None and saying.speaker.medium


def _parts(page: Page, saying: Attribution) -> Iterator[Span]:
    """The content in stretches: each side of "he said" is one, without the marks where all of it is a quotation."""
    for part in saying.content:
        start, end = part.start, part.end
        words = page.body[start:end]
        if len(saying.content) > 1 and _is_opening(page, saying, part):
            continue
        if _QUOTE.match(words):
            inner = _QUOTE.search(words, 1)
            if inner is not None and not words[inner.end() :].strip(" .,"):
                start += _QUOTE.match(words).end()  # type: ignore[union-attr]
                end -= len(words) - inner.start()
            elif inner is None:
                start += 1
        if start < end and any(character.isalnum() for character in page.body[start:end]):
            yield Span(start=start, end=end)


def _is_opening(page: Page, saying: Attribution, part: Span) -> bool:
    """Whether it is the words before "he said" that have no verb of their own ("At the same time, he said, ...")."""
    if part is not saying.content[0] or saying.rule.endswith(_QUOTED) or _QUOTE.search(page.body, part.start, part.end):
        return False
    at = page.sentence_at(part.start)
    if at is None or not page.sentences[at].tokens:
        return False
    sentence = page.sentences[at]
    return not any(sentence.tokens[index].pos in ("VERB", "AUX") for index in sentence.indices_in(part))


def _statement(page: Page, saying: Attribution, part: Span) -> Statement:
    speaker = saying.speaker
    via, steps = through(page, saying)
    return Statement(
        **page.proof(part),
        speaker=speaker_of(page, saying),
        candidates=speaker.candidates if speaker is not None and not speaker.name else (),
        role=(speaker.role or None) if speaker is not None and speaker.kind == "person" else None,
        affiliation=_affiliation(page, saying),
        direct=saying.direct and (saying.rule.endswith(_QUOTED) or bool(_QUOTE.search(_around(page, part)))),
        said=saying.days or said(page, saying) or said_before(page, saying),
        via=via,
        steps=steps,
        certainty=of_saying(page, saying),
        rule=saying.rule,
    )


def _owner(page: Page, saying: Attribution) -> str:
    """To whom the person belongs for whom a spokesman speaks ("a spokesman for Bo"): the spokesman's as well."""
    speaker = saying.speaker
    if speaker is None or speaker.kind != "described" or not saying.source:
        return ""
    people = [actor for actor in page.within(page.actors, saying.source[0]) if actor.kind == "person"]
    spoken_for = len(people) == 1 and _FOR.search(page.body, saying.source[0].start, people[0].start)
    return people[0].affiliation if spoken_for else ""


_FOR = re.compile(
    r"\b(?:spokes\w+|aides?|advis[eo]rs?|envoys?|deput(?:y|ies)|assistants?|staff) (?:for|to) (?:[\w.]+ ){0,3}$"
)


def _of_person(page: Page, saying: Attribution) -> bool:
    """Whether what somebody is said to belong to is a person ("critics of President Bo"): no house."""
    house = saying.speaker.affiliation if saying.speaker is not None else ""
    named = page.within(page.actors, saying.source[0]) if saying.source and " " in house else ()
    return any(actor.kind == "person" and house.endswith(" " + actor.of(page.body)) for actor in named)


_BEFORE = 12
"""So many sayings back at most an official was first cited by a medium."""


def _is_of_home(speaker: ActorMention) -> bool:
    """Whether it is an official or ministry that is named with no state: that of the place where it was written."""
    return (
        speaker.kind in ("body", "described") and not speaker.medium and _OFFICIAL.fullmatch(speaker.name) is not None
    )


def _is_passed_on(page: Page, saying: Attribution) -> bool:
    """Whether it is another's official: one whom a medium cites, in this saying or one a little before."""
    if saying.via or saying.speaker is None:
        return bool(saying.via)
    at = bisect_left(page.speech, saying.start, key=lambda one: one.start)
    near = page.speech[max(0, at - _BEFORE) : at]
    return any(one.via and one.speaker is not None and one.speaker.name == saying.speaker.name for one in near)


def _around(page: Page, part: Span) -> str:
    return page.body[max(0, part.start - 1) : part.end + 1]


def _affiliation(page: Page, saying: Attribution) -> str | None:
    """The state or body that the speaker belongs to; a description's is the one state named in it."""
    speaker = saying.speaker
    if speaker is not None and len(speaker.states) > 1:
        return None
    if owner := _owner(page, saying):
        return owner
    if speaker is not None and speaker.affiliation and speaker.kind != "body" and not _of_person(page, saying):
        return speaker.affiliation
    if speaker is not None and speaker.states:
        return speaker.states[0] if len(speaker.states) == 1 else None
    if speaker is not None and _is_of_home(speaker):
        return None if _is_passed_on(page, saying) else home(page) or None
    if not saying.source or (speaker is not None and speaker.kind != "described"):
        return None
    named = {
        state
        for actor in page.within(page.actors, saying.source[0])
        if actor.how in ("name", "adjective", "possessive") and not (actor.kind == "person" and actor.how == "name")
        for state in actor.states
    }
    return named.pop() if len(named) == 1 else None
