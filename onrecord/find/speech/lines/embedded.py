"""Speech without a verb: posts, and block quotations after a colon."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.cues import Cues
from onrecord.find.speech.grammar import children, phrase, subject, trimmed
from onrecord.knowledge.introductions import opening as words_that
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
DAY = (
    r"(?:(?P<month>"
    + "|".join(_MONTHS)
    + r")\s+(?P<day>\d{1,2}),\s+(?P<year>\d{4})|(?P<first>\d{1,2})\s+(?P<later>"
    + "|".join(_MONTHS)
    + r"),?\s+(?P<of>\d{4}))"
)
_POST = re.compile(
    r"(?:(?<![^\n])|\s)[—–-]{1,2}\s*(?P<name>[^\n—–()@]{2,60}?)\s*\(@(?P<handle>\w{1,20})\)\s*"
    r"(?:\d{1,2}:\d\d\s*(?:[AaPp]\.?[Mm]\.?)?\s*[-–—·]?\s*)?" + DAY
)
_LINK = re.compile(r"(?:\s*(?:pic\.twitter\.com/\w+|https?://\S+))+\s*$")
_LONGEST_LINK = 200
_SKIP = re.compile(r"\s*Skip \w+ post(?: \d+)? by @?\w+\s+")
_QUOTING = re.compile(r"[>|]\s*")
_NO_BLOCK = re.compile(r"[\"“‘'«„•▪●*]|\d+[.)]\s")
"""What a quotation with marks, or a list, begins with."""
_FEWEST = 5
_SAYING = ("clause", "quote", "according", "object", "preposition")
_MOST_LINES = 40
"""No quotation of more lines is read as one speaker's."""


def posts(body: str, paragraph: Span, number: int, before: Span | None) -> Iterator[Claim]:
    """Embedded posts: ``... — Name (@handle) March 3, 2021``. ``number`` is the paragraph's first sentence.

    A signature that is a paragraph of its own signs the one ``before``.
    """
    if body.find("(@", paragraph.start, paragraph.end) < 0:
        return
    start = paragraph.start
    for match in _POST.finditer(body, paragraph.start, paragraph.end):
        link = _LINK.search(body, max(start, match.start() - _LONGEST_LINK), match.start())
        skipped = _SKIP.match(body, start)
        start = skipped.end() if skipped else start
        content = trimmed(body, start, link.start() if link else match.start())
        if content is None and start == paragraph.start and before is not None:
            content = trimmed(body, before.start, before.end)
        start = match.end()
        if content is None:
            continue
        yield Claim(
            frame="embedded",
            lemma="post",
            content=(content,),
            sentence=number,
            source=Span(start=match.start("name"), end=match.end("name")),
            head=match.end("name") - 1,
            days=day_of(match),
        )


def day_of(match: re.Match[str]) -> Days | None:
    """The day that ``DAY`` has matched."""
    day, month, year = (
        (match["day"], match["month"], match["year"])
        if match["month"]
        else (match["first"], match["later"], match["of"])
    )
    try:
        told = date(int(year), _MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None
    start = match.start("month" if match["month"] else "first")
    return Days(first=told, last=told, words=match.string[start : match.end()])


def block(
    body: str,
    sentences: Sequence[Sentence],
    opening: int,
    claims: Sequence[Claim],
    quoted: Sequence[Span],
    cues: Cues,
) -> Iterator[Claim]:
    """The paragraph after one that ends in a colon, when a speaker introduced it and no marks stand around it.

    Lines that begin with ">" go on with it.
    """
    introduction = sentences[opening]
    number = opening + 1
    if number >= len(sentences) or not body[introduction.start : introduction.end].endswith(":"):
        return
    paragraph = sentences[number].paragraph
    if paragraph == introduction.paragraph or _NO_BLOCK.match(body, sentences[number].start):
        return
    leading = [
        claim
        for claim in claims
        if claim.sentence == opening and claim.source is not None and claim.cue is not None and claim.frame in _SAYING
    ]
    leader = leading[0] if leading else _leader(introduction, opening, cues)
    if leader is None:
        return
    for _ in range(_MOST_LINES):
        parts: list[Span] = []
        while number < len(sentences) and sentences[number].paragraph == paragraph:
            if any(quotation.shares(sentences[number]) for quotation in quoted):
                return
            parts.append(sentences[number])
            number += 1
        mark = _QUOTING.match(body, parts[0].start, parts[-1].end)
        content = trimmed(body, mark.end() if mark else parts[0].start, parts[-1].end)
        if content is None or (not leading and len(content.of(body).split()) < _FEWEST):
            return
        yield msgspec.structs.replace(leader, frame="block", content=(content,), sentence=opening)
        following = body[sentences[number].start] if mark and number < len(sentences) else ""
        if following != ">":
            return
        paragraph = sentences[number].paragraph


def _leader(sentence: Sentence, number: int, cues: Cues) -> Claim | None:
    """Who speaks in a sentence that tells nothing of what is said ("The ministry said in a statement:")."""
    for at, token in enumerate(sentence.tokens):
        if token.dep != "ROOT" or (cues.kind(token.lemma, "verb") != "say" and token.lemma not in words_that("opens")):
            continue
        who = subject(sentence, at)
        if who is None or children(sentence, at, "ccomp", "dobj"):
            return None
        return Claim(
            frame="block",
            lemma=token.lemma,
            content=(Span(start=sentence.start, end=sentence.end),),
            sentence=number,
            at=at,
            cue=Span(start=token.start, end=token.end),
            source=phrase(sentence, who, at),
            head=sentence.tokens[who].start,
        )
    return None
