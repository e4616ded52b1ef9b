"""Statements: who said what, each stretch of it a row."""

import re
from collections.abc import Iterator

from onrecord.find.reference.home import home
from onrecord.find.speech.cues import cues
from onrecord.knowledge.introductions import opening
from onrecord.knowledge.speaking import lemmas
from onrecord.model.assertion import Statement
from onrecord.model.mention import ActorMention, Attribution
from onrecord.model.page import Page
from onrecord.model.span import Span
from onrecord.read.carried import GOING_ON, carried_on, repeated, said_before
from onrecord.read.certainty import is_negated, of_saying
from onrecord.read.chain import speaker_of, through
from onrecord.read.said import said

_ALWAYS = frozenset({"clause", "quote", "carried", "according", "citing", "block", "transcript", "embedded"})
_RELAYING = re.compile(
    r"\b(?:sources?|media|reports?|newspapers?|agenc(?:y|ies)|insiders?|people (?:familiar|briefed))\b", re.I
)
_WITHIN = re.compile(r"\b(?:of|from|by|in|for|to|on|over|behind|against|with|among)\b")
_SHORT_OF = frozenset({"short", "refrain", "abstain", "instead", "shy", "without"})
_ONLY_POSSIBLE = frozenset({"could", "can", "might", "may", "should", "must"})
_SHOWING = frozenset({"suggest", "highlight", "underscore", "underline", "reveal", "signal", "indicate", "illustrate"})
_MANDATING = frozenset({"demand", "request", "ask", "order"})
_RANK = r"(?:(?:the|one|two|three|some|several|top|senior|unnamed|foreign|finance|trade|economy)\s)*"
_SERVANT = r"(?:officials?|spokes(?:man|woman|person)|sources?)"
_OFFICIAL = re.compile(
    rf"{_RANK}(?:government|(?:\w+ )?ministry|cabinet)?\s?{_SERVANT}|{_RANK}(?:\w+ )?(?:government|ministry|cabinet)",
    re.I,
)
_QUOTE = re.compile(r"[\"“”„‟«»‹›「」『』＂〝〞]|''|``|’’|‘‘")
_QUOTED = ("/quote", "/carried", "/embedded")
_FEWEST = 2


