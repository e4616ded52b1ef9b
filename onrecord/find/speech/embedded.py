"""Speech without a verb: posts, transcripts, and block quotations after a colon."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.grammar import trimmed
from onrecord.model.days import Days
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_POST = re.compile(
    r"\s[—–-]{1,2}\s*(?P<name>[^\n—–()@]{2,60}?)\s*\(@(?P<handle>\w{1,20})\)\s*"
    r"(?P<month>" + "|".join(_MONTHS) + r")\s+(?P<day>\d{1,2}),\s+(?P<year>\d{4})"
)
_TRANSCRIPT = re.compile(r"(?P<name>[A-Z][A-Z.'’-]*(?:[ ][A-Z][A-Z.'’-]+){0,4})(?:\s\([^)\n]{1,60}\))?:\s+(?=\S)")
_NO_SPEAKER = frozenset(
    {"MORE", "READ", "SEE", "WATCH", "RELATED", "ALSO", "UPDATE", "NOTE", "CORRECTION", "TOPICS", "LISTEN"}
)


def posts(body: str, paragraph: Span, number: int) -> Iterator[Claim]:
    """Embedded posts: ``... — Name (@handle) March 3, 2021``. ``number`` is the paragraph's first sentence."""
    start = paragraph.start
    for match in _POST.finditer(body, paragraph.start, paragraph.end):
        content = trimmed(body, start, match.start())
        start = match.end()
        if content is None:
            continue
        try:
            day = date(int(match["year"]), _MONTHS.index(match["month"]) + 1, int(match["day"]))
        except ValueError:
            day = None
        yield Claim(
            frame="embedded",
            lemma="post",
            content=(content,),
            sentence=number,
            source=Span(start=match.start("name"), end=match.end("name")),
            head=match.end("name") - 1,
            days=Days(first=day, last=day, words=match.group()[match.start("month") - match.start() :])
            if day
            else None,
        )


def transcript(body: str, paragraphs: Sequence[tuple[Span, int]]) -> Iterator[Claim]:
    """The lines of a transcript ("BESSENT: We had good talks."); a transcript is one where some name speaks twice."""
    lines = [
        (match, paragraph, number)
        for paragraph, number in paragraphs
        if (match := _TRANSCRIPT.match(body, paragraph.start, paragraph.end)) is not None
        and match["name"].split()[0] not in _NO_SPEAKER
    ]
    names = [match["name"] for match, _, _ in lines]
    if len(set(names)) == len(names):
        return
    for match, paragraph, number in lines:
        content = trimmed(body, match.end(), paragraph.end)
        if content is not None and len(content.of(body).split()) > 2:
            yield Claim(
                frame="transcript",
                lemma="",
                content=(content,),
                sentence=number,
                source=Span(start=match.start("name"), end=match.end("name")),
                head=match.end("name") - 1,
            )


def block(
    body: str, sentences: Sequence[Sentence], opening: int, claims: Sequence[Claim], quoted: Sequence[Span]
) -> Claim | None:
    """The paragraph after one that ends in a colon, when a speaker introduced it and no marks stand around it."""
    introduction = sentences[opening]
    number = opening + 1
    if number >= len(sentences) or not introduction.of(body).rstrip().endswith(":"):
        return None
    if sentences[number].paragraph == introduction.paragraph or body[sentences[number].start] in "\"“‘'«":
        return None
    leading = [
        claim for claim in claims if claim.sentence == opening and claim.source is not None and claim.cue is not None
    ]
    if not leading:
        return None
    parts: list[Span] = []
    end = number
    while end < len(sentences) and sentences[end].paragraph == sentences[number].paragraph:
        if any(quotation.shares(sentences[end]) for quotation in quoted):
            break
        parts.append(Span(start=sentences[end].start, end=sentences[end].end))
        end += 1
    content = trimmed(body, parts[0].start, parts[-1].end) if parts else None
    if content is None:
        return None
    leader = leading[0]
    return Claim(
        frame="block",
        lemma=leader.lemma,
        content=(content,),
        sentence=opening,
        at=leader.at,
        cue=leader.cue,
        source=leader.source,
        head=leader.head,
    )
