"""Statements: who said what, each stretch of it a row."""

import re
from collections.abc import Iterator

from onrecord.model.assertion import Statement
from onrecord.model.days import Days
from onrecord.model.mention import ActorMention, Attribution
from onrecord.model.page import Page
from onrecord.model.span import Span
from onrecord.read.voice import certainty, name_of

_ALWAYS = frozenset({"clause", "quote", "carried", "according", "citing", "block", "transcript", "embedded"})
_STRONG = frozenset(
    "accuse call brand label describe hail slam blast denounce criticize criticise tout welcome praise dismiss condemn deride refer "
    "express voice reject warn declare announce threaten vow pledge promise rule expect decry blame".split()
)
_DOCUMENT = frozenset({"statement", "report", "release", "letter", "data", "figures"})
_RELAYING = re.compile(r"\b(?:sources?|media|reports?|newspapers?|agenc(?:y|ies)|insiders?|people (?:familiar|briefed))\b", re.I)
_QUOTE = re.compile(r"[\"“”„«»]|''")
_QUOTED = ("/quote", "/carried", "/embedded")
_FEWEST = 2


def read(page: Page) -> tuple[Statement, ...]:
    """Every statement that the page asserts, in the order of the text."""
    quoted = {saying.start for saying in page.speech if saying.direct and saying.rule.endswith(_QUOTED)}
    shown = [
        saying for saying in page.speech if saying.parent not in quoted and _is_statement(page, saying)
    ]
    passed_on: dict[tuple[Span, ...], list[int]] = {}
    inner: dict[int, list[Attribution]] = {}
    for saying in shown:
        if saying.via:
            passed_on.setdefault(saying.content, []).append(saying.via[0].start)
        if saying.parent is not None:
            inner.setdefault(saying.parent, []).append(saying)
    found: dict[tuple[int, int], Statement] = {}
    for saying in shown:
        if saying.source and any(start in _range(saying) for start in passed_on.get(saying.content, ())):
            continue
        if _relays(page, saying, inner.get(saying.start, [])):
            continue
        for part in _parts(page, saying):
            found.setdefault((part.start, part.end), _statement(page, saying, part))
    return tuple(sorted(found.values(), key=lambda one: (one.start, one.end)))


def _range(saying: Attribution) -> range:
    return range(saying.source[0].start, saying.source[0].end)


def _is_statement(page: Page, saying: Attribution) -> bool:
    kind, _, frame = saying.rule.partition("/")
    content = sum(len(part.of(page.body).split()) for part in saying.content)
    if content < (_FEWEST if not saying.direct else 1) or (not saying.source and saying.speaker is None):
        return False
    if kind == "say" and frame in _ALWAYS:
        return True
    if kind in ("say", "think") and frame in ("object", "preposition"):
        return saying.direct or saying.cue_lemma in _STRONG
    return frame in ("quote", "carried") or (kind == "think" and frame == "clause" and saying.direct)


def _relays(page: Page, saying: Attribution, inner: list[Attribution]) -> bool:
    """Whether it only passes on what another says: a medium or unnamed people around a saying of the same words."""
    if saying.rule.endswith("/embedded") or not (_RELAYING.search(_name(page, saying) or "") or _is_medium(saying)):
        return False
    length = sum(part.end - part.start for part in saying.content)
    return any(
        2 * sum(part.end - part.start for part in other.content) >= length for other in inner if other is not saying
    )


def _is_medium(saying: Attribution) -> bool:
    return saying.speaker is not None and saying.speaker.medium


def _parts(page: Page, saying: Attribution) -> Iterator[Span]:
    """The content in stretches: each side of "he said" is one, without the marks where all of it is a quotation."""
    for part in saying.content:
        start, end = part.start, part.end
        words = page.body[start:end]
        if _QUOTE.match(words):
            inner = _QUOTE.search(words, 1)
            if inner is not None and not words[inner.end() :].strip(" .,"):
                start += _QUOTE.match(words).end()  # type: ignore[union-attr]
                end -= len(words) - inner.start()
            elif inner is None:
                start += 1
        if start < end and any(character.isalnum() for character in page.body[start:end]):
            yield Span(start=start, end=end)


def _statement(page: Page, saying: Attribution, part: Span) -> Statement:
    speaker = saying.speaker
    return Statement(
        **page.proof(part),
        speaker=_name(page, saying),
        role=(speaker.role or None) if speaker is not None and speaker.kind == "person" else None,
        affiliation=_affiliation(speaker),
        direct=saying.direct
        and (saying.rule.endswith(_QUOTED[:2]) or bool(_QUOTE.search(_around(page, part)))),
        said=saying.days or _said(page, saying),
        via=_via(page, saying),
        certainty=certainty(page, part, (saying,)),
        rule=saying.rule,
    )


def _around(page: Page, part: Span) -> str:
    return page.body[max(0, part.start - 1) : part.end + 1]


def _name(page: Page, saying: Attribution) -> str | None:
    if saying.speaker is not None and saying.speaker.name:
        return saying.speaker.name
    if saying.speaker is not None and saying.speaker.candidates:
        return None
    if not saying.source:
        return None
    words = saying.source[0].of(page.body).strip(" ,")
    first, _, rest = words.partition(" ")
    return (rest if first.lower() in ("the", "a", "an") and rest else words) or None


def _affiliation(speaker: ActorMention | None) -> str | None:
    if speaker is None:
        return None
    if speaker.affiliation:
        return speaker.affiliation
    return speaker.states[0] if len(speaker.states) == 1 and speaker.kind != "state" else None


def _via(page: Page, saying: Attribution) -> tuple[str, ...]:
    """Who passes it on, nearest first: its own channels, then those who report that it was said."""
    names = [name_of(who) for who in saying.via]
    seen = 0
    parent = saying.parent
    while parent is not None and seen < 5:
        outer = next((other for other in page.speech if other.start == parent and other.rule.startswith("say/")), None)
        if outer is None:
            break
        names.append(_name(page, outer) or "")
        names.extend(name_of(who) for who in outer.via)
        parent, seen = outer.parent, seen + 1
    own = _name(page, saying)
    return tuple(dict.fromkeys(name for name in names if name and name != own))


def _said(page: Page, saying: Attribution) -> Days | None:
    """The day of a time word that goes with the verb of saying ("said Tuesday", "told AP last week")."""
    if not saying.cue:
        return None
    at = page.sentence_at(saying.cue[0].start)
    if at is None:
        return None
    sentence = page.sentences[at]
    verb = sentence.index_at(saying.cue[0].start)
    if verb is None:
        return None
    for time in page.within(page.times, sentence):
        if time.type not in ("DATE", "TIME") or time.days is None or not time.days.known:
            continue
        if any(part.start <= time.start < part.end for part in saying.content):
            continue
        index = sentence.index_at(time.start)
        seen = 0
        while index is not None and index != verb and sentence.tokens[index].head != index and seen < 8:
            index, seen = sentence.tokens[index].head, seen + 1
        if index == verb:
            return time.days
    return None