def read(page: Page) -> tuple[Statement, ...]:
    """Every statement that the page asserts, in the order of the text."""
    quoted = _within_quotations(page)
    shown = [
        saying
        for saying in page.speech
        if saying.start not in quoted
        and _is_statement(page, saying)
        and not _is_evidence(page, saying)
        and not _is_unsaid(page, saying)
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


def _is_evidence(page: Page, saying: Attribution) -> bool:
    """Whether somebody who speaks for themselves cites it ("he said, citing low prices"), and no medium its source."""
    if not saying.rule.endswith("/citing") or not saying.via:
        return False
    via = saying.via[0]
    return not via.medium and _is_beside(page, saying) and via.kind in ("person", "state", "group")


def _is_unsaid(page: Page, saying: Attribution) -> bool:
    """Whether it was not said, or not yet: "declined to say whether", "did not say when", "plans to announce"."""
    if not saying.cue or not saying.rule.endswith(("/clause", "/object", "/preposition")):
        return False
    at = page.sentence_at(saying.cue[0].start)
    verb = page.sentences[at].index_at(saying.cue[0].start) if at is not None else None
    if at is None or verb is None:
        return False
    sentence = page.sentences[at]
    token = sentence.tokens[verb]
    if is_negated(sentence, verb):
        return True
    if token.dep == "pcomp":
        before = {sentence.tokens[index].lemma for index in range(max(0, token.head - 1), token.head + 1)}
        if before & _SHORT_OF:
            return True
    modal = any(sentence.tokens[k].text.lower() in _ONLY_POSSIBLE for k in sentence.children[verb])
    if modal and not saying.direct and token.tag == "VB":
        return True
    while token.dep == "conj" and token.tag == "VB" and sentence.tokens[token.head].tag == "VB":
        token = sentence.tokens[token.head]
    if token.tag != "VB" or not any(
        sentence.tokens[k].tag == "TO" for k in sentence.children[sentence.tokens.index(token)]
    ):
        return False
    return token.dep not in ("advcl", "xcomp") or sentence.tokens[token.head].lemma not in lemmas("coming")


def _is_beside(page: Page, saying: Attribution) -> bool:
    """Whether what its source is about is no actor: "the decision of the bank", "support among growers"."""
    if saying.speaker is None or not saying.source:
        return saying.speaker is None
    return bool(_WITHIN.search(page.body, saying.source[0].start, saying.speaker.start))


def _is_quotation(page: Page, saying: Attribution) -> bool:
    """Whether all of it is somebody's own words, so that what "I" and "they" say in it is no statement of its own."""
    start = saying.content[0].start
    return saying.rule.endswith(_QUOTED) or any(_QUOTE.match(page.body, at) for at in (start, start - 1) if at >= 0)


def _passes_on(saying: Attribution, other: Attribution) -> bool:
    """Whether the source of a saying is the first channel of another one of the same words."""
    return bool(saying.source) and saying.source[0].start <= other.via[0].start < saying.source[0].end


def _is_statement(page: Page, saying: Attribution) -> bool:
    kind, _, frame = saying.rule.partition("/")
    content = sum(len(part.of(page.body).split()) for part in saying.content)
    if content < (_FEWEST if not saying.direct else 1) or (not saying.source and saying.speaker is None):
        return False
    if saying.source and not re.search(r"[^\W\d]{2}|\bI\b", saying.source[0].of(page.body)):
        return False  # "-1.35% added 116 points"
    if _is_beside(page, saying) and saying.cue_lemma in _SHOWING and saying.source:
        return False  # "the decision suggests that", "the rift highlights"
    if (frame == "transcript" and saying.cue_lemma == "ask") or _is_asked(page, saying):
        return False
    if kind == "say" and frame == "clause" and saying.cue_lemma in _MANDATING and not saying.direct:
        return False  # "demanded that the harbour close": a position
    if kind == "say" and frame in _ALWAYS:
        return True
    if kind == "show" and frame == "clause" and saying.cue_lemma in ("find", "show"):
        return saying.speaker is not None and saying.speaker.kind == "body" and not _is_beside(page, saying)
    if frame == "infinitive" and kind == "say":
        return saying.direct and saying.speaker is not None and cues().states(saying.cue_lemma) != "never"
    if frame in ("object", "preposition"):
        states = cues().states(saying.cue_lemma)
        return states == "always" or (states == "quoted" and saying.direct)
    return frame in ("quote", "carried") or (kind == "think" and frame == "clause" and saying.direct)


def _is_asked(page: Page, saying: Attribution) -> bool:
    """Whether it is a reporter's question."""
    if not saying.direct or not saying.source:
        return False
    words = saying.source[0].of(page.body).lower().split()
    return words[-1] in opening("asks") and saying.content[0].of(page.body).rstrip("”\"’'").endswith("?")


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


def _is_of_home(speaker: ActorMention) -> bool:
    """Whether it is an official or ministry that is named with no state: that of the place where it was written."""
    return (
        speaker.kind in ("body", "described") and not speaker.medium and _OFFICIAL.fullmatch(speaker.name) is not None
    )


def _around(page: Page, part: Span) -> str:
    return page.body[max(0, part.start - 1) : part.end + 1]


def _affiliation(page: Page, saying: Attribution) -> str | None:
    """The state or body that the speaker belongs to; a description's is the one state named in it."""
    speaker = saying.speaker
    if speaker is not None and len(speaker.states) > 1:
        return None
    if speaker is not None and speaker.affiliation and speaker.kind != "body":
        return speaker.affiliation
    if speaker is not None and speaker.states:
        return speaker.states[0] if len(speaker.states) == 1 else None
    if speaker is not None and _is_of_home(speaker):
        return home(page) or None
    if not saying.source or (speaker is not None and speaker.kind != "described"):
        return None
    named = {
        state
        for actor in page.within(page.actors, saying.source[0])
        if actor.how in ("name", "adjective", "possessive")
        for state in actor.states
    }
    return named.pop() if len(named) == 1 else None
