"""Transcripts and interviews: lines that begin with who speaks ("BESSENT: ...", "Q: ..."), and who goes on speaking."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.grammar import trimmed
from onrecord.find.speech.lines.labels import Labels
from onrecord.knowledge.introductions import opening
from onrecord.knowledge.offices import heads
from onrecord.model.mention import ActorMention
from onrecord.model.span import Span

_STAMP = r"[\"“]?(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s*)?"
_AFTER = r"(?:, [^:\n()]{2,60})?(?:\s\([^)\n]{1,60}\))?:(?:\s+|$)"
_CAPITALS = re.compile(_STAMP + r"(?P<name>[A-Z][A-Z.'’-]*(?:[ ][A-Z][A-Z.'’-]+){0,4})" + _AFTER)
_INLINE = re.compile(r"(?<=[.?!…)”\"—–-])\s+(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}):\s+(?=\S)")
"""The next label in one and the same paragraph, where lines were joined."""
_USUAL = re.compile(_STAMP + r"(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4})" + _AFTER)
_BARE = re.compile(r"(?P<name>Q(?=[.\s])|A(?=\.))\.?\s+(?=[A-Z“\"(])")
_STAGE = r"(?:\([A-Z\[][^()\n]{0,80}\)|\([a-z][a-z ]{2,40}\)|\[[^\[\]\n]{1,80}\])"
_OPENING_STAGE = re.compile(rf"(?:{_STAGE}\s*)+")
_CLOSING_STAGE = re.compile(rf"(?:\s*{_STAGE})+\s*$")
_PERSONAL = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Oo]ur|[Mm]y|[Yy]our|us|me)\b")
_FEWEST = 3
_TAIL = 300
"""So many characters of a paragraph's end are looked at for a stage direction."""


class Turn(msgspec.Struct, frozen=True):
    """What stands behind one label, and in the paragraphs after it: ``parts`` with the number of their sentence."""

    label: Span
    key: str
    parts: list[tuple[Span, int]]


def transcript(body: str, paragraphs: Sequence[tuple[Span, int]], labels: Labels) -> Iterator[Claim]:
    """What each speaker of a transcript says; ``paragraphs`` come with the number of their first sentence.

    A transcript is one where some label returns, and where one of them is a known speaker or words are spoken to "you".
    Its questions are claims with the lemma "ask".
    """
    turns = _turns(body, paragraphs)
    count = Counter(turn.key.split()[-1] for turn in turns)  # "SCOTT BESSENT" goes on as "BESSENT"
    if not count or max(count.values()) < 2 or not _is_spoken(body, turns, labels):
        return
    asking = _askers(body, turns, labels)
    guest = labels.guest(turns[0].label.start)
    if all(turn.key in opening("asks") for turn in turns):
        yield from _answers(turns, guest)
        return
    for turn in turns:
        who = guest if turn.key in opening("answers") else labels.at(turn.label)
        for part, number in turn.parts:
            if len(part.of(body).split()) >= _FEWEST:
                yield _claim(turn, part, number, who, asks=turn.key.split()[-1] in asking)


def _answers(turns: Sequence[Turn], guest: ActorMention | None) -> Iterator[Claim]:
    """Where only the questions have a label, what follows each is the answer."""
    for turn in turns:
        for order, (part, number) in enumerate(turn.parts):
            asks = not order
            label = turn.label if asks else None
            yield Claim(
                frame="transcript",
                lemma="ask" if asks else "",
                content=(part,),
                sentence=number,
                source=label,
                head=label.end - 1 if label is not None else None,
                speaker=None if asks else guest,
            )


def _claim(turn: Turn, part: Span, number: int, who: ActorMention | None, *, asks: bool) -> Claim:
    named = turn.key not in opening("answers")
    return Claim(
        frame="transcript",
        lemma="ask" if asks else "",
        content=(part,),
        sentence=number,
        source=turn.label if named else None,
        head=turn.label.end - 1 if named else None,
        speaker=who,
    )


def _turns(body: str, paragraphs: Sequence[tuple[Span, int]]) -> list[Turn]:
    """The labelled lines, each with the paragraphs up to the next label that go on with it; none after the last."""
    found: list[Turn] = []
    waiting: list[tuple[Span, int]] = []
    talking = False
    for paragraph, number in paragraphs:
        match = _label(body, paragraph)
        key = _key(match["name"]) if match is not None else ""
        if match is not None and (key in opening("heading") or key.split()[-1] in opening("heading")):
            talking = False
            continue
        if match is None:
            if found and talking:
                talking = not _ends(body, paragraph, found[-1])
                if talking:
                    waiting.append((paragraph, number))
            continue
        if found and waiting:
            found[-1].parts.extend(_spoken(body, waiting))
        waiting, talking = [], True
        matches = [match, *_INLINE.finditer(body, match.end(), paragraph.end)]
        for one, following in pairwise([*matches, None]):
            end = following.start() if following is not None else paragraph.end
            rest = [(Span(start=one.end(), end=end), number)] if one is not None and one.end() < end else []
            if one is not None:
                label = Span(start=one.start("name"), end=one.end("name"))
                found.append(Turn(label, _key(one["name"]), _spoken(body, rest)))
    unlabelled = all(turn.key in opening("asks") for turn in found)
    if found and waiting and (unlabelled or not found[-1].parts):
        found[-1].parts.extend(_spoken(body, waiting[:1]))  # an answer, or what stands under a label alone in its line
    return found


def _label(body: str, paragraph: Span) -> re.Match[str] | None:
    for form in (_BARE, _CAPITALS, _USUAL):
        match = form.match(body, paragraph.start, paragraph.end)
        if match is not None:
            return match
    return None


def _key(name: str) -> str:
    return " ".join(name.lower().replace(".", "").split())


def _ends(body: str, paragraph: Span, turn: Turn) -> bool:
    """Whether the text itself goes on: at a stage direction alone in its line, or where the speaker is spoken of."""
    if body[paragraph.start] in "([" and _OPENING_STAGE.fullmatch(body, paragraph.start, paragraph.end):
        return "END" in body[paragraph.start : paragraph.end] or "BEGIN" in body[paragraph.start : paragraph.end]
    surname = turn.key.split()[-1]
    return len(surname) > 1 and surname in re.findall(r"[\w-]+", body[paragraph.start : paragraph.end].lower())


def _spoken(body: str, parts: Sequence[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """The parts without stage directions at their ends."""
    found = []
    for part, number in parts:
        opened = _OPENING_STAGE.match(body, part.start, part.end)
        start = opened.end() if opened else part.start
        closed = _CLOSING_STAGE.search(body, max(start, part.end - _TAIL), part.end)
        content = trimmed(body, start, closed.start() if closed else part.end)
        if content is not None:
            found.append((content, number))
    return found


def _is_spoken(body: str, turns: Sequence[Turn], labels: Labels) -> bool:
    """Whether the lines are talk: between capitals any "you" or an office will do, else a label must be known."""
    known = any(
        turn.key in opening("asks") or turn.key in opening("answers") or labels.at(turn.label) for turn in turns
    )
    if known or not all(turn.label.of(body).isupper() for turn in turns):
        return known
    if any(turn.key.split()[-1] in heads() for turn in turns):
        return True
    return any(_PERSONAL.search(body, part.start, part.end) for turn in turns for part, _ in turn.parts)


def _askers(body: str, turns: Sequence[Turn], labels: Labels) -> frozenset[str]:
    """The surnames of those who ask: by their label, or with no office and a question, where one of office answers."""
    asking = {turn.key.split()[-1] for turn in turns} & opening("asks")
    officers = {turn.key.split()[-1] for turn in turns if (who := labels.at(turn.label)) is not None and who.role}
    answering = officers | opening("answers")
    ends: dict[str, list[bool]] = defaultdict(list)
    for turn in turns:
        ends[turn.key.split()[-1]].extend([body[turn.parts[-1][0].end - 1] == "?"] if turn.parts else [])
    if officers:
        asking |= {key for key, questions in ends.items() if any(questions) and key not in answering}
    elif len(ends) == 2:  # of two whom no table knows, the one who nearly always asks
        asking |= {key for key, questions in ends.items() if sum(questions) * 3 > len(questions) * 2}
    return frozenset(asking)
